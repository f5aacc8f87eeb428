/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_DETAIL (syn_claim_detail_get_type ())
/* Everything about the selected claim, from its wording to its history. */
G_DECLARE_FINAL_TYPE (SynClaimDetail, syn_claim_detail, SYN, CLAIM_DETAIL, GtkWidget)

void syn_claim_detail_set_session (SynClaimDetail *self, SynSession *session);
void syn_claim_detail_edit_wording (SynClaimDetail *self);
void syn_claim_detail_edit_note (SynClaimDetail *self);
/* Puts the cursor where a comment is written. */
void syn_claim_detail_add_comment (SynClaimDetail *self);

G_END_DECLS
