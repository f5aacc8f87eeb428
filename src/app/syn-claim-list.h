/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_LIST (syn_claim_list_get_type ())
/* All claims with their filter: those in conflict first, then in reading order. */
G_DECLARE_FINAL_TYPE (SynClaimList, syn_claim_list, SYN, CLAIM_LIST, GtkWidget)

void  syn_claim_list_set_session (SynClaimList *self, SynSession *session);
/* Opens the filter and puts the cursor there. */
void  syn_claim_list_filter (SynClaimList *self);
guint syn_claim_list_get_n_shown (SynClaimList *self);
/* Selects the next shown claim, @step 1 or -1. */
void  syn_claim_list_step (SynClaimList *self, int step);
/* Place of the selected claim among those shown, from 1; 0 if none. */
guint syn_claim_list_get_position (SynClaimList *self);

G_END_DECLS
