/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which story the reader puts an article into, and finding articles by their words. */

#include <string.h>

#include "store-fixture.h"

static void
put (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (syn_workspace_put_corpus (f->workspace, f->corpus, &error));
  g_assert_no_error (error);
}

static void
move (StoreFixture *f, guint article, gint with)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (syn_workspace_move_article (f->workspace, syn_corpus_get_article (f->corpus, article),
                                             with >= 0 ? syn_corpus_get_article (f->corpus, (guint) with) : NULL,
                                             &error));
  g_assert_no_error (error);
}

/* "2>0 1>1": in the order they were made. */
static void
assert_moves (SynWorkspace *workspace, SynCorpus *corpus, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) moves = syn_workspace_list_moves (workspace, corpus, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < moves->len; i++)
    g_string_append_printf (text, "%s%u>%u", i > 0 ? " " : "", g_array_index (moves, SynStoryMove, i).article,
                            g_array_index (moves, SynStoryMove, i).with);
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
test_moves (StoreFixture *f, gconstpointer data)
{
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  put (f);
  assert_moves (f->workspace, f->corpus, "");
  move (f, 2, 2);
  move (f, 1, 0);
  assert_moves (f->workspace, f->corpus, "2>2 1>0");
  /* The last word on an article counts, and comes last. */
  move (f, 2, 0);
  assert_moves (f->workspace, f->corpus, "1>0 2>0");
  store_fixture_reopen (f);
  assert_moves (f->workspace, f->corpus, "1>0 2>0");
  label = syn_workspace_dup_undo_label (f->workspace);
  g_assert_nonnull (strstr (label, "move the article of"));
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  assert_moves (f->workspace, f->corpus, "2>2 1>0");
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  assert_moves (f->workspace, f->corpus, "");
  while (syn_workspace_redo (f->workspace, NULL))
    ;
  assert_moves (f->workspace, f->corpus, "1>0 2>0");
  move (f, 1, -1);
  assert_moves (f->workspace, f->corpus, "2>0");
  syn_workspace_close (f->workspace);
  findings = syn_workspace_validate (f->path, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* A text that was corrected is another article for the file, and the same one for the reader. */
static void
test_moves_of_changed_articles (StoreFixture *f, gconstpointer data)
{
  g_autofree char *longer = g_strconcat (store_text_wire, "\nThis report was corrected.\n", NULL);
  g_autoptr (SynCorpus) later = store_corpus_new (store_text_post, store_text_daily, longer);

  put (f);
  move (f, 2, 0);
  move (f, 0, 2);
  g_assert_true (syn_workspace_put_corpus (f->workspace, later, NULL));
  assert_moves (f->workspace, later, "2>0 0>2");
}

static void
assert_found (StoreFixture *f, const char *words, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = syn_workspace_search (f->workspace, f->corpus, words, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    for (guint k = 0; k < found->len; k++)
      if (g_array_index (found, guint, k) == i)
        g_string_append_printf (text, "%u", i);
  g_assert_cmpuint (text->len, ==, found->len);
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
test_search (StoreFixture *f, gconstpointer data)
{
  put (f);
  assert_found (f, "marisol", "012");
  assert_found (f, "MARISÓL", "012");
  assert_found (f, "promised full", "0");
  assert_found (f, "prom", "0");
  assert_found (f, "prom full", "");
  assert_found (f, "nowhere", "");
  assert_found (f, "", "");
  assert_found (f, " -*\"'() ", "");
  assert_found (f, "marisol OR nowhere", "");
  assert_found (f, "title:marisol", "");
}

/* A title that the importer reads otherwise later is found by its new words, and not by the old. */
static void
test_search_keeps_step (StoreFixture *f, gconstpointer data)
{
  SynArticle *article = syn_corpus_get_article (f->corpus, 1);

  put (f);
  g_object_set (article, "title", "Zebrafish swims upstream", NULL);
  put (f);
  assert_found (f, "zebrafish", "1");
  g_object_set (article, "title", "Something else", NULL);
  put (f);
  put (f);
  assert_found (f, "zebrafish", "");
  assert_found (f, "something else", "1");
  store_exec (f->workspace, "INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)");
}

/* A title that the reader gave is what she sees, and looks for. */
static void
test_search_edited (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (f);
  syn_workspace_edit_article (f->workspace, syn_corpus_get_article (f->corpus, 1), "title", "Zebrafish swims upstream",
                              &error);
  g_assert_no_error (error);
  assert_found (f, "zebrafish", "1");
  assert_found (f, "upstream zebra", "1");
  assert_found (f, "zebrafish nowhere", "");
  assert_found (f, "marisol", "012");
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  assert_found (f, "zebrafish", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/stories-store/moves", test_moves);
  ADD ("/stories-store/moves-of-changed-articles", test_moves_of_changed_articles);
  ADD ("/stories-store/search", test_search);
  ADD ("/stories-store/search-keeps-step", test_search_keeps_step);
  ADD ("/stories-store/search-edited", test_search_edited);
  return g_test_run ();
}
