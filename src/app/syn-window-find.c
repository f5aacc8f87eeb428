/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-find-bar.h"
#include "syn-read-view.h"
#include "syn-read-words.h"
#include "syn-settings.h"
#include "syn-window-private.h"

/* Finding in the articles and what else belongs to their text: actions that both views share. */

static SynReadView *
get_read_view (SynWindow *self)
{
  return SYN_READ_VIEW (adw_bin_get_child (self->read_slot));
}

static SynFindBar *
get_find_bar (SynWindow *self)
{
  return SYN_FIND_BAR (adw_bin_get_child (self->find_slot));
}

/* The selected words, if they are few enough to be looked for. */
static char *
dup_selected_words (SynWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (focus == NULL || !GTK_IS_TEXT_VIEW (focus))
    return NULL;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end)
      || gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end)
      || gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) > 80)
    return NULL;
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *words = dup_selected_words (user_data);

  syn_find_bar_open (get_find_bar (user_data), words);
}

static void
find_next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_read_view_find_next (get_read_view (user_data), 1);
}

static void
find_previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_read_view_find_next (get_read_view (user_data), -1);
}

static gboolean
is_reading (SynWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "read") == 0;
}

/* In Compare: the selected words, else what the reader stands on. */
static void
copy_from_compare (SynWindow *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autofree char *words = NULL;
  g_autofree char *cite = NULL;
  g_autoptr (GArray) statements = NULL;
  guint statement;

  if (comparison == NULL)
    return;
  statements = syn_compare_view_dup_selection (self->compare_view, &words);
  if (statements->len == 0)
    return;
  statement = g_array_index (statements, guint, 0);
  if (words == NULL)
    words = syn_comparison_dup_statement_text (comparison, statement);
  cite = syn_read_words_cite (
      syn_comparison_get_article (comparison, syn_comparison_get_statement (comparison, statement)->article), words);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), cite);
}

static void
copy_citation_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (is_reading (self))
    syn_read_view_copy_citation (get_read_view (self));
  else
    copy_from_compare (self);
}

/* In Compare what says the same stands beside it anyway: its row comes into sight. */
static void
bring_others_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  gint active = syn_session_get_active_statement (self->session);

  if (is_reading (self))
    syn_read_view_activate_statement (get_read_view (self));
  else if (active >= 0)
    syn_compare_view_reveal (self->compare_view, (guint) active);
}

/* In Compare the column keeps its place beside the pivot. */
static void
lock_place (SynWindow *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint active = syn_session_get_active_statement (self->session);
  SynSource *source;

  if (comparison == NULL || active < 0)
    return;
  source = syn_session_find_source (self->session,
                                    syn_comparison_get_statement (comparison, (guint) active)->article);
  if (source != NULL && !syn_source_get_pivot (source))
    syn_source_set_place_locked (source, !syn_source_get_place_locked (source));
}

/* In Read it stays where it is scrolled to. */
static void
lock_column_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynReadColumn *column = syn_read_view_get_current_column (get_read_view (user_data));
  SynSource *source = column != NULL ? syn_read_column_get_source (column) : NULL;

  if (!is_reading (user_data))
    lock_place (user_data);
  else if (source != NULL)
    syn_source_set_scroll_locked (source, !syn_source_get_scroll_locked (source));
}

static void
go_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_history_go (SYN_WINDOW (user_data)->history, -1);
}

static void
go_forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_history_go (SYN_WINDOW (user_data)->history, 1);
}

static void
history_changed_cb (SynWindow *self)
{
  static const char *const names[] = { "go-back", "go-forward" };

  for (guint i = 0; i < 2; i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
        syn_history_can_go (self->history, i == 0 ? -1 : 1));
}

static void
keep_sync_cb (SynReadView *view)
{
  gboolean sync;

  g_object_get (view, "sync-scroll", &sync, NULL);
  syn_settings_set_boolean ("sync-scroll", sync);
}

void
syn_window_install_find (SynWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "bring-others", .activate = bring_others_cb },
    { .name = "copy-citation", .activate = copy_citation_cb },
    { .name = "find", .activate = find_cb },
    { .name = "find-next", .activate = find_next_cb },
    { .name = "find-previous", .activate = find_previous_cb },
    { .name = "go-back", .activate = go_back_cb },
    { .name = "go-forward", .activate = go_forward_cb },
    { .name = "lock-column", .activate = lock_column_cb },
  };
  SynReadView *view = get_read_view (self);
  g_autoptr (GPropertyAction) sync = g_property_action_new ("sync-scroll", view, "sync-scroll");

  g_object_set (view, "sync-scroll", syn_settings_get_boolean ("sync-scroll"), NULL);
  g_signal_connect (view, "notify::sync-scroll", G_CALLBACK (keep_sync_cb), NULL);
  adw_bin_set_child (self->find_slot, syn_find_bar_new (syn_read_view_get_finder (view)));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sync));
  self->history = syn_history_new (self->session);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  history_changed_cb (self);
}
