/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-database.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <unistd.h>

#include "syn-error.h"

/* How long to wait for another process that writes, before saying so. */
#define BUSY_MILLISECONDS 5000

struct _SynQuery
{
  SynDatabase *database;
  sqlite3_stmt *statement;
  int result; /* of the last step */
  gboolean in_use;
};

struct _SynDatabase
{
  sqlite3 *connection;
  char *path;
  char *name; /* for people */
  dev_t device;
  ino_t inode;
  SynQuery queries[SYN_N_SQL];
};

static void
set_error (SynDatabase *self, int result, GError **error)
{
  const char *detail = sqlite3_errmsg (self->connection);
  const char *name = self->name;

  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, SYN_ERROR, SYN_ERROR_BUSY,
                   _ ("“%s” is in use by another program; nothing was changed"), name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, SYN_ERROR, SYN_ERROR_READ_ONLY,
                   _ ("“%s” cannot be written: the file or its folder is read-only; nothing was changed"),
                   name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, SYN_ERROR, SYN_ERROR_CORRUPT,
                   _ ("“%s” is damaged (%s); the file was left as it is"), name, detail);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, SYN_ERROR, SYN_ERROR_CORRUPT,
                   _ ("“%s” is not a workspace of Synoptic; the file was left as it is"), name);
      break;
    case SQLITE_FULL:
      g_set_error (error, SYN_ERROR, SYN_ERROR_FULL,
                   _ ("There is no room left for “%s”; the last action was not kept, everything before it was"),
                   name);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, SYN_ERROR, SYN_ERROR_READ, _ ("“%s” cannot be opened"), name);
      break;
    case SQLITE_IOERR:
      g_set_error (error, SYN_ERROR, SYN_ERROR_DATABASE,
                   _ ("“%s” cannot be read or written (%s); the last action was not kept, everything before it was"),
                   name, detail);
      break;
    default:
      g_set_error (error, SYN_ERROR, SYN_ERROR_DATABASE,
                   _ ("“%s”: %s; the last action was not kept, everything before it was"), name, detail);
      break;
    }
}

static gboolean
check (SynDatabase *self, int result, GError **error)
{
  if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW)
    return TRUE;
  set_error (self, result, error);
  return FALSE;
}

/* A log cannot be read beside a file in a folder without write permission, unless SQLite is told that
 * nobody else can change the file either.  Only safe while there is no log to be read. */
static int
open_immutable (SynDatabase *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *uri = NULL, *immutable = NULL;

  if (g_file_test (log, G_FILE_TEST_EXISTS))
    return SQLITE_CANTOPEN;
  uri = g_filename_to_uri (self->path, NULL, NULL);
  if (uri == NULL)
    return SQLITE_CANTOPEN;
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3_close_v2 (g_steal_pointer (&self->connection));
  return sqlite3_open_v2 (immutable, &self->connection,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

static gboolean
folder_is_read_only (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) && eaccess (folder, W_OK) != 0;
}

/* Whether there is something in the log that somebody left, or in the journal that came before it. */
static gboolean
has_left_over (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 && status.st_size > 0;
}

/* Who may not write leaves the files of the log behind; who may, and does not, takes them away again.  What somebody
 * left in them has to stay there, though. */
static gboolean
can_tidy_up (const char *path)
{
  return eaccess (path, W_OK) == 0 && !folder_is_read_only (path) && !has_left_over (path, "-wal")
         && !has_left_over (path, "-journal");
}

static int
open_file (SynDatabase *self, gboolean read_only)
{
  const gboolean tidy = read_only && can_tidy_up (self->path);
  const int flags = tidy        ? SQLITE_OPEN_READWRITE
                    : read_only ? SQLITE_OPEN_READONLY
                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int result = sqlite3_open_v2 (self->path, &self->connection, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK && tidy)
    result = sqlite3_exec (self->connection, "PRAGMA query_only = ON", NULL, NULL, NULL);
  return result;
}

static int
open_connection (SynDatabase *self, gboolean read_only)
{
  int result = open_file (self, read_only);

  if (result != SQLITE_OK)
    return result;
  sqlite3_extended_result_codes (self->connection, 1);
  sqlite3_busy_timeout (self->connection, BUSY_MILLISECONDS);
  result = sqlite3_exec (self->connection, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
  if (read_only && ((result & 0xff) == SQLITE_CANTOPEN || (result & 0xff) == SQLITE_READONLY))
    {
      result = open_immutable (self);
      if (result == SQLITE_OK)
        result = sqlite3_exec (self->connection, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    }
  /* SQLite opens a file that it may not write for reading, and says so only at the first write. */
  if (result == SQLITE_OK && !read_only && sqlite3_db_readonly (self->connection, "main") == 1)
    result = SQLITE_READONLY;
  return result;
}

/* Of what is in memory there is nothing to note. */
static void
note_place (SynDatabase *self)
{
  GStatBuf status;

  if (g_stat (self->path, &status) != 0)
    return;
  self->device = status.st_dev;
  self->inode = status.st_ino;
}

SynDatabase *
syn_database_open (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (SynDatabase) self = g_new0 (SynDatabase, 1);
  int result;

  self->path = g_strdup (path);
  self->name = g_filename_display_name (path);
  result = open_connection (self, read_only);
  /* A folder that cannot be written shows as a file or a log that cannot be opened. */
  if ((result & 0xff) == SQLITE_CANTOPEN && !read_only && folder_is_read_only (path))
    result = SQLITE_READONLY;
  if (!check (self, result, error))
    return NULL;
  if (!syn_database_exec (self, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;", error))
    return NULL;
  note_place (self);
  return g_steal_pointer (&self);
}

gboolean
syn_database_is_in_place (SynDatabase *self)
{
  GStatBuf status;

  if (self->inode == 0)
    return TRUE;
  return g_stat (self->path, &status) == 0 && status.st_dev == self->device && status.st_ino == self->inode;
}

void
syn_database_close (SynDatabase *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < SYN_N_SQL; i++)
    sqlite3_finalize (self->queries[i].statement);
  /* The last connection that closes writes the log into the file, and deletes it by its name, which may be that of
   * another file's log by now. */
  if (!syn_database_is_in_place (self))
    sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (sqlite3_close (self->connection) != SQLITE_OK)
    g_warning ("%s: closed while in use", self->path);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

const char *
syn_database_get_path (SynDatabase *self)
{
  return self->path;
}

void
syn_database_set_patient (SynDatabase *self, gboolean patient)
{
  sqlite3_busy_timeout (self->connection, patient ? BUSY_MILLISECONDS : 0);
}

gboolean
syn_database_make_durable (SynDatabase *self, GError **error)
{
  g_autoptr (GPtrArray) mode = NULL;

  mode = syn_database_list_text (self, "PRAGMA journal_mode = WAL", error);
  if (mode == NULL)
    return FALSE;
  if (mode->len != 1 || (!g_str_equal (mode->pdata[0], "wal") && !g_str_equal (mode->pdata[0], "memory")))
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_DATABASE,
                   _ ("“%s” lies on a file system that cannot hold a workspace safely"), self->name);
      return FALSE;
    }
  return syn_database_exec (self, "PRAGMA synchronous = FULL", error);
}

gboolean
syn_database_exec (SynDatabase *self, const char *sql, GError **error)
{
  return check (self, sqlite3_exec (self->connection, sql, NULL, NULL, NULL), error);
}

GPtrArray *
syn_database_list_text (SynDatabase *self, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->connection, sql, -1, &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      g_autoptr (GString) row = NULL;

      result = sqlite3_step (statement);
      if (result != SQLITE_ROW)
        break;
      row = g_string_new (NULL);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (row, "%s%s", i > 0 ? " " : "", text != NULL ? text : "");
        }
      g_ptr_array_add (rows, g_strdup (row->str));
    }
  if (result != SQLITE_DONE)
    set_error (self, result, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
syn_database_get_int (SynDatabase *self, const char *sql, gint64 *out_value, GError **error)
{
  g_autoptr (GPtrArray) rows = syn_database_list_text (self, sql, error);

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0 || !g_ascii_string_to_signed (rows->pdata[0], 10, G_MININT64, G_MAXINT64, out_value, NULL))
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_DATABASE, _ ("“%s” gives no answer to “%s”"), self->name, sql);
      return FALSE;
    }
  return TRUE;
}

gboolean
syn_database_backup (SynDatabase *self, SynDatabase *into, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (into->connection, "main", self->connection, "main");
  int result;

  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      sqlite3_backup_finish (backup);
    }
  result = sqlite3_errcode (into->connection);
  return check (into, result, error);
}

gboolean
syn_database_begin (SynDatabase *self, GError **error)
{
  return syn_database_run (self, SYN_SQL_BEGIN, error, "");
}

gboolean
syn_database_commit (SynDatabase *self, GError **error)
{
  if (syn_database_run (self, SYN_SQL_COMMIT, error, ""))
    return TRUE;
  syn_database_rollback (self);
  return FALSE;
}

void
syn_database_rollback (SynDatabase *self)
{
  /* SQLite ends some transactions by itself when it fails (disk full); a second end would be an error. */
  if (sqlite3_get_autocommit (self->connection))
    return;
  if (sqlite3_exec (self->connection, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
    g_warning ("%s: %s", self->path, sqlite3_errmsg (self->connection));
}

static int
bind_one (sqlite3_stmt *statement, int index, char type, va_list *args)
{
  switch (type)
    {
    case 's':
      return sqlite3_bind_text (statement, index, va_arg (*args, const char *), -1, SQLITE_STATIC);
    case 'i':
      return sqlite3_bind_int (statement, index, va_arg (*args, int));
    case 'l':
      return sqlite3_bind_int64 (statement, index, va_arg (*args, gint64));
    case 'b':
      {
        GBytes *bytes = va_arg (*args, GBytes *);
        gsize size = 0;
        const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

        /* No bytes at all are an empty value, and not none. */
        if (bytes != NULL && size == 0)
          return sqlite3_bind_zeroblob (statement, index, 0);
        return sqlite3_bind_blob64 (statement, index, data, size, SQLITE_STATIC);
      }
    default:
      g_assert_not_reached ();
    }
}

static SynQuery *
query_valist (SynDatabase *self, SynSql sql, GError **error, const char *types, va_list *args)
{
  SynQuery *query = &self->queries[sql];

  g_assert (!query->in_use);
  if (query->statement == NULL)
    {
      int result = sqlite3_prepare_v3 (self->connection, syn_sql_text (sql), -1, SQLITE_PREPARE_PERSISTENT,
                                       &query->statement, NULL);

      if (!check (self, result, error))
        return NULL;
      query->database = self;
    }
  g_assert ((int) strlen (types) == sqlite3_bind_parameter_count (query->statement));
  query->in_use = TRUE;
  query->result = SQLITE_OK;
  for (int i = 0; types[i] != '\0'; i++)
    if (!check (self, bind_one (query->statement, i + 1, types[i], args), error))
      {
        syn_query_free (query);
        return NULL;
      }
  return query;
}

SynQuery *
syn_database_query (SynDatabase *self, SynSql sql, GError **error, const char *types, ...)
{
  SynQuery *query;
  va_list args;

  va_start (args, types);
  query = query_valist (self, sql, error, types, &args);
  va_end (args);
  return query;
}

gboolean
syn_database_run (SynDatabase *self, SynSql sql, GError **error, const char *types, ...)
{
  g_autoptr (SynQuery) query = NULL;
  va_list args;

  va_start (args, types);
  query = query_valist (self, sql, error, types, &args);
  va_end (args);
  return query != NULL && check (self, sqlite3_step (query->statement), error);
}

gint64
syn_database_last_id (SynDatabase *self)
{
  return sqlite3_last_insert_rowid (self->connection);
}

gint
syn_database_n_changed (SynDatabase *self)
{
  return sqlite3_changes (self->connection);
}

gboolean
syn_query_next (SynQuery *self, GError **error)
{
  self->result = sqlite3_step (self->statement);
  return check (self->database, self->result, error) && self->result == SQLITE_ROW;
}

gboolean
syn_query_end (SynQuery *self, GError **error)
{
  return check (self->database, self->result, error);
}

gint64
syn_query_get_int (SynQuery *self, int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

const char *
syn_query_get_text (SynQuery *self, int column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

char *
syn_query_dup_text (SynQuery *self, int column)
{
  return g_strdup (syn_query_get_text (self, column));
}

GBytes *
syn_query_dup_bytes (SynQuery *self, int column)
{
  if (syn_query_is_null (self, column))
    return NULL;
  return g_bytes_new (sqlite3_column_blob (self->statement, column),
                      (gsize) sqlite3_column_bytes (self->statement, column));
}

gboolean
syn_query_is_null (SynQuery *self, int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

void
syn_query_free (SynQuery *self)
{
  /* What went wrong was reported by the step; reset only says it again. */
  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->in_use = FALSE;
}
