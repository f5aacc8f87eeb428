/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-source-row.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-format.h"

struct _SynSourceRow
{
  GtkWidget parent_instance;
  SynSession *session;
  SynSource *source;
  gboolean updating;

  GtkCheckButton *check;
  GtkLabel *name;
  GtkWidget *pin;
  GtkLabel *time;
  GtkLabel *title;
  GtkLabel *conflicts;
  GtkLabel *open;
  GtkWidget *copies_icon;
  GtkLabel *copies;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (SynSourceRow, syn_source_row, GTK_TYPE_WIDGET)

static void
set_number (GtkLabel *label, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_text (label, text);
}

static void
update_accessible (SynSourceRow *self)
{
  g_autofree char *show = g_strdup_printf (_ ("Show %s"), syn_source_get_name (self->source));
  g_autofree char *label = g_strdup_printf (
      _ ("%s, %u claims in conflict, %u without a verdict"), syn_source_get_name (self->source),
      syn_source_get_n_conflicts (self->source), syn_source_get_n_open (self->source));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, show,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  syn_compat_name_row (GTK_WIDGET (self), label);
}

static void
update (SynSourceRow *self)
{
  SynArticle *article = syn_source_get_article (self->source);
  const char *copied = syn_source_get_copies (self->source);
  const char *title = syn_article_get_title (article);
  g_autofree char *time = syn_format_published (self->session, article, FALSE);
  g_autofree char *copies = copied != NULL ? g_strdup_printf (_ ("mostly %s"), copied) : NULL;

  self->updating = TRUE;
  gtk_check_button_set_active (self->check, syn_source_get_visible (self->source));
  self->updating = FALSE;
  gtk_label_set_text (self->name, syn_source_get_name (self->source));
  gtk_widget_set_visible (self->pin, syn_source_get_pivot (self->source));
  gtk_label_set_text (self->time, time != NULL ? time : "");
  gtk_label_set_text (self->title, title != NULL ? title : syn_article_get_path (article));
  syn_compat_set_tooltip (GTK_WIDGET (self->title), title);
  set_number (self->conflicts, syn_source_get_n_conflicts (self->source));
  set_number (self->open, syn_source_get_n_open (self->source));
  gtk_widget_set_visible (self->copies_icon, copies != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->copies), copies != NULL);
  gtk_label_set_text (self->copies, copies != NULL ? copies : "");
  update_accessible (self);
}

static guint
count_visible (SynSession *session)
{
  GListModel *sources = syn_session_get_sources (session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      n += syn_source_get_visible (source);
    }
  return n;
}

static void
toggled_cb (SynSourceRow *self)
{
  gboolean active = gtk_check_button_get_active (self->check);

  if (self->updating || self->source == NULL)
    return;
  /* Without a source there is nothing to read, and the pivot gives the rows their order. */
  if (!active && (count_visible (self->session) <= 1 || syn_source_get_pivot (self->source)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      self->updating = TRUE;
      gtk_check_button_set_active (self->check, TRUE);
      self->updating = FALSE;
      return;
    }
  syn_source_set_visible (self->source, active);
}

static guint
position_of (SynSession *session, SynSource *wanted)
{
  GListModel *sources = syn_session_get_sources (session);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      if (source == wanted)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *drag, double x, double y, SynSourceRow *self)
{
  return gdk_content_provider_new_typed (SYN_TYPE_SOURCE, self->source);
}

static void
drag_begin_cb (GtkDragSource *drag, GdkDrag *gdk_drag, SynSourceRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (drag, picture, 8, 8);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SynSourceRow *self = user_data;
  SynSource *dragged = g_value_get_object (value);
  guint from = position_of (self->session, dragged);
  guint to = position_of (self->session, self->source);

  if (from == GTK_INVALID_LIST_POSITION || to == GTK_INVALID_LIST_POSITION)
    return FALSE;
  syn_session_move_source (self->session, from, to);
  return TRUE;
}

static void
append_item (GMenu *menu, const char *label, const char *action, guint article)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", article);
  g_menu_append_item (menu, item);
}

static void
update_menu (SynSourceRow *self)
{
  guint article = syn_source_get_index (self->source);
  g_autoptr (GMenu) menu = g_menu_new ();

  append_item (menu, _ ("Make _Pivot"), "win.pivot", article);
  append_item (menu, _ ("Move _Up"), "win.move-source-up", article);
  append_item (menu, _ ("Move _Down"), "win.move-source-down", article);
  append_item (menu, _ ("_Edit Details…"), "win.edit-source", article);
  if (syn_session_get_story (self->session) >= 0)
    append_item (menu, _ ("Move to Another _Story…"), "win.move-article", article);
  syn_compat_set_menu (self->menu, G_MENU_MODEL (menu));
}

static void
forget_source (SynSourceRow *self)
{
  if (self->source == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->source, self);
  g_signal_handlers_disconnect_by_data (syn_source_get_article (self->source), self);
  g_clear_object (&self->source);
}

static void
syn_source_row_dispose (GObject *object)
{
  SynSourceRow *self = SYN_SOURCE_ROW (object);
  GtkWidget *child;

  forget_source (self);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_source_row_parent_class)->dispose (object);
}

static void
syn_source_row_class_init (SynSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_source_row_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, check);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, name);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, pin);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, time);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, title);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, open);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, copies_icon);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, copies);
  gtk_widget_class_bind_template_child (widget_class, SynSourceRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
syn_source_row_init (SynSourceRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SYN_TYPE_SOURCE, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
syn_source_row_new (SynSession *session)
{
  SynSourceRow *self = g_object_new (SYN_TYPE_SOURCE_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
syn_source_row_set_source (SynSourceRow *self, SynSource *source)
{
  forget_source (self);
  if (source == NULL)
    return;
  self->source = g_object_ref (source);
  g_signal_connect_swapped (source, "notify", G_CALLBACK (update), self);
  g_signal_connect_swapped (syn_source_get_article (source), "notify", G_CALLBACK (update), self);
  update_menu (self);
  update (self);
}
