/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_COMMENTS (syn_claim_comments_get_type ())
/* What readers wrote about a claim, each with answers under it, and a field to add to it.  Nothing is ever changed. */
G_DECLARE_FINAL_TYPE (SynClaimComments, syn_claim_comments, SYN, CLAIM_COMMENTS, GtkWidget)

void syn_claim_comments_set_session (SynClaimComments *self, SynSession *session);
/* @record: (nullable): of @claim */
void syn_claim_comments_show (SynClaimComments *self, gint claim, const SynClaimRecord *record);
void syn_claim_comments_focus (SynClaimComments *self);

G_END_DECLS
