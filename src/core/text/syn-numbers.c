/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "text/syn-cues.h"
#include "text/syn-dates.h"
#include "text/syn-document-private.h"
#include "text/syn-number-nouns.h"
#include "text/syn-number-words.h"
#include "text/syn-units.h"

/* One statement, while its figures are read. */
typedef struct
{
  SynDocument *document;
  const SynStatement *statement;
  SynLexicon *lexicon;
  const char *language;
  SynDateContext dates;
  SynWords *words;
  const SynCues *qualifiers, *qualifiers_after, *vague, *shares_before, *shares_after, *labels;
} Reader;

/* A figure while it is put together; all indices are words. */
typedef struct
{
  guint first, value_first, value_end, end;
  double value, upper; /* upper: of a range, else equal to value */
  gboolean power;      /* "5 million" */
  gboolean money_sign;
  SynUnit unit;
  SynQualifier qualifier;
} Figure;

static const char *
word_text (const Reader *reader, gint at)
{
  return syn_words_get (reader->words, at)->text;
}

/* "1,250.5" and "1.250,5": which mark parts thousands depends on the language. */
static double
parse_digits (const char *text, gboolean english)
{
  char group = english ? ',' : '.', decimal = english ? '.' : ',';
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean three = g_ascii_isdigit (p[0]) ? FALSE : strspn (p + 1, "0123456789") == 3;

      if (*p == group && three)
        continue;
      /* A dot before three digits parts thousands where the comma is the decimal mark, else
       * decimals. */
      g_string_append_c (plain, *p == decimal || *p == group ? '.' : *p);
    }
  return g_ascii_strtod (plain->str, NULL);
}

/* "5.4-billion", "5m", "10k", "50 thousand" */
static void
read_power (const Reader *reader, Figure *figure)
{
  guint at = figure->value_end;
  const SynWord *word = syn_words_get (reader->words, at);
  double power;

  if (strcmp (word->text, "-") == 0 && !word->spaced
      && !syn_words_get (reader->words, at + 1)->spaced)
    word = syn_words_get (reader->words, ++at);
  power = syn_number_words_power (reader->language, word->text);
  if (!word->spaced && figure->money_sign)
    {
      if (strcmp (word->text, "m") == 0)
        power = 1e6;
      else if (strcmp (word->text, "b") == 0)
        power = 1e9;
    }
  if (!word->spaced && strcmp (word->text, "k") == 0)
    power = 1e3;
  if (power == 0)
    return;
  figure->value *= power;
  figure->power = TRUE;
  figure->value_end = at + 1;
}

static gboolean
read_digits (const Reader *reader, Figure *figure)
{
  const SynWord *word = syn_words_get (reader->words, figure->value_first);
  gboolean english = strcmp (reader->language, "en") == 0;
  guint end = figure->value_first + 1;
  g_autoptr (GString) digits = NULL;

  if (word->kind != SYN_WORD_DIGITS)
    return FALSE;
  digits = g_string_new (word->text);
  /* "12 000" where a space parts thousands */
  while (!english && digits->len <= 3 * (end - figure->value_first)
         && syn_words_get (reader->words, end)->kind == SYN_WORD_DIGITS
         && strlen (word_text (reader, end)) == 3
         && strspn (digits->str, "0123456789") == digits->len)
    g_string_append (digits, word_text (reader, end++));
  figure->value = parse_digits (digits->str, english);
  figure->value_end = end;
  return isfinite (figure->value);
}

static gboolean
read_words (const Reader *reader, Figure *figure)
{
  guint at = figure->value_first, n;
  const char *text = word_text (reader, at);

  /* "a hundred", "a dozen", "half a million" */
  if (strcmp (text, "a") == 0 || strcmp (text, "half") == 0)
    {
      gboolean half = text[0] == 'h';
      double power;

      if (half && strcmp (word_text (reader, at + 1), "a") != 0)
        return FALSE;
      at += half ? 2 : 1;
      power = strcmp (word_text (reader, at), "dozen") == 0
                  ? 12
                  : syn_number_words_power (reader->language, word_text (reader, at));
      if (power == 0)
        return FALSE;
      figure->value = half ? power / 2 : power;
      figure->value_end = at + 1;
      return TRUE;
    }
  n = syn_number_words_parse (reader->language, reader->words, at, &figure->value);
  figure->value_end = at + n;
  return n > 0;
}

static gboolean
read_value (const Reader *reader, guint at, Figure *figure)
{
  SynUnit sign;

  *figure = (Figure) { .first = at, .value_first = at };
  if (!read_digits (reader, figure) && !read_words (reader, figure))
    return FALSE;
  if (syn_units_match_sign (reader->words, at, &sign) > 0)
    {
      figure->money_sign = TRUE;
      figure->unit = sign;
      figure->first = at - syn_units_match_sign (reader->words, at, &sign);
    }
  read_power (reader, figure);
  if (strcmp (word_text (reader, figure->value_end), "and") == 0
      && strcmp (word_text (reader, figure->value_end + 1), "a") == 0
      && strcmp (word_text (reader, figure->value_end + 2), "half") == 0)
    {
      figure->value += 0.5;
      figure->value_end += 3;
    }
  figure->upper = figure->value;
  figure->end = figure->value_end;
  return TRUE;
}

/* "12 people", "12-year", "3km", "million euros" */
static void
read_unit (const Reader *reader, Figure *figure)
{
  guint at = figure->end, n;
  SynUnit unit;

  if (strcmp (word_text (reader, at), "-") == 0 && !syn_words_get (reader->words, at)->spaced)
    at++;
  n = syn_units_match (reader->words, at, &unit);
  if (n == 0 || (figure->money_sign && unit.kind != SYN_NUMBER_MONEY))
    return;
  /* A lone "m" behind a gap is a name or a form of "to be" more often than a metre. */
  if (strcmp (unit.base, "m") == 0 && strcmp (word_text (reader, at), "m") == 0
      && syn_words_get (reader->words, at)->spaced && syn_words_get (reader->words, at)->capital)
    return;
  if (!figure->money_sign)
    figure->unit = unit;
  figure->end = at + n;
}

static gboolean
is_range_mark (const char *text)
{
  return strcmp (text, "-") == 0 || strcmp (text, "–") == 0 || strcmp (text, "to") == 0
         || strcmp (text, "or") == 0 || strcmp (text, "bis") == 0;
}

/* "10-15", "between 10 and 15", "from 10 to 15": the second value, where it is greater. */
static void
read_range (const Reader *reader, Figure *figure)
{
  guint at = figure->end, next;
  gboolean between = strcmp (word_text (reader, (gint) figure->first - 1), "between") == 0;
  Figure second;
  SynUnit sign;

  if (!(between ? strcmp (word_text (reader, at), "and") == 0
                : is_range_mark (word_text (reader, at))))
    return;
  next = at + 1;
  if (syn_units_match_sign (reader->words, next + 1, &sign) > 0)
    next++;
  if (!read_value (reader, next, &second))
    return;
  /* "5-6 million": the power belongs to both. */
  if (second.power && !figure->power && figure->value < 1000)
    figure->value
        *= second.value / MAX (1, parse_digits (word_text (reader, second.value_first), TRUE));
  if (second.value <= figure->value)
    return;
  /* "three or four" is a range, "one or 50" is not. */
  if (strcmp (word_text (reader, at), "or") == 0 && second.value > 3 * figure->value)
    return;
  if (figure->unit.base == NULL)
    figure->unit = second.unit;
  figure->upper = second.value;
  figure->value_end = figure->end = second.value_end;
  if (between)
    figure->first--;
  if (!figure->money_sign)
    read_unit (reader, figure);
}

static SynQualifier
parse_qualifier (const char *value)
{
  static const struct
  {
    const char *name;
    SynQualifier qualifier;
  } names[] = {
    { "at-least", SYN_QUALIFIER_AT_LEAST },   { "more", SYN_QUALIFIER_MORE_THAN },
    { "at-most", SYN_QUALIFIER_AT_MOST },     { "less", SYN_QUALIFIER_LESS_THAN },
    { "about", SYN_QUALIFIER_ABOUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (value, names[i].name) == 0)
      return names[i].qualifier;
  return SYN_QUALIFIER_EXACT;
}

static void
read_qualifiers (const Reader *reader, Figure *figure)
{
  const char *value = NULL;
  guint n = syn_cues_match_before (reader->qualifiers, reader->words, figure->first, &value);

  if (n > 0)
    {
      figure->qualifier = parse_qualifier (value);
      figure->first -= n;
      return;
    }
  n = syn_cues_match (reader->qualifiers_after, reader->words, figure->end, &value);
  if (n > 0)
    {
      figure->qualifier = parse_qualifier (value);
      figure->end += n;
    }
}

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
find_token (const Reader *reader, guint32 byte)
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
term_at (const Reader *reader, SynSpan span)
{
  guint found = find_token (reader, span.start);

  if (found >= reader->statement->first_token + reader->statement->n_tokens)
    return 0;
  return g_array_index (reader->document->tokens, SynToken, found).term;
}

static void
fill_slots (const Reader *reader, SynNumber *number, guint first, guint end)
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
append_number (const Reader *reader, SynNumber *number)
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

/* "32-year-old", "32 years old", "aged 32", ", 32," */
static gboolean
is_age (const Reader *reader, Figure *figure)
{
  const char *before = word_text (reader, (gint) figure->first - 1);
  const char *after = word_text (reader, figure->end);
  guint end = figure->end;

  if (figure->unit.kind == SYN_NUMBER_DURATION
      && (strcmp (after, "old") == 0 || strcmp (after, "-") == 0))
    {
      if (strcmp (after, "-") == 0)
        after = word_text (reader, ++end);
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
  if (strcmp (before, "aged") == 0 || strcmp (before, "age") == 0)
    return TRUE;
  return syn_words_get (reader->words, figure->value_first)->kind == SYN_WORD_DIGITS
         && strcmp (before, ",") == 0 && (strcmp (after, ",") == 0 || strcmp (after, ".") == 0)
         && syn_words_get (reader->words, (gint)figure->first - 2)->capital;
}

/* Digits that name a thing and count nothing: "day 454", "Flight 370", "No. 8", "SMW4", "Mi-8",
 * "9/11" */
static gboolean
is_label (const Reader *reader, const Figure *figure)
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
read_score (const Reader *reader, Figure *figure, SynNumber *number)
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
is_share (const Reader *reader, const Figure *figure)
{
  return syn_cues_match_before (reader->shares_before, reader->words, figure->first, NULL) > 0
         || syn_cues_match (reader->shares_after, reader->words, figure->end, NULL) > 0;
}

static gboolean
is_year (const Reader *reader, const Figure *figure)
{
  const SynWord *word = syn_words_get (reader->words, figure->value_first);

  return word->kind == SYN_WORD_DIGITS && strlen (word->text) == 4
         && strspn (word->text, "0123456789") == 4 && figure->unit.base == NULL
         && figure->value >= 1500 && figure->value < 2200 && !figure->power
         && figure->upper == figure->value;
}

/* "one" is a pronoun as often as a number. */
static gboolean
is_pronoun_one (const Reader *reader, const Figure *figure)
{
  static const char *const before[]
      = { "no", "this", "that", "which", "the", "every", "any", "each", "another" };
  const SynWord *after = syn_words_get (reader->words, figure->value_end);

  if (strcmp (word_text (reader, figure->value_first), "one") != 0 || figure->value != 1)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (strcmp (word_text (reader, (gint) figure->value_first - 1), before[i]) == 0)
      return strcmp (before[i], "the") != 0 || after->kind != SYN_WORD_LETTERS;
  return after->kind != SYN_WORD_LETTERS;
}

static gboolean
read_ordinal (const Reader *reader, Figure *figure)
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
set_kind (const Reader *reader, Figure *figure, SynNumber *number)
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
read_figure (const Reader *reader, guint at)
{
  SynNumber number = { .kind = SYN_NUMBER_CARDINAL };
  Figure figure;

  if (!read_value (reader, at, &figure))
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
      read_unit (reader, &figure);
      read_range (reader, &figure);
      if (is_year (reader, &figure))
        {
          number.kind = SYN_NUMBER_YEAR;
          number.lo = number.hi = number.value = figure.value;
        }
      else
        {
          read_qualifiers (reader, &figure);
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
is_counted (const Reader *reader, guint at)
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
read_vague (const Reader *reader, guint at)
{
  SynNumber number = { .kind = SYN_NUMBER_VAGUE };
  const char *value = NULL;
  guint n = syn_cues_match (reader->vague, reader->words, at, &value);
  char *rest;

  /* "no directors" is a count, "No. 2" and "no longer" are none. */
  if (n == 0
      || (strcmp (word_text (reader, at), "no") == 0 && n == 1 && !is_counted (reader, at + 1)))
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
read_statement (const Reader *reader)
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

void
syn_numbers_find (SynDocument *self)
{
  Reader reader = { .document = self, .lexicon = self->lexicon };

  reader.language = syn_lexicon_get_language (self->lexicon);
  reader.dates = (SynDateContext) { reader.language, published_day (self->article) };
  reader.qualifiers = syn_cues_get (self->lexicon, "qualifiers");
  reader.qualifiers_after = syn_cues_get (self->lexicon, "qualifiers-after");
  reader.vague = syn_cues_get (self->lexicon, "vague");
  reader.shares_before = syn_cues_get (self->lexicon, "shares-before");
  reader.shares_after = syn_cues_get (self->lexicon, "shares-after");
  reader.labels = syn_cues_get (self->lexicon, "labels");

  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);
      g_autoptr (SynWords) words
          = syn_words_new (syn_article_get_text (self->article), statement->span);

      statement->first_number = self->numbers->len;
      reader.statement = statement;
      reader.words = words;
      read_statement (&reader);
      statement->n_numbers = self->numbers->len - statement->first_number;
    }
}
