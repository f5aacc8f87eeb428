/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorts numbers ascending, in place: the words of a statement are few, and most of the time of a general sort
 * would go into calling back and into its buffers.  Shell's, with the gaps of Ciura (2001). */
static inline void
syn_sort_numbers (guint64 *numbers, guint n)
{
  static const guint gaps[] = { 701, 301, 132, 57, 23, 10, 4, 1 };

  for (guint g = 0; g < G_N_ELEMENTS (gaps); g++)
    for (guint i = gaps[g]; i < n; i++)
      {
        guint64 number = numbers[i];
        guint k = i;

        for (; k >= gaps[g] && numbers[k - gaps[g]] > number; k -= gaps[g])
          numbers[k] = numbers[k - gaps[g]];
        numbers[k] = number;
      }
}

G_END_DECLS
