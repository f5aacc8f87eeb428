/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-find-bar.h"
#include "syn-read-view.h"
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

static void
copy_citation_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_read_view_copy_citation (get_read_view (user_data));
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
    { .name = "copy-citation", .activate = copy_citation_cb },
    { .name = "find", .activate = find_cb },
    { .name = "find-next", .activate = find_next_cb },
    { .name = "find-previous", .activate = find_previous_cb },
  };
  SynReadView *view = get_read_view (self);
  g_autoptr (GPropertyAction) sync = g_property_action_new ("sync-scroll", view, "sync-scroll");

  g_object_set (view, "sync-scroll", syn_settings_get_boolean ("sync-scroll"), NULL);
  g_signal_connect (view, "notify::sync-scroll", G_CALLBACK (keep_sync_cb), NULL);
  adw_bin_set_child (self->find_slot, syn_find_bar_new (syn_read_view_get_finder (view)));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sync));
}
