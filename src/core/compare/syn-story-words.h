/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"

G_BEGIN_DECLS

/**
 * SynStoryWord: a word of an article, or of several together.
 * @term: the corpus's number of the word
 * @weight: how much it tells of the event
 */
typedef struct
{
  guint32 term;
  float weight;
} SynStoryWord;

/**
 * SynStoryWords: what each article of a corpus is about, by its words.
 *
 * A light pass: no statements, no facts; only stems and whether they look like names.
 *
 * @vectors: (element-type GArray of SynStoryWord): per article, sorted by term, of length 1
 * @sketches: (element-type GArray of guint32): per article, a sample of its runs of words, see
 *   syn-story-copies.h
 * @languages: (element-type guint): per article, a small number that stands for its language
 * @years: (element-type gint): per article the latest year that it names, or 0
 * @idf: (element-type float): per word, how rare it is
 * @is_name: (element-type gboolean): per word, whether it is mostly written like a name
 * @stems: (element-type utf8): the words of the corpus
 * @language_names: (element-type utf8): per number its language; interned
 * @n_weighed: of so many articles, or groups of them, @idf tells in how many a word is
 */
typedef struct
{
  GPtrArray *vectors, *sketches;
  GArray *languages, *years;
  GArray *idf, *is_name;
  GPtrArray *stems, *language_names;
  guint n_weighed;
} SynStoryWords;

/**
 * syn_story_words_new:
 * @corpus: the articles
 * @cancellable: (nullable): stops it
 *
 * O(text).  As many threads as cores; the result does not depend on them.
 *
 * Returns: (transfer full): the words, or %NULL when cancelled
 */
SynStoryWords *syn_story_words_new (SynCorpus *corpus, GCancellable *cancellable);
void           syn_story_words_free (SynStoryWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStoryWords, syn_story_words_free)

/* Without an article; (transfer full). */
SynStoryWords *syn_story_words_alloc (void);
/* The number of the language of @article, which gets one if it has none. */
guint          syn_story_words_number_language (SynStoryWords *self, SynArticle *article);
/**
 * syn_story_words_read:
 * @place: where the words of @article go, in @vectors and @sketches
 *
 * Words that are known keep their weights, so that those of the other articles stay as they are.
 * O(the article's text + words of the corpus).
 */
void           syn_story_words_read (SynStoryWords *self, guint place, SynArticle *article);

/* The words of one article; borrowed. */
const GArray *syn_story_words_get (const SynStoryWords *self, guint article);
/**
 * syn_story_words_reweigh:
 * @groups: (array): per article the group it belongs to, below @n_groups
 *
 * Weighs all words anew, each group counting once: a report that a hundred papers printed makes its
 * words no more common than if one had.
 */
void syn_story_words_reweigh (SynStoryWords *self, const guint *groups, guint n_groups);
/* Sum over the words of both, O(shorter log longer). */
double syn_story_words_dot (const GArray *a, const GArray *b);
/* The same, where @a is spread over all words of the corpus: O(@b). */
double syn_story_words_dot_spread (const float *a, const GArray *b);
/* Both together; (transfer full). */
GArray *syn_story_words_add (const GArray *a, const GArray *b);

G_END_DECLS
