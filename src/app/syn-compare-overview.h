/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-grid.h"
#include "syn-overview-model.h"

G_BEGIN_DECLS

#define SYN_TYPE_COMPARE_OVERVIEW (syn_compare_overview_get_type ())
/* The rows of a grid for an overview strip; its units are pixels of the grid. */
G_DECLARE_FINAL_TYPE (SynCompareOverview, syn_compare_overview, SYN, COMPARE_OVERVIEW, GObject)

/* @adjustment: the vertical one of the scrolled window that @grid is in. */
SynOverviewModel *syn_compare_overview_new (SynSession *session, SynCompareGrid *grid, GtkAdjustment *adjustment);

G_END_DECLS
