/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-judge.h"
#include "compare/syn-judge-private.h"

#include "compare/syn-comparison-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum
{
  FEATURE_CONTENT,     /* Dice over aligned content words, by weight */
  FEATURE_WORDS,       /* Dice over all words */
  FEATURE_PAIRS,       /* Dice over pairs of words that follow each other */
  FEATURE_LETTERS,     /* Dice over runs of three letters */
  FEATURE_CONTAINMENT, /* the better covered sentence */
  FEATURE_COVERAGE,    /* the worse covered one */
  FEATURE_FIGURES,     /* share of the figures that have no partner */
  FEATURE_NAMES,       /* share of the names that have no partner */
  FEATURE_LENGTH,      /* how far the lengths differ, 0 to 1 */
  FEATURE_POLARITY,    /* only one side is negated */
  /* What follows is measured for those who fit judgements of their own too; the score takes only some. */
  FEATURE_ORDER,       /* Dice over the longest common subsequence of words */
  FEATURE_ORDER_SHORT, /* its share of the shorter sentence */
  FEATURE_RUN,         /* most words in a row that are equal, as share of the shorter sentence */
  FEATURE_UNION,       /* equal words among all words */
  FEATURE_LOST,        /* words without partner of one side times those of the other, in hundreds */
  FEATURE_ONLY,        /* words without partner of the side that has fewer, in tens */
  FEATURE_SHORTER,     /* words of the shorter sentence, in twenties */
  FEATURE_STANCE,      /* what speaks against the other sentence, see syn-judge-stance.c */
  FEATURE_CONFLICTS = FEATURE_STANCE + SYN_JUDGE_N_STANCE, /* the likeliest of each type */
  N_FEATURES = FEATURE_CONFLICTS + SYN_N_CONFLICT_TYPES
};

G_STATIC_ASSERT (N_FEATURES == SYN_JUDGE_N_FEATURES);

static const char *const feature_names[] = {
  [FEATURE_CONTENT] = "content",   [FEATURE_WORDS] = "words",
  [FEATURE_PAIRS] = "pairs",       [FEATURE_LETTERS] = "letters",
  [FEATURE_CONTAINMENT] = "containment", [FEATURE_COVERAGE] = "coverage",
  [FEATURE_FIGURES] = "figures",   [FEATURE_NAMES] = "names",
  [FEATURE_LENGTH] = "length",     [FEATURE_POLARITY] = "polarity",
  [FEATURE_STANCE] = "refutes_1",        "refutes_2",          "refutes_one",
  "doubts_1",                            "doubts_2",           "doubts_one",
  "nots_1",                              "nots_2",             "nots_one",
  "figures_clash",
  [FEATURE_CONFLICTS + SYN_CONFLICT_FIGURE] = "c_figure",
  [FEATURE_CONFLICTS + SYN_CONFLICT_AGENT] = "c_agent",
  [FEATURE_CONFLICTS + SYN_CONFLICT_DENIAL] = "c_denial",
  [FEATURE_CONFLICTS + SYN_CONFLICT_STATUS] = "c_status",
  [FEATURE_CONFLICTS + SYN_CONFLICT_TIME] = "c_time",
  [FEATURE_CONFLICTS + SYN_CONFLICT_PLACE] = "c_place",
  [FEATURE_CONFLICTS + SYN_CONFLICT_CERTAINTY] = "c_certainty",
  [FEATURE_CONFLICTS + SYN_CONFLICT_SCOPE] = "c_scope",
  [FEATURE_CONFLICTS + SYN_CONFLICT_WORDING] = "c_wording",
  [FEATURE_CONFLICTS + SYN_CONFLICT_CAUSE] = "c_cause",
  [FEATURE_CONFLICTS + SYN_CONFLICT_IDENTITY] = "c_identity",
  [FEATURE_ORDER] = "order",       [FEATURE_ORDER_SHORT] = "order_short",
  [FEATURE_RUN] = "run",           [FEATURE_UNION] = "union",
  [FEATURE_LOST] = "lost",         [FEATURE_ONLY] = "only",
  [FEATURE_SHORTER] = "shorter",   [N_FEATURES] = NULL,
};

/* Logistic regression on 4,230 rated pairs of sentences (STS benchmark without those that the bench
 * measures, ratings as soft labels) and, at 0.15 each, 3,576 pairs that people judged (MRPC). */
static const double coefficients[N_FEATURES] = {
  [FEATURE_CONTENT] = 0.99,   [FEATURE_WORDS] = 1.08,       [FEATURE_PAIRS] = -1.18,
  [FEATURE_LETTERS] = 1.60,   [FEATURE_CONTAINMENT] = 1.54, [FEATURE_COVERAGE] = 1.15,
  [FEATURE_FIGURES] = -0.20,  [FEATURE_NAMES] = -0.12,      [FEATURE_LENGTH] = 0.22,
  [FEATURE_POLARITY] = -0.59, [FEATURE_RUN] = -0.55,        [FEATURE_SHORTER] = 0.38,
};
static const double bias = -2.90;

/* No sentence has more words; of what has, the order of these stands for all. */
#define MAX_ORDERED 1000
#define SAME 0.5
#define SAME_WORDS 0.95
#define RELATED 0.25
#define COPIED_SHARE 0.9

const char *const *
syn_judge_list_features (void)
{
  return feature_names;
}

void
syn_judgement_free (SynJudgement *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->reason);
  g_free (self);
}

static SynCorpus *
make_corpus (const char *s1, const char *s2)
{
  SynCorpus *corpus = syn_corpus_new (NULL);
  const char *const sentences[] = { s1, s2 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SynArticle) article = syn_article_new (NULL, sentences[i], -1);
      SynBlock block = { .span = { 0, strlen (sentences[i]) } };

      syn_article_set_blocks (article, &block, 1);
      syn_corpus_add (corpus, article);
    }
  return corpus;
}

/* Sorted keys of one sentence, and how many of them another has too. */
static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *)a, y = *(const guint64 *)b;

  return (x > y) - (x < y);
}

static double
dice_of_keys (GArray *a, GArray *b)
{
  guint shared = 0;

  g_array_sort (a, compare_keys);
  g_array_sort (b, compare_keys);
  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint64 x = g_array_index (a, guint64, i), y = g_array_index (b, guint64, j);

      shared += x == y;
      i += x <= y;
      j += y <= x;
    }
  return a->len + b->len > 0 ? 2.0 * shared / (a->len + b->len) : 0;
}

/* One side of the pair: all statements of an article, as the comparison's terms. */
typedef struct
{
  GArray *words;   /* guint64: terms of all words */
  GArray *pairs;   /* guint64: two terms in a row */
  GArray *letters; /* guint64: three letters in a row */
  GArray *content; /* guint32: content terms in order */
  GArray *flags;   /* guint16: of the content terms */
  gboolean negated;
} Side;

static void
side_init (Side *side, SynEngine *engine, guint article)
{
  SynDocument *document = g_ptr_array_index (engine->documents, article);
  const char *text = syn_article_get_text (syn_document_get_article (document));
  guint n, first = g_array_index (engine->first, guint, article);
  const SynToken *tokens = syn_document_get_tokens (document, &n);
  guint64 before = 0, window = 0;

  side->words = g_array_new (FALSE, FALSE, sizeof (guint64));
  side->pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  side->letters = g_array_new (FALSE, FALSE, sizeof (guint64));
  side->content = g_array_new (FALSE, FALSE, sizeof (guint32));
  side->flags = g_array_new (FALSE, FALSE, sizeof (guint16));
  side->negated = FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint64 term, pair;

      if (!(tokens[i].flags & SYN_TOKEN_WORD))
        continue;
      term = syn_engine_map_term (engine, first, tokens[i].term);
      pair = before << 32 | term;
      g_array_append_val (side->words, term);
      g_array_append_val (side->pairs, pair);
      before = term;
      side->negated |= (tokens[i].flags & SYN_TOKEN_NEGATION) != 0;
      if (syn_token_is_content (&tokens[i]))
        {
          guint32 content = term;

          g_array_append_val (side->content, content);
          g_array_append_val (side->flags, tokens[i].flags);
        }
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      window = (window << 21 | (g_unichar_isalnum (c) ? c : ' '))
               & G_GUINT64_CONSTANT (0x7fffffffffffffff);
      g_array_append_val (side->letters, window);
    }
}

static void
side_clear (Side *side)
{
  g_array_unref (side->words);
  g_array_unref (side->pairs);
  g_array_unref (side->letters);
  g_array_unref (side->content);
  g_array_unref (side->flags);
}

/* Names and figures identify what is spoken of; a flat weight for all others. */
static double
weight_of (guint16 flags)
{
  return flags & SYN_TOKEN_NUMBER ? 1.3 : flags & SYN_TOKEN_NAME ? 1.2 : 1.0;
}

/* What @of has in @in, by weight, and which of its names and figures it has not. */
typedef struct
{
  double total, found;
  guint names, lost_names, figures, lost_figures;
} Coverage;

/* How near the nearest of the terms @in is to @term. */
static double
find_nearest (SynEngine *engine, guint32 term, GHashTable *in)
{
  const GArray *near = term < engine->neighbours->len ? g_ptr_array_index (engine->neighbours, term) : NULL;
  double best = 0;

  if (term == 0)
    return 0;
  if (g_hash_table_contains (in, GUINT_TO_POINTER (term)))
    return 1;
  for (guint i = 0; near != NULL && i < near->len; i++)
    {
      const SynNeighbour *other = &g_array_index (near, SynNeighbour, i);

      if (other->similarity > best && g_hash_table_contains (in, GUINT_TO_POINTER (other->term)))
        best = other->similarity;
    }
  return best;
}

static Coverage
cover (SynEngine *engine, const Side *of, const Side *in)
{
  g_autoptr (GHashTable) terms = g_hash_table_new (NULL, NULL);
  Coverage coverage = { 0 };

  for (guint i = 0; i < in->content->len; i++)
    g_hash_table_add (terms, GUINT_TO_POINTER (g_array_index (in->content, guint32, i)));

  for (guint i = 0; i < of->content->len; i++)
    {
      guint16 flags = g_array_index (of->flags, guint16, i);
      const double weight = weight_of (flags);
      const double best = find_nearest (engine, g_array_index (of->content, guint32, i), terms);

      coverage.total += weight;
      coverage.found += weight * best;
      if (flags & SYN_TOKEN_NUMBER)
        {
          coverage.figures++;
          coverage.lost_figures += best < 1;
        }
      else if (flags & SYN_TOKEN_NAME)
        {
          coverage.names++;
          coverage.lost_names += best < 1;
        }
    }
  return coverage;
}

static double
share (double part, double whole)
{
  return whole > 0 ? part / whole : 0;
}

/* Equal words in the same order, and most of them in a row, among the first @n_a and @n_b.  O(n_a · n_b). */
static void
measure_order (const GArray *a, guint n_a, const GArray *b, guint n_b, guint *order, guint *run)
{
  g_autofree guint *above = g_new0 (guint, n_b + 1);
  g_autofree guint *runs = g_new0 (guint, n_b + 1);

  *run = 0;
  for (guint i = 0; i < n_a; i++)
    {
      guint diagonal = 0, run_diagonal = 0;

      for (guint j = 1; j <= n_b; j++)
        {
          guint up = above[j], run_up = runs[j];
          gboolean equal = g_array_index (a, guint64, i) == g_array_index (b, guint64, j - 1);

          above[j] = equal ? diagonal + 1 : MAX (up, above[j - 1]);
          runs[j] = equal ? run_diagonal + 1 : 0;
          *run = MAX (*run, runs[j]);
          diagonal = up;
          run_diagonal = run_up;
        }
    }
  *order = above[n_b];
}

/* Distinct words of @a, and how many of them @b has too. */
static void
count_distinct (const GArray *a, const GArray *b, guint *distinct, guint *shared)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) others = g_hash_table_new (g_int64_hash, g_int64_equal);

  *shared = 0;
  for (guint i = 0; i < b->len; i++)
    g_hash_table_add (others, &g_array_index (b, guint64, i));
  for (guint i = 0; i < a->len; i++)
    if (g_hash_table_add (seen, &g_array_index (a, guint64, i)))
      *shared += g_hash_table_contains (others, &g_array_index (a, guint64, i));
  *distinct = g_hash_table_size (seen);
}

/* Of the words as they stand: call it before they are sorted. */
static void
measure_words (const Side *a, const Side *b, double *features)
{
  guint order, run, of_a, of_b, shared;
  const guint n_a = MIN (a->words->len, MAX_ORDERED), n_b = MIN (b->words->len, MAX_ORDERED);
  const guint shorter = MIN (a->words->len, b->words->len);

  measure_order (a->words, n_a, b->words, n_b, &order, &run);
  count_distinct (a->words, b->words, &of_a, &shared);
  count_distinct (b->words, a->words, &of_b, &shared);
  features[FEATURE_ORDER] = share (2 * order, n_a + n_b);
  features[FEATURE_ORDER_SHORT] = share (order, MIN (n_a, n_b));
  features[FEATURE_RUN] = share (run, MIN (n_a, n_b));
  features[FEATURE_UNION] = share (shared, of_a + of_b - shared);
  features[FEATURE_LOST] = (of_a - shared) * (of_b - shared) / 100.0;
  features[FEATURE_ONLY] = MIN (of_a - shared, of_b - shared) / 10.0;
  features[FEATURE_SHORTER] = shorter / 20.0;
}

static void
measure (SynEngine *engine, double *features)
{
  Side a, b;
  Coverage of_a, of_b;

  side_init (&a, engine, 0);
  side_init (&b, engine, 1);
  measure_words (&a, &b, features);
  of_a = cover (engine, &a, &b);
  of_b = cover (engine, &b, &a);
  features[FEATURE_CONTENT] = share (of_a.found + of_b.found, of_a.total + of_b.total);
  features[FEATURE_WORDS] = dice_of_keys (a.words, b.words);
  features[FEATURE_PAIRS] = dice_of_keys (a.pairs, b.pairs);
  features[FEATURE_LETTERS] = dice_of_keys (a.letters, b.letters);
  features[FEATURE_CONTAINMENT]
      = MAX (share (of_a.found, of_a.total), share (of_b.found, of_b.total));
  features[FEATURE_COVERAGE] = MIN (share (of_a.found, of_a.total), share (of_b.found, of_b.total));
  features[FEATURE_FIGURES]
      = share (of_a.lost_figures + of_b.lost_figures, of_a.figures + of_b.figures);
  features[FEATURE_NAMES] = share (of_a.lost_names + of_b.lost_names, of_a.names + of_b.names);
  features[FEATURE_LENGTH]
      = share (abs ((int)a.words->len - (int)b.words->len), MAX (a.words->len, b.words->len));
  features[FEATURE_POLARITY] = a.negated != b.negated;
  side_clear (&a);
  side_clear (&b);
}

static double
judge_features (const double *features)
{
  double sum = bias;

  for (guint i = 0; i < N_FEATURES; i++)
    sum += coefficients[i] * features[i];
  /* Short or not, the same words in the same order are the same. */
  return MAX (1 / (1 + exp (-sum)), features[FEATURE_ORDER] >= 1 ? SAME_WORDS : 0);
}

static void
judge_conflict (SynJudgement *self, SynEngine *engine)
{
  self->conflict = "-";
  syn_conflicts_find (engine);
  if (engine->conflicts->len > 0)
    {
      const SynConflict *best = &g_array_index (engine->conflicts, SynConflict, 0);

      self->conflict = syn_conflict_type_to_string (best->type);
      self->conflict_score = best->score;
      self->reason = g_strdup (best->reason);
    }
}

static void
judge_relation (SynJudgement *self, SynEngine *engine)
{
  g_autoptr (SynAlignment) alignment = syn_alignment_new (engine, 0, engine->statements->len - 1);
  SynMatch match = { .a = 0, .b = engine->statements->len - 1 };

  match.kind = alignment->share >= COPIED_SHARE && self->score >= SAME ? SYN_MATCH_COPIED
               : self->score >= SAME                                   ? SYN_MATCH_SAME
                                                                       : SYN_MATCH_RELATED;
  self->relation = self->score >= RELATED ? syn_match_kind_to_string (match.kind) : "unrelated";
  if (self->reason == NULL)
    self->reason = self->score >= RELATED ? syn_reason_of_match (engine, &match, alignment)
                                          : g_strdup (_ ("Little or nothing in common"));
}

SynJudgement *
syn_judge (const char *s1, const char *s2)
{
  SynJudgement *self = g_new0 (SynJudgement, 1);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (SynEngine) engine = NULL;

  g_return_val_if_fail (s1 != NULL && s2 != NULL, NULL);

  corpus = make_corpus (s1, s2);
  engine = syn_engine_new (corpus, 0, NULL);
  self->relation = "unrelated";
  self->conflict = "-";
  if (g_array_index (engine->first, guint, 1) == 0
      || g_array_index (engine->first, guint, 1) == engine->statements->len)
    {
      self->reason = g_strdup (_ ("One of the two is empty"));
      return self;
    }
  measure (engine, self->features);
  syn_judge_measure_stance (engine, self->features + FEATURE_STANCE);
  self->score = judge_features (self->features);
  syn_engine_score (engine, NULL);
  syn_engine_calibrate (engine);
  judge_conflict (self, engine);
  syn_judge_measure_conflicts (engine, self->features + FEATURE_CONFLICTS);
  judge_relation (self, engine);
  return self;
}
