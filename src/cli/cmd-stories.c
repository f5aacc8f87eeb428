/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli.h"

#include "compare/syn-stories.h"
#include "exchange/syn-json-build.h"
#include "store/syn-workspace.h"

#include <glib/gi18n.h>
#include <stdio.h>

static char *
dup_dates (const SynStory *story)
{
  g_autofree char *first = NULL, *last = NULL;

  if (story->first == NULL)
    return g_strdup ("");
  first = g_date_time_format (story->first, "%F");
  last = g_date_time_format (story->last, "%F");
  return g_str_equal (first, last) ? g_strdup_printf ("%s  ", first)
                                   : g_strdup_printf ("%s – %s  ", first, last);
}

static void
print_story (SynStories *stories, const SynStory *story)
{
  g_autofree char *title = syn_cli_tame (g_strdup (story->title));
  g_autofree char *dates = dup_dates (story);

  printf ("%s  ", story->id);
  printf (ngettext ("%u article", "%u articles", story->articles->len), story->articles->len);
  printf ("  %s%s\n", dates, title);
  for (guint i = 0; i < story->articles->len; i++)
    {
      SynArticle *article = syn_corpus_get_article (syn_stories_get_corpus (stories),
                                                    g_array_index (story->articles, guint, i));
      const char *path = syn_article_get_path (article);
      g_autofree char *where = syn_cli_tame (g_strdup (path != NULL ? path : ""));

      printf ("    %-5s %s\n", syn_article_get_id (article), where);
    }
}

static void
print_text (SynStories *stories)
{
  for (guint i = 0; i < syn_stories_get_n (stories); i++)
    print_story (stories, syn_stories_get (stories, i));
}

static void
add_time (JsonBuilder *builder, const char *name, GDateTime *time)
{
  g_autofree char *text = syn_json_dup_time (time);

  syn_json_set_string (builder, name, text);
}

static void
add_article (JsonBuilder *builder, SynArticle *article)
{
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "id", syn_article_get_id (article));
  syn_json_set_string (builder, "path", syn_article_get_path (article));
  syn_json_set_string (builder, "title", syn_article_get_title (article));
  json_builder_end_object (builder);
}

static void
add_story (JsonBuilder *builder, SynStories *stories, const SynStory *story)
{
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "id", story->id);
  syn_json_set_string (builder, "title", story->title);
  add_time (builder, "first", story->first);
  add_time (builder, "last", story->last);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < story->articles->len; i++)
    add_article (builder, syn_corpus_get_article (syn_stories_get_corpus (stories),
                                                  g_array_index (story->articles, guint, i)));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (SynStories *stories)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  json_builder_begin_object (builder);
  syn_json_set_string (builder, "format", "synoptic-stories");
  syn_json_set_uint (builder, "version", 1);
  json_builder_set_member_name (builder, "stories");
  json_builder_begin_array (builder);
  for (guint i = 0; i < syn_stories_get_n (stories); i++)
    add_story (builder, stories, syn_stories_get (stories, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  syn_json_finish (builder, text);
  fwrite (text->str, 1, text->len, stdout);
}

SynCorpus *
syn_cli_find_story (SynStories *stories, const char *id, GError **error)
{
  gint index = syn_stories_lookup (stories, id);

  if (index >= 0)
    return syn_stories_dup_corpus (stories, (guint)index);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("there is no story “%s”; synoptic-cli stories lists them"), id);
  return NULL;
}

typedef struct
{
  char *format, *workspace, *move, *with;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->workspace);
  g_free (self->move);
  g_free (self->with);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static SynArticle *
find_article (SynCorpus *corpus, const char *id, GError **error)
{
  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    if (g_strcmp0 (syn_article_get_id (syn_corpus_get_article (corpus, i)), id) == 0)
      return syn_corpus_get_article (corpus, i);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no article “%s”"), id);
  return NULL;
}

/* Keeps the move that was asked for. */
static gboolean
move (SynWorkspace *workspace, SynCorpus *corpus, const Options *options, GError **error)
{
  SynArticle *article = find_article (corpus, options->move, error), *with = article;

  if (article == NULL)
    return FALSE;
  if (options->with != NULL && (with = find_article (corpus, options->with, error)) == NULL)
    return FALSE;
  return syn_workspace_keep_corpus (workspace, corpus, error)
         && syn_workspace_move_article (workspace, article, with, error);
}

/* As the reader has them, where a workspace was named. */
static SynStories *
group (SynCorpus *corpus, const Options *options, GError **error)
{
  g_autoptr (SynWorkspace) workspace = NULL;

  if (options->workspace == NULL)
    return syn_stories_new (corpus, NULL, NULL, NULL, error);
  workspace = syn_workspace_open (options->workspace, options->move == NULL, error);
  if (workspace == NULL || (options->move != NULL && !move (workspace, corpus, options, error)))
    return NULL;
  return syn_workspace_group (workspace, corpus, NULL, error);
}

static const char *
find_fault (const Options *options, int argc)
{
  if (argc < 2)
    return _ ("stories: name a file or folder");
  if (options->format != NULL && !g_str_equal (options->format, "text") && !g_str_equal (options->format, "json"))
    return _ ("stories: the format is “text” or “json”");
  if (options->move != NULL ? options->workspace == NULL : options->with != NULL)
    return _ ("stories: to move an article, name it, and a workspace");
  return NULL;
}

/**
 * syn_cli_stories:
 * @argc: number of arguments
 * @argv: "stories" and what follows
 *
 * Reads articles, groups them by event and prints the groups.
 *
 * Returns: an exit code
 */
int
syn_cli_stories (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("“text” (default) or “json”"), N_ ("FORMAT") },
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &options.workspace,
      N_ ("The workspace that keeps which articles were moved"), N_ ("DB") },
    { "move", 'm', 0, G_OPTION_ARG_STRING, &options.move,
      N_ ("Put this article, “a3”, into a story of its own, or where --with says"), N_ ("ARTICLE") },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Put it into the story of this article"), N_ ("ARTICLE") },
    { NULL },
  };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (SynStories) stories = NULL;
  g_autoptr (GError) error = NULL;
  const char *fault;
  int code;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("PATH…"), _ ("Groups articles by event."), &code))
    return code;
  fault = find_fault (&options, argc);
  if (fault != NULL)
    {
      syn_cli_complain ("%s", fault);
      return SYN_EXIT_USAGE;
    }
  files = syn_cli_files (argc, argv);
  corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  if (corpus != NULL)
    stories = group (corpus, &options, &error);
  if (stories == NULL)
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  if (g_strcmp0 (options.format, "json") == 0)
    print_json (stories);
  else
    print_text (stories);
  return syn_cli_report_skipped (corpus) ? SYN_EXIT_PARTIAL : SYN_EXIT_DONE;
}
