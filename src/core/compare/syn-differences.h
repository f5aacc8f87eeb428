/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/**
 * syn_differences_reference:
 * @pivot: index of the article that is read first
 *
 * Returns: the statement that the words of @statement are held against: what matches it (sure or likely) in the
 *   pivot, else in the earliest article before its own; -1 when it is the one that others are held against
 */
gint syn_differences_reference (SynComparison *comparison, guint statement, guint pivot);

/**
 * syn_differences_list:
 * @statement, @other: two statements that say the same
 * @taken: (nullable) (element-type SynSpan): words that are marked otherwise already, bytes of @statement's article
 *
 * The words of @statement that @other does not have.  Both are aligned word by word by their normal forms (longest
 * common subsequence, O(n m) words); a word that only stands elsewhere, a figure or a name that is only written
 * otherwise and a function word by itself are no differences.  Where too much differs the marks would say nothing:
 * then there are none, nor is a passage marked that the other simply does not have.
 *
 * Returns: (transfer full) (element-type SynSpan): bytes of @statement's article, ascending
 */
GArray *syn_differences_list (SynComparison *comparison,
                              guint          statement,
                              guint          other,
                              const GArray  *taken);

G_END_DECLS
