/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-state.h"

#include <glib/gi18n-lib.h>

#include "syn-error.h"

/* Whose anchors: the second parameter of SYN_SQL_ANCHOR_LIST. */
enum
{
  OWNER_CLAIM = 0,
  OWNER_PAIR = 1,
};

static gboolean
load_anchors (SynDatabase *database, const char *owner, int kind, GPtrArray *anchors, GError **error)
{
  g_autoptr (SynQuery) query
      = syn_database_query (database, SYN_SQL_ANCHOR_LIST, error, "si", owner, kind);

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      SynAnchor *anchor = g_new0 (SynAnchor, 1);

      anchor->article_key = syn_query_dup_text (query, 0);
      anchor->path = syn_query_dup_text (query, 1);
      anchor->start = (guint32) syn_query_get_int (query, 2);
      anchor->end = (guint32) syn_query_get_int (query, 3);
      anchor->quote = syn_query_dup_text (query, 4);
      anchor->prefix = syn_query_dup_text (query, 5);
      anchor->suffix = syn_query_dup_text (query, 6);
      g_ptr_array_add (anchors, anchor);
    }
  return syn_query_end (query, error);
}

static gboolean
find_article (SynDatabase *database, const SynAnchor *anchor, gint64 *out_id, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_ARTICLE_FIND, error, "ss",
                                                   anchor->article_key, anchor->path);
  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return FALSE;
  if (syn_query_next (query, &local))
    {
      *out_id = syn_query_get_int (query, 0);
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND, _ ("“%s” holds no article “%s”"),
                 syn_database_get_path (database), anchor->path);
  return FALSE;
}

static gboolean
save_anchors (SynDatabase *database, const char *claim, const char *pair, GPtrArray *anchors, GError **error)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      const SynAnchor *anchor = anchors->pdata[i];
      gint64 article;

      if (!find_article (database, anchor, &article, error)
          || !syn_database_run (database, SYN_SQL_ANCHOR_INSERT, error, "ssilllsss", claim, pair, (int) i,
                                article, (gint64) anchor->start, (gint64) anchor->end, anchor->quote,
                                anchor->prefix, anchor->suffix))
        return FALSE;
    }
  return TRUE;
}

static SynAnchor *
parse_anchor (const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? syn_anchor_from_json (json_node_get_object (node)) : NULL;
}

static char *
print_anchor (const SynAnchor *anchor)
{
  g_autoptr (JsonObject) object = anchor != NULL ? syn_anchor_to_json (anchor) : NULL;

  return object != NULL ? syn_state_to_text (object) : NULL;
}

static gboolean
load_evidence (SynDatabase *database, SynClaimRecord *record, GError **error)
{
  g_autoptr (SynQuery) query
      = syn_database_query (database, SYN_SQL_EVIDENCE_LIST, error, "s", record->id);

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      SynEvidence *evidence = g_new0 (SynEvidence, 1);

      evidence->kind = syn_query_dup_text (query, 0);
      evidence->target = syn_query_dup_text (query, 1);
      evidence->label = syn_query_dup_text (query, 2);
      evidence->sha256 = syn_query_dup_text (query, 3);
      evidence->time = syn_query_get_int (query, 4);
      evidence->anchor = parse_anchor (syn_query_get_text (query, 5));
      g_ptr_array_add (record->evidence, evidence);
    }
  return syn_query_end (query, error);
}

static gboolean
load_tags (SynDatabase *database, SynSql sql, const char *claim, GPtrArray *tags, GError **error)
{
  g_autoptr (SynQuery) query = claim != NULL ? syn_database_query (database, sql, error, "s", claim)
                                             : syn_database_query (database, sql, error, "");

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      SynTag *tag = syn_tag_new (syn_query_get_text (query, 0), syn_query_get_text (query, 1),
                                 syn_query_get_text (query, 2), (guint) syn_query_get_int (query, 3));

      tag->retired = syn_query_get_int (query, 4) != 0;
      g_ptr_array_add (tags, tag);
    }
  return syn_query_end (query, error);
}

GPtrArray *
syn_state_list_tags (SynDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);

  return load_tags (database, SYN_SQL_TAG_LIST, NULL, tags, error) ? g_steal_pointer (&tags) : NULL;
}

static gboolean
load_stances (SynDatabase *database, SynClaimRecord *record, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_STANCE_LIST, error, "s", record->id);

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      SynOwnStance *stance = g_new0 (SynOwnStance, 1);

      stance->article_key = syn_query_dup_text (query, 0);
      stance->path = syn_query_dup_text (query, 1);
      stance->stance = (SynStance) syn_query_get_int (query, 2);
      stance->annotator = syn_query_dup_text (query, 3);
      stance->time = syn_query_get_int (query, 4);
      g_ptr_array_add (record->stances, stance);
    }
  return syn_query_end (query, error);
}

static gboolean
load_comments (SynDatabase *database, SynClaimRecord *record, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_COMMENT_LIST, error, "s", record->id);

  if (query == NULL)
    return FALSE;
  while (syn_query_next (query, NULL))
    {
      SynComment *comment = g_new0 (SynComment, 1);

      comment->id = syn_query_dup_text (query, 0);
      comment->parent = syn_query_dup_text (query, 1);
      comment->annotator = syn_query_dup_text (query, 2);
      comment->time = syn_query_get_int (query, 3);
      comment->text = syn_query_dup_text (query, 4);
      g_ptr_array_add (record->comments, comment);
    }
  return syn_query_end (query, error);
}

SynClaimRecord *
syn_state_load_claim (SynDatabase *database, const char *id, GError **error)
{
  g_autoptr (SynClaimRecord) record = syn_claim_record_new (id);
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_CLAIM_GET, error, "s", id);

  if (query == NULL || !syn_query_next (query, error))
    return NULL;
  record->wording = syn_query_dup_text (query, 0);
  record->summary = syn_query_dup_text (query, 1);
  record->verdict = (SynVerdict) syn_query_get_int (query, 2);
  record->note = syn_query_dup_text (query, 3);
  record->annotator = syn_query_dup_text (query, 4);
  record->time = syn_query_get_int (query, 5);
  record->exact = syn_query_get_int (query, 6) != 0;
  record->removed = syn_query_get_int (query, 7) != 0;
  record->settled = syn_query_get_int (query, 8) != 0;
  record->merged = syn_query_dup_text (query, 9);
  if (!load_anchors (database, id, OWNER_CLAIM, record->anchors, error) || !load_evidence (database, record, error)
      || !load_tags (database, SYN_SQL_CLAIM_TAG_LIST, id, record->tags, error)
      || !load_stances (database, record, error) || !load_comments (database, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

static gboolean
save_evidence (SynDatabase *database, const SynClaimRecord *record, GError **error)
{
  for (guint i = 0; i < record->evidence->len; i++)
    {
      const SynEvidence *one = record->evidence->pdata[i];
      g_autofree char *anchor = print_anchor (one->anchor);

      if (!syn_database_run (database, SYN_SQL_EVIDENCE_INSERT, error, "sissssls", record->id, (int) i, one->kind,
                             one->target, one->label, one->sha256, one->time, anchor))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_stances (SynDatabase *database, const SynClaimRecord *record, GError **error)
{
  for (guint i = 0; i < record->stances->len; i++)
    {
      const SynOwnStance *one = record->stances->pdata[i];
      const SynAnchor place = { .article_key = one->article_key, .path = one->path };
      gint64 article;

      if (!find_article (database, &place, &article, error)
          || !syn_database_run (database, SYN_SQL_STANCE_INSERT, error, "slisl", record->id, article,
                                (int) one->stance, one->annotator, one->time))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_sayings (SynDatabase *database, const SynClaimRecord *record, GError **error)
{
  for (guint i = 0; i < record->tags->len; i++)
    if (!syn_database_run (database, SYN_SQL_CLAIM_TAG_INSERT, error, "ssi", record->id,
                           ((const SynTag *) record->tags->pdata[i])->id, (int) i))
      return FALSE;
  for (guint i = 0; i < record->comments->len; i++)
    {
      const SynComment *one = record->comments->pdata[i];

      if (!syn_database_run (database, SYN_SQL_COMMENT_INSERT, error, "sisssls", record->id, (int) i, one->id,
                             one->parent, one->annotator, one->time, one->text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_claim (SynDatabase *database, const SynClaimRecord *record, GError **error)
{
  static const SynSql clear[] = { SYN_SQL_ANCHOR_CLEAR_CLAIM, SYN_SQL_EVIDENCE_CLEAR, SYN_SQL_CLAIM_TAG_CLEAR,
                                  SYN_SQL_STANCE_CLEAR, SYN_SQL_COMMENT_CLEAR };

  if (!syn_database_run (database, SYN_SQL_CLAIM_PUT, error, "sssissliiis", record->id, record->wording,
                         record->summary, (int) record->verdict, record->note, record->annotator, record->time,
                         (int) record->exact, (int) record->removed, (int) record->settled, record->merged))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (clear); i++)
    if (!syn_database_run (database, clear[i], error, "s", record->id))
      return FALSE;
  return save_anchors (database, record->id, NULL, record->anchors, error)
         && save_evidence (database, record, error) && save_stances (database, record, error)
         && save_sayings (database, record, error);
}

SynPairRecord *
syn_state_load_pair (SynDatabase *database, const char *id, GError **error)
{
  g_autoptr (SynPairRecord) record = syn_pair_record_new (SYN_PAIR_LINK);
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_PAIR_GET, error, "s", id);

  if (query == NULL || !syn_query_next (query, error))
    return NULL;
  record->id = g_strdup (id);
  record->kind = (SynPairKind) syn_query_get_int (query, 0);
  record->key = syn_query_dup_text (query, 1);
  record->reason = syn_query_dup_text (query, 2);
  record->annotator = syn_query_dup_text (query, 3);
  record->time = syn_query_get_int (query, 4);
  if (!load_anchors (database, id, OWNER_PAIR, record->anchors, error))
    return NULL;
  return g_steal_pointer (&record);
}

static gboolean
save_pair (SynDatabase *database, const SynPairRecord *record, GError **error)
{
  return syn_database_run (database, SYN_SQL_PAIR_DELETE, error, "s", record->id)
         && syn_database_run (database, SYN_SQL_PAIR_PUT, error, "sisssl", record->id, (int) record->kind,
                              record->key, record->reason, record->annotator, record->time)
         && save_anchors (database, NULL, record->id, record->anchors, error);
}

/* The id of an edit is "<article row>/<field>". */
static gboolean
split_edit_id (const char *id, gint64 *out_article, const char **out_field)
{
  char *end;

  *out_article = g_ascii_strtoll (id, &end, 10);
  *out_field = end + 1;
  return end != id && *end == '/';
}

static JsonObject *
load_edit (SynDatabase *database, const char *id, GError **error)
{
  g_autoptr (SynQuery) query = NULL;
  const char *field;
  gint64 article;
  JsonObject *object;

  g_return_val_if_fail (split_edit_id (id, &article, &field), NULL);
  query = syn_database_query (database, SYN_SQL_EDIT_GET, error, "ls", article, field);
  if (query == NULL || !syn_query_next (query, error))
    return NULL;
  object = json_object_new ();
  if (!syn_query_is_null (query, 0))
    json_object_set_string_member (object, "value", syn_query_get_text (query, 0));
  return object;
}

static gboolean
save_edit (SynDatabase *database, const char *id, JsonObject *state, GError **error)
{
  const char *field;
  gint64 article;

  g_return_val_if_fail (split_edit_id (id, &article, &field), FALSE);
  if (state == NULL)
    return syn_database_run (database, SYN_SQL_EDIT_DELETE, error, "ls", article, field);
  return syn_database_run (database, SYN_SQL_EDIT_PUT, error, "lss", article, field,
                           json_object_get_string_member_with_default (state, "value", NULL));
}

static JsonObject *
load_tag (SynDatabase *database, const char *id, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (database, SYN_SQL_TAG_GET, error, "s", id);
  g_autoptr (SynTag) tag = NULL;

  if (query == NULL || !syn_query_next (query, error))
    return NULL;
  tag = syn_tag_new (id, syn_query_get_text (query, 0), syn_query_get_text (query, 1),
                     (guint) syn_query_get_int (query, 2));
  tag->retired = syn_query_get_int (query, 4) != 0;
  return syn_tag_to_json (tag, (guint) syn_query_get_int (query, 3));
}

static gboolean
save_tag (SynDatabase *database, const char *id, JsonObject *state, GError **error)
{
  g_autoptr (SynTag) tag = NULL;

  if (state == NULL)
    return syn_database_run (database, SYN_SQL_TAG_DELETE, error, "s", id);
  tag = syn_tag_from_json (id, state);
  return syn_database_run (database, SYN_SQL_TAG_PUT, error, "sssiii", id, tag->name, tag->scale, (int) tag->key,
                           (int) json_object_get_int_member (state, "position"), (int) tag->retired);
}

static JsonObject *
load_move (SynDatabase *database, const char *id, GError **error)
{
  g_autoptr (SynQuery) query
      = syn_database_query (database, SYN_SQL_MOVE_GET, error, "l", g_ascii_strtoll (id, NULL, 10));
  JsonObject *object;

  if (query == NULL || !syn_query_next (query, error))
    return NULL;
  object = json_object_new ();
  json_object_set_int_member (object, "companion", syn_query_get_int (query, 0));
  json_object_set_int_member (object, "position", syn_query_get_int (query, 1));
  if (!syn_query_is_null (query, 2))
    json_object_set_string_member (object, "annotator", syn_query_get_text (query, 2));
  json_object_set_int_member (object, "time", syn_query_get_int (query, 3));
  return object;
}

static gboolean
save_move (SynDatabase *database, const char *id, JsonObject *state, GError **error)
{
  const gint64 article = g_ascii_strtoll (id, NULL, 10);

  if (state == NULL)
    return syn_database_run (database, SYN_SQL_MOVE_DELETE, error, "l", article);
  return syn_database_run (database, SYN_SQL_MOVE_PUT, error, "lllsl", article,
                           json_object_get_int_member (state, "companion"),
                           json_object_get_int_member (state, "position"),
                           json_object_get_string_member_with_default (state, "annotator", NULL),
                           json_object_get_int_member (state, "time"));
}

JsonObject *
syn_state_load (SynDatabase *database, const char *kind, const char *id, GError **error)
{
  if (g_str_equal (kind, SYN_STATE_CLAIM))
    {
      g_autoptr (SynClaimRecord) record = syn_state_load_claim (database, id, error);

      return record != NULL ? syn_claim_record_to_json (record) : NULL;
    }
  if (g_str_equal (kind, SYN_STATE_PAIR))
    {
      g_autoptr (SynPairRecord) record = syn_state_load_pair (database, id, error);

      return record != NULL ? syn_pair_record_to_json (record) : NULL;
    }
  if (g_str_equal (kind, SYN_STATE_TAG))
    return load_tag (database, id, error);
  if (g_str_equal (kind, SYN_STATE_MOVE))
    return load_move (database, id, error);
  g_return_val_if_fail (g_str_equal (kind, SYN_STATE_EDIT), NULL);
  return load_edit (database, id, error);
}

gboolean
syn_state_save (SynDatabase *database, const char *kind, const char *id, JsonObject *state, GError **error)
{
  if (g_str_equal (kind, SYN_STATE_CLAIM))
    {
      g_autoptr (SynClaimRecord) record = NULL;

      if (state == NULL)
        return syn_database_run (database, SYN_SQL_CLAIM_DELETE, error, "s", id);
      record = syn_claim_record_from_json (id, state);
      return save_claim (database, record, error);
    }
  if (g_str_equal (kind, SYN_STATE_PAIR))
    {
      g_autoptr (SynPairRecord) record = NULL;

      if (state == NULL)
        return syn_database_run (database, SYN_SQL_PAIR_DELETE, error, "s", id);
      record = syn_pair_record_from_json (id, state);
      return save_pair (database, record, error);
    }
  if (g_str_equal (kind, SYN_STATE_TAG))
    return save_tag (database, id, state, error);
  if (g_str_equal (kind, SYN_STATE_MOVE))
    return save_move (database, id, state, error);
  g_return_val_if_fail (g_str_equal (kind, SYN_STATE_EDIT), FALSE);
  return save_edit (database, id, state, error);
}
