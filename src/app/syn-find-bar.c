/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-find-bar.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"

struct _SynFindBar
{
  GtkWidget parent_instance;

  SynFinder *finder;
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *sources_window;
  GtkBox *sources; /* a button for each source, with its count */
  GtkWidget *came_from; /* had the focus before */
};

G_DEFINE_FINAL_TYPE (SynFindBar, syn_find_bar, GTK_TYPE_WIDGET)

/* How many articles have a hit. */
static guint
count_articles (SynFindBar *self)
{
  GListModel *sources = syn_session_get_sources (syn_finder_get_session (self->finder));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      n += syn_finder_count_in (self->finder, syn_source_get_index (source)) > 0;
    }
  return n;
}

static char *
describe (SynFindBar *self)
{
  guint n = syn_finder_get_n_hits (self->finder), n_articles;
  gint current = syn_finder_get_current (self->finder);
  SynSource *source;
  g_autofree char *place = NULL;
  g_autofree char *articles = NULL;

  if (*syn_finder_get_text (self->finder) == '\0')
    return g_strdup ("");
  if (n == 0 || current < 0)
    return g_strdup (_ ("Not found"));
  source = syn_session_find_source (syn_finder_get_session (self->finder),
                                    syn_finder_get_hit (self->finder, (guint) current)->article);
  n_articles = count_articles (self);
  place = g_strdup_printf (_ ("%d of %u"), current + 1, n);
  articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u article", "in %u articles", n_articles),
                              n_articles);
  return g_strdup_printf ("%s · %s · %s", place, articles, source != NULL ? syn_source_get_name (source) : "");
}

static void
source_clicked_cb (SynFindBar *self, GtkWidget *button)
{
  syn_finder_move_to_article (self->finder,
                              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "syn-article")));
}

static void
add_source (SynFindBar *self, SynSource *source, guint n, gboolean current)
{
  g_autofree char *label = g_strdup_printf ("%s  %u", syn_source_get_name (source), n);
  g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, found %u time", "%s, found %u times", n),
                                           syn_source_get_name (source), n);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "found");
  if (current)
    gtk_widget_add_css_class (button, "found-current");
  gtk_widget_set_sensitive (button, n > 0);
  syn_compat_set_tooltip (button, _ ("Go to the next place in this article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "syn-article", GUINT_TO_POINTER (syn_source_get_index (source)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (source_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->sources, button);
}

/* Only what the search changes: while it stands, buttons keep the focus. */
static void
update_sources (SynFindBar *self)
{
  GListModel *sources = syn_session_get_sources (syn_finder_get_session (self->finder));
  const SynFindHit *hit = syn_finder_get_hit (self->finder, (guint) syn_finder_get_current (self->finder));
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sources));
  gboolean searched = *syn_finder_get_text (self->finder) != '\0';
  guint n = searched ? g_list_model_get_n_items (sources) : 0;

  gtk_widget_set_visible (self->sources_window, n > 0);
  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self->sources)))
    gtk_box_remove (self->sources, child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);
      guint article = syn_source_get_index (source);

      add_source (self, source, syn_finder_count_in (self->finder, article), hit != NULL && hit->article == article);
    }
}

static void
update_current (SynFindBar *self)
{
  const SynFindHit *hit = syn_finder_get_hit (self->finder, (guint) syn_finder_get_current (self->finder));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sources)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint article = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "syn-article"));

      if (hit != NULL && hit->article == article)
        gtk_widget_add_css_class (child, "found-current");
      else
        gtk_widget_remove_css_class (child, "found-current");
    }
}

static void
update (SynFindBar *self)
{
  gboolean some = syn_finder_get_n_hits (self->finder) > 0;
  gboolean lost = !some && *syn_finder_get_text (self->finder) != '\0';
  g_autofree char *text = describe (self);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_sensitive (self->previous, some);
  gtk_widget_set_sensitive (self->next, some);
  if (lost)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
search_changed_cb (SynFindBar *self)
{
  if (syn_find_bar_is_open (self))
    syn_finder_set_text (self->finder, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* What was typed in the last moments counts at once. */
static void
go (SynFindBar *self, gint step)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_strcmp0 (text, syn_finder_get_text (self->finder)) != 0)
    syn_finder_set_text (self->finder, text);
  else
    syn_finder_move (self->finder, step);
}

static void
next_cb (SynFindBar *self)
{
  go (self, 1);
}

static void
previous_cb (SynFindBar *self)
{
  go (self, -1);
}

static gboolean
key_pressed_cb (SynFindBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  go (self, -1);
  return GDK_EVENT_STOP;
}

static void
mode_changed_cb (SynFindBar *self)
{
  GtkWidget *back = self->came_from;

  if (syn_find_bar_is_open (self))
    return;
  syn_finder_set_text (self->finder, NULL);
  g_clear_weak_pointer (&self->came_from);
  if (back != NULL && gtk_widget_get_mapped (back))
    gtk_widget_grab_focus (back);
}

static void
syn_find_bar_dispose (GObject *object)
{
  SynFindBar *self = SYN_FIND_BAR (object);

  g_clear_weak_pointer (&self->came_from);
  if (self->bar != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->bar));
  self->bar = NULL;
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (syn_find_bar_parent_class)->dispose (object);
}

static void
syn_find_bar_class_init (SynFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_find_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SynFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, SynFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SynFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, SynFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, SynFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, SynFindBar, sources_window);
  gtk_widget_class_bind_template_child (widget_class, SynFindBar, sources);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, syn_find_bar_close);
}

static void
syn_find_bar_init (SynFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
syn_find_bar_new (SynFinder *finder)
{
  SynFindBar *self;

  g_return_val_if_fail (SYN_IS_FINDER (finder), NULL);

  self = g_object_new (SYN_TYPE_FIND_BAR, NULL);
  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "notify::n-hits", G_CALLBACK (update_sources), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "notify::current", G_CALLBACK (update_current), self, G_CONNECT_SWAPPED);
  update (self);
  update_sources (self);
  return GTK_WIDGET (self);
}

void
syn_find_bar_open (SynFindBar *self, const char *text)
{
  GtkRoot *root;

  g_return_if_fail (SYN_IS_FIND_BAR (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!syn_find_bar_is_open (self) && root != NULL)
    g_set_weak_pointer (&self->came_from, gtk_root_get_focus (root));
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (text != NULL && *text != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      syn_finder_set_text (self->finder, text);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
syn_find_bar_close (SynFindBar *self)
{
  g_return_if_fail (SYN_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

gboolean
syn_find_bar_is_open (SynFindBar *self)
{
  g_return_val_if_fail (SYN_IS_FIND_BAR (self), FALSE);
  return gtk_search_bar_get_search_mode (self->bar);
}
