/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper: no line is lost, none stands twice, none below the edge. */
#include "config.h"

#include <glib.h>

#include "syn-print-pages.h"

#define WIDTH 800.0

static PangoContext *
new_context (void)
{
  return pango_font_map_create_context (pango_cairo_font_map_get_default ());
}

static char *
random_words (GRand *random, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      for (int j = g_rand_int_range (random, 1, 12); j > 0; j--)
        g_string_append_c (text, (char) g_rand_int_range (random, 'a', 'z' + 1));
      g_string_append (text, g_rand_int_range (random, 0, 15) == 0 ? "\n" : " ");
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
random_blocks (GRand *random, guint n_columns)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_print_block_free);
  int n = g_rand_int_range (random, 0, 60);

  for (int i = 0; i < n; i++)
    {
      SynPrintBlock *block = syn_print_block_new (n_columns);

      if (g_rand_boolean (random))
        block->heading = random_words (random, 6);
      for (guint j = 0; j < n_columns; j++)
        if (g_rand_int_range (random, 0, 3) > 0)
          syn_print_block_take_cell (
              block, j, random_words (random, (guint) g_rand_int_range (random, 1, i == 7 ? 900 : 60)));
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}

static void
test_nothing_lost (void)
{
  PangoContext *context = new_context ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint round = 0; round < 40; round++)
    {
      guint n_columns = 1 + round % 5;
      g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) blocks = random_blocks (random, n_columns);
      g_autoptr (SynPrintPages) pages = NULL;
      guint lines = 0;

      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (heads, random_words (random, 3));
      pages = syn_print_pages_new (context, heads, blocks, WIDTH, 300 + 40 * round, round % 2);
      for (guint i = 0; i < syn_print_pages_get_n_pages (pages); i++)
        lines += syn_print_pages_count_lines (pages, i);
      g_assert_cmpuint (lines, ==, syn_print_pages_get_n_lines (pages));
    }
  g_object_unref (context);
}

/* Whether anything but white stands in the rows [from, to) of @surface. */
static gboolean
has_ink (cairo_surface_t *surface, int from, int to)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = from; y < to; y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if ((data[y * stride + x * 4] | data[y * stride + x * 4 + 1]) < 0xff)
        return TRUE;
  return FALSE;
}

static void
test_inside_the_page (void)
{
  PangoContext *context = new_context ();
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) blocks = random_blocks (random, 2);
  g_autoptr (SynPrintPages) pages = NULL;
  const int height = 400;

  g_ptr_array_add (heads, g_strdup ("One"));
  g_ptr_array_add (heads, g_strdup ("Two"));
  g_assert_cmpuint (blocks->len, >, 8);
  pages = syn_print_pages_new (context, heads, blocks, WIDTH, height, FALSE);
  g_assert_cmpuint (syn_print_pages_get_n_pages (pages), >, 3);
  for (guint i = 0; i < syn_print_pages_get_n_pages (pages); i++)
    {
      cairo_surface_t *surface
          = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH, height + 100);
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      syn_print_pages_draw (pages, cr, i);
      cairo_surface_flush (surface);
      g_assert_true (has_ink (surface, 0, height));
      g_assert_false (has_ink (surface, height, height + 100));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_object_unref (context);
}

static void
test_empty (void)
{
  PangoContext *context = new_context ();
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (SynPrintPages) pages = syn_print_pages_new (context, heads, blocks, WIDTH, 100, FALSE);

  g_assert_cmpuint (syn_print_pages_get_n_pages (pages), ==, 1);
  g_assert_cmpuint (syn_print_pages_count_lines (pages, 0), ==, 0);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/nothing-lost", test_nothing_lost);
  g_test_add_func ("/print/inside-the-page", test_inside_the_page);
  g_test_add_func ("/print/empty", test_empty);
  return g_test_run ();
}
