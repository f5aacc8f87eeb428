/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SYN_TYPE_PREFERENCES (syn_preferences_get_type ())
/* What the reader sets once.  Each change holds at once and is kept. */
G_DECLARE_FINAL_TYPE (SynPreferences, syn_preferences, SYN, PREFERENCES, AdwPreferencesWindow)

GtkWindow *syn_preferences_new (GtkWindow *parent);

G_END_DECLS
