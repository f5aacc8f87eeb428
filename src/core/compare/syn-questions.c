/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-pair-kernel.h"

#include <math.h>

/*
 * Which pairs to ask about: uncertain ones that many other uncertain ones depend on (information
 * density, Settles and Craven 2008), not near an answered one, and no two near each other:
 *
 *   u √(density + Σ_j k_j u_j) · (1 − answered · max k) / (1 + spread · asked),  u = 4 p (1 − p)
 *
 * k compares pairs as syn-pair-kernel.c does; asked counts the questions about the same two
 * articles.
 */
static const struct
{
  double min_p, max_p;
  double density, answered, spread;
  float same; /* so near two pairs ask the same */
  guint max_candidates;
} asking = {
  .min_p = 0.08,
  .max_p = 0.92,
  .density = 2,
  .answered = 0.9,
  .spread = 0.3,
  .same = 0.25f,
  .max_candidates = 500,
};

typedef struct
{
  guint a, b;
  double p, u, worth;
} Candidate;

typedef struct
{
  SynEngine *engine;
  GArray *candidates;    /* Candidate, the most uncertain ones first */
  SynPairKernel *kernel; /* over the candidates, then the answered pairs */
  GHashTable *asked;     /* pair of articles → how many questions */
} Asker;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->u != y->u)
    return x->u > y->u ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static void
list_candidates (Asker *self, GArray *pairs, GArray *answers)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (answers, SynDecisionPair, i);
      guint64 key = syn_pair_key (pair->a, pair->b);

      g_hash_table_add (known, g_memdup2 (&key, sizeof key));
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);
      guint64 key = syn_pair_key (pair->a, pair->b);
      Candidate candidate = { pair->a, pair->b, pair->p, 4 * pair->p * (1 - pair->p), 0 };

      if (pair->p > asking.min_p && pair->p < asking.max_p && !g_hash_table_contains (known, &key))
        g_array_append_val (self->candidates, candidate);
    }
  g_array_sort (self->candidates, compare_candidates);
  g_array_set_size (self->candidates, MIN (self->candidates->len, asking.max_candidates));
}

static void
weigh_candidate (Asker *self, guint i)
{
  Candidate *candidates = (Candidate *)self->candidates->data;
  guint n = self->candidates->len, n_all = self->kernel->pairs->len;
  double density = asking.density;
  float answered = 0;

  for (guint j = 0; j < n; j++)
    if (j != i)
      density += candidates[j].u * syn_pair_kernel_compare (self->kernel, i, j);
  for (guint j = n; j < n_all; j++)
    answered = MAX (answered, syn_pair_kernel_compare (self->kernel, i, j));
  candidates[i].worth = candidates[i].u * sqrt (density) * (1 - asking.answered * answered);
}

static void
asker_init (Asker *self, SynEngine *engine, const SynDecisions *decisions)
{
  g_autoptr (GArray) pairs = syn_learn_pairs (engine, decisions);
  g_autoptr (GArray) compared = g_array_new (FALSE, FALSE, sizeof (SynDecisionPair));
  guint n_links;
  g_autoptr (GArray) answers = syn_learn_list_answers (engine, decisions, &n_links);

  self->engine = engine;
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  self->asked = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);
  list_candidates (self, pairs, answers);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
      SynDecisionPair pair = { candidate->a, candidate->b };

      g_array_append_val (compared, pair);
    }
  g_array_append_vals (compared, answers->data, answers->len);
  self->kernel = syn_pair_kernel_new (engine, compared);
  for (guint i = 0; i < self->candidates->len; i++)
    weigh_candidate (self, i);
}

static void
asker_clear (Asker *self)
{
  syn_pair_kernel_free (self->kernel);
  g_array_unref (self->candidates);
  g_hash_table_unref (self->asked);
}

static guint64
articles_of (Asker *self, const Candidate *candidate)
{
  return syn_pair_key (syn_engine_get_statement (self->engine, candidate->a)->article,
                       syn_engine_get_statement (self->engine, candidate->b)->article);
}

/* The candidate that is worth the most beside what was taken, and of equal ones the first; -1 when
 * all are taken or near to what was. */
static gint
find_best (Asker *self)
{
  gint best = -1;
  double best_worth = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
      guint64 key = articles_of (self, candidate);
      guint asked = GPOINTER_TO_UINT (g_hash_table_lookup (self->asked, &key));
      double worth = candidate->worth / (1 + asking.spread * asked);

      if (worth > best_worth)
        {
          best = i;
          best_worth = worth;
        }
    }
  return best;
}

/* Takes a candidate: what asks the same is worth nothing any more. */
static void
take (Asker *self, guint index)
{
  guint64 key = articles_of (self, &g_array_index (self->candidates, Candidate, index));
  guint asked = GPOINTER_TO_UINT (g_hash_table_lookup (self->asked, &key));

  g_hash_table_insert (self->asked, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (asked + 1));
  for (guint i = 0; i < self->candidates->len; i++)
    if (i == index || syn_pair_kernel_compare (self->kernel, index, i) > asking.same)
      g_array_index (self->candidates, Candidate, i).worth = 0;
}

GArray *
syn_comparison_list_questions (SynComparison *self, const SynDecisions *decisions, guint n)
{
  GArray *questions;
  Asker asker = { 0 };
  gint best;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && decisions != NULL, NULL);

  if (syn_comparison_get_parts (self) != NULL)
    return syn_comparison_question_parts (self, decisions, n);
  questions = g_array_new (FALSE, FALSE, sizeof (SynQuestion));
  asker_init (&asker, syn_comparison_get_engine (self), decisions);
  while (questions->len < n && (best = find_best (&asker)) >= 0)
    {
      const Candidate *candidate = &g_array_index (asker.candidates, Candidate, best);
      SynQuestion question = { candidate->a, candidate->b, candidate->p };

      g_array_append_val (questions, question);
      take (&asker, best);
    }
  asker_clear (&asker);
  return questions;
}
