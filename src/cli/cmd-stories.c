/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli.h"

#include "compare/syn-stories.h"
#include "exchange/syn-json-build.h"

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
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

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
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("“text” (default) or “json”"),
      N_ ("FORMAT") },
    { NULL },
  };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (SynStories) stories = NULL;
  g_autoptr (GError) error = NULL;
  gboolean partial;
  int code;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("PATH…"), _ ("Groups articles by event."), &code))
    return code;
  if (argc < 2
      || (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json")))
    {
      syn_cli_complain ("%s", argc < 2 ? _ ("stories: name a file or folder")
                                       : _ ("stories: the format is “text” or “json”"));
      return SYN_EXIT_USAGE;
    }
  files = syn_cli_files (argc, argv);
  corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  if (corpus != NULL)
    stories = syn_stories_new (corpus, NULL, NULL, NULL, &error);
  if (stories == NULL)
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  partial = syn_cli_report_skipped (corpus);
  if (g_strcmp0 (format, "json") == 0)
    print_json (stories);
  else
    print_text (stories);
  return partial ? SYN_EXIT_PARTIAL : SYN_EXIT_DONE;
}
