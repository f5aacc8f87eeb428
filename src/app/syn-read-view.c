/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-view-private.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-overview-strip.h"
#include "syn-palette.h"
#include "syn-read-overview.h"
#include "syn-ribbon.h"

enum
{
  PROP_0,
  PROP_SYNC_SCROLL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  COLUMNS_CHANGED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynReadView, syn_read_view, GTK_TYPE_WIDGET)

/* ── What the session says ───────────────────────────────────────────────── */

/* Brings a statement and its counterparts to one height, in a column that can be seen. */
static void
reveal (SynReadView *self, gint statement)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);

  if (comparison == NULL || statement < 0 || (guint) statement >= syn_comparison_get_n_statements (comparison))
    return;
  syn_read_view_open_column (self, syn_comparison_get_statement (comparison, (guint) statement)->article);
  syn_read_scroller_align (self->scroller, (guint) statement);
}

static void
active_changed_cb (SynReadView *self)
{
  /* A view that is not seen makes up for it when it is. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reveal (self, syn_session_get_active_statement (self->session));
}

static void
reveal_cb (SynReadView *self, guint statement)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reveal (self, (gint) statement);
}

static void
syn_read_view_map (GtkWidget *widget)
{
  SynReadView *self = SYN_READ_VIEW (widget);

  GTK_WIDGET_CLASS (syn_read_view_parent_class)->map (widget);
  syn_read_view_fill (self);
  reveal (self, syn_session_get_active_statement (self->session));
}

static void
comparison_changed_cb (SynReadView *self)
{
  syn_read_scroller_reset (self->scroller);
}

/* ── Finding ─────────────────────────────────────────────────────────────── */

static void
hits_changed_cb (SynReadView *self)
{
  const SynFindHit *hit = syn_finder_get_hit (self->finder, (guint) syn_finder_get_current (self->finder));

  if (hit != NULL)
    syn_read_view_open_column (self, hit->article);
  for (guint i = 0; i < self->slots->len; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (self->slots, i);
      guint article = syn_source_get_index (slot->source);
      g_autoptr (GArray) hits = NULL;
      SynReadText *text;
      gint current;

      if (slot->column == NULL)
        continue;
      text = syn_read_column_get_text (SYN_READ_COLUMN (slot->column));
      hits = syn_finder_list_in (self->finder, article, &current);
      syn_read_text_set_hits (text, hits, current);
      if (hit != NULL && hit->article == article)
        {
          GtkTextIter iter;

          gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &iter,
                                              (gint) hit->span.start);
          gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (text), &iter, 0.1, FALSE, 0, 0);
        }
    }
}

/* ── Making ──────────────────────────────────────────────────────────────── */

static void
chosen_cb (SynReadView *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));

  if (!self->choosing && self->narrow && index < self->slots->len)
    syn_read_view_open_column (self, syn_source_get_index (
                                         ((SynReadSlot *) g_ptr_array_index (self->slots, index))->source));
}

static void
syn_read_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SYNC_SCROLL)
    g_value_set_boolean (value, syn_read_scroller_get_sync (SYN_READ_VIEW (object)->scroller));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
syn_read_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SynReadView *self = SYN_READ_VIEW (object);

  if (id != PROP_SYNC_SCROLL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (syn_read_scroller_get_sync (self->scroller) == g_value_get_boolean (value))
    return;
  syn_read_scroller_set_sync (self->scroller, g_value_get_boolean (value));
  g_object_notify_by_pspec (object, pspec);
}

static void
syn_read_view_dispose (GObject *object)
{
  SynReadView *self = SYN_READ_VIEW (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->scroller, syn_read_scroller_free);
  g_clear_pointer (&self->ribbons, g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  g_clear_pointer (&self->explanation, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->finder);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_read_view_parent_class)->dispose (object);
}

static void
syn_read_view_class_init (SynReadViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = syn_read_view_get_property;
  object_class->set_property = syn_read_view_set_property;
  object_class->dispose = syn_read_view_dispose;
  widget_class->map = syn_read_view_map;
  widget_class->measure = syn_read_view_measure;
  widget_class->size_allocate = syn_read_view_size_allocate;
  widget_class->snapshot = syn_read_view_snapshot;
  properties[PROP_SYNC_SCROLL] = g_param_spec_boolean (
      "sync-scroll", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", SYN_TYPE_READ_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", SYN_TYPE_READ_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "readview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
syn_read_view_init (SynReadView *self)
{
  self->slots = g_ptr_array_new ();
  self->open = g_ptr_array_new ();
  self->ribbons = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  syn_palette_watch (GTK_WIDGET (self));
}

GtkWidget *
syn_read_view_new (SynSession *session)
{
  SynReadView *self;

  g_return_val_if_fail (SYN_IS_SESSION (session), NULL);

  self = g_object_new (SYN_TYPE_READ_VIEW, NULL);
  self->session = g_object_ref (session);
  self->scroller = syn_read_scroller_new (GTK_WIDGET (self), session);
  self->finder = syn_finder_new (session);
  self->chooser = gtk_drop_down_new (NULL, NULL);
  syn_compat_name_button (self->chooser, _ ("Article"));
  gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->chooser, FALSE);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->strip = syn_overview_strip_new (syn_read_overview_new (session, self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the articles"), -1);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  syn_read_view_add_input (self);
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (comparison_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (active_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (syn_session_get_sources (session), "items-changed", G_CALLBACK (syn_read_view_set_slots),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "notify::current", G_CALLBACK (hits_changed_cb), self, G_CONNECT_SWAPPED);
  syn_read_view_set_slots (self);
  return GTK_WIDGET (self);
}

void
syn_read_view_emit_columns_changed (SynReadView *self)
{
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

void
syn_read_view_emit_moved (SynReadView *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

/* ── Public ──────────────────────────────────────────────────────────────── */

GPtrArray *
syn_read_view_list_columns (SynReadView *self)
{
  GPtrArray *columns = g_ptr_array_new ();

  g_return_val_if_fail (SYN_IS_READ_VIEW (self), columns);

  for (guint i = 0; i < self->open->len; i++)
    g_ptr_array_add (columns, ((SynReadSlot *) g_ptr_array_index (self->open, i))->column);
  return columns;
}

void
syn_read_view_open_column (SynReadView *self, guint article)
{
  SynReadSlot *slot;
  guint index;

  g_return_if_fail (SYN_IS_READ_VIEW (self));

  slot = syn_read_view_find_slot (self, article);
  if (slot == NULL)
    return;
  slot->used = ++self->clock;
  if (slot->open)
    return;
  syn_source_set_visible (slot->source, TRUE);
  syn_read_view_fill (self);
  if (g_ptr_array_find (self->slots, slot, &index))
    {
      self->choosing = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), index);
      self->choosing = FALSE;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
syn_read_view_find (SynReadView *self, const char *text)
{
  g_return_val_if_fail (SYN_IS_READ_VIEW (self), 0);

  syn_finder_set_text (self->finder, text);
  return syn_finder_get_n_hits (self->finder);
}

void
syn_read_view_find_next (SynReadView *self, gint step)
{
  g_return_if_fail (SYN_IS_READ_VIEW (self));

  syn_finder_move (self->finder, step);
}

SynFinder *
syn_read_view_get_finder (SynReadView *self)
{
  g_return_val_if_fail (SYN_IS_READ_VIEW (self), NULL);
  return self->finder;
}
