/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syn-comparison-json.h"
#include "store-fixture.h"

/* The results of comparisons that a workspace keeps. */

static GBytes *
make_bytes (gsize size, guint8 value)
{
  guint8 *bytes = g_malloc (size);

  memset (bytes, value, size);
  return g_bytes_new_take (bytes, size);
}

static void
put (SynWorkspace *workspace, const char *key, gsize size, guint8 value)
{
  SynResultCache cache = syn_workspace_get_result_cache (workspace);
  g_autoptr (GBytes) bytes = make_bytes (size, value);

  cache.put (key, bytes, cache.data);
}

/* Whether @key is kept; what is kept must be of @value throughout. */
static gboolean
has (SynWorkspace *workspace, const char *key, gsize size, guint8 value)
{
  SynResultCache cache = syn_workspace_get_result_cache (workspace);
  g_autoptr (GBytes) bytes = cache.get (key, cache.data);
  g_autoptr (GBytes) expected = make_bytes (size, value);

  if (bytes == NULL)
    return FALSE;
  g_assert_true (g_bytes_equal (bytes, expected));
  return TRUE;
}

static void
test_kept (StoreFixture *f, gconstpointer data)
{
  g_assert_false (has (f->workspace, "a", 10, 1));
  put (f->workspace, "a", 10, 1);
  put (f->workspace, "b", 20, 2);
  put (f->workspace, "a", 30, 3);
  g_assert_true (has (f->workspace, "a", 30, 3));
  store_fixture_reopen (f);
  g_assert_true (has (f->workspace, "a", 30, 3));
  g_assert_true (has (f->workspace, "b", 20, 2));
}

/* What was used longest ago goes first; what is too large by itself pushes nothing out. */
static void
test_bounded (StoreFixture *f, gconstpointer data)
{
  const gsize piece = 1024, too_large = 257 * 1024 * 1024;
  g_autofree guint8 *nothing = g_malloc0 (too_large);
  g_autoptr (GBytes) huge = g_bytes_new_take (g_steal_pointer (&nothing), too_large);
  SynResultCache cache = syn_workspace_get_result_cache (f->workspace);

  for (guint8 i = 1; i <= 4; i++)
    {
      const char key[] = { (char) ('a' + i), '\0' };

      put (f->workspace, key, piece, i);
    }
  /* As if they were as large as that: what counts is what stands beside them. */
  store_exec (f->workspace, "UPDATE result SET size = 67108352");
  g_assert_true (has (f->workspace, "b", piece, 1));
  put (f->workspace, "new", 4 * piece, 9);
  g_assert_false (has (f->workspace, "c", piece, 2));
  g_assert_true (has (f->workspace, "b", piece, 1));
  g_assert_true (has (f->workspace, "new", 4 * piece, 9));
  cache.put ("huge", huge, cache.data);
  g_assert_null (cache.get ("huge", cache.data));
  g_assert_true (has (f->workspace, "new", 4 * piece, 9));
}

/* A workspace that cannot be written gives what it has and takes nothing, without a word. */
static void
test_read_only (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynWorkspace) reader = NULL;
  g_autoptr (GError) error = NULL;

  put (f->workspace, "a", 10, 1);
  g_clear_object (&f->workspace);
  reader = syn_workspace_open (f->path, TRUE, &error);
  g_assert_no_error (error);
  put (reader, "b", 10, 2);
  g_assert_true (has (reader, "a", 10, 1));
  g_assert_false (has (reader, "b", 10, 2));
}

/* Comparing leaves nothing to undo, and reopening compares nothing again. */
static void
test_compare (StoreFixture *f, gconstpointer data)
{
  SynResultCache cache = syn_workspace_get_result_cache (f->workspace);
  g_autofree char *key = syn_result_cache_dup_key (f->corpus, 0, SYN_COMPARE_DEFAULT);
  g_autofree char *before = store_dump (f->workspace);
  g_autofree char *after = NULL;
  g_autofree char *plain = syn_comparison_to_json (f->comparison);
  g_autofree char *undo = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SynComparison) comparison = syn_comparison_new_story_cached (
          f->corpus, 0, SYN_COMPARE_DEFAULT, &cache, NULL, NULL, NULL, NULL);
      g_autofree char *json = syn_comparison_to_json (comparison);
      g_autoptr (GBytes) kept = cache.get (key, cache.data);

      g_assert_cmpstr (json, ==, plain);
      g_assert_nonnull (kept);
    }
  after = store_dump (f->workspace);
  undo = syn_workspace_dup_undo_label (f->workspace);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (undo);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/results/kept", test_kept);
  ADD ("/results/bounded", test_bounded);
  ADD ("/results/read-only", test_read_only);
  ADD ("/results/compare", test_compare);
  return g_test_run ();
}
