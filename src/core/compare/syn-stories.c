/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-stories.h"

#include "compare/syn-result-cache.h"
#include "compare/syn-story-groups.h"
#include "compare/syn-story-ids.h"
#include "compare/syn-story-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SynStories
{
  gatomicrefcount ref_count;
  SynCorpus *corpus;
  GArray *stories;    /* SynStory */
  guint *story_of;    /* per article */
  float *centrality;  /* per article: how near it is to its story as a whole */
  GPtrArray *times;   /* per article, NULL or when it was published */
  GHashTable *by_id;  /* id → index */
};

static void
story_clear (gpointer data)
{
  SynStory *story = data;

  g_free (story->id);
  g_free (story->title);
  g_array_unref (story->articles);
  g_clear_pointer (&story->first, g_date_time_unref);
  g_clear_pointer (&story->last, g_date_time_unref);
}

static void
time_free (gpointer time)
{
  if (time != NULL)
    g_date_time_unref (time);
}

static SynStories *
stories_alloc (SynCorpus *corpus)
{
  SynStories *self = g_new0 (SynStories, 1);
  guint n = syn_corpus_get_n_articles (corpus);

  g_atomic_ref_count_init (&self->ref_count);
  self->corpus = g_object_ref (corpus);
  self->stories = g_array_new (FALSE, TRUE, sizeof (SynStory));
  g_array_set_clear_func (self->stories, story_clear);
  self->story_of = g_new0 (guint, n + 1);
  self->centrality = g_new0 (float, n + 1);
  self->times = g_ptr_array_new_with_free_func (time_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static GDateTime *
time_of (const SynStories *self, guint article)
{
  return g_ptr_array_index (self->times, article);
}

/* Earlier, or, of two of one time or without any, the one whose content has the smaller hash: the order
 * of the files does not matter. */
static gboolean
is_before (const SynStories *self, guint article, guint other)
{
  GDateTime *a = time_of (self, article), *b = time_of (self, other);
  SynArticle *x = syn_corpus_get_article (self->corpus, article);
  SynArticle *y = syn_corpus_get_article (self->corpus, other);
  int order;

  if (a == NULL || b == NULL)
    order = (a == NULL) - (b == NULL);
  else
    order = g_date_time_compare (a, b);
  if (order == 0)
    order = strcmp (syn_article_get_sha256 (x), syn_article_get_sha256 (y));
  return order != 0 ? order < 0
                    : syn_article_get_index_in_file (x) < syn_article_get_index_in_file (y);
}

/* The earliest article names the story: what is added to an event comes later. */
static guint
find_earliest (const SynStories *self, const SynStory *story)
{
  guint best = g_array_index (story->articles, guint, 0);

  for (guint i = 1; i < story->articles->len; i++)
    if (is_before (self, g_array_index (story->articles, guint, i), best))
      best = g_array_index (story->articles, guint, i);
  return best;
}

static char *
dup_own_id (SynStories *self, const SynStory *story)
{
  SynArticle *article = syn_corpus_get_article (self->corpus, find_earliest (self, story));
  g_autofree char *name = g_strdup_printf ("%s:%u", syn_article_get_sha256 (article),
                                           syn_article_get_index_in_file (article));
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strdup_printf ("s-%.10s", hash);
}

/* The reader may have put one of two equal articles into another story. */
static void
make_unique (SynStories *self, SynStory *story)
{
  g_autofree char *id = g_steal_pointer (&story->id);

  story->id = g_strdup (id);
  for (guint n = 2; g_hash_table_contains (self->by_id, story->id); n++)
    {
      g_free (story->id);
      story->id = g_strdup_printf ("%s-%u", id, n);
    }
}

static char *
dup_title (const SynStories *self, const SynStory *story)
{
  const char *title = NULL;
  float best = -1;

  for (guint i = 0; i < story->articles->len; i++)
    {
      guint article = g_array_index (story->articles, guint, i);
      const char *own = syn_article_get_title (syn_corpus_get_article (self->corpus, article));

      if (own != NULL && own[0] != '\0' && self->centrality[article] > best)
        {
          title = own;
          best = self->centrality[article];
        }
    }
  if (title != NULL)
    return g_strdup (title);
  return syn_article_dup_source_name (
      syn_corpus_get_article (self->corpus, g_array_index (story->articles, guint, 0)));
}

static void
describe (SynStories *self, SynStory *story)
{
  story->title = dup_title (self, story);
  for (guint i = 0; i < story->articles->len; i++)
    {
      GDateTime *time = time_of (self, g_array_index (story->articles, guint, i));

      if (time == NULL)
        continue;
      if (story->first == NULL || g_date_time_compare (time, story->first) < 0)
        {
          g_clear_pointer (&story->first, g_date_time_unref);
          story->first = g_date_time_ref (time);
        }
      if (story->last == NULL || g_date_time_compare (time, story->last) > 0)
        {
          g_clear_pointer (&story->last, g_date_time_unref);
          story->last = g_date_time_ref (time);
        }
    }
}

static int
compare_stories (gconstpointer a, gconstpointer b)
{
  const SynStory *x = a, *y = b;
  int order = 0;

  if (x->articles->len != y->articles->len)
    return x->articles->len > y->articles->len ? -1 : 1;
  if (x->last != NULL && y->last != NULL)
    order = g_date_time_compare (y->last, x->last);
  else if (x->last != y->last)
    order = x->last != NULL ? -1 : 1;
  if (order != 0)
    return order;
  return g_array_index (x->articles, guint, 0) < g_array_index (y->articles, guint, 0) ? -1 : 1;
}

/* Takes each group of @groups.
 * @old: (nullable): per article the name of the story it was in, or NULL */
static void
set_groups (SynStories *self, GPtrArray *groups, const GPtrArray *old)
{
  for (guint i = 0; i < groups->len; i++)
    {
      SynStory story = { .articles = g_array_ref (groups->pdata[i]) };

      describe (self, &story);
      g_array_append_val (self->stories, story);
    }
  g_array_sort (self->stories, compare_stories);
  for (guint i = 0; i < self->stories->len; i++)
    {
      SynStory *story = &g_array_index (self->stories, SynStory, i);

      story->id = dup_own_id (self, story);
    }
  if (old != NULL)
    syn_story_ids_inherit (self->stories, old);
  for (guint i = 0; i < self->stories->len; i++)
    {
      SynStory *story = &g_array_index (self->stories, SynStory, i);

      make_unique (self, story);
      g_hash_table_insert (self->by_id, story->id, GUINT_TO_POINTER (i));
      for (guint k = 0; k < story->articles->len; k++)
        self->story_of[g_array_index (story->articles, guint, k)] = i;
    }
}

static gint *
list_days (SynStories *self)
{
  guint n = syn_corpus_get_n_articles (self->corpus);
  gint *days = g_new0 (gint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GDateTime *time
          = syn_article_dup_published_time (syn_corpus_get_article (self->corpus, i));

      g_ptr_array_add (self->times, time);
      if (time != NULL)
        days[i] = g_date_time_to_unix (time) / (24 * 60 * 60);
    }
  return days;
}

typedef struct
{
  SynProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Reporter;

static void
report (const Reporter *self, double fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, fraction < 1 ? _ ("Grouping the articles by event") : NULL,
                    self->user_data);
}

/* Per article of @known the name of its story. */
static GPtrArray *
list_ids (const SynStoryIndex *index)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < index->groups->len; i++)
    {
      guint group = g_array_index (index->groups, guint, i);

      g_ptr_array_add (ids, group != SYN_STORY_NO_GROUP ? index->ids->pdata[group] : NULL);
    }
  return ids;
}

static GPtrArray *
list_groups (const SynStoryIndex *index)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree GArray **by_number = g_new0 (GArray *, index->ids->len + 1);

  for (guint i = 0; i < index->groups->len; i++)
    {
      GArray **group = &by_number[g_array_index (index->groups, guint, i)];

      if (*group == NULL)
        g_ptr_array_add (groups, *group = g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val (*group, i);
    }
  return groups;
}

/* Takes @words. */
static SynStoryIndex *
make_index (const SynStories *self, SynStoryWords *words)
{
  SynStoryIndex *index = syn_story_index_new (words);
  guint n = syn_corpus_get_n_articles (self->corpus);

  syn_story_index_set_keys (index, self->corpus);
  g_array_append_vals (index->groups, self->story_of, n);
  g_array_append_vals (index->centrality, self->centrality, n);
  return index;
}

/* Groups all articles; the names of the stories go on where there are @old ones.
 * @index: (out) (nullable): what came to be known of them */
static gboolean
group_all (SynStories *self, const gint *days, const GPtrArray *old, SynStoryIndex **index,
           const Reporter *reporter)
{
  g_autoptr (SynStoryWords) words = syn_story_words_new (self->corpus, reporter->cancellable);
  g_autoptr (GPtrArray) groups = NULL;

  if (words == NULL)
    return FALSE;
  report (reporter, 0.6);
  groups = syn_story_groups_find (words, days, self->centrality, reporter->cancellable);
  if (groups == NULL)
    return FALSE;
  set_groups (self, groups, old);
  if (index != NULL)
    *index = make_index (self, g_steal_pointer (&words));
  return TRUE;
}

/* The names that the stories have now. */
static void
set_ids (SynStories *self, SynStoryIndex *index)
{
  guint n = syn_corpus_get_n_articles (self->corpus);

  g_array_set_size (index->groups, 0);
  g_array_append_vals (index->groups, self->story_of, n);
  g_ptr_array_set_size (index->ids, 0);
  for (guint s = 0; s < self->stories->len; s++)
    g_ptr_array_add (index->ids, g_strdup (g_array_index (self->stories, SynStory, s).id));
}

/* As they were grouped before, with what has changed since. */
static gboolean
group_further (SynStories *self, SynStoryIndex *index, const gint *days, gboolean *changed)
{
  guint n_changed = index->n_changed;
  g_autoptr (GPtrArray) groups = NULL, ids = NULL;

  if (!syn_story_index_follow (index, self->corpus, days))
    return FALSE;
  groups = list_groups (index);
  ids = list_ids (index);
  memcpy (self->centrality, index->centrality->data, index->centrality->len * sizeof (float));
  set_groups (self, groups, ids);
  *changed = index->n_changed != n_changed;
  return TRUE;
}

static gboolean
group_cached (SynStories *self, const gint *days, const SynResultCache *cache,
              const Reporter *reporter)
{
  g_autofree char *key = syn_result_cache_dup_stories_key (self->corpus);
  g_autoptr (GBytes) kept = cache->get (key, cache->data);
  g_autoptr (SynStoryIndex) index = kept != NULL ? syn_story_index_new_from_bytes (kept) : NULL;
  g_autoptr (SynStoryIndex) fresh = NULL;
  g_autoptr (GPtrArray) old = NULL;
  gboolean changed = TRUE;

  if (index != NULL && group_further (self, index, days, &changed))
    fresh = g_steal_pointer (&index);
  else
    {
      old = index != NULL ? list_ids (index) : NULL;
      if (!group_all (self, days, old, &fresh, reporter))
        return FALSE;
    }
  if (changed)
    {
      g_autoptr (GBytes) bytes = NULL;

      set_ids (self, fresh);
      bytes = syn_story_index_to_bytes (fresh);
      cache->put (key, bytes, cache->data);
    }
  return TRUE;
}

SynStories *
syn_stories_new_cached (SynCorpus *corpus,
                        const SynResultCache *cache,
                        SynProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  const Reporter reporter = { progress, user_data, cancellable };
  g_autoptr (SynStories) self = NULL;
  g_autofree gint *days = NULL;
  gboolean done;

  g_return_val_if_fail (SYN_IS_CORPUS (corpus), NULL);

  self = stories_alloc (corpus);
  days = list_days (self);
  report (&reporter, 0);
  done = cache != NULL ? group_cached (self, days, cache, &reporter)
                       : group_all (self, days, NULL, NULL, &reporter);
  if (!done)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  report (&reporter, 1);
  return g_steal_pointer (&self);
}

SynStories *
syn_stories_new (SynCorpus *corpus,
                 SynProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  return syn_stories_new_cached (corpus, NULL, progress, user_data, cancellable, error);
}

SynStories *
syn_stories_ref (SynStories *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
syn_stories_unref (SynStories *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_id);
  g_array_unref (self->stories);
  g_ptr_array_unref (self->times);
  g_free (self->story_of);
  g_free (self->centrality);
  g_object_unref (self->corpus);
  g_free (self);
}

/* Per article a mark of its story after the moves; some marks may stand for no article then. */
static guint *
follow (SynStories *self, const GArray *moves, guint *n_marks)
{
  guint n = syn_corpus_get_n_articles (self->corpus);
  guint *marks = g_memdup2 (self->story_of, (n + 1) * sizeof (guint));

  *n_marks = self->stories->len;
  for (guint i = 0; i < moves->len; i++)
    {
      const SynStoryMove *move = &g_array_index (moves, SynStoryMove, i);

      if (move->article >= n || move->with >= n)
        continue;
      marks[move->article] = move->with == move->article ? (*n_marks)++ : marks[move->with];
    }
  return marks;
}

SynStories *
syn_stories_move (SynStories *self, const GArray *moves)
{
  SynStories *moved;
  guint n, n_marks;
  g_autofree guint *marks = NULL;
  g_autofree GArray **by_mark = NULL;
  g_autoptr (GPtrArray) old = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  g_return_val_if_fail (self != NULL && moves != NULL, NULL);

  if (moves->len == 0)
    return syn_stories_ref (self);
  n = syn_corpus_get_n_articles (self->corpus);
  marks = follow (self, moves, &n_marks);
  by_mark = g_new0 (GArray *, n_marks + 1);
  moved = stories_alloc (self->corpus);
  memcpy (moved->centrality, self->centrality, n * sizeof (float));
  for (guint i = 0; i < n; i++)
    {
      GArray **group = &by_mark[marks[i]];

      if (*group == NULL)
        g_ptr_array_add (groups, *group = g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val (*group, i);
      g_ptr_array_add (old, g_array_index (self->stories, SynStory, self->story_of[i]).id);
      g_ptr_array_add (moved->times,
                       time_of (self, i) != NULL ? g_date_time_ref (time_of (self, i)) : NULL);
    }
  set_groups (moved, groups, old);
  return moved;
}

guint
syn_stories_get_n (SynStories *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stories->len;
}

const SynStory *
syn_stories_get (SynStories *self, guint story)
{
  g_return_val_if_fail (self != NULL && story < self->stories->len, NULL);

  return &g_array_index (self->stories, SynStory, story);
}

guint
syn_stories_find (SynStories *self, guint article)
{
  g_return_val_if_fail (
      self != NULL && article < syn_corpus_get_n_articles (self->corpus), 0);

  return self->story_of[article];
}

gint
syn_stories_find_place (SynStories *self, guint article, guint story)
{
  const GArray *articles;
  guint low = 0, high;

  g_return_val_if_fail (self != NULL && story < self->stories->len, -1);

  articles = syn_stories_get (self, story)->articles;
  for (high = articles->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (articles, guint, middle) < article)
        low = middle + 1;
      else
        high = middle;
    }
  return low < articles->len && g_array_index (articles, guint, low) == article ? (gint)low : -1;
}

gint
syn_stories_lookup (SynStories *self, const char *id)
{
  gpointer found;

  g_return_val_if_fail (self != NULL, -1);

  if (id == NULL || !g_hash_table_lookup_extended (self->by_id, id, NULL, &found))
    return -1;
  return GPOINTER_TO_INT (found);
}

SynCorpus *
syn_stories_get_corpus (SynStories *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->corpus;
}

SynCorpus *
syn_stories_dup_corpus (SynStories *self, guint story)
{
  const SynStory *of = syn_stories_get (self, story);
  SynCorpus *corpus;

  g_return_val_if_fail (of != NULL, NULL);

  corpus = syn_corpus_new (of->title);
  for (guint i = 0; i < of->articles->len; i++)
    syn_corpus_add_named (
        corpus, syn_corpus_get_article (self->corpus, g_array_index (of->articles, guint, i)));
  return corpus;
}
