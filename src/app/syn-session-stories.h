/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session-private.h"

G_BEGIN_DECLS

/* The stories of the corpus that was opened, for the other files of the session. */

/**
 * SynGrouping: a whole corpus and its stories, made on any thread.
 * @grouped: as the program groups the articles
 * @moves: (element-type SynStoryMove): what the reader says
 * @stories: with the moves
 */
typedef struct _SynGrouping
{
  SynCorpus *whole;
  SynStories *grouped;
  GArray *moves;
  SynStories *stories;
} SynGrouping;

/* Groups @whole, which the workspace may know; (transfer full). */
SynGrouping *syn_grouping_new (SynWorkspace *workspace, SynCorpus *whole, SynProgressFunc progress,
                               gpointer user_data);
void         syn_grouping_free (SynGrouping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynGrouping, syn_grouping_free)

/* (transfer full): the articles of @story, known to the workspace, with their arrangement; the whole corpus where it
 * is one story. */
SynCorpus *syn_grouping_dup_story (SynGrouping *self, SynWorkspace *workspace, guint story,
                                   SynArrangement **out_arrangement);

/* (transfer full): the same, for another thread */
SynGrouping *syn_grouping_copy (const SynGrouping *self);
/* Another story of the same grouping is shown. */
void syn_session_take_story (SynSession *self, guint story);
/* (nullable): takes @grouping; @story is the one whose articles the views get. */
void syn_session_take_grouping (SynSession *self, SynGrouping *grouping, guint story);
/* What the workspace says of moves after a verb; takes @moves.  Opens the story anew where its articles changed. */
void syn_session_take_moves (SynSession *self, SynCorpus *whole, GArray *moves);
/* The open story has been compared: its counts are known, and others can be counted meanwhile. */
void syn_session_update_story (SynSession *self);
void syn_session_stop_counting (SynSession *self);

G_END_DECLS
