/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-private.h"

/* When it was, or when it is to be: compared only in strongly linked statements, as days, as times
 * of day or as parts of the day. */

#define MIN_Z 0.42
#define MIN_Z_SPEAKER 0.25 /* where both tell when one person said it */
#define MIN_Z_DEADLINE 0.35
#define MIN_Z_LISTED 0.12
#define MIN_MINUTES 20
#define MIN_SHARE 0.25 /* of the words around two times of day */

static void
report (SynConflictFinder *finder, double score, guint a, SynSpan a_span, guint b, SynSpan b_span)
{
  g_autofree char *sides = syn_conflict_dup_sides (finder, a, a_span, b, b_span);

  syn_conflict_report (finder, SYN_CONFLICT_TIME, SYN_STRENGTH_DIRECT, score, a, a_span, b, b_span,
                       NULL,
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("Different times: %s."), sides));
}

static const SynNumber *
find_time (SynConflictFinder *finder, guint statement, SynNumberKind kind)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  guint n, found = 0;
  const SynNumber *numbers
      = syn_document_get_numbers (syn_engine_get_document (finder->engine, statement), &n),
      *only = NULL;

  for (guint i = s->first_number; i < s->first_number + s->n_numbers; i++)
    if (numbers[i].kind == kind && (kind != SYN_NUMBER_DATE || numbers[i].lo == numbers[i].hi))
      {
        only = &numbers[i];
        found++;
      }
  return found == 1 ? only : NULL;
}

/* The only value that the phrases of @list have in @statement, or NULL. */
static const char *
find_value (SynConflictFinder *finder, guint statement, const char *list, SynSpan *out_span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const GArray *phrases = syn_conflict_phrases (finder, statement, list);
  const char *found = NULL;

  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const SynPhrase *phrase = &g_array_index (phrases, SynPhrase, i);

      if (phrase->inside)
        continue;
      if (found != NULL && strcmp (found, phrase->value) != 0)
        return NULL; /* two times: which is meant is not known */
      found = phrase->value;
      *out_span = syn_words_span (words, phrase->at, phrase->n);
    }
  return found;
}

/* Whether the time at @span is that of saying it: it stands beside the speaker or the verb, before
 * what is said. */
static gboolean
is_time_of_saying (SynConflictFinder *finder, guint statement, SynSpan span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynSpan speaker = syn_engine_get_statement (finder->engine, statement)->speaker;
  guint at = syn_words_find (words, span.start), who = syn_words_find (words, speaker.start);

  for (guint i = MIN (at, who); i < MAX (at, who) && i < words->n; i++)
    if (syn_words_is (words, i, "that") || syn_words_is (words, i, "\""))
      return FALSE;
  return who < words->n && (at > who ? at - who <= 6 : who - at <= 4);
}

/* "until 7 July", "by Friday" */
static gboolean
is_deadline (SynConflictFinder *finder, guint statement, SynSpan span)
{
  static const char *const words_before[] = { "until", "by", "before", "till" };
  const SynWords *words = syn_conflict_words (finder, statement);
  guint at = syn_words_find (words, span.start);

  for (guint i = at > 5 ? at - 5 : 0; i < at; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words_before); k++)
      if (syn_words_is (words, i, words_before[k]))
        return TRUE;
  return FALSE;
}

/* Clocks of two zones cannot be compared here. */
static gboolean
names_zone (SynConflictFinder *finder, guint statement)
{
  return syn_conflict_find_cue (finder, statement, "time-zones", NULL);
}

/* "later that day" against "the next day": often of two things, so that it only waits in the list
 */
static void
compare_relations (SynConflictFinder *finder, const SynPair *pair)
{
  SynSpan span_a, span_b;
  const char *a = find_value (finder, pair->a, "day-relations", &span_a);
  const char *b = a != NULL ? find_value (finder, pair->b, "day-relations", &span_b) : NULL;

  if (b != NULL && strcmp (a, b) != 0)
    report (finder, 0.5, pair->a, span_a, pair->b, span_b);
}

static gboolean
is_day_or_clock (const SynNumber *number)
{
  return number->kind == SYN_NUMBER_DATE || number->kind == SYN_NUMBER_CLOCK
         || number->kind == SYN_NUMBER_YEAR;
}

/* "shortly after 6 am": the word that moves a time of day, or "". */
static const char *
shift_of (SynConflictFinder *finder, guint statement, SynSpan span)
{
  static const char *const shifts[] = { "after", "before", "past" };
  const SynWords *words = syn_conflict_words (finder, statement);
  guint at = syn_words_find (words, span.start);

  for (guint k = 0; at > 0 && k < G_N_ELEMENTS (shifts); k++)
    if (syn_words_is (words, at - 1, shifts[k]) || syn_words_is (words, at, shifts[k]))
      return shifts[k];
  return "";
}

/* @span with the word that moves it, where that is what the times differ in. */
static SynSpan
with_shift (SynConflictFinder *finder, guint statement, SynSpan span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  guint at = syn_words_find (words, span.start);

  if (at > 0 && *shift_of (finder, statement, span) != '\0')
    span.start = MIN (span.start, syn_words_get (words, (gint) at - 1)->span.start);
  return span;
}

/* Whether a date stands in the calendar: one that does cannot be told from one that does not. */
static gboolean
is_placed (const SynNumber *number)
{
  return number->kind != SYN_NUMBER_DATE || (number->lo > -1e300 && number->hi < 1e300);
}

static gboolean
same_text (SynConflictFinder *finder, guint a, SynSpan a_span, guint b, SynSpan b_span)
{
  g_autofree char *x = syn_conflict_dup_span (finder, a, a_span);
  g_autofree char *y = syn_conflict_dup_span (finder, b, b_span);

  return g_ascii_strcasecmp (x, y) == 0;
}

/* Two times of one kind, of which neither side has the other's: seldom of one thing, so that they
 * only wait in the list. */
static void
compare_any (SynConflictFinder *finder, const SynPair *pair)
{
  const SynStatement *sa = syn_engine_get_statement (finder->engine, pair->a),
                     *sb = syn_engine_get_statement (finder->engine, pair->b);
  guint n;
  const SynNumber *na
      = syn_document_get_numbers (syn_engine_get_document (finder->engine, pair->a), &n);
  const SynNumber *nb
      = syn_document_get_numbers (syn_engine_get_document (finder->engine, pair->b), &n);
  const SynNumber *found_a = NULL, *found_b = NULL;

  for (guint i = sa->first_number; i < sa->first_number + sa->n_numbers; i++)
    for (guint j = sb->first_number; j < sb->first_number + sb->n_numbers; j++)
      {
        if (!is_day_or_clock (&na[i]) || na[i].kind != nb[j].kind
            || is_placed (&na[i]) != is_placed (&nb[j]))
          continue;
        if (na[i].kind == SYN_NUMBER_DATE
            && (is_placed (&na[i]) ? na[i].lo <= nb[j].hi && nb[j].lo <= na[i].hi
                                   : same_text (finder, pair->a, na[i].span, pair->b, nb[j].span)))
          return;
        if (na[i].value == nb[j].value
            && (na[i].kind != SYN_NUMBER_CLOCK
                || strcmp (shift_of (finder, pair->a, na[i].span),
                           shift_of (finder, pair->b, nb[j].span))
                       == 0))
          return;
        found_a = &na[i];
        found_b = &nb[j];
      }
  if (found_a != NULL
      && syn_conflict_is_past (finder, pair->a) == syn_conflict_is_past (finder, pair->b))
    report (finder, 0.1 + 0.32 * pair->p, pair->a, with_shift (finder, pair->a, found_a->span), pair->b,
            with_shift (finder, pair->b, found_b->span));
}

static void
compare (SynConflictFinder *finder, const SynPair *pair)
{
  const SynNumber *a = find_time (finder, pair->a, SYN_NUMBER_CLOCK),
                  *b = find_time (finder, pair->b, SYN_NUMBER_CLOCK);
  const char *part_a, *part_b;
  SynSpan span_a = { 0 }, span_b = { 0 };

  if (syn_conflict_is_past (finder, pair->a) != syn_conflict_is_past (finder, pair->b))
    return;
  if (a != NULL && b != NULL && names_zone (finder, pair->a) == names_zone (finder, pair->b)
      && fabs (a->value - b->value) >= MIN_MINUTES && pair->z >= MIN_Z_DEADLINE
      && syn_conflict_same_time (finder, pair->a, pair->b))
    {
      /* One thing has one time: what is said around both has to be the same. */
      gboolean one = syn_conflict_share_at (finder, pair->a, a->span, pair->b)
                         + syn_conflict_share_at (finder, pair->b, b->span, pair->a)
                     >= 2 * MIN_SHARE;

      report (finder, one ? 0.66 : 0.45, pair->a, a->span, pair->b, b->span);
      return;
    }
  a = find_time (finder, pair->a, SYN_NUMBER_DATE);
  b = find_time (finder, pair->b, SYN_NUMBER_DATE);
  if (a != NULL && b != NULL && a->value != b->value && pair->z >= MIN_Z_DEADLINE)
    {
      gboolean deadlines
          = is_deadline (finder, pair->a, a->span) && is_deadline (finder, pair->b, b->span);

      if (deadlines || pair->z >= MIN_Z)
        report (finder, deadlines ? 0.64 : 0.5, pair->a, a->span, pair->b, b->span);
    }

  compare_relations (finder, pair);
  part_a = find_value (finder, pair->a, "day-parts", &span_a);
  part_b = find_value (finder, pair->b, "day-parts", &span_b);
  if (part_a == NULL || part_b == NULL || strcmp (part_a, part_b) == 0)
    return;
  if (syn_conflict_same_speaker (finder, pair->a, pair->b)
      && is_time_of_saying (finder, pair->a, span_a) && is_time_of_saying (finder, pair->b, span_b))
    report (finder, 0.66, pair->a, span_a, pair->b, span_b);
  else if (pair->z >= MIN_Z)
    report (finder, 0.45, pair->a, span_a, pair->b, span_b);
}

void
syn_conflict_time_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z_LISTED || syn_conflict_stops (finder))
        break;
      if (pair->z >= MIN_Z_SPEAKER)
        compare (finder, pair);
      compare_any (finder, pair);
    }
}
