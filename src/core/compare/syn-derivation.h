/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/**
 * syn_comparison_dup_derivation:
 * @self: a comparison fresh from the engine
 * @decisions: what the reader decided; it may hold nothing
 * @a, @b: two statements
 *
 * How the score of two statements comes about, for those who want to check it by hand: the words
 * with their weights, every part of the score, the bridges of the two-step link, the probability
 * before and after the reader's answers, tier, reason, and the conflicts found between the two.
 *
 * Returns: (transfer full): lines of text, in English: its terms are those of the source
 */
char *syn_comparison_dup_derivation (SynComparison *self,
                                     const SynDecisions *decisions,
                                     guint a,
                                     guint b);

G_END_DECLS
