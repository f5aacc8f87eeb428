/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-document.h"
#include "text/syn-words.h"

G_BEGIN_DECLS

/* The names of months and days in one language. */
typedef struct _SynCalendar SynCalendar;

/* What a date without a year or a weekday is reckoned from. */
typedef struct
{
  const SynCalendar *calendar;
  gint32 published; /* days since 1970-01-01, or SYN_DATES_UNKNOWN */
} SynDateContext;
#define SYN_DATES_UNKNOWN G_MININT32

SynDateContext syn_date_context (const char *language, gint32 published);

/* Days since 1970-01-01; SYN_DATES_UNKNOWN for what is no date. */
gint32 syn_dates_from_ymd (int year, int month, int day);

/**
 * syn_dates_match:
 * @at: index of a word
 * @out: (out): kind, lo, hi, value and span are set
 *
 * Reads a date, a month, a weekday, a year, "yesterday" or a time of day.  What cannot be placed in the
 * calendar has an unbounded interval and a negative value that is equal for equal wordings.
 *
 * Returns: how many words it has, 0 if none begins at @at
 */
guint syn_dates_match (const SynDateContext *context, const SynWords *words, guint at, SynNumber *out);

G_END_DECLS
