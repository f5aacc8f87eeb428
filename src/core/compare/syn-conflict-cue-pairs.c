/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-cue-pairs.h"

/* Words that turn a statement one way ("all", "reportedly", "denies") against a linked statement
 * that is turned the other way, or not at all.  By themselves such words say little: what they find
 * is ranked by how much of the words around them the other side says too. */

#define REACH_BEFORE 6 /* words before a phrase that it can mean */
#define REACH 9        /* … and behind it */
/* Further down in a story's pairs such words find nothing that is worth a place in the list. */
#define MIN_PAIRS 1200
#define PAIRS_PER_STATEMENT 6
#define SAME_WORD 0.7
#define SURELY 0.75 /* probability of a match of which one paper left a word out */
#define SHARE_OF_ONE 0.5

typedef SynPhrase Cue;

/* The first phrase from @i on that is none inside another, or %NULL; moves @i behind it. */
static const Cue *
next_cue (const GArray *cues, guint *i)
{
  while (cues != NULL && *i < cues->len)
    {
      const Cue *cue = &g_array_index (cues, Cue, (*i)++);

      if (!cue->inside)
        return cue;
    }
  return NULL;
}

/* "extent +" and "extent -": one scale, two ends. */
static gboolean
opposes (const char *x, const char *y)
{
  gsize length = strcspn (x, " ");

  return length == strcspn (y, " ") && strncmp (x, y, length) == 0 && strcmp (x, y) != 0;
}

static gboolean
is_on_scale (const char *x, const char *y)
{
  gsize length = strcspn (x, " ");

  return length == strcspn (y, " ") && strncmp (x, y, length) == 0;
}

/* The word of @other that says most what @term says; how much it does, 0 where none does. */
static double
find_counterpart (SynConflictFinder *finder, guint other, guint32 term, SynSpan *out_span)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, other);
  double best = 0;
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (finder->engine, other), &n);

  for (guint t = s->first_token; t < s->first_token + s->n_tokens && best < 1; t++)
    if (syn_token_is_content (&tokens[t]) && !syn_span_overlaps (tokens[t].span, s->speaker))
      {
        guint32 theirs = syn_engine_map_term (finder->engine, other, tokens[t].term);
        double similarity = syn_engine_similarity (finder->engine, term, theirs);

        if (similarity > best)
          {
            best = similarity;
            *out_span = tokens[t].span;
          }
      }
  return best >= SAME_WORD ? best : 0;
}

/* How far a token stands from words[first, first + n), those behind it counting half; -1 if out of
 * reach. */
static gint
distance_of (const SynWords *words, guint first, guint n, SynSpan span)
{
  guint at = syn_words_find (words, span.start);

  if (at >= words->n || (at >= first && at < first + n) || at + REACH_BEFORE < first
      || at >= first + n + REACH)
    return -1;
  return at < first ? 2 * (first - at) : at - first;
}

double
syn_conflict_share_around (SynConflictFinder *finder,
                           guint statement,
                           guint first,
                           guint n_words,
                           guint other,
                           SynSpan *out_span)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  const SynWords *words = syn_conflict_words (finder, statement);
  double total = 0, shared = 0;
  gint nearest = G_MAXINT;
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (finder->engine, statement), &n);

  *out_span = (SynSpan){ 0, 0 };
  for (guint t = s->first_token; t < s->first_token + s->n_tokens; t++)
    {
      gint distance = syn_token_is_content (&tokens[t])
                          ? distance_of (words, first, n_words, tokens[t].span)
                          : -1;
      guint32 term;
      double similarity, weight;
      SynSpan span;

      if (distance < 0)
        continue;
      term = syn_engine_map_term (finder->engine, statement, tokens[t].term);
      weight = g_array_index (finder->engine->weight, float, term);
      similarity = find_counterpart (finder, other, term, &span);
      total += weight;
      shared += weight * similarity;
      if (similarity > 0 && distance < nearest)
        {
          nearest = distance;
          *out_span = span;
        }
    }
  return total > 0 ? shared / total : 0;
}

double
syn_conflict_share_at (SynConflictFinder *finder, guint statement, SynSpan span, guint other)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  guint first = syn_words_find (words, span.start), end = syn_words_find (words, span.end);
  SynSpan unused;

  return syn_conflict_share_around (finder, statement, first, MAX (end, first + 1) - first, other,
                                    &unused);
}

static void
report (SynConflictFinder *finder,
        const SynConflictCuePair *what,
        double score,
        guint a,
        SynSpan a_span,
        guint b,
        SynSpan b_span)
{
  g_autofree char *sides = syn_conflict_dup_sides (finder, a, a_span, b, b_span);
  g_autoptr (GString) sentence = g_string_new (_ (what->reason));

  g_string_replace (sentence, "%s", sides, 1);
  syn_conflict_report (finder, what->type, SYN_STRENGTH_TENSION, score, a, a_span, b, b_span,
                       g_strdup (_ (what->topic)),
                       g_string_free (g_steal_pointer (&sentence), FALSE));
}

/* The phrase with the word it stands before, so that it can be read. */
static SynSpan
span_of (SynConflictFinder *finder, guint statement, const Cue *cue)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  guint end = cue->at + cue->n;

  return syn_words_span (words, cue->at,
                         end < words->n && words->words[end].kind != SYN_WORD_MARK ? cue->n + 1
                                                                                   : cue->n);
}

static gboolean
has_phrase (SynConflictFinder *finder,
            const SynConflictCuePair *what,
            guint statement,
            const char *value)
{
  const GArray *cues = syn_conflict_phrases (finder, statement, what->list);
  const Cue *cue;

  for (guint i = 0; (cue = next_cue (cues, &i)) != NULL;)
    if (is_on_scale (cue->value, value))
      return TRUE;
  for (guint k = 0; k < G_N_ELEMENTS (what->also_lacks) && what->also_lacks[k] != NULL; k++)
    if (syn_conflict_find_cue (finder, statement, what->also_lacks[k], NULL))
      return TRUE;
  return FALSE;
}

/* The phrase of @b that turns it the other way. */
static const Cue *
find_opposed (SynConflictFinder *finder, const SynConflictCuePair *what, const Cue *cue, guint b)
{
  const GArray *theirs = syn_conflict_phrases (finder, b, what->list);
  const Cue *found = NULL, *other;

  for (guint i = 0; (other = next_cue (theirs, &i)) != NULL;)
    {
      if (strcmp (other->value, cue->value) == 0)
        return NULL; /* it is turned the same way too */
      if (opposes (cue->value, other->value))
        found = other;
    }
  return found;
}

/* "could not", "is not possible": turned round, or part of a name, the phrase says something else.
 */
static gboolean
is_turned (SynConflictFinder *finder, guint statement, const Cue *cue)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);

  /* A capital inside a sentence is a name: "in May", "Will Holm". */
  if (cue->at > 0 && words->words[cue->at].capital
      && words->words[cue->at - 1].kind != SYN_WORD_MARK)
    return TRUE;
  return syn_lexicon_has (lexicon, "negation", syn_words_get (words, cue->at + cue->n)->text)
         || syn_lexicon_has (lexicon, "negation", syn_words_get (words, (gint)cue->at - 1)->text);
}

static void
compare (SynConflictFinder *finder, const SynConflictCuePair *what, guint a, guint b, double p)
{
  const GArray *cues = syn_conflict_phrases (finder, a, what->list);
  const Cue *cue;

  for (guint i = 0; (cue = next_cue (cues, &i)) != NULL;)
    {
      const Cue *other = NULL;
      double share, score;
      SynSpan span;

      if (is_turned (finder, a, cue))
        continue;
      if (what->lacks ? has_phrase (finder, what, b, cue->value)
                      : (other = find_opposed (finder, what, cue, b)) == NULL)
        continue;
      share = syn_conflict_share_around (finder, a, cue->at, cue->n, b, &span);
      if (other != NULL)
        {
          share
              = (share + syn_conflict_share_around (finder, b, other->at, other->n, a, &span)) / 2;
          span = span_of (finder, b, other);
        }
      if (share < what->min_share || syn_span_is_empty (span)
          || !syn_conflict_same_time (finder, a, b))
        continue;
      score = MIN (what->base + what->gain * p * share, what->most);
      if (p >= SURELY && share >= SHARE_OF_ONE && syn_conflict_same_speaker (finder, a, b))
        score = MAX (score, what->one_speaker);
      if (other == NULL)
        span = syn_conflict_widen (finder, b, span, a);
      report (finder, what, score, a, span_of (finder, a, cue), b, span);
      return;
    }
}

void
syn_conflict_cue_pairs_detect (SynConflictFinder *finder, const SynConflictCuePair *what)
{
  GArray *pairs = finder->engine->pairs;

  guint most = MAX (MIN_PAIRS, PAIRS_PER_STATEMENT * finder->engine->statements->len);

  for (guint i = 0; i < MIN (pairs->len, most); i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < what->min_z || syn_conflict_stops (finder))
        break;
      compare (finder, what, pair->a, pair->b, pair->p);
      if (what->lacks)
        compare (finder, what, pair->b, pair->a, pair->p);
    }
}
