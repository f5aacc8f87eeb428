/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-ribbon.h"

#include "syn-compare-describe.h"
#include "syn-mark-choice.h"
#include "syn-palette.h"
#include "syn-read-paint.h"

#include <math.h>

#define STUB 9.0
#define GLYPH 12.0
#define BADGE 20.0

struct _SynRibbon
{
  GtkWidget parent_instance;

  SynSession *session;
  SynReadColumn *columns[2];  /* start and end */
  GArray *pairs;              /* SynReadPair; NULL when it must be made again */
};

G_DEFINE_FINAL_TYPE (SynRibbon, syn_ribbon, GTK_TYPE_WIDGET)

/* Where one end of a curve stands. */
typedef struct
{
  gboolean seen;   /* in sight */
  gint side;       /* -1 above, 1 below what is seen; 0 in sight */
  double y;        /* middle of the first line */
  double top, bottom;
} End;

typedef struct
{
  SynRibbon *self;
  GtkSnapshot *snapshot;
  double width, height;
  gboolean mirrored;           /* the first column stands at the right */
  guint first[2], last[2];     /* statements in sight: half-open */
  gint claim;                  /* selected */
  SynRibbons ribbons;
} Canvas;

static void
ensure_pairs (SynRibbon *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);

  if (self->pairs != NULL || comparison == NULL || self->columns[0] == NULL || self->columns[1] == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    if (syn_read_column_get_article (self->columns[i]) >= syn_comparison_get_n_articles (comparison))
      return;
  self->pairs = syn_read_pairs (comparison, syn_read_column_get_article (self->columns[0]),
                                syn_read_column_get_article (self->columns[1]));
}

static End
find_end (const Canvas *canvas, guint column, guint statement)
{
  End end = { 0 };
  double line;

  if (statement < canvas->first[column] || statement >= canvas->last[column])
    {
      end.side = statement < canvas->first[column] ? -1 : 1;
      return end;
    }
  if (!syn_read_column_get_statement (canvas->self->columns[column], statement, &end.top, &end.bottom, &line))
    return end;
  end.y = end.top + line / 2;
  end.side = end.y < 0 ? -1 : end.y > canvas->height ? 1 : 0;
  end.seen = end.side == 0;
  return end;
}

static gboolean
in_claim (const Canvas *canvas, const SynReadPair *pair)
{
  SynComparison *comparison = syn_session_get_comparison (canvas->self->session);
  const guint statements[] = { pair->a, pair->b };

  if (canvas->claim < 0)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      guint n;
      const guint *claims = syn_comparison_claims_of (comparison, statements[i], &n);
      gboolean found = FALSE;

      for (guint j = 0; j < n && !found; j++)
        found = (gint) claims[j] == canvas->claim;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static cairo_t *
begin (const Canvas *canvas)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      canvas->snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) canvas->width, (float) canvas->height));

  if (canvas->mirrored)
    {
      cairo_translate (cr, canvas->width, 0);
      cairo_scale (cr, -1, 1);
    }
  return cr;
}

static void
set_line (cairo_t *cr, const GdkRGBA *color, gboolean own)
{
  const double dashes[] = { 4.0, 3.0 };

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, own ? 1.6 : 1.0);
  cairo_set_dash (cr, dashes, own ? 0 : G_N_ELEMENTS (dashes), 0.0);
}

static void
add_curve (cairo_t *cr, double width, double from, double to)
{
  cairo_curve_to (cr, width / 2, from, width / 2, to, width, to);
}

static void
snapshot_icon (const Canvas *canvas, const char *icon, double x, double y)
{
  /* ≠ and ≉ do not mirror, the place they stand at does. */
  double left = canvas->mirrored ? canvas->width - x : x;

  syn_palette_snapshot_icon (GTK_WIDGET (canvas->self), canvas->snapshot, icon, left - GLYPH / 2, y - GLYPH / 2,
                             (gint) GLYPH, SYN_COLOR_CONFLICT);
}

static const char *
conflict_icon (const Canvas *canvas, gint conflict)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (
      syn_session_get_comparison (canvas->self->session), &n);

  return syn_strength_icon (conflicts[conflict].strength);
}

/* The selected claim: a filled band between the lines of both statements. */
static void
snapshot_band (const Canvas *canvas, const SynReadPair *pair, const End *a, const End *b)
{
  GtkWidget *widget = GTK_WIDGET (canvas->self);
  cairo_t *cr = begin (canvas);
  double w = canvas->width;
  double a_top = a->top - SYN_READ_BAND_MARGIN, a_bottom = a->bottom + SYN_READ_BAND_MARGIN;
  double b_top = b->top - SYN_READ_BAND_MARGIN, b_bottom = b->bottom + SYN_READ_BAND_MARGIN;

  cairo_move_to (cr, 0, a_top);
  add_curve (cr, w, a_top, b_top);
  cairo_line_to (cr, w, b_bottom);
  cairo_curve_to (cr, w / 2, b_bottom, w / 2, a_bottom, 0, a_bottom);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_TINT));
  cairo_fill (cr);
  set_line (cr, syn_palette_get (widget, SYN_COLOR_ACCENT), pair->own);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, 0, a_top + 0.8);
  add_curve (cr, w, a_top + 0.8, b_top + 0.8);
  cairo_move_to (cr, 0, a_bottom - 0.8);
  add_curve (cr, w, a_bottom - 0.8, b_bottom - 0.8);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
snapshot_badge (const Canvas *canvas, const SynReadPair *pair, const End *a, const End *b)
{
  GtkWidget *widget = GTK_WIDGET (canvas->self);
  const GdkRGBA line = *syn_palette_get (widget, SYN_COLOR_CONFLICT);
  const GdkRGBA lines[] = { line, line, line, line };
  const float widths[] = { 1.5f, 1.5f, 1.5f, 1.5f };
  double x = canvas->width / 2, y = (a->y + b->y) / 2;
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT ((float) (x - BADGE / 2), (float) (y - BADGE / 2), BADGE,
                                                        BADGE),
                                   BADGE / 2);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &circle);
  gtk_snapshot_append_color (canvas->snapshot, syn_palette_get (widget, SYN_COLOR_CONFLICT_FILL), &circle.bounds);
  gtk_snapshot_pop (canvas->snapshot);
  gtk_snapshot_append_border (canvas->snapshot, &circle, widths, lines);
  snapshot_icon (canvas, conflict_icon (canvas, pair->conflict), x, y);
}

static void
snapshot_curve (const Canvas *canvas, const SynReadPair *pair, const End *a, const End *b)
{
  cairo_t *cr = begin (canvas);

  set_line (cr, syn_palette_get (GTK_WIDGET (canvas->self), SYN_COLOR_MATCH), pair->own);
  cairo_move_to (cr, 0, a->y);
  add_curve (cr, canvas->width, a->y, b->y);
  cairo_stroke (cr);
  cairo_destroy (cr);
  if (pair->conflict >= 0)
    {
      double x = canvas->width / 2, y = (a->y + b->y) / 2;

      gtk_snapshot_append_color (canvas->snapshot, syn_palette_get (GTK_WIDGET (canvas->self), SYN_COLOR_VIEW),
                                 &GRAPHENE_RECT_INIT ((float) (x - GLYPH / 2 - 2), (float) (y - GLYPH / 2 - 1),
                                                      GLYPH + 4, GLYPH + 2));
      snapshot_icon (canvas, conflict_icon (canvas, pair->conflict), x, y);
    }
}

/* One end is out of sight: a short line and an arrow where the other goes. */
static void
snapshot_stub (const Canvas *canvas, const SynReadPair *pair, gboolean at_start, double y, gint direction)
{
  double edge = at_start ? 0 : canvas->width, inner = at_start ? STUB : canvas->width - STUB;
  const GdkRGBA *color = syn_palette_get (GTK_WIDGET (canvas->self), SYN_COLOR_MATCH);
  cairo_t *cr = begin (canvas);

  set_line (cr, color, pair->own);
  cairo_move_to (cr, edge, y);
  cairo_line_to (cr, inner, y);
  cairo_stroke (cr);
  cairo_move_to (cr, inner - 3.5, y);
  cairo_line_to (cr, inner + 3.5, y);
  cairo_line_to (cr, inner, y + 5.0 * direction);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
  if (pair->conflict >= 0)
    snapshot_icon (canvas, conflict_icon (canvas, pair->conflict), at_start ? STUB + 14 : canvas->width - STUB - 14,
                   y);
}

/* @pass 0: bands; 1: curves and stubs; 2: what stands on the bands. */
static void
snapshot_pair (const Canvas *canvas, const SynReadPair *pair, guint pass)
{
  End a = find_end (canvas, 0, pair->a), b = find_end (canvas, 1, pair->b);
  gint active = syn_session_get_active_statement (canvas->self->session);
  gboolean selected, stands;

  if (!a.seen && !b.seen)
    return;
  /* What the reader stands on is followed wherever it leads. */
  stands = (gint) pair->a == active || (gint) pair->b == active;
  if (canvas->ribbons == SYN_RIBBONS_ACTIVE ? !stands && !in_claim (canvas, pair) : !pair->mutual && !stands)
    return;
  selected = a.seen && b.seen && in_claim (canvas, pair);
  if (selected)
    {
      if (pass == 0)
        snapshot_band (canvas, pair, &a, &b);
      else if (pass == 2 && pair->conflict >= 0)
        snapshot_badge (canvas, pair, &a, &b);
    }
  else if (pass == 1)
    {
      if (a.seen && b.seen)
        snapshot_curve (canvas, pair, &a, &b);
      else if (a.seen)
        snapshot_stub (canvas, pair, TRUE, a.y, b.side);
      else
        snapshot_stub (canvas, pair, FALSE, b.y, a.side);
    }
}

void
syn_ribbon_paint_curve (GtkWidget *widget, GtkSnapshot *snapshot, gboolean own, double from, double to)
{
  double width = gtk_widget_get_width (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));

  set_line (cr, syn_palette_get (widget, SYN_COLOR_MATCH), own);
  cairo_move_to (cr, 0, from);
  add_curve (cr, width, from, to);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
syn_ribbon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynRibbon *self = SYN_RIBBON (widget);
  Canvas canvas = {
    .self = self,
    .snapshot = snapshot,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .claim = syn_session_get_selected_claim (self->session),
    .ribbons = syn_mark_choice_get_ribbons (),
  };

  ensure_pairs (self);
  if (self->pairs == NULL || canvas.ribbons == SYN_RIBBONS_OFF)
    return;
  for (guint i = 0; i < 2; i++)
    if (!syn_read_text_get_visible_statements (syn_read_column_get_text (self->columns[i]), &canvas.first[i],
                                               &canvas.last[i]))
      canvas.first[i] = canvas.last[i] = 0;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) canvas.width, (float) canvas.height));
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < self->pairs->len; i++)
      snapshot_pair (&canvas, &g_array_index (self->pairs, SynReadPair, i), pass);
  gtk_snapshot_pop (snapshot);
}

static void
comparison_changed_cb (SynRibbon *self)
{
  g_clear_pointer (&self->pairs, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
syn_ribbon_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    gint           for_size,
                    gint          *minimum,
                    gint          *natural,
                    gint          *minimum_baseline,
                    gint          *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SYN_RIBBON_WIDTH : 0;
}

static void
syn_ribbon_dispose (GObject *object)
{
  SynRibbon *self = SYN_RIBBON (object);

  if (self->session != NULL)
    syn_ribbon_set_columns (self, NULL, NULL);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_ribbon_parent_class)->dispose (object);
}

static void
syn_ribbon_class_init (SynRibbonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_ribbon_dispose;
  widget_class->measure = syn_ribbon_measure;
  widget_class->snapshot = syn_ribbon_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ribbon");
  /* The claim panel says the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
syn_ribbon_init (SynRibbon *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  syn_palette_watch (GTK_WIDGET (self));
}

static void
choice_changed_cb (gpointer object, const char *key)
{
  gtk_widget_queue_draw (object);
}

GtkWidget *
syn_ribbon_new (SynSession *session)
{
  SynRibbon *self = g_object_new (SYN_TYPE_RIBBON, NULL);

  self->session = g_object_ref (session);
  syn_mark_choice_watch (choice_changed_cb, G_OBJECT (self));
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (comparison_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (comparison_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
syn_ribbon_set_columns (SynRibbon *self, SynReadColumn *start, SynReadColumn *end)
{
  SynReadColumn *columns[] = { start, end };
  gboolean changed = FALSE;

  g_return_if_fail (SYN_IS_RIBBON (self));

  for (guint i = 0; i < 2; i++)
    {
      SynReadColumn *before = self->columns[i];

      if (before == columns[i])
        continue;
      if (before != NULL)
        g_signal_handlers_disconnect_by_func (before, gtk_widget_queue_draw, self);
      g_set_object (&self->columns[i], columns[i]);
      if (columns[i] != NULL)
        g_signal_connect_object (columns[i], "moved", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      changed = TRUE;
    }
  if (changed)
    comparison_changed_cb (self);
}
