/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-journal.h"

#include <glib/gi18n-lib.h>

#include "store/syn-state.h"
#include "syn-error.h"

struct _SynJournal
{
  SynDatabase *database;
  JsonArray *changes;
};

SynJournal *
syn_journal_new (SynDatabase *database)
{
  SynJournal *self = g_new0 (SynJournal, 1);

  self->database = database;
  self->changes = json_array_new ();
  return self;
}

void
syn_journal_free (SynJournal *self)
{
  if (self == NULL)
    return;
  json_array_unref (self->changes);
  g_free (self);
}

static void
set_state (JsonObject *change, const char *name, JsonObject *state)
{
  if (state != NULL)
    json_object_set_object_member (change, name, json_object_ref (state));
  else
    json_object_set_null_member (change, name);
}

gboolean
syn_journal_change (SynJournal *self, const char *kind, const char *id, JsonObject *after, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonObject) before = syn_state_load (self->database, kind, id, &local);
  g_autofree char *old_text = NULL, *new_text = NULL;
  JsonObject *change;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  old_text = syn_state_to_text (before);
  new_text = syn_state_to_text (after);
  if (g_str_equal (old_text, new_text))
    return TRUE;
  if (!syn_state_save (self->database, kind, id, after, error))
    return FALSE;
  change = json_object_new ();
  json_object_set_string_member (change, "kind", kind);
  json_object_set_string_member (change, "id", id);
  set_state (change, "before", before);
  set_state (change, "after", after);
  json_array_add_object_element (self->changes, change);
  return TRUE;
}

gboolean
syn_journal_has_changes (SynJournal *self)
{
  return json_array_get_length (self->changes) > 0;
}

static gboolean
get_position (SynDatabase *database, int *out_position, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_POINTER_GET, error, "s", "undo");


  *out_position = 0;
  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    *out_position = (int) syn_query_get_int (query, 0);
  return syn_query_end (query, error);
}

/* The step at @position: its place in the history, or 0 when there is none. */
static gboolean
get_step (SynDatabase *database, int position, gint64 *out_history, char **out_verb, char **out_detail,
          GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_STEP_GET, error, "i", position);

  *out_history = 0;
  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    {
      *out_history = syn_query_get_int (query, 0);
      *out_verb = syn_query_dup_text (query, 1);
      *out_detail = syn_query_dup_text (query, 2);
    }
  return syn_query_end (query, error);
}

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The entry itself; its place in the history. */
static gboolean
insert_entry (SynDatabase *database, const char *annotator, const char *verb, const char *claim, const char *detail,
              gint64 target, JsonArray *changes, gint64 *out_id, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *payload = NULL;
  gboolean done;

  json_node_set_array (node, changes);
  payload = json_to_string (node, FALSE);
  /* No entry has number 0: NULL is bound as a text without words. */
  done = target == 0 ? syn_database_run (database, SYN_SQL_HISTORY_INSERT, error, "lssssss", now (), annotator, verb,
                                         claim, detail, NULL, payload)
                     : syn_database_run (database, SYN_SQL_HISTORY_INSERT, error, "lssssls", now (), annotator, verb,
                                         claim, detail, target, payload);
  if (done)
    *out_id = syn_database_last_id (database);
  return done;
}

gboolean
syn_journal_write_about (SynJournal *self, const char *annotator, const char *verb, const GPtrArray *claims,
                         const char *detail, gint64 target, GError **error)
{
  const char *only = claims != NULL && claims->len == 1 ? claims->pdata[0] : NULL;
  gint64 id;
  int position;

  if (!get_position (self->database, &position, error)
      || !insert_entry (self->database, annotator, verb, only, detail, target, self->changes, &id, error))
    return FALSE;
  for (guint i = 0; claims != NULL && only == NULL && i < claims->len; i++)
    if (!syn_database_run (self->database, SYN_SQL_HISTORY_CLAIM, error, "ls", id, claims->pdata[i]))
      return FALSE;
  position++;
  return syn_database_run (self->database, SYN_SQL_STEP_TRUNCATE, error, "i", position)
         && syn_database_run (self->database, SYN_SQL_STEP_INSERT, error, "il", position, id)
         && syn_database_run (self->database, SYN_SQL_POINTER_SET, error, "si", "undo", position);
}

gboolean
syn_journal_write (SynJournal *self, const char *annotator, const char *verb, const char *claim,
                   const char *detail, GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  if (claim != NULL)
    g_ptr_array_add (claims, (char *) claim);
  return syn_journal_write_about (self, annotator, verb, claims, detail, 0, error);
}

static gboolean
load_payload (SynDatabase *database, gint64 history, JsonNode **out_changes, char **out_claim, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_HISTORY_PAYLOAD, error, "l", history);

  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, &local))
    {
      *out_changes = json_from_string (syn_query_get_text (query, 0), NULL);
      *out_claim = syn_query_dup_text (query, 1);
    }
  if (*out_changes != NULL && JSON_NODE_HOLDS_ARRAY (*out_changes))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, SYN_ERROR, SYN_ERROR_CORRUPT, _ ("“%s”: an entry of the history cannot be read"),
                 syn_database_get_path (database));
  return FALSE;
}

/* Puts back the states before (the last change first), or the states after. */
static gboolean
apply_changes (SynDatabase *database, JsonArray *changes, gboolean back, SynJournal *journal, GError **error)
{
  const guint n = json_array_get_length (changes);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *change = json_array_get_object_element (changes, back ? n - 1 - i : i);
      JsonNode *state = json_object_get_member (change, back ? "before" : "after");

      if (!syn_journal_change (journal, json_object_get_string_member (change, "kind"),
                               json_object_get_string_member (change, "id"),
                               JSON_NODE_HOLDS_OBJECT (state) ? json_node_get_object (state) : NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move (SynDatabase *database, const char *annotator, gboolean back, gboolean *out_done, GError **error)
{
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (JsonNode) changes = NULL;
  g_autofree char *claim = NULL, *verb = NULL, *detail = NULL;
  gint64 history, id;
  int position;

  *out_done = FALSE;
  if (!get_position (database, &position, error)
      || !get_step (database, back ? position : position + 1, &history, &verb, &detail, error))
    return FALSE;
  if (history == 0)
    return TRUE;
  if (!load_payload (database, history, &changes, &claim, error)
      || !apply_changes (database, json_node_get_array (changes), back, journal, error))
    return FALSE;
  if (!insert_entry (database, annotator, back ? "undo" : "redo", claim, NULL, history, journal->changes, &id, error)
      || !syn_database_run (database, SYN_SQL_HISTORY_CLAIM_COPY, error, "ll", id, history))
    return FALSE;
  *out_done = TRUE;
  return syn_database_run (database, SYN_SQL_POINTER_SET, error, "si", "undo",
                           back ? position - 1 : position + 1);
}

gboolean
syn_journal_undo (SynDatabase *database, const char *annotator, gboolean *out_done, GError **error)
{
  return move (database, annotator, TRUE, out_done, error);
}

gboolean
syn_journal_redo (SynDatabase *database, const char *annotator, gboolean *out_done, GError **error)
{
  return move (database, annotator, FALSE, out_done, error);
}

static gboolean
dup_label (SynDatabase *database, int position, char **out_label, GError **error)
{
  g_autofree char *verb = NULL, *detail = NULL;
  gint64 history;

  *out_label = NULL;
  if (!get_step (database, position, &history, &verb, &detail, error))
    return FALSE;
  if (history != 0)
    *out_label = syn_journal_dup_phrase (verb, detail);
  return TRUE;
}

gboolean
syn_journal_dup_labels (SynDatabase *database, char **out_undo, char **out_redo, GError **error)
{
  int position;

  *out_undo = *out_redo = NULL;
  return get_position (database, &position, error) && dup_label (database, position, out_undo, error)
         && dup_label (database, position + 1, out_redo, error);
}
