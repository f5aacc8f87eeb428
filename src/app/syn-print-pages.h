/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * SynPrintBlock: what belongs together on paper.
 * @heading: (nullable): Pango markup, over the whole width
 * @cells: (element-type utf8): Pango markup, one per column; %NULL for an empty cell
 */
typedef struct
{
  char *heading;
  GPtrArray *cells;
} SynPrintBlock;

/* @n_cells: all empty at first */
SynPrintBlock *syn_print_block_new (guint n_cells);
void           syn_print_block_free (SynPrintBlock *self);
/* Takes @markup. */
void           syn_print_block_take_cell (SynPrintBlock *self, guint cell, char *markup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPrintBlock, syn_print_block_free)

/* Blocks laid out on pages: what does not fit on one goes on at the next, line by line; no line is lost or
 * cut.  The heads of the columns stand on every page. */
typedef struct _SynPrintPages SynPrintPages;

/**
 * syn_print_pages_new:
 * @context: gives the resolution and the default face
 * @heads: (element-type utf8): Pango markup, one per column; as many as each block has cells
 * @blocks: (element-type SynPrintBlock): in order; borrowed until this returns
 * @width, @height: of what may be printed on, in device units
 * @rtl: the first column stands at the right
 */
SynPrintPages *syn_print_pages_new (PangoContext *context,
                                    GPtrArray    *heads,
                                    GPtrArray    *blocks,
                                    double        width,
                                    double        height,
                                    gboolean      rtl);
void           syn_print_pages_free (SynPrintPages *self);
guint          syn_print_pages_get_n_pages (SynPrintPages *self);
/* How many lines of text stand on @page, heads aside; for the invariant that none is lost. */
guint          syn_print_pages_count_lines (SynPrintPages *self, guint page);
/* How many lines there are altogether. */
guint          syn_print_pages_get_n_lines (SynPrintPages *self);
void           syn_print_pages_draw (SynPrintPages *self, cairo_t *cr, guint page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPrintPages, syn_print_pages_free)

G_END_DECLS
