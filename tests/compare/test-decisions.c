/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-comparison.h"
#include "compare/syn-marks.h"

#include "story-reports.h"
#include "test-corpus.h"

typedef struct
{
  SynCorpus *corpus;
  SynComparison *comparison;
  SynDecisions *decisions;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const texts[] = { TEST_REPORT_A, TEST_REPORT_B, TEST_REPORT_C, NULL };

  fixture->corpus = test_corpus_new (texts);
  fixture->comparison = test_compare (fixture->corpus);
  fixture->decisions = syn_decisions_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->comparison);
  g_assert_finalize_object (fixture->corpus);
  syn_decisions_free (fixture->decisions);
}

static guint
id (Fixture *fixture, const char *name)
{
  gint statement = syn_comparison_lookup_statement (fixture->comparison, name);

  g_assert_cmpint (statement, >=, 0);
  return statement;
}

static gboolean
share_claim (SynComparison *comparison, guint a, guint b)
{
  guint n, n_claims;
  const guint *of = syn_comparison_claims_of (comparison, a, &n);
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n_claims);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < claims[of[i]].statements->len; k++)
      if (g_array_index (claims[of[i]].statements, guint, k) == b)
        return TRUE;
  return FALSE;
}

static void
add_statement (SynOwnClaim *claim, guint statement)
{
  g_array_append_val (claim->statements, statement);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynComparison) applied
      = syn_comparison_apply (fixture->comparison, fixture->decisions);

  g_assert_true (applied == fixture->comparison);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  guint divers = id (fixture, "a1.5"), engineers = id (fixture, "a3.5");
  SynDecisionPair pair = { engineers, divers };
  const SynMatch *match;
  SynMatchKind kind;
  gboolean own;

  g_assert_null (syn_comparison_find_match (fixture->comparison, divers, engineers));
  g_array_append_val (fixture->decisions->links, pair);
  g_array_append_val (fixture->decisions->links, pair);
  {
    g_autoptr (SynComparison) applied
        = syn_comparison_apply (fixture->comparison, fixture->decisions);
    guint n;

    match = syn_comparison_find_match (applied, divers, engineers);
    g_assert_nonnull (match);
    g_assert_true (match->own);
    g_assert_cmpfloat (match->score, ==, 1);
    g_assert_cmpuint (match->a, ==, divers);
    syn_comparison_matches_of (applied, divers, &n);
    g_assert_cmpuint (n, ==, 1);
    g_assert_true (share_claim (applied, divers, engineers));
    g_assert_true (syn_marks_best_match (applied, divers, &kind, &own));
    g_assert_true (own);
  }
}

static void
test_unlink (Fixture *fixture, gconstpointer data)
{
  guint a = id (fixture, "a1.3"), c = id (fixture, "a3.3");
  SynDecisionPair pair = { c, a };

  g_assert_true (share_claim (fixture->comparison, a, c));
  g_array_append_val (fixture->decisions->unlinks, pair);
  {
    g_autoptr (SynComparison) applied
        = syn_comparison_apply (fixture->comparison, fixture->decisions);

    g_assert_null (syn_comparison_find_match (applied, a, c));
    g_assert_false (share_claim (applied, a, c));
    g_assert_nonnull (syn_comparison_find_match (fixture->comparison, a, c));
  }
}

static gboolean
holds (const SynClaim *claim, guint statement)
{
  for (guint i = 0; i < claim->statements->len; i++)
    if (g_array_index (claim->statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

static gboolean
has_claim_of (SynComparison *comparison, const SynClaim *claim)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  for (guint i = 0; i < n; i++)
    if (claims[i].statements->len == claim->statements->len
        && memcmp (claims[i].statements->data, claim->statements->data, claim->statements->len * sizeof (guint)) == 0)
      return TRUE;
  return FALSE;
}

/* Reports of two fires, taken for one event: much is like each other, and little is sure. */
static SynComparison *
compare_fires (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("fires");

  for (guint i = 0; i < 2 * STORY_REPORTS; i++)
    {
      g_autoptr (SynArticle) article = test_article_new ("X", story_reports[i / STORY_REPORTS][i % STORY_REPORTS]);

      syn_corpus_add (corpus, article);
    }
  return syn_comparison_new_story (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
}

/* Who parts two statements changes the claims that hold both, and no others. */
static void
test_unlink_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynComparison) fires = compare_fires ();
  guint n, n_matches, n_parted = 0;
  const SynClaim *claims = syn_comparison_get_claims (fires, &n);
  const SynMatch *matches = syn_comparison_get_matches (fires, &n_matches);

  for (guint m = 0; m < n_matches; m++)
    {
      g_autoptr (SynDecisions) decisions = syn_decisions_new ();
      g_autoptr (SynComparison) applied = NULL;
      SynDecisionPair pair = { matches[m].a, matches[m].b };

      if (!share_claim (fires, pair.a, pair.b))
        continue;
      n_parted++;
      g_array_append_val (decisions->unlinks, pair);
      applied = syn_comparison_apply (fires, decisions);
      g_assert_false (share_claim (applied, pair.a, pair.b));
      for (guint i = 0; i < n; i++)
        if (!holds (&claims[i], pair.a) || !holds (&claims[i], pair.b))
          g_assert_true (has_claim_of (applied, &claims[i]));
    }
  g_assert_cmpuint (n_parted, >, 5);
}

static void
test_ruled_claim (Fixture *fixture, gconstpointer data)
{
  guint a = id (fixture, "a1.3"), c = id (fixture, "a3.3"), n, n_claims;
  SynOwnClaim *own = syn_own_claim_new ("w1", "The barge lost its steering", FALSE);

  add_statement (own, a);
  g_ptr_array_add (fixture->decisions->claims, own);
  {
    g_autoptr (SynComparison) applied
        = syn_comparison_apply (fixture->comparison, fixture->decisions);
    const guint *of = syn_comparison_claims_of (applied, c, &n);
    const SynClaim *claim = &syn_comparison_get_claims (applied, &n_claims)[of[0]];

    g_assert_cmpstr (claim->id, ==, "w1");
    g_assert_cmpstr (claim->summary, ==, "The barge lost its steering");
    g_assert_false (claim->own);
  }
}

static void
test_exact_claim (Fixture *fixture, gconstpointer data)
{
  guint a = id (fixture, "a1.3"), c = id (fixture, "a3.3"), divers = id (fixture, "a1.5"), n,
        n_claims;
  SynOwnClaim *own = syn_own_claim_new ("w2", NULL, TRUE);

  add_statement (own, c);
  add_statement (own, divers);
  add_statement (own, a);
  add_statement (own, a);
  g_ptr_array_add (fixture->decisions->claims, own);
  {
    g_autoptr (SynComparison) applied
        = syn_comparison_apply (fixture->comparison, fixture->decisions);
    const guint *of = syn_comparison_claims_of (applied, divers, &n);
    const SynClaim *claims = syn_comparison_get_claims (applied, &n_claims);

    g_assert_cmpuint (n, ==, 1);
    g_assert_true (claims[of[0]].own);
    g_assert_cmpuint (claims[of[0]].statements->len, ==, 3);
    g_assert_cmpuint (claims[of[0]].n_sources, ==, 2);
    syn_comparison_claims_of (applied, a, &n);
    g_assert_cmpuint (n, ==, 1);
  }
}

static void
test_not_a_claim (Fixture *fixture, gconstpointer data)
{
  guint a = id (fixture, "a1.3"), n;
  SynOwnClaim *own = syn_own_claim_new ("w3", NULL, FALSE);

  add_statement (own, a);
  g_ptr_array_add (fixture->decisions->not_claims, own);
  {
    g_autoptr (SynComparison) applied
        = syn_comparison_apply (fixture->comparison, fixture->decisions);

    syn_comparison_claims_of (applied, a, &n);
    g_assert_cmpuint (n, ==, 0);
  }
}

static void
test_claim_alone (Fixture *fixture, gconstpointer data)
{
  guint divers = id (fixture, "a1.5"), n, n_claims;
  SynOwnClaim *own = syn_own_claim_new ("w4", NULL, FALSE);

  add_statement (own, divers);
  g_ptr_array_add (fixture->decisions->claims, own);
  {
    g_autoptr (SynComparison) applied
        = syn_comparison_apply (fixture->comparison, fixture->decisions);
    const guint *of = syn_comparison_claims_of (applied, divers, &n);
    const SynClaim *claims = syn_comparison_get_claims (applied, &n_claims);

    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpstr (claims[of[0]].id, ==, "w4");
    g_assert_cmpuint (claims[of[0]].n_sources, ==, 1);
  }
}

static void
test_dismiss (void)
{
  const char *const texts[] = {
    "Fire in Drask\nThe blaze in the Drask mill injured nine workers on Monday night.\n",
    "Mill burns\nThe blaze in the Drask mill injured fourteen workers on Monday night.\n",
    NULL,
  };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  g_autoptr (SynComparison) applied = NULL;
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (conflicts[0].type, ==, SYN_CONFLICT_FIGURE);
  g_assert_cmpint (conflicts[0].claim, >=, 0);
  g_hash_table_add (decisions->dismissed, syn_conflict_dup_key (comparison, &conflicts[0]));
  applied = syn_comparison_apply (comparison, decisions);
  syn_comparison_get_conflicts (applied, &n);
  g_assert_cmpuint (n, ==, 0);
}

static const SynConflict *
find_conflict (SynComparison *comparison, SynConflictType type, guint statement)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].type == type && conflicts[i].a == statement)
      return &conflicts[i];
  return NULL;
}

/* What was struck out of one kind makes that kind less likely, and no other. */
static void
test_dismiss_kind (void)
{
  const char *const texts[] = {
    "Three accidents\nThe blaze in the Drask mill injured nine workers on Monday night.\n"
    "The collapse of the Orvo bridge killed 12 people.\n"
    "Police in Lund arrested 30 people at the harbour march.\n"
    "Many residents of the Kelva valley left their homes before the storm.\n",
    "Accidents\nThe blaze in the Drask mill injured fourteen workers on Monday night.\n"
    "The collapse of the Orvo bridge killed 20 people.\n"
    "Police in Lund arrested 45 people at the harbour march.\n"
    "Most residents of the Kelva valley left their homes before the storm.\n",
    NULL,
  };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  double before = 1, scope = find_conflict (comparison, SYN_CONFLICT_SCOPE, 4)->probability;

  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (SynComparison) applied = NULL;
      const SynConflict *left;

      g_hash_table_add (decisions->dismissed,
                        syn_conflict_dup_key (comparison, find_conflict (comparison, SYN_CONFLICT_FIGURE, i)));
      applied = syn_comparison_apply (comparison, decisions);
      left = find_conflict (applied, SYN_CONFLICT_FIGURE, 3);
      g_assert_nonnull (left);
      g_assert_null (find_conflict (applied, SYN_CONFLICT_FIGURE, i));
      g_assert_cmpfloat (left->probability, <, MIN (before, find_conflict (comparison, SYN_CONFLICT_FIGURE, 3)->probability));
      before = left->probability;
      g_assert_cmpfloat (find_conflict (applied, SYN_CONFLICT_SCOPE, 4)->probability, ==, scope);
    }
}

/* Spans sorted; conflict and variant marks disjoint; all inside the statement. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  for (guint s = 0; s < syn_comparison_get_n_statements (fixture->comparison); s++)
    {
      g_autoptr (GArray) marks = syn_marks_list (fixture->comparison, s);
      const SynStatement *statement = syn_comparison_get_statement (fixture->comparison, s);
      guint32 at = 0, taken = 0;

      for (guint i = 0; i < marks->len; i++)
        {
          const SynMark *mark = &g_array_index (marks, SynMark, i);

          g_assert_cmpuint (mark->span.start, >=, MAX (at, statement->span.start));
          g_assert_cmpuint (mark->span.end, <=, statement->span.end);
          at = mark->span.start;
          if (mark->kind < SYN_MARK_VARIANT)
            continue;
          g_assert_cmpuint (mark->span.start, >=, taken);
          taken = mark->span.end;
        }
    }
}

static void
test_mark_kinds (Fixture *fixture, gconstpointer data)
{
  SynMatchKind kind;
  gboolean own;

  g_assert_true (syn_marks_best_match (fixture->comparison, id (fixture, "a1.3"), &kind, &own));
  g_assert_cmpint (kind, ==, SYN_MATCH_COPIED);
  g_assert_false (own);
  g_assert_true (syn_marks_match_with (fixture->comparison, id (fixture, "a1.3"), 2, &kind, NULL));
  g_assert_false (syn_marks_match_with (fixture->comparison, id (fixture, "a1.3"), 1, &kind, NULL));
  g_assert_false (syn_marks_best_match (fixture->comparison, id (fixture, "a1.5"), &kind, &own));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/decisions/none", test_none);
  ADD ("/decisions/link", test_link);
  ADD ("/decisions/unlink", test_unlink);
  ADD ("/decisions/unlink-elsewhere", test_unlink_elsewhere);
  ADD ("/decisions/ruled", test_ruled_claim);
  ADD ("/decisions/exact", test_exact_claim);
  ADD ("/decisions/not-a-claim", test_not_a_claim);
  ADD ("/decisions/alone", test_claim_alone);
  g_test_add_func ("/decisions/dismiss", test_dismiss);
  g_test_add_func ("/decisions/dismiss-kind", test_dismiss_kind);
  ADD ("/marks/order", test_marks);
  ADD ("/marks/kinds", test_mark_kinds);
  return g_test_run ();
}
