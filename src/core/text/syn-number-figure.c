/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-number-figure.h"

#include <math.h>
#include <string.h>

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
read_power (const SynNumberReader *reader, SynFigure *figure)
{
  guint at = figure->value_end;
  const SynWord *word = syn_words_get (reader->words, at);
  double power;

  if (strcmp (word->text, "-") == 0 && !word->spaced
      && !syn_words_get (reader->words, at + 1)->spaced)
    word = syn_words_get (reader->words, ++at);
  power = syn_number_words_power (reader->speller, word);
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
read_digits (const SynNumberReader *reader, SynFigure *figure)
{
  const SynWord *word = syn_words_get (reader->words, figure->value_first);
  gboolean english;
  guint end = figure->value_first + 1;
  g_autoptr (GString) digits = NULL;

  if (word->kind != SYN_WORD_DIGITS)
    return FALSE;
  english = strcmp (reader->language, "en") == 0;
  digits = g_string_new (word->text);
  /* "12 000" where a space parts thousands */
  while (!english && digits->len <= 3 * (end - figure->value_first)
         && syn_words_get (reader->words, end)->kind == SYN_WORD_DIGITS
         && strlen (syn_number_reader_text (reader, end)) == 3
         && strspn (digits->str, "0123456789") == digits->len)
    g_string_append (digits, syn_number_reader_text (reader, end++));
  figure->value = parse_digits (digits->str, english);
  figure->value_end = end;
  return isfinite (figure->value);
}

static gboolean
read_words (const SynNumberReader *reader, SynFigure *figure)
{
  guint at = figure->value_first, n;
  const SynWord *word = syn_words_get (reader->words, at);

  if (word->kind == SYN_WORD_MARK)
    return FALSE;
  /* "a hundred", "a dozen", "half a million" */
  if (syn_word_is (word, "a") || syn_word_is (word, "half"))
    {
      gboolean half = word->text[0] == 'h';
      double power;

      if (half && strcmp (syn_number_reader_text (reader, at + 1), "a") != 0)
        return FALSE;
      at += half ? 2 : 1;
      power = strcmp (syn_number_reader_text (reader, at), "dozen") == 0
                  ? 12
                  : syn_number_words_power (reader->speller, syn_words_get (reader->words, at));
      if (power == 0)
        return FALSE;
      figure->value = half ? power / 2 : power;
      figure->value_end = at + 1;
      return TRUE;
    }
  n = syn_number_words_parse (reader->speller, reader->words, at, &figure->value);
  figure->value_end = at + n;
  return n > 0;
}

gboolean
syn_figure_read_value (const SynNumberReader *reader, guint at, SynFigure *figure)
{
  SynUnit sign;

  *figure = (SynFigure) { .first = at, .value_first = at };
  if (!read_digits (reader, figure) && !read_words (reader, figure))
    return FALSE;
  if (syn_units_match_sign (reader->words, at, &sign) > 0)
    {
      figure->money_sign = TRUE;
      figure->unit = sign;
      figure->first = at - syn_units_match_sign (reader->words, at, &sign);
    }
  read_power (reader, figure);
  if (strcmp (syn_number_reader_text (reader, figure->value_end), "and") == 0
      && strcmp (syn_number_reader_text (reader, figure->value_end + 1), "a") == 0
      && strcmp (syn_number_reader_text (reader, figure->value_end + 2), "half") == 0)
    {
      figure->value += 0.5;
      figure->value_end += 3;
    }
  figure->upper = figure->value;
  figure->end = figure->value_end;
  return TRUE;
}

/* "12 people", "12-year", "3km", "million euros" */
void
syn_figure_read_unit (const SynNumberReader *reader, SynFigure *figure)
{
  guint at = figure->end, n;
  SynUnit unit;

  if (strcmp (syn_number_reader_text (reader, at), "-") == 0 && !syn_words_get (reader->words, at)->spaced)
    at++;
  /* "2 millions d'euros", "1,2 millones de euros" */
  if (figure->power && syn_lexicon_has (reader->lexicon, "links", syn_number_reader_text (reader, at)))
    at++;
  n = syn_units_match (reader->words, at, &unit);
  if (n == 0 || (figure->money_sign && unit.kind != SYN_NUMBER_MONEY))
    return;
  /* A lone "m" behind a gap is a name or a form of "to be" more often than a metre. */
  if (strcmp (unit.base, "m") == 0 && strcmp (syn_number_reader_text (reader, at), "m") == 0
      && syn_words_get (reader->words, at)->spaced && syn_words_get (reader->words, at)->capital)
    return;
  if (!figure->money_sign)
    figure->unit = unit;
  figure->end = at + n;
}

static gboolean
is_range_mark (const SynNumberReader *reader, const char *text)
{
  return strcmp (text, "-") == 0 || strcmp (text, "–") == 0
         || syn_lexicon_has (reader->lexicon, "ranges", text);
}

/* "10-15", "between 10 and 15", "from 10 to 15": the second value, where it is greater. */
void
syn_figure_read_range (const SynNumberReader *reader, SynFigure *figure)
{
  guint at = figure->end, next;
  const char *between = syn_lexicon_lookup (
      reader->lexicon, "ranges-open", syn_number_reader_text (reader, (gint) figure->first - 1));
  const char *mark = syn_number_reader_text (reader, at);
  SynFigure second;
  SynUnit sign;

  if (!(between != NULL ? strcmp (mark, between) == 0 : is_range_mark (reader, mark)))
    return;
  next = at + 1;
  if (syn_units_match_sign (reader->words, next + 1, &sign) > 0)
    next++;
  if (!syn_figure_read_value (reader, next, &second))
    return;
  /* "rose 3 per cent to 266 million": what is measured otherwise is no other end. */
  if (figure->unit.base != NULL && !figure->money_sign && between == NULL)
    {
      syn_figure_read_unit (reader, &second);
      if (g_strcmp0 (figure->unit.base, second.unit.base) != 0)
        return;
      second.end = second.value_end;
    }
  /* "5-6 million": the power belongs to both. */
  if (second.power && !figure->power && figure->value < 1000)
    figure->value
        *= second.value / MAX (1, parse_digits (syn_number_reader_text (reader, second.value_first), TRUE));
  if (second.value <= figure->value)
    return;
  /* "three or four" is a range, "one or 50" is not. */
  if (g_strcmp0 (syn_lexicon_lookup (reader->lexicon, "ranges", mark), "choice") == 0
      && second.value > 3 * figure->value)
    return;
  if (figure->unit.base == NULL)
    figure->unit = second.unit;
  figure->upper = second.value;
  figure->value_end = figure->end = second.value_end;
  if (between != NULL)
    figure->first--;
  if (!figure->money_sign)
    syn_figure_read_unit (reader, figure);
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

void
syn_figure_read_qualifiers (const SynNumberReader *reader, SynFigure *figure)
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
