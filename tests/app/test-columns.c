/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-describe.h"
#include "syn-compare-grid.h"
#include "syn-window-private.h"
#include "view-fixture.h"
#include "window-fixture.h"

/* Which columns of Compare are open, where not all of them have room. */

static const GArray *
get_columns (WindowFixture *self)
{
  GtkWidget *grid = view_fixture_find (GTK_WIDGET (self->window), SYN_TYPE_COMPARE_GRID);

  view_fixture_settle (GTK_WIDGET (self->window));
  return syn_compare_grid_get_frame (SYN_COMPARE_GRID (grid))->columns;
}

static gint
find_place (const GArray *columns, guint article)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, SynCompareColumn, i).article == article)
      return (gint) i;
  return -1;
}

static gboolean
is_open (WindowFixture *self, guint article)
{
  const GArray *columns = get_columns (self);

  return g_array_index (columns, SynCompareColumn, find_place (columns, article)).open;
}

static guint
count_open (WindowFixture *self)
{
  const GArray *columns = get_columns (self);
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    n += g_array_index (columns, SynCompareColumn, i).open;
  return n;
}

/* Both sides of each conflict that is gone to are there to be read, whatever the pivot. */
static void
test_conflicts (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  SynComparison *comparison = syn_session_get_comparison (session);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1340, 800);
  view_fixture_settle (GTK_WIDGET (self->window));
  g_assert_cmpuint (count_open (self), ==, 3);
  for (guint pivot = 0; pivot < 3; pivot++)
    {
      syn_session_set_pivot (session, pivot);
      for (guint i = 0; i < syn_window_count_conflicts (self->window, NULL); i++)
        {
          const SynConflict *conflict;
          gint claim;

          window_fixture_do (self, "next-conflict");
          claim = syn_session_get_selected_claim (session);
          /* Over a statement that makes no claim: there is only its own column. */
          if (claim < 0)
            continue;
          g_assert_cmpint (syn_session_get_selected_conflict (session), >=, 0);
          conflict = syn_get_conflict (comparison, (guint) syn_session_get_selected_conflict (session));
          g_assert_true (is_open (self, syn_comparison_get_statement (comparison, conflict->a)->article));
          g_assert_true (is_open (self, syn_comparison_get_statement (comparison, conflict->b)->article));
          g_assert_true (is_open (self, pivot));
        }
    }
}

/* A locked column stands beside the pivot and does not give way; that is kept with the corpus. */
static void
test_lock (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const GArray *columns;
  guint article;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1340, 800);
  columns = get_columns (self);
  article = g_array_index (columns, SynCompareColumn, columns->len - 1).article;
  g_assert_false (is_open (self, article));
  syn_source_set_place_locked (syn_session_find_source (session, article), TRUE);
  g_assert_cmpint (find_place (get_columns (self), article), ==, 1);
  for (guint i = 0; i < 4; i++)
    {
      window_fixture_do (self, "next-conflict");
      g_assert_true (is_open (self, article));
    }
  /* As l does it, at the statement the reader stands on. */
  syn_session_activate (session, (gint) syn_comparison_get_first_statement (syn_session_get_comparison (session), article,
                                                                            &(guint){ 0 }));
  window_fixture_do (self, "lock-column");
  g_assert_false (syn_source_get_place_locked (syn_session_find_source (session, article)));
  window_fixture_do (self, "lock-column");

  window_fixture_close (self);
  window_fixture_open (self);
  syn_session_reopen (syn_window_get_session (self->window));
  window_fixture_wait_ready (self);
  g_assert_true (syn_source_get_place_locked (
      syn_session_find_source (syn_window_get_session (self->window), article)));
  g_assert_cmpint (find_place (get_columns (self), article), ==, 1);
}

static GtkWidget *
find_class (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_language (WindowFixture *self, SynArticle *article, const char *language)
{
  SynSession *session = syn_window_get_session (self->window);
  SynComparison *before = syn_session_get_comparison (session);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (g_strcmp0 (syn_article_get_language (article), language) != 0 || syn_session_get_busy (session)
         || syn_session_get_comparison (session) == before)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Another language from the menu of the column: the article is read anew; it is kept, and can be undone. */
static void
test_language (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  SynArticle *article = syn_corpus_get_article (syn_session_get_corpus (session), syn_session_get_pivot (session));
  g_autofree char *before = g_strdup (syn_article_get_language (article));
  GtkWidget *head = find_class (GTK_WIDGET (self->window), "column-head");

  g_assert_cmpstr (before, ==, "en");
  g_assert_true (gtk_widget_activate_action (head, "column.language", "s", "de"));
  wait_language (self, article, "de");
  view_fixture_settle (GTK_WIDGET (self->window));

  window_fixture_do (self, "undo");
  wait_language (self, article, before);
  window_fixture_do (self, "redo");
  wait_language (self, article, "de");

  window_fixture_close (self);
  window_fixture_open (self);
  session = syn_window_get_session (self->window);
  syn_session_reopen (session);
  window_fixture_wait_ready (self);
  article = syn_corpus_get_article (syn_session_get_corpus (session), syn_session_get_pivot (session));
  g_assert_cmpstr (syn_article_get_language (article), ==, "de");
}

int
main (int argc, char **argv)
{
  view_fixture_init (&argc, &argv);
  g_test_add ("/columns/conflicts", WindowFixture, NULL, window_fixture_set_up, test_conflicts,
              window_fixture_tear_down);
  g_test_add ("/columns/language", WindowFixture, NULL, window_fixture_set_up, test_language,
              window_fixture_tear_down);
  g_test_add ("/columns/lock", WindowFixture, NULL, window_fixture_set_up, test_lock, window_fixture_tear_down);
  return g_test_run ();
}
