/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/syn-workspace.h"

G_BEGIN_DECLS

#define SYN_TYPE_APPLICATION (syn_application_get_type ())
G_DECLARE_FINAL_TYPE (SynApplication, syn_application, SYN, APPLICATION, AdwApplication)

SynApplication *syn_application_new (void);
/* The workspace that windows of this application open from now on. */
void            syn_application_set_workspace (SynApplication *self, SynWorkspace *workspace);
/* Loads what stands beside style.css; also for tests that have no application. */
void syn_application_load_styles (GdkDisplay *display);

G_END_DECLS
