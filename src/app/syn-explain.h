/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

/* Why the program marks something, for people.  The program knows articles, by what they say of themselves; a reader
 * knows columns, by what stands over them.  So every explanation that is shown comes through here. */

/* (nullable) (transfer full) */
char *syn_explain_conflict (SynSession *session, const SynConflict *conflict);
char *syn_explain_match (SynSession *session, const SynMatch *match);
/* Why @claim has fewer origins than sources. */
char *syn_explain_origins (SynSession *session, const SynClaim *claim);

/**
 * syn_explain_dup_named:
 * @text: (nullable): an explanation that the program made
 * @articles: those it speaks of, in the order in which it names them
 *
 * Returns: (transfer full) (nullable): @text with the names of the columns in the place of the articles' own names;
 *   what it quotes stays as it is
 */
char *syn_explain_dup_named (SynSession *session, const char *text, const guint *articles, guint n);

G_END_DECLS
