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
  { "auto-advance", "false" },   { "claims-sort", "'conflict'" },
  { "claim-filters", "@a(sa{ss}) []" }, { "trusted-origins", "@as []" },
  { "places", "@a(ssu) []" },
  { "row-order", "'pivot'" },      { "fold-alone", "false" }, { "fold-copied", "false" },
  { "appearance", "'system'" },    { "reading-face", "'serif'" },
  { "hidden-marks", "@as []" },    { "ribbons", "'all'" },
  { "column-styles", "@a{s(is)} {}" },
  { "copy-with-citation", "false" },
  { "reading-size", "100" },       { "annotator", "''" },
};

static GHashTable *memory;

typedef struct
{
  char *key;
  SynSettingsFunc func;
  GObject *object; /* not owned: the watch ends with it */
} Watch;

static GPtrArray *watches; /* (element-type Watch) */

static void
watch_free (Watch *watch)
{
  g_free (watch->key);
  g_free (watch);
}

/* A watcher may go, or come, while it is told. */
static void
tell (const char *key)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) funcs = g_array_new (FALSE, FALSE, sizeof (SynSettingsFunc));

  for (guint i = 0; watches != NULL && i < watches->len; i++)
    {
      const Watch *watch = g_ptr_array_index (watches, i);

      if (!g_str_equal (watch->key, key))
        continue;
      g_ptr_array_add (told, g_object_ref (watch->object));
      g_array_append_val (funcs, watch->func);
    }
  for (guint i = 0; i < told->len; i++)
    g_array_index (funcs, SynSettingsFunc, i) (g_ptr_array_index (told, i), key);
}

static void
changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  tell (key);
}

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
        {
          settings = g_settings_new_full (schema, NULL, NULL);
          g_signal_connect (settings, "changed", G_CALLBACK (changed_cb), NULL);
        }
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
  G_GNUC_UNUSED g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  if (settings != NULL)
    {
      g_autoptr (GSettingsSchema) schema = NULL;
      g_autoptr (GSettingsSchemaKey) known = NULL;

      /* An action may be asked for anything, from outside as well. */
      g_object_get (settings, "settings-schema", &schema, NULL);
      known = g_settings_schema_get_key (schema, key);
      if (g_settings_schema_key_range_check (known, value))
        g_settings_set_value (settings, key, value);
      return;
    }
  g_hash_table_replace (memory, g_strdup (key), g_variant_ref_sink (value));
  tell (key);
}

static void
object_gone_cb (gpointer user_data, GObject *object)
{
  for (guint i = watches->len; i-- > 0;)
    if (((Watch *) g_ptr_array_index (watches, i))->object == object)
      g_ptr_array_remove_index (watches, i);
}

void
syn_settings_watch (const char *key, SynSettingsFunc func, GObject *object)
{
  Watch *watch = g_new0 (Watch, 1);

  g_return_if_fail (key != NULL && func != NULL && G_IS_OBJECT (object));
  if (watches == NULL)
    watches = g_ptr_array_new_with_free_func ((GDestroyNotify) watch_free);
  watch->key = g_strdup (key);
  watch->func = func;
  watch->object = object;
  g_ptr_array_add (watches, watch);
  g_object_weak_ref (object, object_gone_cb, NULL);
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
