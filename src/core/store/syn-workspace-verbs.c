/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/syn-anchor.h"
#include "store/syn-article-store.h"
#include "store/syn-journal.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"
#include "syn-error.h"

typedef struct _ClaimVerb ClaimVerb;

/* A change to one claim: what every verb on claims has in common. */
struct _ClaimVerb
{
  SynComparison *comparison;
  gint claim; /* -1: a new one */
  const char *verb;
  const char *detail;
  gboolean (*change) (ClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error);

  SynVerdict verdict;
  const char *text;
  const char *annotator;
  const SynEvidence *evidence;
  GBytes *file;
  const GArray *statements;

  SynClaimRecord *result;
};

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Empty words are no words. */
static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static SynAnchor *
anchor_statement (SynDatabase *database, SynComparison *comparison, guint statement, GError **error)
{
  const SynStatement *one = syn_comparison_get_statement (comparison, statement);
  SynArticle *article = syn_comparison_get_article (comparison, one->article);
  gint64 id;

  if (!syn_article_store_put (database, article, &id, error))
    return NULL;
  return syn_anchor_new (article, one->span);
}

static gboolean
same_place (const SynAnchor *a, const SynAnchor *b)
{
  return a->start == b->start && a->end == b->end && g_str_equal (a->article_key, b->article_key)
         && g_str_equal (a->path, b->path);
}

static gboolean
add_anchors (SynDatabase *database, SynComparison *comparison, const GArray *statements,
             SynClaimRecord *record, GError **error)
{
  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr (SynAnchor) anchor
          = anchor_statement (database, comparison, g_array_index (statements, guint, i), error);
      gboolean known = FALSE;

      if (anchor == NULL)
        return FALSE;
      for (guint j = 0; j < record->anchors->len && !known; j++)
        known = same_place (record->anchors->pdata[j], anchor);
      if (!known)
        g_ptr_array_add (record->anchors, g_steal_pointer (&anchor));
    }
  return TRUE;
}

/* Which records were made on the claims of a comparison that does not show them yet: a second key pressed
 * before the window has caught up must find the record of the first.  Touched by one thread only. */
static GHashTable *
get_fresh_ids (SynComparison *comparison)
{
  static GQuark quark;
  GHashTable *ids;

  if (quark == 0)
    quark = g_quark_from_static_string ("syn-workspace-fresh-ids");
  ids = g_object_get_qdata (G_OBJECT (comparison), quark);
  if (ids == NULL)
    {
      ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_object_set_qdata_full (G_OBJECT (comparison), quark, ids, (GDestroyNotify) g_hash_table_unref);
    }
  return ids;
}

static const SynClaim *
get_claim (SynComparison *comparison, gint claim)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  return claim >= 0 && (guint) claim < n ? &claims[claim] : NULL;
}

static char *
dup_claim_id (ClaimVerb *self)
{
  const SynClaim *claim = get_claim (self->comparison, self->claim);
  const char *fresh = NULL;

  if (claim == NULL)
    return g_uuid_string_random ();
  if (claim->id != NULL)
    return g_strdup (claim->id);
  fresh = g_hash_table_lookup (get_fresh_ids (self->comparison), GINT_TO_POINTER (self->claim));
  return fresh != NULL ? g_strdup (fresh) : g_uuid_string_random ();
}

static gboolean
is_plain (const SynClaimRecord *record)
{
  return record->verdict == SYN_VERDICT_OPEN && record->wording == NULL && record->note == NULL
         && record->evidence->len == 0 && !record->exact && !record->removed;
}

static SynClaimRecord *
load_or_make (ClaimVerb *self, SynDatabase *database, gboolean *out_made, GError **error)
{
  const SynClaim *claim = get_claim (self->comparison, self->claim);
  g_autofree char *id = dup_claim_id (self);
  g_autoptr (GError) local = NULL;
  g_autoptr (SynClaimRecord) record = syn_state_load_claim (database, id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  *out_made = record == NULL;
  if (record == NULL)
    {
      record = syn_claim_record_new (id);
      if (claim != NULL && !claim->own)
        record->summary = g_strdup (claim->summary);
    }
  /* What is ruled on is what is on the screen; what was chosen one by one stays as it was chosen. */
  if (claim != NULL && !record->exact
      && !add_anchors (database, self->comparison, claim->statements, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

static gboolean
run_claim_verb (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  ClaimVerb *self = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (workspace);
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (JsonObject) state = NULL;
  gboolean made;

  self->annotator = annotator;
  record = load_or_make (self, database, &made, error);
  if (record == NULL || !self->change (self, database, record, error))
    return FALSE;
  if (!made || !is_plain (record))
    {
      state = syn_claim_record_to_json (record);
      if (!syn_journal_change (journal, SYN_STATE_CLAIM, record->id, state, error))
        return FALSE;
    }
  if (syn_journal_has_changes (journal)
      && !syn_journal_write (journal, annotator, self->verb, record->id, self->detail, error))
    return FALSE;
  if (self->claim >= 0)
    g_hash_table_insert (get_fresh_ids (self->comparison), GINT_TO_POINTER (self->claim),
                         g_strdup (record->id));
  self->annotator = NULL;
  self->result = g_steal_pointer (&record);
  return TRUE;
}

static SynClaimRecord *
claim_verb (SynWorkspace *self, ClaimVerb *verb, GError **error)
{
  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (SYN_IS_COMPARISON (verb->comparison), NULL);

  if (verb->claim >= 0 && get_claim (verb->comparison, verb->claim) == NULL)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND, _ ("There is no claim %d"), verb->claim);
      return NULL;
    }
  if (syn_workspace_call (self, SYN_CALL_WRITE, run_claim_verb, verb, error))
    return verb->result;
  g_clear_pointer (&verb->result, syn_claim_record_free);
  return NULL;
}

static gboolean
change_verdict (ClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  if (record->verdict == self->verdict && g_strcmp0 (record->annotator, self->annotator) == 0)
    return TRUE;
  record->verdict = self->verdict;
  record->time = self->verdict == SYN_VERDICT_OPEN ? 0 : now ();
  set_text (&record->annotator, self->verdict == SYN_VERDICT_OPEN ? NULL : self->annotator);
  return TRUE;
}

SynClaimRecord *
syn_workspace_tag (SynWorkspace *self, SynComparison *comparison, guint claim, SynVerdict verdict,
                   GError **error)
{
  ClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "tag",
                     .change = change_verdict, .verdict = verdict };

  g_return_val_if_fail ((guint) verdict < SYN_N_VERDICTS, NULL);
  verb.detail = syn_verdict_to_string (verdict);
  return claim_verb (self, &verb, error);
}

static gboolean
change_note (ClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  set_text (&record->note, self->text);
  return TRUE;
}

SynClaimRecord *
syn_workspace_set_note (SynWorkspace *self, SynComparison *comparison, guint claim, const char *note,
                        GError **error)
{
  ClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "note",
                     .change = change_note, .text = note };

  return claim_verb (self, &verb, error);
}

static gboolean
change_wording (ClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  set_text (&record->wording, self->text);
  return TRUE;
}

SynClaimRecord *
syn_workspace_set_wording (SynWorkspace *self, SynComparison *comparison, guint claim, const char *wording,
                           GError **error)
{
  ClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "wording",
                     .change = change_wording, .text = wording };

  return claim_verb (self, &verb, error);
}

static gboolean
change_evidence (ClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
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
    evidence->time = now ();
  g_ptr_array_add (record->evidence, g_steal_pointer (&evidence));
  return TRUE;
}

SynClaimRecord *
syn_workspace_add_evidence (SynWorkspace *self, SynComparison *comparison, guint claim,
                            const SynEvidence *evidence, GBytes *file, GError **error)
{
  static const char *const kinds[] = { "statement", "url", "file", "note", NULL };
  ClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "evidence",
                     .change = change_evidence, .evidence = evidence, .file = file };

  g_return_val_if_fail (evidence != NULL && evidence->target != NULL, NULL);
  g_return_val_if_fail (evidence->kind != NULL && g_strv_contains (kinds, evidence->kind), NULL);
  return claim_verb (self, &verb, error);
}

static gboolean
change_statements (ClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  g_ptr_array_set_size (record->anchors, 0);
  record->exact = TRUE;
  if (self->text != NULL)
    set_text (&record->wording, self->text);
  return add_anchors (database, self->comparison, self->statements, record, error);
}

SynClaimRecord *
syn_workspace_new_claim (SynWorkspace *self, SynComparison *comparison, const GArray *statements,
                         const char *wording, GError **error)
{
  ClaimVerb verb = { .comparison = comparison, .claim = -1, .verb = "new-claim", .text = wording,
                     .change = change_statements, .statements = statements };

  g_return_val_if_fail (statements != NULL && statements->len > 0, NULL);
  return claim_verb (self, &verb, error);
}

SynClaimRecord *
syn_workspace_set_statements (SynWorkspace *self, SynComparison *comparison, guint claim,
                              const GArray *statements, GError **error)
{
  ClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "statements",
                     .change = change_statements, .statements = statements };

  g_return_val_if_fail (statements != NULL && statements->len > 0, NULL);
  return claim_verb (self, &verb, error);
}

static gboolean
change_removed (ClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  record->removed = TRUE;
  return TRUE;
}

gboolean
syn_workspace_remove_claim (SynWorkspace *self, SynComparison *comparison, guint claim, GError **error)
{
  ClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "remove",
                     .change = change_removed };
  g_autoptr (SynClaimRecord) record = claim_verb (self, &verb, error);

  return record != NULL;
}
