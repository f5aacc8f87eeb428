/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "compare/syn-comparison.h"

#include "compare/syn-parallel.h"
#include "exchange/syn-comparison-json.h"

#include "test-corpus.h"

static gboolean regenerate;

static SynCorpus *
reports (void)
{
  const char *const texts[] = { TEST_REPORT_A, TEST_REPORT_B, TEST_REPORT_C, NULL };

  return test_corpus_new (texts);
}

static void
test_golden (void)
{
  g_autoptr (SynCorpus) corpus = reports ();
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  g_autofree char *json = syn_comparison_to_json (comparison);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "compare", "golden", "bridge.json", NULL);
  g_autofree char *expected = NULL;

  if (regenerate)
    g_assert_true (g_file_set_contents (path, json, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (json, ==, expected);
}

static void
test_threads (void)
{
  g_autoptr (SynCorpus) corpus = reports ();
  g_autofree char *first = NULL;
  static const guint threads[] = { 1, 2, 8, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (SynComparison) comparison = NULL;
      g_autofree char *json = NULL;

      syn_parallel_set_threads (threads[i]);
      comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_ALL, NULL, NULL, NULL, NULL);
      json = syn_comparison_to_json (comparison);
      if (first == NULL)
        first = g_steal_pointer (&json);
      else
        g_assert_cmpstr (json, ==, first);
    }
  syn_parallel_set_threads (0);
}

static void
test_matches (void)
{
  g_autoptr (SynCorpus) corpus = reports ();
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  guint steering_a, steering_c = 0, crew_b = test_find (comparison, "The owner of the vessel");
  guint crew_c = test_find (comparison, "Orvath Shipping rejected claims that its crew");
  guint divers = test_find (comparison, "Divers found"), n;
  const SynMatch *match;

  steering_a = syn_comparison_lookup_statement (comparison, "a1.3");
  steering_c = syn_comparison_lookup_statement (comparison, "a3.3");
  match = syn_comparison_find_match (comparison, steering_a, steering_c);
  g_assert_nonnull (match);
  g_assert_cmpint (match->kind, ==, SYN_MATCH_COPIED);
  g_assert_true (syn_comparison_find_match (comparison, steering_c, steering_a) == match);
  g_assert_nonnull (strstr (match->reason, "in a row"));

  match = syn_comparison_find_match (comparison, crew_b, crew_c);
  g_assert_nonnull (match);
  g_assert_cmpint (match->tier, <=, SYN_TIER_LIKELY);
  g_assert_cmpuint (match->a_spans->len, >, 0);
  g_assert_nonnull (strstr (match->reason, "Orvath"));
  g_assert_null (syn_comparison_matches_of (comparison, divers, &n));
  g_assert_cmpuint (n, ==, 0);
}

/* Whatever the order of the articles, boilerplate stays out and scores descend. */
static void
test_invariants (void)
{
  g_autoptr (SynCorpus) corpus = reports ();
  g_autoptr (SynComparison) comparison
      = syn_comparison_new (corpus, 0, SYN_COMPARE_ALL, NULL, NULL, NULL, NULL);
  guint n, n_all = syn_comparison_get_n_statements (comparison);
  const SynMatch *matches = syn_comparison_get_matches (comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      const SynStatement *a = syn_comparison_get_statement (comparison, matches[i].a);
      const SynStatement *b = syn_comparison_get_statement (comparison, matches[i].b);

      g_assert_cmpuint (matches[i].a, <, matches[i].b);
      g_assert_cmpuint (a->article, !=, b->article);
      g_assert_cmpint (a->role, !=, SYN_ROLE_BOILERPLATE);
      g_assert_cmpint (b->role, !=, SYN_ROLE_BOILERPLATE);
      g_assert_true (matches[i].score > 0 && matches[i].score <= 1);
      if (i > 0 && (matches[i].tier == SYN_TIER_NONE) == (matches[i - 1].tier == SYN_TIER_NONE))
        g_assert_true (matches[i].score <= matches[i - 1].score);
      for (guint k = 0; k < matches[i].a_spans->len; k++)
        {
          SynSpan span = g_array_index (matches[i].a_spans, SynSpan, k);

          g_assert_cmpuint (span.start, >=, a->span.start);
          g_assert_cmpuint (span.end, <=, a->span.end);
        }
    }
  for (guint s = 0; s < n_all; s++)
    {
      g_autofree char *id = syn_comparison_dup_statement_id (comparison, s);
      const SynStatement *statement = syn_comparison_get_statement (comparison, s);

      g_assert_cmpint (syn_comparison_lookup_statement (comparison, id), ==, s);
      g_assert_cmpint (
          syn_comparison_find_statement (comparison, statement->article, statement->span.start), ==,
          s);
      g_assert_cmpint (
          syn_comparison_find_statement (comparison, statement->article, statement->span.end - 1),
          ==, s);
    }
}

static void
test_nonsense_ids (void)
{
  static const char *const ids[]
      = { "", "a", "a1", "a1.", "a0.1", "a1.0", "a9.1", "a1.99", "b1.1", "a1.1x", "a-1.1", "1.1" };
  g_autoptr (SynCorpus) corpus = reports ();
  g_autoptr (SynComparison) comparison = test_compare (corpus);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (syn_comparison_lookup_statement (comparison, ids[i]), ==, -1);
}

static void
test_claims (void)
{
  g_autoptr (SynCorpus) corpus = reports ();
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  guint steering = syn_comparison_lookup_statement (comparison, "a1.3"), n, n_claims;
  const guint *of = syn_comparison_claims_of (comparison, steering, &n);
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n_claims), *claim;

  g_assert_cmpuint (n, ==, 1);
  claim = &claims[of[0]];
  g_assert_cmpuint (claim->n_sources, ==, 2);
  g_assert_cmpuint (claim->n_origins, ==, 1);
  g_assert_cmpstr (claim->origin_reason, ==, "A and C print the same words");
  g_assert_nonnull (strstr (claim->summary, "steering"));
  g_assert_cmpuint (claim->stances->len, ==, 3);
  g_assert_cmpint (g_array_index (claim->stances, SynStance, 1), ==, SYN_STANCE_SILENT);
  g_assert_cmpint (g_array_index (claim->stances, SynStance, 0), ==, SYN_STANCE_ATTRIBUTES);
  for (guint i = 1; i < n_claims; i++)
    g_assert_cmpuint (claims[i].n_sources, <=, claims[i - 1].n_sources);
}

static void
test_values (void)
{
  const char *const texts[] = {
    "Fire in Drask\nThe blaze in the Drask mill injured nine workers on Monday night.\nThe mill "
    "made paper.\n",
    "Mill burns in Drask\nA blaze in the Drask mill injured 9 workers on Monday night, the fire "
    "brigade said.\nIt rained.\n",
    NULL,
  };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  guint n, n_claims, blaze = test_find (comparison, "The blaze in the Drask");
  const guint *of = syn_comparison_claims_of (comparison, blaze, &n);
  const SynClaim *claim;
  const SynValue *first, *second;

  g_assert_cmpuint (n, >=, 1);
  claim = &syn_comparison_get_claims (comparison, &n_claims)[of[0]];
  g_assert_cmpuint (claim->values->len, ==, 2);
  first = &g_array_index (claim->values, SynValue, 0);
  second = &g_array_index (claim->values, SynValue, 1);
  g_assert_cmpuint (first->group, ==, second->group);
  g_assert_cmpstr (first->text, ==, second->text);
  g_assert_cmpint (first->conflict, ==, -1);
}

static void
test_variants (void)
{
  const char *const texts[] = {
    "News\nThe town of Grigorovka was quiet on Monday after the long storm.\n",
    "News\nOn Monday the town of Grigorovko was quiet after the storm.\n",
    NULL,
  };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  guint n;
  const SynVariant *variants = syn_comparison_get_variants (comparison, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (variants[0].kind, ==, SYN_VARIANT_SPELLING);
  g_assert_cmpuint (g_strv_length (variants[0].forms), ==, 2);
  g_assert_cmpuint (variants[0].occurrences->len, ==, 2);
}

static void
test_one_article (void)
{
  const char *const texts[] = { TEST_REPORT_A, NULL };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  guint n;

  syn_comparison_get_matches (comparison, &n);
  g_assert_cmpuint (n, ==, 0);
  syn_comparison_get_claims (comparison, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_level (void)
{
  g_autoptr (SynCorpus) corpus = reports ();
  guint last = 0;

  for (double level = 0.2; level < 2; level += 0.3)
    {
      g_autoptr (SynComparison) comparison
          = syn_comparison_new (corpus, level, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
      guint n, shown = 0;
      const SynMatch *matches = syn_comparison_get_matches (comparison, &n);

      for (guint i = 0; i < n; i++)
        shown += matches[i].tier <= SYN_TIER_LIKELY;
      g_assert_cmpuint (shown, >=, last);
      last = shown;
    }
  g_assert_cmpuint (last, >, 5);
}

static void
test_cancel (void)
{
  g_autoptr (SynCorpus) corpus = reports ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Many papers that print the same words are no reason to wait: processor time, so that a busy machine does no harm. */
static void
test_many_copies (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("copies");
  g_autoptr (SynComparison) comparison = NULL;
  const clock_t start = clock ();

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *outlet = g_strdup_printf ("Paper %u", i);
      g_autofree char *text
          = g_strdup_printf ("Ferry sinks %u\nFourteen people were killed when the ferry sank off the coast on "
                             "Tuesday, officials said. The captain was arrested on Wednesday. Divers found nine "
                             "bodies near the port. Fourteen people were killed when the ferry sank off the "
                             "coast on Tuesday, officials said. The captain was arrested on Wednesday. Divers "
                             "found nine bodies near the port.", i);
      g_autoptr (SynArticle) article = test_article_new (outlet, text);

      syn_corpus_add (corpus, article);
    }
  comparison = test_compare (corpus);
  g_assert_nonnull (comparison);
  g_assert_cmpint ((clock () - start) / CLOCKS_PER_SEC, <, 15);
}

static void
test_language_without_lists (void)
{
  const char *const texts[] = { "Aba\nKelmoor dok 1914 tarimu Vellin sona.\n",
                                "Abe\nVellin sona tarimu 1914 Kelmoor dok.\n", NULL };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = NULL;
  guint n;

  for (guint i = 0; i < 2; i++)
    g_object_set (syn_corpus_get_article (corpus, i), "language", "xx", NULL);
  comparison = test_compare (corpus);
  g_assert_cmpuint (g_strv_length ((char **)syn_comparison_get_remarks (comparison)), ==, 1);
  syn_comparison_get_matches (comparison, &n);
  g_assert_cmpuint (n, >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    regenerate |= g_str_equal (argv[i], "--regen");
  g_test_add_func ("/comparison/golden", test_golden);
  g_test_add_func ("/comparison/threads", test_threads);
  g_test_add_func ("/comparison/matches", test_matches);
  g_test_add_func ("/comparison/invariants", test_invariants);
  g_test_add_func ("/comparison/ids", test_nonsense_ids);
  g_test_add_func ("/comparison/claims", test_claims);
  g_test_add_func ("/comparison/values", test_values);
  g_test_add_func ("/comparison/variants", test_variants);
  g_test_add_func ("/comparison/one-article", test_one_article);
  g_test_add_func ("/comparison/level", test_level);
  g_test_add_func ("/comparison/cancel", test_cancel);
  g_test_add_func ("/comparison/many-copies", test_many_copies);
  g_test_add_func ("/comparison/language", test_language_without_lists);
  return g_test_run ();
}
