/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-lexicon.h"

G_BEGIN_DECLS

typedef gpointer (*SynLexiconMaker) (const char *const *lines);

/**
 * syn_lexicon_make:
 * @list: name of a list
 * @maker: turns the lines of a list into something that is kept for ever
 *
 * Returns: (transfer none): what @maker made of @list when it was first asked for; one and the same
 *   maker is used for all lists
 */
gpointer syn_lexicon_make (SynLexicon *self, const char *list, SynLexiconMaker maker);

typedef gpointer (*SynLexiconThing) (SynLexicon *lexicon);

/**
 * syn_lexicon_keep:
 * @make: makes something of several lists, that is kept for ever
 *
 * Returns: (transfer none): what @make made of @self when it was first asked for
 */
gpointer syn_lexicon_keep (SynLexicon *self, SynLexiconThing make);

G_END_DECLS
