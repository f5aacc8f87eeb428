/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the window can be drawn while hundreds of articles are read, compared and ruled on. */
#include "config.h"

#include <glib/gstdio.h>

#include "syn-window-private.h"
#include "view-fixture.h"
#include "watchdog.h"

#define N_ARTICLES 300
/* Fifty are what a reader does not notice, and what the benchmark measures; here a turn fails that would hold up
 * drawing for good, on any machine: it draws in software and shares its processor. */
#define MOST_MS (50 * 20)

static const char *const who[] = { "The harbour office", "A spokesman of the yard", "The keeper of the light" };
static const char *const what[] = { "counted lanterns along the road", "repaired windows of the school",
                                    "measured gravel on the pier", "described letters from the council" };

static char *
write_articles (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("synoptic-watchdog-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint article = 0; article < N_ARTICLES; article++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%03u.txt", folder, article);
      g_autoptr (GString) text = g_string_new (NULL);

      g_string_append_printf (text, "What night %u brought to Orvel\n\n", article / 5);
      for (guint i = 0; i < 6; i++)
        g_string_append_printf (text, "%s %s, %u in all, on the evening of day %u.\n\n", who[(article + i) % 3],
                                what[i % 4], article / 5 * 10 + i, article / 5);
      g_file_set_contents (path, text->str, -1, &error);
      g_assert_no_error (error);
    }
  return folder;
}

static void
remove_articles (const char *folder)
{
  for (guint article = 0; article < N_ARTICLES; article++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%03u.txt", folder, article);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
check (Watchdog *watchdog, const char *step)
{
  g_test_message ("%s: longest %.1f ms of %.0f", step, watchdog->longest, watchdog->total);
  g_assert_cmpfloat (watchdog->longest, <, MOST_MS);
}

static void
test_many (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, &error);
  g_autofree char *folder = write_articles ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  SynWindow *window = syn_window_new (NULL, workspace);
  SynSession *session = syn_window_get_session (window);
  Watchdog watchdog;

  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  view_fixture_settle (GTK_WIDGET (window));
  g_ptr_array_add (files, g_file_new_for_path (folder));
  syn_window_open (window, files);
  watchdog_start (&watchdog);
  while (syn_session_get_corpus (session) == NULL)
    watchdog_turn (&watchdog);
  check (&watchdog, "import");
  watchdog_start (&watchdog);
  while (syn_session_get_rows (session) == NULL || syn_session_get_busy (session))
    watchdog_turn (&watchdog);
  for (guint i = 0; i < 20; i++)
    watchdog_turn (&watchdog);
  check (&watchdog, "comparison");
  g_action_group_activate_action (G_ACTION_GROUP (window), "next-open", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "tag", g_variant_new_string ("disputed"));
  watchdog_start (&watchdog);
  while (syn_session_get_undo_label (session) == NULL)
    watchdog_turn (&watchdog);
  check (&watchdog, "verdict");
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  syn_workspace_close (workspace);
  remove_articles (folder);
}

/* The watchdog itself: what holds up the loop is seen, waiting is not. */
static gboolean
hold_up_cb (gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + 40 * 1000;

  while (g_get_monotonic_time () < end)
    ;
  return G_SOURCE_REMOVE;
}

static void
test_watchdog (void)
{
  Watchdog watchdog;

  watchdog_start (&watchdog);
  for (guint i = 0; i < 10; i++)
    watchdog_turn (&watchdog);
  g_assert_cmpfloat (watchdog.total, <, 10 * 20);
  g_idle_add (hold_up_cb, NULL);
  for (guint i = 0; i < 10; i++)
    watchdog_turn (&watchdog);
  g_assert_cmpfloat (watchdog.longest, >, 5);
}

int
main (int argc, char *argv[])
{
  view_fixture_init (&argc, &argv);
  g_test_add_func ("/watchdog/itself", test_watchdog);
  g_test_add_func ("/watchdog/many", test_many);
  return g_test_run ();
}
