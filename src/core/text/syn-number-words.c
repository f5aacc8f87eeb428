/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-number-words.h"

#include "text/syn-lexicon.h"
#include "text/syn-word-table.h"

#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#define MAX_WORDS 12

/* Words of one language, made once from what ICU spells. */
struct _SynSpeller
{
  char *language;
  SynWordTable *values;
  gboolean english, writes_as_one;
  UNumberFormat *format;
  GMutex lock; /* a UNumberFormat is not to be used by two threads at once */
};

/* What people write and ICU does not spell. */
static const struct
{
  const char *language, *word;
  double value;
} extra[] = {
  { "en", "dozen", 12 },     { "en", "mln", 1e6 },         { "en", "mn", 1e6 },
  { "en", "bn", 1e9 },       { "en", "trillion", 1e12 },   { "de", "zwo", 2 },
  { "de", "dutzend", 12 },   { "de", "millionen", 1e6 },   { "de", "mio", 1e6 },
  { "de", "milliarden", 1e9 }, { "de", "mrd", 1e9 },       { "fr", "millions", 1e6 },
  { "fr", "milliards", 1e9 }, { "fr", "cents", 100 },      { "es", "millones", 1e6 },
  { "it", "milioni", 1e6 },  { "it", "miliardi", 1e9 },    { "ru", "две", 2 },
  { "ru", "тысячи", 1e3 },   { "ru", "тысяч", 1e3 },       { "ru", "тыс", 1e3 },
  { "ru", "миллиона", 1e6 }, { "ru", "миллионов", 1e6 },   { "ru", "млн", 1e6 },
  { "ru", "млрд", 1e9 },     { "uk", "дві", 2 },           { "uk", "тисячі", 1e3 },
  { "uk", "тисяч", 1e3 },    { "uk", "тис", 1e3 },         { "uk", "мільйона", 1e6 },
  { "uk", "мільйонів", 1e6 }, { "uk", "млн", 1e6 },        { "uk", "млрд", 1e9 },
  { "ru", "тысячу", 1e3 },   { "ru", "тысячам", 1e3 },     { "ru", "двое", 2 },
  { "ru", "двоих", 2 },      { "ru", "трое", 3 },          { "ru", "троих", 3 },
  { "ru", "четверо", 4 },    { "ru", "четверых", 4 },      { "ru", "пятеро", 5 },
  { "ru", "пятерых", 5 },    { "ru", "шестеро", 6 },       { "ru", "шестерых", 6 },
  { "ru", "семеро", 7 },     { "ru", "семерых", 7 },       { "ru", "миллиарда", 1e9 },
  { "ru", "миллиардов", 1e9 }, { "uk", "тисячу", 1e3 },    { "uk", "двоє", 2 },
  { "uk", "двох", 2 },       { "uk", "троє", 3 },          { "uk", "трьох", 3 },
  { "uk", "четверо", 4 },    { "uk", "чотирьох", 4 },      { "uk", "п'ятеро", 5 },
  { "uk", "п'ятьох", 5 },    { "uk", "шестеро", 6 },       { "uk", "шістьох", 6 },
  { "uk", "семеро", 7 },     { "uk", "вісьмох", 8 },       { "uk", "восьми", 8 },
  { "uk", "десяти", 10 },    { "uk", "мільярда", 1e9 },    { "uk", "мільярдів", 1e9 },
  { "ru", "восьмеро", 8 },   { "ru", "десятеро", 10 },     { "uk", "восьмеро", 8 },
  { "uk", "дев'ятеро", 9 },  { "uk", "десятеро", 10 },     { "uk", "одинадцятеро", 11 },
  { "uk", "дванадцятеро", 12 }, { "uk", "тринадцятеро", 13 }, { "uk", "п'ятнадцятеро", 15 },
  { "de", "hundert", 100 },  { "de", "tausend", 1e3 },     { "es", "docena", 12 },
  { "fr", "million", 1e6 },  { "fr", "milliard", 1e9 },
  { "it", "milione", 1e6 },  { "it", "miliardo", 1e9 },    { "es", "millón", 1e6 },
};

static void
add_value (SynSpeller *self, const char *word, double value)
{
  if (syn_word_table_find_text (self->values, word) == NULL)
    syn_word_table_set (self->values, word, value);
}

/* Compounds are cut as text is cut; soft hyphens only say where a line may break. */
static void
add_word (SynSpeller *self, const char *spelling, double value)
{
  g_autoptr (GString) word = g_string_new (spelling);
  g_autoptr (SynWords) words = NULL;

  g_string_replace (word, "\302\255", "", 0);
  words = syn_words_new (word->str, (SynSpan) { 0, word->len });
  /* "one thousand": the power is its last word. */
  if (words->n == 1 || (words->n > 1 && value >= 100))
    add_value (self, words->words[words->n - 1].text, value);
}

static void
add_spelling (SynSpeller *self, double value)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  char utf8[256];

  unum_formatDouble (self->format, value, text, G_N_ELEMENTS (text), NULL, &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, text, -1, &status);
  if (U_FAILURE (status))
    return;

  add_word (self, utf8, value);
}

static void
add_spellings (SynSpeller *self)
{
  for (guint value = 0; value < 100; value++)
    add_spelling (self, value);
  /* "zweihundertfünfzig" is one word. */
  for (guint value = 100; value < 1000; value += self->writes_as_one ? 1 : 100)
    add_spelling (self, value);
  for (double value = 1e3; value < 1e10; value *= 1e3)
    add_spelling (self, value);
}

/* Genders and cases: ICU spells each by a rule set of its own, "%spellout-cardinal-…". */
static void
fill_forms (SynSpeller *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4096];
  char names[4096];
  gint32 length = unum_getTextAttribute (self->format, UNUM_PUBLIC_RULESETS, wide,
                                         G_N_ELEMENTS (wide), &status);
  g_auto (GStrv) sets = NULL;

  u_strToUTF8 (names, sizeof names, NULL, wide, length, &status);
  if (U_FAILURE (status))
    return;
  sets = g_strsplit (names, ";", -1);
  for (guint i = 0; sets[i] != NULL; i++)
    {
      if (!g_str_has_prefix (sets[i], "%spellout-cardinal"))
        continue;
      status = U_ZERO_ERROR;
      u_strFromUTF8 (wide, G_N_ELEMENTS (wide), &length, sets[i], -1, &status);
      unum_setTextAttribute (self->format, UNUM_DEFAULT_RULESET, wide, length, &status);
      if (U_SUCCESS (status))
        add_spellings (self);
    }
  status = U_ZERO_ERROR;
  u_strFromUTF8 (wide, G_N_ELEMENTS (wide), &length, "%spellout-numbering", -1, &status);
  unum_setTextAttribute (self->format, UNUM_DEFAULT_RULESET, wide, length, &status);
}

static void
fill_speller (SynSpeller *self)
{
  add_spellings (self);
  if (!self->english)
    fill_forms (self);
  for (guint i = 0; i < G_N_ELEMENTS (extra); i++)
    if (strcmp (extra[i].language, self->language) == 0)
      syn_word_table_set (self->values, extra[i].word, extra[i].value);
}

/* One for each language met, kept for ever; documents are made in parallel. */
SynSpeller *
syn_speller_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *all;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  UErrorCode status = U_ZERO_ERROR;
  SynSpeller *self;

  if (all == NULL)
    all = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (all, language);
  if (self != NULL)
    return self;

  self = g_new0 (SynSpeller, 1);
  self->language = g_strdup (language);
  self->values = syn_word_table_new ();
  self->english = strcmp (language, "en") == 0;
  self->writes_as_one = strcmp (language, "de") == 0 || strcmp (language, "it") == 0;
  g_mutex_init (&self->lock);
  self->format = unum_open (UNUM_SPELLOUT, NULL, 0, language, NULL, &status);
  if (U_FAILURE (status))
    self->format = NULL;
  else
    fill_speller (self);
  g_hash_table_insert (all, self->language, self);
  return self;
}

/* "zwölftausendfünfhundert", "tremiladuecento": languages that write a number as one word; -1 for
 * others and for what is none. */
static double
parse_compound (SynSpeller *self, const char *word)
{
  static const struct
  {
    const char *language, *thousand;
  } parts[] = { { "de", "tausend" }, { "it", "mila" }, { "it", "mille" } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *at = strcmp (parts[i].language, self->language) == 0
                           ? strstr (word, parts[i].thousand) : NULL;
      const char *behind = at != NULL ? at + strlen (parts[i].thousand) : NULL;
      g_autofree char *before = at != NULL ? g_strndup (word, at - word) : NULL;
      const double *high, *low;

      if (at == NULL)
        continue;
      high = *before != '\0' ? syn_word_table_find_text (self->values, before) : NULL;
      low = *behind != '\0' ? syn_word_table_find_text (self->values, behind) : NULL;
      if ((*before == '\0' || high != NULL) && (*behind == '\0' || low != NULL))
        return (high != NULL ? *high : 1) * 1000 + (low != NULL ? *low : 0);
    }
  return -1;
}

static double
lookup (SynSpeller *self, const SynWord *word)
{
  const double *value = syn_word_table_find (self->values, word);

  if (value != NULL)
    return *value;
  return self->writes_as_one ? parse_compound (self, word->text) : -1;
}

double
syn_number_words_power (SynSpeller *self, const SynWord *word)
{
  double value = lookup (self, word);

  return value == 100 || value == 1e3 || value == 1e6 || value == 1e9 || value == 1e12 ? value : 0;
}

/* The words from @at that can be part of one spelled number; hyphens and "and" only between them.
 */
static guint
find_run (SynSpeller *self, const SynWords *words, guint at)
{
  guint n = 0;

  while (n < MAX_WORDS && at + n < words->n)
    {
      const SynWord *word = syn_words_get (words, at + n);
      const SynWord *next = syn_words_get (words, at + n + 1);
      double value = word->kind == SYN_WORD_LETTERS ? lookup (self, word) : -1;

      if (value >= 0)
        {
          n++;
          continue;
        }
      if (n == 0 || lookup (self, next) < 0)
        break;
      if (strcmp (word->text, "-") == 0 && !word->spaced && !next->spaced)
        n += 2;
      /* "two hundred and fifty", but "two and three" are two numbers. */
      else if (self->english && strcmp (word->text, "and") == 0
               && lookup (self, &words->words[at + n - 1]) >= 100
               && lookup (self, next) < 100)
        n += 2;
      /* "vingt et un", "treinta y dos", but "deux et trois" are two numbers. */
      else if (!self->english && (strcmp (word->text, "et") == 0 || strcmp (word->text, "y") == 0)
               && lookup (self, &words->words[at + n - 1]) >= 20
               && lookup (self, next) < 20)
        n += 2;
      else
        break;
    }
  return n;
}

static gboolean
is_power (const char *word, double value)
{
  return value >= 100 || g_str_has_prefix (word, "doz") || g_str_has_prefix (word, "dutz");
}

/* Adds up "two hundred fifty thousand"; a word that cannot go on the number ends it. */
static guint
add_up (SynSpeller *self, const SynWords *words, guint at, guint n, double *out_value)
{
  double total = 0, group = 0, last = 0;
  guint used = 0;

  for (guint i = 0; i < n; i++)
    {
      const SynWord *word = &words->words[at + i];
      double value = lookup (self, word);

      if (value < 0)
        continue;
      if (is_power (word->text, value))
        {
          group = (group == 0 ? 1 : group) * value;
          if (value >= 1000)
            total += group, group = 0;
          last = 100;
        }
      else if (used > 0 && last < 100 && !(last >= 20 && value > 0 && value < 10))
        break;
      else
        group += value, last = value;
      used = i + 1;
    }
  *out_value = total + group;
  return used;
}

static gboolean
parse_by_icu (SynSpeller *self, const SynWords *words, guint at, guint n, double *out_value)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);
  g_autoptr (GString) text = g_string_new (NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[256];
  int32_t length, position = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && words->words[at + i].spaced)
        g_string_append_c (text, ' ');
      g_string_append (text, words->words[at + i].text);
    }
  u_strFromUTF8 (wide, G_N_ELEMENTS (wide), &length, text->str, text->len, &status);
  if (U_FAILURE (status))
    return FALSE;
  *out_value = unum_parseDouble (self->format, wide, length, &position, &status);
  return U_SUCCESS (status) && position == length;
}

/* "ein Toter", "un mort": before what happens to people it is a figure. */
static gboolean
is_figure_one (SynSpeller *self, const SynWords *words, guint at)
{
  return syn_lexicon_has (syn_lexicon_get (self->language), "harm",
                          syn_words_get (words, at + 1)->text);
}

guint
syn_number_words_parse (SynSpeller *self, const SynWords *words, guint at, double *out_value)
{
  guint n;

  if (self->format == NULL)
    return 0;
  n = find_run (self, words, at);
  if (n == 0)
    return 0;
  if (self->english)
    return add_up (self, words, at, n, out_value);
  /* An article looks like "one" in most languages. */
  if (n == 1 && lookup (self, &words->words[at]) == 1)
    {
      *out_value = 1;
      return is_figure_one (self, words, at);
    }
  if (parse_by_icu (self, words, at, n, out_value))
    return n;
  return add_up (self, words, at, n, out_value);
}
