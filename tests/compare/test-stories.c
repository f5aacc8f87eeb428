/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which articles report one event. */

#include "compare/syn-parallel.h"
#include "compare/syn-stories.h"
#include "compare/syn-story-measure.h"

#include "story-reports.h"
#include "test-corpus.h"

static SynStories *
group (SynCorpus *corpus)
{
  g_autoptr (GError) error = NULL;
  SynStories *stories = syn_stories_new (corpus, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return stories;
}

static void
add (SynCorpus *corpus, const char *text, const char *published)
{
  g_autoptr (SynArticle) article = test_article_new ("A", text);

  syn_article_set_bytes (article, NULL, 0);
  g_object_set (article, "published", published, NULL);
  syn_corpus_add (corpus, article);
}

/* The reports in turn, so that those of one event do not stand together: first all first ones. */
static SynCorpus *
mixed_corpus (void)
{
  SynCorpus *corpus = syn_corpus_new ("mixed");

  for (guint r = 0; r < STORY_REPORTS; r++)
    for (guint e = 0; e < STORY_EVENTS; e++)
      add (corpus, story_reports[e][r], NULL);
  return corpus;
}

/* Every article in exactly one story, ascending, and found there. */
static void
assert_whole (SynStories *stories)
{
  guint n = syn_corpus_get_n_articles (syn_stories_get_corpus (stories));
  guint seen = 0;

  for (guint s = 0; s < syn_stories_get_n (stories); s++)
    {
      const SynStory *story = syn_stories_get (stories, s);

      g_assert_cmpuint (story->articles->len, >, 0);
      g_assert_nonnull (story->title);
      g_assert_cmpint (syn_stories_lookup (stories, story->id), ==, s);
      for (guint i = 0; i < story->articles->len; i++)
        {
          guint article = g_array_index (story->articles, guint, i);

          g_assert_cmpuint (article, <, n);
          g_assert_true (i == 0 || g_array_index (story->articles, guint, i - 1) < article);
          g_assert_cmpuint (syn_stories_find (stories, article), ==, s);
          seen++;
        }
    }
  g_assert_cmpuint (seen, ==, n);
}

static void
test_mixed (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (SynStories) stories = group (corpus);

  assert_whole (stories);
  g_assert_cmpuint (syn_stories_get_n (stories), ==, STORY_EVENTS);
  for (guint e = 0; e < STORY_EVENTS; e++)
    for (guint r = 1; r < STORY_REPORTS; r++)
      g_assert_cmpuint (syn_stories_find (stories, e), ==,
                        syn_stories_find (stories, r * STORY_EVENTS + e));
}

/* Who opens the reports of one event compares them all. */
static void
test_single (void)
{
  for (guint e = 0; e < STORY_EVENTS; e++)
    {
      g_autoptr (SynCorpus) corpus = syn_corpus_new ("one");
      g_autoptr (SynStories) stories = NULL;

      for (guint r = 0; r < STORY_REPORTS; r++)
        add (corpus, story_reports[e][r], NULL);
      stories = group (corpus);
      assert_whole (stories);
      g_assert_cmpuint (syn_stories_get_n (stories), ==, 1);
    }
}

static void
test_few (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("few");
  g_autoptr (SynStories) none = group (corpus);
  g_autoptr (SynStories) one = NULL, two = NULL;

  g_assert_cmpuint (syn_stories_get_n (none), ==, 0);
  add (corpus, story_reports[0][0], NULL);
  one = group (corpus);
  assert_whole (one);
  add (corpus, story_reports[4][0], NULL);
  two = group (corpus);
  assert_whole (two);
  g_assert_cmpuint (syn_stories_get_n (two), ==, 1);
}

static void
test_languages (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (SynArticle) german = test_article_new (
      "D", "Großbrand in Orrenby: Lagerhaus von Quellin & Sons zerstört\n"
           "In Orrenby ist in der Nacht zum Montag das Seillager von Quellin & Sons abgebrannt.\n"
           "Nach Angaben von Tessa Vorn kämpften 60 Feuerwehrleute am Hafen gegen die Flammen.\n");
  g_autoptr (SynStories) stories = NULL;

  g_object_set (german, "language", "de", NULL);
  syn_corpus_add (corpus, german);
  stories = group (corpus);
  assert_whole (stories);
  g_assert_cmpuint (syn_stories_find (stories, 0), ==,
                    syn_stories_find (stories, STORY_EVENTS * STORY_REPORTS));
  g_assert_cmpuint (syn_stories_get_n (stories), ==, STORY_EVENTS);
}

static void
test_dates (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("dated");
  g_autoptr (SynStories) stories = NULL;
  g_autofree char *first = NULL, *last = NULL;

  add (corpus, story_reports[1][2], "2025-03-12T10:00:00Z");
  add (corpus, story_reports[1][0], "2025-03-10T22:00:00Z");
  add (corpus, story_reports[1][1], NULL);
  stories = group (corpus);
  g_assert_cmpuint (syn_stories_get_n (stories), ==, 1);
  first = g_date_time_format_iso8601 (syn_stories_get (stories, 0)->first);
  last = g_date_time_format_iso8601 (syn_stories_get (stories, 0)->last);
  g_assert_cmpstr (first, ==, "2025-03-10T22:00:00Z");
  g_assert_cmpstr (last, ==, "2025-03-12T10:00:00Z");
}

/* A later report does not rename the story that the reader has open. */
static void
test_names_last (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("growing");
  g_autoptr (SynStories) before = NULL, after = NULL;
  g_autofree char *id = NULL;

  for (guint e = 0; e < STORY_EVENTS; e++)
    for (guint r = 0; r < 2; r++)
      add (corpus, story_reports[e][r], r == 0 ? "2025-03-10T22:00:00Z" : "2025-03-11T22:00:00Z");
  before = group (corpus);
  id = g_strdup (syn_stories_get (before, syn_stories_find (before, 4))->id);
  add (corpus, story_reports[2][2], "2025-03-12T08:00:00Z");
  after = group (corpus);
  assert_whole (after);
  g_assert_cmpstr (syn_stories_get (after, syn_stories_find (after, 4))->id, ==, id);
  g_assert_cmpuint (syn_stories_find (after, 10), ==, syn_stories_find (after, 4));
}

static void
test_moves (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (SynStories) stories = group (corpus);
  g_autoptr (SynStories) moved = NULL, same = NULL;
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (SynStoryMove));
  const SynStoryMove list[] = {
    { 0, 0 }, /* a story of its own … */
    { 0, 1 }, /* … no: the other fire */
    { 2, 2 },
    { 999, 0 }, /* of an article that is gone */
  };

  same = syn_stories_move (stories, moves);
  g_assert_true (same == stories);
  g_array_append_vals (moves, list, G_N_ELEMENTS (list));
  moved = syn_stories_move (stories, moves);
  assert_whole (moved);
  g_assert_cmpuint (syn_stories_get_n (moved), ==, STORY_EVENTS + 1);
  g_assert_cmpuint (syn_stories_find (moved, 0), ==, syn_stories_find (moved, 1));
  g_assert_cmpuint (syn_stories_find (moved, 0), !=, syn_stories_find (moved, STORY_EVENTS));
  g_assert_cmpuint (syn_stories_get (moved, syn_stories_find (moved, 2))->articles->len, ==, 1);
  /* What it was made of has not changed. */
  assert_whole (stories);
  g_assert_cmpuint (syn_stories_get_n (stories), ==, STORY_EVENTS);
}

static void
test_corpus (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (SynStories) stories = group (corpus);
  guint at = syn_stories_find (stories, 3);
  g_autoptr (SynCorpus) part = syn_stories_dup_corpus (stories, at);
  const SynStory *story = syn_stories_get (stories, at);

  g_assert_cmpuint (syn_corpus_get_n_articles (part), ==, story->articles->len);
  for (guint i = 0; i < story->articles->len; i++)
    g_assert_true (syn_corpus_get_article (part, i)
                   == syn_corpus_get_article (corpus, g_array_index (story->articles, guint, i)));
  g_assert_cmpstr (syn_article_get_id (syn_corpus_get_article (part, 0)), ==, "a4");
}

static SynCorpus *
big_corpus (guint n_events)
{
  SynCorpus *corpus = syn_corpus_new ("big");

  for (guint r = 0; r < STORY_REPORTS; r++)
    for (guint e = 0; e < n_events; e++)
      {
        g_autofree char *text = story_report_rename (story_reports[e % STORY_EVENTS][r], e, G_MAXLONG);

        add (corpus, text, NULL);
      }
  return corpus;
}

/* Hundreds of fires and takeovers that differ in their names alone, whatever the threads. */
static void
test_big (void)
{
  guint n = 150;
  g_autoptr (SynCorpus) corpus = big_corpus (n);
  g_autoptr (SynStories) first = NULL;
  guint parted = 0, mixed = 0;

  for (guint threads = 1; threads <= 8; threads *= 2)
    {
      g_autoptr (SynStories) stories = NULL;

      syn_parallel_set_threads (threads);
      stories = group (corpus);
      assert_whole (stories);
      if (first == NULL)
        first = syn_stories_ref (stories);
      g_assert_cmpuint (syn_stories_get_n (stories), ==, syn_stories_get_n (first));
      for (guint i = 0; i < n * STORY_REPORTS; i++)
        g_assert_cmpuint (syn_stories_find (stories, i), ==, syn_stories_find (first, i));
    }
  syn_parallel_set_threads (0);
  for (guint e = 0; e < n; e++)
    {
      guint story = syn_stories_find (first, e);

      for (guint r = 1; r < STORY_REPORTS; r++)
        parted += syn_stories_find (first, r * n + e) != story;
      mixed += syn_stories_get (first, story)->articles->len > STORY_REPORTS;
    }
  g_assert_cmpuint (parted, <=, n * STORY_REPORTS / 20);
  g_assert_cmpuint (mixed, <=, n / 20);
}

/* One event told hundreds of times is one story, though its words are then in every article. */
static void
test_one_big (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("one big");
  g_autoptr (SynStories) stories = NULL;

  for (guint i = 0; i < 300; i++)
    add (corpus, story_reports[0][i % STORY_REPORTS], NULL);
  stories = group (corpus);
  assert_whole (stories);
  g_assert_cmpuint (syn_stories_get_n (stories), ==, 1);
}

/* A report as one of many papers prints it: a word of its own in it, a paragraph of it gone, and who
 * printed it. */
static char *
print_copy (const char *report, guint paper)
{
  g_auto (GStrv) paragraphs = g_strsplit (report, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; paragraphs[i] != NULL && paragraphs[i][0] != '\0'; i++)
    {
      const char *space = strchr (paragraphs[i], ' ');

      if (i > 1 && paper % 4 == 0 && i == 2 + paper / 4 % 2)
        continue;
      if (i == 1 + paper % 3)
        g_string_append_printf (out, "%.*s ever%c%c%c%s\n", (int)(space - paragraphs[i]),
                                paragraphs[i], 'a' + paper % 26, 'a' + paper / 26 % 26,
                                'a' + paper / 676, space);
      else
        g_string_append_printf (out, "%s\n", paragraphs[i]);
    }
  g_string_append_printf (out, "Printed by the Daily %c%cmond%c on page %u.\n", 'A' + paper % 26,
                          'a' + paper / 26 % 26, 'a' + paper / 676, paper);
  return g_string_free (out, FALSE);
}

/* What all articles say is what makes them one story, and no reason to look at the rest only. */
static void
test_copies (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("copies");
  g_autoptr (SynStories) stories = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = print_copy (story_reports[0][0], i);

      add (corpus, text, NULL);
    }
  stories = group (corpus);
  assert_whole (stories);
  g_assert_cmpuint (syn_stories_get_n (stories), ==, 1);
}

/* Two fires and a takeover, each in hundreds of papers. */
static void
test_copies_apart (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("copies of three");
  g_autoptr (SynStories) stories = NULL;

  for (guint i = 0; i < 3 * n; i++)
    {
      g_autofree char *text = print_copy (story_reports[i % 3][0], i);

      add (corpus, text, NULL);
    }
  stories = group (corpus);
  assert_whole (stories);
  g_assert_cmpuint (syn_stories_get_n (stories), ==, 3);
  for (guint i = 0; i < 3 * n; i++)
    g_assert_cmpuint (syn_stories_find (stories, i), ==, syn_stories_find (stories, i % 3));
}

/* Reports that share their phrases, one after the other, but not their names. */
static void
test_phrases (void)
{
  guint n = 60;
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("phrases");
  g_autoptr (SynStories) stories = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = story_report_rename (story_reports[0][0], i, G_MAXLONG);

      add (corpus, text, NULL);
    }
  stories = group (corpus);
  assert_whole (stories);
  g_assert_cmpuint (syn_stories_get_n (stories), ==, n);
}

/* Days and latest years of one article and of another one, and whether their likeness counts in full. */
static void
test_time (void)
{
  static const struct
  {
    gint day, year, other_day, other_year;
    gboolean full;
  } cases[] = {
    { 15000, 0, 15001, 0, TRUE },       { 15000, 0, 15003, 0, TRUE },
    { 15000, 0, 15010, 0, FALSE },      { 15000, 0, 16000, 0, FALSE },
    /* Dates are believed, and not what years the texts name. */
    { 15000, 1969, 15001, 2030, TRUE }, { 0, 0, 0, 0, TRUE },
    { 0, 2011, 0, 0, TRUE },            { 0, 2011, 0, 2011, TRUE },
    { 0, 2011, 0, 2012, TRUE },         { 0, 2011, 0, 2013, FALSE },
    { 0, 2013, 0, 2011, FALSE },
    /* Day 15000 is in January 2011. */
    { 15000, 1999, 0, 2011, TRUE },     { 15000, 1999, 0, 2010, TRUE },
    { 15000, 0, 0, 2008, FALSE },       { 0, 2008, 15000, 0, FALSE },
    { 15000, 0, 0, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SynStoryTime a, b;

      syn_story_time_init (&a, cases[i].day, cases[i].year);
      syn_story_time_init (&b, cases[i].other_day, cases[i].other_year);
      g_assert_cmpint (syn_story_damp_by_time (&a, &b) == 1, ==, cases[i].full);
      g_assert_cmpfloat (syn_story_damp_by_time (&a, &b), >, 0.5);
    }
}

/* Several articles span all their years. */
static void
test_time_of_several (void)
{
  SynStoryTime all, one;

  syn_story_time_init (&all, 0, 0);
  for (gint year = 2005; year <= 2015; year += 5)
    {
      syn_story_time_init (&one, 0, year);
      syn_story_time_extend (&all, &one);
    }
  syn_story_time_init (&one, 0, 2012);
  g_assert_cmpfloat (syn_story_damp_by_time (&all, &one), ==, 1);
  syn_story_time_init (&one, 0, 2019);
  g_assert_cmpfloat (syn_story_damp_by_time (&all, &one), <, 1);
}

static void
test_cancel (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (syn_stories_new (corpus, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stories/mixed", test_mixed);
  g_test_add_func ("/stories/single", test_single);
  g_test_add_func ("/stories/few", test_few);
  g_test_add_func ("/stories/languages", test_languages);
  g_test_add_func ("/stories/dates", test_dates);
  g_test_add_func ("/stories/names-last", test_names_last);
  g_test_add_func ("/stories/moves", test_moves);
  g_test_add_func ("/stories/corpus", test_corpus);
  g_test_add_func ("/stories/big", test_big);
  g_test_add_func ("/stories/one-big", test_one_big);
  g_test_add_data_func ("/stories/copies/50", GUINT_TO_POINTER (50), test_copies);
  g_test_add_data_func ("/stories/copies/300", GUINT_TO_POINTER (300), test_copies);
  g_test_add_data_func ("/stories/copies/1000", GUINT_TO_POINTER (1000), test_copies);
  g_test_add_data_func ("/stories/copies-apart/50", GUINT_TO_POINTER (50), test_copies_apart);
  g_test_add_data_func ("/stories/copies-apart/300", GUINT_TO_POINTER (300), test_copies_apart);
  g_test_add_data_func ("/stories/copies-apart/1000", GUINT_TO_POINTER (1000), test_copies_apart);
  g_test_add_func ("/stories/phrases", test_phrases);
  g_test_add_func ("/stories/time", test_time);
  g_test_add_func ("/stories/time-of-several", test_time_of_several);
  g_test_add_func ("/stories/cancel", test_cancel);
  return g_test_run ();
}
