/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"
#include "text/syn-arena.h"

G_BEGIN_DECLS

/**
 * SynStoryCount: how often a word stands in an article.
 * @stem: the number of the word
 * @count: what it counts for: more in headline and lead
 * @n, @n_names: times it stands there, and stands like a name
 */
typedef struct
{
  guint32 stem;
  float count;
  guint n, n_names;
} SynStoryCount;

/**
 * SynStoryBatch: articles that share one table of words already stemmed.
 * @known: words as they stand in a text, with their language, and what is known of them, in @arena
 * @stem_index: stem → index into @stems
 * @stems: (element-type utf8)
 * @places: (element-type guint): per stem, one more than its index in the counts of the article that is
 *   being read
 * @counts: (element-type GArray of SynStoryCount): per article, by stem
 * @sketches: (element-type GArray of guint32): per article, see syn-story-copies.h
 * @years: (element-type gint): per article the latest year that it names, or 0
 * @mixed: the corpus has several languages
 */
typedef struct
{
  GHashTable *known;
  SynArena *arena;
  GHashTable *stem_index;
  GPtrArray *stems;
  GArray *places;
  GPtrArray *counts;
  GPtrArray *sketches;
  GArray *years;
  gboolean mixed;
} SynStoryBatch;

void syn_story_batch_init (SynStoryBatch *self, gboolean mixed);
/* Counts the words of one more article.  O(text). */
void syn_story_batch_read (SynStoryBatch *self, SynArticle *article);
/* Behind the last article: drops what only reading needs. */
void syn_story_batch_finish (SynStoryBatch *self);
void syn_story_batch_clear (SynStoryBatch *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SynStoryBatch, syn_story_batch_clear)

/* By stem, for g_array_sort(). */
int syn_story_count_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
