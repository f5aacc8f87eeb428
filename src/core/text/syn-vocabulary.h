/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-lexicon.h"

G_BEGIN_DECLS

/**
 * SynNormalForm:
 * @text, @length, @hash: the form, see syn_lexicon_normalize(); with a zero byte behind it
 * @document: number of the document that met it last, see syn_vocabulary_begin()
 * @term: its term in that document
 */
typedef struct
{
  const char *text;
  guint32 length, hash;
  guint32 document;
  guint32 term;
} SynNormalForm;

/**
 * SynKnownWord: everything that is looked up for a word as it is written.
 * @word, @length, @hash: the word
 * @normal: its normal form, which it may share with others
 * @flags: #SynTokenFlags that the word alone decides
 */
typedef struct
{
  const char *word;
  guint32 length, hash;
  SynNormalForm *normal;
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
SynVocabulary      *syn_vocabulary_get (SynLexicon *lexicon);
/* Begins a document: its number, never 0. */
guint32             syn_vocabulary_begin (SynVocabulary *self);
/* (transfer none): the word at @start, known until the next document begins. */
const SynKnownWord *syn_vocabulary_look_up (SynVocabulary *self, const char *start, gsize length);
/* (transfer none): a normal form by itself, known as long. */
SynNormalForm      *syn_vocabulary_find_form (SynVocabulary *self, const char *text, gsize length);

G_END_DECLS
