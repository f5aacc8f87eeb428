/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-read-column.h"

G_BEGIN_DECLS

#define SYN_RIBBON_WIDTH 52

#define SYN_TYPE_RIBBON (syn_ribbon_get_type ())
/**
 * SynRibbon: the space between two columns, with a curve from each statement to its counterpart.
 *
 * A guessed match is dashed, the reader's own is solid; a ≠ stands only where this pair disagrees; the
 * selected claim is a filled band.  It has the height and the top of the columns beside it.
 */
G_DECLARE_FINAL_TYPE (SynRibbon, syn_ribbon, SYN, RIBBON, GtkWidget)

GtkWidget *syn_ribbon_new (SynSession *session);
/* The columns that it joins, at its start and at its end; (nullable) */
void       syn_ribbon_set_columns (SynRibbon *self, SynReadColumn *start, SynReadColumn *end);

/* One curve over the whole width of @widget, from @from down to @to: solid when it is the reader's @own. */
void syn_ribbon_paint_curve (GtkWidget *widget, GtkSnapshot *snapshot, gboolean own, double from, double to);

G_END_DECLS
