/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

int
syn_match_compare (gconstpointer a, gconstpointer b)
{
  const SynMatch *x = a, *y = b;
  gboolean hidden_x = x->tier == SYN_TIER_NONE, hidden_y = y->tier == SYN_TIER_NONE;

  if (hidden_x != hidden_y)
    return hidden_x ? 1 : -1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* More sources first, then more statements, then earlier in the corpus. */
int
syn_claim_compare (gconstpointer a, gconstpointer b)
{
  const SynClaim *x = a, *y = b;

  if (x->n_sources != y->n_sources)
    return x->n_sources > y->n_sources ? -1 : 1;
  for (guint i = 0; i < MIN (x->statements->len, y->statements->len); i++)
    {
      guint s = g_array_index (x->statements, guint, i),
            t = g_array_index (y->statements, guint, i);

      if (s != t)
        return s < t ? -1 : 1;
    }
  return (x->statements->len > y->statements->len) - (x->statements->len < y->statements->len);
}

/* No two claims with the same words: the one with more sources has the first choice. */
static void
word_claims (GArray *claims, SynEngine *engine)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const SynClaim *claim = &g_array_index (claims, SynClaim, i);

      if (claim->summary != NULL)
        g_hash_table_add (used, g_strdup (claim->summary));
    }
  for (guint i = 0; i < claims->len; i++)
    {
      SynClaim *claim = &g_array_index (claims, SynClaim, i);

      if (claim->summary == NULL)
        claim->summary = syn_claim_dup_summary (claim, engine, used);
    }
}

void
syn_claims_finish (GArray *claims, SynEngine *engine, GArray *matches, GArray *conflicts)
{
  g_autoptr (GArray) copied = g_array_new (FALSE, FALSE, sizeof (SynMatch *));

  g_array_sort (matches, syn_match_compare);
  for (guint i = 0; i < matches->len; i++)
    {
      SynMatch *match = &g_array_index (matches, SynMatch, i);

      if (match->kind == SYN_MATCH_COPIED && match->tier != SYN_TIER_NONE)
        g_array_append_val (copied, match);
    }
  for (guint i = 0; i < claims->len && !syn_engine_stops (engine); i++)
    syn_claim_describe (&g_array_index (claims, SynClaim, i), engine, copied);
  /* What nobody waits for any more is thrown away; a claim that is half described would only be in the way. */
  if (syn_engine_stops (engine))
    g_array_set_size (claims, 0);
  g_array_sort (claims, syn_claim_compare);
  word_claims (claims, engine);
  syn_claims_attach_conflicts (claims, conflicts);
  for (guint i = 0; i < claims->len && !syn_engine_stops (engine); i++)
    syn_claim_list_values (&g_array_index (claims, SynClaim, i), engine, conflicts);
}

GArray *
syn_comparison_assemble_matches (SynEngine *engine, SynCompareFlags flags)
{
  engine->keep_all = (flags & SYN_COMPARE_ALL) != 0;
  syn_engine_calibrate (engine);
  syn_conflicts_find (engine);
  g_clear_pointer (&engine->pair_index, syn_pair_table_free);
  return syn_matches_new (engine);
}

SynComparison *
syn_comparison_assemble_claims (SynEngine *engine, GArray *matches)
{
  GArray *claims, *conflicts;

  g_ptr_array_add (engine->remarks, NULL);
  syn_variants_find_units (engine, matches);
  syn_variants_find_seats (engine, matches);
  claims = syn_claims_new (engine, matches, NULL);
  conflicts = g_array_ref (engine->conflicts);
  syn_claims_finish (claims, engine, matches, conflicts);
  return syn_comparison_new_take (engine, matches, conflicts, claims);
}
