/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

/* A line for each piece of evidence, in place of what is in @box; activating one goes to the statement, opens the
 * address, or saves a copy of the file.  @record: (nullable) */
void syn_claim_evidence_fill (GtkBox *box, SynSession *session, const SynClaimRecord *record);

G_END_DECLS
