/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-session-verb.h"

#include <glib/gi18n-lib.h>

/* What the reader does to several claims at once, and what she says of a claim besides her verdict. */

static gboolean
run_tag (SynVerb *verb, GError **error)
{
  return syn_workspace_tag_claims (verb->workspace, verb->comparison, verb->claims, verb->verdict, error);
}

static gboolean
run_remove (SynVerb *verb, GError **error)
{
  return syn_workspace_remove_claims (verb->workspace, verb->comparison, verb->claims, error);
}

static gboolean
run_settle (SynVerb *verb, GError **error)
{
  return syn_workspace_settle_claims (verb->workspace, verb->comparison, verb->claims, verb->on, error);
}

static gboolean
run_label (SynVerb *verb, GError **error)
{
  return syn_workspace_label_claims (verb->workspace, verb->comparison, verb->claims, verb->id, verb->on, error);
}

static gboolean
run_stance (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_set_stance (verb->workspace, verb->comparison, verb->claim, verb->source,
                                                  verb->stance, error));
}

static gboolean
run_comment (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_add_comment (verb->workspace, verb->comparison, verb->claim, verb->id,
                                                   verb->text, error));
}

static gboolean
run_split (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_split_claim (verb->workspace, verb->comparison, verb->claim, verb->statements,
                                                   verb->text, error));
}

static gboolean
run_merge (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_merge_claims (verb->workspace, verb->comparison, verb->claims, error));
}

static gboolean
run_set_tags (SynVerb *verb, GError **error)
{
  return syn_workspace_set_tags (verb->workspace, verb->tags, error);
}

static gboolean
run_revert (SynVerb *verb, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean done = syn_workspace_revert (verb->workspace, verb->history, &local);

  verb->nothing = !done && local == NULL;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return done || verb->nothing;
}

/* "Tagged: Disputed", "Tagged: Disputed (12 claims)" */
static char *
dup_label (const char *text, guint n)
{
  if (n < 2)
    return g_strdup (text);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u claim)", "%s (%u claims)", n), text, n);
}

void
syn_session_tag_claims (SynSession *self, const GArray *claims, SynVerdict verdict)
{
  g_autofree char *text = verdict == SYN_VERDICT_OPEN
                              ? g_strdup (_ ("Verdict cleared"))
                              : g_strdup_printf (_ ("Tagged: %s"), syn_verdict_label (verdict));
  g_autofree char *label = dup_label (text, claims->len);
  SynVerb *verb = syn_verb_new_for_claims (self, claims, run_tag, label);

  if (verb != NULL)
    verb->verdict = verdict;
  syn_verb_push (self, verb);
}

void
syn_session_remove_claims (SynSession *self, const GArray *claims)
{
  g_autofree char *label = dup_label (_ ("Claim set aside"), claims->len);

  syn_verb_push (self, syn_verb_new_for_claims (self, claims, run_remove, label));
}

void
syn_session_settle_claims (SynSession *self, const GArray *claims, gboolean settled)
{
  g_autofree char *label = dup_label (settled ? _ ("Nothing to decide") : _ ("Open again"), claims->len);
  SynVerb *verb = syn_verb_new_for_claims (self, claims, run_settle, label);

  if (verb != NULL)
    verb->on = settled;
  syn_verb_push (self, verb);
}

void
syn_session_label_claims (SynSession *self, const GArray *claims, const char *tag_id, gboolean on)
{
  const SynTag *tag = syn_session_find_tag (self, tag_id);
  g_autofree char *text = NULL, *label = NULL;
  SynVerb *verb;

  if (tag == NULL)
    return;
  text = g_strdup_printf (on ? _ ("Tagged: %s") : _ ("Tag removed: %s"), tag->name);
  label = dup_label (text, claims->len);
  verb = syn_verb_new_for_claims (self, claims, run_label, label);
  if (verb != NULL)
    {
      verb->id = g_strdup (tag_id);
      verb->on = on;
    }
  syn_verb_push (self, verb);
}

void
syn_session_set_stance (SynSession *self, gint claim, guint source, gint stance)
{
  SynVerb *verb = syn_verb_new_for_claim (self, claim, run_stance, _ ("Stance corrected"));

  if (verb != NULL)
    {
      verb->source = source;
      verb->stance = stance;
    }
  syn_verb_push (self, verb);
}

void
syn_session_add_comment (SynSession *self, gint claim, const char *parent, const char *text)
{
  SynVerb *verb = syn_verb_new_for_claim (self, claim, run_comment, _ ("Comment added"));

  if (verb != NULL)
    {
      verb->id = g_strdup (parent);
      verb->text = g_strdup (text);
    }
  syn_verb_push (self, verb);
}

void
syn_session_split_claim (SynSession *self, gint claim, const GArray *statements, const char *wording)
{
  SynVerb *verb = syn_verb_new_for_claim (self, claim, run_split, _ ("Claim split"));

  if (verb != NULL)
    {
      verb->statements = g_array_copy ((GArray *) statements);
      verb->text = g_strdup (wording);
    }
  syn_verb_push (self, verb);
}

void
syn_session_merge_claims (SynSession *self, const GArray *claims)
{
  if (claims->len > 1)
    syn_verb_push (self, syn_verb_new_for_claims (self, claims, run_merge, _ ("Claims merged")));
}

void
syn_session_set_tags (SynSession *self, const GPtrArray *tags)
{
  SynVerb *verb = syn_verb_new (self, run_set_tags, _ ("Tags changed"));

  verb->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);
  for (guint i = 0; i < tags->len; i++)
    g_ptr_array_add (verb->tags, syn_tag_copy (tags->pdata[i]));
  syn_verb_push (self, verb);
}

void
syn_session_revert (SynSession *self, gint64 history)
{
  SynVerb *verb = syn_verb_new (self, run_revert, _ ("Correction taken back"));

  verb->history = history;
  syn_verb_push (self, verb);
}

GPtrArray *
syn_session_get_tags (SynSession *self)
{
  return self->tags;
}

const SynTag *
syn_session_find_tag (SynSession *self, const char *id)
{
  for (guint i = 0; self->tags != NULL && i < self->tags->len; i++)
    if (g_str_equal (((SynTag *) self->tags->pdata[i])->id, id))
      return self->tags->pdata[i];
  return NULL;
}

gboolean
syn_session_is_open (SynSession *self, guint claim)
{
  return syn_claim_record_is_open (syn_session_get_record (self, claim));
}

/* What a command on claims is about: those chosen together, else the selected one. */
GArray *
syn_session_dup_targets (SynSession *self)
{
  GArray *targets = syn_session_dup_chosen (self);

  if (targets->len == 0 && self->selected_claim >= 0)
    g_array_append_val (targets, self->selected_claim);
  return targets;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

GArray *
syn_session_dup_chosen (SynSession *self)
{
  return g_array_copy (self->chosen);
}

void
syn_session_set_chosen (SynSession *self, const GArray *claims)
{
  const gboolean several = claims != NULL && claims->len > 1;
  const guint n = several ? claims->len : 0;

  if (n == self->chosen->len && (n == 0 || memcmp (claims->data, self->chosen->data, n * sizeof (guint)) == 0))
    return;
  g_array_set_size (self->chosen, 0);
  if (several)
    g_array_append_vals (self->chosen, claims->data, n);
  g_array_sort (self->chosen, compare_indices);
  g_object_notify (G_OBJECT (self), "n-chosen");
}

typedef struct
{
  SynWorkspace *workspace;
  SynComparison *fresh;
  guint n;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->workspace);
  g_object_unref (asking->fresh);
  g_free (asking);
}

static void
ask_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asking *asking = data;
  GError *error = NULL;
  g_autoptr (SynDecisions) decisions = syn_workspace_resolve (asking->workspace, asking->fresh, NULL, NULL, &error);

  if (decisions == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, syn_comparison_list_questions (asking->fresh, decisions, asking->n),
                           (GDestroyNotify) g_array_unref);
}

void
syn_session_list_questions (SynSession *self, guint n, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Asking *asking;

  g_task_set_source_tag (task, syn_session_list_questions);
  if (self->fresh == NULL)
    {
      g_task_return_pointer (task, g_array_new (FALSE, FALSE, sizeof (SynQuestion)), (GDestroyNotify) g_array_unref);
      return;
    }
  asking = g_new0 (Asking, 1);
  asking->workspace = g_object_ref (self->workspace);
  asking->fresh = g_object_ref (self->fresh);
  asking->n = n;
  g_task_set_task_data (task, asking, asking_free);
  g_task_run_in_thread (task, ask_thread);
}

GArray *
syn_session_list_questions_finish (SynSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Whether @claim has something from the source that the reader stands on. */
static gboolean
tells_of_active (SynSession *self, gint claim)
{
  const SynClaim *of;
  guint article;

  if (claim < 0 || self->active_statement < 0)
    return TRUE;
  of = &syn_comparison_get_claims (self->comparison, NULL)[claim];
  article = syn_comparison_get_statement (self->comparison, (guint) self->active_statement)->article;
  return syn_comparison_get_stance (self->comparison, of, article) != SYN_STANCE_SILENT;
}

/* Of the claims that the active statement is in now, the one that holds most of @statements; else @nearest. */
static gint
follow_active (SynSession *self, const GArray *statements, gint nearest)
{
  guint n, best_shared = 0;
  const guint *claims = syn_comparison_claims_of (self->comparison, (guint) self->active_statement, &n);
  const SynClaim *all = syn_comparison_get_claims (self->comparison, NULL);
  gint best = -1;

  for (guint i = 0; i < n; i++)
    {
      const GArray *in = all[claims[i]].statements;
      guint shared = 0;

      for (guint k = 0; k < in->len; k++)
        for (guint j = 0; j < statements->len; j++)
          shared += g_array_index (in, guint, k) == g_array_index (statements, guint, j);
      if (best < 0 || shared > best_shared)
        {
          best = (gint) claims[i];
          best_shared = shared;
        }
    }
  return best >= 0 ? best : nearest;
}

gint
syn_session_find_followed_claim (SynSession *self, const GArray *statements)
{
  gint claim = syn_session_find_claim (self, statements);

  return tells_of_active (self, claim) ? claim : follow_active (self, statements, claim);
}

/* ── What she said of a claim ─────────────────────────────────────────────── */

const SynClaimRecord *
syn_session_get_record (SynSession *self, guint claim)
{
  return claim < self->record_of_claim->len ? g_ptr_array_index (self->record_of_claim, claim)
                                            : NULL;
}

SynVerdict
syn_session_get_verdict (SynSession *self, guint claim)
{
  const SynClaimRecord *record = syn_session_get_record (self, claim);

  return record != NULL ? record->verdict : SYN_VERDICT_OPEN;
}

const char *
syn_session_get_wording (SynSession *self, guint claim)
{
  const SynClaimRecord *record = syn_session_get_record (self, claim);
  guint n;
  const SynClaim *claims;

  if (record != NULL && record->wording != NULL && *record->wording != '\0')
    return record->wording;
  g_return_val_if_fail (self->comparison != NULL, NULL);
  claims = syn_comparison_get_claims (self->comparison, &n);
  g_return_val_if_fail (claim < n, NULL);
  return claims[claim].summary;
}
