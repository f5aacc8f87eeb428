/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-overview-strip.h"

#include <glib/gi18n-lib.h>

#include "syn-compare-describe.h"
#include "syn-palette.h"

#define WIDTH 60
#define LANES_X 12
#define LANES_MARGIN 4
#define PITCH_MOST 10
/* Larger text needs wider lanes for the initials, up to here. */
#define SCALE_MOST 1.7
#define LANE_MOST 6
#define BLOCK_LEAST 4
#define BLOCK_MOST 9
/* Rows that come closer than this share a block. */
#define SLOT_LEAST 6
#define MARGIN 4

/* In the order in which one hides the other where they share a block. */
typedef enum
{
  KIND_SILENT,
  KIND_PLAIN,
  KIND_TAGGED,
  KIND_OPEN,
  KIND_CONFLICT,
} Kind;

struct _SynOverviewStrip
{
  GtkWidget parent_instance;

  SynSession *session;
  SynCompareGrid *grid;
  GtkAdjustment *adjustment;

  GArray *kinds; /* guint8: row by row, in the order of the session's articles */
  guint n_articles;
  GskRenderNode *blocks;
  int drawn_height;
  guint drawn_exact;
  gint64 drawn_total;
  double grip; /* of a drag: where in the frame it was taken */
};

G_DEFINE_FINAL_TYPE (SynOverviewStrip, syn_overview_strip, GTK_TYPE_WIDGET)

int
syn_overview_strip_width (double scale)
{
  return syn_compare_scaled (WIDTH, MIN (scale, SCALE_MOST));
}

/* ── What is where ───────────────────────────────────────────────────────── */

static Kind
kind_of (SynOverviewStrip *self, SynRows *rows, guint row, guint article)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  guint n_all;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n_all);
  gint claim = syn_rows_get_row (rows, row)->claim;
  guint n = 0;
  const guint *statements = syn_rows_get_cell (rows, row, article, &n);

  if (n == 0)
    return KIND_SILENT;
  if (claim < 0)
    return KIND_PLAIN;
  if (syn_get_claim (comparison, (guint)claim)->n_sources < 2)
    return syn_session_get_verdict (self->session, (guint)claim) == SYN_VERDICT_OPEN ? KIND_PLAIN
                                                                                     : KIND_TAGGED;
  for (guint i = 0; i < n; i++)
    {
      guint n_conflicts = 0;
      const guint *of = syn_comparison_conflicts_of (comparison, statements[i], &n_conflicts);

      for (guint k = 0; k < n_conflicts; k++)
        if (conflicts[of[k]].claim == claim && conflicts[of[k]].tier <= SYN_TIER_LIKELY)
          return KIND_CONFLICT;
    }
  return syn_session_get_verdict (self->session, (guint)claim) == SYN_VERDICT_OPEN ? KIND_OPEN
                                                                                   : KIND_TAGGED;
}

static void
update_kinds_cb (SynOverviewStrip *self)
{
  SynRows *rows = syn_session_get_rows (self->session);
  guint n_rows = rows != NULL ? syn_rows_get_n_rows (rows) : 0;

  self->n_articles = rows != NULL ? syn_rows_get_n_columns (rows) : 0;
  g_array_set_size (self->kinds, n_rows * self->n_articles);
  for (guint row = 0; row < n_rows; row++)
    for (guint article = 0; article < self->n_articles; article++)
      g_array_index (self->kinds, guint8, row * self->n_articles + article)
          = kind_of (self, rows, row, article);
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
lanes_top (SynOverviewStrip *self)
{
  return syn_compare_grid_get_head_height (self->grid) + MARGIN;
}

static double
lanes_height (SynOverviewStrip *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - lanes_top (self) - MARGIN, 1);
}

static gint64
total_height (SynOverviewStrip *self)
{
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);

  return MAX (syn_row_heights_before (heights, syn_row_heights_get_n (heights)), 1);
}

/* Never longer than it is: a few rows are not pulled apart over the whole height. */
static double
lanes_scale (SynOverviewStrip *self)
{
  return MIN (lanes_height (self) / (double)total_height (self), 1);
}

/* ── Drawing ─────────────────────────────────────────────────────────────── */

static void
draw_block (
    SynOverviewStrip *self, cairo_t *cr, Kind kind, double x, double y, double width, double height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double middle = x + width / 2;

  switch (kind)
    {
    case KIND_CONFLICT:
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_CONFLICT));
      cairo_rectangle (cr, x - 1, y, width + 2, height);
      cairo_fill (cr);
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_WINDOW));
      cairo_set_line_width (cr, 1.2);
      cairo_move_to (cr, x + width, y);
      cairo_line_to (cr, x, y + height);
      cairo_stroke (cr);
      break;
    case KIND_OPEN:
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_INK2));
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, x + 0.5, y + 0.5, width - 1, height - 1);
      cairo_stroke (cr);
      break;
    case KIND_TAGGED:
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_MATCH));
      cairo_rectangle (cr, middle - 1.5, y, 3, height);
      cairo_fill (cr);
      break;
    case KIND_PLAIN:
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_RULE2));
      cairo_rectangle (cr, (int)middle, y, 1, height);
      cairo_fill (cr);
      break;
    case KIND_SILENT:
      break;
    }
}

static double
lane_pitch (SynOverviewStrip *self)
{
  guint n = MAX (syn_compare_grid_get_frame (self->grid)->columns->len, 1);

  double width = gtk_widget_get_width (GTK_WIDGET (self)) - LANES_X - LANES_MARGIN;

  return MIN (PITCH_MOST * width / (WIDTH - LANES_X - LANES_MARGIN), width / n);
}

static Kind
get_kind (SynOverviewStrip *self, guint row, guint article)
{
  guint index = row * self->n_articles + article;

  return article < self->n_articles && index < self->kinds->len
             ? g_array_index (self->kinds, guint8, index)
             : KIND_SILENT;
}

static void
draw_lane (SynOverviewStrip *self, cairo_t *cr, guint article, double x, double width)
{
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  guint n = syn_row_heights_get_n (heights);
  double scale = lanes_scale (self);
  double slot = MAX (scale * (double)total_height (self) / MAX (n, 1), 0.001);
  double height = CLAMP (slot - 2, BLOCK_LEAST, BLOCK_MOST);
  gint bucket = -1;
  Kind strongest = KIND_SILENT;

  for (guint row = 0; row < n; row++)
    {
      double middle = ((double)syn_row_heights_before (heights, row)
                       + syn_row_heights_get (heights, row) / 2.0)
                      * scale;
      Kind kind = get_kind (self, row, article);

      if (slot >= SLOT_LEAST)
        {
          draw_block (self, cr, kind, x, (int)MAX (middle - height / 2, 0), width, (int)height);
          continue;
        }
      if ((gint)(middle / SLOT_LEAST) != bucket)
        {
          if (bucket >= 0)
            draw_block (self, cr, strongest, x, bucket * SLOT_LEAST, width, BLOCK_LEAST);
          bucket = (gint)(middle / SLOT_LEAST);
          strongest = KIND_SILENT;
        }
      strongest = MAX (strongest, kind);
    }
  if (bucket >= 0)
    draw_block (self, cr, strongest, x, bucket * SLOT_LEAST, width, BLOCK_LEAST);
}

static double
lane_x (SynOverviewStrip *self, guint lane)
{
  double pitch = lane_pitch (self);
  guint n = syn_compare_grid_get_frame (self->grid)->columns->len;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = LANES_X + (width - LANES_X - LANES_MARGIN - pitch * n) / 2 + pitch * lane;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - pitch;
  return x;
}

/* Made anew only when a height, a kind or the size changed, not while scrolling. */
static void
update_blocks (SynOverviewStrip *self)
{
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  const GArray *columns = syn_compare_grid_get_frame (self->grid)->columns;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  cairo_t *cr;
  double pitch = lane_pitch (self);

  if (self->blocks != NULL && self->drawn_height == (int)lanes_height (self)
      && self->drawn_exact == syn_row_heights_get_n_exact (heights)
      && self->drawn_total == total_height (self))
    return;
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  snapshot = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, -2, gtk_widget_get_width (GTK_WIDGET (self)),
                                     (float)lanes_height (self) + 4));
  for (guint i = 0; i < columns->len; i++)
    {
      double width = CLAMP (pitch * LANE_MOST / PITCH_MOST, 2, pitch - 1);

      draw_lane (self, cr, g_array_index (columns, SynCompareColumn, i).article,
                 (int)(lane_x (self, i) + (pitch - width) / 2), (int)width);
    }
  cairo_destroy (cr);
  self->blocks = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  self->drawn_height = (int)lanes_height (self);
  self->drawn_exact = syn_row_heights_get_n_exact (heights);
  self->drawn_total = total_height (self);
}

static void
snapshot_initials (SynOverviewStrip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GArray *columns = syn_compare_grid_get_frame (self->grid)->columns;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  double pitch = lane_pitch (self);
  int letter_width = 0;

  /* With many sources the letters would stand in each other. */
  pango_layout_set_text (layout, "H", -1);
  pango_layout_get_pixel_size (layout, &letter_width, NULL);
  if (letter_width > pitch)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      SynSource *source = syn_session_find_source (
          self->session, g_array_index (columns, SynCompareColumn, i).article);
      g_autofree char *letter = NULL;
      int width = 0;

      if (source == NULL || syn_source_get_initials (source) == NULL)
        continue;
      letter = g_utf8_substring (syn_source_get_initials (source), 0,
                                 MIN (1, g_utf8_strlen (syn_source_get_initials (source), -1)));
      pango_layout_set_text (layout, letter, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
          snapshot, &GRAPHENE_POINT_INIT ((float)(int)(lane_x (self, i) + (pitch - width) / 2), 8));
      gtk_snapshot_append_layout (snapshot, layout, syn_palette_get (widget, SYN_COLOR_INK2));
      gtk_snapshot_restore (snapshot);
    }
}

static void
snapshot_frame (SynOverviewStrip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GdkRGBA *ink = syn_palette_get (
      widget, gtk_widget_has_visible_focus (widget) ? SYN_COLOR_ACCENT : SYN_COLOR_INK3);
  GdkRGBA veil = *ink;
  const GdkRGBA edge[4] = { *ink, *ink, *ink, *ink };
  float widths[4] = { 1, 1, 1, 1 };
  double scale = lanes_scale (self);
  double y = lanes_top (self) + (double)syn_compare_grid_get_top (self->grid) * scale;
  double height = MAX (syn_compare_grid_get_page (self->grid) * scale, 12);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GskRoundedRect shape;

  if (gtk_widget_has_visible_focus (widget))
    for (guint i = 0; i < 4; i++)
      widths[i] = 2;
  gsk_rounded_rect_init_from_rect (
      &shape,
      &GRAPHENE_RECT_INIT (rtl ? 3 : 8, (int)y - 2, gtk_widget_get_width (widget) - 11,
                           (int)MIN (height + 4, lanes_height (self) + 4)),
      4);
  veil.alpha = 0.08f;
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &veil, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, widths, edge);
}

/* A wedge at the start edge shows the selected row. */
static void
snapshot_wedge (SynOverviewStrip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  SynRows *rows = syn_session_get_rows (self->session);
  gint claim = syn_session_get_selected_claim (self->session);
  gint row = rows != NULL && claim >= 0 ? syn_rows_find_claim (rows, (guint)claim) : -1;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double y;
  int width = gtk_widget_get_width (widget);
  double x = rtl ? width - 1 : 1;
  double tip = rtl ? width - 7 : 7;
  cairo_t *cr;

  if (row < 0 || (guint)row >= syn_row_heights_get_n (heights))
    return;
  y = lanes_top (self)
      + ((double)syn_row_heights_before (heights, (guint)row)
         + syn_row_heights_get (heights, (guint)row) / 2.0)
            * lanes_scale (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, (float)y - 6, width, 12));
  gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_ACCENT));
  cairo_move_to (cr, x, y - 5);
  cairo_line_to (cr, tip, y);
  cairo_line_to (cr, x, y + 5);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
syn_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynOverviewStrip *self = SYN_OVERVIEW_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int head = syn_compare_grid_get_head_height (self->grid);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_WINDOW),
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_RULE),
                             &GRAPHENE_RECT_INIT (rtl ? width - 1 : 0, 0, 1, height));
  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_RULE),
                             &GRAPHENE_RECT_INIT (0, head - 1, width, 1));
  snapshot_initials (self, snapshot);
  if (self->kinds->len == 0)
    return;
  snapshot_frame (self, snapshot);
  update_blocks (self);
  if (self->blocks != NULL)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, lanes_top (self)));
      gtk_snapshot_append_node (snapshot, self->blocks);
      gtk_snapshot_restore (snapshot);
    }
  snapshot_wedge (self, snapshot);
}

/* ── Use ─────────────────────────────────────────────────────────────────── */

static void
set_top (SynOverviewStrip *self, double pixels)
{
  gtk_adjustment_set_value (self->adjustment, pixels);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, SynOverviewStrip *self)
{
  double at = (y - lanes_top (self)) / lanes_scale (self);
  double top = (double)syn_compare_grid_get_top (self->grid);
  int page = syn_compare_grid_get_page (self->grid);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* Taken by the frame, it moves from where it is; elsewhere it comes to the pointer. */
  if (at >= top && at < top + page)
    self->grip = at - top;
  else
    {
      self->grip = page / 2.0;
      set_top (self, at - self->grip);
    }
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, SynOverviewStrip *self)
{
  double x = 0;
  double y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (dy != 0)
    set_top (self, (y + dy - lanes_top (self)) / lanes_scale (self) - self->grip);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        SynOverviewStrip *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double page = gtk_adjustment_get_page_increment (self->adjustment);
  double step = gtk_adjustment_get_step_increment (self->adjustment);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Up:
      set_top (self, value - step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      set_top (self, value + step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      set_top (self, value - page);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      set_top (self, value + page);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      set_top (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      set_top (self, gtk_adjustment_get_upper (self->adjustment));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, SynOverviewStrip *self)
{
  double step = gtk_adjustment_get_step_increment (self->adjustment);

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    step = 1;
  set_top (self, gtk_adjustment_get_value (self->adjustment) + dy * step);
  return GDK_EVENT_STOP;
}

static const char *
kind_label (Kind kind)
{
  static const char *const labels[] = {
    [KIND_SILENT] = N_ ("silent here"), [KIND_PLAIN] = N_ ("a statement of its own"),
    [KIND_TAGGED] = N_ ("ruled"),       [KIND_OPEN] = N_ ("open claim"),
    [KIND_CONFLICT] = N_ ("conflict"),
  };

  return _ (labels[kind]);
}

static gboolean
syn_overview_strip_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SynOverviewStrip *self = SYN_OVERVIEW_STRIP (widget);
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  const GArray *columns = syn_compare_grid_get_frame (self->grid)->columns;
  g_autofree char *text = NULL;
  guint row;

  if (keyboard || syn_row_heights_get_n (heights) == 0)
    return FALSE;
  row = syn_row_heights_at (heights, (gint64)((y - lanes_top (self)) / lanes_scale (self)));
  for (guint i = 0; i < columns->len && text == NULL; i++)
    {
      guint article = g_array_index (columns, SynCompareColumn, i).article;
      SynSource *source = syn_session_find_source (self->session, article);

      if (source == NULL || x < lane_x (self, i) || x >= lane_x (self, i) + lane_pitch (self))
        continue;
      if (y < lanes_top (self))
        text = g_strdup (syn_source_get_name (source));
      else
        text = g_strdup_printf (_ ("%s, row %u: %s"), syn_source_get_name (source), row + 1,
                                kind_label (get_kind (self, row, article)));
    }
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
moved_cb (SynOverviewStrip *self)
{
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  guint n = syn_row_heights_get_n (heights);
  gint64 top = syn_compare_grid_get_top (self->grid);
  g_autofree char *text = NULL;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (n == 0)
    return;
  text = g_strdup_printf (
      _ ("Rows %u to %u of %u"), syn_row_heights_at (heights, top) + 1,
      syn_row_heights_at (heights, top + syn_compare_grid_get_page (self->grid) - 1) + 1, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double)total_height (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double)top,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
columns_changed_cb (SynOverviewStrip *self)
{
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
syn_overview_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (syn_overview_strip_parent_class)->css_changed (widget, change);
  columns_changed_cb (SYN_OVERVIEW_STRIP (widget));
}

static void
syn_overview_strip_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? 1 : WIDTH;
}

static void
syn_overview_strip_dispose (GObject *object)
{
  SynOverviewStrip *self = SYN_OVERVIEW_STRIP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->grid);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  G_OBJECT_CLASS (syn_overview_strip_parent_class)->dispose (object);
}

static void
syn_overview_strip_finalize (GObject *object)
{
  g_array_unref (SYN_OVERVIEW_STRIP (object)->kinds);
  G_OBJECT_CLASS (syn_overview_strip_parent_class)->finalize (object);
}

static void
syn_overview_strip_class_init (SynOverviewStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_overview_strip_dispose;
  object_class->finalize = syn_overview_strip_finalize;
  widget_class->measure = syn_overview_strip_measure;
  widget_class->snapshot = syn_overview_strip_snapshot;
  widget_class->css_changed = syn_overview_strip_css_changed;
  widget_class->query_tooltip = syn_overview_strip_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "overviewstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
}

static void
add_controllers (SynOverviewStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
syn_overview_strip_init (SynOverviewStrip *self)
{
  self->kinds = g_array_new (FALSE, TRUE, sizeof (guint8));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "initials");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview"), GTK_ACCESSIBLE_PROPERTY_ORIENTATION,
                                  GTK_ORIENTATION_VERTICAL, -1);
  add_controllers (self);
  syn_palette_watch (GTK_WIDGET (self));
}

GtkWidget *
syn_overview_strip_new (SynSession *session, SynCompareGrid *grid, GtkAdjustment *adjustment)
{
  SynOverviewStrip *self = g_object_new (SYN_TYPE_OVERVIEW_STRIP, NULL);

  self->session = g_object_ref (session);
  self->grid = g_object_ref (grid);
  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (session, "notify::rows", G_CALLBACK (update_kinds_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (update_kinds_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "columns-changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_kinds_cb (self);
  return GTK_WIDGET (self);
}
