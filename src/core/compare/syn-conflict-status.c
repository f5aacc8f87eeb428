/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-private.h"

/* Still going on or over; taken or fought for; done or only planned. */

#define MIN_Z 0.10
#define MIN_Z_PLANNED 0.30
#define SAME_VERB 0.7
#define MIN_SHARE 0.25       /* of the words around a verb */
#define MIN_PLACE_WEIGHT 1.8 /* a name that half the story's statements have says no place */

typedef struct
{
  const char *here, *there; /* word lists that exclude each other */
  gboolean place;           /* the same place has to be named */
  double score;
  const char *topic;
  const char *reason;
} Opposites;

static const Opposites opposites[] = {
  { "status-ongoing", "status-ended", FALSE, 0.64, N_ ("going on or over"),
    N_ ("One says it goes on, the other that it is over: %s.") },
  { "contested", "taken", TRUE, 0.68, N_ ("taken or contested"),
    N_ ("One says it is taken, the other that it is still contested: %s.") },
};

static gboolean
shares_place (SynConflictFinder *finder, guint a, guint b)
{
  g_autoptr (GArray) names_a = syn_conflict_list_names (finder, a);
  g_autoptr (GArray) names_b = syn_conflict_list_names (finder, b);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, a);

  for (guint i = 0; i < names_a->len; i++)
    for (guint j = 0; j < names_b->len; j++)
      {
        guint32 term = g_array_index (names_a, guint32, i);

        if (term == g_array_index (names_b, guint32, j)
            && g_array_index (finder->engine->weight, float, term) >= MIN_PLACE_WEIGHT
            && !syn_lexicon_has (lexicon, "nations",
                                 g_ptr_array_index (finder->engine->terms, term)))
          return TRUE;
      }
  return FALSE;
}

static void
report (SynConflictFinder *finder,
        const char *topic,
        const char *reason,
        double score,
        guint a,
        SynSpan a_span,
        guint b,
        SynSpan b_span)
{
  g_autofree char *sides = syn_conflict_dup_sides (finder, a, a_span, b, b_span);
  g_autoptr (GString) sentence = g_string_new (_ (reason));

  g_string_replace (sentence, "%s", sides, 1);
  syn_conflict_report (finder, SYN_CONFLICT_STATUS, SYN_STRENGTH_DIRECT, score, a, a_span, b,
                       b_span, g_strdup (_ (topic)),
                       g_string_free (g_steal_pointer (&sentence), FALSE));
}

/* Statements with a phrase of @list; (element-type guint). */
static GArray *
list_with_cue (SynConflictFinder *finder, const char *list)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < finder->engine->statements->len; i++)
    if (syn_engine_is_matched (finder->engine, i) && syn_conflict_find_cue (finder, i, list, NULL))
      g_array_append_val (out, i);
  return out;
}

static void
compare_opposites (SynConflictFinder *finder, const Opposites *what, guint a, guint b)
{
  double z = syn_conflict_z (finder, a, b), score = what->score;
  SynSpan span_a, span_b;

  if (!syn_conflict_is_compared (finder, a, b)
      || syn_conflict_find_cue (finder, a, what->there, NULL)
      || syn_conflict_find_cue (finder, b, what->here, NULL)
      || !syn_conflict_same_time (finder, a, b))
    return;
  if (what->place ? !shares_place (finder, a, b) : z < MIN_Z && !shares_place (finder, a, b))
    return;
  syn_conflict_find_cue (finder, a, what->here, &span_a);
  syn_conflict_find_cue (finder, b, what->there, &span_b);
  score += z >= 0.25 ? 0.08 : 0;
  report (finder, what->topic, what->reason, score, a, span_a, b, span_b);
}

/* "plans to send a boat" against "a boat has been sent": one verb, meant and done. */
static gboolean
is_planned (SynConflictFinder *finder, guint statement, guint32 *out_verb, SynSpan *out_span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const GArray *phrases = syn_conflict_phrases (finder, statement, "status-planned");
  guint at, n, verb;

  if (phrases == NULL)
    return FALSE;
  at = g_array_index (phrases, SynPhrase, 0).at;
  n = g_array_index (phrases, SynPhrase, 0).n;
  if (at + n >= words->n)
    return FALSE;
  for (verb = at + n; verb < words->n
                      && (syn_words_is (words, verb, "be") || syn_words_is (words, verb, "have")
                          || syn_words_is (words, verb, "been"));
       verb++)
    ;
  if (verb >= words->n
      || syn_lexicon_has (syn_conflict_lexicon (finder, statement), "light-verbs",
                          words->words[verb].text))
    return FALSE;
  *out_span = syn_words_span (words, at, verb + 1 - at);
  *out_verb = syn_conflict_term_at (finder, statement, words->words[verb].span);
  return *out_verb != 0 && syn_conflict_has_term (finder, statement, *out_verb);
}

static gboolean
is_participle (SynConflictFinder *finder, guint statement, const char *text)
{
  return g_str_has_suffix (text, "ed")
         || syn_lexicon_has (syn_conflict_lexicon (finder, statement), "irregular-past", text);
}

/* "has sent", "was sent", "by sending": the same verb, or one near it, as done */
static gboolean
find_done (SynConflictFinder *finder, guint statement, guint32 verb, SynSpan *out_span)
{
  static const char *const before[] = { "has", "have", "been", "was", "were", "had" };
  const SynWords *words = syn_conflict_words (finder, statement);

  for (guint i = 1; i < words->n; i++)
    {
      const SynWord *word = &words->words[i];
      gboolean done = syn_words_is (words, i - 1, "by") && g_str_has_suffix (word->text, "ing");

      for (guint k = 0; k < G_N_ELEMENTS (before) && !done; k++)
        done = syn_words_is (words, i - 1, before[k])
               && is_participle (finder, statement, word->text);
      if (word->kind != SYN_WORD_LETTERS || !done
          || syn_engine_similarity (finder->engine, verb,
                                    syn_conflict_term_at (finder, statement, word->span))
                 < SAME_VERB)
        continue;
      *out_span = syn_words_span (words, i - 1, 2);
      return TRUE;
    }
  return FALSE;
}

/* One verb is said of many things: the words around it have to be the same too. */
static gboolean
about_one_thing (SynConflictFinder *finder, guint a, SynSpan a_span, guint b, SynSpan b_span)
{
  return syn_conflict_share_at (finder, a, a_span, b) + syn_conflict_share_at (finder, b, b_span, a)
         >= 2 * MIN_SHARE;
}

static void
compare_planned (SynConflictFinder *finder, guint planned, guint done, double z)
{
  guint32 verb, other;
  SynSpan span_a, span_b, span;

  if (!is_planned (finder, planned, &verb, &span_a) || is_planned (finder, done, &other, &span)
      || !find_done (finder, done, verb, &span_b)
      || !syn_conflict_same_time (finder, planned, done))
    return;
  report (finder, N_ ("done or planned"),
          N_ ("One says it is done, the other that it is planned: %s."),
          z >= 0.4 && syn_conflict_same_report_day (finder, planned, done)
                  && about_one_thing (finder, planned, span_a, done, span_b) ? 0.62 : 0.45,
          planned, span_a, done, span_b);
}

static const SynConflictCuePair intended = {
  .type = SYN_CONFLICT_STATUS,
  .list = "intents",
  .lacks = TRUE,
  .also_lacks = { "status-planned" },
  .min_z = 0.06,
  .base = 0.05,
  .gain = 0.3,
  .min_share = 0.35,
  .most = 0.45,
  .topic = N_ ("done or planned"),
  .reason = N_ ("One says it is done, the other that it is planned: %s."),
};

void
syn_conflict_status_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint k = 0; k < G_N_ELEMENTS (opposites); k++)
    {
      g_autoptr (GArray) here = list_with_cue (finder, opposites[k].here);
      g_autoptr (GArray) there = list_with_cue (finder, opposites[k].there);

      for (guint i = 0; i < here->len; i++)
        for (guint j = 0; j < there->len; j++)
          compare_opposites (finder, &opposites[k], g_array_index (here, guint, i),
                             g_array_index (there, guint, j));
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z_PLANNED || syn_conflict_stops (finder))
        break;
      compare_planned (finder, pair->a, pair->b, pair->z);
      compare_planned (finder, pair->b, pair->a, pair->z);
    }
  syn_conflict_cue_pairs_detect (finder, &intended);
}
