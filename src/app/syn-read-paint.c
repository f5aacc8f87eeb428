/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-paint.h"

#include "syn-mark-painter.h"

#include <math.h>

#define BOX_RADIUS 4.0
#define BOX_PADDING 3.0
#define RING_RADIUS 6.0
#define RING_OFFSET 4.0
/* Where most of a text is matched, lines under all of it would be all that one sees. */
#define FAINT 0.42f

static graphene_rect_t
segment_at (const SynReadSpan *span, guint index, double origin)
{
  graphene_rect_t rect = g_array_index (span->segments, graphene_rect_t, index);

  rect.origin.y += (float) origin;
  return rect;
}

static void
append_color (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
append_dots (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double size)
{
  const double dashes[] = { 0.0, 4.0 };
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y - 2, (float) width, 5));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, size);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_move_to (cr, x + 1.0, y + 0.5);
  cairo_line_to (cr, x + width - 1.0, y + 0.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
syn_read_paint_underline (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span,
                          double origin, double ascent, SynEmphasis emphasis)
{
  gboolean selected = emphasis == SYN_EMPHASIS_STRONG;
  GdkRGBA faint = *syn_palette_get (widget, selected ? SYN_COLOR_ACCENT : SYN_COLOR_MATCH);
  const GdkRGBA *color = &faint;
  double thickness = selected ? 1.75 : 1.0;

  if (emphasis == SYN_EMPHASIS_FAINT && !syn_palette_is_high_contrast ())
    faint.alpha *= FAINT;
  for (guint i = 0; i < span->segments->len; i++)
    {
      graphene_rect_t rect = segment_at (span, i, origin);
      double y = floor (rect.origin.y + rect.size.height * ascent) + 3.0;

      if (span->kind == SYN_MARK_RELATED)
        {
          append_dots (snapshot, color, rect.origin.x, y, rect.size.width, selected ? 2.0 : 1.6);
          continue;
        }
      append_color (snapshot, color, rect.origin.x, y, rect.size.width, thickness);
      if (span->kind == SYN_MARK_COPIED)
        append_color (snapshot, color, rect.origin.x, y + 3.0, rect.size.width, 1.0);
    }
}

void
syn_read_paint_overline (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin,
                         double ascent)
{
  for (guint i = 0; i < span->segments->len; i++)
    {
      graphene_rect_t rect = segment_at (span, i, origin);
      double base = rect.origin.y + rect.size.height * ascent;

      syn_paint_overline (widget, snapshot, rect.origin.x, floor (base - rect.size.height * SYN_PAINT_CAPITAL),
                          rect.size.width, i == 0, i + 1 == span->segments->len);
    }
}

/* The words with some air; a side where the value runs over a line end gets none. */
static GskRoundedRect
frame_of (const SynReadSpan *span, guint index, double origin, double padding)
{
  graphene_rect_t rect = segment_at (span, index, origin);
  gboolean first = index == 0, last = index + 1 == span->segments->len;
  graphene_size_t start = GRAPHENE_SIZE_INIT (first ? BOX_RADIUS : 0, first ? BOX_RADIUS : 0);
  graphene_size_t end = GRAPHENE_SIZE_INIT (last ? BOX_RADIUS : 0, last ? BOX_RADIUS : 0);
  double left = first ? padding : 1.0, right = last ? padding : 1.0;
  GskRoundedRect frame;

  graphene_rect_init (&rect, rect.origin.x - (float) left, rect.origin.y + 1.5f,
                      rect.size.width + (float) (left + right), rect.size.height - 3.0f);
  gsk_rounded_rect_init (&frame, &rect, &start, &end, &end, &start);
  return frame;
}

static void
fill_frame (GtkSnapshot *snapshot, const GskRoundedRect *frame, const GdkRGBA *color)
{
  gtk_snapshot_push_rounded_clip (snapshot, frame);
  gtk_snapshot_append_color (snapshot, color, &frame->bounds);
  gtk_snapshot_pop (snapshot);
}

/* gtk_snapshot_append_border() cannot dash. */
static void
stroke_dashed (GtkSnapshot *snapshot, const GskRoundedRect *frame, gboolean first, gboolean last,
               const GdkRGBA *color, double width)
{
  const double dashes[] = { 3.0, 2.5 };
  const double x0 = frame->bounds.origin.x + width / 2, y0 = frame->bounds.origin.y + width / 2;
  const double x1 = x0 + frame->bounds.size.width - width, y1 = y0 + frame->bounds.size.height - width;
  const double r = BOX_RADIUS - width / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &frame->bounds);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_move_to (cr, first ? x0 + r : x0, y0);
  if (last)
    {
      cairo_arc (cr, x1 - r, y0 + r, r, -G_PI_2, 0);
      cairo_arc (cr, x1 - r, y1 - r, r, 0, G_PI_2);
    }
  else
    {
      cairo_line_to (cr, x1, y0);
      cairo_move_to (cr, x1, y1);
    }
  if (first)
    {
      cairo_arc (cr, x0 + r, y1 - r, r, G_PI_2, G_PI);
      cairo_arc (cr, x0 + r, y0 + r, r, G_PI, 3 * G_PI_2);
    }
  else
    cairo_line_to (cr, x0, y1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
syn_read_paint_box (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin)
{
  const GdkRGBA line = *syn_palette_get (widget, SYN_COLOR_CONFLICT);
  const GdkRGBA fill = *syn_palette_get (widget, SYN_COLOR_CONFLICT_FILL);
  const float width = syn_palette_is_high_contrast () ? 2.0f : 1.5f;

  for (guint i = 0; i < span->segments->len; i++)
    {
      gboolean first = i == 0, last = i + 1 == span->segments->len;
      GskRoundedRect frame = frame_of (span, i, origin, BOX_PADDING);
      const float widths[] = { width, last ? width : 0, width, first ? width : 0 };
      const GdkRGBA lines[] = { line, line, line, line };

      if (span->kind == SYN_MARK_TENSION)
        {
          stroke_dashed (snapshot, &frame, first, last, &line, width);
          continue;
        }
      fill_frame (snapshot, &frame, &fill);
      gtk_snapshot_append_border (snapshot, &frame, widths, lines);
    }
}

void
syn_read_paint_pill (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin)
{
  const GdkRGBA *fill = syn_palette_get (widget, SYN_COLOR_VARIANT_FILL);

  for (guint i = 0; i < span->segments->len; i++)
    {
      GskRoundedRect frame = frame_of (span, i, origin, BOX_PADDING);

      fill_frame (snapshot, &frame, fill);
    }
}

void
syn_read_paint_tint (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin,
                     SynColor color)
{
  const GdkRGBA *fill = syn_palette_get (widget, color);

  for (guint i = 0; i < span->segments->len; i++)
    {
      graphene_rect_t rect = segment_at (span, i, origin);
      GskRoundedRect frame;

      graphene_rect_inset (&rect, -2.0f, 0.0f);
      gsk_rounded_rect_init_from_rect (&frame, &rect, BOX_RADIUS);
      fill_frame (snapshot, &frame, fill);
    }
}

void
syn_read_paint_band (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin,
                     SynColor color)
{
  graphene_rect_t top, bottom;

  if (span->segments->len == 0)
    return;
  top = segment_at (span, 0, origin);
  bottom = segment_at (span, span->segments->len - 1, origin);
  append_color (snapshot, syn_palette_get (widget, color), 0.0, top.origin.y - SYN_READ_BAND_MARGIN,
                gtk_widget_get_width (widget),
                bottom.origin.y + bottom.size.height - top.origin.y + 2 * SYN_READ_BAND_MARGIN);
}

/* A closed path through @points with rounded corners; a corner between short edges is rounded less. */
static void
add_rounded_polygon (cairo_t *cr, const graphene_point_t *points, guint n, double radius)
{
  for (guint i = 0; i < n; i++)
    {
      const graphene_point_t *before = &points[(i + n - 1) % n], *at = &points[i];
      const graphene_point_t *after = &points[(i + 1) % n];
      double in = hypot (at->x - before->x, at->y - before->y);
      double out = hypot (after->x - at->x, after->y - at->y);
      double r = MIN (radius, MIN (in, out) / 2);
      double x0, y0, x1, y1;

      if (in < 0.01 || out < 0.01)
        continue;
      x0 = at->x + (before->x - at->x) / in * r;
      y0 = at->y + (before->y - at->y) / in * r;
      x1 = at->x + (after->x - at->x) / out * r;
      y1 = at->y + (after->y - at->y) / out * r;
      cairo_line_to (cr, x0, y0);
      cairo_curve_to (cr, (x0 + at->x) / 2, (y0 + at->y) / 2, (x1 + at->x) / 2, (y1 + at->y) / 2, x1, y1);
    }
  cairo_close_path (cr);
}

/* Lines @from to @to, which overlap one another, as one outline.  Its sides are straight: only the first line
 * and, when something follows on it, the last one keep their own ends. */
static void
stroke_outline (cairo_t *cr, const SynReadSpan *span, guint from, guint to, double origin)
{
  guint n = to - from;
  g_autofree graphene_point_t *points = g_new (graphene_point_t, 4 * n);
  float far_left = G_MAXFLOAT, far_right = -G_MAXFLOAT;

  for (guint i = from; i < to; i++)
    {
      graphene_rect_t rect = segment_at (span, i, origin);

      far_left = MIN (far_left, rect.origin.x);
      far_right = MAX (far_right, rect.origin.x + rect.size.width);
    }
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t rect = segment_at (span, from + i, origin);
      gboolean own_right = i + 1 == n && !span->ends_line;
      float left = (i == 0 ? rect.origin.x : far_left) - RING_OFFSET;
      float right = (own_right ? rect.origin.x + rect.size.width : far_right) + RING_OFFSET;
      float top = rect.origin.y - (i == 0 ? 1 : 0), bottom = rect.origin.y + rect.size.height + 1;

      if (i + 1 < n)
        bottom = segment_at (span, from + i + 1, origin).origin.y;
      graphene_point_init (&points[2 * i], right, top);
      graphene_point_init (&points[2 * i + 1], right, bottom);
      graphene_point_init (&points[4 * n - 1 - 2 * i], left, top);
      graphene_point_init (&points[4 * n - 2 - 2 * i], left, bottom);
    }
  add_rounded_polygon (cr, points, 4 * n, RING_RADIUS);
  cairo_stroke (cr);
}

void
syn_read_paint_ring (GtkWidget *widget, GtkSnapshot *snapshot, const SynReadSpan *span, double origin)
{
  graphene_rect_t bounds;
  cairo_t *cr;
  guint from = 0;

  if (span->segments->len == 0)
    return;
  bounds = segment_at (span, 0, origin);
  for (guint i = 1; i < span->segments->len; i++)
    {
      graphene_rect_t rect = segment_at (span, i, origin);

      graphene_rect_union (&bounds, &rect, &bounds);
    }
  graphene_rect_inset (&bounds, -RING_OFFSET - 2, -4);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_ACCENT));
  cairo_set_line_width (cr, syn_palette_is_high_contrast () ? 3.0 : 2.0);
  /* A short end and a short beginning on two lines do not touch: each gets its own outline. */
  for (guint i = 1; i <= span->segments->len; i++)
    {
      if (i < span->segments->len)
        {
          graphene_rect_t above = segment_at (span, i - 1, origin), below = segment_at (span, i, origin);

          if (above.origin.x < below.origin.x + below.size.width
              && below.origin.x < above.origin.x + above.size.width)
            continue;
        }
      stroke_outline (cr, span, from, i, origin);
      from = i;
    }
  cairo_destroy (cr);
}
