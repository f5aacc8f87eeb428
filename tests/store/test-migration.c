/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "file-fixture.h"
#include "store-fixture.h"
#include "store/syn-schema.h"
#include "syn-error.h"

/* The workspace that a file of @version becomes. */
static SynWorkspace *
open_version (FileFixture *f, guint version)
{
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  file_make_version (f->path, version);
  workspace = syn_workspace_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&workspace);
}

/* The migrated file has nothing wrong in it, and what it was in @version lies beside it. */
static void
assert_sound_with_backup (FileFixture *f, guint version)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%u.bak", f->path, version);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  findings = syn_workspace_validate (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

/* A file of version 1 gets the present one, keeps all that was in it, and a copy of what it was. */
static void
test_from_1 (FileFixture *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".v1.bak", NULL);
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynComparison) raw = store_compare (corpus);
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) records = NULL, orphans = NULL;
  g_autoptr (GError) error = NULL;
  const SynClaimRecord *record;
  guint steps = 0;

  workspace = open_version (f, 1);
  applied = store_resolve (workspace, raw, &records, &orphans);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpuint (orphans->len, ==, 0);
  record = records->pdata[0];
  g_assert_cmpint (record->verdict, ==, SYN_VERDICT_DISPUTED);
  g_assert_cmpstr (record->note, ==, "Ask the coast guard.");
  g_assert_true (syn_comparison_find_match (applied, store_find_statement (raw, "promised a full inquiry"),
                                            store_find_statement (raw, "Divers will look"))
                     ->own);
  g_assert_true (syn_workspace_put_corpus (workspace, corpus, NULL));
  g_assert_cmpstr (syn_article_get_outlet (syn_corpus_get_article (corpus, 0)), ==, "The Harbour Post");

  /* The steps of the old program can be taken back by the new one. */
  while (syn_workspace_undo (workspace, &error))
    steps++;
  g_assert_no_error (error);
  g_assert_cmpuint (steps, ==, 4);
  {
    g_autofree char *nothing = store_dump (workspace);

    g_assert_cmpstr (nothing, ==, "");
  }
  g_clear_object (&workspace);
  assert_sound_with_backup (f, 1);
  {
    g_autoptr (SynDatabase) old = syn_database_open (backup, TRUE, &error);

    g_assert_no_error (error);
    g_assert_cmpint (file_get_int (old, "PRAGMA user_version"), ==, 1);
    g_assert_cmpint (file_get_int (old, "SELECT count(*) FROM claim"), ==, 1);
  }
}

/* A file of version 2 keeps its decisions, and its corpora are arranged as they come. */
static void
test_from_2 (FileFixture *f, gconstpointer data)
{
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynComparison) raw = store_compare (corpus);
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (SynArrangement) arrangement = NULL;
  g_autoptr (GPtrArray) records = NULL, orphans = NULL;
  g_autoptr (GError) error = NULL;
  guint n_evidence = 0;

  workspace = open_version (f, 2);
  applied = store_resolve (workspace, raw, &records, &orphans);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpuint (orphans->len, ==, 0);
  for (guint i = 0; i < records->len; i++)
    n_evidence += ((SynClaimRecord *) records->pdata[i])->evidence->len;
  g_assert_cmpuint (n_evidence, ==, 1);
  current = syn_workspace_dup_corpus (workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (syn_corpus_get_title (current), ==, "Ferry");
  arrangement = syn_workspace_dup_arrangement (workspace, current, &error);
  g_assert_no_error (error);
  g_assert_null (arrangement->title);
  g_assert_cmpint (arrangement->pivot, ==, -1);
  g_assert_cmpuint (arrangement->order->len, ==, 0);
  g_assert_cmpuint (arrangement->hidden->len, ==, 0);
  g_clear_object (&workspace);
  assert_sound_with_backup (f, 2);
}

/* A file of version 3 keeps how its corpus is arranged, and nobody has said anything new of its claims. */
static void
test_from_3 (FileFixture *f, gconstpointer data)
{
  g_autoptr (SynComparison) raw = NULL, applied = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (SynArrangement) arrangement = NULL;
  g_autoptr (GPtrArray) records = NULL, tags = NULL;
  g_autoptr (GError) error = NULL;

  workspace = open_version (f, 3);
  current = syn_workspace_dup_corpus (workspace, &error);
  g_assert_no_error (error);
  arrangement = syn_workspace_dup_arrangement (workspace, current, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (arrangement->title, ==, "Aground");
  g_assert_cmpuint (arrangement->order->len, ==, syn_corpus_get_n_articles (current));
  raw = store_compare (current);
  applied = store_resolve (workspace, raw, &records, NULL);
  g_assert_cmpuint (records->len, ==, 2);
  for (guint i = 0; i < records->len; i++)
    {
      const SynClaimRecord *record = records->pdata[i];

      g_assert_false (record->settled);
      g_assert_null (record->merged);
      g_assert_cmpuint (record->tags->len + record->stances->len + record->comments->len, ==, 0);
    }
  tags = syn_workspace_list_tags (workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, 0);
  while (syn_workspace_undo (workspace, &error))
    ;
  g_assert_no_error (error);
  g_clear_object (&workspace);
  assert_sound_with_backup (f, 3);
}

/* A file of version 4 keeps what was said of its claims, and has no results yet. */
static void
test_from_4 (FileFixture *f, gconstpointer data)
{
  g_autoptr (SynComparison) raw = NULL, applied = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  guint n_said = 0, n_settled = 0;

  file_make_version (f->path, 4);
  {
    g_autoptr (SynDatabase) database = syn_schema_open (f->path, FALSE, &error);

    g_assert_no_error (error);
    g_assert_cmpint (file_get_int (database, "SELECT count(*) FROM result"), ==, 0);
  }
  workspace = syn_workspace_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  current = syn_workspace_dup_corpus (workspace, &error);
  g_assert_no_error (error);
  raw = store_compare (current);
  applied = store_resolve (workspace, raw, &records, NULL);
  g_assert_cmpuint (records->len, ==, 2);
  for (guint i = 0; i < records->len; i++)
    {
      const SynClaimRecord *record = records->pdata[i];

      n_said += record->tags->len + record->stances->len + record->comments->len;
      n_settled += record->settled;
    }
  g_assert_cmpuint (n_said, ==, 3);
  g_assert_cmpuint (n_settled, ==, 1);
  g_clear_object (&workspace);
  assert_sound_with_backup (f, 4);
}

/* A file of version 5 had no words to search in, and nobody had moved an article. */
static void
test_from_5 (FileFixture *f, gconstpointer data)
{
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (GArray) found = NULL, moves = NULL;
  g_autoptr (GError) error = NULL;

  workspace = open_version (f, 5);
  current = syn_workspace_dup_corpus (workspace, &error);
  g_assert_no_error (error);
  found = syn_workspace_search (workspace, current, "marisol", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >, 1);
  moves = syn_workspace_list_moves (workspace, current, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 0);
  g_clear_object (&workspace);
  assert_sound_with_backup (f, 5);
}

/* The schema of a migrated file is the one of a new file, to the letter. */
static void
test_migrated_is_like_new (FileFixture *f, gconstpointer data)
{
  static const char sql[] = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
                            " ORDER BY type, name";
  g_autofree char *other = g_build_filename (f->folder, "new.db", NULL);
  g_autoptr (GPtrArray) a = NULL, b = NULL;
  g_autoptr (SynDatabase) migrated = NULL, fresh = NULL;

  file_make_version (f->path, 1);
  migrated = syn_schema_open (f->path, FALSE, NULL);
  fresh = syn_schema_open (other, FALSE, NULL);
  a = syn_database_list_text (migrated, sql, NULL);
  b = syn_database_list_text (fresh, sql, NULL);
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpstr (a->pdata[i], ==, b->pdata[i]);
}

/* A step that fails half way leaves version 1, whole. */
static void
test_migration_fails (FileFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynDatabase) database = NULL;

  file_make_version (f->path, 1);
  /* The step makes the table evidence and then a column that is already there. */
  file_make_database (f->path, "ALTER TABLE pair ADD COLUMN reason TEXT");
  workspace = syn_workspace_open (f->path, FALSE, &error);
  g_assert_null (workspace);
  g_assert_error (error, SYN_ERROR, SYN_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, f->path));
  database = syn_database_open (f->path, TRUE, NULL);
  g_assert_cmpint (file_get_int (database, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (file_get_int (database, "SELECT count(*) FROM sqlite_schema WHERE name = 'evidence'"), ==, 0);
  g_assert_cmpint (file_get_int (database, "SELECT count(*) FROM claim"), ==, 1);
}

/* A copy on every start would fill the disk. */
static void
test_no_backup_without_migration (FileFixture *f, gconstpointer data)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%d.bak", f->path, SYN_SCHEMA_VERSION);

  file_make_workspace (f->path);
  file_make_workspace (f->path);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_backups_are_not_overwritten (FileFixture *f, gconstpointer data)
{
  g_autofree char *first = g_strconcat (f->path, ".v1.bak", NULL);
  g_autofree char *second = g_strconcat (f->path, ".v1-2.bak", NULL);
  g_autoptr (SynDatabase) database = NULL;
  g_autofree char *kept = NULL;

  file_make_version (f->path, 1);
  file_write (first, "precious", -1);
  database = syn_schema_open (f->path, FALSE, NULL);
  g_assert_nonnull (database);
  g_file_get_contents (first, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, "precious");
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
}

static void
test_old_read_only (FileFixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynComparison) raw = store_compare (corpus);
  g_autoptr (SynDecisions) decisions = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  file_make_version (f->path, 1);
  before = store_checksum (f->path);
  workspace = syn_workspace_open (f->path, TRUE, &error);
  g_assert_no_error (error);
  decisions = syn_workspace_resolve (workspace, raw, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decisions->claims->len, ==, 1);
  record = syn_workspace_tag (workspace, raw, 0, SYN_VERDICT_CONFIRMED, &error);
  g_assert_null (record);
  g_assert_error (error, SYN_ERROR, SYN_ERROR_READ_ONLY);
  g_clear_object (&workspace);
  after = store_checksum (f->path);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(name, function) \
  g_test_add (name, FileFixture, NULL, file_fixture_set_up, function, file_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/migration/from-1", test_from_1);
  ADD ("/migration/from-2", test_from_2);
  ADD ("/migration/from-3", test_from_3);
  ADD ("/migration/from-4", test_from_4);
  ADD ("/migration/from-5", test_from_5);
  ADD ("/migration/is-like-new", test_migrated_is_like_new);
  ADD ("/migration/fails", test_migration_fails);
  ADD ("/migration/backups-are-not-overwritten", test_backups_are_not_overwritten);
  ADD ("/migration/no-backup-without-migration", test_no_backup_without_migration);
  ADD ("/migration/old-read-only", test_old_read_only);
  return g_test_run ();
}
