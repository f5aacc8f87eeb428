/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

/* Which language the program reads an article in, for the menu of its column: kept in the workspace, undoable. */

/* Adds the action “language” of @source to @actions, which its menu items are for. */
void syn_column_language_add_action (SynSession *session, SynSource *source, GActionMap *actions);
/* (transfer full): a submenu with the languages to choose from */
GMenuItem *syn_column_language_new_item (SynSource *source);

G_END_DECLS
