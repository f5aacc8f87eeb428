/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/syn-claim-verb.h"
#include "syn-journal.h"
#include "syn-state.h"
#include "syn-workspace-private.h"

/* Taking over what was decided elsewhere: a colleague's export, or one's own of another machine. */

typedef struct
{
  const GPtrArray *records;
  const SynKept *kept; /* or NULL */
  const char *source;
  guint n_taken;
} Merge;

static gboolean
is_decided (const SynClaimRecord *record)
{
  return record->id != NULL && record->anchors->len > 0
         && !syn_claim_record_is_plain (record);
}

static gboolean
has_blob (SynDatabase *database, const char *sha256, gboolean *out_has, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_BLOB_GET, error, "s", sha256);

  if (query == NULL)
    return FALSE;
  *out_has = syn_query_next (query, NULL);
  return syn_query_end (query, error);
}

/* An export names the files that back a verdict but does not hold them: what is left of such evidence here is its
 * name, unless the file was kept in this workspace before. */
static gboolean
forget_missing_files (SynDatabase *database, SynClaimRecord *record, GError **error)
{
  for (guint i = 0; i < record->evidence->len; i++)
    {
      SynEvidence *evidence = record->evidence->pdata[i];
      gboolean has = TRUE;

      if (evidence->sha256 != NULL && !has_blob (database, evidence->sha256, &has, error))
        return FALSE;
      if (!has)
        g_clear_pointer (&evidence->sha256, g_free);
    }
  return TRUE;
}

static const SynTag *
find_tag (const GPtrArray *tags, const SynTag *wanted)
{
  for (guint i = 0; i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];

      if (g_str_equal (tag->id, wanted->id)
          || (g_strcmp0 (tag->name, wanted->name) == 0 && g_strcmp0 (tag->scale, wanted->scale) == 0))
        return tag;
    }
  return NULL;
}

static gboolean
is_key_free (const GPtrArray *tags, guint key)
{
  for (guint i = 0; i < tags->len; i++)
    if (((const SynTag *) tags->pdata[i])->key == key)
      return FALSE;
  return TRUE;
}

/* Tags go by their words: what is called the same here is the same, and what is not known here is taken over, with
 * its key if no other has it. */
static gboolean
take_tags (SynJournal *journal, SynDatabase *database, GPtrArray *own, GError **error)
{
  for (guint i = 0; i < own->len; i++)
    {
      SynTag *tag = own->pdata[i];
      g_autoptr (GPtrArray) tags = syn_state_list_tags (database, error);
      const SynTag *known = tags != NULL ? find_tag (tags, tag) : NULL;
      g_autoptr (JsonObject) state = NULL;

      if (tags == NULL)
        return FALSE;
      if (known != NULL)
        {
          own->pdata[i] = syn_tag_copy (known);
          syn_tag_free (tag);
          continue;
        }
      if (tag->key != 0 && !is_key_free (tags, tag->key))
        tag->key = 0;
      state = syn_tag_to_json (tag, tags->len);
      if (!syn_journal_change (journal, SYN_STATE_TAG, tag->id, state, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_comment (const SynClaimRecord *record, const char *id)
{
  for (guint i = 0; i < record->comments->len; i++)
    if (g_strcmp0 (((const SynComment *) record->comments->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* Comments are only ever added to: whoever ruled last, what both sides wrote stays.  TRUE when some came. */
static gboolean
add_comments (SynClaimRecord *to, const SynClaimRecord *from)
{
  const guint before = to->comments->len;

  for (guint i = 0; i < from->comments->len; i++)
    if (!has_comment (to, ((const SynComment *) from->comments->pdata[i])->id))
      g_ptr_array_add (to->comments, syn_comment_copy (from->comments->pdata[i]));
  return to->comments->len > before;
}

static gboolean
take_record (SynJournal *journal, SynDatabase *database, const SynClaimRecord *record, gboolean *out_taken,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SynClaimRecord) known = syn_state_load_claim (database, record->id, &local);
  g_autoptr (SynClaimRecord) copy = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *out_taken = known == NULL || record->time > known->time;
  if (!*out_taken)
    {
      *out_taken = add_comments (known, record);
      return !*out_taken || syn_claim_verb_save (journal, known, error);
    }
  copy = syn_claim_record_copy (record);
  if (known != NULL)
    {
      g_ptr_array_set_size (copy->comments, 0);
      add_comments (copy, known);
      add_comments (copy, record);
    }
  return forget_missing_files (database, copy, error) && take_tags (journal, database, copy->tags, error)
         && syn_claim_verb_save (journal, copy, error);
}

/* The row of an article, or 0: what is said of articles that are not here cannot be kept. */
static gboolean
find_row (SynDatabase *database, const char *key, const char *path, gint64 *out_row, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_ARTICLE_FIND, error, "ss", key, path);

  *out_row = 0;
  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    *out_row = syn_query_get_int (query, 0);
  return syn_query_end (query, error);
}

/* (nullable): what was decided here about the same two statements. */
static gboolean
find_pair (SynDatabase *database, const SynPairRecord *pair, const gint64 rows[2], char **out_id, GError **error)
{
  const SynAnchor *a = pair->anchors->pdata[0], *b = pair->anchors->pdata[1];
  g_autoptr (SynQuery) query = syn_database_query (
      database, SYN_SQL_PAIR_FIND, error, "llllllis", rows[0], (gint64) a->start, (gint64) a->end, rows[1],
      (gint64) b->start, (gint64) b->end, (int) pair->kind, pair->key);

  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    *out_id = syn_query_dup_text (query, 0);
  return syn_query_end (query, error);
}

static gboolean
is_newer (SynDatabase *database, const char *kind, const char *id, gint64 time, gboolean *out_newer, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonObject) known = syn_state_load (database, kind, id, &local);

  *out_newer = known == NULL || json_object_get_int_member_with_default (known, "time", 0) < time;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
take_pair (SynJournal *journal, SynDatabase *database, const SynPairRecord *pair, GError **error)
{
  g_autoptr (JsonObject) state = syn_pair_record_to_json (pair);
  g_autofree char *id = NULL;
  gboolean newer;
  gint64 rows[2];

  for (guint i = 0; i < 2; i++)
    {
      const SynAnchor *anchor = pair->anchors->pdata[i];

      if (!find_row (database, anchor->article_key, anchor->path, &rows[i], error))
        return FALSE;
      if (rows[i] == 0)
        return TRUE;
    }
  if (!find_pair (database, pair, rows, &id, error))
    return FALSE;
  if (id == NULL)
    id = g_strdup (pair->id);
  return is_newer (database, SYN_STATE_PAIR, id, pair->time, &newer, error)
         && (!newer || syn_journal_change (journal, SYN_STATE_PAIR, id, state, error));
}

static gboolean
get_last_move (SynDatabase *database, gint64 *out_position, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_MOVE_LAST, error, "");

  if (query == NULL || !syn_query_next (query, error))
    return FALSE;
  *out_position = syn_query_get_int (query, 0);
  return TRUE;
}

static gboolean
take_move (SynJournal *journal, SynDatabase *database, const SynMoveRecord *move, GError **error)
{
  g_autoptr (JsonObject) state = json_object_new ();
  g_autofree char *id = NULL;
  gint64 article, companion, position;
  gboolean newer;

  if (!find_row (database, move->article_key, move->path, &article, error)
      || !find_row (database, move->companion_key, move->companion_path, &companion, error))
    return FALSE;
  if (article == 0 || companion == 0)
    return TRUE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, article);
  if (!is_newer (database, SYN_STATE_MOVE, id, move->time, &newer, error)
      || !get_last_move (database, &position, error))
    return FALSE;
  json_object_set_int_member (state, "companion", companion);
  json_object_set_int_member (state, "position", position + 1);
  if (move->annotator != NULL)
    json_object_set_string_member (state, "annotator", move->annotator);
  json_object_set_int_member (state, "time", move->time);
  return !newer || syn_journal_change (journal, SYN_STATE_MOVE, id, state, error);
}

static gboolean
take_kept (SynJournal *journal, SynDatabase *database, const SynKept *kept, GError **error)
{
  if (!take_tags (journal, database, kept->tags, error))
    return FALSE;
  for (guint i = 0; i < kept->pairs->len; i++)
    if (!take_pair (journal, database, kept->pairs->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < kept->moves->len; i++)
    if (!take_move (journal, database, kept->moves->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
run_merge (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  Merge *self = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (workspace);
  g_autoptr (SynJournal) journal = syn_journal_new (database);

  if (self->kept != NULL && !take_kept (journal, database, self->kept, error))
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    {
      const SynClaimRecord *record = g_ptr_array_index ((GPtrArray *) self->records, i);
      gboolean taken;

      if (!is_decided (record))
        continue;
      if (!take_record (journal, database, record, &taken, error))
        return FALSE;
      self->n_taken += taken;
    }
  return !syn_journal_has_changes (journal)
         || syn_journal_write (journal, annotator, "import", NULL, self->source, error);
}

gboolean
syn_workspace_put_records (SynWorkspace *self, const GPtrArray *records, const char *source, guint *out_n,
                           GError **error)
{
  return syn_workspace_put_set (self, records, NULL, source, out_n, error);
}

gboolean
syn_workspace_put_set (SynWorkspace *self, const GPtrArray *records, const SynKept *kept, const char *source,
                       guint *out_n, GError **error)
{
  Merge merge = { .records = records, .kept = kept, .source = source };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (records != NULL, FALSE);

  if (!syn_workspace_call (self, SYN_CALL_WRITE, run_merge, &merge, error))
    return FALSE;
  if (out_n != NULL)
    *out_n = merge.n_taken;
  return TRUE;
}
