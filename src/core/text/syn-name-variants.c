/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-names.h"

#include <string.h>

#define MAX_LETTERS 48
#define MIN_LETTERS 5
#define MIN_CONSONANTS 3

typedef struct
{
  gunichar letters[MAX_LETTERS];
  guint n;
} Letters;

/* Lower case without marks: what two transliterations can be compared in. */
static gboolean
fold_word (const char *word, Letters *out)
{
  g_autofree char *decomposed = g_utf8_normalize (word, -1, G_NORMALIZE_NFKD);

  out->n = 0;
  if (decomposed == NULL)
    return FALSE;

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      if (out->n == MAX_LETTERS)
        return FALSE;
      out->letters[out->n++] = g_unichar_tolower (c);
    }
  return out->n > 0;
}

static gboolean
is_vowel (gunichar c)
{
  return c < 0x80 && strchr ("aeiouy", (int) c) != NULL;
}

static void
append_consonant (Letters *out, gunichar c)
{
  if (out->n == 0 || out->letters[out->n - 1] != c)
    out->letters[out->n++] = c;
}

/* Vowels fall away behind the first letter, and what scripts write in two ways becomes one letter. */
static void
make_skeleton (const Letters *word, Letters *out)
{
  out->n = 0;
  for (guint i = 0; i < word->n; i++)
    {
      gunichar c = word->letters[i];
      gunichar next = i + 1 < word->n ? word->letters[i + 1] : 0;

      if (i > 0 && is_vowel (c))
        continue;
      if (c == 'p' && next == 'h')
        append_consonant (out, 'f'), i++;
      else if (c == 'k' && next == 'h')
        append_consonant (out, 'h'), i++;
      else if (c == 'c' && next == 'k')
        append_consonant (out, 'k'), i++;
      else if (c == 'w')
        append_consonant (out, 'v');
      else if (c == 'q')
        append_consonant (out, 'k');
      else
        append_consonant (out, c);
    }
}

static gboolean
letters_equal (const Letters *a, const Letters *b)
{
  return a->n == b->n && memcmp (a->letters, b->letters, a->n * sizeof (gunichar)) == 0;
}

static guint
edit_distance (const Letters *a, const Letters *b)
{
  guint row[MAX_LETTERS + 1];

  for (guint j = 0; j <= b->n; j++)
    row[j] = j;
  for (guint i = 0; i < a->n; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < b->n; j++)
        {
          guint above = row[j + 1];
          guint cost = diagonal + (a->letters[i] != b->letters[j]);

          row[j + 1] = MIN (cost, MIN (above, row[j]) + 1);
          diagonal = above;
        }
    }
  return row[b->n];
}

/* 0: different names, 1: the same word, 2: two spellings of it */
static int
compare_words (const char *a, const char *b)
{
  Letters la, lb, sa, sb;
  guint shorter;

  if (!fold_word (a, &la) || !fold_word (b, &lb))
    return 0;
  if (letters_equal (&la, &lb))
    return g_strcmp0 (a, b) == 0 ? 1 : 2;

  shorter = MIN (la.n, lb.n);
  if (shorter < MIN_LETTERS)
    return 0;
  make_skeleton (&la, &sa);
  make_skeleton (&lb, &sb);
  if (sa.n < MIN_CONSONANTS || !letters_equal (&sa, &sb))
    return 0;
  return edit_distance (&la, &lb) <= (shorter < 6 ? 1u : 2u) ? 2 : 0;
}

gboolean
syn_names_are_variants (const char *a, const char *b)
{
  g_auto (GStrv) words_a = NULL, words_b = NULL;
  gboolean differ = FALSE;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  words_a = g_strsplit_set (a, " -\t\n", -1);
  words_b = g_strsplit_set (b, " -\t\n", -1);
  if (g_strv_length (words_a) != g_strv_length (words_b))
    return FALSE;

  for (guint i = 0; words_a[i] != NULL; i++)
    {
      int found = compare_words (words_a[i], words_b[i]);

      if (found == 0)
        return FALSE;
      differ |= found == 2;
    }
  return differ;
}

char *
syn_name_dup_skeleton (const char *word)
{
  Letters letters, skeleton;
  GString *out;

  g_return_val_if_fail (word != NULL, NULL);

  if (!fold_word (word, &letters) || letters.n < MIN_LETTERS)
    return NULL;
  make_skeleton (&letters, &skeleton);
  if (skeleton.n < MIN_CONSONANTS)
    return NULL;
  out = g_string_new (NULL);
  for (guint i = 0; i < skeleton.n; i++)
    g_string_append_unichar (out, skeleton.letters[i]);
  return g_string_free (out, FALSE);
}
