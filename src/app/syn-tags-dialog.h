/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_TAGS_DIALOG (syn_tags_dialog_get_type ())
/* The tags and scales that the reader defines for herself. */
G_DECLARE_FINAL_TYPE (SynTagsDialog, syn_tags_dialog, SYN, TAGS_DIALOG, AdwWindow)

GtkWindow *syn_tags_dialog_new (GtkWindow *parent, SynSession *session);

G_END_DECLS
