/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-mark-painter.h"

#include "syn-palette.h"
#include "syn-statement-view.h"

#define RADIUS 4
#define RING_RADIUS 6
#define RING_WIDTH 2
#define HATCH_PITCH 7
#define FOOT 3

typedef struct
{
  double x0, y0, x1, y1;
  gboolean open_left, open_right; /* the value runs over the line end here */
} Box;

/* Round where the value begins or ends, square and without a side where it runs on. */
static void
trace_box (cairo_t *cr, const Box *box, double radius, gboolean closed)
{
  double left = box->open_left ? 0 : radius;
  double right = box->open_right ? 0 : radius;

  cairo_new_path (cr);
  cairo_move_to (cr, box->x0 + left, box->y0);
  cairo_line_to (cr, box->x1 - right, box->y0);
  if (!box->open_right)
    cairo_arc (cr, box->x1 - right, box->y0 + right, right, -G_PI_2, 0);
  if (!box->open_right || closed)
    cairo_line_to (cr, box->x1, box->y1 - right);
  else
    cairo_move_to (cr, box->x1, box->y1);
  if (!box->open_right)
    cairo_arc (cr, box->x1 - right, box->y1 - right, right, 0, G_PI_2);
  cairo_line_to (cr, box->x0 + left, box->y1);
  if (!box->open_left)
    cairo_arc (cr, box->x0 + left, box->y1 - left, left, G_PI_2, G_PI);
  if (!box->open_left || closed)
    cairo_line_to (cr, box->x0, box->y0 + left);
  if (!box->open_left)
    cairo_arc (cr, box->x0 + left, box->y0 + left, left, G_PI, 3 * G_PI_2);
}

static void
paint_box (GtkWidget *widget, cairo_t *cr, const Box *box, SynMarkKind kind)
{
  static const double dashes[] = { 3, 2.5 };
  double width = syn_palette_is_high_contrast () ? 2 : 1.5;

  if (kind == SYN_MARK_VARIANT || kind == SYN_MARK_DIRECT)
    {
      SynColor fill = kind == SYN_MARK_VARIANT ? SYN_COLOR_VARIANT_FILL : SYN_COLOR_CONFLICT_FILL;

      trace_box (cr, box, RADIUS, TRUE);
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, fill));
      cairo_fill (cr);
    }
  if (kind == SYN_MARK_DIRECT || kind == SYN_MARK_TENSION)
    {
      trace_box (cr, box, RADIUS, FALSE);
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_CONFLICT));
      cairo_set_line_width (cr, width);
      cairo_set_dash (cr, dashes, kind == SYN_MARK_TENSION ? 2 : 0, 0);
      cairo_stroke (cr);
    }
}

void
syn_paint_overline (GtkWidget *widget,
                    GtkSnapshot *snapshot,
                    double x,
                    double y,
                    double width,
                    gboolean begins,
                    gboolean ends)
{
  const GdkRGBA *ink = syn_palette_get (widget, SYN_COLOR_INK2);
  float line = syn_palette_is_high_contrast () ? 2 : 1;

  gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, line));
  if (begins)
    gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT ((float)x, (float)y, line, FOOT));
  if (ends)
    gtk_snapshot_append_color (snapshot, ink,
                               &GRAPHENE_RECT_INIT ((float)(x + width) - line, (float)y, line, FOOT));
}

static void
paint_over (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayoutIter *iter, const Box *box)
{
  double base = pango_layout_iter_get_baseline (iter) / (double)PANGO_SCALE;

  syn_paint_overline (widget, snapshot, box->x0, (int)(base - (box->y1 - box->y0) * SYN_PAINT_CAPITAL),
                      box->x1 - box->x0, !box->open_left, !box->open_right);
}

/* The boxes of one mark on one line, or, without @cr, the lines over it; more than one where the text changes
 * direction. */
static void
paint_line (
    GtkWidget *widget, GtkSnapshot *snapshot, cairo_t *cr, PangoLayoutIter *iter, const SynTextMark *mark)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  guint first = (guint)pango_layout_line_get_start_index (line);
  guint last = first + (guint)pango_layout_line_get_length (line);
  gboolean rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  double air = mark->kind == SYN_MARK_DIFFERENCE ? 0 : mark->kind == SYN_MARK_VARIANT ? 1.5 : 2.5;
  PangoRectangle extents;
  g_autofree int *ranges = NULL;
  int n = 0;

  if (mark->end <= first || mark->start >= last)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  /* Clipped to the line: a range that runs on is otherwise stretched to the edge of the layout. */
  pango_layout_line_get_x_ranges (line, (int)MAX (mark->start, first), (int)MIN (mark->end, last),
                                  &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      gboolean before = mark->start < first;
      gboolean after = mark->end > last;
      Box box = {
        .x0 = ranges[2 * i] / (double)PANGO_SCALE - air,
        .x1 = ranges[2 * i + 1] / (double)PANGO_SCALE + air,
        .y0 = extents.y / (double)PANGO_SCALE + 0.75,
        .y1 = (extents.y + extents.height) / (double)PANGO_SCALE - 0.75,
        .open_left = i == 0 && (rtl ? after : before),
        .open_right = i == n - 1 && (rtl ? before : after),
      };

      if (cr != NULL)
        paint_box (widget, cr, &box, mark->kind);
      else
        paint_over (widget, snapshot, iter, &box);
    }
}

/* Those that are boxes, into @cr, or, without, those that are lines over the words. */
static void
paint_some (GtkWidget *widget,
            GtkSnapshot *snapshot,
            cairo_t *cr,
            PangoLayout *layout,
            GArray *marks,
            gboolean variants)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const SynTextMark *mark = &g_array_index (marks, SynTextMark, i);
      g_autoptr (PangoLayoutIter) iter = NULL;

      if ((mark->kind == SYN_MARK_DIFFERENCE) != (cr == NULL)
          || (mark->kind == SYN_MARK_VARIANT && !variants))
        continue;
      iter = pango_layout_get_iter (layout);
      do
        paint_line (widget, snapshot, cr, iter, mark);
      while (pango_layout_iter_next_line (iter));
    }
}

void
syn_paint_marks (
    GtkWidget *widget, GtkSnapshot *snapshot, GtkLabel *label, GArray *marks, gboolean variants)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  graphene_rect_t bounds;
  graphene_rect_t canvas;
  cairo_t *cr;
  int x = 0;
  int y = 0;

  if (marks->len == 0 || !gtk_widget_compute_bounds (GTK_WIDGET (label), widget, &bounds))
    return;
  gtk_label_get_layout_offsets (label, &x, &y);
  graphene_rect_inset_r (&bounds, -4, -2, &canvas);
  cr = gtk_snapshot_append_cairo (snapshot, &canvas);
  cairo_translate (cr, bounds.origin.x + x, bounds.origin.y + y);
  paint_some (widget, snapshot, cr, layout, marks, variants);
  cairo_destroy (cr);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (bounds.origin.x + (float)x, bounds.origin.y + (float)y));
  paint_some (widget, snapshot, NULL, layout, marks, variants);
  gtk_snapshot_restore (snapshot);
}

void
syn_paint_square (
    GtkWidget *widget, GtkSnapshot *snapshot, double x, double y, int size, gboolean filled)
{
  static const double dashes[] = { 2, 1.5 };
  graphene_rect_t canvas = GRAPHENE_RECT_INIT ((float)x, (float)y, (float)size, (float)size);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &canvas);
  Box box = { x + 0.5, y + 0.5, x + size - 0.5, y + size - 0.5, FALSE, FALSE };

  trace_box (cr, &box, 3, TRUE);
  gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_ACCENT));
  if (filled)
    {
      cairo_fill_preserve (cr);
    }
  else
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
syn_paint_ring (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *bounds, int offset)
{
  const GdkRGBA *accent = syn_palette_get (widget, SYN_COLOR_ACCENT);
  const float width = syn_palette_is_high_contrast () ? 3 : RING_WIDTH;
  const float widths[4] = { width, width, width, width };
  const GdkRGBA ring[4] = { *accent, *accent, *accent, *accent };
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, bounds, RING_RADIUS);
  gsk_rounded_rect_shrink (&shape, (float)-offset, (float)-offset, (float)-offset, (float)-offset);
  gtk_snapshot_append_border (snapshot, &shape, widths, ring);
}

void
syn_paint_hatch (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  double height = bounds->size.height;

  gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_HATCH));
  cairo_rectangle (cr, bounds->origin.x, bounds->origin.y, bounds->size.width, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1);
  for (double x = bounds->origin.x; x < bounds->origin.x + bounds->size.width + height;
       x += HATCH_PITCH)
    {
      cairo_move_to (cr, x, bounds->origin.y);
      cairo_line_to (cr, x - height, bounds->origin.y + height);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}
