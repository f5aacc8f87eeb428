/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-help-window.h"
#include "syn-preferences.h"
#include "syn-window-private.h"

/* What the help is opened at: the part of the window that has the focus. */
static const char *
find_topic (SynWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (syn_session_get_corpus (self->session) == NULL)
    return "start";
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->claims_slot)))
    return "claims";
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "read") == 0 ? "read"
                                                                                       : "compare";
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  const char *topic = g_variant_get_string (parameter, NULL);

  gtk_window_present (
      syn_help_window_new (GTK_WINDOW (self), *topic != '\0' ? topic : find_topic (self)));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (syn_preferences_new (user_data));
}

/* GTK would make the list of keys with every window; it is seldom asked for. */
static void
keys_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplicationWindow *window = user_data;
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource (SYN_RESOURCE_PATH "/shortcuts.ui");
  GtkShortcutsWindow *keys
      = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  /* From now on the action is GTK's own. */
  gtk_application_window_set_help_overlay (window, keys);
  gtk_window_present (GTK_WINDOW (keys));
}

static const GActionEntry entries[] = {
  { .name = "help", .activate = help_cb, .parameter_type = "s" },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "show-help-overlay", .activate = keys_cb },
};

void
syn_window_install_help (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
