/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-grid-private.h"
#include "syn-settings.h"

/* Rows that are one line until the reader opens it. */

void
syn_compare_grid_update_folds (SynCompareGrid *self)
{
  syn_row_folds_update (self->folds, self->session, self->frame.columns, self->frame.narrow,
                        syn_settings_get_boolean ("fold-alone"),
                        syn_settings_get_boolean ("fold-copied"));
}

/* What was learned of rows that do not change is kept. */
static void
estimate_changed (SynCompareGrid *self)
{
  guint n = syn_compare_grid_n_rows (self);
  g_autofree int *known = g_new (int, n + 1);

  for (guint row = 0; row < n; row++)
    known[row] = syn_row_heights_is_exact (self->heights, row)
                         && !syn_row_folds_is_shut (self->folds, row)
                     ? syn_row_heights_get (self->heights, row)
                     : -1;
  syn_compare_grid_estimate (self);
  for (guint row = 0; row < n; row++)
    {
      const SynFold *fold = syn_row_folds_get (self->folds, row);

      if (known[row] > 0 && (fold == NULL || (fold->open && row != fold->first)))
        syn_row_heights_set (self->heights, row, known[row]);
    }
}

static void
set_open (SynCompareGrid *self, guint row, gboolean open)
{
  const SynFold *fold = syn_row_folds_get (self->folds, row);
  guint first = fold->first;
  gint64 top = syn_compare_grid_get_top (self);
  gint64 y = syn_row_heights_before (self->heights, first) - top;
  GtkWidget *focused = gtk_widget_get_focus_child (self->body);
  SynCompareRow *line;
  gboolean on_fold = focused != NULL && syn_compare_row_get_index (SYN_COMPARE_ROW (focused)) == first;

  syn_row_folds_set_open (self->folds, self->session, row, open);
  if (!self->laid_out)
    {
      self->heights_dirty = TRUE;
      return;
    }
  syn_compare_grid_release_all (self);
  estimate_changed (self);
  /* The line that was pressed stays where it is. */
  syn_compare_grid_fill (self, first, y);
  line = on_fold ? syn_compare_grid_find_row (self, first) : NULL;
  /* By key it may be out of sight. */
  if (line != NULL)
    syn_compare_row_focus_fold (line);
}

void
syn_compare_grid_unfold (SynCompareGrid *self, guint row)
{
  if (self->rows != NULL && row < syn_compare_grid_n_rows (self)
      && syn_row_folds_is_shut (self->folds, row))
    set_open (self, row, TRUE);
}

void
syn_compare_grid_fold_toggled_cb (SynCompareGrid *self, guint row)
{
  const SynFold *fold = syn_row_folds_get (self->folds, row);

  if (fold != NULL)
    set_open (self, row, !fold->open);
}

gboolean
syn_compare_grid_is_shut (SynCompareGrid *self, guint row)
{
  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), FALSE);

  return syn_row_folds_is_shut (self->folds, row);
}

gboolean
syn_compare_grid_is_card (SynCompareGrid *self, guint row)
{
  const SynFold *fold;

  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), FALSE);

  fold = syn_row_folds_get (self->folds, row);
  return self->frame.narrow || (fold != NULL && fold->open && fold->kind == SYN_FOLD_SPINES);
}

/* The fold that @row is in, or the first one below it. */
gboolean
syn_compare_grid_toggle_fold (SynCompareGrid *self, guint row)
{
  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), FALSE);

  for (; row < syn_compare_grid_n_rows (self); row++)
    {
      const SynFold *fold = syn_row_folds_get (self->folds, row);

      if (fold == NULL)
        continue;
      row = fold->first;
      syn_compare_grid_fold_toggled_cb (self, row);
      if (self->laid_out)
        {
          gint64 y = syn_row_heights_before (self->heights, row) - syn_compare_grid_get_top (self);

          if (fold->open && (y < 0 || y >= self->page))
            self->pending_reveal = (gint)row;
        }
      return TRUE;
    }
  return FALSE;
}

static void
setting_changed_cb (gpointer object, const char *key)
{
  SynCompareGrid *self = object;

  syn_compare_grid_release_all (self);
  syn_row_folds_forget (self->folds);
  self->heights_dirty = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
syn_compare_grid_install_folds (SynCompareGrid *self)
{
  syn_settings_watch ("fold-alone", setting_changed_cb, G_OBJECT (self));
  syn_settings_watch ("fold-copied", setting_changed_cb, G_OBJECT (self));
}
