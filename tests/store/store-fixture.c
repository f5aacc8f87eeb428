/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "corpus/syn-roles.h"

const char store_text_post[]
    = "Ferry runs aground off Quendport\n\n"
      "The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.\n\n"
      "Twelve people were injured when the ferry struck the rocks, harbour master Ilse Quend said.\n\n"
      "The captain denied that he had been asleep on the bridge. The company promised a full inquiry.\n";
const char store_text_daily[]
    = "Marisol hits rocks\n\n"
      "On Tuesday night the ferry Marisol ran aground near Quendport harbour with 84 passengers on board.\n\n"
      "At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.\n\n"
      "A passenger said the captain was asleep on the bridge. Divers will look at the hull on Friday.\n";
const char store_text_wire[]
    = "The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.\n\n"
      "Twelve people were injured when the ferry struck the rocks, the harbour master said.\n\n"
      "Fog was reported along the coast – “thick as wool”, as one fisherman put it.\n";

SynArticle *
store_article_new (const char *path, const char *outlet, const char *text)
{
  SynArticle *article = syn_article_new (path, text, -1);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  syn_article_set_bytes (article, bytes, 0);
  syn_article_set_encoding (article, "UTF-8");
  syn_roles_guess (article);
  g_object_set (article, "outlet", outlet, "language", "en", NULL);
  return article;
}

SynCorpus *
store_corpus_new (const char *post, const char *daily, const char *wire)
{
  static const char *const uris[] = { "file:///ferry", NULL };
  SynCorpus *corpus = syn_corpus_new ("Ferry");
  const struct
  {
    const char *path, *outlet, *text;
  } rows[] = {
    { "post.txt", "Harbour Post", post },
    { "daily.txt", "Tide Daily", daily },
    { "wire.txt", "Coast Wire", wire },
  };

  syn_corpus_set_uris (corpus, uris);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].text != NULL)
      {
        g_autoptr (SynArticle) article = store_article_new (rows[i].path, rows[i].outlet, rows[i].text);

        syn_corpus_add (corpus, article);
      }
  return corpus;
}

SynComparison *
store_compare (SynCorpus *corpus)
{
  g_autoptr (GError) error = NULL;
  SynComparison *comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

SynComparison *
store_resolve (SynWorkspace *workspace, SynComparison *raw, GPtrArray **records, GPtrArray **orphans)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDecisions) decisions = syn_workspace_resolve (workspace, raw, records, orphans, &error);

  g_assert_no_error (error);
  return syn_comparison_apply (raw, decisions);
}

guint
store_find_statement (SynComparison *comparison, const char *words)
{
  gint found = -1;

  for (guint i = 0; i < syn_comparison_get_n_statements (comparison); i++)
    {
      g_autofree char *text = syn_comparison_dup_statement_text (comparison, i);

      if (strstr (text, words) == NULL)
        continue;
      g_assert_cmpint (found, ==, -1);
      found = (gint) i;
    }
  g_assert_cmpint (found, >=, 0);
  return (guint) found;
}

guint
store_find_claim (SynComparison *comparison, const char *words)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < claims[i].statements->len; j++)
      {
        const guint statement = g_array_index (claims[i].statements, guint, j);
        g_autofree char *text = syn_comparison_dup_statement_text (comparison, statement);

        if (strstr (text, words) != NULL)
          return i;
      }
  g_error ("no claim says “%s”", words);
}

void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("synoptic-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "workspace.db", NULL);
  self->corpus = store_corpus_new (store_text_post, store_text_daily, store_text_wire);
  self->comparison = store_compare (self->corpus);
  self->workspace = syn_workspace_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  syn_workspace_set_annotator (self->workspace, "ada");
  syn_workspace_put_corpus (self->workspace, self->corpus, &error);
  g_assert_no_error (error);
}

void
store_fixture_reopen (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (self->workspace);
  self->workspace = syn_workspace_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  syn_workspace_set_annotator (self->workspace, "ada");
}

void
store_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0)
        g_rmdir (path);
    }
  g_rmdir (folder);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  g_clear_object (&self->comparison);
  g_clear_object (&self->corpus);
  if (self->workspace != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->workspace));
  store_remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
dump (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  static const char *const queries[] = {
    "SELECT 'claim', * FROM claim ORDER BY id",
    "SELECT 'pair', * FROM pair ORDER BY id",
    "SELECT 'anchor', claim, pair, position, article, start, stop, quote, prefix, suffix FROM anchor"
    " ORDER BY claim, pair, position",
    "SELECT 'evidence', claim, position, kind, target, label, sha256, time, anchor FROM evidence"
    " ORDER BY claim, position",
    "SELECT 'tag', * FROM tag ORDER BY id",
    "SELECT 'claim_tag', * FROM claim_tag ORDER BY claim, position",
    "SELECT 'stance', * FROM stance ORDER BY claim, article",
    "SELECT 'comment', * FROM comment ORDER BY claim, position",
    "SELECT 'edit', * FROM edit ORDER BY article, field",
    "SELECT 'move', * FROM story_move ORDER BY article",
  };
  GString *text = data;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) rows = syn_database_list_text (database, queries[i], error);

      for (guint j = 0; rows != NULL && j < rows->len; j++)
        g_string_append_printf (text, "%s\n", (const char *) rows->pdata[j]);
    }
  return TRUE;
}

char *
store_dump (SynWorkspace *workspace)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  syn_workspace_call (workspace, SYN_CALL_READ, dump, text, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static gboolean
exec (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  return syn_database_exec (database, data, error);
}

void
store_exec (SynWorkspace *workspace, const char *sql)
{
  g_autoptr (GError) error = NULL;

  syn_workspace_call (workspace, SYN_CALL_BARE, exec, (gpointer) sql, &error);
  g_assert_no_error (error);
}

char *
store_checksum (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}
