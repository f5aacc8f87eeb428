/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-article-store.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "syn-error.h"

const char *const syn_article_fields[] = { "title", "outlet", "byline", "published", "url", "language", NULL };

char *
syn_article_store_dup_key (SynArticle *article)
{
  const guint index = syn_article_get_index_in_file (article);

  if (index == 0)
    return g_strdup (syn_article_get_sha256 (article));
  return g_strdup_printf ("%s#%u", syn_article_get_sha256 (article), index);
}

static const char *
get_path (SynArticle *article)
{
  const char *path = syn_article_get_path (article);

  return path != NULL ? path : "";
}

void
syn_article_fields_free (char **fields)
{
  if (fields == NULL)
    return;
  for (guint i = 0; i < SYN_N_ARTICLE_FIELDS; i++)
    g_free (fields[i]);
  g_free (fields);
}

void
syn_article_fields_apply (char **fields, SynArticle *article)
{
  for (guint i = 0; i < SYN_N_ARTICLE_FIELDS; i++)
    {
      g_autofree char *old = NULL;

      g_object_get (article, syn_article_fields[i], &old, NULL);
      if (g_strcmp0 (old, fields[i]) != 0)
        g_object_set (article, syn_article_fields[i], fields[i], NULL);
    }
}

/* Blocks as [[start, end, role, paragraph]…] in code points. */
static char *
blocks_to_text (SynArticle *article)
{
  g_autoptr (GString) text = g_string_new ("[");
  guint n;
  const SynBlock *blocks = syn_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s[%u,%u,%u,%u]", i > 0 ? "," : "",
                            syn_article_offset_to_chars (article, blocks[i].span.start),
                            syn_article_offset_to_chars (article, blocks[i].span.end),
                            (guint) blocks[i].role, blocks[i].paragraph);
  g_string_append_c (text, ']');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
blocks_from_text (SynArticle *article, const char *text, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (text, error);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (SynBlock));
  JsonArray *array;

  if (node == NULL)
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonArray *one = json_array_get_array_element (array, i);
      SynBlock block;

      block.span.start
          = syn_article_chars_to_offset (article, (guint32) json_array_get_int_element (one, 0));
      block.span.end = syn_article_chars_to_offset (article, (guint32) json_array_get_int_element (one, 1));
      block.role = (SynRole) json_array_get_int_element (one, 2);
      block.paragraph = (guint32) json_array_get_int_element (one, 3);
      g_array_append_val (blocks, block);
    }
  syn_article_set_blocks (article, (const SynBlock *) (void *) blocks->data, blocks->len);
  return TRUE;
}

static gboolean
find (SynDatabase *database, const char *key, const char *path, gint64 *out_id, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_ARTICLE_FIND, error, "ss", key, path);

  *out_id = 0;
  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    *out_id = syn_query_get_int (query, 0);
  return syn_query_end (query, error);
}

static gboolean
insert (SynDatabase *database, SynArticle *article, const char *key, gint64 *out_id, GError **error)
{
  GBytes *bytes = syn_article_get_bytes (article);
  const char *sha256 = syn_article_get_sha256 (article);
  g_autofree char *blocks = blocks_to_text (article);

  if (bytes != NULL && !syn_database_run (database, SYN_SQL_BLOB_PUT, error, "sb", sha256, bytes))
    return FALSE;
  if (!syn_database_run (database, SYN_SQL_ARTICLE_INSERT, error, "sssissssl", key, get_path (article), sha256,
                         (int) syn_article_get_index_in_file (article), bytes != NULL ? sha256 : NULL,
                         syn_article_get_encoding (article), syn_article_get_text (article), blocks,
                         g_get_real_time () / G_USEC_PER_SEC))
    return FALSE;
  *out_id = syn_database_last_id (database);
  return TRUE;
}

static gboolean
update_fields (SynDatabase *database, SynArticle *article, gint64 id, GError **error)
{
  return syn_database_run (database, SYN_SQL_ARTICLE_UPDATE, error, "lssssss", id,
                           syn_article_get_title (article), syn_article_get_outlet (article),
                           syn_article_get_byline (article), syn_article_get_published (article),
                           syn_article_get_url (article), syn_article_get_language (article));
}

/* The words to search in are those of the article as it was read last. */
static gboolean
update_known (SynDatabase *database, SynArticle *article, gint64 id, GError **error)
{
  gboolean forgotten;

  if (!syn_database_run (database, SYN_SQL_WORDS_FORGET, error, "ls", id, syn_article_get_title (article)))
    return FALSE;
  forgotten = syn_database_n_changed (database) > 0;
  return update_fields (database, article, id, error)
         && (!forgotten || syn_database_run (database, SYN_SQL_WORDS_ADD, error, "l", id));
}

gboolean
syn_article_store_find (SynDatabase *database, SynArticle *article, gint64 *out_id, GError **error)
{
  g_autofree char *key = syn_article_store_dup_key (article);

  return find (database, key, get_path (article), out_id, error);
}

gboolean
syn_article_store_put (SynDatabase *database, SynArticle *article, gint64 *out_id, GError **error)
{
  g_autofree char *key = syn_article_store_dup_key (article);

  if (!find (database, key, get_path (article), out_id, error))
    return FALSE;
  if (*out_id != 0)
    return TRUE;
  return insert (database, article, key, out_id, error) && update_fields (database, article, *out_id, error)
         && syn_database_run (database, SYN_SQL_WORDS_ADD, error, "l", *out_id);
}

static gboolean
find_corpus (SynDatabase *database, const char *uris, const char *title, gint64 *out_id, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_CORPUS_FIND, error, "ss", uris, title);

  *out_id = 0;
  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, NULL))
    *out_id = syn_query_get_int (query, 0);
  return syn_query_end (query, error);
}

static char *
uris_to_text (SynCorpus *corpus)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  const char *const *uris = syn_corpus_get_uris (corpus);

  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    json_array_add_string_element (array, uris[i]);
  json_node_take_array (node, array);
  return json_to_string (node, FALSE);
}

static void
uris_from_text (SynCorpus *corpus, const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (uris, json_array_get_string_element (array, i));
  strings = g_strv_builder_end (uris);
  syn_corpus_set_uris (corpus, (const char *const *) strings);
}

gboolean
syn_article_store_find_corpus (SynDatabase *database, SynCorpus *corpus, gint64 *out_id, GError **error)
{
  g_autofree char *uris = uris_to_text (corpus);

  return find_corpus (database, uris, syn_corpus_get_title (corpus), out_id, error);
}

static gboolean
put_row (SynDatabase *database, SynCorpus *corpus, gint64 *out_id, GError **error)
{
  const gint64 time = g_get_real_time () / G_USEC_PER_SEC;
  const char *title = syn_corpus_get_title (corpus);
  g_autofree char *uris = uris_to_text (corpus);

  if (!find_corpus (database, uris, title, out_id, error))
    return FALSE;
  if (*out_id != 0)
    return syn_database_run (database, SYN_SQL_CORPUS_UPDATE, error, "lsl", *out_id, title, time);
  if (!syn_database_run (database, SYN_SQL_CORPUS_INSERT, error, "ssl", title, uris, time))
    return FALSE;
  *out_id = syn_database_last_id (database);
  return TRUE;
}

gboolean
syn_article_store_keep_part (SynDatabase *database, SynCorpus *part, GError **error)
{
  gint64 id;

  if (!put_row (database, part, &id, error) || !syn_database_run (database, SYN_SQL_CORPUS_CLEAR, error, "l", id))
    return FALSE;
  for (guint i = 0; i < syn_corpus_get_n_articles (part); i++)
    {
      gint64 row;

      if (!syn_article_store_find (database, syn_corpus_get_article (part, i), &row, error)
          || (row != 0 && !syn_database_run (database, SYN_SQL_CORPUS_ADD, error, "lli", id, row, (int) i)))
        return FALSE;
    }
  return TRUE;
}

gboolean
syn_article_store_put_corpus (SynDatabase *database, SynCorpus *corpus, gboolean current, GError **error)
{
  gint64 id;

  if (!put_row (database, corpus, &id, error))
    return FALSE;
  if (!syn_database_run (database, SYN_SQL_CORPUS_CLEAR, error, "l", id))
    return FALSE;
  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    {
      SynArticle *article = syn_corpus_get_article (corpus, i);
      gint64 row;

      if (!syn_article_store_put (database, article, &row, error)
          || !update_known (database, article, row, error)
          || !syn_database_run (database, SYN_SQL_CORPUS_ADD, error, "lli", id, row, (int) i))
        return FALSE;
    }
  return !current || syn_database_run (database, SYN_SQL_POINTER_SET, error, "sl", "corpus", id);
}

static SynArticle *
article_from_row (SynQuery *query, GError **error)
{
  g_autoptr (SynArticle) article
      = syn_article_new (syn_query_get_text (query, 1), syn_query_get_text (query, 2), -1);
  g_autoptr (GBytes) bytes = syn_query_dup_bytes (query, 7);

  if (bytes != NULL)
    syn_article_set_bytes (article, bytes, (guint) syn_query_get_int (query, 4));
  syn_article_set_encoding (article, syn_query_get_text (query, 5));
  if (!blocks_from_text (article, syn_query_get_text (query, 6), error))
    return NULL;
  return g_steal_pointer (&article);
}

SynCorpus *
syn_article_store_load_corpus (SynDatabase *database, GError **error)
{
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (SynQuery) current = syn_database_query (database, SYN_SQL_CORPUS_CURRENT, error, "");
  g_autoptr (SynQuery) rows = NULL;
  g_autoptr (GError) local = NULL;

  if (current == NULL)
    return NULL;
  if (!syn_query_next (current, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND, _ ("“%s” holds no corpus yet"),
                     syn_database_get_path (database));
      return NULL;
    }
  corpus = syn_corpus_new (syn_query_get_text (current, 1));
  uris_from_text (corpus, syn_query_get_text (current, 2));
  rows = syn_database_query (database, SYN_SQL_CORPUS_ARTICLES, error, "l", syn_query_get_int (current, 0));
  if (rows == NULL)
    return NULL;
  while (syn_query_next (rows, &local))
    {
      g_autoptr (SynArticle) article = article_from_row (rows, error);
      char **fields = NULL;

      if (article == NULL)
        return NULL;
      fields = syn_article_store_load_fields (database, article, &local);
      if (fields != NULL)
        syn_article_fields_apply (fields, article);
      syn_article_fields_free (fields);
      if (local != NULL)
        break;
      syn_corpus_add (corpus, article);
    }
  if (local == NULL)
    return g_steal_pointer (&corpus);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

char **
syn_article_store_load_fields (SynDatabase *database, SynArticle *article, GError **error)
{
  g_autofree char *key = syn_article_store_dup_key (article);
  g_autoptr (SynQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  char **fields = NULL;
  gint64 id;

  if (!find (database, key, get_path (article), &id, error) || id == 0)
    return NULL;
  query = syn_database_query (database, SYN_SQL_EDIT_LIST, error, "l", id);
  if (query == NULL)
    return NULL;
  while (syn_query_next (query, &local))
    {
      const char *edited = syn_query_get_text (query, 6);

      if (fields == NULL)
        {
          fields = g_new0 (char *, SYN_N_ARTICLE_FIELDS + 1);
          for (int i = 0; i < SYN_N_ARTICLE_FIELDS; i++)
            fields[i] = syn_query_dup_text (query, i);
        }
      for (int i = 0; edited != NULL && i < SYN_N_ARTICLE_FIELDS; i++)
        if (g_str_equal (edited, syn_article_fields[i]))
          {
            g_free (fields[i]);
            fields[i] = syn_query_dup_text (query, 7);
          }
    }
  if (local == NULL)
    return fields;
  syn_article_fields_free (fields);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
