/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * syn_paint_marks:
 * @widget: the parent of @label, in whose coordinates is drawn
 * @marks: (element-type SynTextMark): variant pills, direct and tension boxes, differing words
 * @variants: whether the pills are drawn
 *
 * Draws what stands behind the words; to be called before the label is drawn.
 */
void syn_paint_marks (
    GtkWidget *widget, GtkSnapshot *snapshot, GtkLabel *label, GArray *marks, gboolean variants);
/* Where the line over a word stands above its base line, as a part of the line's height. */
#define SYN_PAINT_CAPITAL 0.64

/**
 * syn_paint_overline:
 * @begins, @ends: the words do: a small foot says so
 *
 * The line over words that others do not have.
 */
void syn_paint_overline (GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         double x,
                         double y,
                         double width,
                         gboolean begins,
                         gboolean ends);
/* The square round a link's glyph: filled for the reader's own link, dashed for a guessed one. */
void syn_paint_square (
    GtkWidget *widget, GtkSnapshot *snapshot, double x, double y, int size, gboolean filled);
/* The accent ring round the active statement, @offset outside of @bounds. */
void syn_paint_ring (GtkWidget *widget,
                     GtkSnapshot *snapshot,
                     const graphene_rect_t *bounds,
                     int offset);
/* The hatch of a silent cell. */
void syn_paint_hatch (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *bounds);

G_END_DECLS
