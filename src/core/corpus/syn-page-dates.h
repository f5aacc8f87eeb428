/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-page-cues.h"

G_BEGIN_DECLS

/**
 * syn_page_date_find:
 * @text: a line, a URL, a file name, or a metadata field
 * @cues: month names
 * @out_start: (out) (optional): byte where the date begins
 * @out_end: (out) (optional): byte where the date, or its time if it has one, ends
 *
 * Finds the first date with day, month and year, and the time beside it.  "4/5/2023" is no date here:
 * nobody can tell which is the month.
 *
 * Returns: (transfer full) (nullable): ISO 8601: "2023-05-23", "2023-05-23T10:05", "2023-05-23T10:05:00+01:00"
 */
char *syn_page_date_find (const char *text, SynPageCues *cues, gsize *out_start, gsize *out_end);

/**
 * syn_page_date_is_dateline:
 * @line: a line
 *
 * Returns: whether @line holds a date and beside it only such words as "Updated" or "Monday"
 */
gboolean syn_page_date_is_dateline (const char *line, SynPageCues *cues);

G_END_DECLS
