/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-decode.h"
#include "syn-error.h"
#include "syn-fields.h"
#include "syn-set-article.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The report names so many lines or entries; of the others it says how many. */
#define MAX_NAMED 5

typedef struct
{
  SynImport *import;
  const char *encoding;
  gboolean annotated; /* an exported set */
  guint n_entries;
  guint n_repaired;
  GArray *without_text; /* numbers of entries, from 1 */
  GArray *bad_lines;    /* numbers of lines, from 1 */
} Reader;

/* An article of a set that Synoptic exported comes back as it was. */
static gboolean
add_set_article (Reader *self, JsonNode *node)
{
  SynArticle *article = JSON_NODE_HOLDS_OBJECT (node) ? syn_set_article_new (json_node_get_object (node)) : NULL;

  if (article == NULL)
    return FALSE;
  syn_article_set_encoding (article, self->encoding);
  g_ptr_array_add (self->import->articles, article);
  return TRUE;
}

static void
add_entry (Reader *self, JsonNode *node)
{
  g_autoptr (SynFields) fields = NULL;

  self->n_entries++;
  if (self->annotated)
    {
      if (!add_set_article (self, node))
        g_array_append_val (self->without_text, self->n_entries);
      return;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    fields = syn_fields_new_from_json (json_node_get_object (node));
  if (fields == NULL || syn_fields_add_article (fields, self->import, self->encoding) == NULL)
    g_array_append_val (self->without_text, self->n_entries);
}

/* The list of articles in an object that is none itself: {"articles": […]}. */
static JsonArray *
find_list (JsonObject *object)
{
  static const char *const names[]
      = { "articles", "items", "results", "data", "documents", "docs", "entries", "stories",
          "news", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (object, names[i]);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        return json_node_get_array (node);
    }
  return NULL;
}

static void
add_root (Reader *self, JsonNode *root)
{
  JsonArray *list = NULL;

  self->annotated = syn_set_is_annotated (root);
  if (JSON_NODE_HOLDS_ARRAY (root))
    list = json_node_get_array (root);
  else if (JSON_NODE_HOLDS_OBJECT (root))
    list = find_list (json_node_get_object (root));
  if (list == NULL)
    {
      add_entry (self, root);
      return;
    }
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      if (g_cancellable_is_cancelled (self->import->cancellable))
        return;
      add_entry (self, json_array_get_element (list, i));
    }
}

static void
add_lines (Reader *self, const char *text)
{
  guint number = 0;

  for (const char *line = text; *line != '\0' && !g_cancellable_is_cancelled (self->import->cancellable);)
    {
      gsize length = strcspn (line, "\n");
      g_autoptr (JsonNode) root = NULL;

      number++;
      if (strspn (line, " \t") < length)
        {
          root = syn_json_parse (line, length, &self->n_repaired, NULL);
          if (root != NULL)
            add_entry (self, root);
          else
            g_array_append_val (self->bad_lines, number);
        }
      line += length + (line[length] == '\n');
    }
}

/* "3, 7, 12 and 4 more" */
static char *
name_numbers (GArray *numbers)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < MIN (numbers->len, MAX_NAMED); i++)
    g_string_append_printf (out, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  if (numbers->len > MAX_NAMED)
    {
      guint n = numbers->len - MAX_NAMED;

      g_string_append_printf (out, ngettext (" and %u more", " and %u more", n), n);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
remark_losses (Reader *self)
{
  g_autofree char *entries = name_numbers (self->without_text);
  g_autofree char *lines = name_numbers (self->bad_lines);

  if (self->bad_lines->len > 0)
    syn_import_remark (self->import, TRUE,
                       ngettext ("Line %s is no JSON and was left out.",
                                 "Lines %s are no JSON and were left out.", self->bad_lines->len),
                       lines);
  if (self->without_text->len > 0)
    syn_import_remark (self->import, TRUE,
                       ngettext ("Entry %s has no text and was left out.",
                                 "Entries %s have no text and were left out.",
                                 self->without_text->len),
                       entries);
  if (self->n_repaired > 0)
    syn_import_remark (self->import, TRUE,
                       ngettext ("%u escape stands for no character and was replaced.",
                                 "%u escapes stand for no character and were replaced.",
                                 self->n_repaired),
                       self->n_repaired);
}

/* Some write JSON Lines into a file called .json; the parser would stop behind the first. */
static gboolean
holds_lines (const char *text)
{
  guint n_repaired = 0;
  gsize length = strcspn (text, "\n");
  const char *rest = text + length;
  g_autoptr (JsonNode) root = NULL;

  if (rest[strspn (rest, " \t\n")] != '{')
    return FALSE;
  root = syn_json_parse (text, length, &n_repaired, NULL);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root);
}

static gboolean
is_lines_name (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".jsonl") || g_str_has_suffix (lower, ".ndjson");
}

/* The parser quotes so many bytes of the text, and may cut a character. */
static void
set_json_error (const char *message, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);

  g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("It is no valid JSON (%s)."),
               g_str_has_prefix (valid, "<data>:") ? valid + 7 : valid);
}

static gboolean
read_json (SynImport *import, GError **error)
{
  g_autofree char *encoding = NULL;
  g_autofree char *text = syn_decode (import, NULL, &encoding, error);
  g_autoptr (GArray) without_text = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) bad_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) problem = NULL;
  Reader self = { .import = import, .encoding = encoding };

  if (text == NULL)
    return FALSE;
  self.without_text = without_text;
  self.bad_lines = bad_lines;
  if (is_lines_name (import->path) || holds_lines (text))
    add_lines (&self, text);
  else if ((root = syn_json_parse (text, strlen (text), &self.n_repaired, &problem)) != NULL)
    add_root (&self, root);
  else
    {
      if (problem->domain == SYN_ERROR)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        set_json_error (problem->message, error);
      return FALSE;
    }
  if (import->articles->len == 0)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY,
                   _ ("No article is in it: none has a field “text”, “body” or “content”."));
      return FALSE;
    }
  remark_losses (&self);
  return TRUE;
}

const SynImporter syn_importer_json = {
  .name = N_ ("JSON"),
  .suffixes = (const char *const[]){ ".json", ".jsonl", ".ndjson", NULL },
  .read = read_json,
};
