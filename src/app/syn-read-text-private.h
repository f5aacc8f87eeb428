/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-read-geometry.h"
#include "syn-read-text.h"

G_BEGIN_DECLS

/* From the design: a rail for the verdict's glyph, then the text, then some air. */
#define SYN_READ_LEFT_MARGIN 36
#define SYN_READ_RIGHT_MARGIN 26
#define SYN_READ_TOP_MARGIN 24

struct _SynReadText
{
  GtkTextView parent_instance;

  SynSession *session;
  SynSource *source;
  SynComparison *comparison;
  GArray *statements;   /* SynReadSpan */
  GArray *marks;        /* SynReadSpan */
  GArray *differences;  /* SynReadSpan: may stand over marks */
  SynMarkKinds kinds;   /* that are shown */
  GArray *hits;         /* SynReadSpan */
  gint current_hit;
  GArray *hovered;      /* guint: statements of this article that light up */
  GArray *selected;     /* guint: those of the selected claim */
  guint first;          /* global index of the first statement */
  guint stamp;          /* number of the present layout, see SynReadSpan */
  gint laid_out_width;
  double ascent;        /* part of a line's height above the base line */
  double press_x, press_y;
  gboolean pressed;
};

static inline gboolean
syn_read_text_contains (const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static inline gboolean
syn_read_text_owns (SynReadText *self, gint statement)
{
  return self->statements != NULL && statement >= (gint) self->first
         && statement < (gint) (self->first + self->statements->len);
}

/* The margin that the verdicts' glyphs stand in is at the side where the lines begin. */
static inline gboolean
syn_read_text_in_rail (SynReadText *self, double x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return x >= gtk_widget_get_width (GTK_WIDGET (self)) - SYN_READ_LEFT_MARGIN;
  return x < SYN_READ_LEFT_MARGIN;
}

static inline SynReadSpan *
syn_read_text_span (SynReadText *self, guint statement)
{
  return &g_array_index (self->statements, SynReadSpan, statement - self->first);
}

static inline double
syn_read_text_measure (SynReadText *self, SynReadSpan *span)
{
  return syn_read_geometry_measure (GTK_TEXT_VIEW (self), span, self->stamp);
}

/* syn-read-text-pointer.c */
void     syn_read_text_add_controllers (SynReadText *self);
gboolean syn_read_text_query_tooltip (GtkWidget *widget, gint x, gint y, gboolean keyboard, GtkTooltip *tooltip);

/* syn-read-text-draw.c */
void syn_read_text_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot);

G_END_DECLS
