/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-pair-kernel.h"

/* Scores between which the nearness of two statements grows from 0 to 1. */
#define FAR 0.06f
#define NEAR 0.66f

static int
compare_guint (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

static guint
place_of (const SynPairKernel *self, guint statement)
{
  guint low = 0, high = self->statements->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->statements, guint, middle) <= statement)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
list_statements (SynPairKernel *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (self->pairs, SynDecisionPair, i);

      g_array_append_val (self->statements, pair->a);
      g_array_append_val (self->statements, pair->b);
    }
  g_array_sort (self->statements, compare_guint);
  for (guint i = 0; i < self->statements->len; i++)
    if (i == 0
        || g_array_index (self->statements, guint, i)
               != g_array_index (self->statements, guint, kept - 1))
      g_array_index (self->statements, guint, kept++) = g_array_index (self->statements, guint, i);
  g_array_set_size (self->statements, kept);
}

static float
nearness_of (float s)
{
  return CLAMP ((s - FAR) / (NEAR - FAR), 0, 1);
}

static void
find_nearness (SynPairKernel *self, SynEngine *engine)
{
  guint n = self->statements->len;

  self->similar = syn_engine_list_similar (engine, self->statements);
  self->nearness = g_new0 (float, (gsize)n *n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->nearness[i * n + i] = 1;
      for (guint k = 0; k < self->similar[i]->len; k++)
        {
          const SynSimilar *near = &g_array_index (self->similar[i], SynSimilar, k);
          guint j = place_of (self, near->statement);
          float nearness = nearness_of (near->s);

          if (g_array_index (self->statements, guint, j) != near->statement || i == j)
            continue;
          self->nearness[i * n + j] = MAX (self->nearness[i * n + j], nearness);
          self->nearness[j * n + i] = MAX (self->nearness[j * n + i], nearness);
        }
    }
}

SynPairKernel *
syn_pair_kernel_new (SynEngine *engine, GArray *pairs)
{
  SynPairKernel *self = g_new0 (SynPairKernel, 1);

  self->pairs = g_array_ref (pairs);
  self->statements = g_array_new (FALSE, FALSE, sizeof (guint));
  list_statements (self);
  self->places = g_new (guint, 2 * pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (pairs, SynDecisionPair, i);

      self->places[2 * i] = place_of (self, pair->a);
      self->places[2 * i + 1] = place_of (self, pair->b);
    }
  find_nearness (self, engine);
  return self;
}

void
syn_pair_kernel_free (SynPairKernel *self)
{
  for (guint i = 0; i < self->statements->len; i++)
    g_array_unref (self->similar[i]);
  g_free (self->similar);
  g_free (self->nearness);
  g_free (self->places);
  g_array_unref (self->pairs);
  g_array_unref (self->statements);
  g_free (self);
}

float
syn_pair_kernel_compare (const SynPairKernel *self, guint i, guint j)
{
  guint n = self->statements->len;
  const float *a = self->nearness + (gsize)n * self->places[2 * i],
              *b = self->nearness + (gsize)n * self->places[2 * i + 1];
  guint c = self->places[2 * j], d = self->places[2 * j + 1];

  return MAX (a[c] * b[d], a[d] * b[c]);
}

static void
spread (const SynPairKernel *self, guint place, float *nearness, gboolean clear)
{
  const GArray *similar = self->similar[place];

  for (guint i = 0; i < similar->len; i++)
    {
      const SynSimilar *other = &g_array_index (similar, SynSimilar, i);

      nearness[other->statement] = clear ? 0 : nearness_of (other->s);
    }
  nearness[g_array_index (self->statements, guint, place)] = clear ? 0 : 1;
}

void
syn_pair_kernel_spread (
    const SynPairKernel *self, guint i, float *to_a, float *to_b, gboolean clear)
{
  spread (self, self->places[2 * i], to_a, clear);
  spread (self, self->places[2 * i + 1], to_b, clear);
}
