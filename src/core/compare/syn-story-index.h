/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-story-words.h"

G_BEGIN_DECLS

/* Of an article that has not been put into one. */
#define SYN_STORY_NO_GROUP G_MAXUINT

/**
 * SynStoryIndex: what is known of articles that are grouped, so that others can be put beside them.
 *
 * @words: of all articles
 * @keys: (element-type utf8): per article what tells whether it is still the same
 * @groups: (element-type guint): per article its group, an index of @ids
 * @centrality: (element-type float): per article how near it is to its group as a whole
 * @ids: (element-type utf8): per group the name of its story; a new group has none
 * @n_changed: so many articles came and went since all were grouped
 */
typedef struct
{
  SynStoryWords *words;
  GPtrArray *keys;
  GArray *groups, *centrality;
  GPtrArray *ids;
  guint n_changed;
} SynStoryIndex;

/* Takes @words (nullable). */
SynStoryIndex *syn_story_index_new (SynStoryWords *words);
void           syn_story_index_free (SynStoryIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStoryIndex, syn_story_index_free)

/* The articles are those of @corpus, in its order. */
void syn_story_index_set_keys (SynStoryIndex *self, SynCorpus *corpus);

/**
 * syn_story_index_follow:
 * @corpus: what the articles are now
 * @days: (array): per article of @corpus its day, 0 where not known
 *
 * Keeps what is known of articles that are in @corpus, in its order, forgets the others, and puts each new
 * one into the group that it is nearest to, by the measure of syn_story_groups_find(), or into one of its
 * own.  Weights stay those of when all were grouped, and no article that is known changes its group: what
 * the reader has open does not move.  O(text of new articles + words of all for each new one).
 *
 * Returns: %FALSE when too much has changed, and all have to be grouped anew; the index is of no use then
 */
gboolean syn_story_index_follow (SynStoryIndex *self, SynCorpus *corpus, const gint *days);

/* Reads the article at @place and puts it into the group that it is nearest to. */
void syn_story_index_place (SynStoryIndex *self, guint place, SynArticle *article, const gint *days);

/* As one string of bytes, on this machine; (transfer full). */
GBytes        *syn_story_index_to_bytes (SynStoryIndex *self);
/* (transfer full) (nullable): %NULL where @bytes are not what was written */
SynStoryIndex *syn_story_index_new_from_bytes (GBytes *bytes);

G_END_DECLS
