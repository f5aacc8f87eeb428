/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-session-private.h"

#include "syn-error.h"
#include "syn-initials.h"

/* The columns: their order, which of them are shown, which one is the pivot, and the title over them.  What the reader
 * arranged is kept in the workspace and comes back with the corpus. */

typedef struct
{
  SynCorpus *corpus;
  SynArrangement *arrangement;
} Keep;

static void
keep_free (gpointer data)
{
  Keep *keep = data;

  g_object_unref (keep->corpus);
  syn_arrangement_free (keep->arrangement);
  g_free (keep);
}

static Keep *
keep_new (SynSession *self)
{
  Keep *keep = g_new0 (Keep, 1);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sources));

  keep->corpus = g_object_ref (self->corpus);
  keep->arrangement = syn_arrangement_new ();
  keep->arrangement->title = g_strdup (self->own_title);
  keep->arrangement->pivot = self->own_pivot ? (gint) self->pivot : -1;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);
      guint index = syn_source_get_index (source);

      if (self->own_order)
        g_array_append_val (keep->arrangement->order, index);
      if (!syn_source_get_visible (source))
        g_array_append_val (keep->arrangement->hidden, index);
      if (syn_source_get_place_locked (source))
        g_array_append_val (keep->arrangement->locked, index);
    }
  return keep;
}

static gboolean
keep_columns (SynWorkspace *workspace, gpointer data, GError **error)
{
  Keep *keep = data;
  g_autoptr (GError) local = NULL;

  if (syn_workspace_set_arrangement (workspace, keep->corpus, keep->arrangement, &local))
    return TRUE;
  /* A corpus that could not be kept: that was said when it was opened. */
  if (g_error_matches (local, SYN_ERROR, SYN_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syn_workspace_run_finish (SYN_WORKSPACE (object), result, &error) && self->corpus != NULL)
    syn_session_fail (self, error);
}

static gboolean
keep_cb (gpointer user_data)
{
  SynSession *self = user_data;

  self->keep_source = 0;
  syn_workspace_run_async (self->workspace, keep_columns, keep_new (self), keep_free, NULL, kept_cb,
                           g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Several columns that change at once are kept once. */
static void
queue_keep (SynSession *self)
{
  if (self->keep_source == 0 && self->corpus != NULL)
    self->keep_source = g_idle_add (keep_cb, self);
}

void
syn_session_keep_columns_now (SynSession *self)
{
  if (self->keep_source == 0)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  syn_workspace_run_async (self->workspace, keep_columns, keep_new (self), keep_free, NULL, NULL, NULL);
}

/* Without a zone everywhere, moments cannot be compared; what the articles print on themselves can. */
static gboolean
has_zone (SynArticle *article)
{
  const char *published = syn_article_get_published (article);
  const char *clock = published != NULL ? strchr (published, 'T') : NULL;

  return clock != NULL && strpbrk (clock, "Zz+-") != NULL;
}

static GDateTime *
as_printed (GDateTime *time)
{
  return g_date_time_new_utc (g_date_time_get_year (time), g_date_time_get_month (time),
                              g_date_time_get_day_of_month (time), g_date_time_get_hour (time),
                              g_date_time_get_minute (time), g_date_time_get_second (time));
}

static int
compare_by_time (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GDateTime **times = user_data;
  GDateTime *x = times[*(const guint *) a];
  GDateTime *y = times[*(const guint *) b];
  int order = 0;

  if (x != NULL && y != NULL)
    order = g_date_time_compare (x, y);
  else if (x != NULL || y != NULL)
    order = x != NULL ? -1 : 1;
  return order != 0 ? order : (int) *(const guint *) a - (int) *(const guint *) b;
}

/* Who said it first stands first; undated articles follow in the order of their paths. */
static guint *
order_by_time (SynCorpus *corpus, guint n)
{
  g_autofree GDateTime **times = g_new0 (GDateTime *, n);
  guint *order = g_new (guint, n);
  gboolean zoned = TRUE;

  for (guint i = 0; i < n; i++)
    zoned = zoned && has_zone (syn_corpus_get_article (corpus, i));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GDateTime) time
          = syn_article_dup_published_time (syn_corpus_get_article (corpus, i));

      times[i] = time == NULL ? NULL : zoned ? g_date_time_ref (time) : as_printed (time);
      order[i] = i;
    }
  g_qsort_with_data (order, (int) n, sizeof *order, compare_by_time, times);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&times[i], g_date_time_unref);
  return order;
}

static gboolean
holds (const GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;
  return FALSE;
}

/* In the order of the articles, so that columns keep theirs when they are moved. */
static void
update_names (SynSession *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_auto (GStrv) initials = NULL;

  for (guint i = 0; i < self->source_of_article->len; i++)
    {
      SynSource *source = self->source_of_article->pdata[i];
      char *name = syn_source_dup_plain_name (syn_source_get_article (source));
      guint ordinal = GPOINTER_TO_UINT (g_hash_table_lookup (seen, name)) + 1;

      g_hash_table_insert (seen, name, GUINT_TO_POINTER (ordinal));
      g_signal_handlers_block_by_func (source, update_names, self);
      syn_source_set_ordinal (source, ordinal);
      g_signal_handlers_unblock_by_func (source, update_names, self);
    }
  for (guint i = 0; i < self->source_of_article->len; i++)
    g_ptr_array_add (names, (gpointer) syn_source_get_name (self->source_of_article->pdata[i]));
  g_ptr_array_add (names, NULL);
  initials = syn_initials_list ((const char *const *) names->pdata);
  for (guint i = 0; i < self->source_of_article->len; i++)
    syn_source_set_initials (self->source_of_article->pdata[i], initials[i]);
}

static void
take_arrangement (SynSession *self, const SynArrangement *arrangement, guint n)
{
  g_free (self->own_title);
  self->own_title = arrangement != NULL ? g_strdup (arrangement->title) : NULL;
  self->own_order = arrangement != NULL && arrangement->order->len == n;
  self->own_pivot = arrangement != NULL && arrangement->pivot >= 0 && (guint) arrangement->pivot < n;
}

/* Sentences, numbers and words are read by the language: what was found before is not true of another one. */
static void
language_cb (SynSession *self, GParamSpec *pspec, SynArticle *article)
{
  for (guint i = 0; i < self->source_of_article->len; i++)
    if (syn_source_get_article (self->source_of_article->pdata[i]) == article)
      {
        syn_session_compare (self);
        return;
      }
}

/**
 * syn_session_fill_sources:
 * @arrangement: (nullable): how the reader left the corpus
 *
 * Makes the columns of the corpus that is open; none without one.
 */
void
syn_session_fill_sources (SynSession *self, const SynArrangement *arrangement)
{
  guint n = self->corpus != NULL ? syn_corpus_get_n_articles (self->corpus) : 0;
  g_autofree guint *order = order_by_time (self->corpus, n);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);

  take_arrangement (self, arrangement, n);
  self->pivot = self->own_pivot ? (guint) arrangement->pivot : n > 0 ? order[0] : 0;
  if (self->own_order)
    memcpy (order, arrangement->order->data, n * sizeof *order);
  for (guint i = 0; i < n; i++)
    {
      SynArticle *article = syn_corpus_get_article (self->corpus, order[i]);
      SynSource *source = syn_source_new (article, order[i], 1);

      syn_source_set_visible (source, order[i] == self->pivot || arrangement == NULL
                                          || !holds (arrangement->hidden, order[i]));
      syn_source_set_place_locked (source, arrangement != NULL && holds (arrangement->locked, order[i]));
      syn_source_set_pivot (source, order[i] == self->pivot);
      g_signal_connect_object (source, "notify::visible", G_CALLBACK (queue_keep), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (source, "notify::place-locked", G_CALLBACK (queue_keep), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (source, "notify::name", G_CALLBACK (update_names), self, G_CONNECT_SWAPPED);
      g_signal_handlers_disconnect_by_func (article, language_cb, self);
      g_signal_connect_object (article, "notify::language", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (sources, source);
    }
  g_ptr_array_set_size (self->source_of_article, 0);
  g_ptr_array_set_size (self->source_of_article, (gint) n);
  for (guint i = 0; i < n; i++)
    self->source_of_article->pdata[order[i]] = sources->pdata[i]; /* the store keeps it */
  update_names (self);
  g_list_store_splice (self->sources, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sources)),
                       sources->pdata, n);
}

void
syn_session_set_title (SynSession *self, const char *title)
{
  g_return_if_fail (self->corpus != NULL);

  if (g_strcmp0 (title, syn_session_get_title (self)) == 0)
    return;
  syn_corpus_set_title (self->corpus, title);
  g_free (self->own_title);
  self->own_title = g_strdup (title);
  queue_keep (self);
  g_object_notify (G_OBJECT (self), "title");
}

SynSource *
syn_session_find_source (SynSession *self, guint article)
{
  return article < self->source_of_article->len ? g_ptr_array_index (self->source_of_article, article) : NULL;
}

void
syn_session_call_source (SynSession *self, guint article)
{
  SynSource *source = syn_session_find_source (self, article);

  g_return_if_fail (source != NULL);
  syn_source_set_visible (source, TRUE);
  syn_source_set_called (source, ++self->n_calls);
}

void
syn_session_release_source (SynSession *self, guint article)
{
  SynSource *source = syn_session_find_source (self, article);

  g_return_if_fail (source != NULL);
  syn_source_set_called (source, 0);
}

void
syn_session_move_source (SynSession *self, guint from, guint to)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sources));
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer moved;

  g_return_if_fail (from < n && to < n);
  if (from == to)
    return;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sources, g_list_model_get_item (G_LIST_MODEL (self->sources), i));
  moved = g_ptr_array_steal_index (sources, from);
  g_ptr_array_insert (sources, (int) to, moved);
  self->own_order = TRUE;
  queue_keep (self);
  /* One change for the views, and only over the part that moved. */
  g_list_store_splice (self->sources, MIN (from, to), MAX (from, to) - MIN (from, to) + 1,
                       sources->pdata + MIN (from, to), MAX (from, to) - MIN (from, to) + 1);
}

guint
syn_session_get_pivot (SynSession *self)
{
  return self->pivot;
}

void
syn_session_set_pivot (SynSession *self, guint article)
{
  SynSource *source = syn_session_find_source (self, article);
  SynSource *before = syn_session_find_source (self, self->pivot);

  g_return_if_fail (source != NULL);
  if (self->pivot == article)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (before != NULL)
    syn_source_set_pivot (before, FALSE);
  syn_source_set_pivot (source, TRUE);
  syn_source_set_visible (source, TRUE);
  self->pivot = article;
  self->own_pivot = TRUE;
  queue_keep (self);
  g_object_notify (G_OBJECT (self), "pivot");
  syn_session_make_rows (self);
  syn_session_update_counts (self);
  g_object_thaw_notify (G_OBJECT (self));
}

GArray *
syn_session_list_columns (SynSession *self)
{
  GListModel *sources = syn_session_get_sources (self);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);
      guint index = syn_source_get_index (source);

      if (syn_source_get_visible (source))
        g_array_append_val (columns, index);
    }
  return columns;
}

/* Per article, 0 for the one that was published first. */
static guint *
rank_by_time (SynSession *self)
{
  guint n = self->corpus != NULL ? syn_corpus_get_n_articles (self->corpus) : 0;
  g_autofree guint *order = NULL;
  guint *ranks;

  if (n != syn_comparison_get_n_articles (self->comparison))
    return NULL;
  order = order_by_time (self->corpus, n);
  ranks = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i;
  return ranks;
}

void
syn_session_make_rows (SynSession *self)
{
  g_clear_object (&self->rows);
  if (self->comparison != NULL)
    {
      g_autofree guint *ranks = rank_by_time (self);

      self->rows = syn_rows_new_arranged (self->comparison, self->pivot, self->row_order, ranks, TRUE);
    }
  g_object_notify (G_OBJECT (self), "rows");
}

void
syn_session_set_row_order (SynSession *self, SynRowOrder order)
{
  if (self->row_order == order)
    return;
  self->row_order = order;
  syn_session_make_rows (self);
  syn_session_update_counts (self);
}
