/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-grid-private.h"

#include <math.h>

/* What the tests ask: whether everything is where the model says. */

static char *
check_row (SynCompareGrid *self, SynCompareRow *row, int *end)
{
  guint index = syn_compare_row_get_index (row);
  int wanted
      = (int)(syn_row_heights_before (self->heights, index) - syn_compare_grid_get_top (self));
  int height = syn_row_heights_get (self->heights, index);
  int measured = 0;
  graphene_rect_t bounds;

  *end = wanted + height;
  /* A row that is kept for its focus may wait out of sight for the next frame. */
  if (wanted > 2 * self->page || *end < -self->page)
    return NULL;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), self->body, &bounds))
    return g_strdup_printf ("row %u has no bounds", index);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, self->frame.width, &measured,
                      NULL, NULL, NULL);
  if (lroundf (bounds.origin.y) != wanted || lroundf (bounds.size.height) != height
      || measured != height)
    return g_strdup_printf (
        "row %u is at %.1f, %.1f high; it measures %d and the model says %d, %d", index,
        bounds.origin.y, bounds.size.height, measured, wanted, height);
  return NULL;
}

static char *
check_cells (SynCompareGrid *self, SynCompareRow *row)
{
  float y = -1;

  for (guint i = 0; i < self->frame.columns->len && !self->frame.narrow; i++)
    {
      const SynCompareColumn *column = &g_array_index (self->frame.columns, SynCompareColumn, i);
      gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
      int x = rtl ? self->frame.width - column->x - column->width : column->x;
      graphene_rect_t bounds;

      if (!column->open || !syn_compare_row_get_cell_bounds (row, i, &bounds))
        continue;
      if (lroundf (bounds.origin.x) != x || lroundf (bounds.size.width) != column->width)
        return g_strdup_printf ("cell %u of row %u is at %.1f, %.1f wide, not at %d, %d", i,
                                syn_compare_row_get_index (row), bounds.origin.x, bounds.size.width,
                                x, column->width);
      if (y >= 0 && bounds.origin.y != y)
        return g_strdup_printf ("cell %u of row %u is at %.1f, not at %.1f", i,
                                syn_compare_row_get_index (row), bounds.origin.y, y);
      y = bounds.origin.y;
    }
  return NULL;
}

char *
syn_compare_grid_check (SynCompareGrid *self)
{
  int covered = 0;
  gint64 total = syn_row_heights_before (self->heights, syn_compare_grid_n_rows (self));

  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), NULL);

  for (guint i = 0; i < self->live->len; i++)
    {
      SynCompareRow *row = g_ptr_array_index (self->live, i);
      int end = 0;
      char *wrong = check_row (self, row, &end);

      if (wrong == NULL)
        wrong = check_cells (self, row);
      if (wrong != NULL)
        return wrong;
      /* A pinned row may be far away from the others. */
      if (end - syn_row_heights_get (self->heights, syn_compare_row_get_index (row)) <= covered)
        covered = MAX (covered, end);
    }
  if (covered < MIN (self->page, total))
    return g_strdup_printf ("nothing is drawn below %d of %d", covered, self->page);
  return NULL;
}
