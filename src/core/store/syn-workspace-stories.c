/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/syn-article-store.h"
#include "store/syn-journal.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"

/* Which story an article belongs to, and which articles hold given words. */

typedef struct
{
  SynArticle *article, *companion;
} Move;

static JsonObject *
move_to_json (SynDatabase *database, gint64 companion, const char *annotator, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_MOVE_LAST, error, "");
  JsonObject *state;

  if (query == NULL || !syn_query_next (query, error))
    return NULL;
  state = json_object_new ();
  json_object_set_int_member (state, "companion", companion);
  json_object_set_int_member (state, "position", syn_query_get_int (query, 0) + 1);
  if (annotator != NULL)
    json_object_set_string_member (state, "annotator", annotator);
  json_object_set_int_member (state, "time", g_get_real_time () / G_USEC_PER_SEC);
  return state;
}

static gboolean
move_article (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  const Move *move = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (self);
  g_autofree char *source = syn_article_dup_source_name (move->article);
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (JsonObject) state = NULL;
  g_autofree char *id = NULL;
  gint64 article, companion;

  if (!syn_article_store_put (database, move->article, &article, error))
    return FALSE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, article);
  if (move->companion != NULL)
    {
      if (!syn_article_store_put (database, move->companion, &companion, error))
        return FALSE;
      state = move_to_json (database, companion, annotator, error);
      if (state == NULL)
        return FALSE;
    }
  return syn_journal_change (journal, SYN_STATE_MOVE, id, state, error)
         && (!syn_journal_has_changes (journal)
             || syn_journal_write (journal, annotator, "move", NULL, source, error));
}

gboolean
syn_workspace_move_article (SynWorkspace *self, SynArticle *article, SynArticle *companion, GError **error)
{
  Move move = { article, companion };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (companion == NULL || SYN_IS_ARTICLE (companion), FALSE);
  return syn_workspace_call (self, SYN_CALL_WRITE, move_article, &move, error);
}

static gboolean
keep_story (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  return syn_article_store_keep_part (database, data, error);
}

gboolean
syn_workspace_keep_story (SynWorkspace *self, SynCorpus *story, const char *id, GError **error)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_CORPUS (story) && id != NULL, FALSE);
  uri = g_strdup_printf ("synoptic-story:%s", id);
  syn_corpus_set_uris (story, (const char *const[]){ uri, NULL });
  return syn_workspace_call (self, SYN_CALL_WRITE, keep_story, story, error);
}

typedef struct
{
  SynCorpus *corpus;
  const char *words;
  GArray *found;
} Find;

static gboolean
list_moves (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  Find *find = data;
  const guint n = syn_corpus_get_n_articles (find->corpus);
  g_autoptr (SynQuery) query = NULL;
  gint64 corpus;

  if (!syn_article_store_find_corpus (database, find->corpus, &corpus, error))
    return FALSE;
  query = syn_database_query (database, SYN_SQL_MOVE_LIST, error, "l", corpus);
  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      SynStoryMove move = { (guint) syn_query_get_int (query, 0), (guint) syn_query_get_int (query, 1) };

      if (move.article < n && move.with < n)
        g_array_append_val (find->found, move);
    }
  return syn_query_end (query, error);
}

GArray *
syn_workspace_list_moves (SynWorkspace *self, SynCorpus *corpus, GError **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (SynStoryMove));
  Find find = { corpus, NULL, moves };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_CORPUS (corpus), NULL);
  if (!syn_workspace_call (self, SYN_CALL_READ, list_moves, &find, error))
    return NULL;
  return g_steal_pointer (&moves);
}

SynStories *
syn_workspace_group (SynWorkspace *self, SynCorpus *corpus, GCancellable *cancellable, GError **error)
{
  const SynResultCache cache = syn_workspace_get_result_cache (self);
  g_autoptr (GArray) moves = syn_workspace_list_moves (self, corpus, error);
  g_autoptr (SynStories) stories
      = moves != NULL ? syn_stories_new_cached (corpus, &cache, NULL, NULL, cancellable, error) : NULL;

  return stories != NULL ? syn_stories_move (stories, moves) : NULL;
}

/* Each word in quotation marks, so that nothing of what was typed is an operator of the search; all of them, in any
 * order.  NULL when there is no word. */
static char *
dup_expression (const char *words)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = words; *p != '\0';)
    {
      const char *end = p;

      while (*end != '\0' && (g_unichar_isalnum (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end))))
        end = g_utf8_next_char (end);
      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      g_string_append_printf (out, "%s\"%.*s\"", out->len > 0 ? " " : "", (int) (end - p), p);
      p = end;
      /* What is still being typed may go on. */
      if (*p == '\0')
        g_string_append_c (out, '*');
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static void
add_found (Find *self, guint index)
{
  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, guint, i) == index)
      return;
  if (index < syn_corpus_get_n_articles (self->corpus))
    g_array_append_val (self->found, index);
}

/* The words to search in are those that were read; the few titles that the reader gave are looked at one by one. */
static gboolean
search_edited (Find *self, SynDatabase *database, gint64 corpus, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_SEARCH_EDITED, error, "l", corpus);

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    if (g_str_match_string (self->words, syn_query_get_text (query, 1), TRUE))
      add_found (self, (guint) syn_query_get_int (query, 0));
  return syn_query_end (query, error);
}

static gboolean
search (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  Find *find = data;
  const guint n = syn_corpus_get_n_articles (find->corpus);
  g_autofree char *expression = dup_expression (find->words);
  g_autoptr (SynQuery) query = NULL;
  gint64 corpus;

  if (expression == NULL)
    return TRUE;
  if (!syn_article_store_find_corpus (database, find->corpus, &corpus, error))
    return FALSE;
  query = syn_database_query (database, SYN_SQL_SEARCH, error, "ls", corpus, expression);
  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      const guint index = (guint) syn_query_get_int (query, 0);

      if (index < n)
        g_array_append_val (find->found, index);
    }
  return syn_query_end (query, error) && search_edited (find, database, corpus, error);
}

GArray *
syn_workspace_search (SynWorkspace *self, SynCorpus *corpus, const char *words, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Find find = { corpus, words, found };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self) && SYN_IS_CORPUS (corpus) && words != NULL, NULL);
  if (!syn_workspace_call (self, SYN_CALL_READ, search, &find, error))
    return NULL;
  return g_steal_pointer (&found);
}
