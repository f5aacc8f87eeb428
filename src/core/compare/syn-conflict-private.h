/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"
#include "text/syn-cues.h"

G_BEGIN_DECLS

/**
 * SynConflictFinder: what the detectors of one comparison share.
 *
 * @engine: the scored engine
 * @words: (element-type SynWords): per statement, made on first use
 * @terms: (element-type GArray): per statement the content terms, made on first use
 * @facts: #SynConflictFact → (element-type gpointer) what is known of each statement
 * @phrases: a list's name, by its address → likewise, (element-type SynPhrase)
 */
struct _SynConflictFinder
{
  SynEngine *engine;
  GPtrArray *words;
  GPtrArray *terms;
  GHashTable *facts;
  GHashTable *phrases;
  /* The list that was asked for last, and its table: most ask for one list many times. */
  const char *last_list;
  GPtrArray *last_phrases;
};

/**
 * SynConflictFact: something that is read from one statement and asked for with every pair it is
 * in.
 * @make: reads it; %NULL where there is nothing
 * @free: frees what @make returned
 */
typedef struct
{
  gpointer (*make) (SynConflictFinder *finder, guint statement);
  GDestroyNotify free;
} SynConflictFact;

/* (transfer none): what @fact is in @statement, made when it is first asked for. */
gpointer
syn_conflict_recall (SynConflictFinder *self, const SynConflictFact *fact, guint statement);

/**
 * SynPhrase: a phrase of a word list in a statement.
 * @at, @n: its words
 * @value: as syn_cues_match() gives it
 * @inside: it begins inside the one before it
 */
typedef struct
{
  guint at, n;
  const char *value;
  gboolean inside;
} SynPhrase;

/* Above so many statements only scored pairs are looked at: facts of two stories never meet. */
#define SYN_CONFLICT_ALL_PAIRS 2000

/* Whether nobody waits for what is found any more: asked for every pair. */
static inline gboolean
syn_conflict_stops (const SynConflictFinder *self)
{
  return syn_engine_stops (self->engine);
}

const SynWords *syn_conflict_words (SynConflictFinder *self, guint statement);
SynLexicon *syn_conflict_lexicon (SynConflictFinder *self, guint statement);
const SynCues *syn_conflict_cues (SynConflictFinder *self, guint statement, const char *list);
/* All phrases of @list, which must be a literal, in @statement, the longest for each word at which
 * any begins; (element-type SynPhrase), borrowed, %NULL for none. */
const GArray *syn_conflict_phrases (SynConflictFinder *self, guint statement, const char *list);
/* The first phrase of @list, which must be a literal, in @statement; its words' span. */
gboolean syn_conflict_find_cue (SynConflictFinder *self,
                                guint statement,
                                const char *list,
                                SynSpan *out_span);
/* (transfer full): the words of a span, white space folded, at most some eighty letters. */
char *syn_conflict_dup_span (SynConflictFinder *self, guint statement, SynSpan span);
/* Score of the pair, 0 if it was never scored; the statements may stand in any order. */
double syn_conflict_z (SynConflictFinder *self, guint a, guint b);
gboolean syn_conflict_is_compared (SynConflictFinder *self, guint a, guint b);
/* The comparison's terms that say something in @statement; (element-type SynTermUse), borrowed. */
const GArray *syn_conflict_terms (SynConflictFinder *self, guint statement);
gboolean syn_conflict_has_term (SynConflictFinder *self, guint statement, guint32 term);
/* Weight of the terms both share. */
double syn_conflict_shared_weight (SynConflictFinder *self, guint a, guint b);
/* Terms of the names in @statement, without those of its speaker; (element-type guint32). */
GArray *syn_conflict_list_names (SynConflictFinder *self, guint statement);
gboolean
syn_conflict_shares_name (SynConflictFinder *self, guint a, guint b, gboolean *out_disjoint);
/* Whether one person is the speaker of both. */
gboolean syn_conflict_same_speaker (SynConflictFinder *self, guint a, guint b);
/* The comparison's term at @span of @statement, 0 if no word stands there. */
guint32 syn_conflict_term_at (SynConflictFinder *self, guint statement, SynSpan span);

/* Whether both tell of the same time as far as they tell: no past marker, year, month or weekday on
 * one side that the other contradicts. */
gboolean syn_conflict_same_time (SynConflictFinder *self, guint a, guint b);
/* Whether the articles of both report one day, as far as they tell it: what rises and falls, and what
 * was planned, is another thing the day after. */
gboolean syn_conflict_same_report_day (SynConflictFinder *self, guint a, guint b);
gboolean syn_conflict_is_past (SynConflictFinder *self, guint statement);

/* Takes @topic and @reason. */
void syn_conflict_report (SynConflictFinder *self,
                          SynConflictType type,
                          SynStrength strength,
                          double score,
                          guint a,
                          SynSpan a_span,
                          guint b,
                          SynSpan b_span,
                          char *topic,
                          char *reason);

/* Says what the sides of the conflict reported last say, where statements that are not linked can
 * say the same: @side_a is that of statement @a, whichever comes first. */
void
syn_conflict_name_sides (SynConflictFinder *self, guint a, const char *side_a, const char *side_b);

/* Puts conflicts, best first, into groups that show one disagreement each, and decides what of them
 * is shown, see syn-conflict-groups.c. */
void syn_conflict_groups_form (SynConflictFinder *finder);

/* The words around @span, one word of @statement, that @other says too. */
SynSpan syn_conflict_widen (SynConflictFinder *self, guint statement, SynSpan span, guint other);

/* "“eight” (harbour master) against “ten” (Daily Post)": takes nothing, gives all. */
char *
syn_conflict_dup_sides (SynConflictFinder *self, guint a, SynSpan a_span, guint b, SynSpan b_span);

/* What one side expressly rules out and the other says, of one @type: place or denial. */
void syn_conflict_ruled_out_detect (SynConflictFinder *finder, SynConflictType type);

void syn_conflict_figure_detect (SynConflictFinder *finder);
void syn_conflict_agent_detect (SynConflictFinder *finder);
void syn_conflict_denial_detect (SynConflictFinder *finder);
void syn_conflict_polarity_detect (SynConflictFinder *finder);
void syn_conflict_denied_content_detect (SynConflictFinder *finder);
void syn_conflict_status_detect (SynConflictFinder *finder);
void syn_conflict_certainty_detect (SynConflictFinder *finder);
void syn_conflict_scope_detect (SynConflictFinder *finder);
void syn_conflict_wording_detect (SynConflictFinder *finder);
void syn_conflict_time_detect (SynConflictFinder *finder);
void syn_conflict_place_detect (SynConflictFinder *finder);
void syn_conflict_cause_detect (SynConflictFinder *finder);
void syn_conflict_identity_detect (SynConflictFinder *finder);

G_END_DECLS
