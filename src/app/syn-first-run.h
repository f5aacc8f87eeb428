/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SYN_TYPE_FIRST_RUN (syn_first_run_get_type ())
/* Nothing is open yet: what this is, and three ways in. */
G_DECLARE_FINAL_TYPE (SynFirstRun, syn_first_run, SYN, FIRST_RUN, GtkWidget)

GtkWidget *syn_first_run_new (void);
/* Lists the recent corpora anew. */
void       syn_first_run_update (SynFirstRun *self);

G_END_DECLS
