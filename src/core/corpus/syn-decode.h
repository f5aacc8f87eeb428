/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-importer.h"

G_BEGIN_DECLS

/**
 * syn_decode:
 * @import: whose bytes to read as text
 * @declared: (nullable): the encoding that the file itself names
 * @out_encoding: (out) (transfer full): what it was read as
 *
 * Makes valid UTF-8 of any bytes: a byte-order mark decides, then UTF-8, then UTF-16 without a mark, then
 * @declared, then the likeliest legacy encoding.  Line ends become "\n", NUL is dropped, what is no
 * character becomes U+FFFD; each of these is said in the remarks.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when it is no text at all
 */
char *syn_decode (SynImport *import, const char *declared, char **out_encoding, GError **error);

G_END_DECLS
