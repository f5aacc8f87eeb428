/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_STATEMENTS_DIALOG (syn_statements_dialog_get_type ())
/* Which statements a claim is made of: a new one with what could belong to it, or the part that leaves an old one. */
G_DECLARE_FINAL_TYPE (SynStatementsDialog, syn_statements_dialog, SYN, STATEMENTS_DIALOG, AdwWindow)

/**
 * syn_statements_dialog_new_claim:
 * @statements: (element-type guint): what the reader selected; more of other sources is proposed
 * @words: (nullable): the first wording
 */
GtkWindow *syn_statements_dialog_new_claim (GtkWindow *parent, SynSession *session, const GArray *statements,
                                            const char *words);
/* @claim: whose statements are to be divided */
GtkWindow *syn_statements_dialog_new_split (GtkWindow *parent, SynSession *session, guint claim);

G_END_DECLS
