/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-story-dialog.h"
#include "syn-window-private.h"

/* The commands about stories. */

static void
open_story_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  syn_session_open_story (self->session, g_variant_get_uint32 (parameter));
  syn_sources_panel_show_articles (self->sources_panel);
}

static void
show_stories_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (!syn_window_get_action_state (self, "show-sources"))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "show-sources", g_variant_new_boolean (TRUE));
  syn_sources_panel_show_stories (self->sources_panel);
}

/* The next or previous one of the list. */
static void
step (SynWindow *self, gint by)
{
  gint n = (gint) g_list_model_get_n_items (syn_session_get_stories (self->session));
  gint story = syn_session_get_story (self->session);

  if (story < 0 || story + by < 0 || story + by >= n)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    syn_session_open_story (self->session, (guint) (story + by));
}

static void
next_story_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (user_data, 1);
}

static void
previous_story_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (user_data, -1);
}

static void
move_article_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  guint article = g_variant_get_uint32 (parameter);

  if (syn_session_find_source (self->session, article) != NULL && syn_session_get_story (self->session) >= 0)
    gtk_window_present (syn_story_dialog_new (GTK_WINDOW (self), self->session, article));
}

static void
move_article_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  SynSource *source;
  guint article;
  gint story;

  g_variant_get (parameter, "(ui)", &article, &story);
  source = syn_session_find_source (self->session, article);
  if (source == NULL || story == syn_session_get_story (self->session))
    return;
  {
    g_autofree char *label = g_strdup_printf (_ ("Moved “%s” to another story"), syn_source_get_name (source));

    syn_session_move_article (self->session, syn_source_get_article (source), story, label);
  }
}

static const GActionEntry entries[] = {
  { .name = "move-article", .activate = move_article_cb, .parameter_type = "u" },
  { .name = "move-article-to", .activate = move_article_to_cb, .parameter_type = "(ui)" },
  { .name = "next-story", .activate = next_story_cb },
  { .name = "open-story", .activate = open_story_cb, .parameter_type = "u" },
  { .name = "previous-story", .activate = previous_story_cb },
  { .name = "show-stories", .activate = show_stories_cb },
};

static void
update (SynWindow *self)
{
  static const char *const names[] = { "move-article", "next-story", "previous-story", "show-stories" };
  gboolean several = g_list_model_get_n_items (syn_session_get_stories (self->session)) > 1;
  gboolean had = g_action_group_get_action_enabled (G_ACTION_GROUP (self), "show-stories");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
                                 several);
  /* Who opens several events at once must see that there are others; where there is room. */
  if (several && !had && !self->pages)
    syn_window_set_action_state (self, "show-sources", TRUE);
}

void
syn_window_install_stories (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (syn_session_get_stories (self->session), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
