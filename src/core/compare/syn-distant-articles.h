/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"

G_BEGIN_DECLS

/**
 * syn_distant_articles_part:
 * @engine: a story whose pairs were scored; with few or very many statements nothing is done
 *
 * Two articles of one folder may tell of two events, or of one on two days.  Then even the best pairs of
 * their statements are weak, and what looks alike in them is the subject and not the claim: all their
 * pairs lose by how weak the best ones are.  Sorts the pairs again where any did.
 */
void syn_distant_articles_part (SynEngine *engine);

/**
 * syn_distant_articles_measure:
 * @a, @b: articles
 *
 * Returns: what syn_distant_articles_part() added to the pairs of these two; 0 for most, never more
 */
double syn_distant_articles_measure (SynEngine *engine, guint a, guint b);

G_END_DECLS
