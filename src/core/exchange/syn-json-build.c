/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-json-build.h"

#include <string.h>

void
syn_json_set_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
syn_json_set_uint (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
syn_json_finish (JsonBuilder *builder, GString *out)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  const gsize start = out->len;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, out);
  /* json-glib escapes every control character but this one; outside of strings it cannot stand. */
  if (memchr (out->str + start, 0x1f, out->len - start) != NULL)
    g_string_replace (out, "\x1f", "\\u001f", 0);
  g_string_append_c (out, '\n');
}

static JsonNode *
get_member (JsonObject *object, const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

const char *
syn_json_get_string (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

JsonArray *
syn_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

char *
syn_json_dup_time (GDateTime *time)
{
  if (time == NULL)
    return NULL;
  return g_date_time_format (time, g_date_time_get_utc_offset (time) == 0 ? "%FT%TZ" : "%FT%T%:z");
}
