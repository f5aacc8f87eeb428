/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-distant-articles.h"
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

/* Words that only happen to be of other statements: with too few of them nothing is known of a story. */
#define OTHERS_A                                                                                   \
  "Rain fell on the market.\nA choir sang in the chapel.\nTraders sold pears and plums.\n"         \
  "Pupils painted the fence.\nThe mayor opened a library.\nA baker won the raffle.\n"              \
  "Swans nested by the weir.\nThe museum bought a clock.\n"
#define OTHERS_B                                                                                   \
  "Snow closed the mountain pass.\nSkiers waited in a hut.\nA plough reached them at noon.\n"      \
  "Dentists met in the castle.\nThe theatre changed its curtain.\nCyclists crossed the viaduct.\n" \
  "An orchard was planted.\nThe brewery hired a cooper.\n"

/* Of two statements with the same words that say something, the one with the same small words is
 * nearer, though the other one stands at the same place. */
static void
test_function_words (void)
{
  const char *const texts[] = {
    "Depot\n" OTHERS_A "Nine lorries burned before their owners came there.\n",
    "Smoke\nNine lorries burned before their owners came there.\n" OTHERS_B
    "Nine lorries burned although no owners came.\n",
    NULL,
  };
  g_autoptr (SynComparison) comparison = compare_all (texts);
  const SynMatch *same = find (comparison, "a1.10", "a2.2"),
                 *other = find (comparison, "a1.10", "a2.11");

  g_assert_nonnull (same);
  g_assert_nonnull (other);
  g_assert_cmpfloat (same->score, >, other->score);
}

/* Line-ups are the same when all their names are. */
static void
test_lists (void)
{
  const char *const texts[] = {
    "Kells win\n" OTHERS_A
    "Murrin, Horgal, Danevic, Arlotti, Hickson, Ogaram, Stringle, Corrighan, Byrnes, Foleyan.\n",
    "Kells at home\n" OTHERS_A
    "Murrin, Horgal, Danevic, Arlotti, Hickson, Ogaram, Stringle, Corrighan, Byrnes, Foleyan.\n",
    "Kells away\n" OTHERS_B
    "Murrin, Horgal, Danevic, Arlotti, Hickson, Ogaram, Stringle, Corrighan, Byrnes, Leamyr.\n",
    NULL,
  };
  g_autoptr (SynComparison) comparison = compare_all (texts);
  const SynMatch *same = find (comparison, "a1.10", "a2.10"),
                 *other = find (comparison, "a1.10", "a3.10");

  g_assert_nonnull (same);
  g_assert_nonnull (other);
  g_assert_cmpint (same->tier, ==, SYN_TIER_SURE);
  g_assert_cmpint (other->tier, ==, SYN_TIER_LIKELY);
}

static SynEngine *
score_all (const char *const *texts)
{
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  SynEngine *engine = syn_engine_new (corpus, 0, NULL);

  g_assert_true (syn_engine_score (engine, NULL));
  return engine;
}

/* Of three articles two tell the same, and one has a sentence of the trade in common with them. */
static void
test_distant_articles (void)
{
  const char *const texts[] = {
    "Market day\n" OTHERS_A "Police appealed for witnesses.\n",
    "A day in town\n" OTHERS_A "Police appealed for witnesses.\n",
    "Winter\n" OTHERS_B "Police appealed for witnesses.\n",
    NULL,
  };
  g_autoptr (SynEngine) engine = score_all (texts);
  float last = G_MAXFLOAT;

  g_assert_cmpfloat (syn_distant_articles_measure (engine, 0, 1), ==, 0);
  g_assert_cmpfloat (syn_distant_articles_measure (engine, 0, 2), <, -0.1);
  g_assert_cmpfloat (syn_distant_articles_measure (engine, 2, 1), <, -0.1);
  for (guint i = 0; i < engine->pairs->len; i++)
    {
      g_assert_cmpfloat (g_array_index (engine->pairs, SynPair, i).z, <=, last);
      last = g_array_index (engine->pairs, SynPair, i).z;
    }
}

/* The figures of "9/11" count nothing: they are no more than a name. */
static void
test_labels (void)
{
  const char *const texts[] = {
    "Vote on the 9/11 bill\nSenators met with 12 envoys.\n",
    "Bill on 9/11\nIt was read to 12 envoys.\n",
    NULL,
  };
  g_autoptr (SynEngine) engine = score_all (texts);

  g_assert_false (g_hash_table_contains (engine->term_index, "#9"));
  g_assert_false (g_hash_table_contains (engine->term_index, "#11"));
  g_assert_true (g_hash_table_contains (engine->term_index, "#12"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/bridge", test_bridge);
  g_test_add_func ("/score/one-word", test_one_word);
  g_test_add_func ("/score/order", test_order);
  g_test_add_func ("/score/agreement", test_agreement);
  g_test_add_func ("/score/distant-articles", test_distant_articles);
  g_test_add_func ("/score/function-words", test_function_words);
  g_test_add_func ("/score/labels", test_labels);
  g_test_add_func ("/score/lists", test_lists);
  return g_test_run ();
}
