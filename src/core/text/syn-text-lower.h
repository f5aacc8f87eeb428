/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_text_lower:
 * @out: room for @length bytes; may be @text itself
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Writes @text in lower case where that changes no character's length and needs no table: ASCII, Latin-1 and the
 * marks of print.  Nothing depends on the locale.
 *
 * Returns: how many bytes were done; @length, or less where another character stands
 */
gsize syn_text_lower (char *out, const char *text, gsize length);

/* (transfer full): @length bytes of @text in lower case, as g_utf8_strdown() gives it. */
char *syn_text_dup_lower (const char *text, gsize length);

G_END_DECLS
