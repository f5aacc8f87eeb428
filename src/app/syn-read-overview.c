/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-overview.h"

#include <glib/gi18n-lib.h>

#include "syn-read-view-private.h"

/* Pixels of a code point at most: short articles are not pulled apart. */
#define DENSITY 0.5

/* A source: what stands where in its article. */
typedef struct
{
  SynSource *source; /* borrowed from the view's slot */
  GArray *items;     /* SynOverviewItem */
} Lane;

struct _SynReadOverview
{
  GObject parent_instance;

  SynSession *session;
  SynReadView *view; /* owns us */
  GArray *lanes;     /* Lane; NULL when they must be made again */
  double length;
  gint wanted;       /* article whose column is to come in at @wanted_at, or -1 */
  double wanted_at;
};

static void syn_read_overview_init_model (SynOverviewModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SynReadOverview, syn_read_overview, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SYN_TYPE_OVERVIEW_MODEL, syn_read_overview_init_model))

static void
clear_lane (gpointer data)
{
  g_clear_pointer (&((Lane *) data)->items, g_array_unref);
}

static GArray *
list_items (SynReadOverview *self, SynSource *source)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SynOverviewItem));
  SynComparison *comparison = syn_session_get_comparison (self->session);
  guint article = syn_source_get_index (source);
  g_autoptr (GArray) statements = NULL;

  if (comparison == NULL || article >= syn_comparison_get_n_articles (comparison))
    return items;
  statements = syn_read_statements_build (comparison, article);
  for (guint i = 0; i < statements->len; i++)
    {
      const SynReadSpan *span = &g_array_index (statements, SynReadSpan, i);
      SynOverviewItem item = { span->start, span->end, SYN_OVERVIEW_SILENT };

      if (syn_comparison_get_statement (comparison, span->statement)->role != SYN_ROLE_BOILERPLATE)
        item.kind = syn_overview_kind_of (self->session, span->statement, -1);
      g_array_append_val (items, item);
    }
  return items;
}

static void
add_lane (SynReadOverview *self, const SynReadSlot *slot)
{
  Lane lane = { slot->source, list_items (self, slot->source) };
  SynArticle *article = syn_source_get_article (slot->source);
  double length = syn_article_offset_to_chars (article, (guint32) syn_article_get_length (article));

  self->length = MAX (self->length, length);
  g_array_append_val (self->lanes, lane);
}

/* Open columns as they are seen, then the folded ones, which stand behind them. */
static GArray *
get_lanes (SynOverviewModel *model)
{
  SynReadOverview *self = SYN_READ_OVERVIEW (model);

  if (self->lanes != NULL)
    return self->lanes;
  self->lanes = g_array_new (FALSE, FALSE, sizeof (Lane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->length = 1.0;
  for (guint i = 0; i < self->view->open->len; i++)
    add_lane (self, g_ptr_array_index (self->view->open, i));
  for (guint i = 0; i < self->view->slots->len; i++)
    {
      const SynReadSlot *slot = g_ptr_array_index (self->view->slots, i);

      if (!slot->open)
        add_lane (self, slot);
    }
  return self->lanes;
}

static SynReadColumn *
find_column (SynOverviewModel *model, guint lane)
{
  SynReadView *view = SYN_READ_OVERVIEW (model)->view;

  if (lane >= view->open->len)
    return NULL;
  return SYN_READ_COLUMN (((SynReadSlot *) g_ptr_array_index (view->open, lane))->column);
}

static void
changed_cb (SynReadOverview *self)
{
  g_clear_pointer (&self->lanes, g_array_unref);
  syn_overview_model_changed (SYN_OVERVIEW_MODEL (self));
}

/* A column that was folded a moment ago is scrolled as soon as it has a place. */
static void
moved_cb (SynReadOverview *self)
{
  SynOverviewModel *model = SYN_OVERVIEW_MODEL (self);

  for (guint i = 0; i < self->view->open->len && self->wanted >= 0; i++)
    {
      SynReadColumn *column = find_column (model, i);

      if ((gint) syn_read_column_get_article (column) != self->wanted || syn_read_column_get_page (column) <= 0)
        continue;
      self->wanted = -1;
      syn_read_column_scroll_to (column, self->wanted_at);
    }
  syn_overview_model_moved (model);
}

/* ── The model ───────────────────────────────────────────────────────────── */

static guint
get_n_lanes (SynOverviewModel *model)
{
  return get_lanes (model)->len;
}

static Lane *
get_lane (SynOverviewModel *model, guint lane)
{
  return &g_array_index (get_lanes (model), Lane, lane);
}

static SynSource *
get_source (SynOverviewModel *model, guint lane)
{
  return get_lane (model, lane)->source;
}

static guint
get_n_items (SynOverviewModel *model, guint lane)
{
  return get_lane (model, lane)->items->len;
}

static void
get_item (SynOverviewModel *model, guint lane, guint index, SynOverviewItem *out_item)
{
  *out_item = g_array_index (get_lane (model, lane)->items, SynOverviewItem, index);
}

static double
get_length (SynOverviewModel *model)
{
  get_lanes (model);
  return SYN_READ_OVERVIEW (model)->length;
}

static double
get_density (SynOverviewModel *model)
{
  return DENSITY;
}

static gboolean
get_visible (SynOverviewModel *model, guint lane, double *out_from, double *out_to)
{
  SynReadColumn *column = find_column (model, lane);

  if (column == NULL || syn_read_column_get_page (column) <= 0)
    return FALSE;
  syn_read_column_get_visible (column, out_from, out_to);
  return TRUE;
}

static gboolean
has_one_frame (SynOverviewModel *model)
{
  return FALSE;
}

static double
get_marked (SynOverviewModel *model)
{
  SynReadOverview *self = SYN_READ_OVERVIEW (model);
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint active = syn_session_get_active_statement (self->session);
  SynArticle *article;
  const SynStatement *statement;

  if (comparison == NULL || active < 0 || (guint) active >= syn_comparison_get_n_statements (comparison))
    return -1.0;
  statement = syn_comparison_get_statement (comparison, (guint) active);
  article = syn_comparison_get_article (comparison, statement->article);
  return (syn_article_offset_to_chars (article, statement->span.start)
          + syn_article_offset_to_chars (article, statement->span.end))
         / 2.0;
}

static void
scroll (SynOverviewModel *model, guint lane, double at)
{
  SynReadOverview *self = SYN_READ_OVERVIEW (model);
  SynReadColumn *column = find_column (model, lane);

  if (column != NULL)
    {
      syn_read_column_scroll_to (column, at);
      return;
    }
  self->wanted = (gint) syn_source_get_index (get_source (model, lane));
  self->wanted_at = at;
  syn_read_view_open_column (self->view, (guint) self->wanted);
}

static void
move (SynOverviewModel *model, SynOverviewMove how, double amount)
{
  SynReadColumn *column = syn_read_view_get_current_column (SYN_READ_OVERVIEW (model)->view);
  double position;

  if (column == NULL)
    return;
  position = syn_read_column_get_position (column);
  switch (how)
    {
    case SYN_OVERVIEW_STEP:
      position += amount * syn_read_column_get_page (column) / 10;
      break;
    case SYN_OVERVIEW_PAGE:
      position += amount * syn_read_column_get_page (column) * 0.9;
      break;
    case SYN_OVERVIEW_ENDS:
      position = amount < 0 ? 0 : syn_read_column_get_end (column);
      break;
    case SYN_OVERVIEW_PIXELS:
      position += amount;
      break;
    }
  syn_read_column_scroll (column, position);
}

static char *
dup_words_at (SynOverviewModel *model, guint lane, double at)
{
  const Lane *entry = get_lane (model, lane);

  for (guint i = 0; i < entry->items->len; i++)
    {
      const SynOverviewItem *item = &g_array_index (entry->items, SynOverviewItem, i);

      /* White space belongs to what stands above it. */
      if (i + 1 < entry->items->len && at >= g_array_index (entry->items, SynOverviewItem, i + 1).start)
        continue;
      if (at > item->end && i + 1 == entry->items->len)
        return NULL;
      return g_strdup_printf (_ ("%s, statement %u: %s"), syn_source_get_name (entry->source), i + 1,
                              item->kind == SYN_OVERVIEW_SILENT ? _ ("boilerplate")
                                                                : syn_overview_kind_label (item->kind));
    }
  return NULL;
}

static char *
dup_place (SynOverviewModel *model)
{
  SynReadOverview *self = SYN_READ_OVERVIEW (model);
  SynReadColumn *column = syn_read_view_get_current_column (self->view);
  SynComparison *comparison = syn_session_get_comparison (self->session);
  guint from, end, first, n;

  if (column == NULL || comparison == NULL
      || syn_read_column_get_article (column) >= syn_comparison_get_n_articles (comparison)
      || !syn_read_text_get_visible_statements (syn_read_column_get_text (column), &from, &end))
    return NULL;
  first = syn_comparison_get_first_statement (comparison, syn_read_column_get_article (column), &n);
  return g_strdup_printf (_ ("%s, statements %u to %u of %u"),
                          syn_source_get_name (syn_read_column_get_source (column)), from - first + 1, end - first,
                          n);
}

static void
get_value (SynOverviewModel *model, double *out_most, double *out_now)
{
  SynReadColumn *column = syn_read_view_get_current_column (SYN_READ_OVERVIEW (model)->view);

  *out_most = column != NULL ? MAX (syn_read_column_get_end (column), 1.0) : 1.0;
  *out_now = column != NULL ? CLAMP (syn_read_column_get_position (column), 0, *out_most) : 0.0;
}

static int
get_head_height (SynOverviewModel *model)
{
  return SYN_READ_OVERVIEW (model)->view->head;
}

static void
syn_read_overview_init_model (SynOverviewModelInterface *iface)
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
syn_read_overview_dispose (GObject *object)
{
  g_clear_object (&SYN_READ_OVERVIEW (object)->session);
  G_OBJECT_CLASS (syn_read_overview_parent_class)->dispose (object);
}

static void
syn_read_overview_finalize (GObject *object)
{
  g_clear_pointer (&SYN_READ_OVERVIEW (object)->lanes, g_array_unref);
  G_OBJECT_CLASS (syn_read_overview_parent_class)->finalize (object);
}

static void
syn_read_overview_class_init (SynReadOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syn_read_overview_dispose;
  G_OBJECT_CLASS (klass)->finalize = syn_read_overview_finalize;
}

static void
syn_read_overview_init (SynReadOverview *self)
{
  self->wanted = -1;
}

SynOverviewModel *
syn_read_overview_new (SynSession *session, SynReadView *view)
{
  SynReadOverview *self = g_object_new (SYN_TYPE_READ_OVERVIEW, NULL);

  self->session = g_object_ref (session);
  self->view = view;
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "columns-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  return SYN_OVERVIEW_MODEL (self);
}
