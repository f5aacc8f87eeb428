/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-read-marks.h"

G_BEGIN_DECLS

/**
 * syn_read_geometry_measure:
 * @view: shows the text that @span counts in
 * @stamp: number of the present layout, never 0; what was measured under the same number is kept
 *
 * Finds the rectangles that @span covers, one for each line on the screen, without the white space at
 * line ends.
 *
 * Returns: where the paragraph that @span begins in starts, in buffer coordinates: the rectangles in
 *   @span count from there, so that they stay right when text above changes its height
 */
double syn_read_geometry_measure (GtkTextView *view, SynReadSpan *span, guint stamp);

/**
 * syn_read_geometry_find_visible:
 * @spans: (element-type SynReadSpan): sorted by start
 * @out_first, @out_end: (out): half-open range of the spans of which a part can be seen
 */
void syn_read_geometry_find_visible (GtkTextView  *view,
                                     const GArray *spans,
                                     guint        *out_first,
                                     guint        *out_end);

G_END_DECLS
