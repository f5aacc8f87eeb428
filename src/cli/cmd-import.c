/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli.h"

#include "corpus/syn-corpus.h"
#include "exchange/syn-annotated-set.h"
#include "exchange/syn-json-build.h"
#include "store/syn-workspace.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

static const char *const status_names[] = { "read", "partial", "skipped" };

static void
print_text (SynCorpus *corpus)
{
  GListModel *report = syn_corpus_get_report (corpus);
  g_autofree char *summary = syn_import_report_summary (report);

  for (guint i = 0; i < g_list_model_get_n_items (report); i++)
    {
      g_autoptr (SynImportEntry) entry = g_list_model_get_item (report, i);
      g_autofree char *path = syn_cli_tame (g_strdup (syn_import_entry_get_path (entry)));
      g_autofree char *message = g_strdup (syn_import_entry_get_message (entry));

      printf ("%-8s %s", status_names[syn_import_entry_get_status (entry)], path);
      if (syn_import_entry_get_n_articles (entry) > 1)
        printf (ngettext (" (%u article)", " (%u articles)",
                          syn_import_entry_get_n_articles (entry)),
                syn_import_entry_get_n_articles (entry));
      printf ("%s%s\n", message != NULL ? ": " : "", message != NULL ? syn_cli_tame (message) : "");
    }
  printf ("%s\n", summary);
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_blocks (JsonBuilder *builder, SynArticle *article)
{
  guint n_blocks;
  const SynBlock *blocks = syn_article_get_blocks (article, &n_blocks);

  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_blocks; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, syn_article_offset_to_chars (article, blocks[i].span.start));
      json_builder_set_member_name (builder, "end");
      json_builder_add_int_value (builder, syn_article_offset_to_chars (article, blocks[i].span.end));
      add_member (builder, "role", syn_role_to_string (blocks[i].role));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_article (JsonBuilder *builder, SynArticle *article)
{
  json_builder_begin_object (builder);
  add_member (builder, "id", syn_article_get_id (article));
  add_member (builder, "path", syn_article_get_path (article));
  add_member (builder, "title", syn_article_get_title (article));
  add_member (builder, "outlet", syn_article_get_outlet (article));
  add_member (builder, "byline", syn_article_get_byline (article));
  add_member (builder, "published", syn_article_get_published (article));
  add_member (builder, "url", syn_article_get_url (article));
  add_member (builder, "language", syn_article_get_language (article));
  add_member (builder, "encoding", syn_article_get_encoding (article));
  add_member (builder, "sha256", syn_article_get_sha256 (article));
  add_member (builder, "text", syn_article_get_text (article));
  add_blocks (builder, article);
  json_builder_end_object (builder);
}

static void
add_entry (JsonBuilder *builder, SynImportEntry *entry)
{
  json_builder_begin_object (builder);
  add_member (builder, "status", status_names[syn_import_entry_get_status (entry)]);
  add_member (builder, "path", syn_import_entry_get_path (entry));
  json_builder_set_member_name (builder, "articles");
  json_builder_add_int_value (builder, syn_import_entry_get_n_articles (entry));
  add_member (builder, "message", syn_import_entry_get_message (entry));
  json_builder_end_object (builder);
}

static void
print_json (SynCorpus *corpus)
{
  GListModel *report = syn_corpus_get_report (corpus);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    add_article (builder, syn_corpus_get_article (corpus, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "report");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (report); i++)
    {
      g_autoptr (SynImportEntry) entry = g_list_model_get_item (report, i);

      add_entry (builder, entry);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  syn_json_finish (builder, text);
  fwrite (text->str, 1, text->len, stdout);
}

/* Puts the corpus, and the verdicts of exported sets among the files, in the workspace at @path, which is made
 * when missing. */
static gboolean
keep (SynCorpus *corpus, int argc, char **argv, const char *path)
{
  g_autoptr (GPtrArray) files = syn_cli_files (argc, argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (path, FALSE, &error);
  guint n = 0;

  if (workspace == NULL || !syn_workspace_put_corpus (workspace, corpus, &error)
      || !syn_annotated_set_import (workspace, files, &n, &error))
    {
      syn_cli_complain ("%s", error->message);
      return FALSE;
    }
  if (n > 0)
    fprintf (stderr, ngettext ("%u claim taken over\n", "%u claims taken over\n", n), n);
  return TRUE;
}

static SynCorpus *
load (int argc, char **argv)
{
  g_autoptr (GPtrArray) files = syn_cli_files (argc, argv);
  g_autoptr (GError) error = NULL;
  SynCorpus *corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);

  if (corpus == NULL)
    syn_cli_complain ("%s", error->message);
  return corpus;
}

/**
 * syn_cli_import:
 * @argc: number of arguments
 * @argv: "import" and what follows
 *
 * Reads files and folders and prints what became of each.
 *
 * Returns: an exit code
 */
int
syn_cli_import (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *workspace = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("“text” (default) or “json”"),
      N_ ("FORMAT") },
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &workspace,
      N_ ("Keep the articles in this workspace"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (SynCorpus) corpus = NULL;
  int code;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("PATH…"),
                      _ ("Reads articles and says what became of each file."), &code))
    return code;
  if (argc < 2 || (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json")))
    {
      syn_cli_complain ("%s", argc < 2 ? _ ("import: name a file or folder")
                                       : _ ("import: the format is “text” or “json”"));
      return SYN_EXIT_USAGE;
    }
  corpus = load (argc, argv);
  if (corpus == NULL || (workspace != NULL && !keep (corpus, argc, argv, workspace)))
    return SYN_EXIT_FAILED;
  if (g_strcmp0 (format, "json") == 0)
    print_json (corpus);
  else
    print_text (corpus);
  return syn_import_report_count_losses (syn_corpus_get_report (corpus)) > 0 ? SYN_EXIT_PARTIAL
                                                                            : SYN_EXIT_DONE;
}
