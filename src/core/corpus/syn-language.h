/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-article.h"

G_BEGIN_DECLS

/**
 * syn_language_guess:
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Counts the function words of each language there is a stop list for, in the beginning of @text.
 *
 * Returns: (transfer none) (nullable): "en", "de" …, or %NULL where none is clearly ahead
 */
const char *syn_language_guess (const char *text, gsize length);

/**
 * syn_language_settle:
 * @article: an article
 *
 * Guesses the language of an article that states none.
 */
void syn_language_settle (SynArticle *article);

/* What stands for a language that is not known, but is none of those that are. */
#define SYN_LANGUAGE_OTHER "und"

/**
 * syn_language_of_article:
 *
 * Returns: (transfer none) (nullable): the article's language; where it has none, SYN_LANGUAGE_OTHER if its
 *   text is long enough to tell that it is in no language there are lists for, else %NULL
 */
const char *syn_language_of_article (SynArticle *article);

/* (array zero-terminated=1): the languages that there are word lists for, by their codes */
const char *const *syn_language_list (void);

/**
 * syn_language_dup_name:
 * @code: BCP 47
 *
 * Returns: what the reader's own language calls it: "German"; the code where it has no word for it
 */
char *syn_language_dup_name (const char *code);

G_END_DECLS
