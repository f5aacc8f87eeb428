/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_EVIDENCE_DIALOG (syn_evidence_dialog_get_type ())
/* What a verdict rests on: a web address, a file, or a statement of this comparison. */
G_DECLARE_FINAL_TYPE (SynEvidenceDialog, syn_evidence_dialog, SYN, EVIDENCE_DIALOG, AdwWindow)

GtkWindow *syn_evidence_dialog_new (GtkWindow *parent, SynSession *session, gint claim);

G_END_DECLS
