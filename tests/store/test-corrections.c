/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splitting, merging, own tags, stances, comments, and taking back one correction among others. */
#include <string.h>

#include "store-fixture.h"

static gboolean
has (const SynClaim *claim, guint statement)
{
  for (guint i = 0; i < claim->statements->len; i++)
    if (g_array_index (claim->statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

/* The claim of @now with the record @id, or NULL. */
static const SynClaim *
find_claim (SynComparison *now, const char *id)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (now, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (claims[i].id, id) == 0)
      return &claims[i];
  return NULL;
}

static guint
count_claims (SynComparison *now)
{
  guint n;

  syn_comparison_get_claims (now, &n);
  return n;
}

static const SynClaimRecord *
find_record (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (((SynClaimRecord *) records->pdata[i])->id, id))
      return records->pdata[i];
  return NULL;
}

static GArray *
make_list (guint first, guint second)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (list, first);
  if (second != G_MAXUINT)
    g_array_append_val (list, second);
  return list;
}

/* Two equal halves: the engine's claim must not stay beside them, whatever half is looked at. */
static void
test_split (StoreFixture *f, gconstpointer data)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (f->comparison, &n);
  g_autoptr (GArray) leaving = NULL;
  g_autoptr (SynClaimRecord) made = NULL, refused = NULL;
  g_autoptr (SynComparison) now = NULL;
  g_autoptr (GError) error = NULL;
  guint claim = 0;

  while (claim < n && claims[claim].statements->len != 2)
    claim++;
  g_assert_cmpuint (claim, <, n);
  leaving = make_list (g_array_index (claims[claim].statements, guint, 1), G_MAXUINT);
  refused = syn_workspace_split_claim (f->workspace, f->comparison, claim, claims[claim].statements, NULL, &error);
  g_assert_null (refused);
  g_assert_nonnull (error);
  made = syn_workspace_split_claim (f->workspace, f->comparison, claim, leaving, "Another thing", NULL);
  g_assert_nonnull (made);
  now = store_resolve (f->workspace, f->comparison, NULL, NULL);
  g_assert_cmpuint (count_claims (now), ==, n + 1);
  g_assert_cmpuint (find_claim (now, made->id)->statements->len, ==, 1);
  g_assert_true (has (find_claim (now, made->id), g_array_index (leaving, guint, 0)));
  g_assert_cmpstr (find_claim (now, made->id)->summary, ==, "Another thing");
  for (guint i = 0; i < count_claims (now); i++)
    g_assert_false (has (&syn_comparison_get_claims (now, NULL)[i], g_array_index (leaving, guint, 0))
                    && has (&syn_comparison_get_claims (now, NULL)[i],
                            g_array_index (claims[claim].statements, guint, 0)));
}

static void
test_merge (StoreFixture *f, gconstpointer data)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (f->comparison, &n);
  g_autoptr (GArray) both = make_list (0, 1);
  g_autoptr (SynClaimRecord) note = NULL, said = NULL, merged = NULL;
  g_autoptr (SynComparison) now = NULL, again = NULL;
  g_autoptr (GPtrArray) records = NULL, list = NULL;

  g_assert_cmpuint (n, >, 1);
  note = syn_workspace_set_note (f->workspace, f->comparison, 1, "Of the second", NULL);
  said = syn_workspace_add_comment (f->workspace, f->comparison, 1, NULL, "Mine", NULL);
  merged = syn_workspace_merge_claims (f->workspace, f->comparison, both, NULL);
  g_assert_nonnull (merged);
  g_assert_cmpstr (merged->note, ==, "Of the second");
  g_assert_cmpuint (merged->comments->len, ==, 1);
  now = store_resolve (f->workspace, f->comparison, &records, NULL);
  g_assert_cmpuint (count_claims (now), ==, n - 1);
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < claims[i].statements->len; j++)
      g_assert_true (has (find_claim (now, merged->id), g_array_index (claims[i].statements, guint, j)));
  g_assert_cmpstr (find_record (records, note->id)->merged, ==, merged->id);

  /* Taken back among others: the note stays, both claims are there again. */
  list = syn_workspace_list_corrections (f->workspace, now, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((SynCorrection *) list->pdata[0])->verb, ==, "merge");
  g_assert_true (syn_workspace_revert (f->workspace, ((SynCorrection *) list->pdata[0])->history, NULL));
  g_assert_false (syn_workspace_revert (f->workspace, ((SynCorrection *) list->pdata[0])->history, NULL));
  g_clear_pointer (&records, g_ptr_array_unref);
  again = store_resolve (f->workspace, f->comparison, &records, NULL);
  g_assert_cmpuint (count_claims (again), ==, n);
  g_assert_cmpstr (find_record (records, note->id)->note, ==, "Of the second");
}

static GPtrArray *
make_tags (void)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);

  g_ptr_array_add (tags, syn_tag_new ("t-half", "Half true", "Meter", 5));
  g_ptr_array_add (tags, syn_tag_new ("t-true", "True", "Meter", 6));
  g_ptr_array_add (tags, syn_tag_new ("t-legal", "Legal", NULL, 4));
  return tags;
}

static void
test_tags (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) tags = make_tags (), listed = NULL, records = NULL;
  g_autoptr (GArray) first = make_list (0, 1);
  g_autoptr (SynComparison) now = NULL;
  const SynClaimRecord *record;

  g_assert_true (syn_workspace_set_tags (f->workspace, tags, NULL));
  g_assert_true (syn_workspace_label_claims (f->workspace, f->comparison, first, "t-legal", TRUE, NULL));
  now = store_resolve (f->workspace, f->comparison, &records, NULL);
  record = records->pdata[0];
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_true (syn_claim_record_is_open (record));
  g_assert_true (syn_workspace_label_claims (f->workspace, f->comparison, first, "t-half", TRUE, NULL));
  g_assert_true (syn_workspace_label_claims (f->workspace, f->comparison, first, "t-true", TRUE, NULL));
  store_fixture_reopen (f);
  g_clear_object (&now);
  g_clear_pointer (&records, g_ptr_array_unref);
  now = store_resolve (f->workspace, f->comparison, &records, NULL);
  record = records->pdata[0];
  g_assert_false (syn_claim_record_is_open (record));
  g_assert_true (syn_claim_record_has_tag (record, "t-legal"));
  g_assert_true (syn_claim_record_has_tag (record, "t-true"));
  g_assert_false (syn_claim_record_has_tag (record, "t-half"));
  g_assert_false (syn_workspace_label_claims (f->workspace, f->comparison, first, "t-none", TRUE, NULL));

  /* What is not defined any more stays on the claims, and is not offered. */
  g_ptr_array_remove_index (tags, 2);
  g_assert_true (syn_workspace_set_tags (f->workspace, tags, NULL));
  listed = syn_workspace_list_tags (f->workspace, NULL);
  g_assert_cmpuint (listed->len, ==, 3);
  g_assert_true (((SynTag *) listed->pdata[2])->retired);
  g_assert_cmpuint (((SynTag *) listed->pdata[2])->key, ==, 0);
  g_clear_object (&now);
  g_clear_pointer (&records, g_ptr_array_unref);
  now = store_resolve (f->workspace, f->comparison, &records, NULL);
  g_assert_true (syn_claim_record_has_tag (records->pdata[0], "t-legal"));
}

static void
test_settle (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GArray) first = make_list (0, 1);
  g_autoptr (GPtrArray) records = NULL, history = NULL;
  g_autoptr (SynComparison) now = NULL;
  g_autoptr (SynClaimRecord) record = NULL;
  g_autofree char *label = NULL;

  g_assert_true (syn_workspace_settle_claims (f->workspace, f->comparison, first, TRUE, NULL));
  label = syn_workspace_dup_undo_label (f->workspace);
  g_assert_cmpstr (label, ==, "nothing to decide (2 claims)");
  now = store_resolve (f->workspace, f->comparison, &records, NULL);
  g_assert_cmpuint (records->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (syn_claim_record_is_open (records->pdata[i]));
      history = syn_workspace_list_history (f->workspace, ((SynClaimRecord *) records->pdata[i])->id, NULL);
      g_assert_cmpuint (history->len, ==, 1);
      g_clear_pointer (&history, g_ptr_array_unref);
    }
  /* A verdict is a decision after all. */
  record = syn_workspace_tag (f->workspace, now, 0, SYN_VERDICT_DISPUTED, NULL);
  g_assert_false (record->settled);
}

static void
test_stance (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynClaimRecord) one = NULL, two = NULL;
  g_autoptr (SynComparison) now = NULL, back = NULL;
  const SynClaim *claim;

  one = syn_workspace_set_stance (f->workspace, f->comparison, 0, 1, SYN_STANCE_DENIES, NULL);
  g_assert_nonnull (one);
  store_fixture_reopen (f);
  now = store_resolve (f->workspace, f->comparison, NULL, NULL);
  claim = find_claim (now, one->id);
  g_assert_cmpint (g_array_index (claim->stances, SynStance, 1), ==, SYN_STANCE_DENIES);
  g_assert_cmpuint (claim->own_stances->len, ==, 1);
  g_assert_cmpuint (g_array_index (claim->own_stances, guint, 0), ==, 1);
  two = syn_workspace_set_stance (f->workspace, now, 0, 1, -1, NULL);
  g_assert_cmpuint (two->stances->len, ==, 0);
  back = store_resolve (f->workspace, f->comparison, NULL, NULL);
  claim = find_claim (back, one->id);
  g_assert_true (claim == NULL || claim->own_stances == NULL);
}

/* One of several corrections is taken back; what was decided before and after it stays. */
static void
test_revert (StoreFixture *f, gconstpointer data)
{
  const guint a = store_find_statement (f->comparison, "promised a full inquiry");
  const guint b = store_find_statement (f->comparison, "Divers will look");
  g_autoptr (SynClaimRecord) record = NULL, tagged = NULL;
  g_autoptr (SynComparison) now = NULL, again = NULL;
  g_autoptr (GPtrArray) list = NULL, left = NULL, records = NULL;
  g_autofree char *label = NULL, *undone = NULL;

  g_assert_true (syn_workspace_link (f->workspace, f->comparison, a, b, NULL));
  record = syn_workspace_set_wording (f->workspace, f->comparison, 0, "In other words", NULL);
  tagged = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_DISPUTED, NULL);
  now = store_resolve (f->workspace, f->comparison, NULL, NULL);
  list = syn_workspace_list_corrections (f->workspace, now, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((SynCorrection *) list->pdata[1])->text, ==, "linked Harbour Post – Tide Daily");
  g_assert_cmpuint (((SynCorrection *) list->pdata[1])->anchors->len, ==, 2);
  g_assert_true (syn_workspace_revert (f->workspace, ((SynCorrection *) list->pdata[1])->history, NULL));
  label = syn_workspace_dup_undo_label (f->workspace);
  g_assert_cmpstr (label, ==, "take back: link Harbour Post – Tide Daily");
  again = store_resolve (f->workspace, f->comparison, &records, NULL);
  g_assert_true (syn_comparison_find_match (again, a, b) == NULL || !syn_comparison_find_match (again, a, b)->own);
  g_assert_cmpstr (find_record (records, record->id)->wording, ==, "In other words");
  g_assert_cmpint (find_record (records, record->id)->verdict, ==, SYN_VERDICT_DISPUTED);
  left = syn_workspace_list_corrections (f->workspace, again, NULL);
  g_assert_cmpuint (left->len, ==, 1);

  /* The wording goes, the verdict that came after it stays. */
  g_assert_true (syn_workspace_revert (f->workspace, ((SynCorrection *) left->pdata[0])->history, NULL));
  g_clear_object (&again);
  g_clear_pointer (&records, g_ptr_array_unref);
  again = store_resolve (f->workspace, f->comparison, &records, NULL);
  g_assert_null (find_record (records, record->id)->wording);
  g_assert_cmpint (find_record (records, record->id)->verdict, ==, SYN_VERDICT_DISPUTED);

  /* Taking back is a step like any other. */
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  undone = syn_workspace_dup_undo_label (f->workspace);
  g_assert_cmpstr (undone, ==, "take back: link Harbour Post – Tide Daily");
}

/* A link between statements of a claim that the reader ruled on stands in its history. */
static void
test_history_of_links (StoreFixture *f, gconstpointer data)
{
  const SynClaim *claims = syn_comparison_get_claims (f->comparison, NULL);
  g_autoptr (SynClaimRecord) record = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_DISPUTED, NULL);
  g_autoptr (SynComparison) now = store_resolve (f->workspace, f->comparison, NULL, NULL);
  g_autoptr (GPtrArray) history = NULL;

  g_assert_true (syn_workspace_link (f->workspace, now, g_array_index (claims[0].statements, guint, 0),
                                     g_array_index (claims[0].statements, guint, 1), NULL));
  history = syn_workspace_list_history (f->workspace, record->id, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((SynHistoryEntry *) history->pdata[0])->verb, ==, "link");
  g_assert_true (g_str_has_prefix (((SynHistoryEntry *) history->pdata[0])->text, "linked "));
}

/* "Not a claim" can be taken back, though the claim is in no list any more. */
static void
test_revert_removed (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynComparison) now = NULL, again = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (syn_workspace_remove_claim (f->workspace, f->comparison, 0, NULL));
  now = store_resolve (f->workspace, f->comparison, NULL, NULL);
  g_assert_cmpuint (count_claims (now), ==, count_claims (f->comparison) - 1);
  list = syn_workspace_list_corrections (f->workspace, now, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (syn_workspace_revert (f->workspace, ((SynCorrection *) list->pdata[0])->history, NULL));
  again = store_resolve (f->workspace, f->comparison, NULL, NULL);
  g_assert_cmpuint (count_claims (again), ==, count_claims (f->comparison));
}

static void
test_counterparts (StoreFixture *f, gconstpointer data)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (f->comparison, &n);
  g_autoptr (GArray) given = make_list (g_array_index (claims[0].statements, guint, 0), G_MAXUINT);
  g_autoptr (GArray) found = syn_comparison_list_counterparts (f->comparison, given, 3);
  const guint own = syn_comparison_get_statement (f->comparison, g_array_index (given, guint, 0))->article;
  gboolean other = FALSE;
  guint last = G_MAXUINT, run = 0;

  g_assert_cmpuint (found->len, >, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const SynQuestion *question = &g_array_index (found, SynQuestion, i);
      const guint article = syn_comparison_get_statement (f->comparison, question->b)->article;

      g_assert_cmpuint (article, !=, own);
      g_assert_cmpuint (question->a, ==, g_array_index (given, guint, 0));
      other |= has (&claims[0], question->b);
      run = article == last ? run + 1 : 1;
      g_assert_cmpuint (run, <=, 3);
      last = article;
    }
  g_assert_true (other);
}

#define ADD(name, function)                                                                                            \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/corrections/split", test_split);
  ADD ("/corrections/merge", test_merge);
  ADD ("/corrections/tags", test_tags);
  ADD ("/corrections/settle", test_settle);
  ADD ("/corrections/stance", test_stance);
  ADD ("/corrections/revert", test_revert);
  ADD ("/corrections/revert-removed", test_revert_removed);
  ADD ("/corrections/history-of-links", test_history_of_links);
  ADD ("/corrections/counterparts", test_counterparts);
  return g_test_run ();
}
