/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report that very many print is compared once, for them all. */

#include "compare/syn-comparison.h"
#include "compare/syn-decisions.h"
#include "compare/syn-derivation.h"

#include "test-corpus.h"

#include <stdio.h>

#define COPIES 150

typedef struct
{
  SynCorpus *corpus;
  SynComparison *comparison;
  guint last; /* the report in other words */
} Fixture;

static void
add (SynCorpus *corpus, guint paper, const char *text)
{
  g_autofree char *outlet = g_strdup_printf ("Paper %u", paper);
  g_autoptr (SynArticle) article = test_article_new (outlet, text);

  syn_corpus_add (corpus, article);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->corpus = syn_corpus_new ("copies");
  for (guint i = 0; i < COPIES; i++)
    add (fixture->corpus, i, TEST_REPORT_A);
  add (fixture->corpus, COPIES, TEST_REPORT_B);
  fixture->last = COPIES;
  fixture->comparison = test_compare (fixture->corpus);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->comparison);
  g_assert_finalize_object (fixture->corpus);
}

static guint
find (SynComparison *comparison, guint article, guint place)
{
  guint n;
  guint first = syn_comparison_get_first_statement (comparison, article, &n);

  g_assert_cmpuint (place, <, n);
  return first + place;
}

static gboolean
stand_together (SynComparison *comparison, guint a, guint b)
{
  guint n_a, n_b;
  const guint *of_a = syn_comparison_claims_of (comparison, a, &n_a);
  const guint *of_b = syn_comparison_claims_of (comparison, b, &n_b);

  for (guint i = 0; i < n_a; i++)
    for (guint k = 0; k < n_b; k++)
      if (of_a[i] == of_b[k])
        return TRUE;
  return FALSE;
}

/* Each copy of each sentence has a match, and all together hardly more than one. */
static void
test_matches (Fixture *fixture, gconstpointer data)
{
  SynComparison *comparison = fixture->comparison;
  guint n_statements, n;
  guint first = syn_comparison_get_first_statement (comparison, 0, &n_statements);

  syn_comparison_get_matches (comparison, &n);
  g_assert_cmpuint (n, <, 2 * syn_comparison_get_n_statements (comparison));
  for (guint s = 0; s < n_statements; s++)
    {
      if (!syn_role_is_matched (syn_comparison_get_statement (comparison, first + s)->role))
        continue;
      for (guint a = 0; a < COPIES; a++)
        {
          const SynMatch *match;

          syn_comparison_matches_of (comparison, find (comparison, a, s), &n);
          g_assert_cmpuint (n, >, 0);
          match = syn_comparison_find_match (comparison, first + s, find (comparison, a, s));
          g_assert_true (a == 0 || match->tier <= SYN_TIER_LIKELY);
        }
    }
}

/* Claims hold all who print them, and know that they print the same. */
static void
test_claims (Fixture *fixture, gconstpointer data)
{
  SynComparison *comparison = fixture->comparison;
  guint n_statements, n, with_other = 0;
  guint first = syn_comparison_get_first_statement (comparison, 0, &n_statements);
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  for (guint s = 0; s < n_statements; s++)
    {
      if (!syn_role_is_matched (syn_comparison_get_statement (comparison, first + s)->role))
        continue;
      for (guint a = 1; a < COPIES; a++)
        g_assert_true (stand_together (comparison, first + s, find (comparison, a, s)));
    }
  for (guint i = 0; i < n; i++)
    if (claims[i].n_sources > COPIES)
      {
        with_other++;
        g_assert_cmpuint (claims[i].n_sources, ==, COPIES + 1);
        g_assert_cmpuint (claims[i].n_origins, ==, 2);
        g_assert_cmpint (syn_comparison_get_stance (comparison, &claims[i], fixture->last), !=,
                         SYN_STANCE_SILENT);
      }
  g_assert_cmpuint (with_other, >, 0);
}

/* A sentence that one paper prints twice is linked to that of another paper both times. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  const char *line = "The harbour bridge stays closed to lorries and buses until the end of the week.\n";
  g_autofree char *twice = g_strconcat (TEST_REPORT_A, line, line, NULL);
  g_autofree char *once = g_strconcat (TEST_REPORT_A, line, NULL);
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("twice");
  g_autoptr (SynComparison) comparison = NULL;
  guint n, n_matches;

  for (guint i = 0; i < COPIES; i++)
    add (corpus, i, i == 0 ? twice : once);
  comparison = test_compare (corpus);
  syn_comparison_get_first_statement (comparison, 0, &n);
  syn_comparison_matches_of (comparison, find (comparison, 0, n - 1), &n_matches);
  g_assert_cmpuint (n_matches, >, 0);
  g_assert_true (stand_together (comparison, find (comparison, 0, n - 1), find (comparison, 9, n - 2)));
}

/* What the reader parts from the statement that is compared for it leaves its claim alone. */
static void
test_unlink (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  g_autoptr (SynComparison) applied = NULL;
  SynDecisionPair pair = { find (fixture->comparison, 0, 1), find (fixture->comparison, 7, 1) };

  g_array_append_val (decisions->unlinks, pair);
  applied = syn_comparison_apply (fixture->comparison, decisions);
  g_assert_null (syn_comparison_find_match (applied, pair.a, pair.b));
  g_assert_false (stand_together (applied, pair.a, pair.b));
  g_assert_true (stand_together (applied, pair.a, find (applied, 8, 1)));
}

/* One that is compared by another can be linked, asked about and explained like any other. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  g_autoptr (SynComparison) applied = NULL;
  SynDecisionPair pair
      = { find (fixture->comparison, 7, 1), find (fixture->comparison, fixture->last, 4) };
  g_autofree char *text = NULL;
  float told, scored;

  g_array_append_val (decisions->links, pair);
  applied = syn_comparison_apply (fixture->comparison, decisions);
  g_assert_true (syn_comparison_find_match (applied, pair.a, pair.b)->own);
  g_assert_true (stand_together (applied, pair.a, pair.b));
  g_assert_true (stand_together (applied, find (applied, 0, 1), find (applied, 8, 1)));
  text = syn_comparison_dup_derivation (applied, decisions, find (applied, 0, 1), pair.a);
  g_assert_nonnull (strstr (text, "a1.2 is compared for them all"));
  g_assert_true (sscanf (strstr (text, "Z = "), "Z = %f (engine: %f)", &told, &scored) == 2);
  g_assert_cmpfloat_with_epsilon (told, scored, 0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/twins/matches", test_matches);
  ADD ("/twins/claims", test_claims);
  ADD ("/twins/twice", test_twice);
  ADD ("/twins/unlink", test_unlink);
  ADD ("/twins/link", test_link);
#undef ADD
  return g_test_run ();
}
