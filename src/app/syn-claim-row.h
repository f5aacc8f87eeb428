/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-claim-item.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_ROW (syn_claim_row_get_type ())
/* One claim of the list, two lines. */
G_DECLARE_FINAL_TYPE (SynClaimRow, syn_claim_row, SYN, CLAIM_ROW, GtkWidget)

GtkWidget *syn_claim_row_new (void);
/* @item: (nullable) */
void       syn_claim_row_set_item (SynClaimRow *self, SynClaimItem *item);
/* (transfer none) (nullable) */
SynClaimItem *syn_claim_row_get_item (SynClaimRow *self);

G_END_DECLS
