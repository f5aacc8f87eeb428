/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-engine.h"

#include <math.h>

/*
 * Where a story's threshold T lies cannot be read off a fixed score: weights grow with the
 * logarithm of the number of statements n, and with them every score.  T is the mean of two
 * estimates: one grows with ln n (and with the articles m that two-step links can go through), the
 * other is the score that about as many pairs pass as a statement usually has partners.
 *
 *   T = (1 − r) (0.25 ln n − 0.9 + 0.5 / m) + r Z(k n),   k = min (1.5, 0.4 (m − 1))
 *   p = 1 / (1 + exp (−(slope (Z − T) + relative ln (Z / T) + bias)))
 *
 * Fitted on seven annotated stories of two to nine articles, each left out in turn.
 */
static const struct
{
  double growth, offset, per_article;    /* first estimate */
  double rank_share;                     /* r */
  double partners, partners_per_article; /* k */
  double min_threshold;
  double slope, relative, bias;
  double sure;            /* least probability of a sure match */
  double possible;        /* possible ones reach so much of T */
  double possible_factor; /* with a level: so many times as many are possible */
} calibration = {
  .growth = 0.25,
  .offset = -0.9,
  .per_article = 0.5,
  .rank_share = 0.3,
  .partners = 1.5,
  .partners_per_article = 0.4,
  .min_threshold = 0.12,
  .slope = 4.32,
  .relative = 0.66,
  .bias = -0.64,
  .sure = 0.92,
  .possible = 0.7,
  .possible_factor = 1.5,
};

static double
probability (double z, double t)
{
  if (z <= 0)
    return 0.001;
  return 1
         / (1
            + exp (-(calibration.slope * (z - t) + calibration.relative * log (z / t)
                     + calibration.bias)));
}

/* @n: matched statements, @m: articles that have any */
static double
find_threshold (SynEngine *self, guint n, guint m)
{
  double partners = MIN (calibration.partners, calibration.partners_per_article * (MAX (m, 2) - 1));
  double grown = calibration.growth * log (MAX (n, 1)) + calibration.offset
                 + calibration.per_article / MAX (m, 1);
  guint rank = MIN ((guint)(partners * n), self->pairs->len - 1);
  double ranked = g_array_index (self->pairs, SynPair, rank).z;

  return MAX (calibration.min_threshold,
              (1 - calibration.rank_share) * grown + calibration.rank_share * ranked);
}

static guint
count_matched (SynEngine *self, guint article)
{
  guint n = 0;

  for (guint i = g_array_index (self->first, guint, article);
       i < g_array_index (self->first, guint, article + 1); i++)
    n += syn_engine_is_matched (self, i);
  return n;
}

/* With a level of the reader's the best pairs of every two articles are shown, so many per
 * statement of the shorter one; without, what passes the story's threshold. */
static SynTier
tier_of (SynEngine *self, const SynPair *pair, guint rank, guint shorter, gboolean learned)
{
  double t = self->threshold, share = calibration.possible;
  gboolean likely, possible;

  if (pair->z < calibration.min_threshold)
    return SYN_TIER_NONE;
  if (self->level > 0)
    {
      likely = rank < self->level * shorter;
      possible = rank < calibration.possible_factor * self->level * shorter;
    }
  else
    {
      /* What the score of a threshold means by itself is the threshold of a learned probability. */
      likely = learned ? pair->p >= probability (t, t) : pair->z >= t;
      possible = learned ? pair->p >= probability (share * t, t) : pair->z >= share * t;
    }
  if (likely)
    return pair->p >= calibration.sure ? SYN_TIER_SURE : SYN_TIER_LIKELY;
  return possible ? SYN_TIER_POSSIBLE : SYN_TIER_NONE;
}

/* @pairs: best first */
static void
set_tiers (SynEngine *self, GArray *pairs, gboolean learned)
{
  guint n_articles = self->documents->len;
  g_autofree guint *size = g_new0 (guint, n_articles);
  g_autoptr (GHashTable) ranks
      = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, g_free);

  for (guint d = 0; d < n_articles; d++)
    size[d] = count_matched (self, d);
  for (guint i = 0; i < pairs->len; i++)
    {
      SynPair *pair = &g_array_index (pairs, SynPair, i);
      guint a = syn_engine_get_statement (self, pair->a)->article,
            b = syn_engine_get_statement (self, pair->b)->article;
      guint64 key = syn_pair_key (a, b);
      guint *rank = g_hash_table_lookup (ranks, &key);

      if (rank == NULL)
        {
          rank = g_new0 (guint, 1);
          g_hash_table_insert (ranks, g_memdup2 (&key, sizeof key), rank);
        }
      pair->tier = tier_of (self, pair, (*rank)++, MIN (size[a], size[b]), learned);
    }
}

void
syn_engine_calibrate (SynEngine *self)
{
  guint n_matched = 0, n_used = 0;

  if (self->pairs->len == 0)
    return;
  for (guint d = 0; d < self->documents->len; d++)
    {
      guint n = count_matched (self, d);

      n_matched += n;
      n_used += n > 0;
    }
  self->threshold = find_threshold (self, n_matched, n_used);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      SynPair *pair = &g_array_index (self->pairs, SynPair, i);

      pair->p = probability (pair->z, self->threshold);
    }
  set_tiers (self, self->pairs, FALSE);
}

static int
compare_learned (gconstpointer a, gconstpointer b)
{
  const SynPair *x = a, *y = b;

  if (x->p != y->p)
    return x->p > y->p ? -1 : 1;
  if (x->z != y->z)
    return x->z > y->z ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

void
syn_engine_set_tiers (SynEngine *self, GArray *pairs)
{
  g_array_sort (pairs, compare_learned);
  set_tiers (self, pairs, TRUE);
}
