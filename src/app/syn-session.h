/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/syn-comparison.h"
#include "compare/syn-rows.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

/**
 * SynSource: one article as the window shows it.  Properties, all notified: "article" (SynArticle), "index" (uint,
 * in the comparison), "visible" (boolean, read-write), "pivot" (boolean), "name", "initials", "n-conflicts",
 * "n-open", "scroll-locked" (boolean, read-write), "place-locked" (boolean, read-write), "called" (uint), "copies"
 * (name of the source that it mostly copies, or NULL).
 */
#define SYN_TYPE_SOURCE (syn_source_get_type ())
G_DECLARE_FINAL_TYPE (SynSource, syn_source, SYN, SOURCE, GObject)
SynArticle *syn_source_get_article (SynSource *self);
guint       syn_source_get_index (SynSource *self);
gboolean    syn_source_get_visible (SynSource *self);
void        syn_source_set_visible (SynSource *self, gboolean visible);
gboolean    syn_source_get_pivot (SynSource *self);
/* In Read: it stays where it is while others are scrolled, and the others while it is. */
gboolean    syn_source_get_scroll_locked (SynSource *self);
void        syn_source_set_scroll_locked (SynSource *self, gboolean locked);
/* Its column stands next to the pivot and stays open as long as there is room. */
gboolean    syn_source_get_place_locked (SynSource *self);
void        syn_source_set_place_locked (SynSource *self, gboolean locked);
/* Where not all columns have room, those called last are open; 0 never. */
guint       syn_source_get_called (SynSource *self);
const char *syn_source_get_name (SynSource *self);
const char *syn_source_get_initials (SynSource *self);
/* What the explanations of the program call it, which was made with the names of that time. */
const char *syn_source_get_compared_name (SynSource *self);
guint       syn_source_get_n_conflicts (SynSource *self);
guint       syn_source_get_n_open (SynSource *self);
const char *syn_source_get_copies (SynSource *self);

#define SYN_TYPE_SESSION (syn_session_get_type ())
/**
 * SynSession:
 *
 * Corpus, comparison, workspace, and where the reader is.  Views observe it and never each other.
 * Lives on the main thread.  Properties, all notified only on change:
 *
 * "title" (string) · "corpus" · "comparison" (NULL until the first one is done; the texts are readable before)
 * "rows" (SynRows for the current pivot) · "sources" (GListModel of SynSource, in column order)
 * "pivot" (uint, article index) · "selected-claim" (int) · "active-statement" (int) · "hover-statement" (int)
 * "selected-conflict" (int): which of the questions that the selected claim holds is looked at
 * "n-marked" (uint): statements gathered for the next claim
 * "tags" (GPtrArray of SynTag): the reader's own
 * "n-chosen" (uint): claims chosen together, for one command on all; 0 or more than 1
 * "busy" (boolean) · "progress" (double) · "message" (string) · "revision" (uint: grows when a verdict,
 * note, link … changed: redraw marks and counts) · "undo-label", "redo-label" (string or NULL)
 *
 * Signal "error" (GError): to be shown.  Signal "done" (string label): committed, a toast may offer undo.
 * Signal "reveal" (uint statement): views bring this statement and its counterparts into sight.
 * "report" (GListModel of SynImportEntry): what the last import met, also of one that brought nothing.
 */
G_DECLARE_FINAL_TYPE (SynSession, syn_session, SYN, SESSION, GObject)

SynSession    *syn_session_new (SynWorkspace *workspace);
SynWorkspace  *syn_session_get_workspace (SynSession *self);
/* Lets go of corpus and workspace and continues with what @workspace kept last. */
void           syn_session_set_workspace (SynSession *self, SynWorkspace *workspace);
SynCorpus     *syn_session_get_corpus (SynSession *self);
SynComparison *syn_session_get_comparison (SynSession *self);
SynRows       *syn_session_get_rows (SynSession *self);
GListModel    *syn_session_get_sources (SynSession *self);
/* (transfer full) (element-type guint): the article indices of the columns that are shown, in order */
GArray        *syn_session_list_columns (SynSession *self);
/* (transfer none) (nullable): the source of an article index */
SynSource     *syn_session_find_source (SynSession *self, guint article);
/* Opens the column of @article, if need be in place of one that was not asked for as lately. */
void           syn_session_call_source (SynSession *self, guint article);
/* It gives way again before those that were called. */
void           syn_session_release_source (SynSession *self, guint article);
/* Moves a column to another place. */
void           syn_session_move_source (SynSession *self, guint from, guint to);

/* The stories of the corpus that was opened (GListModel of SynStoryItem): empty where it is one story only.  The views
 * see the corpus of one at a time. */
GListModel *syn_session_get_stories (SynSession *self);
/* The one that is open, or -1; "story" is notified. */
gint        syn_session_get_story (SynSession *self);
/* (nullable): the corpus as it was opened, with the articles of all stories */
SynCorpus  *syn_session_get_whole (SynSession *self);
/* Asynchronous, see "busy"; what was open stays until the texts of the other are there. */
void        syn_session_open_story (SynSession *self, guint story);
/* Puts @article into @story, or, -1, into one of its own; asynchronous, "done" with @label or "error" follows. */
void        syn_session_move_article (SynSession *self, SynArticle *article, gint story, const char *label);
/* Counts in each item of the stories the articles in which all @words are found. */
void        syn_session_search_stories (SynSession *self, const char *words, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean    syn_session_search_stories_finish (SynSession *self, GAsyncResult *result, GError **error);

void syn_session_open (SynSession *self, GPtrArray *files); /* GFile; asynchronous, see "busy" */
void syn_session_open_as (SynSession *self, GPtrArray *files, const char *title);
/* Continues with the corpus that the workspace kept last; asynchronous, silent when there is none. */
void syn_session_reopen (SynSession *self);
void syn_session_cancel (SynSession *self);
/* Compares the texts again, after a cancelled comparison or edited metadata. */
void syn_session_compare (SynSession *self);
/* Makes @statement active and brings it into sight. */
void syn_session_reveal (SynSession *self, guint statement);

guint syn_session_get_pivot (SynSession *self);
void  syn_session_set_pivot (SynSession *self, guint article);
/* How the rows are ordered; "rows" changes with it. */
void  syn_session_set_row_order (SynSession *self, SynRowOrder order);
gint  syn_session_get_selected_claim (SynSession *self);
gint  syn_session_get_active_statement (SynSession *self);
gint  syn_session_get_hover_statement (SynSession *self);
void  syn_session_set_hover_statement (SynSession *self, gint statement);
/* Makes @statement the active one and selects its (first, or still selected) claim. */
void  syn_session_activate (SynSession *self, gint statement);
/* Selects @claim; the active statement becomes the claim's first one, in the pivot if it is there; reveals it. */
void  syn_session_select_claim (SynSession *self, gint claim);
/* Index of the conflict that leads the question looked at, or -1; see syn-disputes.h. */
gint  syn_session_get_selected_conflict (SynSession *self);
/* Selects the claim of @conflict and that question of it; goes to where it is headed and reveals that. */
void  syn_session_select_conflict (SynSession *self, guint conflict);
/* Where that is: the side of the question that stands under its heading, in the pivot if it is there. */
gint  syn_session_find_dispute_statement (SynSession *self, guint conflict);
/* The statements that the next claim is made of; "n-marked" is notified.  dup: (element-type guint), sorted. */
gboolean syn_session_is_marked (SynSession *self, guint statement);
guint    syn_session_get_n_marked (SynSession *self);
GArray  *syn_session_dup_marked (SynSession *self);
void     syn_session_set_marked (SynSession *self, guint statement, gboolean marked);
void     syn_session_toggle_marked (SynSession *self, guint statement);
void     syn_session_clear_marked (SynSession *self);
/* Whether @statement belongs to the claim of the hovered or selected one. */
gboolean syn_session_is_counterpart (SynSession *self, guint statement, gint of_statement);

/* What the reader ruled. (transfer none) (nullable) */
const SynClaimRecord *syn_session_get_record (SynSession *self, guint claim);
SynVerdict            syn_session_get_verdict (SynSession *self, guint claim);
/* Whether the reader has not ruled on it yet, see syn_claim_record_is_open(). */
gboolean              syn_session_is_open (SynSession *self, guint claim);
/* (element-type SynTag) (nullable): the reader's own, also those not offered any more */
GPtrArray            *syn_session_get_tags (SynSession *self);
const SynTag         *syn_session_find_tag (SynSession *self, const char *id);
/* Claims chosen together, sorted (element-type guint); of fewer than two there are none. */
GArray               *syn_session_dup_chosen (SynSession *self);
void                  syn_session_set_chosen (SynSession *self, const GArray *claims);
/* What a command on claims is about: the chosen ones, else the selected one. */
GArray               *syn_session_dup_targets (SynSession *self);
/* The claim's wording as shown: the reader's, else the engine's. */
const char           *syn_session_get_wording (SynSession *self, guint claim);

/* The pairs of statements whose answers teach the program most about this story; links and unlinks are the answers.
 * finish: (transfer full) (element-type SynQuestion). */
void    syn_session_list_questions (SynSession *self, guint n, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GArray *syn_session_list_questions_finish (SynSession *self, GAsyncResult *result, GError **error);

/* The verbs, on the selected claim or active statement; asynchronous, "done" or "error" follows. */
void syn_session_set_note (SynSession *self, gint claim, const char *note);
void syn_session_set_wording (SynSession *self, gint claim, const char *wording);
void syn_session_add_evidence (SynSession *self, gint claim, const SynEvidence *evidence, GBytes *file);
void syn_session_link (SynSession *self, guint a, guint b);
void syn_session_unlink (SynSession *self, guint a, guint b);
void syn_session_dismiss (SynSession *self, guint conflict, const char *reason);
void syn_session_new_claim (SynSession *self, const GArray *statements, const char *wording);
void syn_session_set_statements (SynSession *self, gint claim, const GArray *statements);
void syn_session_edit_article (SynSession *self, SynArticle *article, const char *field, const char *value);
void syn_session_tag_claims (SynSession *self, const GArray *claims, SynVerdict verdict);
void syn_session_remove_claims (SynSession *self, const GArray *claims);
void syn_session_settle_claims (SynSession *self, const GArray *claims, gboolean settled);
void syn_session_label_claims (SynSession *self, const GArray *claims, const char *tag_id, gboolean on);
/* @stance: a SynStance, or -1 for what the program found */
void syn_session_set_stance (SynSession *self, gint claim, guint source, gint stance);
void syn_session_add_comment (SynSession *self, gint claim, const char *parent, const char *text);
void syn_session_split_claim (SynSession *self, gint claim, const GArray *statements, const char *wording);
void syn_session_merge_claims (SynSession *self, const GArray *claims);
void syn_session_set_tags (SynSession *self, const GPtrArray *tags);
/* Takes back one correction, see syn_workspace_list_corrections(). */
void syn_session_revert (SynSession *self, gint64 history);
void syn_session_undo (SynSession *self);
void syn_session_redo (SynSession *self);

/* Reports of what was read, and what could not be found again.  (transfer none) (nullable) */
GListModel *syn_session_get_report (SynSession *self);
GPtrArray  *syn_session_get_records (SynSession *self);
GPtrArray  *syn_session_get_orphans (SynSession *self);
gboolean    syn_session_get_busy (SynSession *self);
const char *syn_session_get_message (SynSession *self);
double      syn_session_get_progress (SynSession *self);
const char *syn_session_get_title (SynSession *self);
void        syn_session_set_title (SynSession *self, const char *title);
const char *syn_session_get_undo_label (SynSession *self);
const char *syn_session_get_redo_label (SynSession *self);
/* While "done" is emitted: whether what was done is that something was taken back. */
gboolean    syn_session_is_undone (SynSession *self);
/* The best conflict of @claim that is drawn (sure or likely), or NULL. */
const SynConflict *syn_session_get_conflict (SynSession *self, guint claim);
/* The first statement of @claim, in the pivot if it is there, or -1. */
gint syn_session_get_first_statement (SynSession *self, guint claim);

G_END_DECLS
