/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-text-lower.h"

#include "text/syn-text-char.h"

/* First bytes of UTF-8. */
#define LATIN1_SIGNS 0xc2   /* U+0080 to U+00BF: none has a case but "ª", "º" and "µ", which are small */
#define LATIN1_LETTERS 0xc3 /* U+00C0 to U+00FF */
#define PRINT_MARKS 0xe2    /* U+2000 to U+203F, where 0x80 follows: dashes, quotation marks, spaces */

/* The second byte of a Latin-1 letter: "Þ" is the last capital, "×" is none. */
static inline char
lower_latin1 (guchar byte)
{
  return byte <= 0x9e && byte != 0x97 ? byte + 0x20 : byte;
}

gsize
syn_text_lower (char *out, const char *text, gsize length)
{
  gsize i = 0;

  while (i < length)
    {
      guchar c = text[i];

      if (c < 0x80)
        out[i++] = syn_char_lower_ascii (c);
      else if (c == LATIN1_SIGNS || c == LATIN1_LETTERS)
        {
          out[i] = c;
          out[i + 1] = c == LATIN1_LETTERS ? lower_latin1 (text[i + 1]) : text[i + 1];
          i += 2;
        }
      else if (c == PRINT_MARKS && (guchar)text[i + 1] == 0x80)
        {
          out[i] = c;
          out[i + 1] = text[i + 1];
          out[i + 2] = text[i + 2];
          i += 3;
        }
      else
        break;
    }
  return i;
}

char *
syn_text_dup_lower (const char *text, gsize length)
{
  g_autofree char *lower = g_malloc (length + 1);

  if (syn_text_lower (lower, text, length) < length)
    return g_utf8_strdown (text, length);
  lower[length] = '\0';
  return g_steal_pointer (&lower);
}
