/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-text-private.h"

#include "syn-compare-describe.h"
#include "syn-mark-painter.h"
#include "syn-read-words.h"

/* What the pointer finds in a text: statements, marks, tooltips. */

static gint
find_at (SynReadText *self, double x, double y, gboolean only_words)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gint buffer_x, buffer_y;
  GtkTextIter iter;
  gboolean over_words;
  guint index;
  guint32 offset;

  if (self->statements == NULL)
    return -1;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (gint) x, (gint) y, &buffer_x,
                                         &buffer_y);
  over_words = gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  offset = (guint32) gtk_text_iter_get_offset (&iter);
  index = syn_read_spans_find (self->statements, offset);
  /* Beside a line that ends a statement the place is the one behind it, which is nobody's. */
  if (!over_words && index > 0 && g_array_index (self->statements, SynReadSpan, index - 1).end == offset)
    index--;
  if (index >= self->statements->len)
    return -1;
  if (syn_read_text_in_rail (self, x) && !only_words)
    {
      /* The rail: the statement whose glyph is on this line is the last that begins on it. */
      gtk_text_view_forward_display_line_end (view, &iter);
      while (index + 1 < self->statements->len
             && (gint) g_array_index (self->statements, SynReadSpan, index + 1).start
                    < gtk_text_iter_get_offset (&iter))
        index++;
      return (gint) (self->first + index);
    }
  /* What is beside the end of a line or between two lines is not lit, but a click there means the statement. */
  if ((only_words && !over_words) || g_array_index (self->statements, SynReadSpan, index).start > offset)
    return -1;
  return (gint) (self->first + index);
}

static void
motion_cb (SynReadText *self, double x, double y)
{
  syn_session_set_hover_statement (self->session, find_at (self, x, y, TRUE));
}

static void
leave_cb (SynReadText *self)
{
  syn_session_set_hover_statement (self->session, -1);
}

/* Where @event happened, in widget coordinates. */
static gboolean
locate (SynReadText *self, GdkEvent *event, double *out_x, double *out_y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double offset_x, offset_y, x, y;

  if (native == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - offset_x,
                                           y - offset_y, out_x, out_y);
}

/* How far below its base line, and above its capitals, a line of words can be clicked: where its marks stand. */
#define LINE_REACH 3.0

static gboolean
is_hit (SynReadText *self, const SynReadSpan *span, const graphene_rect_t *line, double y)
{
  double base = line->origin.y + line->size.height * self->ascent;

  switch (span->kind)
    {
    case SYN_MARK_DIRECT:
    case SYN_MARK_TENSION:
    case SYN_MARK_VARIANT:
      return TRUE;
    case SYN_MARK_COPIED:
    case SYN_MARK_SAME:
    case SYN_MARK_RELATED:
      return y >= base + 1;
    case SYN_MARK_DIFFERENCE:
      return y <= base - line->size.height * SYN_PAINT_CAPITAL + LINE_REACH;
    }
  return FALSE;
}

/* The mark of @spans at a point in buffer coordinates. */
static const SynReadSpan *
find_hit (SynReadText *self, GArray *spans, double x, double y)
{
  guint from, end;

  syn_read_geometry_find_visible (GTK_TEXT_VIEW (self), spans, &from, &end);
  for (guint i = from; i < end; i++)
    {
      SynReadSpan *span = &g_array_index (spans, SynReadSpan, i);
      double origin = syn_read_text_measure (self, span);

      for (guint k = 0; k < span->segments->len; k++)
        {
          graphene_rect_t line = g_array_index (span->segments, graphene_rect_t, k);

          line.origin.y += (float) origin;
          if (x >= line.origin.x - 3 && x <= line.origin.x + line.size.width + 3 && y >= line.origin.y
              && y < line.origin.y + line.size.height && is_hit (self, span, &line, y))
            return span;
        }
    }
  return NULL;
}

const SynReadSpan *
syn_read_text_find_mark_at (SynReadText *self, double x, double y)
{
  const SynReadSpan *found;
  gint buffer_x, buffer_y;

  g_return_val_if_fail (SYN_IS_READ_TEXT (self), NULL);

  if (self->statements == NULL)
    return NULL;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (gint) x, (gint) y, &buffer_x,
                                         &buffer_y);
  found = find_hit (self, self->marks, buffer_x, buffer_y);
  return found != NULL ? found : find_hit (self, self->differences, buffer_x, buffer_y);
}

static void
activate_mark (SynReadText *self, guint statement, double x, double y)
{
  const SynReadSpan *mark = syn_read_text_find_mark_at (self, x, y);

  if (mark != NULL && mark->statement == statement)
    g_signal_emit_by_name (self, "mark-activated", statement, (gint) mark->kind, mark->index, x, y);
  else if (syn_read_text_in_rail (self, x))
    g_signal_emit_by_name (self, "mark-activated", statement, -1, 0, x, y);
}

static void
released (SynReadText *self, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gint statement;

  if (!self->pressed)
    return;
  self->pressed = FALSE;
  if (gtk_drag_check_threshold (widget, (gint) self->press_x, (gint) self->press_y, (gint) x, (gint) y)
      || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  statement = syn_read_text_find_statement_at (self, x, y);
  if (statement >= 0)
    {
      g_signal_emit_by_name (self, "statement-activated", (guint) statement);
      activate_mark (self, (guint) statement, x, y);
    }
}

/* A gesture of its own would lose the sequence to the one with which GtkTextView selects. */
static gboolean
event_cb (SynReadText *self, GdkEvent *event)
{
  double x, y;

  switch ((gint) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      if (!locate (self, event, &x, &y))
        break;
      self->pressed = gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY;
      self->press_x = x;
      self->press_y = y;
      if (gdk_event_triggers_context_menu (event))
        {
          g_signal_emit_by_name (self, "menu-requested", x, y);
          return GDK_EVENT_STOP;
        }
      break;
    case GDK_BUTTON_RELEASE:
      if (locate (self, event, &x, &y))
        released (self, x, y);
      break;
    case GDK_TOUCH_BEGIN:
      self->pressed = locate (self, event, &self->press_x, &self->press_y);
      break;
    case GDK_TOUCH_END:
      if (locate (self, event, &x, &y))
        released (self, x, y);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

void
syn_read_text_add_controllers (SynReadText *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *legacy = gtk_event_controller_legacy_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), legacy);
}

gboolean
syn_read_text_query_tooltip (GtkWidget *widget, gint x, gint y, gboolean keyboard, GtkTooltip *tooltip)
{
  SynReadText *self = SYN_READ_TEXT (widget);
  gint statement = keyboard ? syn_session_get_active_statement (self->session) : find_at (self, x, y, FALSE);
  g_autofree char *words = NULL;

  if (!syn_read_text_owns (self, statement))
    return FALSE;
  if (!keyboard && !syn_read_text_in_rail (self, x))
    {
      gint bx, by;
      GtkTextIter iter;
      guint index;
      guint32 offset;

      gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
      gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, bx, by);
      offset = (guint32) gtk_text_iter_get_offset (&iter);
      index = syn_read_spans_find (self->marks, offset);
      /* Why two sentences say the same is told beside the claim; here it would cover the text. */
      if (index < self->marks->len && g_array_index (self->marks, SynReadSpan, index).start <= offset
          && g_array_index (self->marks, SynReadSpan, index).kind >= SYN_MARK_VARIANT)
        words = syn_read_words_explain (self->session, &g_array_index (self->marks, SynReadSpan, index));
      index = syn_read_spans_find (self->differences, offset);
      if (words == NULL && index < self->differences->len
          && g_array_index (self->differences, SynReadSpan, index).start <= offset)
        words = syn_describe_difference (self->session,
                                         g_array_index (self->differences, SynReadSpan, index).index);
    }
  else
    words = syn_read_words_describe (self->session, (guint) statement);
  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

gint
syn_read_text_find_statement_at (SynReadText *self, double x, double y)
{
  g_return_val_if_fail (SYN_IS_READ_TEXT (self), -1);
  return find_at (self, x, y, FALSE);
}
