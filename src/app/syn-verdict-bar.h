/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_VERDICT_BAR (syn_verdict_bar_get_type ())
/* The three verdicts as buttons of win.tag with their keys.  "stacked" (boolean): name under the glyph. */
G_DECLARE_FINAL_TYPE (SynVerdictBar, syn_verdict_bar, SYN, VERDICT_BAR, GtkWidget)

G_END_DECLS
