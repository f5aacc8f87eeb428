/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

SynStance
syn_statement_get_stance (const SynStatement *statement)
{
  if (!syn_span_is_empty (statement->denial))
    return SYN_STANCE_DENIES;
  if (!syn_span_is_empty (statement->speaker) || statement->certainty == SYN_CERTAINTY_REPORTED
      || statement->certainty == SYN_CERTAINTY_CLAIMED)
    return SYN_STANCE_ATTRIBUTES;
  return SYN_STANCE_SAYS;
}

SynStance
syn_statement_get_stance_at (const SynStatement *statement, SynSpan span, SynSpan *out_speaker)
{
  gboolean turned = !syn_span_is_empty (span) && span.start >= statement->turn;
  SynSpan speaker = turned ? statement->next_speaker : statement->speaker;
  SynStance stance = syn_statement_get_stance (statement);

  if (out_speaker != NULL)
    *out_speaker = speaker;
  if (syn_span_is_empty (span))
    return stance;
  if (stance == SYN_STANCE_DENIES && syn_span_overlaps (span, statement->denial))
    return stance;
  if (stance == SYN_STANCE_SAYS || (turned && syn_span_is_empty (speaker)))
    return SYN_STANCE_SAYS;
  return syn_span_is_empty (speaker) && stance == SYN_STANCE_DENIES ? SYN_STANCE_SAYS : SYN_STANCE_ATTRIBUTES;
}

SynSpan
syn_claim_get_speaker (const SynClaim *claim, const SynStatement *statement, guint index)
{
  SynSpan speaker = statement->speaker;

  for (guint i = 0; i < claim->values->len; i++)
    {
      const SynValue *value = &g_array_index (claim->values, SynValue, i);

      if (value->statement != index)
        continue;
      syn_statement_get_stance_at (statement, value->span, &speaker);
      break;
    }
  return speaker;
}

static void
raise_stance (SynClaim *claim, guint article, SynStance stance)
{
  static const guint rank[] = { [SYN_STANCE_SILENT] = 0,
                                [SYN_STANCE_DENIES] = 1,
                                [SYN_STANCE_ATTRIBUTES] = 2,
                                [SYN_STANCE_SAYS] = 3 };
  SynStance *known = &g_array_index (claim->stances, SynStance, article);

  if (rank[stance] > rank[*known])
    *known = stance;
}

/* A source that says it once in its own voice says it; it only denies when nothing else does.  Where a
 * statement gives a value, the clause that holds it counts. */
void
syn_claim_list_stances (SynClaim *claim, SynEngine *engine)
{
  g_clear_pointer (&claim->stances, g_array_unref);
  claim->stances = g_array_new (FALSE, TRUE, sizeof (SynStance));
  g_array_set_size (claim->stances, engine->documents->len);
  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint statement = g_array_index (claim->statements, guint, i);
      const SynStatement *of = syn_engine_get_statement (engine, statement);
      gboolean has_value = FALSE;

      for (guint k = 0; claim->values != NULL && k < claim->values->len; k++)
        {
          const SynValue *value = &g_array_index (claim->values, SynValue, k);

          if (value->statement != statement)
            continue;
          has_value = TRUE;
          raise_stance (claim, of->article, syn_statement_get_stance_at (of, value->span, NULL));
        }
      if (!has_value)
        raise_stance (claim, of->article, syn_statement_get_stance (of));
    }
}

void
syn_claim_describe (SynClaim *claim, SynEngine *engine, GArray *copied)
{
  syn_claim_count_origins (claim, engine, copied);
  syn_claim_list_stances (claim, engine);
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
