/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-document.h"
#include "text/syn-vocabulary.h"
#include "text/syn-words.h"

G_BEGIN_DECLS

/* The passes of syn_document_new(), in order; each fills its array and the ranges in the statements. */
struct _SynDocument
{
  gatomicrefcount ref_count;
  SynArticle *article;
  SynLexicon *lexicon;
  guint index;
  GArray *statements; /* SynStatement */
  GArray *tokens;     /* SynToken */
  GArray *numbers;    /* SynNumber */
  GArray *names;      /* SynName */
  GArray *quotes;     /* SynQuote */
  guint n_terms;
  guint32 *term_at;   /* where each begins in @texts */
  char *texts;        /* the normal forms, each with a zero byte; 0 is "" */
  /* Only while the passes run: the words of this thread, the number of this document there, its normal forms, and
   * the words of each statement. */
  SynVocabulary *vocabulary;
  guint32 number;
  GPtrArray *forms;
  GPtrArray *words;
};

/* A document without statements, on which the passes can run; (transfer full). */
SynDocument *syn_document_begin (SynArticle *article, guint index);
/* Behind the last pass: keeps the terms. */
void         syn_document_finish (SynDocument *self);

/* (transfer none): the words of a statement, until the last pass is done. */
const SynWords *syn_document_get_words (SynDocument *self, guint statement);

/* The term of a normal form. */
guint32 syn_document_intern (SynDocument *self, SynNormalForm *form);
/* Lower case, without diacritics and possessive, irregular form resolved, stemmed; (transfer full). */
char *syn_lexicon_normalize (SynLexicon *lexicon, const char *word, gssize length);

void syn_sentences_find (SynDocument *self);   /* statements from blocks */
void syn_tokens_find (SynDocument *self);      /* tokens, clauses */
void syn_numbers_find (SynDocument *self);
void syn_names_find (SynDocument *self);
void syn_quotes_find (SynDocument *self);
void syn_attribution_find (SynDocument *self); /* speaker, certainty; after all others */

G_END_DECLS
