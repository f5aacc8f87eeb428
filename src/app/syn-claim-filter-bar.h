/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-claim-filter.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_FILTER_BAR (syn_claim_filter_bar_get_type ())
/* The conditions of a list of claims.  Signal "changed"; signal "stop": the reader leaves the field with Escape. */
G_DECLARE_FINAL_TYPE (SynClaimFilterBar, syn_claim_filter_bar, SYN, CLAIM_FILTER_BAR, GtkWidget)

/* (transfer none) */
const SynClaimFilter *syn_claim_filter_bar_get_filter (SynClaimFilterBar *self);
void                  syn_claim_filter_bar_set_filter (SynClaimFilterBar *self, const SynClaimFilter *filter);
/* What can be chosen, after the corpus, its sources or the reader's tags changed. */
void                  syn_claim_filter_bar_fill (SynClaimFilterBar *self, SynSession *session);
/* How many claims each choice would show: @misses and their claims as of syn_claim_filter_miss(). */
void                  syn_claim_filter_bar_count (SynClaimFilterBar *self, SynSession *session, const guint *misses,
                                                  guint n_claims);
void                  syn_claim_filter_bar_focus (SynClaimFilterBar *self);

G_END_DECLS
