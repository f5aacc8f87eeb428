/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/syn-sql.h"

G_BEGIN_DECLS

/**
 * SynDatabase:
 *
 * A SQLite connection, and the only door to it: nothing else in the program includes sqlite3.h.  Belongs to
 * one thread.  Every result is checked; every error is of the domain %SYN_ERROR and names the file.
 */
typedef struct _SynDatabase SynDatabase;

/* "SYNO" in the file's header: a workspace of Synoptic and no other SQLite file. */
#define SYN_DATABASE_APPLICATION_ID 0x53594e4f

/**
 * syn_database_open:
 * @path: file, made when missing and @read_only is not set; ":memory:" for none
 *
 * Opens the connection and sets what holds for it alone (foreign keys, time to wait for locks).  Writes
 * nothing to a file that exists.
 */
SynDatabase *syn_database_open (const char *path, gboolean read_only, GError **error);
/* Writes what is in the log into the file, and closes.  NULL is allowed. */
void         syn_database_close (SynDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynDatabase, syn_database_close)
const char  *syn_database_get_path (SynDatabase *self);

/* Whether what was opened is still the file of that name: SQLite goes on writing into one that was deleted. */
gboolean     syn_database_is_in_place (SynDatabase *self);
/* Whether to wait a while for another program that writes, as at first, or to fail at once. */
void         syn_database_set_patient (SynDatabase *self, gboolean patient);
/* Write-ahead log, synced at each commit: what was committed survives a kill and a loss of power. */
gboolean syn_database_make_durable (SynDatabase *self, GError **error);
/* One or more statements without parameters and rows: schema, pragmas. */
gboolean syn_database_exec (SynDatabase *self, const char *sql, GError **error);
/* The first column of the first row of @sql; FALSE and an error, or when there is no row. */
gboolean syn_database_get_int (SynDatabase *self, const char *sql, gint64 *out_value, GError **error);
/* (transfer full) (element-type utf8): the rows of @sql, columns joined by a space. */
GPtrArray *syn_database_list_text (SynDatabase *self, const char *sql, GError **error);
/* Copies the whole database into the empty one @into, as it is at one moment. */
gboolean syn_database_backup (SynDatabase *self, SynDatabase *into, GError **error);

/* A write transaction takes the lock at once, so that nothing fails half way for want of it. */
gboolean syn_database_begin (SynDatabase *self, GError **error);
/* On failure nothing of the transaction is kept. */
gboolean syn_database_commit (SynDatabase *self, GError **error);
/* Keeps the error that led to it: reports none. */
void     syn_database_rollback (SynDatabase *self);

/**
 * SynQuery:
 *
 * A prepared statement with its parameters, ready to give rows.  Freeing it makes the statement ready for the next
 * use; one statement cannot be used twice at the same time.
 */
typedef struct _SynQuery SynQuery;

/**
 * syn_database_query:
 * @sql: which statement; prepared on first use
 * @types: one letter per parameter: 's' const char * (nullable), 'i' int, 'l' gint64, 'b' GBytes * (nullable)
 *
 * The parameters must live as long as the query.
 */
SynQuery *syn_database_query (SynDatabase *self, SynSql sql, GError **error, const char *types, ...);
/* Runs a statement that gives no rows, with parameters as above. */
gboolean  syn_database_run (SynDatabase *self, SynSql sql, GError **error, const char *types, ...);
/* The id that the last insert made, and the number of rows that the last statement changed. */
gint64    syn_database_last_id (SynDatabase *self);
gint      syn_database_n_changed (SynDatabase *self);

/* TRUE when there is a row; FALSE at the end, or with @error set.  Whoever asks syn_query_end() afterwards passes NULL. */
gboolean    syn_query_next (SynQuery *self, GError **error);
/* Whether the rows ended because there were no more of them; FALSE with @error when the last step failed. */
gboolean    syn_query_end (SynQuery *self, GError **error);
gint64      syn_query_get_int (SynQuery *self, int column);
/* (nullable): valid until the next row. */
const char *syn_query_get_text (SynQuery *self, int column);
/* (transfer full) (nullable) */
char       *syn_query_dup_text (SynQuery *self, int column);
GBytes     *syn_query_dup_bytes (SynQuery *self, int column);
gboolean    syn_query_is_null (SynQuery *self, int column);
void        syn_query_free (SynQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynQuery, syn_query_free)

G_END_DECLS
