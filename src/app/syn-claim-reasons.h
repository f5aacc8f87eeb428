/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

/* Why the statements stand together, with what carries it; activating one goes there. */
void syn_claim_reasons_fill (GtkBox *box, SynSession *session, guint claim);
/* The conflicts of @claim, each with both spans, its reason and a way to dismiss it. */
void syn_claim_conflicts_fill (GtkBox *box, SynSession *session, guint claim);

G_END_DECLS
