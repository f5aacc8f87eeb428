/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-cues.h"
#include "text/syn-dates.h"
#include "text/syn-document-private.h"
#include "text/syn-number-words.h"
#include "text/syn-units.h"

G_BEGIN_DECLS

/* One statement, while its figures are read. */
typedef struct
{
  SynDocument *document;
  const SynStatement *statement;
  SynLexicon *lexicon;
  const char *language;
  SynDateContext dates;
  SynSpeller *speller;
  const SynWords *words;
  const SynCues *qualifiers, *qualifiers_after, *vague, *shares_before, *shares_after, *labels;
  const SynCues *ages_after, *ages_open;
  const SynCueFilter *vague_starts;
} SynNumberReader;

/* A figure while it is put together; all indices are words. */
typedef struct
{
  guint first, value_first, value_end, end;
  double value, upper; /* upper: of a range, else equal to value */
  gboolean power;      /* "5 million" */
  gboolean money_sign;
  SynUnit unit;
  SynQualifier qualifier;
} SynFigure;

/**
 * syn_figure_read_value:
 * @at: index of a word
 *
 * Reads the bare figure that begins at @at, in digits or words, with its power and currency sign.
 */
gboolean syn_figure_read_value (const SynNumberReader *reader, guint at, SynFigure *figure);

/* What stands behind and before it: a unit, the second value of a range, qualifiers; in this order. */
void syn_figure_read_unit (const SynNumberReader *reader, SynFigure *figure);
void syn_figure_read_range (const SynNumberReader *reader, SynFigure *figure);
void syn_figure_read_qualifiers (const SynNumberReader *reader, SynFigure *figure);

/* The text of a word, "" beyond either end. */
static inline const char *
syn_number_reader_text (const SynNumberReader *reader, gint at)
{
  return syn_words_get (reader->words, at)->text;
}

G_END_DECLS
