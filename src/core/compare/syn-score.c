/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-engine.h"
#include "compare/syn-parallel.h"
#include "compare/syn-two-step.h"

#include <math.h>
#include <string.h>

/*
 * Z = 1.3 L + 0.3 C + 0.15 lead − 0.1 |position difference| + 0.05 ln (1 + shared figure) + 0.5
 * two-step
 *
 * L compares whole statements, C their best pair of clauses: Dice over story-local weights, damped
 * while little is shared.  The two-step link lets a third statement speak for a pair: the mean of
 * the two best min (S(a,c), S(c,b)), S being Z without it.  All rows are sparse dot products over
 * postings, so cost grows with what is shared, not with the square of the statements.
 */
const SynScoreWeights syn_score_weights = {
  .statement = 1.3f,
  .clause = 0.3f,
  .lead = 0.15f,
  .position = 0.1f,
  .figure = 0.05f,
  .two_step = 0.5f,
  .statement_mass = 12.0f,
  .clause_mass = 9.0f,
  .min_figure = 2.0f,
};

/* Up to so many statements every pair is kept; beyond, each keeps its best. */
#define DENSE_STATEMENTS 600
#define SPARSE_NEIGHBOURS 64
#define SPARSE_MIN_SCORE 0.25f
/* In a big corpus a word in more units than this finds no candidates: it would only find everybody.
 */
#define MAX_POSTINGS 1500

/* Things that are compared, statements or clauses, in plain arrays: terms by unit and units by
 * term. */
typedef struct
{
  guint n;
  GArray *owner;     /* guint: statement of each unit */
  GArray *first;     /* guint: first use of each unit, n + 1 */
  GArray *uses;      /* SynTermUse */
  GArray *total;     /* float: weight of each unit */
  guint *post_first; /* per term, into postings; n_terms + 1 */
  guint *postings;   /* units */
} Units;

/* What one row adds up; one per thread at a time. */
typedef struct
{
  float *of_a, *of_b, *figure; /* per unit */
  guint *stamp;
  GArray *touched; /* guint */
  float *best;     /* per term: nearest term of the row's unit */
  GArray *near;    /* guint32: terms with best > 0 */
} Row;

typedef struct
{
  SynEngine *engine;
  Units statements, clauses;
  guint *first_clause; /* per statement, first clause unit; n + 1 */
  float *position;     /* per statement, 0 to 1 in its article */
  guint *ordinal;      /* per statement, place among the matched ones of its article */
  gboolean *is_figure; /* per term */
  GArray **links;      /* per statement: SynSimilar, best first when sparse, else by statement */
  GArray **pairs;      /* per statement: SynPair */
  float *matrix;       /* when dense: links by unit and statement */
  gboolean dense;
} Scorer;

static void
units_init (Units *units)
{
  guint zero = 0;

  units->owner = g_array_new (FALSE, FALSE, sizeof (guint));
  units->first = g_array_new (FALSE, FALSE, sizeof (guint));
  units->uses = g_array_new (FALSE, FALSE, sizeof (SynTermUse));
  units->total = g_array_new (FALSE, FALSE, sizeof (float));
  g_array_append_val (units->first, zero);
}

static void
units_clear (Units *units)
{
  g_array_unref (units->owner);
  g_array_unref (units->first);
  g_array_unref (units->uses);
  g_array_unref (units->total);
  g_free (units->post_first);
  g_free (units->postings);
}

static void
units_add (Units *units, guint owner, GArray *uses)
{
  float total = 0;

  for (guint i = 0; i < uses->len; i++)
    total += g_array_index (uses, SynTermUse, i).weight;
  g_array_append_val (units->owner, owner);
  g_array_append_vals (units->uses, uses->data, uses->len);
  g_array_append_val (units->first, units->uses->len);
  g_array_append_val (units->total, total);
  units->n++;
}

static void
units_index (Units *units, guint n_terms)
{
  g_autofree guint *fill = NULL;

  units->post_first = g_new0 (guint, n_terms + 1);
  units->postings = g_new (guint, MAX (units->uses->len, 1));
  for (guint i = 0; i < units->uses->len; i++)
    units->post_first[g_array_index (units->uses, SynTermUse, i).term + 1]++;
  for (guint t = 0; t < n_terms; t++)
    units->post_first[t + 1] += units->post_first[t];
  fill = g_memdup2 (units->post_first, (n_terms + 1) * sizeof (guint));
  for (guint u = 0; u < units->n; u++)
    for (guint i = g_array_index (units->first, guint, u);
         i < g_array_index (units->first, guint, u + 1); i++)
      units->postings[fill[g_array_index (units->uses, SynTermUse, i).term]++] = u;
}

static void
row_init (Row *row, guint n_units, guint n_terms)
{
  row->of_a = g_new0 (float, n_units);
  row->of_b = g_new0 (float, n_units);
  row->figure = g_new0 (float, n_units);
  row->stamp = g_new0 (guint, n_units);
  row->best = g_new0 (float, n_terms);
  row->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  row->near = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
row_clear (Row *row)
{
  g_free (row->of_a);
  g_free (row->of_b);
  g_free (row->figure);
  g_free (row->stamp);
  g_free (row->best);
  g_array_unref (row->touched);
  g_array_unref (row->near);
}

static void
row_reset (Row *row)
{
  for (guint i = 0; i < row->touched->len; i++)
    {
      guint u = g_array_index (row->touched, guint, i);

      row->of_a[u] = row->of_b[u] = row->figure[u] = 0;
      row->stamp[u] = 0;
    }
  for (guint i = 0; i < row->near->len; i++)
    row->best[g_array_index (row->near, guint32, i)] = 0;
  g_array_set_size (row->touched, 0);
  g_array_set_size (row->near, 0);
}

static void
note_nearest (Row *row, guint32 term, float similarity)
{
  if (row->best[term] == 0)
    g_array_append_val (row->near, term);
  row->best[term] = MAX (row->best[term], similarity);
}

/* Adds, to every unit with @term, @weight · @similarity of what the row's unit says. */
static void
add_own (const Scorer *self, const Units *units, Row *row, guint32 term, float gain, guint mark)
{
  guint first = units->post_first[term], end = units->post_first[term + 1];

  if (!self->dense && end - first > MAX_POSTINGS)
    return;
  for (guint i = first; i < end; i++)
    {
      guint u = units->postings[i];

      if (row->stamp[u] == mark)
        continue;
      if (row->stamp[u] == 0)
        g_array_append_val (row->touched, u);
      row->stamp[u] = mark;
      row->of_a[u] += gain;
    }
}

/* By insertion: they are few, and come nearly in order. */
static void
sort_terms (GArray *terms)
{
  guint32 *list = (guint32 *)(void *)terms->data;

  for (guint i = 1; i < terms->len; i++)
    {
      guint32 term = list[i];
      guint k = i;

      for (; k > 0 && list[k - 1] > term; k--)
        list[k] = list[k - 1];
      list[k] = term;
    }
}

/* Fills the row of unit @a: how much of it every other unit says (of_a), and the reverse (of_b). */
static void
fill_row (const Scorer *self, const Units *units, Row *row, guint a)
{
  guint first = g_array_index (units->first, guint, a),
        end = g_array_index (units->first, guint, a + 1);

  for (guint i = first; i < end; i++)
    {
      const SynTermUse *use = &g_array_index (units->uses, SynTermUse, i);
      const GArray *near = g_ptr_array_index (self->engine->neighbours, use->term);
      guint mark = i - first + 1;

      add_own (self, units, row, use->term, use->weight, mark);
      note_nearest (row, use->term, 1);
      for (guint k = 0; near != NULL && k < near->len; k++)
        {
          const SynNeighbour *other = &g_array_index (near, SynNeighbour, k);

          add_own (self, units, row, other->term, use->weight * other->similarity, mark);
          note_nearest (row, other->term, other->similarity);
        }
    }
  sort_terms (row->near);
  for (guint i = 0; i < row->near->len; i++)
    {
      guint32 term = g_array_index (row->near, guint32, i);
      float gain = g_array_index (self->engine->weight, float, term) * row->best[term];
      guint from = units->post_first[term], to = units->post_first[term + 1];

      if (!self->dense && to - from > MAX_POSTINGS)
        continue;
      for (guint k = from; k < to; k++)
        row->of_b[units->postings[k]] += gain;
    }
}

static float
row_score (const Units *units, const Row *row, guint a, guint b, float full_mass)
{
  float total_a = g_array_index (units->total, float, a),
        total_b = g_array_index (units->total, float, b);
  float shared = row->of_a[b] + row->of_b[b];

  if (total_a <= 0 || total_b <= 0)
    return 0;
  return shared / (total_a + total_b) * MIN (1, shared / 2 / full_mass);
}

static void
add_figures (const Scorer *self, Row *row, guint a)
{
  const Units *units = &self->statements;

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
score_clauses (const Scorer *self, Row *row, guint a, float *clause_score)
{
  for (guint c = self->first_clause[a]; c < self->first_clause[a + 1]; c++)
    {
      fill_row (self, &self->clauses, row, c);
      for (guint i = 0; i < row->touched->len; i++)
        {
          guint u = g_array_index (row->touched, guint, i);
          guint b = g_array_index (self->clauses.owner, guint, u);
          float score = row_score (&self->clauses, row, c, u, syn_score_weights.clause_mass);

          clause_score[b] = MAX (clause_score[b], score);
        }
      row_reset (row);
    }
}

/* The score of the pair that @row's unit and @unit @u make, without the two-step link. */
static float
score_pair (const Scorer *self, const Row *row, guint unit, guint u, float clause_score)
{
  guint a = g_array_index (self->statements.owner, guint, unit),
        b = g_array_index (self->statements.owner, guint, u);
  float s = syn_score_weights.statement
            * row_score (&self->statements, row, unit, u, syn_score_weights.statement_mass);

  s += syn_score_weights.clause * clause_score;
  if (self->ordinal[a] < SYN_LEAD_STATEMENTS && self->ordinal[b] < SYN_LEAD_STATEMENTS)
    s += syn_score_weights.lead;
  s -= syn_score_weights.position * fabsf (self->position[a] - self->position[b]);
  s += syn_score_weights.figure * logf (1 + row->figure[u]);
  return s;
}

static void
note_link (const Scorer *self, const Row *row, guint unit, guint u, float *clause_score)
{
  guint a = g_array_index (self->statements.owner, guint, unit);
  SynSimilar link = { g_array_index (self->statements.owner, guint, u), 0 };

  link.s = score_pair (self, row, unit, u, clause_score[link.statement]);
  clause_score[link.statement] = 0;
  if (u != unit && (self->dense || link.s >= SPARSE_MIN_SCORE))
    g_array_append_val (self->links[a], link);
}

static void
score_statement (const Scorer *self, Row *row, Row *clause_row, guint unit, float *clause_score)
{
  guint a = g_array_index (self->statements.owner, guint, unit);
  GArray *links = self->links[a] = g_array_new (FALSE, FALSE, sizeof (SynSimilar));

  fill_row (self, &self->statements, row, unit);
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
      g_array_set_size (links, MIN (links->len, SPARSE_NEIGHBOURS));
    }
  row_reset (row);
}

static void
score_rows (guint first, guint end, gpointer data)
{
  const Scorer *self = data;
  guint n_terms = self->engine->terms->len;
  g_autofree float *clause_score = g_new0 (float, self->engine->statements->len);
  Row row, clause_row;

  row_init (&row, self->statements.n, n_terms);
  row_init (&clause_row, self->clauses.n, n_terms);
  for (guint u = first; u < end; u++)
    score_statement (self, &row, &clause_row, u, clause_score);
  row_clear (&row);
  row_clear (&clause_row);
}

/* The two best detours from one statement to each other one. */
typedef struct
{
  float *first, *second;
} Detours;

static void
detours_init (Detours *detours, guint n)
{
  detours->first = g_new (float, n);
  detours->second = g_new (float, n);
}

static void
detours_clear (Detours *detours)
{
  g_free (detours->first);
  g_free (detours->second);
}

static void
note_detour (Detours *detours, guint b, float s)
{
  if (s > detours->first[b])
    {
      detours->second[b] = detours->first[b];
      detours->first[b] = s;
    }
  else if (s > detours->second[b])
    detours->second[b] = s;
}

static const float *
matrix_row (const Scorer *self, guint statement)
{
  return self->matrix + (gsize)self->engine->statements->len * statement;
}

static void
find_detours (const Scorer *self, GArray *links, Detours *detours)
{
  guint n = self->engine->statements->len;

  memset (detours->first, 0, n * sizeof (float));
  memset (detours->second, 0, n * sizeof (float));
  for (guint i = 0; i < links->len; i++)
    {
      const SynSimilar *ac = &g_array_index (links, SynSimilar, i);
      const GArray *onward = self->links[ac->statement];

      if (self->dense)
        {
          if (ac->s > 0)
            syn_two_step_add (ac->s, matrix_row (self, ac->statement), detours->first,
                              detours->second, n);
          continue;
        }
      for (guint k = 0; k < onward->len; k++)
        {
          const SynSimilar *cb = &g_array_index (onward, SynSimilar, k);

          note_detour (detours, cb->statement, MIN (ac->s, cb->s));
        }
    }
}

static void
add_two_step (const Scorer *self, guint a, Detours *detours)
{
  GArray *links = self->links[a];
  GArray *pairs = self->pairs[a] = g_array_new (FALSE, FALSE, sizeof (SynPair));
  guint article = syn_engine_get_statement (self->engine, a)->article;

  find_detours (self, links, detours);
  for (guint i = 0; i < links->len; i++)
    {
      const SynSimilar *ab = &g_array_index (links, SynSimilar, i);
      SynPair pair = { .a = a, .b = ab->statement, .tier = SYN_TIER_NONE };

      if (syn_engine_get_statement (self->engine, pair.b)->article == article)
        continue;
      pair.z = ab->s
               + syn_score_weights.two_step
                     * (detours->first[pair.b] + detours->second[pair.b]) / 2;
      if (pair.b < a)
        {
          pair.a = pair.b;
          pair.b = a;
        }
      g_array_append_val (pairs, pair);
    }
}

static void
link_rows (guint first, guint end, gpointer data)
{
  const Scorer *self = data;
  Detours detours;

  detours_init (&detours, self->engine->statements->len);
  for (guint u = first; u < end; u++)
    add_two_step (self, g_array_index (self->statements.owner, guint, u), &detours);
  detours_clear (&detours);
}

/* A story's scores side by side, so that detours can be followed row by row. */
static void
fill_matrix (Scorer *self)
{
  guint n = self->engine->statements->len;

  self->matrix = g_new0 (float, (gsize)n *n);
  for (guint u = 0; u < self->statements.n; u++)
    {
      guint a = g_array_index (self->statements.owner, guint, u);
      const GArray *links = self->links[a];
      float *row = self->matrix + (gsize)n * a;

      for (guint i = 0; i < links->len; i++)
        row[g_array_index (links, SynSimilar, i).statement]
            = g_array_index (links, SynSimilar, i).s;
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
collect_units (Scorer *self)
{
  SynEngine *engine = self->engine;

  for (guint i = 0; i < engine->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (engine, i);
      g_autoptr (GArray) uses = NULL;

      self->first_clause[i] = self->clauses.n;
      if (!syn_engine_is_matched (engine, i))
        continue;
      uses = syn_engine_list_terms (engine, i, -1);
      units_add (&self->statements, i, uses);
      for (guint c = 0; c < of->n_clauses; c++)
        {
          g_autoptr (GArray) clause = syn_engine_list_terms (engine, i, c);

          if (syn_engine_compares_clause (engine, i, c))
            units_add (&self->clauses, i, clause);
        }
    }
  self->first_clause[engine->statements->len] = self->clauses.n;
  units_index (&self->statements, engine->terms->len);
  units_index (&self->clauses, engine->terms->len);
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

/* Both ends of a pair list it; the one whose row is better known (sparse) or comes first counts. */
static void
gather_pairs (Scorer *self)
{
  GArray *pairs = self->engine->pairs;

  for (guint i = 0; i < self->engine->statements->len; i++)
    for (guint k = 0; self->pairs[i] != NULL && k < self->pairs[i]->len; k++)
      {
        const SynPair *pair = &g_array_index (self->pairs[i], SynPair, k);

        if (!self->dense || pair->a == i)
          g_array_append_val (pairs, *pair);
      }
  g_array_sort (pairs, compare_pairs);
  if (!self->dense)
    {
      g_autoptr (GHashTable) seen
          = g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);
      guint kept = 0;

      for (guint i = 0; i < pairs->len; i++)
        {
          const SynPair pair = g_array_index (pairs, SynPair, i);
          guint64 key = syn_pair_key (pair.a, pair.b);

          if (g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
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
  units_clear (&self->statements);
  units_clear (&self->clauses);
  for (guint i = 0; i < self->engine->statements->len; i++)
    {
      g_clear_pointer (&self->links[i], g_array_unref);
      g_clear_pointer (&self->pairs[i], g_array_unref);
    }
  g_free (self->links);
  g_free (self->pairs);
  g_free (self->matrix);
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
  units_init (&self->statements);
  units_init (&self->clauses);
  mark_figures (self);
  place_statements (self);
  collect_units (self);
  self->dense = self->statements.n <= DENSE_STATEMENTS;
}

gboolean
syn_engine_score (SynEngine *self, GCancellable *cancellable)
{
  Scorer scorer;
  gboolean done;

  scorer_init (&scorer, self);
  done = syn_parallel_run (scorer.statements.n, 64, score_rows, &scorer, cancellable);
  if (done && scorer.dense)
    fill_matrix (&scorer);
  done = done
         && syn_parallel_run (scorer.statements.n, 64, link_rows, &scorer, cancellable);
  if (done)
    gather_pairs (&scorer);
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
      guint statement = g_array_index (statements, guint, i);
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
