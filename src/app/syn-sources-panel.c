/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-sources-panel.h"

#include <glib/gi18n-lib.h>

#include "syn-source-row.h"
#include "syn-story-list.h"

struct _SynSourcesPanel
{
  GtkWidget parent_instance;
  SynSession *session;
  GtkSingleSelection *selection;
  SynStoryList *stories;
  GtkStack *stack;
  GtkWidget *back;
  GtkLabel *back_label;
  GtkLabel *story;
  GtkListView *view;
  GtkWidget *footer;
  GtkLabel *origins;
  GtkLabel *origins_detail;
};

G_DEFINE_FINAL_TYPE (SynSourcesPanel, syn_sources_panel, GTK_TYPE_WIDGET)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, SynSourcesPanel *self)
{
  gtk_list_item_set_child (item, syn_source_row_new (self->session));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  syn_source_row_set_source (SYN_SOURCE_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  syn_source_row_set_source (SYN_SOURCE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
update_origins (SynSourcesPanel *self)
{
  GListModel *sources = syn_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources), n_copies = 0;
  g_autofree char *origins = NULL;
  g_autofree char *detail = NULL;
  const char *original = NULL;

  gtk_widget_set_visible (self->footer, syn_session_get_comparison (self->session) != NULL && n > 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      if (syn_source_get_copies (source) == NULL)
        continue;
      n_copies++;
      original = syn_source_get_copies (source);
    }
  origins = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u origin", "%u origins", n - n_copies), n - n_copies);
  if (n_copies == 0)
    detail = g_strdup (_ ("No source prints mostly what another wrote."));
  else
    detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source prints mostly what %s wrote.",
                                           "%u sources print mostly what others (%s) wrote.",
                                           n_copies),
                              n_copies, original);
  gtk_label_set_text (self->origins, origins);
  gtk_label_set_text (self->origins_detail, detail);
}

static void
update (SynSourcesPanel *self)
{
  gtk_label_set_text (self->story, syn_session_get_title (self->session));
  update_origins (self);
}

/* A corpus of several stories is first seen as their list. */
static void
stories_changed_cb (SynSourcesPanel *self)
{
  guint n = g_list_model_get_n_items (syn_session_get_stories (self->session));
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All %u Story", "All %u Stories", n), n);
  gboolean had = gtk_widget_get_visible (self->back);

  gtk_widget_set_visible (self->back, n > 1);
  gtk_label_set_text (self->back_label, label);
  if (n < 2)
    syn_sources_panel_show_articles (self);
  else if (!had)
    gtk_stack_set_visible_child_name (self->stack, "stories");
}

static void
chosen_cb (SynSourcesPanel *self, guint story)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-story", "u", story);
}

/* A source that is dragged to another story finds the way to the list. */
static void
back_entered_cb (SynSourcesPanel *self)
{
  gtk_stack_set_visible_child_name (self->stack, "stories");
}

static void
syn_sources_panel_dispose (GObject *object)
{
  SynSourcesPanel *self = SYN_SOURCES_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_sources_panel_parent_class)->dispose (object);
}

static void
syn_sources_panel_class_init (SynSourcesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_sources_panel_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/sources-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SynSourcesPanel, back);
  gtk_widget_class_bind_template_child (widget_class, SynSourcesPanel, back_label);
  gtk_widget_class_bind_template_child (widget_class, SynSourcesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, SynSourcesPanel, story);
  gtk_widget_class_bind_template_child (widget_class, SynSourcesPanel, view);
  gtk_widget_class_bind_template_child (widget_class, SynSourcesPanel, footer);
  gtk_widget_class_bind_template_child (widget_class, SynSourcesPanel, origins);
  gtk_widget_class_bind_template_child (widget_class, SynSourcesPanel, origins_detail);
}

static void
syn_sources_panel_init (SynSourcesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_list (SynSourcesPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->selection = gtk_single_selection_new (
      G_LIST_MODEL (g_object_ref (syn_session_get_sources (self->session))));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_factory (self->view, factory);
}

/* A list that nobody sees makes no rows. */
static void
map_cb (SynSourcesPanel *self)
{
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
unmap_cb (SynSourcesPanel *self)
{
  gtk_list_view_set_model (self->view, NULL);
}

static void
make_stories (SynSourcesPanel *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  self->stories = SYN_STORY_LIST (syn_story_list_new (self->session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->stories), "stories");
  g_signal_connect_object (self->stories, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (syn_session_get_stories (self->session), "items-changed", G_CALLBACK (stories_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (back_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->back, motion);
  stories_changed_cb (self);
}

GtkWidget *
syn_sources_panel_new (SynSession *session)
{
  SynSourcesPanel *self = g_object_new (SYN_TYPE_SOURCES_PANEL, NULL);
  static const char *const signals[]
      = { "notify::title", "notify::comparison", "notify::revision" };

  self->session = g_object_ref (session);
  make_list (self);
  make_stories (self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

SynSource *
syn_sources_panel_get_selected (SynSourcesPanel *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

void
syn_sources_panel_show_stories (SynSourcesPanel *self)
{
  if (!gtk_widget_get_visible (self->back))
    return;
  gtk_stack_set_visible_child_name (self->stack, "stories");
  syn_story_list_focus (self->stories);
}

void
syn_sources_panel_show_articles (SynSourcesPanel *self)
{
  gtk_stack_set_visible_child_name (self->stack, "articles");
}
