/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @c is of a script that puts no spaces between words. */
static inline gboolean
syn_text_is_unspaced (gunichar c)
{
  /* Thai is the first of them; most letters are before it, and to look a script up takes a search. */
  if (c < 0x0e00)
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Soft hyphens and joiners inside a word: where it may be broken or joined, not what it says. */
static inline gboolean
syn_text_is_joiner (gunichar c)
{
  return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

G_END_DECLS
