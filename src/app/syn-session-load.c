/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-session-stories.h"

#include <glib/gi18n-lib.h>

#include "exchange/syn-annotated-set.h"
#include "syn-error.h"

/* Two steps, so that the texts can be read while they are being compared: first the corpus is read and kept, then the
 * engine runs. A step whose session has moved on is dropped by its cancellable. */

typedef struct
{
  SynWorkspace *workspace;
  char *title;      /* or NULL: the corpus' own */
  GPtrArray *files; /* GFile, or NULL: what the workspace kept last */
  SynCorpus *corpus;
  SynArrangement *arrangement; /* or NULL */
  SynGrouping *grouping;
  SynGrouping *of;  /* of which a story is opened */
  guint story;
  SynComparison *fresh;
  SynResolved *resolved;
  GListModel *report;
  GError *keep_error; /* the corpus can be read but could not be kept */
  GWeakRef session;
  double from, to; /* this step's part of the progress bar */
} Step;

typedef struct
{
  GWeakRef session;
  GCancellable *cancellable;
  double fraction;
  char *message;
} Report;

static Step *
step_new (SynSession *session, double from, double to)
{
  Step *step = g_new0 (Step, 1);

  step->workspace = g_object_ref (session->workspace);
  step->from = from;
  step->to = to;
  g_weak_ref_init (&step->session, session);
  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->workspace);
  g_clear_pointer (&step->files, g_ptr_array_unref);
  g_free (step->title);
  g_clear_object (&step->corpus);
  g_clear_pointer (&step->arrangement, syn_arrangement_free);
  g_clear_pointer (&step->grouping, syn_grouping_free);
  g_clear_pointer (&step->of, syn_grouping_free);
  g_clear_object (&step->fresh);
  g_clear_pointer (&step->resolved, syn_resolved_free);
  g_clear_object (&step->report);
  g_clear_error (&step->keep_error);
  g_weak_ref_clear (&step->session);
  g_free (step);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_weak_ref_clear (&report->session);
  g_clear_object (&report->cancellable);
  g_free (report->message);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  g_autoptr (SynSession) self = g_weak_ref_get (&report->session);

  if (self != NULL && self->cancellable == report->cancellable)
    syn_session_set_progress (self, report->fraction, report->message);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, const char *message, gpointer user_data)
{
  GTask *task = user_data;
  Step *step = g_task_get_task_data (task);
  g_autoptr (SynSession) self = g_weak_ref_get (&step->session);
  Report *report;

  if (self == NULL)
    return;
  report = g_new0 (Report, 1);
  g_weak_ref_init (&report->session, self);
  report->cancellable = g_object_ref (g_task_get_cancellable (task));
  report->fraction = step->from + CLAMP (fraction, 0, 1) * (step->to - step->from);
  report->message = g_strdup (message);
  /* Not by invoking it in the main context: where nobody iterates that just now it would run here, in the thread. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, report_cb, report, report_free);
}

SynResolved *
syn_resolved_new (SynWorkspace *workspace, SynComparison *fresh, GError **error)
{
  g_autoptr (SynResolved) resolved = g_new0 (SynResolved, 1);
  g_autoptr (SynDecisions) decisions = NULL;

  decisions = syn_workspace_resolve (workspace, fresh, &resolved->records, &resolved->orphans,
                                     error);
  if (decisions == NULL)
    return NULL;
  resolved->tags = syn_workspace_list_tags (workspace, error);
  if (resolved->tags == NULL)
    return NULL;
  resolved->comparison = syn_comparison_apply (fresh, decisions);
  resolved->undo_label = syn_workspace_dup_undo_label (workspace);
  resolved->redo_label = syn_workspace_dup_redo_label (workspace);
  return g_steal_pointer (&resolved);
}

void
syn_resolved_free (SynResolved *self)
{
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->orphans, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self);
}

static gboolean
is_current (SynSession *self, GTask *task)
{
  return self->cancellable != NULL && g_task_get_cancellable (task) == self->cancellable;
}

static void
finish (SynSession *self, GError *error)
{
  g_clear_object (&self->cancellable);
  syn_session_set_busy (self, FALSE);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    syn_session_fail (self, error);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Step *step = data;
  g_autoptr (GError) error = NULL;
  SynResultCache cache = syn_workspace_get_result_cache (step->workspace);

  step->fresh = syn_comparison_new_story_cached (step->corpus, 0, SYN_COMPARE_DEFAULT, &cache,
                                                 progress_cb, task, cancellable, &error);
  if (step->fresh != NULL)
    step->resolved = syn_resolved_new (step->workspace, step->fresh, &error);
  if (step->resolved != NULL)
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Cancelled"));
}

static void
compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SynSession *self = SYN_SESSION (object);
  GTask *task = G_TASK (result);
  Step *step = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (task, &error))
    {
      if (is_current (self, task))
        finish (self, error);
      return;
    }
  if (!is_current (self, task))
    return;
  syn_session_set_fresh (self, step->fresh);
  syn_session_take_resolved (self, step->resolved);
  syn_session_set_progress (self, 1, NULL);
  finish (self, NULL);
  syn_session_update_story (self);
}

static void
start_compare (SynSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, compared_cb, NULL);
  Step *step = step_new (self, 0.4, 1);

  step->corpus = g_object_ref (self->corpus);
  g_task_set_source_tag (task, start_compare);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, step, step_free);
  syn_session_set_progress (self, 0.4, _ ("Comparing"));
  g_task_run_in_thread (task, compare_thread);
}

static gboolean
read_files (Step *step, GTask *task, GError **error)
{
  g_autoptr (SynCorpus) corpus = NULL;

  corpus = syn_corpus_load (step->files, progress_cb, task, g_task_get_cancellable (task), error);
  if (corpus == NULL)
    return FALSE;
  if (step->title != NULL)
    syn_corpus_set_title (corpus, step->title);
  step->report = g_object_ref (syn_corpus_get_report (corpus));
  if (syn_corpus_get_n_articles (corpus) == 0)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, "%s",
                   _ ("There is no article to read here. The import report lists every file."));
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), error))
    return FALSE;
  /* A full disk must not keep anybody from reading. */
  if (syn_workspace_put_corpus (step->workspace, corpus, &step->keep_error))
    syn_annotated_set_import (step->workspace, step->files, NULL, &step->keep_error);
  step->corpus = g_steal_pointer (&corpus);
  return TRUE;
}

/* The whole gives way to the story that is shown first. */
static void
group (Step *step, GTask *task)
{
  g_autoptr (SynCorpus) whole = g_steal_pointer (&step->corpus);

  step->grouping = syn_grouping_new (step->workspace, whole, progress_cb, task);
  step->corpus = syn_grouping_dup_story (step->grouping, step->workspace, step->story, &step->arrangement);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Step *step = data;
  GError *error = NULL;

  if (step->files != NULL)
    {
      if (read_files (step, task, &error))
        {
          group (step, task);
          g_task_return_boolean (task, TRUE);
        }
      else
        g_task_return_error (task, error);
      return;
    }
  step->corpus = syn_workspace_dup_corpus (step->workspace, &error);
  if (step->corpus != NULL && syn_corpus_get_n_articles (step->corpus) > 0)
    {
      group (step, task);
      g_task_return_boolean (task, TRUE);
    }
  else if (error != NULL && !g_error_matches (error, SYN_ERROR, SYN_ERROR_NOT_FOUND))
    g_task_return_error (task, error);
  else
    {
      g_clear_error (&error);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Nothing kept"));
    }
}

static void
show (SynSession *self, Step *step)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (step->grouping != NULL)
    syn_session_take_grouping (self, g_steal_pointer (&step->grouping), step->story);
  else
    syn_session_take_story (self, step->story);
  syn_session_set_corpus (self, step->corpus, step->arrangement);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
story_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Step *step = data;

  step->corpus = syn_grouping_dup_story (step->of, step->workspace, step->story, &step->arrangement);
  g_task_return_boolean (task, !g_cancellable_is_cancelled (cancellable));
}

static void
story_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SynSession *self = SYN_SESSION (object);
  GTask *task = G_TASK (result);

  if (!is_current (self, task))
    return;
  show (self, g_task_get_task_data (task));
  start_compare (self);
}

void
syn_session_open_story (SynSession *self, guint story)
{
  g_autoptr (GTask) task = NULL;
  Step *step;

  g_return_if_fail (SYN_IS_SESSION (self));

  if (self->grouping == NULL || story >= syn_stories_get_n (self->grouping->stories))
    return;
  syn_session_stop_counting (self);
  syn_session_cancel (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, story_cb, NULL);
  step = step_new (self, 0, 0.4);
  step->of = syn_grouping_copy (self->grouping);
  step->story = story;
  g_task_set_source_tag (task, syn_session_open_story);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, step, step_free);
  syn_session_set_progress (self, 0, _ ("Reading"));
  syn_session_set_busy (self, TRUE);
  g_task_run_in_thread (task, story_thread);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SynSession *self = SYN_SESSION (object);
  GTask *task = G_TASK (result);
  Step *step = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean loaded = g_task_propagate_boolean (task, &error);

  if (!is_current (self, task))
    {
      /* Cancelled when it was kept already: what the workspace holds must be what is shown. */
      if (loaded && self->cancellable == NULL)
        show (self, step);
      return;
    }
  if (step->report != NULL)
    syn_session_set_report (self, step->report);
  if (!loaded)
    {
      finish (self, error);
      return;
    }
  show (self, step);
  if (step->keep_error != NULL)
    syn_session_fail (self, step->keep_error);
  start_compare (self);
}

static void
start_load (SynSession *self, GPtrArray *files)
{
  g_autoptr (GTask) task = NULL;
  Step *step;

  syn_session_cancel (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  step = step_new (self, 0, 0.4);
  step->title = g_steal_pointer (&self->title);
  step->files = files != NULL ? g_ptr_array_ref (files) : NULL;
  g_task_set_source_tag (task, start_load);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, step, step_free);
  syn_session_set_progress (self, 0, _ ("Reading"));
  syn_session_set_busy (self, TRUE);
  g_task_run_in_thread (task, load_thread);
}

/**
 * syn_session_open:
 * @files: (element-type GFile): files and folders; together they are one corpus
 *
 * Reads and compares off the main thread; what was open stays until the new texts are there.
 */
void
syn_session_open (SynSession *self, GPtrArray *files)
{
  g_return_if_fail (SYN_IS_SESSION (self));
  g_return_if_fail (files != NULL && files->len > 0);

  start_load (self, files);
}

/**
 * syn_session_open_as:
 *
 * As syn_session_open(), with a title of its own in place of the folder's name.
 */
void
syn_session_open_as (SynSession *self, GPtrArray *files, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
  syn_session_open (self, files);
}

void
syn_session_reopen (SynSession *self)
{
  g_return_if_fail (SYN_IS_SESSION (self));

  start_load (self, NULL);
}

void
syn_session_set_workspace (SynSession *self, SynWorkspace *workspace)
{
  g_return_if_fail (SYN_IS_SESSION (self) && SYN_IS_WORKSPACE (workspace));

  syn_session_cancel (self);
  syn_session_take_grouping (self, NULL, 0);
  syn_session_set_corpus (self, NULL, NULL);
  syn_session_set_report (self, NULL);
  g_set_object (&self->workspace, workspace);
  syn_session_reopen (self);
}

void
syn_session_compare (SynSession *self)
{
  g_return_if_fail (SYN_IS_SESSION (self));

  if (self->corpus == NULL)
    return;
  syn_session_cancel (self);
  self->cancellable = g_cancellable_new ();
  syn_session_set_busy (self, TRUE);
  start_compare (self);
}

/**
 * syn_session_cancel:
 *
 * Stops reading or comparing. Texts that are there stay readable.
 */
void
syn_session_cancel (SynSession *self)
{
  g_return_if_fail (SYN_IS_SESSION (self));

  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  syn_session_set_busy (self, FALSE);
}
