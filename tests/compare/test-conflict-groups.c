/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-comparison.h"

#include "test-corpus.h"

static SynComparison *
compare (const char *const *texts, const char *const *published)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("test");
  g_autoptr (GError) error = NULL;
  SynComparison *comparison;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      char outlet[] = { (char)('A' + i), '\0' };
      g_autoptr (SynArticle) article = test_article_new (outlet, texts[i]);

      if (published != NULL)
        g_object_set (article, "published", published[i], NULL);
      syn_corpus_add (corpus, article);
    }
  comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return comparison;
}

static guint
article_of (SynComparison *comparison, guint statement)
{
  return syn_comparison_get_statement (comparison, statement)->article;
}

/* Ten statements on either side make a hundred pairs of one disagreement. */
static void
test_one_disagreement (void)
{
  const char *const texts[] = {
    "Mill fire\nThe blaze in the Drask mill injured nine workers on Monday night.\n"
    "Nine workers were injured in the blaze in the Drask mill.\n",
    "Fire in Drask\nThe blaze in the Drask mill injured nine workers, police said.\n"
    "Nine workers were injured when the Drask mill burned.\n",
    "Mill burns\nThe blaze in the Drask mill injured fourteen workers on Monday night.\n"
    "Fourteen workers were injured in the blaze in the Drask mill.\n",
    "Drask in flames\nThe blaze in the Drask mill injured fourteen workers, doctors said.\n"
    "Fourteen workers were injured when the Drask mill burned.\n",
    NULL,
  };
  g_autoptr (SynComparison) comparison = compare (texts, NULL);
  guint n, n_shown = 0, seen = 0;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

  g_assert_cmpuint (n, >, 4);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (conflicts[i].type, ==, SYN_CONFLICT_FIGURE);
      g_assert_cmpuint (conflicts[i].group, ==, 0);
      if (i > 0)
        {
          g_assert_cmpfloat (conflicts[i].score, <=, conflicts[i - 1].score);
          g_assert_cmpfloat (conflicts[i].score, <, conflicts[i].probability);
        }
      if (conflicts[i].tier > SYN_TIER_LIKELY)
        continue;
      n_shown++;
      seen |= 1u << article_of (comparison, conflicts[i].a)
              | 1u << article_of (comparison, conflicts[i].b);
    }
  /* Every article shows it, and the whole of it is not shown over and over. */
  g_assert_cmpuint (seen, ==, 0xf);
  g_assert_cmpuint (n_shown, <, n);
  g_assert_cmpuint (n_shown, <=, 8);
}

/* Two disagreements are two groups, and the second is not lost behind pairs of the first. */
static void
test_two_disagreements (void)
{
  const char *const texts[] = {
    "Two accidents\nThe blaze in the Drask mill injured nine workers on Monday night.\n"
    "The collapse of the Orvo bridge killed 12 people.\n",
    "Accidents\nThe blaze in the Drask mill injured fourteen workers on Monday night.\n"
    "The collapse of the Orvo bridge killed 20 people.\n",
    NULL,
  };
  g_autoptr (SynComparison) comparison = compare (texts, NULL);
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (conflicts[0].group, !=, conflicts[1].group);
  g_assert_cmpint (conflicts[1].tier, <=, SYN_TIER_LIKELY);
  g_assert_cmpfloat (conflicts[1].score, ==, conflicts[1].probability);
}

static const char *const tolls[] = {
  "Flood\nThe flood in the Kelva valley killed 12 people.\n",
  "Kelva flood\nThe flood in the Kelva valley killed 19 people.\n",
  NULL,
};

static void
test_update (void)
{
  const char *const later[] = { "2024-05-01T08:00:00Z", "2024-05-02T18:30:00Z" };
  const char *const earlier[] = { "2024-05-02T18:30:00Z", "2024-05-01T08:00:00Z" };
  g_autoptr (SynComparison) grown = compare (tolls, later);
  g_autoptr (SynComparison) shrunk = compare (tolls, earlier);
  guint n;
  const SynConflict *conflict = syn_comparison_get_conflicts (grown, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (conflict->tier, ==, SYN_TIER_POSSIBLE);
  g_assert_cmpint (conflict->strength, ==, SYN_STRENGTH_TENSION);
  g_assert_nonnull (strstr (conflict->reason, "1 May, 08:00"));
  g_assert_nonnull (strstr (conflict->reason, "2 May, 18:30"));
  conflict = syn_comparison_get_conflicts (shrunk, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (conflict->tier, <=, SYN_TIER_LIKELY);
  g_assert_cmpint (conflict->strength, ==, SYN_STRENGTH_DIRECT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-groups/one", test_one_disagreement);
  g_test_add_func ("/conflict-groups/two", test_two_disagreements);
  g_test_add_func ("/conflict-groups/update", test_update);
  return g_test_run ();
}
