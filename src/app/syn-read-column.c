/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-column.h"

#include "syn-palette.h"

#include <math.h>

struct _SynReadColumn
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  SynReadText *text;
  GtkAdjustment *adjustment;
  double shift;      /* how far the scrolled window stands below (or above) its place */
  double upper;      /* of the adjustment when it was last looked at */
  gboolean locked;   /* the position is being set, not by the reader */
  guint settle;      /* tick callback that turns scrolling back into shift */
  guint note;        /* source that looks at upper again */
  guint placing;     /* tick callback that gives the text another width */
  gint placed_width; /* the one it has, 0 at first */
};

enum
{
  MOVED,
  SCROLLED,
  LAID_OUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynReadColumn, syn_read_column, GTK_TYPE_WIDGET)

/* A column that stands away from its place moves there first: scrolling takes up the blank space before
 * it moves the text.  Not at once, because the adjustment is still telling others. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SynReadColumn *self = SYN_READ_COLUMN (widget);

  self->settle = 0;
  syn_read_column_set_position (self, syn_read_column_get_position (self));
  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (SynReadColumn *self)
{
  double upper = gtk_adjustment_get_upper (self->adjustment);
  gboolean by_reader = !self->locked && upper == self->upper;

  self->upper = upper;
  if (by_reader && self->shift != 0.0 && self->settle == 0)
    self->settle = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
  g_signal_emit (self, signals[MOVED], 0);
  if (by_reader)
    g_signal_emit (self, signals[SCROLLED], 0);
}

static gboolean
note_upper_cb (gpointer user_data)
{
  SynReadColumn *self = user_data;

  self->note = 0;
  self->upper = gtk_adjustment_get_upper (self->adjustment);
  return G_SOURCE_REMOVE;
}

/* The text learns its height bit by bit, and what it scrolls by itself it scrolls at once; the next scrolling is the
 * reader's again. */
static void
changed_cb (SynReadColumn *self)
{
  if (self->note == 0)
    self->note = g_idle_add_full (G_PRIORITY_DEFAULT, note_upper_cb, self, NULL);
  g_signal_emit (self, signals[MOVED], 0);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static void
syn_read_column_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         gint           for_size,
                         gint          *minimum,
                         gint          *natural,
                         gint          *minimum_baseline,
                         gint          *natural_baseline)
{
  gtk_widget_measure (SYN_READ_COLUMN (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
give_place (SynReadColumn *self, gint height)
{
  GskTransform *transform = NULL;

  if (self->shift != 0.0)
    transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) self->shift));
  gtk_widget_allocate (self->scroller, self->placed_width, height, -1, transform);
}

/* A text that is given another width learns how high it is and asks for another size in the middle of that; its
 * parents, which are being given theirs, are then left half done and GTK complains about them.  So another width is
 * given between two frames; until then the text keeps the one it had. */
static gboolean
place_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SynReadColumn *self = SYN_READ_COLUMN (widget);
  gint least;

  self->placing = 0;
  self->placed_width = gtk_widget_get_width (widget);
  /* GTK wants to be asked before a size is given. */
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  give_place (self, gtk_widget_get_height (widget));
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

static void
syn_read_column_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  SynReadColumn *self = SYN_READ_COLUMN (widget);

  if (self->placed_width != width && self->placing == 0)
    self->placing = gtk_widget_add_tick_callback (widget, place_cb, NULL, NULL);
  if (self->placed_width != 0)
    give_place (self, height);
}

static void
syn_read_column_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const GdkRGBA *color = syn_palette_get (widget, SYN_COLOR_VIEW);

  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
  if (SYN_READ_COLUMN (widget)->placed_width != 0)
    GTK_WIDGET_CLASS (syn_read_column_parent_class)->snapshot (widget, snapshot);
}

static void
syn_read_column_dispose (GObject *object)
{
  SynReadColumn *self = SYN_READ_COLUMN (object);

  g_clear_handle_id (&self->note, g_source_remove);
  if (self->placing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->placing);
  self->placing = 0;
  if (self->settle != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->settle);
  self->settle = 0;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  self->adjustment = NULL;
  self->text = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (syn_read_column_parent_class)->dispose (object);
}

static void
syn_read_column_class_init (SynReadColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[N_SIGNALS] = { "moved", "scrolled", "laid-out" };

  G_OBJECT_CLASS (klass)->dispose = syn_read_column_dispose;
  widget_class->measure = syn_read_column_measure;
  widget_class->size_allocate = syn_read_column_size_allocate;
  widget_class->snapshot = syn_read_column_snapshot;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], SYN_TYPE_READ_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "readcolumn");
}

static void
syn_read_column_init (SynReadColumn *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
syn_read_column_new (SynSession *session, SynSource *source)
{
  SynReadColumn *self = g_object_new (SYN_TYPE_READ_COLUMN, NULL);

  self->text = SYN_READ_TEXT (syn_read_text_new (session, source));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->text));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

SynReadText *
syn_read_column_get_text (SynReadColumn *self)
{
  g_return_val_if_fail (SYN_IS_READ_COLUMN (self), NULL);
  return self->text;
}

SynSource *
syn_read_column_get_source (SynReadColumn *self)
{
  g_return_val_if_fail (SYN_IS_READ_COLUMN (self), NULL);
  return syn_read_text_get_source (self->text);
}

guint
syn_read_column_get_article (SynReadColumn *self)
{
  return syn_source_get_index (syn_read_column_get_source (self));
}

double
syn_read_column_get_position (SynReadColumn *self)
{
  g_return_val_if_fail (SYN_IS_READ_COLUMN (self), 0.0);
  return gtk_adjustment_get_value (self->adjustment) - self->shift;
}

double
syn_read_column_get_page (SynReadColumn *self)
{
  g_return_val_if_fail (SYN_IS_READ_COLUMN (self), 0.0);
  return gtk_adjustment_get_page_size (self->adjustment);
}

double
syn_read_column_get_end (SynReadColumn *self)
{
  g_return_val_if_fail (SYN_IS_READ_COLUMN (self), 0.0);
  return MAX (0.0, gtk_adjustment_get_upper (self->adjustment) - syn_read_column_get_page (self));
}

void
syn_read_column_set_position (SynReadColumn *self, double position)
{
  double end, value, shift;

  g_return_if_fail (SYN_IS_READ_COLUMN (self));

  /* Whole pixels: text between them is blurred. */
  position = floor (position + 0.5);
  end = floor (syn_read_column_get_end (self));
  value = CLAMP (position, 0.0, end);
  shift = value - position;
  self->locked = TRUE;
  self->upper = gtk_adjustment_get_upper (self->adjustment);
  gtk_adjustment_set_value (self->adjustment, value);
  self->locked = FALSE;
  if (shift == self->shift)
    return;
  self->shift = shift;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

gboolean
syn_read_column_get_statement (SynReadColumn *self,
                               guint          statement,
                               double        *out_top,
                               double        *out_bottom,
                               double        *out_line)
{
  GtkTextView *view;
  double offset;

  g_return_val_if_fail (SYN_IS_READ_COLUMN (self), FALSE);

  if (!syn_read_text_get_statement_lines (self->text, statement, out_top, out_bottom, out_line))
    return FALSE;
  view = GTK_TEXT_VIEW (self->text);
  offset = gtk_text_view_get_top_margin (view) - syn_read_column_get_position (self);
  *out_top += offset;
  *out_bottom += offset;
  return TRUE;
}

void
syn_read_column_scroll (SynReadColumn *self, double position)
{
  double before;

  g_return_if_fail (SYN_IS_READ_COLUMN (self));

  before = syn_read_column_get_position (self);
  syn_read_column_set_position (self, CLAMP (position, 0.0, syn_read_column_get_end (self)));
  if (syn_read_column_get_position (self) != before)
    g_signal_emit (self, signals[SCROLLED], 0);
}

/* How many code points stand above @y, in buffer coordinates; those of a paragraph are spread over its height. */
static double
offset_at (GtkTextView *view, double y)
{
  GtkTextIter iter;
  gint top, height;

  gtk_text_view_get_line_at_y (view, &iter, (gint) MAX (y, 0.0), NULL);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  return gtk_text_iter_get_offset (&iter)
         + gtk_text_iter_get_chars_in_line (&iter) * CLAMP ((y - top) / MAX (height, 1), 0.0, 1.0);
}

void
syn_read_column_get_visible (SynReadColumn *self, double *out_from, double *out_to)
{
  GtkTextView *view;
  double top;

  g_return_if_fail (SYN_IS_READ_COLUMN (self));

  view = GTK_TEXT_VIEW (self->text);
  top = syn_read_column_get_position (self) - gtk_text_view_get_top_margin (view);
  *out_from = offset_at (view, top);
  *out_to = offset_at (view, top + syn_read_column_get_page (self));
}

void
syn_read_column_scroll_to (SynReadColumn *self, double offset)
{
  GtkTextView *view;
  GtkTextIter iter;
  gint top, height;
  double part;

  g_return_if_fail (SYN_IS_READ_COLUMN (self));

  view = GTK_TEXT_VIEW (self->text);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (gint) MAX (offset, 0.0));
  gtk_text_iter_set_line_offset (&iter, 0);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  part = (offset - gtk_text_iter_get_offset (&iter)) / MAX (gtk_text_iter_get_chars_in_line (&iter), 1);
  syn_read_column_scroll (self, offset <= 0.0 ? 0.0 : top + height * CLAMP (part, 0.0, 1.0)
                                                          + gtk_text_view_get_top_margin (view));
}
