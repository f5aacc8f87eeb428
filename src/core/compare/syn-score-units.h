/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"

G_BEGIN_DECLS

/* Things that are compared, statements or clauses, in plain arrays: terms by unit and units by
 * term. */
typedef struct
{
  guint n;
  GArray *owner;     /* guint: statement of each unit */
  GArray *first;     /* guint: first use of each unit, n + 1 */
  GArray *uses;      /* SynTermUse */
  GArray *total;     /* float: weight of each unit */
  GArray *common;    /* float: weight of what articles in other languages may have of it */
  guint *post_first; /* per term, into postings; n_terms + 1 */
  guint *postings;   /* units */
  gboolean capped;   /* terms of very many units find nobody */
} SynUnits;

/* What one row adds up; one per thread at a time. */
typedef struct
{
  float *of_a, *of_b, *figure; /* per unit */
  guint *stamp;
  GArray *touched; /* guint */
  float *best;     /* per term: nearest term of the row's unit */
  GArray *near;    /* guint32: terms with best > 0 */
} SynUnitRow;

void syn_units_init (SynUnits *units);
void syn_units_clear (SynUnits *units);
/* @uses: (element-type SynTermUse), each term once. */
void syn_units_add (SynUnits *units, const SynEngine *engine, guint owner, GArray *uses);
/* Once, after the last one was added. */
void syn_units_index (SynUnits *units, guint n_terms);

void syn_unit_row_init (SynUnitRow *row, guint n_units, guint n_terms);
void syn_unit_row_clear (SynUnitRow *row);
/* Back to zero, in time that goes with what was touched. */
void syn_unit_row_reset (SynUnitRow *row);
/* How much of unit @a every other unit says (of_a), and the reverse (of_b). */
void syn_unit_row_fill (SynUnitRow *row, SynEngine *engine, const SynUnits *units, guint a);
/* Adds to the row's unit @a what function words say of those that share a word with it already: @units
 * are the function words of the same statements in the same order. */
void syn_unit_row_add (SynUnitRow *row, SynEngine *engine, const SynUnits *units, guint a);
/* The Dice of units @a, whose row it is, and @b; less while they share less than @full_mass.  Units of
 * two languages are compared by what can stand in both, and one such word is no evidence yet. */
float syn_unit_row_score (const SynUnits *units, SynEngine *engine, const SynUnitRow *row, guint a,
                          guint b, float full_mass);

G_END_DECLS
