/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-claim-links.h"
#include "compare/syn-comparison-private.h"
#include "compare/syn-twin-claims.h"
#include "compare/syn-twins.h"

#include <string.h>

/*
 * Claims are overlapping groups: the best match that no claim holds yet is the seed, and a
 * statement joins while its links to all members are good enough on the average (average-link,
 * Sokal and Michener 1958). Never the transitive closure: one loose link would join everything.
 */
/* Least mean probability with all members. */
#define MIN_MEAN_LINK 0.6
/* The same where a claim says already what would be a new one: one of two is better than both. */
#define MIN_JOINING_LINK 0.45
/* The two that a claim starts with, and the one that is nearest to both. */
#define N_NEAREST 3
/* One in so many statements of a claim is tied to who disputes its figure. */
#define DISPUTED_SHARE 3
/* So many claims that turned out to be there already may start at one statement.  Where many articles print the same
 * words each pair of them is sure, and growing a claim from each would take time that goes with their cube. */
#define MAX_IN_VAIN 8

guint64
syn_pair_key (guint a, guint b)
{
  return (guint64)MIN (a, b) << 32 | MAX (a, b);
}

guint
syn_pair_hash (gconstpointer key)
{
  return *(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32;
}

void
syn_value_clear (SynValue *value)
{
  g_clear_pointer (&value->text, g_free);
}

void
syn_claim_clear (SynClaim *claim)
{
  g_clear_pointer (&claim->summary, g_free);
  g_clear_pointer (&claim->statements, g_array_unref);
  g_clear_pointer (&claim->origin_reason, g_free);
  g_clear_pointer (&claim->conflicts, g_array_unref);
  g_clear_pointer (&claim->values, g_array_unref);
  g_clear_pointer (&claim->stances, g_array_unref);
  g_clear_pointer (&claim->own_stances, g_array_unref);
  g_clear_pointer (&claim->id, g_free);
}

/* A statement beside the claim that grows: its links to the members so far. */
typedef struct
{
  double sum, sum_tied; /* of all, and of those that tie */
  guint n, n_tied;
  enum
  {
    NONE,
    CANDIDATE,
    MEMBER,
  } state;
} Candidate;

typedef struct
{
  SynEngine *engine;
  Candidate *candidates; /* per statement */
  guint8 *in_vain;      /* per statement: claims grown from it that were there already */
  SynClaimLinks *links;
  GPtrArray *claims_of; /* per statement: GArray of guint, or NULL */
} Builder;

static void
append_to (GPtrArray *lists, guint index, guint value)
{
  GArray **list = (GArray **)&lists->pdata[index];

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*list, value);
}

static gboolean
contains (GArray *list, guint value)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_array_index (list, guint, i) == value)
      return TRUE;
  return FALSE;
}

/* Two statements of one article have no link, and may stand together when both fit the others. */
static void
add_link (Builder *self, Candidate *candidate, guint statement, guint member)
{
  double strength;

  if (syn_engine_get_statement (self->engine, member)->article
      == syn_engine_get_statement (self->engine, statement)->article)
    return;
  if (!syn_claim_links_get_strength (self->links, member, statement, &strength))
    return;
  candidate->sum += strength;
  candidate->n++;
  if (strength < 0 || syn_claim_links_ties (self->links, member, statement))
    {
      candidate->sum_tied += strength;
      candidate->n_tied++;
    }
}

static double
mean_link (const Candidate *candidate)
{
  return candidate->n > 0 ? candidate->sum / candidate->n : 0;
}

/* The partners of the newest member become candidates; all others hear of it.  Sums run in the order in which
 * members joined, so that the same input gives the same bits. */
static void
note_member (Builder *self, GArray *members, GArray *candidates)
{
  guint newest = g_array_index (members, guint, members->len - 1);
  GArray *partners = syn_claim_links_get_partners (self->links, newest);

  self->candidates[newest].state = MEMBER;
  for (guint i = 0; i < candidates->len; i++)
    {
      guint statement = g_array_index (candidates, guint, i);

      add_link (self, &self->candidates[statement], statement, newest);
    }
  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      guint statement = g_array_index (partners, guint, i);

      if (self->candidates[statement].state != NONE)
        continue;
      self->candidates[statement].state = CANDIDATE;
      g_array_append_val (candidates, statement);
      for (guint k = 0; k < members->len; k++)
        add_link (self, &self->candidates[statement], statement, g_array_index (members, guint, k));
    }
}

/* The candidate with the best mean link, and of equal ones the first; -1 when none is good enough. */
static gint
find_best (Builder *self, GArray *candidates)
{
  gint best = -1;
  double best_mean = MIN_MEAN_LINK;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint statement = g_array_index (candidates, guint, i);
      const Candidate *candidate = &self->candidates[statement];
      double mean = mean_link (candidate);

      if (candidate->state == CANDIDATE
          && (mean > best_mean || (mean == best_mean && best >= 0 && statement < (guint) best)))
        {
          best = statement;
          best_mean = mean;
        }
    }
  return best;
}

/* O(members x candidates). */
static void
grow (Builder *self, GArray *members)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) seed = g_array_copy (members);
  gint best;

  g_array_set_size (members, 0);
  for (guint i = 0; i < seed->len; i++)
    {
      g_array_append_val (members, g_array_index (seed, guint, i));
      note_member (self, members, candidates);
    }
  while ((best = find_best (self, candidates)) >= 0)
    {
      g_array_append_val (members, best);
      note_member (self, members, candidates);
    }
  for (guint i = 0; i < members->len; i++)
    self->candidates[g_array_index (members, guint, i)] = (Candidate){ 0 };
  for (guint i = 0; i < candidates->len; i++)
    self->candidates[g_array_index (candidates, guint, i)] = (Candidate){ 0 };
}

static int
compare_guint (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

static gboolean
share_claim (Builder *self, guint a, guint b)
{
  GArray *of_a = g_ptr_array_index (self->claims_of, a),
         *of_b = g_ptr_array_index (self->claims_of, b);

  for (guint i = 0; of_a != NULL && i < of_a->len; i++)
    if (contains (of_b, g_array_index (of_a, guint, i)))
      return TRUE;
  return FALSE;
}

/* How many of @members stand in the claim @index already. */
static guint
count_shared (Builder *self, GArray *members, guint index)
{
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    n += contains (g_ptr_array_index (self->claims_of, g_array_index (members, guint, i)), index);
  return n;
}

/* The claim that is there already and says mostly the same: shares half of @members or more; or -1. */
static gint
find_covering (Builder *self, GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      GArray *of = g_ptr_array_index (self->claims_of, g_array_index (members, guint, i));

      for (guint k = 0; of != NULL && k < of->len; k++)
        if (2 * count_shared (self, members, g_array_index (of, guint, k)) >= members->len)
          return g_array_index (of, guint, k);
    }
  return -1;
}

static Candidate
measure (Builder *self, const SynClaim *claim, guint statement)
{
  Candidate candidate = { 0 };

  for (guint i = 0; i < claim->statements->len; i++)
    add_link (self, &candidate, statement, g_array_index (claim->statements, guint, i));
  return candidate;
}

static void
add_statement (Builder *self, GArray *claims, guint index, guint statement)
{
  SynClaim *claim = &g_array_index (claims, SynClaim, index);

  g_array_append_val (claim->statements, statement);
  g_array_sort (claim->statements, compare_guint);
  append_to (self->claims_of, statement, index);
}

/* Adds @statement to the claim @index when its known links to the claim's statements are good enough. */
static gboolean
join (Builder *self, GArray *claims, guint index, guint statement)
{
  const SynClaim *claim = &g_array_index (claims, SynClaim, index);
  Candidate candidate = { 0 };

  if (contains (claim->statements, statement))
    return TRUE;
  candidate = measure (self, claim, statement);
  if (mean_link (&candidate) < MIN_JOINING_LINK)
    return FALSE;
  add_statement (self, claims, index, statement);
  return TRUE;
}

/* Who gives another figure for the same thing need not be like everybody who gives the first one; but
 * a headline that tells many things beside a figure does not bring it into them all.  Adds @statement
 * to the biggest claim of @other in which it is tied to enough. */
static gboolean
join_dispute (Builder *self, GArray *claims, guint other, guint statement)
{
  GArray *of = g_ptr_array_index (self->claims_of, other);
  gint best = -1;
  guint best_size = 0;

  for (guint i = 0; of != NULL && i < of->len; i++)
    {
      guint index = g_array_index (of, guint, i);
      const SynClaim *claim = &g_array_index (claims, SynClaim, index);
      Candidate candidate = measure (self, claim, statement);

      if (contains (claim->statements, statement) || claim->statements->len <= best_size
          || candidate.sum_tied < 0
          || DISPUTED_SHARE * candidate.n_tied < candidate.n)
        continue;
      best = index;
      best_size = claim->statements->len;
    }
  if (best >= 0)
    add_statement (self, claims, best, statement);
  return best >= 0;
}

static void
add_claim (Builder *self, GArray *claims, GArray *members)
{
  SynClaim claim = { .statements = g_array_ref (members) };

  g_array_sort (members, compare_guint);
  for (guint i = 0; i < members->len; i++)
    append_to (self->claims_of, g_array_index (members, guint, i), claims->len);
  g_array_append_val (claims, claim);
}

/* With a free end the pair is news even if a claim says the rest: the end joins that claim, or stands
 * with the nearest one and with what the claim does not hold. */
static void
seed_claim (Builder *self, GArray *claims, guint a, guint b, gboolean free_end)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  gint covering;

  g_array_append_val (members, a);
  g_array_append_val (members, b);
  grow (self, members);
  covering = find_covering (self, members);
  if (covering >= 0 && !free_end)
    {
      self->in_vain[a]++;
      self->in_vain[b]++;
      return;
    }
  if (covering >= 0 && join (self, claims, covering, a) && join (self, claims, covering, b))
    return;
  for (guint i = members->len; covering >= 0 && i-- > N_NEAREST;)
    if (contains (g_ptr_array_index (self->claims_of, g_array_index (members, guint, i)), covering))
      g_array_remove_index (members, i);
  add_claim (self, claims, members);
}

/* Starts a claim with two statements that are tied, unless they stand together already. */
static void
seed (Builder *self, GArray *claims, guint a, guint b, gboolean sure)
{
  gboolean free_end = g_ptr_array_index (self->claims_of, a) == NULL
                      || g_ptr_array_index (self->claims_of, b) == NULL;

  if (share_claim (self, a, b) || !syn_claim_links_ties (self->links, a, b)
      || (!free_end && MAX (self->in_vain[a], self->in_vain[b]) >= MAX_IN_VAIN))
    return;
  /* Between two statements that have their claims already, only a sure match is one more. */
  if (free_end || sure)
    seed_claim (self, claims, a, b, free_end);
}

/* Both figures are to stand in the claim of the other one, or in one of their own. */
static void
bring_together (Builder *self, GArray *claims, guint a, guint b)
{
  GArray *of_b = g_ptr_array_index (self->claims_of, b);
  guint n_of_b = of_b != NULL ? of_b->len : 0;
  gboolean joined;

  if (share_claim (self, a, b))
    return;
  joined = join_dispute (self, claims, a, b);
  if (n_of_b > 0)
    joined |= join_dispute (self, claims, b, a);
  if (!joined)
    seed (self, claims, a, b, FALSE);
}

/* Words that many print make a claim, even when nobody says the same in others. */
static void
seed_twins (Builder *self, GArray *claims, GArray *matches)
{
  for (guint i = 0; self->engine->twin_of != NULL && i < matches->len; i++)
    {
      const SynMatch *match = &g_array_index (matches, SynMatch, i);
      guint twin = syn_engine_twin_of (self->engine, match->a);
      g_autoptr (GArray) members = NULL;

      if (match->tier > SYN_TIER_LIKELY || twin != syn_engine_twin_of (self->engine, match->b)
          || g_ptr_array_index (self->claims_of, twin) != NULL)
        continue;
      members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (members, twin);
      add_claim (self, claims, members);
    }
}

GArray *
syn_claims_new (SynEngine *engine, GArray *matches, GHashTable *vetoes)
{
  GArray *claims = g_array_new (FALSE, TRUE, sizeof (SynClaim));
  guint n = engine->statements->len;
  Builder builder = { .engine = engine };

  g_array_set_clear_func (claims, (GDestroyNotify)syn_claim_clear);
  builder.candidates = g_new0 (Candidate, n + 1);
  builder.in_vain = g_new0 (guint8, n + 1);
  builder.links = syn_claim_links_new (engine, matches, vetoes);
  builder.claims_of = g_ptr_array_new ();
  g_ptr_array_set_size (builder.claims_of, n);
  for (guint i = 0; i < matches->len && !syn_engine_stops (engine); i++)
    {
      const SynMatch *match = &g_array_index (matches, SynMatch, i);

      seed (&builder, claims, match->a, match->b, match->tier == SYN_TIER_SURE);
    }
  for (guint i = 0; i < engine->conflicts->len && !syn_engine_stops (engine); i++)
    {
      const SynConflict *conflict = &g_array_index (engine->conflicts, SynConflict, i);

      if (syn_claim_links_disputes (builder.links, conflict->a, conflict->b))
        bring_together (&builder, claims, conflict->a, conflict->b);
    }
  seed_twins (&builder, claims, matches);
  syn_claims_add_twins (claims, engine, vetoes);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&builder.claims_of->pdata[i], g_array_unref);
  g_ptr_array_unref (builder.claims_of);
  syn_claim_links_free (builder.links);
  g_free (builder.candidates);
  g_free (builder.in_vain);
  return claims;
}
