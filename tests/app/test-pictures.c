/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "read-fixture.h"
#include "syn-application.h"
#include "syn-compare-grid.h"
#include "syn-mark-sample.h"
#include "syn-read-paint.h"
#include "syn-ribbon.h"
#include "syn-settings.h"
#include "window-fixture.h"

/* What must hold of every picture of the window, whatever the fonts of the machine are: nothing here is compared with a
 * picture that was made before. */

/* ── Contrast ────────────────────────────────────────────────────────────── */

static double
linear (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* As WCAG 2 has it. */
static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* What is written or drawn on what. */
static const struct
{
  const char *front;
  const char *back;
  double least;
} pairs[] = {
  { "syn_ink", "syn_view", 7 },           { "syn_ink", "syn_window", 7 },
  { "syn_ink", "syn_header", 7 },         { "syn_ink", "syn_tint", 7 },
  { "syn_ink", "syn_tint2", 7 },          { "syn_ink", "syn_conflict_fill", 7 },
  { "syn_ink", "syn_variant_fill", 7 },   { "syn_ink", "syn_find", 4.5 },
  { "syn_ink", "syn_find_current", 4.5 }, { "syn_ink2", "syn_view", 4.5 },
  { "syn_ink2", "syn_window", 4.5 },      { "syn_ink2", "syn_header", 4.5 },
  { "syn_ink2", "syn_tint", 4.5 },        { "syn_ink2", "syn_tint2", 4.5 },
  { "syn_ink2", "syn_variant_fill", 4.5 }, { "syn_ink3", "syn_view", 4.5 },
  { "syn_ink3", "syn_window", 4.5 },      { "syn_ink3", "syn_tint", 4.5 },
  { "syn_conflict", "syn_view", 4.5 },    { "syn_conflict", "syn_window", 4.5 },
  { "syn_conflict", "syn_tint", 4.5 },    { "syn_conflict", "syn_conflict_fill", 4.5 },
  { "syn_accent", "syn_view", 4.5 },      { "syn_accent", "syn_window", 4.5 },
  { "syn_accent", "syn_tint", 4.5 },      { "syn_confirmed", "syn_view", 4.5 },
  { "syn_confirmed", "syn_tint", 4.5 },   { "syn_disputed", "syn_view", 4.5 },
  { "syn_disputed", "syn_tint", 4.5 },    { "syn_unverified", "syn_view", 4.5 },
  { "syn_unverified", "syn_tint", 4.5 },  { "syn_on_verdict", "syn_confirmed", 4.5 },
  { "syn_on_verdict", "syn_disputed", 4.5 }, { "syn_on_verdict", "syn_unverified", 4.5 },
  { "syn_match", "syn_view", 3 },         { "syn_match", "syn_tint", 3 },
};

static void
add_sheet (GPtrArray *providers, const char *name)
{
  GtkCssProvider *provider = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat (SYN_RESOURCE_PATH "/", name, NULL);

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1 + providers->len);
  g_ptr_array_add (providers, provider);
}

/* As libadwaita puts them one over the other. */
static void
test_contrast (gconstpointer data)
{
  g_auto (GStrv) names = g_strsplit (data, " ", -1);
  g_autoptr (GPtrArray) providers = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  GtkStyleContext *context = gtk_widget_get_style_context (label);

  for (guint i = 0; names[i] != NULL; i++)
    add_sheet (providers, names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      GdkRGBA front, back;
      double found;

      g_assert_true (gtk_style_context_lookup_color (context, pairs[i].front, &front));
      g_assert_true (gtk_style_context_lookup_color (context, pairs[i].back, &back));
      found = contrast (&front, &back);
      if (found < pairs[i].least)
        {
          g_test_message ("%s on %s: %.2f", pairs[i].front, pairs[i].back, found);
          g_test_fail ();
        }
    }
  for (guint i = 0; i < providers->len; i++)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (), providers->pdata[i]);
  g_object_unref (label);
}

/* ── Shapes ──────────────────────────────────────────────────────────────── */

static cairo_surface_t *
render (GtkWidget *widget, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (surface);

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  g_clear_pointer (&node, gsk_render_node_unref);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* How light a pixel is where there is no colour, 0 to 255. */
static int
grey (guint32 pixel)
{
  return (int) (0.299 * (pixel >> 16) + 0.587 * ((pixel >> 8) & 0xff) + 0.114 * (pixel & 0xff));
}

static guint
count_differing (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      n += ABS (grey (pixel_at (a, x, y)) - grey (pixel_at (b, x, y))) > 40;
  return n;
}

/* Every two kinds of marks, and guessed and own ribbons, differ by more than their colour. */
static void
test_shapes (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *samples[SYN_N_MARK_KINDS + 2];
  cairo_surface_t *pictures[G_N_ELEMENTS (samples)];
  const guint n = G_N_ELEMENTS (samples);

  for (guint i = 0; i < n; i++)
    {
      samples[i] = i < SYN_N_MARK_KINDS ? syn_mark_sample_new (i, "Fourteen people")
                                        : syn_mark_sample_new_ribbon (i > SYN_N_MARK_KINDS);
      gtk_box_append (GTK_BOX (box), samples[i]);
    }
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  view_fixture_settle (window);
  for (guint i = 0; i < n; i++)
    pictures[i] = render (samples[i], 160, 40);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      if (count_differing (pictures[i], pictures[k]) < 16)
        {
          g_test_message ("samples %u and %u look alike without colour", k, i);
          g_test_fail ();
        }
  for (guint i = 0; i < n; i++)
    cairo_surface_destroy (pictures[i]);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ── Ribbons ─────────────────────────────────────────────────────────────── */

/* From row @at on up and down, how far a column of pixels is not blank. */
static void
find_ink (cairo_surface_t *surface, int x, int at, int *out_first, int *out_last)
{
  int height = cairo_image_surface_get_height (surface);

  g_assert_cmphex (pixel_at (surface, x, at), !=, 0xffffff);
  for (*out_first = at; *out_first > 0 && pixel_at (surface, x, *out_first - 1) != 0xffffff;)
    (*out_first)--;
  for (*out_last = at; *out_last + 1 < height && pixel_at (surface, x, *out_last + 1) != 0xffffff;)
    (*out_last)++;
}

static void
get_lines (SynReadColumn *column, guint statement, GtkWidget *ribbon, double *out_top, double *out_bottom)
{
  SynReadText *text = syn_read_column_get_text (column);
  double top, bottom, x;
  int y, unused;

  g_assert_true (syn_read_text_get_statement_lines (text, statement, &top, &bottom, NULL));
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (text), GTK_TEXT_WINDOW_WIDGET, 0, (int) top, &unused, &y);
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (text), ribbon, 0, y, &x, out_top));
  *out_bottom = *out_top + bottom - top;
}

/* The band of the selected claim begins and ends where its statements do, on both sides. */
static void
test_ribbon (ReadFixture *self, gconstpointer data)
{
  SynReadColumn *columns[] = { read_fixture_column_at (self, 0), read_fixture_column_at (self, 1) };
  guint article = syn_read_column_get_article (columns[0]);
  GtkWidget *ribbon = view_fixture_find (self->view, SYN_TYPE_RIBBON);
  int width = gtk_widget_get_width (ribbon), height = gtk_widget_get_height (ribbon);

  syn_settings_set_string ("ribbons", "active");
  for (guint round = 0, from = 2; round < 4; round++)
    {
      guint statement = read_fixture_find_shared (self, article, from);
      gint claim, other;
      cairo_surface_t *picture;

      from = statement + 1 - syn_comparison_get_first_statement (read_fixture_comparison (self), article, &(guint){ 0 });
      syn_session_activate (self->base.session, (gint) statement);
      read_fixture_settle (self);
      claim = syn_session_get_selected_claim (self->base.session);
      other = syn_read_counterpart (read_fixture_comparison (self), statement, syn_read_column_get_article (columns[1]),
                                    claim);
      picture = render (ribbon, width, height);
      for (guint side = 0; side < 2; side++)
        {
          double top, bottom;
          int first, last;

          get_lines (columns[side], side == 0 ? statement : (guint) other, ribbon, &top, &bottom);
          find_ink (picture, side == 0 ? 1 : width - 2, (int) (top + bottom) / 2, &first, &last);
          g_assert_cmpfloat (fabs (first - (top - SYN_READ_BAND_MARGIN)), <=, 2);
          g_assert_cmpfloat (fabs (last + 1 - (bottom + SYN_READ_BAND_MARGIN)), <=, 2);
        }
      cairo_surface_destroy (picture);
    }
  syn_settings_set_string ("ribbons", "all");
}

/* ── Words ───────────────────────────────────────────────────────────────── */

/* The first label below @widget whose words do not fit into it; one that is shortened says so with an ellipsis. */
static GtkWidget *
find_clipped (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      int width, height;

      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (widget)), &width, &height);
      if (height > gtk_widget_get_height (widget) + 1 || width > gtk_widget_get_width (widget) + 1)
        {
          g_test_message ("“%s” is %d × %d, its label %d × %d", gtk_label_get_text (GTK_LABEL (widget)), width, height,
                          gtk_widget_get_width (widget), gtk_widget_get_height (widget));
          return widget;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child) ? find_clipped (child) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
check_picture (WindowFixture *self, int width, int dpi)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autofree char *wrong = NULL;
  GtkWidget *clipped;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  for (guint i = 0; i < 2; i++)
    view_fixture_settle (window);
  window_fixture_do (self, "next-conflict");
  view_fixture_settle (window);
  wrong = syn_compare_grid_check (SYN_COMPARE_GRID (view_fixture_find (window, SYN_TYPE_COMPARE_GRID)));
  clipped = find_clipped (window);
  if (wrong == NULL && clipped == NULL)
    return;
  g_test_message ("at %d px and %d dpi: %s", width, dpi, wrong != NULL ? wrong : "words are cut off");
  g_test_fail ();
}

/* Cells of a row share their top, rows follow each other without a gap, and no words are cut off. */
static void
test_words (WindowFixture *self, gconstpointer data)
{
  static const int widths[] = { 1400, 1130, 960, 800, 640, 420, 360 };
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->window));
  int before;

  window_fixture_open_sample (self);
  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  g_object_set (settings, "gtk-xft-dpi", GPOINTER_TO_INT (data) * 1024, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    check_picture (self, widths[i], GPOINTER_TO_INT (data));
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
}

int
main (int argc, char **argv)
{
  view_fixture_init (&argc, &argv);
  syn_application_load_styles (gdk_display_get_default ());
  g_test_add_data_func ("/pictures/contrast/light", "style.css", test_contrast);
  g_test_add_data_func ("/pictures/contrast/dark", "style.css style-dark.css", test_contrast);
  g_test_add_data_func ("/pictures/contrast/high", "style.css style-hc.css", test_contrast);
  g_test_add_data_func ("/pictures/contrast/high-dark", "style.css style-dark.css style-hc.css style-hc-dark.css",
                        test_contrast);
  g_test_add_func ("/pictures/shapes", test_shapes);
  g_test_add ("/pictures/ribbon", ReadFixture, NULL, read_fixture_set_up, test_ribbon, read_fixture_tear_down);
  g_test_add ("/pictures/words", WindowFixture, GINT_TO_POINTER (96), window_fixture_set_up, test_words,
              window_fixture_tear_down);
  g_test_add ("/pictures/words-large", WindowFixture, GINT_TO_POINTER (144), window_fixture_set_up, test_words,
              window_fixture_tear_down);
  return g_test_run ();
}
