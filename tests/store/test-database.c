/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file-fixture.h"
#include "store-fixture.h"
#include "store/syn-schema.h"
#include "syn-error.h"

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

static void
test_new_file (FileFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "deep", "er", "workspace.db", NULL);
  g_autofree char *deep = g_build_filename (f->folder, "deep", NULL);
  g_autofree char *deeper = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDatabase) database = syn_schema_open (path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (file_get_int (database, "PRAGMA user_version"), ==, SYN_SCHEMA_VERSION);
  g_assert_cmpint (file_get_int (database, "PRAGMA application_id"), ==, SYN_DATABASE_APPLICATION_ID);
  g_assert_cmpint (file_get_int (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (file_get_int (database, "PRAGMA synchronous"), ==, 2);
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
test_statements (FileFixture *f, gconstpointer data)
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

static void
test_newer (FileFixture *f, gconstpointer data)
{
  file_make_workspace (f->path);
  file_make_database (f->path, "PRAGMA user_version = 99");
  assert_refused (f->path, FALSE, SYN_ERROR_NEWER);
  assert_refused (f->path, TRUE, SYN_ERROR_NEWER);
}

/* What is newer only in the log of a program that was killed is refused as well. */
static void
test_newer_in_log (FileFixture *f, gconstpointer data)
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
  file_write (copy, bytes, (gssize) length);
  file_write (copy_log, log_bytes, (gssize) log_length);
  assert_refused (copy, FALSE, SYN_ERROR_NEWER);
}

static void
test_foreign (FileFixture *f, gconstpointer data)
{
  file_make_database (f->path, "CREATE TABLE moz_places (id INTEGER); PRAGMA user_version = 2");
  assert_refused (f->path, FALSE, SYN_ERROR_CORRUPT);
  assert_refused (f->path, TRUE, SYN_ERROR_CORRUPT);
}

static void
test_garbage (FileFixture *f, gconstpointer data)
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
      file_write (f->path, rows[i].data, rows[i].length);
      assert_refused (f->path, FALSE, SYN_ERROR_CORRUPT);
      assert_refused (f->path, TRUE, SYN_ERROR_CORRUPT);
    }
}

static void
test_truncated (FileFixture *f, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  file_make_version (f->path, 1);
  file_make_workspace (f->path);
  g_file_get_contents (f->path, &bytes, &length, NULL);
  for (guint i = 1; i < 4; i++)
    {
      file_write (f->path, bytes, (gssize) (length * i / 4));
      assert_refused (f->path, FALSE, SYN_ERROR_CORRUPT);
    }
}

/* Damage inside is found by the check, or by whoever meets it, and never crashes. */
static void
test_damaged_inside (FileFixture *f, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint found = 0;
  gsize length;

  file_make_version (f->path, 1);
  file_make_workspace (f->path);
  g_file_get_contents (f->path, &bytes, &length, NULL);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      const gsize page = (gsize) g_rand_int_range (rand, 1, (gint32) length / 4096);

      for (gsize j = 0; j < 64; j++)
        damaged[4096 * page + j] = (char) g_rand_int (rand);
      file_write (f->path, damaged, (gssize) length);
      findings = syn_workspace_validate (f->path, &error);
      g_assert_true ((findings == NULL) == (error != NULL));
      found += findings == NULL || findings->len > 0;
    }
  g_assert_cmpuint (found, ==, 40);
}

static void
test_empty_file (FileFixture *f, gconstpointer data)
{
  g_autoptr (SynDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  file_write (f->path, "", 0);
  assert_refused (f->path, TRUE, SYN_ERROR_CORRUPT);
  database = syn_schema_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file_get_int (database, "PRAGMA user_version"), ==, SYN_SCHEMA_VERSION);
}

/* Killed between the first page and the first step. */
static void
test_hardly_begun (FileFixture *f, gconstpointer data)
{
  g_autoptr (SynDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  file_make_database (f->path, "PRAGMA journal_mode = WAL");
  g_assert_true (g_file_test (f->path, G_FILE_TEST_EXISTS));
  database = syn_schema_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file_get_int (database, "PRAGMA user_version"), ==, SYN_SCHEMA_VERSION);
}

static void
test_not_a_file (FileFixture *f, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (f->folder, "missing.db", NULL);
  g_autofree char *below = g_build_filename (f->path, "workspace.db", NULL);

  assert_refused (f->folder, FALSE, SYN_ERROR_READ);
  assert_refused (missing, TRUE, SYN_ERROR_READ);
  file_write (f->path, "a file, not a folder", -1);
  assert_refused (below, FALSE, SYN_ERROR_READ);
}

static void
test_locked (FileFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDatabase) other = NULL;
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynComparison) comparison = store_compare (corpus);
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (f->path, FALSE, &error);
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("found", 5);
  SynResultCache cache;
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

  /* What can be computed again is not worth a wait: many times that would be minutes. */
  cache = syn_workspace_get_result_cache (workspace);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    cache.put ("key", bytes, cache.data);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);

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
test_read_only_file (FileFixture *f, gconstpointer data)
{
  file_make_workspace (f->path);
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
test_read_only_folder (FileFixture *f, gconstpointer data)
{
  g_autofree char *new_path = g_build_filename (f->folder, "new.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) history = NULL;

  file_make_workspace (f->path);
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

static void
write_log (const char *path, const char *log)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (log, &bytes, &length, &error);
  g_assert_no_error (error);
  file_write (path, bytes, (gssize) length);
}

/* What was killed while it wrote, on a medium that cannot be written: all that it had kept can be read. */
static void
test_read_only_log (FileFixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *killed = g_build_filename (f->folder, "killed.db", NULL);
  g_autofree char *killed_log = g_strconcat (killed, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autofree char *id = NULL;

  file_make_workspace (f->path);
  workspace = syn_workspace_open (f->path, FALSE, &error);
  id = syn_workspace_make_tag (workspace, "Legal", &error);
  g_assert_no_error (error);
  write_log (killed, f->path);
  write_log (killed_log, log);
  g_clear_object (&workspace);

  become_nobody (f->folder, killed);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  workspace = syn_workspace_open (killed, TRUE, &error);
  g_assert_no_error (error);
  tags = syn_workspace_list_tags (workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, 1);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
  become_oneself ();
}

/* Whoever only looks leaves nothing behind. */
static void
test_leaves_nothing (FileFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;

  file_make_workspace (f->path);
  findings = syn_workspace_validate (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  folder = g_dir_open (f->folder, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "workspace.db");
  g_assert_null (g_dir_read_name (folder));
}

/* A workspace that somebody throws away under the window: what was said is not lost, and nothing more is said to be kept. */
static void
test_deleted (StoreFixture *f, gconstpointer data)
{
  g_autofree char *name = g_strconcat (f->path, ".rescued.db", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (SynClaimRecord) tagged = NULL, failed = NULL;
  g_autoptr (SynWorkspace) rescued = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  tagged = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_CONFIRMED, &error);
  g_assert_no_error (error);
  before = store_dump (f->workspace);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      failed = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_DISPUTED, &error);
      g_assert_null (failed);
      g_assert_error (error, SYN_ERROR, SYN_ERROR_DATABASE);
      g_assert_nonnull (strstr (error->message, name));
      g_clear_error (&error);
    }
  rescued = syn_workspace_open (name, FALSE, &error);
  g_assert_no_error (error);
  after = store_dump (rescued);
  g_assert_cmpstr (before, ==, after);
  findings = syn_workspace_validate (name, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
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

      file_make_database (copy, rows[i].sql);
      findings = syn_workspace_validate (copy, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, >, 0);
      g_assert_nonnull (strstr (findings->pdata[0], rows[i].words));
      g_unlink (copy);
    }
}

#define ADD(name, function) \
  g_test_add (name, FileFixture, NULL, file_fixture_set_up, function, file_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/database/new-file", test_new_file);
  ADD ("/database/statements", test_statements);
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
  ADD ("/database/read-only-log", test_read_only_log);
  ADD ("/database/leaves-nothing", test_leaves_nothing);
  g_test_add ("/database/full", StoreFixture, NULL, store_fixture_set_up, test_full, store_fixture_tear_down);
  g_test_add ("/database/deleted", StoreFixture, NULL, store_fixture_set_up, test_deleted, store_fixture_tear_down);
  g_test_add ("/database/validate-finds", StoreFixture, NULL, store_fixture_set_up, test_validate_finds,
              store_fixture_tear_down);
  return g_test_run ();
}
