/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-language.h"

#include "text/syn-lexicon.h"

#include <string.h>

/* So many words tell the language. */
#define MAX_WORDS 400
#define MIN_WORDS 6
/* At least this share of all words must be function words of the language. */
#define MIN_SHARE 0.1
/* A text of so many words, or of so many letters in a script that none of the languages has, in which
 * fewer than MIN_SHARE are function words of one, is in another language. */
#define MIN_WORDS_OTHER 60
#define MIN_LETTERS_OTHER 40
/* Function words are shorter. */
#define MAX_ASCII 24

static const char *const languages[] = { "en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk" };

/* Function words of all languages, each with a bit for every language that has it. */
static GHashTable *
get_function_words (void)
{
  static GHashTable *words;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      words = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          const char *const *lines = syn_lexicon_get_list (syn_lexicon_get (languages[i]), "stop");

          for (guint k = 0; lines[k] != NULL; k++)
            {
              guint known = GPOINTER_TO_UINT (g_hash_table_lookup (words, lines[k]));

              g_hash_table_replace (words, (gpointer)lines[k], GUINT_TO_POINTER (known | 1u << i));
            }
        }
      g_once_init_leave (&ready, 1);
    }
  return words;
}

static inline gboolean
is_letter (const char *p)
{
  return (guchar)*p < 0x80 ? g_ascii_isalpha (*p) : g_unichar_isalpha (g_utf8_get_char (p));
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
static guint
look_up (GHashTable *words, const char *start, gsize length)
{
  char ascii[MAX_ASCII + 1];
  g_autofree char *lower = NULL;
  gsize n = 0;

  while (n < length && n < MAX_ASCII && (guchar)start[n] < 0x80)
    {
      ascii[n] = g_ascii_tolower (start[n]);
      n++;
    }
  ascii[n] = '\0';
  if (n < length)
    lower = g_utf8_strdown (start, length);
  return GPOINTER_TO_UINT (g_hash_table_lookup (words, lower != NULL ? lower : ascii));
}

/* How many function words of each language the beginning of @text has; how many words it is. */
static guint
count_hits (const char *text, gsize length, guint *hits)
{
  GHashTable *words = get_function_words ();
  guint n_words = 0;
  const char *end = text + length, *stop;

  for (const char *p = next_word (text, end, &stop); p < end && n_words < MAX_WORDS;
       p = next_word (stop, end, &stop), n_words++)
    {
      guint of = look_up (words, p, stop - p);

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

const char *
syn_language_guess (const char *text, gsize length)
{
  guint hits[G_N_ELEMENTS (languages)] = { 0 };
  guint n_words = count_hits (text, length, hits), best = find_best (hits), second = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (i != best)
      second = MAX (second, hits[i]);
  if (n_words < MIN_WORDS || hits[best] < MIN_SHARE * n_words || hits[best] == second)
    return NULL;
  return languages[best];
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
