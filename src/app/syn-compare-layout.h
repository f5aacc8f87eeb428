/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SYN_COMPARE_GUTTER 36
#define SYN_COMPARE_SPINE 36
/* A spine narrower than this has no room for a glyph or a name, and gets none. */
#define SYN_COMPARE_SPINE_LEAST 16
#define SYN_COMPARE_COLUMN_LEAST 230
#define SYN_COMPARE_COLUMN_MOST 560

/* @pixels at the usual size of text, at @scale; never less. */
int syn_compare_scaled (int pixels, double scale);

/**
 * SynCompareColumn:
 * @article: index of the article in the comparison
 * @asked: in: the reader wants it open
 * @locked: in: and before others
 * @called: in: and, among those, the higher the sooner
 * @open: out: it is a column; otherwise a spine
 * @x, @width: out: pixels from the start edge
 */
typedef struct
{
  guint article;
  gboolean asked;
  gboolean locked;
  guint called;
  gboolean open;
  int x, width;
} SynCompareColumn;

/**
 * syn_compare_layout_fit:
 * @columns: (element-type SynCompareColumn): pivot first, then in the reader's order
 * @width: pixels there are, gutter included
 * @scale: size of the interface's text, 1 for the usual one
 *
 * Opens as many of the wanted columns as fit at their least width and at least one: the pivot, those that are locked,
 * those called last, and then in their order.  The others become spines, which come after the columns.  No pixel is lost
 * between the columns.
 *
 * Returns: how many are open
 */
guint syn_compare_layout_fit (GArray *columns, int width, double scale);
/* The width that @n open columns and @n_spines spines need at least, gutter included. */
int syn_compare_layout_least (guint n, guint n_spines, double scale);

G_END_DECLS
