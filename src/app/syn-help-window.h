/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SYN_TYPE_HELP_WINDOW (syn_help_window_get_type ())
/* The help pages: topics at the side, one of them open.  Needs no other program and no network. */
G_DECLARE_FINAL_TYPE (SynHelpWindow, syn_help_window, SYN, HELP_WINDOW, AdwWindow)

/* @topic: the id of a topic; the first one is shown where there is none of that name. */
GtkWindow *syn_help_window_new (GtkWindow *parent, const char *topic);

G_END_DECLS
