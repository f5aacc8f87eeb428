/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_SEARCH_PANEL (syn_search_panel_get_type ())
/* Finds words in all articles, lists every statement that has them, and goes there. */
G_DECLARE_FINAL_TYPE (SynSearchPanel, syn_search_panel, SYN, SEARCH_PANEL, GtkWidget)

GtkWidget *syn_search_panel_new (SynSession *session);
void       syn_search_panel_open (SynSearchPanel *self);
/* Looks for @text at once. */
void       syn_search_panel_search (SynSearchPanel *self, const char *text);
guint      syn_search_panel_get_n_hits (SynSearchPanel *self);

G_END_DECLS
