/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store-fixture.h"

static void
add_evidence (StoreFixture *f, SynComparison *now, guint claim, GRand *rand)
{
  const SynEvidence evidence = { .kind = (char *) "url", .target = (char *) "https://example.org/",
                                 .label = (char *) "Example" };
  g_autoptr (GBytes) file
      = g_rand_boolean (rand) ? g_bytes_new (&claim, sizeof claim) : NULL;
  g_autoptr (SynClaimRecord) record
      = syn_workspace_add_evidence (f->workspace, now, claim, &evidence, file, NULL);

  g_assert_nonnull (record);
}

static void
choose_statements (StoreFixture *f, SynComparison *now, gint claim, GRand *rand)
{
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SynClaimRecord) record = NULL;
  const gint n = (gint) syn_comparison_get_n_statements (now);

  for (gint i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      const guint statement = (guint) g_rand_int_range (rand, 0, n);

      g_array_append_val (statements, statement);
    }
  record = claim < 0 ? syn_workspace_new_claim (f->workspace, now, statements, "A new one", NULL)
                     : syn_workspace_set_statements (f->workspace, now, (guint) claim, statements, NULL);
  g_assert_nonnull (record);
}

static void
change_text (StoreFixture *f, SynComparison *now, guint claim, gboolean note, GRand *rand)
{
  g_autofree char *text = g_strdup_printf ("“Words” %u ‐ ok?", g_rand_int (rand) % 5);
  g_autoptr (SynClaimRecord) record
      = note ? syn_workspace_set_note (f->workspace, now, claim, text, NULL)
             : syn_workspace_set_wording (f->workspace, now, claim, text, NULL);

  g_assert_nonnull (record);
}

static void
change_pair (StoreFixture *f, SynComparison *now, gboolean link, GRand *rand)
{
  const gint n = (gint) syn_comparison_get_n_statements (now);
  const guint a = (guint) g_rand_int_range (rand, 0, n), b = (guint) g_rand_int_range (rand, 0, n);

  if (a != b)
    g_assert_true (link ? syn_workspace_link (f->workspace, now, a, b, NULL)
                        : syn_workspace_unlink (f->workspace, now, a, b, NULL));
}

static void
edit (StoreFixture *f, GRand *rand)
{
  static const char *const fields[] = { "title", "outlet", "published", "language" };
  static const char *const values[] = { "One", "Zwei", NULL };

  g_assert_true (syn_workspace_edit_article (
      f->workspace, syn_corpus_get_article (f->corpus, (guint) g_rand_int_range (rand, 0, 3)),
      fields[g_rand_int_range (rand, 0, 4)], values[g_rand_int_range (rand, 0, 3)], NULL));
}

static GArray *
choose_claims (guint n_claims, guint least, GRand *rand)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_claims; i++)
    if (g_rand_boolean (rand) || n_claims - i <= least - MIN (least, claims->len))
      g_array_append_val (claims, i);
  return claims;
}

static void
move (StoreFixture *f, GRand *rand)
{
  const gint with = g_rand_int_range (rand, -1, 3);

  g_assert_true (syn_workspace_move_article (
      f->workspace, syn_corpus_get_article (f->corpus, (guint) g_rand_int_range (rand, 0, 3)),
      with >= 0 ? syn_corpus_get_article (f->corpus, (guint) with) : NULL, NULL));
}

static void
define_tags (StoreFixture *f, GRand *rand)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);

  g_ptr_array_add (tags, syn_tag_new ("t-sport", g_rand_boolean (rand) ? "Sport" : "Games", NULL, 4));
  g_ptr_array_add (tags, syn_tag_new ("t-weak", "Weak", "Strength", 5));
  if (g_rand_boolean (rand))
    g_ptr_array_add (tags, syn_tag_new ("t-strong", "Strong", "Strength", g_rand_boolean (rand) ? 6 : 0));
  g_assert_true (syn_workspace_set_tags (f->workspace, tags, NULL));
}

static void
label (StoreFixture *f, SynComparison *now, const GArray *claims, GRand *rand)
{
  g_autoptr (GPtrArray) tags = syn_workspace_list_tags (f->workspace, NULL);
  const SynTag *tag;

  if (tags->len == 0)
    {
      define_tags (f, rand);
      return;
    }
  tag = tags->pdata[g_rand_int_range (rand, 0, (gint) tags->len)];
  g_assert_true (syn_workspace_label_claims (f->workspace, now, claims, tag->id, g_rand_int_range (rand, 0, 3) > 0,
                                             NULL));
}

static void
split (StoreFixture *f, SynComparison *now, guint claim, GRand *rand)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (now, &n);
  g_autoptr (GArray) leaving = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SynClaimRecord) record = NULL;

  if (claims[claim].statements->len < 2)
    return;
  g_array_append_vals (leaving, claims[claim].statements->data,
                       (guint) g_rand_int_range (rand, 1, (gint) claims[claim].statements->len));
  record = syn_workspace_split_claim (f->workspace, now, claim, leaving, "The other part", NULL);
  g_assert_nonnull (record);
  g_assert_true (record->exact);
}

static void
comment (StoreFixture *f, SynComparison *now, guint claim)
{
  g_autoptr (SynClaimRecord) one
      = syn_workspace_add_comment (f->workspace, now, claim, NULL, "Ask again.\n“Really?”", NULL);
  g_autoptr (SynClaimRecord) two = NULL;

  g_assert_nonnull (one);
  two = syn_workspace_add_comment (f->workspace, now, claim,
                                   ((SynComment *) one->comments->pdata[one->comments->len - 1])->id, "Done.", NULL);
  g_assert_nonnull (two);
  g_assert_cmpuint (two->comments->len, ==, one->comments->len + 1);
}

static void
revert_any (StoreFixture *f, SynComparison *now, GRand *rand)
{
  g_autoptr (GPtrArray) list = syn_workspace_list_corrections (f->workspace, now, NULL);
  g_autoptr (GError) error = NULL;

  if (list->len == 0)
    return;
  syn_workspace_revert (f->workspace,
                        ((SynCorrection *) list->pdata[g_rand_int_range (rand, 0, (gint) list->len)])->history,
                        &error);
  g_assert_no_error (error);
}

/* What came with custom tags, regrouping and comments; one or two steps. */
static void
random_new_verb (StoreFixture *f, SynComparison *now, guint n_claims, GRand *rand)
{
  const guint claim = (guint) g_rand_int_range (rand, 0, (gint) n_claims);
  g_autoptr (GArray) claims = choose_claims (n_claims, 1, rand);
  g_autoptr (SynClaimRecord) record = NULL;

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      define_tags (f, rand);
      break;
    case 1:
      label (f, now, claims, rand);
      break;
    case 2:
      g_assert_true (syn_workspace_settle_claims (f->workspace, now, claims, g_rand_boolean (rand), NULL));
      break;
    case 3:
      g_assert_true (syn_workspace_tag_claims (f->workspace, now, claims,
                                               (SynVerdict) g_rand_int_range (rand, 0, 4), NULL));
      break;
    case 4:
      record = syn_workspace_set_stance (f->workspace, now, claim, (guint) g_rand_int_range (rand, 0, 3),
                                         g_rand_int_range (rand, -1, 4), NULL);
      g_assert_nonnull (record);
      break;
    case 5:
      split (f, now, claim, rand);
      break;
    case 6:
      if (claims->len > 1)
        record = syn_workspace_merge_claims (f->workspace, now, claims, NULL);
      g_assert_true (claims->len < 2 || record != NULL);
      break;
    default:
      revert_any (f, now, rand);
      break;
    }
}

static void
random_verb (StoreFixture *f, SynComparison *now, GRand *rand)
{
  g_autoptr (SynClaimRecord) record = NULL;
  guint n_claims, n_conflicts, claim;

  syn_comparison_get_claims (now, &n_claims);
  syn_comparison_get_conflicts (now, &n_conflicts);
  claim = n_claims > 0 ? (guint) g_rand_int_range (rand, 0, (gint) n_claims) : 0;
  if (n_claims > 0 && g_rand_boolean (rand))
    {
      random_new_verb (f, now, n_claims, rand);
      return;
    }
  switch (g_rand_int_range (rand, 0, n_claims > 0 ? 11 : 5))
    {
    case 0:
      choose_statements (f, now, -1, rand);
      break;
    case 1:
    case 2:
      change_pair (f, now, g_rand_boolean (rand), rand);
      break;
    case 3:
      if (g_rand_boolean (rand))
        edit (f, rand);
      else
        move (f, rand);
      break;
    case 4:
      if (n_conflicts > 0)
        g_assert_true (syn_workspace_dismiss (f->workspace, now, 0, "No", NULL));
      break;
    case 5:
      change_text (f, now, claim, g_rand_boolean (rand), rand);
      break;
    case 6:
      add_evidence (f, now, claim, rand);
      break;
    case 7:
      choose_statements (f, now, (gint) claim, rand);
      break;
    case 8:
      g_assert_true (syn_workspace_remove_claim (f->workspace, now, claim, NULL));
      break;
    default:
      record = syn_workspace_tag (f->workspace, now, claim, (SynVerdict) g_rand_int_range (rand, 0, 4), NULL);
      g_assert_nonnull (record);
      break;
    }
}

/* Does verbs and undo at random, with restarts, from the one state in @states on: leaves in it every state that undo
 * goes through.  Returns how many steps were undone at the very end. */
static guint
do_at_random (StoreFixture *f, GPtrArray *states, GRand *rand)
{
  guint undone = 0;

  for (guint i = 0; i < 45; i++)
    {
      g_autoptr (SynComparison) now = store_resolve (f->workspace, f->comparison, NULL, NULL);
      char *state;

      if (g_rand_int_range (rand, 0, 6) == 0 && states->len > 1)
        {
          g_assert_true (syn_workspace_undo (f->workspace, NULL));
          g_ptr_array_set_size (states, (gint) states->len - 1);
          undone++;
          continue;
        }
      random_verb (f, now, rand);
      state = store_dump (f->workspace);
      if (g_str_equal (state, states->pdata[states->len - 1]))
        g_free (state);
      else
        {
          g_ptr_array_add (states, state);
          undone = 0;
        }
      if (g_rand_int_range (rand, 0, 8) == 0)
        store_fixture_reopen (f);
    }
  return undone;
}

/* Any verbs, and undo anywhere among them: all taken back is the start, all done again the end, step by step the
 * same states, through restarts. */
static void
test_exact_inverses (StoreFixture *f, gconstpointer data)
{
  const guint32 seed = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) findings = NULL;
  guint undone;
  gint n;

  g_ptr_array_add (states, store_dump (f->workspace));
  undone = do_at_random (f, states, rand);
  n = (gint) states->len;
  g_assert_cmpint (n, >, 5);

  for (gint i = n - 2; i >= 0; i--)
    {
      g_autofree char *state = NULL;

      g_assert_true (syn_workspace_undo (f->workspace, NULL));
      state = store_dump (f->workspace);
      g_assert_cmpstr (state, ==, states->pdata[i]);
    }
  g_assert_false (syn_workspace_undo (f->workspace, NULL));
  store_fixture_reopen (f);
  for (gint i = 1; i < n; i++)
    {
      g_autofree char *state = NULL;

      g_assert_true (syn_workspace_redo (f->workspace, NULL));
      state = store_dump (f->workspace);
      g_assert_cmpstr (state, ==, states->pdata[i]);
    }
  /* What was undone at the very end can be done again as well. */
  for (; undone > 0; undone--)
    g_assert_true (syn_workspace_redo (f->workspace, NULL));
  g_assert_false (syn_workspace_redo (f->workspace, NULL));
  findings = syn_workspace_validate (f->path, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Two comments are two steps, which the random verbs above do not count. */
static void
test_comments (StoreFixture *f, gconstpointer data)
{
  g_autofree char *before = store_dump (f->workspace), *after = NULL;

  comment (f, f->comparison, 0);
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  after = store_dump (f->workspace);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_labels (StoreFixture *f, const char *undo, const char *redo)
{
  g_autofree char *is_undo = syn_workspace_dup_undo_label (f->workspace);
  g_autofree char *is_redo = syn_workspace_dup_redo_label (f->workspace);

  g_assert_cmpstr (is_undo, ==, undo);
  g_assert_cmpstr (is_redo, ==, redo);
}

static void
test_labels (StoreFixture *f, gconstpointer data)
{
  const guint a = store_find_statement (f->comparison, "promised a full inquiry");
  const guint b = store_find_statement (f->comparison, "Divers will look");
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (GPtrArray) history = NULL;

  assert_labels (f, NULL, NULL);
  g_assert_true (syn_workspace_link (f->workspace, f->comparison, a, b, NULL));
  assert_labels (f, "link Harbour Post – Tide Daily", NULL);
  record = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_DISPUTED, NULL);
  g_assert_true (syn_workspace_edit_article (f->workspace, syn_corpus_get_article (f->corpus, 0), "title", "X",
                                             NULL));
  assert_labels (f, "edit title", NULL);
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  store_fixture_reopen (f);
  assert_labels (f, "tag disputed", "edit title");
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  assert_labels (f, "link Harbour Post – Tide Daily", "tag disputed");

  /* Something new takes the place of what was undone; the history forgets neither. */
  g_assert_true (syn_workspace_unlink (f->workspace, f->comparison, a, b, NULL));
  assert_labels (f, "unlink Harbour Post – Tide Daily", NULL);
  g_assert_false (syn_workspace_redo (f->workspace, NULL));
  history = syn_workspace_list_history (f->workspace, NULL, NULL);
  g_assert_cmpuint (history->len, ==, 6);
  g_assert_cmpstr (((SynHistoryEntry *) history->pdata[1])->text, ==, "undid: tag disputed");
  g_assert_cmpstr (((SynHistoryEntry *) history->pdata[1])->annotator, ==, "ada");
  g_assert_cmpstr (((SynHistoryEntry *) history->pdata[2])->verb, ==, "undo");
}

/* Undone and then tagged again on a comparison that still names the record. */
static void
test_tag_after_undo (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynClaimRecord) one = NULL, two = NULL;
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (SynDecisions) decisions = NULL;

  one = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_DISPUTED, NULL);
  applied = store_resolve (f->workspace, f->comparison, NULL, NULL);
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  two = syn_workspace_tag (f->workspace, applied, 0, SYN_VERDICT_CONFIRMED, NULL);
  g_assert_cmpint (two->verdict, ==, SYN_VERDICT_CONFIRMED);
  decisions = syn_workspace_resolve (f->workspace, f->comparison, &records, NULL, NULL);
  g_assert_cmpuint (records->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 24; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/undo/exact-inverses/%u", seed);

      g_test_add (name, StoreFixture, GUINT_TO_POINTER (seed), store_fixture_set_up, test_exact_inverses,
                  store_fixture_tear_down);
    }
  g_test_add ("/undo/labels", StoreFixture, NULL, store_fixture_set_up, test_labels, store_fixture_tear_down);
  g_test_add ("/undo/comments", StoreFixture, NULL, store_fixture_set_up, test_comments, store_fixture_tear_down);
  g_test_add ("/undo/tag-after-undo", StoreFixture, NULL, store_fixture_set_up, test_tag_after_undo,
              store_fixture_tear_down);
  return g_test_run ();
}
