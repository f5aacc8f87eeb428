/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_SOURCES_PANEL (syn_sources_panel_get_type ())
/* The articles of the corpus: which are shown, in which order, and who copies whom. */
G_DECLARE_FINAL_TYPE (SynSourcesPanel, syn_sources_panel, SYN, SOURCES_PANEL, GtkWidget)

GtkWidget *syn_sources_panel_new (SynSession *session);
/* The source whose row is selected in the list, or NULL. */
SynSource *syn_sources_panel_get_selected (SynSourcesPanel *self);

/* The list of stories, where the corpus has several, or the articles of the open one. */
void syn_sources_panel_show_stories (SynSourcesPanel *self);
void syn_sources_panel_show_articles (SynSourcesPanel *self);

G_END_DECLS
