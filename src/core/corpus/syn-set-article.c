/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-set-article.h"

#include "syn-roles.h"

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static guint
get_uint (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? MAX (json_node_get_int (node), 0) : 0;
}

/**
 * syn_set_is_annotated:
 * @root: a parsed JSON file
 *
 * Returns: whether it is an annotated set that Synoptic exported
 */
gboolean
syn_set_is_annotated (JsonNode *root)
{
  return JSON_NODE_HOLDS_OBJECT (root)
         && g_strcmp0 (get_string (json_node_get_object (root), "format"), SYN_ANNOTATED_SET_FORMAT) == 0;
}

/**
 * syn_set_article_new:
 * @object: an element of the set's "articles"
 *
 * Makes the article as it was exported: text, metadata and original bytes, so that its hash is the one that
 * verdicts hold on to.
 *
 * Returns: (transfer full) (nullable): the article; %NULL without a text
 */
SynArticle *
syn_set_article_new (JsonObject *object)
{
  static const char *const fields[] = { "title", "outlet", "byline", "published", "url", "language" };
  const char *text = get_string (object, "text");
  const char *original = get_string (object, "original");
  SynArticle *article;

  if (text == NULL || text[0] == '\0')
    return NULL;
  article = syn_article_new (get_string (object, "path"), text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_object_set (article, fields[i], get_string (object, fields[i]), NULL);
  if (original != NULL)
    {
      gsize size;
      guchar *data = g_base64_decode (original, &size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);

      syn_article_set_bytes (article, bytes, get_uint (object, "index_in_file"));
    }
  syn_roles_guess (article);
  return article;
}
