/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CLAIM_BAR (syn_claim_bar_get_type ())
/* The selected claim in one line, with the verdicts: stands in for the closed panel. */
G_DECLARE_FINAL_TYPE (SynClaimBar, syn_claim_bar, SYN, CLAIM_BAR, GtkWidget)

GtkWidget *syn_claim_bar_new (SynSession *session);
/* In a narrow window the verdicts stand under the wording. */
void       syn_claim_bar_set_narrow (SynClaimBar *self, gboolean narrow);

G_END_DECLS
