/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_ITEM (syn_claim_item_get_type ())
/**
 * SynClaimItem: one claim as the list shows it.  Properties, all notified: "title", "detail", "verdict" (uint),
 * "open" (boolean), "conflict-icon" (string or NULL), "accessible-label".
 */
G_DECLARE_FINAL_TYPE (SynClaimItem, syn_claim_item, SYN, CLAIM_ITEM, GObject)

SynClaimItem *syn_claim_item_new (SynSession *session, guint claim);
guint         syn_claim_item_get_claim (SynClaimItem *self);
SynVerdict    syn_claim_item_get_verdict (SynClaimItem *self);
const char   *syn_claim_item_get_title (SynClaimItem *self);
/* Reads verdict and wording from @session again. */
void          syn_claim_item_update (SynClaimItem *self, SynSession *session);

G_END_DECLS
