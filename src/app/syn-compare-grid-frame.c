/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-grid-private.h"

/* Which columns are open, and how wide. */

#define USUAL_FONT (11.0 * 96 / 72)

double
syn_compare_grid_text_scale (SynCompareGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return size > 0 ? size / USUAL_FONT : 1;
}

/* The pivot comes first, then what keeps its place beside it. */
static guint
group_of (SynSource *source)
{
  return syn_source_get_pivot (source) ? 0 : syn_source_get_place_locked (source) ? 1 : 2;
}

static GArray *
make_columns (SynCompareGrid *self, int width, double scale)
{
  GListModel *sources = syn_session_get_sources (self->session);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (SynCompareColumn));

  for (guint group = 0; group < 3; group++)
    for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
      {
        g_autoptr (SynSource) source = g_list_model_get_item (sources, i);
        SynCompareColumn column
            = { .article = syn_source_get_index (source),
                .asked = syn_source_get_visible (source) || syn_source_get_pivot (source),
                .locked = syn_source_get_place_locked (source),
                .called = syn_source_get_called (source) };

        if (group_of (source) == group)
          g_array_append_val (columns, column);
      }
  syn_compare_layout_fit (columns, width, scale);
  return g_steal_pointer (&columns);
}

/* The open columns stand first, as they do on the screen. */
static GArray *
sort_columns (GArray *columns)
{
  g_autoptr (GArray) sorted
      = g_array_sized_new (FALSE, TRUE, sizeof (SynCompareColumn), columns->len);

  for (guint open = 0; open < 2; open++)
    for (guint i = 0; i < columns->len; i++)
      if (g_array_index (columns, SynCompareColumn, i).open == !open)
        g_array_append_val (sorted, g_array_index (columns, SynCompareColumn, i));
  return g_steal_pointer (&sorted);
}

static gboolean
same_columns (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const SynCompareColumn *x = &g_array_index (a, SynCompareColumn, i);
      const SynCompareColumn *y = &g_array_index (b, SynCompareColumn, i);

      if (x->article != y->article || x->open != y->open || x->asked != y->asked)
        return FALSE;
    }
  return TRUE;
}

static void
take_columns (SynCompareGrid *self, GArray *columns)
{
  g_array_unref (self->frame.columns);
  self->frame.columns = columns;
  g_array_set_size (self->frame.articles, 0);
  for (guint i = 0; i < columns->len; i++)
    g_array_append_val (self->frame.articles, g_array_index (columns, SynCompareColumn, i).article);
}

static gboolean
refocus_cb (gpointer user_data)
{
  SynCompareGrid *self = user_data;
  gint active = syn_session_get_active_statement (self->session);

  if (active >= 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    syn_compare_grid_focus_statement (self, (guint)active);
  return G_SOURCE_REMOVE;
}

void
syn_compare_grid_queue_refocus (SynCompareGrid *self)
{
  if (gtk_widget_get_focus_child (self->body) != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, refocus_cb, g_object_ref (self), g_object_unref);
}

void
syn_compare_grid_update_frame (SynCompareGrid *self, int width)
{
  double scale = syn_compare_grid_text_scale (self);
  g_autoptr (GArray) fitted = make_columns (self, width, scale);
  GArray *columns = sort_columns (fitted);
  gboolean anew = self->frame_dirty || !same_columns (columns, self->frame.columns);

  if (!anew && self->frame.width == width && self->frame.scale == scale)
    {
      g_array_unref (columns);
      return;
    }
  if (anew)
    {
      syn_compare_grid_queue_refocus (self);
      syn_compare_grid_drop_rows (self);
    }
  take_columns (self, columns);
  self->frame.width = width;
  self->frame.scale = scale;
  self->frame_dirty = FALSE;
  self->heights_dirty = TRUE;
  if (anew)
    syn_compare_heads_rebuild (SYN_COMPARE_HEADS (self->heads));
  syn_compare_grid_emit_columns_changed (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int)columns->len, -1);
}
