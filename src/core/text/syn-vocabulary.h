/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-lexicon.h"

G_BEGIN_DECLS

/**
 * SynKnownWord: everything that is looked up for a word as it is written.
 * @word, @length, @hash: the word
 * @normal: its normal form, see syn_lexicon_normalize()
 * @flags: #SynTokenFlags that the word alone decides
 * @document: number of the document that met it last, see syn_vocabulary_begin()
 * @term: the normal form's term in that document
 */
typedef struct
{
  const char *word;
  guint32 length, hash;
  const char *normal;
  guint32 document;
  guint32 term;
  guint16 flags;
} SynKnownWord;

/**
 * SynVocabulary:
 *
 * The words of one language that a thread has met: folding, stemming and the word lists are asked once for each of
 * them and not in every document again.  Each thread keeps its own, so nothing is locked; what is kept is bounded.
 */
typedef struct _SynVocabulary SynVocabulary;

/* (transfer none): the vocabulary of this thread for @lexicon. */
SynVocabulary *syn_vocabulary_get (SynLexicon *lexicon);
/* Begins a document: its number, never 0. */
guint32        syn_vocabulary_begin (SynVocabulary *self);
/* (transfer none): the word at @start, known until the next document begins. */
SynKnownWord  *syn_vocabulary_look_up (SynVocabulary *self, const char *start, gsize length);

G_END_DECLS
