/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/syn-article-store.h"
#include "store/syn-workspace-private.h"
#include "syn-error.h"

/* What the column “hidden” of the table says of a column of the window; written down, so never to be changed. */
#define FLAG_HIDDEN 1
#define FLAG_LOCKED 2

/* Place and flags as the table has them: one per article. */
typedef struct
{
  guint index;
  gint64 place; /* -1: none */
  gint flags;
} Place;

typedef struct
{
  SynCorpus *corpus;
  const SynArrangement *set;
  SynArrangement *get;
} Job;

SynArrangement *
syn_arrangement_new (void)
{
  SynArrangement *self = g_new0 (SynArrangement, 1);

  self->pivot = -1;
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (guint));
  self->locked = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
syn_arrangement_free (SynArrangement *self)
{
  g_free (self->title);
  g_array_unref (self->order);
  g_array_unref (self->hidden);
  g_array_unref (self->locked);
  g_free (self);
}

static gint
find_index (const GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return (gint) i;
  return -1;
}

static gint
get_flags (const SynArrangement *arrangement, guint index)
{
  return (find_index (arrangement->hidden, index) >= 0 ? FLAG_HIDDEN : 0)
         | (find_index (arrangement->locked, index) >= 0 ? FLAG_LOCKED : 0);
}

static gboolean
set_arrangement (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  const Job *job = data;
  gint64 corpus, pivot = 0;

  if (!syn_article_store_find_corpus (database, job->corpus, &corpus, error))
    return FALSE;
  if (corpus == 0)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND, _ ("“%s” does not hold this corpus"),
                   syn_database_get_path (database));
      return FALSE;
    }
  for (guint i = 0; i < syn_corpus_get_n_articles (job->corpus); i++)
    {
      gint64 article;

      if (!syn_article_store_find (database, syn_corpus_get_article (job->corpus, i), &article, error)
          || !syn_database_run (database, SYN_SQL_CORPUS_ARRANGE_ARTICLE, error, "llii", corpus, article,
                                find_index (job->set->order, i), get_flags (job->set, i)))
        return FALSE;
      if ((gint) i == job->set->pivot)
        pivot = article;
    }
  return syn_database_run (database, SYN_SQL_CORPUS_ARRANGE, error, "lsl", corpus, job->set->title, pivot);
}

gboolean
syn_workspace_set_arrangement (SynWorkspace *self, SynCorpus *corpus, const SynArrangement *arrangement,
                               GError **error)
{
  Job job = { .corpus = corpus, .set = arrangement };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_CORPUS (corpus), FALSE);
  g_return_val_if_fail (arrangement != NULL, FALSE);
  return syn_workspace_call (self, SYN_CALL_WRITE, set_arrangement, &job, error);
}

static Place *
place_new (SynQuery *query)
{
  Place *place = g_new0 (Place, 1);

  place->place = syn_query_is_null (query, 2) ? -1 : syn_query_get_int (query, 2);
  place->flags = syn_query_is_null (query, 3) ? 0 : (gint) syn_query_get_int (query, 3);
  return place;
}

/* An article that changed since is another one for the workspace; to the reader it is the same column. */
static gboolean
load_places (SynDatabase *database, gint64 corpus, GHashTable *by_id, GHashTable *by_path, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_CORPUS_PLACES, error, "l", corpus);

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      const gint64 id = syn_query_get_int (query, 0);

      if (syn_query_is_null (query, 3))
        continue;
      g_hash_table_replace (by_id, g_memdup2 (&id, sizeof id), place_new (query));
      g_hash_table_replace (by_path, syn_query_dup_text (query, 1), place_new (query));
    }
  return syn_query_end (query, error);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if ((x->place < 0) != (y->place < 0))
    return x->place < 0 ? 1 : -1;
  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return (int) x->index - (int) y->index;
}

static gboolean
load_columns (SynDatabase *database, const Job *job, gint64 corpus, gint64 pivot, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  gboolean ordered = FALSE;

  if (!load_places (database, corpus, by_id, by_path, error))
    return FALSE;
  for (guint i = 0; i < syn_corpus_get_n_articles (job->corpus); i++)
    {
      SynArticle *article = syn_corpus_get_article (job->corpus, i);
      g_autofree char *path = g_strdup_printf ("%s#%u", syn_article_get_path (article),
                                               syn_article_get_index_in_file (article));
      Place place = { .index = i, .place = -1 };
      const Place *found;
      gint64 id;

      if (!syn_article_store_find (database, article, &id, error))
        return FALSE;
      found = g_hash_table_lookup (by_id, &id);
      if (found == NULL)
        found = g_hash_table_lookup (by_path, path);
      if (found != NULL)
        place = (Place){ i, found->place, found->flags };
      ordered = ordered || place.place >= 0;
      g_array_append_val (places, place);
      if ((place.flags & FLAG_HIDDEN) != 0)
        g_array_append_val (job->get->hidden, i);
      if ((place.flags & FLAG_LOCKED) != 0)
        g_array_append_val (job->get->locked, i);
      if (id != 0 && id == pivot)
        job->get->pivot = (gint) i;
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; ordered && i < places->len; i++)
    g_array_append_val (job->get->order, g_array_index (places, Place, i).index);
  return TRUE;
}

static gboolean
load_arrangement (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (SynQuery) query = NULL;
  gint64 corpus, pivot;

  if (!syn_article_store_find_corpus (database, job->corpus, &corpus, error))
    return FALSE;
  query = syn_database_query (database, SYN_SQL_CORPUS_ARRANGEMENT, error, "l", corpus);
  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    {
      job->get->title = syn_query_dup_text (query, 0);
      pivot = syn_query_get_int (query, 1);
      return load_columns (database, job, corpus, pivot, error);
    }
  return syn_query_end (query, error);
}

SynArrangement *
syn_workspace_dup_arrangement (SynWorkspace *self, SynCorpus *corpus, GError **error)
{
  g_autoptr (SynArrangement) arrangement = syn_arrangement_new ();
  Job job = { .corpus = corpus, .get = arrangement };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_CORPUS (corpus), NULL);
  if (!syn_workspace_call (self, SYN_CALL_READ, load_arrangement, &job, error))
    return NULL;
  return g_steal_pointer (&arrangement);
}
