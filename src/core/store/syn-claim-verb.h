/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syn-database.h"
#include "store/syn-journal.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

/* Private to store/: what the verbs on claims have in common. */

typedef struct _SynClaimVerb SynClaimVerb;

/**
 * SynClaimVerb: a change to one claim, or the same to several.
 * @claim: index in @comparison; -1 is a new one
 * @claims: (nullable) (element-type guint): several, in place of @claim
 * @verb, @detail: for the history, see syn_journal_dup_phrase()
 * @change: changes the record of one claim; what it needs is in the fields below
 * @result: (transfer full): the record afterwards, of the last claim
 */
struct _SynClaimVerb
{
  SynComparison *comparison;
  gint claim;
  const GArray *claims;
  const char *verb;
  const char *detail;
  gboolean (*change) (SynClaimVerb *self, SynDatabase *database, SynClaimRecord *record, GError **error);

  SynVerdict verdict;
  const char *text;
  const char *parent;
  const char *annotator; /* while it runs */
  const SynEvidence *evidence;
  GBytes *file;
  const GArray *statements;
  const SynTag *tag;
  gboolean on;
  guint article;
  gint stance;

  SynClaimRecord *result;
};

/* Runs @verb as one step; NULL and an error when nothing was changed. */
SynClaimRecord *syn_claim_verb_run (SynWorkspace *workspace, SynClaimVerb *verb, GError **error);
/* The same for several claims. */
gboolean        syn_claim_verb_run_many (SynWorkspace *workspace, SynClaimVerb *verb, GError **error);

/* The steps of it, for verbs that change claims in different ways, inside the transaction. */
SynClaimRecord *syn_claim_verb_load (SynClaimVerb *self, SynDatabase *database, gboolean *out_made, GError **error);
/* What is in the record of @claim from now on, for a comparison that does not show it yet. */
void            syn_claim_verb_note_id (SynComparison *comparison, gint claim, const char *id);
gboolean        syn_claim_verb_save (SynJournal *journal, const SynClaimRecord *record, GError **error);
gboolean        syn_claim_verb_add_anchors (SynDatabase *database, SynComparison *comparison,
                                            const GArray *statements, SynClaimRecord *record, GError **error);
const SynClaim *syn_claim_verb_get_claim (SynComparison *comparison, gint claim);
gboolean        syn_claim_verb_check (SynComparison *comparison, const GArray *claims, GError **error);
/* Empty words are no words. */
void            syn_claim_verb_set_text (char **place, const char *text);
gint64          syn_claim_verb_now (void);

G_END_DECLS
