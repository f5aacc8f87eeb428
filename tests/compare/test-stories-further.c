/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A corpus that was grouped before, and is grouped again with something changed. */

#include "compare/syn-result-cache.h"
#include "exchange/syn-comparison-json.h"

#include "story-reports.h"
#include "test-corpus.h"

/* More than are grouped anew at once, and few enough to add them one by one. */
#define EVENTS 40
#define REPORTS (EVENTS * STORY_REPORTS)

typedef struct
{
  GMutex lock;
  GHashTable *kept;
  guint n_put;
} Memory;

static GBytes *
get (const char *key, gpointer data)
{
  Memory *memory = data;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->lock);
  GBytes *bytes = g_hash_table_lookup (memory->kept, key);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static void
put (const char *key, GBytes *bytes, gpointer data)
{
  Memory *memory = data;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->lock);

  memory->n_put++;
  g_hash_table_insert (memory->kept, g_strdup (key), g_bytes_ref (bytes));
}

static void
memory_init (Memory *memory)
{
  memory->kept
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
}

static void
memory_clear (Memory *memory)
{
  g_hash_table_unref (memory->kept);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Memory, memory_clear)

/* All reports of all events, in an order of its own. */
static GPtrArray *
list_articles (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < REPORTS; i++)
    {
      guint event = i % EVENTS;
      g_autofree char *text
          = story_report_rename (story_reports[event % STORY_EVENTS][i / EVENTS], event, 6);
      SynArticle *article = test_article_new ("A", text);

      syn_article_set_bytes (article, NULL, 0);
      g_ptr_array_insert (articles, g_rand_int_range (rand, 0, articles->len + 1), article);
    }
  return articles;
}

static gpointer
copy_article (gconstpointer article, gpointer data)
{
  return g_object_ref ((gpointer)article);
}

static SynCorpus *
make_corpus (GPtrArray *articles, guint first, guint n)
{
  SynCorpus *corpus = syn_corpus_new ("further");

  for (guint i = first; i < n; i++)
    syn_corpus_add (corpus, articles->pdata[i]);
  return corpus;
}

static SynStories *
group (SynCorpus *corpus, Memory *memory)
{
  SynResultCache cache = { get, put, memory };
  g_autoptr (GError) error = NULL;
  SynStories *stories = syn_stories_new_cached (corpus, &cache, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return stories;
}

static SynStories *
group_anew (SynCorpus *corpus)
{
  g_autoptr (GError) error = NULL;
  SynStories *stories = syn_stories_new (corpus, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return stories;
}

static const SynStory *
story_of (SynStories *stories, guint article)
{
  return syn_stories_get (stories, syn_stories_find (stories, article));
}

static void
assert_same_groups (SynStories *a, SynStories *b)
{
  guint n = syn_corpus_get_n_articles (syn_stories_get_corpus (a));

  g_assert_cmpuint (syn_stories_get_n (a), ==, syn_stories_get_n (b));
  for (guint i = 0; i < n; i++)
    {
      const GArray *x = story_of (a, i)->articles, *y = story_of (b, i)->articles;

      g_assert_cmpmem (x->data, x->len * sizeof (guint), y->data, y->len * sizeof (guint));
      g_assert_cmpstr (story_of (a, i)->title, ==, story_of (b, i)->title);
    }
}

/* Article after article, each seed in another order: always as if all were grouped at once. */
static void
test_one_more (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_auto (Memory) memory = { 0 };
      g_autoptr (GPtrArray) articles = list_articles (seed);

      memory_init (&memory);
      for (guint n = REPORTS - 30; n <= REPORTS; n++)
        {
          g_autoptr (SynCorpus) corpus = make_corpus (articles, 0, n);
          g_autoptr (SynStories) further = group (corpus, &memory);
          g_autoptr (SynStories) anew = group_anew (corpus);

          assert_same_groups (further, anew);
          g_assert_cmpuint (memory.n_put, ==, n - (REPORTS - 30) + 1);
        }
    }
}

/* All but the names of the stories, which depend on what was known before. */
static char *
dup_result (SynComparison *comparison)
{
  g_autofree char *json = syn_comparison_to_json (comparison);
  g_autoptr (GRegex) names = g_regex_new ("\"id\":\"s-[0-9a-f-]+\"", 0, 0, NULL);

  return g_regex_replace_literal (names, json, -1, 0, "", 0, NULL);
}

/* What is said of the stories is what a program that never saw them before says, and only the story with the
 * new article is compared. */
static void
test_result (void)
{
  g_auto (Memory) memory = { 0 };
  SynResultCache cache = { get, put, &memory };
  g_autoptr (GPtrArray) articles = list_articles (4);
  g_autoptr (SynCorpus) before = make_corpus (articles, 0, REPORTS - 1);
  g_autoptr (SynCorpus) now = make_corpus (articles, 0, REPORTS);
  g_autoptr (SynComparison) first = NULL, further = NULL, anew = NULL;
  g_autofree char *json_further = NULL, *json_anew = NULL;

  memory_init (&memory);
  first = syn_comparison_new_cached (before, 0, 0, &cache, NULL, NULL, NULL, NULL);
  memory.n_put = 0;
  further = syn_comparison_new_cached (now, 0, 0, &cache, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (memory.n_put, ==, 2);
  anew = syn_comparison_new (now, 0, 0, NULL, NULL, NULL, NULL);
  json_further = dup_result (further);
  json_anew = dup_result (anew);
  g_assert_true (g_str_equal (json_further, json_anew));
}

/* Article by content → the story it is in. */
static GHashTable *
index_stories (SynStories *stories)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  SynCorpus *corpus = syn_stories_get_corpus (stories);

  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    g_hash_table_insert (index, (gpointer)syn_article_get_sha256 (syn_corpus_get_article (corpus, i)),
                         (gpointer)story_of (stories, i));
  return index;
}

/* Of the articles of @story, the story that those which stand in @index are all in; NULL if in several. */
static const SynStory *
find_in (GHashTable *index, SynStories *stories, const SynStory *story)
{
  const SynStory *found = NULL;

  for (guint i = 0; i < story->articles->len; i++)
    {
      SynArticle *article = syn_corpus_get_article (syn_stories_get_corpus (stories),
                                                    g_array_index (story->articles, guint, i));
      const SynStory *other = g_hash_table_lookup (index, syn_article_get_sha256 (article));

      if (other != NULL && found != NULL && other != found)
        return NULL;
      found = other != NULL ? other : found;
    }
  return found;
}

/* A story that has neither been split nor joined to another one has the name that it had; so have at
 * least @least of them. */
static void
assert_names_stay (SynStories *before, SynStories *now, guint least)
{
  g_autoptr (GHashTable) old = index_stories (before), new = index_stories (now);
  guint n = 0;

  for (guint s = 0; s < syn_stories_get_n (before); s++)
    {
      const SynStory *story = syn_stories_get (before, s);
      const SynStory *other = find_in (new, before, story);

      if (other == NULL || find_in (old, now, other) != story)
        continue;
      g_assert_cmpstr (other->id, ==, story->id);
      n++;
    }
  g_assert_cmpuint (n, >=, least);
}

static void
reverse (GPtrArray *articles)
{
  for (guint i = 0; i < articles->len / 2; i++)
    {
      gpointer swap = articles->pdata[i];

      articles->pdata[i] = articles->pdata[articles->len - 1 - i];
      articles->pdata[articles->len - 1 - i] = swap;
    }
}

/* An article of an event that others tell too. */
static guint
find_in_story (SynStories *stories, guint n_articles)
{
  guint i = 0;

  while (story_of (stories, i)->articles->len < n_articles)
    i++;
  return i;
}

/* Some articles go, among them the one that the story had its name from, and all come in another order. */
static void
test_names (void)
{
  g_auto (Memory) memory = { 0 };
  g_autoptr (GPtrArray) articles = list_articles (5);
  g_autoptr (SynCorpus) corpus = make_corpus (articles, 0, REPORTS);
  g_autoptr (SynStories) before = NULL;

  memory_init (&memory);
  before = group (corpus, &memory);
  for (guint k = 0; k < STORY_REPORTS; k++)
    {
      g_autoptr (GPtrArray) fewer = g_ptr_array_copy (articles, copy_article, NULL);
      const SynStory *story = story_of (before, find_in_story (before, STORY_REPORTS));
      g_autoptr (SynCorpus) now = NULL;
      g_autoptr (SynStories) further = NULL;

      g_ptr_array_set_free_func (fewer, g_object_unref);
      g_ptr_array_remove_index (fewer, g_array_index (story->articles, guint, k));
      reverse (fewer);
      now = make_corpus (fewer, 0, fewer->len);
      further = group (now, &memory);
      assert_names_stay (before, further, EVENTS * 9 / 10);
    }
}

/* So much has changed that all are grouped anew: names go on all the same. */
static void
test_much (void)
{
  g_auto (Memory) memory = { 0 };
  g_autoptr (GPtrArray) articles = list_articles (6);
  g_autoptr (SynCorpus) few = make_corpus (articles, 0, REPORTS / 2);
  g_autoptr (SynCorpus) all = make_corpus (articles, 0, REPORTS);
  g_autoptr (SynStories) before = NULL, further = NULL, anew = NULL;

  memory_init (&memory);
  before = group (few, &memory);
  further = group (all, &memory);
  anew = group_anew (all);
  assert_same_groups (further, anew);
  assert_names_stay (before, further, EVENTS / 2);
}

/* The file order has no part in the name of a story that nobody knew before. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) articles = list_articles (7);
  g_autoptr (SynCorpus) corpus = make_corpus (articles, 0, REPORTS);
  g_autoptr (SynStories) stories = group_anew (corpus), other = NULL;
  g_autoptr (SynCorpus) reversed = NULL;

  reverse (articles);
  reversed = make_corpus (articles, 0, REPORTS);
  other = group_anew (reversed);
  assert_names_stay (stories, other, EVENTS * 9 / 10);
}

static void
test_unchanged (void)
{
  g_auto (Memory) memory = { 0 };
  g_autoptr (GPtrArray) articles = list_articles (8);
  g_autoptr (SynCorpus) corpus = make_corpus (articles, 0, REPORTS);
  g_autoptr (SynStories) before = NULL, further = NULL;

  memory_init (&memory);
  before = group (corpus, &memory);
  further = group (corpus, &memory);
  g_assert_cmpuint (memory.n_put, ==, 1);
  assert_same_groups (before, further);
  assert_names_stay (before, further, EVENTS * 9 / 10);
}

/* What was kept is cut short, or not what was written: then all are grouped anew. */
static void
test_damaged (void)
{
  g_auto (Memory) memory = { 0 };
  g_autoptr (GPtrArray) articles = list_articles (9);
  g_autoptr (SynCorpus) corpus = make_corpus (articles, 0, REPORTS);
  g_autoptr (SynStories) anew = group_anew (corpus);
  g_autofree char *key = syn_result_cache_dup_stories_key (corpus);
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  memory_init (&memory);
  syn_stories_unref (group (corpus, &memory));
  for (guint round = 0; round < 40; round++)
    {
      GBytes *kept = g_hash_table_lookup (memory.kept, key);
      gsize size;
      const guint8 *data = g_bytes_get_data (kept, &size);
      g_autofree guint8 *copy = g_memdup2 (data, size);
      gsize length = round % 2 ? size : (gsize)g_rand_int_range (rand, 0, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (SynStories) further = NULL;

      /* Lengths of arrays among others. */
      for (guint i = 0; round % 2 && i < 8; i++)
        memset (copy + g_rand_int_range (rand, 0, size / 4) / 4 * 4, 0xff, 4);
      damaged = g_bytes_new (copy, length);
      put (key, damaged, &memory);
      further = group (corpus, &memory);
      g_assert_cmpuint (syn_stories_get_n (further), >, 0);
      if (round % 2 == 0)
        assert_same_groups (further, anew);
      g_hash_table_remove (memory.kept, key);
      syn_stories_unref (group (corpus, &memory));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stories-further/one-more", test_one_more);
  g_test_add_func ("/stories-further/result", test_result);
  g_test_add_func ("/stories-further/names", test_names);
  g_test_add_func ("/stories-further/much", test_much);
  g_test_add_func ("/stories-further/order", test_order);
  g_test_add_func ("/stories-further/unchanged", test_unchanged);
  g_test_add_func ("/stories-further/damaged", test_damaged);
  return g_test_run ();
}
