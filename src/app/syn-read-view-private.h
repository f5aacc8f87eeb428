/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-read-scroller.h"
#include "syn-read-view.h"

G_BEGIN_DECLS

/* One source: open as a column, or folded as a spine. */
typedef struct
{
  SynSource *source;
  GtkWidget *head;   /* NULL until it is opened for the first time; likewise column */
  GtkWidget *column;
  GtkWidget *spine;
  guint used;        /* when it was asked for last; 0 never */
  gboolean open;
} SynReadSlot;

struct _SynReadView
{
  GtkWidget parent_instance;

  SynSession *session;
  SynReadScroller *scroller;
  SynFinder *finder;
  GPtrArray *slots;    /* SynReadSlot, in the order of the sources */
  GPtrArray *open;     /* SynReadSlot: borrowed, in the order they are seen */
  GPtrArray *ribbons;  /* SynRibbon: one less than there may be columns */
  GtkWidget *chooser;  /* in a narrow window: which article */
  GtkWidget *strip;
  GtkWidget *menu;
  GtkWidget *explanation; /* SynMarkPopover */
  GSimpleActionGroup *actions;
  guint clock;         /* counts what is asked for */
  guint wanted;        /* columns that there is room for */
  gint least;          /* width of a column, of a spine, and height of the heads, by the size of the text */
  gint spine;
  gint head;
  gint overview;       /* width of the strip, 0 in a narrow window */
  gboolean narrow;
  gboolean choosing;   /* the chooser is being filled */
  guint refill;        /* idle */
};

/* syn-read-view.c */
void syn_read_view_emit_columns_changed (SynReadView *self);
void syn_read_view_emit_moved (SynReadView *self);

/* syn-read-view-layout.c */
void syn_read_view_measure (GtkWidget *widget, GtkOrientation orientation, gint for_size, gint *minimum,
                            gint *natural, gint *minimum_baseline, gint *natural_baseline);
void syn_read_view_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline);
void syn_read_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
/* Makes the columns that there is room for; never while places are given. */
void syn_read_view_fill (SynReadView *self);
/* The slot of an article, or NULL. */
SynReadSlot *syn_read_view_find_slot (SynReadView *self, guint article);
void syn_read_view_set_slots (SynReadView *self);

/* syn-read-view-input.c */
void syn_read_view_add_input (SynReadView *self);
void syn_read_view_connect_text (SynReadView *self, SynReadText *text);

G_END_DECLS
