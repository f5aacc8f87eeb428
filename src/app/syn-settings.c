/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-settings.h"

#define MAX_RECENT 8

/* The defaults of data/io.github.synoptic_reader.Synoptic.gschema.xml, for a run without it. */
static const struct
{
  const char *key;
  const char *value;
} defaults[] = {
  { "window-width", "1440" },    { "window-height", "900" },  { "window-maximized", "false" },
  { "view", "'compare'" },       { "show-sources", "false" }, { "show-claims", "true" },
  { "sync-scroll", "true" },       { "workspace", "''" },
  { "sources-width", "264" },    { "claims-width", "324" },   { "continue", "true" },
  { "claims-list-height", "-1" }, { "recent", "@a(sas) []" },
};

static GHashTable *memory;

static GSettings *
get_settings (void)
{
  static gsize once = 0;
  static GSettings *settings = NULL;

  if (g_once_init_enter (&once))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema
          = source != NULL ? g_settings_schema_source_lookup (source, SYN_APP_ID, TRUE) : NULL;

      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      else
        memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_variant_unref);
      g_once_init_leave (&once, 1);
    }
  return settings;
}

static GVariant *
get_default (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (g_str_equal (defaults[i].key, key))
      return g_variant_parse (NULL, defaults[i].value, NULL, NULL, NULL);
  g_return_val_if_reached (NULL);
}

GVariant *
syn_settings_get (const char *key)
{
  GSettings *settings = get_settings ();
  GVariant *value;

  if (settings != NULL)
    return g_settings_get_value (settings, key);
  value = g_hash_table_lookup (memory, key);
  return value != NULL ? g_variant_ref (value) : g_variant_take_ref (get_default (key));
}

void
syn_settings_set (const char *key, GVariant *value)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_value (settings, key, value);
  else
    g_hash_table_replace (memory, g_strdup (key), g_variant_ref_sink (value));
}

gboolean
syn_settings_get_boolean (const char *key)
{
  g_autoptr (GVariant) value = syn_settings_get (key);

  return g_variant_get_boolean (value);
}

int
syn_settings_get_int (const char *key)
{
  g_autoptr (GVariant) value = syn_settings_get (key);

  return g_variant_get_int32 (value);
}

char *
syn_settings_get_string (const char *key)
{
  g_autoptr (GVariant) value = syn_settings_get (key);

  return g_variant_dup_string (value, NULL);
}

void
syn_settings_set_boolean (const char *key, gboolean value)
{
  syn_settings_set (key, g_variant_new_boolean (value));
}

void
syn_settings_set_int (const char *key, int value)
{
  syn_settings_set (key, g_variant_new_int32 (value));
}

void
syn_settings_set_string (const char *key, const char *value)
{
  syn_settings_set (key, g_variant_new_string (value));
}

static void
keep_others (GVariantBuilder *builder, const char *const *uris, guint room)
{
  g_autoptr (GVariant) recent = syn_settings_get ("recent");
  GVariantIter iter;
  const char *title;
  char **others;

  g_variant_iter_init (&iter, recent);
  while (g_variant_iter_next (&iter, "(&s^as)", &title, &others))
    {
      if (room > 0 && !g_strv_equal ((const char *const *) others, uris))
        {
          g_variant_builder_add (builder, "(s^as)", title, others);
          room--;
        }
      g_strfreev (others);
    }
}

void
syn_settings_add_recent (const char *title, const char *const *uris)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sas)"));
  g_variant_builder_add (&builder, "(s^as)", title, uris);
  keep_others (&builder, uris, MAX_RECENT - 1);
  syn_settings_set ("recent", g_variant_builder_end (&builder));
}

void
syn_settings_remove_recent (const char *const *uris)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sas)"));
  keep_others (&builder, uris, MAX_RECENT);
  syn_settings_set ("recent", g_variant_builder_end (&builder));
}
