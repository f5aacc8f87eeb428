/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-application.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "syn-error.h"
#include "syn-reading-style.h"
#include "syn-session.h"
#include "syn-settings.h"
#include "syn-window.h"

struct _SynApplication
{
  AdwApplication parent_instance;
  SynWorkspace *workspace;
  GError *workspace_error; /* why decisions are not kept, until it was shown */
};

G_DEFINE_FINAL_TYPE (SynApplication, syn_application, ADW_TYPE_APPLICATION)

void
syn_application_load_styles (GdkDisplay *display)
{
  static const char *const names[] = { "panels.css", "read.css" };

  syn_reading_style_install (display);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat (SYN_RESOURCE_PATH "/", names[i], NULL);

      gtk_css_provider_load_from_resource (provider, path);
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
}

/* Reading must work even when keeping does not: a damaged or newer workspace is left untouched, and what is
 * decided now lives in memory, which the window says. */
static void
open_workspace (SynApplication *self)
{
  g_autofree char *chosen = syn_settings_get_string ("workspace");
  g_autofree char *path = syn_workspace_default_path ();

  /* One that is not there any more must not be made anew. */
  if (*chosen != '\0' && !g_file_test (chosen, G_FILE_TEST_EXISTS))
    g_set_error (&self->workspace_error, SYN_ERROR, SYN_ERROR_READ, _ ("“%s” is not there any more"), chosen);
  else
    self->workspace = syn_workspace_open (*chosen != '\0' ? chosen : path, FALSE, &self->workspace_error);
  if (self->workspace == NULL)
    self->workspace = syn_workspace_open (":memory:", FALSE, NULL);
}

/* Verdicts carry a name: the reader's, or that of the account. */
static void
name_annotator_cb (gpointer object, const char *key)
{
  SynApplication *self = object;
  g_autofree char *name = syn_settings_get_string ("annotator");

  g_strstrip (name);
  if (self->workspace != NULL)
    syn_workspace_set_annotator (self->workspace, *name != '\0' ? name : g_get_real_name ());
}

static void
set_appearance_cb (gpointer object, const char *key)
{
  g_autofree char *appearance = syn_settings_get_string ("appearance");
  AdwColorScheme scheme = g_str_equal (appearance, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                          : g_str_equal (appearance, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                             : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

void
syn_application_set_workspace (SynApplication *self, SynWorkspace *workspace)
{
  g_return_if_fail (SYN_IS_APPLICATION (self) && SYN_IS_WORKSPACE (workspace));
  g_set_object (&self->workspace, workspace);
  name_annotator_cb (self, NULL);
}

static SynWindow *
get_window (SynApplication *self, gboolean *out_new)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  *out_new = window == NULL;
  if (window == NULL)
    window = GTK_WINDOW (syn_window_new (self, self->workspace));
  if (self->workspace_error != NULL)
    {
      syn_window_warn_unsaved (SYN_WINDOW (window), self->workspace_error);
      g_clear_error (&self->workspace_error);
    }
  return SYN_WINDOW (window);
}

static void
syn_application_activate (GApplication *app)
{
  gboolean is_new;
  SynWindow *window = get_window (SYN_APPLICATION (app), &is_new);

  if (is_new)
    syn_window_continue (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
syn_application_open (GApplication *app, GFile **files, int n_files, const char *hint)
{
  gboolean is_new;
  SynWindow *window = get_window (SYN_APPLICATION (app), &is_new);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (list, g_object_ref (files[i]));
  syn_window_open (window, list);
  gtk_window_present (GTK_WINDOW (window));
}

static int
syn_application_handle_local_options (GApplication *app, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      printf ("synoptic %s\n", SYN_VERSION);
      return 0;
    }
  return -1;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
syn_application_startup (GApplication *app)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
  };
  const char *const quit_keys[] = { "<Control>q", NULL };

  G_APPLICATION_CLASS (syn_application_parent_class)->startup (app);
  g_action_map_add_action_entries (G_ACTION_MAP (app), entries, G_N_ELEMENTS (entries), app);
  gtk_application_set_accels_for_action (GTK_APPLICATION (app), "app.quit", quit_keys);
  syn_window_install_accels (GTK_APPLICATION (app));
  syn_application_load_styles (gdk_display_get_default ());
  open_workspace (SYN_APPLICATION (app));
  name_annotator_cb (app, NULL);
  set_appearance_cb (app, NULL);
  syn_settings_watch ("annotator", name_annotator_cb, G_OBJECT (app));
  syn_settings_watch ("appearance", set_appearance_cb, G_OBJECT (app));
}

static void
syn_application_shutdown (GApplication *app)
{
  SynApplication *self = SYN_APPLICATION (app);

  if (self->workspace != NULL)
    syn_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
  g_clear_error (&self->workspace_error);
  G_APPLICATION_CLASS (syn_application_parent_class)->shutdown (app);
}

static void
syn_application_class_init (SynApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  app_class->startup = syn_application_startup;
  app_class->shutdown = syn_application_shutdown;
  app_class->activate = syn_application_activate;
  app_class->open = syn_application_open;
  app_class->handle_local_options = syn_application_handle_local_options;
}

static void
syn_application_init (SynApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[PATH…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("Reads several articles about one event side by side. Several paths "
                               "are opened together as one corpus."));
}

SynApplication *
syn_application_new (void)
{
  return g_object_new (SYN_TYPE_APPLICATION, "application-id", SYN_APP_ID, "resource-base-path",
                       SYN_RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
