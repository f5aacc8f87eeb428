/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-initials.h"

#include <string.h>

#define LETTERS 2

static gboolean
is_letter (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* The first letters of the first two words, or the first two letters of the only one. */
static char *
make_plain (const char *name)
{
  g_autoptr (GString) initials = g_string_new (NULL);
  gboolean at_start = TRUE;
  guint n = 0;
  const char *second = NULL;

  for (const char *p = name; *p != '\0' && n < LETTERS; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) && at_start)
        {
          g_string_append_unichar (initials, g_unichar_toupper (c));
          second = n == 0 ? g_utf8_next_char (p) : second;
          n++;
        }
      at_start = !g_unichar_isalnum (c) && c != '\'' && c != 0x2019;
    }
  if (n == 1 && is_letter (second))
    g_string_append_unichar (initials, g_utf8_get_char (second));
  if (n == 0)
    g_string_append_c (initials, '?');
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

/* Where @a and @b part: a number counts as a whole, so that 10 and 14 part before the 1. */
static const char *
find_parting (const char *a, const char *b)
{
  const char *p = a, *q = b;

  while (*p != '\0' && g_utf8_get_char (p) == g_utf8_get_char (q))
    {
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
    }
  while (p > a && g_ascii_isdigit (p[-1]) && (g_ascii_isdigit (*p) || g_ascii_isdigit (*q)))
    p--;
  return p;
}

/* Letters from @at on: of one number, or of one word. */
static char *
take_letters (const char *at)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  guint n = 0;
  gboolean digits;

  while (*at != '\0' && !is_letter (at))
    at = g_utf8_next_char (at);
  digits = g_ascii_isdigit (*at);
  for (; *at != '\0' && n < LETTERS && is_letter (at) && g_ascii_isdigit (*at) == digits;
       at = g_utf8_next_char (at), n++)
    g_string_append_unichar (letters, n == 0 ? g_unichar_toupper (g_utf8_get_char (at)) : g_utf8_get_char (at));
  return n > 0 ? g_string_free (g_steal_pointer (&letters), FALSE) : NULL;
}

/* From where @name parts with the nearest of those that begin alike and still says something, or NULL. */
static char *
make_parted (const char *const *names, char **initials, guint i)
{
  g_autofree char *letters = NULL;
  const char *parting = NULL;

  for (guint k = 0; names[k] != NULL; k++)
    {
      const char *at = k != i && g_str_equal (initials[k], initials[i]) ? find_parting (names[i], names[k]) : NULL;
      g_autofree char *taken = at != NULL && (parting == NULL || at > parting) ? take_letters (at) : NULL;

      if (taken == NULL)
        continue;
      parting = at;
      g_free (letters);
      letters = g_steal_pointer (&taken);
    }
  /* A single one says more behind the letter that the name begins with. */
  if (letters != NULL && g_utf8_strlen (letters, -1) == 1 && !g_ascii_isdigit (*initials[i]))
    {
      g_autofree char *first = g_utf8_substring (initials[i], 0, 1);

      return g_strconcat (first, letters, NULL);
    }
  return g_steal_pointer (&letters);
}

/* How often each stands in @initials. */
static GHashTable *
count (char **initials)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; initials[i] != NULL; i++)
    g_hash_table_insert (counts, g_strdup (initials[i]),
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, initials[i])) + 1));
  return counts;
}

static gboolean
is_shared (GHashTable *counts, const char *initials)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, initials)) > 1;
}

/* The first keeps them; each later one has the first letter and a number that no other column has. */
static void
number (char **initials)
{
  g_autoptr (GHashTable) counts = count (initials);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint next = 2;

  for (guint i = 0; initials[i] != NULL; i++)
    {
      g_autofree char *letter = NULL;

      if (g_hash_table_add (seen, g_strdup (initials[i])))
        continue;
      letter = g_utf8_substring (initials[i], 0, 1);
      while (g_hash_table_contains (counts, initials[i]) || g_hash_table_contains (seen, initials[i]))
        {
          g_free (initials[i]);
          initials[i] = g_strdup_printf ("%s%u", letter, next++);
        }
      g_hash_table_add (seen, g_strdup (initials[i]));
    }
}

char **
syn_initials_list (const char *const *names)
{
  const guint n = g_strv_length ((char **) names);
  g_auto (GStrv) plain = g_new0 (char *, n + 1);
  g_auto (GStrv) initials = g_new0 (char *, n + 1);
  g_autoptr (GHashTable) counts = NULL;

  for (guint i = 0; i < n; i++)
    plain[i] = make_plain (names[i]);
  counts = count (plain);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = is_shared (counts, plain[i]) ? make_parted (names, plain, i) : NULL;

      initials[i] = own != NULL ? g_steal_pointer (&own) : g_strdup (plain[i]);
    }
  number (initials);
  return g_steal_pointer (&initials);
}
