/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-view-private.h"

#include "syn-compat.h"
#include "syn-mark-popover.h"
#include "syn-read-words.h"
#include "syn-settings.h"

#include <math.h>

/* ── Going about ─────────────────────────────────────────────────────────── */

static SynReadText *
focused_text (SynReadView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !SYN_IS_READ_TEXT (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return SYN_READ_TEXT (focus);
}

static gboolean
article_of (SynReadView *self, gint statement, guint *out_article)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);

  if (comparison == NULL || statement < 0 || (guint) statement >= syn_comparison_get_n_statements (comparison))
    return FALSE;
  *out_article = syn_comparison_get_statement (comparison, (guint) statement)->article;
  return TRUE;
}

SynReadColumn *
syn_read_view_get_current_column (SynReadView *self)
{
  SynReadText *text;
  guint article;

  g_return_val_if_fail (SYN_IS_READ_VIEW (self), NULL);

  text = focused_text (self);
  for (guint i = 0; text != NULL && i < self->open->len; i++)
    {
      SynReadSlot *slot = g_ptr_array_index (self->open, i);

      if (syn_read_column_get_text (SYN_READ_COLUMN (slot->column)) == text)
        return SYN_READ_COLUMN (slot->column);
    }
  if (article_of (self, syn_session_get_active_statement (self->session), &article))
    for (guint i = 0; i < self->open->len; i++)
      {
        SynReadSlot *slot = g_ptr_array_index (self->open, i);

        if (syn_source_get_index (slot->source) == article)
          return SYN_READ_COLUMN (slot->column);
      }
  return self->open->len > 0 ? SYN_READ_COLUMN (((SynReadSlot *) g_ptr_array_index (self->open, 0))->column) : NULL;
}

/* The active statement if it stands in @column, else the first that is seen there. */
static gint
statement_in (SynReadView *self, SynReadColumn *column)
{
  gint active = syn_session_get_active_statement (self->session);
  guint article;

  if (article_of (self, active, &article) && article == syn_read_column_get_article (column))
    return active;
  return -1;
}

/* Boilerplate is not stopped at: nothing is ever found in it. */
static gboolean
is_stop (SynComparison *comparison, guint statement)
{
  return syn_comparison_get_statement (comparison, statement)->role != SYN_ROLE_BOILERPLATE;
}

gboolean
syn_read_view_move_statement (SynReadView *self, gint step)
{
  SynComparison *comparison;
  SynReadColumn *column;
  guint first, n;
  gint statement;

  g_return_val_if_fail (SYN_IS_READ_VIEW (self), FALSE);

  comparison = syn_session_get_comparison (self->session);
  column = syn_read_view_get_current_column (self);
  if (comparison == NULL || column == NULL)
    return FALSE;
  first = syn_comparison_get_first_statement (comparison, syn_read_column_get_article (column), &n);
  statement = statement_in (self, column);
  if (statement < 0)
    {
      statement = syn_read_text_find_first_visible (syn_read_column_get_text (column));
      if (statement < 0)
        return FALSE;
      if (is_stop (comparison, (guint) statement))
        {
          syn_session_activate (self->session, statement);
          return TRUE;
        }
    }
  for (statement += step; statement >= (gint) first && statement < (gint) (first + n); statement += step)
    if (is_stop (comparison, (guint) statement))
      {
        syn_session_activate (self->session, statement);
        return TRUE;
      }
  return FALSE;
}

/* The statement of @column that stands nearest to @height. */
static gint
nearest_to (SynReadColumn *column, double height)
{
  guint from, end;
  gint best = -1;
  double best_distance = 0;

  if (!syn_read_text_get_visible_statements (syn_read_column_get_text (column), &from, &end))
    return -1;
  for (guint statement = from; statement < end; statement++)
    {
      double top, bottom, distance;

      if (!syn_read_column_get_statement (column, statement, &top, &bottom, NULL))
        continue;
      distance = fabs (top - height);
      if (best < 0 || distance < best_distance)
        {
          best = (gint) statement;
          best_distance = distance;
        }
    }
  return best;
}

gboolean
syn_read_view_move_column (SynReadView *self, gint step)
{
  SynComparison *comparison;
  SynReadColumn *from, *to;
  gint place = -1, statement, other = -1;
  double top = 0, bottom;

  g_return_val_if_fail (SYN_IS_READ_VIEW (self), FALSE);

  comparison = syn_session_get_comparison (self->session);
  from = syn_read_view_get_current_column (self);
  for (guint i = 0; i < self->open->len; i++)
    if (((SynReadSlot *) g_ptr_array_index (self->open, i))->column == (GtkWidget *) from)
      place = (gint) i + step;
  if (from == NULL || place < 0 || place >= (gint) self->open->len)
    return FALSE;
  to = SYN_READ_COLUMN (((SynReadSlot *) g_ptr_array_index (self->open, place))->column);
  gtk_widget_grab_focus (GTK_WIDGET (syn_read_column_get_text (to)));
  if (comparison == NULL)
    return TRUE;
  statement = statement_in (self, from);
  if (statement >= 0)
    {
      other = syn_read_counterpart (comparison, (guint) statement, syn_read_column_get_article (to),
                                    syn_session_get_selected_claim (self->session));
      syn_read_column_get_statement (from, (guint) statement, &top, &bottom, NULL);
    }
  if (other < 0)
    other = nearest_to (to, top);
  if (other >= 0)
    syn_session_activate (self->session, other);
  return TRUE;
}

void
syn_read_view_activate_statement (SynReadView *self)
{
  SynReadColumn *column;
  gint statement;

  g_return_if_fail (SYN_IS_READ_VIEW (self));

  column = syn_read_view_get_current_column (self);
  if (column == NULL)
    return;
  statement = statement_in (self, column);
  if (statement < 0)
    statement = syn_read_text_find_first_visible (syn_read_column_get_text (column));
  if (statement < 0)
    return;
  syn_session_activate (self->session, statement);
  /* Also when it was active already: the others may have been scrolled away. */
  syn_read_scroller_align (self->scroller, (guint) statement);
}

static void
statement_activated_cb (SynReadView *self, guint statement)
{
  syn_session_activate (self->session, (gint) statement);
  syn_read_scroller_align (self->scroller, statement);
}

/* ── Copying and the menu ────────────────────────────────────────────────── */

/* The column whose words are selected, the current one first. */
static SynReadColumn *
selected_column (SynReadView *self)
{
  SynReadColumn *current = syn_read_view_get_current_column (self);
  GtkTextView *view;

  if (current == NULL)
    return NULL;
  view = GTK_TEXT_VIEW (syn_read_column_get_text (current));
  if (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (view)))
    return current;
  for (guint i = 0; i < self->open->len; i++)
    {
      SynReadColumn *column = SYN_READ_COLUMN (((SynReadSlot *) g_ptr_array_index (self->open, i))->column);

      view = GTK_TEXT_VIEW (syn_read_column_get_text (column));
      if (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (view)))
        return column;
    }
  return current;
}

GArray *
syn_read_view_dup_selection_statements (SynReadView *self)
{
  SynReadColumn *column;
  GArray *statements;
  gint active;

  g_return_val_if_fail (SYN_IS_READ_VIEW (self), NULL);

  column = selected_column (self);
  if (column != NULL)
    statements = syn_read_text_dup_selection_statements (syn_read_column_get_text (column));
  else
    statements = g_array_new (FALSE, FALSE, sizeof (guint));
  active = syn_session_get_active_statement (self->session);
  if (statements->len == 0 && active >= 0)
    {
      guint statement = (guint) active;

      g_array_append_val (statements, statement);
    }
  return statements;
}

void
syn_read_view_copy_citation (SynReadView *self)
{
  SynReadColumn *column;
  SynReadText *text;
  g_autofree char *quote = NULL;
  g_autofree char *cite = NULL;

  g_return_if_fail (SYN_IS_READ_VIEW (self));

  column = selected_column (self);
  if (column == NULL)
    return;
  text = syn_read_column_get_text (column);
  quote = syn_read_text_dup_quote (text, syn_session_get_active_statement (self->session));
  if (quote == NULL)
    return;
  cite = syn_read_words_cite (syn_read_text_get_article (text), quote);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), cite);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynReadColumn *column = selected_column (user_data);
  g_autofree char *quote = NULL;

  if (column == NULL)
    return;
  if (syn_settings_get_boolean ("copy-with-citation"))
    {
      syn_read_view_copy_citation (user_data);
      return;
    }
  quote = syn_read_text_dup_quote (
      syn_read_column_get_text (column),
      syn_session_get_active_statement (SYN_READ_VIEW (user_data)->session));
  if (quote != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (user_data)), quote);
}

static void
copy_citation_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_read_view_copy_citation (user_data);
}

static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynReadColumn *column = syn_read_view_get_current_column (user_data);

  if (column != NULL)
    g_signal_emit_by_name (syn_read_column_get_text (column), "select-all", TRUE);
}

static void
open_menu (SynReadView *self, SynReadText *text, double x, double y)
{
  gint statement = syn_read_text_find_statement_at (text, x, y);
  double view_x, view_y;

  gtk_widget_grab_focus (GTK_WIDGET (text));
  /* The menu speaks of the statement that was pointed at, unless words are selected. */
  if (statement >= 0 && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text))))
    syn_session_activate (self->session, statement);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (text), GTK_WIDGET (self), x, y, &view_x, &view_y))
    return;
  if (self->menu == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SYN_RESOURCE_PATH "/read-menu.ui");

      syn_compat_ensure_menu (GTK_WIDGET (self), &self->menu, G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (gint) view_x, (gint) view_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* From the keyboard: at the active statement. */
static gboolean
open_menu_by_key (SynReadView *self, SynReadText *text)
{
  SynReadColumn *column = syn_read_view_get_current_column (self);
  gint statement = column != NULL ? statement_in (self, column) : -1;
  double top = 0, bottom = 0, x = 60, y = 60;

  if (statement >= 0 && syn_read_column_get_statement (column, (guint) statement, &top, &bottom, NULL))
    gtk_widget_translate_coordinates (GTK_WIDGET (column), GTK_WIDGET (text), x, bottom, &x, &y);
  open_menu (self, text, x, CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (text)) - 1));
  return TRUE;
}

static void
menu_requested_cb (SynReadView *self, double x, double y, SynReadText *text)
{
  open_menu (self, text, x, y);
}

static SynMarkPopover *
get_explanation (SynReadView *self)
{
  if (self->explanation == NULL)
    self->explanation = syn_mark_popover_new (self->session, GTK_WIDGET (self), "compare");
  return SYN_MARK_POPOVER (self->explanation);
}

static void
explain_at (SynReadView *self, SynReadText *text, guint statement, gint kind, guint index, double x, double y)
{
  double view_x, view_y;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (text), GTK_WIDGET (self), x, y, &view_x, &view_y))
    syn_mark_popover_explain (get_explanation (self), statement, kind, index,
                              &(GdkRectangle) { (gint) view_x, (gint) view_y - SYN_MARK_POPOVER_GAP, 1,
                                                2 * SYN_MARK_POPOVER_GAP },
                              FALSE);
}

static void
mark_activated_cb (SynReadView *self, guint statement, gint kind, guint index, double x, double y, SynReadText *text)
{
  explain_at (self, text, statement, kind, index, x, y);
}

gboolean
syn_read_view_explain (SynReadView *self)
{
  SynReadColumn *column;
  gint statement;
  double top, bottom, height, x, y;

  g_return_val_if_fail (SYN_IS_READ_VIEW (self), FALSE);

  column = syn_read_view_get_current_column (self);
  statement = column != NULL ? statement_in (self, column) : -1;
  if (statement < 0 || !syn_read_column_get_statement (column, (guint) statement, &top, &bottom, NULL))
    return FALSE;
  height = gtk_widget_get_height (GTK_WIDGET (column));
  top = CLAMP (top, 0, height);
  bottom = CLAMP (bottom, top + 1, height + 1);
  gtk_widget_translate_coordinates (GTK_WIDGET (column), GTK_WIDGET (self),
                                    gtk_widget_get_width (GTK_WIDGET (column)) / 2.0, top, &x, &y);
  return syn_mark_popover_explain (get_explanation (self), (guint) statement, -1, 0,
                                   &(GdkRectangle) { (gint) x, (gint) y, 1, (gint) (bottom - top) }, TRUE);
}

void
syn_read_view_connect_text (SynReadView *self, SynReadText *text)
{
  g_signal_connect_object (text, "statement-activated", G_CALLBACK (statement_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "mark-activated", G_CALLBACK (mark_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "menu-requested", G_CALLBACK (menu_requested_cb), self, G_CONNECT_SWAPPED);
}

/* ── Keys ────────────────────────────────────────────────────────────────── */

static gboolean
key_pressed_cb (SynReadView *self, guint keyval, guint keycode, GdkModifierType state)
{
  SynReadText *text = focused_text (self);
  gint forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  /* With the cursor shown (F7) the arrows belong to it. */
  if (text == NULL || gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (text)))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return open_menu_by_key (self, text);
  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return syn_read_view_move_statement (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return syn_read_view_move_statement (self, 1);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      syn_read_view_move_column (self, -forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      syn_read_view_move_column (self, forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      syn_read_view_activate_statement (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
syn_read_view_add_input (SynReadView *self)
{
  static const GActionEntry entries[] = {
    { .name = "copy", .activate = copy_cb },
    { .name = "copy-citation", .activate = copy_citation_cb },
    { .name = "select-all", .activate = select_all_cb },
  };
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "read", G_ACTION_GROUP (self->actions));
}
