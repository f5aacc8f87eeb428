/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/**
 * SynResultCache: where the results of comparisons are kept from one time to the next.
 * @get: (transfer full) (nullable): what was put under a key, if it is still there
 * @put: keeps something under a key; may forget it again, and must not fail
 * @data: for both
 *
 * Both are called on the threads that compare, several at a time.
 */
typedef struct
{
  GBytes *(*get) (const char *key, gpointer data);
  void (*put) (const char *key, GBytes *bytes, gpointer data);
  gpointer data;
} SynResultCache;

/**
 * syn_comparison_new_story_cached:
 * @cache: (nullable): asked for the result before it is computed, and given it behind that
 *
 * As syn_comparison_new_story(), but what was compared before is not compared again: only the texts are analysed.
 * The result is the same, byte for byte.  What @cache gives and is not what was put there is ignored.
 *
 * Returns: (transfer full): the comparison, or %NULL when cancelled
 */
SynComparison *syn_comparison_new_story_cached (SynCorpus            *story,
                                                double                level,
                                                SynCompareFlags       flags,
                                                const SynResultCache *cache,
                                                SynProgressFunc       progress,
                                                gpointer              user_data,
                                                GCancellable         *cancellable,
                                                GError              **error);
/* Likewise syn_comparison_new_stories(): each story by itself, so that a new article costs its own story only. */
SynComparison *syn_comparison_new_stories_cached (SynStories           *stories,
                                                  double                level,
                                                  SynCompareFlags       flags,
                                                  const SynResultCache *cache,
                                                  SynProgressFunc       progress,
                                                  gpointer              user_data,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
/**
 * syn_stories_new_cached:
 * @cache: (nullable): asked how the corpus was grouped before, and told how it is now
 *
 * As syn_stories_new(), but of a corpus that was grouped before only what is new is read.  Where one in
 * eight articles or fewer came or went since all were grouped, each new one is put into the story it is
 * nearest to, and the others stay where they are; else all are grouped anew.  Either way the stories
 * keep their names.
 *
 * Returns: (transfer full): the stories, or %NULL when cancelled
 */
SynStories *syn_stories_new_cached (SynCorpus            *corpus,
                                    const SynResultCache *cache,
                                    SynProgressFunc       progress,
                                    gpointer              user_data,
                                    GCancellable         *cancellable,
                                    GError              **error);
/* Likewise syn_comparison_new(). */
SynComparison *syn_comparison_new_cached (SynCorpus            *corpus,
                                          double                level,
                                          SynCompareFlags       flags,
                                          const SynResultCache *cache,
                                          SynProgressFunc       progress,
                                          gpointer              user_data,
                                          GCancellable         *cancellable,
                                          GError              **error);

/**
 * syn_result_cache_dup_key:
 *
 * Names all that a result depends on: the engine, its settings, the language of the reasons, and of each article,
 * in their order, its text, roles, date, language and source.  Where the files lie and what the articles
 * are called does not matter, and neither does what the reader decided.
 *
 * Returns: (transfer full): hexadecimal digits
 */
char *syn_result_cache_dup_key (SynCorpus *corpus, double level, SynCompareFlags flags);
/**
 * syn_result_cache_dup_stories_key:
 *
 * Names where a corpus was opened from, and the engine: its articles may change under that name.
 *
 * Returns: (transfer full): hexadecimal digits
 */
char *syn_result_cache_dup_stories_key (SynCorpus *corpus);

G_END_DECLS
