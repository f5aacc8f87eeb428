/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"
#include "text/syn-text-char.h"
#include "text/syn-text-lower.h"
#include "text/syn-text-script.h"

#include <string.h>

/* A clause with fewer content words joins the one before it. */
#define MIN_CLAUSE_WORDS 3

/* Tokens are gathered here before they are added to those of the document. */
#define BATCH 64

typedef struct
{
  SynDocument *document;
  const char *text;
  const SynWordList *elisions;
  SynToken batch[BATCH];
  guint n;
} Cutter;

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

/* Whether the mark at @p joins what stands before it with the character after it into one word:
 * don't, O'Brien, U.S., 1,200, 3.5.  A hyphen does not: its parts are words. */
static gboolean
joins (const char *start, const char *p, const char *end)
{
  gunichar c = syn_char_at (p), before, after;
  const char *next = g_utf8_next_char (p);

  if (!is_apostrophe (c) && c != '.' && c != ',')
    return FALSE;
  before = syn_char_at (g_utf8_prev_char (p));
  after = next < end ? syn_char_at (next) : 0;
  if (c != '.' && c != ',')
    return syn_char_is_alpha (before) && syn_char_is_alpha (after);
  if (syn_char_is_digit (before) && syn_char_is_digit (after))
    return TRUE;
  /* One letter, stop, one letter: an acronym. */
  return c == '.' && syn_char_is_alpha (before) && syn_char_is_alpha (after)
         && (g_utf8_prev_char (p) == start
             || g_utf8_prev_char (g_utf8_prev_char (p))[0] == '.');
}

/* Whether the apostrophe at @p ends a word that is shortened before a vowel: "l'incendie". */
static gboolean
ends_elision (const SynWordList *elisions, const char *start, const char *p)
{
  g_autofree char *word = NULL;

  if (elisions == NULL || !is_apostrophe (syn_char_at (p)))
    return FALSE;
  word = syn_text_dup_lower (start, p - start);
  return syn_word_list_has (elisions, word);
}

/* End of the word that begins at @p. */
static const char *
word_end (const SynWordList *elisions, const char *p, const char *end)
{
  const char *start = p;

  if ((guchar)*p >= 0x80 && syn_text_is_unspaced (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      while (p < end && g_unichar_ismark (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      return p;
    }
  while (p < end)
    {
      gunichar c;

      while (p < end && g_ascii_isalnum (*p))
        p++;
      if (p == end)
        break;
      c = syn_char_at (p);
      if (!syn_char_is_alnum (c) && (c < 0x80 || !(g_unichar_ismark (c) || syn_text_is_joiner (c)))
          && (p == start || !joins (start, p, end) || ends_elision (elisions, start, p)))
        break;
      p = g_utf8_next_char (p);
    }
  /* The last stop of an acronym belongs to it. */
  if (p < end && *p == '.' && memchr (start, '.', p - start) != NULL
      && g_unichar_isalpha (g_utf8_get_char (start)))
    p++;
  return p;
}

static void
flush (Cutter *self)
{
  g_array_append_vals (self->document->tokens, self->batch, self->n);
  self->n = 0;
}

static void
add_token (Cutter *self, const char *start, const char *end, gboolean is_word, gboolean is_first)
{
  SynToken *token;

  if (self->n == BATCH)
    flush (self);
  token = &self->batch[self->n++];
  *token = (SynToken){ .span = { start - self->text, end - self->text } };
  if (is_word)
    {
      const SynKnownWord *word
          = syn_vocabulary_look_up (self->document->vocabulary, start, end - start);

      token->term = syn_document_intern (self->document, word->normal);
      token->flags = SYN_TOKEN_WORD | word->flags | (is_first ? SYN_TOKEN_FIRST : 0);
    }
}

static gboolean
is_cut_mark (gunichar c)
{
  switch (c)
    {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '"':
    case 0x2013:
    case 0x2014:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
      return TRUE;
    default:
      return FALSE;
    }
}

static inline gboolean
is_cut (const char *text, const SynToken *token)
{
  if (token->flags & SYN_TOKEN_WORD)
    return (token->flags & SYN_TOKEN_CUT) != 0;
  return is_cut_mark (syn_char_at (text + token->span.start));
}

static inline gboolean
is_content (const SynToken *token)
{
  return (token->flags & SYN_TOKEN_WORD)
         && !(token->flags & (SYN_TOKEN_STOP | SYN_TOKEN_REPORTING));
}

/* Numbers the clauses of @statement: a cut mark or a cut word begins one, unless the part before it
 * is too short to say anything. */
static void
cut_clauses (const Cutter *self, SynStatement *statement)
{
  SynToken *tokens = &g_array_index (self->document->tokens, SynToken, statement->first_token);
  guint clause = 0, words = 0, begin = 0;

  for (guint i = 0; i < statement->n_tokens; i++)
    {
      if (i > 0 && is_cut (self->text, &tokens[i]))
        {
          if (words >= MIN_CLAUSE_WORDS)
            {
              clause++;
              begin = i;
            }
          words = words >= MIN_CLAUSE_WORDS ? 0 : words;
        }
      words += is_content (&tokens[i]);
      tokens[i].clause = clause;
    }
  if (clause > 0 && words < MIN_CLAUSE_WORDS)
    {
      clause--;
      for (guint i = begin; i < statement->n_tokens; i++)
        tokens[i].clause = clause;
    }
  statement->n_clauses = clause + 1;
}

static void
cut_words (Cutter *self, SynStatement *statement)
{
  const char *p = self->text + statement->span.start, *end = self->text + statement->span.end;
  gboolean first = TRUE;

  statement->first_token = self->document->tokens->len;
  while (p < end)
    {
      gunichar c = syn_char_at (p);
      const char *next;

      if (syn_char_is_alnum (c))
        {
          next = word_end (self->elisions, p, end);
          add_token (self, p, next, TRUE, first);
          first = FALSE;
        }
      else
        {
          next = g_utf8_next_char (p);
          if (!syn_char_is_space (c) && !g_unichar_iscntrl (c))
            add_token (self, p, next, FALSE, FALSE);
        }
      p = next;
    }
  flush (self);
  statement->n_tokens = self->document->tokens->len - statement->first_token;
}

void
syn_tokens_find (SynDocument *self)
{
  Cutter cutter = { .document = self, .text = syn_article_get_text (self->article) };

  cutter.elisions = syn_lexicon_get_words (self->lexicon, "elisions");
  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);

      cut_words (&cutter, statement);
      cut_clauses (&cutter, statement);
    }
}
