/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-result-cache.h"
#include "exchange/syn-comparison-json.h"
#include "test-corpus.h"

static const char *const texts[]
    = { "Ferry runs aground\nThe ferry Marisol ran aground near Quendport on Tuesday night with 84 passengers.\n"
        "Twelve people were injured when it hit the rocks, harbour master Ilse Quend said.\n"
        "\"The ship was sailing far too fast for that channel,\" Quend told reporters.\n"
        "Divers will look at the hull on Thursday.\n",
        "Ferry on the rocks\nOn Tuesday night the ferry Marisol ran aground off Quendport with 84 people on board.\n"
        "At least 20 people were injured when it hit the rocks, the rescue service said.\n"
        "\"The ship was sailing too fast for the channel,\" harbour master Ilse Quend told reporters.\n"
        "The company promised a full inquiry.\n",
        "Inquiry promised\nThe company that runs the ferry Marisol promised an inquiry on Wednesday.\n"
        "Nobody was injured, the company said, and the ship will be towed to Quendport.\n", NULL };

/* A cache of one place, and how often it was asked and given something. */
typedef struct
{
  GMutex lock;
  char *key;
  GBytes *bytes;
  guint n_get, n_put;
} Memory;

static GBytes *
get (const char *key, gpointer data)
{
  Memory *memory = data;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->lock);

  memory->n_get++;
  return g_strcmp0 (memory->key, key) == 0 ? g_bytes_ref (memory->bytes) : NULL;
}

static void
put (const char *key, GBytes *bytes, gpointer data)
{
  Memory *memory = data;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->lock);

  memory->n_put++;
  g_free (memory->key);
  g_clear_pointer (&memory->bytes, g_bytes_unref);
  memory->key = g_strdup (key);
  memory->bytes = g_bytes_ref (bytes);
}

static void
memory_clear (Memory *memory)
{
  g_free (memory->key);
  g_clear_pointer (&memory->bytes, g_bytes_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Memory, memory_clear)

static SynComparison *
compare (SynCorpus *corpus, SynCompareFlags flags, Memory *memory)
{
  SynResultCache cache = { get, put, memory };
  g_autoptr (GError) error = NULL;
  SynComparison *comparison
      = syn_comparison_new_story_cached (corpus, 0, flags, &cache, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

static void
assert_equal (SynComparison *a, SynComparison *b)
{
  g_autofree char *json_a = syn_comparison_to_json (a);
  g_autofree char *json_b = syn_comparison_to_json (b);

  g_assert_cmpstr (json_a, ==, json_b);
}

/* What the reader answers teaches the same whether it was compared now or then. */
static void
assert_learns_equally (SynComparison *a, SynComparison *b)
{
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  g_autoptr (SynComparison) applied_a = NULL, applied_b = NULL;
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (a, &n);
  SynDecisionPair pair;

  g_assert_cmpuint (n, >, 0);
  pair = (SynDecisionPair){ matches[0].a, matches[0].b };
  g_array_append_val (decisions->unlinks, pair);
  applied_a = syn_comparison_apply (a, decisions);
  applied_b = syn_comparison_apply (b, decisions);
  assert_equal (applied_a, applied_b);
}

static void
test_same (gconstpointer data)
{
  SynCompareFlags flags = GPOINTER_TO_UINT (data);
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_auto (Memory) memory = { 0 };
  g_autoptr (SynComparison) first = compare (corpus, flags, &memory);
  g_autoptr (SynComparison) second = compare (corpus, flags, &memory);
  g_autoptr (SynComparison) plain
      = syn_comparison_new_story (corpus, 0, flags, NULL, NULL, NULL, NULL);
  guint n_conflicts;

  g_assert_cmpuint (memory.n_get, ==, 2);
  g_assert_cmpuint (memory.n_put, ==, 1);
  syn_comparison_get_conflicts (first, &n_conflicts);
  g_assert_cmpuint (n_conflicts, >, 0);
  assert_equal (first, plain);
  assert_equal (first, second);
  assert_learns_equally (first, second);
}

/* Wherever a bit was turned or the end is missing, it is compared anew, and kept again. */
static void
test_damaged (void)
{
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_auto (Memory) memory = { 0 };
  g_autoptr (SynComparison) fresh = compare (corpus, SYN_COMPARE_DEFAULT, &memory);
  gsize size = g_bytes_get_size (memory.bytes);

  for (gsize at = 0; at < size; at += size / 11 + 1)
    {
      g_autoptr (SynComparison) again = NULL;
      guint8 *damaged = g_memdup2 (g_bytes_get_data (memory.bytes, NULL), size);

      damaged[at] ^= 0x10;
      g_bytes_unref (memory.bytes);
      memory.bytes = g_bytes_new_take (damaged, at % 2 == 0 ? size : at);
      memory.n_put = 0;
      again = compare (corpus, SYN_COMPARE_DEFAULT, &memory);
      g_assert_cmpuint (memory.n_put, ==, 1);
      assert_equal (fresh, again);
    }
}

/* A whole result of other articles under this key. */
static void
test_foreign (void)
{
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynCorpus) others = test_corpus_new (texts + 1);
  g_auto (Memory) memory = { 0 };
  G_GNUC_UNUSED g_autoptr (SynComparison) of_others = compare (others, SYN_COMPARE_DEFAULT, &memory);
  g_autoptr (SynComparison) plain
      = syn_comparison_new_story (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
  g_autoptr (SynComparison) again = NULL;

  g_free (memory.key);
  memory.key = syn_result_cache_dup_key (corpus, 0, SYN_COMPARE_DEFAULT);
  again = compare (corpus, SYN_COMPARE_DEFAULT, &memory);
  g_assert_cmpuint (memory.n_put, ==, 2);
  assert_equal (plain, again);
}

static void
assert_key (const char *key, SynCorpus *corpus, double level, SynCompareFlags flags, gboolean same)
{
  g_autofree char *other = syn_result_cache_dup_key (corpus, level, flags);

  if (same)
    g_assert_cmpstr (key, ==, other);
  else
    g_assert_cmpstr (key, !=, other);
}

/* The key tells apart what changes a result, and nothing else. */
static void
test_key (void)
{
  static const struct
  {
    const char *property, *value;
    gboolean same;
  } cases[] = {
    { "title", "Another headline", TRUE },  { "url", "https://example.org/1", TRUE },
    { "outlet", "Daily Post", FALSE },      { "published", "2021-03-02", FALSE },
    { "language", "de", FALSE },
  };
  static const char *const changed[] = { "Ferry runs aground\nIt hit the rocks.\n", NULL };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynCorpus) other = test_corpus_new (changed);
  g_autofree char *key = syn_result_cache_dup_key (corpus, 0, SYN_COMPARE_DEFAULT);

  assert_key (key, corpus, 0, SYN_COMPARE_DEFAULT, TRUE);
  assert_key (key, corpus, 0.5, SYN_COMPARE_DEFAULT, FALSE);
  assert_key (key, corpus, 0, SYN_COMPARE_ALL, FALSE);
  assert_key (key, other, 0, SYN_COMPARE_DEFAULT, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SynCorpus) edited = test_corpus_new (texts);

      g_object_set (syn_corpus_get_article (edited, 1), cases[i].property, cases[i].value, NULL);
      assert_key (key, edited, 0, SYN_COMPARE_DEFAULT, cases[i].same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/result-cache/same", GUINT_TO_POINTER (SYN_COMPARE_DEFAULT), test_same);
  g_test_add_data_func ("/result-cache/same-all", GUINT_TO_POINTER (SYN_COMPARE_ALL), test_same);
  g_test_add_func ("/result-cache/damaged", test_damaged);
  g_test_add_func ("/result-cache/foreign", test_foreign);
  g_test_add_func ("/result-cache/key", test_key);
  return g_test_run ();
}
