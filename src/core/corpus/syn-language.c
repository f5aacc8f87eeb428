/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-language.h"

#include "text/syn-lexicon.h"
#include "text/syn-text-char.h"
#include "text/syn-text-hash.h"
#include "text/syn-text-lower.h"

#include <string.h>

#include <unicode/uloc.h>

/* So many words tell the language. */
#define MAX_WORDS 400
#define MIN_WORDS 6
/* At least this share of all words must be function words of the language. */
#define MIN_SHARE 0.1
/* A text of so many words, or of so many letters in a script that none of the languages has, in which
 * fewer than MIN_SHARE are function words of one, is in another language. */
#define MIN_WORDS_OTHER 60
#define MIN_LETTERS_OTHER 40
/* So many letters that only one language has tell it too; in any sentence some stand. */
#define MIN_TELLING 1
/* Function words are shorter. */
#define MAX_BYTES 24

static const char *const languages[] = { "en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk" };

/* A function word, with a bit for every language that has it. */
typedef struct
{
  const char *word;
  guint32 length, hash;
  guint32 languages;
} FunctionWord;

/* Those of all languages, with open addressing. */
typedef struct
{
  FunctionWord *words;
  guint32 mask;
} FunctionWords;

static FunctionWord *
find_slot (const FunctionWords *self, const char *word, gsize length, guint32 hash)
{
  guint32 i = hash & self->mask;

  while (self->words[i].word != NULL
         && (self->words[i].hash != hash || self->words[i].length != length
             || memcmp (self->words[i].word, word, length) != 0))
    i = (i + 1) & self->mask;
  return &self->words[i];
}

static void
add_language (FunctionWords *self, const char *const *lines, guint32 bit)
{
  for (guint k = 0; lines[k] != NULL; k++)
    {
      gsize length = strlen (lines[k]);
      guint32 hash = syn_text_hash (lines[k], length);
      FunctionWord *slot = find_slot (self, lines[k], length, hash);

      *slot = (FunctionWord){ lines[k], length, hash, slot->languages | bit };
    }
}

static const FunctionWords *
get_function_words (void)
{
  static FunctionWords table;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      const char *const *lines[G_N_ELEMENTS (languages)];
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          lines[i] = syn_lexicon_get_list (syn_lexicon_get (languages[i]), "stop");
          n += g_strv_length ((char **)lines[i]);
        }
      for (table.mask = 1; table.mask < 2 * n;)
        table.mask = 2 * table.mask + 1;
      table.words = g_new0 (FunctionWord, table.mask + 1);
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        add_language (&table, lines[i], 1u << i);
      g_once_init_leave (&ready, 1);
    }
  return &table;
}

static inline gboolean
is_letter (const char *p)
{
  return syn_char_is_alpha (syn_char_at (p));
}

static const char *
next_word (const char *p, const char *end, const char **word_end)
{
  while (p < end && !is_letter (p))
    p = g_utf8_next_char (p);
  *word_end = p;
  while (*word_end < end && is_letter (*word_end))
    *word_end = g_utf8_next_char (*word_end);
  return p;
}

/* The languages that have the word @start as a function word, a bit each. */
static guint32
look_up (const FunctionWords *words, const char *start, gsize length)
{
  char simple[MAX_BYTES];
  const char *word = simple;
  g_autofree char *lower = NULL;

  if (length > MAX_BYTES || syn_text_lower (simple, start, length) < length)
    {
      word = lower = syn_text_dup_lower (start, length);
      length = strlen (lower);
    }
  return find_slot (words, word, length, syn_text_hash (word, length))->languages;
}

/* How many function words of each language the beginning of @text has; how many words it is. */
static guint
count_hits (const char *text, gsize length, guint *hits)
{
  const FunctionWords *words = get_function_words ();
  guint n_words = 0;
  const char *end = text + length, *stop;

  for (const char *p = next_word (text, end, &stop); p < end && n_words < MAX_WORDS;
       p = next_word (stop, end, &stop), n_words++)
    {
      guint32 of = look_up (words, p, stop - p);

      for (guint i = 0; of >> i != 0; i++)
        hits[i] += of >> i & 1;
    }
  return n_words;
}

static guint
find_best (const guint *hits)
{
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
    if (hits[i] > hits[best])
      best = i;
  return best;
}

/* Where function words are too few to tell: letters that of the languages with lists only one has,
 * and none of their neighbours (Belarusian has ы with і, Mongolian with ө). */
static const char *
guess_by_letters (const char *text, gsize length)
{
  guint russian = 0, ukrainian = 0, both = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    switch (g_unichar_tolower (g_utf8_get_char (p)))
      {
      case 0x44b: /* ы */
      case 0x44d: /* э */
      case 0x451: /* ё */
        russian++;
        break;
      case 0x457: /* ї */
      case 0x454: /* є */
      case 0x491: /* ґ */
        ukrainian++;
        break;
      case 0x456: /* і */
      case 0x45e: /* ў */
      case 0x4af: /* ү */
      case 0x4e9: /* ө */
        both++;
        break;
      default:
        break;
      }
  if (russian >= MIN_TELLING && ukrainian == 0 && both == 0)
    return "ru";
  return ukrainian >= MIN_TELLING && russian == 0 ? "uk" : NULL;
}

const char *
syn_language_guess (const char *text, gsize length)
{
  guint hits[G_N_ELEMENTS (languages)] = { 0 };
  guint n_words = count_hits (text, length, hits), best = find_best (hits), second = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (i != best)
      second = MAX (second, hits[i]);
  if (n_words < MIN_WORDS)
    return NULL;
  if (hits[best] < MIN_SHARE * n_words || hits[best] == second)
    return guess_by_letters (text, length);
  return languages[best];
}

void
syn_language_settle (SynArticle *article)
{
  const char *language;

  g_return_if_fail (SYN_IS_ARTICLE (article));
  if (syn_article_get_language (article) != NULL)
    return;
  language = syn_language_guess (syn_article_get_text (article), syn_article_get_length (article));
  if (language != NULL)
    g_object_set (article, "language", language, NULL);
}

/* Whether most letters are of a script that no language with lists has. */
static gboolean
is_other_script (const char *text)
{
  guint known = 0, other = 0;

  for (const char *p = text; *p != '\0' && known + other < MAX_WORDS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeScript script;

      if (!g_unichar_isalpha (c))
        continue;
      script = g_unichar_get_script (c);
      if (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC)
        known++;
      else
        other++;
    }
  return other > known && other >= MIN_LETTERS_OTHER;
}

static gboolean
has_few_function_words (const char *text)
{
  guint hits[G_N_ELEMENTS (languages)] = { 0 };
  guint n_words = count_hits (text, strlen (text), hits);

  return n_words >= MIN_WORDS_OTHER && hits[find_best (hits)] < MIN_SHARE * n_words;
}

const char *
syn_language_of_article (SynArticle *article)
{
  const char *language = syn_article_get_language (article);
  const char *text = syn_article_get_text (article);

  if (language != NULL && *language != '\0')
    return language;
  return is_other_script (text) || has_few_function_words (text) ? SYN_LANGUAGE_OTHER : NULL;
}

const char *const *
syn_language_list (void)
{
  static const char *list[G_N_ELEMENTS (languages) + 1];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      memcpy (list, languages, sizeof languages);
      g_once_init_leave (&once, 1);
    }
  return list;
}

char *
syn_language_dup_name (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[80];
  g_autofree char *utf8 = NULL;
  glong end = 0;
  int32_t length;

  g_return_val_if_fail (code != NULL, NULL);

  length = uloc_getDisplayName (code, g_get_language_names ()[0], name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length <= 0)
    return g_strdup (code);
  utf8 = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, &end, NULL);
  if (utf8 == NULL)
    return g_strdup (code);
  /* Menus begin with a capital letter, in languages too that write the word small. */
  {
    g_autofree char *first = g_utf8_substring (utf8, 0, 1);
    g_autofree char *capital = g_utf8_strup (first, -1);

    return g_strconcat (capital, g_utf8_next_char (utf8), NULL);
  }
}
