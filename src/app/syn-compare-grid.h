/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-row.h"
#include "syn-row-heights.h"

G_BEGIN_DECLS

#define SYN_TYPE_COMPARE_GRID (syn_compare_grid_get_type ())
/**
 * SynCompareGrid:
 *
 * The rows of a synopsis in a scrolled window.  Only the rows in sight, and a few beside them, are
 * widgets, and they are used again.  Where it is scrolled to is remembered as a row and an offset
 * into it, never as a number of pixels from the top: heights above that are learned later cannot
 * move the text under the reader's eyes.
 *
 * Signal "moved": the rows in sight or their heights changed.  Signal "columns-changed": the frame
 * did.  Signal "mark-activated" (uint statement, int kind, uint index, double x, double y): a mark
 * was clicked; kind -1 is the glyph of a match.
 */
G_DECLARE_FINAL_TYPE (SynCompareGrid, syn_compare_grid, SYN, COMPARE_GRID, GtkWidget)

GtkWidget *syn_compare_grid_new (SynSession *session);
/* A row is a card from now on, or a row again.  Call before the grid is given its size. */
void syn_compare_grid_set_narrow (SynCompareGrid *self, gboolean narrow);
const SynCompareFrame *syn_compare_grid_get_frame (SynCompareGrid *self);
const SynRowHeights *syn_compare_grid_get_heights (SynCompareGrid *self);
/* Height of the column heads, and of what is below them. */
int syn_compare_grid_get_head_height (SynCompareGrid *self);
int syn_compare_grid_get_page (SynCompareGrid *self);
/* Pixels of the rows that are above the upper edge. */
gint64 syn_compare_grid_get_top (SynCompareGrid *self);
/* Puts @row at @fraction of the page, as far as the ends allow. */
void syn_compare_grid_scroll_to (SynCompareGrid *self, guint row, double fraction);
/* Brings @row into sight, if it is not. */
void syn_compare_grid_reveal (SynCompareGrid *self, guint row);
/* Moves by @pages, at least one row. */
guint syn_compare_grid_row_by_pages (SynCompareGrid *self, guint row, int pages);
/* Brings @statement into sight and gives it the keyboard focus; FALSE if it has no cell of its own.
 */
gboolean syn_compare_grid_focus_statement (SynCompareGrid *self, guint statement);
/* (transfer full) (nullable): the words that are selected, and their statement. */
char *syn_compare_grid_dup_selected_words (SynCompareGrid *self, guint *out_statement);
/* Whether @row is folded away; whether its sources stand beneath each other. */
gboolean syn_compare_grid_is_shut (SynCompareGrid *self, guint row);
gboolean syn_compare_grid_is_card (SynCompareGrid *self, guint row);
/* Opens or shuts the fold of @row, or else the next one; FALSE if there is none. */
gboolean syn_compare_grid_toggle_fold (SynCompareGrid *self, guint row);
/* The statement at a point of the grid, or -1. */
gint syn_compare_grid_find_statement_at (SynCompareGrid *self, double x, double y);
/* The statement that has the keyboard focus, or -1. */
gint syn_compare_grid_get_focus_statement (SynCompareGrid *self);

/* For tests: NULL, or what is not where the model says. */
char *syn_compare_grid_check (SynCompareGrid *self);
/* For tests: row widgets that exist, in use or not. */
guint syn_compare_grid_get_n_widgets (SynCompareGrid *self);
SynCompareRow *syn_compare_grid_find_row (SynCompareGrid *self, guint row);

G_END_DECLS
