/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_CORRECTIONS_DIALOG (syn_corrections_dialog_get_type ())
/* All in which the reader overruled the program, each with a button to take it back. */
G_DECLARE_FINAL_TYPE (SynCorrectionsDialog, syn_corrections_dialog, SYN, CORRECTIONS_DIALOG, AdwWindow)

GtkWindow *syn_corrections_dialog_new (GtkWindow *parent, SynSession *session);

G_END_DECLS
