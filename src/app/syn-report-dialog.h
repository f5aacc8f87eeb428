/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SYN_TYPE_REPORT_DIALOG (syn_report_dialog_get_type ())
/* Every file that was met: read, read in part, or skipped, and why. */
G_DECLARE_FINAL_TYPE (SynReportDialog, syn_report_dialog, SYN, REPORT_DIALOG, AdwWindow)

/* @report: GListModel of SynImportEntry */
GtkWindow *syn_report_dialog_new (GtkWindow *parent, GListModel *report, GPtrArray *orphans);

G_END_DECLS
