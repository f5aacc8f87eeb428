/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "store/syn-article-store.h"
#include "store/syn-journal.h"
#include "store/syn-rescue.h"
#include "store/syn-schema.h"
#include "syn-error.h"

/* Something to be done by the thread that owns the connection; NULL for the end. */
typedef struct
{
  SynWorkspace *workspace; /* kept alive by who waits */
  SynCallKind kind;
  SynCallFunc func;
  gpointer data;
  GError **error;
  gboolean result;

  gboolean done;
  GMutex *mutex;
  GCond *cond;

  GTask *task; /* instead of a waiting thread */
} Job;

/* What the thread needs; outlives the workspace when that is let go of on the thread itself. */
typedef struct
{
  SynDatabase *database;
  GAsyncQueue *queue;
} Writer;

struct _SynWorkspace
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  Writer *writer;
  char *rescued;  /* where its content is, when its file was deleted; of the thread */
  GThread *owner; /* only to be compared with */

  GMutex mutex; /* guards all below */
  GThread *thread; /* NULL when closed */
  char *annotator;
  char *undo_label;
  char *redo_label;
};

G_DEFINE_FINAL_TYPE (SynWorkspace, syn_workspace, G_TYPE_OBJECT)

typedef struct
{
  SynWorkspaceFunc func;
  gpointer data;
  GDestroyNotify destroy;
  gboolean result;
  GError *error;
} Run;

static void
run_free (Run *run)
{
  if (run->destroy != NULL)
    run->destroy (run->data);
  g_clear_error (&run->error);
  g_free (run);
}

static void
writer_clear (Writer *writer)
{
  syn_database_close (writer->database);
  g_async_queue_unref (writer->queue);
}

/* The labels of the buttons are kept at hand, so that a window can ask at any time without waiting. */
static void
refresh_labels (SynWorkspace *self, SynDatabase *database)
{
  g_autofree char *undo = NULL, *redo = NULL;
  g_autoptr (GError) error = NULL;

  if (!syn_journal_dup_labels (database, &undo, &redo, &error))
    {
      g_debug ("%s", error->message);
      return;
    }
  g_mutex_lock (&self->mutex);
  g_free (self->undo_label);
  g_free (self->redo_label);
  self->undo_label = g_steal_pointer (&undo);
  self->redo_label = g_steal_pointer (&redo);
  g_mutex_unlock (&self->mutex);
}

static gboolean
refuse_write (SynWorkspace *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, SYN_ERROR, SYN_ERROR_READ_ONLY, _ ("“%s” was opened for reading only"), name);
  return FALSE;
}

/* What is in a file that was deleted is lost when it is closed: it is written down elsewhere, once. */
static gboolean
refuse_lost (SynWorkspace *self, SynDatabase *database, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *rescued = NULL;
  g_autoptr (GError) local = NULL;

  if (self->rescued == NULL)
    self->rescued = syn_rescue (database, &local);
  if (self->rescued == NULL)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_DATABASE,
                   _ ("“%s” was deleted or replaced while it was open, and no copy can be written (%s); "
                      "export what you need before you close it"),
                   name, local->message);
      return FALSE;
    }
  rescued = g_filename_display_name (self->rescued);
  g_set_error (error, SYN_ERROR, SYN_ERROR_DATABASE,
               _ ("“%s” was deleted or replaced while it was open; the last action was not kept, "
                  "everything before it is in “%s”"),
               name, rescued);
  return FALSE;
}

static gboolean
call_write (SynWorkspace *self, SynDatabase *database, SynCallFunc func, gpointer data, GError **error)
{
  gboolean done;

  if (self->read_only)
    return refuse_write (self, error);
  if (!syn_database_is_in_place (database))
    return refuse_lost (self, database, error);
  if (!syn_database_begin (database, error))
    return FALSE;
  done = func (self, database, data, error);
  if (!done)
    syn_database_rollback (database);
  else
    done = syn_database_commit (database, error);
  refresh_labels (self, database);
  return done;
}

static gboolean
call_try (SynWorkspace *self, SynDatabase *database, SynCallFunc func, gpointer data, GError **error)
{
  gboolean done;

  syn_database_set_patient (database, FALSE);
  done = call_write (self, database, func, data, error);
  syn_database_set_patient (database, TRUE);
  return done;
}

static gboolean
call_read (SynWorkspace *self, SynDatabase *database, SynCallFunc func, gpointer data, GError **error)
{
  gboolean done;

  if (!syn_database_run (database, SYN_SQL_BEGIN_READ, error, ""))
    return FALSE;
  done = func (self, database, data, error);
  /* Nothing was written: either end gives the lock back. */
  syn_database_rollback (database);
  return done;
}

static gboolean
call_now (SynWorkspace *self, SynDatabase *database, SynCallKind kind, SynCallFunc func, gpointer data,
          GError **error)
{
  switch (kind)
    {
    case SYN_CALL_READ:
      return call_read (self, database, func, data, error);
    case SYN_CALL_WRITE:
      return call_write (self, database, func, data, error);
    case SYN_CALL_TRY:
      return call_try (self, database, func, data, error);
    case SYN_CALL_BARE:
      return func (self, database, data, error);
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
run_returned_cb (gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);

  if (run->error != NULL)
    g_task_return_error (task, g_steal_pointer (&run->error));
  else
    g_task_return_boolean (task, run->result);
  return G_SOURCE_REMOVE;
}

/* Takes @task.  It goes back to the caller's thread before it is let go of, so that the caller's data is never
 * freed here, where a widget in it could not be. */
static void
run_task (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr (GSource) source = g_idle_source_new ();

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &run->error))
    run->result = run->func (g_task_get_source_object (task), run->data, &run->error);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "syn_workspace_run_async");
  g_source_set_callback (source, run_returned_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
job_run (Job *job, SynDatabase *database)
{
  if (job->task != NULL)
    {
      run_task (job->task);
      g_free (job);
      return;
    }
  job->result = call_now (job->workspace, database, job->kind, job->func, job->data, job->error);
  g_mutex_lock (job->mutex);
  job->done = TRUE;
  g_cond_signal (job->cond);
  g_mutex_unlock (job->mutex);
}

static gpointer
writer_thread (gpointer data)
{
  Writer *writer = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (writer->queue);

      if (job->workspace == NULL)
        {
          g_free (job);
          break;
        }
      job_run (job, writer->database);
    }
  writer_clear (writer);
  g_atomic_rc_box_release (writer);
  return NULL;
}

/* Hands @job over; FALSE when the workspace is closed. */
static gboolean
push (SynWorkspace *self, Job *job, GError **error)
{
  gboolean open;

  g_mutex_lock (&self->mutex);
  open = self->thread != NULL;
  if (open)
    g_async_queue_push (self->writer->queue, job);
  g_mutex_unlock (&self->mutex);
  if (!open)
    {
      g_autofree char *name = g_filename_display_name (self->path);

      g_set_error (error, SYN_ERROR, SYN_ERROR_FAILED, _ ("“%s” has been closed"), name);
    }
  return open;
}

gboolean
syn_workspace_call (SynWorkspace *self, SynCallKind kind, SynCallFunc func, gpointer data, GError **error)
{
  Job job = { .workspace = self, .kind = kind, .func = func, .data = data, .error = error };
  GMutex mutex;
  GCond cond;

  /* Inside syn_workspace_run_async() the thread would wait for itself. */
  if (self->owner == g_thread_self ())
    return call_now (self, self->writer->database, kind, func, data, error);
  g_mutex_init (&mutex);
  g_cond_init (&cond);
  job.mutex = &mutex;
  job.cond = &cond;
  if (push (self, &job, error))
    {
      g_mutex_lock (&mutex);
      while (!job.done)
        g_cond_wait (&cond, &mutex);
      g_mutex_unlock (&mutex);
    }
  g_mutex_clear (&mutex);
  g_cond_clear (&cond);
  return job.result;
}

static void
syn_workspace_dispose (GObject *object)
{
  syn_workspace_close (SYN_WORKSPACE (object));
  G_OBJECT_CLASS (syn_workspace_parent_class)->dispose (object);
}

static void
syn_workspace_finalize (GObject *object)
{
  SynWorkspace *self = SYN_WORKSPACE (object);

  g_clear_pointer (&self->writer, g_atomic_rc_box_release);
  g_free (self->path);
  g_free (self->rescued);
  g_free (self->annotator);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (syn_workspace_parent_class)->finalize (object);
}

static void
syn_workspace_class_init (SynWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = syn_workspace_dispose;
  object_class->finalize = syn_workspace_finalize;
}

static void
syn_workspace_init (SynWorkspace *self)
{
  g_mutex_init (&self->mutex);
  self->annotator = g_strdup (g_get_user_name ());
}

SynWorkspace *
syn_workspace_open (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (SynWorkspace) self = NULL;
  SynDatabase *database;

  g_return_val_if_fail (path != NULL, NULL);

  database = syn_schema_open (path, read_only, error);
  if (database == NULL)
    return NULL;
  self = g_object_new (SYN_TYPE_WORKSPACE, NULL);
  self->path = g_strdup (path);
  self->read_only = read_only;
  self->writer = g_atomic_rc_box_new0 (Writer);
  self->writer->database = database;
  self->writer->queue = g_async_queue_new ();
  refresh_labels (self, database);
  self->thread = g_thread_new ("workspace", writer_thread, g_atomic_rc_box_acquire (self->writer));
  self->owner = self->thread;
  return g_steal_pointer (&self);
}

void
syn_workspace_close (SynWorkspace *self)
{
  g_autoptr (GThread) thread = NULL;

  g_return_if_fail (SYN_IS_WORKSPACE (self));

  g_mutex_lock (&self->mutex);
  thread = g_steal_pointer (&self->thread);
  if (thread != NULL)
    g_async_queue_push (self->writer->queue, g_new0 (Job, 1));
  g_mutex_unlock (&self->mutex);
  /* Let go of by its own thread, it ends after the present job. */
  if (thread != NULL && thread != g_thread_self ())
    g_thread_join (g_steal_pointer (&thread));
}

const char *
syn_workspace_get_path (SynWorkspace *self)
{
  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);
  return self->path;
}

char *
syn_workspace_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "synoptic", "workspace.db", NULL);
}

void
syn_workspace_set_annotator (SynWorkspace *self, const char *name)
{
  g_return_if_fail (SYN_IS_WORKSPACE (self));

  g_mutex_lock (&self->mutex);
  g_free (self->annotator);
  self->annotator = g_strdup (name);
  g_mutex_unlock (&self->mutex);
}

char *
syn_workspace_dup_annotator (SynWorkspace *self)
{
  char *name;

  g_mutex_lock (&self->mutex);
  name = g_strdup (self->annotator);
  g_mutex_unlock (&self->mutex);
  return name;
}

char *
syn_workspace_dup_undo_label (SynWorkspace *self)
{
  char *label;

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);

  g_mutex_lock (&self->mutex);
  label = g_strdup (self->undo_label);
  g_mutex_unlock (&self->mutex);
  return label;
}

char *
syn_workspace_dup_redo_label (SynWorkspace *self)
{
  char *label;

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);

  g_mutex_lock (&self->mutex);
  label = g_strdup (self->redo_label);
  g_mutex_unlock (&self->mutex);
  return label;
}

void
syn_workspace_run_async (SynWorkspace *self, SynWorkspaceFunc func, gpointer data, GDestroyNotify destroy,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GError *error = NULL;
  GTask *task;
  Run *run;
  Job *job;

  g_return_if_fail (SYN_IS_WORKSPACE (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, syn_workspace_run_async);
  /* What has been committed is reported as done, even if somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  run = g_new (Run, 1);
  *run = (Run){ .func = func, .data = data, .destroy = destroy };
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  job = g_new0 (Job, 1);
  job->workspace = self;
  job->task = task;
  if (!push (self, job, &error))
    {
      g_free (job);
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

gboolean
syn_workspace_run_finish (SynWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gpointer
syn_workspace_run_get_data (GAsyncResult *result)
{
  Run *run;

  g_return_val_if_fail (G_IS_TASK (result), NULL);
  run = g_task_get_task_data (G_TASK (result));
  return run->data;
}
