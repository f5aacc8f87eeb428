/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "syn-error.h"

/* From nothing to 1.  Numbers of verdict, kind and role are those of the enums, which only grow.  Offsets are
 * code points.  Articles are never deleted, so that no decision loses what it was made on: a corpus that
 * no longer holds one keeps it without position. */
static const char step_1[]
    = "CREATE TABLE blob (sha256 TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL);"
      "CREATE TABLE corpus (id INTEGER PRIMARY KEY, title TEXT, uris TEXT NOT NULL, time INTEGER NOT NULL);"
      "CREATE TABLE article (id INTEGER PRIMARY KEY, key TEXT NOT NULL, path TEXT NOT NULL,"
      " sha256 TEXT NOT NULL, number INTEGER NOT NULL, blob TEXT REFERENCES blob (sha256),"
      " encoding TEXT, text TEXT NOT NULL, blocks TEXT NOT NULL, imported INTEGER NOT NULL,"
      " title TEXT, outlet TEXT, byline TEXT, published TEXT, url TEXT, language TEXT,"
      " UNIQUE (key, path));"
      "CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;"
      "CREATE TABLE corpus_article (corpus INTEGER NOT NULL REFERENCES corpus (id),"
      " article INTEGER NOT NULL REFERENCES article (id), position INTEGER,"
      " PRIMARY KEY (corpus, article)) WITHOUT ROWID;"
      "CREATE INDEX corpus_article_article ON corpus_article (article);"
      "CREATE TABLE edit (article INTEGER NOT NULL REFERENCES article (id), field TEXT NOT NULL"
      " CHECK (field IN ('title', 'outlet', 'byline', 'published', 'url', 'language')), value TEXT,"
      " PRIMARY KEY (article, field)) WITHOUT ROWID;"
      "CREATE TABLE claim (id TEXT NOT NULL PRIMARY KEY, wording TEXT, summary TEXT,"
      " verdict INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 3), note TEXT, annotator TEXT,"
      " time INTEGER NOT NULL, exact INTEGER NOT NULL, removed INTEGER NOT NULL);"
      "CREATE TABLE pair (id TEXT NOT NULL PRIMARY KEY,"
      " kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3), key TEXT, annotator TEXT,"
      " time INTEGER NOT NULL, CHECK ((kind = 3) = (key IS NOT NULL)));"
      "CREATE TABLE anchor (id INTEGER PRIMARY KEY, claim TEXT REFERENCES claim (id) ON DELETE CASCADE,"
      " pair TEXT REFERENCES pair (id) ON DELETE CASCADE, position INTEGER NOT NULL,"
      " article INTEGER NOT NULL REFERENCES article (id), start INTEGER NOT NULL, stop INTEGER NOT NULL,"
      " quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,"
      " CHECK ((claim IS NULL) <> (pair IS NULL)), CHECK (0 <= start AND start <= stop));"
      "CREATE INDEX anchor_claim ON anchor (claim) WHERE claim IS NOT NULL;"
      "CREATE INDEX anchor_pair ON anchor (pair) WHERE pair IS NOT NULL;"
      "CREATE INDEX anchor_article ON anchor (article);"
      "CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, annotator TEXT,"
      " verb TEXT NOT NULL, claim TEXT, detail TEXT, target INTEGER REFERENCES history (id),"
      " payload TEXT NOT NULL);"
      "CREATE INDEX history_claim ON history (claim) WHERE claim IS NOT NULL;"
      "CREATE TRIGGER history_no_update BEFORE UPDATE ON history"
      " BEGIN SELECT RAISE (ABORT, 'history is only ever added to'); END;"
      "CREATE TRIGGER history_no_delete BEFORE DELETE ON history"
      " BEGIN SELECT RAISE (ABORT, 'history is only ever added to'); END;"
      "CREATE TABLE step (position INTEGER PRIMARY KEY, history INTEGER NOT NULL REFERENCES history (id));"
      "CREATE TABLE pointer (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;"
      "INSERT INTO pointer (name, value) VALUES ('undo', 0);";

/* From 1 to 2: a verdict can be backed by evidence, and a dismissal says why. */
static const char step_2[]
    = "CREATE TABLE evidence (id INTEGER PRIMARY KEY,"
      " claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, position INTEGER NOT NULL,"
      " kind TEXT NOT NULL CHECK (kind IN ('statement', 'url', 'file', 'note')), target TEXT NOT NULL,"
      " label TEXT, sha256 TEXT REFERENCES blob (sha256), time INTEGER NOT NULL);"
      "CREATE INDEX evidence_claim ON evidence (claim);"
      "ALTER TABLE pair ADD COLUMN reason TEXT;";

/* From 2 to 3: how the reader arranged a corpus on the screen.  NULL is as the program does it. */
static const char step_3[]
    = "ALTER TABLE corpus ADD COLUMN name TEXT;"
      "ALTER TABLE corpus ADD COLUMN pivot INTEGER REFERENCES article (id);"
      "ALTER TABLE corpus_article ADD COLUMN place INTEGER;"
      "ALTER TABLE corpus_article ADD COLUMN hidden INTEGER;";

/* From 3 to 4: more that a reader can say of a claim: that there is nothing to decide, that it is part of another one,
 * tags of her own, what a source does with it, comments, and evidence that stands in an article.  An entry of the
 * history may be about several claims. */
static const char step_4[]
    = "ALTER TABLE claim ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;"
      "ALTER TABLE claim ADD COLUMN merged TEXT;"
      "ALTER TABLE evidence ADD COLUMN anchor TEXT;"
      "CREATE TABLE tag (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, scale TEXT,"
      " key INTEGER NOT NULL CHECK (key = 0 OR key BETWEEN 4 AND 9), position INTEGER NOT NULL,"
      " retired INTEGER NOT NULL) WITHOUT ROWID;"
      "CREATE TABLE claim_tag (claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,"
      " tag TEXT NOT NULL REFERENCES tag (id), position INTEGER NOT NULL, PRIMARY KEY (claim, tag)) WITHOUT ROWID;"
      "CREATE INDEX claim_tag_tag ON claim_tag (tag);"
      "CREATE TABLE stance (claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,"
      " article INTEGER NOT NULL REFERENCES article (id), stance INTEGER NOT NULL CHECK (stance BETWEEN 0 AND 3),"
      " annotator TEXT, time INTEGER NOT NULL, PRIMARY KEY (claim, article)) WITHOUT ROWID;"
      "CREATE INDEX stance_article ON stance (article);"
      "CREATE TABLE comment (id TEXT NOT NULL, claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,"
      " position INTEGER NOT NULL, parent TEXT, annotator TEXT, time INTEGER NOT NULL, text TEXT NOT NULL,"
      " PRIMARY KEY (claim, id)) WITHOUT ROWID;"
      "CREATE TABLE history_about (history INTEGER NOT NULL REFERENCES history (id), claim TEXT NOT NULL,"
      " PRIMARY KEY (claim, history)) WITHOUT ROWID;"
      "CREATE INDEX history_about_history ON history_about (history);";

/* From 4 to 5: what comparisons found, by all that it depends on, so that nothing is compared twice.  Nothing of it is
 * a decision, and anything may be missing: the rows used longest ago are dropped when there are too many. */
static const char step_5[]
    = "CREATE TABLE result (key TEXT NOT NULL PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL,"
      " bytes BLOB NOT NULL);"
      "CREATE INDEX result_used ON result (used);";

/* From 5 to 6: an article that the reader put into the story of another, or by itself; and the words of all
 * articles, to search in.  No triggers keep these in step: of a file that others may have written SQLite trusts none
 * with a virtual table; see syn-article-store.c. */
static const char step_6[]
    = "CREATE TABLE story_move (article INTEGER PRIMARY KEY REFERENCES article (id),"
      " companion INTEGER NOT NULL REFERENCES article (id), position INTEGER NOT NULL, annotator TEXT,"
      " time INTEGER NOT NULL);"
      "CREATE INDEX story_move_companion ON story_move (companion);"
      "CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = 'article', content_rowid = 'id',"
      " tokenize = 'unicode61 remove_diacritics 2');"
      "INSERT INTO article_words (article_words) VALUES ('rebuild');";

static const char *const steps[SYN_SCHEMA_VERSION] = { step_1, step_2, step_3, step_4, step_5, step_6 };

static guint32
read_be32 (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
refuse_foreign (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SYN_ERROR, SYN_ERROR_CORRUPT,
               _ ("“%s” is not a workspace of Synoptic; the file was left as it is"), name);
  return FALSE;
}

static gboolean
refuse_newer (const char *path, gint64 version, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SYN_ERROR, SYN_ERROR_NEWER,
               _ ("“%s” was written by a newer Synoptic (workspace version %d, this one knows %d); "
                  "the file was left as it is"),
               name, (int) version, SYN_SCHEMA_VERSION);
  return FALSE;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* The first 100 bytes of a SQLite file: https://www.sqlite.org/fileformat2.html, section 1.3. */
static gboolean
check_header (const char *path, const guchar *header, gsize length, gsize size, GError **error)
{
  guint32 page_size, n_pages, version, application;
  gsize expected;

  if (length < 100 || memcmp (header, "SQLite format 3", 16) != 0)
    return refuse_foreign (path, error);
  /* What was killed while it worked left a log; the header may still be in that, and the last pages too. */
  if (has_log (path))
    return TRUE;
  n_pages = read_be32 (header + 28);
  version = read_be32 (header + 60);
  application = read_be32 (header + 68);
  /* One page and no version is what is left of a new workspace whose first step did not come to its end. */
  if (application != SYN_DATABASE_APPLICATION_ID && (application != 0 || version != 0 || n_pages > 1))
    return refuse_foreign (path, error);
  if (version > SYN_SCHEMA_VERSION)
    return refuse_newer (path, version, error);

  page_size = (guint32) header[16] << 8 | header[17];
  expected = (gsize) (page_size == 1 ? 65536 : page_size) * n_pages;
  if (size < expected)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, SYN_ERROR, SYN_ERROR_CORRUPT,
                   _ ("“%s” is damaged: its end is missing; the file was left as it is"), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
fail_to_read (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == EROFS || (code == EACCES && g_access (path, F_OK) != 0))
    g_set_error (error, SYN_ERROR, SYN_ERROR_READ_ONLY,
                 _ ("“%s” cannot be made: the folder is read-only"), name);
  else
    g_set_error (error, SYN_ERROR, SYN_ERROR_READ, _ ("“%s” cannot be opened: %s"), name, g_strerror (code));
  return FALSE;
}

/* Looks at the first bytes of the file at @path, without SQLite and without writing.  TRUE when it can be
 * opened; @out_exists is FALSE when there is nothing yet. */
static gboolean
probe (const char *path, gboolean *out_exists, GError **error)
{
  guchar header[100];
  GStatBuf status;
  gssize length;
  int fd;

  *out_exists = FALSE;
  if (g_stat (path, &status) != 0)
    return errno == ENOENT ? TRUE : fail_to_read (path, errno, error);
  if (S_ISDIR (status.st_mode))
    return fail_to_read (path, EISDIR, error);
  if (!S_ISREG (status.st_mode))
    return refuse_foreign (path, error);
  /* An empty file is what a program leaves that made a name and nothing more: nothing can be lost in it. */
  if (status.st_size == 0)
    return TRUE;
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail_to_read (path, errno, error);
  length = read (fd, header, sizeof header);
  g_close (fd, NULL);
  if (length < 0)
    return fail_to_read (path, EIO, error);
  *out_exists = TRUE;
  return check_header (path, header, (gsize) length, (gsize) status.st_size, error);
}

/* A name that is not taken: an older copy is somebody's last hope and never overwritten. */
static char *
backup_path (const char *path, gint64 version)
{
  char *name = g_strdup_printf ("%s.v%d.bak", path, (int) version);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.v%d-%u.bak", path, (int) version, i);
    }
  return name;
}

static gboolean
write_backup (SynDatabase *database, gint64 version, GError **error)
{
  const char *path = syn_database_get_path (database);
  /* Two programs may open an old workspace at the same moment; each writes a copy of its own. */
  g_autofree char *temporary = g_strdup_printf ("%s.%d.bak.tmp", path, (int) getpid ());
  g_autofree char *name = backup_path (path, version);
  g_autoptr (SynDatabase) copy = NULL;

  if (g_str_equal (path, ":memory:"))
    return TRUE;
  g_unlink (temporary);
  copy = syn_database_open (temporary, FALSE, error);
  /* A copy of a file with a log has one too; without, it is a single file and can be renamed. */
  if (copy == NULL || !syn_database_backup (database, copy, error)
      || !syn_database_exec (copy, "PRAGMA journal_mode = DELETE", error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  syn_database_close (g_steal_pointer (&copy));
  if (g_rename (temporary, name) != 0)
    return fail_to_read (name, errno, error);
  return TRUE;
}

static gboolean
run_step (SynDatabase *database, gint64 from, GError **error)
{
  g_autofree char *version
      = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                         SYN_DATABASE_APPLICATION_ID, (int) from + 1);
  gint64 found;

  if (!syn_database_begin (database, error))
    return FALSE;
  /* Another process may have taken the step while this one waited for the lock. */
  if (!syn_database_get_int (database, "PRAGMA user_version", &found, error)
      || (found == from
          && (!syn_database_exec (database, steps[from], error)
              || !syn_database_exec (database, version, error))))
    {
      syn_database_rollback (database);
      return FALSE;
    }
  return syn_database_commit (database, error);
}

static gboolean
migrate (SynDatabase *database, gint64 version, GError **error)
{
  /* Only what is about to change is worth a copy. */
  if (version > 0 && version < SYN_SCHEMA_VERSION && !write_backup (database, version, error))
    return FALSE;
  for (; version < SYN_SCHEMA_VERSION; version++)
    if (!run_step (database, version, error))
      return FALSE;
  return TRUE;
}

/* The header was looked at before, but the log may say more than the file. */
static gboolean
check_version (SynDatabase *database, gint64 *out_version, GError **error)
{
  const char *path = syn_database_get_path (database);
  gint64 application, tables;

  if (!syn_database_get_int (database, "PRAGMA application_id", &application, error)
      || !syn_database_get_int (database, "PRAGMA user_version", out_version, error)
      || !syn_database_get_int (database, "SELECT count(*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (application != SYN_DATABASE_APPLICATION_ID && (application != 0 || *out_version != 0 || tables != 0))
    return refuse_foreign (path, error);
  if (*out_version > SYN_SCHEMA_VERSION)
    return refuse_newer (path, *out_version, error);
  if (*out_version < 0 || (*out_version == 0 && tables != 0))
    return refuse_foreign (path, error);
  return TRUE;
}

static SynDatabase *
copy_to_memory (SynDatabase *database, GError **error)
{
  g_autoptr (SynDatabase) copy = syn_database_open (":memory:", FALSE, error);
  gint64 version;

  if (copy == NULL || !syn_database_backup (database, copy, error)
      || !syn_database_get_int (copy, "PRAGMA user_version", &version, error)
      || !migrate (copy, version, error))
    return NULL;
  return g_steal_pointer (&copy);
}

/* SQLite syncs what is in the file; that the file has a name is written in its folder. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("%s: %s", folder, g_strerror (errno));
  g_close (fd, NULL);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

/* What a program that was killed left in the log of a folder that cannot be written cannot be read in its place, for
 * want of the file that SQLite shares with others beside it.  As there are no others, a copy is as good. */
static SynDatabase *
open_copy (const char *path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("synoptic-XXXXXX", error);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy = folder != NULL ? g_build_filename (folder, "copy.db", NULL) : NULL;
  g_autofree char *copy_log = folder != NULL ? g_build_filename (folder, "copy.db-wal", NULL) : NULL;
  g_autoptr (SynDatabase) database = NULL, memory = NULL;

  if (folder == NULL)
    return NULL;
  if (copy_file (path, copy, error) && copy_file (log, copy_log, error)
      && (database = syn_database_open (copy, FALSE, error)) != NULL
      && (memory = syn_database_open (":memory:", FALSE, error)) != NULL
      && !syn_database_backup (database, memory, error))
    g_clear_pointer (&memory, syn_database_close);
  g_clear_pointer (&database, syn_database_close);
  g_unlink (copy);
  g_unlink (copy_log);
  g_rmdir (folder);
  return g_steal_pointer (&memory);
}

static SynDatabase *
open_to_read (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  SynDatabase *database = syn_database_open (path, TRUE, &local);

  if (database != NULL)
    return database;
  if (g_error_matches (local, SYN_ERROR, SYN_ERROR_READ) && has_log (path) && g_access (path, R_OK) == 0)
    return open_copy (path, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static SynDatabase *
open_read_only (const char *path, gboolean exists, GError **error)
{
  g_autoptr (SynDatabase) database = NULL;
  gint64 version;

  if (!exists)
    {
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        fail_to_read (path, ENOENT, error);
      else
        refuse_foreign (path, error);
      return NULL;
    }
  database = open_to_read (path, error);
  if (database == NULL || !check_version (database, &version, error))
    return NULL;
  if (version < SYN_SCHEMA_VERSION)
    return copy_to_memory (database, error);
  return g_steal_pointer (&database);
}

/* A connection that may write would put the log into the file when it closes, even one that is refused. */
static gboolean
check_with_log (const char *path, GError **error)
{
  g_autoptr (SynDatabase) database = syn_database_open (path, TRUE, error);
  gint64 version;

  return database != NULL && check_version (database, &version, error);
}

SynDatabase *
syn_schema_open (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (SynDatabase) database = NULL;
  const gboolean in_memory = g_str_equal (path, ":memory:");
  gboolean exists = FALSE;
  gint64 version;

  if (!in_memory && !probe (path, &exists, error))
    return NULL;
  if (!in_memory && read_only)
    return open_read_only (path, exists, error);
  if (!in_memory && !exists)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      if (g_mkdir_with_parents (folder, 0700) != 0)
        {
          fail_to_read (folder, errno, error);
          return NULL;
        }
    }
  if (exists && has_log (path) && !check_with_log (path, error))
    return NULL;
  database = syn_database_open (path, FALSE, error);
  if (database == NULL || !check_version (database, &version, error)
      || !syn_database_make_durable (database, error) || !migrate (database, version, error))
    return NULL;
  if (!in_memory && !exists)
    sync_folder (path);
  return g_steal_pointer (&database);
}
