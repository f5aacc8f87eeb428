/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-mark-choice.h"

G_BEGIN_DECLS

/**
 * SynReadSpan:
 * @start, @end: code points of the article's text, which are the offsets of the text buffer
 * @statement: the statement (global index) it belongs to
 * @kind: how it is drawn; meaningless for the span of a statement
 * @index: of the match, variant or conflict
 * @own: the reader's own link
 * @ends_line: nothing follows it in its paragraph
 * @stamp: which layout @segments were measured in; 0 when never
 * @segments: (nullable) (element-type graphene_rect_t): where it stands, from the top of its first line
 */
typedef struct
{
  guint32 start, end;
  guint32 statement;
  SynMarkKind kind;
  guint index;
  gboolean own;
  gboolean ends_line;
  guint stamp;
  GArray *segments;
} SynReadSpan;

/**
 * syn_read_spans_new:
 *
 * Returns: (transfer full) (element-type SynReadSpan): an empty array that frees what its spans measured
 */
GArray *syn_read_spans_new (void);

/**
 * syn_read_marks_build:
 * @comparison: what to mark
 * @article: index of the article
 * @kinds: those that are wanted
 *
 * The marks of a whole article, made ready for drawing: underlines are cut where a box or pill stands,
 * and where two matches cover the same words the closer kind (copied before same before related) is kept,
 * so that no two marks of one statement overlap.
 *
 * Returns: (transfer full) (element-type SynReadSpan): sorted by statement, then by start
 */
GArray *syn_read_marks_build (SynComparison *comparison, guint article, SynMarkKinds kinds);

/**
 * syn_read_differences_build:
 * @pivot: index of the article that others are held against
 * @kinds: the marks that are drawn
 *
 * The words that @article has and the pivot, or who spoke before, has not; @index of each is the statement it was held
 * against.  They may stand over other marks.
 *
 * Returns: (transfer full) (element-type SynReadSpan): sorted by start
 */
GArray *syn_read_differences_build (SynComparison *comparison, guint article, guint pivot, SynMarkKinds kinds);

/**
 * syn_read_statements_build:
 *
 * Returns: (transfer full) (element-type SynReadSpan): one span for each statement of @article, in order
 */
GArray *syn_read_statements_build (SynComparison *comparison, guint article);

/**
 * syn_read_spans_find:
 * @spans: spans sorted by start
 * @offset: code points
 *
 * Returns: index of the first span that ends after @offset; the number of spans if there is none
 */
guint syn_read_spans_find (const GArray *spans, guint32 offset);

/**
 * syn_read_counterpart:
 * @claim: the claim that is preferred, or -1
 *
 * Returns: the statement of @article that makes the same claim as @statement: the best match among the
 *   statements of @claim, else of any claim, else the best match that is shown; -1 when it is silent
 */
gint syn_read_counterpart (SynComparison *comparison, guint statement, guint article, gint claim);

/**
 * SynReadPair: two statements of neighbouring columns that say the same.
 * @a, @b: statement of the first and of the second column
 * @own: linked by the reader
 * @conflict: index of a conflict between the two, or -1
 * @score: how probable the match is
 * @mutual: neither has a better counterpart in the other column, or the reader linked them, or they disagree
 */
typedef struct
{
  guint a, b;
  gboolean own;
  gint conflict;
  double score;
  gboolean mutual;
} SynReadPair;

/**
 * syn_read_pairs:
 *
 * Returns: (transfer full) (element-type SynReadPair): sorted by @a, then @b
 */
GArray *syn_read_pairs (SynComparison *comparison, guint article_a, guint article_b);

/**
 * syn_read_chain:
 * @pairs: (element-type SynReadPair): sorted by a
 *
 * The longest part of @pairs in which both columns ascend (patience sorting, O(n log n)): what a
 * proportional scroll can follow without ever running backwards.
 *
 * Returns: (transfer full) (element-type SynReadPair)
 */
GArray *syn_read_chain (const GArray *pairs);

G_END_DECLS
