/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "compare/syn-comparison.h"
#include "corpus/syn-corpus.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

/* What can stand in place of a verdict. */
#define SYN_DESK_SETTLED "nothing-to-decide"
#define SYN_DESK_STRUCK "not-a-claim"

/**
 * SynDesk: articles compared, with everything that a workspace says of them.
 * @comparison: with the reader's decisions; unlike in the window the claims that she struck out are among its claims,
 *   so that they can be named and taken back in
 * @records: id → SynClaimRecord, borrowed
 */
typedef struct
{
  SynWorkspace *workspace;
  SynComparison *comparison;
  GHashTable *records;
  GPtrArray *owned_records;
  GPtrArray *orphans;
} SynDesk;

/* @path: (nullable): the workspace, the window's own where none is named.  @annotator: (nullable).  With @ask nothing is
 * written, and a workspace that is not there yet is none. */
gboolean syn_desk_lay (SynDesk *self, const char *path, const char *annotator, gboolean ask, SynCorpus *corpus,
                       GError **error);
void     syn_desk_clear (SynDesk *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SynDesk, syn_desk_clear)

/* Reads the articles at the paths in @argv and lays them out.  Says what cannot be read, and what went wrong; an exit
 * code, with the desk laid where it is SYN_EXIT_DONE or SYN_EXIT_PARTIAL. */
int      syn_desk_open (SynDesk *self, const char *path, const char *annotator, gboolean ask, int argc, char **argv);

/* One line per claim, for scripts too: verdict, name, sources, wording, note. */
void     syn_desk_print_claim (const SynDesk *self, FILE *out, const SynClaim *claim);
gboolean syn_desk_is_struck (const SynDesk *self, const SynClaim *claim);
/* (transfer full) (nullable) (element-type guint): the statements of "a1.2" or "a1.2+a3.4". */
GArray  *syn_desk_parse_ids (const SynDesk *self, const char *name);
/* (transfer full) (nullable): the id of a statement, or the ids of several. */
gint     syn_desk_find_claim (const SynDesk *self, const char *name);

G_END_DECLS
