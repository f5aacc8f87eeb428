/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-dates.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "text/syn-word-table.h"

/* From ICU, but for what it does not know. */
struct _SynCalendar
{
  char *language;
  gboolean english;
  SynWordTable *months;   /* 1–12 */
  SynWordTable *weekdays; /* 1 Monday – 7 Sunday */
  SynWordTable *relative; /* days from today */
};

static void
add_symbols (SynWordTable *table, UDateFormat *format, UDateFormatSymbolType type, gboolean weekdays)
{
  gint32 n = udat_countSymbols (format, type);

  for (gint32 i = 0; i < n; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar text[64];
      char utf8[128];
      g_autofree char *lower = NULL;
      /* Weekday 0 is empty, 1 is Sunday. */
      gint value = weekdays ? (i == 1 ? 7 : i - 1) : i + 1;

      udat_getSymbols (format, type, i, text, G_N_ELEMENTS (text), &status);
      u_strToUTF8 (utf8, sizeof utf8, NULL, text, -1, &status);
      if (U_FAILURE (status) || strlen (utf8) < 3)
        continue;
      if (g_str_has_suffix (utf8, "."))
        utf8[strlen (utf8) - 1] = '\0';
      lower = g_utf8_strdown (utf8, -1);
      syn_word_table_set (table, lower, value);
    }
}

/* Days that are named from the one on which it is written. */
static const struct
{
  const char *language, *word;
  int days;
} relative[] = {
  { "en", "yesterday", -1 },  { "en", "today", 0 },    { "en", "tonight", 0 },
  { "en", "tomorrow", 1 },    { "de", "gestern", -1 }, { "de", "heute", 0 },
  { "de", "vorgestern", -2 }, { "fr", "hier", -1 },    { "fr", "demain", 1 },
  { "fr", "avant-hier", -2 }, { "es", "ayer", -1 },    { "es", "hoy", 0 },
  { "es", "anteayer", -2 },   { "it", "ieri", -1 },    { "it", "oggi", 0 },
  { "it", "domani", 1 },      { "ru", "вчера", -1 },   { "ru", "сегодня", 0 },
  { "ru", "завтра", 1 },      { "ru", "позавчера", -2 }, { "uk", "вчора", -1 },
  { "uk", "учора", -1 },      { "uk", "сьогодні", 0 }, { "uk", "завтра", 1 },
  { "uk", "позавчора", -2 },
};
static const SynCalendar *
get_calendar (const char *language)
{
  /* ICU has a weekday in one case only: "в среду", "am Mittwochabend". */
  static const struct
  {
    const char *language, *word;
    int day;
  } cases[] = {
    { "ru", "среду", 3 },   { "ru", "пятницу", 5 },    { "ru", "субботу", 6 },
    { "uk", "середу", 3 },  { "uk", "п'ятницю", 5 },   { "uk", "п'ятниця", 5 },
    { "uk", "суботу", 6 },  { "uk", "неділю", 7 },     { "de", "sonnabend", 6 },
    { "de", "montagabend", 1 }, { "de", "dienstagabend", 2 }, { "de", "mittwochabend", 3 },
    { "de", "donnerstagabend", 4 }, { "de", "freitagabend", 5 }, { "de", "samstagabend", 6 },
    { "de", "sonntagabend", 7 }, { "de", "montagmorgen", 1 }, { "de", "dienstagmorgen", 2 },
    { "de", "mittwochmorgen", 3 }, { "de", "donnerstagmorgen", 4 }, { "de", "freitagmorgen", 5 },
    { "de", "samstagmorgen", 6 }, { "de", "sonntagmorgen", 7 },
  };
  static GMutex mutex;
  static GHashTable *all;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format;
  SynCalendar *self;

  if (all == NULL)
    all = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (all, language);
  if (self != NULL)
    return self;

  self = g_new0 (SynCalendar, 1);
  self->language = g_strdup (language);
  self->english = strcmp (language, "en") == 0;
  self->months = syn_word_table_new ();
  self->weekdays = syn_word_table_new ();
  self->relative = syn_word_table_new ();
  format = udat_open (UDAT_DEFAULT, UDAT_DEFAULT, language, NULL, 0, NULL, 0, &status);
  if (U_SUCCESS (status))
    {
      add_symbols (self->months, format, UDAT_SHORT_MONTHS, FALSE);
      add_symbols (self->months, format, UDAT_MONTHS, FALSE);
      add_symbols (self->weekdays, format, UDAT_WEEKDAYS, TRUE);
      udat_close (format);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (strcmp (cases[i].language, language) == 0)
      syn_word_table_set (self->weekdays, cases[i].word, cases[i].day);
  if (self->english)
    syn_word_table_set (self->months, "sept", 9);
  for (guint i = 0; i < G_N_ELEMENTS (relative); i++)
    if (strcmp (relative[i].language, language) == 0)
      syn_word_table_set (self->relative, relative[i].word, relative[i].days);
  g_hash_table_insert (all, self->language, self);
  return self;
}

SynDateContext
syn_date_context (const char *language, gint32 published)
{
  return (SynDateContext){ get_calendar (language), published };
}

gint32
syn_dates_from_ymd (int year, int month, int day)
{
  GDate date;

  if (!g_date_valid_dmy (day, month, year))
    return SYN_DATES_UNKNOWN;
  g_date_set_dmy (&date, day, month, year);
  return (gint32) g_date_get_julian (&date) - 719163;
}

static int
parse_int (const SynWord *word, int max)
{
  gint64 value = 0;

  if (word->kind != SYN_WORD_DIGITS || strlen (word->text) > 4)
    return -1;
  for (const char *p = word->text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return -1;
      value = value * 10 + (*p - '0');
    }
  return value <= max ? (int) value : -1;
}

/* A day of the month: "22", "22nd", "22." */
static guint
match_day (const SynWords *words, guint at, int *out_day)
{
  const SynWord *after = syn_words_get (words, at + 1);

  *out_day = parse_int (syn_words_get (words, at), 31);
  if (*out_day < 1)
    return 0;
  if (!after->spaced
      && (strcmp (after->text, "st") == 0 || strcmp (after->text, "nd") == 0
          || strcmp (after->text, "rd") == 0 || strcmp (after->text, "th") == 0))
    return 2;
  return 1;
}

static guint
match_month (const SynCalendar *calendar, const SynWords *words, guint at, int *out_month)
{
  const SynWord *word = syn_words_get (words, at);
  const double *month = syn_word_table_find (calendar->months, word);

  *out_month = month != NULL ? (int)*month : 0;
  /* "may" and "march" are also verbs. */
  if (month == NULL || (!word->capital && calendar->english))
    return 0;
  return syn_words_is (words, at + 1, ".") && !syn_words_get (words, at + 1)->spaced ? 2 : 1;
}

static guint
match_year (const SynWords *words, guint at, int *out_year)
{
  guint comma = syn_words_is (words, at, ",") ? 1 : 0;

  *out_year = parse_int (syn_words_get (words, at + comma), 2199);
  return *out_year >= 1500 ? comma + 1 : 0;
}

static void
set_day (SynNumber *out, gint32 day)
{
  out->kind = SYN_NUMBER_DATE;
  out->lo = out->hi = out->value = day;
}

static void
set_unknown (SynNumber *out, double code)
{
  out->kind = SYN_NUMBER_DATE;
  out->lo = -INFINITY;
  out->hi = INFINITY;
  out->value = -code;
}

/* A day without a year is the one nearest to the article's own. */
static void
set_month_day (SynNumber *out, const SynDateContext *context, int year, int month, int day)
{
  gint32 best = SYN_DATES_UNKNOWN;
  GDate published;

  if (year > 0)
    best = syn_dates_from_ymd (year, month, day);
  else if (context->published != SYN_DATES_UNKNOWN)
    {
      g_date_set_julian (&published, (guint32) (context->published + 719163));
      for (int y = g_date_get_year (&published) - 1; y <= g_date_get_year (&published) + 1; y++)
        {
          gint32 found = syn_dates_from_ymd (y, month, day);

          if (found != SYN_DATES_UNKNOWN
              && (best == SYN_DATES_UNKNOWN
                  || ABS (found - context->published) < ABS (best - context->published)))
            best = found;
        }
    }
  if (best == SYN_DATES_UNKNOWN)
    set_unknown (out, month * 100 + day);
  else
    set_day (out, best);
}

/* "May I", "March on", "Jan Novak": a month by itself needs a word before it that says when. */
static gboolean
is_something_else (const SynWords *words, guint at)
{
  static const char *const when[]
      = { "in", "since", "of", "last", "this", "early", "late", "mid", "by", "until", "to" };
  const char *before = syn_words_get (words, (gint) at - 1)->text;

  const SynWord *next = syn_words_get (words, at + 1);

  if (!syn_words_is (words, at, "may") && !syn_words_is (words, at, "march")
      && !(next->kind == SYN_WORD_LETTERS && next->capital))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (when); i++)
    if (strcmp (before, when[i]) == 0)
      return FALSE;
  return TRUE;
}

static guint
match_calendar_date (const SynDateContext *context,
                     const SynCalendar *calendar,
                     const SynWords *words,
                     guint at,
                     SynNumber *out)
{
  int day, month, year = 0;
  guint n, m, y;

  n = match_day (words, at, &day);
  if (n > 0)
    {
      guint of = syn_words_is (words, at + n, "of") || syn_words_is (words, at + n, ".")
                 || syn_words_is (words, at + n, "de") || syn_words_is (words, at + n, "er");

      m = match_month (calendar, words, at + n + of, &month);
      if (m == 0)
        return 0;
      y = match_year (words, at + n + of + m, &year);
      /* "19 Sept. 11 hijackers": the month belongs to the figure behind it. */
      if (y == 0 && match_day (words, at + n + of + m, &year) > 0)
        return 0;
      year = y > 0 ? year : 0;
      set_month_day (out, context, year, month, day);
      return n + of + m + y;
    }
  m = match_month (calendar, words, at, &month);
  if (m == 0)
    return 0;
  n = match_day (words, at + m, &day);
  if (n > 0)
    {
      y = match_year (words, at + m + n, &year);
      /* "March 2005": the year is no day; "May 19 people": rare enough to be left. */
      set_month_day (out, context, year, month, day);
      return m + n + y;
    }
  y = match_year (words, at + m, &year);
  if (y == 0 && is_something_else (words, at))
    return 0;
  set_unknown (out, month * 100 + (y > 0 ? 1e4 * year : 0));
  if (y > 0)
    {
      out->lo = syn_dates_from_ymd (year, month, 1);
      out->hi = out->lo + g_date_get_days_in_month (month, year) - 1;
    }
  return m + y;
}

/* "2023-05-23", "23.05.2023" */
static guint
match_numeric_date (const SynWords *words, guint at, SynNumber *out)
{
  const SynWord *first = syn_words_get (words, at);
  int a, b, c;
  gint32 day;

  if (first->kind != SYN_WORD_DIGITS)
    return 0;
  if (sscanf (first->text, "%2d.%2d.%4d", &a, &b, &c) == 3 && strlen (first->text) >= 8)
    {
      day = syn_dates_from_ymd (c, b, a);
      if (day == SYN_DATES_UNKNOWN)
        return 0;
      set_day (out, day);
      return 1;
    }
  a = parse_int (first, 2199);
  b = parse_int (syn_words_get (words, at + 2), 12);
  c = parse_int (syn_words_get (words, at + 4), 31);
  if (a < 1500 || b < 1 || c < 1 || !syn_words_is (words, at + 1, "-")
      || !syn_words_is (words, at + 3, "-"))
    return 0;
  day = syn_dates_from_ymd (a, b, c);
  if (day == SYN_DATES_UNKNOWN)
    return 0;
  set_day (out, day);
  return 5;
}

static guint
match_relative_day (const SynDateContext *context,
                    const SynCalendar *calendar,
                    const SynWords *words,
                    guint at,
                    SynNumber *out)
{
  const SynWord *word = syn_words_get (words, at);
  const double *weekday = syn_word_table_find (calendar->weekdays, word);
  const double *days = weekday == NULL ? syn_word_table_find (calendar->relative, word) : NULL;

  if (weekday != NULL)
    {
      const char *before = syn_words_get (words, (gint) at - 1)->text;
      gboolean ahead = strcmp (before, "until") == 0 || strcmp (before, "by") == 0
                       || strcmp (before, "next") == 0;
      int today, back;

      if (context->published == SYN_DATES_UNKNOWN)
        {
          set_unknown (out, 1e6 + *weekday);
          return 1;
        }
      today = (int) ((context->published + 3) % 7 + 7) % 7 + 1; /* 1970-01-01 was a Thursday */
      back = (today - (int)*weekday + 7) % 7;
      set_day (out, context->published + (ahead ? (back == 0 ? 7 : 7 - back) : -back));
      return 1;
    }
  if (days != NULL)
    {
      if (context->published == SYN_DATES_UNKNOWN)
        set_unknown (out, 2e6 + *days + 1);
      else
        set_day (out, context->published + (gint32)*days);
      return 1;
    }
  return 0;
}

static int
half_day (const SynWords *words, guint at, guint *out_n)
{
  static const char *const names[] = { "a.m.", "am", "a.m", "p.m.", "pm", "p.m" };
  const char *text = syn_words_get (words, at)->text;

  *out_n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      {
        *out_n = 1;
        return i < 3 ? 0 : 12;
      }
  return -1;
}

static void
set_clock (SynNumber *out, int minutes)
{
  out->kind = SYN_NUMBER_CLOCK;
  out->lo = out->hi = out->value = minutes;
}

/* "quarter to eight", "half past six", "ten past nine" */
static guint
match_spoken_clock (const SynWords *words, guint at, SynNumber *out)
{
  static const char *const hours[] = { "one", "two",   "three", "four", "five",   "six",
                                       "seven", "eight", "nine",  "ten",  "eleven", "twelve" };
  static const struct
  {
    const char *word;
    int minutes;
  } parts[] = { { "quarter", 15 }, { "half", 30 }, { "five", 5 }, { "ten", 10 }, { "twenty", 20 } };
  gboolean to = syn_words_is (words, at + 1, "to");

  if (!to && !syn_words_is (words, at + 1, "past"))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      int hour;
      guint n, skip;

      if (!syn_words_is (words, at, parts[i].word) || (to && parts[i].minutes == 30))
        continue;
      /* "five to ten people" is a range: only the words that can be nothing else go without "past".
       */
      if (to && parts[i].minutes != 15)
        return 0;
      hour = parse_int (syn_words_get (words, at + 2), 12);
      for (guint h = 0; h < G_N_ELEMENTS (hours) && hour < 1; h++)
        if (syn_words_is (words, at + 2, hours[h]))
          hour = (int) h + 1;
      if (hour < 1)
        return 0;
      n = MAX (half_day (words, at + 3, &skip), 0);
      set_clock (out,
                 (hour % 12 * 60 + (to ? -parts[i].minutes : parts[i].minutes) + (int)n * 60 + 1440)
                     % 1440);
      return 3 + skip;
    }
  return 0;
}

static gboolean
is_clock_alone (const SynWords *words, guint at)
{
  const SynWord *next = syn_words_get (words, at + 1);
  const char *before = syn_words_get (words, (gint) at - 1)->text;

  return (strcmp (before, "at") == 0 || strcmp (before, "around") == 0
          || strcmp (before, "since") == 0 || strcmp (before, "until") == 0)
         && (next->text[0] == '\0'
             || (next->kind == SYN_WORD_MARK && strcmp (next->text, "%") != 0
                 && strcmp (next->text, "-") != 0)
             || strcmp (next->text, "on") == 0 || strcmp (next->text, "and") == 0);
}

static guint
match_clock (const SynWords *words, guint at, SynNumber *out)
{
  const SynWord *first = syn_words_get (words, at);
  int hour = -1, minute = 0, half;
  guint n = 1, skip;

  if (syn_word_is (first, "noon") || syn_word_is (first, "midnight"))
    {
      set_clock (out, first->text[0] == 'n' ? 720 : 0);
      return 1;
    }
  if (first->kind != SYN_WORD_DIGITS)
    return match_spoken_clock (words, at, out);

  if (strchr (first->text, '.') != NULL)
    {
      if (sscanf (first->text, "%2d.%2d", &hour, &minute) != 2
          || strlen (strchr (first->text, '.')) != 3)
        return 0;
    }
  else
    {
      hour = parse_int (first, 24);
      if (syn_words_is (words, at + 1, ":") && !syn_words_get (words, at + 2)->spaced
          && strlen (syn_words_get (words, at + 2)->text) == 2)
        {
          minute = parse_int (syn_words_get (words, at + 2), 59);
          if (minute < 0)
            return 0;
          n = 3;
        }
    }
  /* "um 20 Uhr", "20 Uhr 30", "20h30" */
  if (n == 1 && hour >= 0
      && (syn_words_is (words, at + 1, "uhr")
          || (syn_words_is (words, at + 1, "h") && !syn_words_get (words, at + 1)->spaced)))
    {
      int past = strchr (first->text, '.') == NULL
                     ? parse_int (syn_words_get (words, at + 2), 59) : -1;

      if (hour > 24 || minute > 59)
        return 0;
      set_clock (out, hour * 60 + (past > 0 ? past : minute));
      return past >= 0 ? 3 : 2;
    }
  half = half_day (words, at + n, &skip);
  /* "at 7.20," is a time of day, "7.20 metres" is none. */
  if (half < 0 && n == 1 && strchr (first->text, '.') != NULL && is_clock_alone (words, at))
    n = 1;
  else if (half < 0 && n == 1)
    return 0;
  if (hour < 0 || hour > 24 || minute > 59 || (half >= 0 && (hour < 1 || hour > 12)))
    return 0;
  set_clock (out, (half >= 0 ? hour % 12 + half : hour) * 60 + minute);
  return n + skip;
}

guint
syn_dates_match (const SynDateContext *context, const SynWords *words, guint at, SynNumber *out)
{
  const SynCalendar *calendar = context->calendar;
  guint n;

  if (syn_words_get (words, at)->kind == SYN_WORD_MARK)
    return 0;
  n = match_clock (words, at, out);
  if (n == 0)
    n = match_numeric_date (words, at, out);
  if (n == 0)
    n = match_calendar_date (context, calendar, words, at, out);
  if (n == 0)
    n = match_relative_day (context, calendar, words, at, out);
  if (n > 0)
    out->span = out->value_span = syn_words_span (words, at, MIN (n, words->n - at));
  return n;
}
