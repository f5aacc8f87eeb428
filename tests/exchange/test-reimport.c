/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "exchange/syn-annotated-set.h"
#include "exchange/syn-exporter.h"

/* One reader rules and exports; another opens the file alone and must find the same articles and rulings. */

static const char first[] = "Bridge falls at Oster\n\nThe old bridge at Oster fell into the river on Monday night.\n\n"
                            "Twelve people were hurt when the bridge fell, the mayor said.\n";
static const char second[] = "Oster bridge collapses\n\nOster’s old bridge fell into the river late on Monday night.\n\n"
                             "Nine people were hurt when the bridge fell, police said.\n";

typedef struct
{
  char *folder;
  char *set;
} Fixture;

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("synoptic-reimport-XXXXXX", NULL);
  fixture->set = g_build_filename (fixture->folder, "set.json", NULL);
  write_file (fixture, "first.txt", first);
  write_file (fixture, "second.txt", second);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "first.txt", "second.txt", "set.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->set);
}

static GPtrArray *
list_files (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));
  return files;
}

static SynCorpus *
open_in (SynWorkspace *workspace, GPtrArray *files, guint n_articles)
{
  g_autoptr (GError) error = NULL;
  SynCorpus *corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (syn_corpus_get_n_articles (corpus), ==, n_articles);
  g_assert_true (syn_workspace_put_corpus (workspace, corpus, &error));
  g_assert_no_error (error);
  return corpus;
}

static SynComparison *
compare_in (SynWorkspace *workspace, SynCorpus *corpus, GPtrArray **out_records)
{
  g_autoptr (SynComparison) fresh = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (SynDecisions) decisions = syn_workspace_resolve (workspace, fresh, out_records, &orphans, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (orphans->len, ==, 0);
  return syn_comparison_apply (fresh, decisions);
}

static void
rule_and_export (Fixture *fixture, SynVerdict verdict)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->folder);
  g_autoptr (SynCorpus) corpus = open_in (workspace, files, 2);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (SynComparison) before = compare_in (workspace, corpus, &none);
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (SynComparison) after = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->set);
  g_autoptr (GError) error = NULL;
  SynExportSet set = { .title = "Oster", .generated = "2026-03-04T10:00:00Z" };

  syn_workspace_set_annotator (workspace, "First Reader");
  record = syn_workspace_tag (workspace, before, 0, verdict, &error);
  g_assert_no_error (error);
  after = compare_in (workspace, corpus, &records);
  set.comparison = after;
  set.records = records;
  g_assert_true (syn_exporter_save (syn_exporter_find ("json"), &set, file, NULL, &error));
  g_assert_no_error (error);
}

static guint
count_verdict (GPtrArray *records, SynVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += ((SynClaimRecord *) g_ptr_array_index (records, i))->verdict == verdict;
  return n;
}

static void
test_another_reader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->set);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (SynComparison) comparison = NULL;
  g_autoptr (SynComparison) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  guint n;

  rule_and_export (fixture, SYN_VERDICT_DISPUTED);
  corpus = open_in (workspace, files, 2);
  g_assert_cmpstr (syn_article_get_text (syn_corpus_get_article (corpus, 0)), ==, first);
  g_assert_true (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  comparison = compare_in (workspace, corpus, &records);
  g_assert_cmpuint (count_verdict (records, SYN_VERDICT_DISPUTED), ==, 1);
  g_assert_nonnull (syn_comparison_get_claims (comparison, NULL)[0].id);

  /* Again: nothing is newer.  Undone: as it was. */
  g_assert_true (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  label = syn_workspace_dup_undo_label (workspace);
  g_assert_nonnull (strstr (label, "set.json"));
  g_assert_true (syn_workspace_undo (workspace, &error));
  again = compare_in (workspace, corpus, &undone);
  g_assert_cmpuint (count_verdict (undone, SYN_VERDICT_DISPUTED), ==, 0);
}

static void
test_broken_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->set);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  guint n = 7;

  rule_and_export (fixture, SYN_VERDICT_CONFIRMED);
  g_assert_true (g_file_get_contents (fixture->set, &content, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->set, content, length / 2, NULL));
  g_assert_false (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "set.json"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reimport/another-reader", Fixture, NULL, fixture_set_up, test_another_reader, fixture_tear_down);
  g_test_add ("/reimport/broken-set", Fixture, NULL, fixture_set_up, test_broken_set, fixture_tear_down);
  return g_test_run ();
}
