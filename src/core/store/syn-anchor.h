/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syn-workspace.h"

G_BEGIN_DECLS

/* How many characters before and after a quote are remembered. */
#define SYN_ANCHOR_CONTEXT 32
/* Least share of a quote's words that must be found again in their order. */
#define SYN_ANCHOR_LEAST_SCORE 0.75

/* (transfer full): an anchor on the bytes @span of @article. */
SynAnchor *syn_anchor_new (SynArticle *article, SynSpan span);

/**
 * syn_anchor_find:
 * @article: the article the anchor was made on, or a later version of it
 * @out_span: bytes of @article's text
 * @out_score: (optional): 1 when the words are there as they were, else the share of words found
 *
 * Finds the anchor's words again: at their place with the same surroundings; else word for word, and of
 * several places the one whose surroundings agree best, then the nearest; else the stretch of text whose
 * words are nearest by edit distance (Sellers 1980, on words; O(words of quote × words of text)), if it
 * scores at least %SYN_ANCHOR_LEAST_SCORE.
 */
gboolean syn_anchor_find (const SynAnchor *self, SynArticle *article, SynSpan *out_span, double *out_score);

G_END_DECLS
