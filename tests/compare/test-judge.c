/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-judge.h"

typedef struct
{
  const char *s1, *s2, *relation;
} Case;

static const Case cases[] = {
  { "The bridge is closed for three weeks, the council said on Monday.",
    "The bridge is closed for three weeks, the council said on Monday.", "copied" },
  { "The council closed the old bridge for three weeks.",
    "The old bridge was closed by the council for three weeks.", "same" },
  { "Nine people were hurt when a barge hit the bridge.",
    "A barge hit the bridge, hurting nine people.", "same" },
  { "The bridge is closed for three weeks.", "Orvath Shipping sold two tankers to a Greek company.",
    "unrelated" },
  { "", "The bridge is closed.", "unrelated" },
  { "…", "!", "unrelated" },
};

static void
test_relations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SynJudgement) judgement = syn_judge (cases[i].s1, cases[i].s2);

      g_assert_cmpstr (judgement->relation, ==, cases[i].relation);
      g_assert_true (judgement->score >= 0 && judgement->score <= 1);
      g_assert_nonnull (judgement->reason);
    }
}

/* More in common, more score. */
static void
test_order (void)
{
  g_autoptr (SynJudgement) near
      = syn_judge ("A barge struck the bridge on Tuesday.", "On Tuesday a barge hit the bridge.");
  g_autoptr (SynJudgement) part
      = syn_judge ("A barge struck the bridge on Tuesday.", "The bridge was built in 1931.");
  g_autoptr (SynJudgement) none
      = syn_judge ("A barge struck the bridge on Tuesday.", "Eggs are cheaper again.");

  g_assert_cmpfloat (near->score, >, part->score);
  g_assert_cmpfloat (part->score, >, none->score);
}

static double
feature_of (const SynJudgement *judgement, const char *name)
{
  const char *const *names = syn_judge_list_features ();

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return judgement->features[i];
  g_assert_not_reached ();
}

/* Order and runs tell apart what the same words cannot. */
static void
test_word_order (void)
{
  g_autoptr (SynJudgement) same = syn_judge ("The old barge hit the bridge.", "The old barge hit the bridge.");
  g_autoptr (SynJudgement) turned = syn_judge ("The old barge hit the bridge.", "The bridge hit the old barge.");

  g_assert_cmpfloat (feature_of (same, "order"), ==, 1);
  g_assert_cmpfloat (feature_of (same, "run"), ==, 1);
  g_assert_cmpfloat (feature_of (same, "lost"), ==, 0);
  g_assert_cmpfloat (feature_of (turned, "union"), ==, 1);
  g_assert_cmpfloat (feature_of (turned, "order"), <, 1);
  g_assert_cmpfloat (feature_of (turned, "run"), ==, 0.5);
}

static void
test_symmetry (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SynJudgement) one = syn_judge (cases[i].s1, cases[i].s2);
      g_autoptr (SynJudgement) other = syn_judge (cases[i].s2, cases[i].s1);

      g_assert_cmpfloat_with_epsilon (one->score, other->score, 1e-6);
    }
}

static void
test_conflict (void)
{
  g_autoptr (SynJudgement) judgement
      = syn_judge ("The blaze in the Drask mill injured nine workers on Monday night.",
                   "The blaze in the Drask mill injured fourteen workers on Monday night.");

  g_assert_cmpstr (judgement->conflict, ==, "figure");
  g_assert_cmpfloat (judgement->conflict_score, >, 0.5);
}

static double
feature (const SynJudgement *judgement, const char *name)
{
  const char *const *names = syn_judge_list_features ();
  guint i = 0;

  while (names[i] != NULL && !g_str_equal (names[i], name))
    i++;
  g_assert_nonnull (names[i]);
  return judgement->features[i];
}

/* What speaks against the other sentence has its columns, in the order of their names. */
static void
test_stance (void)
{
  g_autoptr (SynJudgement) hoax
      = syn_judge ("The singer Mara Dell is dead.", "Death of the singer Mara Dell is a hoax.");
  g_autoptr (SynJudgement) rumour
      = syn_judge ("The singer may be dead.", "The singer is dead.");
  g_autoptr (SynJudgement) count
      = syn_judge ("The blaze injured nine workers.", "The blaze injured fourteen workers.");

  g_assert_cmpuint (g_strv_length ((char **) syn_judge_list_features ()), ==, SYN_JUDGE_N_FEATURES);
  g_assert_cmpfloat (feature (hoax, "refutes_1"), ==, 0);
  g_assert_cmpfloat (feature (hoax, "refutes_2"), ==, 0.5);
  g_assert_cmpfloat (feature (hoax, "refutes_one"), ==, 0.5);
  g_assert_cmpfloat (feature (hoax, "figures_clash"), ==, 0);
  g_assert_cmpfloat (feature (rumour, "doubts_1"), >, feature (rumour, "doubts_2"));
  g_assert_cmpfloat (feature (count, "figures_clash"), ==, 1);
  g_assert_cmpfloat (feature (count, "c_figure"), >, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judge/relations", test_relations);
  g_test_add_func ("/judge/order", test_order);
  g_test_add_func ("/judge/symmetry", test_symmetry);
  g_test_add_func ("/judge/word-order", test_word_order);
  g_test_add_func ("/judge/conflict", test_conflict);
  g_test_add_func ("/judge/stance", test_stance);
  return g_test_run ();
}
