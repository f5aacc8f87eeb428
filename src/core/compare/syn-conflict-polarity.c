/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-private.h"

/* One says that it is so, the other that it is not: the same verb with and without "not", and words
 * that exclude each other ("surplus", "deficit").  Only in linked statements: negation alone says
 * little. */

#define MIN_Z_VERB 0.26
#define MIN_SHARED 3.0        /* weight */
#define MIN_SHARE_OF_BOTH 0.45 /* of the words around two poles, both sides together */
#define MIN_SHARE 0.4         /* of the words around the negated verb */
#define MIN_Z_WORDS 0.10
#define SAME_WORD 0.7
#define SURELY_ONE 0.25 /* probability of a match that may name its object by two words */
#define SURELY_SAME 0.8 /* … of one that says nothing else */
#define MIN_P 0.3       /* … of one in which two poles can be of one thing */
#define SURE_Z_WORDS 0.22 /* below it a rare noun has to be shared */
#define MIN_NOUN 2.8      /* weight */
#define MOST_LISTED 0.5   /* of what only waits in the list */
#define REACH_OBJECT 5    /* words behind a verb in which its object begins */
#define REACH_SUBJECT 5   /* … and before it */

static gboolean
is_negation (SynLexicon *lexicon, const SynWords *words, gint at)
{
  const char *text = syn_words_get (words, at)->text;

  return g_str_has_suffix (text, "n't") || syn_lexicon_has (lexicon, "negation-words", text);
}

static gboolean
is_auxiliary (SynLexicon *lexicon, const char *text)
{
  return syn_lexicon_has (lexicon, "auxiliaries", text);
}

/* The next verb that "has not", "nobody has" or "denied having" turns round, from word @from on. */
static gboolean
find_negated (SynConflictFinder *finder,
              guint statement,
              guint from,
              guint *out_at,
              guint32 *out_verb,
              SynSpan *out_span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const SynCues *cues = syn_conflict_cues (finder, statement, "negators");
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);

  for (guint i = from; i + 1 < words->n; i++)
    {
      guint n = is_negation (lexicon, words, i) ? 1 : syn_cues_match (cues, words, i, NULL),
            verb = i + n;

      if (n == 0)
        continue;
      /* "neither the chair nor any other director has met": the verb stands behind its subject. */
      if (syn_words_is (words, i, "neither"))
        while (verb < words->n && verb < i + 12 && !is_auxiliary (lexicon, words->words[verb].text))
          verb++;
      while (verb < words->n && is_auxiliary (lexicon, words->words[verb].text))
        verb++;
      if (verb >= words->n || words->words[verb].kind != SYN_WORD_LETTERS
          || words->words[verb].capital
          || syn_lexicon_has (lexicon, "light-verbs", words->words[verb].text))
        continue;
      *out_verb = syn_conflict_term_at (finder, statement, words->words[verb].span);
      *out_at = verb;
      *out_span = syn_words_span (words, i, verb + 1 - i);
      if (*out_verb != 0 && syn_conflict_has_term (finder, statement, *out_verb))
        return TRUE;
    }
  return FALSE;
}

/* Whether words before @at leave open that it happens: "would", "until", "not". */
static gboolean
is_left_open (SynLexicon *lexicon, const SynWords *words, guint at)
{
  for (guint back = 1; back <= 6 && back <= at; back++)
    {
      const char *text = words->words[at - back].text;

      if (syn_lexicon_has (lexicon, "waited-for", text)
          || (back <= 4 && is_negation (lexicon, words, (gint)(at - back)))
          || (back <= 3 && syn_lexicon_has (lexicon, "unreal", text)))
        return TRUE;
    }
  return FALSE;
}

/* "would not have left", "without leaving": the negation at @span turns round nothing that was told.
 */
static gboolean
is_left_open_before (SynLexicon *lexicon, const SynWords *words, SynSpan span)
{
  guint at = syn_words_find (words, span.start);

  return syn_words_is (words, at, "without") || syn_words_is (words, at, "won't")
         || syn_words_is (words, at, "wouldn't")
         || (at > 0 && syn_lexicon_has (lexicon, "unreal", words->words[at - 1].text));
}

/* "denied that the files had been altered": told by nobody. */
static gboolean
is_denied_before (SynConflictFinder *finder, guint statement, guint at)
{
  const GArray *phrases = syn_conflict_phrases (finder, statement, "denies");

  return phrases != NULL && g_array_index (phrases, SynPhrase, 0).at < at;
}

/* Where the language has no list of past forms, any form will do. */
static gboolean
is_told_form (SynLexicon *lexicon, const char *text)
{
  return syn_lexicon_get_words (lexicon, "irregular-past") == NULL || g_str_has_suffix (text, "ed")
         || g_str_has_suffix (text, "s") || syn_lexicon_has (lexicon, "irregular-past", text);
}

/* Whether what a word has behind the letters that it shares with another is an English ending of
 * verbs. */
static gboolean
is_verb_ending (const char *text)
{
  static const char *const endings[] = { "", "s", "es", "e", "ed", "d", "ing", "y", "ies", "ied" };
  /* "stopped", "planning" */
  gboolean doubled = strlen (text) > 2 && (g_str_has_suffix (text, "ed") || g_str_has_suffix (text, "ing"))
                     && !strchr ("aeiou", text[0]) && strchr ("ei", text[1]) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (text, endings[i]) == 0)
      return TRUE;
  return doubled;
}

/* "negotiate" and "negotiated" are forms of one verb, "negotiate" and "negotiations" are not. */
static gboolean
are_forms (SynLexicon *lexicon, const char *x, const char *y)
{
  gsize same = 0;

  if (syn_lexicon_get_words (lexicon, "irregular-past") == NULL
      || syn_lexicon_has (lexicon, "irregular-past", x)
      || syn_lexicon_has (lexicon, "irregular-past", y))
    return TRUE;
  while (x[same] != '\0' && x[same] == y[same])
    same++;
  return is_verb_ending (x + same) && is_verb_ending (y + same);
}

/* The same verb told as done: a past form, not behind a negation or a "would". */
static gboolean
find_asserted (SynConflictFinder *finder,
               guint statement,
               guint32 verb,
               const char *form,
               SynSpan skip,
               SynSpan *out_span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);

  for (guint i = 0; i < words->n; i++)
    {
      if (words->words[i].kind != SYN_WORD_LETTERS || syn_span_overlaps (words->words[i].span, skip)
          || syn_conflict_term_at (finder, statement, words->words[i].span) != verb
          || is_left_open (lexicon, words, i) || is_denied_before (finder, statement, i)
          || !is_told_form (lexicon, words->words[i].text)
          || !are_forms (lexicon, form, words->words[i].text))
        continue;
      *out_span = words->words[i].span;
      return TRUE;
    }
  return FALSE;
}

static void
report (SynConflictFinder *finder,
        const char *topic,
        double score,
        guint a,
        SynSpan a_span,
        guint b,
        SynSpan b_span)
{
  g_autofree char *sides = syn_conflict_dup_sides (finder, a, a_span, b, b_span);

  syn_conflict_report (
      finder, SYN_CONFLICT_DENIAL, SYN_STRENGTH_DIRECT, score, a, a_span, b, b_span,
      g_strdup (topic),
      /* Translators: %s is two wordings with their sources. */
      g_strdup_printf (_ ("One says that it is so, the other that it is not: %s."), sides));
}

/* Whether @statement turns @verb round too, wherever. */
static gboolean
negates (SynConflictFinder *finder, guint statement, guint32 verb)
{
  guint at = 0;
  guint32 other;
  SynSpan span;

  while (find_negated (finder, statement, at, &at, &other, &span))
    if (other == verb)
      return TRUE;
    else
      at++;
  return FALSE;
}

/* Whether the first word of @word stands in @other before @span: what it turns round there may be
 * far behind. */
static gboolean
is_behind_word (SynConflictFinder *finder, guint statement, SynSpan word, guint other, SynSpan span)
{
  const SynWords *words = syn_conflict_words (finder, statement),
                 *theirs = syn_conflict_words (finder, other);
  const char *text = syn_words_get (words, syn_words_find (words, word.start))->text;

  for (guint i = 0; i < syn_words_find (theirs, span.start); i++)
    if (syn_words_is (theirs, i, text))
      return TRUE;
  return FALSE;
}

static gpointer
read_negates (SynConflictFinder *finder, guint statement)
{
  guint at;
  guint32 verb;
  SynSpan span;

  return GINT_TO_POINTER (find_negated (finder, statement, 0, &at, &verb, &span));
}

/* Whether a statement turns any verb round: most do not. */
static const SynConflictFact negates_fact = { read_negates, NULL };

/* Words of weight in words[first, end), up to the end of their phrase, and whether @other says one
 * of them; -1 for none. */
static gint
says_one_of (SynConflictFinder *finder, guint statement, guint first, guint end, guint other)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const GArray *theirs = syn_conflict_terms (finder, other);
  gint found = -1;

  for (guint i = first; i < MIN (end, words->n); i++)
    {
      guint32 term = syn_conflict_term_at (finder, statement, words->words[i].span);

      if (strchr (".;:", words->words[i].text[0]) != NULL)
        break;
      if (term == 0 || !syn_conflict_has_term (finder, statement, term))
        continue;
      found = MAX (found, 0);
      for (guint k = 0; k < theirs->len; k++)
        if (syn_engine_similarity (finder->engine, term, g_array_index (theirs, SynTermUse, k).term)
            >= SAME_WORD)
          return 1;
    }
  return found;
}

/* "has not been checked", "was checked": what it was done to stands before it. */
static gboolean
is_passive (const SynWords *words, gint verb)
{
  static const char *const passives[] = { "been", "was", "were", "be", "is", "are", "being" };

  for (guint i = 0; i < G_N_ELEMENTS (passives); i++)
    if (syn_words_is (words, verb - 1, passives[i]) || syn_words_is (words, verb - 2, passives[i]))
      return TRUE;
  return FALSE;
}

/* Whether @other says a word of what the verb that ends at @span is done to; -1 where that is not
 * named. */
static gint
says_object (SynConflictFinder *finder, guint statement, SynSpan span, guint other)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  guint end = syn_words_find (words, span.end), start = syn_words_find (words, span.start);

  if (!is_passive (words, (gint)end - 1))
    return says_one_of (finder, statement, end, end + REACH_OBJECT, other);
  return says_one_of (finder, statement, start - MIN (start, REACH_SUBJECT), start, other);
}

/* Whether the verbs at two spans have one object, as far as both name any; what is surely the same
 * statement may call it by two words.  Only English has it in a known place. */
static gboolean
has_one_object (
    SynConflictFinder *finder, guint a, SynSpan a_span, guint b, SynSpan b_span, double p)
{
  gint in_b, in_a;

  if (syn_lexicon_get_words (syn_conflict_lexicon (finder, a), "irregular-past") == NULL
      || syn_lexicon_get_words (syn_conflict_lexicon (finder, b), "irregular-past") == NULL)
    return TRUE;
  in_b = says_object (finder, a, a_span, b);
  in_a = says_object (finder, b, b_span, a);
  return p >= SURELY_ONE ? in_a != 0 || in_b != 0 : in_a != 0 && in_b != 0;
}

/* Whether @other says all that is said, beside names, in the words before the one at @span. */
static gboolean
says_subject (SynConflictFinder *finder, guint statement, SynSpan span, guint other)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  guint at = syn_words_find (words, span.start), first = at;
  gboolean any = FALSE;

  while (first > 0 && at - first < REACH_SUBJECT && words->words[first - 1].kind != SYN_WORD_MARK)
    first--;
  for (guint i = first; i < at; i++)
    {
      guint32 term = syn_conflict_term_at (finder, statement, words->words[i].span);

      if (term == 0 || !syn_conflict_has_term (finder, statement, term)
          || (words->words[i].capital && i > 0))
        continue;
      any = TRUE;
      if (says_one_of (finder, statement, i, i + 1, other) <= 0)
        return FALSE;
    }
  return any;
}

/* Whether one of the verbs at two spans has a subject that the other can have too. */
static gboolean
has_one_subject (SynConflictFinder *finder, guint a, SynSpan a_span, guint b, SynSpan b_span)
{
  return says_subject (finder, a, a_span, b) || says_subject (finder, b, b_span, a);
}

static void
compare_verbs (
    SynConflictFinder *finder, guint negated, guint asserted, double z, double p)
{
  SynLexicon *lexicon = syn_conflict_lexicon (finder, negated);
  guint at = 0;
  guint32 verb;
  SynSpan span_a, span_b, other, nowhere = { 0, 0 };

  if (!syn_conflict_recall (finder, &negates_fact, negated))
    return;
  while (find_negated (finder, negated, at, &at, &verb, &span_a))
    {
      const char *form = syn_conflict_words (finder, negated)->words[at].text;
      gboolean both = find_asserted (finder, negated, verb, form, span_a, &other)
                      || negates (finder, asserted, verb);

      /* Something beside the verb has to be shared too, unless what is shared is all that is said. */
      if (p < SURELY_SAME
          && syn_conflict_shared_weight (finder, negated, asserted)
          < g_array_index (finder->engine->weight, float, verb) + MIN_SHARED)
        both = TRUE;
      if (!both && find_asserted (finder, asserted, verb, form, nowhere, &span_b)
          && !is_behind_word (finder, negated, span_a, asserted, span_b)
          && syn_conflict_same_time (finder, negated, asserted))
        {
          double share = MAX (syn_conflict_share_at (finder, negated, span_a, asserted),
                              syn_conflict_share_at (finder, asserted, span_b, negated));
          double score = 0.48 + 0.35 * MIN (z, 0.6);

          /* One verb means many things: what stands around it has to be the same too. */
          if (share < MIN_SHARE)
            score = MIN (score, 0.3);
          /* "will not", "would not have": what may yet be, or would have been, was not told. */
          if (is_left_open_before (lexicon, syn_conflict_words (finder, negated), span_a)
              || !has_one_object (finder, negated, span_a, asserted, span_b, p))
            score = MIN (score, MOST_LISTED);
          report (finder, _ ("so or not so"), score, negated, span_a, asserted, span_b);
          return;
        }
      at++;
    }
}

/* A word of a pair that excludes each other, with the name of the pair and the side in its value:
 * "balance +". */
static const char *
find_pole (SynConflictFinder *finder, guint statement, SynSpan *out_span, gboolean *out_single)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const GArray *phrases = syn_conflict_phrases (finder, statement, "opposites");
  const char *found = NULL;

  *out_single = TRUE;
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const SynPhrase *phrase = &g_array_index (phrases, SynPhrase, i);
      gint before = (gint)phrase->at - 1;

      if (phrase->inside || is_negation (syn_conflict_lexicon (finder, statement), words, before)
          || syn_words_is (words, before, "no")
          /* part of a name: "Rose Garden" */
          || (words->words[phrase->at].capital && before >= 0
              && words->words[before].kind != SYN_WORD_MARK))
        continue;
      if (found != NULL && strcmp (found, phrase->value) != 0)
        *out_single = FALSE;
      found = phrase->value;
      *out_span = syn_words_span (words, phrase->at, phrase->n);
    }
  return found;
}

/* One word of weight that is no name: what both are about. */
static gboolean
shares_rare_noun (SynConflictFinder *finder, guint a, guint b)
{
  const GArray *terms = syn_conflict_terms (finder, a);
  g_autoptr (GArray) names = syn_conflict_list_names (finder, a);

  for (guint i = 0; i < terms->len; i++)
    {
      const SynTermUse *use = &g_array_index (terms, SynTermUse, i);
      gboolean name = FALSE;

      for (guint k = 0; k < names->len; k++)
        name |= g_array_index (names, guint32, k) == use->term;
      if (!name && use->weight >= MIN_NOUN && syn_conflict_has_term (finder, b, use->term))
        return TRUE;
    }
  return FALSE;
}

static void
compare_poles (SynConflictFinder *finder, const SynPair *pair)
{
  gboolean single_a, single_b;
  double share_a, share_b, score;
  SynSpan span_a, span_b;
  const char *a = find_pole (finder, pair->a, &span_a, &single_a);
  const char *b = a != NULL && single_a ? find_pole (finder, pair->b, &span_b, &single_b) : NULL;
  gsize length;

  if (b == NULL || !single_b || strcmp (a, b) == 0)
    return;
  length = strcspn (a, " ");
  if (length != strcspn (b, " ") || strncmp (a, b, length) != 0
      || !syn_conflict_same_time (finder, pair->a, pair->b))
    return;
  if (pair->z < SURE_Z_WORDS && !shares_rare_noun (finder, pair->a, pair->b))
    return;
  share_a = syn_conflict_share_at (finder, pair->a, span_a, pair->b);
  share_b = syn_conflict_share_at (finder, pair->b, span_b, pair->a);
  score = (MAX (share_a, share_b) >= MIN_SHARE ? 0.55 : 0.51) + 0.35 * MIN (pair->z, 0.6);
  if (share_a + share_b < MIN_SHARE_OF_BOTH || pair->p < MIN_P)
    score = MIN (score, MOST_LISTED);
  /* One proposal is backed, another rejected. */
  if (strncmp (a, "answer ", 7) == 0 && !strchr (a, '?') && !strchr (b, '?')
      && !has_one_object (finder, pair->a, span_a, pair->b, span_b, pair->p))
    score = MIN (score, MOST_LISTED);
  /* What rose and what fell are seldom one thing, and seldom in one time. */
  if (strncmp (a, "change ", 7) == 0
      && (!has_one_subject (finder, pair->a, span_a, pair->b, span_b)
          || !syn_conflict_same_report_day (finder, pair->a, pair->b)))
    score = MIN (score, MOST_LISTED);
  report (finder, _ ("one or the other"), score, pair->a, span_a, pair->b, span_b);
}

static const SynConflictCuePair negated_words = {
  .type = SYN_CONFLICT_DENIAL,
  .list = "nots",
  .lacks = TRUE,
  .also_lacks = { "denial" },
  .min_z = 0.06,
  .base = 0.05,
  .gain = 0.35,
  .min_share = 0.4,
  .most = 0.4,
  .topic = N_ ("so or not so"),
  .reason = N_ ("One says that it is so, the other that it is not: %s."),
};

void
syn_conflict_polarity_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z_WORDS || syn_conflict_stops (finder))
        break;
      compare_poles (finder, pair);
      if (pair->z < MIN_Z_VERB)
        continue;
      compare_verbs (finder, pair->a, pair->b, pair->z, pair->p);
      compare_verbs (finder, pair->b, pair->a, pair->z, pair->p);
    }
  syn_conflict_cue_pairs_detect (finder, &negated_words);
}
