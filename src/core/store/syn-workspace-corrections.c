/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "store/syn-article-store.h"
#include "store/syn-claim-verb.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"
#include "syn-error.h"

/* In what the reader overruled the program.  The list is read from the history, so that it can say what, when and by
 * whom; taking one of it back is a new step, which touches nothing that was done later. */

typedef struct
{
  GHashTable *articles; /* keys of the compared articles */
  GPtrArray *list;
} List;

static JsonObject *
get_state (JsonObject *change, const char *name)
{
  JsonNode *node = json_object_get_member (change, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The words that @change is about: those of the statements that came or left, else all. */
static void
add_anchors (const List *self, JsonObject *change, GPtrArray *anchors)
{
  JsonObject *after = get_state (change, "after");
  JsonArray *array = after != NULL && json_object_has_member (after, "anchors")
                         ? json_object_get_array_member (after, "anchors")
                         : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (SynAnchor) anchor = syn_anchor_from_json (json_array_get_object_element (array, i));

      if (anchor->article_key != NULL && g_hash_table_contains (self->articles, anchor->article_key))
        g_ptr_array_add (anchors, g_steal_pointer (&anchor));
    }
}

static char *
dup_reason (JsonObject *change)
{
  JsonObject *after = get_state (change, "after");

  return after != NULL ? g_strdup (json_object_get_string_member_with_default (after, "reason", NULL)) : NULL;
}

static gboolean
add_correction (List *self, SynQuery *query)
{
  g_autoptr (JsonNode) node = json_from_string (syn_query_get_text (query, 6), NULL);
  g_autoptr (SynCorrection) one = g_new0 (SynCorrection, 1);
  JsonArray *changes = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  one->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_anchor_free);
  for (guint i = 0; changes != NULL && i < json_array_get_length (changes); i++)
    {
      JsonObject *change = json_array_get_object_element (changes, i);

      add_anchors (self, change, one->anchors);
      if (one->reason == NULL)
        one->reason = dup_reason (change);
      if (one->claim_id == NULL && g_str_equal (json_object_get_string_member (change, "kind"), SYN_STATE_CLAIM))
        one->claim_id = g_strdup (json_object_get_string_member (change, "id"));
    }
  if (one->anchors->len == 0)
    return FALSE;
  one->history = syn_query_get_int (query, 0);
  one->time = syn_query_get_int (query, 1);
  one->annotator = syn_query_dup_text (query, 2);
  one->verb = syn_query_dup_text (query, 3);
  one->text = syn_journal_dup_past (one->verb, syn_query_get_text (query, 5));
  g_ptr_array_add (self->list, g_steal_pointer (&one));
  return TRUE;
}

static gboolean
list_corrections (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_HISTORY_IN_EFFECT, error, "");

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    add_correction (data, query);
  return syn_query_end (query, error);
}

GPtrArray *
syn_workspace_list_corrections (SynWorkspace *self, SynComparison *comparison, GError **error)
{
  g_autoptr (GHashTable) articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_correction_free);
  List job = { articles, list };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_COMPARISON (comparison), NULL);

  for (guint i = 0; i < syn_comparison_get_n_articles (comparison); i++)
    g_hash_table_add (articles, syn_article_store_dup_key (syn_comparison_get_article (comparison, i)));
  return syn_workspace_call (self, SYN_CALL_READ, list_corrections, &job, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
same_member (JsonObject *a, JsonObject *b, const char *name)
{
  JsonNode *x = json_object_get_member (a, name), *y = json_object_get_member (b, name);
  g_autofree char *left = NULL, *right = NULL;

  if (x == NULL || y == NULL)
    return x == y;
  left = json_to_string (x, FALSE);
  right = json_to_string (y, FALSE);
  return g_str_equal (left, right);
}

static void
set_member (JsonObject *to, const char *name, JsonNode *value)
{
  if (value != NULL)
    json_object_set_member (to, name, json_node_copy (value));
  else
    json_object_remove_member (to, name);
}

/* Puts into @now what stood in @before, where @after changed it and @now is still as @after. */
static void
put_back (JsonObject *now, JsonObject *before, JsonObject *after)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) old_names = json_object_get_members (before);
  g_autoptr (GList) new_names = json_object_get_members (after);
  GHashTableIter iter;
  gpointer name;

  for (GList *l = old_names; l != NULL; l = l->next)
    g_hash_table_add (names, l->data);
  for (GList *l = new_names; l != NULL; l = l->next)
    g_hash_table_add (names, l->data);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!same_member (before, after, name) && same_member (now, after, name))
      set_member (now, name, json_object_get_member (before, name));
}

/* What a claim was before its record: the same words, and nothing decided about them. */
static JsonObject *
make_undecided (const char *id, JsonObject *after)
{
  g_autoptr (SynClaimRecord) record = syn_claim_record_from_json (id, after);
  g_autoptr (SynClaimRecord) plain = syn_claim_record_new (id);

  plain->summary = g_strdup (record->summary);
  for (guint i = 0; i < record->anchors->len; i++)
    g_ptr_array_add (plain->anchors, syn_anchor_copy (record->anchors->pdata[i]));
  return syn_claim_record_to_json (plain);
}

/* A claim that the reader made goes when its making is taken back; if she ruled on it since, it is struck out, so that
 * the verdict stays where it can be found. */
static gboolean
put_back_claim (SynJournal *journal, const char *id, JsonObject *now, JsonObject *before, JsonObject *after,
                GError **error)
{
  g_autoptr (JsonObject) undecided = before == NULL ? make_undecided (id, after) : NULL;
  g_autoptr (SynClaimRecord) record = NULL;
  gboolean own;

  put_back (now, before != NULL ? before : undecided, after);
  record = syn_claim_record_from_json (id, now);
  own = before == NULL && record->summary == NULL;
  if (before == NULL && syn_claim_record_is_plain (record))
    return syn_journal_change (journal, SYN_STATE_CLAIM, id, NULL, error);
  if (own)
    {
      record->exact = TRUE;
      record->removed = TRUE;
    }
  return syn_claim_verb_save (journal, record, error);
}

static gboolean
revert_change (SynJournal *journal, SynDatabase *database, JsonObject *change, GError **error)
{
  const char *kind = json_object_get_string_member (change, "kind");
  const char *id = json_object_get_string_member (change, "id");
  JsonObject *before = get_state (change, "before"), *after = get_state (change, "after");
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonObject) now = syn_state_load (database, kind, id, &local);
  g_autofree char *is = NULL, *was = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  is = syn_state_to_text (now);
  was = syn_state_to_text (after);
  if (now == NULL || after == NULL)
    return TRUE;
  if (g_str_equal (kind, SYN_STATE_CLAIM))
    return put_back_claim (journal, id, now, before, after, error);
  return !g_str_equal (is, was) || syn_journal_change (journal, kind, id, before, error);
}

typedef struct
{
  gint64 history;
  gboolean done;
} Revert;

static gboolean
load_entry (SynDatabase *database, gint64 history, JsonNode **out_changes, char **out_claim, char **out_detail,
            GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_HISTORY_IN_EFFECT, error, "");

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    if (syn_query_get_int (query, 0) == history)
      {
        *out_changes = json_from_string (syn_query_get_text (query, 6), NULL);
        *out_claim = syn_query_dup_text (query, 4);
        *out_detail = g_strdup_printf ("%s\t%s", syn_query_get_text (query, 3),
                                       syn_query_is_null (query, 5) ? "" : syn_query_get_text (query, 5));
        break;
      }
  return syn_query_end (query, error);
}

static gboolean
run_revert (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  Revert *self = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (workspace), *claim = NULL, *detail = NULL;
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *changes;

  if (!load_entry (database, self->history, &node, &claim, &detail, error))
    return FALSE;
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;
  changes = json_node_get_array (node);
  for (guint i = json_array_get_length (changes); i-- > 0;)
    {
      JsonObject *change = json_array_get_object_element (changes, i);

      if (!revert_change (journal, database, change, error))
        return FALSE;
      if (g_str_equal (json_object_get_string_member (change, "kind"), SYN_STATE_CLAIM))
        g_ptr_array_add (claims, (char *) json_object_get_string_member (change, "id"));
    }
  self->done = syn_journal_has_changes (journal);
  return !self->done
         || syn_journal_write_about (journal, annotator, "revert", claims, detail, self->history, error);
}

gboolean
syn_workspace_revert (SynWorkspace *self, gint64 history, GError **error)
{
  Revert revert = { .history = history };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), FALSE);
  return syn_workspace_call (self, SYN_CALL_WRITE, run_revert, &revert, error) && revert.done;
}
