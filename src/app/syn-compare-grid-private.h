/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-grid.h"
#include "syn-compare-heads.h"

G_BEGIN_DECLS

/* No refinement, and no correction of the scroll value, this long after the reader scrolled. */
#define CALM_MS 150

struct _SynCompareGrid
{
  GtkWidget parent_instance;

  SynSession *session;
  SynRows *rows;
  GPtrArray *sources; /* SynSource that are watched */
  SynCompareFrame frame;
  SynRowHeights *heights;

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  GtkWidget *heads;
  GtkWidget *body;
  GPtrArray *live; /* SynCompareRow, by index */
  GPtrArray *pool;
  GHashTable *by_index;
  SynRowFolds *folds;
  SynCompareRow *ruler; /* measures rows that are out of sight */

  /* The only state of scrolling: this row's top is this many pixels above the upper edge. */
  guint anchor;
  int offset;
  int page;
  int head_height;
  double committed;
  double committed_upper;
  gint64 scrolled_at;
  gint64 soft_since; /* 0: the adjustment may be corrected at once */
  gint64 committed_at;
  guint soft_source;
  guint refine_source;
  guint heads_source; /* what they say is out of date */
  gboolean guard;
  gboolean laid_out;
  gboolean frame_dirty;
  gboolean heights_dirty;
  gint pending_reveal;

  double press_x, press_y;
  gboolean pressed;
};

/* syn-compare-grid.c */
guint syn_compare_grid_n_rows (SynCompareGrid *self);
gint syn_compare_grid_first_statement_in (SynCompareGrid *self, guint row);
void syn_compare_grid_release_all (SynCompareGrid *self);
void syn_compare_grid_drop_rows (SynCompareGrid *self);
/* Shows the rows that are in sight when the top of @row is @y below the upper edge, as far as the ends allow. */
void syn_compare_grid_fill (SynCompareGrid *self, guint row, gint64 y);
/* Brings @row into sight: at @fraction of the page, or, where that is negative, by as little as
 * will do. */
void syn_compare_grid_show_row (SynCompareGrid *self, guint row, double fraction);
/* Tells the adjustment where we are, as soon as that is harmless. */
void syn_compare_grid_commit (SynCompareGrid *self);
void syn_compare_grid_emit_moved (SynCompareGrid *self);
void syn_compare_grid_emit_mark_activated (
    SynCompareGrid *self, guint statement, gint kind, guint index, double x, double y);
void syn_compare_grid_emit_columns_changed (SynCompareGrid *self);

/* syn-compare-grid-frame.c */
double syn_compare_grid_text_scale (SynCompareGrid *self);
/* Fits the columns into @width.  Rows are made anew only if other columns are open than before. */
void syn_compare_grid_update_frame (SynCompareGrid *self, int width);
/* The rows are about to be other widgets: the focus comes back to the active statement, if it was
 * in them. */
void syn_compare_grid_queue_refocus (SynCompareGrid *self);

/* syn-compare-grid-folds.c */
void syn_compare_grid_install_folds (SynCompareGrid *self);
void syn_compare_grid_update_folds (SynCompareGrid *self);
/* Opens the fold that hides @row, if one does. */
void syn_compare_grid_unfold (SynCompareGrid *self, guint row);
void syn_compare_grid_fold_toggled_cb (SynCompareGrid *self, guint row);

/* syn-compare-grid-heights.c */
void syn_compare_grid_estimate (SynCompareGrid *self);
void syn_compare_grid_queue_refine (SynCompareGrid *self);

/* syn-compare-grid-session.c */
void syn_compare_grid_watch (SynCompareGrid *self);
void syn_compare_grid_unwatch (SynCompareGrid *self);
void syn_compare_grid_moved_activated_cb (SynCompareGrid *self, guint statement);
void syn_compare_grid_add_controllers (SynCompareGrid *self);

G_END_DECLS
