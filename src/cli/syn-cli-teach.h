/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/* Answers about pairs of statements, one a line: "a1.2<TAB>a2.3<TAB>yes" or "no"; further columns,
 * empty lines and lines that begin with "#" say nothing.  They become links and unlinks. */
gboolean syn_cli_read_answers (const char *path,
                               SynComparison *comparison,
                               SynDecisions *decisions,
                               GError **error);
/* A line per question: both statements, the probability so far, both texts. */
void syn_cli_print_questions (SynComparison *fresh, const SynDecisions *decisions, guint n);
/* How the score of statements @a and @b comes about; FALSE if there are no such statements. */
gboolean syn_cli_print_derivation (SynComparison *fresh,
                                   const SynDecisions *decisions,
                                   const char *a,
                                   const char *b);

G_END_DECLS
