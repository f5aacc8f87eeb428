/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-transliterate.h"

#include <string.h>

#define MAX_LETTERS 64
#define MIN_LETTERS 4
#define MIN_LETTERS_UNEQUAL 6
#define MIN_CONSONANTS 2
#define MIN_CONSONANTS_UNEQUAL 3

/* Hissing sounds are one letter: no two languages write them alike. */
static const struct
{
  gunichar letter;
  const char *latin;
} cyrillic[] = {
  { 0x430, "a" }, { 0x431, "b" }, { 0x432, "v" }, { 0x433, "g" }, { 0x434, "d" }, { 0x435, "e" },
  { 0x436, "s" }, { 0x437, "s" }, { 0x438, "i" }, { 0x439, "i" }, { 0x43a, "k" }, { 0x43b, "l" },
  { 0x43c, "m" }, { 0x43d, "n" }, { 0x43e, "o" }, { 0x43f, "p" }, { 0x440, "r" }, { 0x441, "s" },
  { 0x442, "t" }, { 0x443, "u" }, { 0x444, "f" }, { 0x445, "h" }, { 0x446, "s" }, { 0x447, "s" },
  { 0x448, "s" }, { 0x449, "s" }, { 0x44a, "" },  { 0x44b, "i" }, { 0x44c, "" },  { 0x44d, "e" },
  { 0x44e, "iu" }, { 0x44f, "ia" }, { 0x451, "e" }, { 0x454, "e" }, { 0x456, "i" },
  { 0x457, "i" }, { 0x491, "g" },
};

/* The longest come first. */
static const struct
{
  const char *letters, *sound;
} latin[] = {
  { "schtsch", "s" }, { "shch", "s" }, { "tsch", "s" }, { "tch", "s" }, { "sch", "s" },
  { "sh", "s" },      { "zh", "s" },   { "cz", "s" },   { "ts", "s" },  { "tz", "s" },
  { "ph", "f" },      { "kh", "h" },   { "ck", "k" },   { "th", "t" },  { "qu", "kv" },
  { "ou", "u" },      { "ss", "s" },   { "w", "v" },    { "q", "k" },   { "x", "ks" },
  { "z", "s" },       { "j", "i" },    { "y", "i" },
};

static const char *
find_cyrillic (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (cyrillic); i++)
    if (cyrillic[i].letter == c)
      return cyrillic[i].latin;
  return NULL;
}

/* Letters to sounds.  "ch" is a hiss but for German, "c" is one before "e" and "i". */
static void
append_latin (GString *out, const char *text, gboolean german)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize length = 0;

      for (guint i = 0; i < G_N_ELEMENTS (latin) && length == 0; i++)
        if (g_str_has_prefix (p, latin[i].letters))
          {
            g_string_append (out, latin[i].sound);
            length = strlen (latin[i].letters);
          }
      if (length == 0 && g_str_has_prefix (p, "ch"))
        {
          g_string_append_c (out, german ? 'h' : 's');
          length = 2;
        }
      if (length == 0)
        {
          g_string_append_c (out, *p != 'c' ? *p : p[1] == 'e' || p[1] == 'i' ? 's' : 'k');
          length = 1;
        }
      p += length;
    }
}

char *
syn_transliterate (const char *name, const char *language)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *lower = composed != NULL ? g_utf8_strdown (composed, -1) : NULL;
  g_autoptr (GString) ascii = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean is_latin = FALSE;

  for (const char *p = lower; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *found = find_cyrillic (c);
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      if (found != NULL)
        g_string_append (out, c == 0x433 && g_strcmp0 (language, "uk") == 0 ? "h" : found);
      else if (g_unichar_isalpha (c))
        {
          g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
          if (parts[0] >= 0x80)
            return NULL;
          g_string_append_c (ascii, (char)parts[0]);
          is_latin = TRUE;
        }
    }
  if (is_latin)
    append_latin (out, ascii->str, g_strcmp0 (language, "de") == 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL;
}

char *
syn_transliteration_dup_skeleton (const char *name)
{
  GString *out = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (p == name && is_vowel (*p))
      g_string_append_c (out, 'a');
    else if (!is_vowel (*p) && *p != 'h' && (out->len == 0 || out->str[out->len - 1] != *p))
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static guint
edit_distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  guint row[MAX_LETTERS + 1];

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < n; j++)
        {
          guint above = row[j + 1], cost = diagonal + (a[i] != b[j]);

          row[j + 1] = MIN (cost, MIN (above, row[j]) + 1);
          diagonal = above;
        }
    }
  return row[n];
}

gboolean
syn_transliterations_agree (const char *a, const char *b)
{
  gsize length_a = strlen (a), length_b = strlen (b), shorter = MIN (length_a, length_b);
  g_autofree char *skeleton_a = NULL;
  g_autofree char *skeleton_b = NULL;

  if (shorter < MIN_LETTERS || MAX (length_a, length_b) > MAX_LETTERS)
    return FALSE;
  skeleton_a = syn_transliteration_dup_skeleton (a);
  skeleton_b = syn_transliteration_dup_skeleton (b);
  if (strcmp (skeleton_a, skeleton_b) != 0 || strlen (skeleton_a) < MIN_CONSONANTS)
    return FALSE;
  if (strcmp (a, b) == 0)
    return TRUE;
  return strlen (skeleton_a) >= MIN_CONSONANTS_UNEQUAL
         && MAX (length_a, length_b) >= MIN_LETTERS_UNEQUAL && edit_distance (a, b) <= 2;
}
