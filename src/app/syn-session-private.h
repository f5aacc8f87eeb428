/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

/* See syn-session-stories.h. */
struct _SynGrouping;

/* Shared by the files of the session; the rest of the window uses syn-session.h. */

struct _SynSession
{
  GObject parent_instance;

  SynWorkspace *workspace;
  SynCorpus *corpus;          /* of the story that is open */
  struct _SynGrouping *grouping; /* of the whole corpus, or NULL */
  GListStore *stories;        /* SynStoryItem; none where there is one story only */
  gint story;                 /* the open one, or -1 */
  GCancellable *counting;     /* of a story that is counted in the background */
  GListModel *report;         /* of the last import, also of one that brought nothing */
  SynComparison *fresh;       /* as the engine made it */
  SynComparison *comparison;  /* with the reader's decisions */
  SynRows *rows;
  GListStore *sources;
  GPtrArray *records;         /* SynClaimRecord: all of the corpus */
  GPtrArray *record_of_claim; /* SynClaimRecord, borrowed from records, or NULL */
  GPtrArray *orphans;         /* SynOrphan */
  GPtrArray *tags;            /* SynTag: the reader's own */

  GPtrArray *source_of_article; /* SynSource, borrowed of "sources" */
  guint pivot;
  SynRowOrder row_order;
  gint selected_claim;
  gint selected_conflict; /* of it, or -1 */
  gint active_statement;
  gint hover_statement;
  GArray *marked;             /* guint, sorted */
  GArray *chosen;             /* guint: claims chosen together, sorted; none or more than one */
  guint revision;

  gboolean busy;
  double progress;
  char *message;
  char *undo_label;
  char *redo_label;

  char *own_title;            /* the reader's title, or NULL */
  gboolean own_order;         /* the reader moved a column */
  gboolean own_pivot;
  guint keep_source;          /* columns that are to be kept */
  guint n_calls;              /* see syn_session_call_source() */

  char *title;                /* for the corpus that is opened next, or NULL */
  GCancellable *cancellable;  /* of the import or comparison under way */
  GQueue verbs;               /* SynVerb, waiting; the head is under way */
  gboolean verb_running;
  gboolean undone; /* see syn_session_is_undone() */
};

SynSource *syn_source_new (SynArticle *article, guint index, guint ordinal);
/* What the column of @article is called if no other is called so. */
char      *syn_source_dup_plain_name (SynArticle *article);
void       syn_source_set_pivot (SynSource *self, gboolean pivot);
void       syn_source_set_called (SynSource *self, guint called);
void       syn_source_set_counts (SynSource *self, guint n_conflicts, guint n_open);
void       syn_source_set_copies (SynSource *self, const char *name);
/* Of several that would be called alike: "Reuters (2)". */
void       syn_source_set_ordinal (SynSource *self, guint ordinal);
/* The program has compared the article, under the name that it has now. */
void       syn_source_note_compared (SynSource *self);
/* They tell the columns apart, so that they follow from the names of all, see syn_initials_list(). */
void       syn_source_set_initials (SynSource *self, const char *initials);

/* What one resolve-and-apply brings, made on any thread. */
typedef struct
{
  SynComparison *comparison;
  GPtrArray *records;
  GPtrArray *orphans;
  GPtrArray *tags;
  char *undo_label;
  char *redo_label;
} SynResolved;

SynResolved *syn_resolved_new (SynWorkspace *workspace, SynComparison *fresh, GError **error);
void         syn_resolved_free (SynResolved *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynResolved, syn_resolved_free)

/* Takes over what @resolved holds. Views are only told of a new comparison when it differs in more
 * than the names of claims. */
void syn_session_take_resolved (SynSession *self, SynResolved *resolved);
/* (nullable): a corpus whose texts can be read, and how the reader left it (NULL: as it comes); forgets the comparison
 * before it. */
void syn_session_set_corpus (SynSession *self, SynCorpus *corpus, const SynArrangement *arrangement);
/* The rows for the pivot there is. */
void syn_session_make_rows (SynSession *self);
void syn_session_fill_sources (SynSession *self, const SynArrangement *arrangement);
/* What is still to be kept of the columns is handed over to the workspace. */
void syn_session_keep_columns_now (SynSession *self);
void syn_session_set_fresh (SynSession *self, SynComparison *fresh);
void syn_session_set_report (SynSession *self, GListModel *report);
void syn_session_set_busy (SynSession *self, gboolean busy);
void syn_session_set_progress (SynSession *self, double fraction, const char *message);
void syn_session_fail (SynSession *self, GError *error);
void syn_session_announce (SynSession *self, const char *label);
gint syn_session_find_claim (SynSession *self, const GArray *statements);
/* The same, unless that claim is silent about the source of the active statement: then one that holds it. */
gint syn_session_find_followed_claim (SynSession *self, const GArray *statements);
/* The conflict of @claim that the reader is at when she stands on @statement, which may be -1; or -1. */
gint syn_session_choose_conflict (SynSession *self, gint claim, gint statement);
/* The same conflict as @conflict of the comparison @before, or -1. */
gint syn_session_find_conflict_again (SynSession *self, SynComparison *before, gint conflict);
void syn_session_clear_verbs (SynSession *self);
/* Counts per source, after verdicts or the comparison changed. */
void syn_session_update_counts (SynSession *self);

G_END_DECLS
