/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_SOURCE_ROW (syn_source_row_get_type ())
/* One source of the panel: shown or hidden, pivot, counts; dragged to another place. */
G_DECLARE_FINAL_TYPE (SynSourceRow, syn_source_row, SYN, SOURCE_ROW, GtkWidget)

GtkWidget *syn_source_row_new (SynSession *session);
void       syn_source_row_set_source (SynSourceRow *self, SynSource *source);

G_END_DECLS
