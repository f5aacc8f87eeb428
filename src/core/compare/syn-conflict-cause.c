/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-private.h"

/* Two different causes of one thing, or a cause on one side where the other says that it is not
 * known. */

#define MIN_Z 0.12
#define MIN_Z_EFFECT 0.04 /* where both explain the same and say little else */
#define MIN_EFFECT 0.3 /* share of what is explained */
#define SURE_EFFECT 0.6 /* … where little else is said */
#define MAX_CAUSE 6    /* words that name a cause */

typedef struct
{
  SynSpan span;
  guint32 terms[MAX_CAUSE];
  guint n;
} Cause;

static void
add_terms (SynConflictFinder *finder, guint statement, guint first, guint end, Cause *out)
{
  const SynWords *words = syn_conflict_words (finder, statement);

  out->n = 0;
  for (guint i = first; i < end && out->n < MAX_CAUSE; i++)
    {
      guint32 term = syn_conflict_term_at (finder, statement, words->words[i].span);

      if (term != 0 && syn_conflict_has_term (finder, statement, term))
        out->terms[out->n++] = term;
    }
  out->span = syn_words_span (words, first, end - first);
}

static gboolean
ends_cause (SynLexicon *lexicon, const SynWord *word)
{
  if (word->kind == SYN_WORD_MARK)
    return strcmp (word->text, "-") != 0;
  return syn_lexicon_has (lexicon, "cause-ends", word->text);
}

/* The words that name the cause beside the causal phrase: before it, before it up to a preposition,
 * behind it, or behind the verb that follows ("the cause of the fire was …"). */
static gboolean
find_words (SynConflictFinder *finder,
            guint statement,
            const SynPhrase *phrase,
            guint *out_first,
            guint *out_end)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);
  guint first = phrase->at + phrase->n, end;

  if (strcmp (phrase->value, "before") == 0)
    {
      *out_end = first = phrase->at;
      while (first > 0 && *out_end - first < MAX_CAUSE
             && !ends_cause (lexicon, &words->words[first - 1]))
        first--;
      *out_first = first;
      return first < *out_end;
    }
  /* "durch einen Kurzschluss ausgelöst" */
  if (strcmp (phrase->value, "back") == 0)
    {
      *out_end = first = phrase->at;
      while (first > 0 && *out_end - first <= MAX_CAUSE
             && !syn_lexicon_has (lexicon, "cause-preps", words->words[first - 1].text))
        first--;
      *out_first = first;
      return first > 0 && *out_end - first <= MAX_CAUSE && first < *out_end;
    }
  if (strcmp (phrase->value, "was") == 0)
    {
      while (first < words->n && first < phrase->at + phrase->n + MAX_CAUSE
             && words->words[first].kind != SYN_WORD_MARK
             && !syn_lexicon_has (lexicon, "cause-verbs", words->words[first].text))
        first++;
      if (first >= words->n
          || !syn_lexicon_has (lexicon, "cause-verbs", words->words[first].text))
        return FALSE;
      first++;
    }
  for (end = first; end < words->n && end - first < MAX_CAUSE
                    && !ends_cause (lexicon, &words->words[end]);
       end++)
    ;
  *out_first = first;
  *out_end = end;
  return end > first;
}

/* The cause that @statement gives. */
static gboolean
find_cause (SynConflictFinder *finder, guint statement, Cause *out)
{
  const GArray *phrases = syn_conflict_phrases (finder, statement, "causes");

  for (guint k = 0; phrases != NULL && k < phrases->len; k++)
    {
      guint first, end;

      if (!find_words (finder, statement, &g_array_index (phrases, SynPhrase, k), &first, &end))
        continue;
      add_terms (finder, statement, first, end, out);
      if (out->n > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
causes_meet (SynConflictFinder *finder, const Cause *a, const Cause *b)
{
  for (guint i = 0; i < a->n; i++)
    for (guint j = 0; j < b->n; j++)
      if (syn_engine_similarity (finder->engine, a->terms[i], b->terms[j]) >= 0.7)
        return TRUE;
  return FALSE;
}

static void
report (SynConflictFinder *finder,
        SynConflictType type,
        double score,
        guint a,
        SynSpan a_span,
        guint b,
        SynSpan b_span)
{
  g_autofree char *sides = syn_conflict_dup_sides (finder, a, a_span, b, b_span);
  gboolean open = type == SYN_CONFLICT_CERTAINTY;

  syn_conflict_report (
      finder, type, open ? SYN_STRENGTH_TENSION : SYN_STRENGTH_DIRECT, score, a, a_span, b, b_span,
      g_strdup (_ ("the cause")),
      /* Translators: %s is two wordings with their sources. */
      g_strdup_printf (open ? _ ("The cause is given on one side, not known on the other: %s.")
                            : _ ("Two causes: %s."),
                       sides));
}

/* Statements with a cause, and statements that say that it is not known; (element-type guint). */
static void
sort_statements (SynConflictFinder *finder, GArray *given, GArray *open)
{
  for (guint i = 0; i < finder->engine->statements->len; i++)
    {
      SynCertainty certainty = syn_engine_get_statement (finder->engine, i)->certainty;
      Cause cause;

      if (!syn_engine_is_matched (finder->engine, i) || syn_conflict_is_past (finder, i))
        continue;
      if (certainty == SYN_CERTAINTY_UNCONFIRMED)
        {
          if (syn_conflict_find_cue (finder, i, "unknown-causes", NULL))
            g_array_append_val (open, i);
        }
      else if (certainty != SYN_CERTAINTY_DENIED && find_cause (finder, i, &cause))
        g_array_append_val (given, i);
    }
}

/* Share, by weight, of what a statement says beside its cause and its speaker that @other says too.
 */
static double
share_of_effect (SynConflictFinder *finder, guint statement, const Cause *cause, guint other)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  const GArray *theirs = syn_conflict_terms (finder, other);
  double total = 0, shared = 0;
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (finder->engine, statement), &n);

  for (guint t = s->first_token; t < s->first_token + s->n_tokens; t++)
    {
      guint32 term = syn_engine_map_term (finder->engine, statement, tokens[t].term);
      float best = 0, weight = g_array_index (finder->engine->weight, float, term);

      if (!syn_token_is_content (&tokens[t]) || syn_span_overlaps (tokens[t].span, s->speaker)
          || syn_span_overlaps (tokens[t].span, cause->span))
        continue;
      for (guint k = 0; k < theirs->len; k++)
        best = MAX (best, syn_engine_similarity (finder->engine, term,
                                                 g_array_index (theirs, SynTermUse, k).term));
      total += weight;
      shared += best * weight;
    }
  return total > 0 ? shared / total : 0;
}

static void
compare_given (SynConflictFinder *finder, guint a, guint b)
{
  double z = syn_conflict_z (finder, a, b);
  Cause cause_a, cause_b;
  double share;

  if (!syn_conflict_is_compared (finder, a, b) || z < MIN_Z_EFFECT
      || !syn_conflict_same_time (finder, a, b) || !find_cause (finder, a, &cause_a)
      || !find_cause (finder, b, &cause_b) || causes_meet (finder, &cause_a, &cause_b))
    return;
  share = MAX (share_of_effect (finder, a, &cause_a, b), share_of_effect (finder, b, &cause_b, a));
  if (z < MIN_Z && share < SURE_EFFECT)
    return;
  report (finder, SYN_CONFLICT_CAUSE,
          (z >= 0.2 && share >= MIN_EFFECT) || share >= SURE_EFFECT ? 0.62 : 0.45, a,
          cause_a.span, b, cause_b.span);
}

static void
compare_open (SynConflictFinder *finder, guint open, guint given)
{
  Cause cause;
  SynSpan span;

  if (!syn_conflict_is_compared (finder, open, given)
      || !syn_conflict_same_time (finder, open, given) || !find_cause (finder, given, &cause)
      || !syn_conflict_find_cue (finder, open, "unknown-causes", &span))
    return;
  /* What is to be explained on one side explains something else on the other. */
  for (guint i = 0; i < cause.n; i++)
    if (syn_conflict_has_term (finder, open, cause.terms[i]))
      return;
  if (syn_engine_get_statement (finder->engine, given)->certainty == SYN_CERTAINTY_HEDGED)
    return;
  report (finder, SYN_CONFLICT_CERTAINTY, 0.62, open, span, given, cause.span);
}

void
syn_conflict_cause_detect (SynConflictFinder *finder)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  sort_statements (finder, given, open);
  for (guint i = 0; i < given->len; i++)
    {
      for (guint j = i + 1; j < given->len; j++)
        compare_given (finder, g_array_index (given, guint, i), g_array_index (given, guint, j));
      for (guint j = 0; j < open->len; j++)
        compare_open (finder, g_array_index (open, guint, j), g_array_index (given, guint, i));
    }
}
