/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-grid-private.h"

#include "syn-mark-choice.h"

/* What the grid takes from the session, from the keyboard focus and from the pointer. */

#define CLICK_SLACK 6

static void
update_states_cb (SynCompareGrid *self)
{
  for (guint i = 0; i < self->live->len; i++)
    syn_compare_row_update_state (g_ptr_array_index (self->live, i));
}

static void
revision_cb (SynCompareGrid *self)
{
  if (self->rows == NULL || self->rows != syn_session_get_rows (self->session))
    return;
  for (guint i = 0; i < self->live->len; i++)
    {
      SynCompareRow *row = g_ptr_array_index (self->live, i);

      syn_compare_row_bind (row, syn_compare_row_get_index (row));
    }
  syn_compare_heads_update (SYN_COMPARE_HEADS (self->heads));
  syn_compare_grid_emit_moved (self);
}

/* Other columns may be open now.  Not only when places are given: heads that are made then ask for another layout in
 * the middle of one. */
static gboolean
update_heads_cb (gpointer user_data)
{
  SynCompareGrid *self = user_data;

  self->heads_source = 0;
  if (self->laid_out && self->sources->len == g_list_model_get_n_items (syn_session_get_sources (self->session)))
    syn_compare_grid_update_frame (self, self->frame.width);
  syn_compare_heads_update (SYN_COMPARE_HEADS (self->heads));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
source_changed_cb (SynCompareGrid *self)
{
  /* Counts of all sources change together: one look at them is enough. */
  if (self->heads_source == 0)
    self->heads_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_heads_cb, self, NULL);
}

static void
unwatch_sources (SynCompareGrid *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->sources, i), self);
  g_ptr_array_set_size (self->sources, 0);
}

static void
sources_changed_cb (SynCompareGrid *self)
{
  GListModel *sources = syn_session_get_sources (self->session);

  unwatch_sources (self);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      SynSource *source = g_list_model_get_item (sources, i);

      g_signal_connect_swapped (source, "notify", G_CALLBACK (source_changed_cb), self);
      g_ptr_array_add (self->sources, source);
    }
  source_changed_cb (self);
}

/* What the reader looks at: the active statement if it is in sight, else what stands at the top. */
static gint
statement_in_sight (SynCompareGrid *self, int *out_y)
{
  gint active = syn_session_get_active_statement (self->session);
  gint64 top = syn_compare_grid_get_top (self);
  guint row = self->anchor;

  *out_y = 0;
  if (self->rows == NULL || syn_compare_grid_n_rows (self) == 0 || self->frame.columns->len == 0)
    return -1;
  if (active >= 0)
    {
      guint at = syn_rows_find_statement (self->rows, (guint)active);
      gint64 y = at < syn_compare_grid_n_rows (self)
                     ? syn_row_heights_before (self->heights, at) - top
                     : -1;

      if (y >= 0 && y < self->page)
        {
          *out_y = (int)y;
          return active;
        }
    }
  for (; row < syn_compare_grid_n_rows (self); row++)
    {
      gint statement = syn_compare_grid_first_statement_in (self, row);

      *out_y = (int)(syn_row_heights_before (self->heights, row) - top);
      if (statement >= 0 || *out_y > self->page)
        return statement;
    }
  return -1;
}

static void
rows_cb (SynCompareGrid *self)
{
  SynRows *rows = syn_session_get_rows (self->session);
  gint kept = -1;
  int y = 0;

  if (rows != NULL && self->rows != NULL
      && syn_rows_get_n_columns (rows) == syn_rows_get_n_columns (self->rows))
    {
      kept = statement_in_sight (self, &y);
      /* In another order what stood at the top means nothing; what the reader chose does. */
      if (syn_rows_get_order (rows) != syn_rows_get_order (self->rows)
          && kept != syn_session_get_active_statement (self->session))
        kept = -1;
    }
  else
    {
      syn_row_folds_forget (self->folds);
      /* The columns are those of the corpus that was open before, until they are laid out, which waits for the
       * view to be seen. */
      g_array_set_size (self->frame.columns, 0);
      g_array_set_size (self->frame.articles, 0);
      self->laid_out = FALSE;
      self->pending_reveal = -1;
    }
  g_set_object (&self->rows, rows);
  syn_compare_grid_queue_refocus (self);
  syn_compare_grid_release_all (self);
  self->anchor = 0;
  self->offset = 0;
  self->heights_dirty = TRUE;
  syn_compare_grid_estimate (self);
  if (kept >= 0
      && (guint)kept < syn_comparison_get_n_statements (syn_session_get_comparison (self->session)))
    {
      self->anchor = syn_rows_find_statement (self->rows, (guint)kept);
      self->offset = -y;
      if (syn_row_folds_is_shut (self->folds, self->anchor))
        self->anchor = syn_row_folds_get (self->folds, self->anchor)->first;
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int)syn_compare_grid_n_rows (self), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Other marks are wanted: words move with their boxes, so that heights are not known any more. */
static void
choice_cb (gpointer object, const char *key)
{
  SynCompareGrid *self = object;

  if (self->rows != NULL && self->rows == syn_session_get_rows (self->session))
    rows_cb (self);
}

static void
reveal_cb (SynSession *session, guint statement, SynCompareGrid *self)
{
  if (self->rows != NULL)
    syn_compare_grid_reveal (self, syn_rows_find_statement (self->rows, statement));
}

/* To where its neighbour in the article stands: there it would be, had the claim not moved it. */
void
syn_compare_grid_moved_activated_cb (SynCompareGrid *self, guint statement)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  guint n = 0;
  guint article = syn_comparison_get_statement (comparison, statement)->article;
  guint first = syn_comparison_get_first_statement (comparison, article, &n);

  if (n < 2)
    return;
  statement = statement > first ? statement - 1 : statement + 1;
  syn_compare_grid_scroll_to (self, syn_rows_find_statement (self->rows, statement), 0.25);
}

void
syn_compare_grid_watch (SynCompareGrid *self)
{
  SynSession *session = self->session;

  g_signal_connect_object (session, "notify::rows", G_CALLBACK (rows_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (update_states_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-conflict", G_CALLBACK (update_states_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (update_states_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hover-statement", G_CALLBACK (update_states_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::n-marked", G_CALLBACK (update_states_cb), self,
                           G_CONNECT_SWAPPED);
  syn_mark_choice_watch (choice_cb, G_OBJECT (self));
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (revision_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, 0);
  g_signal_connect_object (syn_session_get_sources (session), "items-changed",
                           G_CALLBACK (sources_changed_cb), self, G_CONNECT_SWAPPED);
  sources_changed_cb (self);
  rows_cb (self);
}

void
syn_compare_grid_unwatch (SynCompareGrid *self)
{
  unwatch_sources (self);
}

/* ── The pointer ─────────────────────────────────────────────────────────── */

/* Where in @view a point of the surface is. */
static gboolean
locate_in (GtkWidget *view, double x, double y, double *out_x, double *out_y)
{
  GtkNative *native = gtk_widget_get_native (view);
  double surface_x = 0;
  double surface_y = 0;

  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), view, x - surface_x, y - surface_y,
                                           out_x, out_y);
}

static void
explain_mark (SynCompareGrid *self, SynStatementView *view, double x, double y)
{
  guint statement = syn_statement_view_get_cell (view)->statement;
  double at_x = 0;
  double at_y = 0;
  gint kind;
  guint index;

  if (locate_in (GTK_WIDGET (view), x, y, &at_x, &at_y)
      && syn_statement_view_find_mark (view, at_x, at_y, &kind, &index)
      && locate_in (GTK_WIDGET (self), x, y, &at_x, &at_y))
    syn_compare_grid_emit_mark_activated (self, statement, kind, index, at_x, at_y);
}

static SynStatementView *
pick_statement (SynCompareGrid *self, double x, double y)
{
  GtkWidget *widget;
  double body_x = 0;
  double body_y = 0;

  if (!locate_in (self->body, x, y, &body_x, &body_y))
    return NULL;
  widget = gtk_widget_pick (self->body, body_x, body_y, GTK_PICK_DEFAULT);
  for (; widget != NULL && widget != self->body; widget = gtk_widget_get_parent (widget))
    {
      if (GTK_IS_BUTTON (widget))
        return NULL;
      if (SYN_IS_STATEMENT_VIEW (widget))
        return SYN_STATEMENT_VIEW (widget);
    }
  return NULL;
}

/* The sign of a statement opens its column; the sign of silence leads to the claim that is not made. */
static void
activate_sign (SynCompareGrid *self, double x, double y)
{
  GtkWidget *sign, *row;
  double body_x = 0;
  double body_y = 0;
  gint column;
  guint article;
  guint n = 0;
  const guint *statements;

  if (!locate_in (self->body, x, y, &body_x, &body_y))
    return;
  sign = gtk_widget_pick (self->body, body_x, body_y, GTK_PICK_DEFAULT);
  row = sign != NULL ? gtk_widget_get_parent (sign) : NULL;
  column = SYN_IS_COMPARE_ROW (row) ? syn_compare_row_find_sign (SYN_COMPARE_ROW (row), sign) : -1;
  if (column < 0)
    return;
  article = g_array_index (self->frame.columns, SynCompareColumn, column).article;
  statements = syn_rows_get_cell (self->rows, syn_compare_row_get_index (SYN_COMPARE_ROW (row)), article, &n);
  if (n > 0)
    {
      syn_session_activate (self->session, (gint)statements[0]);
      syn_compare_heads_open (SYN_COMPARE_HEADS (self->heads), article);
    }
  else
    {
      gint claim = syn_rows_get_row (self->rows, syn_compare_row_get_index (SYN_COMPARE_ROW (row)))->claim;

      if (claim >= 0)
        syn_session_select_claim (self->session, claim);
    }
}

/* Only watches: the labels must keep their presses and drags, or text could not be selected. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, SynCompareGrid *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  SynStatementView *view;
  double x = 0;
  double y = 0;
  gboolean clicked;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE)
      || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;
  gdk_event_get_position (event, &x, &y);
  if (type == GDK_BUTTON_PRESS)
    {
      self->press_x = x;
      self->press_y = y;
      self->pressed = TRUE;
      return GDK_EVENT_PROPAGATE;
    }
  clicked = self->pressed && ABS (x - self->press_x) <= CLICK_SLACK
            && ABS (y - self->press_y) <= CLICK_SLACK;
  self->pressed = FALSE;
  view = clicked ? pick_statement (self, x, y) : NULL;
  if (view == NULL)
    {
      if (clicked)
        activate_sign (self, x, y);
      return GDK_EVENT_PROPAGATE;
    }
  if ((gdk_event_get_modifier_state (event) & GDK_CONTROL_MASK) != 0)
    {
      syn_session_toggle_marked (self->session, syn_statement_view_get_cell (view)->statement);
      return GDK_EVENT_PROPAGATE;
    }
  syn_session_clear_marked (self->session);
  syn_session_activate (self->session, (gint)syn_statement_view_get_cell (view)->statement);
  explain_mark (self, view, x, y);
  return GDK_EVENT_PROPAGATE;
}

gint
syn_compare_grid_find_statement_at (SynCompareGrid *self, double x, double y)
{
  GtkWidget *widget;

  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), -1);

  widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  if (widget != NULL && !SYN_IS_STATEMENT_VIEW (widget))
    widget = gtk_widget_get_ancestor (widget, SYN_TYPE_STATEMENT_VIEW);
  return widget != NULL ? (gint)syn_statement_view_get_cell (SYN_STATEMENT_VIEW (widget))->statement : -1;
}

void
syn_compare_grid_add_controllers (SynCompareGrid *self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (self->body, controller);
}

void
syn_compare_grid_reveal (SynCompareGrid *self, guint row)
{
  g_return_if_fail (SYN_IS_COMPARE_GRID (self));

  if (row >= syn_compare_grid_n_rows (self))
    return;
  if (self->laid_out)
    syn_compare_grid_show_row (self, row, 0.25);
  else
    self->pending_reveal = (gint)row;
}

guint
syn_compare_grid_row_by_pages (SynCompareGrid *self, guint row, int pages)
{
  gint64 y;
  guint target;

  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), row);

  if (syn_compare_grid_n_rows (self) == 0)
    return row;
  y = syn_row_heights_before (self->heights, row) + (gint64)pages * self->page;
  target = syn_row_heights_at (self->heights, y);
  if (target == row)
    return pages < 0 ? (row > 0 ? row - 1 : 0) : MIN (row + 1, syn_compare_grid_n_rows (self) - 1);
  return target;
}

/* ── Focus ───────────────────────────────────────────────────────────────── */

gboolean
syn_compare_grid_focus_statement (SynCompareGrid *self, guint statement)
{
  SynCompareRow *row;
  SynStatementView *view;
  guint index;

  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), FALSE);

  if (!self->laid_out || self->rows == NULL || syn_compare_grid_n_rows (self) == 0)
    return FALSE;
  index = syn_rows_find_statement (self->rows, statement);
  if (index >= syn_compare_grid_n_rows (self))
    return FALSE;
  syn_compare_grid_show_row (self, index, -1);
  row = syn_compare_grid_find_row (self, index);
  view = row != NULL ? syn_compare_row_find (row, statement) : NULL;
  return view != NULL && gtk_widget_grab_focus (syn_statement_view_get_label (view));
}

char *
syn_compare_grid_dup_selected_words (SynCompareGrid *self, guint *out_statement)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gint statement = syn_compare_grid_get_focus_statement (self);
  int start = 0;
  int end = 0;

  if (statement < 0 || !GTK_IS_LABEL (focus)
      || !gtk_label_get_selection_bounds (GTK_LABEL (focus), &start, &end))
    return NULL;
  *out_statement = (guint)statement;
  return g_utf8_substring (gtk_label_get_text (GTK_LABEL (focus)), start, end);
}

gint
syn_compare_grid_get_focus_statement (SynCompareGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *view = focus != NULL ? gtk_widget_get_ancestor (focus, SYN_TYPE_STATEMENT_VIEW) : NULL;

  g_return_val_if_fail (SYN_IS_COMPARE_GRID (self), -1);

  if (view == NULL || !gtk_widget_is_ancestor (view, self->body))
    return -1;
  return (gint)syn_statement_view_get_cell (SYN_STATEMENT_VIEW (view))->statement;
}
