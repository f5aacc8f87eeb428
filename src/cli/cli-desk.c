/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli-desk.h"

#include <glib/gi18n.h>
#include <string.h>

#include "syn-cli.h"

/* More candidates than these help nobody; a list has them all. */
#define MAX_CANDIDATES 12

void
syn_desk_clear (SynDesk *self)
{
  g_clear_object (&self->workspace);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_pointer (&self->owned_records, g_ptr_array_unref);
  g_clear_pointer (&self->orphans, g_ptr_array_unref);
}

static gboolean
open_workspace (SynDesk *self, const char *named, gboolean ask, GError **error)
{
  g_autofree char *path = named != NULL ? g_strdup (named) : syn_workspace_default_path ();

  /* A question must not make a workspace, nor change one. */
  if (ask && !g_file_test (path, G_FILE_TEST_EXISTS))
    self->workspace = syn_workspace_open (":memory:", FALSE, error);
  else
    self->workspace = syn_workspace_open (path, ask, error);
  return self->workspace != NULL;
}

/* What is struck out stays in sight here. */
static void
keep_struck (SynDecisions *decisions)
{
  g_ptr_array_extend_and_steal (decisions->claims, g_steal_pointer (&decisions->not_claims));
  decisions->not_claims = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_own_claim_free);
}

gboolean
syn_desk_lay (SynDesk *self, const char *path, const char *annotator, gboolean ask, SynCorpus *corpus, GError **error)
{
  g_autoptr (SynStories) stories = NULL;
  g_autoptr (SynComparison) raw = NULL;
  g_autoptr (SynDecisions) decisions = NULL;
  SynResultCache cache;

  if (!open_workspace (self, path, ask, error))
    return FALSE;
  if (annotator != NULL)
    syn_workspace_set_annotator (self->workspace, annotator);
  if (ask ? !syn_workspace_restore_metadata (self->workspace, corpus, error)
          : !syn_workspace_keep_corpus (self->workspace, corpus, error))
    return FALSE;
  cache = syn_workspace_get_result_cache (self->workspace);
  stories = syn_workspace_group (self->workspace, corpus, NULL, error);
  if (stories == NULL)
    return FALSE;
  raw = syn_comparison_new_stories_cached (stories, 0, SYN_COMPARE_DEFAULT, &cache, NULL, NULL, NULL, error);
  if (raw == NULL)
    return FALSE;
  decisions = syn_workspace_resolve (self->workspace, raw, &self->owned_records, &self->orphans, error);
  if (decisions == NULL)
    return FALSE;
  keep_struck (decisions);
  self->comparison = syn_comparison_apply (raw, decisions);
  self->records = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->owned_records->len; i++)
    {
      SynClaimRecord *record = self->owned_records->pdata[i];

      g_hash_table_insert (self->records, record->id, record);
    }
  return TRUE;
}

int
syn_desk_open (SynDesk *self, const char *path, const char *annotator, gboolean ask, int argc, char **argv)
{
  g_autoptr (GPtrArray) files = syn_cli_files (argc, argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynCorpus) corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  gboolean partial;

  if (corpus == NULL)
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  partial = syn_cli_report_skipped (corpus);
  if (syn_corpus_get_n_articles (corpus) == 0)
    {
      syn_cli_complain (_ ("there is no article in what was named"));
      return SYN_EXIT_FAILED;
    }
  if (!syn_desk_lay (self, path, annotator, ask, corpus, &error))
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  return partial ? SYN_EXIT_PARTIAL : SYN_EXIT_DONE;
}

static gboolean
contains (const SynClaim *claim, guint statement)
{
  for (guint i = 0; i < claim->statements->len; i++)
    if (g_array_index (claim->statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

/* What names a claim and no other: a statement that is in no other, else all its statements, "a1.2+a3.4". */
static char *
dup_name (const SynDesk *self, const SynClaim *claim)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < claim->statements->len; i++)
    {
      const guint statement = g_array_index (claim->statements, guint, i);
      g_autofree char *id = syn_comparison_dup_statement_id (self->comparison, statement);
      guint n;

      syn_comparison_claims_of (self->comparison, statement, &n);
      if (n == 1)
        return g_steal_pointer (&id);
      g_string_append_printf (all, "%s%s", i > 0 ? "+" : "", id);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static const SynClaimRecord *
get_record (const SynDesk *self, const SynClaim *claim)
{
  return claim->id != NULL ? g_hash_table_lookup (self->records, claim->id) : NULL;
}

gboolean
syn_desk_is_struck (const SynDesk *self, const SynClaim *claim)
{
  const SynClaimRecord *record = get_record (self, claim);

  return record != NULL && record->removed;
}

void
syn_desk_print_claim (const SynDesk *self, FILE *out, const SynClaim *claim)
{
  const SynClaimRecord *record = get_record (self, claim);
  const SynVerdict verdict = record != NULL ? record->verdict : SYN_VERDICT_OPEN;
  g_autofree char *name = dup_name (self, claim);
  const char *wording = record != NULL && record->wording != NULL ? record->wording : claim->summary;
  g_autofree char *line = g_strdup (wording != NULL ? wording : "");

  fprintf (out, "%s\t%s\t%u\t%s",
           record != NULL && record->removed   ? SYN_DESK_STRUCK
           : record != NULL && record->settled ? SYN_DESK_SETTLED
                                               : syn_verdict_to_string (verdict),
           name, claim->n_sources, syn_cli_tame (line));
  if (record != NULL && record->note != NULL)
    {
      g_autofree char *note = g_strdup (record->note);

      fprintf (out, "\t%s", syn_cli_tame (note));
    }
  fputc ('\n', out);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", folded != NULL ? folded : "", 0, 0);
  g_autofree char *joined = g_strjoinv (" ", words);

  return g_strdup (g_strstrip (joined));
}

static void
add_unique (GArray *claims, const guint *indices, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < claims->len && !known; j++)
        known = g_array_index (claims, guint, j) == indices[i];
      if (!known)
        g_array_append_val (claims, indices[i]);
    }
}

GArray *
syn_desk_parse_ids (const SynDesk *self, const char *name)
{
  g_auto (GStrv) ids = g_strsplit (name, "+", -1);
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const gint statement = syn_comparison_lookup_statement (self->comparison, ids[i]);

      if (statement < 0)
        return NULL;
      g_array_append_val (statements, statement);
    }
  return statements->len > 0 ? g_steal_pointer (&statements) : NULL;
}

/* The claims with all of @statements; the one that has no more than these, if there is one. */
static void
find_by_ids (const SynDesk *self, const GArray *statements, GArray *found)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean all = TRUE;

      for (guint j = 0; j < statements->len && all; j++)
        all = contains (&claims[i], g_array_index (statements, guint, j));
      if (!all)
        continue;
      if (claims[i].statements->len == statements->len)
        {
          g_array_set_size (found, 0);
          g_array_append_val (found, i);
          return;
        }
      g_array_append_val (found, i);
    }
}

/* The claims that @name means: of the statements with these ids, else of those with these words in them. */
static GArray *
find_claims (const SynDesk *self, const char *name, gboolean *out_statement_found)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) statements = syn_desk_parse_ids (self, name);
  g_autofree char *words = fold (name);

  *out_statement_found = statements != NULL;
  if (statements != NULL)
    {
      find_by_ids (self, statements, found);
      return found;
    }
  for (guint i = 0; *words != '\0' && i < syn_comparison_get_n_statements (self->comparison); i++)
    {
      g_autofree char *text = syn_comparison_dup_statement_text (self->comparison, i);
      g_autofree char *folded = fold (text);
      const guint *indices;
      guint n;

      if (strstr (folded, words) == NULL)
        continue;
      *out_statement_found = TRUE;
      indices = syn_comparison_claims_of (self->comparison, i, &n);
      add_unique (found, indices, n);
    }
  return found;
}

gint
syn_desk_find_claim (const SynDesk *self, const char *name)
{
  gboolean statement_found;
  g_autoptr (GArray) found = find_claims (self, name, &statement_found);
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n);

  if (found->len == 1)
    return (gint) g_array_index (found, guint, 0);
  if (found->len == 0 && statement_found)
    syn_cli_complain (_ ("no claim of several sources has “%s” in it"), name);
  else if (found->len == 0)
    syn_cli_complain (_ ("no statement has the id or the words “%s”; see --list"), name);
  else
    {
      syn_cli_complain (_ ("“%s” may mean one of %u claims; name one as the second column does:"), name,
                        found->len);
      for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++)
        syn_desk_print_claim (self, stderr, &claims[g_array_index (found, guint, i)]);
    }
  return -1;
}
