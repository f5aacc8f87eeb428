/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/syn-anchor.h"
#include "store/syn-article-store.h"
#include "store/syn-journal.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"
#include "syn-error.h"

/* What the reader decides about two statements. */
typedef struct
{
  SynComparison *comparison;
  guint statements[2];
  SynPairKind kind;
  char *key;
  const char *reason;
  SynConflictType type;
} PairVerb;

static const char *
verb_name (SynPairKind kind)
{
  switch (kind)
    {
    case SYN_PAIR_LINK:
      return "link";
    case SYN_PAIR_UNLINK:
      return "unlink";
    case SYN_PAIR_DISMISSAL:
      return "dismiss";
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_source (const PairVerb *self, guint side)
{
  const SynStatement *one = syn_comparison_get_statement (self->comparison, self->statements[side]);

  return syn_article_dup_source_name (syn_comparison_get_article (self->comparison, one->article));
}

static char *
dup_detail (const PairVerb *self)
{
  g_autofree char *first = NULL, *second = NULL;

  if (self->kind == SYN_PAIR_DISMISSAL)
    return g_strdup (syn_conflict_type_label (self->type));
  first = dup_source (self, 0);
  second = dup_source (self, 1);
  return g_strdup_printf ("%s – %s", first, second);
}

/* Anchors of both sides and the rows of their articles, in an order that does not depend on the comparison. */
static gboolean
make_sides (const PairVerb *self, SynDatabase *database, SynAnchor *anchors[2], gint64 rows[2], GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      const SynStatement *one = syn_comparison_get_statement (self->comparison, self->statements[i]);
      SynArticle *article = syn_comparison_get_article (self->comparison, one->article);

      if (!syn_article_store_put (database, article, &rows[i], error))
        return FALSE;
      anchors[i] = syn_anchor_new (article, one->span);
    }
  if (rows[0] > rows[1] || (rows[0] == rows[1] && anchors[0]->start > anchors[1]->start))
    {
      SynAnchor *anchor = anchors[0];
      const gint64 row = rows[0];

      anchors[0] = anchors[1];
      anchors[1] = anchor;
      rows[0] = rows[1];
      rows[1] = row;
    }
  return TRUE;
}

/* The record of these two statements: a link and its undoing are one decision that was changed. */
static gboolean
find_pair (const PairVerb *self, SynDatabase *database, SynAnchor *const anchors[2], const gint64 rows[2],
           char **out_id, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (
      database, SYN_SQL_PAIR_FIND, error, "llllllis", rows[0], (gint64) anchors[0]->start,
      (gint64) anchors[0]->end, rows[1], (gint64) anchors[1]->start, (gint64) anchors[1]->end,
      (int) self->kind, self->key);

  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    *out_id = syn_query_dup_text (query, 0);
  return syn_query_end (query, error);
}

/* The claims that both statements stand in, or that one does: their history tells of it too. */
static void
list_claims (const PairVerb *self, GPtrArray *ids)
{
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, NULL);

  for (guint i = 0; i < 2; i++)
    {
      guint n;
      const guint *of = syn_comparison_claims_of (self->comparison, self->statements[i], &n);

      for (guint k = 0; k < n; k++)
        if (claims[of[k]].id != NULL && !g_ptr_array_find_with_equal_func (ids, claims[of[k]].id, g_str_equal, NULL))
          g_ptr_array_add (ids, claims[of[k]].id);
    }
}

static gboolean
save_pair (const PairVerb *self, SynDatabase *database, const char *annotator, SynPairRecord *record,
           GError **error)
{
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (JsonObject) state = NULL;
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autofree char *detail = dup_detail (self);

  list_claims (self, claims);
  record->kind = self->kind;
  record->time = g_get_real_time () / G_USEC_PER_SEC;
  g_free (record->key);
  record->key = g_strdup (self->key);
  g_free (record->reason);
  record->reason = self->reason != NULL && *self->reason != '\0' ? g_strdup (self->reason) : NULL;
  g_free (record->annotator);
  record->annotator = g_strdup (annotator);
  state = syn_pair_record_to_json (record);
  return syn_journal_change (journal, SYN_STATE_PAIR, record->id, state, error)
         && (!syn_journal_has_changes (journal)
             || syn_journal_write_about (journal, annotator, verb_name (self->kind), claims, detail, 0, error));
}

static gboolean
run_pair_verb (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  const PairVerb *self = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (workspace);
  g_autofree char *id = NULL;
  g_autoptr (SynPairRecord) record = NULL;
  g_autoptr (GError) local = NULL;
  SynAnchor *anchors[2] = { NULL, NULL };
  gint64 rows[2];
  gboolean done;

  done = make_sides (self, database, anchors, rows, error)
         && find_pair (self, database, anchors, rows, &id, error);
  if (done && id != NULL)
    {
      record = syn_state_load_pair (database, id, &local);
      /* Said twice is said once. */
      if (record != NULL && record->kind == self->kind && g_strcmp0 (record->reason, self->reason) == 0)
        goto out;
    }
  else if (done)
    {
      record = syn_pair_record_new (self->kind);
      record->id = g_uuid_string_random ();
      for (guint i = 0; i < 2; i++)
        g_ptr_array_add (record->anchors, syn_anchor_copy (anchors[i]));
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      done = FALSE;
    }
  done = done && save_pair (self, database, annotator, record, error);
out:
  syn_anchor_free (anchors[0]);
  syn_anchor_free (anchors[1]);
  return done;
}

static gboolean
pair_verb (SynWorkspace *self, PairVerb *verb, GError **error)
{
  const guint n = syn_comparison_get_n_statements (verb->comparison);

  if (verb->statements[0] >= n || verb->statements[1] >= n || verb->statements[0] == verb->statements[1])
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_USAGE, _ ("Two different statements are needed"));
      return FALSE;
    }
  return syn_workspace_call (self, SYN_CALL_WRITE, run_pair_verb, verb, error);
}

gboolean
syn_workspace_link (SynWorkspace *self, SynComparison *comparison, guint a, guint b, GError **error)
{
  PairVerb verb = { .comparison = comparison, .statements = { a, b }, .kind = SYN_PAIR_LINK };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_COMPARISON (comparison), FALSE);
  return pair_verb (self, &verb, error);
}

gboolean
syn_workspace_unlink (SynWorkspace *self, SynComparison *comparison, guint a, guint b, GError **error)
{
  PairVerb verb = { .comparison = comparison, .statements = { a, b }, .kind = SYN_PAIR_UNLINK };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_COMPARISON (comparison), FALSE);
  return pair_verb (self, &verb, error);
}

gboolean
syn_workspace_dismiss (SynWorkspace *self, SynComparison *comparison, guint conflict, const char *reason,
                       GError **error)
{
  PairVerb verb = { .comparison = comparison, .kind = SYN_PAIR_DISMISSAL, .reason = reason };
  const SynConflict *conflicts;
  gboolean done;
  guint n;

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_COMPARISON (comparison), FALSE);

  conflicts = syn_comparison_get_conflicts (comparison, &n);
  if (conflict >= n)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND, _ ("There is no conflict %u"), conflict);
      return FALSE;
    }
  verb.statements[0] = conflicts[conflict].a;
  verb.statements[1] = conflicts[conflict].b;
  verb.type = conflicts[conflict].type;
  verb.key = syn_conflict_dup_key (comparison, &conflicts[conflict]);
  done = pair_verb (self, &verb, error);
  g_free (verb.key);
  return done;
}
