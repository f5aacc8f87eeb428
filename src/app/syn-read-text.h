/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-read-marks.h"
#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_READ_TEXT (syn_read_text_get_type ())
/**
 * SynReadText:
 *
 * One article as it is, read-only, with the marks of the comparison drawn beneath the words.  The buffer
 * holds the article's text unchanged: its offsets are the code points of the article.
 *
 * Signal "statement-activated" (uint statement): clicked without dragging.
 * Signal "mark-activated" (uint statement, int kind, uint index, double x, double y): a mark was clicked; kind -1 is
 * the glyph in the margin.
 * Signal "menu-requested" (double x, double y): secondary click or menu key.
 */
G_DECLARE_FINAL_TYPE (SynReadText, syn_read_text, SYN, READ_TEXT, GtkTextView)

GtkWidget  *syn_read_text_new (SynSession *session, SynSource *source);
SynSource  *syn_read_text_get_source (SynReadText *self);
SynArticle *syn_read_text_get_article (SynReadText *self);
/* (transfer none) (nullable) (element-type SynReadSpan): %NULL before the comparison is done. */
GArray     *syn_read_text_get_statements (SynReadText *self);
GArray     *syn_read_text_get_marks (SynReadText *self);

/* The statement (global index) at a point in widget coordinates, or -1; glyphs in the margin count. */
gint syn_read_text_find_statement_at (SynReadText *self, double x, double y);
/* The mark that is drawn at a point in widget coordinates, or NULL: a box anywhere, a line only beside the words. */
const SynReadSpan *syn_read_text_find_mark_at (SynReadText *self, double x, double y);
/* The statement (global index) that is seen first, or -1. */
gint syn_read_text_find_first_visible (SynReadText *self);
/* Global indices of the statements in sight: half-open. */
gboolean syn_read_text_get_visible_statements (SynReadText *self, guint *out_first, guint *out_end);

/**
 * syn_read_text_get_statement_lines:
 * @statement: global index
 * @out_top, @out_bottom: (out): buffer coordinates of its first and last line
 * @out_line: (out) (optional): height of the first line
 *
 * Returns: %FALSE when @statement is not of this article or empty
 */
gboolean syn_read_text_get_statement_lines (SynReadText *self,
                                            guint        statement,
                                            double      *out_top,
                                            double      *out_bottom,
                                            double      *out_line);

/* Whether @statement is tinted because it, or what says the same, is under the pointer. */
gboolean syn_read_text_is_lit (SynReadText *self, guint statement);
/* Statements (element-type guint) that the selection touches; empty when nothing is selected. */
GArray *syn_read_text_dup_selection_statements (SynReadText *self);
/* Selected words, or those of @statement when nothing is selected; %NULL when there are none. */
char   *syn_read_text_dup_quote (SynReadText *self, gint statement);

/* Hits of the search (element-type SynSpan, code points), and which of them is the current one, or -1. */
void syn_read_text_set_hits (SynReadText *self, const GArray *hits, gint current);

G_END_DECLS
