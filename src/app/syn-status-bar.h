/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_STATUS_BAR (syn_status_bar_get_type ())
/* Where the reader is, how far the ruling is, and whether it is kept. */
G_DECLARE_FINAL_TYPE (SynStatusBar, syn_status_bar, SYN, STATUS_BAR, GtkWidget)

GtkWidget *syn_status_bar_new (SynSession *session);
/* "compare" counts rows, "read" statements of the article. */
void       syn_status_bar_set_view (SynStatusBar *self, const char *view);
/* How many of the @n claims the filter leaves; said only where it leaves fewer. */
void       syn_status_bar_set_shown (SynStatusBar *self, guint n_shown, guint n);
void       syn_status_bar_set_unsaved (SynStatusBar *self, gboolean unsaved);

G_END_DECLS
