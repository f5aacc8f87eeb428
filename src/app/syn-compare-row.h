/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-compare-layout.h"
#include "syn-row-folds.h"
#include "syn-session.h"
#include "syn-statement-view.h"

G_BEGIN_DECLS

/**
 * SynCompareFrame: the geometry that all rows share.
 * @columns: (element-type SynCompareColumn): open ones and spines
 * @articles: (element-type guint): their articles, in the same order
 * @folds: which rows are folded
 * @narrow: a row is a card, its sources beneath each other
 * @width: of a row
 * @scale: size of the interface's text, 1 for the usual one
 */
typedef struct
{
  GArray *columns;
  GArray *articles;
  const SynRowFolds *folds;
  gboolean narrow;
  int width;
  double scale;
} SynCompareFrame;

#define SYN_TYPE_COMPARE_ROW (syn_compare_row_get_type ())
/* One row of the synopsis.  Signal "moved-activated" (uint statement), as of its statements;
 * "fold-toggled" (uint row): the reader opens or shuts the fold that begins there. */
G_DECLARE_FINAL_TYPE (SynCompareRow, syn_compare_row, SYN, COMPARE_ROW, GtkWidget)

/* @frame must outlive the row, and keep its columns while the row lives. */
GtkWidget *syn_compare_row_new (SynSession *session, const SynCompareFrame *frame);
/* Shows row @index of the session's rows. */
void syn_compare_row_bind (SynCompareRow *self, guint index);
guint syn_compare_row_get_index (SynCompareRow *self);
/* Takes active, hovered and selected over from the session; never changes the height. */
void syn_compare_row_update_state (SynCompareRow *self);
/* The view of @statement, if it is in this row and has one. */
SynStatementView *syn_compare_row_find (SynCompareRow *self, guint statement);
/* The column whose sign @widget is, as it stands in a spine or where a source is silent, or -1. */
gint syn_compare_row_find_sign (SynCompareRow *self, GtkWidget *widget);
/* Puts the keyboard focus on the line of the fold that begins in this row. */
void syn_compare_row_focus_fold (SynCompareRow *self);
/* For tests: bounds of column @column's first statement in the row, or FALSE if there is none. */
gboolean
syn_compare_row_get_cell_bounds (SynCompareRow *self, guint column, graphene_rect_t *out_bounds);

G_END_DECLS
