/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"
#include "compare/syn-engine.h"

G_BEGIN_DECLS

/* The tier of a conflict of that probability. */
SynTier syn_conflict_tier_of (double probability);

/* Free what a struct in an array holds; for g_array_set_clear_func(). */
void syn_match_clear (SynMatch *match);
void syn_conflict_clear (SynConflict *conflict);
void syn_claim_clear (SynClaim *claim);
void syn_variant_clear (SynVariant *variant);
void syn_value_clear (SynValue *value);

/* A word that can carry a claim: no function word, no verb of saying. */
static inline gboolean
syn_token_is_content (const SynToken *token)
{
  return (token->flags & SYN_TOKEN_WORD) != 0 && (token->flags & (SYN_TOKEN_STOP | SYN_TOKEN_REPORTING)) == 0;
}

/* How much two of the comparison's terms count as one: 1 equal, less for near ones, 0 for others. */
float syn_engine_similarity (SynEngine *self, guint32 a, guint32 b);

/**
 * SynAlignment: which words of two statements stand for each other.
 * @a, @b: per token of the statement, index of its partner in the other, or -1
 * @similarity: per token of @a, how near its partner is
 * @run: most words in a row that are equal, function words included
 * @run_start: first token of that run in a
 * @share: share of the words of the shorter statement that stand in runs of at least four equal words
 */
typedef struct
{
  gint *a, *b;
  float *similarity;
  guint n_a, n_b;
  guint run, run_start;
  double share;
} SynAlignment;

SynAlignment *syn_alignment_new (SynEngine *engine, guint a, guint b);
void          syn_alignment_free (SynAlignment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynAlignment, syn_alignment_free)

/* Matches of all pairs of the engine; (element-type SynMatch), in the order of the pairs. */
GArray *syn_matches_new (SynEngine *engine);
/* One match, with kind, spans and reason. */
void syn_match_init (SynMatch *match, SynEngine *engine, const SynPair *pair);
/* The same, where @old (nullable) is the match of these statements before @pair was learned anew:
 * what has not changed is taken from there. */
void syn_match_init_copy (SynMatch *match, SynEngine *engine, const SynPair *pair,
                          const SynMatch *old);
/* (transfer full): one translated sentence. */
char *syn_reason_of_match (SynEngine *engine, const SynMatch *match, const SynAlignment *alignment);

/* Claims of sure and likely @matches; pairs in @vetoes (set of guint64 keys, nullable) never stand together. */
GArray *syn_claims_new (SynEngine *engine, GArray *matches, GHashTable *vetoes);
/* Sources, origins and stances of a claim whose statements are set.
 * @copied: (element-type SynMatch*): the copied ones among the matches */
void syn_claim_describe (SynClaim *claim, SynEngine *engine, GArray *copied);
/* Again, once its values are known. */
void syn_claim_list_stances (SynClaim *claim, SynEngine *engine);
/* Conflicts → claims and back, and the value table of each claim. */
/* Whether the reader's links and unlinks are enough of them to group all claims anew by what they teach. */
gboolean syn_claims_are_taught (const SynDecisions *decisions);
/* The claims of @from, of which only those that the links and unlinks of @decisions are about are grouped anew. */
GArray *syn_claims_regroup (SynComparison *from, GArray *matches, const SynDecisions *decisions, GHashTable *unlinked);
void syn_claims_attach_conflicts (GArray *claims, GArray *conflicts);
void syn_claim_list_values (SynClaim *claim, SynEngine *engine, GArray *conflicts);
void syn_claim_count_origins (SynClaim *claim, SynEngine *engine, GArray *copied);
/* The plainest wording of what most of its statements say; none of those in @used (set of strings),
 * to which it is added, unless there is no other. */
char *syn_claim_dup_summary (SynClaim *claim, SynEngine *engine, GHashTable *used);

/* Figures of shown matches in two units, as variants of the engine. */
void syn_variants_find_units (SynEngine *engine, GArray *matches);
/* A country named in two ways by shown matches, as variants of the engine. */
void syn_variants_find_seats (SynEngine *engine, GArray *matches);

/* Tiers, conflicts and matches of a scored engine; (transfer full) (element-type SynMatch). */
GArray        *syn_comparison_assemble_matches (SynEngine *engine, SynCompareFlags flags);
/* The rest, which follows from these and the texts.  Takes @engine and @matches. */
SynComparison *syn_comparison_assemble_claims (SynEngine *engine, GArray *matches);
/* Takes all arguments. */
SynComparison *syn_comparison_new_take (SynEngine *engine, GArray *matches, GArray *conflicts, GArray *claims);
/* Only of a comparison of one story that has been kept whole. */
SynEngine     *syn_comparison_get_engine (SynComparison *self);

/**
 * SynComparisonUnion: what a comparison of several stories is made of.
 * @stories: the stories; its corpus has all articles
 * @parts: (nullable): per story its comparison; %NULL where only the result is kept
 */
typedef struct
{
  SynStories *stories;
  GPtrArray *parts;
  GArray *statements, *first;
  GArray *matches, *conflicts, *claims, *variants;
  GPtrArray *remarks;
} SynComparisonUnion;

/* Takes all that @whole holds. */
SynComparison *syn_comparison_new_union (const SynComparisonUnion *whole);
/* The comparison of one story, with what it needs to tell its result only. */
void           syn_comparison_drop_engine (SynComparison *self);
/* Per story its comparison, or NULL. */
GPtrArray     *syn_comparison_get_parts (SynComparison *self);

/* One decisions per part. */
SynComparison *syn_comparison_apply_parts (SynComparison *self, const SynDecisions *const *decisions);
/* The verbs of a comparison of several stories, each done in its part. */
SynComparison *syn_comparison_apply_to_parts (SynComparison *self, const SynDecisions *decisions);
GArray        *syn_comparison_counterpart_parts (SynComparison *self, const GArray *statements, guint n);
char          *syn_comparison_derivation_parts (SynComparison *self, const SynDecisions *decisions, guint a, guint b);
GArray        *syn_comparison_question_parts (SynComparison *self, const SynDecisions *decisions, guint n);

/* The orders of the arrays of a comparison, for g_array_sort(). */
int syn_match_compare (gconstpointer a, gconstpointer b);
int syn_conflict_compare (gconstpointer a, gconstpointer b);
int syn_claim_compare (gconstpointer a, gconstpointer b);
/* Describes claims and sorts them: more sources first.  Attaches @conflicts to them. */
void           syn_claims_finish (GArray *claims, SynEngine *engine, GArray *matches, GArray *conflicts);

/* The engine's pairs with probabilities and tiers after the reader's answers, best first;
 * (element-type SynPair). */
GArray *syn_learn_pairs (SynEngine *engine, const SynDecisions *decisions);
/* (element-type SynDecisionPair): each answered pair of matched statements of different articles
 * once, in their order; @n_links of them, the first ones, are links. */
GArray *syn_learn_list_answers (SynEngine *engine, const SynDecisions *decisions, guint *n_links);

guint64 syn_pair_key (guint a, guint b);
/* For tables of such keys: g_int64_hash() sees the lower half only, which is one statement. */
guint syn_pair_hash (gconstpointer key);
char   *syn_engine_dup_words (SynEngine *self, guint statement);

G_END_DECLS
