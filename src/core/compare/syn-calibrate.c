/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-engine.h"

#include <math.h>

/* p = 1 / (1 + exp (−(slope Z + relative ln (Z / T) + bias))), T = Z of the 2n-th best pair. */
static const struct
{
  double slope, relative, bias;
  double sure;            /* least probability of a sure match */
  double sure_level;      /* … and at most so many per statement of the shorter article */
  double default_level;   /* likely ones, the same way */
  double possible_factor; /* how many more are possible */
  double min_z;           /* below this nothing is shown */
} calibration = {
  .slope = 2.68,
  .relative = 1.15,
  .bias = -2.64,
  .sure = 0.85,
  .sure_level = 0.3,
  .default_level = 0.7,
  .possible_factor = 1.5,
  .min_z = 0.25,
};

static double
probability (double z, double t)
{
  if (z <= 0)
    return 0.001;
  return 1 / (1 + exp (-(calibration.slope * z + calibration.relative * log (z / t) + calibration.bias)));
}

static guint
count_matched (SynEngine *self, guint article)
{
  guint n = 0;

  for (guint i = g_array_index (self->first, guint, article); i < g_array_index (self->first, guint, article + 1); i++)
    n += syn_engine_is_matched (self, i);
  return n;
}

static SynTier
tier_of (const SynPair *pair, guint rank, guint shorter, double level)
{
  if (pair->z < calibration.min_z)
    return SYN_TIER_NONE;
  if (pair->p >= calibration.sure && rank < calibration.sure_level * shorter)
    return SYN_TIER_SURE;
  if (rank < level * shorter)
    return SYN_TIER_LIKELY;
  if (rank < calibration.possible_factor * level * shorter)
    return SYN_TIER_POSSIBLE;
  return SYN_TIER_NONE;
}

void
syn_engine_calibrate (SynEngine *self, gboolean keep_all)
{
  guint n_articles = self->documents->len, matched = 0, kept = 0;
  g_autofree guint *size = g_new0 (guint, n_articles);
  g_autoptr (GHashTable) ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  double level = self->level > 0 ? self->level : calibration.default_level;
  double t;

  for (guint d = 0; d < n_articles; d++)
    matched += size[d] = count_matched (self, d);
  if (self->pairs->len == 0)
    return;
  t = MAX (0.05, g_array_index (self->pairs, SynPair, MIN (2 * matched, self->pairs->len - 1)).z);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      SynPair pair = g_array_index (self->pairs, SynPair, i);
      guint a = syn_engine_get_statement (self, pair.a)->article, b = syn_engine_get_statement (self, pair.b)->article;
      guint64 key = syn_pair_key (a, b);
      guint *rank = g_hash_table_lookup (ranks, &key);

      if (rank == NULL)
        {
          rank = g_new0 (guint, 1);
          g_hash_table_insert (ranks, g_memdup2 (&key, sizeof key), rank);
        }
      pair.p = probability (pair.z, t);
      pair.tier = tier_of (&pair, (*rank)++, MIN (size[a], size[b]), level);
      if (pair.tier != SYN_TIER_NONE || keep_all)
        g_array_index (self->pairs, SynPair, kept++) = pair;
    }
  g_array_set_size (self->pairs, kept);
  g_clear_pointer (&self->pair_index, g_hash_table_unref);
}
