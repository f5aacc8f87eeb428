/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-document.h"
#include "text/syn-words.h"

G_BEGIN_DECLS

/**
 * SynNounSlots: what a figure counts and what happened to it, as indices of words, -1 where unknown.
 */
typedef struct
{
  gint head;
  gint predicate;
} SynNounSlots;

/**
 * syn_number_nouns_find:
 * @first: first word of the figure, its qualifier included
 * @end: the word behind the figure
 * @one: the figure is 1, its noun a singular
 *
 * Finds the noun behind a figure ("14 *people* were injured", "a total of three undersea *cables*") and
 * the verb or participle that goes with it ("killing 12", "12 *wounded*"), without a parser: the first
 * plural of the noun phrase, and the nearest word of the harm list or past form in the clause.
 */
SynNounSlots syn_number_nouns_find (SynLexicon *lexicon, const SynWords *words, guint first, guint end, gboolean one);

G_END_DECLS
