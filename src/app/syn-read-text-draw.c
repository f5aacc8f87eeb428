/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-text-private.h"

#include "syn-compare-describe.h"
#include "syn-format.h"
#include "syn-mark-choice.h"
#include "syn-palette.h"
#include "syn-read-paint.h"

#define GLYPH_SIZE 16
#define GLYPH_X 10.0
/* Of a second one on the same line, at the very edge. */
#define SMALL_GLYPH_SIZE 12
#define SMALL_GLYPH_X -1.0

/* The claim whose verdict stands beside @statement, or -1. */
static gint
shown_claim (SynReadText *self, guint statement)
{
  gint selected = syn_session_get_selected_claim (self->session);
  guint n;
  const guint *claims = syn_comparison_claims_of (self->comparison, statement, &n);

  for (guint i = 0; i < n; i++)
    if ((gint) claims[i] == selected)
      return selected;
  return n > 0 ? (gint) claims[0] : -1;
}

/* Where the glyph of a statement stands; one that begins on a line that has a glyph already moves down to
 * its own next line, or beside it, smaller. */
static void
place_glyph (const SynReadSpan *span, double origin, double *last_y, graphene_rect_t *out)
{
  const graphene_rect_t *line = &g_array_index (span->segments, graphene_rect_t, 0);
  double y = origin + line->origin.y + (line->size.height - GLYPH_SIZE) / 2;
  gboolean beside = FALSE;

  if (y < *last_y + GLYPH_SIZE)
    {
      if (span->segments->len > 1)
        {
          line = &g_array_index (span->segments, graphene_rect_t, 1);
          y = origin + line->origin.y + (line->size.height - GLYPH_SIZE) / 2;
        }
      beside = y < *last_y + GLYPH_SIZE;
    }
  *last_y = MAX (*last_y, y);
  if (beside)
    graphene_rect_init (out, SMALL_GLYPH_X, y + (GLYPH_SIZE - SMALL_GLYPH_SIZE) / 2, SMALL_GLYPH_SIZE,
                        SMALL_GLYPH_SIZE);
  else
    graphene_rect_init (out, GLYPH_X, y, GLYPH_SIZE, GLYPH_SIZE);
}

static void
snapshot_glyphs (SynReadText *self, GtkSnapshot *snapshot, guint from, guint end)
{
  double last_y = -1e9;

  for (guint i = from; i < end; i++)
    {
      SynReadSpan *span = &g_array_index (self->statements, SynReadSpan, i);
      gint claim = shown_claim (self, span->statement);
      graphene_rect_t place;
      SynVerdict verdict;
      double origin;

      if (claim < 0)
        continue;
      origin = syn_read_text_measure (self, span);
      if (span->segments->len == 0)
        continue;
      place_glyph (span, origin, &last_y, &place);
      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        place.origin.x = (float) gtk_widget_get_width (GTK_WIDGET (self)) - place.origin.x - place.size.width;
      verdict = syn_session_get_verdict (self->session, (guint) claim);
      syn_palette_snapshot_icon (GTK_WIDGET (self), snapshot,
                                 syn_state_icon (syn_session_get_record (self->session, (guint) claim)), place.origin.x,
                                 place.origin.y, (gint) place.size.width, syn_verdict_color (verdict));
    }
}

static void
snapshot_tints (SynReadText *self, GtkSnapshot *snapshot, guint from, guint end)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = from; i < end; i++)
      {
        SynReadSpan *span = &g_array_index (self->statements, SynReadSpan, i);

        if (pass == 0 && syn_read_text_contains (self->selected, span->statement))
          syn_read_paint_band (widget, snapshot, span, syn_read_text_measure (self, span), SYN_COLOR_TINT);
        else if (pass == 1 && syn_read_text_contains (self->hovered, span->statement))
          syn_read_paint_tint (widget, snapshot, span, syn_read_text_measure (self, span), SYN_COLOR_TINT2);
      }
}

/* Under the pointer, or where the keys are: there the finer marks are of interest. */
static gboolean
is_looked_at (SynReadText *self, guint statement)
{
  return (gint) statement == syn_session_get_active_statement (self->session)
         || (gint) statement == syn_session_get_hover_statement (self->session)
         || syn_read_text_contains (self->hovered, statement);
}

/* Of the selected claim strong, under the pointer plain, of all the others faint, or as many as the reader wants. */
static void
snapshot_underline (SynReadText *self, GtkSnapshot *snapshot, SynReadSpan *mark, double origin, SynRibbons wanted)
{
  SynEmphasis emphasis = SYN_EMPHASIS_FAINT;

  if (syn_read_text_contains (self->selected, mark->statement))
    emphasis = SYN_EMPHASIS_STRONG;
  else if (is_looked_at (self, mark->statement))
    emphasis = SYN_EMPHASIS_PLAIN;
  if (wanted == SYN_RIBBONS_ALL || (wanted == SYN_RIBBONS_ACTIVE && emphasis != SYN_EMPHASIS_FAINT))
    syn_read_paint_underline (GTK_WIDGET (self), snapshot, mark, origin, self->ascent, emphasis);
}

static void
snapshot_marks (SynReadText *self, GtkSnapshot *snapshot, guint32 from, guint32 end)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SynRibbons wanted = syn_mark_choice_get_ribbons ();

  for (guint i = syn_read_spans_find (self->marks, from); i < self->marks->len; i++)
    {
      SynReadSpan *mark = &g_array_index (self->marks, SynReadSpan, i);
      double origin;

      if (mark->start >= end)
        break;
      origin = syn_read_text_measure (self, mark);
      switch (mark->kind)
        {
        case SYN_MARK_DIRECT:
        case SYN_MARK_TENSION:
          syn_read_paint_box (widget, snapshot, mark, origin);
          break;
        case SYN_MARK_VARIANT:
          if (is_looked_at (self, mark->statement))
            syn_read_paint_pill (widget, snapshot, mark, origin);
          break;
        case SYN_MARK_DIFFERENCE:
          break;
        case SYN_MARK_COPIED:
        case SYN_MARK_SAME:
        case SYN_MARK_RELATED:
          snapshot_underline (self, snapshot, mark, origin, wanted);
          break;
        }
    }
}

/* Only where the reader looks: over all of a text they would be a second fence. */
static void
snapshot_differences (SynReadText *self, GtkSnapshot *snapshot, guint32 from, guint32 end)
{
  for (guint i = syn_read_spans_find (self->differences, from); i < self->differences->len; i++)
    {
      SynReadSpan *span = &g_array_index (self->differences, SynReadSpan, i);

      if (span->start >= end)
        break;
      if (syn_read_text_contains (self->selected, span->statement) || is_looked_at (self, span->statement))
        syn_read_paint_overline (GTK_WIDGET (self), snapshot, span, syn_read_text_measure (self, span), self->ascent);
    }
}

static void
snapshot_hits (SynReadText *self, GtkSnapshot *snapshot)
{
  guint from, end;

  syn_read_geometry_find_visible (GTK_TEXT_VIEW (self), self->hits, &from, &end);
  for (guint i = from; i < end; i++)
    {
      SynReadSpan *hit = &g_array_index (self->hits, SynReadSpan, i);

      syn_read_paint_tint (GTK_WIDGET (self), snapshot, hit, syn_read_text_measure (self, hit),
                           (gint) i == self->current_hit ? SYN_COLOR_FIND_CURRENT : SYN_COLOR_FIND);
    }
}

void
syn_read_text_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  SynReadText *self = SYN_READ_TEXT (view);
  guint from = 0, end = 0;
  gint active;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;
  if (self->statements != NULL)
    syn_read_geometry_find_visible (view, self->statements, &from, &end);
  if (from < end)
    {
      snapshot_tints (self, snapshot, from, end);
      guint32 first = g_array_index (self->statements, SynReadSpan, from).start;
      guint32 last = g_array_index (self->statements, SynReadSpan, end - 1).end;

      snapshot_marks (self, snapshot, first, last);
      snapshot_differences (self, snapshot, first, last);
    }
  snapshot_hits (self, snapshot);
  if (from >= end)
    return;
  snapshot_glyphs (self, snapshot, from, end);
  active = syn_session_get_active_statement (self->session);
  if (syn_read_text_owns (self, active))
    {
      SynReadSpan *span = syn_read_text_span (self, (guint) active);

      syn_read_paint_ring (GTK_WIDGET (self), snapshot, span, syn_read_text_measure (self, span));
    }
}
