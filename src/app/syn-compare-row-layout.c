/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-row-private.h"

#include "syn-mark-painter.h"
#include "syn-palette.h"

/* Where everything in a row stands, and what is drawn behind it. */

#define PAD_TOP 12
#define PAD_BOTTOM 14
#define HEADING_GAP 10
#define CELL_GAP 10
#define RULE 1
#define BAR 3
#define HATCH_MOST 46
#define HATCH_LEAST 26

static int
height_of (GtkWidget *widget, int width)
{
  int height = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* What it can be pressed into. */
static int
least_width_of (GtkWidget *widget)
{
  int least = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static int
width_of (GtkWidget *widget)
{
  int least = 0;
  int wanted = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  return MAX (least, wanted);
}

/* Places @widget, counted from the start edge; measured only when @place is FALSE. */
static void
put (SynCompareRow *self, gboolean place, GtkWidget *widget, int x, int y, int width, int height)
{
  if (!place)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = self->frame->width - x - width;
  /* What was never measured may not be allocated. */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, MAX (width, 1), MAX (height, 1) }, -1);
}

/* Where the spines begin: a heading runs across the columns only. */
static int
columns_end (SynCompareRow *self)
{
  for (guint i = 0; i < self->cells->len && !self->frame->narrow; i++)
    if (!syn_compare_row_get_column (self, i)->open)
      return syn_compare_row_get_column (self, i)->x;
  return self->frame->width;
}

/* The line of the fold that begins here, above everything else. */
static int
lay_out_fold (SynCompareRow *self, gboolean place)
{
  int x = syn_compare_row_scaled (self, SYN_COMPARE_GUTTER) / 2;
  int width;
  int height;

  if (!syn_widget_is_shown (self->fold))
    return 0;
  width = MAX (MIN (width_of (self->fold), columns_end (self) - x - SYN_STATEMENT_AIR),
               least_width_of (self->fold));
  height = height_of (self->fold, width);
  put (self, place, self->fold, x, 2, width, height);
  return height + 4;
}

static int
lay_out_heading (SynCompareRow *self, gboolean place, int y)
{
  int x = syn_compare_row_scaled (self, SYN_COMPARE_GUTTER);
  int width;
  int height;

  if (!syn_widget_is_shown (self->heading))
    return y;
  width = MAX (columns_end (self) - x - SYN_STATEMENT_AIR, least_width_of (self->heading));
  height = height_of (self->heading, width);
  put (self, place, self->heading, x, y, width, height);
  return y + height + HEADING_GAP;
}

static int
lay_out_statements (
    SynCompareRow *self, gboolean place, SynCompareCell *cell, int x, int y, int width)
{
  for (guint i = 0; i < cell->n; i++)
    {
      GtkWidget *view = g_ptr_array_index (cell->views, i);
      int height = height_of (view, width);

      if (i > 0)
        y += CELL_GAP;
      put (self, place, view, x, y, width, height);
      y += height;
    }
  return y;
}

static int
lay_out_columns (SynCompareRow *self, gboolean place, int y)
{
  int bottom = y;
  int glyph = syn_compare_row_scaled (self, SYN_COMPARE_GLYPH);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const SynCompareColumn *column = syn_compare_row_get_column (self, i);
      SynCompareCell *cell = syn_compare_row_get_cell (self, i);

      if (column->open)
        bottom = MAX (bottom, lay_out_statements (self, place, cell, column->x, y, column->width));
      if (syn_widget_is_shown (cell->silent))
        bottom
            = MAX (bottom, y + MIN (HATCH_MOST, MAX (HATCH_LEAST, height_of (cell->silent, -1))));
    }
  for (guint i = 0; place && i < self->cells->len; i++)
    {
      const SynCompareColumn *column = syn_compare_row_get_column (self, i);
      SynCompareCell *cell = syn_compare_row_get_cell (self, i);

      if (syn_widget_is_shown (cell->silent))
        put (self, place, cell->silent, column->x + SYN_STATEMENT_AIR - 6, y,
             width_of (cell->silent), height_of (cell->silent, -1));
      if (syn_widget_is_shown (cell->glyph))
        put (self, place, cell->glyph, column->x + (column->width - glyph) / 2,
             self->empty ? 3 : y + 2, glyph, glyph);
    }
  return bottom;
}

static int
lay_out_card (SynCompareRow *self, gboolean place, int y)
{
  int name = syn_compare_row_card_name_width (self);
  int x = syn_compare_row_scaled (self, SYN_COMPARE_GUTTER);
  int rail = syn_compare_row_scaled (self, SYN_STATEMENT_RAIL);
  int bottom = y;

  for (guint i = 0; i < self->cells->len; i++)
    {
      SynCompareCell *cell = syn_compare_row_get_cell (self, i);
      int names = 0;

      if (cell->n == 0 || cell->folded)
        continue;
      if (bottom > y)
        y = bottom + CELL_GAP;
      names = height_of (cell->outlet, name);
      put (self, place, cell->outlet, x + rail, y, name, names);
      if (syn_widget_is_shown (cell->time))
        {
          int height = height_of (cell->time, name);

          put (self, place, cell->time, x + rail, y + names, name, height);
          names += height;
        }
      bottom = lay_out_statements (self, place, cell, x, y, columns_end (self) - x);
      bottom = MAX (bottom, y + names);
    }
  for (guint i = 0; i < self->n_lines; i++)
    {
      GtkWidget *line = g_ptr_array_index (self->lines, i);
      int width = MAX (self->frame->width - x - SYN_STATEMENT_AIR, least_width_of (line));
      int height = height_of (line, width);

      bottom += i == 0 && bottom == y ? 0 : 6;
      put (self, place, line, x, bottom, width, height);
      bottom += height;
    }
  return bottom;
}

int
syn_compare_row_lay_out (SynCompareRow *self, gboolean place)
{
  int top = lay_out_fold (self, place);
  int y = top + PAD_TOP;
  int gutter = syn_compare_row_scaled (self, SYN_COMPARE_GUTTER);
  int glyph = syn_compare_row_scaled (self, SYN_COMPARE_GLYPH);

  if (syn_widget_is_shown (self->verdict))
    put (self, place, self->verdict, (gutter - glyph) / 2, self->empty ? 3 : top + PAD_TOP + 1,
         glyph, glyph);
  y = lay_out_heading (self, place, y);
  if (self->shut)
    return top + RULE;
  y = self->card ? lay_out_card (self, place, y) : lay_out_columns (self, place, y);
  if (self->empty)
    return top + glyph + 6 + RULE;
  return MAX (y, top + PAD_TOP + glyph) + PAD_BOTTOM + RULE;
}

/* ── Drawing ─────────────────────────────────────────────────────────────── */

static void
fill (SynCompareRow *self,
      GtkSnapshot *snapshot,
      SynColor color,
      double x,
      double y,
      double width,
      double height)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = self->frame->width - x - width;
  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, color),
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

/* The name of a folded source, turned. */
static void
snapshot_turned_name (SynCompareRow *self,
                      GtkSnapshot *snapshot,
                      const SynCompareColumn *column,
                      int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SynSource *source = syn_session_find_source (self->session, column->article);
  g_autoptr (PangoLayout) layout = NULL;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double x = rtl ? self->frame->width - column->x - column->width : column->x;
  int line = 0;

  if (source == NULL)
    return;
  layout = gtk_widget_create_pango_layout (widget, syn_source_get_name (source));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (height - 12, 1) * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (layout, NULL, &line);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)(x + (column->width - line) / 2.0), height - 6));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_layout (snapshot, layout, syn_palette_get (widget, SYN_COLOR_INK2));
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_columns (SynCompareRow *self, GtkSnapshot *snapshot, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const SynCompareColumn *column = syn_compare_row_get_column (self, i);
      SynCompareCell *cell = syn_compare_row_get_cell (self, i);
      graphene_rect_t words;

      if (!column->open)
        {
          if (column->width < SYN_COMPARE_SPINE_LEAST)
            continue;
          fill (self, snapshot, self->selected ? SYN_COLOR_TINT2 : SYN_COLOR_WINDOW, column->x, 0,
                column->width, height);
          fill (self, snapshot, SYN_COLOR_RULE, column->x, 0, 1, height);
          if (self->named)
            snapshot_turned_name (self, snapshot, column, height);
        }
      else if (syn_widget_is_shown (cell->silent)
               && gtk_widget_compute_bounds (cell->silent, widget, &words))
        {
          float room = height - RULE - PAD_BOTTOM - words.origin.y;
          float width = column->width - SYN_STATEMENT_AIR;
          float x = column->x;

          if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
            x = self->frame->width - column->x - width;
          syn_paint_hatch (widget, snapshot,
                           &GRAPHENE_RECT_INIT (x, words.origin.y, width, MIN (HATCH_MOST, room)));
        }
    }
}

/* Standing on one line says "same statement"; where it does not, a rule between the columns says so. */
static void
snapshot_apart (SynCompareRow *self, GtkSnapshot *snapshot, int height)
{
  gboolean first = TRUE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const SynCompareColumn *column = syn_compare_row_get_column (self, i);

      if (!column->open || syn_compare_row_get_cell (self, i)->n == 0)
        continue;
      if (!first)
        fill (self, snapshot, SYN_COLOR_RULE, column->x, PAD_TOP, 1,
              height - PAD_TOP - PAD_BOTTOM);
      first = FALSE;
    }
}

void
syn_compare_row_paint (SynCompareRow *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int height = gtk_widget_get_height (widget);

  if (self->selected)
    fill (self, snapshot, SYN_COLOR_TINT, 0, 0, self->frame->width, height);
  if (!self->frame->narrow)
    snapshot_columns (self, snapshot, height);
  if (self->apart && !self->card && !self->shut)
    snapshot_apart (self, snapshot, height);
  fill (self, snapshot, SYN_COLOR_RULE, 0, height - RULE, self->frame->width, RULE);
  if (self->selected)
    fill (self, snapshot, SYN_COLOR_ACCENT, 0, 0, BAR, height);
}
