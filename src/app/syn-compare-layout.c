/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-layout.h"

int
syn_compare_scaled (int pixels, double scale)
{
  return (int)(pixels * MAX (scale, 1.0) + 0.5);
}

int
syn_compare_layout_least (guint n, guint n_spines, double scale)
{
  return syn_compare_scaled (SYN_COMPARE_GUTTER, scale)
         + (int)n_spines * syn_compare_scaled (SYN_COMPARE_SPINE, scale)
         + (int)n * syn_compare_scaled (SYN_COMPARE_COLUMN_LEAST, scale);
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

/* Whether column @i is to be open sooner than column @than, which comes before it. */
static gboolean
goes_before (const GArray *columns, guint i, guint than)
{
  const SynCompareColumn *x = &g_array_index (columns, SynCompareColumn, i);
  const SynCompareColumn *y = &g_array_index (columns, SynCompareColumn, than);

  if (x->asked != y->asked)
    return x->asked;
  /* The first one is the pivot. */
  if (than == 0)
    return FALSE;
  return x->locked != y->locked ? x->locked : x->called > y->called;
}

static void
choose_open (GArray *columns, guint n)
{
  for (guint i = 0; i < columns->len; i++)
    g_array_index (columns, SynCompareColumn, i).open = FALSE;
  for (; n > 0; n--)
    {
      gint best = -1;

      for (guint i = 0; i < columns->len; i++)
        if (!g_array_index (columns, SynCompareColumn, i).open && (best < 0 || goes_before (columns, i, (guint)best)))
          best = (gint)i;
      g_array_index (columns, SynCompareColumn, best).open = TRUE;
    }
}

guint
syn_compare_layout_fit (GArray *columns, int width, double scale)
{
  guint n;
  guint place = 0;
  int most = syn_compare_scaled (SYN_COMPARE_COLUMN_MOST, scale);
  int gutter = syn_compare_scaled (SYN_COMPARE_GUTTER, scale);
  int spine = syn_compare_scaled (SYN_COMPARE_SPINE, scale);
  int room;
  int x;

  if (columns->len == 0)
    return 0;
  n = count_open (columns, width, scale);
  choose_open (columns, n);
  /* With very many sources the spines give way, so that one column stays that can be read. */
  if (columns->len > n)
    spine = CLAMP ((width - gutter - syn_compare_scaled (SYN_COMPARE_COLUMN_LEAST, scale)) / (int)(columns->len - n),
                   1, spine);
  room = MAX (width - gutter - (int)(columns->len - n) * spine, (int)n);
  room = MIN (room, most * (int)n);
  for (guint i = 0; i < columns->len; i++)
    {
      SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      if (!column->open)
        continue;
      column->x = gutter + (int)((gint64)room * place / n);
      column->width = gutter + (int)((gint64)room * (place + 1) / n) - column->x;
      place++;
    }
  x = gutter + room;
  for (guint i = 0; i < columns->len; i++)
    {
      SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      if (column->open)
        continue;
      column->x = x;
      column->width = spine;
      x += spine;
    }
  return n;
}
