/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/syn-claim-verb.h"

#include <glib/gi18n-lib.h>

#include "store/syn-anchor.h"
#include "store/syn-article-store.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"
#include "syn-error.h"

gint64
syn_claim_verb_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

void
syn_claim_verb_set_text (char **place, const char *text)
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

gboolean
syn_claim_verb_add_anchors (SynDatabase *database, SynComparison *comparison, const GArray *statements,
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

const SynClaim *
syn_claim_verb_get_claim (SynComparison *comparison, gint claim)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  return claim >= 0 && (guint) claim < n ? &claims[claim] : NULL;
}

/* (nullable): the record that the comparison knows of, or that was made on its claim since. */
static const char *
get_claim_id (SynComparison *comparison, gint index)
{
  const SynClaim *claim = syn_claim_verb_get_claim (comparison, index);

  if (claim == NULL || claim->id != NULL)
    return claim != NULL ? claim->id : NULL;
  return g_hash_table_lookup (get_fresh_ids (comparison), GINT_TO_POINTER (index));
}

/* Whether @record is about the words of @anchors and no others. */
static gboolean
has_places (const SynClaimRecord *record, const GPtrArray *anchors)
{
  if (record->anchors->len != anchors->len)
    return FALSE;
  for (guint i = 0; i < anchors->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < anchors->len && !found; j++)
        found = same_place (record->anchors->pdata[j], anchors->pdata[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* The record that somebody else, in another program, made of the same statements since the comparison was resolved;
 * without this look inside the transaction there would be two of one claim.  What was struck out or merged by the
 * reader is no claim that a comparison can show again. */
static SynClaimRecord *
find_made_elsewhere (SynDatabase *database, const GPtrArray *anchors, GError **error)
{
  const SynAnchor *first = anchors->pdata[0];
  g_autoptr (SynQuery) query
      = syn_database_query (database, SYN_SQL_CLAIM_AT, error, "ssii", first->article_key, first->path,
                            (int) first->start, (int) first->end);
  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return NULL;
  while (syn_query_next (query, &local))
    {
      g_autoptr (SynClaimRecord) record
          = syn_state_load_claim (database, syn_query_get_text (query, 0), &local);

      if (local != NULL)
        break;
      if (record != NULL && record->merged == NULL && !(record->removed && record->summary == NULL)
          && has_places (record, anchors))
        return g_steal_pointer (&record);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* A record of @claim, or of a new one: with its words, and nothing decided. */
static SynClaimRecord *
make_record (SynClaimVerb *self, const SynClaim *claim, const char *id, SynDatabase *database, GError **error)
{
  g_autofree char *fresh = id == NULL ? g_uuid_string_random () : NULL;
  g_autoptr (SynClaimRecord) record = syn_claim_record_new (id != NULL ? id : fresh);

  if (claim != NULL && !claim->own)
    record->summary = g_strdup (claim->summary);
  if (claim != NULL
      && !syn_claim_verb_add_anchors (database, self->comparison, claim->statements, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

SynClaimRecord *
syn_claim_verb_load (SynClaimVerb *self, SynDatabase *database, gboolean *out_made, GError **error)
{
  const SynClaim *claim = syn_claim_verb_get_claim (self->comparison, self->claim);
  const char *id = get_claim_id (self->comparison, self->claim);
  g_autoptr (GError) local = NULL;
  g_autoptr (SynClaimRecord) record = id != NULL ? syn_state_load_claim (database, id, &local) : NULL;

  *out_made = record == NULL;
  if (record == NULL && local == NULL)
    record = make_record (self, claim, id, database, &local);
  if (id == NULL && record != NULL && record->anchors->len > 0)
    {
      SynClaimRecord *theirs = find_made_elsewhere (database, record->anchors, &local);

      if (theirs != NULL)
        {
          syn_claim_record_free (record);
          record = theirs;
          *out_made = FALSE;
        }
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* What is ruled on is what is on the screen; what was chosen one by one stays as it was chosen. */
  if (claim != NULL && !record->exact
      && !syn_claim_verb_add_anchors (database, self->comparison, claim->statements, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

void
syn_claim_verb_note_id (SynComparison *comparison, gint claim, const char *id)
{
  if (claim >= 0)
    g_hash_table_insert (get_fresh_ids (comparison), GINT_TO_POINTER (claim), g_strdup (id));
}

gboolean
syn_claim_verb_save (SynJournal *journal, const SynClaimRecord *record, GError **error)
{
  g_autoptr (JsonObject) state = syn_claim_record_to_json (record);

  return syn_journal_change (journal, SYN_STATE_CLAIM, record->id, state, error);
}

static gboolean
change_one (SynClaimVerb *self, SynDatabase *database, SynJournal *journal, GPtrArray *ids, GError **error)
{
  g_autoptr (SynClaimRecord) record = NULL;
  gboolean made;

  record = syn_claim_verb_load (self, database, &made, error);
  if (record == NULL || !self->change (self, database, record, error))
    return FALSE;
  if ((!made || !syn_claim_record_is_plain (record)) && !syn_claim_verb_save (journal, record, error))
    return FALSE;
  syn_claim_verb_note_id (self->comparison, self->claim, record->id);
  g_ptr_array_add (ids, g_strdup (record->id));
  g_clear_pointer (&self->result, syn_claim_record_free);
  self->result = g_steal_pointer (&record);
  return TRUE;
}

static gboolean
run_claim_verb (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  SynClaimVerb *self = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (workspace);
  g_autofree char *detail = NULL;
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean done = TRUE;

  self->annotator = annotator;
  if (self->claims == NULL)
    done = change_one (self, database, journal, ids, error);
  for (guint i = 0; done && self->claims != NULL && i < self->claims->len; i++)
    {
      self->claim = (gint) g_array_index (self->claims, guint, i);
      done = change_one (self, database, journal, ids, error);
    }
  self->annotator = NULL;
  detail = syn_journal_dup_detail (self->detail, ids->len);
  return done
         && (!syn_journal_has_changes (journal)
             || syn_journal_write_about (journal, annotator, self->verb, ids, detail, 0, error));
}

gboolean
syn_claim_verb_check (SynComparison *comparison, const GArray *claims, GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    if (syn_claim_verb_get_claim (comparison, (gint) g_array_index (claims, guint, i)) == NULL)
      {
        g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND, _ ("There is no claim %u"),
                     g_array_index (claims, guint, i));
        return FALSE;
      }
  return TRUE;
}

SynClaimRecord *
syn_claim_verb_run (SynWorkspace *self, SynClaimVerb *verb, GError **error)
{
  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (SYN_IS_COMPARISON (verb->comparison), NULL);

  if (verb->claim >= 0 && syn_claim_verb_get_claim (verb->comparison, verb->claim) == NULL)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND, _ ("There is no claim %d"), verb->claim);
      return NULL;
    }
  if (syn_workspace_call (self, SYN_CALL_WRITE, run_claim_verb, verb, error))
    return g_steal_pointer (&verb->result);
  g_clear_pointer (&verb->result, syn_claim_record_free);
  return NULL;
}

gboolean
syn_claim_verb_run_many (SynWorkspace *self, SynClaimVerb *verb, GError **error)
{
  gboolean done;

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (SYN_IS_COMPARISON (verb->comparison) && verb->claims != NULL, FALSE);

  done = syn_claim_verb_check (verb->comparison, verb->claims, error)
         && syn_workspace_call (self, SYN_CALL_WRITE, run_claim_verb, verb, error);
  g_clear_pointer (&verb->result, syn_claim_record_free);
  return done;
}

typedef struct
{
  SynComparison *comparison;
  gint claim;
  SynClaimRecord *record;
} Look;

static gboolean
look_up (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  Look *self = data;
  const char *id = get_claim_id (self->comparison, self->claim);
  g_autoptr (GError) local = NULL;

  if (id == NULL)
    return TRUE;
  self->record = syn_state_load_claim (database, id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

SynClaimRecord *
syn_workspace_dup_record (SynWorkspace *self, SynComparison *comparison, guint claim, GError **error)
{
  Look look = { .comparison = comparison, .claim = (gint) claim };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), NULL);

  return syn_workspace_call (self, SYN_CALL_READ, look_up, &look, error) ? look.record : NULL;
}
