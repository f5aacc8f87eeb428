/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-frames.h"

/* Blamed or charged on one side, denied on the other. */

static void
report (SynConflictFinder *finder, double score, guint a, SynSpan a_span, guint b, SynSpan b_span)
{
  g_autofree char *sides = syn_conflict_dup_sides (finder, a, a_span, b, b_span);

  syn_conflict_report (finder, SYN_CONFLICT_DENIAL, SYN_STRENGTH_DIRECT, score, a, a_span, b,
                       b_span, g_strdup (_ ("blamed or denied")),
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("One side blames, the other denies: %s."), sides));
}

static void
detect_blame (SynConflictFinder *finder)
{
  g_autoptr (GArray) frames = syn_agent_frames_list (finder);

  for (guint i = 0; i < frames->len && !syn_conflict_stops (finder); i++)
    for (guint j = i + 1; j < frames->len; j++)
      {
        const SynAgentFrame *a = &g_array_index (frames, SynAgentFrame, i),
                            *b = &g_array_index (frames, SynAgentFrame, j);
        g_autofree char *side_a = NULL, *side_b = NULL;
        double score = 0.8;

        if (a->denied == b->denied || a->irregular || b->irregular || !syn_agent_frames_agree (a, b)
            || !syn_conflict_is_compared (finder, a->statement, b->statement)
            || !syn_conflict_same_time (finder, a->statement, b->statement))
          continue;
        if (syn_conflict_z (finder, a->statement, b->statement) >= 0.25)
          score += 0.06;
        if (a->name != 0)
          score = syn_conflict_z (finder, a->statement, b->statement) >= 0.25 ? 0.65 : 0.45;
        report (finder, score, a->statement, a->doer, b->statement, b->cue);
        side_a = syn_agent_frames_dup_key (a);
        side_b = syn_agent_frames_dup_key (b);
        syn_conflict_name_sides (finder, a->statement, side_a, side_b);
      }
}

/* Whether the words of the charge stand before the accusing ones: "wurde der Brandstiftung
 * beschuldigt". */
static gboolean
charge_is_before (SynConflictFinder *finder, guint statement, guint at)
{
  const char *value = NULL;

  syn_cues_match (syn_conflict_cues (finder, statement, "accusations"),
                  syn_conflict_words (finder, statement), at, &value);
  return g_strcmp0 (value, "before") == 0;
}

/* The charge's noun where it stands before: the nearest word of weight. */
static guint32
find_charge_before (SynConflictFinder *finder, guint statement, guint end)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);

  for (guint i = end; i > 0 && i + 4 > end; i--)
    if (words->words[i - 1].kind == SYN_WORD_LETTERS
        && !syn_lexicon_has (lexicon, "stop", words->words[i - 1].text))
      return syn_conflict_term_at (finder, statement, words->words[i - 1].span);
  return 0;
}

/* The charge's noun: the first word of weight behind the accusing words. */
static guint32
find_charge (SynConflictFinder *finder, guint statement, guint from)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);

  for (guint i = from; i < MIN (words->n, from + 4); i++)
    if (words->words[i].kind == SYN_WORD_LETTERS
        && !syn_lexicon_has (lexicon, "stop", words->words[i].text))
      return syn_conflict_term_at (finder, statement, words->words[i].span);
  return 0;
}

static void
detect_charge (SynConflictFinder *finder, guint accusing, guint denying)
{
  const GArray *accusations = syn_conflict_phrases (finder, accusing, "accusations");
  const SynWords *words;
  gboolean shared_name;
  SynSpan plea;
  guint at, n;
  guint32 charge;

  if (accusations == NULL || !syn_conflict_find_cue (finder, denying, "pleas", &plea)
      || syn_conflict_find_cue (finder, accusing, "pleas", NULL)
      || !syn_conflict_same_time (finder, accusing, denying))
    return;
  words = syn_conflict_words (finder, accusing);
  at = g_array_index (accusations, SynPhrase, 0).at;
  if (at > 0
      && syn_lexicon_has (syn_conflict_lexicon (finder, accusing), "unreal",
                          words->words[at - 1].text))
    return; /* "if convicted of" */
  shared_name = syn_conflict_shares_name (finder, accusing, denying, NULL);
  n = g_array_index (accusations, SynPhrase, 0).n;
  charge = charge_is_before (finder, accusing, at) ? find_charge_before (finder, accusing, at)
                                                   : find_charge (finder, accusing, at + n);
  if (charge == 0 || !syn_conflict_has_term (finder, denying, charge))
    {
      if (!shared_name || syn_conflict_z (finder, accusing, denying) < 0.2)
        return;
      report (finder, 0.6, accusing, syn_words_span (words, at, n), denying, plea);
      return;
    }
  report (finder, shared_name ? 0.78 : 0.7, accusing,
          charge_is_before (finder, accusing, at) && at > 0
              ? syn_words_span (words, at - 1, n + 1)
              : syn_words_span (words, at, MIN (n + 1, words->n - at)),
          denying, plea);
}

static void
detect_charges (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len && !syn_conflict_stops (finder); i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      detect_charge (finder, pair->a, pair->b);
      detect_charge (finder, pair->b, pair->a);
    }
}

static const SynConflictCuePair disputed = {
  .type = SYN_CONFLICT_DENIAL,
  .list = "disputes",
  .lacks = TRUE,
  .also_lacks = { "denial" },
  .min_z = 0.06,
  .base = 0.1,
  .gain = 0.45,
  .min_share = 0.3,
  .most = 0.5,
  .topic = N_ ("said or disputed"),
  .reason = N_ ("One says it, the other speaks against it: %s."),
};

void
syn_conflict_denial_detect (SynConflictFinder *finder)
{
  detect_blame (finder);
  detect_charges (finder);
  syn_conflict_cue_pairs_detect (finder, &disputed);
  syn_conflict_ruled_out_detect (finder, SYN_CONFLICT_DENIAL);
}
