/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/syn-article-store.h"
#include "store/syn-resolve.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"

/* What an export takes along besides claims. */

typedef struct
{
  SynComparison *comparison;
  SynKept *kept;
} List;

static gboolean
list_pairs (List *self, SynDatabase *database, GError **error)
{
  g_autofree char *articles = syn_resolve_articles_to_text (self->comparison);
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_PAIR_LIST, error, "s", articles);
  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return FALSE;
  while (local == NULL && syn_query_next (query, &local))
    {
      SynPairRecord *record = syn_state_load_pair (database, syn_query_get_text (query, 0), &local);

      if (record != NULL)
        g_ptr_array_add (self->kept->pairs, record);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
name_article (SynDatabase *database, gint64 row, char **out_key, char **out_path, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_ARTICLE_NAME, error, "l", row);

  if (query == NULL || !syn_query_next (query, error))
    return FALSE;
  *out_key = syn_query_dup_text (query, 0);
  *out_path = syn_query_dup_text (query, 1);
  return TRUE;
}

/* A move, and its place among all moves. */
typedef struct
{
  gint64 position;
  SynMoveRecord *record;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;

  return (x->position > y->position) - (x->position < y->position);
}

/* Appends the move of the article in @row, if there is one. */
static gboolean
load_move (SynDatabase *database, gint64 row, GArray *moves, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_MOVE_GET, error, "l", row);
  g_autoptr (SynMoveRecord) record = NULL;
  g_autoptr (GError) local = NULL;
  Placed placed;

  if (query == NULL)
    return FALSE;
  if (!syn_query_next (query, &local))
    {
      if (local == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  record = g_new0 (SynMoveRecord, 1);
  record->annotator = syn_query_dup_text (query, 2);
  record->time = syn_query_get_int (query, 3);
  if (!name_article (database, row, &record->article_key, &record->path, error)
      || !name_article (database, syn_query_get_int (query, 0), &record->companion_key, &record->companion_path,
                        error))
    return FALSE;
  placed.position = syn_query_get_int (query, 1);
  placed.record = g_steal_pointer (&record);
  g_array_append_val (moves, placed);
  return TRUE;
}

static gboolean
list_moves (List *self, SynDatabase *database, GError **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Placed));
  gboolean done = TRUE;

  for (guint i = 0; done && i < syn_comparison_get_n_articles (self->comparison); i++)
    {
      gint64 row;

      done = syn_article_store_find (database, syn_comparison_get_article (self->comparison, i), &row, error)
             && (row == 0 || load_move (database, row, moves, error));
    }
  g_array_sort (moves, compare_placed);
  for (guint i = 0; i < moves->len; i++)
    g_ptr_array_add (self->kept->moves, g_array_index (moves, Placed, i).record);
  return done;
}

static gboolean
list_kept (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  List *list = data;
  GPtrArray *tags = syn_state_list_tags (database, error);

  if (tags == NULL)
    return FALSE;
  g_ptr_array_unref (list->kept->tags);
  list->kept->tags = tags;
  return list_pairs (list, database, error) && list_moves (list, database, error);
}

SynKept *
syn_workspace_list_kept (SynWorkspace *self, SynComparison *comparison, GError **error)
{
  g_autoptr (SynKept) kept = syn_kept_new ();
  List list = { comparison, kept };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_COMPARISON (comparison), NULL);
  if (!syn_workspace_call (self, SYN_CALL_READ, list_kept, &list, error))
    return NULL;
  return g_steal_pointer (&kept);
}
