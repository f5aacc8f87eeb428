/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-workspace.h"

static const char *const verdict_names[SYN_N_VERDICTS] = {
  [SYN_VERDICT_OPEN] = "open",
  [SYN_VERDICT_CONFIRMED] = "confirmed",
  [SYN_VERDICT_DISPUTED] = "disputed",
  [SYN_VERDICT_UNVERIFIED] = "unverified",
};

static const char *const verdict_labels[SYN_N_VERDICTS] = {
  [SYN_VERDICT_OPEN] = N_ ("Open"),
  [SYN_VERDICT_CONFIRMED] = N_ ("Confirmed"),
  [SYN_VERDICT_DISPUTED] = N_ ("Disputed"),
  [SYN_VERDICT_UNVERIFIED] = N_ ("Unverified"),
};

const char *
syn_verdict_to_string (SynVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < SYN_N_VERDICTS, NULL);
  return verdict_names[verdict];
}

gboolean
syn_verdict_from_string (const char *name, SynVerdict *out_verdict)
{
  for (guint i = 0; i < SYN_N_VERDICTS; i++)
    if (g_strcmp0 (name, verdict_names[i]) == 0)
      {
        *out_verdict = i;
        return TRUE;
      }
  return FALSE;
}

const char *
syn_verdict_label (SynVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < SYN_N_VERDICTS, NULL);
  return _ (verdict_labels[verdict]);
}

SynAnchor *
syn_anchor_copy (const SynAnchor *self)
{
  SynAnchor *copy = g_new (SynAnchor, 1);

  *copy = (SynAnchor){
    .article_key = g_strdup (self->article_key),
    .path = g_strdup (self->path),
    .start = self->start,
    .end = self->end,
    .quote = g_strdup (self->quote),
    .prefix = g_strdup (self->prefix),
    .suffix = g_strdup (self->suffix),
  };
  return copy;
}

void
syn_anchor_free (SynAnchor *self)
{
  if (self == NULL)
    return;
  g_free (self->article_key);
  g_free (self->path);
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

SynEvidence *
syn_evidence_copy (const SynEvidence *self)
{
  SynEvidence *copy = g_new (SynEvidence, 1);

  *copy = (SynEvidence){
    .kind = g_strdup (self->kind),
    .target = g_strdup (self->target),
    .label = g_strdup (self->label),
    .sha256 = g_strdup (self->sha256),
    .time = self->time,
  };
  return copy;
}

void
syn_evidence_free (SynEvidence *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->target);
  g_free (self->label);
  g_free (self->sha256);
  g_free (self);
}

void
syn_history_entry_free (SynHistoryEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->annotator);
  g_free (self->verb);
  g_free (self->text);
  g_free (self);
}

void
syn_orphan_free (SynOrphan *self)
{
  if (self == NULL)
    return;
  syn_anchor_free (self->anchor);
  g_free (self->claim_id);
  g_free (self->text);
  g_free (self);
}

SynClaimRecord *
syn_claim_record_copy (const SynClaimRecord *self)
{
  SynClaimRecord *copy = g_new (SynClaimRecord, 1);

  *copy = (SynClaimRecord){
    .id = g_strdup (self->id),
    .wording = g_strdup (self->wording),
    .summary = g_strdup (self->summary),
    .verdict = self->verdict,
    .note = g_strdup (self->note),
    .annotator = g_strdup (self->annotator),
    .time = self->time,
    .exact = self->exact,
    .removed = self->removed,
    .anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_anchor_free),
    .evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_evidence_free),
  };
  for (guint i = 0; i < self->anchors->len; i++)
    g_ptr_array_add (copy->anchors, syn_anchor_copy (self->anchors->pdata[i]));
  for (guint i = 0; i < self->evidence->len; i++)
    g_ptr_array_add (copy->evidence, syn_evidence_copy (self->evidence->pdata[i]));
  return copy;
}

void
syn_claim_record_free (SynClaimRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->wording);
  g_free (self->summary);
  g_free (self->note);
  g_free (self->annotator);
  g_ptr_array_unref (self->anchors);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}
