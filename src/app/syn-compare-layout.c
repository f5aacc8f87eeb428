/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-layout.h"

static int
scaled (int pixels, double scale)
{
  return (int) (pixels * MAX (scale, 1.0) + 0.5);
}

int
syn_compare_layout_least (guint n, guint n_spines, double scale)
{
  return SYN_COMPARE_GUTTER + (int) n_spines * SYN_COMPARE_SPINE
         + (int) n * scaled (SYN_COMPARE_COLUMN_LEAST, scale);
}

static guint
count_open (GArray *columns, int width, double scale)
{
  guint wanted = 0;
  guint n;

  for (guint i = 0; i < columns->len; i++)
    wanted += g_array_index (columns, SynCompareColumn, i).asked ? 1 : 0;
  n = MIN (MAX (wanted, 1), columns->len);
  while (n > 1 && syn_compare_layout_least (n, columns->len - n, scale) > width)
    n--;
  return n;
}

/* Which ones: the wanted in their order; with none wanted, the first. */
static void
choose_open (GArray *columns, guint n)
{
  guint left = n;

  for (guint i = 0; i < columns->len; i++)
    {
      SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      column->open = column->asked && left > 0;
      left -= column->open ? 1 : 0;
    }
  for (guint i = 0; i < columns->len && left > 0; i++)
    {
      SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      left -= column->open ? 0 : 1;
      column->open = TRUE;
    }
}

guint
syn_compare_layout_fit (GArray *columns, int width, double scale)
{
  guint n;
  guint place = 0;
  int most = scaled (SYN_COMPARE_COLUMN_MOST, scale);
  int room;
  int x;

  if (columns->len == 0)
    return 0;
  n = count_open (columns, width, scale);
  choose_open (columns, n);
  room = MAX (width - SYN_COMPARE_GUTTER - (int) (columns->len - n) * SYN_COMPARE_SPINE, (int) n);
  room = MIN (room, most * (int) n);
  for (guint i = 0; i < columns->len; i++)
    {
      SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      if (!column->open)
        continue;
      column->x = SYN_COMPARE_GUTTER + (int) ((gint64) room * place / n);
      column->width = SYN_COMPARE_GUTTER + (int) ((gint64) room * (place + 1) / n) - column->x;
      place++;
    }
  x = SYN_COMPARE_GUTTER + room;
  for (guint i = 0; i < columns->len; i++)
    {
      SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      if (column->open)
        continue;
      column->x = x;
      column->width = SYN_COMPARE_SPINE;
      x += SYN_COMPARE_SPINE;
    }
  return n;
}
