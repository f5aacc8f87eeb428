/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-overview-model.h"

G_BEGIN_DECLS

#define SYN_TYPE_OVERVIEW_STRIP (syn_overview_strip_get_type ())
/* All sources at a glance, a lane for each: the scroll bar of the view that @model speaks for. */
G_DECLARE_FINAL_TYPE (SynOverviewStrip, syn_overview_strip, SYN, OVERVIEW_STRIP, GtkWidget)

/* How wide it is at a size of the interface's text. */
int syn_overview_strip_width (double scale);

/* @model: taken */
GtkWidget *syn_overview_strip_new (SynOverviewModel *model);

G_END_DECLS
