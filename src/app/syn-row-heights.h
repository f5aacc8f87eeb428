/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SynRowHeights:
 *
 * Heights of many rows, in pixels, of which some are known and the others estimated; and the sums
 * that a scrolled view asks for, by a Fenwick tree (P. Fenwick, 1994): each of them in O(log n).
 */
typedef struct _SynRowHeights SynRowHeights;

SynRowHeights *syn_row_heights_new (void);
void syn_row_heights_free (SynRowHeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynRowHeights, syn_row_heights_free)

/**
 * syn_row_heights_reset:
 * @heights: (array length=n) (nullable): estimates, not negative; %NULL for zeros
 *
 * Forgets everything and starts with @n estimated rows.  O(n).
 */
void syn_row_heights_reset (SynRowHeights *self, const int *heights, guint n);
guint syn_row_heights_get_n (const SynRowHeights *self);
guint syn_row_heights_get_n_exact (const SynRowHeights *self);
int syn_row_heights_get (const SynRowHeights *self, guint row);
gboolean syn_row_heights_is_exact (const SynRowHeights *self, guint row);
/* Sets the height of @row, which is exact from now on.  Returns whether the height changed. */
gboolean syn_row_heights_set (SynRowHeights *self, guint row, int height);
/* The first row at or after @from (or, backwards, at or before it) that is estimated; -1 if there
 * is none. */
gint syn_row_heights_next_estimated (const SynRowHeights *self, guint from, gboolean backwards);
/* Sum of the heights above @row; @row may be the number of rows: then the whole. */
gint64 syn_row_heights_before (const SynRowHeights *self, guint row);
/* The row that covers pixel @y, the first or last one where @y is outside; 0 where there are no
 * rows. */
guint syn_row_heights_at (const SynRowHeights *self, gint64 y);

G_END_DECLS
