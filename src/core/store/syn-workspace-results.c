/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/syn-workspace-private.h"

/* Together the results kept are no larger: enough for ten thousand articles.  With less than a corpus needs, the one used
 * longest ago is the next one asked for, and nothing is ever found.  A story of five articles takes some hundred
 * kilobytes. */
#define MAX_BYTES (256 * 1024 * 1024)

typedef struct
{
  const char *key;
  GBytes *bytes;
} Job;

static gboolean
read_result (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_RESULT_GET, error, "s", job->key);

  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, error))
    job->bytes = syn_query_dup_bytes (query, 0);
  return job->bytes != NULL;
}

static gboolean
use_result (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  const Job *job = data;

  return syn_database_run (database, SYN_SQL_RESULT_USE, error, "s", job->key);
}

static gboolean
write_result (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  const Job *job = data;

  return syn_database_run (database, SYN_SQL_RESULT_PUT, error, "slb", job->key,
                           (gint64) g_bytes_get_size (job->bytes), job->bytes)
         && syn_database_run (database, SYN_SQL_RESULT_TRIM, error, "l", (gint64) MAX_BYTES);
}

/* What is not kept is only computed again: for that, nobody waits until another program has written. */
static void
try_write (SynWorkspace *self, SynCallFunc func, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (!syn_workspace_call (self, SYN_CALL_TRY, func, job, &error))
    g_debug ("%s", error != NULL ? error->message : "not kept");
}

static GBytes *
get_result (const char *key, gpointer data)
{
  SynWorkspace *self = data;
  Job job = { .key = key };

  syn_workspace_call (self, SYN_CALL_READ, read_result, &job, NULL);
  if (job.bytes != NULL)
    try_write (self, use_result, &job);
  return job.bytes;
}

static void
put_result (const char *key, GBytes *bytes, gpointer data)
{
  SynWorkspace *self = data;
  Job job = { key, bytes };

  if (g_bytes_get_size (bytes) <= MAX_BYTES)
    try_write (self, write_result, &job);
}

SynResultCache
syn_workspace_get_result_cache (SynWorkspace *self)
{
  SynResultCache cache = { get_result, put_result, self };

  return cache;
}
