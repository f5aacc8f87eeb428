/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"
#include "text/syn-text-script.h"
#include "text/syn-vocabulary.h"

#include <string.h>

/* A clause with fewer content words joins the one before it. */
#define MIN_CLAUSE_WORDS 3

/* What the words of one document are looked up in. */
typedef struct
{
  SynVocabulary *vocabulary;
  guint32 document;
} Words;

/* Most text is ASCII, and GLib's tables are far away. */
static inline gunichar
get_char (const char *p)
{
  return (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);
}

static inline gboolean
is_alnum (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);
}

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
  gunichar c = get_char (p);
  gunichar before = g_utf8_get_char (g_utf8_prev_char (p));
  const char *next = g_utf8_next_char (p);
  gunichar after = next < end ? g_utf8_get_char (next) : 0;

  if (is_apostrophe (c))
    return g_unichar_isalpha (before) && g_unichar_isalpha (after);
  if (c == '.' || c == ',')
    {
      if (g_unichar_isdigit (before) && g_unichar_isdigit (after))
        return TRUE;
      /* One letter, stop, one letter: an acronym. */
      return c == '.' && g_unichar_isalpha (before) && g_unichar_isalpha (after)
             && (g_utf8_prev_char (p) == start
                 || g_utf8_prev_char (g_utf8_prev_char (p))[0] == '.');
    }
  return FALSE;
}

/* Whether the apostrophe at @p ends a word that is shortened before a vowel: "l'incendie". */
static gboolean
ends_elision (const SynWordList *elisions, const char *start, const char *p)
{
  g_autofree char *word = NULL;

  if (elisions == NULL || !is_apostrophe (g_utf8_get_char (p)))
    return FALSE;
  word = g_utf8_strdown (start, p - start);
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
      gunichar c = get_char (p);

      if (!is_alnum (c) && (c < 0x80 || !(g_unichar_ismark (c) || syn_text_is_joiner (c)))
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
add_token (SynDocument *self, const Words *words, const char *start, const char *end)
{
  const char *text = syn_article_get_text (self->article);
  SynToken token = { .span = { start - text, end - text } };

  if (is_alnum (get_char (start)))
    {
      SynKnownWord *word = syn_vocabulary_look_up (words->vocabulary, start, end - start);

      if (word->document != words->document)
        {
          word->document = words->document;
          word->term = syn_document_intern (self, word->normal);
        }
      token.term = word->term;
      token.flags = SYN_TOKEN_WORD | word->flags;
    }
  g_array_append_val (self->tokens, token);
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

static gboolean
is_cut (SynDocument *self, const SynToken *token)
{
  const char *start = syn_article_get_text (self->article) + token->span.start;

  if (token->flags & SYN_TOKEN_WORD)
    return (token->flags & SYN_TOKEN_CUT) != 0;
  return is_cut_mark (get_char (start));
}

static gboolean
is_content (const SynToken *token)
{
  return (token->flags & SYN_TOKEN_WORD)
         && !(token->flags & (SYN_TOKEN_STOP | SYN_TOKEN_REPORTING));
}

/* Numbers the clauses of @statement: a cut mark or a cut word begins one, unless the part before it
 * is too short to say anything. */
static void
cut_clauses (SynDocument *self, SynStatement *statement)
{
  SynToken *tokens = &g_array_index (self->tokens, SynToken, statement->first_token);
  guint clause = 0, words = 0, begin = 0;

  for (guint i = 0; i < statement->n_tokens; i++)
    {
      if (i > 0 && is_cut (self, &tokens[i]))
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
cut_words (SynDocument *self, const Words *words, SynStatement *statement)
{
  const char *text = syn_article_get_text (self->article);
  const char *p = text + statement->span.start, *end = text + statement->span.end;
  const SynWordList *elisions = syn_lexicon_get_words (self->lexicon, "elisions");
  gboolean first = TRUE;

  statement->first_token = self->tokens->len;
  while (p < end)
    {
      gunichar c = get_char (p);
      gboolean alnum = is_alnum (c);
      const char *next = alnum ? word_end (elisions, p, end) : g_utf8_next_char (p);

      if (alnum || (!g_unichar_isspace (c) && !g_unichar_iscntrl (c)))
        {
          add_token (self, words, p, next);
          if (first && alnum)
            {
              g_array_index (self->tokens, SynToken, self->tokens->len - 1).flags
                  |= SYN_TOKEN_FIRST;
              first = FALSE;
            }
        }
      p = next;
    }
  statement->n_tokens = self->tokens->len - statement->first_token;
}

void
syn_tokens_find (SynDocument *self)
{
  Words words = { .vocabulary = syn_vocabulary_get (self->lexicon) };

  words.document = syn_vocabulary_begin (words.vocabulary);
  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);

      cut_words (self, &words, statement);
      cut_clauses (self, statement);
    }
}
