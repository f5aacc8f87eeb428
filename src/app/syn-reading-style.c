/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-reading-style.h"

#include "syn-column-style.h"
#include "syn-settings.h"

#define SERIF "\"Charis SIL\", \"Source Serif 4\", \"Noto Serif\", serif"

/* Sizes and line heights at 100 %, in rem, so that "Large Text" scales them too; faces differ in their natural
 * line, so it is set. */
#define ARTICLE 1

static const struct
{
  const char *selector;
  double size;
  double line;
} roles[] = {
  { ".reading.statement", 0.9886, 1.4318 },        /* 14.5 / 21 px at 11 pt */
  { ".reading.article", 1.0909, 1.7045 },          /* 16 / 25 */
  { ".reading.headline", 1.1591, 1.5682 },         /* 17 / 23 */
  { ".reading.article-headline", 1.4318, 1.9773 }, /* 21 / 29 */
  { ".reading.boilerplate", 0.9205, 1.4318 },      /* 13.5 / 21 */
};

/* The family of the system's document font, quoted for CSS, or NULL. */
static char *
dup_document_family (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  const char *family;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "org.gnome.desktop.interface", TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "document-font-name"))
    return NULL;
  settings = g_settings_new_full (schema, NULL, NULL);
  name = g_settings_get_string (settings, "document-font-name");
  font = pango_font_description_from_string (name);
  family = pango_font_description_get_family (font);
  return family != NULL && strpbrk (family, "\"\\;{}") == NULL
             ? g_strdup_printf ("\"%s\", sans-serif", family)
             : NULL;
}

/* The style sheet of face @face ("serif", "document") at @percent of the usual size. */
static char *
dup_css (const char *face, int percent)
{
  GString *css = g_string_new (NULL);
  g_autofree char *family = g_str_equal (face, "document") ? dup_document_family () : NULL;
  double scale = CLAMP (percent, 85, 160) / 100.0;

  if (family == NULL)
    family = g_strdup (g_str_equal (face, "document") ? "sans-serif" : SERIF);
  g_string_append_printf (css, ".reading { font-family: %s; }\n", family);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      char size[G_ASCII_DTOSTR_BUF_SIZE], line[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (size, sizeof size, "%.4f", roles[i].size * scale);
      g_ascii_formatd (line, sizeof line, "%.4f", roles[i].line * scale);
      g_string_append_printf (css, "%s { font-size: %srem; line-height: %srem; }\n",
                              roles[i].selector, size, line);
    }
  syn_column_style_append_css (css, roles[ARTICLE].size * scale, SERIF);
  return g_string_free (css, FALSE);
}

static void
update_cb (gpointer object, const char *key)
{
  g_autofree char *face = syn_settings_get_string ("reading-face");
  g_autofree char *css = dup_css (face, syn_settings_get_int ("reading-size"));

  gtk_css_provider_load_from_data (object, css, -1);
}

void
syn_reading_style_install (GdkDisplay *display)
{
  static GtkCssProvider *provider;

  g_return_if_fail (GDK_IS_DISPLAY (display));
  if (provider != NULL)
    return;
  provider = gtk_css_provider_new ();
  update_cb (provider, NULL);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  syn_settings_watch ("reading-face", update_cb, G_OBJECT (provider));
  syn_settings_watch ("reading-size", update_cb, G_OBJECT (provider));
}
