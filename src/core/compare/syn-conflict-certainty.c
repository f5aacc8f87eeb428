/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-private.h"

/* Stated on one side, not confirmed on the other.  What is unconfirmed is named by the words of
 * weight in the clause of the cue; the other side has to state that very thing. */

#define MIN_Z 0.10
#define MIN_Z_POSSIBLE 0.25
#define MIN_SHARED 3.0 /* weight of the words of the unconfirmed thing that the other side has */
#define MIN_SHARE_POSSIBLE 0.5 /* of the words around a verb */
#define MIN_SHARE 0.5          /* … and their part of all its words */

static gint
clause_of (SynConflictFinder *finder, guint statement, SynSpan span)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (finder->engine, statement), &n);

  for (guint t = s->first_token; t < s->first_token + s->n_tokens; t++)
    if (syn_span_overlaps (tokens[t].span, span))
      return tokens[t].clause;
  return 0;
}

static gboolean
is_report (SynConflictFinder *finder, guint statement, SynSpan cue)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  guint next = syn_words_find (words, cue.end);

  return syn_words_is (words, next, "reports") || syn_words_is (words, next, "report")
         || syn_words_is (words, next, "claims") || syn_words_is (words, next, "rumours")
         || syn_words_is (words, next, "rumors");
}

/* What is in doubt: the words before the cue in its clause, or, where none of weight stand there,
 * those behind it.  Names are mostly whose word it is, not what is in doubt. */
static GArray *
list_doubted (SynConflictFinder *finder, guint statement, SynSpan cue)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  GArray *before = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) behind = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint clause = clause_of (finder, statement, cue);
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (finder->engine, statement), &n);

  for (guint t = s->first_token; t < s->first_token + s->n_tokens; t++)
    {
      guint32 term;

      if (!syn_token_is_content (&tokens[t])
          || (tokens[t].flags & (SYN_TOKEN_NAME | SYN_TOKEN_NUMBER))
          || syn_span_overlaps (tokens[t].span, cue))
        continue;
      term = syn_engine_map_term (finder->engine, statement, tokens[t].term);
      if (tokens[t].span.end <= cue.start && tokens[t].clause == clause)
        g_array_append_val (before, term);
      else if (tokens[t].span.start >= cue.end && tokens[t].clause <= clause + 1)
        g_array_append_val (behind, term);
    }
  /* "unconfirmed reports that …" */
  if (before->len == 0 || is_report (finder, statement, cue))
    g_array_set_size (before, 0);
  if (before->len == 0)
    g_array_append_vals (before, behind->data, behind->len);
  return before;
}

/* Weight of the doubted words that @other has, near ones counted in part; 0 where the heaviest is
 * missing. */
static double
shared_of_doubted (
    SynConflictFinder *finder, guint statement, SynSpan cue, guint other, double *out_share)
{
  g_autoptr (GArray) doubted = list_doubted (finder, statement, cue);
  const GArray *terms = syn_conflict_terms (finder, other);
  double total = 0, shared = 0, heaviest = 0;
  gboolean has_heaviest = FALSE;

  for (guint k = 0; k < doubted->len; k++)
    {
      guint32 term = g_array_index (doubted, guint32, k);
      double best = 0, weight = g_array_index (finder->engine->weight, float, term);

      for (guint i = 0; i < terms->len; i++)
        best = MAX (best, syn_engine_similarity (finder->engine, term,
                                                 g_array_index (terms, SynTermUse, i).term));
      total += weight;
      shared += weight * best;
      if (weight > heaviest)
        {
          heaviest = weight;
          has_heaviest = best >= 0.7;
        }
    }
  *out_share = total > 0 ? shared / total : 0;
  return has_heaviest ? shared : 0;
}

static void
compare (SynConflictFinder *finder, guint open, guint stated, double z)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, stated);
  g_autofree char *sides = NULL;
  double share, shared, score;
  const SynWords *words = syn_conflict_words (finder, open);
  SynSpan cue, span;

  if (s->certainty == SYN_CERTAINTY_UNCONFIRMED || s->certainty == SYN_CERTAINTY_HEDGED
      || s->certainty == SYN_CERTAINTY_DENIED
      || !syn_conflict_find_cue (finder, open, "unconfirmed", &cue)
      || !syn_conflict_same_time (finder, open, stated))
    return;
  /* An unknown cause is met by a cause, see syn-conflict-cause.c, not by the word. */
  if (syn_conflict_find_cue (finder, open, "unknown-causes", NULL))
    return;
  shared = shared_of_doubted (finder, open, cue, stated, &share);
  if (shared < MIN_SHARED || share < MIN_SHARE)
    return;
  score = 0.2 + 0.35 * share + 0.2 * MIN (z, 0.6);
  syn_conflict_share_around (finder, open, syn_words_find (words, cue.start), 1, stated, &span);
  span = syn_span_is_empty (span) ? s->span : syn_conflict_widen (finder, stated, span, open);
  sides = syn_conflict_dup_sides (finder, open, cue, stated, span);
  syn_conflict_report (
      finder, SYN_CONFLICT_CERTAINTY, SYN_STRENGTH_TENSION, MIN (score, 0.64), open, cue, stated,
      span, g_strdup (_ ("stated or unconfirmed")),
      /* Translators: %s is two wordings with their sources. */
      g_strdup_printf (_ ("Stated on one side, unconfirmed on the other: %s."), sides));
}

/* The verb behind "may", "might" or "could", and the words that hold both. */
static gboolean
find_possible (SynConflictFinder *finder, guint statement, guint32 *out_verb, SynSpan *out_span)
{
  static const char *const modals[] = { "may", "might", "could" };
  const SynWords *words = syn_conflict_words (finder, statement);

  for (guint i = 0; i + 1 < words->n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (modals); k++)
      {
        guint verb = i + 1;

        if (!syn_words_is (words, i, modals[k]) || words->words[i].capital)
          continue;
        while (verb < words->n
               && (syn_words_is (words, verb, "be") || syn_words_is (words, verb, "well")
                   || syn_words_is (words, verb, "have")))
          verb++;
        if (verb >= words->n || syn_words_is (words, verb, "not")
            || syn_lexicon_has (syn_conflict_lexicon (finder, statement), "light-verbs",
                                words->words[verb].text))
          continue;
        *out_verb = syn_conflict_term_at (finder, statement, words->words[verb].span);
        *out_span = syn_words_span (words, i, verb + 1 - i);
        if (*out_verb != 0 && syn_conflict_has_term (finder, statement, *out_verb))
          return TRUE;
      }
  return FALSE;
}

static gpointer
read_possible (SynConflictFinder *finder, guint statement)
{
  guint32 verb;
  SynSpan span;

  return GINT_TO_POINTER (find_possible (finder, statement, &verb, &span));
}

static const SynConflictFact possible_fact = { read_possible, NULL };

/* The same verb, or one near it, behind "will" or "has". */
static gboolean
find_certain (SynConflictFinder *finder, guint statement, guint32 verb, SynSpan *out_span)
{
  static const char *const before[] = { "will", "has", "have", "had" };
  const SynWords *words = syn_conflict_words (finder, statement);

  for (guint i = 0; i + 1 < words->n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (before); k++)
      {
        guint at = i + 1;

        if (!syn_words_is (words, i, before[k]))
          continue;
        while (at < words->n
               && (syn_words_is (words, at, "be") || syn_words_is (words, at, "been")))
          at++;
        if (at < words->n
            && syn_engine_similarity (
                   finder->engine, verb,
                   syn_conflict_term_at (finder, statement, words->words[at].span))
                   >= 0.7)
          {
            *out_span = syn_words_span (words, i, at + 1 - i);
            return TRUE;
          }
      }
  return FALSE;
}

static void
compare_possible (SynConflictFinder *finder, guint possible, guint certain, double z)
{
  g_autofree char *sides = NULL;
  SynSpan span_a, span_b;
  guint32 verb;
  double share, score;

  if (!syn_conflict_recall (finder, &possible_fact, possible)
      || !find_possible (finder, possible, &verb, &span_a)
      || !find_certain (finder, certain, verb, &span_b)
      || !syn_conflict_same_time (finder, possible, certain))
    return;
  /* One verb is said of many things. */
  share = MAX (syn_conflict_share_at (finder, possible, span_a, certain),
               syn_conflict_share_at (finder, certain, span_b, possible));
  score = share >= MIN_SHARE_POSSIBLE ? 0.5 + 0.3 * MIN (z, 0.6) : 0.4;
  sides = syn_conflict_dup_sides (finder, possible, span_a, certain, span_b);
  syn_conflict_report (
      finder, SYN_CONFLICT_CERTAINTY, SYN_STRENGTH_TENSION, score, possible, span_a, certain,
      span_b, g_strdup (_ ("certain or possible")),
      /* Translators: %s is two wordings with their sources. */
      g_strdup_printf (_ ("Certain on one side, only possible on the other: %s."), sides));
}

static const SynConflictCuePair doubted = {
  .type = SYN_CONFLICT_CERTAINTY,
  .list = "doubts",
  .lacks = TRUE,
  .also_lacks = { "hedges", "unconfirmed", "denial" },
  .min_z = 0.06,
  .base = 0.1,
  .gain = 0.35,
  .min_share = 0.25,
  .most = 0.5,
  .one_speaker = 0.64,
  .topic = N_ ("stated or in doubt"),
  .reason = N_ ("Stated on one side, less than certain on the other: %s."),
};

void
syn_conflict_certainty_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);
      const SynStatement *a = syn_engine_get_statement (finder->engine, pair->a);
      const SynStatement *b = syn_engine_get_statement (finder->engine, pair->b);

      if (pair->z < MIN_Z || syn_conflict_stops (finder))
        break;
      if (a->certainty == SYN_CERTAINTY_UNCONFIRMED)
        compare (finder, pair->a, pair->b, pair->z);
      else if (b->certainty == SYN_CERTAINTY_UNCONFIRMED)
        compare (finder, pair->b, pair->a, pair->z);
      if (pair->z >= MIN_Z_POSSIBLE)
        {
          compare_possible (finder, pair->a, pair->b, pair->z);
          compare_possible (finder, pair->b, pair->a, pair->z);
        }
    }
  syn_conflict_cue_pairs_detect (finder, &doubted);
}
