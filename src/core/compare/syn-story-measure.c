/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-measure.h"

#include <math.h>

/* The more articles there are, the nearer the nearest stranger: the threshold grows with their number,
 * within bounds. */
#define THRESHOLD_FEW 0.10
#define THRESHOLD_MANY 0.22
#define THRESHOLD_GROWTH 0.03
#define FEW_ARTICLES 10.0
/* Articles of two languages share names and figures only: about half of what one language shares. */
#define ACROSS_LANGUAGES 0.5
/* Reports of one event may be so many days apart; then they count less, but never nothing. */
#define SAME_DAYS 3
#define HALF_DAYS 30.0
#define LEAST_BY_DATE 0.6
/* Without dates: the latest year that an article names is mostly that of the event or the one before.  Of
 * pairs of articles alike that name years further apart, more than half report two events of one kind. */
#define SAME_YEARS 1
#define LEAST_BY_YEAR 0.75
/* The year of day 0. */
#define FIRST_YEAR 1970
#define DAYS_OF_YEAR 365.2425

double
syn_story_threshold (guint n)
{
  double growth = THRESHOLD_GROWTH * log (MAX (n, FEW_ARTICLES) / FEW_ARTICLES);

  return MIN (THRESHOLD_FEW + growth, THRESHOLD_MANY);
}

double
syn_story_weigh_pairs (double pairs, double same)
{
  return same + (pairs - same) * ACROSS_LANGUAGES;
}

void
syn_story_time_init (SynStoryTime *self, gint day, gint latest_year)
{
  gint year = day != 0 ? FIRST_YEAR + (gint)floor (day / DAYS_OF_YEAR) : latest_year;

  *self = (SynStoryTime){ day, day, year, year };
}

static void
extend (gint *first, gint *last, gint by_first, gint by_last)
{
  if (*first == 0 || (by_first != 0 && by_first < *first))
    *first = by_first;
  *last = MAX (*last, by_last);
}

void
syn_story_time_extend (SynStoryTime *self, const SynStoryTime *by)
{
  extend (&self->first_day, &self->last_day, by->first_day, by->last_day);
  extend (&self->first_year, &self->last_year, by->first_year, by->last_year);
}

/* Between two spans of time; below 0 where they overlap, or where one is not known. */
static gint
measure_gap (gint first_a, gint last_a, gint first_b, gint last_b)
{
  return first_a == 0 || first_b == 0 ? -1 : MAX (first_a, first_b) - MIN (last_a, last_b);
}

double
syn_story_damp_by_time (const SynStoryTime *a, const SynStoryTime *b)
{
  gint days = measure_gap (a->first_day, a->last_day, b->first_day, b->last_day) - SAME_DAYS;
  gint years = measure_gap (a->first_year, a->last_year, b->first_year, b->last_year);

  if (a->first_day != 0 && b->first_day != 0)
    return days <= 0 ? 1 : MAX (LEAST_BY_DATE, 1 / (1 + days / HALF_DAYS));
  return years <= SAME_YEARS ? 1 : LEAST_BY_YEAR;
}
