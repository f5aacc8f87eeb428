/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_READ_SPINE_WIDTH 36

#define SYN_TYPE_READ_SPINE (syn_read_spine_get_type ())
/* A folded column: initials, the outlet's name turned, what waits in it.  A button: pressing it opens the column. */
G_DECLARE_FINAL_TYPE (SynReadSpine, syn_read_spine, SYN, READ_SPINE, GtkButton)

GtkWidget *syn_read_spine_new (SynSource *source);
SynSource *syn_read_spine_get_source (SynReadSpine *self);

G_END_DECLS
