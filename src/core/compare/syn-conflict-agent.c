/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "compare/syn-conflict-frames.h"

/* Who did it.  States, rebels and peoples are told apart by what they are; persons and companies
 * only by their names, and only in linked statements about the same deed. */

#define MIN_Z_NAMES 0.45
#define MIN_Z 0.1

static gboolean
is_open (SynConflictFinder *finder, const SynAgentFrame *frame)
{
  SynSpan claim;

  return syn_engine_get_statement (finder->engine, frame->statement)->certainty
             == SYN_CERTAINTY_UNCONFIRMED
         || (syn_conflict_find_cue (finder, frame->statement, "responsibility-claims", &claim)
             && syn_span_overlaps (claim, frame->cue));
}

static double
score_of (SynConflictFinder *finder, const SynAgentFrame *a, const SynAgentFrame *b)
{
  double z = syn_conflict_z (finder, a->statement, b->statement);
  double score = 0.62;

  if (a->name != 0 || b->name != 0)
    return z >= MIN_Z_NAMES && a->act == b->act ? 0.2 : 0;
  /* Two deeds have two doers. */
  if (a->passive && b->passive && a->act != b->act && z < MIN_Z
      && !syn_conflict_shares_name (finder, a->statement, b->statement, NULL)
      && syn_conflict_shared_weight (finder, a->statement, b->statement) == 0)
    return 0;
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
