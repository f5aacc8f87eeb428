/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-claim-filter.h"
#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_LIST (syn_claim_list_get_type ())
/* The claims with filters, order and progress.  The reader may choose several of them, see "n-chosen" of the
 * session. */
G_DECLARE_FINAL_TYPE (SynClaimList, syn_claim_list, SYN, CLAIM_LIST, GtkWidget)

void  syn_claim_list_set_session (SynClaimList *self, SynSession *session);
/* Opens the filter and puts the cursor there. */
void  syn_claim_list_filter (SynClaimList *self);
/* (transfer none) */
const SynClaimFilter *syn_claim_list_get_filter (SynClaimList *self);
void  syn_claim_list_set_filter (SynClaimList *self, const SynClaimFilter *filter);
/* "conflict", "reading", "sources", "time" or "open" */
void  syn_claim_list_set_sort (SynClaimList *self, const char *sort);
/* What can be done with the list; and with a claim, offered where a row is pressed with the second button. */
void  syn_claim_list_set_menus (SynClaimList *self, GMenuModel *list, GMenuModel *claim);
guint syn_claim_list_get_n_shown (SynClaimList *self);
/* From 1; 0 when no shown claim is selected. */
guint syn_claim_list_get_position (SynClaimList *self);
void  syn_claim_list_step (SynClaimList *self, int step);
/* The open claim after (@step 1) or before @claim as they are listed, around the end; -1 when there is none. */
gint  syn_claim_list_find_open (SynClaimList *self, gint claim, int step);

G_END_DECLS
