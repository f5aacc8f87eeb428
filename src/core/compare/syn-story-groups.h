/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-story-words.h"

G_BEGIN_DECLS

/**
 * syn_story_groups_find:
 * @words: of all articles; weighed anew
 * @days: (array): per article its day, 0 where not known
 * @out_centrality: (array) (out caller-allocates): per article how near it is to its group as a whole
 *
 * Groups articles by event: average linkage (UPGMA) over cosines of weighted words, damped where
 * their dates lie apart.  Only articles that share telling words are ever looked at, and sums of
 * words stand for groups, so that it grows as n log n for any sizes of the groups.
 *
 * Returns: (transfer full) (element-type GArray of guint): groups, their articles ascending; in the
 *   order of their first articles; or %NULL when cancelled
 */
GPtrArray *syn_story_groups_find (SynStoryWords *words,
                                  const gint    *days,
                                  float         *out_centrality,
                                  GCancellable  *cancellable);

G_END_DECLS
