/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store-fixture.h"
#include "syn-error.h"

static void
test_tag_survives (StoreFixture *f, gconstpointer data)
{
  const guint claim = store_find_claim (f->comparison, "ran aground");
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (GPtrArray) records = NULL, orphans = NULL;
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (GError) error = NULL;
  const SynClaimRecord *kept;
  const SynClaim *claims;
  guint n;

  record = syn_workspace_tag (f->workspace, f->comparison, claim, SYN_VERDICT_DISPUTED, &error);
  g_assert_no_error (error);
  g_assert_cmpint (record->verdict, ==, SYN_VERDICT_DISPUTED);
  g_assert_cmpstr (record->annotator, ==, "ada");
  g_assert_cmpint (record->time, >, 0);
  g_assert_cmpuint (record->anchors->len, ==,
                    syn_comparison_get_claims (f->comparison, &n)[claim].statements->len);

  store_fixture_reopen (f);
  applied = store_resolve (f->workspace, f->comparison, &records, &orphans);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpuint (orphans->len, ==, 0);
  kept = records->pdata[0];
  g_assert_cmpstr (kept->id, ==, record->id);
  g_assert_cmpint (kept->verdict, ==, SYN_VERDICT_DISPUTED);
  g_assert_cmpint (kept->time, ==, record->time);
  claims = syn_comparison_get_claims (applied, &n);
  g_assert_cmpstr (claims[store_find_claim (applied, "ran aground")].id, ==, record->id);
}

/* Two keys in a row on a comparison that does not know the record yet make one record. */
static void
test_two_verbs_one_record (StoreFixture *f, gconstpointer data)
{
  const guint claim = store_find_claim (f->comparison, "ran aground");
  g_autoptr (SynClaimRecord) first = NULL, second = NULL;
  g_autoptr (GPtrArray) records = NULL, history = NULL;
  g_autoptr (SynDecisions) decisions = NULL;

  first = syn_workspace_tag (f->workspace, f->comparison, claim, SYN_VERDICT_CONFIRMED, NULL);
  second = syn_workspace_set_note (f->workspace, f->comparison, claim, "Two logs agree.", NULL);
  g_assert_cmpstr (first->id, ==, second->id);
  g_assert_cmpint (second->verdict, ==, SYN_VERDICT_CONFIRMED);
  g_assert_cmpstr (second->note, ==, "Two logs agree.");
  decisions = syn_workspace_resolve (f->workspace, f->comparison, &records, NULL, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpuint (decisions->claims->len, ==, 1);

  history = syn_workspace_list_history (f->workspace, first->id, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((SynHistoryEntry *) history->pdata[0])->verb, ==, "note");
  g_assert_cmpstr (((SynHistoryEntry *) history->pdata[1])->text, ==, "tagged confirmed");
}

/* What changes nothing is no step: neither the same verdict again, nor a verdict taken from nothing. */
static void
test_no_change_no_step (StoreFixture *f, gconstpointer data)
{
  const guint claim = store_find_claim (f->comparison, "ran aground");
  g_autoptr (SynClaimRecord) one = NULL, two = NULL, three = NULL;
  g_autoptr (GPtrArray) history = NULL;

  one = syn_workspace_tag (f->workspace, f->comparison, claim, SYN_VERDICT_OPEN, NULL);
  g_assert_nonnull (one);
  g_assert_null (syn_workspace_dup_undo_label (f->workspace));
  two = syn_workspace_tag (f->workspace, f->comparison, claim, SYN_VERDICT_CONFIRMED, NULL);
  three = syn_workspace_tag (f->workspace, f->comparison, claim, SYN_VERDICT_CONFIRMED, NULL);
  g_assert_cmpstr (two->id, ==, three->id);
  history = syn_workspace_list_history (f->workspace, NULL, NULL);
  g_assert_cmpuint (history->len, ==, 1);
}

static void
test_wording_and_evidence (StoreFixture *f, gconstpointer data)
{
  const guint claim = store_find_claim (f->comparison, "ran aground");
  const SynEvidence url = { .kind = (char *) "url", .target = (char *) "https://example.org/log",
                            .label = (char *) "Log" };
  const SynEvidence photo = { .kind = (char *) "file", .target = (char *) "photo.jpg" };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xff\xd8picture", 9);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (SynClaimRecord) a = NULL, b = NULL, c = NULL;
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (GPtrArray) records = NULL, findings = NULL;
  const SynClaimRecord *kept;
  guint n;

  a = syn_workspace_set_wording (f->workspace, f->comparison, claim, "The Marisol ran aground", NULL);
  b = syn_workspace_add_evidence (f->workspace, f->comparison, claim, &url, NULL, NULL);
  c = syn_workspace_add_evidence (f->workspace, f->comparison, claim, &photo, bytes, NULL);
  g_assert_nonnull (c);
  store_fixture_reopen (f);
  applied = store_resolve (f->workspace, f->comparison, &records, NULL);
  kept = records->pdata[0];
  g_assert_cmpstr (kept->wording, ==, "The Marisol ran aground");
  g_assert_cmpuint (kept->evidence->len, ==, 2);
  g_assert_cmpstr (((SynEvidence *) kept->evidence->pdata[0])->label, ==, "Log");
  g_assert_cmpstr (((SynEvidence *) kept->evidence->pdata[1])->sha256, ==, hash);
  g_assert_cmpstr (syn_comparison_get_claims (applied, &n)[store_find_claim (applied, "ran aground")].summary,
                   ==, "The Marisol ran aground");
  findings = syn_workspace_validate (f->path, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_link_and_unlink (StoreFixture *f, gconstpointer data)
{
  const guint a = store_find_statement (f->comparison, "promised a full inquiry");
  const guint b = store_find_statement (f->comparison, "Divers will look");
  g_autoptr (SynComparison) linked = NULL, parted = NULL;
  g_autoptr (SynDecisions) decisions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (syn_comparison_find_match (f->comparison, a, b));
  syn_workspace_link (f->workspace, f->comparison, a, b, &error);
  g_assert_no_error (error);
  store_fixture_reopen (f);
  linked = store_resolve (f->workspace, f->comparison, NULL, NULL);
  g_assert_true (syn_comparison_find_match (linked, a, b)->own);

  /* The other way round it is the same pair, and the later word counts. */
  g_assert_true (syn_workspace_unlink (f->workspace, linked, b, a, NULL));
  parted = store_resolve (f->workspace, f->comparison, NULL, NULL);
  g_assert_null (syn_comparison_find_match (parted, a, b));
  decisions = syn_workspace_resolve (f->workspace, f->comparison, NULL, NULL, NULL);
  g_assert_cmpuint (decisions->links->len, ==, 0);
  g_assert_cmpuint (decisions->unlinks->len, ==, 1);

  g_assert_false (syn_workspace_link (f->workspace, f->comparison, a, a, &error));
  g_assert_error (error, SYN_ERROR, SYN_ERROR_USAGE);
}

static void
test_dismiss (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynComparison) applied = NULL;
  g_autofree char *key = NULL;
  guint n_before, n_after;
  const SynConflict *conflicts = syn_comparison_get_conflicts (f->comparison, &n_before);

  g_assert_cmpuint (n_before, >, 0);
  key = syn_conflict_dup_key (f->comparison, &conflicts[0]);
  g_assert_true (syn_workspace_dismiss (f->workspace, f->comparison, 0, "Different counts.", NULL));
  store_fixture_reopen (f);
  applied = store_resolve (f->workspace, f->comparison, NULL, NULL);
  conflicts = syn_comparison_get_conflicts (applied, &n_after);
  g_assert_cmpuint (n_after, <, n_before);
  for (guint i = 0; i < n_after; i++)
    {
      g_autofree char *other = syn_conflict_dup_key (applied, &conflicts[i]);

      g_assert_cmpstr (other, !=, key);
    }
}

/* New words in one of the two sentences give the conflict another key; it stays dismissed. */
static void
test_dismissal_outlives_rewording (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GString) edited = g_string_new (store_text_daily);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (SynComparison) raw = NULL, applied = NULL;
  guint n_raw, n_applied, n, dismissed = 0;
  const SynConflict *conflicts = syn_comparison_get_conflicts (f->comparison, &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].type == SYN_CONFLICT_FIGURE)
      {
        g_assert_true (syn_workspace_dismiss (f->workspace, f->comparison, i, NULL, NULL));
        dismissed++;
      }
  g_assert_cmpuint (dismissed, >, 0);
  g_string_replace (edited, "a hospital spokesman said", "a spokesman of the hospital said", 0);
  corpus = store_corpus_new (store_text_post, edited->str, store_text_wire);
  g_assert_true (syn_workspace_put_corpus (f->workspace, corpus, NULL));
  raw = store_compare (corpus);
  applied = store_resolve (f->workspace, raw, NULL, NULL);
  conflicts = syn_comparison_get_conflicts (raw, &n_raw);
  g_assert_cmpuint (n_raw, >, 0);
  conflicts = syn_comparison_get_conflicts (applied, &n_applied);
  for (guint i = 0; i < n_applied; i++)
    g_assert_cmpint (conflicts[i].type, !=, SYN_CONFLICT_FIGURE);
}

static void
test_own_claim (StoreFixture *f, gconstpointer data)
{
  const guint a = store_find_statement (f->comparison, "promised a full inquiry");
  const guint b = store_find_statement (f->comparison, "Divers will look");
  const guint c = store_find_statement (f->comparison, "Fog was reported");
  g_autoptr (GArray) two = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) three = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SynClaimRecord) record = NULL, changed = NULL;
  g_autoptr (SynComparison) one = NULL, other = NULL, gone = NULL;
  const SynClaim *claims;
  guint n, n_before, n_after;

  syn_comparison_get_claims (f->comparison, &n_before);
  g_array_append_val (two, a);
  g_array_append_val (two, b);
  record = syn_workspace_new_claim (f->workspace, f->comparison, two, "There will be an inquiry", NULL);
  g_assert_true (record->exact);
  one = store_resolve (f->workspace, f->comparison, NULL, NULL);
  claims = syn_comparison_get_claims (one, &n);
  n = store_find_claim (one, "promised a full inquiry");
  g_assert_true (claims[n].own);
  g_assert_cmpstr (claims[n].id, ==, record->id);
  g_assert_cmpuint (claims[n].statements->len, ==, 2);

  g_array_append_vals (three, two->data, two->len);
  g_array_append_val (three, c);
  changed = syn_workspace_set_statements (f->workspace, one, n, three, NULL);
  g_assert_cmpstr (changed->id, ==, record->id);
  other = store_resolve (f->workspace, f->comparison, NULL, NULL);
  n = store_find_claim (other, "Fog was reported");
  claims = syn_comparison_get_claims (other, &n_after);
  g_assert_cmpuint (claims[n].statements->len, ==, 3);
  g_assert_cmpstr (claims[n].summary, ==, "There will be an inquiry");

  /* Struck out, it takes none of the engine's claims with it. */
  g_assert_true (syn_workspace_remove_claim (f->workspace, other, n, NULL));
  gone = store_resolve (f->workspace, f->comparison, NULL, NULL);
  syn_comparison_get_claims (gone, &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
}

static void
test_not_a_claim (StoreFixture *f, gconstpointer data)
{
  const guint claim = store_find_claim (f->comparison, "ran aground");
  g_autoptr (SynComparison) applied = NULL;
  g_autoptr (GPtrArray) records = NULL;
  guint n_before, n_after;

  syn_comparison_get_claims (f->comparison, &n_before);
  g_assert_true (syn_workspace_remove_claim (f->workspace, f->comparison, claim, NULL));
  applied = store_resolve (f->workspace, f->comparison, &records, NULL);
  syn_comparison_get_claims (applied, &n_after);
  g_assert_cmpuint (n_after, ==, n_before - 1);
  g_assert_true (((SynClaimRecord *) records->pdata[0])->removed);
}

static void
test_corpus_from_database (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_reopen (f);
  corpus = syn_workspace_dup_corpus (f->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (syn_corpus_get_title (corpus), ==, "Ferry");
  g_assert_cmpstr (syn_corpus_get_uris (corpus)[0], ==, "file:///ferry");
  g_assert_cmpuint (syn_corpus_get_n_articles (corpus), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      SynArticle *a = syn_corpus_get_article (f->corpus, i), *b = syn_corpus_get_article (corpus, i);
      guint n_a, n_b;
      const SynBlock *blocks_a = syn_article_get_blocks (a, &n_a);
      const SynBlock *blocks_b = syn_article_get_blocks (b, &n_b);

      g_assert_cmpstr (syn_article_get_text (a), ==, syn_article_get_text (b));
      g_assert_cmpstr (syn_article_get_path (a), ==, syn_article_get_path (b));
      g_assert_cmpstr (syn_article_get_sha256 (a), ==, syn_article_get_sha256 (b));
      g_assert_cmpstr (syn_article_get_outlet (a), ==, syn_article_get_outlet (b));
      g_assert_cmpstr (syn_article_get_encoding (a), ==, syn_article_get_encoding (b));
      g_assert_true (g_bytes_equal (syn_article_get_bytes (a), syn_article_get_bytes (b)));
      g_assert_cmpuint (n_a, ==, n_b);
      for (guint j = 0; j < n_a; j++)
        {
          g_assert_cmpuint (blocks_a[j].span.start, ==, blocks_b[j].span.start);
          g_assert_cmpuint (blocks_a[j].span.end, ==, blocks_b[j].span.end);
          g_assert_cmpint (blocks_a[j].role, ==, blocks_b[j].role);
        }
    }
}

static void
test_edited_metadata (StoreFixture *f, gconstpointer data)
{
  SynArticle *article = syn_corpus_get_article (f->corpus, 0);
  g_autoptr (SynCorpus) again = store_corpus_new (store_text_post, store_text_daily, store_text_wire);
  g_autoptr (GError) error = NULL;

  g_assert_true (syn_workspace_edit_article (f->workspace, article, "outlet", "The Harbour Post", NULL));
  g_assert_cmpstr (syn_article_get_outlet (article), ==, "Harbour Post");
  store_fixture_reopen (f);

  /* Read from disk again it gets the reader's word back, however often. */
  for (guint i = 0; i < 2; i++)
    {
      syn_workspace_put_corpus (f->workspace, again, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (syn_article_get_outlet (syn_corpus_get_article (again, 0)), ==, "The Harbour Post");
      g_assert_cmpstr (syn_article_get_outlet (syn_corpus_get_article (again, 1)), ==, "Tide Daily");
    }
  g_assert_true (syn_workspace_undo (f->workspace, NULL));
  g_assert_true (syn_workspace_restore_metadata (f->workspace, again, NULL));
  g_assert_cmpstr (syn_article_get_outlet (syn_corpus_get_article (again, 0)), ==, "Harbour Post");
}

/* Two copies of one text under two names are two articles. */
static void
test_twin_articles (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("Twins");
  g_autoptr (SynArticle) one = store_article_new ("one.txt", "One", store_text_post);
  g_autoptr (SynArticle) two = store_article_new ("two.txt", "Two", store_text_post);
  g_autoptr (SynCorpus) kept = NULL;

  syn_corpus_add (corpus, one);
  syn_corpus_add (corpus, two);
  g_assert_true (syn_workspace_put_corpus (f->workspace, corpus, NULL));
  g_assert_true (syn_workspace_edit_article (f->workspace, two, "title", "Second", NULL));
  kept = syn_workspace_dup_corpus (f->workspace, NULL);
  g_assert_cmpuint (syn_corpus_get_n_articles (kept), ==, 2);
  g_assert_cmpstr (syn_article_get_title (syn_corpus_get_article (kept, 0)), !=, "Second");
  g_assert_cmpstr (syn_article_get_title (syn_corpus_get_article (kept, 1)), ==, "Second");
}

/* A decision of another event has no business here, and is no orphan either. */
static void
test_other_corpus (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynCorpus) other = syn_corpus_new ("Other");
  g_autoptr (SynArticle) a = store_article_new ("a.txt", "A", "The mill in Osterode closed on Monday.\n");
  g_autoptr (SynArticle) b = store_article_new ("b.txt", "B", "On Monday the mill in Osterode closed.\n");
  g_autoptr (SynComparison) comparison = NULL;
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (GPtrArray) records = NULL, orphans = NULL;
  g_autoptr (SynDecisions) decisions = NULL;

  record = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_CONFIRMED, NULL);
  syn_corpus_add (other, a);
  syn_corpus_add (other, b);
  g_assert_true (syn_workspace_put_corpus (f->workspace, other, NULL));
  comparison = store_compare (other);
  decisions = syn_workspace_resolve (f->workspace, comparison, &records, &orphans, NULL);
  g_assert_cmpuint (records->len, ==, 0);
  g_assert_cmpuint (orphans->len, ==, 0);
  g_assert_true (syn_decisions_is_empty (decisions));
}

/* A colleague's verdict comes with the name of a file that is not here. */
static void
test_records_from_elsewhere (StoreFixture *f, gconstpointer data)
{
  const SynEvidence photo = { .kind = (char *) "file", .target = (char *) "photo.jpg" };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("picture", 7);
  g_autoptr (SynWorkspace) other = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (SynClaimRecord) record
      = syn_workspace_add_evidence (f->workspace, f->comparison, 0, &photo, bytes, NULL);
  g_autoptr (GPtrArray) theirs = g_ptr_array_new (), records = NULL;
  g_autoptr (SynDecisions) decisions = NULL;
  g_autoptr (GError) error = NULL;
  const SynEvidence *evidence;
  guint n;

  g_assert_nonnull (record);
  g_ptr_array_add (theirs, record);
  g_assert_true (syn_workspace_put_corpus (other, f->corpus, NULL));
  syn_workspace_put_records (other, theirs, "report.json", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  decisions = syn_workspace_resolve (other, f->comparison, &records, NULL, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  evidence = ((SynClaimRecord *) records->pdata[0])->evidence->pdata[0];
  g_assert_cmpstr (evidence->target, ==, "photo.jpg");
  g_assert_null (evidence->sha256);
}

/* What a script tags is kept, and the window opens what it showed before. */
static void
test_keep_corpus (StoreFixture *f, gconstpointer data)
{
  g_autoptr (SynCorpus) other = syn_corpus_new ("Other"), current = NULL;
  g_autoptr (SynArticle) a = store_article_new ("a.txt", "A", "The mill in Osterode closed on Monday.\n");

  syn_corpus_add (other, a);
  g_assert_true (syn_workspace_keep_corpus (f->workspace, other, NULL));
  current = syn_workspace_dup_corpus (f->workspace, NULL);
  g_assert_cmpstr (syn_corpus_get_title (current), ==, "Ferry");
}

typedef struct
{
  StoreFixture *f;
  SynClaimRecord *record;
  GMainLoop *loop;
  GThread *caller;
  guint n_destroyed;
} Async;

static gboolean
async_tag (SynWorkspace *workspace, gpointer data, GError **error)
{
  Async *a = data;

  g_assert_true (g_thread_self () != a->caller);
  a->record = syn_workspace_tag (workspace, a->f->comparison, 0, SYN_VERDICT_CONFIRMED, error);
  return a->record != NULL;
}

static gboolean
async_undo (SynWorkspace *workspace, gpointer data, GError **error)
{
  return syn_workspace_undo (workspace, error);
}

static void
async_tagged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Async *a = syn_workspace_run_get_data (result);

  g_assert_true (a == user_data);
  g_assert_true (g_thread_self () == a->caller);
  g_assert_true (syn_workspace_run_finish (SYN_WORKSPACE (source), result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (a->record->verdict, ==, SYN_VERDICT_CONFIRMED);
  g_clear_pointer (&a->record, syn_claim_record_free);
}

static void
async_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Async *a = user_data;

  g_assert_true (syn_workspace_run_finish (SYN_WORKSPACE (source), result, NULL));
  g_main_loop_quit (a->loop);
}

static void
async_destroy (gpointer data)
{
  ((Async *) data)->n_destroyed++;
}

static void
async_cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (syn_workspace_run_finish (SYN_WORKSPACE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_async (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *undo = NULL, *redo = NULL;
  Async a = { .f = f, .loop = loop, .caller = g_thread_self () };

  g_cancellable_cancel (cancelled);
  syn_workspace_run_async (f->workspace, async_undo, &a, async_destroy, cancelled, async_cancelled_cb, &a);
  syn_workspace_run_async (f->workspace, async_tag, &a, async_destroy, NULL, async_tagged_cb, &a);
  syn_workspace_run_async (f->workspace, async_undo, &a, async_destroy, NULL, async_undone_cb, &a);
  g_main_loop_run (loop);
  while (a.n_destroyed < 3 && g_main_context_iteration (NULL, TRUE))
    ;
  g_assert_cmpuint (a.n_destroyed, ==, 3);
  undo = syn_workspace_dup_undo_label (f->workspace);
  redo = syn_workspace_dup_redo_label (f->workspace);
  g_assert_null (undo);
  g_assert_cmpstr (redo, ==, "tag confirmed");
}

static void
assert_indices (const GArray *array, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < array->len; i++)
    g_string_append_printf (text, "%u ", g_array_index (array, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

/* Title, pivot, order and hidden columns come back, also when the articles are read again and one of them is
 * another by now. */
static void
test_arrangement (StoreFixture *f, gconstpointer data)
{
  g_autofree char *changed = g_strconcat (store_text_wire, "\nIt was dark.\n", NULL);
  g_autoptr (SynArrangement) set = syn_arrangement_new ();
  g_autoptr (SynArrangement) kept = NULL, again = NULL;
  g_autoptr (SynCorpus) reread = store_corpus_new (store_text_post, store_text_daily, changed);
  g_autoptr (SynCorpus) current = NULL;
  g_autoptr (GError) error = NULL;
  const guint order[] = { 2, 0, 1 }, hidden[] = { 2 }, locked[] = { 1, 2 };

  g_assert_true (syn_workspace_put_corpus (f->workspace, f->corpus, &error));
  g_array_append_vals (set->order, order, 3);
  g_array_append_vals (set->hidden, hidden, 1);
  g_array_append_vals (set->locked, locked, 2);
  set->title = g_strdup ("The Quendport grounding");
  set->pivot = 1;
  g_assert_true (syn_workspace_set_arrangement (f->workspace, f->corpus, set, &error));
  g_assert_no_error (error);

  store_fixture_reopen (f);
  current = syn_workspace_dup_corpus (f->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (syn_corpus_get_title (current), ==, "The Quendport grounding");
  kept = syn_workspace_dup_arrangement (f->workspace, current, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->title, ==, "The Quendport grounding");
  g_assert_cmpint (kept->pivot, ==, 1);
  assert_indices (kept->order, "2 0 1 ");
  assert_indices (kept->hidden, "2 ");
  assert_indices (kept->locked, "1 2 ");

  g_assert_cmpstr (syn_corpus_get_title (reread), ==, "Ferry");
  g_assert_true (syn_workspace_put_corpus (f->workspace, reread, &error));
  g_assert_cmpstr (syn_corpus_get_title (reread), ==, "The Quendport grounding");
  again = syn_workspace_dup_arrangement (f->workspace, reread, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->pivot, ==, 1);
  assert_indices (again->order, "2 0 1 ");
  assert_indices (again->hidden, "2 ");
}

static void
test_arrangement_unknown (StoreFixture *f, gconstpointer data)
{
  static const char *const uris[] = { "file:///elsewhere", NULL };
  g_autoptr (SynArrangement) set = syn_arrangement_new ();
  g_autoptr (SynArrangement) kept = NULL;
  g_autoptr (GError) error = NULL;

  syn_corpus_set_uris (f->corpus, uris);
  g_assert_false (syn_workspace_set_arrangement (f->workspace, f->corpus, set, &error));
  g_assert_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  kept = syn_workspace_dup_arrangement (f->workspace, f->corpus, &error);
  g_assert_no_error (error);
  g_assert_null (kept->title);
  assert_indices (kept->order, "");
}

static void
test_closed (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  syn_workspace_close (f->workspace);
  g_assert_null (syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_CONFIRMED, &error));
  g_assert_error (error, SYN_ERROR, SYN_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, f->path));
}

static gboolean
try_sql (SynWorkspace *workspace, SynDatabase *database, gpointer data, GError **error)
{
  return syn_database_exec (database, data, error);
}

static void
test_history_only_grows (StoreFixture *f, gconstpointer data)
{
  static const char *const attempts[] = { "UPDATE history SET annotator = 'eve'", "DELETE FROM history" };
  G_GNUC_UNUSED g_autoptr (SynClaimRecord) record
      = syn_workspace_tag (f->workspace, f->comparison, 0, SYN_VERDICT_CONFIRMED, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          syn_workspace_call (f->workspace, SYN_CALL_WRITE, try_sql, (gpointer) attempts[i], &error));
      g_assert_error (error, SYN_ERROR, SYN_ERROR_DATABASE);
    }
}

static void
test_verdict_names (void)
{
  SynVerdict verdict;

  for (guint i = 0; i < SYN_N_VERDICTS; i++)
    {
      g_assert_true (syn_verdict_from_string (syn_verdict_to_string (i), &verdict));
      g_assert_cmpuint (verdict, ==, i);
      g_assert_cmpstr (syn_verdict_label (i), !=, "");
    }
  g_assert_false (syn_verdict_from_string ("true", &verdict));
  g_assert_false (syn_verdict_from_string (NULL, &verdict));
}

#define ADD(name, function)                                                                           \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/workspace/arrangement", test_arrangement);
  ADD ("/workspace/arrangement-unknown", test_arrangement_unknown);
  g_test_add_func ("/workspace/verdict-names", test_verdict_names);
  ADD ("/workspace/tag-survives", test_tag_survives);
  ADD ("/workspace/two-verbs-one-record", test_two_verbs_one_record);
  ADD ("/workspace/no-change-no-step", test_no_change_no_step);
  ADD ("/workspace/wording-and-evidence", test_wording_and_evidence);
  ADD ("/workspace/link-and-unlink", test_link_and_unlink);
  ADD ("/workspace/dismiss", test_dismiss);
  ADD ("/workspace/dismissal-outlives-rewording", test_dismissal_outlives_rewording);
  ADD ("/workspace/own-claim", test_own_claim);
  ADD ("/workspace/not-a-claim", test_not_a_claim);
  ADD ("/workspace/corpus-from-database", test_corpus_from_database);
  ADD ("/workspace/edited-metadata", test_edited_metadata);
  ADD ("/workspace/twin-articles", test_twin_articles);
  ADD ("/workspace/other-corpus", test_other_corpus);
  ADD ("/workspace/keep-corpus", test_keep_corpus);
  ADD ("/workspace/records-from-elsewhere", test_records_from_elsewhere);
  ADD ("/workspace/async", test_async);
  ADD ("/workspace/closed", test_closed);
  ADD ("/workspace/history-only-grows", test_history_only_grows);
  return g_test_run ();
}
