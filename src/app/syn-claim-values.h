/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

/* "What each source says": fills @box with the claim's values, grouped by value, then by source. */
void syn_claim_values_fill (GtkBox *box, SynSession *session, guint claim);

G_END_DECLS
