/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/syn-schema.h"
#include "syn-error.h"

typedef struct
{
  char *folder;
  char *path;
} Folder;

static void
set_up (Folder *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("synoptic-database-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "workspace.db", NULL);
}

static void
tear_down (Folder *f, gconstpointer data)
{
  store_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static void
write_file (const char *path, const char *data, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

/* A SQLite file made by @sql, closed. */
static void
make_database (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDatabase) database = syn_database_open (path, FALSE, &error);

  g_assert_no_error (error);
  syn_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

/* A workspace with nothing in it, or the migrated one that is there, closed. */
static void
make_workspace (const char *path)
{
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autoptr (SynDatabase) database = syn_schema_open (path, FALSE, &error);

  g_assert_no_error (error);
}

static void
make_version (const char *path, guint version)
{
  g_autofree char *name = g_strdup_printf ("workspace-v%u.sql", version);
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "store", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture, &sql, NULL, &error);
  g_assert_no_error (error);
  make_database (path, sql);
}

static void
make_version_1 (const char *path)
{
  make_version (path, 1);
}

/* Refuses @path with @code, names the file in the message, and leaves every byte as it was. */
static void
assert_refused (const char *path, gboolean read_only, gint code)
{
  const gboolean is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autofree char *before = is_file ? store_checksum (path) : NULL;
  g_autofree char *after = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  workspace = syn_workspace_open (path, read_only, &error);
  g_assert_null (workspace);
  g_assert_error (error, SYN_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  after = is_file ? store_checksum (path) : NULL;
  g_assert_cmpstr (before, ==, after);
}

static gint64
get_int (SynDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  syn_database_get_int (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_new_file (Folder *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "deep", "er", "workspace.db", NULL);
  g_autofree char *deep = g_build_filename (f->folder, "deep", NULL);
  g_autofree char *deeper = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDatabase) database = syn_schema_open (path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (get_int (database, "PRAGMA user_version"), ==, SYN_SCHEMA_VERSION);
  g_assert_cmpint (get_int (database, "PRAGMA application_id"), ==, SYN_DATABASE_APPLICATION_ID);
  g_assert_cmpint (get_int (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get_int (database, "PRAGMA synchronous"), ==, 2);
  g_clear_pointer (&database, syn_database_close);

  /* Closed, it is one file. */
  {
    g_autofree char *log = g_strconcat (path, "-wal", NULL);

    g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  }
  store_remove_folder (deeper);
  store_remove_folder (deep);
}

static void
test_statements (Folder *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDatabase) database = syn_schema_open (f->path, FALSE, &error);

  /* Every text prepares against the schema, with as many parameters as it names. */
  for (guint i = 0; i < SYN_N_SQL; i++)
    {
      g_autofree char *explain = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      if (i <= SYN_SQL_COMMIT)
        continue;
      explain = g_strconcat ("EXPLAIN ", syn_sql_text (i), NULL);
      rows = syn_database_list_text (database, explain, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, >, 0);
    }
}

/* A file of version 1 gets the present one, keeps all that was in it, and a copy of what it was. */
static void
test_migrate (Folder *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".v1.bak", NULL);
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynComparison) raw = store_compare (corpus);
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) records = NULL, orphans = NULL, findings = NULL;
  g_autoptr (GError) error = NULL;
  const SynClaimRecord *record;
  guint steps = 0;

  make_version_1 (f->path);
  workspace = syn_workspace_open (f->path, FALSE, &error);
  g_assert_no_error (error);
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
  findings = syn_workspace_validate (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  {
    g_autoptr (SynDatabase) old = syn_database_open (backup, TRUE, &error);

    g_assert_no_error (error);
    g_assert_cmpint (get_int (old, "PRAGMA user_version"), ==, 1);
    g_assert_cmpint (get_int (old, "SELECT count(*) FROM claim"), ==, 1);
  }
}

/* A file of version 2 keeps its decisions, and its corpora are arranged as they come. */
static void
test_migrate_2 (Folder *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".v2.bak", NULL);
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynComparison) raw = store_compare (corpus);
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (SynArrangement) arrangement = NULL;
  g_autoptr (GPtrArray) records = NULL, orphans = NULL, findings = NULL;
  g_autoptr (GError) error = NULL;
  guint n_evidence = 0;

  make_version (f->path, 2);
  workspace = syn_workspace_open (f->path, FALSE, &error);
  g_assert_no_error (error);
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
  findings = syn_workspace_validate (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

/* A file of version 3 keeps how its corpus is arranged, and nobody has said anything new of its claims. */
static void
test_migrate_3 (Folder *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".v3.bak", NULL);
  g_autoptr (SynComparison) raw = NULL, applied = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (SynArrangement) arrangement = NULL;
  g_autoptr (GPtrArray) records = NULL, tags = NULL, findings = NULL;
  g_autoptr (GError) error = NULL;

  make_version (f->path, 3);
  workspace = syn_workspace_open (f->path, FALSE, &error);
  g_assert_no_error (error);
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
  findings = syn_workspace_validate (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

/* A file of version 4 keeps what was said of its claims, and has no results yet. */
static void
test_migrate_4 (Folder *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".v4.bak", NULL);
  g_autoptr (SynComparison) raw = NULL, applied = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (GPtrArray) records = NULL, findings = NULL;
  g_autoptr (GError) error = NULL;
  guint n_said = 0, n_settled = 0;

  make_version (f->path, 4);
  {
    g_autoptr (SynDatabase) database = syn_schema_open (f->path, FALSE, &error);

    g_assert_no_error (error);
    g_assert_cmpint (get_int (database, "SELECT count(*) FROM result"), ==, 0);
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
  findings = syn_workspace_validate (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

/* A file of version 5 had no words to search in, and nobody had moved an article. */
static void
test_migrate_5 (Folder *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".v5.bak", NULL);
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (GArray) found = NULL, moves = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  make_version (f->path, 5);
  workspace = syn_workspace_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  current = syn_workspace_dup_corpus (workspace, &error);
  g_assert_no_error (error);
  found = syn_workspace_search (workspace, current, "marisol", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >, 1);
  moves = syn_workspace_list_moves (workspace, current, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 0);
  g_clear_object (&workspace);
  findings = syn_workspace_validate (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

/* The schema of a migrated file is the one of a new file, to the letter. */
static void
test_migrated_is_like_new (Folder *f, gconstpointer data)
{
  static const char sql[] = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
                            " ORDER BY type, name";
  g_autofree char *other = g_build_filename (f->folder, "new.db", NULL);
  g_autoptr (GPtrArray) a = NULL, b = NULL;
  g_autoptr (SynDatabase) migrated = NULL, fresh = NULL;

  make_version_1 (f->path);
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
test_migration_fails (Folder *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynDatabase) database = NULL;

  make_version_1 (f->path);
  /* The step makes the table evidence and then a column that is already there. */
  make_database (f->path, "ALTER TABLE pair ADD COLUMN reason TEXT");
  workspace = syn_workspace_open (f->path, FALSE, &error);
  g_assert_null (workspace);
  g_assert_error (error, SYN_ERROR, SYN_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, f->path));
  database = syn_database_open (f->path, TRUE, NULL);
  g_assert_cmpint (get_int (database, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (get_int (database, "SELECT count(*) FROM sqlite_schema WHERE name = 'evidence'"), ==, 0);
  g_assert_cmpint (get_int (database, "SELECT count(*) FROM claim"), ==, 1);
}

/* A copy on every start would fill the disk. */
static void
test_no_backup_without_migration (Folder *f, gconstpointer data)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%d.bak", f->path, SYN_SCHEMA_VERSION);

  make_workspace (f->path);
  make_workspace (f->path);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_backups_are_not_overwritten (Folder *f, gconstpointer data)
{
  g_autofree char *first = g_strconcat (f->path, ".v1.bak", NULL);
  g_autofree char *second = g_strconcat (f->path, ".v1-2.bak", NULL);
  g_autoptr (SynDatabase) database = NULL;
  g_autofree char *kept = NULL;

  make_version_1 (f->path);
  write_file (first, "precious", -1);
  database = syn_schema_open (f->path, FALSE, NULL);
  g_assert_nonnull (database);
  g_file_get_contents (first, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, "precious");
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
}

static void
test_old_read_only (Folder *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynComparison) raw = store_compare (corpus);
  g_autoptr (SynDecisions) decisions = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  make_version_1 (f->path);
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

static void
test_newer (Folder *f, gconstpointer data)
{
  make_workspace (f->path);
  make_database (f->path, "PRAGMA user_version = 99");
  assert_refused (f->path, FALSE, SYN_ERROR_NEWER);
  assert_refused (f->path, TRUE, SYN_ERROR_NEWER);
}

/* What is newer only in the log of a program that was killed is refused as well. */
static void
test_newer_in_log (Folder *f, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (f->folder, "copy.db", NULL);
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *bytes = NULL, *log_bytes = NULL;
  g_autoptr (SynDatabase) open = syn_schema_open (f->path, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  gsize length, log_length;

  syn_database_exec (open, "PRAGMA user_version = 99", &error);
  g_assert_no_error (error);
  g_file_get_contents (f->path, &bytes, &length, NULL);
  g_file_get_contents (log, &log_bytes, &log_length, NULL);
  write_file (copy, bytes, (gssize) length);
  write_file (copy_log, log_bytes, (gssize) log_length);
  assert_refused (copy, FALSE, SYN_ERROR_NEWER);
}

static void
test_foreign (Folder *f, gconstpointer data)
{
  make_database (f->path, "CREATE TABLE moz_places (id INTEGER); PRAGMA user_version = 2");
  assert_refused (f->path, FALSE, SYN_ERROR_CORRUPT);
  assert_refused (f->path, TRUE, SYN_ERROR_CORRUPT);
}

static void
test_garbage (Folder *f, gconstpointer data)
{
  static const struct
  {
    const char *data;
    gssize length;
  } rows[] = {
    { "Dear diary, this is no database.", -1 },
    { "x", 1 },
    { "SQLite format 3", 16 },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      write_file (f->path, rows[i].data, rows[i].length);
      assert_refused (f->path, FALSE, SYN_ERROR_CORRUPT);
      assert_refused (f->path, TRUE, SYN_ERROR_CORRUPT);
    }
}

static void
test_truncated (Folder *f, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make_version_1 (f->path);
  make_workspace (f->path);
  g_file_get_contents (f->path, &bytes, &length, NULL);
  for (guint i = 1; i < 4; i++)
    {
      write_file (f->path, bytes, (gssize) (length * i / 4));
      assert_refused (f->path, FALSE, SYN_ERROR_CORRUPT);
    }
}

/* Damage inside is found by the check, or by whoever meets it, and never crashes. */
static void
test_damaged_inside (Folder *f, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint found = 0;
  gsize length;

  make_version_1 (f->path);
  make_workspace (f->path);
  g_file_get_contents (f->path, &bytes, &length, NULL);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      const gsize page = (gsize) g_rand_int_range (rand, 1, (gint32) length / 4096);

      for (gsize j = 0; j < 64; j++)
        damaged[4096 * page + j] = (char) g_rand_int (rand);
      write_file (f->path, damaged, (gssize) length);
      findings = syn_workspace_validate (f->path, &error);
      g_assert_true ((findings == NULL) == (error != NULL));
      found += findings == NULL || findings->len > 0;
    }
  g_assert_cmpuint (found, ==, 40);
}

static void
test_empty_file (Folder *f, gconstpointer data)
{
  g_autoptr (SynDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  write_file (f->path, "", 0);
  assert_refused (f->path, TRUE, SYN_ERROR_CORRUPT);
  database = syn_schema_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int (database, "PRAGMA user_version"), ==, SYN_SCHEMA_VERSION);
}

/* Killed between the first page and the first step. */
static void
test_hardly_begun (Folder *f, gconstpointer data)
{
  g_autoptr (SynDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  make_database (f->path, "PRAGMA journal_mode = WAL");
  g_assert_true (g_file_test (f->path, G_FILE_TEST_EXISTS));
  database = syn_schema_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int (database, "PRAGMA user_version"), ==, SYN_SCHEMA_VERSION);
}

static void
test_not_a_file (Folder *f, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (f->folder, "missing.db", NULL);
  g_autofree char *below = g_build_filename (f->path, "workspace.db", NULL);

  assert_refused (f->folder, FALSE, SYN_ERROR_READ);
  assert_refused (missing, TRUE, SYN_ERROR_READ);
  write_file (f->path, "a file, not a folder", -1);
  assert_refused (below, FALSE, SYN_ERROR_READ);
}

static void
test_locked (Folder *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDatabase) other = NULL;
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynComparison) comparison = store_compare (corpus);
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (f->path, FALSE, &error);
  g_autoptr (SynClaimRecord) record = NULL;
  gint64 start;

  g_assert_no_error (error);
  other = syn_database_open (f->path, FALSE, &error);
  syn_database_begin (other, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  record = syn_workspace_tag (workspace, comparison, 0, SYN_VERDICT_CONFIRMED, &error);
  g_assert_null (record);
  g_assert_error (error, SYN_ERROR, SYN_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, f->path));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  g_clear_error (&error);

  /* Free again, it works again. */
  syn_database_rollback (other);
  record = syn_workspace_tag (workspace, comparison, 0, SYN_VERDICT_CONFIRMED, &error);
  g_assert_no_error (error);

  /* Someone who lets nobody in at all. */
  g_clear_object (&workspace);
  syn_database_exec (other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", &error);
  g_assert_no_error (error);
  assert_refused (f->path, FALSE, SYN_ERROR_BUSY);
}

/* As root every file can be written: be somebody else for a moment. */
static void
become_nobody (const char *folder, const char *path)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (folder, 65534, 65534), ==, 0);
  g_assert_cmpint (chown (path, 65534, 65534), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_file (Folder *f, gconstpointer data)
{
  make_workspace (f->path);
  become_nobody (f->folder, f->path);
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  assert_refused (f->path, FALSE, SYN_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (f->path, 0000), ==, 0);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (syn_workspace_open (f->path, TRUE, &error));
    g_assert_error (error, SYN_ERROR, SYN_ERROR_READ);
  }
  become_oneself ();
}

/* A file on a medium that cannot be written can still be read. */
static void
test_read_only_folder (Folder *f, gconstpointer data)
{
  g_autofree char *new_path = g_build_filename (f->folder, "new.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) history = NULL;

  make_workspace (f->path);
  become_nobody (f->folder, f->path);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  assert_refused (f->path, FALSE, SYN_ERROR_READ_ONLY);
  assert_refused (new_path, FALSE, SYN_ERROR_READ_ONLY);
  workspace = syn_workspace_open (f->path, TRUE, &error);
  g_assert_no_error (error);
  history = syn_workspace_list_history (workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
  become_oneself ();
}

/* No room for a file: it is refused as a whole, and all before and after it is there. */
static void
test_full (StoreFixture *f, gconstpointer data)
{
  const SynEvidence photo = { .kind = (char *) "file", .target = (char *) "film.mp4" };
  g_autofree guchar *noise = g_malloc (1 << 20);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SynClaimRecord) tagged = NULL, failed = NULL, again = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  memset (noise, 7, 1 << 20);
  bytes = g_bytes_new (noise, 1 << 20);
  tagged = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_CONFIRMED, &error);
  g_assert_no_error (error);
  before = store_dump (f->workspace);
  store_exec (f->workspace, "PRAGMA max_page_count = 60");
  failed = syn_workspace_add_evidence (f->workspace, f->comparison, 0, &photo, bytes, &error);
  g_assert_null (failed);
  g_assert_error (error, SYN_ERROR, SYN_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, f->path));
  g_clear_error (&error);
  after = store_dump (f->workspace);
  g_assert_cmpstr (before, ==, after);

  store_exec (f->workspace, "PRAGMA max_page_count = 100000");
  again = syn_workspace_add_evidence (f->workspace, f->comparison, 0, &photo, bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->evidence->len, ==, 1);
  findings = syn_workspace_validate (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* One finding for each kind of wrong, in words. */
static void
test_validate_finds (StoreFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *words;
  } rows[] = {
    { "UPDATE blob SET bytes = x'00' WHERE rowid = 1", "not those that were read" },
    { "UPDATE anchor SET start = start + 1", "does not find its words" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM blob", "missing" },
    { "UPDATE pointer SET value = 77 WHERE name = 'undo'", "steps that can be undone" },
  };
  G_GNUC_UNUSED g_autoptr (SynClaimRecord) record
      = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_CONFIRMED, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s/copy.db", f->folder);
      g_autofree char *copy_sql = g_strdup_printf ("VACUUM INTO '%s'", copy);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      store_exec (f->workspace, copy_sql);
      findings = syn_workspace_validate (copy, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      g_ptr_array_unref (findings);

      make_database (copy, rows[i].sql);
      findings = syn_workspace_validate (copy, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, >, 0);
      g_assert_nonnull (strstr (findings->pdata[0], rows[i].words));
      g_unlink (copy);
    }
}

#define ADD(name, function) g_test_add (name, Folder, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/database/new-file", test_new_file);
  ADD ("/database/statements", test_statements);
  ADD ("/database/migrate", test_migrate);
  ADD ("/database/migrate-2", test_migrate_2);
  ADD ("/database/migrate-3", test_migrate_3);
  ADD ("/database/migrate-4", test_migrate_4);
  ADD ("/database/migrate-5", test_migrate_5);
  ADD ("/database/migrated-is-like-new", test_migrated_is_like_new);
  ADD ("/database/migration-fails", test_migration_fails);
  ADD ("/database/backups-are-not-overwritten", test_backups_are_not_overwritten);
  ADD ("/database/no-backup-without-migration", test_no_backup_without_migration);
  ADD ("/database/old-read-only", test_old_read_only);
  ADD ("/database/newer", test_newer);
  ADD ("/database/newer-in-log", test_newer_in_log);
  ADD ("/database/foreign", test_foreign);
  ADD ("/database/garbage", test_garbage);
  ADD ("/database/truncated", test_truncated);
  ADD ("/database/damaged-inside", test_damaged_inside);
  ADD ("/database/empty-file", test_empty_file);
  ADD ("/database/hardly-begun", test_hardly_begun);
  ADD ("/database/not-a-file", test_not_a_file);
  ADD ("/database/locked", test_locked);
  ADD ("/database/read-only-file", test_read_only_file);
  ADD ("/database/read-only-folder", test_read_only_folder);
  g_test_add ("/database/full", StoreFixture, NULL, store_fixture_set_up, test_full, store_fixture_tear_down);
  g_test_add ("/database/validate-finds", StoreFixture, NULL, store_fixture_set_up, test_validate_finds,
              store_fixture_tear_down);
  return g_test_run ();
}
