/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "exchange/syn-exporter.h"
#include "syn-error.h"

typedef struct
{
  char *format;
  char *workspace;
  char *output;
  char *title;
  char *story;
  gboolean tagged_only;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->workspace);
  g_free (options->output);
  g_free (options->title);
  g_free (options->story);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A build that must be repeatable sets SOURCE_DATE_EPOCH, as elsewhere. */
static char *
dup_generated (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) time = epoch != NULL ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10))
                                             : g_date_time_new_now_utc ();

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/* (nullable): the workspace that was named, else the reader's own if there is one. */
static SynWorkspace *
open_workspace (const char *path, GError **error)
{
  g_autofree char *fallback = syn_workspace_default_path ();

  if (path == NULL && !g_file_test (fallback, G_FILE_TEST_EXISTS))
    return NULL;
  return syn_workspace_open (path != NULL ? path : fallback, TRUE, error);
}

/* Each story by itself, with the articles that the reader put there; or the one that was asked for. */
static SynComparison *
compare (SynCorpus *corpus, SynWorkspace *workspace, const char *id, GError **error)
{
  g_autoptr (SynStories) stories = workspace != NULL ? syn_workspace_group (workspace, corpus, NULL, error)
                                                     : syn_stories_new (corpus, NULL, NULL, NULL, error);
  g_autoptr (SynCorpus) story = NULL;

  if (stories == NULL)
    return NULL;
  if (id == NULL)
    return syn_comparison_new_stories (stories, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, error);
  story = syn_cli_find_story (stories, id, error);
  return story != NULL ? syn_comparison_new_story (story, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, error) : NULL;
}

/* The comparison with what the reader decided; without a workspace the engine's own. */
static SynComparison *
apply_workspace (SynComparison *fresh, SynWorkspace *workspace, GPtrArray **out_records, GError **error)
{
  g_autoptr (SynDecisions) decisions = NULL;
  g_autoptr (GPtrArray) orphans = NULL;

  if (workspace == NULL)
    {
      *out_records = g_ptr_array_new ();
      return g_object_ref (fresh);
    }
  decisions = syn_workspace_resolve (workspace, fresh, out_records, &orphans, error);
  if (decisions == NULL)
    return NULL;
  for (guint i = 0; i < orphans->len; i++)
    {
      const SynOrphan *orphan = g_ptr_array_index (orphans, i);

      syn_cli_complain (_ ("not found again, kept in the workspace: “%s” (%s)"), orphan->anchor->quote, orphan->text);
    }
  return syn_comparison_apply (fresh, decisions);
}

static int
write_out (const SynExporter *exporter, const SynExportSet *set, const char *output)
{
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      exporter->write (set, text);
      return fwrite (text->str, 1, text->len, stdout) == text->len && fflush (stdout) == 0 ? SYN_EXIT_DONE
                                                                                           : SYN_EXIT_FAILED;
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);

      if (syn_exporter_save (exporter, set, file, NULL, &error))
        return SYN_EXIT_DONE;
    }
  syn_cli_complain ("%s", error->message);
  return SYN_EXIT_FAILED;
}

static int
export_corpus (const SynExporter *exporter, const Options *options, GPtrArray *files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynCorpus) corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynComparison) fresh = NULL;
  g_autoptr (SynComparison) comparison = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (SynKept) kept = NULL;
  g_autofree char *generated = dup_generated ();
  SynExportSet set = { .generated = generated, .tagged_only = options->tagged_only };
  int status;

  if (corpus != NULL && syn_corpus_get_n_articles (corpus) > 0)
    {
      workspace = open_workspace (options->workspace, &error);
      if (error == NULL && workspace != NULL)
        syn_workspace_restore_metadata (workspace, corpus, &error);
      if (error == NULL)
        fresh = compare (corpus, workspace, options->story, &error);
    }
  if (fresh != NULL)
    comparison = apply_workspace (fresh, workspace, &records, &error);
  if (comparison != NULL && workspace != NULL)
    kept = syn_workspace_list_kept (workspace, comparison, &error);
  if (comparison == NULL || error != NULL)
    {
      syn_cli_complain ("%s", error != NULL ? error->message : _ ("there is no article to export"));
      return SYN_EXIT_FAILED;
    }
  set.title = options->title != NULL ? options->title : syn_corpus_get_title (corpus);
  set.comparison = comparison;
  set.records = records;
  set.kept = kept;
  status = write_out (exporter, &set, options->output);
  if (status == SYN_EXIT_DONE && syn_cli_report_skipped (corpus))
    status = SYN_EXIT_PARTIAL;
  return status;
}

static void
complain_format (const char *format)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; syn_exporter_list ()[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", syn_exporter_list ()[i]->id);
  if (format != NULL)
    syn_cli_complain (_ ("there is no format “%s”; known are %s"), format, known->str);
  else
    syn_cli_complain (_ ("--format is missing; known are %s"), known->str);
}

int
syn_cli_export (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("html, csv, json or web-annotation"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Write to FILE instead of standard output"),
      N_ ("FILE") },
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &options.workspace, N_ ("The workspace with the verdicts"),
      N_ ("DB") },
    { "story", 0, 0, G_OPTION_ARG_STRING, &options.story,
      N_ ("Only this story of the articles, named as “synoptic-cli stories” does"), N_ ("ID") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_ ("Title of the export"), N_ ("TEXT") },
    { "tagged", 't', 0, G_OPTION_ARG_NONE, &options.tagged_only, N_ ("Only claims that have a verdict"), NULL },
    { NULL },
  };
  const SynExporter *exporter;
  g_autoptr (GPtrArray) files = NULL;
  int status;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("PATH…"),
                      _ ("Writes the annotated set of the articles at PATH, byte for byte as the window does."),
                      &status))
    return status;
  exporter = options.format != NULL ? syn_exporter_find (options.format) : NULL;
  if (exporter == NULL)
    {
      complain_format (options.format);
      return SYN_EXIT_USAGE;
    }
  files = syn_cli_files (argc, argv);
  if (files->len == 0)
    {
      syn_cli_complain (_ ("name at least one file or folder"));
      return SYN_EXIT_USAGE;
    }
  return export_corpus (exporter, &options, files);
}
