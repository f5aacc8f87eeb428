/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "store/syn-schema.h"
#include "store/syn-workspace.h"
#include "syn-error.h"

/* A check adds what it finds as whole sentences; what stops it half way is a finding too. */
typedef void (*Check) (SynDatabase *database, GPtrArray *findings, GError **error);

static void G_GNUC_PRINTF (2, 3)
add (GPtrArray *findings, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (findings, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
check_integrity (SynDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) rows = syn_database_list_text (database, "PRAGMA integrity_check", error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!g_str_equal (rows->pdata[i], "ok"))
      add (findings, _ ("The file is damaged: %s."), (const char *) rows->pdata[i]);
}

static void
check_references (SynDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) rows = syn_database_list_text (database, "PRAGMA foreign_key_check", error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add (findings, _ ("Something that is referred to is missing (%s)."), (const char *) rows->pdata[i]);
}

static void
check_blobs (SynDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_BLOB_ALL, error, "");

  while (query != NULL && syn_query_next (query, error))
    {
      g_autoptr (GBytes) bytes = syn_query_dup_bytes (query, 1);
      g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (g_strcmp0 (hash, syn_query_get_text (query, 0)) != 0)
        add (findings, _ ("The bytes kept as %s are not those that were read: their hash is %s."),
             syn_query_get_text (query, 0), hash);
    }
}

static void
check_articles (SynDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_ARTICLE_TEXTS, error, "");

  while (query != NULL && syn_query_next (query, error))
    {
      const char *key = syn_query_get_text (query, 1), *path = syn_query_get_text (query, 2);
      const char *hash = syn_query_get_text (query, 3), *text = syn_query_get_text (query, 4);

      if (!g_utf8_validate (text, -1, NULL))
        add (findings, _ ("The text of “%s” is damaged."), path);
      if (!g_str_has_prefix (key, hash))
        add (findings, _ ("The hash of “%s” does not belong to it."), path);
      if (syn_query_is_null (query, 5))
        {
          g_autofree char *own = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

          if (!g_str_equal (own, hash))
            add (findings, _ ("The text of “%s” is not the one that was read: its hash is %s."), path, own);
        }
    }
}

static void
check_anchors (SynDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_ANCHOR_ALL, error, "");

  while (query != NULL && syn_query_next (query, error))
    {
      const char *path = syn_query_get_text (query, 0);
      const glong start = (glong) syn_query_get_int (query, 1), stop = (glong) syn_query_get_int (query, 2);
      const char *quote = syn_query_get_text (query, 3), *text = syn_query_get_text (query, 4);
      g_autofree char *words = NULL;

      if (g_utf8_validate (text, -1, NULL) && stop <= g_utf8_strlen (text, -1))
        words = g_utf8_substring (text, start, stop);
      if (g_strcmp0 (words, quote) != 0)
        add (findings, _ ("A decision does not find its words in “%s” at %ld: “%s”."), path, start, quote);
    }
}

/* What points at something by a name that the file's own rules do not watch over. */
static void
check_names (SynDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) merged = syn_database_list_text (
      database, "SELECT id FROM claim WHERE merged IS NOT NULL AND merged NOT IN (SELECT id FROM claim)", error);
  g_autoptr (GPtrArray) answers = syn_database_list_text (
      database,
      "SELECT id FROM comment AS c WHERE parent IS NOT NULL"
      " AND parent NOT IN (SELECT id FROM comment WHERE claim = c.claim)",
      merged != NULL ? error : NULL);

  for (guint i = 0; merged != NULL && i < merged->len; i++)
    add (findings, _ ("The claim that %s became part of is missing."), (const char *) merged->pdata[i]);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    add (findings, _ ("The comment that %s answers is missing."), (const char *) answers->pdata[i]);
}

static void
check_history (SynDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) payloads = NULL;
  gint64 wrong;

  payloads = syn_database_list_text (database, "SELECT payload FROM history ORDER BY id", error);
  for (guint i = 0; payloads != NULL && i < payloads->len; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (payloads->pdata[i], NULL);

      if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        add (findings, _ ("Entry %u of the history cannot be read."), i + 1);
    }
  if (payloads != NULL
      && syn_database_get_int (database,
                               "SELECT (SELECT count(*) <> coalesce (max (position), 0) FROM step)"
                               " + (SELECT count(*) <> 1 FROM pointer WHERE name = 'undo'"
                               " AND value BETWEEN 0 AND (SELECT count(*) FROM step))",
                               &wrong, error)
      && wrong != 0)
    add (findings, _ ("The order of the steps that can be undone is broken."));
}

GPtrArray *
syn_workspace_validate (const char *path, GError **error)
{
  static const Check checks[] = {
    check_integrity, check_references, check_blobs, check_articles, check_anchors, check_names, check_history,
  };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SynDatabase) database = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  database = syn_schema_open (path, TRUE, error);
  if (database == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) local = NULL;

      checks[i](database, findings, &local);
      if (local != NULL)
        add (findings, _ ("A check could not be finished: %s."), local->message);
    }
  return g_steal_pointer (&findings);
}
