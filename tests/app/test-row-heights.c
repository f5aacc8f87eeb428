/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-row-heights.h"

static void
test_empty (void)
{
  g_autoptr (SynRowHeights) heights = syn_row_heights_new ();

  g_assert_cmpuint (syn_row_heights_get_n (heights), ==, 0);
  g_assert_cmpint (syn_row_heights_before (heights, 0), ==, 0);
  g_assert_cmpuint (syn_row_heights_at (heights, 40), ==, 0);
  g_assert_cmpint (syn_row_heights_next_estimated (heights, 0, FALSE), ==, -1);
  g_assert_cmpint (syn_row_heights_next_estimated (heights, 0, TRUE), ==, -1);
}

static void
test_places (void)
{
  const int estimates[] = { 10, 0, 30, 5 };
  static const struct
  {
    gint64 y;
    guint row;
  } places[] = { { -5, 0 }, { 0, 0 },  { 9, 0 },  { 10, 2 },  { 39, 2 },
                 { 40, 3 }, { 44, 3 }, { 45, 3 }, { 9000, 3 } };
  g_autoptr (SynRowHeights) heights = syn_row_heights_new ();

  syn_row_heights_reset (heights, estimates, G_N_ELEMENTS (estimates));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpuint (syn_row_heights_at (heights, places[i].y), ==, places[i].row);
  g_assert_cmpint (syn_row_heights_before (heights, 4), ==, 45);
}

static void
test_exact (void)
{
  const int estimates[] = { 10, 20, 30 };
  g_autoptr (SynRowHeights) heights = syn_row_heights_new ();

  syn_row_heights_reset (heights, estimates, 3);
  g_assert_false (syn_row_heights_set (heights, 1, 20));
  g_assert_true (syn_row_heights_is_exact (heights, 1));
  g_assert_cmpuint (syn_row_heights_get_n_exact (heights), ==, 1);
  g_assert_cmpint (syn_row_heights_next_estimated (heights, 1, FALSE), ==, 2);
  g_assert_cmpint (syn_row_heights_next_estimated (heights, 1, TRUE), ==, 0);
  g_assert_true (syn_row_heights_set (heights, 1, 26));
  g_assert_cmpuint (syn_row_heights_get_n_exact (heights), ==, 1);
  g_assert_cmpint (syn_row_heights_before (heights, 2), ==, 36);
  syn_row_heights_reset (heights, NULL, 2);
  g_assert_cmpuint (syn_row_heights_get_n_exact (heights), ==, 0);
  g_assert_cmpint (syn_row_heights_before (heights, 2), ==, 0);
}

/* Whatever was set, sums and places are those of a plain array. */
static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = (guint)g_test_rand_int_range (1, 400);
      g_autofree int *plain = g_new0 (int, n);
      g_autoptr (SynRowHeights) heights = syn_row_heights_new ();

      for (guint i = 0; i < n; i++)
        plain[i] = g_test_rand_int_range (0, 200);
      syn_row_heights_reset (heights, plain, n);
      for (guint step = 0; step < 40; step++)
        {
          guint row = (guint)g_test_rand_int_range (0, (gint32)n);
          gint64 sum = 0;

          plain[row] = g_test_rand_int_range (0, 200);
          syn_row_heights_set (heights, row, plain[row]);
          for (guint i = 0; i < n; i++)
            {
              g_assert_cmpint (syn_row_heights_before (heights, i), ==, sum);
              if (plain[i] > 0)
                {
                  g_assert_cmpuint (syn_row_heights_at (heights, sum), ==, i);
                  g_assert_cmpuint (syn_row_heights_at (heights, sum + plain[i] - 1), ==, i);
                }
              sum += plain[i];
            }
          g_assert_cmpint (syn_row_heights_before (heights, n), ==, sum);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-heights/empty", test_empty);
  g_test_add_func ("/row-heights/places", test_places);
  g_test_add_func ("/row-heights/exact", test_exact);
  g_test_add_func ("/row-heights/random", test_random);
  return g_test_run ();
}
