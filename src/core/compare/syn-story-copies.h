/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-story-words.h"

G_BEGIN_DECLS

/**
 * SynStorySketcher: takes in the words of an article one by one, for its sketch.
 *
 * @recent: hashes of the last words
 * @least: (element-type guint32): the least hashes of the runs of words so far, ascending
 */
typedef struct
{
  guint32 recent[2];
  guint n_words;
  GArray *least;
} SynStorySketcher;

void syn_story_sketcher_init (SynStorySketcher *self);
/* @hash: of the word, the same in every article */
void syn_story_sketcher_add (SynStorySketcher *self, guint32 hash);

/**
 * syn_story_sketcher_finish:
 *
 * Returns: (transfer full) (element-type guint32): the least hashes of the runs of words, ascending: of
 *   two articles they tell what share of their runs is the same (Broder 1997)
 */
GArray *syn_story_sketcher_finish (SynStorySketcher *self);

/**
 * syn_story_copies_find:
 * @words: of all articles
 *
 * Finds articles that print one report with small changes.  Their common words may be in every article of
 * the corpus and weigh nothing, so that only what sets them apart would count: here all words count
 * alike, in their order, and names have to agree, since reports of one kind may share their phrases.
 * Each article is held against the first of each report only, so that it takes time that goes with
 * the number of articles, and a chain of small changes does not lead from one report to another.
 *
 * Returns: (transfer full) (array): per article the first article of its report; often itself
 */
guint *syn_story_copies_find (const SynStoryWords *words);
/* The article that @article is a copy of, or itself; held against all that have a sketch. */
guint syn_story_copies_find_one (const SynStoryWords *words, guint article);

G_END_DECLS
