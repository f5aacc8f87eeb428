/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-lexicon.h"
#include "text/syn-words.h"

G_BEGIN_DECLS

/**
 * SynCues: phrases of a word list, ready to be found in #SynWords.
 *
 * A line is one phrase, words parted by spaces; "*" at the end of a word stands for any ending.
 * "phrase = value" gives the phrase a value.
 */
typedef struct _SynCues SynCues;

/* (transfer none): the cues of @list in the language of @lexicon, kept for ever. */
const SynCues *syn_cues_get (SynLexicon *lexicon, const char *list);

/**
 * syn_cues_match:
 * @at: index of a word
 * @out_value: (out) (optional): the value of the phrase, "" if it has none
 *
 * Returns: how many words the longest phrase that begins at @at has, 0 if none begins there
 */
guint syn_cues_match (const SynCues *self, const SynWords *words, guint at, const char **out_value);
/* The longest phrase that ends right before @at. */
guint syn_cues_match_before (const SynCues *self, const SynWords *words, guint at, const char **out_value);
/* The first phrase between @from and @to. */
gboolean syn_cues_find (const SynCues *self, const SynWords *words, guint from, guint to, guint *out_at, guint *out_n);

G_END_DECLS
