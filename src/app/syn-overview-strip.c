/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-overview-strip.h"

#include <glib/gi18n-lib.h>

#include "syn-palette.h"

#define WIDTH 60
#define LANES_X 12
#define LANES_MARGIN 4
#define PITCH_MOST 10
/* More would be narrower than two pixels. */
#define LANES_MOST 24
/* Larger text needs wider lanes for the initials, up to here. */
#define SCALE_MOST 1.7
#define LANE_MOST 6
#define BLOCK_LEAST 4
#define BLOCK_MOST 9
/* Rows that come closer than this share a block. */
#define SLOT_LEAST 6
#define MARGIN 4

struct _SynOverviewStrip
{
  GtkWidget parent_instance;

  SynOverviewModel *model;
  SynOverviewModelInterface *iface;
  GskRenderNode *blocks;
  int drawn_height;
  guint lane;  /* of a drag */
  double grip; /* where in the frame it was taken */
};

G_DEFINE_FINAL_TYPE (SynOverviewStrip, syn_overview_strip, GTK_TYPE_WIDGET)

int
syn_overview_strip_width (double scale)
{
  return (int) (WIDTH * MIN (MAX (scale, 1.0), SCALE_MOST));
}

/* ── What is where ───────────────────────────────────────────────────────── */

static int
lanes_top (SynOverviewStrip *self)
{
  return self->iface->get_head_height (self->model) + MARGIN;
}

static double
lanes_height (SynOverviewStrip *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - lanes_top (self) - MARGIN, 1);
}

/* Pixels that a unit of the model takes.  A few rows are not pulled apart over the whole height. */
static double
lanes_scale (SynOverviewStrip *self)
{
  return MIN (lanes_height (self) / self->iface->get_length (self->model),
              self->iface->get_density (self->model));
}

static guint
n_lanes (SynOverviewStrip *self)
{
  return MIN (self->iface->get_n_lanes (self->model), LANES_MOST);
}

/* ── Drawing ─────────────────────────────────────────────────────────────── */

static void
draw_block (
    SynOverviewStrip *self, cairo_t *cr, SynOverviewKind kind, double x, double y, double width, double height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double middle = x + width / 2;

  switch (kind)
    {
    case SYN_OVERVIEW_CONFLICT:
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_CONFLICT));
      cairo_rectangle (cr, x - 1, y, width + 2, height);
      cairo_fill (cr);
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_WINDOW));
      cairo_set_line_width (cr, 1.2);
      cairo_move_to (cr, x + width, y);
      cairo_line_to (cr, x, y + height);
      cairo_stroke (cr);
      break;
    case SYN_OVERVIEW_OPEN:
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_INK2));
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, x + 0.5, y + 0.5, width - 1, height - 1);
      cairo_stroke (cr);
      break;
    case SYN_OVERVIEW_TAGGED:
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_MATCH));
      cairo_rectangle (cr, middle - 1.5, y, 3, height);
      cairo_fill (cr);
      break;
    case SYN_OVERVIEW_PLAIN:
      gdk_cairo_set_source_rgba (cr, syn_palette_get (widget, SYN_COLOR_RULE2));
      cairo_rectangle (cr, (int)middle, y, 1, height);
      cairo_fill (cr);
      break;
    case SYN_OVERVIEW_SILENT:
      break;
    }
}

static double
lane_pitch (SynOverviewStrip *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - LANES_X - LANES_MARGIN;

  return MIN (PITCH_MOST * width / (WIDTH - LANES_X - LANES_MARGIN), width / MAX (n_lanes (self), 1));
}

static void
draw_lane (SynOverviewStrip *self, cairo_t *cr, guint lane, double x, double width)
{
  guint n = self->iface->get_n_items (self->model, lane);
  double scale = lanes_scale (self);
  double slot, height;
  SynOverviewItem item;
  gint bucket = -1;
  SynOverviewKind strongest = SYN_OVERVIEW_SILENT;

  if (n == 0)
    return;
  self->iface->get_item (self->model, lane, n - 1, &item);
  slot = scale * item.end / n;
  height = CLAMP (slot - 2, BLOCK_LEAST, BLOCK_MOST);
  for (guint i = 0; i < n; i++)
    {
      double middle;

      self->iface->get_item (self->model, lane, i, &item);
      middle = (item.start + item.end) / 2 * scale;
      if (slot >= SLOT_LEAST)
        {
          draw_block (self, cr, item.kind, x, (int) MAX (middle - height / 2, 0), width, (int) height);
          continue;
        }
      if ((gint) (middle / SLOT_LEAST) != bucket)
        {
          if (bucket >= 0)
            draw_block (self, cr, strongest, x, bucket * SLOT_LEAST, width, BLOCK_LEAST);
          bucket = (gint) (middle / SLOT_LEAST);
          strongest = SYN_OVERVIEW_SILENT;
        }
      strongest = MAX (strongest, item.kind);
    }
  if (bucket >= 0)
    draw_block (self, cr, strongest, x, bucket * SLOT_LEAST, width, BLOCK_LEAST);
}

static double
lane_x (SynOverviewStrip *self, guint lane)
{
  double pitch = lane_pitch (self);
  guint n = n_lanes (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = LANES_X + (width - LANES_X - LANES_MARGIN - pitch * n) / 2 + pitch * lane;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - pitch;
  return x;
}

/* Made anew only when the model or the size changed, not while scrolling. */
static void
update_blocks (SynOverviewStrip *self)
{
  g_autoptr (GtkSnapshot) snapshot = NULL;
  cairo_t *cr;
  double pitch = lane_pitch (self);
  double width = CLAMP (pitch * LANE_MOST / PITCH_MOST, 2, MAX (pitch - 1, 2));

  if (self->blocks != NULL && self->drawn_height == (int) lanes_height (self))
    return;
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  snapshot = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, -2, gtk_widget_get_width (GTK_WIDGET (self)),
                                     (float) lanes_height (self) + 4));
  for (guint i = 0; i < n_lanes (self); i++)
    draw_lane (self, cr, i, (int) (lane_x (self, i) + (pitch - width) / 2), (int) width);
  cairo_destroy (cr);
  self->blocks = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  self->drawn_height = (int) lanes_height (self);
}

static char *
dup_letter (const char *initials, glong at)
{
  return g_utf8_substring (initials, at, MIN (at + 1, g_utf8_strlen (initials, -1)));
}

/* A lane has room for one: the first of its initials, or where another lane begins so too, the second. */
static char *
dup_lane_letter (SynOverviewStrip *self, guint lane)
{
  SynSource *source = self->iface->get_source (self->model, lane);
  const char *initials = source != NULL ? syn_source_get_initials (source) : NULL;
  g_autofree char *first = initials != NULL ? dup_letter (initials, 0) : NULL;

  for (guint i = 0; initials != NULL && g_utf8_strlen (initials, -1) > 1 && i < n_lanes (self); i++)
    {
      SynSource *other = i != lane ? self->iface->get_source (self->model, i) : NULL;
      const char *others = other != NULL ? syn_source_get_initials (other) : NULL;

      if (others != NULL && g_str_has_prefix (others, first))
        return dup_letter (initials, 1);
    }
  return g_steal_pointer (&first);
}

static void
snapshot_initials (SynOverviewStrip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  double pitch = lane_pitch (self);
  int letter_width = 0;

  /* With many sources the letters would stand in each other. */
  pango_layout_set_text (layout, "H", -1);
  pango_layout_get_pixel_size (layout, &letter_width, NULL);
  if (letter_width > pitch)
    return;
  for (guint i = 0; i < n_lanes (self); i++)
    {
      g_autofree char *letter = dup_lane_letter (self, i);
      int width = 0;

      if (letter == NULL)
        continue;
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
snapshot_frame (SynOverviewStrip *self, GtkSnapshot *snapshot, double x, double width, double from, double to)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean focused = gtk_widget_has_visible_focus (widget);
  const GdkRGBA *ink = syn_palette_get (widget, focused ? SYN_COLOR_ACCENT : SYN_COLOR_INK3);
  GdkRGBA veil = *ink;
  const GdkRGBA edge[4] = { *ink, *ink, *ink, *ink };
  const float line = focused ? 2 : 1;
  const float widths[4] = { line, line, line, line };
  double scale = lanes_scale (self);
  double least = lanes_top (self), most = least + lanes_height (self);
  double y0 = CLAMP (least + from * scale, least, most - 12);
  double y1 = CLAMP (least + to * scale, y0 + 12, most);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (
      &shape, &GRAPHENE_RECT_INIT ((float) x, (int) y0 - 2, (float) width, (int) (y1 - y0) + 4), 4);
  veil.alpha = 0.08f;
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &veil, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, widths, edge);
}

static void
snapshot_frames (SynOverviewStrip *self, GtkSnapshot *snapshot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean one = self->iface->has_one_frame (self->model);
  double from, to;

  for (guint i = 0; i < (one ? 1 : n_lanes (self)); i++)
    {
      if (!self->iface->get_visible (self->model, i, &from, &to))
        continue;
      if (one)
        snapshot_frame (self, snapshot, rtl ? 3 : 8, width - 11, from, to);
      else
        snapshot_frame (self, snapshot, (int) lane_x (self, i), (int) lane_pitch (self), from, to);
    }
}

/* A wedge at the start edge shows the selected row. */
static void
snapshot_wedge (SynOverviewStrip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double marked = self->iface->get_marked (self->model);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  double x = rtl ? width - 1 : 1;
  double tip = rtl ? width - 7 : 7;
  double y = lanes_top (self) + marked * lanes_scale (self);
  cairo_t *cr;

  if (marked < 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, (float) y - 6, width, 12));
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
  int head = self->iface->get_head_height (self->model);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_WINDOW),
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_RULE),
                             &GRAPHENE_RECT_INIT (rtl ? width - 1 : 0, 0, 1, height));
  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_RULE),
                             &GRAPHENE_RECT_INIT (0, head - 1, width, 1));
  snapshot_initials (self, snapshot);
  if (n_lanes (self) == 0 || self->iface->get_n_items (self->model, 0) == 0)
    return;
  snapshot_frames (self, snapshot);
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

/* The lane at @x; the nearest one where there is none. */
static guint
lane_at (SynOverviewStrip *self, double x)
{
  guint best = 0;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < n_lanes (self); i++)
    {
      double distance = ABS (lane_x (self, i) + lane_pitch (self) / 2 - x);

      if (distance >= nearest)
        continue;
      nearest = distance;
      best = i;
    }
  return best;
}

static double
unit_at (SynOverviewStrip *self, double y)
{
  return (y - lanes_top (self)) / lanes_scale (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, SynOverviewStrip *self)
{
  double at = unit_at (self, y);
  double from = 0, to = 0;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_lanes (self) == 0)
    return;
  self->lane = lane_at (self, x);
  /* Taken by the frame, it moves from where it is; elsewhere it comes to the pointer. */
  if (self->iface->get_visible (self->model, self->lane, &from, &to) && at >= from && at < to)
    {
      self->grip = at - from;
      return;
    }
  self->grip = (to - from) / 2;
  self->iface->scroll (self->model, self->lane, at - self->grip);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, SynOverviewStrip *self)
{
  double x = 0;
  double y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (dy != 0 && self->lane < n_lanes (self))
    self->iface->scroll (self->model, self->lane, unit_at (self, y + dy) - self->grip);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        SynOverviewStrip *self)
{
  static const struct
  {
    guint key;
    SynOverviewMove move;
    int amount;
  } keys[] = {
    { GDK_KEY_Up, SYN_OVERVIEW_STEP, -1 },        { GDK_KEY_KP_Up, SYN_OVERVIEW_STEP, -1 },
    { GDK_KEY_Down, SYN_OVERVIEW_STEP, 1 },       { GDK_KEY_KP_Down, SYN_OVERVIEW_STEP, 1 },
    { GDK_KEY_Page_Up, SYN_OVERVIEW_PAGE, -1 },   { GDK_KEY_KP_Page_Up, SYN_OVERVIEW_PAGE, -1 },
    { GDK_KEY_Page_Down, SYN_OVERVIEW_PAGE, 1 },  { GDK_KEY_KP_Page_Down, SYN_OVERVIEW_PAGE, 1 },
    { GDK_KEY_Home, SYN_OVERVIEW_ENDS, -1 },      { GDK_KEY_KP_Home, SYN_OVERVIEW_ENDS, -1 },
    { GDK_KEY_End, SYN_OVERVIEW_ENDS, 1 },        { GDK_KEY_KP_End, SYN_OVERVIEW_ENDS, 1 },
  };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      {
        self->iface->move (self->model, keys[i].move, keys[i].amount);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, SynOverviewStrip *self)
{
  gboolean pixels = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  self->iface->move (self->model, pixels ? SYN_OVERVIEW_PIXELS : SYN_OVERVIEW_STEP, dy);
  return GDK_EVENT_STOP;
}

static gboolean
syn_overview_strip_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SynOverviewStrip *self = SYN_OVERVIEW_STRIP (widget);
  g_autofree char *text = NULL;

  if (keyboard)
    {
      text = self->iface->dup_place (self->model);
      gtk_tooltip_set_text (tooltip, text);
      return text != NULL;
    }
  for (guint i = 0; i < n_lanes (self) && text == NULL; i++)
    {
      SynSource *source = self->iface->get_source (self->model, i);

      if (source == NULL || x < lane_x (self, i) || x >= lane_x (self, i) + lane_pitch (self))
        continue;
      if (y < lanes_top (self))
        text = g_strdup (syn_source_get_name (source));
      else
        text = self->iface->dup_words_at (self->model, i, unit_at (self, y));
    }
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
moved_cb (SynOverviewStrip *self)
{
  g_autofree char *text = self->iface->dup_place (self->model);
  double most = 0, now = 0;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (text == NULL)
    return;
  self->iface->get_value (self->model, &most, &now);
  /* GTK 4.8 tells assistive tools the values of its own widgets only, so the words stand in the description too. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, most,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, now,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
changed_cb (SynOverviewStrip *self)
{
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
syn_overview_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (syn_overview_strip_parent_class)->css_changed (widget, change);
  changed_cb (SYN_OVERVIEW_STRIP (widget));
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

  g_clear_object (&self->model);
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  G_OBJECT_CLASS (syn_overview_strip_parent_class)->dispose (object);
}

static void
syn_overview_strip_class_init (SynOverviewStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_overview_strip_dispose;
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
syn_overview_strip_new (SynOverviewModel *model)
{
  SynOverviewStrip *self;

  g_return_val_if_fail (SYN_IS_OVERVIEW_MODEL (model), NULL);

  self = g_object_new (SYN_TYPE_OVERVIEW_STRIP, NULL);
  self->model = model;
  self->iface = SYN_OVERVIEW_MODEL_GET_IFACE (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
