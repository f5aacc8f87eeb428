/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "syn-compare-body.h"

#define STEP 48

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  MOVED,
  COLUMNS_CHANGED,
  MARK_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SynCompareGrid,
                               syn_compare_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

guint
syn_compare_grid_n_rows (SynCompareGrid *self)
{
  return syn_row_heights_get_n (self->heights);
}

gint64
syn_compare_grid_get_top (SynCompareGrid *self)
{
  return syn_compare_grid_n_rows (self) == 0
             ? 0
             : syn_row_heights_before (self->heights, self->anchor) + self->offset;
}

gint
syn_compare_grid_first_statement_in (SynCompareGrid *self, guint row)
{
  if (syn_row_folds_is_shut (self->folds, row))
    return -1;
  for (guint i = 0; i < self->frame.columns->len; i++)
    {
      const SynCompareColumn *column = &g_array_index (self->frame.columns, SynCompareColumn, i);
      guint n = 0;
      const guint *statements = syn_rows_get_cell (self->rows, row, column->article, &n);

      if (n > 0 && (column->open || self->frame.narrow))
        return (gint)statements[0];
    }
  return -1;
}

/* ── Row widgets ─────────────────────────────────────────────────────────── */

SynCompareRow *
syn_compare_grid_find_row (SynCompareGrid *self, guint row)
{
  return g_hash_table_lookup (self->by_index, GUINT_TO_POINTER (row + 1));
}

static void
release (SynCompareGrid *self, SynCompareRow *row)
{
  g_hash_table_remove (self->by_index, GUINT_TO_POINTER (syn_compare_row_get_index (row) + 1));
  g_ptr_array_remove (self->live, row);
  g_ptr_array_add (self->pool, row);
}

static SynCompareRow *
acquire (SynCompareGrid *self, guint index)
{
  SynCompareRow *row = syn_compare_grid_find_row (self, index);

  if (row != NULL)
    return row;
  if (self->pool->len > 0)
    row = g_ptr_array_steal_index_fast (self->pool, self->pool->len - 1);
  else
    {
      row = SYN_COMPARE_ROW (syn_compare_row_new (self->session, &self->frame));
      g_signal_connect_swapped (row, "moved-activated",
                                G_CALLBACK (syn_compare_grid_moved_activated_cb), self);
      g_signal_connect_swapped (row, "fold-toggled",
                                G_CALLBACK (syn_compare_grid_fold_toggled_cb), self);
      gtk_widget_set_parent (GTK_WIDGET (row), self->body);
    }
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  syn_compare_row_bind (row, index);
  g_ptr_array_add (self->live, row);
  g_hash_table_insert (self->by_index, GUINT_TO_POINTER (index + 1), row);
  return row;
}

/* Learns the height of a row from its widget, which it makes if need be; returns whether it was
 * another one.  Measured on every pass (GTK remembers the result), so that whatever changes a
 * height heals. */
static gboolean
ensure_exact (SynCompareGrid *self, guint index)
{
  SynCompareRow *row;
  int height = 0;

  if (syn_row_folds_is_hidden (self->folds, index))
    return syn_row_heights_set (self->heights, index, 0);
  row = acquire (self, index);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, self->frame.width, &height, NULL,
                      NULL, NULL);
  return syn_row_heights_set (self->heights, index, height);
}

void
syn_compare_grid_drop_rows (SynCompareGrid *self)
{
  g_autoptr (GPtrArray) live = g_steal_pointer (&self->live);
  g_autoptr (GPtrArray) pool = g_steal_pointer (&self->pool);

  /* A row under the pointer reports that it is left, and the states of all rows are asked for: of
   * none of these. */
  self->live = g_ptr_array_new ();
  self->pool = g_ptr_array_new ();
  g_hash_table_remove_all (self->by_index);
  for (guint i = 0; i < live->len; i++)
    gtk_widget_unparent (g_ptr_array_index (live, i));
  for (guint i = 0; i < pool->len; i++)
    gtk_widget_unparent (g_ptr_array_index (pool, i));
  g_clear_object (&self->ruler);
}

void
syn_compare_grid_release_all (SynCompareGrid *self)
{
  while (self->live->len > 0)
    release (self, g_ptr_array_index (self->live, self->live->len - 1));
}

static int
by_index (gconstpointer a, gconstpointer b)
{
  guint x = syn_compare_row_get_index (*(SynCompareRow *const *)a);
  guint y = syn_compare_row_get_index (*(SynCompareRow *const *)b);

  return x < y ? -1 : x > y;
}

/* Siblings stand in reading order, for the Tab key and assistive tools. */
static void
order_siblings (SynCompareGrid *self)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < self->pool->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->pool, i), FALSE);
  g_ptr_array_sort (self->live, by_index);
  for (guint i = 0; i < self->live->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->live, i);

      if (gtk_widget_get_prev_sibling (row) != previous)
        gtk_widget_insert_after (row, self->body, previous);
      previous = row;
    }
}

/* ── Scrolling ───────────────────────────────────────────────────────────── */

static gboolean soft_end_cb (gpointer user_data);

/* Never changes what is on the screen. */
void
syn_compare_grid_commit (SynCompareGrid *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  gint64 total = syn_row_heights_before (self->heights, syn_compare_grid_n_rows (self));
  double value = (double)syn_compare_grid_get_top (self);
  gint64 now = g_get_monotonic_time ();

  if (adjustment == NULL)
    return;
  /* Kinetic scrolling and a dragged thumb hold absolute places: they are not moved under the hand.
   */
  if (now - self->soft_since < CALM_MS * 1000
      && gtk_adjustment_get_page_size (adjustment) == self->page)
    {
      self->committed = gtk_adjustment_get_value (adjustment);
      if (self->soft_source == 0)
        self->soft_source = g_timeout_add (CALM_MS, soft_end_cb, self);
    }
  else
    {
      self->guard = TRUE;
      self->committed = value;
      self->committed_upper = MAX ((double)total, self->page);
      self->committed_at = now;
      gtk_adjustment_configure (adjustment, value, 0, self->committed_upper, STEP, self->page * 0.9,
                                self->page);
      self->guard = FALSE;
    }
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
soft_end_cb (gpointer user_data)
{
  SynCompareGrid *self = user_data;

  if (g_get_monotonic_time () - self->soft_since < CALM_MS * 1000)
    return G_SOURCE_CONTINUE;
  self->soft_source = 0;
  syn_compare_grid_commit (self);
  return G_SOURCE_REMOVE;
}

/* Binds and measures what comes into sight when @row's top is at @y; returns whether a height was
 * learned. */
static gboolean
fill_once (SynCompareGrid *self, guint row, gint64 y, gint64 *out_top)
{
  GtkWidget *pinned = gtk_widget_get_focus_child (self->body);
  gint64 total = syn_row_heights_before (self->heights, syn_compare_grid_n_rows (self));
  gint64 top = MAX (0, MIN (syn_row_heights_before (self->heights, row) - y, total - self->page));
  guint first = syn_row_heights_at (self->heights, top);
  guint last = syn_row_heights_at (self->heights, top + self->page - 1);
  guint from = syn_row_heights_at (self->heights, top - self->page / 4);
  guint to = syn_row_heights_at (self->heights, top + self->page + self->page / 4);
  gboolean learned = FALSE;

  *out_top = top;
  for (guint i = self->live->len; i-- > 0;)
    {
      SynCompareRow *live = g_ptr_array_index (self->live, i);
      guint index = syn_compare_row_get_index (live);

      /* The row with the keyboard focus stays, or the focus and the selected text were lost. */
      if ((index < from || index > to) && GTK_WIDGET (live) != pinned)
        release (self, live);
    }
  for (guint i = first; i <= last; i++)
    learned |= ensure_exact (self, i);
  for (guint i = from; i <= to && !learned; i++)
    learned |= ensure_exact (self, i);
  return learned;
}

void
syn_compare_grid_fill (SynCompareGrid *self, guint row, gint64 y)
{
  gint64 top = 0;

  if (syn_compare_grid_n_rows (self) == 0)
    {
      syn_compare_grid_release_all (self);
      order_siblings (self);
      self->anchor = 0;
      self->offset = 0;
      syn_compare_grid_commit (self);
      return;
    }
  row = MIN (row, syn_compare_grid_n_rows (self) - 1);
  /* Each round that learns a height makes at least one row exact, so this ends; the number is a
   * backstop. */
  for (guint round = 0; round < 64 && fill_once (self, row, y, &top); round++)
    ;
  self->anchor = syn_row_heights_at (self->heights, top);
  self->offset = (int)(top - syn_row_heights_before (self->heights, self->anchor));
  order_siblings (self);
  syn_compare_grid_commit (self);
  gtk_widget_queue_allocate (self->body);
  if (syn_row_heights_get_n_exact (self->heights) < syn_compare_grid_n_rows (self))
    syn_compare_grid_queue_refine (self);
}

static void
vertical_changed_cb (GtkAdjustment *adjustment, SynCompareGrid *self)
{
  double value = gtk_adjustment_get_value (adjustment);
  double change = value - self->committed;
  gboolean at_end = value >= self->committed_upper - self->page - 0.5;

  if (self->guard || !self->laid_out || syn_compare_grid_n_rows (self) == 0)
    return;
  self->scrolled_at = g_get_monotonic_time ();
  self->soft_since = at_end || value <= 0 ? 0 : self->scrolled_at;
  if (fabs (change) < self->page * 2)
    syn_compare_grid_fill (self, self->anchor, -(gint64)self->offset - llround (change));
  else if (value <= 0)
    syn_compare_grid_fill (self, 0, 0);
  else if (at_end)
    {
      guint last = syn_compare_grid_n_rows (self) - 1;

      ensure_exact (self, last);
      syn_compare_grid_fill (self, last, self->page - syn_row_heights_get (self->heights, last));
    }
  else
    {
      guint row = syn_row_heights_at (self->heights, (gint64)value);

      syn_compare_grid_fill (self, row, syn_row_heights_before (self->heights, row) - (gint64)value);
    }
}

void
syn_compare_grid_scroll_to (SynCompareGrid *self, guint row, double fraction)
{
  g_return_if_fail (SYN_IS_COMPARE_GRID (self));

  if (row >= syn_compare_grid_n_rows (self))
    return;
  syn_compare_grid_unfold (self, row);
  if (!self->laid_out)
    {
      self->pending_reveal = (gint)row;
      return;
    }
  self->soft_since = 0;
  syn_compare_grid_fill (self, row, (gint64)(self->page * fraction));
}

void
syn_compare_grid_show_row (SynCompareGrid *self, guint row, double fraction)
{
  gint64 y;
  int height;

  syn_compare_grid_unfold (self, row);
  ensure_exact (self, row);
  y = syn_row_heights_before (self->heights, row) - syn_compare_grid_get_top (self);
  height = syn_row_heights_get (self->heights, row);
  if (y >= 0 && y + height <= self->page)
    return;
  if (fraction >= 0)
    y = height > self->page ? 0 : MIN ((gint64)(self->page * fraction), self->page - height);
  else if (y < 0 || height > self->page)
    y = 0;
  else
    y = self->page - height;
  self->soft_since = 0;
  syn_compare_grid_fill (self, row, y);
}

/* ── Size ────────────────────────────────────────────────────────────────── */

/* Every height is a guess again; the row at the top stays there. */
static void
forget_heights (SynCompareGrid *self)
{
  double part = 0;

  /* Above the upper edge it is a part of the row; below it, a distance that stays. */
  if (self->laid_out && self->offset > 0 && self->anchor < syn_compare_grid_n_rows (self)
      && syn_row_heights_get (self->heights, self->anchor) > 0)
    part = self->offset / (double)syn_row_heights_get (self->heights, self->anchor);
  for (guint i = 0; i < self->live->len; i++)
    gtk_widget_queue_resize (g_ptr_array_index (self->live, i));
  syn_compare_grid_estimate (self);
  self->heights_dirty = FALSE;
  if (syn_compare_grid_n_rows (self) == 0)
    return;
  self->anchor = MIN (self->anchor, syn_compare_grid_n_rows (self) - 1);
  if (syn_row_folds_is_hidden (self->folds, self->anchor))
    self->anchor = syn_row_folds_get (self->folds, self->anchor)->first;
  ensure_exact (self, self->anchor);
  if (self->offset > 0)
    self->offset = (int)lround (part * syn_row_heights_get (self->heights, self->anchor));
}

static void
syn_compare_grid_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SynCompareGrid *self = SYN_COMPARE_GRID (widget);

  gtk_widget_measure (self->heads, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1 : *minimum + 1;
}

static void
configure_horizontal (SynCompareGrid *self, int width)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, 0, 0, width, STEP, width * 0.9, width);
}

static void
syn_compare_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynCompareGrid *self = SYN_COMPARE_GRID (widget);

  syn_compare_grid_update_frame (self, width);
  gtk_widget_measure (self->heads, GTK_ORIENTATION_VERTICAL, -1, &self->head_height, NULL, NULL,
                      NULL);
  self->page = MAX (1, height - self->head_height);
  configure_horizontal (self, width);
  if (self->heights_dirty)
    forget_heights (self);
  self->laid_out = TRUE;
  syn_compare_grid_fill (self, self->anchor, -(gint64)self->offset);
  if (self->pending_reveal >= 0 && (guint)self->pending_reveal < syn_compare_grid_n_rows (self))
    syn_compare_grid_show_row (self, (guint)self->pending_reveal, 0.25);
  self->pending_reveal = -1;
  gtk_widget_size_allocate (self->heads, &(GtkAllocation){ 0, 0, width, self->head_height }, -1);
  gtk_widget_size_allocate (self->body, &(GtkAllocation){ 0, self->head_height, width, self->page },
                            -1);
}

static void
queue_relayout (SynCompareGrid *self)
{
  self->heights_dirty = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
syn_compare_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SynCompareGrid *self = SYN_COMPARE_GRID (widget);

  GTK_WIDGET_CLASS (syn_compare_grid_parent_class)->css_changed (widget, change);
  /* A change of colours leaves the heights alone. */
  if (self->laid_out && syn_compare_grid_text_scale (self) != self->frame.scale)
    queue_relayout (self);
}

static void
syn_compare_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (syn_compare_grid_parent_class)->system_setting_changed (widget, setting);
  if (setting != GTK_SYSTEM_SETTING_ICON_THEME)
    queue_relayout (SYN_COMPARE_GRID (widget));
}

static void
syn_compare_grid_direction_changed (GtkWidget *widget, GtkTextDirection direction)
{
  GTK_WIDGET_CLASS (syn_compare_grid_parent_class)->direction_changed (widget, direction);
  queue_relayout (SYN_COMPARE_GRID (widget));
}

/* ── Focus ───────────────────────────────────────────────────────────────── */

static gboolean
syn_compare_grid_grab_focus (GtkWidget *widget)
{
  SynCompareGrid *self = SYN_COMPARE_GRID (widget);

  return syn_compare_grid_get_focus_statement (self) >= 0
         || gtk_widget_child_focus (self->body, GTK_DIR_TAB_FORWARD);
}

/* ── Making ──────────────────────────────────────────────────────────────── */

static void
set_adjustment (SynCompareGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect (adjustment, "value-changed", G_CALLBACK (vertical_changed_cb), self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
syn_compare_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SynCompareGrid *self = SYN_COMPARE_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_compare_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynCompareGrid *self = SYN_COMPARE_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* What is drawn at the edges of a scrolled window begins below the heads. */
static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  *border = (GtkBorder){ .top = (gint16)SYN_COMPARE_GRID (scrollable)->head_height };
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

static void
syn_compare_grid_dispose (GObject *object)
{
  SynCompareGrid *self = SYN_COMPARE_GRID (object);

  g_clear_handle_id (&self->refine_source, g_source_remove);
  g_clear_handle_id (&self->soft_source, g_source_remove);
  g_clear_handle_id (&self->heads_source, g_source_remove);
  syn_compare_grid_unwatch (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
        g_clear_object (&self->adjustments[i]);
      }
  if (self->body != NULL)
    syn_compare_grid_drop_rows (self);
  g_clear_pointer (&self->heads, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_compare_grid_parent_class)->dispose (object);
}

static void
syn_compare_grid_finalize (GObject *object)
{
  SynCompareGrid *self = SYN_COMPARE_GRID (object);

  syn_row_heights_free (self->heights);
  syn_row_folds_free (self->folds);
  g_ptr_array_unref (self->live);
  g_ptr_array_unref (self->pool);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->by_index);
  g_array_unref (self->frame.columns);
  g_array_unref (self->frame.articles);
  G_OBJECT_CLASS (syn_compare_grid_parent_class)->finalize (object);
}

static void
syn_compare_grid_class_init (SynCompareGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = syn_compare_grid_set_property;
  object_class->get_property = syn_compare_grid_get_property;
  object_class->dispose = syn_compare_grid_dispose;
  object_class->finalize = syn_compare_grid_finalize;
  widget_class->measure = syn_compare_grid_measure;
  widget_class->size_allocate = syn_compare_grid_size_allocate;
  widget_class->css_changed = syn_compare_grid_css_changed;
  widget_class->grab_focus = syn_compare_grid_grab_focus;
  widget_class->system_setting_changed = syn_compare_grid_system_setting_changed;
  widget_class->direction_changed = syn_compare_grid_direction_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "comparegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  signals[MOVED] = g_signal_new ("moved", SYN_TYPE_COMPARE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", SYN_TYPE_COMPARE_GRID,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARK_ACTIVATED]
      = g_signal_new ("mark-activated", SYN_TYPE_COMPARE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 5, G_TYPE_UINT, G_TYPE_INT, G_TYPE_UINT, G_TYPE_DOUBLE,
                      G_TYPE_DOUBLE);
}

static void
syn_compare_grid_init (SynCompareGrid *self)
{
  self->heights = syn_row_heights_new ();
  self->folds = syn_row_folds_new ();
  self->frame.folds = self->folds;
  self->live = g_ptr_array_new ();
  self->pool = g_ptr_array_new ();
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_index = g_hash_table_new (NULL, NULL);
  self->frame.columns = g_array_new (FALSE, TRUE, sizeof (SynCompareColumn));
  self->frame.articles = g_array_new (FALSE, TRUE, sizeof (guint));
  self->frame.scale = 1;
  self->pending_reveal = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Comparison"), -1);
}

GtkWidget *
syn_compare_grid_new (SynSession *session)
{
  SynCompareGrid *self = g_object_new (SYN_TYPE_COMPARE_GRID, NULL);

  self->session = g_object_ref (session);
  self->heads = syn_compare_heads_new (session, &self->frame);
  gtk_widget_set_parent (self->heads, GTK_WIDGET (self));
  self->body = syn_compare_body_new (self);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  syn_compare_grid_add_controllers (self);
  syn_compare_grid_install_folds (self);
  syn_compare_grid_watch (self);
  return GTK_WIDGET (self);
}

void
syn_compare_grid_set_narrow (SynCompareGrid *self, gboolean narrow)
{
  g_return_if_fail (SYN_IS_COMPARE_GRID (self));

  if (self->frame.narrow == narrow)
    return;
  self->frame.narrow = narrow;
  self->frame_dirty = TRUE;
  gtk_widget_queue_resize (self->heads);
}

const SynCompareFrame *
syn_compare_grid_get_frame (SynCompareGrid *self)
{
  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), NULL);

  return &self->frame;
}

const SynRowHeights *
syn_compare_grid_get_heights (SynCompareGrid *self)
{
  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), NULL);

  return self->heights;
}

int
syn_compare_grid_get_head_height (SynCompareGrid *self)
{
  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), 0);

  return self->head_height;
}

int
syn_compare_grid_get_page (SynCompareGrid *self)
{
  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), 0);

  return self->page;
}

guint
syn_compare_grid_get_n_widgets (SynCompareGrid *self)
{
  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), 0);

  return self->live->len + self->pool->len;
}

void
syn_compare_grid_emit_moved (SynCompareGrid *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

void
syn_compare_grid_emit_columns_changed (SynCompareGrid *self)
{
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

void
syn_compare_grid_emit_mark_activated (
    SynCompareGrid *self, guint statement, gint kind, guint index, double x, double y)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, statement, kind, index, x, y);
}
