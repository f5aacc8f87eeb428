/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-application.h"
#include "syn-print-content.h"
#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_WINDOW (syn_window_get_type ())
G_DECLARE_FINAL_TYPE (SynWindow, syn_window, SYN, WINDOW, AdwApplicationWindow)

/* @app: (nullable): for tests */
SynWindow  *syn_window_new (SynApplication *app, SynWorkspace *workspace);
SynSession *syn_window_get_session (SynWindow *self);
/* Opens what was open last, as the reader left it. */
void        syn_window_continue (SynWindow *self);
void        syn_window_open (SynWindow *self, GPtrArray *files);
/* Another workspace, with what was open in it last; the present one stays if that does not work. */
void        syn_window_open_workspace (SynWindow *self, const char *path);
void        syn_window_toast (SynWindow *self, const char *message);
/* The keys with a modifier, for the whole application. */
void        syn_window_install_accels (GtkApplication *app);
/* Says that decisions are not kept, and why. */
void        syn_window_warn_unsaved (SynWindow *self, const GError *error);

/* What printing @what would do: also for a run without a dialog.  Needs a comparison. (transfer full) */
GtkPrintOperation *syn_window_new_print (SynWindow *self, SynPrintWhat what);

G_END_DECLS
