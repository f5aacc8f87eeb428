/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-finder.h"
#include "syn-read-column.h"

G_BEGIN_DECLS

#define SYN_TYPE_READ_VIEW (syn_read_view_get_type ())
/**
 * SynReadView:
 *
 * Each article whole, in its own order, in a column of its own.  What does not fit stands folded at the end;
 * in a narrow window there is one column and a choice of the others.  Readable before the comparison is done.
 *
 * Signal "columns-changed": other columns are open.  Signal "moved": one of them stands elsewhere.
 *
 * Property "sync-scroll" (boolean): the other columns follow the one that is scrolled.
 */
G_DECLARE_FINAL_TYPE (SynReadView, syn_read_view, SYN, READ_VIEW, GtkWidget)

GtkWidget *syn_read_view_new (SynSession *session);

/* The open columns (element-type SynReadColumn), in the order they are seen; (transfer container). */
GPtrArray     *syn_read_view_list_columns (SynReadView *self);
/* Brings the column of @article in, folding another one if there is no room. */
void           syn_read_view_open_column (SynReadView *self, guint article);
/* The column with the focus, else that of the active statement, else the first; %NULL when there is none. */
SynReadColumn *syn_read_view_get_current_column (SynReadView *self);

/* For the actions of the window; they return FALSE when there is nothing to go to. */
gboolean syn_read_view_move_statement (SynReadView *self, gint step);
gboolean syn_read_view_move_column (SynReadView *self, gint step);
void     syn_read_view_activate_statement (SynReadView *self);

/* Statements (element-type guint, transfer full) of the selected words; the active one when nothing is selected. */
GArray *syn_read_view_dup_selection_statements (SynReadView *self);
/* Puts the selected words (or the active statement) and where they are from on the clipboard. */
void    syn_read_view_copy_citation (SynReadView *self);

/* Says why the active statement is marked; FALSE when it is not, or not in sight. */
gboolean syn_read_view_explain (SynReadView *self);

/* Marks all places that say @text and goes to the first one from here on; %NULL or "" ends the search. */
guint      syn_read_view_find (SynReadView *self, const char *text);
void       syn_read_view_find_next (SynReadView *self, gint step);
/* What the find bar works on. */
SynFinder *syn_read_view_get_finder (SynReadView *self);

G_END_DECLS
