/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-view-private.h"

#include "syn-column-head.h"
#include "syn-overview-strip.h"
#include "syn-palette.h"
#include "syn-read-spine.h"
#include "syn-ribbon.h"

/* From the design: below NARROW there is one column; a column is never narrower than LEAST, nor wider than is
 * good to read; all at 11 pt, and more where the system's text is larger. */
#define NARROW 700
#define LEAST 320
#define MOST 720
/* Made ahead, before the width is known. */
#define FIRST_COLUMNS 3

/* ── Slots ───────────────────────────────────────────────────────────────── */

static void
slot_free (gpointer data)
{
  SynReadSlot *slot = data;

  g_clear_pointer (&slot->head, gtk_widget_unparent);
  g_clear_pointer (&slot->column, gtk_widget_unparent);
  g_clear_pointer (&slot->spine, gtk_widget_unparent);
  g_object_unref (slot->source);
  g_free (slot);
}

static void
spine_clicked_cb (SynReadView *self, SynReadSpine *spine)
{
  syn_read_view_open_column (self, syn_source_get_index (syn_read_spine_get_source (spine)));
}

static SynReadSlot *
slot_new (SynReadView *self, SynSource *source)
{
  SynReadSlot *slot = g_new0 (SynReadSlot, 1);

  slot->source = g_object_ref (source);
  slot->spine = syn_read_spine_new (source);
  gtk_widget_set_parent (slot->spine, GTK_WIDGET (self));
  gtk_widget_set_child_visible (slot->spine, FALSE);
  g_signal_connect_object (slot->spine, "clicked", G_CALLBACK (spine_clicked_cb), self, G_CONNECT_SWAPPED);
  return slot;
}

/* A source that moved keeps its widgets, and with them where it was scrolled to. */
static SynReadSlot *
take_slot (SynReadView *self, GPtrArray *from, SynSource *source)
{
  for (guint i = 0; i < from->len; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (from, i);

      if (slot->source == source)
        return g_ptr_array_steal_index (from, i);
    }
  return slot_new (self, source);
}

static void
source_changed_cb (SynReadView *self)
{
  syn_read_view_fill (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* From the other view, or on the way to a conflict. */
static void
source_called_cb (SynReadView *self, GParamSpec *pspec, SynSource *source)
{
  SynReadSlot *slot = syn_read_view_find_slot (self, syn_source_get_index (source));

  if (slot == NULL || syn_source_get_called (source) == 0)
    return;
  /* A view that is not seen makes its columns when it is. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    syn_read_view_open_column (self, syn_source_get_index (source));
  else
    slot->used = ++self->clock;
}

static void
fill_chooser (SynReadView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->slots->len; i++)
    gtk_string_list_append (names,
                            syn_source_get_name (((SynReadSlot *) g_ptr_array_index (self->slots, i))->source));
  self->choosing = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->chooser), G_LIST_MODEL (names));
  self->choosing = FALSE;
}

void
syn_read_view_set_slots (SynReadView *self)
{
  GListModel *sources = syn_session_get_sources (self->session);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->slots);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->slots = g_ptr_array_new_with_free_func (slot_free);
  for (guint i = 0; i < before->len; i++)
    g_signal_handlers_disconnect_by_data (((SynReadSlot *) g_ptr_array_index (before, i))->source, self);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      g_ptr_array_add (self->slots, take_slot (self, before, source));
      g_signal_connect_object (source, "notify::visible", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (source, "notify::pivot", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (source, "notify::called", G_CALLBACK (source_called_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (source, "notify::place-locked", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (source, "notify::name", G_CALLBACK (fill_chooser), self, G_CONNECT_SWAPPED);
    }
  syn_read_view_emit_columns_changed (self);
  /* Ribbons and the scroller must not hold on to columns that go. */
  g_ptr_array_set_size (self->open, 0);
  syn_read_scroller_set_columns (self->scroller, none);
  for (guint i = 0; i < self->ribbons->len; i++)
    syn_ribbon_set_columns (g_ptr_array_index (self->ribbons, i), NULL, NULL);
  fill_chooser (self);
  source_changed_cb (self);
}

SynReadSlot *
syn_read_view_find_slot (SynReadView *self, guint article)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (self->slots, i);

      if (syn_source_get_index (slot->source) == article)
        return slot;
    }
  return NULL;
}

static gint
compare_rank (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SynReadView *self = user_data;
  const SynReadSlot *first = *(SynReadSlot *const *) a;
  const SynReadSlot *second = *(SynReadSlot *const *) b;
  gboolean visible_first = syn_source_get_visible (first->source);
  gboolean visible_second = syn_source_get_visible (second->source);
  guint place_first = 0, place_second = 0;

  if (visible_first != visible_second)
    return visible_first ? -1 : 1;
  /* The pivot is always there, but where there is only one column it can be another one. */
  if (self->wanted > 1 && syn_source_get_pivot (first->source) != syn_source_get_pivot (second->source))
    return syn_source_get_pivot (first->source) ? -1 : 1;
  if (self->wanted > 1 && syn_source_get_place_locked (first->source) != syn_source_get_place_locked (second->source))
    return syn_source_get_place_locked (first->source) ? -1 : 1;
  if (first->used != second->used)
    return first->used > second->used ? -1 : 1;
  if (syn_source_get_pivot (first->source) != syn_source_get_pivot (second->source))
    return syn_source_get_pivot (first->source) ? -1 : 1;
  g_ptr_array_find (self->slots, first, &place_first);
  g_ptr_array_find (self->slots, second, &place_second);
  return place_first < place_second ? -1 : place_first > place_second;
}

/* The slots, those first that are to be open. */
static GPtrArray *
rank (SynReadView *self)
{
  GPtrArray *ranked = g_ptr_array_new ();

  for (guint i = 0; i < self->slots->len; i++)
    g_ptr_array_add (ranked, g_ptr_array_index (self->slots, i));
  g_ptr_array_sort_with_data (ranked, compare_rank, self);
  return ranked;
}

static void
make_column (SynReadView *self, SynReadSlot *slot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gint current;
  g_autoptr (GArray) hits = NULL;
  SynReadText *text;

  slot->column = syn_read_column_new (self->session, slot->source);
  slot->head = syn_column_head_new (self->session, slot->source);
  text = syn_read_column_get_text (SYN_READ_COLUMN (slot->column));
  hits = syn_finder_list_in (self->finder, syn_source_get_index (slot->source), &current);
  syn_read_text_set_hits (text, hits, current);
  g_signal_connect_object (slot->column, "moved", G_CALLBACK (syn_read_view_emit_moved), self, G_CONNECT_SWAPPED);
  syn_read_view_connect_text (self, text);
  gtk_widget_set_parent (slot->head, widget);
  gtk_widget_set_parent (slot->column, widget);
  gtk_widget_set_child_visible (slot->head, FALSE);
  gtk_widget_set_child_visible (slot->column, FALSE);
}

void
syn_read_view_fill (SynReadView *self)
{
  g_autoptr (GPtrArray) ranked = NULL;
  guint n = MAX (self->wanted, FIRST_COLUMNS);

  /* Who reads in the other view need not wait for the texts of this one. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  ranked = rank (self);
  for (guint i = 0; i < ranked->len && i < n; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (ranked, i);

      if (slot->column == NULL && syn_source_get_visible (slot->source))
        make_column (self, slot);
    }
  while (self->ribbons->len + 1 < n)
    {
      GtkWidget *ribbon = syn_ribbon_new (self->session);

      gtk_widget_set_parent (ribbon, GTK_WIDGET (self));
      gtk_widget_set_child_visible (ribbon, FALSE);
      g_ptr_array_add (self->ribbons, ribbon);
    }
}

/* ── Places ──────────────────────────────────────────────────────────────── */

static gboolean
refill_cb (gpointer user_data)
{
  SynReadView *self = user_data;

  self->refill = 0;
  syn_read_view_fill (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static guint
count_visible (SynReadView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->slots->len; i++)
    n += syn_source_get_visible (((SynReadSlot *) g_ptr_array_index (self->slots, i))->source);
  return n;
}

/* How much wider columns are than at 11 pt and 96 dpi; never less than 1.  They grow half as fast as the text, so
 * that two of them can still be compared. */
static double
width_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_units_to_double (pango_font_description_get_size (font));

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return MAX (1.0, (1.0 + size / (11.0 * 96.0 / 72.0)) / 2.0);
}

static void
update_sizes (SynReadView *self, gint width)
{
  double scale = width_scale (GTK_WIDGET (self));

  self->narrow = width < NARROW;
  self->overview = self->narrow || self->slots->len == 0 ? 0 : syn_overview_strip_width (scale);

  self->least = (gint) (LEAST * scale);
  self->spine = (gint) (SYN_READ_SPINE_WIDTH * scale);
  self->head = SYN_COLUMN_HEAD_HEIGHT;
  for (guint i = 0; i < self->slots->len; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (self->slots, i);
      gint height;

      if (slot->head == NULL)
        continue;
      gtk_widget_measure (slot->head, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      self->head = MAX (self->head, height + 1);
    }
}

/* How many columns fit beside the spines of the others. */
static guint
count_fitting (SynReadView *self, gint width)
{
  gint all = (gint) self->slots->len;

  for (gint n = (gint) count_visible (self); n > 1; n--)
    if (n * self->least + (n - 1) * SYN_RIBBON_WIDTH + (all - n) * self->spine <= width)
      return (guint) n;
  return 1;
}

/* Which of the columns that have been made are open at this width, in the order they are seen. */
static void
choose_open (SynReadView *self)
{
  g_autoptr (GPtrArray) ranked = rank (self);
  gboolean missing = FALSE;
  guint n = 0;

  for (guint i = 0; i < ranked->len; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (ranked, i);

      slot->open = n < self->wanted && syn_source_get_visible (slot->source);
      if (slot->open && slot->column == NULL)
        {
          missing = TRUE;
          slot->open = FALSE;
          n++;
        }
      n += slot->open;
    }
  g_ptr_array_set_size (self->open, 0);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->slots->len; i++)
      {
        SynReadSlot *slot = g_ptr_array_index (self->slots, i);

        if (slot->open && syn_source_get_pivot (slot->source) == (pass == 0))
          g_ptr_array_add (self->open, slot);
      }
  if (missing && self->refill == 0)
    self->refill = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refill_cb, self, NULL);
}

static void
tell_columns (SynReadView *self)
{
  g_autoptr (GPtrArray) columns = syn_read_view_list_columns (self);

  syn_read_view_emit_columns_changed (self);
  syn_read_scroller_set_columns (self->scroller, columns);
  for (guint i = 0; i < self->ribbons->len; i++)
    {
      gboolean used = i + 1 < columns->len;

      syn_ribbon_set_columns (g_ptr_array_index (self->ribbons, i),
                              used ? g_ptr_array_index (columns, i) : NULL,
                              used ? g_ptr_array_index (columns, i + 1) : NULL);
    }
}

static gboolean
same_slots (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

static void
place (SynReadView *self, GtkWidget *child, gint x, gint y, gint width, gint height)
{
  gint least = 0;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_set_child_visible (child, TRUE);
  /* GTK wants to be asked before a size is given. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, least), MAX (height, 0) }, -1);
}

static gint
place_columns (SynReadView *self, gint width, gint height)
{
  gint n = (gint) self->open->len;
  gint spines = self->narrow ? 0 : ((gint) self->slots->len - n) * self->spine;
  gint room = width - spines - (n - 1) * SYN_RIBBON_WIDTH;
  gint each = n > 0 ? MIN (room / n, MOST * self->least / LEAST) : 0;
  gint x = n > 0 ? MAX (0, (room - n * each) / 2) : 0;

  for (gint i = 0; i < n; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (self->open, i);

      if (self->narrow)
        gtk_widget_set_child_visible (slot->head, FALSE);
      else
        place (self, slot->head, x + 16, 0, each - 16, self->head - 1);
      place (self, slot->column, x, self->head, each, height - self->head);
      x += each;
      if (i + 1 < n)
        {
          place (self, g_ptr_array_index (self->ribbons, i), x, self->head, SYN_RIBBON_WIDTH, height - self->head);
          x += SYN_RIBBON_WIDTH;
        }
    }
  return width - spines;
}

static void
place_rest (SynReadView *self, gint x, gint height)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (self->slots, i);

      gtk_widget_set_child_visible (slot->spine, !slot->open && !self->narrow);
      if (slot->open)
        continue;
      if (slot->column != NULL)
        {
          gtk_widget_set_child_visible (slot->head, FALSE);
          gtk_widget_set_child_visible (slot->column, FALSE);
        }
      if (self->narrow)
        continue;
      place (self, slot->spine, x, 0, self->spine, height);
      x += self->spine;
    }
  for (guint i = MAX (self->open->len, 1) - 1; i < self->ribbons->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->ribbons, i), FALSE);
}

static void
place_chooser (SynReadView *self, gint width)
{
  guint index;

  if (!self->narrow || self->open->len == 0 || self->slots->len < 2)
    {
      gtk_widget_set_child_visible (self->chooser, FALSE);
      return;
    }
  place (self, self->chooser, 12, 8, width - 24, self->head - 16);
  if (g_ptr_array_find (self->slots, g_ptr_array_index (self->open, 0), &index)
      && index != gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser)) && self->refill == 0)
    self->refill = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refill_cb, self, NULL);
}

static void
place_strip (SynReadView *self, gint width, gint height)
{
  if (self->overview > 0)
    place (self, self->strip, width - self->overview, 0, self->overview, height);
  else
    gtk_widget_set_child_visible (self->strip, FALSE);
}

void
syn_read_view_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  SynReadView *self = SYN_READ_VIEW (widget);
  g_autoptr (GPtrArray) before = g_ptr_array_copy (self->open, NULL, NULL);
  gint x;

  update_sizes (self, width);
  place_strip (self, width, height);
  width -= self->overview;
  self->wanted = self->narrow ? 1 : count_fitting (self, width);
  choose_open (self);
  if (!same_slots (before, self->open))
    tell_columns (self);
  x = place_columns (self, width, height);
  place_rest (self, x, height);
  place_chooser (self, width);
  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->explanation != NULL && gtk_widget_get_visible (self->explanation))
    gtk_popover_present (GTK_POPOVER (self->explanation));
}

void
syn_read_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       gint           for_size,
                       gint          *minimum,
                       gint          *natural,
                       gint          *minimum_baseline,
                       gint          *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST : SYN_COLUMN_HEAD_HEIGHT + 100;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * LEAST : SYN_COLUMN_HEAD_HEIGHT + 400;
}

static void
append (GtkWidget *widget, GtkSnapshot *snapshot, SynColor color, gint x, gint y, gint width, gint height)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;
  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, color),
                             &GRAPHENE_RECT_INIT (x, y, width, height));
}

void
syn_read_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynReadView *self = SYN_READ_VIEW (widget);
  gint width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gint n_spines = self->narrow ? 0 : (gint) (self->slots->len - self->open->len);

  append (widget, snapshot, SYN_COLOR_VIEW, 0, self->head, width, height - self->head);
  append (widget, snapshot, SYN_COLOR_WINDOW, 0, 0, width, self->head);
  for (gint i = 0; i < n_spines; i++)
    {
      gint x = width - self->overview - (i + 1) * self->spine;

      append (widget, snapshot, SYN_COLOR_WINDOW, x, self->head, self->spine, height - self->head);
      append (widget, snapshot, SYN_COLOR_RULE, x, self->head, 1, height - self->head);
    }
  append (widget, snapshot, SYN_COLOR_RULE, 0, self->head - 1, width, 1);
  for (guint i = 0; i < self->open->len; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (self->open, i);

      gtk_widget_snapshot_child (widget, slot->column, snapshot);
      if (!self->narrow)
        gtk_widget_snapshot_child (widget, slot->head, snapshot);
    }
  for (guint i = 0; i + 1 < self->open->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->ribbons, i), snapshot);
  for (guint i = 0; i < self->slots->len && !self->narrow; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (self->slots, i);

      if (!slot->open)
        gtk_widget_snapshot_child (widget, slot->spine, snapshot);
    }
  if (self->narrow)
    gtk_widget_snapshot_child (widget, self->chooser, snapshot);
  if (self->overview > 0)
    gtk_widget_snapshot_child (widget, self->strip, snapshot);
}
