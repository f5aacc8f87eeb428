/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-layout.h"
#include "syn-statement-text.h"

static GArray *
make_columns (guint n, guint hidden)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (SynCompareColumn));

  for (guint i = 0; i < n; i++)
    {
      SynCompareColumn column = { .article = i, .asked = (hidden & (1u << i)) == 0 };

      g_array_append_val (columns, column);
    }
  return g_steal_pointer (&columns);
}

static void
test_how_many (void)
{
  static const struct
  {
    guint n, hidden;
    int width;
    double scale;
    guint open;
  } cases[] = {
    /* the window of the pictures, with and without the panel of claims */
    { 5, 0, 1440 - 60 - 324, 1, 4 },
    { 5, 0, 1440 - 60, 1, 5 },
    /* a folded source gives its room away */
    { 5, 1u << 2, 1440 - 60, 1, 4 },
    { 2, 0, 2000, 1, 2 },
    /* large text wants wider columns */
    { 5, 0, 1440 - 60, 2, 2 },
    /* never none */
    { 5, 0, 100, 1, 1 },
    { 3, 7, 1000, 1, 1 },
    { 12, 0, 1380, 1, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) columns = make_columns (cases[i].n, cases[i].hidden);

      g_assert_cmpuint (syn_compare_layout_fit (columns, cases[i].width, cases[i].scale), ==,
                        cases[i].open);
    }
}

/* Columns and spines stand side by side without gap or overlap, none wider than it may be. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint n = (guint)g_test_rand_int_range (1, 14);
      int width = g_test_rand_int_range (60, 3000);
      double scale = g_test_rand_double_range (0.8, 2.4);
      g_autoptr (GArray) columns = make_columns (n, (guint)g_test_rand_int_range (0, 1 << 14));
      guint open = syn_compare_layout_fit (columns, width, scale);
      guint counted = 0;
      int x = syn_compare_scaled (SYN_COMPARE_GUTTER, scale);

      for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < n; i++)
          {
            const SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

            if (column->open != (pass == 0))
              continue;
            g_assert_cmpint (column->x, ==, x);
            g_assert_cmpint (column->width, >, 0);
            g_assert_cmpint (column->width, <=,
                             syn_compare_scaled (SYN_COMPARE_COLUMN_MOST, scale));
            if (open > 1 && column->open)
              g_assert_cmpint (column->width, >=,
                               syn_compare_scaled (SYN_COMPARE_COLUMN_LEAST, scale));
            x += column->width;
            counted += column->open ? 1 : 0;
          }
      g_assert_cmpuint (counted, ==, open);
      g_assert_cmpuint (open, >=, 1);
      if (open > 1)
        g_assert_cmpint (x, <=, width);
    }
}

/* Where not all have room: the pivot, what is locked, what was called last, and then the reader's order. */
static void
test_which (void)
{
  static const struct
  {
    guint hidden, locked, called_first, called_last;
    const char *open;
  } cases[] = {
    { 0, 0, 0, 0, "012" },      { 0, 1 << 4, 0, 0, "014" }, { 0, 0, 3, 0, "013" },  { 0, 0, 3, 5, "035" },
    { 0, 1 << 4, 3, 5, "045" }, { 1 << 5, 0, 3, 5, "013" }, { 1 << 4, 1 << 4, 0, 0, "012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) columns = make_columns (6, cases[i].hidden);
      g_autoptr (GString) open = g_string_new (NULL);

      for (guint k = 0; k < columns->len; k++)
        {
          SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, k);

          column->locked = (cases[i].locked & (1u << k)) != 0;
          column->called = k > 0 && k == cases[i].called_first ? 7 : k > 0 && k == cases[i].called_last ? 8 : 0;
        }
      g_assert_cmpuint (syn_compare_layout_fit (columns, 900, 1), ==, 3);
      for (guint k = 0; k < columns->len; k++)
        if (g_array_index (columns, SynCompareColumn, k).open)
          g_string_append_printf (open, "%u", k);
      g_assert_cmpstr (open->str, ==, cases[i].open);
    }
}

/* Thirty sources leave a column that can be read, and all within the width. */
static void
test_many_sources (void)
{
  g_autoptr (GArray) columns = make_columns (30, 0);
  int end = 0;

  g_assert_cmpuint (syn_compare_layout_fit (columns, 1000, 1), ==, 1);
  for (guint i = 0; i < columns->len; i++)
    {
      const SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      if (column->open)
        g_assert_cmpint (column->width, >=, SYN_COMPARE_COLUMN_LEAST);
      end = MAX (end, column->x + column->width);
    }
  g_assert_cmpint (end, <=, 1000);
}

static void
test_text (void)
{
  const char *article = "One.  Two \n three,\tfour ä five.";
  SynSpan statement = { 4, 32 };
  static const struct
  {
    SynSpan span;
    const char *shown;
  } cases[] = {
    { { 6, 9 }, "Two" },
    { { 6, 17 }, "Two three" },
    { { 9, 17 }, "three" },
    { { 9, 12 }, "" },
    { { 0, 9 }, "Two" },
    { { 24, 26 }, "ä" },
    { { 24, 99 }, "ä five." },
    { { 0, 3 }, "" },
    { { 5, 6 }, "" },
    { { 12, 19 }, "three," },
    { { 4, 32 }, "Two three, four ä five." },
  };
  g_autoptr (SynStatementText) text = syn_statement_text_new (article, statement);

  g_assert_cmpstr (syn_statement_text_get (text), ==, "Two three, four ä five.");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SynSpan mapped = syn_statement_text_map (text, cases[i].span);
      g_autofree char *shown
          = g_strndup (syn_statement_text_get (text) + mapped.start,
                       mapped.end > mapped.start ? mapped.end - mapped.start : 0);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare-layout/how-many", test_how_many);
  g_test_add_func ("/compare-layout/many-sources", test_many_sources);
  g_test_add_func ("/compare-layout/random", test_random);
  g_test_add_func ("/compare-layout/text", test_text);
  g_test_add_func ("/compare-layout/which", test_which);
  return g_test_run ();
}
