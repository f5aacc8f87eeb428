/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/**
 * SynRow:
 * @claim: the claim this row shows, or -1 for statements without counterpart
 * @conflict: index of the conflict whose heading stands over this row, or -1; one conflict, one heading
 * @headline: a row of headlines
 * @set_aside: a row of bylines, captions and debris, of any number of articles; it claims nothing
 * @apart: a row in which each cell stands for itself: what only one source says, side by side
 */
typedef struct
{
  gint claim;
  gint conflict;
  gboolean headline;
  gboolean set_aside;
  gboolean apart;
} SynRow;

/**
 * SynRowOrder:
 * @SYN_ROW_ORDER_PIVOT: as the pivot tells it
 * @SYN_ROW_ORDER_TIME: as it was said first: all that the first article says, then what the second
 *   adds, and so on
 * @SYN_ROW_ORDER_CLAIM: what most sources say first
 */
typedef enum
{
  SYN_ROW_ORDER_PIVOT,
  SYN_ROW_ORDER_TIME,
  SYN_ROW_ORDER_CLAIM,
} SynRowOrder;

#define SYN_TYPE_ROWS (syn_rows_get_type ())
/* The synopsis: rows of cells, one cell per article.  Immutable. */
G_DECLARE_FINAL_TYPE (SynRows, syn_rows, SYN, ROWS, GObject)

/**
 * syn_rows_new:
 * @pivot: index of the article that reads top to bottom in its own order
 *
 * Invariants: every statement of every article (boilerplate too) stands in exactly one cell; in the pivot's
 * column statements ascend; all statements of one row with a claim belong to that claim; a statement
 * without a counterpart stands between its neighbours of the same article, as far as the pivot's order
 * and the claims allow; in every other column statements ascend except where a claim moves them.
 * O(statements log statements).
 */
SynRows      *syn_rows_new (SynComparison *comparison, guint pivot);
/**
 * syn_rows_new_arranged:
 * @order: of the rows; in every order the headlines come first, and outside the pivot's what is set
 *   aside comes last, and nothing counts as moved
 * @ranks: (nullable): per article, 0 for the one that was published first; without, their own order
 * @pack: whether rows without a counterpart that follow each other become rows side by side, with at
 *   most four statements to a cell; every column keeps its order
 *
 * As syn_rows_new() otherwise.
 */
SynRows      *syn_rows_new_arranged (SynComparison *comparison, guint pivot, SynRowOrder order,
                                     const guint *ranks, gboolean pack);
SynRowOrder   syn_rows_get_order (SynRows *self);
guint         syn_rows_get_n_rows (SynRows *self);
guint         syn_rows_get_n_columns (SynRows *self);
guint         syn_rows_get_pivot (SynRows *self);
const SynRow *syn_rows_get_row (SynRows *self, guint row);
/* Statements of a cell, ascending, in reading order; %NULL and 0 when silent.  Borrowed. */
const guint  *syn_rows_get_cell (SynRows *self, guint row, guint column, guint *n);
/* Statements of a whole row, column by column, at least one.  Borrowed. */
const guint  *syn_rows_get_statements (SynRows *self, guint row, guint *n);
guint         syn_rows_find_statement (SynRows *self, guint statement);
/* The row that shows @claim, or -1. */
gint          syn_rows_find_claim (SynRows *self, guint claim);
/* Whether @statement stands away from its neighbours: "from ¶ 4". */
gboolean      syn_rows_is_moved (SynRows *self, guint statement);

G_END_DECLS
