/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/syn-claim-verb.h"
#include "store/syn-workspace-private.h"
#include "syn-error.h"

/* One claim that is two, and several that are one: what changes more than one record in one step. */

typedef struct
{
  SynComparison *comparison;
  const GArray *claims;     /* the claim to split, or all that become the first */
  const GArray *statements; /* of a split: what leaves */
  const char *wording;
  SynClaimRecord *result;
} Regroup;

static gboolean
contains (const GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;
  return FALSE;
}

static SynClaimRecord *
load (const Regroup *self, gint claim, SynDatabase *database, GError **error)
{
  SynClaimVerb verb = { .comparison = self->comparison, .claim = claim };
  gboolean made;

  return syn_claim_verb_load (&verb, database, &made, error);
}

/* From now on the reader says which statements the claim has. */
static gboolean
choose (const Regroup *self, SynClaimRecord *record, const GArray *statements, SynDatabase *database, GError **error)
{
  g_ptr_array_set_size (record->anchors, 0);
  record->exact = TRUE;
  return syn_claim_verb_add_anchors (database, self->comparison, statements, record, error);
}

static GArray *
list_staying (const Regroup *self, const SynClaim *claim)
{
  GArray *staying = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < claim->statements->len; i++)
    if (!contains (self->statements, g_array_index (claim->statements, guint, i)))
      g_array_append_val (staying, g_array_index (claim->statements, guint, i));
  return staying;
}

static gboolean
write_step (SynWorkspace *workspace, SynJournal *journal, const char *verb, GPtrArray *ids, guint n, GError **error)
{
  g_autofree char *annotator = syn_workspace_dup_annotator (workspace);
  g_autofree char *detail = syn_journal_dup_detail (NULL, n);

  return syn_journal_write_about (journal, annotator, verb, ids, detail, 0, error);
}

static gboolean
run_split (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  Regroup *self = data;
  const gint index = (gint) g_array_index (self->claims, guint, 0);
  const SynClaim *claim = syn_claim_verb_get_claim (self->comparison, index);
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GArray) staying = list_staying (self, claim);
  g_autoptr (SynClaimRecord) old = load (self, index, database, error);
  g_autoptr (SynClaimRecord) made = old != NULL ? load (self, -1, database, error) : NULL;

  if (staying->len == 0 || staying->len == claim->statements->len)
    {
      g_set_error_literal (error, SYN_ERROR, SYN_ERROR_USAGE,
                           _ ("Some of its statements have to leave the claim, and some to stay"));
      return FALSE;
    }
  if (made == NULL || !choose (self, old, staying, database, error)
      || !choose (self, made, self->statements, database, error))
    return FALSE;
  syn_claim_verb_set_text (&made->wording, self->wording);
  g_ptr_array_add (ids, old->id);
  g_ptr_array_add (ids, made->id);
  if (!syn_claim_verb_save (journal, old, error) || !syn_claim_verb_save (journal, made, error)
      || !write_step (workspace, journal, "split", ids, 1, error))
    return FALSE;
  syn_claim_verb_note_id (self->comparison, index, old->id);
  self->result = g_steal_pointer (&made);
  return TRUE;
}

SynClaimRecord *
syn_workspace_split_claim (SynWorkspace *self, SynComparison *comparison, guint claim, const GArray *statements,
                           const char *wording, GError **error)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  Regroup split = { .comparison = comparison, .claims = claims, .statements = statements, .wording = wording };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (statements != NULL && statements->len > 0, NULL);

  g_array_append_val (claims, claim);
  if (syn_claim_verb_check (comparison, claims, error)
      && syn_workspace_call (self, SYN_CALL_WRITE, run_split, &split, error))
    return split.result;
  g_clear_pointer (&split.result, syn_claim_record_free);
  return NULL;
}

static GArray *
list_all_statements (const Regroup *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->claims->len; i++)
    {
      const SynClaim *claim
          = syn_claim_verb_get_claim (self->comparison, (gint) g_array_index (self->claims, guint, i));

      for (guint j = 0; j < claim->statements->len; j++)
        if (!contains (all, g_array_index (claim->statements, guint, j)))
          g_array_append_val (all, g_array_index (claim->statements, guint, j));
    }
  return all;
}

/* What was said of a claim is said of the one it becomes part of.  Its verdict is not: it was given on less. */
static void
take_over (SynClaimRecord *to, const SynClaimRecord *from)
{
  for (guint i = 0; i < from->evidence->len; i++)
    g_ptr_array_add (to->evidence, syn_evidence_copy (from->evidence->pdata[i]));
  for (guint i = 0; i < from->comments->len; i++)
    g_ptr_array_add (to->comments, syn_comment_copy (from->comments->pdata[i]));
  for (guint i = 0; i < from->tags->len; i++)
    {
      const SynTag *tag = from->tags->pdata[i];

      if (tag->scale == NULL && !syn_claim_record_has_tag (to, tag->id))
        g_ptr_array_add (to->tags, syn_tag_copy (tag));
    }
  if (from->note != NULL && g_strcmp0 (from->note, to->note) != 0)
    {
      g_autofree char *both = to->note != NULL ? g_strconcat (to->note, "\n\n", from->note, NULL) : NULL;

      syn_claim_verb_set_text (&to->note, both != NULL ? both : from->note);
    }
}

static gboolean
run_merge_claims (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  Regroup *self = data;
  const gint first = (gint) g_array_index (self->claims, guint, 0);
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_claim_record_free);
  g_autoptr (GArray) all = list_all_statements (self);
  g_autoptr (SynClaimRecord) into = load (self, first, database, error);

  if (into == NULL || !choose (self, into, all, database, error))
    return FALSE;
  g_ptr_array_add (ids, into->id);
  for (guint i = 1; i < self->claims->len; i++)
    {
      const gint index = (gint) g_array_index (self->claims, guint, i);
      SynClaimRecord *other = load (self, index, database, error);

      if (other == NULL)
        return FALSE;
      g_ptr_array_add (others, other);
      g_ptr_array_add (ids, other->id);
      take_over (into, other);
      syn_claim_verb_set_text (&other->merged, into->id);
    }
  if (!syn_claim_verb_save (journal, into, error))
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    if (!syn_claim_verb_save (journal, others->pdata[i], error))
      return FALSE;
  if (!write_step (workspace, journal, "merge", ids, self->claims->len, error))
    return FALSE;
  syn_claim_verb_note_id (self->comparison, first, into->id);
  for (guint i = 0; i < others->len; i++)
    syn_claim_verb_note_id (self->comparison, (gint) g_array_index (self->claims, guint, i + 1),
                            ((SynClaimRecord *) others->pdata[i])->id);
  self->result = g_steal_pointer (&into);
  return TRUE;
}

SynClaimRecord *
syn_workspace_merge_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims, GError **error)
{
  Regroup merge = { .comparison = comparison, .claims = claims };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (claims != NULL && claims->len > 1, NULL);

  if (syn_claim_verb_check (comparison, claims, error)
      && syn_workspace_call (self, SYN_CALL_WRITE, run_merge_claims, &merge, error))
    return merge.result;
  g_clear_pointer (&merge.result, syn_claim_record_free);
  return NULL;
}
