/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-overview.h"

#include <glib/gi18n-lib.h>

struct _SynCompareOverview
{
  GObject parent_instance;

  SynSession *session;
  SynCompareGrid *grid;
  GtkAdjustment *adjustment;
  GArray *kinds; /* guint8: row by row, in the order of the session's articles */
  guint n_articles;
  guint known_exact; /* heights that were known when they were last looked at, and their sum */
  gint64 known_total;
};

static void syn_compare_overview_init_model (SynOverviewModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SynCompareOverview, syn_compare_overview, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SYN_TYPE_OVERVIEW_MODEL,
                                                      syn_compare_overview_init_model))

static const GArray *
get_columns (SynOverviewModel *model)
{
  return syn_compare_grid_get_frame (SYN_COMPARE_OVERVIEW (model)->grid)->columns;
}

static const SynRowHeights *
get_heights (SynOverviewModel *model)
{
  return syn_compare_grid_get_heights (SYN_COMPARE_OVERVIEW (model)->grid);
}

static guint
lane_article (SynOverviewModel *model, guint lane)
{
  return g_array_index (get_columns (model), SynCompareColumn, lane).article;
}

static SynOverviewKind
get_kind (SynCompareOverview *self, guint row, guint article)
{
  guint index = row * self->n_articles + article;

  return article < self->n_articles && index < self->kinds->len
             ? g_array_index (self->kinds, guint8, index)
             : SYN_OVERVIEW_SILENT;
}

/* By statement, not by column: of a thousand columns nearly all are silent in a row. */
static void
update_row_kinds (SynCompareOverview *self, SynRows *rows, guint row)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint claim = syn_rows_get_row (rows, row)->claim;
  guint n = 0;
  const guint *statements = syn_rows_get_statements (rows, row, &n);

  for (guint i = 0; i < n; i++)
    {
      guint article = syn_comparison_get_statement (comparison, statements[i])->article;
      guint8 *kind = &g_array_index (self->kinds, guint8, row * self->n_articles + article);

      *kind = MAX (*kind, claim < 0 ? SYN_OVERVIEW_PLAIN
                                    : syn_overview_kind_of (self->session, statements[i], claim));
    }
}

static void
update_kinds_cb (SynCompareOverview *self)
{
  SynRows *rows = syn_session_get_rows (self->session);
  guint n_rows = rows != NULL ? syn_rows_get_n_rows (rows) : 0;

  self->n_articles = rows != NULL ? syn_rows_get_n_columns (rows) : 0;
  g_array_set_size (self->kinds, n_rows * self->n_articles);
  if (self->kinds->len > 0)
    memset (self->kinds->data, SYN_OVERVIEW_SILENT, self->kinds->len);
  for (guint row = 0; row < n_rows; row++)
    update_row_kinds (self, rows, row);
  syn_overview_model_changed (SYN_OVERVIEW_MODEL (self));
}

static void
moved_cb (SynCompareOverview *self)
{
  SynOverviewModel *model = SYN_OVERVIEW_MODEL (self);
  const SynRowHeights *heights = get_heights (model);
  gint64 total = syn_row_heights_before (heights, syn_row_heights_get_n (heights));

  /* Scrolling alone moves no row. */
  if (self->known_exact != syn_row_heights_get_n_exact (heights) || self->known_total != total)
    {
      self->known_exact = syn_row_heights_get_n_exact (heights);
      self->known_total = total;
      syn_overview_model_changed (model);
    }
  syn_overview_model_moved (model);
}

/* ── The model ───────────────────────────────────────────────────────────── */

static guint
get_n_lanes (SynOverviewModel *model)
{
  return get_columns (model)->len;
}

static SynSource *
get_source (SynOverviewModel *model, guint lane)
{
  return syn_session_find_source (SYN_COMPARE_OVERVIEW (model)->session, lane_article (model, lane));
}

static guint
get_n_items (SynOverviewModel *model, guint lane)
{
  SynCompareOverview *self = SYN_COMPARE_OVERVIEW (model);

  return self->kinds->len > 0 ? syn_row_heights_get_n (get_heights (model)) : 0;
}

static void
get_item (SynOverviewModel *model, guint lane, guint index, SynOverviewItem *out_item)
{
  const SynRowHeights *heights = get_heights (model);

  out_item->start = (double) syn_row_heights_before (heights, index);
  out_item->end = out_item->start + syn_row_heights_get (heights, index);
  out_item->kind = get_kind (SYN_COMPARE_OVERVIEW (model), index, lane_article (model, lane));
}

static double
get_length (SynOverviewModel *model)
{
  const SynRowHeights *heights = get_heights (model);

  return MAX ((double) syn_row_heights_before (heights, syn_row_heights_get_n (heights)), 1.0);
}

static double
get_density (SynOverviewModel *model)
{
  return 1.0;
}

static gboolean
get_visible (SynOverviewModel *model, guint lane, double *out_from, double *out_to)
{
  SynCompareGrid *grid = SYN_COMPARE_OVERVIEW (model)->grid;

  *out_from = (double) syn_compare_grid_get_top (grid);
  *out_to = *out_from + syn_compare_grid_get_page (grid);
  return TRUE;
}

static gboolean
has_one_frame (SynOverviewModel *model)
{
  return TRUE;
}

static double
get_marked (SynOverviewModel *model)
{
  SynCompareOverview *self = SYN_COMPARE_OVERVIEW (model);
  const SynRowHeights *heights = get_heights (model);
  SynRows *rows = syn_session_get_rows (self->session);
  gint claim = syn_session_get_selected_claim (self->session);
  gint row = rows != NULL && claim >= 0 ? syn_rows_find_claim (rows, (guint) claim) : -1;

  if (row < 0 || (guint) row >= syn_row_heights_get_n (heights))
    return -1.0;
  return (double) syn_row_heights_before (heights, (guint) row)
         + syn_row_heights_get (heights, (guint) row) / 2.0;
}

static void
scroll (SynOverviewModel *model, guint lane, double at)
{
  gtk_adjustment_set_value (SYN_COMPARE_OVERVIEW (model)->adjustment, at);
}

static void
move (SynOverviewModel *model, SynOverviewMove how, double amount)
{
  GtkAdjustment *adjustment = SYN_COMPARE_OVERVIEW (model)->adjustment;
  double value = gtk_adjustment_get_value (adjustment);

  switch (how)
    {
    case SYN_OVERVIEW_STEP:
      value += amount * gtk_adjustment_get_step_increment (adjustment);
      break;
    case SYN_OVERVIEW_PAGE:
      value += amount * gtk_adjustment_get_page_increment (adjustment);
      break;
    case SYN_OVERVIEW_ENDS:
      value = amount < 0 ? 0 : gtk_adjustment_get_upper (adjustment);
      break;
    case SYN_OVERVIEW_PIXELS:
      value += amount;
      break;
    }
  gtk_adjustment_set_value (adjustment, value);
}

static char *
dup_words_at (SynOverviewModel *model, guint lane, double at)
{
  SynCompareOverview *self = SYN_COMPARE_OVERVIEW (model);
  SynSource *source = get_source (model, lane);
  guint row;

  if (source == NULL || get_n_items (model, lane) == 0)
    return NULL;
  row = syn_row_heights_at (get_heights (model), (gint64) at);
  return g_strdup_printf (_ ("%s, row %u: %s"), syn_source_get_name (source), row + 1,
                          syn_overview_kind_label (get_kind (self, row, lane_article (model, lane))));
}

static char *
dup_place (SynOverviewModel *model)
{
  SynCompareGrid *grid = SYN_COMPARE_OVERVIEW (model)->grid;
  const SynRowHeights *heights = get_heights (model);
  gint64 top = syn_compare_grid_get_top (grid);
  guint n = syn_row_heights_get_n (heights);

  if (n == 0)
    return NULL;
  return g_strdup_printf (_ ("Rows %u to %u of %u"), syn_row_heights_at (heights, top) + 1,
                          syn_row_heights_at (heights, top + syn_compare_grid_get_page (grid) - 1) + 1, n);
}

static void
get_value (SynOverviewModel *model, double *out_most, double *out_now)
{
  *out_most = get_length (model);
  *out_now = (double) syn_compare_grid_get_top (SYN_COMPARE_OVERVIEW (model)->grid);
}

static int
get_head_height (SynOverviewModel *model)
{
  return syn_compare_grid_get_head_height (SYN_COMPARE_OVERVIEW (model)->grid);
}

static void
syn_compare_overview_init_model (SynOverviewModelInterface *iface)
{
  iface->get_n_lanes = get_n_lanes;
  iface->get_source = get_source;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
  iface->get_length = get_length;
  iface->get_density = get_density;
  iface->get_visible = get_visible;
  iface->has_one_frame = has_one_frame;
  iface->get_marked = get_marked;
  iface->scroll = scroll;
  iface->move = move;
  iface->dup_words_at = dup_words_at;
  iface->dup_place = dup_place;
  iface->get_value = get_value;
  iface->get_head_height = get_head_height;
}

/* ── The object ──────────────────────────────────────────────────────────── */

static void
syn_compare_overview_dispose (GObject *object)
{
  SynCompareOverview *self = SYN_COMPARE_OVERVIEW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->grid);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (syn_compare_overview_parent_class)->dispose (object);
}

static void
syn_compare_overview_finalize (GObject *object)
{
  g_array_unref (SYN_COMPARE_OVERVIEW (object)->kinds);
  G_OBJECT_CLASS (syn_compare_overview_parent_class)->finalize (object);
}

static void
syn_compare_overview_class_init (SynCompareOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syn_compare_overview_dispose;
  G_OBJECT_CLASS (klass)->finalize = syn_compare_overview_finalize;
}

static void
syn_compare_overview_init (SynCompareOverview *self)
{
  self->kinds = g_array_new (FALSE, TRUE, sizeof (guint8));
}

SynOverviewModel *
syn_compare_overview_new (SynSession *session, SynCompareGrid *grid, GtkAdjustment *adjustment)
{
  SynCompareOverview *self = g_object_new (SYN_TYPE_COMPARE_OVERVIEW, NULL);

  self->session = g_object_ref (session);
  self->grid = g_object_ref (grid);
  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (session, "notify::rows", G_CALLBACK (update_kinds_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (update_kinds_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (syn_overview_model_moved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "columns-changed", G_CALLBACK (syn_overview_model_changed), self,
                           G_CONNECT_SWAPPED);
  update_kinds_cb (self);
  return SYN_OVERVIEW_MODEL (self);
}
