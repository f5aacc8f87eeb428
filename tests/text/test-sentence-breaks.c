/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-sentence-breaks.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* All boundaries in @text, by ICU and by us. */
static void
assert_same_as_icu (UBreakIterator *iterator, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  const char *end = text + strlen (text), *p = text;

  utext_openUTF8 (&utext, text, end - text, &status);
  ubrk_setUText (iterator, &utext, &status);
  g_assert_true (U_SUCCESS (status));
  for (gint32 at = ubrk_next (iterator); at != UBRK_DONE; at = ubrk_next (iterator))
    {
      p = syn_sentence_break_next (p, end);
      if (p - text != at)
        g_error ("“%s”: ICU breaks at %d, not at %d", text, at, (int)(p - text));
    }
  g_assert_true (p == end);
  utext_close (&utext);
}

static const char *const texts[] = {
  "One. Two! Three? four.",
  "He paid 3.5 million. It was 4.",
  "The U.S. said so. Mr. Smith of the U.K. government did not.",
  "“Go.” She went. (He stayed.) [So did they.] ‘Why?’ they asked",
  "Wait... what? No – really. e.g. this; i.e. that.",
  "one.\r\nTwo\u2028three.\302\205four\n\n. five",
  "Привіт. Як справи? Добре.",
  "これは文です。次の文。「そう。」と言った。",
  "a.\u0301 B. \u00adc. \u200bD",
  ".",
  "",
};

/* Any characters beside each other, those of the rules more often than others. */
static void
test_random_text (void)
{
  static const gunichar pool[] = {
    '.', '.', '!', '?', ' ', ' ', ' ', '\t', '\r', '\n', 'a', 'b', 'A', 'B', '1', '2', ',', '-', ':', ';',
    '(', ')', '[', '"', '\'', 0xa0, 0xad, 0x85, 0xab, 0xbb, 0xe9, 0xc9, 0x301, 0x308, 0x416, 0x436, 0x2013,
    0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2024, 0x2026, 0x2028, 0x2029, 0x200b, 0x200d, 0x2060, 0x3002,
    0x300c, 0x300d, 0x4e2d, 0x5d0, 0x661, 0xfe52, 0x203c, 0x1f600, '$', '%', '*', '_', 0x2c6, 0x1c5,
  };
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);

  g_assert_true (U_SUCCESS (status));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_same_as_icu (iterator, texts[i]);
  for (guint round = 0; round < 50000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint n = g_test_rand_int_range (0, 16); n > 0; n--)
        g_string_append_unichar (text, pool[g_test_rand_int_range (0, G_N_ELEMENTS (pool))]);
      assert_same_as_icu (iterator, text->str);
    }
  ubrk_close (iterator);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-breaks/as-icu", test_random_text);
  return g_test_run ();
}
