/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a dismissal leaves of the odds of other conflicts of its type. */
#define DISMISSED_ODDS 0.8
/* … and of those that show the same disagreement, beside that. */
#define DISMISSED_GROUP 0.25

/* Each pair of statements → its match; the keys are owned, the matches are not. */
static GHashTable *
index_matches (SynComparison *from)
{
  GHashTable *index = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (from, &n);

  for (guint i = 0; i < n; i++)
    {
      guint64 key = syn_pair_key (matches[i].a, matches[i].b);

      g_hash_table_insert (index, g_memdup2 (&key, sizeof key), (gpointer)&matches[i]);
    }
  return index;
}

static GHashTable *
new_key_set (GArray *pairs)
{
  GHashTable *set = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (pairs, SynDecisionPair, i);
      guint64 key = syn_pair_key (pair->a, pair->b);

      g_hash_table_add (set, g_memdup2 (&key, sizeof key));
    }
  return set;
}

static void
own_match (GArray *to, SynEngine *engine, const SynMatch *known, guint a, guint b)
{
  SynPair pair = { .a = MIN (a, b), .b = MAX (a, b), .p = 1, .tier = SYN_TIER_SURE };
  SynMatch match;

  if (syn_engine_get_statement (engine, a)->article
      == syn_engine_get_statement (engine, b)->article)
    return;
  syn_match_init (&match, engine, &pair);
  if (known != NULL && match.kind == SYN_MATCH_SAME && known->kind == SYN_MATCH_COPIED)
    match.kind = SYN_MATCH_COPIED;
  match.own = TRUE;
  match.score = 1;
  g_free (match.reason);
  match.reason = g_strdup (_ ("You linked these two statements"));
  g_array_append_val (to, match);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const SynDecisionPair *x = a, *y = b;
  guint64 key_x = syn_pair_key (x->a, x->b), key_y = syn_pair_key (y->a, y->b);

  return (key_x > key_y) - (key_x < key_y);
}

/* What the reader linked; each link once, however often it was made.  Claims begin at the first
 * links, so that their order must not be that of the answers. */
static void
add_links (GArray *matches,
           SynComparison *from,
           const SynDecisions *decisions,
           GHashTable *unlinked)
{
  SynEngine *engine = syn_comparison_get_engine (from);
  g_autoptr (GHashTable) left = new_key_set (decisions->links);
  g_autoptr (GArray) links = g_array_copy (decisions->links);

  g_array_sort (links, compare_links);
  for (guint i = 0; i < links->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (links, SynDecisionPair, i);
      guint64 key = syn_pair_key (pair->a, pair->b);

      if (!g_hash_table_contains (unlinked, &key) && g_hash_table_remove (left, &key))
        own_match (matches, engine, syn_comparison_find_match (from, pair->a, pair->b), pair->a,
                   pair->b);
    }
}

/* The engine's matches as learned from the answers, without what the reader parted, with what the
 * reader linked. */
static GArray *
apply_to_matches (SynComparison *from, const SynDecisions *decisions, GHashTable *unlinked)
{
  SynEngine *engine = syn_comparison_get_engine (from);
  GArray *matches = g_array_new (FALSE, TRUE, sizeof (SynMatch));
  g_autoptr (GHashTable) linked = new_key_set (decisions->links);
  g_autoptr (GHashTable) known = index_matches (from);
  g_autoptr (GArray) pairs = syn_learn_pairs (engine, decisions);

  g_array_set_clear_func (matches, (GDestroyNotify)syn_match_clear);
  add_links (matches, from, decisions, unlinked);
  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);
      guint64 key = syn_pair_key (pair->a, pair->b);
      SynMatch match;

      if ((pair->tier == SYN_TIER_NONE && !engine->keep_all)
          || g_hash_table_contains (unlinked, &key) || g_hash_table_contains (linked, &key))
        continue;
      syn_match_init_copy (&match, engine, pair, g_hash_table_lookup (known, &key));
      g_array_append_val (matches, match);
    }
  return matches;
}

/* What the reader struck out. */
typedef struct
{
  guint of_type[SYN_N_CONFLICT_TYPES]; /* how many */
  GHashTable *groups;                  /* set of groups */
} Dismissed;

static void
dismissed_init (Dismissed *self, SynComparison *from, const SynDecisions *decisions)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (from, &n);

  memset (self->of_type, 0, sizeof self->of_type);
  self->groups = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = syn_conflict_dup_key (from, &conflicts[i]);

      if (!g_hash_table_contains (decisions->dismissed, key))
        continue;
      self->of_type[conflicts[i].type]++;
      g_hash_table_add (self->groups, GUINT_TO_POINTER (conflicts[i].group));
    }
}

static void
dismissed_clear (Dismissed *self)
{
  g_hash_table_unref (self->groups);
}

/* A kind that was wrong several times in this story is less likely right the next time: every
 * dismissal takes a part of the odds, and a bigger one where the same disagreement was struck out.
 */
static void
lower_conflict (SynConflict *conflict, const Dismissed *dismissed)
{
  double p = conflict->probability, odds, lowered;
  gboolean group = g_hash_table_contains (dismissed->groups, GUINT_TO_POINTER (conflict->group));

  if (dismissed->of_type[conflict->type] == 0 || p <= 0 || p >= 1)
    return;
  odds = p / (1 - p) * pow (DISMISSED_ODDS, dismissed->of_type[conflict->type])
         * (group ? DISMISSED_GROUP : 1);
  lowered = odds / (1 + odds);
  conflict->score *= lowered / p;
  conflict->probability = lowered;
  conflict->tier = MAX (conflict->tier, syn_conflict_tier_of (lowered));
}

static GArray *
apply_to_conflicts (SynComparison *from, const SynDecisions *decisions)
{
  GArray *conflicts = g_array_new (FALSE, TRUE, sizeof (SynConflict));
  guint n;
  const SynConflict *old = syn_comparison_get_conflicts (from, &n);

  Dismissed dismissed;

  g_array_set_clear_func (conflicts, (GDestroyNotify)syn_conflict_clear);
  dismissed_init (&dismissed, from, decisions);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = syn_conflict_dup_key (from, &old[i]);
      SynConflict copy = old[i];

      if (g_hash_table_contains (decisions->dismissed, key))
        continue;
      copy.topic = g_strdup (old[i].topic);
      copy.reason = g_strdup (old[i].reason);
      copy.claim = -1;
      lower_conflict (&copy, &dismissed);
      g_array_append_val (conflicts, copy);
    }
  dismissed_clear (&dismissed);
  g_array_sort (conflicts, syn_conflict_compare);
  return conflicts;
}

static guint
count_shared (GArray *a, GArray *b)
{
  guint n = 0;

  for (guint i = 0; i < a->len; i++)
    for (guint k = 0; k < b->len; k++)
      n += g_array_index (a, guint, i) == g_array_index (b, guint, k);
  return n;
}

/* The engine's claim that shares the most statements with @own: at least half of the smaller one.
 */
static gint
resolve_claim (GArray *claims, const SynOwnClaim *own)
{
  guint best_shared = 0;
  gint best = -1;

  for (guint i = 0; i < claims->len; i++)
    {
      const SynClaim *claim = &g_array_index (claims, SynClaim, i);
      guint shared = count_shared (claim->statements, own->statements);

      if (claim->id != NULL || claim->own)
        continue;
      if (shared > best_shared && 2 * shared >= MIN (claim->statements->len, own->statements->len))
        {
          best = i;
          best_shared = shared;
        }
    }
  return best;
}

static int
compare_guint (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

static void
append_own_claim (GArray *claims, const SynOwnClaim *own)
{
  SynClaim claim = { .own = TRUE, .id = g_strdup (own->id), .summary = g_strdup (own->wording) };

  claim.statements = g_array_copy (own->statements);
  g_array_sort (claim.statements, compare_guint);
  for (guint i = claim.statements->len; i-- > 1;)
    if (g_array_index (claim.statements, guint, i)
        == g_array_index (claim.statements, guint, i - 1))
      g_array_remove_index (claim.statements, i);
  g_array_append_val (claims, claim);
}

/* What the reader put into claims one by one: each statement once. */
static GHashTable *
list_chosen (const SynDecisions *decisions)
{
  GHashTable *chosen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < decisions->claims->len; i++)
    {
      const SynOwnClaim *own = g_ptr_array_index (decisions->claims, i);

      for (guint k = 0; own->exact && k < own->statements->len; k++)
        g_hash_table_add (chosen, GUINT_TO_POINTER (g_array_index (own->statements, guint, k)));
    }
  return chosen;
}

/* Exact claims replace the engine's claims of which they took the most: the ones within them, the
 * one that was split into several of them, and the ones that were merged. */
static void
drop_replaced (GArray *claims, const SynDecisions *decisions)
{
  g_autoptr (GHashTable) chosen = list_chosen (decisions);

  for (guint i = claims->len; i-- > 0;)
    {
      const GArray *statements = g_array_index (claims, SynClaim, i).statements;
      guint taken = 0;

      for (guint k = 0; k < statements->len; k++)
        taken += g_hash_table_contains (chosen,
                                        GUINT_TO_POINTER (g_array_index (statements, guint, k)));
      if (2 * taken > statements->len)
        g_array_remove_index (claims, i);
    }
}

static void
apply_ruled (GArray *claims, const SynOwnClaim *own)
{
  gint index = resolve_claim (claims, own);
  SynClaim *claim;

  if (index < 0)
    {
      append_own_claim (claims, own);
      return;
    }
  claim = &g_array_index (claims, SynClaim, index);
  claim->id = g_strdup (own->id);
  if (own->wording != NULL)
    {
      g_free (claim->summary);
      claim->summary = g_strdup (own->wording);
    }
}

static void
apply_to_claims (GArray *claims, const SynDecisions *decisions)
{
  drop_replaced (claims, decisions);
  for (guint i = 0; i < decisions->claims->len; i++)
    {
      const SynOwnClaim *own = g_ptr_array_index (decisions->claims, i);

      if (own->exact && own->statements->len > 0)
        append_own_claim (claims, own);
    }
  for (guint i = 0; i < decisions->claims->len; i++)
    {
      const SynOwnClaim *own = g_ptr_array_index (decisions->claims, i);

      if (!own->exact && own->statements->len > 0)
        apply_ruled (claims, own);
    }
  for (guint i = 0; i < decisions->not_claims->len; i++)
    {
      const SynOwnClaim *own = g_ptr_array_index (decisions->not_claims, i);
      gint index = own->statements->len > 0 ? resolve_claim (claims, own) : -1;

      if (index >= 0)
        g_array_remove_index (claims, index);
    }
}

static void
apply_stances (SynClaim *claim, const SynOwnClaim *own)
{
  for (guint i = 0; i < own->stances->len; i++)
    {
      const SynDecisionStance *one = &g_array_index (own->stances, SynDecisionStance, i);

      if (one->article >= claim->stances->len)
        continue;
      if (claim->own_stances == NULL)
        claim->own_stances = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_index (claim->stances, SynStance, one->article) = (SynStance)one->stance;
      g_array_append_val (claim->own_stances, one->article);
    }
}

/* After the engine has said what each source does with each claim. */
static void
apply_to_stances (GArray *claims, const SynDecisions *decisions)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < decisions->claims->len; i++)
    {
      SynOwnClaim *own = g_ptr_array_index (decisions->claims, i);

      g_hash_table_insert (by_id, own->id, own);
    }
  for (guint i = 0; i < claims->len; i++)
    {
      SynClaim *claim = &g_array_index (claims, SynClaim, i);
      const SynOwnClaim *own = claim->id != NULL ? g_hash_table_lookup (by_id, claim->id) : NULL;

      if (own != NULL)
        apply_stances (claim, own);
    }
}

SynComparison *
syn_comparison_apply (SynComparison *self, const SynDecisions *decisions)
{
  SynEngine *engine;
  g_autoptr (GHashTable) unlinked = NULL;
  GArray *matches, *conflicts, *claims;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && decisions != NULL, NULL);

  if (syn_decisions_is_empty (decisions))
    return g_object_ref (self);
  if (syn_comparison_get_parts (self) != NULL)
    return syn_comparison_apply_to_parts (self, decisions);
  engine = syn_comparison_get_engine (self);
  g_return_val_if_fail (engine != NULL, NULL);
  unlinked = new_key_set (decisions->unlinks);
  matches = apply_to_matches (self, decisions, unlinked);
  conflicts = apply_to_conflicts (self, decisions);
  claims = syn_claims_are_taught (decisions) ? syn_claims_new (engine, matches, unlinked)
                                             : syn_claims_regroup (self, matches, decisions, unlinked);
  apply_to_claims (claims, decisions);
  syn_claims_finish (claims, engine, matches, conflicts);
  apply_to_stances (claims, decisions);
  return syn_comparison_new_take (syn_engine_ref (engine), matches, conflicts, claims);
}
