/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-language.h"

#include "text/syn-lexicon.h"

/* So many words tell the language. */
#define MAX_WORDS 400
#define MIN_WORDS 6
/* At least this share of all words must be function words of the language. */
#define MIN_SHARE 0.1

static const char *const languages[] = { "en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk" };

static const char *
next_word (const char *p, const char *end, const char **word_end)
{
  while (p < end && !g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  *word_end = p;
  while (*word_end < end && g_unichar_isalpha (g_utf8_get_char (*word_end)))
    *word_end = g_utf8_next_char (*word_end);
  return p;
}

const char *
syn_language_guess (const char *text, gsize length)
{
  guint hits[G_N_ELEMENTS (languages)] = { 0 };
  SynLexicon *lexicons[G_N_ELEMENTS (languages)];
  guint n_words = 0, best = 0, second = 0;
  const char *end = text + length, *stop;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    lexicons[i] = syn_lexicon_get (languages[i]);
  for (const char *p = next_word (text, end, &stop); p < end && n_words < MAX_WORDS;
       p = next_word (stop, end, &stop), n_words++)
    {
      g_autofree char *word = g_utf8_strdown (p, stop - p);

      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        hits[i] += syn_lexicon_has (lexicons[i], "stop", word);
    }
  for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
    if (hits[i] > hits[best])
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (i != best)
      second = MAX (second, hits[i]);
  if (n_words < MIN_WORDS || hits[best] < MIN_SHARE * n_words || hits[best] == second)
    return NULL;
  return languages[best];
}
