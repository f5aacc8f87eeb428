/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-stories.h"

G_BEGIN_DECLS

/**
 * SynStoryItem: one story of the corpus as the window lists it.  "notify" tells of any change.
 * Properties: "n-conflicts" and "n-open" (int): -1 until the story has been compared · "n-hits" (uint): articles in
 * which the words searched for were found.
 */
#define SYN_TYPE_STORY_ITEM (syn_story_item_get_type ())
G_DECLARE_FINAL_TYPE (SynStoryItem, syn_story_item, SYN, STORY_ITEM, GObject)

SynStoryItem *syn_story_item_new (const SynStory *story);
const char   *syn_story_item_get_id (SynStoryItem *self);
const char   *syn_story_item_get_title (SynStoryItem *self);
guint         syn_story_item_get_n_articles (SynStoryItem *self);
/* (nullable): when the first and the last of its articles were published */
GDateTime    *syn_story_item_get_first (SynStoryItem *self);
GDateTime    *syn_story_item_get_last (SynStoryItem *self);
gint          syn_story_item_get_n_conflicts (SynStoryItem *self);
gint          syn_story_item_get_n_open (SynStoryItem *self);
guint         syn_story_item_get_n_hits (SynStoryItem *self);
void          syn_story_item_set_counts (SynStoryItem *self, gint n_conflicts, gint n_open);
void          syn_story_item_set_n_hits (SynStoryItem *self, guint n_hits);

G_END_DECLS
