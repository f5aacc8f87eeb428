/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-mark-items.h"

static void
add_conflicts (SynComparison *comparison, guint statement, GArray *items)
{
  guint n, n_all;
  const guint *of = syn_comparison_conflicts_of (comparison, statement, &n);
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n_all);

  for (guint i = 0; i < n; i++)
    {
      const SynConflict *conflict = &conflicts[of[i]];
      SynMarkItem item = { conflict->strength == SYN_STRENGTH_DIRECT ? SYN_MARK_DIRECT : SYN_MARK_TENSION, of[i],
                           (gint) (conflict->a == statement ? conflict->b : conflict->a) };

      if (conflict->tier <= SYN_TIER_LIKELY)
        g_array_append_val (items, item);
    }
}

static void
add_matches (SynComparison *comparison, guint statement, GArray *items)
{
  guint n, n_all;
  const guint *of = syn_comparison_matches_of (comparison, statement, &n);
  const SynMatch *matches = syn_comparison_get_matches (comparison, &n_all);

  for (guint i = 0; i < n; i++)
    {
      const SynMatch *match = &matches[of[i]];
      SynMarkItem item
          = { syn_mark_kind_of_match (match->kind), of[i], (gint) (match->a == statement ? match->b : match->a) };

      if (match->tier <= SYN_TIER_LIKELY)
        g_array_append_val (items, item);
    }
}

static void
add_variants (SynComparison *comparison, guint statement, GArray *items)
{
  guint n;
  const SynVariant *variants = syn_comparison_get_variants (comparison, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < variants[i].occurrences->len; k++)
      {
        SynMarkItem item = { SYN_MARK_VARIANT, i, -1 };

        if (g_array_index (variants[i].occurrences, SynOccurrence, k).statement != statement)
          continue;
        g_array_append_val (items, item);
        break;
      }
}

GArray *
syn_mark_items_list (SynComparison *comparison, guint statement)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SynMarkItem));

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), items);

  add_conflicts (comparison, statement, items);
  add_matches (comparison, statement, items);
  add_variants (comparison, statement, items);
  return items;
}

guint
syn_mark_items_find (const GArray *items, SynMarkKind kind, guint index)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SynMarkItem *item = &g_array_index (items, SynMarkItem, i);

      if (kind == SYN_MARK_DIFFERENCE ? item->kind <= SYN_MARK_RELATED && item->other == (gint) index
                                      : item->kind == kind && item->index == index)
        return i;
    }
  return 0;
}
