/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-grid.h"

G_BEGIN_DECLS

/**
 * SynCompareBody:
 *
 * What is below the heads of a #SynCompareGrid: puts its rows where the grid says, clips them, and is
 * one stop of the Tab key.
 */
#define SYN_TYPE_COMPARE_BODY (syn_compare_body_get_type ())
G_DECLARE_FINAL_TYPE (SynCompareBody, syn_compare_body, SYN, COMPARE_BODY, GtkWidget)

/* @grid: (transfer none): its parent to be, which outlives it */
GtkWidget *syn_compare_body_new (SynCompareGrid *grid);

G_END_DECLS
