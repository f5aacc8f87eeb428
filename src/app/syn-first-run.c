/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-first-run.h"

#include <glib/gi18n-lib.h>

#include "syn-settings.h"

struct _SynFirstRun
{
  GtkWidget parent_instance;
  GtkListBox *list;
  GtkWidget *open_files;
  GPtrArray *recent_rows; /* borrowed from the list */
};

G_DEFINE_FINAL_TYPE (SynFirstRun, syn_first_run, GTK_TYPE_WIDGET)

static char *
describe_place (const char *const *uris)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uris[0]);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *name = g_file_get_parse_name (uris[1] != NULL && parent != NULL ? parent : file);

  return g_steal_pointer (&name);
}

static void
add_recent (SynFirstRun *self, const char *title, const char *const *uris)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *place = describe_place (uris);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_place = g_markup_escape_text (place, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_place);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "document-open-recent-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uris");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_strv (uris, -1));
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->recent_rows, row);
}

static void
syn_first_run_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&SYN_FIRST_RUN (object)->recent_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (syn_first_run_parent_class)->dispose (object);
}

static void
syn_first_run_class_init (SynFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_first_run_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, SynFirstRun, list);
  gtk_widget_class_bind_template_child (widget_class, SynFirstRun, open_files);
}

static void
syn_first_run_init (SynFirstRun *self)
{
  self->recent_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_first_run_new (void)
{
  SynFirstRun *self = g_object_new (SYN_TYPE_FIRST_RUN, NULL);

  syn_first_run_update (self);
  return GTK_WIDGET (self);
}

void
syn_first_run_update (SynFirstRun *self)
{
  g_autoptr (GVariant) recent = syn_settings_get ("recent");
  GVariantIter iter;
  const char *title;
  char **uris;

  for (guint i = 0; i < self->recent_rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->recent_rows, i));
  g_ptr_array_set_size (self->recent_rows, 0);
  g_variant_iter_init (&iter, recent);
  while (g_variant_iter_next (&iter, "(&s^as)", &title, &uris))
    {
      if (uris[0] != NULL && !g_str_has_prefix (uris[0], "resource:"))
        add_recent (self, title, (const char *const *) uris);
      g_strfreev (uris);
    }
}
