/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-error.h"
#include "syn-settings.h"
#include "syn-window-private.h"

/* Another workspace in place of the one that is open.  It is opened on a thread, since bringing an older file up to
 * date and waiting for a lock take their time; until that has worked out nothing of the present one is let go of. */

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  SynWorkspace *workspace = NULL;

  /* Opening makes what is missing; somebody who chose a file did not mean that. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (&error, SYN_ERROR, SYN_ERROR_READ, _ ("“%s” is not there any more"), name);
    }
  else
    workspace = syn_workspace_open (path, FALSE, &error);
  if (workspace != NULL)
    g_task_return_pointer (task, workspace, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
set_opening (SynWindow *self, gboolean opening)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "open-workspace");

  self->opening_workspace = opening;
  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !opening);
}

static void
refuse (SynWindow *self, const GError *error)
{
  g_autofree char *body = NULL;

  body = g_strdup_printf (_ ("%s\n\nThe workspace that was open stays open."), error->message);
  syn_compat_alert (GTK_WINDOW (self), _ ("That workspace cannot be opened"), body);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SynWindow *self = SYN_WINDOW (object);
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *fallback = syn_workspace_default_path ();
  const char *path = g_task_get_task_data (G_TASK (result));

  if (self->session == NULL)
    return;
  set_opening (self, FALSE);
  if (workspace == NULL)
    {
      refuse (self, error);
      return;
    }
  self->unsaved = FALSE;
  syn_status_bar_set_unsaved (self->status_bar, FALSE);
  syn_session_set_workspace (self->session, workspace);
  if (SYN_IS_APPLICATION (app))
    syn_application_set_workspace (SYN_APPLICATION (app), workspace);
  syn_settings_set_string ("workspace", g_str_equal (path, fallback) ? "" : path);
}

void
syn_window_open_workspace (SynWindow *self, const char *path)
{
  const char *now = syn_workspace_get_path (syn_session_get_workspace (self->session));
  g_autoptr (GTask) task = NULL;

  if (self->opening_workspace)
    return;
  if (g_str_equal (now, path))
    {
      syn_window_toast (self, _ ("That workspace is open already."));
      return;
    }
  set_opening (self, TRUE);
  task = g_task_new (self, NULL, opened_cb, NULL);
  g_task_set_source_tag (task, syn_window_open_workspace);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_thread);
}

static void
chosen_cb (GPtrArray *files, gpointer user_data)
{
  g_autofree char *path = g_file_get_path (g_ptr_array_index (files, 0));

  if (path != NULL)
    syn_window_open_workspace (user_data, path);
  else
    syn_window_toast (user_data, _ ("A workspace must be a file on this computer."));
}

void
syn_window_choose_workspace (SynWindow *self)
{
  syn_compat_choose_files (GTK_WINDOW (self), SYN_CHOOSE_WORKSPACE, _ ("Open a Workspace"), NULL,
                           chosen_cb, self);
}
