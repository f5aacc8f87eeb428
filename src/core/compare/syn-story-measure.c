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

double
syn_story_damp_by_date (gint first_a, gint last_a, gint first_b, gint last_b)
{
  gint apart;

  if (first_a == 0 || first_b == 0)
    return 1;
  apart = MAX (first_a, first_b) - MIN (last_a, last_b) - SAME_DAYS;
  return apart <= 0 ? 1 : MAX (LEAST_BY_DATE, 1 / (1 + apart / HALF_DAYS));
}
