/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_COMPARE_VIEW (syn_compare_view_get_type ())
/* The sources side by side, row by row: a synopsis.  Observes the session and calls its verbs. */
G_DECLARE_FINAL_TYPE (SynCompareView, syn_compare_view, SYN, COMPARE_VIEW, GtkWidget)

GtkWidget *syn_compare_view_new (SynSession *session);

/**
 * syn_compare_view_move:
 * @rows: rows down, negative for up
 * @columns: columns towards the end of the line, negative towards its start
 *
 * Moves the active statement, and the keyboard focus with it, to the nearest cell there that has
 * words.
 */
void syn_compare_view_move (SynCompareView *self, int rows, int columns);
/* The source of the active statement becomes the pivot; nothing happens without an active
 * statement. */
/* Opens or shuts the fold that the current statement is in, or the next one. */
void syn_compare_view_toggle_fold (SynCompareView *self);
void syn_compare_view_make_pivot (SynCompareView *self);
/* Marks the active statement and the one that is @step (1 or -1) rows on, and goes there; on the way
 * back marks are taken off again. */
void syn_compare_view_extend_marks (SynCompareView *self, int step);
/**
 * syn_compare_view_dup_selection:
 * @out_words: (out) (nullable): the words that are selected, if words are
 *
 * Returns: (transfer full) (element-type guint): the statements that are marked; else the one whose
 * words are selected; else the one the reader stands on; else none
 */
GArray *syn_compare_view_dup_selection (SynCompareView *self, char **out_words);
/* Says why the active statement is marked; FALSE when it is not, or has no cell. */
gboolean syn_compare_view_explain (SynCompareView *self);
/* Scrolls @statement's row into sight without moving the focus. */
void syn_compare_view_reveal (SynCompareView *self, guint statement);

G_END_DECLS
