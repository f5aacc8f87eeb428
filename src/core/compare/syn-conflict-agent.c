/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-frames.h"

/* Who did it.  States, rebels and peoples are told apart by what they are; persons and companies
 * only by their names, and only in linked statements about the same deed. */

#define MIN_Z_NAMES 0.45
#define MIN_Z 0.1
#define MIN_SHARED 2.0 /* weight */
#define SAME_WORD 0.7
#define MOST_OTHER_CHARGE 0.3

static gboolean
is_open (SynConflictFinder *finder, const SynAgentFrame *frame)
{
  SynSpan claim;

  return syn_engine_get_statement (finder->engine, frame->statement)->certainty
             == SYN_CERTAINTY_UNCONFIRMED
         || (syn_conflict_find_cue (finder, frame->statement, "responsibility-claims", &claim)
             && syn_span_overlaps (claim, frame->cue));
}

/* Whether the words at @span of @statement and those at @other_span of @other share one of weight
 * that is no name: those are where it was more often than what it was. */
static gboolean
spans_meet (
    SynConflictFinder *finder, guint statement, SynSpan span, guint other, SynSpan other_span)
{
  const SynWords *words = syn_conflict_words (finder, statement),
                 *theirs = syn_conflict_words (finder, other);
  guint end = syn_words_find (words, span.end), other_end = syn_words_find (theirs, other_span.end);

  for (guint i = syn_words_find (words, span.start); i < end; i++)
    {
      guint32 term = syn_conflict_term_at (finder, statement, words->words[i].span);

      if (term == 0 || words->words[i].capital || !syn_conflict_has_term (finder, statement, term))
        continue;
      for (guint k = syn_words_find (theirs, other_span.start); k < other_end; k++)
        if (syn_engine_similarity (finder->engine, term,
                                   syn_conflict_term_at (finder, other, theirs->words[k].span))
            >= SAME_WORD)
          return TRUE;
    }
  return FALSE;
}

/* Whether both doers are charged with one thing, as far as that is said: two charges have two
 * answers. */
static gboolean
charges_meet (SynConflictFinder *finder, const SynAgentFrame *a, const SynAgentFrame *b)
{
  const SynAgentFrame *charged = syn_span_is_empty (a->charge) ? b : a, *other = charged == a ? b : a;
  SynSpan span = other->charge;

  if (syn_span_is_empty (charged->charge))
    return TRUE;
  if (syn_span_is_empty (span))
    span = syn_engine_get_statement (finder->engine, other->statement)->span;
  return spans_meet (finder, charged->statement, charged->charge, other->statement, span);
}

/* "Responsibility lies with the rebels": no deed of its own, so that of the story is meant. */
static gboolean
says_only_doer (SynConflictFinder *finder, const SynAgentFrame *frame)
{
  const SynWords *words = syn_conflict_words (finder, frame->statement);

  for (guint i = 0; i < words->n; i++)
    {
      SynSpan span = words->words[i].span;
      guint32 term = syn_conflict_term_at (finder, frame->statement, span);

      if (term != 0 && syn_conflict_has_term (finder, frame->statement, term)
          && !syn_span_overlaps (span, frame->doer) && !syn_span_overlaps (span, frame->cue))
        return FALSE;
    }
  return TRUE;
}

static double
score_of (SynConflictFinder *finder, const SynAgentFrame *a, const SynAgentFrame *b)
{
  double z = syn_conflict_z (finder, a->statement, b->statement);
  double score = 0.62;

  if (a->name != 0 || b->name != 0)
    return z >= MIN_Z_NAMES && a->act == b->act ? 0.2 : 0;
  /* Two deeds have two doers. */
  if (a->act != b->act && z < MIN_Z && !says_only_doer (finder, a) && !says_only_doer (finder, b)
      && !syn_conflict_shares_name (finder, a->statement, b->statement, NULL)
      && syn_conflict_shared_weight (finder, a->statement, b->statement) < MIN_SHARED)
    return 0;
  if (!charges_meet (finder, a, b))
    return z >= MIN_Z_NAMES ? MOST_OTHER_CHARGE : 0;
  /* What is left open, or only claimed by the doers themselves, contradicts less. */
  if (is_open (finder, a) || is_open (finder, b))
    score -= 0.14;
  if (z >= 0.25)
    score += 0.08;
  if (syn_conflict_shares_name (finder, a->statement, b->statement, NULL))
    score += 0.04;
  if (a->act != 0 && a->act == b->act)
    score += 0.04;
  return score;
}

void
syn_conflict_agent_detect (SynConflictFinder *finder)
{
  g_autoptr (GArray) frames = syn_agent_frames_list (finder);

  for (guint i = 0; i < frames->len && !syn_conflict_stops (finder); i++)
    for (guint j = i + 1; j < frames->len; j++)
      {
        const SynAgentFrame *a = &g_array_index (frames, SynAgentFrame, i),
                            *b = &g_array_index (frames, SynAgentFrame, j);
        g_autofree char *sides = NULL, *side_a = NULL, *side_b = NULL;
        double score;

        if (a->denied || b->denied || !syn_agent_frames_differ (a, b)
            || !syn_conflict_is_compared (finder, a->statement, b->statement)
            || !syn_conflict_same_time (finder, a->statement, b->statement))
          continue;
        score = score_of (finder, a, b);
        if (score <= 0)
          continue;
        sides = syn_conflict_dup_sides (finder, a->statement, a->doer, b->statement, b->doer);
        syn_conflict_report (finder, SYN_CONFLICT_AGENT, SYN_STRENGTH_DIRECT, score, a->statement,
                             a->doer, b->statement, b->doer, NULL,
                             /* Translators: %s is two wordings with their sources. */
                             g_strdup_printf (_ ("Different answers to who did it: %s."), sides));
        side_a = syn_agent_frames_dup_key (a);
        side_b = syn_agent_frames_dup_key (b);
        syn_conflict_name_sides (finder, a->statement, side_a, side_b);
      }
}
