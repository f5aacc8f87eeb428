/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

#include "syn-settings.h"
#include "view-fixture.h"

static void
done_cb (SynSession *session, const char *label, gpointer user_data)
{
  g_assert_nonnull (label);
  ((WindowFixture *) user_data)->n_done++;
}

void
window_fixture_open (WindowFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "workspace.db", NULL);
  g_autoptr (GError) error = NULL;

  self->workspace = syn_workspace_open (path, FALSE, &error);
  g_assert_no_error (error);
  self->window = syn_window_new (NULL, self->workspace);
  g_signal_connect (syn_window_get_session (self->window), "done", G_CALLBACK (done_cb), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1400, 880);
  gtk_window_present (GTK_WINDOW (self->window));
  view_fixture_settle (GTK_WIDGET (self->window));
}

void
window_fixture_close (WindowFixture *self)
{
  g_autoptr (SynWorkspace) workspace = g_steal_pointer (&self->workspace);
  SynWindow *window = g_steal_pointer (&self->window);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
  syn_workspace_close (workspace);
}

void
window_fixture_set_up (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("synoptic-window-XXXXXX", &error);
  g_assert_no_error (error);
  /* Each test begins where nobody has read. */
  syn_settings_set ("places", g_variant_new_array (G_VARIANT_TYPE ("(ssu)"), NULL, 0));
  window_fixture_open (self);
}

void
window_fixture_tear_down (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  window_fixture_close (self);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

void
window_fixture_wait_ready (WindowFixture *self)
{
  SynSession *session = syn_window_get_session (self->window);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (syn_session_get_busy (session) || syn_session_get_rows (session) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  view_fixture_settle (GTK_WIDGET (self->window));
}

void
window_fixture_wait_done (WindowFixture *self, guint n)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (self->n_done < n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

SynSession *
window_fixture_open_sample (WindowFixture *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "open-sample",
                                  g_variant_new_string ("ferry"));
  window_fixture_wait_ready (self);
  return syn_window_get_session (self->window);
}

gboolean
window_fixture_is_enabled (WindowFixture *self, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), name);
}

void
window_fixture_do (WindowFixture *self, const char *name)
{
  g_assert_true (window_fixture_is_enabled (self, name));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), name, NULL);
}

void
window_fixture_tag (WindowFixture *self, const char *verdict)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "tag",
                                  g_variant_new_string (verdict));
}
