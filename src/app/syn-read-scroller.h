/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-read-column.h"

G_BEGIN_DECLS

/**
 * SynReadScroller: moves the columns of one view together.
 *
 * Everything that moves a column because of another one happens in one tick callback: an adjustment that is
 * set while GTK allocates leaves widgets without a place.
 */
typedef struct _SynReadScroller SynReadScroller;

SynReadScroller *syn_read_scroller_new (GtkWidget *view, SynSession *session);
void             syn_read_scroller_free (SynReadScroller *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynReadScroller, syn_read_scroller_free)

/* The columns that can be seen (element-type SynReadColumn), in order. */
void     syn_read_scroller_set_columns (SynReadScroller *self, GPtrArray *columns);
/* Whether the others follow when one column is scrolled. */
void     syn_read_scroller_set_sync (SynReadScroller *self, gboolean sync);
gboolean syn_read_scroller_get_sync (SynReadScroller *self);

/**
 * syn_read_scroller_align:
 * @statement: stays where it is if it can be seen, else is brought into sight
 *
 * Brings the counterparts of @statement in the other columns to the same height, within 150 ms, and keeps
 * them there while heights still change, until the reader scrolls.
 */
void syn_read_scroller_align (SynReadScroller *self, guint statement);

/* Forgets what was known of the comparison before. */
void syn_read_scroller_reset (SynReadScroller *self);

G_END_DECLS
