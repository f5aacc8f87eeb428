/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_LEGEND (syn_legend_get_type ())
/* What each mark looks like and means, with a switch for each; they are bound to the window's actions
 * "win.marks-copied" … and "win.ribbons". */
G_DECLARE_FINAL_TYPE (SynLegend, syn_legend, SYN, LEGEND, GtkPopover)

GtkWidget *syn_legend_new (void);

G_END_DECLS
