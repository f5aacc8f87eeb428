/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-sheet.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"

#define DURATION_MS 220
/* What stays in sight above the open sheet: a row, so that it is seen what the claim is about. */
#define LEFT_FREE 0.16
#define LEFT_FREE_LEAST 48
#define SHADE 0.22
/* Less than this is a click, and more than a third of the way, or this fast, a decision. */
#define DRAG_SLACK 8.0
#define DECIDED_WAY 0.33
#define DECIDED_SPEED 0.4 /* pixels per millisecond */

struct _SynSheet
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *frame; /* the handle, and the card below it */
  AdwBin *slot; /* holds the card */
  AdwAnimation *animation;
  gboolean open;
  double progress;
  double drag_from; /* the progress when the drag began */
  gint64 drag_time;
  GtkWidget *focus_before; /* weak */
};

enum
{
  PROP_CONTENT = 1,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SynSheet, syn_sheet, GTK_TYPE_WIDGET)

static int
get_sheet_height (SynSheet *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return MAX (height - MAX ((int) (height * LEFT_FREE), LEFT_FREE_LEAST), 1);
}

static void
set_progress (SynSheet *self, double progress)
{
  self->progress = CLAMP (progress, 0.0, 1.0);
  gtk_widget_set_child_visible (self->frame, self->progress > 0.0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
progress_cb (double value, gpointer user_data)
{
  set_progress (user_data, value);
}

/* ── Focus ───────────────────────────────────────────────────────────────── */

static void
take_focus (SynSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, self->frame))
    g_set_weak_pointer (&self->focus_before, focus);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->frame))
    gtk_widget_child_focus (GTK_WIDGET (self->slot), GTK_DIR_TAB_FORWARD);
  /* What lies under the sheet cannot be seen, so it is not stepped into. */
  gtk_widget_set_can_focus (self->content, FALSE);
}

static void
give_focus_back (SynSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  gtk_widget_set_can_focus (self->content, TRUE);
  /* The reader went elsewhere meanwhile, into the search for example. */
  if (focus != NULL && focus != self->frame && !gtk_widget_is_ancestor (focus, self->frame))
    return;
  if (self->focus_before == NULL || !gtk_widget_get_mapped (self->focus_before)
      || !gtk_widget_grab_focus (self->focus_before))
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

/* ── Opening and closing ─────────────────────────────────────────────────── */

static void
animate (SynSheet *self)
{
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->animation), self->progress);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->animation), self->open ? 1.0 : 0.0);
  adw_animation_play (self->animation);
}

void
syn_sheet_set_open (SynSheet *self, gboolean open)
{
  g_return_if_fail (SYN_IS_SHEET (self));

  open = open && adw_bin_get_child (self->slot) != NULL;
  if (open == self->open)
    return;
  self->open = open;
  if (open)
    {
      gtk_widget_set_child_visible (self->frame, TRUE);
      take_focus (self);
    }
  else
    give_focus_back (self);
  animate (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN]);
}

gboolean
syn_sheet_get_open (SynSheet *self)
{
  g_return_val_if_fail (SYN_IS_SHEET (self), FALSE);

  return self->open;
}

double
syn_sheet_get_progress (SynSheet *self)
{
  g_return_val_if_fail (SYN_IS_SHEET (self), 0.0);

  return self->progress;
}

void
syn_sheet_set_card (SynSheet *self, GtkWidget *card)
{
  g_return_if_fail (SYN_IS_SHEET (self));

  if (card == NULL && self->open)
    {
      syn_sheet_set_open (self, FALSE);
      adw_animation_skip (self->animation);
    }
  adw_bin_set_child (self->slot, card);
}

GtkWidget *
syn_sheet_get_card (SynSheet *self)
{
  g_return_val_if_fail (SYN_IS_SHEET (self), NULL);

  return adw_bin_get_child (self->slot);
}

static void
close_cb (SynSheet *self)
{
  syn_sheet_set_open (self, FALSE);
}

/* ── Dragging ────────────────────────────────────────────────────────────── */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, SynSheet *self)
{
  if (adw_bin_get_child (self->slot) == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag_from = self->progress;
  self->drag_time = g_get_monotonic_time ();
}

/* A handle moves with the sheet, so the way is measured on the sheet, which does not. */
static double
get_way (GtkGestureDrag *gesture, SynSheet *self, double dy)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (handle == self->frame || gtk_widget_is_ancestor (handle, self->frame))
    dy += (self->drag_from - self->progress) * get_sheet_height (self);
  return dy;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, SynSheet *self)
{
  double way = get_way (gesture, self, dy);

  if (gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture)))
      != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (ABS (dx) > DRAG_SLACK && ABS (dx) > ABS (way))
        gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      if (ABS (way) <= DRAG_SLACK)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  adw_animation_pause (self->animation);
  set_progress (self, self->drag_from - way / get_sheet_height (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, SynSheet *self)
{
  double way = get_way (gesture, self, dy);
  double ms = MAX ((double) (g_get_monotonic_time () - self->drag_time) / 1000.0, 1.0);
  gboolean decided = ABS (way) > DECIDED_WAY * get_sheet_height (self) || ABS (way) / ms > DECIDED_SPEED;
  gboolean open = decided ? way < 0 : self->drag_from > 0.5;

  if (ABS (way) <= DRAG_SLACK)
    return;
  if (open == self->open)
    animate (self);
  else
    syn_sheet_set_open (self, open);
}

void
syn_sheet_add_handle (SynSheet *self, GtkWidget *widget)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_return_if_fail (SYN_IS_SHEET (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* Before the buttons on it, which keep what is only a click. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, SynSheet *self)
{
  int top = gtk_widget_get_height (GTK_WIDGET (self)) - get_sheet_height (self);

  if (!self->open || y >= top)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  syn_sheet_set_open (self, FALSE);
}

/* ── Drawing ─────────────────────────────────────────────────────────────── */

static void
syn_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  SynSheet *self = SYN_SHEET (widget);
  int least = 0, wanted = 0;

  *minimum = *natural = 0;
  if (self->content != NULL)
    gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  /* How high the sheet is follows from the room; it scrolls. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && adw_bin_get_child (self->slot) != NULL)
    {
      gtk_widget_measure (self->frame, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, least);
    }
}

static void
syn_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynSheet *self = SYN_SHEET (widget);
  int sheet = get_sheet_height (self), least = 0;

  if (self->content != NULL && gtk_widget_should_layout (self->content))
    gtk_widget_size_allocate (self->content, &(GtkAllocation){ 0, 0, width, height }, -1);
  if (!gtk_widget_should_layout (self->frame))
    return;
  gtk_widget_measure (self->frame, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      self->frame,
      &(GtkAllocation){ 0, height - (int) (self->progress * sheet + 0.5), width, MAX (sheet, least) }, -1);
}

static void
syn_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynSheet *self = SYN_SHEET (widget);
  GdkRGBA shade = { 0, 0, 0, (float) (SHADE * self->progress) };

  if (self->content != NULL)
    gtk_widget_snapshot_child (widget, self->content, snapshot);
  if (self->progress <= 0.0)
    return;
  gtk_snapshot_append_color (
      snapshot, &shade,
      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  gtk_widget_snapshot_child (widget, self->frame, snapshot);
}

/* ── Object ──────────────────────────────────────────────────────────────── */

static void
syn_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SynSheet *self = SYN_SHEET (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_clear_pointer (&self->content, gtk_widget_unparent);
      self->content = g_value_get_object (value);
      if (self->content != NULL)
        gtk_widget_insert_before (self->content, GTK_WIDGET (self), self->frame);
      break;
    case PROP_OPEN:
      syn_sheet_set_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynSheet *self = SYN_SHEET (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_sheet_dispose (GObject *object)
{
  SynSheet *self = SYN_SHEET (object);

  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  G_OBJECT_CLASS (syn_sheet_parent_class)->dispose (object);
}

static void
syn_sheet_class_init (SynSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = syn_sheet_set_property;
  object_class->get_property = syn_sheet_get_property;
  object_class->dispose = syn_sheet_dispose;
  widget_class->measure = syn_sheet_measure;
  widget_class->size_allocate = syn_sheet_size_allocate;
  widget_class->snapshot = syn_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* The line to pull at, and the button that does the same without pulling. */
static GtkWidget *
make_handle (SynSheet *self)
{
  GtkWidget *handle = gtk_center_box_new ();
  GtkWidget *grip = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-down-symbolic");

  gtk_widget_add_css_class (grip, "grip");
  gtk_widget_set_halign (grip, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (grip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  syn_compat_set_tooltip (button, _ ("Back to the Texts (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back to the texts"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (handle), grip);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (handle), button);
  gtk_widget_add_css_class (handle, "handle");
  syn_sheet_add_handle (self, handle);
  return handle;
}

static void
syn_sheet_init (SynSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (progress_cb, self, NULL);

  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->slot = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->slot), TRUE);
  gtk_widget_add_css_class (self->frame, "sheet-frame");
  gtk_widget_set_overflow (self->frame, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->frame), make_handle (self));
  gtk_box_append (GTK_BOX (self->frame), GTK_WIDGET (self->slot));
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->frame, FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION_MS, target);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
