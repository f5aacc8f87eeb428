/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session-private.h"

G_BEGIN_DECLS

/* Shared by the files that hold the session's verbs. */

typedef struct _SynVerb SynVerb;

struct _SynVerb
{
  gboolean (*run) (SynVerb *verb, GError **error);
  SynWorkspace *workspace;
  SynComparison *comparison; /* when it runs */
  SynComparison *fresh;
  SynResolved *resolved;
  GArray *of_claim; /* statements that name the claim, or NULL */
  GPtrArray *of_claims; /* (element-type GArray): the same of several */
  GArray *claims;   /* guint: of_claims when it runs */
  guint claim;
  SynConflictType conflict_type;
  guint conflict;
  guint a, b;
  SynVerdict verdict;
  GArray *statements;
  GPtrArray *tags;
  char *id; /* of a tag, or of the comment that is answered */
  guint source;
  gint stance;
  gboolean on;
  gint64 history;
  char *text;
  SynEvidence *evidence;
  GBytes *file;
  SynArticle *article;
  SynArticle *moved, *companion; /* to the story of the other */
  SynCorpus *whole; /* of which the moves are asked for afterwards, or NULL */
  GArray *moves;
  const char *field;
  char *label;
  gboolean nothing; /* ran, and there was nothing to do */
};

SynVerb *syn_verb_new (SynSession *self, gboolean (*run) (SynVerb *verb, GError **error), const char *label);
/* (nullable): @claim -1 means the selected one. */
SynVerb *syn_verb_new_for_claim (SynSession *self, gint claim, gboolean (*run) (SynVerb *verb, GError **error),
                                 const char *label);
/* (nullable): @claims: (element-type guint) */
SynVerb *syn_verb_new_for_claims (SynSession *self, const GArray *claims,
                                  gboolean (*run) (SynVerb *verb, GError **error), const char *label);
/* (transfer full) (nullable): runs when those before it are done. */
void     syn_verb_push (SynSession *self, SynVerb *verb);
/* Lets go of @record; whether there was one. */
gboolean syn_verb_took (SynClaimRecord *record);

G_END_DECLS
