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

  g_autoptr (GError) local = NULL;

  *out_position = 0;
  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, &local))
    *out_position = (int) syn_query_get_int (query, 0);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The step at @position: its place in the history, or 0 when there is none. */
static gboolean
get_step (SynDatabase *database, int position, gint64 *out_history, char **out_verb, char **out_detail,
          GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_STEP_GET, error, "i", position);
  g_autoptr (GError) local = NULL;

  *out_history = 0;
  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, &local))
    {
      *out_history = syn_query_get_int (query, 0);
      *out_verb = syn_query_dup_text (query, 1);
      *out_detail = syn_query_dup_text (query, 2);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

gboolean
syn_journal_write (SynJournal *self, const char *annotator, const char *verb, const char *claim,
                   const char *detail, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *payload = NULL;
  int position;

  json_node_set_array (node, self->changes);
  payload = json_to_string (node, FALSE);
  if (!get_position (self->database, &position, error)
      || !syn_database_run (self->database, SYN_SQL_HISTORY_INSERT, error, "lssssss", now (), annotator,
                            verb, claim, detail, NULL, payload))
    return FALSE;
  position++;
  return syn_database_run (self->database, SYN_SQL_STEP_TRUNCATE, error, "i", position)
         && syn_database_run (self->database, SYN_SQL_STEP_INSERT, error, "il", position,
                              syn_database_last_id (self->database))
         && syn_database_run (self->database, SYN_SQL_POINTER_SET, error, "si", "undo", position);
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
  g_autoptr (JsonNode) changes = NULL, payload = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *claim = NULL, *verb = NULL, *detail = NULL, *text = NULL;
  gint64 history;
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
  json_node_set_array (payload, journal->changes);
  text = json_to_string (payload, FALSE);
  if (!syn_database_run (database, SYN_SQL_HISTORY_INSERT, error, "lssssls", now (), annotator,
                         back ? "undo" : "redo", claim, NULL, history, text))
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

static char *
tag_phrase (const char *detail)
{
  SynVerdict verdict;

  if (!syn_verdict_from_string (detail, &verdict))
    return g_strdup (_ ("tag"));
  switch (verdict)
    {
    case SYN_VERDICT_OPEN:
      return g_strdup (_ ("clear verdict"));
    case SYN_VERDICT_CONFIRMED:
      return g_strdup (_ ("tag confirmed"));
    case SYN_VERDICT_DISPUTED:
      return g_strdup (_ ("tag disputed"));
    case SYN_VERDICT_UNVERIFIED:
      return g_strdup (_ ("tag unverified"));
    }
  g_return_val_if_reached (NULL);
}

char *
syn_journal_dup_phrase (const char *verb, const char *detail)
{
  static const struct
  {
    const char *verb;
    const char *plain;
    const char *with_detail; /* %s: names of sources, or of a field */
  } phrases[] = {
    { "note", N_ ("change note"), NULL },
    { "wording", N_ ("change wording"), NULL },
    { "evidence", N_ ("add evidence"), NULL },
    { "new-claim", N_ ("new claim"), NULL },
    { "statements", N_ ("change statements of claim"), NULL },
    { "remove", N_ ("strike out claim"), NULL },
    { "link", N_ ("link"), N_ ("link %s") },
    { "unlink", N_ ("unlink"), N_ ("unlink %s") },
    { "dismiss", N_ ("dismiss conflict"), N_ ("dismiss conflict: %s") },
    { "import", N_ ("take over verdicts"), N_ ("take over verdicts of %s") },
    { "edit", N_ ("edit article"), N_ ("edit %s") },
  };

  if (g_str_equal (verb, "tag"))
    return tag_phrase (detail);
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_str_equal (verb, phrases[i].verb))
      {
        if (detail == NULL || phrases[i].with_detail == NULL)
          return g_strdup (_ (phrases[i].plain));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        return g_strdup_printf (_ (phrases[i].with_detail), detail);
#pragma GCC diagnostic pop
      }
  return g_strdup (verb);
}
