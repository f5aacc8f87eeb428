/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the window can be drawn while hundreds of articles are read, compared and ruled on. */
#include "config.h"

#include <glib/gstdio.h>

#include "syn-claim-row.h"
#include "syn-gradual-model.h"
#include "syn-story-row.h"
#include "syn-window-private.h"
#include "view-fixture.h"
#include "watchdog.h"

#define N_ARTICLES 300
#define N_NAMES 12

/* A place of its own for each event, so that each is a story. */
static char *
invent_name (guint n, guint salt)
{
  static const char *const parts[] = { "bar", "dol", "fen", "gim", "hur", "kas", "lem", "mot", "nib", "pug", "rov", "tul" };

  n = n * 7 + salt * 31;
  return g_strdup_printf ("%c%s%s%s", 'A' + (int) (n % 26), parts[n % 12], parts[(n / 12) % 12], parts[(n / 5) % 12]);
}

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
      g_autoptr (GPtrArray) invented = g_ptr_array_new_with_free_func (g_free);
      char **names = NULL;

      for (guint i = 0; i < N_NAMES; i++)
        g_ptr_array_add (invented, invent_name (article / 5, i));
      names = (char **) invented->pdata;
      g_string_append_printf (text, "News of %s\n\n", names[0]);
      for (guint i = 0; i < 6; i++)
        g_string_append_printf (text, "%s and %s %s %u %s in %s.\n\n", names[1 + i % 4], names[5 + i % 3],
                                i % 2 == 0 ? "counted" : "repaired", article / 5 * 10 + i, names[8 + i % 4], names[0]);
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

static guint
count_rows (GtkWidget *widget)
{
  guint n = SYN_IS_STORY_ROW (widget) || SYN_IS_CLAIM_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* A turn of the main loop that makes rows for all there is holds up drawing as long as there is much. */
static void
turn (SynWindow *window, guint *n_rows)
{
  guint n;

  g_main_context_iteration (NULL, TRUE);
  n = count_rows (GTK_WIDGET (window));
  if (n > *n_rows)
    g_assert_cmpuint (n - *n_rows, <=, 2 * SYN_GRADUAL_STEP);
  *n_rows = n;
}

static void
tag_one (SynWindow *window, guint *n_rows)
{
  SynSession *session = syn_window_get_session (window);

  g_action_group_activate_action (G_ACTION_GROUP (window), "next-open", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "tag", g_variant_new_string ("disputed"));
  /* The workspace has not written it yet: nobody waited for that. */
  g_assert_null (syn_session_get_undo_label (session));
  while (syn_session_get_undo_label (session) == NULL)
    turn (window, n_rows);
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
  guint n_rows = 0;

  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  view_fixture_settle (GTK_WIDGET (window));
  g_ptr_array_add (files, g_file_new_for_path (folder));
  syn_window_open (window, files);
  /* Others read, and others compare: the texts are there before, and nobody waited for either. */
  g_assert_null (syn_session_get_corpus (session));
  while (syn_session_get_corpus (session) == NULL)
    turn (window, &n_rows);
  g_assert_null (syn_session_get_comparison (session));
  while (syn_session_get_rows (session) == NULL || syn_session_get_busy (session))
    turn (window, &n_rows);
  tag_one (window, &n_rows);
  while (g_main_context_pending (NULL))
    turn (window, &n_rows);
  g_test_message ("%u stories, %u rows", g_list_model_get_n_items (syn_session_get_stories (session)), n_rows);
  g_assert_cmpuint (n_rows, >, 2 * SYN_GRADUAL_STEP);
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
