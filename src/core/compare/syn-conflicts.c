/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-engine.h"

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const SynConflict *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

void
syn_conflicts_find (SynEngine *engine)
{
  g_array_sort (engine->conflicts, compare_conflicts);
}
