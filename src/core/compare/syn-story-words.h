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
 * @idf: (element-type float): per word, how rare it is
 * @is_name: (element-type gboolean): per word, whether it is mostly written like a name
 * @n_terms: words of the corpus
 * @n_languages: how many languages there are
 */
typedef struct
{
  GPtrArray *vectors, *sketches;
  GArray *languages;
  GArray *idf, *is_name;
  guint n_terms;
  guint n_languages;
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
/* Both together; (transfer full). */
GArray *syn_story_words_add (const GArray *a, const GArray *b);

G_END_DECLS
