/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-palette.h"
#include "syn-read-marks.h"

G_BEGIN_DECLS

/* How far the band of the selected claim reaches above and below its lines. */
#define SYN_READ_BAND_MARGIN 3.0

/* How much a line under the words is to be seen. */
typedef enum
{
  SYN_EMPHASIS_FAINT,  /* one of many */
  SYN_EMPHASIS_PLAIN,
  SYN_EMPHASIS_STRONG, /* of the selected claim */
} SynEmphasis;

/* All of these draw @span, measured, from @origin on: what syn_read_geometry_measure() returned. */

/* @ascent: the part of a line's height that stands above the base line, 0 to 1. */
void syn_read_paint_underline (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span,
                               double origin, double ascent, SynEmphasis emphasis);
/* What differs: a line over the words, as the line under them says what is the same. */
void syn_read_paint_overline (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin,
                              double ascent);
void syn_read_paint_box (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin);
void syn_read_paint_pill (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin);
/* A tint behind the words. */
void syn_read_paint_tint (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin,
                          SynColor color);
/* A tint over the whole width. */
void syn_read_paint_band (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin,
                          SynColor color);
/* One outline around all its lines. */
void syn_read_paint_ring (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin);

G_END_DECLS
