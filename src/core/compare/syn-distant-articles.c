/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-distant-articles.h"

#include "compare/syn-comparison-private.h"

#include <math.h>

/*
 * v is the mean score of the best pairs of two articles, each statement in one of them, as many as
 * half the statements of the shorter one.  Articles on one event reach 0.5 and more; measured on
 * the topics of ECB+, of which each holds two events of one kind.
 */
static const struct
{
  double share;  /* so many pairs are looked at, per statement of the shorter article */
  double near;   /* with this mean or more two articles are about the same … */
  double weight; /* … and below, each of their pairs loses so much of the difference */
} distance = { .share = 0.5, .near = 0.5, .weight = 1.0 };

/* What is known of two articles. */
typedef struct
{
  guint wanted, found;
  double sum;
} Nearness;

typedef struct
{
  SynEngine *engine;
  guint *size;            /* per article: its matched statements */
  GHashTable *index;      /* two articles → their place in @nearness, plus one */
  GArray *nearness;       /* Nearness */
  GHashTable *taken;      /* statements with the other article they have a pair in */
} Survey;

static gpointer
key_of (const Survey *self, guint a, guint b)
{
  return GSIZE_TO_POINTER ((gsize)a * self->engine->statements->len + b + 1);
}

static void
survey_init (Survey *self, SynEngine *engine)
{
  self->engine = engine;
  self->size = g_new0 (guint, engine->documents->len + 1);
  self->index = g_hash_table_new (NULL, NULL);
  self->nearness = g_array_new (FALSE, FALSE, sizeof (Nearness));
  self->taken = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < engine->statements->len; i++)
    if (syn_engine_is_matched (engine, i))
      self->size[syn_engine_get_statement (engine, i)->article]++;
}

static void
survey_clear (Survey *self)
{
  g_free (self->size);
  g_hash_table_unref (self->index);
  g_array_unref (self->nearness);
  g_hash_table_unref (self->taken);
}

static Nearness *
find_nearness (Survey *self, guint a, guint b)
{
  gpointer key = key_of (self, MIN (a, b), MAX (a, b));
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, key));

  if (place == 0)
    {
      Nearness none = { .wanted = ceil (distance.share * MIN (self->size[a], self->size[b])) };

      g_array_append_val (self->nearness, none);
      place = self->nearness->len;
      g_hash_table_insert (self->index, key, GUINT_TO_POINTER (place));
    }
  return &g_array_index (self->nearness, Nearness, place - 1);
}

/* Pairs come best first. */
static void
note_pair (Survey *self, const SynPair *pair, guint a, guint b)
{
  Nearness *nearness = find_nearness (self, a, b);

  if (nearness->found >= nearness->wanted
      || g_hash_table_contains (self->taken, key_of (self, pair->a, b))
      || g_hash_table_contains (self->taken, key_of (self, pair->b, a)))
    return;
  g_hash_table_add (self->taken, key_of (self, pair->a, b));
  g_hash_table_add (self->taken, key_of (self, pair->b, a));
  nearness->found++;
  nearness->sum += pair->z;
}

static guint
article_of (SynEngine *engine, guint statement)
{
  return syn_engine_get_statement (engine, statement)->article;
}

/* Names and figures are all that two languages share: that is little between any two articles. */
static gboolean
is_measured (SynEngine *engine, const SynPair *pair)
{
  return syn_engine_same_language (engine, pair->a, pair->b);
}

static double
loss_of (const Nearness *nearness)
{
  return nearness->wanted == 0
             ? 0
             : distance.weight * MIN (0, nearness->sum / nearness->wanted - distance.near);
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const SynPair *x = a, *y = b;

  if (x->z != y->z)
    return x->z > y->z ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* With few statements the best pairs are chance, with very many only the best were kept. */
static gboolean
is_measurable (SynEngine *engine)
{
  guint n = 0;

  for (guint i = 0; i < engine->statements->len; i++)
    n += syn_engine_is_matched (engine, i);
  return n >= SYN_FEW_STATEMENTS && n <= SYN_DENSE_STATEMENTS;
}

void
syn_distant_articles_part (SynEngine *engine)
{
  Survey survey = { 0 };
  gboolean any = FALSE;

  if (!is_measurable (engine))
    return;
  survey_init (&survey, engine);
  for (guint i = 0; i < engine->pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (engine->pairs, SynPair, i);

      if (is_measured (engine, pair))
        note_pair (&survey, pair, article_of (engine, pair->a), article_of (engine, pair->b));
    }
  for (guint i = 0; i < survey.nearness->len; i++)
    any |= loss_of (&g_array_index (survey.nearness, Nearness, i)) < 0;
  for (guint i = 0; any && i < engine->pairs->len; i++)
    {
      SynPair *pair = &g_array_index (engine->pairs, SynPair, i);

      if (is_measured (engine, pair))
        pair->z += loss_of (find_nearness (&survey, article_of (engine, pair->a),
                                           article_of (engine, pair->b)));
    }
  if (any)
    g_array_sort (engine->pairs, compare_scores);
  survey_clear (&survey);
}

double
syn_distant_articles_measure (SynEngine *engine, guint a, guint b)
{
  Survey survey = { 0 };
  Nearness nearness;
  double left, share;

  if (!is_measurable (engine))
    return 0;
  survey_init (&survey, engine);
  for (guint i = 0; i < engine->pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (engine->pairs, SynPair, i);
      guint of_a = article_of (engine, pair->a), of_b = article_of (engine, pair->b);

      if (MIN (of_a, of_b) == MIN (a, b) && MAX (of_a, of_b) == MAX (a, b)
          && is_measured (engine, pair))
        note_pair (&survey, pair, of_a, of_b);
    }
  nearness = *find_nearness (&survey, a, b);
  survey_clear (&survey);
  if (nearness.found == 0)
    return 0;
  /* All pairs lost the same, and are in the order they had: what they were before follows. */
  left = nearness.sum / nearness.wanted;
  share = distance.weight * nearness.found / nearness.wanted;
  nearness.sum = nearness.wanted * (left + share * distance.near) / (1 + share);
  return loss_of (&nearness);
}
