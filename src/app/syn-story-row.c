/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-story-row.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-format.h"

struct _SynStoryRow
{
  GtkWidget parent_instance;
  SynSession *session;
  SynStoryItem *item;

  GtkLabel *title;
  GtkLabel *articles;
  GtkWidget *counts;
  GtkLabel *conflicts;
  GtkLabel *open;
  GtkLabel *hits;
};

G_DEFINE_FINAL_TYPE (SynStoryRow, syn_story_row, GTK_TYPE_WIDGET)

static char *
dup_articles (SynStoryItem *item)
{
  guint n = syn_story_item_get_n_articles (item);
  g_autofree char *number = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n), n);
  g_autofree char *dates = syn_format_days (syn_story_item_get_first (item), syn_story_item_get_last (item));

  return dates != NULL ? g_strdup_printf ("%s · %s", number, dates) : g_steal_pointer (&number);
}

static void
set_number (GtkLabel *label, gint number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_label_set_text (label, text);
}

static void
update_accessible (SynStoryRow *self, const char *articles, gboolean known)
{
  g_autofree char *label
      = known ? g_strdup_printf (_ ("%s, %s, %d conflicts, %d claims without a verdict"),
                                 syn_story_item_get_title (self->item), articles,
                                 syn_story_item_get_n_conflicts (self->item), syn_story_item_get_n_open (self->item))
              : g_strdup_printf ("%s, %s", syn_story_item_get_title (self->item), articles);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  syn_compat_name_row (GTK_WIDGET (self), label);
}

static void
update (SynStoryRow *self)
{
  g_autofree char *articles = dup_articles (self->item);
  guint n_hits = syn_story_item_get_n_hits (self->item);
  gboolean known = syn_story_item_get_n_conflicts (self->item) >= 0;

  gtk_label_set_text (self->title, syn_story_item_get_title (self->item));
  gtk_label_set_text (self->articles, articles);
  gtk_widget_set_visible (self->counts, known);
  set_number (self->conflicts, syn_story_item_get_n_conflicts (self->item));
  set_number (self->open, syn_story_item_get_n_open (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->hits), n_hits > 0);
  if (n_hits > 0)
    {
      g_autofree char *hits = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "found in %u article", "found in %u articles", n_hits), n_hits);

      gtk_label_set_text (self->hits, hits);
    }
  update_accessible (self, articles, known);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SynStoryRow *self = user_data;
  SynSource *source = g_value_get_object (value);
  GListModel *stories = syn_session_get_stories (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr (SynStoryItem) item = g_list_model_get_item (stories, i);

      if (item == self->item)
        return gtk_widget_activate_action (GTK_WIDGET (self), "win.move-article-to", "(ui)",
                                           syn_source_get_index (source), (gint) i);
    }
  return FALSE;
}

static void
syn_story_row_dispose (GObject *object)
{
  SynStoryRow *self = SYN_STORY_ROW (object);
  GtkWidget *child;

  syn_story_row_set_item (self, NULL);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_story_row_parent_class)->dispose (object);
}

static void
syn_story_row_class_init (SynStoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_story_row_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/story-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, articles);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, counts);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, open);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, hits);
}

static void
syn_story_row_init (SynStoryRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SYN_TYPE_SOURCE, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
syn_story_row_new (SynSession *session)
{
  SynStoryRow *self = g_object_new (SYN_TYPE_STORY_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
syn_story_row_set_item (SynStoryRow *self, SynStoryItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_swapped (item, "notify", G_CALLBACK (update), self);
  update (self);
}
