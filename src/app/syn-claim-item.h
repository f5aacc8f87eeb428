/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_ITEM (syn_claim_item_get_type ())
/**
 * SynClaimItem: one claim as the list shows it.  Properties, all notified: "title", "detail", "verdict" (uint),
 * "open" (boolean), "conflict-icon" (string or NULL), "accessible-label", "state" (string: icon of how it was
 * ruled on).
 */
G_DECLARE_FINAL_TYPE (SynClaimItem, syn_claim_item, SYN, CLAIM_ITEM, GObject)

SynClaimItem *syn_claim_item_new (SynSession *session, guint claim);
guint         syn_claim_item_get_claim (SynClaimItem *self);
SynVerdict    syn_claim_item_get_verdict (SynClaimItem *self);
const char   *syn_claim_item_get_title (SynClaimItem *self);
/* What the list is sorted by. */
gboolean      syn_claim_item_is_open (SynClaimItem *self);
gboolean      syn_claim_item_in_conflict (SynClaimItem *self);
guint         syn_claim_item_get_n_sources (SynClaimItem *self);
guint         syn_claim_item_get_row (SynClaimItem *self);
/* When it was published first, seconds since the epoch; G_MAXINT64 if unknown. */
gint64        syn_claim_item_get_time (SynClaimItem *self);
/* Its words, folded, see syn_claim_dup_words(). */
const char   *syn_claim_item_get_words (SynClaimItem *self, SynSession *session);
/* Of how the reader ruled on it, see syn_state_icon(). */
const char   *syn_claim_item_get_state_icon (SynClaimItem *self);
const char   *syn_claim_item_get_state_label (SynClaimItem *self);
/* Reads verdict and wording from @session again. */
void          syn_claim_item_update (SynClaimItem *self, SynSession *session);

G_END_DECLS
