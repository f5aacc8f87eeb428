/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-disputes.h"

static const SynConflict *
get_conflict (SynComparison *comparison, guint index)
{
  return &syn_comparison_get_conflicts (comparison, NULL)[index];
}

static gboolean
is_drawn (const SynConflict *conflict)
{
  return conflict->tier <= SYN_TIER_LIKELY;
}

void
syn_dispute_free (SynDispute *self)
{
  g_array_unref (self->conflicts);
  g_free (self);
}

/* Without a claim only the engine's grouping tells that two conflicts are one. */
gboolean
syn_disputes_are_same (SynComparison *comparison, guint a, guint b)
{
  const SynConflict *x = get_conflict (comparison, a), *y = get_conflict (comparison, b);

  if (x->claim != y->claim)
    return FALSE;
  if (x->claim < 0)
    return a == b || x->group == y->group;
  return x->type == y->type && g_strcmp0 (x->topic, y->topic) == 0;
}

static void
add (GPtrArray *disputes, SynComparison *comparison, guint conflict)
{
  SynDispute *dispute = NULL;

  for (guint i = 0; i < disputes->len && dispute == NULL; i++)
    if (syn_disputes_are_same (comparison, ((SynDispute *) disputes->pdata[i])->lead, conflict))
      dispute = disputes->pdata[i];
  if (dispute == NULL)
    {
      dispute = g_new0 (SynDispute, 1);
      dispute->claim = get_conflict (comparison, conflict)->claim;
      dispute->lead = conflict;
      dispute->conflicts = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (disputes, dispute);
    }
  g_array_append_val (dispute->conflicts, conflict);
}

GPtrArray *
syn_disputes_list (SynComparison *comparison, guint claim)
{
  const GArray *of = syn_comparison_get_claims (comparison, NULL)[claim].conflicts;
  GPtrArray *disputes = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_dispute_free);

  for (guint i = 0; i < of->len; i++)
    if (is_drawn (get_conflict (comparison, g_array_index (of, guint, i))))
      add (disputes, comparison, g_array_index (of, guint, i));
  return disputes;
}

GPtrArray *
syn_disputes_list_all (SynComparison *comparison)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_dispute_free);
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) loose = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_dispute_free);
  guint n_claims, n_conflicts;

  syn_comparison_get_claims (comparison, &n_claims);
  syn_comparison_get_conflicts (comparison, &n_conflicts);
  for (guint i = 0; i < n_claims; i++)
    g_ptr_array_extend_and_steal (all, syn_disputes_list (comparison, i));
  for (guint i = 0; i < n_conflicts; i++)
    if (get_conflict (comparison, i)->claim >= 0 && is_drawn (get_conflict (comparison, i)))
      g_hash_table_add (held, GUINT_TO_POINTER (get_conflict (comparison, i)->group));
  /* What a claim holds already is no other question in the mouth of somebody who makes no claim. */
  for (guint i = 0; i < n_conflicts; i++)
    if (get_conflict (comparison, i)->claim < 0 && is_drawn (get_conflict (comparison, i))
        && !g_hash_table_contains (held, GUINT_TO_POINTER (get_conflict (comparison, i)->group)))
      add (loose, comparison, i);
  g_ptr_array_extend_and_steal (all, g_steal_pointer (&loose));
  return all;
}

SynDispute *
syn_dispute_new (SynComparison *comparison, guint conflict)
{
  const gint claim = get_conflict (comparison, conflict)->claim;
  SynDispute *self = g_new0 (SynDispute, 1);
  const GArray *of = claim >= 0 ? syn_comparison_get_claims (comparison, NULL)[claim].conflicts : NULL;

  self->claim = claim;
  self->conflicts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; of != NULL && i < of->len; i++)
    {
      guint index = g_array_index (of, guint, i);

      if (is_drawn (get_conflict (comparison, index)) && syn_disputes_are_same (comparison, index, conflict))
        g_array_append_val (self->conflicts, index);
    }
  if (self->conflicts->len == 0)
    g_array_append_val (self->conflicts, conflict);
  self->lead = g_array_index (self->conflicts, guint, 0);
  return self;
}

gboolean
syn_dispute_touches (const SynDispute *self, SynComparison *comparison, guint statement)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const SynConflict *conflict = get_conflict (comparison, g_array_index (self->conflicts, guint, i));

      if (conflict->a == statement || conflict->b == statement)
        return TRUE;
    }
  return FALSE;
}

/* Whether most of the longer of both is in the other: a figure inside the name of who did it is another matter. */
static gboolean
is_same_place (SynSpan a, SynSpan b)
{
  const guint32 shared = syn_span_overlaps (a, b) ? MIN (a.end, b.end) - MAX (a.start, b.start) : 0;

  return shared > 0 && 3 * shared >= MAX (a.end - a.start, b.end - b.start);
}

/* Whether @value is what one side says. */
static gboolean
is_side (const SynDispute *self, SynComparison *comparison, const SynValue *value)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const SynConflict *conflict = get_conflict (comparison, g_array_index (self->conflicts, guint, i));

      if ((conflict->a == value->statement && is_same_place (conflict->a_span, value->span))
          || (conflict->b == value->statement && is_same_place (conflict->b_span, value->span)))
        return TRUE;
    }
  return FALSE;
}

gboolean
syn_dispute_has_value (const SynDispute *self, SynComparison *comparison, const SynValue *value)
{
  const GArray *values = self->claim >= 0 ? syn_comparison_get_claims (comparison, NULL)[self->claim].values : NULL;

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const SynValue *other = &g_array_index (values, SynValue, i);

      if (other->group == value->group && is_side (self, comparison, other))
        return TRUE;
    }
  return FALSE;
}
