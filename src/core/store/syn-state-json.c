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

JsonObject *
syn_anchor_to_json (const SynAnchor *self)
{
  JsonObject *object = json_object_new ();

  set_string (object, "article", self->article_key);
  set_string (object, "path", self->path);
  json_object_set_int_member (object, "start", self->start);
  json_object_set_int_member (object, "end", self->end);
  set_string (object, "quote", self->quote);
  set_string (object, "prefix", self->prefix);
  set_string (object, "suffix", self->suffix);
  return object;
}

SynAnchor *
syn_anchor_from_json (JsonObject *object)
{
  SynAnchor *self = g_new0 (SynAnchor, 1);

  self->article_key = dup_string (object, "article");
  self->path = dup_string (object, "path");
  self->start = (guint32) get_int (object, "start");
  self->end = (guint32) get_int (object, "end");
  self->quote = dup_string (object, "quote");
  self->prefix = dup_string (object, "prefix");
  self->suffix = dup_string (object, "suffix");
  return self;
}

static JsonArray *
anchors_to_json (GPtrArray *anchors)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < anchors->len; i++)
    json_array_add_object_element (array, syn_anchor_to_json (anchors->pdata[i]));
  return array;
}

/* The objects of a list; what an older entry of the history does not have is an empty one. */
static guint
count_elements (JsonObject *parent, const char *name)
{
  return json_object_has_member (parent, name) ? json_array_get_length (json_object_get_array_member (parent, name))
                                               : 0;
}

static JsonObject *
get_element (JsonObject *parent, const char *name, guint index)
{
  return json_array_get_object_element (json_object_get_array_member (parent, name), index);
}

static void
anchors_from_json (JsonObject *parent, GPtrArray *anchors)
{
  for (guint i = 0; i < count_elements (parent, "anchors"); i++)
    g_ptr_array_add (anchors, syn_anchor_from_json (get_element (parent, "anchors", i)));
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
      if (one->anchor != NULL)
        json_object_set_object_member (object, "anchor", syn_anchor_to_json (one->anchor));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
evidence_from_json (JsonObject *parent, GPtrArray *evidence)
{
  for (guint i = 0; i < count_elements (parent, "evidence"); i++)
    {
      JsonObject *object = get_element (parent, "evidence", i);
      SynEvidence *one = g_new0 (SynEvidence, 1);

      one->kind = dup_string (object, "kind");
      one->target = dup_string (object, "target");
      one->label = dup_string (object, "label");
      one->sha256 = dup_string (object, "sha256");
      one->time = get_int (object, "time");
      if (json_object_has_member (object, "anchor"))
        one->anchor = syn_anchor_from_json (json_object_get_object_member (object, "anchor"));
      g_ptr_array_add (evidence, one);
    }
}

/* Of a tag the claim keeps the name only; what it is called is the tag's own state. */
static JsonArray *
tags_to_json (GPtrArray *tags)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < tags->len; i++)
    json_array_add_string_element (array, ((const SynTag *) tags->pdata[i])->id);
  return array;
}

static void
tags_from_json (JsonObject *parent, GPtrArray *tags)
{
  guint n = count_elements (parent, "tags");
  JsonArray *array = n > 0 ? json_object_get_array_member (parent, "tags") : NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (tags, syn_tag_new (json_array_get_string_element (array, i), NULL, NULL, 0));
}

static JsonArray *
stances_to_json (GPtrArray *stances)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < stances->len; i++)
    {
      const SynOwnStance *one = stances->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "article", one->article_key);
      set_string (object, "path", one->path);
      json_object_set_int_member (object, "stance", one->stance);
      set_string (object, "annotator", one->annotator);
      json_object_set_int_member (object, "time", one->time);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
stances_from_json (JsonObject *parent, GPtrArray *stances)
{
  for (guint i = 0; i < count_elements (parent, "stances"); i++)
    {
      JsonObject *object = get_element (parent, "stances", i);
      SynOwnStance *one = g_new0 (SynOwnStance, 1);

      one->article_key = dup_string (object, "article");
      one->path = dup_string (object, "path");
      one->stance = (SynStance) get_int (object, "stance");
      one->annotator = dup_string (object, "annotator");
      one->time = get_int (object, "time");
      g_ptr_array_add (stances, one);
    }
}

static JsonArray *
comments_to_json (GPtrArray *comments)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < comments->len; i++)
    {
      const SynComment *one = comments->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "id", one->id);
      set_string (object, "parent", one->parent);
      set_string (object, "annotator", one->annotator);
      json_object_set_int_member (object, "time", one->time);
      set_string (object, "text", one->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
comments_from_json (JsonObject *parent, GPtrArray *comments)
{
  for (guint i = 0; i < count_elements (parent, "comments"); i++)
    {
      JsonObject *object = get_element (parent, "comments", i);
      SynComment *one = g_new0 (SynComment, 1);

      one->id = dup_string (object, "id");
      one->parent = dup_string (object, "parent");
      one->annotator = dup_string (object, "annotator");
      one->time = get_int (object, "time");
      one->text = dup_string (object, "text");
      g_ptr_array_add (comments, one);
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
  json_object_set_boolean_member (object, "settled", self->settled);
  set_string (object, "merged", self->merged);
  json_object_set_array_member (object, "tags", tags_to_json (self->tags));
  json_object_set_array_member (object, "stances", stances_to_json (self->stances));
  json_object_set_array_member (object, "comments", comments_to_json (self->comments));
  return object;
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
  self->settled = json_object_get_boolean_member_with_default (object, "settled", FALSE);
  self->merged = dup_string (object, "merged");
  tags_from_json (object, self->tags);
  stances_from_json (object, self->stances);
  comments_from_json (object, self->comments);
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

JsonObject *
syn_tag_to_json (const SynTag *self, guint position)
{
  JsonObject *object = json_object_new ();

  set_string (object, "name", self->name);
  set_string (object, "scale", self->scale);
  json_object_set_int_member (object, "key", self->key);
  json_object_set_int_member (object, "position", position);
  json_object_set_boolean_member (object, "retired", self->retired);
  return object;
}

SynTag *
syn_tag_from_json (const char *id, JsonObject *object)
{
  g_autofree char *name = dup_string (object, "name"), *scale = dup_string (object, "scale");
  SynTag *self = syn_tag_new (id, name, scale, (guint) get_int (object, "key"));

  self->retired = json_object_get_boolean_member_with_default (object, "retired", FALSE);
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
