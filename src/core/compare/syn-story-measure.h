/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When two articles, or groups of them, are near enough to report one event. */

/* Articles that are less alike than this report different events.
 * @n: articles of the corpus, copies too: how many reports there are is not known before they are grouped */
double syn_story_threshold (guint n);
/* For how many pairs of articles of one language @pairs count, @same of which are such. */
double syn_story_weigh_pairs (double pairs, double same);
/**
 * SynStoryTime: when articles were published, or what they let guess of it.
 * @first_day, @last_day: the earliest and the latest one; 0 where not known
 * @first_year, @last_year: the latest year that each of them names, the least and the greatest of these;
 *   of a dated one the year of its date; 0 where none
 */
typedef struct
{
  gint first_day, last_day;
  gint first_year, last_year;
} SynStoryTime;

/* Of one article. */
void   syn_story_time_init (SynStoryTime *self, gint day, gint latest_year);
/* Of more articles than before. */
void   syn_story_time_extend (SynStoryTime *self, const SynStoryTime *by);
/* How much likeness counts when it is that far apart in time. */
double syn_story_damp_by_time (const SynStoryTime *a, const SynStoryTime *b);

G_END_DECLS
