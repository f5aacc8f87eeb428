/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-grid-private.h"

#include <math.h>

/* Heights of rows that are out of sight: guessed at first, measured when there is time. */

#define SLICE_US 4000
#define COMMIT_US 100000

typedef struct
{
  gboolean *seen; /* per article: its statements are text */
  double per_line, line;
} Estimate;

/* A guess from the number of bytes, good enough for the length of the scroll bar. */
static int
estimate_row (SynCompareGrid *self, guint index, const Estimate *estimate)
{
  const SynRow *row = syn_rows_get_row (self->rows, index);
  const SynFold *fold = syn_row_folds_get (self->folds, index);
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gboolean card = self->frame.narrow || (fold != NULL && fold->kind == SYN_FOLD_SPINES);
  double most = 0;
  double sum = 0;
  double height = 0;
  guint last = G_MAXUINT;
  guint n = 0;
  const guint *statements = syn_rows_get_statements (self->rows, index, &n);

  if (fold != NULL && !fold->open)
    return index == fold->first ? syn_compare_scaled (28, self->frame.scale) : 0;
  /* Those of one article stand together. */
  for (guint i = 0; i < n; i++)
    {
      const SynStatement *statement = syn_comparison_get_statement (comparison, statements[i]);

      if (!card && !estimate->seen[statement->article])
        continue;
      height = statement->article == last ? height + 8 : 0;
      last = statement->article;
      height += ceil ((statement->span.end - statement->span.start) / estimate->per_line)
                * estimate->line;
      sum += ceil ((statement->span.end - statement->span.start) / estimate->per_line)
                 * estimate->line
             + 8;
      most = MAX (most, height);
    }
  if (most == 0)
    return syn_compare_scaled (16, self->frame.scale) + 7;
  return (int)((card ? sum : most) + 27 + (row->conflict >= 0 ? estimate->line + 6 : 0));
}

void
syn_compare_grid_estimate (SynCompareGrid *self)
{
  guint n = self->rows != NULL ? syn_rows_get_n_rows (self->rows) : 0;
  guint n_articles = self->rows != NULL ? syn_rows_get_n_columns (self->rows) : 0;
  g_autofree int *heights = g_new0 (int, n + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, n_articles + 1);
  Estimate estimate = { seen, 1, 21 * self->frame.scale };
  double width = self->frame.width - syn_compare_scaled (SYN_COMPARE_GUTTER, self->frame.scale);

  syn_compare_grid_update_folds (self);
  for (guint i = 0; i < self->frame.columns->len; i++)
    {
      const SynCompareColumn *column = &g_array_index (self->frame.columns, SynCompareColumn, i);

      if (!column->open)
        continue;
      if (!self->frame.narrow)
        width = MIN (width, column->width);
      /* Until the next layout the columns may be those of the corpus that was open before. */
      if (column->article < n_articles)
        seen[column->article] = TRUE;
    }
  estimate.per_line = MAX (width - 38, 40) / (7.0 * self->frame.scale);
  for (guint i = 0; i < n; i++)
    heights[i] = estimate_row (self, i, &estimate);
  syn_row_heights_reset (self->heights, heights, n);
  for (guint i = 0; i < n; i++)
    if (heights[i] == 0)
      syn_row_heights_set (self->heights, i, 0);
}

static int
measure_out_of_sight (SynCompareGrid *self, guint index)
{
  int height = 0;

  /* It has no parent: words that change in it must not ask the window for a new layout. */
  if (self->ruler == NULL)
    self->ruler
        = g_object_ref_sink (SYN_COMPARE_ROW (syn_compare_row_new (self->session, &self->frame)));
  gtk_widget_set_direction (GTK_WIDGET (self->ruler), gtk_widget_get_direction (GTK_WIDGET (self)));
  syn_compare_row_bind (self->ruler, index);
  gtk_widget_measure (GTK_WIDGET (self->ruler), GTK_ORIENTATION_VERTICAL, self->frame.width,
                      &height, NULL, NULL, NULL);
  return height;
}

/* Outwards from the screen. */
static gint
next_to_refine (SynCompareGrid *self)
{
  gint below = syn_row_heights_next_estimated (self->heights, self->anchor, FALSE);
  gint above = syn_row_heights_next_estimated (self->heights, self->anchor, TRUE);

  if (below < 0 || above < 0)
    return MAX (below, above);
  return below - (gint)self->anchor <= (gint)self->anchor - above ? below : above;
}

static gboolean
refine_cb (gpointer user_data)
{
  SynCompareGrid *self = user_data;
  gint64 start = g_get_monotonic_time ();
  gint row = -1;

  self->refine_source = 0;
  if (!self->laid_out || self->heights_dirty || self->frame_dirty)
    return G_SOURCE_REMOVE;
  if (start - self->scrolled_at >= CALM_MS * 1000)
    while (g_get_monotonic_time () - start < SLICE_US && (row = next_to_refine (self)) >= 0)
      syn_row_heights_set (self->heights, (guint)row, measure_out_of_sight (self, (guint)row));
  /* The rows on the screen stay; one that is kept for its focus, far away, does not. */
  if (gtk_widget_get_focus_child (self->body) != NULL)
    gtk_widget_queue_allocate (self->body);
  if (syn_row_heights_get_n_exact (self->heights) >= syn_compare_grid_n_rows (self))
    {
      g_clear_object (&self->ruler);
      syn_compare_grid_commit (self);
      return G_SOURCE_REMOVE;
    }
  if (g_get_monotonic_time () - self->committed_at > COMMIT_US)
    syn_compare_grid_commit (self);
  syn_compare_grid_queue_refine (self);
  return G_SOURCE_REMOVE;
}

void
syn_compare_grid_queue_refine (SynCompareGrid *self)
{
  if (self->refine_source != 0)
    return;
  if (g_get_monotonic_time () - self->scrolled_at < CALM_MS * 1000)
    self->refine_source = g_timeout_add_full (G_PRIORITY_LOW, CALM_MS, refine_cb, self, NULL);
  else
    self->refine_source = g_idle_add_full (G_PRIORITY_LOW, refine_cb, self, NULL);
}
