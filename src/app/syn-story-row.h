/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"
#include "syn-story-item.h"

G_BEGIN_DECLS

#define SYN_TYPE_STORY_ROW (syn_story_row_get_type ())
/* A story in a list: title, articles, dates, counts.  A source can be dropped on it, which moves its article there. */
G_DECLARE_FINAL_TYPE (SynStoryRow, syn_story_row, SYN, STORY_ROW, GtkWidget)

GtkWidget *syn_story_row_new (SynSession *session);
/* @item: (nullable) */
void       syn_story_row_set_item (SynStoryRow *self, SynStoryItem *item);

G_END_DECLS
