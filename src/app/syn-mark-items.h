/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-marks.h"

G_BEGIN_DECLS

/**
 * SynMarkItem: one thing that a statement's marks say.
 * @kind: a match, a variant or a conflict
 * @index: of the match, variant or conflict
 * @other: the statement at its other end, or -1
 */
typedef struct
{
  SynMarkKind kind;
  guint index;
  gint other;
} SynMarkItem;

/**
 * syn_mark_items_list:
 *
 * Returns: (transfer full) (element-type SynMarkItem): what is marked at @statement (sure or likely): conflicts before
 *   matches before variants, each kind best first
 */
GArray *syn_mark_items_list (SynComparison *comparison, guint statement);

/**
 * syn_mark_items_find:
 * @kind: of a mark; a differing word stands for the match with the statement @index it was held against
 *
 * Returns: which of @items the mark is, or the first
 */
guint syn_mark_items_find (const GArray *items, SynMarkKind kind, guint index);

G_END_DECLS
