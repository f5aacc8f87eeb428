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
/* How much likeness counts that far apart; days are 0 where not known. */
double syn_story_damp_by_date (gint first_a, gint last_a, gint first_b, gint last_b);

G_END_DECLS
