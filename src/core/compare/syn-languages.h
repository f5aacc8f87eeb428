/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-lexicon.h"

G_BEGIN_DECLS

/**
 * syn_language_dup_pivot:
 * @lower: a word as it stands in the text, lower case
 *
 * Returns: (transfer full) (nullable): the term that all languages have for what the word says befell
 *   people ("@harm die"), or for a thing of the news ("@thing fire"); %NULL for other words
 */
char *syn_language_dup_pivot (SynLexicon *lexicon, const char *lower);

/**
 * syn_language_dup_common:
 * @stem: the word's stem
 *
 * Returns: (transfer full): what the word is told by where articles have several languages: its pivot,
 *   the country or city it names, else its stem in Latin letters
 */
char *syn_language_dup_common (SynLexicon *lexicon, const char *lower, const char *stem);

G_END_DECLS
