/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/syn-comparison.h"
#include "compare/syn-decisions.h"
#include "compare/syn-result-cache.h"
#include "corpus/syn-corpus.h"
#include "store/syn-records.h"

G_BEGIN_DECLS

#define SYN_TYPE_WORKSPACE (syn_workspace_get_type ())
/**
 * SynWorkspace:
 *
 * One SQLite file.  A thread of its own owns the connection; every call below may be made from any thread,
 * hands its work to that thread and waits for it.  A call that returns TRUE (or a record) has been committed
 * and synced.  A thread that must not wait puts its calls into syn_workspace_run_async().
 */
G_DECLARE_FINAL_TYPE (SynWorkspace, syn_workspace, SYN, WORKSPACE, GObject)

/**
 * syn_workspace_open:
 * @path: file, made when missing (with its folder); ":memory:" for tests
 * @read_only: never write, not even to migrate
 *
 * Errors: %SYN_ERROR_NEWER (untouched), %SYN_ERROR_CORRUPT (untouched), %SYN_ERROR_BUSY, %SYN_ERROR_READ_ONLY,
 * %SYN_ERROR_FULL, %SYN_ERROR_DATABASE; each message names the file.
 */
SynWorkspace *syn_workspace_open (const char *path, gboolean read_only, GError **error);
/* Waits for what is under way, checkpoints and closes; further calls fail.  Also done on dispose. */
void          syn_workspace_close (SynWorkspace *self);
const char   *syn_workspace_get_path (SynWorkspace *self);
/* (transfer full): $XDG_DATA_HOME/synoptic/workspace.db */
char         *syn_workspace_default_path (void);
void          syn_workspace_set_annotator (SynWorkspace *self, const char *name);
/* (transfer full): whose name goes on what is decided now. */
char         *syn_workspace_dup_annotator (SynWorkspace *self);
/* (transfer full) (nullable): what is kept under a hash, e.g. a file of evidence. */
GBytes       *syn_workspace_dup_file (SynWorkspace *self, const char *sha256, GError **error);

/**
 * SynWorkspaceFunc:
 *
 * Runs on the workspace's own thread; calls of @self inside it run at once.  It must not touch a widget or
 * anything else that belongs to the main thread; what it finds out goes into @data.
 */
typedef gboolean (*SynWorkspaceFunc) (SynWorkspace *self, gpointer data, GError **error);

/**
 * syn_workspace_run_async:
 * @func: calls one or more verbs, e.g. syn_workspace_tag() and then syn_workspace_resolve()
 * @data: (transfer full): passed to @func, freed with @destroy on the caller's thread, with the result
 * @cancellable: (nullable): looked at until @func begins; a verb that has begun is finished
 * @callback: called in the thread-default main context of the caller, in the order of the calls
 *
 * The only way for the window to use a verb without waiting for the disk.  Functions run one after another in
 * the order in which they were handed over, so that an undo never overtakes the tag before it.
 *
 * |[
 *   static gboolean tag (SynWorkspace *workspace, gpointer data, GError **error)
 *   {
 *     TagData *t = data;
 *     t->record = syn_workspace_tag (workspace, t->comparison, t->claim, t->verdict, error);
 *     return t->record != NULL;
 *   }
 *   …
 *   static void tagged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
 *   {
 *     g_autoptr (GError) error = NULL;
 *     TagData *t = syn_workspace_run_get_data (result);
 *     if (syn_workspace_run_finish (SYN_WORKSPACE (source), result, &error)) … t->record …
 *   }
 * ]|
 */
void     syn_workspace_run_async (SynWorkspace *self, SynWorkspaceFunc func, gpointer data,
                                  GDestroyNotify destroy, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
/* What @func returned. */
gboolean syn_workspace_run_finish (SynWorkspace *self, GAsyncResult *result, GError **error);
/* (transfer none): the @data of the call, alive as long as @result. */
gpointer syn_workspace_run_get_data (GAsyncResult *result);

/* Keeps the articles (bytes, text, metadata) of @corpus and makes it the current one.  Its title and the
 * metadata that the reader edited before are set again, on the calling thread: call it (perhaps inside
 * syn_workspace_run_async()) before the articles are shown, or call syn_workspace_restore_metadata() later. */
gboolean syn_workspace_put_corpus (SynWorkspace *self, SynCorpus *corpus, GError **error);
/* The same, but the current corpus stays: for a program that works beside the window. */
gboolean syn_workspace_keep_corpus (SynWorkspace *self, SynCorpus *corpus, GError **error);
/* Everything of the corpus that was put last, read from the database alone. */
SynCorpus *syn_workspace_dup_corpus (SynWorkspace *self, GError **error);
/* Keeps what the reader edited: @field is "title", "outlet", "byline", "published", "url" or "language"; a
 * @value of NULL clears it.  One undo step.  The article itself is not touched: the caller sets the property
 * when this is done. */
gboolean syn_workspace_edit_article (SynWorkspace *self, SynArticle *article, const char *field,
                                     const char *value, GError **error);

/**
 * syn_workspace_get_result_cache:
 *
 * Keeps in the workspace what comparisons found, within bounds.  A workspace that cannot be written, or a full disk,
 * keeps nothing and says nothing: what is not there is computed.  Nothing of it is in the history.
 *
 * Returns: what syn_comparison_new_cached() takes; valid as long as @self
 */
SynResultCache syn_workspace_get_result_cache (SynWorkspace *self);

/**
 * SynArrangement: how the reader has put a corpus on the screen.  Nothing of it is a decision: it has no history.
 * @title: (nullable): the reader's title; NULL for the one that the corpus came with
 * @pivot: index of the article that gives the rows their order; -1 if the reader chose none
 * @order: (element-type guint): indices of all articles as their columns stand; empty if the reader moved none
 * @hidden: (element-type guint): indices of the articles that are not shown
 * @locked: (element-type guint): indices of the articles whose columns keep their place beside the pivot
 */
typedef struct
{
  char *title;
  gint pivot;
  GArray *order;
  GArray *hidden;
  GArray *locked;
} SynArrangement;

SynArrangement *syn_arrangement_new (void);
void            syn_arrangement_free (SynArrangement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynArrangement, syn_arrangement_free)

/* Of a corpus that was put or kept before.  Articles that came later stand at the end of the order. */
gboolean        syn_workspace_set_arrangement (SynWorkspace *self, SynCorpus *corpus,
                                               const SynArrangement *arrangement, GError **error);
SynArrangement *syn_workspace_dup_arrangement (SynWorkspace *self, SynCorpus *corpus, GError **error);

/* The reader's word on where an article belongs: in the story of @companion; in one of its own, where that is @article
 * itself; NULL: where the program puts it.  One undo step. */
gboolean syn_workspace_move_article (SynWorkspace *self, SynArticle *article, SynArticle *companion,
                                     GError **error);
/* Knows @story, a part of a corpus that was put or kept, as a corpus of its own that is found again under @id, so that
 * its columns can be arranged.  Nothing is written of the articles themselves, nor is it made the current one. */
gboolean syn_workspace_keep_story (SynWorkspace *self, SynCorpus *story, const char *id, GError **error);
/* All such words on articles of @corpus, which was put or kept before, in the order they were given
 * (element-type SynStoryMove). */
GArray  *syn_workspace_list_moves (SynWorkspace *self, SynCorpus *corpus, GError **error);

/* (transfer full): the stories of a corpus that was put or kept before, as the reader has them; NULL on an error. */
SynStories *syn_workspace_group (SynWorkspace *self, SynCorpus *corpus, GCancellable *cancellable, GError **error);

/**
 * syn_workspace_search:
 * @corpus: put or kept before
 * @words: what the reader typed; the last word may be the beginning of one
 *
 * Returns: (transfer full) (element-type guint): indices of the articles of @corpus that have all of the words in
 *   title and text, best first; without words, none
 */
GArray  *syn_workspace_search (SynWorkspace *self, SynCorpus *corpus, const char *words, GError **error);

/* Sets on the articles of @corpus, on the calling thread, what the workspace keeps of them: what the reader
 * edited, else what the importer found.  To be called after an undo or redo. */
gboolean syn_workspace_restore_metadata (SynWorkspace *self, SynCorpus *corpus, GError **error);

/**
 * syn_workspace_resolve:
 * @comparison: fresh from the engine
 * @out_records: (out) (element-type SynClaimRecord) (optional): all claim records of the corpus
 * @out_orphans: (out) (element-type SynOrphan) (optional)
 *
 * Finds every decision's statements again: by place, else by exact quote with its surroundings, else
 * approximately.  What cannot be found is an orphan, kept and listed.
 */
SynDecisions *syn_workspace_resolve (SynWorkspace *self, SynComparison *comparison,
                                     GPtrArray **out_records, GPtrArray **out_orphans, GError **error);

/* The verbs.  Each is one transaction, one history entry, one undo step.  @claim is a claim of @comparison
 * (with decisions applied); the workspace makes a record for it when there is none.
 * Returns the record as it is now (transfer full), or NULL and an error: then nothing was changed. */
SynClaimRecord *syn_workspace_tag (SynWorkspace *self, SynComparison *comparison, guint claim,
                                   SynVerdict verdict, GError **error);
SynClaimRecord *syn_workspace_set_note (SynWorkspace *self, SynComparison *comparison, guint claim,
                                        const char *note, GError **error);
SynClaimRecord *syn_workspace_set_wording (SynWorkspace *self, SynComparison *comparison, guint claim,
                                           const char *wording, GError **error);
SynClaimRecord *syn_workspace_add_evidence (SynWorkspace *self, SynComparison *comparison, guint claim,
                                            const SynEvidence *evidence, GBytes *file, GError **error);
/* The record of @claim as it is now, by whatever program it was changed (transfer full); NULL without error when there
 * is none. */
SynClaimRecord *syn_workspace_dup_record (SynWorkspace *self, SynComparison *comparison, guint claim, GError **error);
/* A claim of the reader's own from @statements (element-type guint); returns its record. */
SynClaimRecord *syn_workspace_new_claim (SynWorkspace *self, SynComparison *comparison, const GArray *statements,
                                         const char *wording, GError **error);
/* The claim's statements are @statements from now on (add, split, merge). */
SynClaimRecord *syn_workspace_set_statements (SynWorkspace *self, SynComparison *comparison, guint claim,
                                              const GArray *statements, GError **error);
gboolean syn_workspace_remove_claim (SynWorkspace *self, SynComparison *comparison, guint claim, GError **error);
/* The same of several claims (element-type guint) in one step; taken back as one. */
gboolean syn_workspace_tag_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims,
                                   SynVerdict verdict, GError **error);
gboolean syn_workspace_remove_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims,
                                      GError **error);
/* They are claims after all.  A verdict on a claim that was struck out says the same. */
gboolean syn_workspace_restore_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims,
                                       GError **error);
/* There is nothing to decide about these claims (or there is, after all). */
gboolean syn_workspace_settle_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims,
                                      gboolean settled, GError **error);
/* Adds a tag of the reader's own, or takes it away.  A value of a scale takes the place of its other values. */
gboolean syn_workspace_label_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims,
                                     const char *tag_id, gboolean on, GError **error);
/* What the source @article does with @claim, whatever the program found; -1 is what the program found. */
SynClaimRecord *syn_workspace_set_stance (SynWorkspace *self, SynComparison *comparison, guint claim, guint article,
                                          gint stance, GError **error);
/* @parent: (nullable): id of the comment that is answered */
SynClaimRecord *syn_workspace_add_comment (SynWorkspace *self, SynComparison *comparison, guint claim,
                                           const char *parent, const char *text, GError **error);
/* @statements leave @claim and make a claim of their own, worded @wording; returns that one's record. */
SynClaimRecord *syn_workspace_split_claim (SynWorkspace *self, SynComparison *comparison, guint claim,
                                           const GArray *statements, const char *wording, GError **error);
/* All @claims become the first of them, which takes over their evidence, notes, tags and comments; returns its
 * record. */
SynClaimRecord *syn_workspace_merge_claims (SynWorkspace *self, SynComparison *comparison, const GArray *claims,
                                            GError **error);

/* The reader's own tags and scales, in her order (element-type SynTag). */
GPtrArray *syn_workspace_list_tags (SynWorkspace *self, GError **error);
/* Makes them what @tags says, matched by id, in that order; one that is left out is retired.  One undo step. */
gboolean   syn_workspace_set_tags (SynWorkspace *self, const GPtrArray *tags, GError **error);

/* (transfer full): the id of the tag that is called @name, which is made where there is none. */
char      *syn_workspace_make_tag (SynWorkspace *self, const char *name, GError **error);

/* In what the reader overruled the program about the articles of @comparison, newest first (element-type
 * SynCorrection); what was taken back is not among it. */
GPtrArray *syn_workspace_list_corrections (SynWorkspace *self, SynComparison *comparison, GError **error);
/* Takes back what the entry @history of the list changed, as far as nothing changed it again since, and leaves all that
 * came later as it is.  One undo step.  FALSE without error when there was nothing left of it. */
gboolean   syn_workspace_revert (SynWorkspace *self, gint64 history, GError **error);

gboolean syn_workspace_link (SynWorkspace *self, SynComparison *comparison, guint a, guint b, GError **error);
gboolean syn_workspace_unlink (SynWorkspace *self, SynComparison *comparison, guint a, guint b, GError **error);
gboolean syn_workspace_dismiss (SynWorkspace *self, SynComparison *comparison, guint conflict,
                                const char *reason, GError **error);

/**
 * syn_workspace_put_records:
 * @records: (element-type SynClaimRecord): of another workspace, see syn_annotated_set_parse()
 * @source: where they come from, for the history
 * @out_n: (out) (optional): how many were taken
 *
 * Takes what a reader decided: a record that is not there yet, or whose verdict is newer than the one that is.
 * Records on which nobody decided anything are passed over.  One transaction, one step of undo.
 */
gboolean syn_workspace_put_records (SynWorkspace *self, const GPtrArray *records, const char *source,
                                    guint *out_n, GError **error);
/* The same, with what else was kept there: a pair or a move that is newer than the one here takes its place. */
gboolean syn_workspace_put_set (SynWorkspace *self, const GPtrArray *records, const SynKept *kept, const char *source,
                                guint *out_n, GError **error);
/* (transfer full): what is kept about the articles of @comparison besides claims. */
SynKept *syn_workspace_list_kept (SynWorkspace *self, SynComparison *comparison, GError **error);

/* What the next undo or redo is about, without the word itself ("tag disputed", translated): a button shows
 * "Undo: tag disputed".  NULL when there is nothing.  Survives restarts.  Never waits. */
char    *syn_workspace_dup_undo_label (SynWorkspace *self);
char    *syn_workspace_dup_redo_label (SynWorkspace *self);
/* FALSE without error when there is nothing to undo.  Undo writes a new history entry. */
gboolean syn_workspace_undo (SynWorkspace *self, GError **error);
gboolean syn_workspace_redo (SynWorkspace *self, GError **error);

/* (transfer full) (element-type SynHistoryEntry): newest first; @claim_id NULL for everything. */
GPtrArray *syn_workspace_list_history (SynWorkspace *self, const char *claim_id, GError **error);

/* Full check for `synoptic-cli validate`: integrity, foreign keys, version, hashes of the kept bytes,
 * anchors against texts.  Each finding is one sentence (transfer full, element-type utf8); empty when sound. */
GPtrArray *syn_workspace_validate (const char *path, GError **error);

G_END_DECLS
