/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/syn-article-store.h"
#include "store/syn-claim-verb.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"
#include "syn-error.h"

/* What a reader says of several claims at once, and of one claim besides her verdict. */

static gboolean
change_verdict (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  if (record->verdict == self->verdict && g_strcmp0 (record->annotator, self->annotator) == 0 && !record->removed)
    return TRUE;
  record->verdict = self->verdict;
  if (self->verdict != SYN_VERDICT_OPEN)
    record->settled = record->removed = FALSE;
  record->time = self->verdict == SYN_VERDICT_OPEN ? 0 : syn_claim_verb_now ();
  syn_claim_verb_set_text (&record->annotator, self->verdict == SYN_VERDICT_OPEN ? NULL : self->annotator);
  return TRUE;
}

gboolean
syn_workspace_tag_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims, SynVerdict verdict,
                          GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claims = claims, .verb = "tag", .change = change_verdict,
                        .verdict = verdict };

  g_return_val_if_fail ((guint) verdict < SYN_N_VERDICTS, FALSE);
  verb.detail = syn_verdict_to_string (verdict);
  return syn_claim_verb_run_many (self, &verb, error);
}

SynClaimRecord *
syn_workspace_tag (SynWorkspace *self, SynComparison *comparison, guint claim, SynVerdict verdict, GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "tag", .change = change_verdict,
                        .verdict = verdict };

  g_return_val_if_fail ((guint) verdict < SYN_N_VERDICTS, NULL);
  verb.detail = syn_verdict_to_string (verdict);
  return syn_claim_verb_run (self, &verb, error);
}

static gboolean
change_removed (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  record->removed = self->on;
  return TRUE;
}

gboolean
syn_workspace_remove_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims, GError **error)
{
  SynClaimVerb verb
      = { .comparison = comparison, .claims = claims, .verb = "remove", .change = change_removed, .on = TRUE };

  return syn_claim_verb_run_many (self, &verb, error);
}

gboolean
syn_workspace_restore_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims, GError **error)
{
  SynClaimVerb verb
      = { .comparison = comparison, .claims = claims, .verb = "restore", .change = change_removed, .on = FALSE };

  return syn_claim_verb_run_many (self, &verb, error);
}

gboolean
syn_workspace_remove_claim (SynWorkspace *self, SynComparison *comparison, guint claim, GError **error)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (claims, claim);
  return syn_workspace_remove_claims (self, comparison, claims, error);
}

/* Where there is nothing to decide there is no verdict either. */
static gboolean
change_settled (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  if (record->settled == self->on)
    return TRUE;
  record->settled = self->on;
  record->verdict = SYN_VERDICT_OPEN;
  record->time = self->on ? syn_claim_verb_now () : 0;
  syn_claim_verb_set_text (&record->annotator, self->on ? self->annotator : NULL);
  return TRUE;
}

gboolean
syn_workspace_settle_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims, gboolean settled,
                             GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claims = claims, .verb = settled ? "settle" : "unsettle",
                        .change = change_settled, .on = settled };

  return syn_claim_verb_run_many (self, &verb, error);
}

static const SynTag *
find_tag (const GPtrArray *tags, const char *id)
{
  for (guint i = 0; i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];

      if (g_str_equal (tag->id, id))
        return tag;
    }
  return NULL;
}

static gboolean
change_tag (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  const SynTag *tag = self->tag;

  for (guint i = record->tags->len; i-- > 0;)
    {
      const SynTag *one = record->tags->pdata[i];
      const gboolean same = g_str_equal (one->id, tag->id);

      if (same && self->on)
        return TRUE;
      /* A scale has one value. */
      if (same || (self->on && tag->scale != NULL && g_strcmp0 (one->scale, tag->scale) == 0))
        g_ptr_array_remove_index (record->tags, i);
    }
  if (self->on)
    g_ptr_array_add (record->tags, syn_tag_copy (tag));
  if (self->on && tag->scale != NULL)
    {
      record->settled = FALSE;
      record->time = syn_claim_verb_now ();
      syn_claim_verb_set_text (&record->annotator, self->annotator);
    }
  return TRUE;
}

gboolean
syn_workspace_label_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims, const char *tag_id,
                            gboolean on, GError **error)
{
  g_autoptr (GPtrArray) tags = NULL;
  SynClaimVerb verb = { .comparison = comparison, .claims = claims, .verb = on ? "label" : "unlabel",
                        .change = change_tag, .on = on };

  g_return_val_if_fail (tag_id != NULL, FALSE);
  tags = syn_workspace_list_tags (self, error);
  if (tags == NULL)
    return FALSE;
  verb.tag = find_tag (tags, tag_id);
  if (verb.tag == NULL)
    {
      g_set_error_literal (error, SYN_ERROR, SYN_ERROR_NOT_FOUND, _ ("There is no such tag"));
      return FALSE;
    }
  verb.detail = verb.tag->name;
  return syn_claim_verb_run_many (self, &verb, error);
}

static gboolean
change_stance (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  SynArticle *article = syn_comparison_get_article (self->comparison, self->article);
  g_autofree char *key = syn_article_store_dup_key (article);
  SynOwnStance *own;
  gint64 row;

  /* Articles of one workspace that are the same bytes are one source. */
  if (!syn_article_store_put (database, article, &row, error))
    return FALSE;
  for (guint i = record->stances->len; i-- > 0;)
    {
      const SynOwnStance *one = record->stances->pdata[i];

      if (!g_str_equal (one->article_key, key) || !g_str_equal (one->path, syn_article_get_path (article)))
        continue;
      if ((gint) one->stance == self->stance)
        return TRUE;
      g_ptr_array_remove_index (record->stances, i);
    }
  if (self->stance < 0)
    return TRUE;
  own = g_new0 (SynOwnStance, 1);
  own->article_key = g_steal_pointer (&key);
  own->path = g_strdup (syn_article_get_path (article));
  own->stance = (SynStance) self->stance;
  own->annotator = g_strdup (self->annotator);
  own->time = syn_claim_verb_now ();
  g_ptr_array_add (record->stances, own);
  return TRUE;
}

SynClaimRecord *
syn_workspace_set_stance (SynWorkspace *self, SynComparison *comparison, guint claim, guint article, gint stance,
                          GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "stance", .change = change_stance,
                        .article = article, .stance = stance };
  g_autofree char *name = NULL;

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (stance >= -1 && stance <= SYN_STANCE_DENIES, NULL);
  g_return_val_if_fail (article < syn_comparison_get_n_articles (comparison), NULL);
  name = syn_article_dup_source_name (syn_comparison_get_article (comparison, article));
  verb.detail = name;
  return syn_claim_verb_run (self, &verb, error);
}

static gboolean
change_comments (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error)
{
  SynComment *comment = g_new0 (SynComment, 1);

  comment->id = g_uuid_string_random ();
  comment->parent = g_strdup (self->parent);
  comment->annotator = g_strdup (self->annotator);
  comment->time = syn_claim_verb_now ();
  comment->text = g_strdup (self->text);
  g_ptr_array_add (record->comments, comment);
  return TRUE;
}

SynClaimRecord *
syn_workspace_add_comment (SynWorkspace *self, SynComparison *comparison, guint claim, const char *parent,
                           const char *text, GError **error)
{
  SynClaimVerb verb = { .comparison = comparison, .claim = (gint) claim, .verb = "comment",
                        .change = change_comments, .parent = parent, .text = text };

  g_return_val_if_fail (text != NULL && *text != '\0', NULL);
  return syn_claim_verb_run (self, &verb, error);
}
