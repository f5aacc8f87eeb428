/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "text/syn-lexicon-private.h"
#include "text/syn-number-figure.h"
#include "text/syn-number-nouns.h"

static void
set_interval (SynNumber *number, double low, double high, SynQualifier qualifier)
{
  number->qualifier = qualifier;
  number->value = low;
  number->lo = low;
  number->hi = high;
  switch (qualifier)
    {
    case SYN_QUALIFIER_EXACT:
      break;
    case SYN_QUALIFIER_AT_LEAST:
      number->hi = INFINITY;
      break;
    case SYN_QUALIFIER_MORE_THAN:
      number->lo = nextafter (high, INFINITY);
      number->hi = INFINITY;
      break;
    case SYN_QUALIFIER_AT_MOST:
      number->lo = 0;
      break;
    case SYN_QUALIFIER_LESS_THAN:
      number->lo = 0;
      number->hi = nextafter (low, 0);
      break;
    case SYN_QUALIFIER_ABOUT:
      number->lo = 0.85 * low;
      number->hi = 1.15 * high;
      break;
    }
}

/* The first token of the statement that reaches behind @byte. */
static guint
find_token (const SynNumberReader *reader, guint32 byte)
{
  guint low = reader->statement->first_token, high = low + reader->statement->n_tokens;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (reader->document->tokens, SynToken, middle).span.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint32
term_at (const SynNumberReader *reader, SynSpan span)
{
  guint found = find_token (reader, span.start);

  if (found >= reader->statement->first_token + reader->statement->n_tokens)
    return 0;
  return g_array_index (reader->document->tokens, SynToken, found).term;
}

static void
fill_slots (const SynNumberReader *reader, SynNumber *number, guint first, guint end)
{
  SynNounSlots slots
      = syn_number_nouns_find (reader->lexicon, reader->words, first, end, number->value == 1);

  if (slots.head >= 0)
    {
      number->head_span = reader->words->words[slots.head].span;
      number->head = term_at (reader, number->head_span);
    }
  if (slots.predicate >= 0)
    {
      number->predicate_span = reader->words->words[slots.predicate].span;
      number->predicate = term_at (reader, number->predicate_span);
    }
}

static void
append_number (const SynNumberReader *reader, SynNumber *number)
{
  guint end = reader->statement->first_token + reader->statement->n_tokens;

  g_array_append_val (reader->document->numbers, *number);
  for (guint t = find_token (reader, number->value_span.start); t < end; t++)
    {
      SynToken *token = &g_array_index (reader->document->tokens, SynToken, t);

      if (!syn_span_overlaps (token->span, number->value_span))
        break;
      token->flags |= SYN_TOKEN_NUMBER;
    }
}

/* "32-year-old", "32 years old", "aged 32", ", 32,"; "32-jährig", "32 ans," */
static gboolean
is_age (const SynNumberReader *reader, SynFigure *figure)
{
  const char *before = syn_number_reader_text (reader, (gint) figure->first - 1);
  const char *after = syn_number_reader_text (reader, figure->end);
  guint end = figure->end;
  guint n = syn_cues_match (reader->ages_after, reader->words, figure->value_end, NULL);

  if (n > 0)
    {
      figure->end = figure->value_end + n;
      return TRUE;
    }
  if (figure->unit.kind == SYN_NUMBER_DURATION
      && syn_cues_match_before (reader->ages_open, reader->words, figure->first, NULL) > 0)
    return TRUE;

  if (figure->unit.kind == SYN_NUMBER_DURATION
      && (strcmp (after, "old") == 0 || strcmp (after, "-") == 0))
    {
      if (strcmp (after, "-") == 0)
        after = syn_number_reader_text (reader, ++end);
      if (strcmp (after, "old") == 0 || strcmp (after, "olds") == 0)
        {
          figure->end = end + 1;
          return TRUE;
        }
      return FALSE;
    }
  if (figure->unit.base != NULL || figure->value < 1 || figure->value > 115
      || figure->value != floor (figure->value))
    return FALSE;
  if (syn_lexicon_has (reader->lexicon, "ages-before", before))
    return TRUE;
  return syn_words_get (reader->words, figure->value_first)->kind == SYN_WORD_DIGITS
         && strcmp (before, ",") == 0 && (strcmp (after, ",") == 0 || strcmp (after, ".") == 0)
         && syn_words_get (reader->words, (gint)figure->first - 2)->capital;
}

/* Digits that name a thing and count nothing: "day 454", "Flight 370", "No. 8", "SMW4", "Mi-8",
 * "9/11" */
static gboolean
is_label (const SynNumberReader *reader, const SynFigure *figure)
{
  const SynWord *word = syn_words_get (reader->words, figure->value_first);
  const SynWord *before = syn_words_get (reader->words, (gint) figure->value_first - 1);
  const SynWord *after = syn_words_get (reader->words, figure->value_end);
  const SynWord *earlier = syn_words_get (reader->words, (gint) figure->value_first - 2);

  if (figure->money_sign)
    return FALSE;
  if (!word->spaced && before->kind == SYN_WORD_LETTERS)
    return TRUE;
  if (!word->spaced && strcmp (before->text, "-") == 0 && earlier->kind == SYN_WORD_LETTERS
      && !before->spaced && word->kind == SYN_WORD_DIGITS)
    return TRUE;
  if ((strcmp (after->text, "/") == 0 && !after->spaced)
      || (strcmp (before->text, "/") == 0 && !word->spaced))
    return TRUE;
  if (word->kind != SYN_WORD_DIGITS)
    return FALSE;
  if (syn_cues_match_before (reader->labels, reader->words, figure->value_first, NULL) > 0)
    return TRUE;
  return before->kind == SYN_WORD_LETTERS && before->capital && figure->value_first > 1
         && word->spaced && (after->kind != SYN_WORD_LETTERS || after->capital);
}

/* "97-1", "88-72": a vote, a score, a record */
static gboolean
read_score (const SynNumberReader *reader, SynFigure *figure, SynNumber *number)
{
  const SynWord *dash = syn_words_get (reader->words, figure->value_end);
  const SynWord *second = syn_words_get (reader->words, figure->value_end + 1);
  const SynWord *third = syn_words_get (reader->words, figure->value_end + 2);
  const char *next = third->text;
  double other;

  if (figure->unit.base != NULL || dash->spaced || second->spaced || second->kind != SYN_WORD_DIGITS
      || (strcmp (dash->text, "-") != 0 && strcmp (dash->text, "–") != 0))
    return FALSE;
  other = g_ascii_strtod (second->text, NULL);
  if (other > figure->value || syn_lexicon_has (reader->lexicon, "score-nouns", next))
    {
      if (other > figure->value && !syn_lexicon_has (reader->lexicon, "score-nouns", next))
        return FALSE;
    }
  if (strcmp (next, "-") == 0 && !third->spaced)
    return FALSE; /* a telephone number, a date */
  number->value = number->lo = number->hi = figure->value * 1e4 + other;
  number->unit = "score";
  number->kind = SYN_NUMBER_CARDINAL;
  figure->value_end = figure->end = figure->value_end + 2;
  return TRUE;
}

/* "one of the", "three out of four", "the other two", "two more", "another 10": parts and
 * additions. */
static gboolean
is_share (const SynNumberReader *reader, const SynFigure *figure)
{
  return syn_cues_match_before (reader->shares_before, reader->words, figure->first, NULL) > 0
         || syn_cues_match (reader->shares_after, reader->words, figure->end, NULL) > 0;
}

static gboolean
is_year (const SynNumberReader *reader, const SynFigure *figure)
{
  const SynWord *word = syn_words_get (reader->words, figure->value_first);

  return word->kind == SYN_WORD_DIGITS && strlen (word->text) == 4
         && strspn (word->text, "0123456789") == 4 && figure->unit.base == NULL
         && figure->value >= 1500 && figure->value < 2200 && !figure->power
         && figure->upper == figure->value;
}

/* "one" is a pronoun as often as a number. */
static gboolean
is_pronoun_one (const SynNumberReader *reader, const SynFigure *figure)
{
  static const char *const before[]
      = { "no", "this", "that", "which", "the", "every", "any", "each", "another" };
  const SynWord *after = syn_words_get (reader->words, figure->value_end);

  if (strcmp (syn_number_reader_text (reader, figure->value_first), "one") != 0 || figure->value != 1)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (strcmp (syn_number_reader_text (reader, (gint) figure->value_first - 1), before[i]) == 0)
      return strcmp (before[i], "the") != 0 || after->kind != SYN_WORD_LETTERS;
  return after->kind != SYN_WORD_LETTERS;
}

static gboolean
read_ordinal (const SynNumberReader *reader, SynFigure *figure)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  const SynWord *after = syn_words_get (reader->words, figure->value_end);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (!after->spaced && strcmp (after->text, endings[i]) == 0)
      {
        figure->value_end = figure->end = figure->value_end + 1;
        return TRUE;
      }
  return FALSE;
}

static void
set_kind (const SynNumberReader *reader, SynFigure *figure, SynNumber *number)
{
  if (is_age (reader, figure))
    {
      number->kind = SYN_NUMBER_AGE;
      number->unit = "year";
    }
  else if (figure->unit.base != NULL)
    {
      number->kind = figure->unit.kind;
      number->unit = figure->unit.base;
      number->lo = number->lo * figure->unit.factor + figure->unit.offset;
      number->hi = number->hi * figure->unit.factor + figure->unit.offset;
      number->value = number->value * figure->unit.factor + figure->unit.offset;
    }
  else if (is_share (reader, figure))
    number->kind = SYN_NUMBER_SHARE;
}

/* Returns the word behind the figure, or 0 if there is none at @at. */
static guint
read_figure (const SynNumberReader *reader, guint at)
{
  SynNumber number = { .kind = SYN_NUMBER_CARDINAL };
  SynFigure figure;

  if (!syn_figure_read_value (reader, at, &figure))
    return 0;
  if (is_pronoun_one (reader, &figure))
    return figure.value_end;
  if (is_label (reader, &figure) || read_ordinal (reader, &figure))
    {
      number.kind = SYN_NUMBER_ORDINAL;
      number.lo = number.hi = number.value = figure.value;
    }
  else if (!read_score (reader, &figure, &number))
    {
      syn_figure_read_unit (reader, &figure);
      syn_figure_read_range (reader, &figure);
      if (is_year (reader, &figure))
        {
          number.kind = SYN_NUMBER_YEAR;
          number.lo = number.hi = number.value = figure.value;
        }
      else
        {
          syn_figure_read_qualifiers (reader, &figure);
          set_interval (&number, figure.value, figure.upper, figure.qualifier);
          set_kind (reader, &figure, &number);
        }
    }
  number.span = syn_words_span (reader->words, figure.first, figure.end - figure.first);
  number.value_span
      = syn_words_span (reader->words, figure.value_first, figure.value_end - figure.value_first);
  if (number.kind != SYN_NUMBER_YEAR && number.kind != SYN_NUMBER_AGE)
    fill_slots (reader, &number, figure.first, figure.end);
  append_number (reader, &number);
  return figure.end;
}

/* Whether a noun of people or things follows that can be counted. */
static gboolean
is_counted (const SynNumberReader *reader, guint at)
{
  const SynWord *word = syn_words_get (reader->words, at),
                *next = syn_words_get (reader->words, at + 1);

  return word->kind == SYN_WORD_LETTERS && !syn_lexicon_has (reader->lexicon, "stop", word->text)
         && (g_str_has_suffix (word->text, "s")
             || syn_lexicon_has (reader->lexicon, "plurals", word->text)
             || syn_lexicon_has (reader->lexicon, "speakers", word->text)
             || (next->kind == SYN_WORD_LETTERS
                 && (g_str_has_suffix (next->text, "ed") || strcmp (next->text, "was") == 0)));
}

/* "dozens", "several", "no one": the list gives the interval as "24 150". */
static guint
read_vague (const SynNumberReader *reader, guint at)
{
  SynNumber number = { .kind = SYN_NUMBER_VAGUE };
  const char *value = NULL;
  guint n = syn_cue_filter_look_up (reader->vague_starts, syn_words_get (reader->words, at)) != 0
                ? syn_cues_match (reader->vague, reader->words, at, &value)
                : 0;
  char *rest;

  /* "no directors" is a count, "No. 2" and "no longer" are none. */
  if (n == 0
      || (strcmp (syn_number_reader_text (reader, at), "no") == 0 && n == 1 && !is_counted (reader, at + 1)))
    return 0;
  number.lo = number.value = g_ascii_strtod (value, &rest);
  number.hi = g_ascii_strtod (rest, NULL);
  if (number.hi == 0)
    {
      number.kind = SYN_NUMBER_CARDINAL;
      number.hi = number.lo;
    }
  number.span = number.value_span = syn_words_span (reader->words, at, n);
  fill_slots (reader, &number, at, at + n);
  append_number (reader, &number);
  return at + n;
}

static void
read_statement (const SynNumberReader *reader)
{
  for (guint i = 0; i < reader->words->n;)
    {
      SynNumber date = { 0 };
      guint n = syn_dates_match (&reader->dates, reader->words, i, &date), end;

      if (n > 0)
        {
          append_number (reader, &date);
          i += n;
          continue;
        }
      end = read_vague (reader, i);
      if (end == 0)
        end = read_figure (reader, i);
      i = MAX (end, i + 1);
    }
}

static gint32
published_day (SynArticle *article)
{
  g_autoptr (GDateTime) time = syn_article_dup_published_time (article);

  if (time == NULL)
    return SYN_DATES_UNKNOWN;
  return syn_dates_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                             g_date_time_get_day_of_month (time));
}

static gpointer
make_vague_starts (SynLexicon *lexicon)
{
  const SynCues *vague = syn_cues_get (lexicon, "vague");

  return syn_cue_filter_new (&vague, 1);
}

void
syn_numbers_find (SynDocument *self)
{
  SynNumberReader reader = { .document = self, .lexicon = self->lexicon };

  reader.language = syn_lexicon_get_language (self->lexicon);
  reader.dates = syn_date_context (reader.language, published_day (self->article));
  reader.speller = syn_speller_get (reader.language);
  reader.qualifiers = syn_cues_get (self->lexicon, "qualifiers");
  reader.qualifiers_after = syn_cues_get (self->lexicon, "qualifiers-after");
  reader.vague = syn_cues_get (self->lexicon, "vague");
  reader.vague_starts = syn_lexicon_keep (self->lexicon, make_vague_starts);
  reader.shares_before = syn_cues_get (self->lexicon, "shares-before");
  reader.shares_after = syn_cues_get (self->lexicon, "shares-after");
  reader.ages_after = syn_cues_get (self->lexicon, "ages-after");
  reader.ages_open = syn_cues_get (self->lexicon, "ages-open");
  reader.labels = syn_cues_get (self->lexicon, "labels");

  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);

      statement->first_number = self->numbers->len;
      reader.statement = statement;
      reader.words = syn_document_get_words (self, i);
      read_statement (&reader);
      statement->n_numbers = self->numbers->len - statement->first_number;
    }
}
