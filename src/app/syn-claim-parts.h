/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

/* What the sections of the selected claim are made of. */

typedef struct
{
  SynSession *session;
  SynComparison *comparison;
  const SynClaim *claim;
} SynClaimContext;

SynClaimContext syn_claim_context_init (SynSession *session, guint claim);
gboolean        syn_claim_context_holds (const SynClaimContext *context, guint statement);
/* A conflict stands in one claim; its other end may lie in another one, which then shows it too. */
gboolean        syn_claim_context_reaches (const SynClaimContext *context, const SynConflict *conflict);

void       syn_claim_box_clear (GtkBox *box);
GtkWidget *syn_claim_label_new (const char *text, const char *style_class, gboolean wrap);
GtkWidget *syn_claim_icon_new (const char *name, int size, const char *tooltip);
/* A button around @child that goes to @statement. */
GtkWidget *syn_claim_jump_new (const SynClaimContext *context, guint statement, GtkWidget *child);

G_END_DECLS
