/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-article.h"
#include "text/syn-lexicon.h"

G_BEGIN_DECLS

/**
 * SECTION: an article, analysed: statements, tokens and the facts in them.
 *
 * Plain arrays of small structs, filled once and then read only.  All spans are bytes of the article's
 * text.  300,000 statements must not be 300,000 objects.
 */

typedef enum
{
  SYN_TOKEN_WORD = 1 << 0,       /* letters or digits; without it: punctuation */
  SYN_TOKEN_NUMBER = 1 << 1,     /* part of a SynNumber */
  SYN_TOKEN_NAME = 1 << 2,       /* part of a SynName */
  SYN_TOKEN_STOP = 1 << 3,       /* function word */
  SYN_TOKEN_REPORTING = 1 << 4,  /* verb of saying */
  SYN_TOKEN_NEGATION = 1 << 5,   /* not, no, never, deny … */
  SYN_TOKEN_CAPITAL = 1 << 6,    /* begins with an upper-case letter */
  SYN_TOKEN_QUOTED = 1 << 7,     /* inside quotation marks */
  SYN_TOKEN_FIRST = 1 << 8,      /* first word of its statement */
  SYN_TOKEN_CUT = 1 << 9,        /* a clause may begin with it: "and", "which", "because" */
} SynTokenFlags;

/**
 * SynToken:
 * @span: bytes
 * @term: the normal form (folded, stemmed) as index into the document's terms, 0 for punctuation
 * @flags: #SynTokenFlags
 * @clause: index of the clause inside its statement
 */
typedef struct
{
  SynSpan span;
  guint32 term;
  guint16 flags;
  guint16 clause;
} SynToken;

typedef enum
{
  SYN_NUMBER_CARDINAL,
  SYN_NUMBER_ORDINAL,
  SYN_NUMBER_MEASURE,  /* has a unit: km, kg, m/s … reduced to SI in lo/hi */
  SYN_NUMBER_MONEY,
  SYN_NUMBER_PERCENT,
  SYN_NUMBER_DURATION, /* seconds in lo/hi */
  SYN_NUMBER_AGE,
  SYN_NUMBER_DATE,     /* days since 1970-01-01 in lo/hi, where known */
  SYN_NUMBER_YEAR,
  SYN_NUMBER_CLOCK,    /* minutes since midnight */
  SYN_NUMBER_VAGUE,    /* dozens, several, many */
  SYN_NUMBER_SHARE,    /* "one of", "three out of four": never a count */
} SynNumberKind;

typedef enum
{
  SYN_QUALIFIER_EXACT,
  SYN_QUALIFIER_AT_LEAST,
  SYN_QUALIFIER_MORE_THAN,
  SYN_QUALIFIER_AT_MOST,
  SYN_QUALIFIER_LESS_THAN,
  SYN_QUALIFIER_ABOUT,
} SynQualifier;

/**
 * SynNumber:
 * @span: the figure with its qualifier and unit ("at least 12 miles")
 * @value_span: only the figure ("12")
 * @lo, @hi: the interval it stands for, in base units; @hi may be INFINITY
 * @value: the value as stated, in base units
 * @kind, @qualifier: as named
 * @unit: base unit ("m", "kg", "EUR", "%"), static string, or %NULL
 * @head: term of the noun that is counted ("people"), 0 if none
 * @head_span: where that noun stands
 * @predicate: term of the verb or participle that says what happened to them ("injured"), 0 if none
 * @predicate_span: where it stands
 */
typedef struct
{
  SynSpan span;
  SynSpan value_span;
  double lo, hi, value;
  SynNumberKind kind;
  SynQualifier qualifier;
  const char *unit;
  guint32 head;
  SynSpan head_span;
  guint32 predicate;
  SynSpan predicate_span;
} SynNumber;

/**
 * SynName:
 * @span: bytes
 * @term: term of its last word (the surname, the head of a place name)
 * @first_token, @n_tokens: its tokens
 */
typedef struct
{
  SynSpan span;
  guint32 term;
  guint32 first_token, n_tokens;
} SynName;

/**
 * SynQuote:
 * @span: what stands between the marks
 * @speaker: who says it, empty if not known
 * @verb: the verb of saying, empty if none
 */
typedef struct
{
  SynSpan span;
  SynSpan speaker;
  SynSpan verb;
} SynQuote;

typedef enum
{
  SYN_CERTAINTY_ASSERTED = 0,
  SYN_CERTAINTY_REPORTED,    /* somebody named says so */
  SYN_CERTAINTY_CLAIMED,     /* claims, alleges */
  SYN_CERTAINTY_HEDGED,      /* likely, appears, may */
  SYN_CERTAINTY_UNCONFIRMED, /* not verified, unclear */
  SYN_CERTAINTY_DENIED,      /* says that it is not so */
} SynCertainty;

/**
 * SynStatement:
 * @span: bytes of the article's text
 * @article: index of the article in the comparison
 * @role: role of its block
 * @paragraph: paragraph of the article, from 0
 * @first_token, @n_tokens: range of the document's tokens; likewise numbers, names, quotes
 * @n_clauses: at least 1
 * @certainty: how sure the statement as a whole is
 * @speaker: span of whom it is attributed to ("harbour master Ilse Quend"), empty if in the paper's own voice
 * @denial: the clause in which something is said not to be so; empty where none is
 * @turn: where another one than @speaker takes the word; the end of @span where nobody does
 * @next_speaker: who that is, empty if not named
 */
typedef struct
{
  SynSpan span;
  guint32 article;
  SynRole role;
  guint32 paragraph;
  guint32 first_token, n_tokens;
  guint32 first_number, n_numbers;
  guint32 first_name, n_names;
  guint32 first_quote, n_quotes;
  guint32 n_clauses;
  SynCertainty certainty;
  SynSpan speaker;
  SynSpan denial;
  guint32 turn;
  SynSpan next_speaker;
} SynStatement;

typedef struct _SynDocument SynDocument;

/**
 * syn_document_new:
 * @article: a reference is kept
 * @index: the article's index in the comparison, copied into each statement
 *
 * Cuts @article into statements and finds tokens, numbers, names, quotes and speakers.  O(length).
 * Touches no state but its own: documents can be made in parallel.
 */
SynDocument *syn_document_new (SynArticle *article, guint index);
SynDocument *syn_document_ref (SynDocument *self);
void         syn_document_unref (SynDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynDocument, syn_document_unref)

SynArticle         *syn_document_get_article (SynDocument *self);
SynLexicon         *syn_document_get_lexicon (SynDocument *self);
const SynStatement *syn_document_get_statements (SynDocument *self, guint *n);
const SynToken     *syn_document_get_tokens (SynDocument *self, guint *n);
const SynNumber    *syn_document_get_numbers (SynDocument *self, guint *n);
const SynName      *syn_document_get_names (SynDocument *self, guint *n);
const SynQuote     *syn_document_get_quotes (SynDocument *self, guint *n);
/* The normal form of a term; term 0 is "". */
const char         *syn_document_get_term (SynDocument *self, guint32 term);
guint               syn_document_get_n_terms (SynDocument *self);

G_END_DECLS
