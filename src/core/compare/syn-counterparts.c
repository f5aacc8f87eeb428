/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

/* What could belong to a claim that a reader makes: the engine's pairs, also those that it shows nowhere. */

typedef struct
{
  SynEngine *engine;
  GHashTable *given;  /* statements of the claim */
  gboolean *spoken;   /* per article: the claim has a statement of it */
  GArray *found;      /* SynQuestion */
  GHashTable *proposed; /* statements in found */
} Proposer;

static gboolean
is_given (const Proposer *self, guint statement)
{
  return g_hash_table_contains (self->given, GUINT_TO_POINTER (statement));
}

static void
propose (Proposer *self, guint given, guint other, double p)
{
  SynQuestion question = { given, other, p };

  /* Pairs come best first: the first that names a statement is its best. */
  if (!self->spoken[syn_engine_get_statement (self->engine, other)->article]
      && g_hash_table_add (self->proposed, GUINT_TO_POINTER (other)))
    g_array_append_val (self->found, question);
}

static int
compare_proposals (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SynQuestion *x = a, *y = b;
  guint article_x = syn_engine_get_statement (user_data, x->b)->article;
  guint article_y = syn_engine_get_statement (user_data, y->b)->article;

  if (article_x != article_y)
    return article_x < article_y ? -1 : 1;
  if (x->p != y->p)
    return x->p > y->p ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* At most @n of each article. */
static void
keep_best (Proposer *self, guint n)
{
  guint kept = 0, run = 0, article = G_MAXUINT;

  for (guint i = 0; i < self->found->len; i++)
    {
      SynQuestion question = g_array_index (self->found, SynQuestion, i);
      guint of = syn_engine_get_statement (self->engine, question.b)->article;

      run = of == article ? run + 1 : 0;
      article = of;
      if (run < n)
        g_array_index (self->found, SynQuestion, kept++) = question;
    }
  g_array_set_size (self->found, kept);
}

GArray *
syn_comparison_list_counterparts (SynComparison *self, const GArray *statements, guint n)
{
  SynEngine *engine;
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) proposed = g_hash_table_new (NULL, NULL);
  g_autofree gboolean *spoken = g_new0 (gboolean, syn_comparison_get_n_articles (self) + 1);
  Proposer proposer = { NULL, given, spoken, NULL, proposed };

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && statements != NULL, NULL);

  if (syn_comparison_get_parts (self) != NULL)
    return syn_comparison_counterpart_parts (self, statements, n);
  proposer.engine = engine = syn_comparison_get_engine (self);
  proposer.found = g_array_new (FALSE, FALSE, sizeof (SynQuestion));
  for (guint i = 0; i < statements->len; i++)
    {
      const guint statement = g_array_index (statements, guint, i);

      g_hash_table_add (given, GUINT_TO_POINTER (statement));
      spoken[syn_engine_get_statement (engine, statement)->article] = TRUE;
    }
  for (guint i = 0; i < engine->pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (engine->pairs, SynPair, i);

      if (is_given (&proposer, pair->a) != is_given (&proposer, pair->b))
        propose (&proposer, is_given (&proposer, pair->a) ? pair->a : pair->b,
                 is_given (&proposer, pair->a) ? pair->b : pair->a, pair->p);
    }
  g_array_sort_with_data (proposer.found, compare_proposals, engine);
  keep_best (&proposer, n);
  return proposer.found;
}
