/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <string.h>

/*
 * Claims are overlapping groups: the best match that no claim holds yet is the seed, and a
 * statement joins while its links to all members are good enough on the average (average-link,
 * Sokal and Michener 1958). Never the transitive closure: one loose link would join everything.
 */
/* Least mean probability with all members. */
#define MIN_MEAN_LINK 0.6
/* So many claims that turned out to be there already may start at one statement.  Where many articles print the same
 * words each pair of them is sure, and growing a claim from each would take time that goes with their cube. */
#define MAX_IN_VAIN 8
/* A pair that the engine did not show counts as this much less than it scored. */
#define UNSHOWN_FACTOR 0.3

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
  double sum;
  guint n;
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
  GHashTable *links;    /* pair key → match */
  GPtrArray *partners;  /* per statement: GArray of guint, or NULL */
  GPtrArray *claims_of; /* per statement: GArray of guint, or NULL */
  GHashTable *vetoes;
} Builder;

static void
append_to (GPtrArray *lists, guint index, guint value)
{
  GArray **list = (GArray **)&lists->pdata[index];

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*list, value);
}

static double
link_strength (Builder *self, guint a, guint b)
{
  guint64 key = syn_pair_key (a, b);
  const SynMatch *match = g_hash_table_lookup (self->links, &key);

  if (self->vetoes != NULL && g_hash_table_contains (self->vetoes, &key))
    return -G_MAXINT;
  if (match == NULL)
    return 0;
  return match->tier <= SYN_TIER_LIKELY ? match->score : match->score * UNSHOWN_FACTOR;
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
  if (syn_engine_get_statement (self->engine, member)->article
      == syn_engine_get_statement (self->engine, statement)->article)
    return;
  candidate->sum += link_strength (self, member, statement);
  candidate->n++;
}

/* The partners of the newest member become candidates; all others hear of it.  Sums run in the order in which
 * members joined, so that the same input gives the same bits. */
static void
note_member (Builder *self, GArray *members, GArray *candidates)
{
  guint newest = g_array_index (members, guint, members->len - 1);
  GArray *partners = g_ptr_array_index (self->partners, newest);

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
      double mean = candidate->n > 0 ? candidate->sum / candidate->n : 0;

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

/* Whether a claim that is there already says mostly the same: shares half of @members or more. */
static gboolean
is_covered (Builder *self, GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      GArray *of = g_ptr_array_index (self->claims_of, g_array_index (members, guint, i));

      for (guint k = 0; of != NULL && k < of->len; k++)
        if (2 * count_shared (self, members, g_array_index (of, guint, k)) >= members->len)
          return TRUE;
    }
  return FALSE;
}

static void
seed_claim (Builder *self, GArray *claims, const SynMatch *match, gboolean free_end)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  SynClaim claim = { 0 };

  g_array_append_val (members, match->a);
  g_array_append_val (members, match->b);
  grow (self, members);
  /* With a free end the pair is news even if the rest is not. */
  if (is_covered (self, members))
    {
      if (!free_end)
        {
          self->in_vain[match->a]++;
          self->in_vain[match->b]++;
          return;
        }
      g_array_set_size (members, 2);
    }
  g_array_sort (members, compare_guint);
  for (guint i = 0; i < members->len; i++)
    append_to (self->claims_of, g_array_index (members, guint, i), claims->len);
  claim.statements = g_steal_pointer (&members);
  g_array_append_val (claims, claim);
}

static void
builder_init (Builder *self, SynEngine *engine, GArray *matches, GHashTable *vetoes)
{
  guint n = engine->statements->len;

  self->engine = engine;
  self->candidates = g_new0 (Candidate, n + 1);
  self->in_vain = g_new0 (guint8, n + 1);
  self->vetoes = vetoes;
  self->links = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);
  self->partners = g_ptr_array_new ();
  self->claims_of = g_ptr_array_new ();
  g_ptr_array_set_size (self->partners, n);
  g_ptr_array_set_size (self->claims_of, n);
  for (guint i = 0; i < matches->len; i++)
    {
      SynMatch *match = &g_array_index (matches, SynMatch, i);
      guint64 key = syn_pair_key (match->a, match->b);

      g_hash_table_insert (self->links, g_memdup2 (&key, sizeof key), match);
      if (match->tier > SYN_TIER_LIKELY)
        continue;
      append_to (self->partners, match->a, match->b);
      append_to (self->partners, match->b, match->a);
    }
}

static void
builder_clear (Builder *self)
{
  g_free (self->candidates);
  g_free (self->in_vain);
  g_hash_table_unref (self->links);
  for (guint i = 0; i < self->partners->len; i++)
    {
      g_clear_pointer (&self->partners->pdata[i], g_array_unref);
      g_clear_pointer (&self->claims_of->pdata[i], g_array_unref);
    }
  g_ptr_array_unref (self->partners);
  g_ptr_array_unref (self->claims_of);
}

GArray *
syn_claims_new (SynEngine *engine, GArray *matches, GHashTable *vetoes)
{
  GArray *claims = g_array_new (FALSE, TRUE, sizeof (SynClaim));
  Builder builder;

  g_array_set_clear_func (claims, (GDestroyNotify)syn_claim_clear);
  builder_init (&builder, engine, matches, vetoes);
  for (guint i = 0; i < matches->len; i++)
    {
      const SynMatch *match = &g_array_index (matches, SynMatch, i);
      gboolean free_end = g_ptr_array_index (builder.claims_of, match->a) == NULL
                          || g_ptr_array_index (builder.claims_of, match->b) == NULL;

      if (match->tier > SYN_TIER_LIKELY || share_claim (&builder, match->a, match->b)
          || (!free_end && MAX (builder.in_vain[match->a], builder.in_vain[match->b]) >= MAX_IN_VAIN))
        continue;
      /* Between two statements that have their claims already, only a sure match is one more. */
      if (free_end || match->tier == SYN_TIER_SURE)
        seed_claim (&builder, claims, match, free_end);
    }
  builder_clear (&builder);
  return claims;
}
