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

/* A statement beside the claim that grows. */
typedef struct
{
  double sum;   /* of its links to the members so far */
  guint n_full; /* so many of these are to members that are full */
  gboolean touched;
  enum
  {
    NONE,
    CANDIDATE,
    MEMBER,
  } state;
} Candidate;

/* Members of the claim that grows, all or of one article. */
typedef struct
{
  guint n, n_open; /* of these are not full */
} Count;

typedef struct
{
  SynEngine *engine;
  Candidate *candidates; /* per statement */
  Count *of_article;     /* per article */
  Count all;
  guint8 *in_vain;      /* per statement: claims grown from it that were there already */
  SynClaimLinks *links;
  GPtrArray *claims_of; /* per statement: GArray of guint, or NULL */
  GArray *n_shared;     /* guint, per claim: members that stand in it; 0 when not being counted */
} Builder;

/* The links of a statement to those of a claim. */
typedef struct
{
  double sum, sum_tied; /* of all, and of those that tie */
  guint n, n_tied;
} Ties;

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

static guint
article_of (const Builder *self, guint statement)
{
  return syn_engine_get_statement (self->engine, statement)->article;
}

/* Two statements of one article have no link, and may stand together when both fit the others. */
static void
add_link (Builder *self, Ties *ties, guint statement, guint member)
{
  double strength;

  if (article_of (self, member) == article_of (self, statement)
      || !syn_claim_links_get_strength (self->links, member, statement, &strength))
    return;
  ties->sum += strength;
  ties->n++;
  if (strength < 0 || syn_claim_links_ties (self->links, member, statement))
    {
      ties->sum_tied += strength;
      ties->n_tied++;
    }
}

/* The mean over all links to members of other articles.  Of two that are full and have none nobody knows
 * whether they hang together: that says nothing. */
static double
mean_with_members (const Builder *self, guint statement)
{
  const Candidate *candidate = &self->candidates[statement];
  const Count *own = &self->of_article[article_of (self, statement)];
  guint n = syn_claim_links_is_full (self->links, statement)
                ? candidate->n_full + self->all.n_open - own->n_open
                : self->all.n - own->n;

  return n > 0 ? candidate->sum / n : 0;
}

static void
touch (Builder *self, GArray *touched, guint statement)
{
  if (self->candidates[statement].touched)
    return;
  self->candidates[statement].touched = TRUE;
  g_array_append_val (touched, statement);
}

static void
count_member (Builder *self, guint member, gint by)
{
  Count *own = &self->of_article[article_of (self, member)];
  gint open = syn_claim_links_is_full (self->links, member) ? 0 : by;

  own->n += by;
  own->n_open += open;
  self->all.n += by;
  self->all.n_open += open;
}

/* All that are near to the newest member hear of it, and its partners become candidates.  Sums run in the order in
 * which members joined, so that the same input gives the same bits. */
static void
note_member (Builder *self, guint newest, GArray *candidates, GArray *touched)
{
  const GArray *partners = syn_claim_links_get_partners (self->links, newest);
  const GArray *near = syn_claim_links_get_near (self->links, newest);
  gboolean full = syn_claim_links_is_full (self->links, newest);

  touch (self, touched, newest);
  self->candidates[newest].state = MEMBER;
  count_member (self, newest, 1);
  for (guint i = 0; near != NULL && i < near->len; i++)
    {
      const SynClaimNear *one = &g_array_index (near, SynClaimNear, i);

      touch (self, touched, one->statement);
      self->candidates[one->statement].sum += one->strength;
      self->candidates[one->statement].n_full += full;
    }
  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      guint statement = g_array_index (partners, guint, i);

      if (self->candidates[statement].state != NONE)
        continue;
      touch (self, touched, statement);
      self->candidates[statement].state = CANDIDATE;
      g_array_append_val (candidates, statement);
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
      double mean;

      if (self->candidates[statement].state != CANDIDATE)
        continue;
      mean = mean_with_members (self, statement);
      if (mean > best_mean || (mean == best_mean && best >= 0 && statement < (guint)best))
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
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  gint best;

  for (guint i = 0; i < members->len; i++)
    note_member (self, g_array_index (members, guint, i), candidates, touched);
  while ((best = find_best (self, candidates)) >= 0)
    {
      g_array_append_val (members, best);
      note_member (self, best, candidates, touched);
    }
  for (guint i = 0; i < members->len; i++)
    count_member (self, g_array_index (members, guint, i), -1);
  for (guint i = 0; i < touched->len; i++)
    self->candidates[g_array_index (touched, guint, i)] = (Candidate){ 0 };
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

/* How many of @members stand in each claim; or, with -1, none again. */
static void
count_shared (Builder *self, GArray *members, gint by)
{
  for (guint i = 0; i < members->len; i++)
    {
      GArray *of = g_ptr_array_index (self->claims_of, g_array_index (members, guint, i));

      for (guint k = 0; of != NULL && k < of->len; k++)
        g_array_index (self->n_shared, guint, g_array_index (of, guint, k)) += by;
    }
}

/* The claim that is there already and says mostly the same: shares half of @members or more; or -1. */
static gint
find_covering (Builder *self, GArray *members)
{
  gint covering = -1;

  count_shared (self, members, 1);
  for (guint i = 0; covering < 0 && i < members->len; i++)
    {
      GArray *of = g_ptr_array_index (self->claims_of, g_array_index (members, guint, i));

      for (guint k = 0; covering < 0 && of != NULL && k < of->len; k++)
        if (2 * g_array_index (self->n_shared, guint, g_array_index (of, guint, k)) >= members->len)
          covering = g_array_index (of, guint, k);
    }
  count_shared (self, members, -1);
  return covering;
}

static Ties
measure (Builder *self, const SynClaim *claim, guint statement)
{
  Ties ties = { 0 };

  for (guint i = 0; i < claim->statements->len; i++)
    add_link (self, &ties, statement, g_array_index (claim->statements, guint, i));
  return ties;
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
  Ties ties;

  if (contains (claim->statements, statement))
    return TRUE;
  ties = measure (self, claim, statement);
  if ((ties.n > 0 ? ties.sum / ties.n : 0) < MIN_JOINING_LINK)
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
      Ties ties = measure (self, claim, statement);

      if (contains (claim->statements, statement) || claim->statements->len <= best_size
          || ties.sum_tied < 0
          || DISPUTED_SHARE * ties.n_tied < ties.n)
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
  guint none = 0;

  g_array_append_val (self->n_shared, none);
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
  builder.of_article = g_new0 (Count, engine->documents->len + 1);
  builder.in_vain = g_new0 (guint8, n + 1);
  builder.n_shared = g_array_new (FALSE, FALSE, sizeof (guint));
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
  g_array_unref (builder.n_shared);
  g_free (builder.candidates);
  g_free (builder.of_article);
  g_free (builder.in_vain);
  return claims;
}
