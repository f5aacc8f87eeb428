/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_TOUR (syn_tour_get_type ())
/**
 * SynTour: a bar that explains one thing at a time, beside what it explains and never over it.
 *
 * Signal "step" (uint): the reader goes to that step.  Signal "ended": no more of it.
 */
G_DECLARE_FINAL_TYPE (SynTour, syn_tour, SYN, TOUR, GtkWidget)

GtkWidget *syn_tour_new (void);
/* @title, @body: translated; @step is counted from 0 */
void syn_tour_show (SynTour *self, guint step, guint n_steps, const char *title, const char *body);

G_END_DECLS
