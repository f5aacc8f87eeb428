/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-geometry.h"

/* The last place on the line of the screen that @from stands on, and before @stop. */
static GtkTextIter
find_last (GtkTextView *view, const GtkTextIter *from, const GtkTextIter *stop)
{
  GtkTextIter last = *from;
  GtkTextIter before = *stop;
  GdkRectangle first_place, place;

  gtk_text_iter_backward_char (&before);
  gtk_text_view_get_iter_location (view, from, &first_place);
  /* From the end of a line the view moves on to the end of the next one. */
  if (!gtk_text_view_forward_display_line_end (view, &last))
    return *from;
  gtk_text_view_get_iter_location (view, &last, &place);
  if (place.y >= first_place.y + first_place.height)
    return *from;
  return gtk_text_iter_compare (&last, &before) > 0 ? before : last;
}

static void
add_segment (GtkTextView *view, const GtkTextIter *from, GtkTextIter last, double origin,
             GArray *segments)
{
  GdkRectangle a, b;
  graphene_rect_t segment;
  gint left, right;

  while (gtk_text_iter_compare (&last, from) > 0
         && g_unichar_isspace (gtk_text_iter_get_char (&last)))
    gtk_text_iter_backward_char (&last);
  gtk_text_view_get_iter_location (view, from, &a);
  gtk_text_view_get_iter_location (view, &last, &b);
  /* In right-to-left text the leading edge is the right one, and the width is negative. */
  left = MIN (MIN (a.x, a.x + a.width), MIN (b.x, b.x + b.width));
  right = MAX (MAX (a.x, a.x + a.width), MAX (b.x, b.x + b.width));
  if (right <= left)
    return;
  graphene_rect_init (&segment, left, a.y - origin, right - left, a.height);
  g_array_append_val (segments, segment);
}

double
syn_read_geometry_measure (GtkTextView *view, SynReadSpan *span, guint stamp)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at, stop;
  gint origin, height;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, (gint) span->start);
  gtk_text_view_get_line_yrange (view, &at, &origin, &height);
  if (span->stamp == stamp && span->segments != NULL)
    return origin;
  span->stamp = stamp;
  g_clear_pointer (&span->segments, g_array_unref);
  span->segments = g_array_sized_new (FALSE, FALSE, sizeof (graphene_rect_t), 4);
  gtk_text_buffer_get_iter_at_offset (buffer, &stop, (gint) span->end);
  span->ends_line = gtk_text_iter_ends_line (&stop);
  while (gtk_text_iter_compare (&at, &stop) < 0)
    {
      GtkTextIter last;

      if (g_unichar_isspace (gtk_text_iter_get_char (&at)))
        {
          gtk_text_iter_forward_char (&at);
          continue;
        }
      last = find_last (view, &at, &stop);
      add_segment (view, &at, last, origin, span->segments);
      at = last;
      if (!gtk_text_iter_forward_char (&at))
        break;
    }
  return origin;
}

void
syn_read_geometry_find_visible (GtkTextView  *view,
                                const GArray *spans,
                                guint        *out_first,
                                guint        *out_end)
{
  GdkRectangle visible;
  GtkTextIter top, bottom;
  guint end;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &top, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &bottom, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&bottom);
  *out_first = syn_read_spans_find (spans, (guint32) gtk_text_iter_get_offset (&top));
  for (end = *out_first; end < spans->len; end++)
    if (g_array_index (spans, SynReadSpan, end).start > (guint32) gtk_text_iter_get_offset (&bottom))
      break;
  *out_end = end;
}
