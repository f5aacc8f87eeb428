/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-page-dates.h"

#include "text/syn-text-char.h"

#include <string.h>

/* A time belongs to a date that ends at most so many bytes before it. */
#define TIME_DISTANCE 28
#define MAX_LINE 400

typedef struct
{
  int year, month, day;
} Date;

typedef struct
{
  const char *name;
  int minutes;
} Zone;

/* Abbreviations that the press uses, and what it means by them. */
static const Zone zones[] = {
  { "z", 0 },      { "gmt", 0 },    { "utc", 0 },    { "bst", 60 },   { "wet", 0 },
  { "west", 60 },  { "cet", 60 },   { "cest", 120 }, { "eet", 120 },  { "eest", 180 },
  { "msk", 180 },  { "edt", -240 }, { "est", -300 }, { "cdt", -300 }, { "cst", -360 },
  { "mdt", -360 }, { "mst", -420 }, { "pdt", -420 }, { "pst", -480 }, { "ist", 330 },
  { "jst", 540 },  { "aest", 600 }, { "aedt", 660 },
};

typedef struct
{
  const char *pattern;
  int year, month, day; /* groups; the month is a word if it matches no digit */
} Form;

/* The order matters: what is surest first. */
static const Form forms[] = {
  { "(?<!\\d)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)", 1, 3, 4 },
  { "(?<![\\d.:])(\\d{1,2})(?:st|nd|rd|th|\\.|er|º|°)?\\s+(?:of\\s+|de\\s+)?(\\p{L}{3,10})\\.?,?\\s+"
    "(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)",
    3, 2, 1 },
  { "(?<!\\p{L})(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)", 3, 1, 2 },
  { "(?<!\\d)(\\d{1,2})-(\\p{L}{3,10})-(\\d{4})(?!\\d)", 3, 2, 1 },
  { "(?<![\\d.])(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?!\\d)", 4, 3, 1 },
  { "(?<!\\d)((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)", 1, 2, 3 },
};

static GRegex *
form_regex (guint i)
{
  static GRegex *compiled[G_N_ELEMENTS (forms)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
        compiled[j] = g_regex_new (forms[j].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return compiled[i];
}

static GRegex *
time_regex (void)
{
  static GRegex *compiled = NULL;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      compiled = g_regex_new (
          "(?<![\\d.:])(\\d{1,2})[:.h](\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?(?![\\d.:])\\s*"
          "(?:(a|p)\\.?m\\b\\.?)?\\s*(?:\\(?([A-Z]{1,4})\\b\\)?|([+-]\\d\\d):?(\\d\\d))?",
          G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return compiled;
}

static int
group_number (GMatchInfo *match, int group)
{
  g_autofree char *digits = g_match_info_fetch (match, group);

  return digits != NULL && *digits != '\0' ? (int) g_ascii_strtoll (digits, NULL, 10) : -1;
}

static int
group_month (GMatchInfo *match, int group, SynPageCues *cues)
{
  g_autofree char *word = g_match_info_fetch (match, group);
  g_autofree char *key = syn_page_cue_key (word);
  const char *value;

  if (g_ascii_isdigit (*key))
    return (int) g_ascii_strtoll (key, NULL, 10);
  value = syn_page_cues_lookup (cues, "month", key);
  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : -1;
}

/* "5/23/2023" has its month first, "23/5/2023" and "4.5.2023" do not; "4/5/2023" nobody knows. */
static gboolean
settle_order (GMatchInfo *match, Date *date)
{
  g_autofree char *separator = g_match_info_fetch (match, 2);

  if (*separator == '.' || date->day > 12)
    return TRUE;
  if (date->month > 12)
    {
      int month = date->day;

      date->day = date->month;
      date->month = month;
      return TRUE;
    }
  return date->day == date->month;
}

/* Without a year there is no date; most lines have none, and a regular expression is slow. */
static gboolean
has_year (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && n < 4; text++)
    n = g_ascii_isdigit (*text) ? n + 1 : 0;
  return n == 4;
}

static gboolean
find_day (const char *text, SynPageCues *cues, Date *date, int *start, int *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (form_regex (i), text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          date->year = group_number (match, forms[i].year);
          date->month = group_month (match, forms[i].month, cues);
          date->day = group_number (match, forms[i].day);
          if (forms[i].year == 4 && !settle_order (match, date))
            continue;
          if (date->year < 1600 || date->year > 2200
              || !g_date_valid_dmy (MAX (date->day, 0), MAX (date->month, 0), date->year))
            continue;
          g_match_info_fetch_pos (match, 0, start, end);
          return TRUE;
        }
    }
  return FALSE;
}

/* "+01:00" for a zone by name or by figures, "" for none. */
static char *
dup_zone (GMatchInfo *match)
{
  g_autofree char *name = g_match_info_fetch (match, 5);
  g_autofree char *hours = g_match_info_fetch (match, 6);
  g_autofree char *minutes = g_match_info_fetch (match, 7);

  if (hours != NULL && *hours != '\0')
    return g_strdup_printf ("%s:%s", hours, minutes);
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (zones); i++)
    if (g_ascii_strcasecmp (name, zones[i].name) == 0)
      return zones[i].minutes == 0
                 ? g_strdup ("Z")
                 : g_strdup_printf ("%c%02d:%02d", zones[i].minutes < 0 ? '-' : '+',
                                    ABS (zones[i].minutes) / 60, ABS (zones[i].minutes) % 60);
  return g_strdup ("");
}

/* The time in @match as "T10:05:00+01:00", or NULL when there is no such time. */
static char *
dup_time (GMatchInfo *match)
{
  g_autofree char *half = g_match_info_fetch (match, 4);
  g_autofree char *zone = dup_zone (match);
  int hour = group_number (match, 1);
  int minute = group_number (match, 2);
  int second = group_number (match, 3);

  if (half != NULL && *half != '\0')
    hour = hour % 12 + (g_ascii_tolower (*half) == 'p' ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59)
    return NULL;
  return g_strdup_printf ("T%02d:%02d:%02d%s", hour, minute, MAX (second, 0), zone);
}

/* The time beside a date: behind it, else before it.  Moves @start and @end to hold it. */
static char *
find_time (const char *text, int *start, int *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  int from, to;

  if (text[*end] == 'T' || text[*end] == 't')
    g_regex_match_full (time_regex (), text, -1, *end + 1, 0, &match, NULL);
  else
    g_regex_match_full (time_regex (), text, -1, *end, 0, &match, NULL);
  if (g_match_info_matches (match) && g_match_info_fetch_pos (match, 0, &from, &to)
      && from - *end <= TIME_DISTANCE)
    {
      *end = to;
      return dup_time (match);
    }
  g_clear_pointer (&match, g_match_info_unref);
  if (*start == 0 || *start > TIME_DISTANCE)
    return NULL;
  g_regex_match_full (time_regex (), text, *start, 0, 0, &match, NULL);
  if (!g_match_info_matches (match) || !g_match_info_fetch_pos (match, 0, &from, &to))
    return NULL;
  *start = from;
  return dup_time (match);
}

char *
syn_page_date_find (const char *text, SynPageCues *cues, gsize *out_start, gsize *out_end)
{
  Date date;
  int start, end;
  g_autofree char *time = NULL;

  g_return_val_if_fail (text != NULL && cues != NULL, NULL);
  if (!has_year (text) || !find_day (text, cues, &date, &start, &end))
    return NULL;
  time = find_time (text, &start, &end);
  if (out_start != NULL)
    *out_start = start;
  if (out_end != NULL)
    *out_end = end;
  return g_strdup_printf ("%04d-%02d-%02d%s", date.year, date.month, date.day,
                          time != NULL ? time : "");
}

static gboolean
is_zone (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (g_str_equal (key, zones[i].name))
      return TRUE;
  return FALSE;
}

/* Whether @word, as syn_page_cue_key() makes it, may stand beside a date. */
static gboolean
is_beside_date (const char *key, SynPageCues *cues)
{
  /* A second date or time beside the first: "Published … Updated …". */
  return *key == '\0' || (g_ascii_isdigit (*key) && strlen (key) <= 4)
         || syn_page_cues_has (cues, "dateline", key) || syn_page_cues_has (cues, "month", key)
         || is_zone (key);
}

/* What parts the words around a date. */
#define SEPARATORS " \t,;:|/()[]-"

/* Whether the first word is one that no dateline has: a word of letters is no part of a date unless it is a month,
 * and the regular expressions that look for one are slow. */
static gboolean
begins_otherwise (const char *line, SynPageCues *cues)
{
  gsize length = strcspn (line, SEPARATORS);
  g_autofree char *word = g_strndup (line, length);
  g_autofree char *key = NULL;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!syn_char_is_alpha (syn_char_at (p)))
      return FALSE;
  key = syn_page_cue_key (word);
  return !is_beside_date (key, cues);
}

gboolean
syn_page_date_is_dateline (const char *line, SynPageCues *cues)
{
  gsize start, end;
  g_autofree char *date = NULL;
  g_autofree char *rest = NULL;
  g_auto (GStrv) words = NULL;

  if (strlen (line) > MAX_LINE || !has_year (line) || begins_otherwise (line, cues))
    return FALSE;
  date = syn_page_date_find (line, cues, &start, &end);
  if (date == NULL)
    return FALSE;
  rest = g_strdup_printf ("%.*s | %s", (int) start, line, line + end);
  words = g_strsplit_set (rest, SEPARATORS, -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *key = syn_page_cue_key (words[i]);

      if (!is_beside_date (key, cues))
        return FALSE;
    }
  return TRUE;
}
