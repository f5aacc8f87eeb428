/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-article.h"

G_BEGIN_DECLS

/**
 * syn_roles_guess:
 * @article: an article whose importer set no blocks
 *
 * Cuts the text into blocks by line ends and guesses the role of each from its shape, its place and the
 * cue lists of its language.  Boilerplate is only marked, never removed.  O(length).
 */
void syn_roles_guess (SynArticle *article);

/* Fills title, outlet, byline, date, URL and language where they are missing, from text and path. */
void syn_metadata_guess (SynArticle *article);

G_END_DECLS
