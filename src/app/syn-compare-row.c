/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-row-private.h"

#include <glib/gi18n-lib.h>

#include "syn-compare-describe.h"
#include "syn-compat.h"
#include "syn-explain.h"
#include "syn-format.h"

enum
{
  FOLD_TOGGLED,
  MOVED_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynCompareRow, syn_compare_row, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
syn_compare_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
syn_compare_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SynCompareRow *self = SYN_COMPARE_ROW (widget);

  /* As wide as the frame says. */
  *minimum = *natural
      = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : syn_compare_row_lay_out (self, FALSE);
}

static void
syn_compare_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  syn_compare_row_lay_out (SYN_COMPARE_ROW (widget), TRUE);
}

static void
syn_compare_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  syn_compare_row_paint (SYN_COMPARE_ROW (widget), snapshot);
  GTK_WIDGET_CLASS (syn_compare_row_parent_class)->snapshot (widget, snapshot);
}

static GtkWidget *
make_label (SynCompareRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (self != NULL)
    gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

/* ── Binding ─────────────────────────────────────────────────────────────── */

static void
set_icon (GtkWidget *image, const char *icon, SynColor color)
{
  static const char *const classes[SYN_N_COLORS] = {
    [SYN_COLOR_INK2] = "syn-ink2",
    [SYN_COLOR_INK3] = "syn-ink3",
    [SYN_COLOR_ACCENT] = "syn-accent",
    [SYN_COLOR_CONFLICT] = "syn-conflict",
    [SYN_COLOR_CONFIRMED] = "verdict-confirmed",
    [SYN_COLOR_DISPUTED] = "verdict-disputed",
    [SYN_COLOR_UNVERIFIED] = "verdict-unverified",
  };
  const char *css[2] = { classes[color], NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_widget_set_css_classes (image, css);
}

static void
bind_verdict (SynCompareRow *self)
{
  const SynClaimRecord *record = NULL;
  SynVerdict verdict;

  if (self->claim >= 0)
    record = syn_session_get_record (self->session, (guint)self->claim);
  verdict = record != NULL ? record->verdict : SYN_VERDICT_OPEN;
  /* What one source alone says is a claim as well, but not a question that waits for an answer. */
  gtk_widget_set_visible (self->verdict,
                          !self->shut && (self->shared || !syn_claim_record_is_open (record)));
  set_icon (self->verdict, syn_state_icon (record), syn_verdict_color (verdict));
  syn_compat_set_tooltip (self->verdict, syn_state_label (record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->verdict), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  syn_state_label (record), -1);
}

static void
bind_heading (SynCompareRow *self, gint index)
{
  const SynConflict *conflict;
  g_autofree char *values = NULL;
  g_autofree char *reason = NULL;

  self->headed = index;
  gtk_widget_set_visible (self->heading, index >= 0);
  if (index < 0)
    return;
  conflict = syn_get_conflict (syn_session_get_comparison (self->session), (guint)index);
  values = syn_describe_heading_values (self->session, (guint)index, self->index);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->heading_icon),
                                syn_strength_icon (conflict->strength));
  gtk_label_set_text (GTK_LABEL (self->type), syn_conflict_type_label (conflict->type));
  gtk_label_set_text (GTK_LABEL (self->topic), conflict->topic != NULL ? conflict->topic : "");
  gtk_label_set_text (GTK_LABEL (self->values), values);
  reason = syn_explain_conflict (self->session, conflict);
  syn_compat_set_tooltip (self->heading, reason);
}

static void
moved_activated_cb (SynStatementView *view, SynCompareRow *self)
{
  g_signal_emit (self, signals[MOVED_ACTIVATED], 0, syn_statement_view_get_cell (view)->statement);
}

static void
enter_cb (GtkEventController *controller, double x, double y, SynCompareRow *self)
{
  SynStatementView *view = SYN_STATEMENT_VIEW (gtk_event_controller_get_widget (controller));
  const SynStatementCell *cell = syn_statement_view_get_cell (view);

  if (cell != NULL)
    syn_session_set_hover_statement (self->session, (gint)cell->statement);
}

static void
leave_cb (GtkEventController *controller, SynCompareRow *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  const SynStatementCell *cell;

  /* The pointer also leaves a view that is being taken apart. */
  if (widget == NULL)
    return;
  cell = syn_statement_view_get_cell (SYN_STATEMENT_VIEW (widget));
  if (cell != NULL && syn_session_get_hover_statement (self->session) == (gint)cell->statement)
    syn_session_set_hover_statement (self->session, -1);
}

static GtkWidget *
add_view (SynCompareRow *self, SynCompareCell *cell)
{
  GtkWidget *view = syn_statement_view_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (view, motion);
  g_signal_connect (view, "moved-activated", G_CALLBACK (moved_activated_cb), self);
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  g_ptr_array_add (cell->views, view);
  return view;
}

static void
bind_statements (SynCompareRow *self, SynCompareCell *cell, guint article, gint reference)
{
  const guint *statements
      = syn_rows_get_cell (syn_session_get_rows (self->session), self->index, article, &cell->n);
  int rail = syn_compare_row_scaled (self, SYN_STATEMENT_RAIL)
             + (self->card ? syn_compare_row_card_name_width (self) + 6 : 0);

  for (guint i = 0; i < cell->n; i++)
    {
      GtkWidget *view
          = i < cell->views->len ? g_ptr_array_index (cell->views, i) : add_view (self, cell);

      syn_statement_view_set_rail (SYN_STATEMENT_VIEW (view), rail,
                                   syn_compare_row_scaled (self, SYN_COMPARE_GLYPH));
      syn_statement_view_take_cell (SYN_STATEMENT_VIEW (view),
                                    syn_describe_cell (self->session, statements[i], reference));
      gtk_widget_set_visible (view, TRUE);
    }
  for (guint i = cell->n; i < cell->views->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (cell->views, i), FALSE);
}

static void
hide (GtkWidget *widget)
{
  if (widget != NULL)
    gtk_widget_set_visible (widget, FALSE);
}

/* Nothing of the cell is to be seen until something is bound again. */
static void
clear_cell (SynCompareCell *cell)
{
  cell->n = 0;
  cell->folded = FALSE;
  for (guint i = 0; i < cell->views->len; i++)
    hide (g_ptr_array_index (cell->views, i));
  hide (cell->silent);
  hide (cell->glyph);
  hide (cell->outlet);
  hide (cell->time);
}

static void
bind_column (SynCompareRow *self, guint i, gint reference)
{
  const SynCompareColumn *column = syn_compare_row_get_column (self, i);
  SynCompareCell *cell = syn_compare_row_get_cell (self, i);
  gboolean silent;

  bind_statements (self, cell, column->article, reference);
  silent = cell->n == 0 && syn_describe_is_silent (self->session, self->index, column->article);
  gtk_widget_set_visible (cell->silent, silent);
  if (silent)
    {
      SynSource *source = syn_session_find_source (self->session, column->article);
      g_autofree char *name = g_strdup_printf (_ ("%s, silent here"),
                                               source != NULL ? syn_source_get_name (source) : "");

      gtk_accessible_update_property (GTK_ACCESSIBLE (cell->silent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
  self->empty = self->empty && cell->n == 0 && !silent;
}

static void
bind_spine (SynCompareRow *self, guint i, gint reference)
{
  SynCompareCell *cell = syn_compare_row_get_cell (self, i);
  g_auto (SynGlyph) glyph = { NULL, SYN_COLOR_INK3, NULL };

  if (cell->glyph == NULL)
    return;
  syn_describe_spine (self->session, self->index, syn_compare_row_get_column (self, i)->article,
                      reference, &glyph);
  gtk_widget_set_visible (cell->glyph, glyph.icon != NULL && !self->named);
  if (glyph.icon == NULL)
    return;
  set_icon (cell->glyph, glyph.icon, glyph.color);
  syn_compat_set_tooltip (cell->glyph, glyph.name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->glyph), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  glyph.name, -1);
}

static void
bind_card_cell (SynCompareRow *self, guint i, gint reference)
{
  const SynCompareColumn *column = syn_compare_row_get_column (self, i);
  SynCompareCell *cell = syn_compare_row_get_cell (self, i);
  SynSource *source = syn_session_find_source (self->session, column->article);
  gboolean shown;

  if (cell->outlet == NULL)
    {
      cell->outlet = make_label (self, "outlet");
      cell->time = make_label (self, "second");
    }
  bind_statements (self, cell, column->article, reference);
  cell->folded
      = self->frame->narrow
        && (!column->asked
            || (cell->n > 0
                && syn_describe_is_copy (self->session, self->index, column->article, reference)));
  shown = cell->n > 0 && !cell->folded;
  for (guint k = 0; k < cell->n && cell->folded; k++)
    gtk_widget_set_visible (g_ptr_array_index (cell->views, k), FALSE);
  gtk_widget_set_visible (cell->outlet, shown);
  gtk_widget_set_visible (cell->time, FALSE);
  if (shown && source != NULL)
    {
      g_autofree char *time = syn_describe_time (self->session, column->article, TRUE);
      g_autofree char *second = NULL;

      if (syn_source_get_pivot (source))
        second = time != NULL ? g_strdup_printf (_ ("Pivot · %s"), time) : g_strdup (_ ("Pivot"));
      gtk_label_set_text (GTK_LABEL (cell->outlet), syn_source_get_name (source));
      gtk_label_set_text (GTK_LABEL (cell->time), second != NULL ? second
                                                  : time != NULL ? time
                                                                 : "");
      gtk_widget_set_visible (cell->time, second != NULL || time != NULL);
    }
  self->empty = self->empty && !shown;
}

static void
add_line (SynCompareRow *self, const char *icon, const char *text)
{
  GtkWidget *box;

  if (self->n_lines == self->lines->len)
    {
      GtkWidget *label = gtk_label_new (NULL);

      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
      gtk_widget_add_css_class (box, "second");
      gtk_widget_set_parent (box, GTK_WIDGET (self));
      g_ptr_array_add (self->lines, box);
    }
  box = g_ptr_array_index (self->lines, self->n_lines++);
  set_icon (gtk_widget_get_first_child (box), icon, SYN_COLOR_INK3);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_visible (box, TRUE);
}

/* "A", "A and B", "A, B and C" */
static char *
join_names (GPtrArray *names)
{
  g_autoptr (GString) joined = g_string_new (g_ptr_array_index (names, 0));

  for (guint i = 1; i + 1 < names->len; i++)
    g_string_append_printf (joined, ", %s", (const char *)g_ptr_array_index (names, i));
  if (names->len == 1)
    return g_string_free (g_steal_pointer (&joined), FALSE);
  return g_strdup_printf (_ ("%s and %s"), joined->str,
                          (const char *)g_ptr_array_index (names, names->len - 1));
}

/* Copies and silences, a line each. */
static void
bind_card_lines (SynCompareRow *self, gint reference)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();
  SynSource *first
      = reference >= 0 ? syn_session_find_source (self->session, (guint)reference) : NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const SynCompareColumn *column = syn_compare_row_get_column (self, i);
      SynSource *source = syn_session_find_source (self->session, column->article);

      if (source == NULL || !column->asked)
        continue;
      if (syn_compare_row_get_cell (self, i)->folded)
        g_ptr_array_add (copies, (gpointer)syn_source_get_name (source));
      else if (syn_compare_row_get_cell (self, i)->n == 0
               && syn_describe_is_silent (self->session, self->index, column->article))
        g_ptr_array_add (silent, (gpointer)syn_source_get_name (source));
    }
  self->n_lines = 0;
  if (copies->len > 0 && first != NULL)
    {
      g_autofree char *names = join_names (copies);
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s copies %s", "%s copy %s", copies->len), names,
          syn_source_get_name (first));

      add_line (self, "syn-copied-symbolic", text);
    }
  if (silent->len > 0)
    {
      g_autofree char *names = join_names (silent);
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s is silent", "%s are silent", silent->len), names);

      add_line (self, "syn-silent-symbolic", text);
    }
}

/* The turned names of the spines stand in the first row of headlines, where there is most room. */
static gboolean
has_names (SynCompareRow *self)
{
  SynRows *rows = syn_session_get_rows (self->session);

  for (guint i = 0; i < self->index && self->headline; i++)
    if (syn_rows_get_row (rows, i)->headline)
      return FALSE;
  return self->headline;
}

static void
follow (SynCompareRow *self, GtkWidget *widget, GtkWidget **previous)
{
  if (widget == NULL)
    return;
  if (gtk_widget_get_prev_sibling (widget) != *previous)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), *previous);
  *previous = widget;
}

/* Siblings stand in reading order, for assistive tools. */
static void
order_cells (SynCompareRow *self)
{
  GtkWidget *previous = NULL;

  follow (self, self->fold, &previous);
  follow (self, self->verdict, &previous);
  follow (self, self->heading, &previous);
  for (guint i = 0; i < self->cells->len; i++)
    {
      SynCompareCell *cell = syn_compare_row_get_cell (self, i);

      follow (self, cell->silent, &previous);
      follow (self, cell->glyph, &previous);
      follow (self, cell->outlet, &previous);
      follow (self, cell->time, &previous);
      for (guint k = 0; k < cell->views->len; k++)
        follow (self, g_ptr_array_index (cell->views, k), &previous);
    }
}

void
syn_compare_row_bind (SynCompareRow *self, guint index)
{
  const SynRow *row;
  g_autofree char *name = NULL;
  gint reference;

  g_return_if_fail (SYN_IS_COMPARE_ROW (self));

  row = syn_rows_get_row (syn_session_get_rows (self->session), index);
  self->index = index;
  self->claim = row->claim;
  self->headline = row->headline;
  self->apart = row->apart;
  syn_compare_row_bind_fold (self);
  self->shared = syn_describe_is_shared (self->session, index);
  self->named = has_names (self);
  self->empty = row->conflict < 0;
  reference = syn_describe_reference (self->session, index, self->frame->articles);
  bind_verdict (self);
  bind_heading (self, row->conflict);
  for (guint i = 0; i < self->cells->len; i++)
    {
      clear_cell (syn_compare_row_get_cell (self, i));
      if (self->shut)
        continue;
      if (self->card)
        bind_card_cell (self, i, reference);
      else if (syn_compare_row_get_column (self, i)->open)
        bind_column (self, i, reference);
      else
        bind_spine (self, i, reference);
    }
  self->n_lines = 0;
  if (self->frame->narrow && !self->shut)
    bind_card_lines (self, reference);
  for (guint i = self->n_lines; i < self->lines->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->lines, i), FALSE);
  self->empty = self->empty && self->n_lines == 0;
  order_cells (self);
  name = syn_describe_row (self->session, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int)index + 1, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  syn_compare_row_update_state (self);
}

void
syn_compare_row_emit_fold_toggled (SynCompareRow *self)
{
  g_signal_emit (self, signals[FOLD_TOGGLED], 0, self->index);
}

guint
syn_compare_row_get_index (SynCompareRow *self)
{
  g_return_val_if_fail (SYN_IS_COMPARE_ROW (self), G_MAXUINT);

  return self->index;
}

/* Of several questions that the claim of this row holds, the one that the reader is at. */
static void
update_heading (SynCompareRow *self, gboolean selected)
{
  const gint of_row = syn_rows_get_row (syn_session_get_rows (self->session), self->index)->conflict;
  const gint chosen = syn_session_get_selected_conflict (self->session);
  gint shown = of_row;

  if (of_row >= 0 && selected && chosen >= 0 && self->claim >= 0
      && syn_get_conflict (syn_session_get_comparison (self->session), (guint)chosen)->claim == self->claim)
    shown = chosen;
  if (shown != self->headed)
    bind_heading (self, shown);
}

void
syn_compare_row_update_state (SynCompareRow *self)
{
  gint active = syn_session_get_active_statement (self->session);
  gint hover = syn_session_get_hover_statement (self->session);
  gint claim = syn_session_get_selected_claim (self->session);
  gboolean selected = claim >= 0 && self->claim == claim;

  /* A claim may reach into rows of other claims: where its active statement stands is marked, too.
   */
  if (claim >= 0 && active >= 0)
    selected |= syn_rows_find_statement (syn_session_get_rows (self->session), (guint)active)
                == self->index;
  selected &= !self->shut;
  update_heading (self, selected);

  for (guint i = 0; i < self->cells->len; i++)
    {
      SynCompareCell *cell = syn_compare_row_get_cell (self, i);

      for (guint k = 0; k < cell->n && k < cell->views->len; k++)
        {
          SynStatementView *view = g_ptr_array_index (cell->views, k);
          guint statement = syn_statement_view_get_cell (view)->statement;
          gboolean lit = hover >= 0
                         && ((guint)hover == statement
                             || syn_session_is_counterpart (self->session, statement, hover));

          syn_statement_view_set_state (view, active == (gint)statement,
                                        syn_session_is_marked (self->session, statement), lit,
                                        selected);
        }
    }
  if (self->selected == selected)
    return;
  self->selected = selected;
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SynStatementView *
syn_compare_row_find (SynCompareRow *self, guint statement)
{
  g_return_val_if_fail (SYN_IS_COMPARE_ROW (self), NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      SynCompareCell *cell = syn_compare_row_get_cell (self, i);

      for (guint k = 0; k < cell->n && k < cell->views->len; k++)
        {
          SynStatementView *view = g_ptr_array_index (cell->views, k);

          if (syn_statement_view_get_cell (view)->statement == statement
              && syn_widget_is_shown (GTK_WIDGET (view)))
            return view;
        }
    }
  return NULL;
}

gint
syn_compare_row_find_sign (SynCompareRow *self, GtkWidget *widget)
{
  g_return_val_if_fail (SYN_IS_COMPARE_ROW (self), -1);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const SynCompareCell *cell = syn_compare_row_get_cell (self, i);

      if (widget != NULL && (cell->glyph == widget || cell->silent == widget))
        return (gint)i;
    }
  return -1;
}

gboolean
syn_compare_row_get_cell_bounds (SynCompareRow *self, guint column, graphene_rect_t *out_bounds)
{
  SynCompareCell *cell;

  g_return_val_if_fail (SYN_IS_COMPARE_ROW (self), FALSE);
  g_return_val_if_fail (column < self->cells->len, FALSE);

  cell = syn_compare_row_get_cell (self, column);
  return cell->n > 0 && cell->views->len > 0
         && syn_widget_is_shown (g_ptr_array_index (cell->views, 0))
         && gtk_widget_compute_bounds (g_ptr_array_index (cell->views, 0), GTK_WIDGET (self),
                                       out_bounds);
}

/* ── Making ──────────────────────────────────────────────────────────────── */

static void
make_cell (SynCompareRow *self, guint i)
{
  SynCompareCell *cell = syn_compare_row_get_cell (self, i);

  cell->views = g_ptr_array_new ();
  if (self->frame->narrow)
    return;
  if (syn_compare_row_get_column (self, i)->open)
    {
      cell->silent = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL,
                                   "label", _ ("silent here"), NULL);
      gtk_widget_add_css_class (cell->silent, "silent");
      gtk_widget_set_parent (cell->silent, GTK_WIDGET (self));
    }
  else if (syn_compare_row_get_column (self, i)->width >= SYN_COMPARE_SPINE_LEAST)
    {
      cell->glyph
          = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
      gtk_widget_set_parent (cell->glyph, GTK_WIDGET (self));
    }
}

GtkWidget *
syn_compare_row_new (SynSession *session, const SynCompareFrame *frame)
{
  SynCompareRow *self = g_object_new (SYN_TYPE_COMPARE_ROW, NULL);

  self->session = session;
  self->frame = frame;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->heading_words),
                                  frame->narrow ? GTK_ORIENTATION_VERTICAL
                                                : GTK_ORIENTATION_HORIZONTAL);
  g_array_set_size (self->cells, frame->columns->len);
  for (guint i = 0; i < frame->columns->len; i++)
    make_cell (self, i);
  return GTK_WIDGET (self);
}

static void
unparent_all (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (widgets, i));
  g_ptr_array_set_size (widgets, 0);
}

static void
cell_clear (gpointer data)
{
  SynCompareCell *cell = data;

  unparent_all (cell->views);
  g_ptr_array_unref (cell->views);
  g_clear_pointer (&cell->silent, gtk_widget_unparent);
  g_clear_pointer (&cell->glyph, gtk_widget_unparent);
  g_clear_pointer (&cell->outlet, gtk_widget_unparent);
  g_clear_pointer (&cell->time, gtk_widget_unparent);
}

static void
syn_compare_row_dispose (GObject *object)
{
  SynCompareRow *self = SYN_COMPARE_ROW (object);

  g_array_set_size (self->cells, 0);
  unparent_all (self->lines);
  self->n_lines = 0;
  g_clear_pointer (&self->fold, gtk_widget_unparent);
  g_clear_pointer (&self->verdict, gtk_widget_unparent);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  G_OBJECT_CLASS (syn_compare_row_parent_class)->dispose (object);
}

static void
syn_compare_row_finalize (GObject *object)
{
  SynCompareRow *self = SYN_COMPARE_ROW (object);

  g_array_unref (self->cells);
  g_ptr_array_unref (self->lines);
  G_OBJECT_CLASS (syn_compare_row_parent_class)->finalize (object);
}

static void
syn_compare_row_class_init (SynCompareRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_compare_row_dispose;
  object_class->finalize = syn_compare_row_finalize;
  widget_class->get_request_mode = syn_compare_row_get_request_mode;
  widget_class->measure = syn_compare_row_measure;
  widget_class->size_allocate = syn_compare_row_size_allocate;
  widget_class->snapshot = syn_compare_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "comparerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);

  signals[FOLD_TOGGLED]
      = g_signal_new ("fold-toggled", SYN_TYPE_COMPARE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MOVED_ACTIVATED]
      = g_signal_new ("moved-activated", SYN_TYPE_COMPARE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
syn_compare_row_init (SynCompareRow *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  self->index = G_MAXUINT;
  self->cells = g_array_new (FALSE, TRUE, sizeof (SynCompareCell));
  g_array_set_clear_func (self->cells, cell_clear);
  self->lines = g_ptr_array_new ();
  self->verdict = gtk_image_new ();
  gtk_widget_set_parent (self->verdict, GTK_WIDGET (self));

  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->heading, "conflict-heading");
  self->heading_icon
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->heading_icon, "syn-conflict");
  gtk_widget_set_valign (self->heading_icon, GTK_ALIGN_START);
  self->heading_words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  self->type = make_label (NULL, "type");
  self->topic = make_label (NULL, "topic");
  self->values = make_label (NULL, "values");
  gtk_box_append (GTK_BOX (first), self->type);
  gtk_box_append (GTK_BOX (first), self->topic);
  gtk_box_append (GTK_BOX (self->heading_words), first);
  gtk_box_append (GTK_BOX (self->heading_words), self->values);
  gtk_box_append (GTK_BOX (self->heading), self->heading_icon);
  gtk_box_append (GTK_BOX (self->heading), self->heading_words);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  syn_palette_watch (GTK_WIDGET (self));
}
