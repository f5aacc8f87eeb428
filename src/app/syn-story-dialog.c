/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-story-dialog.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-story-list.h"

static void
move_and_close (GtkWidget *window, gint story)
{
  guint article = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (window), "article"));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (window));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.move-article-to", "(ui)", article, story);
  gtk_window_close (GTK_WINDOW (window));
}

static void
chosen_cb (SynStoryList *list, guint story, GtkWidget *window)
{
  move_and_close (window, (gint) story);
}

static void
own_cb (GtkWidget *window)
{
  move_and_close (window, -1);
}

static GtkWidget *
make_header (GtkWidget *window, const char *source)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *own = gtk_button_new_with_mnemonic (_ ("_New Story"));
  g_autofree char *title = g_strdup_printf (_ ("Move “%s”"), source);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, _ ("to which story?")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  syn_compat_set_tooltip (own, _ ("Into a Story of Its Own"));
  g_signal_connect_object (own, "clicked", G_CALLBACK (own_cb), window, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), own);
  return header;
}

GtkWindow *
syn_story_dialog_new (GtkWindow *parent, SynSession *session, guint article)
{
  SynSource *source = syn_session_find_source (session, article);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                                    _ ("Move Article"), "default-width", 440, "default-height", 560, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *list = syn_story_list_new (session);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_object_set_data (G_OBJECT (window), "article", GUINT_TO_POINTER (article));
  gtk_box_append (GTK_BOX (box), make_header (window, source != NULL ? syn_source_get_name (source) : ""));
  gtk_widget_set_vexpand (list, TRUE);
  gtk_widget_add_css_class (list, "side-panel");
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), window, 0);
  gtk_box_append (GTK_BOX (box), list);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  return GTK_WINDOW (window);
}
