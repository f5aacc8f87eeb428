/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_EXPORT_DIALOG (syn_export_dialog_get_type ())
/**
 * SynExportDialog:
 *
 * Chooses a format, shows how it begins and what it cannot hold, and saves.  Signal "saved" (GFile).
 */
G_DECLARE_FINAL_TYPE (SynExportDialog, syn_export_dialog, SYN, EXPORT_DIALOG, AdwWindow)

GtkWindow *syn_export_dialog_new (GtkWindow *parent, SynSession *session);
/* Chooses the format by its name ("csv", "json", …). */
void       syn_export_dialog_set_format (SynExportDialog *self, const char *id);
/* Writes to @file in a thread; "saved" follows, or an error is shown. */
void       syn_export_dialog_save_to (SynExportDialog *self, GFile *file);

G_END_DECLS
