/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-help-window.h"

#include <glib/gi18n-lib.h>

#include "syn-help-topics.h"

struct _SynHelpWindow
{
  AdwWindow parent_instance;
  GtkListBox *topics;
  GtkBox *page;
  GtkScrolledWindow *scroller;
  GtkSearchEntry *search;
};

G_DEFINE_FINAL_TYPE (SynHelpWindow, syn_help_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_label (const char *markup, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static const SynHelpTopic *
get_topic (GtkListBoxRow *row)
{
  guint n;
  const SynHelpTopic *topics = syn_help_get_topics (&n);

  return &topics[gtk_list_box_row_get_index (row)];
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, SynHelpWindow *self)
{
  const SynHelpTopic *topic;
  GtkWidget *child;
  g_autofree char *title = NULL;

  if (row == NULL)
    return;
  topic = get_topic (row);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page))) != NULL)
    gtk_box_remove (self->page, child);
  title = g_markup_escape_text (_ (topic->title), -1);
  gtk_box_append (self->page, make_label (title, "title-2"));
  for (guint i = 0; topic->paragraphs[i] != NULL; i++)
    gtk_box_append (self->page, make_label (_ (topic->paragraphs[i]), "body"));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Whether any word of the topic begins with what is typed; marks and case aside. */
static gboolean
topic_matches (const SynHelpTopic *topic, const char *text)
{
  if (g_str_match_string (text, _ (topic->title), TRUE))
    return TRUE;
  for (guint i = 0; topic->paragraphs[i] != NULL; i++)
    {
      g_autofree char *plain = NULL;

      if (pango_parse_markup (_ (topic->paragraphs[i]), -1, 0, NULL, &plain, NULL, NULL)
          && g_str_match_string (text, plain, TRUE))
        return TRUE;
    }
  return FALSE;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  SynHelpWindow *self = user_data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *text == '\0' || topic_matches (get_topic (row), text);
}

static void
searched_cb (GtkSearchEntry *entry, SynHelpWindow *self)
{
  GtkListBoxRow *row;

  gtk_list_box_invalidate_filter (self->topics);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->topics, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        gtk_list_box_select_row (self->topics, row);
        return;
      }
}

static void
fill_topics (SynHelpWindow *self)
{
  guint n;
  const SynHelpTopic *topics = syn_help_get_topics (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label = gtk_label_new (_ (topics[i].title));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (self->topics, label);
    }
}

static void
syn_help_window_class_init (SynHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SynHelpWindow, topics);
  gtk_widget_class_bind_template_child (widget_class, SynHelpWindow, page);
  gtk_widget_class_bind_template_child (widget_class, SynHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, SynHelpWindow, search);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_help_window_init (SynHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_topics (self);
  gtk_list_box_set_filter_func (self->topics, filter_cb, self, NULL);
}

GtkWindow *
syn_help_window_new (GtkWindow *parent, const char *topic)
{
  SynHelpWindow *self = g_object_new (SYN_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
  guint n, at = 0;
  const SynHelpTopic *topics = syn_help_get_topics (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (topics[i].id, topic) == 0)
      at = i;
  gtk_list_box_select_row (self->topics, gtk_list_box_get_row_at_index (self->topics, (int) at));
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (gtk_list_box_get_row_at_index (self->topics, (int) at)));
  return GTK_WINDOW (self);
}
