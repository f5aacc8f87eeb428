/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-disputes.h"
#include "syn-session-private.h"

/* Which of the questions that a claim holds the reader is at: the one that the heading over her row names, so that
 * text and claim panel speak of the same. */

static const SynConflict *
get_conflict (SynSession *self, gint index)
{
  return &syn_comparison_get_conflicts (self->comparison, NULL)[index];
}

static gboolean
is_of_claim (SynSession *self, gint conflict, gint claim)
{
  return conflict >= 0 && get_conflict (self, conflict)->claim == claim
         && get_conflict (self, conflict)->tier <= SYN_TIER_LIKELY;
}

static gboolean
touches (SynSession *self, gint conflict, gint statement)
{
  g_autoptr (SynDispute) dispute = syn_dispute_new (self->comparison, (guint) conflict);

  return syn_dispute_touches (dispute, self->comparison, (guint) statement);
}

/* The best conflict of @claim in which @statement, if there is one, takes part; -1 without any. */
static gint
find_first (SynSession *self, gint claim, gint statement)
{
  const GArray *of = syn_comparison_get_claims (self->comparison, NULL)[claim].conflicts;

  for (guint i = 0; i < of->len; i++)
    {
      const gint index = (gint) g_array_index (of, guint, i);

      if (is_of_claim (self, index, claim) && (statement < 0 || touches (self, index, statement)))
        return index;
    }
  return -1;
}

gint
syn_session_choose_conflict (SynSession *self, gint claim, gint statement)
{
  const gint kept = self->selected_conflict;
  gint heading = -1, found;

  if (claim < 0 || self->comparison == NULL)
    return -1;
  if (statement < 0)
    return is_of_claim (self, kept, claim) ? kept : find_first (self, claim, -1);
  if (is_of_claim (self, kept, claim) && touches (self, kept, statement))
    return kept;
  if (self->rows != NULL)
    heading = syn_rows_get_row (self->rows, syn_rows_find_statement (self->rows, (guint) statement))->conflict;
  if (is_of_claim (self, heading, claim))
    return heading;
  found = find_first (self, claim, statement);
  if (found >= 0)
    return found;
  return is_of_claim (self, kept, claim) ? kept : find_first (self, claim, -1);
}

gint
syn_session_find_conflict_again (SynSession *self, SynComparison *before, gint conflict)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (self->comparison, &n);
  const SynConflict *old;

  if (before == NULL || conflict < 0)
    return -1;
  old = &syn_comparison_get_conflicts (before, NULL)[conflict];
  for (guint i = 0; i < n; i++)
    if (conflicts[i].a == old->a && conflicts[i].b == old->b && conflicts[i].type == old->type)
      return (gint) i;
  return -1;
}

gint
syn_session_get_selected_conflict (SynSession *self)
{
  return self->comparison != NULL ? self->selected_conflict : -1;
}

/* Its heading may stand over any of the conflicts that show it, or, where the row has another one, over none. */
static gint
find_heading_row (SynSession *self, const SynDispute *dispute)
{
  for (guint i = 0; i < dispute->conflicts->len; i++)
    {
      const gint conflict = (gint) g_array_index (dispute->conflicts, guint, i);
      const guint sides[2] = { get_conflict (self, conflict)->a, get_conflict (self, conflict)->b };

      for (guint side = 0; side < 2; side++)
        {
          const guint row = syn_rows_find_statement (self->rows, sides[side]);

          if (syn_rows_get_row (self->rows, row)->conflict == conflict)
            return (gint) row;
        }
    }
  return -1;
}

gint
syn_session_find_dispute_statement (SynSession *self, guint conflict)
{
  g_autoptr (SynDispute) dispute = NULL;
  gint heading, best = -1;
  guint best_rank = 0;

  if (self->comparison == NULL || self->rows == NULL)
    return -1;
  dispute = syn_dispute_new (self->comparison, conflict);
  heading = find_heading_row (self, dispute);
  for (guint i = 0; i < dispute->conflicts->len; i++)
    {
      const SynConflict *one = get_conflict (self, (gint) g_array_index (dispute->conflicts, guint, i));
      const guint sides[2] = { one->a, one->b };

      for (guint side = 0; side < 2; side++)
        {
          const guint row = syn_rows_find_statement (self->rows, sides[side]);
          const guint article = syn_comparison_get_statement (self->comparison, sides[side])->article;
          const SynRow *of = syn_rows_get_row (self->rows, row);
          const guint rank = 1 + (article == self->pivot) + 2 * (of->claim == dispute->claim) + 4 * !of->headline
                             + 8 * ((gint) row == heading);

          if (rank > best_rank)
            {
              best = (gint) sides[side];
              best_rank = rank;
            }
        }
    }
  return best;
}
