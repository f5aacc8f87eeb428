/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-stem-uk.h"

#include <string.h>

#define MIN_LETTERS 3

/* By length: the first that fits is the longest. */
static const char *const endings[] = {
  /* participles */
  "еного", "еному", "еними", "аного", "аному", "аними", "ений", "ених", "еним", "еної", "ений",
  "аний", "аних", "аним", "аної",
  /* verbs */
  "увала", "ували", "увало", "увати", "ювати", "ювала", "ювали", "ується", "ають", "яють", "ують",
  "юють", "ував", "ював", "ають", "ила", "ило", "или", "ала", "ало", "али", "яла", "яло", "яли",
  "іла", "іло", "іли", "ити", "ати", "яти", "іти", "ить", "їть", "ять", "уть", "ють", "ать", "ено",
  "ані", "ені", "ена", "ено", "ану", "ену", "ана", "ано", "имо", "емо", "ємо", "ите", "ете", "єте",
  "ула", "уло", "ули", "ути", "ув", "ає", "яє", "ує", "ив", "ав", "яв", "ів", "їв", "еш", "иш",
  /* adjectives and nouns */
  "ього", "ьому", "ими", "іми", "ого", "ому", "ами", "ями", "ові", "еві", "єві", "ий", "ій", "их",
  "іх", "ої", "ою", "ею", "єю", "им", "ім", "ую", "ом", "ем", "єм", "ам", "ям", "ах", "ях", "ей",
  "ті", "а", "я", "и", "і", "ї", "у", "ю", "о", "е", "є",
};

static gboolean
is_vowel (gunichar c)
{
  return g_utf8_strchr ("аеєиіїоуюя", -1, c) != NULL;
}

/* Whether what would be left is a word still. */
static gboolean
may_stay (const char *word, gsize length)
{
  guint letters = 0;
  gboolean vowel = FALSE;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p), letters++)
    vowel |= is_vowel (g_utf8_get_char (p));
  return vowel && letters >= MIN_LETTERS;
}

static gsize
drop_suffix (const char *word, gsize length, const char *suffix)
{
  gsize n = strlen (suffix);

  if (n >= length || memcmp (word + length - n, suffix, n) != 0 || !may_stay (word, length - n))
    return length;
  return length - n;
}

static gsize
drop_ending (const char *word, gsize length)
{
  gsize best = length;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    best = MIN (best, drop_suffix (word, length, endings[i]));
  return best;
}

/* "нн" of "поранення" and "поранено" becomes "н". */
static gsize
drop_double (const char *word, gsize length)
{
  const char *last, *before;

  if (!may_stay (word, length))
    return length;
  last = g_utf8_prev_char (word + length);
  before = g_utf8_prev_char (last);
  return g_utf8_get_char (last) == g_utf8_get_char (before) ? (gsize)(last - word) : length;
}

char *
syn_stem_ukrainian (const char *word)
{
  gsize length;

  g_return_val_if_fail (word != NULL, NULL);

  length = strlen (word);
  if (g_utf8_strlen (word, length) <= MIN_LETTERS)
    return g_strdup (word);
  length = MIN (drop_suffix (word, length, "ся"), drop_suffix (word, length, "сь"));
  length = drop_ending (word, length);
  length = drop_suffix (word, length, "ь");
  length = drop_double (word, length);
  return g_strndup (word, length);
}
