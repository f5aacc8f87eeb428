/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "syn-span.h"

G_BEGIN_DECLS

/**
 * SynStatementText: the words of a statement as a label shows them, and where the article's bytes
 * went.
 *
 * Line ends and runs of white space become one space; nothing else is touched.
 */
typedef struct _SynStatementText SynStatementText;

SynStatementText *syn_statement_text_new (const char *article_text, SynSpan span);
void syn_statement_text_free (SynStatementText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStatementText, syn_statement_text_free)

const char *syn_statement_text_get (const SynStatementText *self);
/* @span, in bytes of the article, as bytes of the shown text; clipped to the statement, perhaps
 * empty. */
SynSpan syn_statement_text_map (const SynStatementText *self, SynSpan span);

G_END_DECLS
