/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-grid.h"

G_BEGIN_DECLS

#define SYN_TYPE_OVERVIEW_STRIP (syn_overview_strip_get_type ())
/* The whole comparison at a glance, a lane for each source; it is the grid's scroll bar. */
G_DECLARE_FINAL_TYPE (SynOverviewStrip, syn_overview_strip, SYN, OVERVIEW_STRIP, GtkWidget)

/* How wide it is at a size of the interface's text. */
int syn_overview_strip_width (double scale);

GtkWidget *
syn_overview_strip_new (SynSession *session, SynCompareGrid *grid, GtkAdjustment *adjustment);

G_END_DECLS
