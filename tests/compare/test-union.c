/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A corpus of several stories: each compared by itself, put together as one. */

#include "compare/syn-comparison.h"
#include "compare/syn-derivation.h"
#include "compare/syn-parallel.h"

#include "exchange/syn-comparison-json.h"

#include "story-reports.h"
#include "test-corpus.h"

/* The first reports of all events, then the second ones: no story's articles stand together. */
static SynCorpus *
mixed_corpus (void)
{
  SynCorpus *corpus = syn_corpus_new ("mixed");

  for (guint r = 0; r < STORY_REPORTS; r++)
    for (guint e = 0; e < STORY_EVENTS; e++)
      {
        g_autoptr (SynArticle) article = test_article_new ("A", story_reports[e][r]);

        syn_corpus_add (corpus, article);
      }
  return corpus;
}

static SynComparison *
compare (SynCorpus *corpus, SynCompareFlags flags)
{
  g_autoptr (GError) error = NULL;
  SynComparison *comparison = syn_comparison_new (corpus, 0, flags, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (syn_comparison_get_stories (comparison));
  return comparison;
}

static guint
story_of (SynComparison *self, guint statement)
{
  return syn_stories_find (syn_comparison_get_stories (self),
                           syn_comparison_get_statement (self, statement)->article);
}

/* All indices lead where they say, and never out of a story. */
static void
assert_sound (SynComparison *self)
{
  guint n_matches, n_conflicts, n_claims;
  const SynMatch *matches = syn_comparison_get_matches (self, &n_matches);
  const SynConflict *conflicts = syn_comparison_get_conflicts (self, &n_conflicts);
  const SynClaim *claims = syn_comparison_get_claims (self, &n_claims);

  for (guint i = 0; i < n_matches; i++)
    {
      g_assert_cmpuint (matches[i].a, <, matches[i].b);
      g_assert_cmpuint (story_of (self, matches[i].a), ==, story_of (self, matches[i].b));
    }
  for (guint i = 0; i < n_conflicts; i++)
    {
      const SynConflict *conflict = &conflicts[i];

      g_assert_cmpuint (story_of (self, conflict->a), ==, story_of (self, conflict->b));
      g_assert_true (i == 0 || conflicts[i - 1].score >= conflict->score);
      if (conflict->claim < 0)
        continue;
      g_assert_cmpuint (conflict->claim, <, n_claims);
      {
        const GArray *own = claims[conflict->claim].conflicts;
        gboolean found = FALSE;

        for (guint k = 0; k < own->len; k++)
          found = found || g_array_index (own, guint, k) == i;
        g_assert_true (found);
      }
    }
  for (guint i = 0; i < n_claims; i++)
    {
      guint story = story_of (self, g_array_index (claims[i].statements, guint, 0));
      guint speaking = 0;

      for (guint k = 0; k < claims[i].statements->len; k++)
        g_assert_cmpuint (story_of (self, g_array_index (claims[i].statements, guint, k)), ==,
                          story);
      for (guint k = 0; k < claims[i].values->len; k++)
        {
          const SynValue *value = &g_array_index (claims[i].values, SynValue, k);

          g_assert_cmpuint (story_of (self, value->statement), ==, story);
          g_assert_cmpint (value->conflict, <, (gint)n_conflicts);
        }
      for (guint a = 0; a < syn_comparison_get_n_articles (self); a++)
        speaking += syn_comparison_get_stance (self, &claims[i], a) != SYN_STANCE_SILENT;
      g_assert_cmpuint (speaking, ==, claims[i].n_sources);
    }
}

static guint
count_matches (SynComparison *self)
{
  guint n;

  syn_comparison_get_matches (self, &n);
  return n;
}

/* The whole has what its stories have, and a statement has the same name in both. */
static void
test_whole (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (SynComparison) whole = compare (corpus, SYN_COMPARE_ALL);
  SynStories *stories = syn_comparison_get_stories (whole);
  guint n = 0, n_statements = 0;

  assert_sound (whole);
  for (guint s = 0; s < syn_stories_get_n (stories); s++)
    {
      g_autoptr (SynCorpus) story = syn_stories_dup_corpus (stories, s);
      g_autoptr (SynComparison) part
          = syn_comparison_new_story (story, 0, SYN_COMPARE_ALL, NULL, NULL, NULL, NULL);

      g_assert_null (syn_comparison_get_stories (part));
      n += count_matches (part);
      n_statements += syn_comparison_get_n_statements (part);
      for (guint i = 0; i < syn_comparison_get_n_statements (part); i++)
        {
          g_autofree char *id = syn_comparison_dup_statement_id (part, i);
          g_autofree char *own = syn_comparison_dup_statement_text (part, i);
          gint place = syn_comparison_lookup_statement (whole, id);
          g_autofree char *text = NULL;

          g_assert_cmpint (syn_comparison_lookup_statement (part, id), ==, i);
          g_assert_cmpint (place, >=, 0);
          text = syn_comparison_dup_statement_text (whole, place);
          g_assert_cmpstr (text, ==, own);
        }
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (count_matches (whole), ==, n);
  g_assert_cmpuint (syn_comparison_get_n_statements (whole), ==, n_statements);
}

static void
test_threads (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autofree char *first = NULL;

  for (guint threads = 1; threads <= 8; threads *= 2)
    {
      g_autoptr (SynComparison) whole = NULL;
      g_autofree char *json = NULL;

      syn_parallel_set_threads (threads);
      whole = compare (corpus, SYN_COMPARE_ALL | SYN_COMPARE_RESULT_ONLY);
      json = syn_comparison_to_json (whole);
      if (first == NULL)
        first = g_strdup (json);
      g_assert_cmpstr (json, ==, first);
    }
  syn_parallel_set_threads (0);
}

static void
test_decisions (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (SynComparison) fresh = compare (corpus, SYN_COMPARE_DEFAULT);
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  g_autoptr (SynComparison) applied = NULL;
  guint a = test_find (fresh, "Investigators found a faulty heater"),
        b = test_find (fresh, "Nobody was hurt, and Vorn"), c = test_find (fresh, "Mill Lane will stay");
  SynDecisionPair within = { MIN (a, b), MAX (a, b) }, across = { MIN (a, c), MAX (a, c) };
  SynOwnClaim *own = syn_own_claim_new ("mine", "What I say", TRUE);
  guint n;
  const SynClaim *claims;
  gboolean found = FALSE;

  g_array_append_val (decisions->links, within);
  g_array_append_val (decisions->links, across);
  g_array_append_val (own->statements, a);
  g_array_append_val (own->statements, b);
  g_ptr_array_add (decisions->claims, own);
  applied = syn_comparison_apply (fresh, decisions);
  assert_sound (applied);
  g_assert_true (syn_comparison_find_match (applied, within.a, within.b)->own);
  /* Inside neither story does it say anything. */
  g_assert_null (syn_comparison_find_match (applied, across.a, across.b));
  claims = syn_comparison_get_claims (applied, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (claims[i].id, "mine") == 0)
      {
        found = TRUE;
        g_assert_cmpstr (claims[i].summary, ==, "What I say");
        g_assert_cmpuint (claims[i].statements->len, ==, 2);
      }
  g_assert_true (found);
}

static void
test_questions (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (SynComparison) fresh = compare (corpus, SYN_COMPARE_DEFAULT);
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  g_autoptr (GArray) questions = syn_comparison_list_questions (fresh, decisions, 4);
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) counterparts = NULL;
  guint heater = test_find (fresh, "Investigators found a faulty heater"),
        closed = test_find (fresh, "Mill Lane will stay"), night = test_find (fresh, "A fire destroyed");
  g_autofree char *across = syn_comparison_dup_derivation (fresh, decisions, heater, closed);
  g_autofree char *within = syn_comparison_dup_derivation (fresh, decisions, night, heater);

  g_assert_cmpuint (questions->len, ==, 4);
  for (guint i = 0; i < questions->len; i++)
    {
      const SynQuestion *question = &g_array_index (questions, SynQuestion, i);

      g_assert_cmpuint (story_of (fresh, question->a), ==, story_of (fresh, question->b));
    }
  g_assert_nonnull (strstr (across, "different stories"));
  g_assert_nonnull (strstr (within, "faulty heater"));
  g_array_append_val (given, night);
  counterparts = syn_comparison_list_counterparts (fresh, given, 1);
  g_assert_cmpuint (counterparts->len, >, 0);
  for (guint i = 0; i < counterparts->len; i++)
    g_assert_cmpuint (story_of (fresh, g_array_index (counterparts, SynQuestion, i).b), ==,
                      story_of (fresh, night));
}

static void
test_cancel (void)
{
  g_autoptr (SynCorpus) corpus = mixed_corpus ();
  g_autoptr (SynStories) stories = syn_stories_new (corpus, NULL, NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (syn_comparison_new_stories (stories, 0, SYN_COMPARE_DEFAULT, NULL, NULL,
                                             cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/union/whole", test_whole);
  g_test_add_func ("/union/threads", test_threads);
  g_test_add_func ("/union/decisions", test_decisions);
  g_test_add_func ("/union/questions", test_questions);
  g_test_add_func ("/union/cancel", test_cancel);
  return g_test_run ();
}
