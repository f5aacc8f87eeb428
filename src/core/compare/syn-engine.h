/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/**
 * SynPair: two statements of different articles that were scored.
 * @a, @b: global indices, @a < @b
 * @z: the score of the formula
 * @p: calibrated probability
 * @tier: as shown
 */
typedef struct
{
  guint a, b;
  float z;
  float p;
  SynTier tier;
} SynPair;

/**
 * SynEngine:
 *
 * What the steps of one comparison share.  Private to compare/.
 *
 * @documents: (element-type SynDocument)
 * @first: first global statement of each document; n_documents + 1 entries
 * @statements: (element-type SynStatement): all, in global order
 * @term_of: per document: its term → the comparison's term
 * @terms: (element-type utf8): the comparison's terms
 * @weight: (element-type float): story-local weight of each term
 * @pairs: (element-type SynPair): best first
 * @conflicts: (element-type SynConflict): filled by the detectors
 */
typedef struct
{
  GPtrArray *documents;
  GArray *first;
  GArray *statements;
  GPtrArray *term_of;
  GPtrArray *terms;
  GArray *weight;
  GArray *pairs;
  GHashTable *pair_index;
  GArray *conflicts;
} SynEngine;

/* The pair of two statements, or NULL if it was never scored. */
const SynPair      *syn_engine_find_pair (SynEngine *self, guint a, guint b);
const SynStatement *syn_engine_get_statement (SynEngine *self, guint statement);
SynDocument        *syn_engine_get_document (SynEngine *self, guint statement);
/* The comparison's term of a token's term of the document @statement is in. */
guint32             syn_engine_map_term (SynEngine *self, guint statement, guint32 term);

/**
 * SynConflictDetector: one type, one file, one line in the table of syn-conflicts.c.
 * @type: what it finds
 * @detect: appends to @engine->conflicts, leaving claim at -1
 */
typedef struct
{
  SynConflictType type;
  void (*detect) (SynEngine *engine);
} SynConflictDetector;

/* Runs every detector, drops doubles, sorts best first, sets tiers. */
void syn_conflicts_find (SynEngine *engine);

G_END_DECLS
