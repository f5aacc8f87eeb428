/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"
#include "text/syn-sentence-breaks.h"
#include "text/syn-text-char.h"
#include "text/syn-text-lower.h"

#include <string.h>

#include "text/syn-grapheme.h"

/*
 * Sentences by UAX #29, corrected where news text breaks its rules: a
 * full stop after an abbreviation, an initial or an acronym ends nothing unless the next word
 * usually begins a sentence; a question inside a quotation goes on when a lower-case word follows.
 */

/* No sentence is so long; text without a full stop is, and words are aligned in time that grows with the square. */
#define MAX_BYTES 4000

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d || c == 0x2019 || c == 0xbb
         || c == 0x201c; /* German closes with “ */
}

/* The word that ends right before the full stop at the end of text[start, end), without it, or
 * NULL. */
static char *
last_word (const char *text, guint32 start, guint32 end)
{
  const char *begin = text + start, *stop = text + end, *from;

  while (stop > begin && syn_char_is_space (syn_char_at (g_utf8_prev_char (stop))))
    stop = g_utf8_prev_char (stop);
  if (stop == begin || stop[-1] != '.')
    return NULL;
  stop--;
  for (from = stop; from > begin; from = g_utf8_prev_char (from))
    {
      gunichar c = syn_char_at (g_utf8_prev_char (from));

      if (!syn_char_is_alpha (c) && c != '.')
        break;
    }
  return from < stop ? g_strndup (from, stop - from) : NULL;
}

/* Whether the word at @p, with a capital, is one that usually begins a sentence (a function word).
 */
static gboolean
begins_with_starter (SynLexicon *lexicon, const char *p, const char *end)
{
  const char *stop;
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;

  while (p < end && !syn_char_is_alnum (syn_char_at (p)))
    p = g_utf8_next_char (p);
  for (stop = p; stop < end && syn_char_is_alpha (syn_char_at (stop));)
    stop = g_utf8_next_char (stop);
  if (stop == p || !syn_char_is_upper (syn_char_at (p)))
    return FALSE;
  word = g_strndup (p, stop - p);
  lower = syn_text_dup_lower (word, strlen (word));
  return syn_lexicon_has (lexicon, "stop", lower);
}

/* "am 3. Mai", "der 2. Weltkrieg": in languages that write ordinals so, see "ordinal-dots". */
static gboolean
is_ordinal (SynLexicon *lexicon, const char *text, guint32 start, guint32 at)
{
  const char *p = text + at;
  guint digits = 0;

  if (syn_lexicon_get_words (lexicon, "ordinal-dots") == NULL)
    return FALSE;
  while (p > text + start && g_ascii_isspace (p[-1]))
    p--;
  if (p == text + start || p[-1] != '.')
    return FALSE;
  for (p--; p > text + start && g_ascii_isdigit (p[-1]); p--)
    digits++;
  return digits > 0 && digits <= 2;
}

static gboolean
is_acronym_or_initial (const char *word)
{
  gsize letters = 0;
  gboolean dotted = strchr (word, '.') != NULL;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    letters += *p != '.';
  return (letters == 1 && syn_char_is_upper (syn_char_at (word))) || (dotted && letters <= 4);
}

/* Whether the boundary that ICU sees at @at, between text[start, at) and text[at, end), is none. */
static gboolean
is_false_boundary (SynLexicon *lexicon, const char *text, guint32 start, guint32 at, guint32 end)
{
  const char *p = text + at;
  g_autofree char *word = last_word (text, start, at);
  g_autofree char *lower = NULL;

  while (p < text + end && is_closing (syn_char_at (p)))
    p = g_utf8_next_char (p);
  if (p == text + end)
    return TRUE; /* closing marks alone belong to what they close */
  if (syn_char_is_lower (syn_char_at (text + at)))
    {
      const char *before = text + at;

      while (before > text + start
             && syn_char_is_space (syn_char_at (g_utf8_prev_char (before))))
        before = g_utf8_prev_char (before);
      return before > text + start && is_closing (syn_char_at (g_utf8_prev_char (before)));
    }
  if (word == NULL)
    return is_ordinal (lexicon, text, start, at)
           && !begins_with_starter (lexicon, text + at, text + end);
  lower = syn_text_dup_lower (word, strlen (word));
  if (!is_acronym_or_initial (word) && !syn_lexicon_has (lexicon, "abbreviations", lower))
    return FALSE;
  return !begins_with_starter (lexicon, text + at, text + end);
}

/* Where a statement up to @end that would be too long is cut: behind its last space, else between two characters as
 * they are seen, else between any two. */
static guint32
find_cut (const char *text, guint32 start, guint32 end)
{
  guint32 limit = start + MAX_BYTES;
  gsize whole;

  while (((guchar) text[limit] & 0xc0) == 0x80)
    limit--;
  for (guint32 at = limit; at > start + MAX_BYTES / 2; at--)
    if (g_ascii_isspace (text[at - 1]))
      return at;
  whole = syn_grapheme_floor (text + start, end - start, limit - start);
  return whole > 0 ? start + (guint32) whole : limit;
}

static void
add_statement (SynDocument *self, const SynBlock *block, guint32 start, guint32 end)
{
  const char *text = syn_article_get_text (self->article);
  SynStatement statement
      = { .article = self->index, .role = block->role, .paragraph = block->paragraph };

  while (start < end && syn_char_is_space (syn_char_at (text + start)))
    start = g_utf8_next_char (text + start) - text;
  while (end > start && syn_char_is_space (syn_char_at (g_utf8_prev_char (text + end))))
    end = g_utf8_prev_char (text + end) - text;
  if (start == end)
    return;
  statement.span = (SynSpan){ start, end };
  statement.n_clauses = 1;
  g_array_append_val (self->statements, statement);
}

/* A sentence, in pieces where it is too long to be one. */
static void
add_sentence (SynDocument *self, const SynBlock *block, guint32 start, guint32 end)
{
  while (end - start > MAX_BYTES)
    {
      guint32 cut = find_cut (syn_article_get_text (self->article), start, end);

      add_statement (self, block, start, cut);
      start = cut;
    }
  add_statement (self, block, start, end);
}

static void
cut_line (SynDocument *self, const SynBlock *block, guint32 start, guint32 end)
{
  const char *text = syn_article_get_text (self->article), *stop = text + end;
  guint32 from = start;

  for (const char *p = text + start; p < stop;)
    {
      guint32 boundary;

      p = syn_sentence_break_next (p, stop);
      boundary = p - text;
      if (boundary < end && is_false_boundary (self->lexicon, text, from, boundary, end))
        continue;
      add_sentence (self, block, from, boundary);
      from = boundary;
    }
  if (from < end)
    add_sentence (self, block, from, end);
}

void
syn_sentences_find (SynDocument *self)
{
  const char *text = syn_article_get_text (self->article);
  guint n_blocks;
  const SynBlock *blocks = syn_article_get_blocks (self->article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint32 start = blocks[i].span.start, end = blocks[i].span.end;

      /* A line is a hard break: headlines and list items have no full stop. */
      while (start < end)
        {
          const char *newline = memchr (text + start, '\n', end - start);
          guint32 stop = newline != NULL ? (guint32)(newline - text) : end;

          if (stop > start)
            cut_line (self, &blocks[i], start, stop);
          start = stop + 1;
        }
    }
}
