/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-claim-detail.h"
#include "syn-claim-list.h"
#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_PANEL (syn_claim_panel_get_type ())
/* The list of claims, the selected one, and the three verdicts, which never scroll away. */
G_DECLARE_FINAL_TYPE (SynClaimPanel, syn_claim_panel, SYN, CLAIM_PANEL, GtkWidget)

GtkWidget      *syn_claim_panel_new (SynSession *session);
SynClaimList   *syn_claim_panel_get_list (SynClaimPanel *self);
SynClaimDetail *syn_claim_panel_get_detail (SynClaimPanel *self);
/* Shows the list beside the claim, or the claim alone. */
void            syn_claim_panel_show_list (SynClaimPanel *self, gboolean show);

/* The verdict that each click gives while the tag lock is on, or -1. */
void syn_claim_panel_set_held (SynClaimPanel *self, gint verdict);
/* What can be done with the list, and with one claim. */
void syn_claim_panel_set_menus (SynClaimPanel *self, GMenuModel *claims, GMenuModel *claim);

G_END_DECLS
