/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/syn-claim-verb.h"

static gboolean
change_note (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  syn_claim_verb_set_text (&record->note, self->text);
  return TRUE;
}

SynClaimRecord *
syn_workspace_set_note (SynWorkspace *self, SynComparison *comparison, guint claim, const char *note,
                        GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "note",
                     .change = change_note, .text = note };

  return syn_claim_verb_run (self, &verb, error);
}

static gboolean
change_wording (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  syn_claim_verb_set_text (&record->wording, self->text);
  return TRUE;
}

SynClaimRecord *
syn_workspace_set_wording (SynWorkspace *self, SynComparison *comparison, guint claim, const char *wording,
                           GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "wording",
                     .change = change_wording, .text = wording };

  return syn_claim_verb_run (self, &verb, error);
}

static gboolean
change_evidence (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  g_autoptr (SynEvidence) evidence = syn_evidence_copy (self->evidence);

  if (self->file != NULL)
    {
      g_free (evidence->sha256);
      evidence->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->file);
      if (!syn_database_run (database, SYN_SQL_BLOB_PUT, error, "sb", evidence->sha256, self->file))
        return FALSE;
    }
  if (evidence->time == 0)
    evidence->time = syn_claim_verb_now ();
  g_ptr_array_add (record->evidence, g_steal_pointer (&evidence));
  return TRUE;
}

SynClaimRecord *
syn_workspace_add_evidence (SynWorkspace *self, SynComparison *comparison, guint claim,
                            const SynEvidence *evidence, GBytes *file, GError **error)
{
  static const char *const kinds[] = { "statement", "url", "file", "note", NULL };
  SynClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "evidence",
                     .change = change_evidence, .evidence = evidence, .file = file };

  g_return_val_if_fail (evidence != NULL && evidence->target != NULL, NULL);
  g_return_val_if_fail (evidence->kind != NULL && g_strv_contains (kinds, evidence->kind), NULL);
  return syn_claim_verb_run (self, &verb, error);
}

static gboolean
change_statements (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  g_ptr_array_set_size (record->anchors, 0);
  record->exact = TRUE;
  if (self->text != NULL)
    syn_claim_verb_set_text (&record->wording, self->text);
  return syn_claim_verb_add_anchors (database, self->comparison, self->statements, record, error);
}

SynClaimRecord *
syn_workspace_new_claim (SynWorkspace *self, SynComparison *comparison, const GArray *statements,
                         const char *wording, GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claim = -1, .verb = "new-claim", .text = wording,
                     .change = change_statements, .statements = statements };

  g_return_val_if_fail (statements != NULL && statements->len > 0, NULL);
  return syn_claim_verb_run (self, &verb, error);
}

SynClaimRecord *
syn_workspace_set_statements (SynWorkspace *self, SynComparison *comparison, guint claim,
                              const GArray *statements, GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "statements",
                     .change = change_statements, .statements = statements };

  g_return_val_if_fail (statements != NULL && statements->len > 0, NULL);
  return syn_claim_verb_run (self, &verb, error);
}
