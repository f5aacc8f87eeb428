/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-comparison.h"
#include "compare/syn-derivation.h"
#include "compare/syn-parallel.h"
#include "exchange/syn-comparison-json.h"

#include "test-corpus.h"

/* A fourth report beside those of the fixture, in other words. */
#define REPORT_D                                                                                   \
  "Barge crash shuts Tamrin crossing\n"                                                            \
  "A freight vessel rammed the bridge over the Tamrin on Tuesday and nine were taken to "          \
  "hospital.\n"                                                                                    \
  "Steering failed close to the lock, according to harbour master Quend.\n"                        \
  "Traffic stays barred from the bridge for three weeks or longer, said the council.\n"            \
  "Pupils crossed the river by ferry instead.\n"                                                   \
  "Shipping firm Orvath denied that the crew was drunk.\n"

typedef struct
{
  SynCorpus *corpus;
  SynComparison *fresh; /* with every scored pair */
  SynDecisions *decisions;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const texts[] = { TEST_REPORT_A, TEST_REPORT_B, TEST_REPORT_C, REPORT_D, NULL };

  fixture->corpus = test_corpus_new (texts);
  fixture->fresh = syn_comparison_new (fixture->corpus, 0, SYN_COMPARE_ALL, NULL, NULL, NULL, NULL);
  fixture->decisions = syn_decisions_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->fresh);
  g_assert_finalize_object (fixture->corpus);
  syn_decisions_free (fixture->decisions);
}

static void
answer (SynDecisions *decisions, guint a, guint b, gboolean yes)
{
  SynDecisionPair pair = { a, b };

  g_array_append_val (yes ? decisions->links : decisions->unlinks, pair);
}

static SynQuestion
ask_one (Fixture *fixture)
{
  g_autoptr (GArray) questions
      = syn_comparison_list_questions (fixture->fresh, fixture->decisions, 1);

  g_assert_cmpuint (questions->len, ==, 1);
  return g_array_index (questions, SynQuestion, 0);
}

static double
score_of (SynComparison *comparison, guint a, guint b)
{
  const SynMatch *match = syn_comparison_find_match (comparison, a, b);

  return match != NULL ? match->score : 0;
}

static gboolean
is_asked (GArray *questions, guint a, guint b)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_array_index (questions, SynQuestion, i).a == a
        && g_array_index (questions, SynQuestion, i).b == b)
      return TRUE;
  return FALSE;
}

/* The probabilities of all pairs that are not among @questions, together. */
static double
sum_unanswered (Fixture *fixture, SynComparison *comparison, GArray *questions)
{
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (fixture->fresh, &n);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    if (!is_asked (questions, matches[i].a, matches[i].b))
      sum += score_of (comparison, matches[i].a, matches[i].b);
  return sum;
}

/* Without links, unlinks and claims of the reader nothing is learned, whatever else was decided. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = syn_comparison_to_json (fixture->fresh), *after = NULL;
  g_autoptr (SynComparison) applied = NULL;

  g_hash_table_add (fixture->decisions->dismissed, g_strdup ("figure:none"));
  applied = syn_comparison_apply (fixture->fresh, fixture->decisions);
  g_assert_true (applied != fixture->fresh);
  after = syn_comparison_to_json (applied);
  g_assert_cmpstr (before, ==, after);
}

/* Who puts two statements into one claim teaches what who links them does. */
static void
test_own_claim (Fixture *fixture, gconstpointer data)
{
  SynQuestion question = ask_one (fixture);
  SynOwnClaim *claim = syn_own_claim_new ("own", NULL, TRUE);
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (SynQuestion));
  g_autoptr (SynComparison) claimed = NULL, linked = NULL;
  double before, after_claim, after_link;

  g_array_append_val (questions, question);
  g_array_append_val (claim->statements, question.a);
  g_array_append_val (claim->statements, question.b);
  g_ptr_array_add (fixture->decisions->claims, claim);
  claimed = syn_comparison_apply (fixture->fresh, fixture->decisions);
  g_ptr_array_set_size (fixture->decisions->claims, 0);
  answer (fixture->decisions, question.a, question.b, TRUE);
  linked = syn_comparison_apply (fixture->fresh, fixture->decisions);
  before = sum_unanswered (fixture, fixture->fresh, questions);
  after_claim = sum_unanswered (fixture, claimed, questions);
  after_link = sum_unanswered (fixture, linked, questions);
  g_assert_cmpfloat (after_claim, >, before);
  g_assert_cmpfloat_with_epsilon (after_claim, after_link, 1e-6);
}

/* A yes lowers no pair and raises those like it the most; a no the other way round. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  SynQuestion question = ask_one (fixture);
  double moved = 0;
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (fixture->fresh, &n);

  for (guint yes = 0; yes < 2; yes++)
    {
      g_autoptr (SynDecisions) decisions = syn_decisions_new ();
      g_autoptr (SynComparison) applied = NULL;
      double near = 0, far = 1;

      answer (decisions, question.a, question.b, yes);
      applied = syn_comparison_apply (fixture->fresh, decisions);
      for (guint i = 0; i < n; i++)
        {
          double change = score_of (applied, matches[i].a, matches[i].b) - matches[i].score;

          if (matches[i].a == question.a && matches[i].b == question.b)
            continue;
          if (matches[i].score < 0.05 || matches[i].score > 0.95)
            continue;
          if (yes)
            g_assert_cmpfloat (change, >, 0);
          else
            g_assert_cmpfloat (change, <, 0);
          near = MAX (near, ABS (change));
          far = MIN (far, ABS (change));
        }
      g_assert_cmpfloat (near, >, 1.5 * far);
      moved += near;
    }
  g_assert_cmpfloat (moved, >, 0.02);
}

static void
test_fixed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) questions
      = syn_comparison_list_questions (fixture->fresh, fixture->decisions, 4);
  g_autoptr (SynComparison) applied = NULL;

  g_assert_cmpuint (questions->len, >=, 2);
  for (guint i = 0; i < questions->len; i++)
    {
      const SynQuestion *question = &g_array_index (questions, SynQuestion, i);

      answer (fixture->decisions, question->b, question->a, i % 2 == 0);
    }
  applied = syn_comparison_apply (fixture->fresh, fixture->decisions);
  for (guint i = 0; i < questions->len; i++)
    {
      const SynQuestion *question = &g_array_index (questions, SynQuestion, i);
      const SynMatch *match = syn_comparison_find_match (applied, question->a, question->b);

      if (i % 2 == 0)
        {
          g_assert_nonnull (match);
          g_assert_true (match->own);
          g_assert_cmpfloat (match->score, ==, 1);
          g_assert_cmpint (match->tier, ==, SYN_TIER_SURE);
        }
      else
        g_assert_null (match);
    }
}

/* More of the same answer moves further. */
static void
test_monotone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) questions
      = syn_comparison_list_questions (fixture->fresh, fixture->decisions, 4);

  g_assert_cmpuint (questions->len, >=, 2);
  for (guint yes = 0; yes < 2; yes++)
    {
      g_autoptr (SynDecisions) decisions = syn_decisions_new ();
      double before = sum_unanswered (fixture, fixture->fresh, questions);

      for (guint i = 0; i < questions->len; i++)
        {
          const SynQuestion *question = &g_array_index (questions, SynQuestion, i);
          g_autoptr (SynComparison) applied = NULL;
          double now;

          answer (decisions, question->a, question->b, yes);
          applied = syn_comparison_apply (fixture->fresh, decisions);
          now = sum_unanswered (fixture, applied, questions);
          if (yes)
            g_assert_cmpfloat (now, >, before);
          else
            g_assert_cmpfloat (now, <, before);
          before = now;
        }
    }
}

/* Pairs that were not even listed come in when those in their place turn out wrong. */
static void
test_unlisted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynComparison) few
      = syn_comparison_new (fixture->corpus, 0.2, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
  g_autoptr (SynComparison) applied = NULL;
  guint n, n_applied;
  const SynMatch *matches = syn_comparison_get_matches (few, &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    answer (fixture->decisions, matches[i].a, matches[i].b, FALSE);
  applied = syn_comparison_apply (few, fixture->decisions);
  matches = syn_comparison_get_matches (applied, &n_applied);
  g_assert_cmpuint (n_applied, >, 0);
  for (guint i = 0; i < n_applied; i++)
    g_assert_null (syn_comparison_find_match (few, matches[i].a, matches[i].b));
}

/* Neither the order of the answers nor threads nor an answer given twice make a difference. */
static void
test_determinism (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) questions
      = syn_comparison_list_questions (fixture->fresh, fixture->decisions, 5);
  g_autofree char *first = NULL;

  for (guint run = 0; run < 4; run++)
    {
      g_autoptr (SynDecisions) decisions = syn_decisions_new ();
      g_autoptr (SynComparison) applied = NULL;
      g_autofree char *json = NULL;

      syn_parallel_set_threads (1 + run);
      for (guint i = 0; i < questions->len * (run == 3 ? 2 : 1); i++)
        {
          guint at = i % questions->len, place = run % 2 == 0 ? at : questions->len - 1 - at;
          const SynQuestion *question = &g_array_index (questions, SynQuestion, place);

          answer (decisions, question->a, question->b, place % 2 == 0);
        }
      applied = syn_comparison_apply (fixture->fresh, decisions);
      json = syn_comparison_to_json (applied);
      if (first == NULL)
        first = g_steal_pointer (&json);
      else
        g_assert_cmpstr (json, ==, first);
    }
  syn_parallel_set_threads (0);
}

/* Questions go on until there is nothing uncertain left, never twice the same, and never about two
 * statements of one article. */
static void
test_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint rounds = 0;

  while (TRUE)
    {
      g_autoptr (GArray) questions
          = syn_comparison_list_questions (fixture->fresh, fixture->decisions, 3);

      g_assert_cmpuint (questions->len, <=, 3);
      if (questions->len == 0)
        break;
      for (guint i = 0; i < questions->len; i++)
        {
          const SynQuestion *question = &g_array_index (questions, SynQuestion, i);
          guint a = syn_comparison_get_statement (fixture->fresh, question->a)->article,
                b = syn_comparison_get_statement (fixture->fresh, question->b)->article;

          g_assert_cmpuint (a, <, b);
          g_assert_cmpfloat (question->p, >, 0.05);
          g_assert_cmpfloat (question->p, <, 0.95);
          g_assert_true (
              g_hash_table_add (seen, g_strdup_printf ("%u %u", question->a, question->b)));
          answer (fixture->decisions, question->a, question->b, rounds % 2 == 0);
        }
      g_assert_cmpuint (++rounds, <, 100);
    }
  g_assert_cmpuint (rounds, >, 1);
}

/* Whatever is answered, also about furniture or one article, what comes out are probabilities. */
static void
test_any_answers (Fixture *fixture, gconstpointer data)
{
  guint n_statements = syn_comparison_get_n_statements (fixture->fresh);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint run = 0; run < 20; run++)
    {
      g_autoptr (SynDecisions) decisions = syn_decisions_new ();
      g_autoptr (SynComparison) applied = NULL;
      guint n;
      const SynMatch *matches;

      for (guint i = 0; i < 10 * run + 1; i++)
        answer (decisions, g_rand_int_range (random, 0, n_statements),
                g_rand_int_range (random, 0, n_statements), g_rand_boolean (random));
      applied = syn_comparison_apply (fixture->fresh, decisions);
      matches = syn_comparison_get_matches (applied, &n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (matches[i].score, >=, 0);
          g_assert_cmpfloat (matches[i].score, <=, 1);
          g_assert_true (matches[i].own || !g_str_has_prefix (matches[i].reason, "You linked"));
        }
    }
}

/* The derivation adds up to what the engine scored. */
static void
test_derivation (Fixture *fixture, gconstpointer data)
{
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (fixture->fresh, &n);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = syn_comparison_dup_derivation (fixture->fresh, fixture->decisions,
                                                             matches[i].a, matches[i].b);
      const char *sum = strstr (text, "Z = "), *engine = strstr (text, "(engine: ");

      g_assert_nonnull (sum);
      g_assert_nonnull (engine);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (sum + strlen ("Z = "), NULL),
                                      g_ascii_strtod (engine + strlen ("(engine: "), NULL), 2e-4);
      g_assert_nonnull (strstr (text, matches[i].reason));
    }
}

static void
test_derivation_of_one_article (Fixture *fixture, gconstpointer data)
{
  guint a = syn_comparison_lookup_statement (fixture->fresh, "a1.2");
  g_autofree char *text
      = syn_comparison_dup_derivation (fixture->fresh, fixture->decisions, a, a + 1);

  g_assert_nonnull (strstr (text, "Never compared"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/learn/none", test_none);
  ADD ("/learn/own-claim", test_own_claim);
  ADD ("/learn/direction", test_direction);
  ADD ("/learn/fixed", test_fixed);
  ADD ("/learn/monotone", test_monotone);
  ADD ("/learn/unlisted", test_unlisted);
  ADD ("/learn/determinism", test_determinism);
  ADD ("/learn/questions", test_questions);
  ADD ("/learn/any-answers", test_any_answers);
  ADD ("/derivation/adds-up", test_derivation);
  ADD ("/derivation/one-article", test_derivation_of_one_article);
  return g_test_run ();
}
