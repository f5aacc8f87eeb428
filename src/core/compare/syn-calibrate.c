/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-engine.h"

#include <math.h>
#include <string.h>

/*
 * What a score means depends on how long the articles are: in longer ones more statements are alike
 * by chance.  With n matched statements in m articles
 *
 *   ln p / (1 − p) = slope Z + relative ln Z − crowding ln (n / m) + bias
 *
 * and a pair is shown from the Z on at which p passes @likely, but never below @min_threshold, where
 * very short articles would be matched for one word.  Fitted on nine annotated stories of three to
 * nine articles and on two to four articles and the beginnings of articles drawn from them; the
 * figures were chosen with each story left out in turn.
 */
static const struct
{
  double slope, relative, crowding, bias;
  double likely;          /* least probability of a pair that is shown */
  double sure;            /* least probability of a sure match */
  double most_across;     /* greatest probability across two languages */
  guint least_common;     /* names, figures and things that likely statements of two languages share */
  double min_threshold;
  double possible;        /* possible ones reach so much of the threshold */
  double possible_factor; /* with a level: so many times as many are possible */
  guint least_items;      /* a statement of so many words … */
  double least_names;     /* … of which so many begin with a capital … */
  double least_marks;     /* … and so many end with a mark is a list … */
  double same_list;       /* … and lists are the same from this share of their words on */
  double many_answers;    /* after so many answers of the reader's … */
  double strictness;      /* … a likely pair needs so much more: doubt is worth less than before */
} calibration = {
  .slope = 3.26,
  .relative = 0.722,
  .crowding = 1.025,
  .bias = 1.48,
  .likely = 0.33,
  .sure = 0.86,
  .most_across = 0.8,
  .least_common = 2,
  .min_threshold = 0.28,
  .possible = 0.7,
  .possible_factor = 1.5,
  .least_items = 6,
  .least_names = 0.8,
  .least_marks = 0.5,
  .same_list = 0.95,
  .many_answers = 40,
  .strictness = 0.4,
};

#define MIN_PROBABILITY 0.001
#define HALVINGS 40

/* @crowd: n / m */
static double
probability (double z, double crowd)
{
  double logit;

  if (z <= 0)
    return MIN_PROBABILITY;
  logit = calibration.slope * z + calibration.relative * log (z)
          - calibration.crowding * log (crowd) + calibration.bias;
  return MAX (MIN_PROBABILITY, 1 / (1 + exp (-logit)));
}

/* The score at which a pair is likely: the probability grows with it. */
static double
find_threshold (double crowd)
{
  double low = calibration.min_threshold, high = 10;

  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (probability (middle, crowd) < calibration.likely)
        low = middle;
      else
        high = middle;
    }
  return low;
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

/* The names of a line-up, a cast, a table: words with capitals and a mark after every second at least. */
static gboolean
is_list (SynEngine *self, guint statement)
{
  const SynStatement *of = syn_engine_get_statement (self, statement);
  SynDocument *document = syn_engine_get_document (self, statement);
  const char *text = syn_article_get_text (syn_document_get_article (document));
  guint n, words = 0, capitals = 0, marks = 0;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    {
      words += syn_token_is_content (&tokens[t]);
      capitals += syn_token_is_content (&tokens[t]) && (tokens[t].flags & SYN_TOKEN_CAPITAL) != 0;
      marks += strchr (",;", text[tokens[t].span.start]) != NULL;
    }
  return words >= calibration.least_items && capitals >= calibration.least_names * words
         && marks >= calibration.least_marks * words;
}

/* Two lists that are not of the same names: what most of them share is where they come from. */
static gboolean
are_other_lists (SynEngine *self, const SynPair *pair)
{
  g_autoptr (GArray) a = NULL, b = NULL;
  guint shared = 0;

  if (!is_list (self, pair->a) || !is_list (self, pair->b))
    return FALSE;
  a = syn_engine_list_terms (self, pair->a, -1);
  b = syn_engine_list_terms (self, pair->b, -1);
  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      guint32 x = g_array_index (a, SynTermUse, i).term, y = g_array_index (b, SynTermUse, k).term;

      shared += x == y;
      i += x <= y;
      k += y <= x;
    }
  return shared < calibration.same_list * MAX (a->len, b->len);
}

/* With a level of the reader's the best pairs of every two articles are shown, so many per
 * statement of the shorter one; without, what passes the story's threshold. */
static SynTier
tier_of (SynEngine *self, const SynPair *pair, guint rank, guint shorter, guint n_answers)
{
  double t = self->threshold, share = calibration.possible;
  double known = MIN (1.0, n_answers / calibration.many_answers);
  double strictness = 1 + calibration.strictness * known * known;
  gboolean learned = n_answers > 0;
  gboolean likely, possible;

  if (pair->z < share * calibration.min_threshold && !learned)
    return SYN_TIER_NONE;
  if (self->level > 0)
    {
      likely = rank < self->level * shorter;
      possible = rank < calibration.possible_factor * self->level * shorter;
    }
  else
    {
      /* What the score of a threshold means by itself is the threshold of a learned probability. */
      likely = learned ? pair->p >= strictness * probability (t, self->crowd) : pair->z >= t;
      possible = learned ? pair->p >= probability (share * t, self->crowd) : pair->z >= share * t;
    }
  if (likely)
    return pair->p >= calibration.sure && syn_engine_same_language (self, pair->a, pair->b)
                   && !are_other_lists (self, pair)
               ? SYN_TIER_SURE : SYN_TIER_LIKELY;
  return possible ? SYN_TIER_POSSIBLE : SYN_TIER_NONE;
}

/* @pairs: best first */
static void
set_tiers (SynEngine *self, GArray *pairs, guint n_answers)
{
  guint n_articles = self->documents->len;
  g_autofree guint *size = g_new0 (guint, n_articles);
  g_autoptr (SynPairTable) ranks = syn_pair_table_new (n_articles);

  for (guint d = 0; d < n_articles; d++)
    size[d] = count_matched (self, d);
  for (guint i = 0; i < pairs->len; i++)
    {
      SynPair *pair = &g_array_index (pairs, SynPair, i);
      guint a = syn_engine_get_statement (self, pair->a)->article,
            b = syn_engine_get_statement (self, pair->b)->article;
      guint *rank = syn_pair_table_get_slot (ranks, a, b);

      pair->tier = tier_of (self, pair, (*rank)++, MIN (size[a], size[b]), n_answers);
    }
}

/* Between two languages names and figures say less than words, and one of them says nothing. */
static void
limit_across (SynEngine *self, SynPair *pair)
{
  pair->p = MIN (pair->p, calibration.most_across);
  if (syn_engine_count_common (self, pair->a, pair->b) >= calibration.least_common)
    return;
  pair->z = MIN (pair->z, (float)(0.99 * self->threshold));
  pair->p = MIN (pair->p, probability (pair->z, self->crowd));
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
  self->crowd = MAX (1.0, (double)n_matched / MAX (n_used, 1));
  self->threshold = find_threshold (self->crowd);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      SynPair *pair = &g_array_index (self->pairs, SynPair, i);

      pair->p = probability (pair->z, self->crowd);
      if (pair->z >= self->threshold && !syn_engine_same_language (self, pair->a, pair->b))
        limit_across (self, pair);
    }
  if (self->pivots != NULL)
    g_array_sort (self->pairs, compare_scores);
  set_tiers (self, self->pairs, 0);
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
syn_engine_set_tiers (SynEngine *self, GArray *pairs, guint n_answers)
{
  g_array_sort (pairs, compare_learned);
  set_tiers (self, pairs, n_answers);
}
