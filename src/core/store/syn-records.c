/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-records.h"

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
    .anchor = self->anchor != NULL ? syn_anchor_copy (self->anchor) : NULL,
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
  syn_anchor_free (self->anchor);
  g_free (self);
}

SynTag *
syn_tag_new (const char *id, const char *name, const char *scale, guint key)
{
  SynTag *self = g_new0 (SynTag, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->scale = scale != NULL && *scale != '\0' ? g_strdup (scale) : NULL;
  self->key = key;
  return self;
}

SynTag *
syn_tag_copy (const SynTag *self)
{
  SynTag *copy = syn_tag_new (self->id, self->name, self->scale, self->key);

  copy->retired = self->retired;
  return copy;
}

void
syn_tag_free (SynTag *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->scale);
  g_free (self);
}

SynOwnStance *
syn_own_stance_copy (const SynOwnStance *self)
{
  SynOwnStance *copy = g_new (SynOwnStance, 1);

  *copy = (SynOwnStance){
    .article_key = g_strdup (self->article_key),
    .path = g_strdup (self->path),
    .stance = self->stance,
    .annotator = g_strdup (self->annotator),
    .time = self->time,
  };
  return copy;
}

void
syn_own_stance_free (SynOwnStance *self)
{
  if (self == NULL)
    return;
  g_free (self->article_key);
  g_free (self->path);
  g_free (self->annotator);
  g_free (self);
}

SynComment *
syn_comment_copy (const SynComment *self)
{
  SynComment *copy = g_new (SynComment, 1);

  *copy = (SynComment){
    .id = g_strdup (self->id),
    .parent = g_strdup (self->parent),
    .annotator = g_strdup (self->annotator),
    .time = self->time,
    .text = g_strdup (self->text),
  };
  return copy;
}

void
syn_comment_free (SynComment *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->parent);
  g_free (self->annotator);
  g_free (self->text);
  g_free (self);
}

void
syn_correction_free (SynCorrection *self)
{
  if (self == NULL)
    return;
  g_free (self->annotator);
  g_free (self->verb);
  g_free (self->text);
  g_free (self->reason);
  g_free (self->claim_id);
  g_ptr_array_unref (self->anchors);
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
syn_claim_record_new (const char *id)
{
  SynClaimRecord *self = g_new0 (SynClaimRecord, 1);

  self->id = g_strdup (id);
  self->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_anchor_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_evidence_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);
  self->stances = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_own_stance_free);
  self->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_comment_free);
  return self;
}

gboolean
syn_claim_record_is_open (const SynClaimRecord *self)
{
  if (self == NULL)
    return TRUE;
  if (self->verdict != SYN_VERDICT_OPEN || self->settled)
    return FALSE;
  for (guint i = 0; i < self->tags->len; i++)
    if (((const SynTag *) self->tags->pdata[i])->scale != NULL)
      return FALSE;
  return TRUE;
}

gboolean
syn_claim_record_is_plain (const SynClaimRecord *self)
{
  return self->verdict == SYN_VERDICT_OPEN && self->wording == NULL && self->note == NULL
         && self->evidence->len == 0 && !self->exact && !self->removed && !self->settled
         && self->merged == NULL && self->tags->len == 0 && self->stances->len == 0 && self->comments->len == 0;
}

gboolean
syn_claim_record_has_tag (const SynClaimRecord *self, const char *tag_id)
{
  for (guint i = 0; self != NULL && i < self->tags->len; i++)
    if (g_str_equal (((const SynTag *) self->tags->pdata[i])->id, tag_id))
      return TRUE;
  return FALSE;
}

/* Each list has a copy function of its own type, which no one function pointer fits. */
#define COPY_ALL(to, from, copy)                                                                                       \
  for (guint i = 0; i < (from)->len; i++)                                                                              \
  g_ptr_array_add (to, copy ((from)->pdata[i]))

SynClaimRecord *
syn_claim_record_copy (const SynClaimRecord *self)
{
  SynClaimRecord *copy = syn_claim_record_new (self->id);

  copy->wording = g_strdup (self->wording);
  copy->summary = g_strdup (self->summary);
  copy->verdict = self->verdict;
  copy->note = g_strdup (self->note);
  copy->annotator = g_strdup (self->annotator);
  copy->time = self->time;
  copy->exact = self->exact;
  copy->removed = self->removed;
  copy->settled = self->settled;
  copy->merged = g_strdup (self->merged);
  COPY_ALL (copy->anchors, self->anchors, syn_anchor_copy);
  COPY_ALL (copy->evidence, self->evidence, syn_evidence_copy);
  COPY_ALL (copy->tags, self->tags, syn_tag_copy);
  COPY_ALL (copy->stances, self->stances, syn_own_stance_copy);
  COPY_ALL (copy->comments, self->comments, syn_comment_copy);
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
  g_free (self->merged);
  g_ptr_array_unref (self->anchors);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->stances);
  g_ptr_array_unref (self->comments);
  g_free (self);
}

void
syn_move_record_free (SynMoveRecord *self)
{
  g_free (self->article_key);
  g_free (self->path);
  g_free (self->companion_key);
  g_free (self->companion_path);
  g_free (self->annotator);
  g_free (self);
}

SynKept *
syn_kept_new (void)
{
  SynKept *self = g_new0 (SynKept, 1);

  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_pair_record_free);
  self->moves = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_move_record_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);
  return self;
}

void
syn_kept_free (SynKept *self)
{
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->moves);
  g_ptr_array_unref (self->tags);
  g_free (self);
}

static const char *const pair_kinds[] = {
  [SYN_PAIR_LINK] = "link",
  [SYN_PAIR_UNLINK] = "unlink",
  [SYN_PAIR_DISMISSAL] = "dismissal",
};

const char *
syn_pair_kind_to_string (SynPairKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (pair_kinds), NULL);
  return pair_kinds[kind];
}

gboolean
syn_pair_kind_from_string (const char *name, SynPairKind *out_kind)
{
  for (guint i = SYN_PAIR_LINK; i < G_N_ELEMENTS (pair_kinds); i++)
    if (g_strcmp0 (pair_kinds[i], name) == 0)
      {
        *out_kind = (SynPairKind) i;
        return TRUE;
      }
  return FALSE;
}
