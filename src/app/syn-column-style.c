/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-column-style.h"

#include "syn-settings.h"

static const int zooms[] = { 70, 80, 90, 100, 110, 120, 135, 150, 175, 200 };

static const char *
known_face (const char *face)
{
  if (g_str_equal (face, "serif"))
    return "serif";
  return g_str_equal (face, "sans") ? "sans" : "";
}

static int
known_zoom (int zoom)
{
  int nearest = 100;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (ABS (zooms[i] - zoom) < ABS (nearest - zoom))
      nearest = zooms[i];
  return nearest;
}

SynColumnStyle
syn_column_style_get (const char *outlet)
{
  g_autoptr (GVariant) all = syn_settings_get (SYN_COLUMN_STYLE_KEY);
  SynColumnStyle style = { 100, "" };
  const char *face;
  int zoom;

  if (g_variant_lookup (all, outlet, "(i&s)", &zoom, &face))
    {
      style.zoom = known_zoom (zoom);
      style.face = known_face (face);
    }
  return style;
}

void
syn_column_style_set (const char *outlet, SynColumnStyle style)
{
  g_autoptr (GVariant) all = syn_settings_get (SYN_COLUMN_STYLE_KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name, *face;
  int zoom;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(is)}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s(i&s)}", &name, &zoom, &face))
    if (!g_str_equal (name, outlet))
      g_variant_builder_add (&builder, "{s(is)}", name, zoom, face);
  if (style.zoom != 100 || *style.face != '\0')
    g_variant_builder_add (&builder, "{s(is)}", outlet, style.zoom, style.face);
  syn_settings_set (SYN_COLUMN_STYLE_KEY, g_variant_builder_end (&builder));
}

int
syn_column_style_step (int zoom, int step)
{
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (zooms[i] == zoom)
      return zooms[CLAMP ((int) i + step, 0, (int) G_N_ELEMENTS (zooms) - 1)];
  return 100;
}

char *
syn_column_style_dup_class (int zoom)
{
  return zoom != 100 ? g_strdup_printf ("zoom-%d", zoom) : NULL;
}

void
syn_column_style_append_css (GString *css, double font, const char *serif)
{
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      char size[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (size, sizeof size, "%.4f", font * zooms[i] / 100.0);
      g_string_append_printf (css, ".reading.article.zoom-%d { font-size: %srem; }\n", zooms[i], size);
    }
  g_string_append_printf (css, ".reading.article.face-serif { font-family: %s; }\n", serif);
  g_string_append (css, ".reading.article.face-sans { font-family: inherit; }\n");
}
