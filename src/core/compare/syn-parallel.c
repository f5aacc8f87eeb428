/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-parallel.h"

static guint wanted_threads;
/* Set in a thread that works for a run: what it runs itself stays in it, the cores are taken. */
static GPrivate working;

typedef struct
{
  guint n, chunk;
  SynParallelFunc func;
  gpointer data;
  GCancellable *cancellable;
  gint next; /* atomic: index of the next chunk */
} SynParallelRun;

void
syn_parallel_set_threads (guint threads)
{
  g_atomic_int_set ((gint *)&wanted_threads, threads);
}

static void
work (gpointer data, gpointer user_data)
{
  SynParallelRun *run = user_data;

  while (!g_cancellable_is_cancelled (run->cancellable))
    {
      guint64 first = (guint64)g_atomic_int_add (&run->next, 1) * run->chunk;

      if (first >= run->n)
        break;
      run->func (first, MIN (first + run->chunk, run->n), run->data);
    }
}

static void
work_beside_others (gpointer data, gpointer user_data)
{
  g_private_set (&working, user_data);
  work (data, user_data);
  g_private_set (&working, NULL);
}

/* What was set, else what the environment says (for those who measure), else as many as cores. */
static guint
count_threads (void)
{
  static gsize by_environment = 0;
  guint threads = g_atomic_int_get ((gint *)&wanted_threads);

  if (g_once_init_enter (&by_environment))
    {
      const char *wish = g_getenv ("SYNOPTIC_THREADS");
      guint64 wanted = wish != NULL ? g_ascii_strtoull (wish, NULL, 10) : 0;

      g_once_init_leave (&by_environment,
                         CLAMP (wanted, 1, 64) == wanted ? wanted : MIN (g_get_num_processors (), 16));
    }
  return threads != 0 ? threads : by_environment;
}

gboolean
syn_parallel_run (
    guint n, guint chunk, SynParallelFunc func, gpointer data, GCancellable *cancellable)
{
  SynParallelRun run = { n, MAX (chunk, 1), func, data, cancellable, 0 };
  guint threads = count_threads ();

  g_return_val_if_fail (func != NULL, FALSE);

  threads = g_private_get (&working) != NULL ? 1 : MIN (threads, (n + run.chunk - 1) / run.chunk);
  if (threads > 1)
    {
      GThreadPool *pool = g_thread_pool_new (work_beside_others, &run, threads - 1, FALSE, NULL);

      for (guint i = 1; i < threads; i++)
        g_thread_pool_push (pool, GUINT_TO_POINTER (i), NULL);
      work_beside_others (NULL, &run);
      g_thread_pool_free (pool, FALSE, TRUE);
    }
  else
    work (NULL, &run);
  return !g_cancellable_is_cancelled (cancellable);
}
