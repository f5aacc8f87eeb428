/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-session-stories.h"
#include "syn-session-verb.h"

#include <glib/gi18n-lib.h>

/* What the reader decides is kept by one verb after another: each runs against the comparison that the one before it
 * left, so that two quick keys never rule on a claim that has just changed its number. */

static void
verb_free (gpointer data)
{
  SynVerb *verb = data;

  g_clear_object (&verb->workspace);
  g_clear_object (&verb->comparison);
  g_clear_object (&verb->fresh);
  g_clear_pointer (&verb->resolved, syn_resolved_free);
  g_clear_pointer (&verb->of_claim, g_array_unref);
  g_clear_pointer (&verb->of_claims, g_ptr_array_unref);
  g_clear_pointer (&verb->claims, g_array_unref);
  g_clear_pointer (&verb->statements, g_array_unref);
  g_clear_pointer (&verb->tags, g_ptr_array_unref);
  g_clear_pointer (&verb->evidence, syn_evidence_free);
  g_clear_pointer (&verb->file, g_bytes_unref);
  g_clear_object (&verb->article);
  g_clear_object (&verb->moved);
  g_clear_object (&verb->companion);
  g_clear_object (&verb->whole);
  g_clear_pointer (&verb->moves, g_array_unref);
  g_free (verb->id);
  g_free (verb->text);
  g_free (verb->label);
  g_free (verb);
}

gboolean
syn_verb_took (SynClaimRecord *record)
{
  g_autoptr (SynClaimRecord) owned = record;

  return owned != NULL;
}

static gboolean
run_note (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_set_note (verb->workspace, verb->comparison, verb->claim, verb->text,
                                       error));
}

static gboolean
run_wording (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_set_wording (verb->workspace, verb->comparison, verb->claim,
                                          verb->text, error));
}

static gboolean
run_evidence (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_add_evidence (verb->workspace, verb->comparison, verb->claim,
                                           verb->evidence, verb->file, error));
}

static gboolean
run_link (SynVerb *verb, GError **error)
{
  return syn_workspace_link (verb->workspace, verb->comparison, verb->a, verb->b, error);
}

static gboolean
run_unlink (SynVerb *verb, GError **error)
{
  return syn_workspace_unlink (verb->workspace, verb->comparison, verb->a, verb->b, error);
}

static gboolean
run_dismiss (SynVerb *verb, GError **error)
{
  return syn_workspace_dismiss (verb->workspace, verb->comparison, verb->conflict, verb->text,
                                error);
}

static gboolean
run_new_claim (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_new_claim (verb->workspace, verb->comparison, verb->statements,
                                        verb->text, error));
}

static gboolean
run_set_statements (SynVerb *verb, GError **error)
{
  return syn_verb_took (syn_workspace_set_statements (verb->workspace, verb->comparison, verb->claim,
                                             verb->statements, error));
}

static gboolean
run_edit_article (SynVerb *verb, GError **error)
{
  return syn_workspace_edit_article (verb->workspace, verb->article, verb->field, verb->text,
                                     error);
}

static gboolean
run_step_back (SynVerb *verb, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean done = syn_workspace_undo (verb->workspace, &local);

  verb->nothing = !done && local == NULL;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return done || verb->nothing;
}

static gboolean
run_step_forward (SynVerb *verb, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean done = syn_workspace_redo (verb->workspace, &local);

  verb->nothing = !done && local == NULL;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return done || verb->nothing;
}

static void start_next (SynSession *self);

static void
verb_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SynVerb *verb = data;
  GError *error = NULL;

  if (!verb->run (verb, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (verb->fresh != NULL)
    verb->resolved = syn_resolved_new (verb->workspace, verb->fresh, &error);
  if (error == NULL && verb->whole != NULL)
    verb->moves = syn_workspace_list_moves (verb->workspace, verb->whole, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
set_article_field (SynVerb *verb)
{
  g_object_set (verb->article, verb->field, verb->text, NULL);
}

static void
verb_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SynSession *self = SYN_SESSION (object);
  SynVerb *verb = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->verb_running = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    syn_session_fail (self, error);
  else
    {
      if (verb->article != NULL)
        set_article_field (verb);
      /* Another corpus may have been opened meanwhile. */
      if ((verb->run == run_step_back || verb->run == run_step_forward) && self->corpus != NULL
          && verb->workspace == self->workspace
          && !syn_workspace_restore_metadata (verb->workspace, self->corpus, &error))
        syn_session_fail (self, error);
      if (verb->resolved != NULL && verb->fresh == self->fresh)
        syn_session_take_resolved (self, verb->resolved);
      if (verb->moves != NULL && verb->workspace == self->workspace)
        syn_session_take_moves (self, verb->whole, verb->moves);
      if (verb->label != NULL && !verb->nothing)
        {
          self->undone = verb->run == run_step_back;
          syn_session_announce (self, verb->label);
          self->undone = FALSE;
        }
    }
  if (self->workspace != NULL)
    start_next (self);
}

/* All or nothing: what the reader chose together is not done in part. */
static gboolean
aim_at_several (SynSession *self, SynVerb *verb)
{
  g_array_set_size (verb->claims, 0);
  for (guint i = 0; i < verb->of_claims->len; i++)
    {
      gint claim = syn_session_find_claim (self, g_ptr_array_index (verb->of_claims, i));
      guint index = (guint) claim;

      if (claim < 0)
        return FALSE;
      g_array_append_val (verb->claims, index);
    }
  return TRUE;
}

/* Finds the claim and the conflict again in the comparison as it is now; FALSE when they are gone. */
static gboolean
aim (SynSession *self, SynVerb *verb)
{
  if (verb->of_claim != NULL)
    {
      gint claim = syn_session_find_claim (self, verb->of_claim);

      if (claim < 0)
        return FALSE;
      verb->claim = (guint) claim;
    }
  if (verb->of_claims != NULL && !aim_at_several (self, verb))
    return FALSE;
  if (verb->run == run_dismiss)
    {
      guint n;
      const SynConflict *conflicts = syn_comparison_get_conflicts (self->comparison, &n);

      for (verb->conflict = 0; verb->conflict < n; verb->conflict++)
        if (conflicts[verb->conflict].a == verb->a && conflicts[verb->conflict].b == verb->b
            && conflicts[verb->conflict].type == verb->conflict_type)
          return TRUE;
      return FALSE;
    }
  return TRUE;
}

static void
start_next (SynSession *self)
{
  while (!self->verb_running && !g_queue_is_empty (&self->verbs))
    {
      SynVerb *verb = g_queue_pop_head (&self->verbs);
      g_autoptr (GTask) task = NULL;

      if (self->comparison != NULL && !aim (self, verb))
        {
          verb_free (verb);
          continue;
        }
      g_set_object (&verb->comparison, self->comparison);
      g_set_object (&verb->fresh, self->fresh);
      if (self->grouping != NULL)
        g_set_object (&verb->whole, self->grouping->whole);
      task = g_task_new (self, NULL, verb_cb, NULL);
      g_task_set_source_tag (task, start_next);
      g_task_set_task_data (task, verb, verb_free);
      self->verb_running = TRUE;
      g_task_run_in_thread (task, verb_thread);
    }
}

SynVerb *
syn_verb_new (SynSession *self, gboolean (*run) (SynVerb *verb, GError **error), const char *label)
{
  SynVerb *verb = g_new0 (SynVerb, 1);

  verb->run = run;
  verb->workspace = g_object_ref (self->workspace);
  verb->label = g_strdup (label);
  return verb;
}

SynVerb *
syn_verb_new_for_claim (SynSession *self, gint claim,
                    gboolean (*run) (SynVerb *verb, GError **error), const char *label)
{
  SynVerb *verb;
  const SynClaim *claims;
  guint n;

  if (self->comparison == NULL)
    return NULL;
  if (claim < 0)
    claim = self->selected_claim;
  claims = syn_comparison_get_claims (self->comparison, &n);
  if (claim < 0 || (guint) claim >= n)
    return NULL;
  verb = syn_verb_new (self, run, label);
  verb->of_claim = g_array_copy (claims[claim].statements);
  return verb;
}

SynVerb *
syn_verb_new_for_claims (SynSession *self, const GArray *claims, gboolean (*run) (SynVerb *verb, GError **error),
                         const char *label)
{
  SynVerb *verb;
  const SynClaim *all;
  guint n;

  if (self->comparison == NULL || claims->len == 0)
    return NULL;
  all = syn_comparison_get_claims (self->comparison, &n);
  verb = syn_verb_new (self, run, label);
  verb->claims = g_array_new (FALSE, FALSE, sizeof (guint));
  verb->of_claims = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < claims->len; i++)
    if (g_array_index (claims, guint, i) < n)
      g_ptr_array_add (verb->of_claims, g_array_copy (all[g_array_index (claims, guint, i)].statements));
  return verb;
}

void
syn_verb_push (SynSession *self, SynVerb *verb)
{
  if (verb == NULL)
    return;
  g_queue_push_tail (&self->verbs, verb);
  start_next (self);
}

void
syn_session_clear_verbs (SynSession *self)
{
  SynVerb *verb;

  while ((verb = g_queue_pop_head (&self->verbs)) != NULL)
    verb_free (verb);
}

void
syn_session_set_note (SynSession *self, gint claim, const char *note)
{
  SynVerb *verb = syn_verb_new_for_claim (self, claim, run_note, _ ("Note kept"));

  if (verb != NULL)
    verb->text = g_strdup (note);
  syn_verb_push (self, verb);
}

void
syn_session_set_wording (SynSession *self, gint claim, const char *wording)
{
  SynVerb *verb = syn_verb_new_for_claim (self, claim, run_wording, _ ("Claim reworded"));

  if (verb != NULL)
    verb->text = g_strdup (wording);
  syn_verb_push (self, verb);
}

void
syn_session_add_evidence (SynSession *self, gint claim, const SynEvidence *evidence, GBytes *file)
{
  SynVerb *verb = syn_verb_new_for_claim (self, claim, run_evidence, _ ("Evidence added"));

  if (verb != NULL)
    {
      verb->evidence = syn_evidence_copy (evidence);
      verb->file = file != NULL ? g_bytes_ref (file) : NULL;
    }
  syn_verb_push (self, verb);
}

static void
push_pair (SynSession *self, gboolean (*run) (SynVerb *verb, GError **error), const char *label,
           guint a, guint b)
{
  SynVerb *verb;

  if (self->comparison == NULL)
    return;
  verb = syn_verb_new (self, run, label);
  verb->a = MIN (a, b);
  verb->b = MAX (a, b);
  syn_verb_push (self, verb);
}

static const char *
name_source (SynSession *self, guint statement)
{
  SynSource *source
      = syn_session_find_source (self, syn_comparison_get_statement (self->comparison, statement)->article);

  return source != NULL ? syn_source_get_name (source) : "";
}

/* Only the claims of these two change, and the reader is told which. */
void
syn_session_link (SynSession *self, guint a, guint b)
{
  g_autofree char *label = NULL;

  if (self->comparison == NULL)
    return;
  /* Translators: two sources of which the reader has linked a statement each. */
  label = g_strdup_printf (_ ("Linked: %s – %s"), name_source (self, a), name_source (self, b));
  push_pair (self, run_link, label, a, b);
}

void
syn_session_unlink (SynSession *self, guint a, guint b)
{
  g_autofree char *label = NULL;

  if (self->comparison == NULL)
    return;
  /* Translators: two sources of which the reader has parted a statement each. */
  label = g_strdup_printf (_ ("Unlinked: %s – %s"), name_source (self, a), name_source (self, b));
  push_pair (self, run_unlink, label, a, b);
}

void
syn_session_dismiss (SynSession *self, guint conflict, const char *reason)
{
  guint n;
  const SynConflict *conflicts;
  SynVerb *verb;

  if (self->comparison == NULL)
    return;
  conflicts = syn_comparison_get_conflicts (self->comparison, &n);
  g_return_if_fail (conflict < n);
  verb = syn_verb_new (self, run_dismiss, _ ("Conflict dismissed"));
  verb->a = conflicts[conflict].a;
  verb->b = conflicts[conflict].b;
  verb->conflict_type = conflicts[conflict].type;
  verb->text = g_strdup (reason);
  syn_verb_push (self, verb);
}

void
syn_session_new_claim (SynSession *self, const GArray *statements, const char *wording)
{
  SynVerb *verb;

  if (self->comparison == NULL)
    return;
  verb = syn_verb_new (self, run_new_claim, _ ("Claim made"));
  verb->statements = g_array_copy ((GArray *) statements);
  verb->text = g_strdup (wording);
  syn_verb_push (self, verb);
}

void
syn_session_set_statements (SynSession *self, gint claim, const GArray *statements)
{
  SynVerb *verb = syn_verb_new_for_claim (self, claim, run_set_statements, _ ("Claim changed"));

  if (verb != NULL)
    verb->statements = g_array_copy ((GArray *) statements);
  syn_verb_push (self, verb);
}

void
syn_session_edit_article (SynSession *self, SynArticle *article, const char *field,
                          const char *value)
{
  SynVerb *verb = syn_verb_new (self, run_edit_article, NULL);

  verb->article = g_object_ref (article);
  verb->field = g_intern_string (field);
  verb->text = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
  syn_verb_push (self, verb);
}

void
syn_session_undo (SynSession *self)
{
  g_autofree char *label
      = self->undo_label != NULL ? g_strdup_printf (_ ("Undone: %s"), self->undo_label) : g_strdup (_ ("Undone"));

  syn_verb_push (self, syn_verb_new (self, run_step_back, label));
}

void
syn_session_redo (SynSession *self)
{
  g_autofree char *label
      = self->redo_label != NULL ? g_strdup_printf (_ ("Redone: %s"), self->redo_label) : g_strdup (_ ("Redone"));

  syn_verb_push (self, syn_verb_new (self, run_step_forward, label));
}
