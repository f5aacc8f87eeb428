/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-session-stories.h"

#include "compare/syn-result-cache.h"
#include "syn-session-verb.h"
#include "syn-story-item.h"

/* A corpus of several events: the views get the articles of one story at a time, as if there were no others. */

/* Counting others while the reader reads is a courtesy: not of stories that would take the processor for long, and not
 * of more than anybody looks through. */
#define MOST_COUNTED_ARTICLES 40
#define MOST_COUNTED_STORIES 200

SynGrouping *
syn_grouping_new (SynWorkspace *workspace, SynCorpus *whole, SynProgressFunc progress, gpointer user_data)
{
  SynGrouping *self = g_new0 (SynGrouping, 1);
  const SynResultCache cache = syn_workspace_get_result_cache (workspace);
  g_autoptr (GError) error = NULL;

  self->whole = g_object_ref (whole);
  self->grouped = syn_stories_new_cached (whole, &cache, progress, user_data, NULL, NULL);
  /* Without a workspace that can be read the articles stand where the program puts them. */
  self->moves = syn_workspace_list_moves (workspace, whole, &error);
  if (self->moves == NULL)
    self->moves = g_array_new (FALSE, FALSE, sizeof (SynStoryMove));
  self->stories = syn_stories_move (self->grouped, self->moves);
  return self;
}

void
syn_grouping_free (SynGrouping *self)
{
  g_object_unref (self->whole);
  syn_stories_unref (self->grouped);
  syn_stories_unref (self->stories);
  g_array_unref (self->moves);
  g_free (self);
}

SynGrouping *
syn_grouping_copy (const SynGrouping *self)
{
  SynGrouping *copy = g_new0 (SynGrouping, 1);

  copy->whole = g_object_ref (self->whole);
  copy->grouped = syn_stories_ref (self->grouped);
  copy->moves = g_array_ref (self->moves);
  copy->stories = syn_stories_ref (self->stories);
  return copy;
}

static SynGrouping *
regroup (const SynGrouping *self, GArray *moves)
{
  SynGrouping *copy = syn_grouping_copy (self);

  g_array_unref (copy->moves);
  copy->moves = g_array_ref (moves);
  syn_stories_unref (copy->stories);
  copy->stories = syn_stories_move (copy->grouped, moves);
  return copy;
}

SynCorpus *
syn_grouping_dup_story (SynGrouping *self, SynWorkspace *workspace, guint story, SynArrangement **out_arrangement)
{
  SynCorpus *corpus;

  if (syn_stories_get_n (self->stories) < 2)
    {
      *out_arrangement = syn_workspace_dup_arrangement (workspace, self->whole, NULL);
      return g_object_ref (self->whole);
    }
  corpus = syn_stories_dup_corpus (self->stories, story);
  *out_arrangement = NULL;
  /* What cannot be kept was said when the corpus was; reading goes on. */
  if (syn_workspace_keep_story (workspace, corpus, syn_stories_get (self->stories, story)->id, NULL))
    *out_arrangement = syn_workspace_dup_arrangement (workspace, corpus, NULL);
  if (*out_arrangement != NULL && (*out_arrangement)->title != NULL)
    syn_corpus_set_title (corpus, (*out_arrangement)->title);
  return corpus;
}

static void
fill_items (SynSession *self)
{
  guint n = self->grouping != NULL ? syn_stories_get_n (self->grouping->stories) : 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->stories));

  for (guint i = 0; i < n_before; i++)
    {
      SynStoryItem *item = g_list_model_get_item (G_LIST_MODEL (self->stories), i);

      g_hash_table_insert (known, (gpointer) syn_story_item_get_id (item), item);
    }
  for (guint i = 0; n > 1 && i < n; i++)
    {
      SynStoryItem *item = syn_story_item_new (syn_stories_get (self->grouping->stories, i));
      SynStoryItem *before = g_hash_table_lookup (known, syn_story_item_get_id (item));

      if (before != NULL && syn_story_item_get_n_articles (before) == syn_story_item_get_n_articles (item))
        syn_story_item_set_counts (item, syn_story_item_get_n_conflicts (before), syn_story_item_get_n_open (before));
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->stories, 0, n_before, items->pdata, items->len);
}

static void
set_story (SynSession *self, gint story)
{
  if (self->story == story)
    return;
  self->story = story;
  g_object_notify (G_OBJECT (self), "story");
}

void
syn_session_take_story (SynSession *self, guint story)
{
  set_story (self, g_list_model_get_n_items (G_LIST_MODEL (self->stories)) > 0 ? (gint) story : -1);
}

void
syn_session_take_grouping (SynSession *self, SynGrouping *grouping, guint story)
{
  syn_session_stop_counting (self);
  g_clear_pointer (&self->grouping, syn_grouping_free);
  self->grouping = grouping;
  fill_items (self);
  syn_session_take_story (self, story);
}

static gboolean
same_moves (const GArray *a, const GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (SynStoryMove)) == 0;
}

static gboolean
same_articles (SynCorpus *a, SynCorpus *b)
{
  guint n = syn_corpus_get_n_articles (a);

  if (n != syn_corpus_get_n_articles (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (syn_corpus_get_article (a, i) != syn_corpus_get_article (b, i))
      return FALSE;
  return TRUE;
}

/* The story that most of the articles the reader has open are in now. */
static guint
find_open (SynSession *self)
{
  guint n = syn_corpus_get_n_articles (self->grouping->whole), best = 0;
  g_autofree guint *votes = g_new0 (guint, syn_stories_get_n (self->grouping->stories) + 1);

  for (guint i = 0, k = 0; i < n && k < syn_corpus_get_n_articles (self->corpus); i++)
    if (syn_corpus_get_article (self->grouping->whole, i) == syn_corpus_get_article (self->corpus, k))
      {
        guint story = syn_stories_find (self->grouping->stories, i);

        k++;
        if (++votes[story] > votes[best])
          best = story;
      }
  return best;
}

void
syn_session_take_moves (SynSession *self, SynCorpus *whole, GArray *moves)
{
  g_autoptr (SynCorpus) now = NULL;
  guint story;

  if (self->grouping == NULL || self->grouping->whole != whole || same_moves (self->grouping->moves, moves))
    return;
  syn_session_take_grouping (self, regroup (self->grouping, moves), 0);
  story = find_open (self);
  now = syn_stories_get_n (self->grouping->stories) > 1 ? syn_stories_dup_corpus (self->grouping->stories, story)
                                                        : g_object_ref (whole);
  if (same_articles (now, self->corpus))
    {
      syn_session_take_story (self, story);
      syn_session_update_story (self);
    }
  else
    syn_session_open_story (self, story);
}

GListModel *
syn_session_get_stories (SynSession *self)
{
  return G_LIST_MODEL (self->stories);
}

gint
syn_session_get_story (SynSession *self)
{
  return self->story;
}

SynCorpus *
syn_session_get_whole (SynSession *self)
{
  return self->grouping != NULL ? self->grouping->whole : self->corpus;
}

/* How many conflicts are headed in the rows, as everywhere in the window, and how many claims the reader has not ruled
 * on. */
static void
count (SynComparison *comparison, SynRows *rows, GPtrArray *records, gint *n_conflicts, gint *n_open)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  *n_conflicts = *n_open = 0;
  for (guint row = 0; row < syn_rows_get_n_rows (rows); row++)
    *n_conflicts += syn_rows_get_row (rows, row)->conflict >= 0;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (by_id, ((SynClaimRecord *) records->pdata[i])->id, records->pdata[i]);
  for (guint i = 0; i < n; i++)
    *n_open += syn_claim_record_is_open (claims[i].id != NULL ? g_hash_table_lookup (by_id, claims[i].id) : NULL);
}

typedef struct
{
  SynWorkspace *workspace;
  SynCorpus *corpus;
  SynStoryItem *item;
  gint n_conflicts, n_open;
} Counting;

static void
counting_free (gpointer data)
{
  Counting *counting = data;

  g_object_unref (counting->workspace);
  g_object_unref (counting->corpus);
  g_object_unref (counting->item);
  g_free (counting);
}

static void
count_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Counting *counting = data;
  SynResultCache cache = syn_workspace_get_result_cache (counting->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynComparison) fresh = syn_comparison_new_story_cached (
      counting->corpus, 0, SYN_COMPARE_DEFAULT, &cache, NULL, NULL, cancellable, &error);
  g_autoptr (SynResolved) resolved
      = fresh != NULL ? syn_resolved_new (counting->workspace, fresh, &error) : NULL;

  if (resolved != NULL)
    {
      g_autoptr (SynRows) rows = syn_rows_new (resolved->comparison, 0);

      count (resolved->comparison, rows, resolved->records, &counting->n_conflicts, &counting->n_open);
    }
  g_task_return_boolean (task, resolved != NULL);
}

static void count_next (SynSession *self);

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SynSession *self = SYN_SESSION (object);
  Counting *counting = g_task_get_task_data (G_TASK (result));

  if (self->counting == NULL || g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;
  g_clear_object (&self->counting);
  /* One that fails will say so when it is opened. */
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    {
      syn_story_item_set_counts (counting->item, counting->n_conflicts, counting->n_open);
      count_next (self);
    }
}

static gboolean
is_to_count (SynStoryItem *item)
{
  return syn_story_item_get_n_conflicts (item) < 0 && syn_story_item_get_n_articles (item) > 1
         && syn_story_item_get_n_articles (item) <= MOST_COUNTED_ARTICLES;
}

/* One after another, so that what the reader asks for never waits for more than one. */
static void
count_next (SynSession *self)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->stories)), MOST_COUNTED_STORIES);

  if (self->counting != NULL || self->busy)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SynStoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->stories), i);
      g_autoptr (GTask) task = NULL;
      Counting *counting;

      if ((gint) i == self->story || !is_to_count (item))
        continue;
      counting = g_new0 (Counting, 1);
      counting->workspace = g_object_ref (self->workspace);
      counting->corpus = syn_stories_dup_corpus (self->grouping->stories, i);
      counting->item = g_object_ref (item);
      self->counting = g_cancellable_new ();
      task = g_task_new (self, self->counting, counted_cb, NULL);
      g_task_set_source_tag (task, count_next);
      g_task_set_check_cancellable (task, FALSE);
      g_task_set_task_data (task, counting, counting_free);
      g_task_run_in_thread (task, count_thread);
      return;
    }
}

void
syn_session_update_story (SynSession *self)
{
  g_autoptr (SynStoryItem) item
      = self->story >= 0 ? g_list_model_get_item (G_LIST_MODEL (self->stories), (guint) self->story) : NULL;
  gint n_conflicts, n_open;

  if (item == NULL || self->comparison == NULL || self->rows == NULL)
    return;
  count (self->comparison, self->rows, self->records, &n_conflicts, &n_open);
  syn_story_item_set_counts (item, n_conflicts, n_open);
  count_next (self);
}

void
syn_session_stop_counting (SynSession *self)
{
  if (self->counting == NULL)
    return;
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

typedef struct
{
  SynGrouping *grouping; /* as it was when the words were typed */
  char *words;
  guint *n_hits; /* per story */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  syn_grouping_free (search->grouping);
  g_free (search->words);
  g_free (search->n_hits);
  g_free (search);
}

static gboolean
search (SynWorkspace *workspace, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (GArray) found = syn_workspace_search (workspace, search->grouping->whole, search->words, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    search->n_hits[syn_stories_find (search->grouping->stories, g_array_index (found, guint, i))]++;
  return TRUE;
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SynSession *self = g_task_get_source_object (task);
  const Search *search = syn_workspace_run_get_data (result);
  GError *error = NULL;

  if (!syn_workspace_run_finish (SYN_WORKSPACE (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* Of other stories than those listed now the answer is worth nothing. */
  if (self->grouping != NULL && self->grouping->stories == search->grouping->stories)
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->stories)); i++)
      {
        g_autoptr (SynStoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->stories), i);

        syn_story_item_set_n_hits (item, search->n_hits[i]);
      }
  g_task_return_boolean (task, TRUE);
}

void
syn_session_search_stories (SynSession *self, const char *words, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Search *data;

  g_task_set_source_tag (task, syn_session_search_stories);
  if (self->grouping == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  data = g_new0 (Search, 1);
  data->grouping = syn_grouping_copy (self->grouping);
  data->words = g_strdup (words);
  data->n_hits = g_new0 (guint, syn_stories_get_n (data->grouping->stories) + 1);
  syn_workspace_run_async (self->workspace, search, data, search_free, cancellable, searched_cb, task);
}

gboolean
syn_session_search_stories_finish (SynSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
run_move (SynVerb *verb, GError **error)
{
  return syn_workspace_move_article (verb->workspace, verb->moved, verb->companion, error);
}

void
syn_session_move_article (SynSession *self, SynArticle *article, gint story, const char *label)
{
  SynVerb *verb;
  const SynStory *to = NULL;

  g_return_if_fail (SYN_IS_ARTICLE (article));

  if (self->grouping == NULL || story >= (gint) syn_stories_get_n (self->grouping->stories))
    return;
  if (story >= 0)
    to = syn_stories_get (self->grouping->stories, (guint) story);
  verb = syn_verb_new (self, run_move, label);
  verb->moved = g_object_ref (article);
  verb->companion = g_object_ref (
      to != NULL ? syn_corpus_get_article (self->grouping->whole, g_array_index (to->articles, guint, 0)) : article);
  /* It is there already. */
  if (to != NULL && verb->companion == article && to->articles->len > 1)
    g_set_object (&verb->companion,
                  syn_corpus_get_article (self->grouping->whole, g_array_index (to->articles, guint, 1)));
  syn_verb_push (self, verb);
}
