/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-view.h"

#include <glib/gi18n-lib.h>

#include "syn-compare-describe.h"
#include "syn-compare-grid.h"
#include "syn-compare-overview.h"
#include "syn-compat.h"
#include "syn-mark-popover.h"
#include "syn-overview-strip.h"
#include "syn-settings.h"

/* A window narrower than this shows cards. */
#define NARROW_WINDOW 700
#define TO_THE_END 1000000

struct _SynCompareView
{
  GtkWidget parent_instance;

  SynSession *session;
  GtkWidget *scroller;
  GtkWidget *grid;
  GtkWidget *strip;
  GtkWidget *explanation; /* SynMarkPopover, once it was asked for */
  GtkWidget *menu;
  GtkWidget *status;
  GtkWidget *status_message;
  GtkWidget *status_progress;
  gint wanted_article; /* the column that moving up and down keeps to, or -1 */
};

G_DEFINE_FINAL_TYPE (SynCompareView, syn_compare_view, GTK_TYPE_WIDGET)

/* ── Moving ──────────────────────────────────────────────────────────────── */

static const SynCompareFrame *
get_frame (SynCompareView *self)
{
  return syn_compare_grid_get_frame (SYN_COMPARE_GRID (self->grid));
}

static gint
find_column (SynCompareView *self, guint article)
{
  const GArray *columns = get_frame (self)->columns;

  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, SynCompareColumn, i).article == article)
      return (gint)i;
  return -1;
}

/* A copy is one line of a narrow card, which names it but has no words to go to. */
static gboolean
is_folded_copy (SynCompareView *self, guint row, guint article)
{
  const SynCompareFrame *frame = get_frame (self);

  return frame->narrow
         && syn_describe_is_copy (self->session, row, article,
                                  syn_describe_reference (self->session, row, frame->articles));
}

/* Statements of column @column in @row, if it can be stepped into. */
static const guint *
get_stops (SynCompareView *self, guint row, guint column, guint *n)
{
  const SynCompareFrame *frame = get_frame (self);
  const SynCompareColumn *entry;

  *n = 0;
  /* Keys and actions may come before the view was ever shown, and has columns. */
  if (column >= frame->columns->len)
    return NULL;
  entry = &g_array_index (frame->columns, SynCompareColumn, column);
  if (syn_compare_grid_is_shut (SYN_COMPARE_GRID (self->grid), row)
      || !(frame->narrow ? entry->asked
                         : entry->open || syn_compare_grid_is_card (SYN_COMPARE_GRID (self->grid), row))
      || is_folded_copy (self, row, entry->article))
    return NULL;
  return syn_rows_get_cell (syn_session_get_rows (self->session), row, entry->article, n);
}

/* The statement of @row in the column nearest to @column; its last one when coming from below. */
static gint
nearest_in_row (SynCompareView *self, guint row, guint column, gboolean from_below)
{
  guint n_columns = get_frame (self)->columns->len;

  for (guint distance = 0; distance < n_columns; distance++)
    for (guint side = 0; side < 2; side++)
      {
        gint at = side == 0 ? (gint)column - (gint)distance : (gint)column + (gint)distance;
        const guint *statements;
        guint n = 0;

        if (at < 0 || at >= (gint)n_columns)
          continue;
        statements = get_stops (self, row, (guint)at, &n);
        if (n > 0)
          return (gint)statements[from_below ? n - 1 : 0];
      }
  return -1;
}

static void
go_to (SynCompareView *self, guint statement)
{
  syn_session_activate (self->session, (gint)statement);
  if (!syn_compare_grid_focus_statement (SYN_COMPARE_GRID (self->grid), statement))
    syn_compare_grid_reveal (
        SYN_COMPARE_GRID (self->grid),
        syn_rows_find_statement (syn_session_get_rows (self->session), statement));
}

static gint
current_statement (SynCompareView *self)
{
  gint statement = syn_compare_grid_get_focus_statement (SYN_COMPARE_GRID (self->grid));

  return statement >= 0 ? statement : syn_session_get_active_statement (self->session);
}

static guint
article_of (SynCompareView *self, gint statement)
{
  return syn_comparison_get_statement (syn_session_get_comparison (self->session), (guint)statement)
      ->article;
}

/* Inside a cell of several statements the next one is a step as well. */
static gint
step_in_cell (SynCompareView *self, guint row, guint column, gint statement, int step)
{
  guint n = 0;
  const guint *statements = get_stops (self, row, column, &n);

  for (guint i = 0; i < n; i++)
    if (statements[i] == (guint)statement)
      {
        gint next = (gint)i + step;

        return next >= 0 && next < (gint)n ? (gint)statements[next] : -1;
      }
  return -1;
}

static void
move_rows (SynCompareView *self, gint statement, int rows)
{
  SynRows *synopsis = syn_session_get_rows (self->session);
  gint64 last = (gint64)syn_rows_get_n_rows (synopsis) - 1;
  guint row = syn_rows_find_statement (synopsis, (guint)statement);
  gint column = find_column (self, self->wanted_article >= 0 ? (guint)self->wanted_article
                                                             : article_of (self, statement));
  int step = rows < 0 ? -1 : 1;
  gint found = -1;

  if (ABS (rows) == 1)
    found
        = step_in_cell (self, row, (guint)MAX (find_column (self, article_of (self, statement)), 0),
                        statement, step);
  for (gint64 at = CLAMP ((gint64)row + rows, 0, last);
       found < 0 && at >= 0 && at <= last && at != row; at += step)
    found = nearest_in_row (self, (guint)at, (guint)MAX (column, 0), step < 0);
  if (self->wanted_article < 0)
    self->wanted_article = (gint)article_of (self, statement);
  if (found >= 0)
    go_to (self, (guint)found);
}

static void
move_columns (SynCompareView *self, gint statement, int columns)
{
  guint row = syn_rows_find_statement (syn_session_get_rows (self->session), (guint)statement);
  gint n_columns = (gint)get_frame (self)->columns->len;
  int step = columns < 0 ? -1 : 1;

  for (gint at = find_column (self, article_of (self, statement)) + step; at >= 0 && at < n_columns;
       at += step)
    {
      guint n = 0;
      const guint *statements = get_stops (self, row, (guint)at, &n);

      if (n == 0)
        continue;
      self->wanted_article
          = (gint)g_array_index (get_frame (self)->columns, SynCompareColumn, at).article;
      go_to (self, statements[0]);
      return;
    }
}

/* In cards the sources stand beneath each other: down is the next statement, wherever it is. */
static void
move_in_cards (SynCompareView *self, gint statement, int step)
{
  SynRows *rows = syn_session_get_rows (self->session);
  guint row = syn_rows_find_statement (rows, (guint)statement);
  gint column = find_column (self, article_of (self, statement));
  gint n_columns = (gint)get_frame (self)->columns->len;
  gint found = step_in_cell (self, row, (guint)MAX (column, 0), statement, step);

  for (gint64 at = row; found < 0 && at >= 0 && at < syn_rows_get_n_rows (rows); at += step)
    for (gint i = at == row  ? column + step
                  : step > 0 ? 0
                             : n_columns - 1;
         found < 0 && i >= 0 && i < n_columns; i += step)
      {
        guint n = 0;
        const guint *statements = get_stops (self, (guint)at, (guint)i, &n);

        if (n > 0)
          found = (gint)statements[step > 0 ? 0 : n - 1];
      }
  if (found >= 0)
    go_to (self, (guint)found);
}

static void
enter_rows (SynCompareView *self)
{
  SynCompareGrid *grid = SYN_COMPARE_GRID (self->grid);
  const SynRowHeights *heights = syn_compare_grid_get_heights (grid);
  guint row = syn_row_heights_at (heights, syn_compare_grid_get_top (grid));
  gint found = -1;

  for (; found < 0 && row < syn_row_heights_get_n (heights); row++)
    found = nearest_in_row (self, row, 0, FALSE);
  if (found >= 0)
    go_to (self, (guint)found);
}

void
syn_compare_view_move (SynCompareView *self, int rows, int columns)
{
  gint statement;

  g_return_if_fail (SYN_IS_COMPARE_VIEW (self));

  if (syn_session_get_rows (self->session) == NULL)
    return;
  statement = current_statement (self);
  if (statement < 0)
    enter_rows (self);
  else if (get_frame (self)->narrow && ABS (rows) <= 1)
    move_in_cards (self, statement, rows + columns < 0 ? -1 : 1);
  else if (rows != 0)
    move_rows (self, statement, rows);
  else if (columns != 0)
    move_columns (self, statement, columns);
}

static void
move_pages (SynCompareView *self, int pages)
{
  gint statement = current_statement (self);
  guint row;

  if (statement < 0)
    {
      enter_rows (self);
      return;
    }
  row = syn_rows_find_statement (syn_session_get_rows (self->session), (guint)statement);
  move_rows (self, statement,
             (int)syn_compare_grid_row_by_pages (SYN_COMPARE_GRID (self->grid), row, pages)
                 - (int)row);
}

void
syn_compare_view_toggle_fold (SynCompareView *self)
{
  SynRows *rows;
  SynCompareGrid *grid;
  gint statement;

  g_return_if_fail (SYN_IS_COMPARE_VIEW (self));

  rows = syn_session_get_rows (self->session);
  if (rows == NULL)
    return;
  grid = SYN_COMPARE_GRID (self->grid);
  statement = current_statement (self);
  if (statement >= 0)
    syn_compare_grid_toggle_fold (grid, syn_rows_find_statement (rows, (guint)statement));
  else
    syn_compare_grid_toggle_fold (grid, syn_row_heights_at (syn_compare_grid_get_heights (grid),
                                                            syn_compare_grid_get_top (grid)));
}

void
syn_compare_view_make_pivot (SynCompareView *self)
{
  gint statement;

  g_return_if_fail (SYN_IS_COMPARE_VIEW (self));

  if (syn_session_get_rows (self->session) == NULL)
    return;
  statement = current_statement (self);
  if (statement >= 0)
    syn_session_set_pivot (self->session, article_of (self, statement));
}

void
syn_compare_view_reveal (SynCompareView *self, guint statement)
{
  g_return_if_fail (SYN_IS_COMPARE_VIEW (self));

  if (syn_session_get_rows (self->session) != NULL)
    syn_compare_grid_reveal (
        SYN_COMPARE_GRID (self->grid),
        syn_rows_find_statement (syn_session_get_rows (self->session), statement));
}

void
syn_compare_view_extend_marks (SynCompareView *self, int step)
{
  gint from;
  gint to;

  g_return_if_fail (SYN_IS_COMPARE_VIEW (self));

  from = syn_session_get_rows (self->session) != NULL ? current_statement (self) : -1;
  if (from < 0)
    return;
  syn_session_set_marked (self->session, (guint)from, TRUE);
  syn_compare_view_move (self, step, 0);
  to = current_statement (self);
  if (to == from || to < 0)
    return;
  if (syn_session_is_marked (self->session, (guint)to))
    syn_session_set_marked (self->session, (guint)from, FALSE);
  else
    syn_session_set_marked (self->session, (guint)to, TRUE);
}

GArray *
syn_compare_view_dup_selection (SynCompareView *self, char **out_words)
{
  GArray *statements = syn_session_dup_marked (self->session);
  guint statement = 0;
  gint current;

  g_return_val_if_fail (SYN_IS_COMPARE_VIEW (self), statements);

  *out_words = NULL;
  if (statements->len > 0)
    return statements;
  *out_words = syn_compare_grid_dup_selected_words (SYN_COMPARE_GRID (self->grid), &statement);
  if (*out_words != NULL)
    {
      g_array_append_val (statements, statement);
      return statements;
    }
  current = syn_session_get_active_statement (self->session);
  if (current >= 0)
    g_array_append_val (statements, current);
  return statements;
}

/* At a point of the view, about the active statement. */
static void
open_menu (SynCompareView *self, double x, double y)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->menu == NULL)
    {
      builder = gtk_builder_new_from_resource (SYN_RESOURCE_PATH "/compare-menu.ui");
      syn_compat_ensure_menu (GTK_WIDGET (self), &self->menu, G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Before the label of the statement opens a menu of its own, in which nothing can be chosen. */
static void
secondary_cb (GtkGestureClick *gesture, int n, double x, double y, SynCompareView *self)
{
  double grid_x = 0, grid_y = 0;
  gint statement;

  if (!gtk_widget_translate_coordinates (self->scroller, self->grid, x, y, &grid_x, &grid_y))
    return;
  statement = syn_compare_grid_find_statement_at (SYN_COMPARE_GRID (self->grid), grid_x, grid_y);
  if (statement < 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  syn_session_activate (self->session, statement);
  syn_compare_grid_focus_statement (SYN_COMPARE_GRID (self->grid), (guint)statement);
  if (gtk_widget_translate_coordinates (self->scroller, GTK_WIDGET (self), x, y, &grid_x, &grid_y))
    open_menu (self, grid_x, grid_y);
}

/* From the keyboard: at the statement with the focus. */
static gboolean
open_menu_by_key (SynCompareView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gint statement = syn_compare_grid_get_focus_statement (SYN_COMPARE_GRID (self->grid));
  graphene_rect_t words;

  if (statement < 0 || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &words))
    return GDK_EVENT_PROPAGATE;
  syn_session_activate (self->session, statement);
  open_menu (self, words.origin.x + MIN (words.size.width / 2, 60),
             CLAMP (words.origin.y + words.size.height, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1));
  return GDK_EVENT_STOP;
}

/* Before the label sees the key, which would move its own cursor; keys that select text stay with
 * the label. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        SynCompareView *self)
{
  int step = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) == GDK_SHIFT_MASK
      && (key == GDK_KEY_Up || key == GDK_KEY_Down)
      && syn_compare_grid_get_focus_statement (SYN_COMPARE_GRID (self->grid)) >= 0)
    {
      syn_compare_view_extend_marks (self, key == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK))
    return open_menu_by_key (self);
  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) == GDK_CONTROL_MASK && key == GDK_KEY_c
      && syn_settings_get_boolean ("copy-with-citation"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.copy-citation", NULL);
  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || syn_compare_grid_get_focus_statement (SYN_COMPARE_GRID (self->grid)) < 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Up:
      syn_compare_view_move (self, -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      syn_compare_view_move (self, 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      syn_compare_view_move (self, 0, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      syn_compare_view_move (self, 0, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_pages (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_pages (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      syn_compare_view_move (self, -TO_THE_END, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      syn_compare_view_move (self, TO_THE_END, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      syn_session_activate (self->session, current_statement (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ── Layout ──────────────────────────────────────────────────────────────── */

static gboolean
is_narrow (SynCompareView *self, int width)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int window = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) : 0;
  double scale = get_frame (self)->scale;

  return (window > 0 && window < NARROW_WINDOW)
         || width - syn_overview_strip_width (scale)
                < syn_compare_layout_least (2, 0, MIN (scale, 1.6));
}

/* The strip is the scroll bar; cards, which have none, get the usual one. */
static gboolean
policy_cb (gpointer user_data)
{
  SynCompareView *self = user_data;

  if (self->scroller != NULL)
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL,
                                    get_frame (self)->narrow ? GTK_POLICY_AUTOMATIC
                                                             : GTK_POLICY_EXTERNAL);
  return G_SOURCE_REMOVE;
}

static void
syn_compare_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SynCompareView *self = SYN_COMPARE_VIEW (widget);
  int least = 0;

  gtk_widget_measure (self->strip, orientation, -1, &least, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : MAX (least, 80);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 500;
}

static void
syn_compare_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynCompareView *self = SYN_COMPARE_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean narrow = is_narrow (self, width);
  int strip = narrow ? 0 : syn_overview_strip_width (get_frame (self)->scale);

  if (gtk_widget_get_visible (self->status))
    {
      gtk_widget_measure (self->status, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->status, &(GtkAllocation){ 0, 0, width, height }, -1);
    }
  /* Not now: the scrolled window may not change while it is given its size. */
  if (narrow != get_frame (self)->narrow)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, policy_cb, g_object_ref (self), g_object_unref);
  syn_compare_grid_set_narrow (SYN_COMPARE_GRID (self->grid), narrow);
  gtk_widget_set_child_visible (self->strip, !narrow && gtk_widget_get_visible (self->strip));
  if (gtk_widget_get_visible (self->scroller))
    {
      gtk_widget_measure (self->scroller, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->scroller,
                                &(GtkAllocation){ rtl ? strip : 0, 0, width - strip, height }, -1);
    }
  if (!narrow && gtk_widget_get_visible (self->strip))
    gtk_widget_size_allocate (self->strip,
                              &(GtkAllocation){ rtl ? 0 : width - strip, 0, strip, height }, -1);
  if (self->explanation != NULL && gtk_widget_get_visible (self->explanation))
    gtk_popover_present (GTK_POPOVER (self->explanation));
  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* ── State ───────────────────────────────────────────────────────────────── */

static void
update_status_cb (SynCompareView *self)
{
  gboolean busy = FALSE;
  double progress = 0;
  g_autofree char *message = NULL;
  gboolean ready = syn_session_get_rows (self->session) != NULL;

  g_object_get (self->session, "busy", &busy, "progress", &progress, "message", &message, NULL);
  gtk_widget_set_visible (self->scroller, ready);
  gtk_widget_set_visible (self->strip, ready);
  gtk_widget_set_visible (self->status, !ready);
  gtk_widget_set_visible (self->status_progress, busy);
  gtk_label_set_text (GTK_LABEL (self->status_message), message != NULL && *message != '\0'
                                                            ? message
                                                        : busy ? _ ("Comparing…")
                                                               : _ ("Nothing to compare yet"));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->status_progress), CLAMP (progress, 0, 1));
}

/* Where the reader clicks is the column that moving keeps to. */
static void
active_cb (SynCompareView *self)
{
  gint statement = syn_session_get_active_statement (self->session);

  if (statement >= 0 && syn_session_get_comparison (self->session) != NULL
      && syn_compare_grid_get_focus_statement (SYN_COMPARE_GRID (self->grid)) == statement
      && self->wanted_article < 0)
    self->wanted_article = (gint)article_of (self, statement);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, SynCompareView *self)
{
  self->wanted_article = -1;
}

static gboolean
syn_compare_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SYN_COMPARE_VIEW (widget)->grid);
}

static void
syn_compare_view_dispose (GObject *object)
{
  SynCompareView *self = SYN_COMPARE_VIEW (object);

  g_clear_pointer (&self->explanation, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->status, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_compare_view_parent_class)->dispose (object);
}

static void
syn_compare_view_class_init (SynCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_compare_view_dispose;
  widget_class->measure = syn_compare_view_measure;
  widget_class->size_allocate = syn_compare_view_size_allocate;
  widget_class->grab_focus = syn_compare_view_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "compareview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
syn_compare_view_init (SynCompareView *self)
{
  self->wanted_article = -1;
}

static void
make_status (SynCompareView *self)
{
  self->status = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_valign (self->status, GTK_ALIGN_CENTER);
  self->status_message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->status_message), TRUE);
  gtk_widget_add_css_class (self->status_message, "syn-ink2");
  self->status_progress = gtk_progress_bar_new ();
  gtk_widget_set_halign (self->status_progress, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->status), self->status_message);
  gtk_box_append (GTK_BOX (self->status), self->status_progress);
  gtk_widget_set_parent (self->status, GTK_WIDGET (self));
}

static SynMarkPopover *
get_explanation (SynCompareView *self)
{
  if (self->explanation == NULL)
    self->explanation = syn_mark_popover_new (self->session, GTK_WIDGET (self), "read");
  return SYN_MARK_POPOVER (self->explanation);
}

static void
mark_activated_cb (SynCompareView *self, guint statement, gint kind, guint index, double x, double y)
{
  double view_x = 0;
  double view_y = 0;

  if (gtk_widget_translate_coordinates (self->grid, GTK_WIDGET (self), x, y, &view_x, &view_y))
    syn_mark_popover_explain (
        get_explanation (self), statement, kind, index,
        &(GdkRectangle){ (int)view_x, (int)view_y - SYN_MARK_POPOVER_GAP, 1, 2 * SYN_MARK_POPOVER_GAP },
        FALSE);
}

static void
make_menu (SynCompareView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (click));
}

static void
make_rows (SynCompareView *self)
{
  GtkAdjustment *adjustment;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->grid = syn_compare_grid_new (self->session);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  self->strip = syn_overview_strip_new (
      syn_compare_overview_new (self->session, SYN_COMPARE_GRID (self->grid), adjustment));
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  g_signal_connect_object (self->grid, "mark-activated", G_CALLBACK (mark_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->scroller, keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
syn_compare_view_new (SynSession *session)
{
  SynCompareView *self = g_object_new (SYN_TYPE_COMPARE_VIEW, NULL);
  GtkSettings *settings = gtk_settings_get_default ();

  self->session = g_object_ref (session);
  /* Or each move with the arrow keys would select the whole statement. */
  if (settings != NULL)
    g_object_set (settings, "gtk-label-select-on-focus", FALSE, NULL);
  make_status (self);
  make_rows (self);
  make_menu (self);
  g_signal_connect_object (session, "notify::rows", G_CALLBACK (update_status_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (update_status_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::progress", G_CALLBACK (update_status_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::message", G_CALLBACK (update_status_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);
  update_status_cb (self);
  return GTK_WIDGET (self);
}

gboolean
syn_compare_view_explain (SynCompareView *self)
{
  gint statement;
  SynStatementView *view;
  SynCompareRow *row;
  graphene_rect_t words;

  g_return_val_if_fail (SYN_IS_COMPARE_VIEW (self), FALSE);

  statement = syn_session_get_active_statement (self->session);
  if (statement < 0 || !syn_compare_grid_focus_statement (SYN_COMPARE_GRID (self->grid), (guint)statement))
    return FALSE;
  row = syn_compare_grid_find_row (
      SYN_COMPARE_GRID (self->grid),
      syn_rows_find_statement (syn_session_get_rows (self->session), (guint)statement));
  view = row != NULL ? syn_compare_row_find (row, (guint)statement) : NULL;
  if (view == NULL)
    return FALSE;
  /* Words that have no place before the next frame cannot be pointed at. */
  if (!gtk_widget_compute_bounds (syn_statement_view_get_label (view), GTK_WIDGET (self), &words)
      || words.size.width <= 0)
    return TRUE;
  return syn_mark_popover_explain (get_explanation (self), (guint)statement, -1, 0,
                                   &(GdkRectangle){ (int)(words.origin.x + words.size.width / 2),
                                                    (int)words.origin.y, 1, (int)words.size.height },
                                   TRUE);
}
