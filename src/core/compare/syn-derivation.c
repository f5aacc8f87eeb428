/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-derivation.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-distant-articles.h"
#include "compare/syn-function-words.h"
#include "compare/syn-twins.h"

#include <math.h>
#include <string.h>

/* One way from a to b over a third statement. */
typedef struct
{
  gint statement; /* -1: none */
  float to_a, to_b;
} Bridge;

/* What two lists of words share, from both sides. */
typedef struct
{
  float shared, total, score;
} Overlap;

typedef struct
{
  SynComparison *comparison;
  SynEngine *engine;
  guint a, b;
  GString *out;
  float s; /* the score so far */
} Derivation;

/* @format: text around one "%…f".  With a point whatever the locale: the rest is English too. */
static void
add_number (Derivation *self, const char *format, double number)
{
  const char *start = strchr (format, '%'), *end = strchr (start, 'f') + 1;
  g_autofree char *conversion = g_strndup (start, end - start);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_len (self->out, format, start - format);
  g_string_append (self->out, g_ascii_formatd (text, sizeof text, conversion, number));
  g_string_append (self->out, end);
}

/* "  clause      0.30 x 0.812 = 0.244": one part of the score, and adds it. */
static void
add_part (Derivation *self, const char *name, float weight, float value)
{
  g_string_append_printf (self->out, "  %-12s", name);
  add_number (self, "%6.2f", weight);
  add_number (self, " x %6.3f", value);
  add_number (self, " = %7.4f\n", weight * value);
  self->s += weight * value;
}

/* The term of @in that is nearest to @term. */
static float
find_nearest (Derivation *self, guint32 term, GArray *in, guint32 *nearest)
{
  float best = 0;

  for (guint i = 0; i < in->len; i++)
    {
      guint32 other = g_array_index (in, SynTermUse, i).term;
      float similarity = syn_engine_similarity (self->engine, term, other);

      if (similarity > best)
        {
          best = similarity;
          *nearest = other;
        }
    }
  return best;
}

/* Between two languages only what can stand in both counts, see syn-score.c. */
static gboolean
is_across (const Derivation *self)
{
  return !syn_engine_same_language (self->engine, self->a, self->b);
}

static void
add_side (Derivation *self, Overlap *overlap, GArray *of, GArray *in)
{
  float total = 0, shared = 0;

  for (guint i = 0; i < of->len; i++)
    {
      const SynTermUse *use = &g_array_index (of, SynTermUse, i);
      guint32 nearest;

      if (!is_across (self) || g_array_index (self->engine->common, gboolean, use->term))
        total += use->weight;
      shared += use->weight * find_nearest (self, use->term, in, &nearest);
    }
  overlap->total += total;
  overlap->shared += is_across (self) ? MIN (shared, total) : shared;
}

static Overlap
measure_overlap (Derivation *self, GArray *a, GArray *b, float full_mass)
{
  Overlap overlap = { 0 };

  add_side (self, &overlap, a, b);
  add_side (self, &overlap, b, a);
  if (overlap.total > 0)
    {
      float full = MIN (1, overlap.shared / 2 / full_mass);

      overlap.score = overlap.shared / overlap.total * (is_across (self) ? full * full : full);
    }
  return overlap;
}

/* Each word of @of with its weight and what it meets in @in. */
static void
list_uses (Derivation *self, GArray *of, GArray *in)
{
  for (guint i = 0; i < of->len; i++)
    {
      const SynTermUse *use = &g_array_index (of, SynTermUse, i);
      guint32 nearest = 0;
      float similarity = find_nearest (self, use->term, in, &nearest);

      g_string_append_printf (self->out, "  %-20s",
                              (char *)g_ptr_array_index (self->engine->terms, use->term));
      add_number (self, "%6.2f", use->weight);
      if (similarity > 0)
        {
          add_number (self, "  %.2f ", similarity);
          g_string_append (self->out, g_ptr_array_index (self->engine->terms, nearest));
        }
      g_string_append_c (self->out, '\n');
    }
}

static void
list_words (Derivation *self, guint statement, guint other, GArray *of, GArray *in)
{
  g_autofree char *id = syn_comparison_dup_statement_id (self->comparison, statement);
  g_autoptr (GArray) words = syn_function_words_list (self->engine, statement);
  g_autoptr (GArray) met = syn_function_words_list (self->engine, other);

  g_string_append_printf (self->out, "Words of %s, weight, similarity to the nearest word there\n",
                          id);
  list_uses (self, of, in);
  if (!is_across (self))
    list_uses (self, words, met);
}

/* What two statements share: function words count beside other words, and only as they are. */
static Overlap
measure_statements (Derivation *self, GArray *a, GArray *b)
{
  g_autoptr (GArray) words_a = syn_function_words_list (self->engine, self->a);
  g_autoptr (GArray) words_b = syn_function_words_list (self->engine, self->b);
  Overlap overlap = measure_overlap (self, a, b, syn_score_weights.statement_mass);

  if (is_across (self))
    return overlap;
  for (guint i = 0; i < words_b->len; i++)
    overlap.total += g_array_index (words_b, SynTermUse, i).weight;
  for (guint i = 0; i < words_a->len; i++)
    {
      const SynTermUse *use = &g_array_index (words_a, SynTermUse, i);

      overlap.total += use->weight;
      for (guint k = 0; overlap.shared > 0 && k < words_b->len; k++)
        if (g_array_index (words_b, SynTermUse, k).term == use->term)
          overlap.shared += 2 * use->weight;
    }
  if (overlap.total > 0)
    overlap.score = overlap.shared / overlap.total
                    * MIN (1, overlap.shared / 2 / syn_score_weights.statement_mass);
  return overlap;
}

static void
add_lexical (Derivation *self, GArray *a, GArray *b)
{
  Overlap overlap = measure_statements (self, a, b);

  add_number (self, "Words shared %.2f", overlap.shared);
  add_number (self, " of %.2f; counts in full from ", overlap.total);
  add_number (self, "%.2f on\n\nScore\n", 2 * syn_score_weights.statement_mass);
  add_part (self, "words", syn_score_weights.statement, overlap.score);
}

static void
add_clauses (Derivation *self)
{
  const SynStatement *of_a = syn_engine_get_statement (self->engine, self->a),
                     *of_b = syn_engine_get_statement (self->engine, self->b);
  guint best_a = 0, best_b = 0;
  float best = 0;

  for (guint i = 0; i < of_a->n_clauses; i++)
    for (guint k = 0; k < of_b->n_clauses; k++)
      {
        g_autoptr (GArray) a = syn_engine_list_terms (self->engine, self->a, i);
        g_autoptr (GArray) b = syn_engine_list_terms (self->engine, self->b, k);
        float score = measure_overlap (self, a, b, syn_score_weights.clause_mass).score;

        if (score > best && syn_engine_compares_clause (self->engine, self->a, i)
            && syn_engine_compares_clause (self->engine, self->b, k))
          {
            best = score;
            best_a = i;
            best_b = k;
          }
      }
  add_part (self, "clause", syn_score_weights.clause, best);
  if (best > 0)
    g_string_append_printf (self->out, "    clause %u of %u with clause %u of %u\n", best_a + 1,
                            of_a->n_clauses, best_b + 1, of_b->n_clauses);
}

/* Place among the compared statements of its article, and how many there are. */
static guint
find_place (Derivation *self, guint statement, guint *n)
{
  guint article = syn_engine_get_statement (self->engine, statement)->article, place = 0;

  *n = 0;
  for (guint i = g_array_index (self->engine->first, guint, article);
       i < g_array_index (self->engine->first, guint, article + 1); i++)
    {
      if (i == statement)
        place = *n;
      *n += syn_engine_is_matched (self->engine, i);
    }
  return place;
}

static void
add_places (Derivation *self)
{
  guint n_a, n_b;
  guint a = find_place (self, self->a, &n_a), b = find_place (self, self->b, &n_b);
  float at_a = n_a > 1 ? (float)a / (n_a - 1) : 0, at_b = n_b > 1 ? (float)b / (n_b - 1) : 0;

  add_part (self, "lead", syn_score_weights.lead,
            a < SYN_LEAD_STATEMENTS && b < SYN_LEAD_STATEMENTS && !is_across (self));
  add_part (self, "position", -syn_score_weights.position, fabsf (at_a - at_b));
}

static void
add_figure (Derivation *self, GArray *a, GArray *b)
{
  float weight = 0;

  for (guint i = 0; i < a->len; i++)
    for (guint k = 0; k < b->len; k++)
      {
        const SynTermUse *use = &g_array_index (a, SynTermUse, i);

        if (use->term == g_array_index (b, SynTermUse, k).term
            && syn_engine_is_figure (self->engine, use->term))
          weight += use->weight;
      }
  add_part (self, "figure", syn_score_weights.figure, logf (1 + weight));
}

static SynSimilar
find_similar (const GArray *list, guint statement)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, SynSimilar, i).statement == statement)
      return g_array_index (list, SynSimilar, i);
  return (SynSimilar){ .statement = statement };
}

static void
note_bridge (Bridge *bridges, Bridge bridge)
{
  float s = MIN (bridge.to_a, bridge.to_b);

  if (s > MIN (bridges[0].to_a, bridges[0].to_b))
    {
      bridges[1] = bridges[0];
      bridges[0] = bridge;
    }
  else if (s > MIN (bridges[1].to_a, bridges[1].to_b))
    bridges[1] = bridge;
}

static void
add_bridges (Derivation *self, const Bridge *bridges)
{
  float sum = 0;

  for (guint i = 0; i < 2; i++)
    sum += MIN (bridges[i].to_a, bridges[i].to_b);
  add_part (self, "two-step", syn_score_weights.two_step, sum / 2);
  for (guint i = 0; i < 2 && bridges[i].statement >= 0; i++)
    {
      g_autofree char *id
          = syn_comparison_dup_statement_id (self->comparison, bridges[i].statement);
      g_autofree char *text
          = syn_comparison_dup_statement_text (self->comparison, bridges[i].statement);

      add_number (self, "    over min (%.3f", bridges[i].to_a);
      add_number (self, ", %.3f) ", bridges[i].to_b);
      g_string_append_printf (self->out, "%s: %s\n", id, text);
    }
}

/* Two statements with the same words are not compared, see syn-score.c: a third one of them is a bridge
 * that loses nothing, and others say the same of both. */
static void
add_third_twins (Derivation *self)
{
  add_part (self, "two-step", syn_score_weights.two_step, self->s);
  add_part (self, "agreement", syn_score_weights.agreement, 1);
}

/* What third statements say of the two: the best bridges, and how far their profiles agree. */
static void
add_third (Derivation *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree GArray **lists = NULL;
  float own = self->s;
  Bridge bridges[2] = { { .statement = -1 }, { .statement = -1 } };
  float shared = 0;

  g_array_append_val (ends, self->a);
  g_array_append_val (ends, self->b);
  lists = syn_engine_list_similar (self->engine, ends);
  for (guint i = 0; i < lists[0]->len; i++)
    {
      const SynSimilar *near = &g_array_index (lists[0], SynSimilar, i);
      SynSimilar far = find_similar (lists[1], near->statement);

      note_bridge (bridges, (Bridge){ near->statement, near->s, far.s });
      shared += near->strength * far.strength;
    }
  if (find_similar (lists[0], self->b).s == 0)
    add_part (self, "apart", -syn_score_weights.apart, 1);
  add_bridges (self, bridges);
  add_part (self, "agreement", syn_score_weights.agreement,
            syn_score_agreement (shared, find_similar (lists[0], self->b).strength,
                                 syn_score_measure_profile (lists[0]),
                                 syn_score_measure_profile (lists[1])));
  /* There third statements only add to what both share themselves. */
  if (is_across (self) && self->s - own > MAX (own, 0))
    add_part (self, "languages", 1, own + MAX (own, 0) - self->s);
  g_array_unref (lists[0]);
  g_array_unref (lists[1]);
}

/* What is taken from all pairs of two articles that have little to do with each other. */
static void
add_distance (Derivation *self)
{
  double loss = is_across (self)
                    ? 0
                    : syn_distant_articles_measure (
                          self->engine, syn_engine_get_statement (self->engine, self->a)->article,
                          syn_engine_get_statement (self->engine, self->b)->article);

  if (loss < 0)
    add_part (self, "articles", 1, loss);
}

static const SynPair *
find_pair (GArray *pairs, guint a, guint b)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->a == MIN (a, b) && pair->b == MAX (a, b))
        return pair;
    }
  return NULL;
}

/* FALSE when the two were never compared. */
static gboolean
add_probability (Derivation *self, const SynDecisions *decisions)
{
  g_autoptr (GArray) learned = syn_learn_pairs (self->engine, decisions);
  const SynPair *pair = find_pair (self->engine->pairs, self->a, self->b);

  if (pair == NULL)
    {
      g_string_append (self->out, "Never compared: one article, nothing shared, or no statement "
                                  "that is compared\n");
      return FALSE;
    }
  add_number (self, "Z = %.4f", self->s);
  add_number (self, " (engine: %.4f), ", pair->z);
  add_number (self, "likely from %.4f on\n", self->engine->threshold);
  add_number (self, "p = %.4f, ", pair->p);
  g_string_append_printf (self->out, "%s\n", syn_tier_to_string (pair->tier));
  if (decisions->links->len + decisions->unlinks->len > 0)
    {
      pair = find_pair (learned, self->a, self->b);
      add_number (self, "p = %.4f, ", pair->p);
      g_string_append_printf (self->out, "%s, after %u answers\n", syn_tier_to_string (pair->tier),
                              decisions->links->len + decisions->unlinks->len);
    }
  return TRUE;
}

static void
add_findings (Derivation *self)
{
  const SynMatch *match = syn_comparison_find_match (self->comparison, self->a, self->b);
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (self->comparison, &n);
  gboolean any = FALSE;

  if (match != NULL)
    g_string_append_printf (self->out, "%s: %s\n", syn_match_kind_to_string (match->kind),
                            match->reason);
  for (guint i = 0; i < n; i++)
    {
      if (conflicts[i].a != MIN (self->a, self->b) || conflicts[i].b != MAX (self->a, self->b))
        continue;
      any = TRUE;
      g_string_append_printf (
          self->out, "Conflict: %s, %s, %s, ", syn_conflict_type_to_string (conflicts[i].type),
          syn_strength_to_string (conflicts[i].strength), syn_tier_to_string (conflicts[i].tier));
      add_number (self, "%.3f: ", conflicts[i].score);
      g_string_append_printf (self->out, "%s\n",
                              conflicts[i].reason != NULL ? conflicts[i].reason : "");
    }
  if (any)
    return;
  g_string_append (self->out, "No conflict; tried:");
  for (guint i = 0; i < SYN_N_CONFLICT_TYPES; i++)
    g_string_append_printf (self->out, " %s", syn_conflict_type_to_string (i));
  g_string_append_c (self->out, '\n');
}

static void
add_statement (Derivation *self, guint statement)
{
  g_autofree char *id = syn_comparison_dup_statement_id (self->comparison, statement);
  g_autofree char *text = syn_comparison_dup_statement_text (self->comparison, statement);

  g_string_append_printf (self->out, "%s: %s\n", id, text);
  if (syn_engine_twin_of (self->engine, statement) != statement)
    {
      g_autofree char *twin = syn_comparison_dup_statement_id (
          self->comparison, syn_engine_twin_of (self->engine, statement));

      g_string_append_printf (self->out, "  many print these words: %s is compared for them all\n",
                              twin);
    }
}

char *
syn_comparison_dup_derivation (SynComparison *self, const SynDecisions *decisions, guint a, guint b)
{
  Derivation derivation = { self, NULL, a, b, NULL, 0 };
  g_autoptr (GArray) of_a = NULL, of_b = NULL;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && decisions != NULL, NULL);

  if (syn_comparison_get_parts (self) != NULL)
    return syn_comparison_derivation_parts (self, decisions, a, b);
  derivation.out = g_string_new (NULL);
  derivation.engine = syn_comparison_get_engine (self);
  of_a = syn_engine_list_terms (derivation.engine, a, -1);
  of_b = syn_engine_list_terms (derivation.engine, b, -1);
  add_statement (&derivation, a);
  add_statement (&derivation, b);
  g_string_append_c (derivation.out, '\n');
  list_words (&derivation, a, b, of_a, of_b);
  list_words (&derivation, b, a, of_b, of_a);
  add_lexical (&derivation, of_a, of_b);
  add_clauses (&derivation);
  add_places (&derivation);
  add_figure (&derivation, of_a, of_b);
  if (syn_engine_twin_of (derivation.engine, a) == syn_engine_twin_of (derivation.engine, b))
    add_third_twins (&derivation);
  else
    add_third (&derivation);
  add_distance (&derivation);
  if (add_probability (&derivation, decisions))
    add_findings (&derivation);
  return g_string_free (derivation.out, FALSE);
}
