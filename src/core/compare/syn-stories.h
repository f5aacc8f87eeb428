/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"

G_BEGIN_DECLS

/**
 * SynStory: the articles of a corpus that report one event.
 * @id: "s-" and ten hexadecimal digits, from the content of its earliest article; where the story was
 *   known before, the name that most of its articles were known by
 * @title: headline of the article that is nearest to all others
 * @articles: (element-type guint): indices in the corpus, ascending; at least one
 * @first, @last: (nullable): when its earliest and latest dated articles were published
 */
typedef struct
{
  char *id;
  char *title;
  GArray *articles;
  GDateTime *first, *last;
} SynStory;

/**
 * SynStoryMove: the reader's word on where an article belongs.
 * @article: index in the corpus
 * @with: index of an article whose story it belongs to; itself: a story of its own
 */
typedef struct
{
  guint article, with;
} SynStoryMove;

/* The stories of a corpus.  Immutable once made; may be read from any thread. */
typedef struct _SynStories SynStories;

/**
 * syn_stories_new:
 * @corpus: the articles
 * @progress: (nullable): called from this thread
 * @cancellable: (nullable): stops it within some milliseconds
 *
 * Groups the articles by event: what their words, names above all, and their dates have in common.
 * Two events of one kind stay apart; copies and later reports of one event stay together; one or two
 * articles are one story.  Deterministic, whatever the number of threads.  O(n log n) in the number of
 * articles.
 *
 * Returns: (transfer full): the stories, or %NULL when cancelled
 */
SynStories *syn_stories_new (SynCorpus       *corpus,
                             SynProgressFunc  progress,
                             gpointer         user_data,
                             GCancellable    *cancellable,
                             GError         **error);
SynStories *syn_stories_ref (SynStories *self);
void        syn_stories_unref (SynStories *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStories, syn_stories_unref)

/**
 * syn_stories_move:
 * @self: stories fresh from syn_stories_new()
 * @moves: (element-type SynStoryMove): in the order they were made; the last word on an article counts
 *
 * Returns: (transfer full): the same stories with the reader's moves.  Milliseconds.
 */
SynStories *syn_stories_move (SynStories *self, const GArray *moves);

/* Those of most articles come first, then the latest. */
guint           syn_stories_get_n (SynStories *self);
const SynStory *syn_stories_get (SynStories *self, guint story);
/* The story that @article is in. */
guint           syn_stories_find (SynStories *self, guint article);
/* Which of the articles of @story @article is, or -1. */
gint            syn_stories_find_place (SynStories *self, guint article, guint story);
/* The story named @id, or -1. */
gint            syn_stories_lookup (SynStories *self, const char *id);
/* The corpus it was made of; (transfer none). */
SynCorpus      *syn_stories_get_corpus (SynStories *self);

/**
 * syn_stories_dup_corpus:
 *
 * Returns: (transfer full): the articles of @story by themselves, in their order; they keep the names
 *   they have in the whole corpus
 */
SynCorpus *syn_stories_dup_corpus (SynStories *self, guint story);

G_END_DECLS
