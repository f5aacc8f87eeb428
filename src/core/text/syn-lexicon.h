/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SynLexicon:
 *
 * The word lists of one language, read from the text files of data/lexicon/<language>, compiled in as resources.
 * A list file has one entry a line, "#" begins a comment, "*" at the end of a word stands for any
 * ending.  Immutable and shared between threads.
 * A language without lists gives an empty lexicon with syn_lexicon_is_empty() true: numbers, names,
 * quotes and verbatim matching still work.
 */
typedef struct _SynLexicon SynLexicon;

/* (transfer none): loaded on first use, kept for ever.  @language is BCP 47, may be %NULL (English). */
SynLexicon *syn_lexicon_get (const char *language);
gboolean    syn_lexicon_is_empty (SynLexicon *self);
const char *syn_lexicon_get_language (SynLexicon *self);
/* (transfer full) (nullable): what cannot be found in articles of this language, translated; %NULL
 * where nothing is missing. */
char       *syn_lexicon_dup_remark (SynLexicon *self);

/* Whether @word (lower case) stands in the list named @list ("stop", "reporting", "negation", …). */
gboolean    syn_lexicon_has (SynLexicon *self, const char *list, const char *word);
/* The value of @word in a two-column list ("irregular", "demonym", …), or %NULL. */
const char *syn_lexicon_lookup (SynLexicon *self, const char *list, const char *word);
/* A list by itself, for those who ask it often; %NULL where the language has none. */
typedef struct _SynWordList SynWordList;
const SynWordList *syn_lexicon_get_words (SynLexicon *self, const char *list);
const char        *syn_word_list_lookup (const SynWordList *self, const char *word);
gboolean           syn_word_list_has (const SynWordList *self, const char *word);
/* All lines of a list, in file order, comments dropped; never %NULL, %NULL-terminated. */
const char *const *syn_lexicon_get_list (SynLexicon *self, const char *list);

G_END_DECLS
