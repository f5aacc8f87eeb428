/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/syn-database.h"

G_BEGIN_DECLS

/**
 * SynJournal:
 *
 * One step of the history while it is made: the states that a verb changes, before and after.  Lives inside
 * one transaction.
 */
typedef struct _SynJournal SynJournal;

SynJournal *syn_journal_new (SynDatabase *database);
void        syn_journal_free (SynJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynJournal, syn_journal_free)

/* Saves @after (nullable: there is no such thing any more) as the state of the thing, and notes what it was. */
gboolean syn_journal_change (SynJournal *self, const char *kind, const char *id, JsonObject *after,
                             GError **error);
/* Whether anything is other than before. */
gboolean syn_journal_has_changes (SynJournal *self);
/**
 * syn_journal_write:
 * @verb: "tag", "link" …
 * @claim: (nullable): id of the claim it is about
 * @detail: (nullable): what syn_journal_dup_phrase() needs: the verdict's name, the sources linked …
 *
 * Adds the entry to the history and makes it the step that is undone next.  What was undone before
 * can then not be redone any more (it stays in the history).
 */
gboolean syn_journal_write (SynJournal *self, const char *annotator, const char *verb, const char *claim,
                            const char *detail, GError **error);

/**
 * syn_journal_write_about:
 * @claims: (element-type utf8): ids of the claims it is about; one, several or none
 * @target: the entry that this one takes back, or 0
 *
 * As syn_journal_write().  The entry stands in the history of each of the claims.
 */
gboolean syn_journal_write_about (SynJournal *self, const char *annotator, const char *verb,
                                  const GPtrArray *claims, const char *detail, gint64 target, GError **error);
/* Takes the last step back, or again, and adds that to the history.  @out_done is FALSE when there is none. */
gboolean syn_journal_undo (SynDatabase *database, const char *annotator, gboolean *out_done, GError **error);
gboolean syn_journal_redo (SynDatabase *database, const char *annotator, gboolean *out_done, GError **error);

/* (transfer full) (nullable): what would be undone and redone, for people. */
gboolean syn_journal_dup_labels (SynDatabase *database, char **out_undo, char **out_redo, GError **error);
/* (transfer full): an entry in words: "tag disputed", "link Harbour Post and Tide Daily". */
char *syn_journal_dup_phrase (const char *verb, const char *detail);
/* (transfer full): the same as something that was done: "tagged disputed". */
char *syn_journal_dup_past (const char *verb, const char *detail);
/* (transfer full): @detail of a verb on @n things, see syn_journal_dup_phrase(). */
char *syn_journal_dup_detail (const char *detail, guint n);

G_END_DECLS
