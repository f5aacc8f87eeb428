/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

SynStance
syn_statement_get_stance (const SynStatement *statement)
{
  if (statement->certainty == SYN_CERTAINTY_DENIED)
    return SYN_STANCE_DENIES;
  if (!syn_span_is_empty (statement->speaker) || statement->certainty == SYN_CERTAINTY_REPORTED
      || statement->certainty == SYN_CERTAINTY_CLAIMED)
    return SYN_STANCE_ATTRIBUTES;
  return SYN_STANCE_SAYS;
}

/* A source that says it once in its own voice says it; it only denies when nothing else does. */
static void
list_stances (SynClaim *claim, SynEngine *engine)
{
  static const guint rank[] = { [SYN_STANCE_SILENT] = 0,
                                [SYN_STANCE_DENIES] = 1,
                                [SYN_STANCE_ATTRIBUTES] = 2,
                                [SYN_STANCE_SAYS] = 3 };

  g_clear_pointer (&claim->stances, g_array_unref);
  claim->stances = g_array_new (FALSE, TRUE, sizeof (SynStance));
  g_array_set_size (claim->stances, engine->documents->len);
  for (guint i = 0; i < claim->statements->len; i++)
    {
      const SynStatement *of
          = syn_engine_get_statement (engine, g_array_index (claim->statements, guint, i));
      SynStance *known = &g_array_index (claim->stances, SynStance, of->article),
                stance = syn_statement_get_stance (of);

      if (rank[stance] > rank[*known])
        *known = stance;
    }
}

void
syn_claim_describe (SynClaim *claim, SynEngine *engine, GArray *copied)
{
  syn_claim_count_origins (claim, engine, copied);
  list_stances (claim, engine);
  if (claim->conflicts == NULL)
    claim->conflicts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static gboolean
contains (GArray *list, guint value)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, guint, i) == value)
      return TRUE;
  return FALSE;
}

/* A conflict stands in the first claim that holds both its statements, else in the first that holds
 * one. */
void
syn_claims_attach_conflicts (GArray *claims, GArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      SynConflict *conflict = &g_array_index (conflicts, SynConflict, i);
      gint one = -1;

      conflict->claim = -1;
      for (guint c = 0; c < claims->len && conflict->claim < 0; c++)
        {
          GArray *members = g_array_index (claims, SynClaim, c).statements;
          gboolean a = contains (members, conflict->a), b = contains (members, conflict->b);

          if (a && b)
            conflict->claim = c;
          else if ((a || b) && one < 0)
            one = c;
        }
      if (conflict->claim < 0)
        conflict->claim = one;
      if (conflict->claim >= 0)
        g_array_append_val (g_array_index (claims, SynClaim, conflict->claim).conflicts, i);
    }
}
