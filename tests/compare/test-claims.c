/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-corpus.h"

static gboolean
holds (const SynClaim *claim, guint statement)
{
  for (guint i = 0; i < claim->statements->len; i++)
    if (g_array_index (claim->statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

static gboolean
stand_together (SynComparison *comparison, const char *a, const char *b)
{
  guint n, first = test_find (comparison, a), second = test_find (comparison, b);
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  for (guint i = 0; i < n; i++)
    if (holds (&claims[i], first) && holds (&claims[i], second))
      return TRUE;
  return FALSE;
}

static void
assert_wordings_differ (SynComparison *comparison)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  for (guint i = 0; i < n; i++)
    g_assert_true (g_hash_table_add (seen, claims[i].summary));
}

/* One report printed by many papers, each with a headline of its own and a sentence changed. */
#define N_COPIES 300

static void
test_copies (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("copies");
  g_autoptr (SynComparison) comparison = NULL;
  const SynClaim *claims;
  guint n;

  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Number %u: barge strikes bridge\n"
          "A cargo barge struck the central pillar of the Tamrin bridge early on Tuesday, injuring "
          "nine people.\n"
          "Harbour master Ilse Quend said the barge had lost its steering near the lock.\n"
          "The bridge will stay closed to traffic for at least %s weeks, the city council "
          "announced.\n",
          i, i % 2 == 0 ? "three" : "three whole");
      g_autoptr (SynArticle) article = test_article_new ("Paper", text);

      syn_corpus_add (corpus, article);
    }
  comparison = syn_comparison_new_story (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
  claims = syn_comparison_get_claims (comparison, &n);
  g_assert_cmpuint (n, <=, 5);
  g_assert_cmpuint (claims[0].n_sources, ==, N_COPIES);
  g_assert_cmpuint (claims[2].n_sources, ==, N_COPIES);
  g_assert_cmpuint (claims[2].n_origins, ==, 1);
  assert_wordings_differ (comparison);
}

/* What one person says of two things is no claim. */
static void
test_speaker (void)
{
  const char *const texts[] = {
    "Storm over Ondrel\nThe roof will be mended by Friday, said council leader Marta Ilvane.\n"
    "Schools open again tomorrow.\n",
    "Ondrel counts the cost\nNobody had been told to leave, said council leader Marta Ilvane.\n"
    "Schools in Ondrel open again tomorrow.\n",
    NULL,
  };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);

  g_assert_false (stand_together (comparison, "The roof", "Nobody had been told"));
  g_assert_true (stand_together (comparison, "Schools open", "Schools in Ondrel"));
}

/* Two figures for one thing meet in one claim, where its table shows both. */
static void
test_disputed_figure (void)
{
  const char *const texts[] = {
    "Barge strikes bridge\nFourteen people were injured, two of them seriously, the harbour master "
    "said.\nThe bridge was built in 1931.\n",
    "Bridge hit\nFourteen people were injured when the barge hit the bridge.\nA ferry runs instead.\n",
    "Crash on the Tamrin\nSeventeen people were injured, said a doctor at the hospital.\nThe river is "
    "wide here.\n",
    NULL,
  };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);

  g_assert_true (stand_together (comparison, "Fourteen people were injured, two", "Seventeen"));
}

/* The claim is worded by the plain report, not by the cry, the question or the denial. */
static void
test_wording (void)
{
  const char *const texts[] = {
    "Was the barge adrift when it struck the Tamrin bridge?\nTraffic is diverted.\n",
    "Barge strikes the Tamrin bridge!\nThe barge was adrift when it struck the Tamrin bridge.\n",
    "River news\nHe denied that the barge was adrift when it struck the Tamrin bridge.\n",
    NULL,
  };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpstr (claims[0].summary, ==, "The barge was adrift when it struck the Tamrin bridge.");
  assert_wordings_differ (comparison);
}

/* A bid refused in one clause denies nothing of the figure in the next. */
static void
test_denied_clause (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("clauses");
  g_autoptr (SynArticle) article = test_article_new (
      "Paper", "Bid for Ondrel works\nBoard rejects approach; union fears for 900 jobs in town.\n"
               "The minister denied that 40 jobs had gone.\n");
  g_autoptr (SynComparison) comparison = NULL;
  const SynStatement *of;
  SynSpan who;

  syn_corpus_add (corpus, article);
  comparison = syn_comparison_new_story (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
  of = syn_comparison_get_statement (comparison, test_find (comparison, "Board rejects"));
  g_assert_cmpint (syn_statement_get_stance (of), !=, SYN_STANCE_DENIES);
  g_assert_cmpint (syn_statement_get_stance_at (of, (SynSpan) { of->span.end - 10, of->span.end - 5 }, &who), ==,
                   SYN_STANCE_ATTRIBUTES);
  g_assert_cmpuint (who.start, ==, of->turn);
  of = syn_comparison_get_statement (comparison, test_find (comparison, "The minister"));
  g_assert_cmpint (syn_statement_get_stance_at (of, (SynSpan) { of->span.end - 10, of->span.end - 5 }, NULL), ==,
                   SYN_STANCE_DENIES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/copies", test_copies);
  g_test_add_func ("/claims/speaker", test_speaker);
  g_test_add_func ("/claims/disputed-figure", test_disputed_figure);
  g_test_add_func ("/claims/wording", test_wording);
  g_test_add_func ("/claims/denied-clause", test_denied_clause);
  return g_test_run ();
}
