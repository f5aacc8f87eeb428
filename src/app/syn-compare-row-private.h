/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-row.h"

G_BEGIN_DECLS

#define SYN_COMPARE_GLYPH 16
/* Width of the names in a card. */
#define SYN_COMPARE_CARD_NAME 96

/* The cell of one column. */
typedef struct
{
  GPtrArray *views; /* SynStatementView, owned by the row as its parent; the first n are shown */
  guint n;
  GtkWidget *silent; /* the words on the hatch */
  GtkWidget *glyph;  /* in a spine */
  GtkWidget *outlet; /* in a card */
  GtkWidget *time;
  gboolean folded; /* in a card: named in a line below */
} SynCompareCell;

struct _SynCompareRow
{
  GtkWidget parent_instance;

  SynSession *session;
  const SynCompareFrame *frame;
  guint index;
  gint claim;
  gint headed; /* the conflict that the heading names, or -1 */
  gboolean selected, headline;
  gboolean empty;  /* only folded columns speak */
  gboolean named;  /* the spines show their names, not glyphs */
  gboolean card;   /* its sources stand beneath each other */
  gboolean shut;   /* it is the line of its fold, and nothing else */
  gboolean apart;
  gboolean shared; /* more than one source makes the claim: silence of the others says something */

  GtkWidget *verdict;
  GtkWidget *heading;
  GtkWidget *heading_icon;
  GtkWidget *heading_words;
  GtkWidget *type, *topic, *values;
  GtkWidget *fold;   /* (nullable): opens and shuts the fold that begins here */
  GArray *cells;
  GPtrArray *lines; /* in a card: what is folded; boxes, of which the first n_lines are shown */
  guint n_lines;
};

static inline SynCompareCell *
syn_compare_row_get_cell (SynCompareRow *self, guint column)
{
  return &g_array_index (self->cells, SynCompareCell, column);
}

static inline const SynCompareColumn *
syn_compare_row_get_column (SynCompareRow *self, guint column)
{
  return &g_array_index (self->frame->columns, SynCompareColumn, column);
}

static inline int
syn_compare_row_scaled (SynCompareRow *self, int pixels)
{
  return syn_compare_scaled (pixels, self->frame->scale);
}

/* Width of the names in a card; at large sizes the words need the room more. */
static inline int
syn_compare_row_card_name_width (SynCompareRow *self)
{
  return syn_compare_scaled (SYN_COMPARE_CARD_NAME, MIN (self->frame->scale, 1.4));
}

static inline gboolean
syn_widget_is_shown (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_visible (widget);
}

/* syn-compare-row-fold.c */
/* Binds the line of the fold that begins in this row. */
void syn_compare_row_bind_fold (SynCompareRow *self);
void syn_compare_row_emit_fold_toggled (SynCompareRow *self);

/* syn-compare-row-layout.c */
/* Measures the row, and places what is in it if @place is set: one function, so that the two cannot
 * differ. */
int syn_compare_row_lay_out (SynCompareRow *self, gboolean place);
/* Draws what stands behind the widgets of the row. */
void syn_compare_row_paint (SynCompareRow *self, GtkSnapshot *snapshot);

G_END_DECLS
