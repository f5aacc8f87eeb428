/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-journal.h"
#include "syn-state.h"
#include "syn-workspace-private.h"

/* Taking over what was decided elsewhere: a colleague's export, or one's own of another machine. */

typedef struct
{
  const GPtrArray *records;
  const char *source;
  guint n_taken;
} Merge;

static gboolean
is_decided (const SynClaimRecord *record)
{
  return record->id != NULL && record->anchors->len > 0
         && (record->verdict != SYN_VERDICT_OPEN || record->note != NULL || record->wording != NULL || record->exact
             || record->evidence->len > 0);
}

static gboolean
has_blob (SynDatabase *database, const char *sha256, gboolean *out_has, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_BLOB_GET, error, "s", sha256);
  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return FALSE;
  *out_has = syn_query_next (query, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
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

static gboolean
take_record (SynJournal *journal, SynDatabase *database, const SynClaimRecord *record, gboolean *out_taken,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SynClaimRecord) known = syn_state_load_claim (database, record->id, &local);
  g_autoptr (SynClaimRecord) copy = NULL;
  g_autoptr (JsonObject) state = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *out_taken = known == NULL || record->time > known->time;
  if (!*out_taken)
    return TRUE;
  copy = syn_claim_record_copy (record);
  if (!forget_missing_files (database, copy, error))
    return FALSE;
  state = syn_claim_record_to_json (copy);
  return syn_journal_change (journal, SYN_STATE_CLAIM, record->id, state, error);
}

static gboolean
run_merge (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  Merge *self = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (workspace);
  g_autoptr (SynJournal) journal = syn_journal_new (database);

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
  Merge merge = { .records = records, .source = source };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (records != NULL, FALSE);

  if (!syn_workspace_call (self, SYN_CALL_WRITE, run_merge, &merge, error))
    return FALSE;
  if (out_n != NULL)
    *out_n = merge.n_taken;
  return TRUE;
}
