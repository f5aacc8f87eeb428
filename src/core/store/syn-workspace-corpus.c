/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/syn-article-store.h"
#include "store/syn-journal.h"
#include "store/syn-resolve.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"
#include "syn-error.h"

static gboolean
put_corpus (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  return syn_article_store_put_corpus (database, data, TRUE, error);
}

static gboolean
restore (SynWorkspace *self, SynCorpus *corpus, GError **error)
{
  g_autoptr (SynArrangement) arrangement = syn_workspace_dup_arrangement (self, corpus, error);

  if (arrangement == NULL)
    return FALSE;
  if (arrangement->title != NULL)
    syn_corpus_set_title (corpus, arrangement->title);
  return syn_workspace_restore_metadata (self, corpus, error);
}

gboolean
syn_workspace_put_corpus (SynWorkspace *self, SynCorpus *corpus, GError **error)
{
  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_CORPUS (corpus), FALSE);
  return syn_workspace_call (self, SYN_CALL_WRITE, put_corpus, corpus, error) && restore (self, corpus, error);
}

static gboolean
keep_corpus (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  return syn_article_store_put_corpus (database, data, FALSE, error);
}

gboolean
syn_workspace_keep_corpus (SynWorkspace *self, SynCorpus *corpus, GError **error)
{
  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_CORPUS (corpus), FALSE);
  return syn_workspace_call (self, SYN_CALL_WRITE, keep_corpus, corpus, error) && restore (self, corpus, error);
}

typedef struct
{
  SynCorpus *corpus;
  GPtrArray *fields; /* char *[SYN_N_ARTICLE_FIELDS] or NULL, one per article */
} Restore;

static gboolean
load_fields (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  Restore *restore = data;

  for (guint i = 0; i < syn_corpus_get_n_articles (restore->corpus); i++)
    {
      g_autoptr (GError) local = NULL;

      g_ptr_array_add (restore->fields,
                       syn_article_store_load_fields (database, syn_corpus_get_article (restore->corpus, i),
                                                      &local));
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
syn_workspace_restore_metadata (SynWorkspace *self, SynCorpus *corpus, GError **error)
{
  g_autoptr (GPtrArray) fields = NULL;
  Restore restore = { .corpus = corpus };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_CORPUS (corpus), FALSE);

  fields = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_article_fields_free);
  restore.fields = fields;
  if (!syn_workspace_call (self, SYN_CALL_READ, load_fields, &restore, error))
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (fields->pdata[i] != NULL)
      syn_article_fields_apply (fields->pdata[i], syn_corpus_get_article (corpus, i));
  return TRUE;
}

static gboolean
load_corpus (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  SynCorpus **corpus = data;

  *corpus = syn_article_store_load_corpus (database, error);
  return *corpus != NULL;
}

SynCorpus *
syn_workspace_dup_corpus (SynWorkspace *self, GError **error)
{
  SynCorpus *corpus = NULL;

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);
  return syn_workspace_call (self, SYN_CALL_READ, load_corpus, &corpus, error) ? corpus : NULL;
}

typedef struct
{
  SynArticle *article;
  const char *field;
  const char *value;
} Edit;

static gboolean
edit_article (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  const Edit *edit = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (self);
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (JsonObject) state = json_object_new ();
  g_autofree char *id = NULL;
  gint64 row;

  if (!syn_article_store_put (database, edit->article, &row, error))
    return FALSE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", row, edit->field);
  if (edit->value != NULL)
    json_object_set_string_member (state, "value", edit->value);
  return syn_journal_change (journal, SYN_STATE_EDIT, id, state, error)
         && (!syn_journal_has_changes (journal)
             || syn_journal_write (journal, annotator, "edit", NULL, edit->field, error));
}

gboolean
syn_workspace_edit_article (SynWorkspace *self, SynArticle *article, const char *field, const char *value,
                            GError **error)
{
  Edit edit = { article, field, value };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (field != NULL && g_strv_contains (syn_article_fields, field), FALSE);
  return syn_workspace_call (self, SYN_CALL_WRITE, edit_article, &edit, error);
}

static gboolean
resolve (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  return syn_resolve (database, data, error);
}

SynDecisions *
syn_workspace_resolve (SynWorkspace *self, SynComparison *comparison, GPtrArray **out_records,
                       GPtrArray **out_orphans, GError **error)
{
  SynResolution resolution = { .comparison = comparison };
  g_autoptr (SynDecisions) decisions = NULL;
  g_autoptr (GPtrArray) records = NULL, orphans = NULL;
  gboolean done;

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_COMPARISON (comparison), NULL);

  done = syn_workspace_call (self, SYN_CALL_READ, resolve, &resolution, error);
  decisions = resolution.decisions;
  records = resolution.records;
  orphans = resolution.orphans;
  if (!done)
    return NULL;
  if (out_records != NULL)
    *out_records = g_steal_pointer (&records);
  if (out_orphans != NULL)
    *out_orphans = g_steal_pointer (&orphans);
  return g_steal_pointer (&decisions);
}

typedef struct
{
  gboolean (*move) (SynDatabase *database, const char *annotator, gboolean *out_done, GError **error);
  gboolean moved;
} Move;

static gboolean
move (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  Move *step = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (self);

  return step->move (database, annotator, &step->moved, error);
}

gboolean
syn_workspace_undo (SynWorkspace *self, GError **error)
{
  Move step = { .move = syn_journal_undo };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), FALSE);
  return syn_workspace_call (self, SYN_CALL_WRITE, move, &step, error) && step.moved;
}

gboolean
syn_workspace_redo (SynWorkspace *self, GError **error)
{
  Move step = { .move = syn_journal_redo };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), FALSE);
  return syn_workspace_call (self, SYN_CALL_WRITE, move, &step, error) && step.moved;
}

typedef struct
{
  const char *claim;
  GPtrArray *entries;
} List;

/* "undid: tag disputed" */
static char *
entry_text (SynQuery *query)
{
  const char *verb = syn_query_get_text (query, 2);
  g_autofree char *target = NULL;

  if (syn_query_is_null (query, 4) || g_str_equal (verb, "revert"))
    return syn_journal_dup_past (verb, syn_query_get_text (query, 3));
  target = syn_journal_dup_phrase (syn_query_get_text (query, 4), syn_query_get_text (query, 5));
  if (g_str_equal (verb, "undo"))
    return g_strdup_printf (_ ("undid: %s"), target);
  return g_strdup_printf (_ ("did again: %s"), target);
}

static gboolean
list_history (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  List *list = data;
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_HISTORY_LIST, error, "s", list->claim);

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      SynHistoryEntry *entry = g_new0 (SynHistoryEntry, 1);

      entry->time = syn_query_get_int (query, 0);
      entry->annotator = syn_query_dup_text (query, 1);
      entry->verb = syn_query_dup_text (query, 2);
      entry->text = entry_text (query);
      g_ptr_array_add (list->entries, entry);
    }
  return syn_query_end (query, error);
}

GPtrArray *
syn_workspace_list_history (SynWorkspace *self, const char *claim_id, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  List list = { .claim = claim_id };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_history_entry_free);
  list.entries = entries;
  if (!syn_workspace_call (self, SYN_CALL_READ, list_history, &list, error))
    return NULL;
  return g_steal_pointer (&entries);
}

typedef struct
{
  const char *sha256;
  GBytes *bytes;
} Load;

static gboolean
load_file (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  Load *load = data;
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_BLOB_GET, error, "s", load->sha256);

  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    load->bytes = syn_query_dup_bytes (query, 0);
  return syn_query_end (query, error);
}

GBytes *
syn_workspace_dup_file (SynWorkspace *self, const char *sha256, GError **error)
{
  Load load = { .sha256 = sha256 };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && sha256 != NULL, NULL);
  return syn_workspace_call (self, SYN_CALL_READ, load_file, &load, error) ? load.bytes : NULL;
}
