/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-stories.h"

G_BEGIN_DECLS

/**
 * syn_story_ids_inherit:
 * @stories: (element-type SynStory): with names of their own, which give way
 * @old: (element-type utf8): per article the name of the story it was in, or %NULL
 *
 * A story goes on under the name that most of its articles were known by, so that what is kept under a
 * name stays with it when articles come, go or move.  Of several stories with articles of one old story,
 * the one that has most of them goes on.  O(n log n).
 */
void syn_story_ids_inherit (GArray *stories, const GPtrArray *old);

G_END_DECLS
