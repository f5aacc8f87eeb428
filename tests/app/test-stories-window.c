/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two events in one corpus: the list of stories, opening one, finding them, moving an article and taking it back. */
#include "config.h"

#include "syn-application.h"
#include "syn-story-item.h"
#include "syn-story-list.h"
#include "view-fixture.h"
#include "window-fixture.h"

/* Both sample events together. */
static SynSession *
open_both (WindowFixture *self)
{
  SynSession *session = syn_window_get_session (self->window);
  static const char *const names[] = { "ferry", "takeover" };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (files, g_file_new_build_filename (g_test_get_dir (G_TEST_DIST), "..", "data", "sample", names[i],
                                                       NULL));
  syn_session_open (session, files);
  window_fixture_wait_ready (self);
  g_assert_cmpuint (g_list_model_get_n_items (syn_session_get_stories (session)), ==, 2);
  return session;
}

static void
wait_story (WindowFixture *self, gint story)
{
  SynSession *session = syn_window_get_session (self->window);

  while (syn_session_get_story (session) != story || syn_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
}

static const char *
page (WindowFixture *self)
{
  GtkWidget *list = view_fixture_find (GTK_WIDGET (self->window->sources_panel), SYN_TYPE_STORY_LIST);

  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_parent (list)));
}

static guint
n_sources (SynSession *session)
{
  return g_list_model_get_n_items (syn_session_get_sources (session));
}

static void
test_open (WindowFixture *self, gconstpointer data)
{
  SynSession *session = open_both (self);
  g_autofree char *title = NULL;

  /* The list is seen at once, and the views have one story only. */
  g_assert_cmpstr (page (self), ==, "stories");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->sources_slot)));
  g_assert_cmpint (syn_session_get_story (session), ==, 0);
  g_assert_cmpuint (n_sources (session), ==, 6);
  g_assert_cmpuint (syn_corpus_get_n_articles (syn_session_get_whole (session)), ==, 12);
  title = g_strdup (syn_session_get_title (session));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "open-story", g_variant_new_uint32 (1));
  wait_story (self, 1);
  g_assert_cmpstr (page (self), ==, "articles");
  g_assert_cmpstr (syn_session_get_title (session), !=, title);
  g_assert_cmpuint (n_sources (session), ==, 6);
  window_fixture_do (self, "show-stories");
  g_assert_cmpstr (page (self), ==, "stories");
  window_fixture_do (self, "previous-story");
  wait_story (self, 0);
  g_assert_cmpstr (syn_session_get_title (session), ==, title);
  g_assert_null (syn_session_get_orphans (session)->len > 0 ? "orphans" : NULL);
}

/* Both get their counts, the one that is not open in the background. */
static void
test_counts (WindowFixture *self, gconstpointer data)
{
  SynSession *session = open_both (self);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SynStoryItem) item = g_list_model_get_item (syn_session_get_stories (session), i);

      g_assert_cmpuint (syn_story_item_get_n_articles (item), ==, 6);
      g_assert_nonnull (syn_story_item_get_first (item));
      while (syn_story_item_get_n_conflicts (item) < 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (syn_story_item_get_n_open (item), >, 5);
    }
}

static void
test_verdict_stays (WindowFixture *self, gconstpointer data)
{
  SynSession *session = open_both (self);
  g_autoptr (SynStoryItem) item = g_list_model_get_item (syn_session_get_stories (session), 0);
  gint n_open = syn_story_item_get_n_open (item);

  window_fixture_do (self, "next-conflict");
  window_fixture_tag (self, "disputed");
  window_fixture_wait_done (self, 1);
  g_assert_cmpint (syn_story_item_get_n_open (item), ==, n_open - 1);
  window_fixture_do (self, "next-story");
  wait_story (self, 1);
  g_assert_cmpuint (syn_session_get_orphans (session)->len, ==, 0);
  window_fixture_do (self, "previous-story");
  wait_story (self, 0);
  g_assert_cmpint (syn_story_item_get_n_open (item), ==, n_open - 1);
}

static void
test_search (WindowFixture *self, gconstpointer data)
{
  SynSession *session = open_both (self);
  GtkWidget *list = view_fixture_find (GTK_WIDGET (self->window->sources_panel), SYN_TYPE_STORY_LIST);
  GtkWidget *entry = view_fixture_find (list, GTK_TYPE_SEARCH_ENTRY);
  GtkListView *view = GTK_LIST_VIEW (view_fixture_find (list, GTK_TYPE_LIST_VIEW));
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (view));

  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "glassworks share");
  while (g_list_model_get_n_items (shown) != 1)
    g_main_context_iteration (NULL, TRUE);
  {
    g_autoptr (SynStoryItem) found = g_list_model_get_item (shown, 0);

    g_assert_cmpuint (syn_story_item_get_n_hits (found), >, 1);
  }
  g_signal_emit_by_name (entry, "activate");
  wait_story (self, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  while (g_list_model_get_n_items (shown) != 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_sources (session), ==, 6);
}

static void
move (WindowFixture *self, guint article, gint story)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "move-article-to",
                                  g_variant_new ("(ui)", article, story));
}

static void
test_move (WindowFixture *self, gconstpointer data)
{
  SynSession *session = open_both (self);
  GListModel *stories = syn_session_get_stories (session);

  move (self, 5, 1);
  window_fixture_wait_done (self, 1);
  window_fixture_wait_ready (self);
  while (syn_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_sources (session), ==, 5);
  g_assert_nonnull (strstr (syn_session_get_undo_label (session), "move the article of"));
  window_fixture_do (self, "undo");
  while (n_sources (session) != 6 || syn_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
  /* Into a story of its own, which outlives the program. */
  move (self, 2, -1);
  while (n_sources (session) != 5 || syn_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (stories), ==, 3);
  window_fixture_close (self);
  window_fixture_open (self);
  session = syn_window_get_session (self->window);
  syn_session_reopen (session);
  window_fixture_wait_ready (self);
  g_assert_cmpuint (g_list_model_get_n_items (syn_session_get_stories (session)), ==, 3);
}

/* One event is shown as ever: nothing of stories is offered. */
static void
test_one (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);

  g_assert_cmpuint (g_list_model_get_n_items (syn_session_get_stories (session)), ==, 0);
  g_assert_cmpint (syn_session_get_story (session), ==, -1);
  g_assert_cmpstr (page (self), ==, "articles");
  g_assert_false (window_fixture_is_enabled (self, "show-stories"));
  g_assert_false (window_fixture_is_enabled (self, "move-article"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (WindowFixture *self, gconstpointer data);
  } tests[] = {
    { "/stories-window/open", test_open },
    { "/stories-window/counts", test_counts },
    { "/stories-window/verdict-stays", test_verdict_stays },
    { "/stories-window/search", test_search },
    { "/stories-window/move", test_move },
    { "/stories-window/one", test_one },
  };

  view_fixture_init (&argc, &argv);
  syn_application_load_styles (gdk_display_get_default ());
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WindowFixture, NULL, window_fixture_set_up, tests[i].test, window_fixture_tear_down);
  return g_test_run ();
}
