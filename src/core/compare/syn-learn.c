/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-pair-kernel.h"

#include <math.h>

/*
 * The reader's answers re-fit the story: logistic regression with a kernel, or the mode of a
 * Gaussian process classifier (Rasmussen and Williams 2006, chapter 3), whose mean is what the
 * engine thought.
 *
 *   ln p / (1 − p) = engine's + Σ α_j k (pair, answer j),   α_j = y_j − p_j at the optimum
 *   k = bias + pair · (how near both pairs are, see syn-pair-kernel.c)
 *
 * The first part is the base rate, with a strong prior; the second lets an answer about (c, d) hold
 * for pairs of statements that are near c and d, which is where most of the gain is.  Weights for
 * the parts of the score and for shared words were tried and gained nothing.  The optimum is
 * found in the dual, one answer at a time (Yu, Huang and Lin 2011): α stays between y − 1 and y
 * whatever the kernel, so that no answer counts for more than one.  Cost: answers² · rounds, and
 * answers · pairs for what follows from them.
 */
static const struct
{
  double bias, pair;
  double max_mean; /* an answer against a certain engine is news, but not that much */
  guint rounds, halvings;
  double precision;
} learning = {
  .bias = 0.1,
  .pair = 6,
  .max_mean = 2.5,
  .rounds = 200,
  .halvings = 30,
  .precision = 1e-6,
};

/* So far a probability is from 0 and 1 at least, as logit. */
#define MAX_LOGIT 15.0

typedef struct
{
  double mean, yes, alpha;
} Answer;

typedef struct
{
  SynPairKernel *kernel; /* over the answered pairs */
  Answer *answers;
  guint n;
} Learner;

static double
logit (double p)
{
  return CLAMP (log (p / (1 - p)), -MAX_LOGIT, MAX_LOGIT);
}

static double
logistic (double f)
{
  return 1 / (1 + exp (-f));
}

static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const SynDecisionPair *x = a, *y = b;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* Appends what is in @from and not in @seen, sorted. */
static void
append_answers (GArray *to, SynEngine *engine, GArray *from, GHashTable *seen)
{
  g_autoptr (GArray) sorted = g_array_copy (from);

  for (guint i = 0; i < sorted->len; i++)
    {
      SynDecisionPair *pair = &g_array_index (sorted, SynDecisionPair, i);

      *pair = (SynDecisionPair){ MIN (pair->a, pair->b), MAX (pair->a, pair->b) };
    }
  g_array_sort (sorted, compare_decisions);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (sorted, SynDecisionPair, i);
      guint64 key = syn_pair_key (pair->a, pair->b);

      if (syn_engine_is_matched (engine, pair->a) && syn_engine_is_matched (engine, pair->b)
          && syn_engine_get_statement (engine, pair->a)->article
                 != syn_engine_get_statement (engine, pair->b)->article
          && g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        g_array_append_val (to, *pair);
    }
}

/* More statements than this are put together for other reasons than that each says what each says. */
#define MAX_OWN_CLAIM 12

/* Who puts statements into one claim says that they make it. */
static GArray *
list_claimed (const SynDecisions *decisions)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (SynDecisionPair));

  for (guint i = 0; i < decisions->claims->len; i++)
    {
      const SynOwnClaim *claim = g_ptr_array_index (decisions->claims, i);

      if (!claim->exact || claim->statements->len > MAX_OWN_CLAIM)
        continue;
      for (guint a = 0; a < claim->statements->len; a++)
        for (guint b = a + 1; b < claim->statements->len; b++)
          {
            SynDecisionPair pair = { g_array_index (claim->statements, guint, a),
                                     g_array_index (claim->statements, guint, b) };

            g_array_append_val (pairs, pair);
          }
    }
  return pairs;
}

GArray *
syn_learn_list_answers (SynEngine *engine, const SynDecisions *decisions, guint *n_links)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (SynDecisionPair));
  g_autoptr (GArray) unlinks = g_array_new (FALSE, FALSE, sizeof (SynDecisionPair));
  g_autoptr (GArray) claimed = list_claimed (decisions);

  /* Who parts two statements means it, whatever was linked before. */
  append_answers (unlinks, engine, decisions->unlinks, seen);
  append_answers (answers, engine, decisions->links, seen);
  append_answers (answers, engine, claimed, seen);
  *n_links = answers->len;
  g_array_append_vals (answers, unlinks->data, unlinks->len);
  return answers;
}

/* What the engine thought of the answered pairs; of those that share nothing, that they differ. */
static void
find_means (Learner *self, GArray *pairs)
{
  g_autoptr (GHashTable) index = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->n; i++)
    {
      const SynDecisionPair *pair = &g_array_index (self->kernel->pairs, SynDecisionPair, i);
      guint64 key = syn_pair_key (pair->a, pair->b);

      self->answers[i].mean = -learning.max_mean;
      g_hash_table_insert (index, g_memdup2 (&key, sizeof key), &self->answers[i]);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);
      guint64 key = syn_pair_key (pair->a, pair->b);
      Answer *answer = g_hash_table_lookup (index, &key);

      if (answer != NULL)
        answer->mean = CLAMP (logit (pair->p), -learning.max_mean, learning.max_mean);
    }
}

static void
learner_init (Learner *self, SynEngine *engine, const SynDecisions *decisions)
{
  guint n_links;
  g_autoptr (GArray) pairs = syn_learn_list_answers (engine, decisions, &n_links);

  self->n = pairs->len;
  self->answers = g_new0 (Answer, self->n + 1);
  for (guint i = 0; i < n_links; i++)
    self->answers[i].yes = 1;
  self->kernel = syn_pair_kernel_new (engine, pairs);
  find_means (self, engine->pairs);
}

static void
learner_clear (Learner *self)
{
  syn_pair_kernel_free (self->kernel);
  g_free (self->answers);
}

/* The α that solves α = y − p (rest + k α): both sides cross once. */
static double
solve_one (double rest, double k, double yes)
{
  double low = yes - 1, high = yes;

  for (guint i = 0; i < learning.halvings; i++)
    {
      double middle = (low + high) / 2;

      if (middle + logistic (rest + k * middle) > yes)
        high = middle;
      else
        low = middle;
    }
  return (low + high) / 2;
}

static void
fit (Learner *self)
{
  guint n = self->n;
  Answer *answers = self->answers;
  g_autofree double *k = g_new (double, (gsize)n *n + 1);
  double change = 1;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      k[i * n + j] = learning.bias + learning.pair * syn_pair_kernel_compare (self->kernel, i, j);
  for (guint round = 0; round < learning.rounds && change > learning.precision; round++)
    {
      change = 0;
      for (guint i = 0; i < n; i++)
        {
          double rest = answers[i].mean, alpha;

          for (guint j = 0; j < n; j++)
            rest += j != i ? k[i * n + j] * answers[j].alpha : 0;
          alpha = solve_one (rest, k[i * n + i], answers[i].yes);
          change = MAX (change, fabs (alpha - answers[i].alpha));
          answers[i].alpha = alpha;
        }
    }
}

/* Adds to the logits @f of @pairs what follows from answer @i; @to_a and @to_b: room for all
 * statements, zero. */
static void
add_answer (const Learner *self, guint i, GArray *pairs, float *to_a, float *to_b, double *f)
{
  syn_pair_kernel_spread (self->kernel, i, to_a, to_b, FALSE);
  for (guint k = 0; k < pairs->len; k++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, k);
      float straight = to_a[pair->a] * to_b[pair->b], crossed = to_a[pair->b] * to_b[pair->a];

      f[k] += self->answers[i].alpha * (learning.bias + learning.pair * MAX (straight, crossed));
    }
  syn_pair_kernel_spread (self->kernel, i, to_a, to_b, TRUE);
}

static void
predict (const Learner *self, GArray *pairs, guint n_statements)
{
  g_autofree double *f = g_new (double, pairs->len + 1);
  g_autofree float *to_a = g_new0 (float, n_statements);
  g_autofree float *to_b = g_new0 (float, n_statements);

  for (guint i = 0; i < pairs->len; i++)
    f[i] = logit (g_array_index (pairs, SynPair, i).p);
  for (guint i = 0; i < self->n; i++)
    add_answer (self, i, pairs, to_a, to_b, f);
  for (guint i = 0; i < pairs->len; i++)
    g_array_index (pairs, SynPair, i).p = logistic (CLAMP (f[i], -MAX_LOGIT, MAX_LOGIT));
}

GArray *
syn_learn_pairs (SynEngine *engine, const SynDecisions *decisions)
{
  GArray *pairs = g_array_copy (engine->pairs);
  Learner learner = { 0 };

  if (decisions->links->len + decisions->unlinks->len + decisions->claims->len == 0)
    return pairs;
  learner_init (&learner, engine, decisions);
  if (learner.n > 0)
    {
      fit (&learner);
      predict (&learner, pairs, engine->statements->len);
      syn_engine_set_tiers (engine, pairs, learner.n);
    }
  learner_clear (&learner);
  return pairs;
}
