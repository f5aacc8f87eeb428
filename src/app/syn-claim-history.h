/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/syn-workspace.h"

G_BEGIN_DECLS

/* How what was done is shown: its icon, and who did it: "You linked Harbour Post – Tide Daily". */
const char *syn_claim_history_icon (const char *verb);
char       *syn_claim_history_dup_line (SynWorkspace *workspace, const char *annotator, const char *text);
/* (element-type SynHistoryEntry): a line for each, in place of what is in @box. */
void        syn_claim_history_fill (GtkBox *box, SynWorkspace *workspace, GPtrArray *entries);
/* @time: (nullable) */
void        syn_claim_history_append (GtkBox *history, const char *icon_name, const char *text, const char *time);

G_END_DECLS
