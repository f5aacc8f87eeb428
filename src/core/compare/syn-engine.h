/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"
#include "compare/syn-pair-table.h"

G_BEGIN_DECLS

/**
 * SynPair: two statements of different articles that were scored.
 * @a, @b: global indices, @a < @b
 * @z: the score of the formula
 * @p: calibrated probability
 * @tier: as shown
 */
typedef struct
{
  guint a, b;
  float z;
  float p;
  SynTier tier;
} SynPair;

/**
 * SynTermUse: a content word of a statement, each once.
 * @term: the comparison's term
 * @weight: story-local weight
 */
typedef struct
{
  guint32 term;
  float weight;
} SynTermUse;

/**
 * SynNeighbour: another term that counts as this one in part.
 */
typedef struct
{
  guint32 term;
  float similarity;
} SynNeighbour;

/**
 * SynSimilar: a statement near another one.
 * @s: the score of the formula without what third statements say
 * @strength: its part in the other one's profile
 */
typedef struct
{
  guint statement;
  float s, strength;
} SynSimilar;

/**
 * SynScoreWeights: the weights of the formula, see syn-score.c.
 */
typedef struct
{
  float statement, clause, lead, position, figure, two_step, agreement;
  float own;   /* a statement's part in its own profile */
  float apart; /* less for two statements that share nothing themselves */
  float statement_mass, clause_mass;
  float min_figure;
} SynScoreWeights;
extern const SynScoreWeights syn_score_weights;
/* The length of the profile of a statement with these links, (element-type SynSimilar). */
float syn_score_measure_profile (const GArray *links);
/* The cosine of two profiles, 0 to 1.  @shared: over all third statements; @strength: of their link. */
float syn_score_agreement (float shared, float strength, float norm_a, float norm_b);
/* Up to so many statements a story is small: every pair is kept … */
#define SYN_DENSE_STATEMENTS 600
/* … and in a big one each statement keeps so many near ones. */
#define SYN_MAX_NEIGHBOURS 64
/* With fewer than this nothing is known of the story itself, only of the words of its statements. */
#define SYN_FEW_STATEMENTS 20
/* The headline and the first two sentences. */
#define SYN_LEAD_STATEMENTS 3

/**
 * SynEngine:
 *
 * What the steps of one comparison share.  Private to compare/.
 *
 * @documents: (element-type SynDocument)
 * @first: first global statement of each document; n_documents + 1 entries
 * @statements: (element-type SynStatement): all, in global order
 * @term_of: per document, a #GArray: its term → the comparison's term
 * @terms: (element-type utf8): the comparison's terms
 * @merged: (element-type guint32): per term the term that stands for all its spellings (itself for most)
 * @weight: (element-type float): story-local weight of each term
 * @function_weight: (element-type float): likewise as a function word, see syn-function-words.h
 * @neighbours: per term, %NULL or a #GArray of SynNeighbour, nearest first
 * @twin_of: (nullable) (element-type guint): per statement the one that is compared for it, see syn-twins.h
 * @pairs: (element-type SynPair): best first
 * @conflicts: (element-type SynConflict): filled by the detectors
 * @variants: (element-type SynVariant)
 * @languages: (element-type guint): per document the number of its language
 * @pivots: per statement a #GArray of terms that have no language; %NULL where all articles have one
 * @common: (element-type gboolean): with @pivots, per term whether other languages may have it
 * @level: pairs shown per statement of the shorter article
 * @crowd: how many statements may be alike by chance, see syn-calibrate.c
 * @threshold: the score from which pairs of this story are likely
 * @keep_all: pairs of no tier are matches too
 * @cancellable: (nullable): stops what is under way; only while the comparison is made
 */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *documents;
  GArray *first;
  GArray *statements;
  GPtrArray *term_of;
  GPtrArray *terms;
  GHashTable *term_index;
  GArray *merged;
  GArray *weight;
  GArray *function_weight;
  GPtrArray *neighbours;
  GArray *twin_of;
  GArray *pairs;
  SynPairTable *pair_index;
  GArray *conflicts;
  GArray *variants;
  GPtrArray *remarks;
  GArray *languages;
  GPtrArray *pivots;
  GArray *common;
  double level;
  double crowd;
  double threshold;
  gboolean keep_all;
  GCancellable *cancellable;
} SynEngine;

/* Whether nobody waits for the result any more: asked in every loop that can be long. */
static inline gboolean
syn_engine_stops (const SynEngine *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* Documents, terms, spellings, weights; %NULL when cancelled. */
SynEngine *syn_engine_new (SynCorpus *corpus, double level, GCancellable *cancellable);
SynEngine *syn_engine_ref (SynEngine *self);
void       syn_engine_unref (SynEngine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynEngine, syn_engine_unref)

/* The words of a token range that say something, each once, by term; (element-type SynTermUse). */
GArray *syn_engine_list_terms (SynEngine *self, guint statement, gint clause);
/* Scores pairs of statements: fills z of @pairs, best first; FALSE when cancelled. */
gboolean syn_engine_score (SynEngine *self, GCancellable *cancellable);
/* Turns scores into probabilities and tiers. */
void     syn_engine_calibrate (SynEngine *self);
/* Tiers of @pairs, a copy of the engine's with probabilities learned from the reader; sorts them, best first. */
void     syn_engine_set_tiers (SynEngine *self, GArray *pairs, guint n_answers);
/* Per entry of @statements (element-type guint) a #GArray of SynSimilar: the statements near it, also of
 * its own article.  Free each with g_array_unref() and the list with g_free(). */
GArray **syn_engine_list_similar (SynEngine *self, GArray *statements);
/* Spellings of one name: merges their terms. */
void     syn_engine_merge_names (SynEngine *self);
/* Where articles have several languages: merges names that are written otherwise, fills @pivots. */
void     syn_engine_join_languages (SynEngine *self);
void     syn_engine_link_nations (SynEngine *self);
/* The term without a language that a word stands for, 0 for most; see syn-languages.c. */
guint32  syn_engine_find_pivot (SynEngine *self, guint statement, const SynToken *token);
/* How many terms of @a the statement @b has, or near ones. */
guint    syn_engine_count_common (SynEngine *self, guint a, guint b);
gboolean syn_engine_same_language (SynEngine *self, guint a, guint b);
/* Synonyms, shared beginnings, derivations: fills @neighbours. */
void     syn_engine_find_neighbours (SynEngine *self);
/* One of them: @b counts as @a by @similarity.  Only while they are found. */
void     syn_engine_add_neighbour (SynEngine *self, guint32 a, guint32 b, float similarity);
/* Acronyms, surnames, names of which one word is translated: variants, and neighbours for matching. */
void     syn_engine_find_aliases (SynEngine *self);
/* Whether a clause is compared by itself: not one that only says who speaks. */
gboolean syn_engine_compares_clause (SynEngine *self, guint statement, guint clause);
/* Whether a term is a figure that identifies: not 1 or 2. */
gboolean syn_engine_is_figure (SynEngine *self, guint32 term);
gboolean syn_engine_is_matched (SynEngine *self, guint statement);

/* The pair of two statements, or NULL if it was never scored. */
const SynPair      *syn_engine_find_pair (SynEngine *self, guint a, guint b);

/* These are asked for some million times in a comparison: they stand in line. */

static inline const SynStatement *
syn_engine_get_statement (SynEngine *self, guint statement)
{
  return &g_array_index (self->statements, SynStatement, statement);
}

static inline SynDocument *
syn_engine_get_document (SynEngine *self, guint statement)
{
  return (SynDocument *)g_ptr_array_index (self->documents, syn_engine_get_statement (self, statement)->article);
}

/* The comparison's term of a token's term of the document @statement is in. */
static inline guint32
syn_engine_map_term (SynEngine *self, guint statement, guint32 term)
{
  const GArray *map
      = (const GArray *)g_ptr_array_index (self->term_of, syn_engine_get_statement (self, statement)->article);

  return g_array_index (self->merged, guint32, g_array_index (map, guint32, term));
}

/**
 * SynConflictDetector: one type, one file, one line in the table of syn-conflicts.c.
 * @type: what it finds
 * @detect: reports what it finds, see syn-conflict-private.h
 */
typedef struct _SynConflictFinder SynConflictFinder;
typedef struct
{
  SynConflictType type;
  void (*detect) (SynConflictFinder *finder);
} SynConflictDetector;

/* Runs every detector, drops doubles, sorts best first, sets tiers. */
void syn_conflicts_find (SynEngine *engine);

G_END_DECLS
