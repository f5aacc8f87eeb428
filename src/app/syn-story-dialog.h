/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

/* Asks which story an article belongs to; the article at @article of the open story goes there. */
GtkWindow *syn_story_dialog_new (GtkWindow *parent, SynSession *session, guint article);

G_END_DECLS
