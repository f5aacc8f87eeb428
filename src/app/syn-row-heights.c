/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-row-heights.h"

struct _SynRowHeights
{
  guint n;
  guint n_exact;
  int *height;
  guint8 *exact;
  gint64 *tree; /* from 1: sum of the lowest-set-bit many rows that end with this one */
};

SynRowHeights *
syn_row_heights_new (void)
{
  SynRowHeights *self = g_new0 (SynRowHeights, 1);

  syn_row_heights_reset (self, NULL, 0);
  return self;
}

void
syn_row_heights_free (SynRowHeights *self)
{
  g_free (self->height);
  g_free (self->exact);
  g_free (self->tree);
  g_free (self);
}

void
syn_row_heights_reset (SynRowHeights *self, const int *heights, guint n)
{
  g_free (self->height);
  g_free (self->exact);
  g_free (self->tree);
  self->n = n;
  self->n_exact = 0;
  self->height = g_new0 (int, n + 1);
  self->exact = g_new0 (guint8, n + 1);
  self->tree = g_new0 (gint64, n + 1);

  for (guint i = 1; heights != NULL && i <= n; i++)
    {
      guint parent = i + (i & -i);

      self->height[i - 1] = heights[i - 1];
      self->tree[i] += heights[i - 1];
      if (parent <= n)
        self->tree[parent] += self->tree[i];
    }
}

guint
syn_row_heights_get_n (const SynRowHeights *self)
{
  return self->n;
}

guint
syn_row_heights_get_n_exact (const SynRowHeights *self)
{
  return self->n_exact;
}

int
syn_row_heights_get (const SynRowHeights *self, guint row)
{
  g_return_val_if_fail (row < self->n, 0);

  return self->height[row];
}

gboolean
syn_row_heights_is_exact (const SynRowHeights *self, guint row)
{
  g_return_val_if_fail (row < self->n, FALSE);

  return self->exact[row];
}

gboolean
syn_row_heights_set (SynRowHeights *self, guint row, int height)
{
  int change;

  g_return_val_if_fail (row < self->n, FALSE);
  g_return_val_if_fail (height >= 0, FALSE);

  if (!self->exact[row])
    {
      self->exact[row] = TRUE;
      self->n_exact++;
    }
  change = height - self->height[row];
  if (change == 0)
    return FALSE;
  self->height[row] = height;
  for (guint i = row + 1; i <= self->n; i += i & -i)
    self->tree[i] += change;
  return TRUE;
}

gint
syn_row_heights_next_estimated (const SynRowHeights *self, guint from, gboolean backwards)
{
  if (backwards)
    {
      for (gint64 i = MIN ((gint64)from, (gint64)self->n - 1); i >= 0; i--)
        if (!self->exact[i])
          return (gint)i;
    }
  else
    {
      for (guint i = from; i < self->n; i++)
        if (!self->exact[i])
          return (gint)i;
    }
  return -1;
}

gint64
syn_row_heights_before (const SynRowHeights *self, guint row)
{
  gint64 sum = 0;

  g_return_val_if_fail (row <= self->n, 0);

  for (guint i = row; i > 0; i -= i & -i)
    sum += self->tree[i];
  return sum;
}

guint
syn_row_heights_at (const SynRowHeights *self, gint64 y)
{
  guint row = 0;
  guint step = 1;

  if (self->n == 0 || y < 0)
    return 0;
  while (step <= self->n / 2)
    step *= 2;
  for (; step > 0; step /= 2)
    if (row + step <= self->n && self->tree[row + step] <= y)
      {
        row += step;
        y -= self->tree[row];
      }
  return MIN (row, self->n - 1);
}
