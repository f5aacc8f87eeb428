/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A child tags as fast as it can and says so after each; its parent kills it at 200 random moments of that, and
 * at some while it opens a new file.  What was said to be kept has to be there. */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"

#define N_TAGGING 200
#define N_OPENING 40
#define LONGEST_MILLISECONDS 25

static void
change_all (SynWorkspace *workspace, SynComparison *applied, guint n_claims, guint i)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SynClaimRecord) comment = NULL;
  g_autoptr (GError) error = NULL;

  for (guint claim = 0; claim < n_claims; claim++)
    g_array_append_val (claims, claim);
  comment = syn_workspace_add_comment (workspace, applied, i % n_claims, NULL, "Again", &error);
  if (comment == NULL || !syn_workspace_settle_claims (workspace, applied, claims, i % 2 == 0, &error))
    g_error ("%s", error->message);
}

/* Tags one claim after the other; each tag has a name of its own, which is its annotator. */
static void G_GNUC_NORETURN
run_child (const char *path, const char *run)
{
  g_autoptr (SynCorpus) corpus = store_corpus_new (store_text_post, store_text_daily, store_text_wire);
  g_autoptr (SynComparison) comparison = store_compare (corpus);
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (GError) error = NULL;
  guint n_claims;

  puts ("ready");
  fflush (stdout);
  workspace = syn_workspace_open (path, FALSE, &error);
  if (workspace == NULL || !syn_workspace_put_corpus (workspace, corpus, &error))
    g_error ("%s", error->message);
  applied = store_resolve (workspace, comparison, NULL, NULL);
  syn_comparison_get_claims (applied, &n_claims);
  for (guint i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%u", run, i);
      g_autoptr (SynClaimRecord) record = NULL;

      syn_workspace_set_annotator (workspace, name);
      /* Now and then a step that changes several records, which must be whole or not there. */
      if (i % 5 == 4)
        change_all (workspace, applied, n_claims, i);
      record = syn_workspace_tag (workspace, applied, i % n_claims, 1 + i % 3, &error);
      if (record == NULL)
        g_error ("%s", error->message);
      printf ("%s %s %d\n", name, record->id, record->verdict);
      fflush (stdout);
    }
}

typedef struct
{
  char *path;
  GHashTable *acknowledged; /* names of tags */
  GHashTable *last;         /* claim → name of its last acknowledged tag */
} Parent;

/* FALSE at the end.  The kill may cut the last line: it was never said whole, so it was not said. */
static gboolean
read_acknowledged (Parent *self, FILE *out)
{
  g_auto (GStrv) words = NULL;
  char line[256];

  if (fgets (line, sizeof line, out) == NULL || !g_str_has_suffix (line, "\n"))
    return FALSE;
  words = g_strsplit (g_strchomp (line), " ", 3);
  g_assert_cmpuint (g_strv_length (words), ==, 3);
  g_hash_table_add (self->acknowledged, g_strdup (words[0]));
  g_hash_table_replace (self->last, g_strdup (words[1]), g_strdup (words[0]));
  return TRUE;
}

static void
run_and_kill (Parent *self, const char *program, guint run, gboolean tagging, gulong microseconds)
{
  g_autofree char *name = g_strdup_printf ("%u", run);
  const char *argv[] = { program, "--child", self->path, name, NULL };
  g_autoptr (GError) error = NULL;
  char ready[16];
  int out, status;
  FILE *stream;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out,
                            NULL, &error);
  g_assert_no_error (error);
  stream = fdopen (out, "r");
  g_assert_nonnull (fgets (ready, sizeof ready, stream));
  if (tagging)
    g_assert_true (read_acknowledged (self, stream));
  g_usleep (microseconds);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read_acknowledged (self, stream))
    ;
  fclose (stream);
}

/* "12.7" → so that a later one is greater */
static guint64
order_of (const char *name)
{
  char *end;
  const guint64 run = g_ascii_strtoull (name, &end, 10);

  return run << 32 | g_ascii_strtoull (end + 1, NULL, 10);
}

static gboolean
list_tags (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  GPtrArray **lists = data;

  lists[0] = syn_database_list_text (database, "SELECT annotator FROM history", error);
  lists[1] = syn_database_list_text (database, "SELECT id, annotator FROM claim", error);
  return lists[0] != NULL && lists[1] != NULL;
}

static void
check (Parent *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  g_autoptr (GPtrArray) findings = NULL;
  GPtrArray *lists[2] = { NULL, NULL };
  GHashTableIter iter;
  gpointer name, claim;

  findings = syn_workspace_validate (self->path, &error);
  /* Killed before there was a file at all. */
  if (findings == NULL && g_hash_table_size (self->acknowledged) == 0)
    return;
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", (const char *) findings->pdata[i]);

  workspace = syn_workspace_open (self->path, TRUE, &error);
  g_assert_no_error (error);
  syn_workspace_call (workspace, SYN_CALL_READ, list_tags, lists, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lists[0]->len; i++)
    g_hash_table_add (kept, lists[0]->pdata[i]);
  g_hash_table_iter_init (&iter, self->acknowledged);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_assert_true (g_hash_table_contains (kept, name));

  /* A claim carries its last acknowledged tag, or the one that was under way. */
  for (guint i = 0; i < lists[1]->len; i++)
    {
      char *blank = strchr (lists[1]->pdata[i], ' ');

      *blank = '\0';
      g_hash_table_insert (claims, lists[1]->pdata[i], blank + 1);
    }
  g_hash_table_iter_init (&iter, self->last);
  while (g_hash_table_iter_next (&iter, &claim, &name))
    {
      const char *now = g_hash_table_lookup (claims, claim);

      g_assert_nonnull (now);
      g_assert_true (order_of (now) >= order_of (name));
    }
  g_ptr_array_unref (lists[0]);
  g_ptr_array_unref (lists[1]);
}

static char *program;

static void
set_up (Parent *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("synoptic-kill-XXXXXX", NULL);

  self->path = g_build_filename (folder, "workspace.db", NULL);
  self->acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
tear_down (Parent *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  store_remove_folder (folder);
  g_hash_table_unref (self->acknowledged);
  g_hash_table_unref (self->last);
  g_free (self->path);
}

static void
start_anew (Parent *self)
{
  tear_down (self, NULL);
  set_up (self, NULL);
}

static void
test_tagging (Parent *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);

  for (guint run = 0; run < N_TAGGING; run++)
    {
      run_and_kill (self, program, run, TRUE,
                    (gulong) g_rand_int_range (rand, 0, 1000 * LONGEST_MILLISECONDS));
      check (self);
      /* A small file is checked faster, and what was kept 25 times stays kept. */
      if (run % 25 == 24)
        start_anew (self);
    }
}

static void
test_opening (Parent *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (guint run = 0; run < N_OPENING; run++)
    {
      run_and_kill (self, program, run, FALSE,
                    (gulong) g_rand_int_range (rand, 0, 1000 * LONGEST_MILLISECONDS));
      check (self);
      /* What was left must be good enough for the next start. */
      if (run % 2 == 1)
        start_anew (self);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    run_child (argv[2], argv[3]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/tagging", Parent, NULL, set_up, test_tagging, tear_down);
  g_test_add ("/kill/opening", Parent, NULL, set_up, test_opening, tear_down);
  return g_test_run ();
}
