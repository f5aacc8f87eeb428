/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-annotated-set.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "syn-error.h"
#include "syn-export-set.h"
#include "syn-json-build.h"

void
syn_annotated_set_free (SynAnnotatedSet *self)
{
  g_clear_object (&self->corpus);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->kept, syn_kept_free);
  g_free (self);
}

gboolean
syn_annotated_set_sniff (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  /* The format is the first member; whoever reformats the file may move it a little. */
  return size > 0 && g_strstr_len (text, MIN (size, 4096), "\"" SYN_ANNOTATED_SET_FORMAT "\"") != NULL;
}

static gint64
get_int (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}

/* FALSE for anything but true. */
static gboolean
get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static gint64
get_time (JsonObject *object, const char *name)
{
  const char *text = syn_json_get_string (object, name);
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static JsonObject *
get_object_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static char *
dup_article_key (SynArticle *article)
{
  guint index = syn_article_get_index_in_file (article);

  return index == 0 ? g_strdup (syn_article_get_sha256 (article))
                    : g_strdup_printf ("%s#%u", syn_article_get_sha256 (article), index);
}

static SynAnchor *
parse_anchor (JsonObject *object, GHashTable *articles)
{
  const char *id = syn_json_get_string (object, "article");
  SynArticle *article = id != NULL ? g_hash_table_lookup (articles, id) : NULL;
  SynAnchor *anchor;

  if (article == NULL)
    return NULL;
  anchor = g_new0 (SynAnchor, 1);
  anchor->article_key = dup_article_key (article);
  anchor->path = g_strdup (syn_article_get_path (article));
  anchor->start = get_int (object, "start");
  anchor->end = get_int (object, "end");
  anchor->quote = g_strdup (syn_json_get_string (object, "quote"));
  anchor->prefix = g_strdup (syn_json_get_string (object, "prefix"));
  anchor->suffix = g_strdup (syn_json_get_string (object, "suffix"));
  return anchor;
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static SynEvidence *
parse_evidence (JsonObject *object, GHashTable *articles)
{
  JsonObject *place = get_object (object, "place");
  SynEvidence *evidence = g_new0 (SynEvidence, 1);

  evidence->kind = g_strdup (syn_json_get_string (object, "kind"));
  evidence->target = g_strdup (syn_json_get_string (object, "target"));
  evidence->label = g_strdup (syn_json_get_string (object, "label"));
  evidence->sha256 = g_strdup (syn_json_get_string (object, "sha256"));
  evidence->time = get_time (object, "time");
  evidence->anchor = place != NULL ? parse_anchor (place, articles) : NULL;
  return evidence;
}

static SynTag *
parse_tag (JsonObject *object)
{
  const char *id = syn_json_get_string (object, "id"), *name = syn_json_get_string (object, "name");
  const gint64 key = get_int (object, "key");
  SynTag *tag;

  if (id == NULL || name == NULL || *name == '\0')
    return NULL;
  tag = syn_tag_new (id, name, syn_json_get_string (object, "scale"), key >= 4 && key <= 9 ? (guint) key : 0);
  tag->retired = get_boolean (object, "retired");
  return tag;
}

static gboolean
stance_from_string (const char *name, SynStance *out_stance)
{
  for (guint stance = SYN_STANCE_SILENT; stance <= SYN_STANCE_DENIES; stance++)
    if (g_strcmp0 (syn_stance_to_string (stance), name) == 0)
      {
        *out_stance = stance;
        return TRUE;
      }
  return FALSE;
}

static SynOwnStance *
parse_stance (JsonObject *object, GHashTable *articles)
{
  const char *id = syn_json_get_string (object, "article");
  SynArticle *article = id != NULL ? g_hash_table_lookup (articles, id) : NULL;
  SynOwnStance *own;
  SynStance stance;

  if (article == NULL || !stance_from_string (syn_json_get_string (object, "stance"), &stance))
    return NULL;
  own = g_new0 (SynOwnStance, 1);
  own->article_key = dup_article_key (article);
  own->path = g_strdup (syn_article_get_path (article));
  own->stance = stance;
  own->annotator = g_strdup (syn_json_get_string (object, "annotator"));
  own->time = get_time (object, "time");
  return own;
}

static SynComment *
parse_comment (JsonObject *object)
{
  SynComment *comment;

  if (syn_json_get_string (object, "id") == NULL || syn_json_get_string (object, "text") == NULL)
    return NULL;
  comment = g_new0 (SynComment, 1);
  comment->id = g_strdup (syn_json_get_string (object, "id"));
  comment->parent = g_strdup (syn_json_get_string (object, "parent"));
  comment->annotator = g_strdup (syn_json_get_string (object, "annotator"));
  comment->time = get_time (object, "time");
  comment->text = g_strdup (syn_json_get_string (object, "text"));
  return comment;
}

static void
take (GPtrArray *array, gpointer one)
{
  if (one != NULL)
    g_ptr_array_add (array, one);
}

static void
parse_sayings (JsonObject *object, GHashTable *articles, SynClaimRecord *record)
{
  JsonArray *tags = syn_json_get_array (object, "tags"), *stances = syn_json_get_array (object, "stances");
  JsonArray *comments = syn_json_get_array (object, "comments");

  record->settled = get_boolean (object, "settled");
  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    if (get_object_element (tags, i) != NULL)
      take (record->tags, parse_tag (get_object_element (tags, i)));
  for (guint i = 0; stances != NULL && i < json_array_get_length (stances); i++)
    if (get_object_element (stances, i) != NULL)
      take (record->stances, parse_stance (get_object_element (stances, i), articles));
  for (guint i = 0; comments != NULL && i < json_array_get_length (comments); i++)
    if (get_object_element (comments, i) != NULL)
      take (record->comments, parse_comment (get_object_element (comments, i)));
}

static SynClaimRecord *
parse_claim (JsonObject *object, GHashTable *articles)
{
  SynClaimRecord *record = syn_claim_record_new (NULL);
  JsonArray *statements = syn_json_get_array (object, "statements");
  JsonArray *evidence = syn_json_get_array (object, "evidence");
  const char *verdict = syn_json_get_string (object, "verdict");

  record->id = g_strdup (syn_json_get_string (object, "id"));
  record->wording = g_strdup (syn_json_get_string (object, "wording"));
  record->summary = g_strdup (syn_json_get_string (object, "summary"));
  record->note = g_strdup (syn_json_get_string (object, "note"));
  record->annotator = g_strdup (syn_json_get_string (object, "annotator"));
  record->time = get_time (object, "time");
  record->merged = g_strdup (syn_json_get_string (object, "merged"));
  /* Files of before the first of these were written had the second alone. */
  record->exact = get_boolean (object, json_object_has_member (object, "chosen") ? "chosen" : "own");
  if (get_boolean (object, "made"))
    g_clear_pointer (&record->summary, g_free);
  if (verdict != NULL)
    syn_verdict_from_string (verdict, &record->verdict);
  for (guint i = 0; statements != NULL && i < json_array_get_length (statements); i++)
    {
      JsonObject *element = get_object_element (statements, i);
      SynAnchor *anchor = element != NULL ? parse_anchor (element, articles) : NULL;

      if (anchor != NULL)
        g_ptr_array_add (record->anchors, anchor);
    }
  for (guint i = 0; evidence != NULL && i < json_array_get_length (evidence); i++)
    if (get_object_element (evidence, i) != NULL)
      g_ptr_array_add (record->evidence, parse_evidence (get_object_element (evidence, i), articles));
  parse_sayings (object, articles, record);
  return record;
}

static void
parse_articles (JsonArray *array, SynAnnotatedSet *set, GHashTable *by_id)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_object_element (array, i);
      const char *id = syn_json_get_string (object, "id");
      g_autoptr (SynArticle) article = object != NULL ? syn_set_article_new (object) : NULL;

      if (article == NULL)
        continue;
      syn_corpus_add (set->corpus, article);
      if (id != NULL)
        g_hash_table_insert (by_id, g_strdup (id), article);
    }
}

static gboolean
check_version (JsonObject *root, GError **error)
{
  if (g_strcmp0 (syn_json_get_string (root, "format"), SYN_ANNOTATED_SET_FORMAT) != 0)
    {
      g_set_error_literal (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("this is no annotated set of Synoptic"));
      return FALSE;
    }
  if (get_int (root, "version") > SYN_ANNOTATED_SET_VERSION)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_NEWER, _ ("the set has version %d, written by a newer Synoptic"),
                   (int) get_int (root, "version"));
      return FALSE;
    }
  return TRUE;
}

static void
parse_claims (JsonArray *claims, gboolean removed, GHashTable *articles, GPtrArray *records)
{
  for (guint i = 0; claims != NULL && i < json_array_get_length (claims); i++)
    if (get_object_element (claims, i) != NULL)
      {
        SynClaimRecord *record = parse_claim (get_object_element (claims, i), articles);

        record->removed = removed;
        g_ptr_array_add (records, record);
      }
}

static SynPairRecord *
parse_pair (JsonObject *object, GHashTable *articles)
{
  g_autoptr (SynPairRecord) pair = NULL;
  JsonArray *statements = syn_json_get_array (object, "statements");
  SynPairKind kind;

  if (syn_json_get_string (object, "id") == NULL
      || !syn_pair_kind_from_string (syn_json_get_string (object, "kind"), &kind))
    return NULL;
  pair = syn_pair_record_new (kind);
  pair->id = g_strdup (syn_json_get_string (object, "id"));
  pair->key = kind == SYN_PAIR_DISMISSAL ? g_strdup (syn_json_get_string (object, "conflict")) : NULL;
  pair->reason = g_strdup (syn_json_get_string (object, "reason"));
  pair->annotator = g_strdup (syn_json_get_string (object, "annotator"));
  pair->time = get_time (object, "time");
  for (guint i = 0; statements != NULL && i < json_array_get_length (statements); i++)
    if (get_object_element (statements, i) != NULL)
      take (pair->anchors, parse_anchor (get_object_element (statements, i), articles));
  if (pair->anchors->len != 2 || (kind == SYN_PAIR_DISMISSAL) != (pair->key != NULL))
    return NULL;
  return g_steal_pointer (&pair);
}

static SynMoveRecord *
parse_move (JsonObject *object, GHashTable *articles)
{
  const char *id = syn_json_get_string (object, "article"), *with = syn_json_get_string (object, "with");
  SynArticle *article = id != NULL ? g_hash_table_lookup (articles, id) : NULL;
  SynArticle *companion = with != NULL ? g_hash_table_lookup (articles, with) : NULL;
  SynMoveRecord *move;

  if (article == NULL || companion == NULL)
    return NULL;
  move = g_new0 (SynMoveRecord, 1);
  move->article_key = dup_article_key (article);
  move->path = g_strdup (syn_article_get_path (article));
  move->companion_key = dup_article_key (companion);
  move->companion_path = g_strdup (syn_article_get_path (companion));
  move->annotator = g_strdup (syn_json_get_string (object, "annotator"));
  move->time = get_time (object, "time");
  return move;
}

static void
parse_kept (JsonObject *root, GHashTable *articles, SynKept *kept)
{
  JsonArray *tags = syn_json_get_array (root, "tags"), *pairs = syn_json_get_array (root, "pairs");
  JsonArray *moves = syn_json_get_array (root, "moves");

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    if (get_object_element (tags, i) != NULL)
      take (kept->tags, parse_tag (get_object_element (tags, i)));
  for (guint i = 0; pairs != NULL && i < json_array_get_length (pairs); i++)
    if (get_object_element (pairs, i) != NULL)
      take (kept->pairs, parse_pair (get_object_element (pairs, i), articles));
  for (guint i = 0; moves != NULL && i < json_array_get_length (moves); i++)
    if (get_object_element (moves, i) != NULL)
      take (kept->moves, parse_move (get_object_element (moves, i), articles));
}

SynAnnotatedSet *
syn_annotated_set_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (SynAnnotatedSet) set = g_new0 (SynAnnotatedSet, 1);
  g_autoptr (GHashTable) articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObject *root;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  set->corpus = syn_corpus_new (NULL);
  set->records = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_claim_record_free);
  set->kept = syn_kept_new ();
  if (!json_parser_load_from_data (parser, text, size, error))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("this is no annotated set of Synoptic"));
      return NULL;
    }
  root = json_node_get_object (json_parser_get_root (parser));
  if (!check_version (root, error))
    return NULL;
  syn_corpus_set_title (set->corpus, syn_json_get_string (root, "title"));
  parse_articles (syn_json_get_array (root, "articles"), set, articles);
  parse_claims (syn_json_get_array (root, "claims"), FALSE, articles, set->records);
  parse_claims (syn_json_get_array (root, "not_claims"), TRUE, articles, set->records);
  parse_claims (syn_json_get_array (root, "merged_claims"), FALSE, articles, set->records);
  parse_kept (root, articles, set->kept);
  return g_steal_pointer (&set);
}

static gboolean
import_bytes (SynWorkspace *workspace, GBytes *bytes, const char *name, guint *out_n, GError **error)
{
  g_autoptr (SynAnnotatedSet) set = syn_annotated_set_parse (bytes, error);

  if (set == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  return syn_workspace_put_set (workspace, set->records, set->kept, name, out_n, error);
}

gboolean
syn_annotated_set_import (SynWorkspace *workspace, GPtrArray *files, guint *out_n, GError **error)
{
  guint total = 0;

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_file_get_basename (file);
      g_autoptr (GBytes) bytes = NULL;
      guint n = 0;

      if (name == NULL || !g_str_has_suffix (name, ".json")
          || g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
        continue;
      bytes = g_file_load_bytes (file, NULL, NULL, error);
      if (bytes == NULL)
        return FALSE;
      if (syn_annotated_set_sniff (bytes) && !import_bytes (workspace, bytes, name, &n, error))
        return FALSE;
      total += n;
    }
  if (out_n != NULL)
    *out_n = total;
  return TRUE;
}
