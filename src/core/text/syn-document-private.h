/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-document.h"

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
  GPtrArray *terms;   /* char *; 0 is "" */
  GHashTable *term_index;
};

/* Interns a normal form. */
guint32 syn_document_intern (SynDocument *self, const char *normal_form);
/* Lower case, without diacritics and possessive, irregular form resolved, stemmed; (transfer full). */
char *syn_lexicon_normalize (SynLexicon *lexicon, const char *word, gssize length);

void syn_sentences_find (SynDocument *self);   /* statements from blocks */
void syn_tokens_find (SynDocument *self);      /* tokens, clauses */
void syn_numbers_find (SynDocument *self);
void syn_names_find (SynDocument *self);
void syn_quotes_find (SynDocument *self);
void syn_attribution_find (SynDocument *self); /* speaker, certainty; after all others */

G_END_DECLS
