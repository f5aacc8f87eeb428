/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-private.h"

/* Where it was: inside against outside of one thing, two named places behind a word of place in
 * statements that are linked, and what one side expressly rules out. */

#define MIN_Z 0.3
#define MIN_Z_NAMES 0.12
#define MIN_SHARE 0.4 /* of the words around a place */
#define MAX_PLACE 5   /* words of a place behind its preposition */

/* "outside the courtroom": a word of place and the noun or name it stands before. */
typedef struct
{
  const char *side; /* "in", "out" or "at" */
  const char *word; /* the preposition itself */
  SynSpan span;
  guint32 noun;
  gboolean name;
  guint32 before; /* word of weight right before: what stands or happens there, or 0 */
} Place;

static gboolean
is_name_at (SynConflictFinder *finder, guint statement, SynSpan span)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  guint n;
  const SynName *names
      = syn_document_get_names (syn_engine_get_document (finder->engine, statement), &n);

  for (guint i = s->first_name; i < s->first_name + s->n_names; i++)
    if (syn_span_overlaps (names[i].span, span))
      return TRUE;
  return FALSE;
}

/* "in March", "on Friday" is no place. */
static gboolean
is_number_at (SynConflictFinder *finder, guint statement, SynSpan span)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  guint n;
  const SynNumber *numbers
      = syn_document_get_numbers (syn_engine_get_document (finder->engine, statement), &n);

  for (guint i = s->first_number; i < s->first_number + s->n_numbers; i++)
    if (syn_span_overlaps (numbers[i].span, span))
      return TRUE;
  return FALSE;
}

/* The noun phrase behind the preposition at words[at, at + n). */
static gboolean
read_place (SynConflictFinder *finder, guint statement, guint at, guint n, Place *out)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);
  guint end = at + n;
  gint noun = -1;

  for (; end < words->n && end < at + n + MAX_PLACE; end++)
    {
      const SynWord *word = &words->words[end];
      gboolean article = strcmp (word->text, "the") == 0 || strcmp (word->text, "a") == 0
                         || strcmp (word->text, "an") == 0 || strcmp (word->text, "its") == 0
                         || strcmp (word->text, "his") == 0 || strcmp (word->text, "her") == 0;

      if (article && noun < 0)
        continue;
      if (word->kind != SYN_WORD_LETTERS || syn_lexicon_has (lexicon, "stop", word->text)
          || syn_lexicon_has (lexicon, "reporting", word->text))
        break;
      noun = end;
    }
  if (noun < 0 || syn_words_is (words, noun + 1, "'s")
      || is_number_at (finder, statement, words->words[noun].span))
    return FALSE;
  out->noun = syn_conflict_term_at (finder, statement, words->words[noun].span);
  out->name = words->words[noun].capital && is_name_at (finder, statement, words->words[noun].span);
  out->word = words->words[at].text;
  out->span = syn_words_span (words, at, noun + 1 - at);
  for (guint back = 1; back <= 3 && back <= at && out->before == 0; back++)
    {
      guint32 term = syn_conflict_term_at (finder, statement, words->words[at - back].span);

      if (term != 0 && syn_conflict_has_term (finder, statement, term))
        out->before = term;
    }
  return out->noun != 0 && syn_conflict_has_term (finder, statement, out->noun);
}

static gpointer
read_places (SynConflictFinder *finder, guint statement)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Place));
  const GArray *phrases = syn_conflict_phrases (finder, statement, "places");

  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const SynPhrase *phrase = &g_array_index (phrases, SynPhrase, i);
      Place place = { .side = phrase->value };

      if (read_place (finder, statement, phrase->at, phrase->n, &place))
        g_array_append_val (out, place);
    }
  return out;
}

static const SynConflictFact places_fact = { read_places, (GDestroyNotify)g_array_unref };

static void
report (SynConflictFinder *finder, double score, guint a, SynSpan a_span, guint b, SynSpan b_span)
{
  g_autofree char *sides = syn_conflict_dup_sides (finder, a, a_span, b, b_span);

  syn_conflict_report (finder, SYN_CONFLICT_PLACE, SYN_STRENGTH_DIRECT, score, a, a_span, b, b_span,
                       NULL,
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("Different places: %s."), sides));
}

static gboolean
has_place (const GArray *places, const char *side, guint32 noun)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->noun == noun && strcmp (place->side, side) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
excludes (const Place *a, const Place *b)
{
  return a->noun == b->noun
         && ((strcmp (a->side, "in") == 0 && strcmp (b->side, "out") == 0)
             || (strcmp (a->side, "out") == 0 && strcmp (b->side, "in") == 0));
}

/* Two named places, each of which only one side knows. */
static gboolean
is_elsewhere (SynConflictFinder *finder, const Place *a, guint of_a, const Place *b, guint of_b)
{
  return a->name && b->name && a->noun != b->noun && !syn_conflict_has_term (finder, of_b, a->noun)
         && !syn_conflict_has_term (finder, of_a, b->noun)
         && syn_engine_similarity (finder->engine, a->noun, b->noun) == 0;
}

/* "outside the courtroom" against "outside the town hall": one telling word of place before two
 * things. */
static gboolean
is_beside_other (SynConflictFinder *finder, const Place *a, guint of_a, const Place *b, guint of_b)
{
  return strcmp (a->word, b->word) == 0 && strcmp (a->side, "at") != 0
         && strcmp (a->word, "in") != 0 && a->noun != b->noun
         && !syn_conflict_has_term (finder, of_b, a->noun)
         && !syn_conflict_has_term (finder, of_a, b->noun);
}

/* Whether the same thing stands or happens at both. */
static gboolean
same_before (SynConflictFinder *finder, const Place *a, const Place *b)
{
  return a->before != 0 && b->before != 0
         && syn_engine_similarity (finder->engine, a->before, b->before) >= 0.7;
}

/* Whether it is one thing that happens inside and outside. */
static gboolean
is_one_event (SynConflictFinder *finder, const SynPair *pair, const Place *a, const Place *b)
{
  return pair->z >= MIN_Z && pair->p >= 0.5
         && (same_before (finder, a, b)
             || syn_conflict_share_at (finder, pair->a, a->span, pair->b)
                        + syn_conflict_share_at (finder, pair->b, b->span, pair->a)
                    >= 2 * MIN_SHARE);
}

static void
compare (SynConflictFinder *finder, const SynPair *pair)
{
  const GArray *places_a = syn_conflict_recall (finder, &places_fact, pair->a);
  const GArray *places_b
      = places_a->len > 0 ? syn_conflict_recall (finder, &places_fact, pair->b) : NULL;

  if (places_b == NULL || !syn_conflict_same_time (finder, pair->a, pair->b))
    return;
  for (guint i = 0; i < places_a->len; i++)
    for (guint j = 0; j < places_b->len; j++)
      {
        const Place *a = &g_array_index (places_a, Place, i),
                    *b = &g_array_index (places_b, Place, j);

        if (excludes (a, b) && !has_place (places_a, b->side, b->noun)
            && !has_place (places_b, a->side, a->noun))
          report (finder, is_one_event (finder, pair, a, b) ? 0.5 + 0.3 * MIN (pair->z, 0.6) : 0.4,
                  pair->a, a->span, pair->b, b->span);
        else if (is_beside_other (finder, a, pair->a, b, pair->b))
          report (finder, 0.12 + 0.3 * pair->p, pair->a, a->span, pair->b, b->span);
        else if (is_elsewhere (finder, a, pair->a, b, pair->b))
          report (finder, (same_before (finder, a, b) ? 0.15 : 0.04) + 0.14 * pair->p, pair->a,
                  a->span, pair->b, b->span);
      }
}

void
syn_conflict_place_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z_NAMES || syn_conflict_stops (finder))
        break;
      compare (finder, pair);
    }
  syn_conflict_ruled_out_detect (finder, SYN_CONFLICT_PLACE);
}
