/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/syn-decisions.h"
#include "compare/syn-stories.h"
#include "corpus/syn-corpus.h"
#include "text/syn-document.h"

G_BEGIN_DECLS

typedef enum
{
  SYN_TIER_SURE,     /* at least nine of ten right */
  SYN_TIER_LIKELY,   /* shown by default */
  SYN_TIER_POSSIBLE, /* faint, or only in the review list */
  SYN_TIER_NONE,     /* scored, not shown; only kept with SYN_COMPARE_ALL */
} SynTier;

typedef enum
{
  SYN_MATCH_COPIED,
  SYN_MATCH_SAME,
  SYN_MATCH_RELATED,
} SynMatchKind;

/* Numbers are stored in workspaces: append only. */
typedef enum
{
  SYN_CONFLICT_FIGURE = 0,
  SYN_CONFLICT_AGENT = 1,
  SYN_CONFLICT_DENIAL = 2,
  SYN_CONFLICT_STATUS = 3,
  SYN_CONFLICT_TIME = 4,
  SYN_CONFLICT_PLACE = 5,
  SYN_CONFLICT_CERTAINTY = 6,
  SYN_CONFLICT_SCOPE = 7,
  SYN_CONFLICT_WORDING = 8,
  SYN_CONFLICT_CAUSE = 9,
  SYN_CONFLICT_IDENTITY = 10,
} SynConflictType;
#define SYN_N_CONFLICT_TYPES 11

typedef enum
{
  SYN_STRENGTH_DIRECT,
  SYN_STRENGTH_TENSION,
} SynStrength;

/* The names used in JSON, TSV and the database; static. */
const char *syn_tier_to_string (SynTier tier);
const char *syn_match_kind_to_string (SynMatchKind kind);
const char *syn_conflict_type_to_string (SynConflictType type);
const char *syn_strength_to_string (SynStrength strength);
/* For people, translated: "Figures", "Who did it", "Denial" … */
const char *syn_conflict_type_label (SynConflictType type);

/**
 * SynMatch:
 * @a, @b: statements (global index), of different articles, @a < @b
 * @kind, @tier: as named
 * @score: probability that both make the same claim
 * @own: the reader linked them; @score is 1
 * @a_spans, @b_spans: (element-type SynSpan): what carries it
 * @reason: one sentence, translated
 */
typedef struct
{
  guint a, b;
  SynMatchKind kind;
  SynTier tier;
  gboolean own;
  double score;
  GArray *a_spans, *b_spans;
  char *reason;
} SynMatch;

/**
 * SynConflict:
 * @a, @b: statements (global index), of different articles, @a < @b
 * @claim: index of the claim it stands in, or -1
 * @probability: that the two statements disagree; decides on @tier
 * @score: the same, less for what shows nothing that a better conflict does not show: the order of
 *   the review list
 * @group: conflicts of one group show one disagreement; numbered from 0, best first
 * @a_side, @b_side: keys of what each side says, equal for equal sides; 0 where only the statement tells it
 * @a_span, @b_span: the two spans that disagree
 * @topic: (nullable): what it is about, short, for the heading ("People injured"); %NULL where the type says it all
 * @reason: one sentence, translated
 */
typedef struct
{
  guint a, b;
  gint claim;
  SynConflictType type;
  SynStrength strength;
  SynTier tier;
  double probability, score;
  guint group;
  GQuark a_side, b_side;
  SynSpan a_span, b_span;
  char *topic;
  char *reason;
} SynConflict;

/* Numbers are stored in workspaces: append only. */
typedef enum
{
  SYN_STANCE_SILENT = 0,
  SYN_STANCE_SAYS = 1,
  SYN_STANCE_ATTRIBUTES = 2,
  SYN_STANCE_DENIES = 3,
} SynStance;
/* What a source does by this one statement; never silent. */
SynStance syn_statement_get_stance (const SynStatement *statement);
/**
 * syn_statement_get_stance_at:
 * @span: the words that tell what is asked about, as a value does; empty for the whole statement
 * @out_speaker: (out) (optional): whose word they are, empty if the paper's own
 *
 * What a source does with this part of a statement: one clause may deny, or quote, what the next does not.
 */
SynStance syn_statement_get_stance_at (const SynStatement *statement, SynSpan span, SynSpan *out_speaker);

/**
 * SynValue:
 * @statement: which statement gives it
 * @span: the words that give it
 * @text: the value as shown, short ("at least 12"); equal values of one claim have equal text
 * @group: values of one group are compatible and stand together; groups are numbered from 0
 * @conflict: index of a conflict that this value is part of, or -1
 * @strength: of that conflict
 */
typedef struct
{
  guint statement;
  SynSpan span;
  char *text;
  guint group;
  gint conflict;
  SynStrength strength;
} SynValue;

/**
 * SynClaim:
 * @summary: neutral wording for lists and headings
 * @statements: (element-type guint): global indices, ascending; a statement may be in several claims
 * @n_sources: articles that make it
 * @n_origins: independent ones among them
 * @origin_reason: (nullable): one sentence why there are fewer origins than sources
 * @conflicts: (element-type guint): indices of its conflicts, best first
 * @values: (element-type SynValue): who gives which figure, time or name; by group, then by article
 * @stances: (element-type SynStance): one per article of its story, which is the whole comparison where that has
 *   one story only; see syn_comparison_get_stance()
 * @own_stances: (nullable) (element-type guint): the articles whose stance the reader corrected
 * @own: made by the reader
 * @id: (nullable): the workspace's name of it, where the reader has ruled on it, reworded or made it
 */
typedef struct
{
  char *summary;
  GArray *statements;
  guint n_sources;
  guint n_origins;
  char *origin_reason;
  GArray *conflicts;
  GArray *values;
  GArray *stances;
  GArray *own_stances;
  gboolean own;
  char *id;
} SynClaim;

/* Whose word @statement, of index @index, gives for @claim: who says its value, else whoever it quotes; empty where that
 * is the paper itself. */
SynSpan syn_claim_get_speaker (const SynClaim *claim, const SynStatement *statement, guint index);

typedef enum
{
  SYN_VARIANT_SPELLING,
  SYN_VARIANT_TRANSLATION,
  SYN_VARIANT_UNIT,
  SYN_VARIANT_ALIAS,
} SynVariantKind;
const char *syn_variant_kind_to_string (SynVariantKind kind);

/* One place where a variant form stands. */
typedef struct
{
  guint statement;
  SynSpan span;
} SynOccurrence;

/**
 * SynVariant:
 * @forms: the forms, %NULL-terminated, at least two
 * @occurrences: (element-type SynOccurrence): where they stand
 */
typedef struct
{
  SynVariantKind kind;
  char **forms;
  GArray *occurrences;
} SynVariant;

#define SYN_TYPE_COMPARISON (syn_comparison_get_type ())
/* What the sources say about each other.  Immutable once made; may be read from any thread. */
G_DECLARE_FINAL_TYPE (SynComparison, syn_comparison, SYN, COMPARISON, GObject)

typedef enum
{
  SYN_COMPARE_DEFAULT = 0,
  SYN_COMPARE_ALL = 1 << 0, /* keep every scored pair, also SYN_TIER_NONE */
  /* Of several stories, keep the result only: what is neither applied to, nor asked, nor explained needs a
   * tenth of the memory. */
  SYN_COMPARE_RESULT_ONLY = 1 << 1,
} SynCompareFlags;

/**
 * syn_comparison_new_story:
 * @story: the articles of one event; at least one
 * @level: how many matches are shown, pairs per statement of the shorter article (0.2–2.0); 0 for the default
 *
 * Analyses and compares the articles of one story, all with each other, on the calling thread and as many more as
 * there are cores.  Deterministic: the same articles give the same result, whatever the number of threads.
 *
 * Returns: (transfer full): the comparison, or %NULL when cancelled
 */
SynComparison *syn_comparison_new_story (SynCorpus       *story,
                                         double           level,
                                         SynCompareFlags  flags,
                                         SynProgressFunc  progress,
                                         gpointer         user_data,
                                         GCancellable    *cancellable,
                                         GError         **error);

/**
 * syn_comparison_new_stories:
 * @stories: the stories of a corpus; at least one
 *
 * Compares the articles inside each story, by syn_comparison_new_story() with weights of that story alone, and puts
 * the results together as one comparison of the whole corpus.  Of one story it is the very same.
 *
 * Returns: (transfer full): the comparison, or %NULL when cancelled
 */
SynComparison *syn_comparison_new_stories (SynStories      *stories,
                                           double           level,
                                           SynCompareFlags  flags,
                                           SynProgressFunc  progress,
                                           gpointer         user_data,
                                           GCancellable    *cancellable,
                                           GError         **error);

/**
 * syn_comparison_new:
 * @corpus: the articles; at least one
 *
 * Groups the articles by event and compares inside each story: syn_stories_new() and
 * syn_comparison_new_stories().
 *
 * Returns: (transfer full): the comparison, or %NULL when cancelled
 */
SynComparison *syn_comparison_new (SynCorpus       *corpus,
                                   double           level,
                                   SynCompareFlags  flags,
                                   SynProgressFunc  progress,
                                   gpointer         user_data,
                                   GCancellable    *cancellable,
                                   GError         **error);

/**
 * syn_comparison_apply:
 * @self: a comparison fresh from the engine
 * @decisions: what the reader decided
 *
 * Links and unlinks teach: the probabilities of all other pairs follow from them, and with those their
 * tiers, the matches shown and the claims (see syn-learn.c).
 *
 * Returns: (transfer full): the same analysis with the reader's links, unlinks, dismissals and claims
 *   in the place of what the engine proposed.  Statement indices stay the same.  Milliseconds.
 */
SynComparison *syn_comparison_apply (SynComparison *self, const SynDecisions *decisions);

/**
 * SynQuestion: two statements of which the reader may say whether they make the same claim.
 * @a, @b: statements (global index), @a < @b
 * @p: what the engine thinks so far
 */
typedef struct
{
  guint a, b;
  double p;
} SynQuestion;

/**
 * syn_comparison_list_questions:
 * @self: a comparison fresh from the engine
 * @decisions: what the reader decided so far; the answers to questions are its links and unlinks
 * @n: how many at most
 *
 * The pairs whose answers teach the most: uncertain, telling for others, of different articles and
 * not twice the same thing.  Best first; deterministic.
 *
 * Returns: (transfer full) (element-type SynQuestion): may be empty
 */
GArray *syn_comparison_list_questions (SynComparison      *self,
                                       const SynDecisions *decisions,
                                       guint               n);

/**
 * syn_comparison_list_counterparts:
 * @statements: (element-type guint): what a claim is made of so far
 * @n: how many per article at most
 *
 * Statements of the articles that @statements say nothing of, which may make the same claim, however unlikely the
 * engine finds it: by article, best first.  Of each, @b is the statement that is proposed and @a the one of
 * @statements that it goes with.
 *
 * Returns: (transfer full) (element-type SynQuestion): may be empty
 */
GArray *syn_comparison_list_counterparts (SynComparison *self, const GArray *statements, guint n);

guint               syn_comparison_get_n_articles (SynComparison *self);
SynArticle         *syn_comparison_get_article (SynComparison *self, guint article);
/* (nullable): %NULL where only the result has been kept. */
SynDocument        *syn_comparison_get_document (SynComparison *self, guint article);
/* The stories of the corpus, or %NULL where the comparison is of one story. */
SynStories         *syn_comparison_get_stories (SynComparison *self);
guint               syn_comparison_get_n_statements (SynComparison *self);
const SynStatement *syn_comparison_get_statement (SynComparison *self, guint statement);
/* Global index of the first statement of @article, and how many it has. */
guint               syn_comparison_get_first_statement (SynComparison *self, guint article, guint *n);
/* The statement at @byte of @article's text, or the nearest before it, or -1. */
gint                syn_comparison_find_statement (SynComparison *self, guint article, guint32 byte);
/* "a2.17": stable for one corpus and one engine version; the inverse gives -1 for nonsense. */
char               *syn_comparison_dup_statement_id (SynComparison *self, guint statement);
gint                syn_comparison_lookup_statement (SynComparison *self, const char *id);
/* The words of a statement, white space folded. */
char               *syn_comparison_dup_statement_text (SynComparison *self, guint statement);

/* @n may be NULL.  Best first; only tiers that are shown come first, SYN_TIER_NONE last. */
const SynMatch     *syn_comparison_get_matches (SynComparison *self, guint *n);
const SynConflict  *syn_comparison_get_conflicts (SynComparison *self, guint *n);
const SynClaim     *syn_comparison_get_claims (SynComparison *self, guint *n);
const SynVariant   *syn_comparison_get_variants (SynComparison *self, guint *n);

/* Indices into the arrays above of all that touch @statement; %NULL when none.  Borrowed. */
const guint *syn_comparison_matches_of (SynComparison *self, guint statement, guint *n);
const guint *syn_comparison_conflicts_of (SynComparison *self, guint statement, guint *n);
const guint *syn_comparison_claims_of (SynComparison *self, guint statement, guint *n);
/* The best match between two statements, or %NULL. */
const SynMatch *syn_comparison_find_match (SynComparison *self, guint a, guint b);

/* What the source of @article does with @claim; silent where it belongs to another story. */
SynStance syn_comparison_get_stance (SynComparison *self, const SynClaim *claim, guint article);

/* Languages without word lists, and whatever else the reader should know; (element-type utf8). */
const char *const *syn_comparison_get_remarks (SynComparison *self);

/**
 * syn_conflict_dup_key:
 *
 * Returns: (transfer full): a string that names the conflict by its type and the words of its two
 *   statements: what a dismissal is remembered by, across runs and engine versions
 */
char *syn_conflict_dup_key (SynComparison *self, const SynConflict *conflict);

G_END_DECLS
