/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-engine.h"

#include "test-corpus.h"

static const char *const reports[] = { TEST_REPORT_A, TEST_REPORT_B, TEST_REPORT_C, NULL };

static const SynMatch *
find (SynComparison *comparison, const char *a, const char *b)
{
  return syn_comparison_find_match (comparison, syn_comparison_lookup_statement (comparison, a),
                                    syn_comparison_lookup_statement (comparison, b));
}

static SynComparison *
compare_all (const char *const *texts)
{
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);

  return syn_comparison_new (corpus, 0, SYN_COMPARE_ALL, NULL, NULL, NULL, NULL);
}

/* Statements without a word in common are scored when a third one is near both, and stay below those
 * that say it themselves. */
static void
test_bridge (void)
{
  const char *const texts[] = {
    "Warehouse in Ondrel\nThe blaze destroyed nine lorries.\nA school stands beside it.\n",
    "Night in Ondrel\nSmoke darkened the harbour.\nThe council meets on Friday.\n",
    "Ondrel depot\nSmoke from the blaze darkened the harbour and destroyed nine lorries.\n",
    NULL,
  };
  g_autoptr (SynComparison) comparison = compare_all (texts);
  const SynMatch *ends = find (comparison, "a1.2", "a2.2"),
                 *first = find (comparison, "a1.2", "a3.2"),
                 *unrelated = find (comparison, "a1.3", "a2.3");

  g_assert_nonnull (first);
  g_assert_nonnull (ends);
  g_assert_cmpfloat (ends->score, <, first->score);
  g_assert_cmpuint (ends->a_spans->len, ==, 0);
  g_assert_cmpint (ends->tier, !=, SYN_TIER_NONE);
  g_assert_nonnull (strstr (ends->reason, "“Smoke from the blaze darkened the harbour and…” (C)"));
  g_assert_true (unrelated == NULL || unrelated->score < ends->score);
}

/* In reports of a few lines a word is shared soon. */
static void
test_one_word (void)
{
  g_autoptr (SynCorpus) corpus = test_corpus_new (reports);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  const SynMatch *match = find (comparison, "a1.3", "a2.2");

  g_assert_true (match == NULL || match->tier > SYN_TIER_LIKELY);
  match = find (comparison, "a1.4", "a2.4");
  g_assert_nonnull (match);
  g_assert_cmpint (match->tier, <=, SYN_TIER_LIKELY);
}

/* The order of the scores is that of the probabilities, and the tiers follow it. */
static void
test_order (void)
{
  g_autoptr (SynComparison) comparison = compare_all (reports);
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (comparison, &n);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (matches[i].score > 0 && matches[i].score < 1);
      if (i == 0)
        continue;
      g_assert_cmpfloat (matches[i - 1].score, >=, matches[i].score);
      g_assert_cmpint (matches[i - 1].tier, <=, matches[i].tier);
    }
}

static void
test_agreement (void)
{
  static const struct
  {
    float shared, strength, norm_a, norm_b;
  } cases[] = { { 0, 0, 1, 1 }, { 0.5f, 0, 1, 1 }, { 0.5f, 0.5f, 1, 1 }, { 0.5f, 0.5f, 2, 1 } };
  float all[G_N_ELEMENTS (cases)];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    all[i] = syn_score_agreement (cases[i].shared, cases[i].strength, cases[i].norm_a,
                                  cases[i].norm_b);
  g_assert_cmpfloat (all[0], ==, 0);
  g_assert_cmpfloat (all[1], >, all[0]);
  g_assert_cmpfloat (all[2], >, all[1]);
  g_assert_cmpfloat (all[3], <, all[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/bridge", test_bridge);
  g_test_add_func ("/score/one-word", test_one_word);
  g_test_add_func ("/score/order", test_order);
  g_test_add_func ("/score/agreement", test_agreement);
  return g_test_run ();
}
