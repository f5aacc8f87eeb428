/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-text-char.h"
#include "text/syn-text-lower.h"

#include <string.h>

/* Every character by itself, and the characters below 0x80 as GLib sees them. */
static void
test_characters (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char text[7];
      gsize length = g_unichar_to_utf8 (c, text);
      g_autofree char *lower = NULL;
      g_autofree char *expected = NULL;

      if (!g_unichar_validate (c))
        continue;
      text[length] = '\0';
      lower = syn_text_dup_lower (text, length);
      expected = g_utf8_strdown (text, length);
      g_assert_cmpstr (lower, ==, expected);
      g_assert_cmpuint (syn_char_at (text), ==, c);
      g_assert_cmpint (syn_char_is_space (c), ==, g_unichar_isspace (c));
      g_assert_cmpint (syn_char_is_alnum (c), ==, g_unichar_isalnum (c));
      g_assert_cmpint (syn_char_is_alpha (c), ==, g_unichar_isalpha (c));
      g_assert_cmpint (syn_char_is_digit (c), ==, g_unichar_isdigit (c));
      g_assert_cmpint (syn_char_is_upper (c), ==, g_unichar_isupper (c));
      g_assert_cmpint (syn_char_is_lower (c), ==, g_unichar_islower (c));
    }
}

/* Mixed characters: what stands beside one may matter ("Σ" at the end of a word). */
static void
test_random_text (void)
{
  static const gunichar pool[] = { 'a', 'I', 'Z', ' ', '\'', 0xc9, 0xdf, 0xd7, 0xde, 0xb5, 0x130, 0x3a3,
                                   0x3c2, 0x416, 0x2019, 0x2014, 0x201c, 0x2126, 0x4e2d, 0x301 };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *lower = NULL;
      g_autofree char *expected = NULL;

      for (gint n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append_unichar (text, pool[g_test_rand_int_range (0, G_N_ELEMENTS (pool))]);
      lower = syn_text_dup_lower (text->str, text->len);
      expected = g_utf8_strdown (text->str, -1);
      g_assert_cmpstr (lower, ==, expected);
    }
}

static void
test_stops_at_what_needs_a_table (void)
{
  const char *text = "ÉTÉ “À Ж";
  char lower[32] = "";

  g_assert_cmpuint (syn_text_lower (lower, text, strlen (text)), ==, strlen ("ÉTÉ “À "));
  g_assert_cmpstr (lower, ==, "été “à ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-lower/characters", test_characters);
  g_test_add_func ("/text-lower/random-text", test_random_text);
  g_test_add_func ("/text-lower/stops", test_stops_at_what_needs_a_table);
  return g_test_run ();
}
