/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-state.h"

static void
set_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

static char *
dup_string (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static gint64
get_int (JsonObject *object, const char *name)
{
  return json_object_get_int_member_with_default (object, name, 0);
}

static JsonArray *
anchors_to_json (GPtrArray *anchors)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < anchors->len; i++)
    {
      const SynAnchor *anchor = anchors->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "article", anchor->article_key);
      set_string (object, "path", anchor->path);
      json_object_set_int_member (object, "start", anchor->start);
      json_object_set_int_member (object, "end", anchor->end);
      set_string (object, "quote", anchor->quote);
      set_string (object, "prefix", anchor->prefix);
      set_string (object, "suffix", anchor->suffix);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
anchors_from_json (JsonObject *parent, GPtrArray *anchors)
{
  JsonArray *array = json_object_get_array_member (parent, "anchors");
  const guint n = json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      SynAnchor *anchor = g_new0 (SynAnchor, 1);

      anchor->article_key = dup_string (object, "article");
      anchor->path = dup_string (object, "path");
      anchor->start = (guint32) get_int (object, "start");
      anchor->end = (guint32) get_int (object, "end");
      anchor->quote = dup_string (object, "quote");
      anchor->prefix = dup_string (object, "prefix");
      anchor->suffix = dup_string (object, "suffix");
      g_ptr_array_add (anchors, anchor);
    }
}

static JsonArray *
evidence_to_json (GPtrArray *evidence)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    {
      const SynEvidence *one = evidence->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "kind", one->kind);
      set_string (object, "target", one->target);
      set_string (object, "label", one->label);
      set_string (object, "sha256", one->sha256);
      json_object_set_int_member (object, "time", one->time);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
evidence_from_json (JsonObject *parent, GPtrArray *evidence)
{
  JsonArray *array = json_object_get_array_member (parent, "evidence");
  const guint n = json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      SynEvidence *one = g_new0 (SynEvidence, 1);

      one->kind = dup_string (object, "kind");
      one->target = dup_string (object, "target");
      one->label = dup_string (object, "label");
      one->sha256 = dup_string (object, "sha256");
      one->time = get_int (object, "time");
      g_ptr_array_add (evidence, one);
    }
}

JsonObject *
syn_claim_record_to_json (const SynClaimRecord *self)
{
  JsonObject *object = json_object_new ();

  set_string (object, "wording", self->wording);
  set_string (object, "summary", self->summary);
  json_object_set_int_member (object, "verdict", self->verdict);
  set_string (object, "note", self->note);
  set_string (object, "annotator", self->annotator);
  json_object_set_int_member (object, "time", self->time);
  json_object_set_boolean_member (object, "exact", self->exact);
  json_object_set_boolean_member (object, "removed", self->removed);
  json_object_set_array_member (object, "anchors", anchors_to_json (self->anchors));
  json_object_set_array_member (object, "evidence", evidence_to_json (self->evidence));
  return object;
}

SynClaimRecord *
syn_claim_record_new (const char *id)
{
  SynClaimRecord *self = g_new0 (SynClaimRecord, 1);

  self->id = g_strdup (id);
  self->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_anchor_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_evidence_free);
  return self;
}

SynClaimRecord *
syn_claim_record_from_json (const char *id, JsonObject *object)
{
  SynClaimRecord *self = syn_claim_record_new (id);

  self->wording = dup_string (object, "wording");
  self->summary = dup_string (object, "summary");
  self->verdict = (SynVerdict) get_int (object, "verdict");
  self->note = dup_string (object, "note");
  self->annotator = dup_string (object, "annotator");
  self->time = get_int (object, "time");
  self->exact = json_object_get_boolean_member_with_default (object, "exact", FALSE);
  self->removed = json_object_get_boolean_member_with_default (object, "removed", FALSE);
  anchors_from_json (object, self->anchors);
  evidence_from_json (object, self->evidence);
  return self;
}

SynPairRecord *
syn_pair_record_new (SynPairKind kind)
{
  SynPairRecord *self = g_new0 (SynPairRecord, 1);

  self->kind = kind;
  self->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_anchor_free);
  return self;
}

void
syn_pair_record_free (SynPairRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->key);
  g_free (self->reason);
  g_free (self->annotator);
  g_ptr_array_unref (self->anchors);
  g_free (self);
}

JsonObject *
syn_pair_record_to_json (const SynPairRecord *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "kind", self->kind);
  set_string (object, "key", self->key);
  set_string (object, "reason", self->reason);
  set_string (object, "annotator", self->annotator);
  json_object_set_int_member (object, "time", self->time);
  json_object_set_array_member (object, "anchors", anchors_to_json (self->anchors));
  return object;
}

SynPairRecord *
syn_pair_record_from_json (const char *id, JsonObject *object)
{
  SynPairRecord *self = syn_pair_record_new ((SynPairKind) get_int (object, "kind"));

  self->id = g_strdup (id);
  self->key = dup_string (object, "key");
  self->reason = dup_string (object, "reason");
  self->annotator = dup_string (object, "annotator");
  self->time = get_int (object, "time");
  anchors_from_json (object, self->anchors);
  return self;
}

char *
syn_state_to_text (JsonObject *state)
{
  g_autoptr (JsonNode) node = NULL;

  if (state == NULL)
    return g_strdup ("null");
  node = json_node_alloc ();
  json_node_init_object (node, state);
  return json_to_string (node, FALSE);
}
