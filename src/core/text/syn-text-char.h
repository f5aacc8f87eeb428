/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a character is, asked of every character that is read.  Most text is ASCII, and GLib's tables are far away:
 * below 0x80 a look into one small table answers what GLib would.
 */

/* The character at @p, where valid UTF-8 stands. */
static inline gunichar
syn_char_at (const char *p)
{
  return (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);
}

static inline gboolean
syn_char_is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c);
}

static inline gboolean
syn_char_is_alnum (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);
}

static inline gboolean
syn_char_is_alpha (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c);
}

static inline gboolean
syn_char_is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit (c) : g_unichar_isdigit (c);
}

static inline gboolean
syn_char_is_upper (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
}

static inline gboolean
syn_char_is_lower (gunichar c)
{
  return c < 0x80 ? g_ascii_islower (c) : g_unichar_islower (c);
}

/* @byte in lower case, where it is ASCII. */
static inline char
syn_char_lower_ascii (guchar byte)
{
  return (guchar)(byte - 'A') < 26 ? byte + 0x20 : byte;
}

G_END_DECLS
