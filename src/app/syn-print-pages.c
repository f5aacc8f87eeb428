/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-print-pages.h"

/* Of the width of a page, so that they suit any paper and resolution. */
#define COLUMN_GAP 0.018
#define BLOCK_GAP 0.010
#define HEADING_GAP 0.004

/* A text as laid out, and where its lines are. */
typedef struct
{
  PangoLayout *layout;
  GArray *tops; /* double: top of each line, and the bottom of the last, from the top of the text */
} Text;

typedef struct
{
  Text heading;
  GArray *cells; /* Text; layout NULL for an empty cell */
} LaidBlock;

/* The part of a block that stands on one page. */
typedef struct
{
  guint block;
  double y;
  gboolean with_heading;
  GArray *from; /* guint, per cell: first line here */
  GArray *to;   /* guint, per cell: first line that is not here any more */
} Piece;

struct _SynPrintPages
{
  double width, height, column_width, gap;
  gboolean rtl;
  guint n_columns;
  GArray *heads;     /* Text */
  double heads_height;
  GArray *blocks;    /* LaidBlock */
  GPtrArray *pages;  /* GArray of Piece */
};

/* ── Blocks ──────────────────────────────────────────────────────────────── */

SynPrintBlock *
syn_print_block_new (guint n_cells)
{
  SynPrintBlock *self = g_new0 (SynPrintBlock, 1);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self->cells, (int) n_cells);
  return self;
}

void
syn_print_block_free (SynPrintBlock *self)
{
  g_free (self->heading);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
syn_print_block_take_cell (SynPrintBlock *self, guint cell, char *markup)
{
  g_return_if_fail (cell < self->cells->len);
  g_free (g_ptr_array_index (self->cells, cell));
  g_ptr_array_index (self->cells, cell) = markup;
}

/* ── Texts ───────────────────────────────────────────────────────────────── */

static void
text_clear (gpointer data)
{
  Text *text = data;

  g_clear_object (&text->layout);
  g_clear_pointer (&text->tops, g_array_unref);
}

static void
text_init (Text *self, PangoContext *context, const char *markup, double width)
{
  PangoLayoutIter *iter;
  double bottom = 0;

  *self = (Text) { NULL, g_array_new (FALSE, FALSE, sizeof (double)) };
  if (markup == NULL)
    return;
  self->layout = pango_layout_new (context);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (self->layout, markup, -1);
  iter = pango_layout_get_iter (self->layout);
  do
    {
      int y0, y1;
      double top;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      top = (double) y0 / PANGO_SCALE;
      bottom = (double) y1 / PANGO_SCALE;
      g_array_append_val (self->tops, top);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  g_array_append_val (self->tops, bottom);
}

static guint
text_n_lines (const Text *self)
{
  return self->tops->len > 0 ? self->tops->len - 1 : 0;
}

/* Height of the lines [from, to). */
static double
text_height (const Text *self, guint from, guint to)
{
  return from < to ? g_array_index (self->tops, double, to) - g_array_index (self->tops, double, from)
                   : 0;
}

/* The end of the lines from @from on that fit into @room; at least one when @force, so that a line taller than a
 * page cannot hold up the rest. */
static guint
text_fit (const Text *self, guint from, double room, gboolean force)
{
  guint to = from;

  while (to < text_n_lines (self) && text_height (self, from, to + 1) <= room)
    to++;
  return to == from && force && from < text_n_lines (self) ? from + 1 : to;
}

/* Draws the lines [from, to), the first one at @y. */
static void
text_draw (const Text *self, cairo_t *cr, double x, double y, guint from, guint to)
{
  PangoLayoutIter *iter;

  if (from >= to)
    return;
  y -= g_array_index (self->tops, double, from);
  iter = pango_layout_get_iter (self->layout);
  for (guint i = 0; i < to; i++)
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (i >= from)
        {
          cairo_move_to (cr, x + (double) logical.x / PANGO_SCALE,
                         y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

/* ── Pages ───────────────────────────────────────────────────────────────── */

static void
laid_block_clear (gpointer data)
{
  LaidBlock *block = data;

  text_clear (&block->heading);
  g_array_unref (block->cells);
}

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_array_unref (piece->from);
  g_array_unref (piece->to);
}

static GArray *
new_texts (void)
{
  GArray *texts = g_array_new (FALSE, TRUE, sizeof (Text));

  g_array_set_clear_func (texts, text_clear);
  return texts;
}

static void
add_page (SynPrintPages *self)
{
  GArray *page = g_array_new (FALSE, TRUE, sizeof (Piece));

  g_array_set_clear_func (page, piece_clear);
  g_ptr_array_add (self->pages, page);
}

static double
block_gap (SynPrintPages *self)
{
  return self->width * BLOCK_GAP;
}

/* Height of the block's heading with the air under it, 0 without one. */
static double
heading_height (SynPrintPages *self, const LaidBlock *block)
{
  guint n = text_n_lines (&block->heading);

  return n > 0 ? text_height (&block->heading, 0, n) + self->width * HEADING_GAP : 0;
}

/* What a heading must have under it on the same page: two lines of every cell, or all there are. */
static double
least_height (SynPrintPages *self, const LaidBlock *block)
{
  double least = 0;

  for (guint i = 0; i < block->cells->len; i++)
    {
      const Text *cell = &g_array_index (block->cells, Text, i);

      least = MAX (least, text_height (cell, 0, MIN (2, text_n_lines (cell))));
    }
  return least + heading_height (self, block);
}

/* Puts what fits of @block from @from on at @y; @from moves on.  Returns the height used. */
static double
place (SynPrintPages *self, guint index, GArray *from, gboolean with_heading, double y, gboolean force)
{
  const LaidBlock *block = &g_array_index (self->blocks, LaidBlock, index);
  GArray *page = g_ptr_array_index (self->pages, self->pages->len - 1);
  double above = with_heading ? heading_height (self, block) : 0;
  double used = 0;
  Piece piece = { index, y, with_heading, g_array_copy (from),
                  g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < block->cells->len; i++)
    {
      const Text *cell = &g_array_index (block->cells, Text, i);
      guint *first = &g_array_index (from, guint, i);
      guint to = text_fit (cell, *first, self->height - y - above, force);

      used = MAX (used, text_height (cell, *first, to));
      g_array_append_val (piece.to, to);
      *first = to;
    }
  g_array_append_val (page, piece);
  return above + used;
}

static gboolean
is_done (const LaidBlock *block, GArray *from)
{
  for (guint i = 0; i < block->cells->len; i++)
    if (g_array_index (from, guint, i) < text_n_lines (&g_array_index (block->cells, Text, i)))
      return FALSE;
  return TRUE;
}

static void
paginate (SynPrintPages *self)
{
  double top = self->heads_height + block_gap (self);
  double y = top;

  add_page (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LaidBlock *block = &g_array_index (self->blocks, LaidBlock, i);
      g_autoptr (GArray) from = g_array_new (FALSE, TRUE, sizeof (guint));
      gboolean with_heading = TRUE;

      g_array_set_size (from, block->cells->len);
      do
        {
          if (y > top && y + (with_heading ? least_height (self, block) : 0) > self->height)
            {
              add_page (self);
              y = top;
            }
          y += place (self, i, from, with_heading, y, y <= top) + block_gap (self);
          with_heading = FALSE;
          if (!is_done (block, from))
            y = self->height + 1; /* the rest begins the next page */
        }
      while (!is_done (block, from));
    }
}

SynPrintPages *
syn_print_pages_new (PangoContext *context, GPtrArray *heads, GPtrArray *blocks, double width,
                     double height, gboolean rtl)
{
  SynPrintPages *self = g_new0 (SynPrintPages, 1);

  self->width = width;
  self->height = height;
  self->rtl = rtl;
  self->n_columns = MAX (1, heads->len);
  self->gap = width * COLUMN_GAP;
  self->column_width = (width - self->gap * (self->n_columns - 1)) / self->n_columns;
  self->heads = new_texts ();
  self->blocks = g_array_new (FALSE, TRUE, sizeof (LaidBlock));
  g_array_set_clear_func (self->blocks, laid_block_clear);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < heads->len; i++)
    {
      Text head;

      text_init (&head, context, g_ptr_array_index (heads, i), self->column_width);
      self->heads_height = MAX (self->heads_height, text_height (&head, 0, text_n_lines (&head)));
      g_array_append_val (self->heads, head);
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      const SynPrintBlock *block = g_ptr_array_index (blocks, i);
      LaidBlock laid = { .cells = new_texts () };

      text_init (&laid.heading, context, block->heading, width);
      for (guint j = 0; j < block->cells->len; j++)
        {
          Text cell;

          text_init (&cell, context, g_ptr_array_index (block->cells, j), self->column_width);
          g_array_append_val (laid.cells, cell);
        }
      g_array_append_val (self->blocks, laid);
    }
  paginate (self);
  return self;
}

void
syn_print_pages_free (SynPrintPages *self)
{
  g_array_unref (self->heads);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

guint
syn_print_pages_get_n_pages (SynPrintPages *self)
{
  return self->pages->len;
}

guint
syn_print_pages_count_lines (SynPrintPages *self, guint page)
{
  GArray *pieces;
  guint n = 0;

  g_return_val_if_fail (page < self->pages->len, 0);
  pieces = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->with_heading)
        n += text_n_lines (&g_array_index (self->blocks, LaidBlock, piece->block).heading);
      for (guint j = 0; j < piece->to->len; j++)
        n += g_array_index (piece->to, guint, j) - g_array_index (piece->from, guint, j);
    }
  return n;
}

guint
syn_print_pages_get_n_lines (SynPrintPages *self)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LaidBlock *block = &g_array_index (self->blocks, LaidBlock, i);

      n += text_n_lines (&block->heading);
      for (guint j = 0; j < block->cells->len; j++)
        n += text_n_lines (&g_array_index (block->cells, Text, j));
    }
  return n;
}

static double
column_x (SynPrintPages *self, guint column)
{
  guint at = self->rtl ? self->n_columns - 1 - column : column;

  return at * (self->column_width + self->gap);
}

static void
draw_heads (SynPrintPages *self, cairo_t *cr)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      const Text *head = &g_array_index (self->heads, Text, i);

      text_draw (head, cr, column_x (self, i), 0, 0, text_n_lines (head));
    }
  if (self->heads_height <= 0)
    return;
  cairo_set_line_width (cr, self->width / 1000);
  cairo_move_to (cr, 0, self->heads_height + block_gap (self) / 2);
  cairo_line_to (cr, self->width, self->heads_height + block_gap (self) / 2);
  cairo_stroke (cr);
}

/* Rows stand apart from each other, also where a column is empty. */
static void
draw_rule (SynPrintPages *self, cairo_t *cr, double y)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.72, 0.72, 0.72);
  cairo_set_line_width (cr, self->width / 2500);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
syn_print_pages_draw (SynPrintPages *self, cairo_t *cr, guint page)
{
  GArray *pieces;

  g_return_if_fail (page < self->pages->len);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_heads (self, cr);
  pieces = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      const LaidBlock *block = &g_array_index (self->blocks, LaidBlock, piece->block);
      double y = piece->y;

      if (i > 0)
        draw_rule (self, cr, y - block_gap (self) / 2);
      if (piece->with_heading)
        {
          text_draw (&block->heading, cr, 0, y, 0, text_n_lines (&block->heading));
          y += heading_height (self, block);
        }
      for (guint j = 0; j < piece->to->len; j++)
        text_draw (&g_array_index (block->cells, Text, j), cr, column_x (self, j), y,
                   g_array_index (piece->from, guint, j), g_array_index (piece->to, guint, j));
    }
}
