/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_STORY_LIST (syn_story_list_get_type ())
/* The stories of the corpus, with a search over the words of their articles.
 * Signal "chosen" (uint): the reader activated this story. */
G_DECLARE_FINAL_TYPE (SynStoryList, syn_story_list, SYN, STORY_LIST, GtkWidget)

GtkWidget *syn_story_list_new (SynSession *session);
/* Selects the open story and puts the focus there. */
void       syn_story_list_focus (SynStoryList *self);

G_END_DECLS
