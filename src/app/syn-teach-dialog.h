/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_TEACH_DIALOG (syn_teach_dialog_get_type ())
/* Ten questions about pairs of statements.  Each answer is a link or a parting of the reader's own, kept at once, from
 * which the program learns what else goes together in this story. */
G_DECLARE_FINAL_TYPE (SynTeachDialog, syn_teach_dialog, SYN, TEACH_DIALOG, AdwWindow)

GtkWindow *syn_teach_dialog_new (GtkWindow *parent, SynSession *session);

G_END_DECLS
