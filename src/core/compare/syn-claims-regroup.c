/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

/*
 * A correction is about two statements, and who makes it does not expect that claims on which she has ruled, or which
 * she has read, fall apart elsewhere.  So a few links and unlinks only regroup the claims that they are about; all
 * others stay as they are, whatever has been learned.  Who goes on to answer teaches the program the event: then the
 * claims are grouped anew by all that it has learned.
 */
/* So many links and unlinks are answers, and no single corrections any more. */
#define LEAST_TAUGHT 5

/* What is grouped anew. */
typedef struct
{
  SynEngine *engine;
  gboolean *in; /* per statement */
} Region;

gboolean
syn_claims_are_taught (const SynDecisions *decisions)
{
  return decisions->links->len + decisions->unlinks->len >= LEAST_TAUGHT;
}

static gboolean
contains (const GArray *statements, guint statement)
{
  for (guint i = 0; i < statements->len; i++)
    if (g_array_index (statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

/* A link may join two claims; an unlink only parts what stands together. */
static gboolean
is_affected (const SynClaim *claim, const SynDecisions *decisions)
{
  for (guint i = 0; i < decisions->unlinks->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (decisions->unlinks, SynDecisionPair, i);

      if (contains (claim->statements, pair->a) && contains (claim->statements, pair->b))
        return TRUE;
    }
  for (guint i = 0; i < decisions->links->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (decisions->links, SynDecisionPair, i);

      if (contains (claim->statements, pair->a) || contains (claim->statements, pair->b))
        return TRUE;
    }
  return FALSE;
}

static void
keep_claim (GArray *to, const SynClaim *claim)
{
  SynClaim kept = { .statements = g_array_copy (claim->statements) };

  g_array_append_val (to, kept);
}

/* Copies only the matches inside the region. */
static GArray *
list_inside (const Region *region, GArray *matches)
{
  GArray *inside = g_array_new (FALSE, FALSE, sizeof (SynMatch)); /* borrows what they hold */

  for (guint i = 0; i < matches->len; i++)
    {
      const SynMatch *match = &g_array_index (matches, SynMatch, i);

      if (region->in[match->a] && region->in[match->b])
        g_array_append_val (inside, *match);
    }
  return inside;
}

/* A figure that is disputed draws in whoever disputes it: not from outside. */
static GHashTable *
list_vetoes (const Region *region, GHashTable *unlinked)
{
  GHashTable *vetoes = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);
  const GArray *conflicts = region->engine->conflicts;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, unlinked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (vetoes, g_memdup2 (key, sizeof (guint64)));
  for (guint i = 0; i < conflicts->len; i++)
    {
      const SynConflict *conflict = &g_array_index (conflicts, SynConflict, i);
      guint64 pair = syn_pair_key (conflict->a, conflict->b);

      if (!region->in[conflict->a] || !region->in[conflict->b])
        g_hash_table_add (vetoes, g_memdup2 (&pair, sizeof pair));
    }
  return vetoes;
}

static gboolean
is_inside (const Region *region, const SynClaim *claim)
{
  for (guint i = 0; i < claim->statements->len; i++)
    if (!region->in[g_array_index (claim->statements, guint, i)])
      return FALSE;
  return TRUE;
}

static void
regroup (const Region *region, GArray *claims, GArray *matches, GHashTable *unlinked)
{
  g_autoptr (GArray) inside = list_inside (region, matches);
  g_autoptr (GHashTable) vetoes = list_vetoes (region, unlinked);
  g_autoptr (GArray) grouped = syn_claims_new (region->engine, inside, vetoes);

  for (guint i = 0; i < grouped->len; i++)
    if (is_inside (region, &g_array_index (grouped, SynClaim, i)))
      keep_claim (claims, &g_array_index (grouped, SynClaim, i));
}

GArray *
syn_claims_regroup (SynComparison *from, GArray *matches, const SynDecisions *decisions, GHashTable *unlinked)
{
  SynEngine *engine = syn_comparison_get_engine (from);
  g_autofree gboolean *in = g_new0 (gboolean, engine->statements->len + 1);
  Region region = { .engine = engine, .in = in };
  GArray *claims = g_array_new (FALSE, TRUE, sizeof (SynClaim));
  guint n;
  const SynClaim *before = syn_comparison_get_claims (from, &n);

  g_array_set_clear_func (claims, (GDestroyNotify) syn_claim_clear);
  for (guint i = 0; i < n; i++)
    if (!is_affected (&before[i], decisions))
      keep_claim (claims, &before[i]);
    else
      for (guint k = 0; k < before[i].statements->len; k++)
        in[g_array_index (before[i].statements, guint, k)] = TRUE;
  for (guint i = 0; i < decisions->links->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (decisions->links, SynDecisionPair, i);

      in[pair->a] = in[pair->b] = TRUE;
    }
  regroup (&region, claims, matches, unlinked);
  return claims;
}
