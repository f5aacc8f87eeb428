/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/**
 * syn_comparison_to_json:
 *
 * Returns: (transfer full): the comparison as a "synoptic-comparison" version 1: articles with their
 *   statements, claims, matches and conflicts by score, variants.  Offsets are code points.  The same
 *   comparison always gives the same bytes.
 */
char *syn_comparison_to_json (SynComparison *comparison);

typedef void (*SynJsonWrite) (const char *text, gsize length, gpointer user_data);

/**
 * syn_comparison_write_json:
 * @write: takes the next @length bytes
 *
 * The same, piece by piece: of a thousand articles it is four times as long as their text.
 */
void syn_comparison_write_json (SynComparison *comparison, SynJsonWrite write, gpointer user_data);

G_END_DECLS
