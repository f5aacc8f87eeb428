/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-story-list.h"

#include <glib/gi18n-lib.h>

#include "syn-gradual-model.h"
#include "syn-story-row.h"

struct _SynStoryList
{
  GtkWidget parent_instance;
  SynSession *session;
  GtkCustomFilter *filter;
  GtkFilterListModel *shown;
  SynGradualModel *gradual; /* of these, what there are rows for */
  GtkSingleSelection *selection;
  GCancellable *cancellable;
  char *words; /* folded, or NULL: all stories are shown */

  GtkEditable *entry;
  GtkLabel *count;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (SynStoryList, syn_story_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, SynStoryList *self)
{
  gtk_list_item_set_child (item, syn_story_row_new (self->session));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  syn_story_row_set_item (SYN_STORY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  syn_story_row_set_item (SYN_STORY_ROW (gtk_list_item_get_child (item)), NULL);
}

static gboolean
matches (gpointer object, gpointer user_data)
{
  SynStoryList *self = user_data;
  SynStoryItem *item = object;
  g_autofree char *title = NULL;

  if (self->words == NULL || syn_story_item_get_n_hits (item) > 0)
    return TRUE;
  title = g_utf8_casefold (syn_story_item_get_title (item), -1);
  return strstr (title, self->words) != NULL;
}

static void
update_count (SynStoryList *self)
{
  guint n = g_list_model_get_n_items (syn_session_get_stories (self->session));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autofree char *text = NULL;

  if (self->words == NULL)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u story", "%u stories", n), n);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u story", "%u of %u stories", n), n_shown, n);
  gtk_label_set_text (self->count, text);
}

static void
show_found (SynStoryList *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self);
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynStoryList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syn_session_search_stories_finish (SYN_SESSION (object), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit_by_name (object, "error", error);
      return;
    }
  if (self->session != NULL)
    show_found (self);
}

static void
search_cb (SynStoryList *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->entry));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->words, g_free);
  if (*g_strstrip (text) != '\0')
    self->words = g_utf8_casefold (text, -1);
  syn_session_search_stories (self->session, text, self->cancellable, searched_cb, g_object_ref (self));
}

static void
choose (SynStoryList *self, guint position)
{
  g_autoptr (SynStoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  GListModel *stories = syn_session_get_stories (self->session);

  for (guint i = 0; item != NULL && i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr (SynStoryItem) one = g_list_model_get_item (stories, i);

      if (one != item)
        continue;
      g_signal_emit (self, chosen_signal, 0, i);
      return;
    }
}

static void
activate_cb (SynStoryList *self, guint position)
{
  choose (self, position);
}

/* The best that was found is a key away. */
static void
entry_activate_cb (SynStoryList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0)
    choose (self, 0);
}

static void
stop_cb (SynStoryList *self)
{
  gtk_editable_set_text (self->entry, "");
  syn_story_list_focus (self);
}

static void
syn_story_list_dispose (GObject *object)
{
  SynStoryList *self = SYN_STORY_LIST (object);
  GtkWidget *child;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->gradual);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (syn_story_list_parent_class)->dispose (object);
}

static void
syn_story_list_class_init (SynStoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_story_list_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/story-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SynStoryList, entry);
  gtk_widget_class_bind_template_child (widget_class, SynStoryList, count);
  gtk_widget_class_bind_template_child (widget_class, SynStoryList, view);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  chosen_signal = g_signal_new ("chosen", SYN_TYPE_STORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);
}

static void
syn_story_list_init (SynStoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_list (SynStoryList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->shown = gtk_filter_list_model_new (g_object_ref (syn_session_get_stories (self->session)),
                                           GTK_FILTER (g_object_ref (self->filter)));
  self->gradual = syn_gradual_model_new (G_LIST_MODEL (g_object_ref (self->shown)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->gradual)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
select_open (SynStoryList *self)
{
  gint story = syn_session_get_story (self->session);
  g_autoptr (GObject) open
      = story >= 0 ? g_list_model_get_item (syn_session_get_stories (self->session), (guint) story) : NULL;

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; open != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (item != open)
        continue;
      syn_gradual_model_reach (self->gradual, i);
      gtk_single_selection_set_selected (self->selection, i);
    }
}

GtkWidget *
syn_story_list_new (SynSession *session)
{
  SynStoryList *self = g_object_new (SYN_TYPE_STORY_LIST, NULL);

  self->session = g_object_ref (session);
  make_list (self);
  g_signal_connect_object (session, "notify::story", G_CALLBACK (select_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (syn_session_get_stories (session), "items-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  select_open (self);
  update_count (self);
  return GTK_WIDGET (self);
}

void
syn_story_list_focus (SynStoryList *self)
{
  select_open (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
