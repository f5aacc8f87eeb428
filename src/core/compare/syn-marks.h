/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

typedef enum
{
  SYN_MARK_COPIED,
  SYN_MARK_SAME,
  SYN_MARK_RELATED,
  SYN_MARK_VARIANT,
  SYN_MARK_DIRECT,
  SYN_MARK_TENSION,
  SYN_MARK_DIFFERENCE, /* never listed below: see syn_differences_list() */
} SynMarkKind;
#define SYN_N_MARK_KINDS 7

/**
 * SynMark:
 * @span: bytes of the article's text
 * @kind: as drawn
 * @index: of the match, variant or conflict it comes from
 * @own: the reader's own link
 */
typedef struct
{
  SynSpan span;
  SynMarkKind kind;
  guint index;
  gboolean own;
} SynMark;

/**
 * syn_marks_list:
 *
 * Returns: (transfer full) (element-type SynMark): what is to be marked in @statement, sorted by start;
 *   sure and likely only.  Match marks cover the statement's shared part and may run under the others;
 *   conflict and variant marks are disjoint (conflict wins).
 */
GArray *syn_marks_list (SynComparison *comparison, guint statement);

/* How a match of @kind is marked. */
SynMarkKind syn_mark_kind_of_match (SynMatchKind kind);
/* Kind of the best match of @statement with any other article; FALSE if it has none. */
gboolean syn_marks_best_match (SynComparison *comparison, guint statement, SynMatchKind *out_kind, gboolean *out_own);
/* Kind of the match between @statement and the statements of article @article in the same claim. */
gboolean syn_marks_match_with (SynComparison *comparison, guint statement, guint article, SynMatchKind *out_kind,
                               gboolean *out_own);

G_END_DECLS
