/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-private.h"

/* "one of the biggest" against "the biggest"; "many residents" against "most residents"; "eight"
 * against "at least eight": how far a statement reaches. */

#define MIN_Z_SUPERLATIVE 0.15
#define MIN_Z_QUANTIFIER 0.10
#define MIN_Z_SHOWN 0.25 /* of a quantifier */
#define MIN_Z_FIGURE 0.30
#define MIN_SHARE 0.2 /* of the words around two quantifiers */
#define SAME_NOUN 0.7
#define REACH 4 /* words behind a superlative or a quantifier in which its noun stands */

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

  syn_conflict_report (finder, SYN_CONFLICT_SCOPE, SYN_STRENGTH_TENSION, score, a, a_span, b,
                       b_span, g_strdup (topic),
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("One reaches further than the other: %s."), sides));
}

/* A noun of weight that stands behind both words, at most REACH words away. */
static guint32
shared_noun (SynConflictFinder *finder, guint a, guint at_a, guint b, guint at_b)
{
  const SynWords *words_a = syn_conflict_words (finder, a),
                 *words_b = syn_conflict_words (finder, b);

  for (guint i = at_a; i < MIN (words_a->n, at_a + REACH); i++)
    {
      guint32 term;

      if (syn_words_is (words_a, i, "of"))
        break;
      if (words_a->words[i].kind != SYN_WORD_LETTERS || words_a->words[i].capital
          || syn_lexicon_has (syn_conflict_lexicon (finder, a), "stop", words_a->words[i].text))
        continue;
      term = syn_conflict_term_at (finder, a, words_a->words[i].span);
      for (guint j = at_b;
           term != 0 && j < MIN (words_b->n, at_b + REACH) && !syn_words_is (words_b, j, "of"); j++)
        if (words_b->words[j].kind == SYN_WORD_LETTERS
            && syn_conflict_term_at (finder, b, words_b->words[j].span) == term)
          return term;
    }
  return 0;
}

/* A superlative, whether it is one among several, and the word behind it. */
static gboolean
find_superlative (SynConflictFinder *finder,
                  guint statement,
                  const char **out_kind,
                  gboolean *out_among,
                  guint *out_end,
                  SynSpan *out_span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const GArray *phrases = syn_conflict_phrases (finder, statement, "superlatives");

  for (guint k = 0; phrases != NULL && k < phrases->len; k++)
    {
      const SynPhrase *phrase = &g_array_index (phrases, SynPhrase, k);
      guint i = phrase->at, n = phrase->n, first;

      if (i == 0 || !syn_words_is (words, i - 1, "the"))
        continue;
      *out_kind = phrase->value;
      *out_among
          = (syn_words_is (words, (gint)i - 2, "of") && syn_words_is (words, (gint)i - 3, "one"))
            || syn_words_is (words, (gint)i - 2, "among");
      first = *out_among ? (syn_words_is (words, (gint)i - 2, "among") ? i - 2 : i - 3) : i - 1;
      *out_end = i + n;
      *out_span = syn_words_span (words, first, i + n - first);
      return TRUE;
    }
  return FALSE;
}

static void
compare_superlatives (SynConflictFinder *finder, const SynPair *pair)
{
  const char *kind_a = NULL, *kind_b = NULL;
  gboolean among_a, among_b;
  guint end_a, end_b;
  SynSpan span_a, span_b;

  if (!find_superlative (finder, pair->a, &kind_a, &among_a, &end_a, &span_a)
      || !find_superlative (finder, pair->b, &kind_b, &among_b, &end_b, &span_b)
      || among_a == among_b || strcmp (kind_a, kind_b) != 0
      || shared_noun (finder, pair->a, end_a, pair->b, end_b) == 0)
    return;
  report (finder, _ ("rank"), 0.8, pair->a, span_a, pair->b, span_b);
}

/* "only boats" stands against "all boats", and the only boat against none. */
static gboolean
is_other_quantity (const SynWords *words_a,
                   const SynPhrase *a,
                   const SynWords *words_b,
                   const SynPhrase *b)
{
  gboolean only_a = strcmp (a->value, "only") == 0, only_b = strcmp (b->value, "only") == 0;

  if (strcmp (a->value, b->value) == 0 || (only_a && syn_words_is (words_a, (gint)a->at - 1, "the"))
      || (only_b && syn_words_is (words_b, (gint)b->at - 1, "the")))
    return FALSE;
  return only_a ? strcmp (b->value, "all") == 0 : !only_b || strcmp (a->value, "all") == 0;
}

static void
compare_quantifiers (SynConflictFinder *finder, const SynPair *pair)
{
  const SynWords *words_a = syn_conflict_words (finder, pair->a),
                 *words_b = syn_conflict_words (finder, pair->b);
  const GArray *in_a = syn_conflict_phrases (finder, pair->a, "quantifiers");
  const GArray *in_b = in_a != NULL ? syn_conflict_phrases (finder, pair->b, "quantifiers") : NULL;

  for (guint i = 0; in_b != NULL && i < in_a->len; i++)
    for (guint j = 0; j < in_b->len; j++)
      {
        const SynPhrase *a = &g_array_index (in_a, SynPhrase, i),
                        *b = &g_array_index (in_b, SynPhrase, j);
        const SynWord *behind = syn_words_get (words_a, a->at + a->n);
        guint32 noun, other;
        gboolean sure;
        SynSpan span_a, span_b;

        if (!is_other_quantity (words_a, a, words_b, b))
          continue;
        noun = syn_conflict_term_at (finder, pair->a, behind->span);
        other = syn_conflict_term_at (finder, pair->b, syn_words_get (words_b, b->at + b->n)->span);
        if (noun == 0 || other == 0 || !syn_conflict_has_term (finder, pair->a, noun)
            || syn_engine_similarity (finder->engine, noun, other) < SAME_NOUN)
          continue;
        span_a = syn_words_span (words_a, a->at, a->n + 1);
        span_b = syn_words_span (words_b, b->at, b->n + 1);
        /* Two nouns that only mean much the same need more around them that is the same. */
        sure = pair->z >= MIN_Z_SHOWN
               && (noun == other
                   || syn_conflict_share_at (finder, pair->a, span_a, pair->b)
                              + syn_conflict_share_at (finder, pair->b, span_b, pair->a)
                          >= 2 * MIN_SHARE);
        report (finder, behind->text, sure ? 0.66 : 0.4, pair->a, span_a, pair->b, span_b);
        return;
      }
}

/* "at least eight people" against "eight people": both can be true, one says more. */
static void
compare_figures (SynConflictFinder *finder, const SynPair *pair)
{
  const SynStatement *sa = syn_engine_get_statement (finder->engine, pair->a);
  const SynStatement *sb = syn_engine_get_statement (finder->engine, pair->b);
  guint n;
  const SynNumber *na
      = syn_document_get_numbers (syn_engine_get_document (finder->engine, pair->a), &n);
  const SynNumber *nb
      = syn_document_get_numbers (syn_engine_get_document (finder->engine, pair->b), &n);

  for (guint i = sa->first_number; i < sa->first_number + sa->n_numbers; i++)
    for (guint j = sb->first_number; j < sb->first_number + sb->n_numbers; j++)
      {
        const SynNumber *a = &na[i], *b = &nb[j];
        g_autofree char *topic = NULL;

        if (a->kind != SYN_NUMBER_CARDINAL || b->kind != SYN_NUMBER_CARDINAL || a->value != b->value
            || a->qualifier == b->qualifier || a->head == 0 || b->head == 0 || a->value <= 1
            || syn_engine_map_term (finder->engine, pair->a, a->head)
                   != syn_engine_map_term (finder->engine, pair->b, b->head)
            || !syn_conflict_same_time (finder, pair->a, pair->b))
          continue;
        topic = syn_conflict_dup_span (finder, pair->a, a->head_span);
        report (finder, topic, 0.5, pair->a, a->span, pair->b, b->span);
        return;
      }
}

/* "a corner of the roof": a noun and what it is of. */
typedef struct
{
  guint32 noun, whole;
  SynSpan span;
} PartOf;

static gpointer
read_parts (SynConflictFinder *finder, guint statement)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PartOf));
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);

  for (guint i = 1; i + 1 < words->n; i++)
    {
      PartOf part = { 0 };
      guint at = i + 1;

      if (!syn_words_is (words, i, "of") || words->words[i - 1].kind != SYN_WORD_LETTERS
          || words->words[i - 1].capital)
        continue;
      while (at < words->n && at < i + REACH
             && syn_lexicon_has (lexicon, "stop", words->words[at].text))
        at++;
      if (at >= words->n || words->words[at].kind != SYN_WORD_LETTERS || words->words[at].capital)
        continue;
      part.noun = syn_conflict_term_at (finder, statement, words->words[i - 1].span);
      part.whole = syn_conflict_term_at (finder, statement, words->words[at].span);
      part.span = syn_words_span (words, i - 1, at + 2 - i);
      if (syn_conflict_has_term (finder, statement, part.noun)
          && syn_conflict_has_term (finder, statement, part.whole))
        g_array_append_val (out, part);
    }
  if (out->len == 0)
    g_clear_pointer (&out, g_array_unref);
  return out;
}

static const SynConflictFact parts_fact = { read_parts, (GDestroyNotify)g_array_unref };

static gboolean
has_part (const GArray *parts, const PartOf *part)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const PartOf *other = &g_array_index (parts, PartOf, i);

      if (other->noun == part->noun && other->whole == part->whole)
        return TRUE;
    }
  return FALSE;
}

/* The same part of two things. */
static void
compare_parts (SynConflictFinder *finder, const SynPair *pair)
{
  const GArray *parts_a = syn_conflict_recall (finder, &parts_fact, pair->a);
  const GArray *parts_b
      = parts_a != NULL ? syn_conflict_recall (finder, &parts_fact, pair->b) : NULL;

  for (guint i = 0; parts_b != NULL && i < parts_a->len; i++)
    for (guint j = 0; j < parts_b->len; j++)
      {
        const PartOf *a = &g_array_index (parts_a, PartOf, i),
                     *b = &g_array_index (parts_b, PartOf, j);

        if (a->noun != b->noun || has_part (parts_b, a) || has_part (parts_a, b)
            || syn_engine_similarity (finder->engine, a->whole, b->whole) > 0)
          continue;
        report (finder, _ ("all or a part"), 0.08 + 0.25 * pair->p, pair->a, a->span, pair->b,
                b->span);
        return;
      }
}

static const SynConflictCuePair extents = {
  .type = SYN_CONFLICT_SCOPE,
  .list = "extents",
  .min_z = 0.06,
  .base = 0.15,
  .gain = 0.4,
  .min_share = 0.2,
  .most = 0.5,
  .topic = N_ ("all or a part"),
  .reason = N_ ("One reaches further than the other: %s."),
};

static const SynConflictCuePair limits = {
  .type = SYN_CONFLICT_SCOPE,
  .list = "limits",
  .lacks = TRUE,
  .also_lacks = { "extents", "quantifiers" },
  .min_z = 0.06,
  .base = 0.06,
  .gain = 0.3,
  .min_share = 0.35,
  .most = 0.4,
  .topic = N_ ("all or a part"),
  .reason = N_ ("One reaches further than the other: %s."),
};

void
syn_conflict_scope_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z_QUANTIFIER || syn_conflict_stops (finder))
        break;
      if (pair->z >= MIN_Z_SUPERLATIVE)
        compare_superlatives (finder, pair);
      compare_quantifiers (finder, pair);
      compare_parts (finder, pair);
      if (pair->z >= MIN_Z_FIGURE)
        compare_figures (finder, pair);
    }
  syn_conflict_cue_pairs_detect (finder, &extents);
  syn_conflict_cue_pairs_detect (finder, &limits);
}
