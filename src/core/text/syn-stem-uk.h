/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_stem_ukrainian:
 * @word: lower case, NFC
 *
 * A light stemmer: drops the reflexive particle and one ending of a noun, an adjective, a participle or a
 * verb, the longest that leaves a vowel and three letters, then a soft sign and one of two equal letters.
 * The endings are those of school grammars; the way is that of the Russian stemmer of Snowball.
 *
 * Returns: (transfer full): the stem, @word itself where nothing can be dropped
 */
char *syn_stem_ukrainian (const char *word);

G_END_DECLS
