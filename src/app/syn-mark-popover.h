/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-mark-items.h"
#include "syn-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* So far from the pointer it stays when it is asked for by a click: about a line. */
#define SYN_MARK_POPOVER_GAP 14

#define SYN_TYPE_MARK_POPOVER (syn_mark_popover_get_type ())
/**
 * SynMarkPopover:
 *
 * Why a mark stands where it stands: reason, both wordings, who says it and when, how probable it is, and what can be
 * done about it.  A click beside it closes it and is not lost; from the keyboard it has the focus until Escape.
 */
G_DECLARE_FINAL_TYPE (SynMarkPopover, syn_mark_popover, SYN, MARK_POPOVER, GtkPopover)

/* @parent: the view it belongs to; @other: the name of the other view, for "Open in …". */
GtkWidget *syn_mark_popover_new (SynSession *session, GtkWidget *parent, const char *other);

/**
 * syn_mark_popover_explain:
 * @kind, @index: the mark to begin with, or @kind -1 for the first
 * @at: what it points at and does not cover, in the parent's coordinates
 * @by_key: take the focus
 *
 * Returns: %FALSE when nothing is marked at @statement
 */
gboolean syn_mark_popover_explain (SynMarkPopover     *self,
                                   guint               statement,
                                   gint                kind,
                                   guint               index,
                                   const GdkRectangle *at,
                                   gboolean            by_key);

/* What is explained now: (nullable), (transfer none) */
const SynMarkItem *syn_mark_popover_get_item (SynMarkPopover *self);

G_END_DECLS
