/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-body.h"

#include "syn-compare-grid-private.h"

struct _SynCompareBody
{
  GtkWidget parent_instance;
  SynCompareGrid *grid;
};

G_DEFINE_FINAL_TYPE (SynCompareBody, syn_compare_body, GTK_TYPE_WIDGET)

static void
syn_compare_body_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
syn_compare_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynCompareGrid *self = SYN_COMPARE_BODY (widget)->grid;
  gint64 top = syn_compare_grid_get_top (self);

  for (guint i = 0; i < self->live->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->live, i);
      guint index = syn_compare_row_get_index (SYN_COMPARE_ROW (row));
      GtkAllocation place = { 0, (int)(syn_row_heights_before (self->heights, index) - top),
                              self->frame.width, syn_row_heights_get (self->heights, index) };

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, place.width, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (row, &place, -1);
    }
}

static gboolean
syn_compare_body_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SynCompareGrid *self = SYN_COMPARE_BODY (widget)->grid;
  gint active = syn_session_get_active_statement (self->session);

  /* Inside it the arrow keys move; Tab leaves. */
  if (syn_compare_grid_get_focus_statement (self) >= 0 || !self->laid_out
      || syn_compare_grid_n_rows (self) == 0)
    return FALSE;
  if (active >= 0 && syn_compare_grid_focus_statement (self, (guint)active))
    return TRUE;
  for (guint row = self->offset > 0 && self->anchor + 1 < syn_compare_grid_n_rows (self)
                       ? self->anchor + 1
                       : self->anchor;
       row < syn_compare_grid_n_rows (self); row++)
    {
      gint statement = syn_compare_grid_first_statement_in (self, row);

      if (statement >= 0 && syn_compare_grid_focus_statement (self, (guint)statement))
        return TRUE;
    }
  return FALSE;
}

static void
syn_compare_body_class_init (SynCompareBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = syn_compare_body_measure;
  widget_class->size_allocate = syn_compare_body_size_allocate;
  widget_class->focus = syn_compare_body_focus;
  gtk_widget_class_set_css_name (widget_class, "comparebody");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static void
syn_compare_body_init (SynCompareBody *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
syn_compare_body_new (SynCompareGrid *grid)
{
  SynCompareBody *self = g_object_new (SYN_TYPE_COMPARE_BODY, NULL);

  self->grid = grid;
  return GTK_WIDGET (self);
}
