/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/syn-marks.h"

G_BEGIN_DECLS

/**
 * SynTextMark:
 * @start, @end: bytes of the cell's text
 * @kind: variant, direct, tension or difference
 * @tip: (nullable): what the mark says, for the tooltip
 * @index: of the variant or conflict; of a difference the statement it was held against
 */
typedef struct
{
  guint start, end;
  SynMarkKind kind;
  char *tip;
  guint index;
} SynTextMark;

/**
 * SynStatementCell: what a cell shows.
 * @statement: global index
 * @text: the words
 * @marks: (element-type SynTextMark): disjoint, sorted; of the kinds that the reader wants to see
 * @role: role of its block
 * @has_relation, @relation, @own: how it matches the first source of its row, for the glyph
 * @from_paragraph: number of its paragraph if it was moved here, else 0
 * @language: (nullable): BCP 47
 * @name: accessible name
 */
typedef struct
{
  guint statement;
  char *text;
  GArray *marks;
  SynRole role;
  gboolean has_relation;
  SynMatchKind relation;
  gboolean own;
  guint from_paragraph;
  char *language;
  char *name;
} SynStatementCell;

/* (transfer full): what @marks (element-type SynTextMark) do to the letters of @text. */
PangoAttrList *
syn_text_marks_new_attributes (const GArray *marks, const char *text, const char *language);

SynStatementCell *syn_statement_cell_new (void);
void syn_statement_cell_free (SynStatementCell *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStatementCell, syn_statement_cell_free)

#define SYN_TYPE_STATEMENT_VIEW (syn_statement_view_get_type ())
/**
 * SynStatementView:
 *
 * One statement: a rail with the glyph of its match, and a selectable label whose marks are drawn
 * under it. Signal "moved-activated": the reader wants to see where the statement stands in its
 * article.
 */
G_DECLARE_FINAL_TYPE (SynStatementView, syn_statement_view, SYN, STATEMENT_VIEW, GtkWidget)

/* Width of the rail that stands before the words, and of the air behind them. */
#define SYN_STATEMENT_RAIL 22
#define SYN_STATEMENT_AIR 16

GtkWidget *syn_statement_view_new (void);
/* Shows @cell, which is taken. */
void syn_statement_view_take_cell (SynStatementView *self, SynStatementCell *cell);
const SynStatementCell *syn_statement_view_get_cell (SynStatementView *self);
GtkWidget *syn_statement_view_get_label (SynStatementView *self);
/* Whether a mark stands at a point of the widget; @out_kind is -1 at the glyph of the match. */
gboolean syn_statement_view_find_mark (
    SynStatementView *self, double x, double y, gint *out_kind, guint *out_index);
/* Distance from the start edge to the words, and size of the glyph, which stays at the edge. */
void syn_statement_view_set_rail (SynStatementView *self, int rail, int glyph);
/* Where the reader is.  None of these changes a height. */
void syn_statement_view_set_state (SynStatementView *self,
                                   gboolean active,
                                   gboolean marked,
                                   gboolean lit,
                                   gboolean selected);
/* How words of @language (nullable, BCP 47) run, whatever the interface's direction is. */
GtkTextDirection syn_language_direction (const char *language);
/* Symbolic icon of a kind of match, and its name for people. */
const char *syn_match_kind_icon (SynMatchKind kind);
const char *syn_match_kind_label (SynMatchKind kind);

G_END_DECLS
