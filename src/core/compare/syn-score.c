/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-distant-articles.h"
#include "compare/syn-engine.h"
#include "compare/syn-function-words.h"
#include "compare/syn-parallel.h"
#include "compare/syn-score-units.h"
#include "compare/syn-twins.h"
#include "compare/syn-two-step.h"

#include <math.h>
#include <string.h>

/*
 * Z = S + 0.5 two-step + 0.5 agreement
 * S = 0.8 L + 0.2 C + 0.1 lead − 0.06 |position difference| + 0.03 ln (1 + shared figure)
 *
 * L compares whole statements, their function words too, C their best pair of clauses: Dice over
 * story-local weights, damped while little is shared.  The two-step link lets a third statement speak for a pair: the mean of
 * the two best min (S(a,c), S(c,b)).  The agreement is the cosine of their profiles, which hold S^1.5
 * to every statement of the story: two statements that are near the same others, and far from the
 * same others, say the same, whatever their words.  All rows are sparse dot products over postings,
 * so cost grows with what is shared, not with the square of the statements.
 */
const SynScoreWeights syn_score_weights = {
  .statement = 0.8f,
  .clause = 0.2f,
  .lead = 0.1f,
  .position = 0.06f,
  .figure = 0.03f,
  .two_step = 0.5f,
  .agreement = 0.5f,
  .own = 0.25f,
  .apart = 0.1f,
  .statement_mass = 12.0f,
  .clause_mass = 9.0f,
  .min_figure = 2.0f,
};

#define SPARSE_MIN_SCORE 0.15f
/* Statements of a story that is looked at whole have fewer clauses; a sentence without end has not. */
#define MAX_CLAUSES (4 * SYN_DENSE_STATEMENTS)

typedef struct
{
  SynEngine *engine;
  SynUnits statements, clauses;
  SynUnits functions;  /* the function words of the statements' units */
  guint *first_clause; /* per statement, first clause unit; n + 1 */
  float *position;     /* per statement, 0 to 1 in its article */
  guint *ordinal;      /* per statement, place among the matched ones of its article */
  gboolean *is_figure; /* per term */
  GArray **links;      /* per statement: SynSimilar, best first when sparse, else by statement */
  GArray **pairs;      /* per statement: SynPair */
  float *norm;         /* per statement: length of its profile */
  float *matrix;       /* when dense: scores of the links by statement and statement */
  float *profiles;     /* likewise: their strengths */
  gboolean dense;
} Scorer;

static void
add_figures (const Scorer *self, SynUnitRow *row, guint a)
{
  const SynUnits *units = &self->statements;

  for (guint i = g_array_index (units->first, guint, a);
       i < g_array_index (units->first, guint, a + 1); i++)
    {
      const SynTermUse *use = &g_array_index (units->uses, SynTermUse, i);

      if (!self->is_figure[use->term])
        continue;
      for (guint k = units->post_first[use->term]; k < units->post_first[use->term + 1]; k++)
        row->figure[units->postings[k]] += use->weight;
    }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const SynSimilar *x = a, *y = b;

  if (x->s != y->s)
    return x->s > y->s ? -1 : 1;
  return (x->statement > y->statement) - (x->statement < y->statement);
}

/* The best clause pair of statement @a with every statement, into @clause_score; touched ones are
 * zeroed again by the caller. */
static void
score_clauses (const Scorer *self, SynUnitRow *row, guint a, float *clause_score)
{
  for (guint c = self->first_clause[a]; c < self->first_clause[a + 1]; c++)
    {
      syn_unit_row_fill (row, self->engine, &self->clauses, c);
      for (guint i = 0; i < row->touched->len; i++)
        {
          guint u = g_array_index (row->touched, guint, i);
          guint b = g_array_index (self->clauses.owner, guint, u);
          float score = syn_unit_row_score (&self->clauses, self->engine, row, c, u, syn_score_weights.clause_mass);

          clause_score[b] = MAX (clause_score[b], score);
        }
      syn_unit_row_reset (row);
    }
}

/* News tells what matters first. */
static float
score_places (const Scorer *self, guint a, guint b)
{
  float score = -syn_score_weights.position * fabsf (self->position[a] - self->position[b]);

  if (self->ordinal[a] < SYN_LEAD_STATEMENTS && self->ordinal[b] < SYN_LEAD_STATEMENTS
      && syn_engine_same_language (self->engine, a, b))
    score += syn_score_weights.lead;
  return score;
}

/* The score of the pair that @row's unit and unit @u make, without what third ones say. */
static float
score_pair (const Scorer *self, const SynUnitRow *row, guint unit, guint u, float clause_score)
{
  guint a = g_array_index (self->statements.owner, guint, unit),
        b = g_array_index (self->statements.owner, guint, u);
  float s = syn_score_weights.statement
            * syn_unit_row_score (&self->statements, self->engine, row, unit, u, syn_score_weights.statement_mass);

  s += syn_score_weights.clause * clause_score;
  s += score_places (self, a, b);
  s += syn_score_weights.figure * logf (1 + row->figure[u]);
  return s;
}

static void
note_link (const Scorer *self, const SynUnitRow *row, guint unit, guint u, float *clause_score)
{
  guint a = g_array_index (self->statements.owner, guint, unit);
  SynSimilar link = { .statement = g_array_index (self->statements.owner, guint, u) };

  link.s = score_pair (self, row, unit, u, clause_score[link.statement]);
  link.strength = link.s > 0 ? link.s * sqrtf (link.s) : 0;
  clause_score[link.statement] = 0;
  if (u != unit && (self->dense || link.s >= SPARSE_MIN_SCORE))
    g_array_append_val (self->links[a], link);
}

float
syn_score_measure_profile (const GArray *links)
{
  float sum = syn_score_weights.own * syn_score_weights.own;

  for (guint i = 0; i < links->len; i++)
    {
      float strength = g_array_index (links, SynSimilar, i).strength;

      sum += strength * strength;
    }
  return sqrtf (sum);
}

float
syn_score_agreement (float shared, float strength, float norm_a, float norm_b)
{
  return (shared + 2 * syn_score_weights.own * strength) / (norm_a * norm_b);
}

static void
score_statement (const Scorer *self, SynUnitRow *row, SynUnitRow *clause_row, guint unit, float *clause_score)
{
  guint a = g_array_index (self->statements.owner, guint, unit);
  GArray *links = self->links[a] = g_array_new (FALSE, FALSE, sizeof (SynSimilar));

  syn_unit_row_fill (row, self->engine, &self->statements, unit);
  syn_unit_row_add (row, self->engine, &self->functions, unit);
  add_figures (self, row, unit);
  score_clauses (self, clause_row, a, clause_score);
  if (self->dense)
    {
      for (guint u = 0; u < self->statements.n; u++)
        if (row->stamp[u] != 0)
          note_link (self, row, unit, u, clause_score);
    }
  else
    {
      for (guint i = 0; i < row->touched->len; i++)
        note_link (self, row, unit, g_array_index (row->touched, guint, i), clause_score);
      g_array_sort (links, compare_links);
      g_array_set_size (links, MIN (links->len, SYN_MAX_NEIGHBOURS));
    }
  self->norm[a] = syn_score_measure_profile (links);
  syn_unit_row_reset (row);
}

static void
score_rows (guint first, guint end, gpointer data)
{
  const Scorer *self = data;
  guint n_terms = self->engine->terms->len;
  g_autofree float *clause_score = g_new0 (float, self->engine->statements->len);
  SynUnitRow row, clause_row;

  syn_unit_row_init (&row, self->statements.n, n_terms);
  syn_unit_row_init (&clause_row, self->clauses.n, n_terms);
  for (guint u = first; u < end; u++)
    score_statement (self, &row, &clause_row, u, clause_score);
  syn_unit_row_clear (&row);
  syn_unit_row_clear (&clause_row);
}

/* The two best detours from one statement to each other one, and what their profiles share. */
typedef struct
{
  float *first, *second, *shared;
} Detours;

static void
detours_init (Detours *detours, guint n)
{
  detours->first = g_new0 (float, n);
  detours->second = g_new0 (float, n);
  detours->shared = g_new0 (float, n);
}

static void
detours_clear (Detours *detours)
{
  g_free (detours->first);
  g_free (detours->second);
  g_free (detours->shared);
}

static void
note_detour (Detours *detours, const SynSimilar *ac, const SynSimilar *cb)
{
  guint b = cb->statement;
  float s = MIN (ac->s, cb->s);

  detours->shared[b] += ac->strength * cb->strength;
  if (s > detours->first[b])
    {
      detours->second[b] = detours->first[b];
      detours->first[b] = s;
    }
  else if (s > detours->second[b])
    detours->second[b] = s;
}

static void
follow (const Scorer *self, const SynSimilar *ac, Detours *detours)
{
  const GArray *onward = self->links[ac->statement];

  for (guint k = 0; k < onward->len; k++)
    note_detour (detours, ac, &g_array_index (onward, SynSimilar, k));
}

/* Takes back what follow() noted: to clear everything for each statement would cost the square of their number. */
static void
unfollow (const Scorer *self, const SynSimilar *ac, Detours *detours)
{
  const GArray *onward = self->links[ac->statement];

  for (guint k = 0; k < onward->len; k++)
    {
      const guint b = g_array_index (onward, SynSimilar, k).statement;

      detours->first[b] = detours->second[b] = detours->shared[b] = 0;
    }
}

/* The same over the rows of a story's matrices. */
static void
follow_row (const Scorer *self, const SynSimilar *ac, Detours *detours)
{
  guint n = self->engine->statements->len;
  gsize row = (gsize)n * ac->statement;

  if (ac->s <= 0)
    return;
  syn_two_step_add (ac->s, self->matrix + row, detours->first, detours->second, n);
  syn_two_step_add_product (ac->strength, self->profiles + row, detours->shared, n);
}

static void
find_detours (const Scorer *self, guint a, Detours *detours)
{
  const GArray *links = self->links[a];
  guint n = self->engine->statements->len;

  if (self->dense)
    {
      memset (detours->first, 0, n * sizeof (float));
      memset (detours->second, 0, n * sizeof (float));
      memset (detours->shared, 0, n * sizeof (float));
    }
  for (guint i = 0; i < links->len; i++)
    {
      const SynSimilar *ac = &g_array_index (links, SynSimilar, i);

      if (self->dense)
        follow_row (self, ac, detours);
      else
        follow (self, ac, detours);
    }
}

static void
add_pair (const Scorer *self, guint a, const SynSimilar *ab, const Detours *detours)
{
  guint b = ab->statement;
  SynPair pair = { .a = MIN (a, b), .b = MAX (a, b), .tier = SYN_TIER_NONE };
  float third;

  if (syn_engine_get_statement (self->engine, a)->article
      == syn_engine_get_statement (self->engine, b)->article)
    return;
  third = syn_score_weights.two_step * (detours->first[b] + detours->second[b]) / 2
          + syn_score_weights.agreement
                * syn_score_agreement (detours->shared[b], ab->strength, self->norm[a],
                                       self->norm[b]);
  /* Between two languages the few common words lead everywhere: what third ones say only adds to
   * what both share themselves. */
  pair.z = ab->s + (syn_engine_same_language (self->engine, a, b) ? third : MIN (third, MAX (ab->s, 0)));
  g_array_append_val (self->pairs[a], pair);
}

/* In a story each pair is looked at once.  Where two statements have no word in common, third ones may
 * still bring them together: “the blaze was put out” and “firefighters won”. */
static void
add_later_pairs (const Scorer *self, guint unit, guint a, const Detours *detours)
{
  const GArray *links = self->links[a];
  guint next = 0;

  for (guint u = unit + 1; u < self->statements.n; u++)
    {
      guint b = g_array_index (self->statements.owner, guint, u);
      SynSimilar none = { .statement = b };

      while (next < links->len && g_array_index (links, SynSimilar, next).statement < b)
        next++;
      if (next < links->len && g_array_index (links, SynSimilar, next).statement == b)
        add_pair (self, a, &g_array_index (links, SynSimilar, next), detours);
      else if (detours->first[b] > 0 && syn_engine_same_language (self->engine, a, b))
        {
          none.s = score_places (self, a, b) - syn_score_weights.apart;
          add_pair (self, a, &none, detours);
        }
    }
}

static void
link_rows (guint first, guint end, gpointer data)
{
  const Scorer *self = data;
  Detours detours;

  detours_init (&detours, self->engine->statements->len);
  for (guint u = first; u < end; u++)
    {
      guint a = g_array_index (self->statements.owner, guint, u);
      const GArray *links = self->links[a];

      find_detours (self, a, &detours);
      self->pairs[a] = g_array_new (FALSE, FALSE, sizeof (SynPair));
      if (self->dense)
        add_later_pairs (self, u, a, &detours);
      for (guint i = 0; !self->dense && i < links->len; i++)
        add_pair (self, a, &g_array_index (links, SynSimilar, i), &detours);
      for (guint i = 0; !self->dense && i < links->len; i++)
        unfollow (self, &g_array_index (links, SynSimilar, i), &detours);
    }
  detours_clear (&detours);
}

/* The greatest score of a statement: that of one with the same words at the same place. */
static float
score_twin (const Scorer *self, guint unit)
{
  const SynUnits *units = &self->statements;
  guint a = g_array_index (units->owner, guint, unit);
  float clause = 0, figure = 0;

  for (guint c = self->first_clause[a]; c < self->first_clause[a + 1]; c++)
    clause = MAX (clause, g_array_index (self->clauses.total, float, c));
  for (guint i = g_array_index (units->first, guint, unit);
       i < g_array_index (units->first, guint, unit + 1); i++)
    if (self->is_figure[g_array_index (units->uses, SynTermUse, i).term])
      figure += g_array_index (units->uses, SynTermUse, i).weight;
  return syn_score_weights.statement
             * MIN (1, g_array_index (units->total, float, unit) / syn_score_weights.statement_mass)
         + syn_score_weights.clause * MIN (1, clause / syn_score_weights.clause_mass)
         + score_places (self, a, a) + syn_score_weights.figure * logf (1 + figure);
}

typedef struct
{
  GArray *pairs;
  float z;
} TwinPairs;

static void
add_twin_pair (guint statement, guint to, gpointer data)
{
  TwinPairs *twins = data;
  SynPair pair
      = { .a = MIN (statement, to), .b = MAX (statement, to), .z = twins->z, .tier = SYN_TIER_NONE };

  g_array_append_val (twins->pairs, pair);
}

/* Statements that were not compared, since another one says the same word for word: a third one of them
 * is a detour that loses nothing, and their profiles are the same. */
static void
add_twins (Scorer *self)
{
  g_autoptr (GPtrArray) lists
      = self->engine->twin_of != NULL ? syn_twins_list (self->engine) : NULL;

  for (guint u = 0; lists != NULL && u < self->statements.n; u++)
    {
      guint a = g_array_index (self->statements.owner, guint, u);
      float s = score_twin (self, u);
      TwinPairs twins = { self->engine->pairs, s * (1 + syn_score_weights.two_step)
                                                   + syn_score_weights.agreement };

      if (lists->pdata[a] != NULL && s >= SPARSE_MIN_SCORE)
        syn_twins_link (self->engine, lists->pdata[a], add_twin_pair, &twins);
    }
}

/* A story's scores side by side, so that detours can be followed row by row. */
static void
fill_matrices (Scorer *self)
{
  guint n = self->engine->statements->len;

  self->matrix = g_new0 (float, (gsize)n *n);
  self->profiles = g_new0 (float, (gsize)n *n);
  for (guint u = 0; u < self->statements.n; u++)
    {
      guint a = g_array_index (self->statements.owner, guint, u);
      const GArray *links = self->links[a];
      gsize row = (gsize)n * a;

      for (guint i = 0; i < links->len; i++)
        {
          const SynSimilar *link = &g_array_index (links, SynSimilar, i);

          self->matrix[row + link->statement] = link->s;
          self->profiles[row + link->statement] = link->strength;
        }
    }
}

/* "… said the mayor": a clause that only says who speaks. */
static gboolean
is_attribution (SynEngine *engine, guint statement, guint clause)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint n, words = 0;
  gboolean reporting = FALSE;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (engine, statement), &n);

  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    if (tokens[t].clause == clause)
      {
        reporting |= (tokens[t].flags & SYN_TOKEN_REPORTING) != 0;
        words += syn_token_is_content (&tokens[t]) && !(tokens[t].flags & SYN_TOKEN_NAME);
      }
  return reporting && words <= 2;
}

gboolean
syn_engine_compares_clause (SynEngine *self, guint statement, guint clause)
{
  return syn_engine_get_statement (self, statement)->n_clauses == 1
         || !is_attribution (self, statement, clause);
}

static void
add_statement (Scorer *self, guint statement, GArray *uses)
{
  g_autoptr (GArray) words = syn_function_words_list (self->engine, statement);
  guint unit = self->statements.n;

  syn_units_add (&self->statements, self->engine, statement, uses);
  syn_units_add (&self->functions, self->engine, statement, words);
  g_array_index (self->statements.total, float, unit)
      += g_array_index (self->functions.total, float, unit);
}

static void
collect_units (Scorer *self)
{
  SynEngine *engine = self->engine;
  guint n_matched = 0;

  for (guint i = 0; i < engine->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (engine, i);
      g_autoptr (GArray) uses = NULL;

      self->first_clause[i] = self->clauses.n;
      if (!syn_engine_is_matched (engine, i))
        continue;
      n_matched++;
      if (syn_engine_twin_of (engine, i) != i)
        continue;
      uses = syn_engine_list_terms (engine, i, -1);
      add_statement (self, i, uses);
      for (guint c = 0; c < of->n_clauses; c++)
        {
          g_autoptr (GArray) clause = syn_engine_list_terms (engine, i, c);

          if (syn_engine_compares_clause (engine, i, c))
            syn_units_add (&self->clauses, engine, i, clause);
        }
    }
  self->first_clause[engine->statements->len] = self->clauses.n;
  syn_units_index (&self->statements, engine->terms->len);
  syn_units_index (&self->clauses, engine->terms->len);
  syn_units_index (&self->functions, engine->terms->len);
  self->dense = n_matched <= SYN_DENSE_STATEMENTS;
  self->statements.capped = self->functions.capped = !self->dense;
  self->clauses.capped = !self->dense || self->clauses.n > MAX_CLAUSES;
}

static void
place_statements (Scorer *self)
{
  SynEngine *engine = self->engine;

  for (guint d = 0; d < engine->documents->len; d++)
    {
      guint first = g_array_index (engine->first, guint, d),
            end = g_array_index (engine->first, guint, d + 1);
      guint n = 0;

      for (guint i = first; i < end; i++)
        if (syn_engine_is_matched (engine, i))
          self->ordinal[i] = n++;
      for (guint i = first; i < end; i++)
        self->position[i] = n > 1 ? (float)self->ordinal[i] / (n - 1) : 0;
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const SynPair *x = a, *y = b;

  if (x->z != y->z)
    return x->z > y->z ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* In a big corpus both ends of a pair may list it; the better score counts. */
static void
gather_pairs (Scorer *self)
{
  GArray *pairs = self->engine->pairs;

  for (guint i = 0; i < self->engine->statements->len; i++)
    if (self->pairs[i] != NULL && self->pairs[i]->len > 0)
      g_array_append_vals (pairs, self->pairs[i]->data, self->pairs[i]->len);
  add_twins (self);
  g_array_sort (pairs, compare_pairs);
  if (!self->dense)
    {
      g_autoptr (SynPairTable) seen = syn_pair_table_new (pairs->len);
      guint kept = 0;

      for (guint i = 0; i < pairs->len; i++)
        {
          const SynPair pair = g_array_index (pairs, SynPair, i);

          if (syn_pair_table_add (seen, pair.a, pair.b, 0))
            g_array_index (pairs, SynPair, kept++) = pair;
        }
      g_array_set_size (pairs, kept);
    }
}

gboolean
syn_engine_is_figure (SynEngine *self, guint32 term)
{
  const char *text = g_ptr_array_index (self->terms, term);

  return text[0] == '#' && g_ascii_strtod (text + 1, NULL) > syn_score_weights.min_figure;
}

static void
mark_figures (Scorer *self)
{
  for (guint t = 0; t < self->engine->terms->len; t++)
    self->is_figure[t] = syn_engine_is_figure (self->engine, t);
}

static void
scorer_clear (Scorer *self)
{
  syn_units_clear (&self->statements);
  syn_units_clear (&self->clauses);
  syn_units_clear (&self->functions);
  for (guint i = 0; i < self->engine->statements->len; i++)
    {
      g_clear_pointer (&self->links[i], g_array_unref);
      g_clear_pointer (&self->pairs[i], g_array_unref);
    }
  g_free (self->links);
  g_free (self->pairs);
  g_free (self->matrix);
  g_free (self->profiles);
  g_free (self->norm);
  g_free (self->first_clause);
  g_free (self->position);
  g_free (self->ordinal);
  g_free (self->is_figure);
}

/* The unit of a statement, or their number when it is not compared: units are in their order. */
static guint
find_unit (const Scorer *self, guint statement)
{
  guint low = 0, high = self->statements.n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->statements.owner, guint, middle) < statement)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->statements.n
                 && g_array_index (self->statements.owner, guint, low) == statement
             ? low
             : self->statements.n;
}

static void
scorer_init (Scorer *self, SynEngine *engine)
{
  guint n = engine->statements->len;

  *self = (Scorer){ .engine = engine };
  self->first_clause = g_new0 (guint, n + 1);
  self->position = g_new0 (float, n);
  self->ordinal = g_new0 (guint, n);
  self->is_figure = g_new0 (gboolean, engine->terms->len);
  self->links = g_new0 (GArray *, n);
  self->pairs = g_new0 (GArray *, n);
  self->norm = g_new0 (float, n);
  syn_units_init (&self->statements);
  syn_units_init (&self->clauses);
  syn_units_init (&self->functions);
  mark_figures (self);
  place_statements (self);
  collect_units (self);
}

gboolean
syn_engine_score (SynEngine *self, GCancellable *cancellable)
{
  Scorer scorer;
  gboolean done;

  if (self->documents->len < 2)
    return !g_cancellable_is_cancelled (cancellable);
  scorer_init (&scorer, self);
  done = syn_parallel_run (scorer.statements.n, 64, score_rows, &scorer, cancellable);
  if (done && scorer.dense)
    fill_matrices (&scorer);
  done = done
         && syn_parallel_run (scorer.statements.n, 64, link_rows, &scorer, cancellable);
  if (done)
    gather_pairs (&scorer);
  if (done)
    syn_distant_articles_part (self);
  scorer_clear (&scorer);
  return done;
}

GArray **
syn_engine_list_similar (SynEngine *self, GArray *statements)
{
  GArray **lists = g_new0 (GArray *, statements->len + 1);
  Scorer scorer;

  scorer_init (&scorer, self);
  for (guint i = 0; i < statements->len; i++)
    {
      guint statement = syn_engine_twin_of (self, g_array_index (statements, guint, i));
      guint unit = find_unit (&scorer, statement);

      if (unit < scorer.statements.n && scorer.links[statement] == NULL)
        score_rows (unit, unit + 1, &scorer);
      lists[i] = scorer.links[statement] != NULL
                     ? g_array_ref (scorer.links[statement])
                     : g_array_new (FALSE, FALSE, sizeof (SynSimilar));
    }
  scorer_clear (&scorer);
  return lists;
}
