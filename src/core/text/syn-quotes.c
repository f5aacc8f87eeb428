/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"
#include "text/syn-text-char.h"

#include <string.h>

#define LOOK_AHEAD 4000 /* bytes: no quotation inside a paragraph needs more */

typedef enum
{
  MARK_NONE,
  MARK_DOUBLE,  /* " and ``…'' */
  MARK_CURLY,   /* “…” */
  MARK_LOW,     /* „…“ */
  MARK_GUILLEMET,
  MARK_INWARD,     /* »…«, as German books have it */
  MARK_LOW_SINGLE, /* ‚…‘ */
  MARK_SINGLE,  /* '…' and ‘…’ */
} MarkKind;

/* A quotation that is open: which mark ends it, and where its words begin. */
typedef struct
{
  MarkKind kind;
  guint32 start;
} OpenQuote;

static gunichar
char_before (const char *text, guint32 start, guint32 at)
{
  return at > start ? syn_char_at (g_utf8_prev_char (text + at)) : ' ';
}

static gunichar
char_at (const char *text, guint32 at, guint32 end)
{
  return at < end ? syn_char_at (text + at) : ' ';
}

/* Whether a single mark at @at may close: words before it, none behind it. */
static gboolean
closes_single (const char *text, guint32 start, guint32 at, guint32 end)
{
  gunichar before = char_before (text, start, at);
  gunichar after = char_at (text, g_utf8_next_char (text + at) - text, end);

  return !syn_char_is_space (before) && !syn_char_is_alnum (after);
}

/* An apostrophe in front of a word ("'em") opens nothing: a closing mark has to follow. */
static gboolean
opens_single (const char *text, guint32 start, guint32 at, guint32 end, gboolean curly)
{
  gunichar before = char_before (text, start, at);
  guint32 next = g_utf8_next_char (text + at) - text;

  if (syn_char_is_alnum (before) || syn_char_is_space (char_at (text, next, end)))
    return FALSE;
  if (curly)
    return TRUE;
  end = MIN (end, next + LOOK_AHEAD);
  for (guint32 i = next; i < end; i = g_utf8_next_char (text + i) - text)
    if (text[i] == '\'' && closes_single (text, start, i, end))
      return TRUE;
  return FALSE;
}

/* What the mark at @at would open; *out_length is its length in bytes. */
static MarkKind
opening_mark (const char *text, guint32 start, guint32 at, guint32 end, guint32 *out_length)
{
  gunichar c = syn_char_at (text + at);

  *out_length = g_utf8_next_char (text + at) - (text + at);
  switch (c)
    {
    case '"':
      return MARK_DOUBLE;
    case '`':
      if (text[at + 1] != '`')
        return MARK_NONE;
      *out_length = 2;
      return MARK_DOUBLE;
    case 0x201c:
      return MARK_CURLY;
    case 0x201e:
      return MARK_LOW;
    case 0xab:
      return MARK_GUILLEMET;
    case 0xbb:
      return syn_char_is_alnum (char_before (text, start, at))
                     || syn_char_is_space (char_at (text, at + *out_length, end))
                 ? MARK_NONE
                 : MARK_INWARD;
    case 0x201a:
      return MARK_LOW_SINGLE;
    case 0x2018:
      return opens_single (text, start, at, end, TRUE) ? MARK_SINGLE : MARK_NONE;
    case '\'':
      return opens_single (text, start, at, end, FALSE) ? MARK_SINGLE : MARK_NONE;
    default:
      return MARK_NONE;
    }
}

/* A plural possessive inside single marks looks like the end of them: "the ‘soldiers’ homes’". */
static gboolean
closes_later (const char *text, guint32 start, guint32 at, guint32 end)
{
  end = MIN (end, at + LOOK_AHEAD);
  for (guint32 i = g_utf8_next_char (text + at) - text; i < end;
       i = g_utf8_next_char (text + i) - text)
    {
      gunichar c = syn_char_at (text + i);

      if (c == 0x2018)
        return FALSE;
      if (c == 0x2019 && closes_single (text, start, i, end)
          && !syn_char_is_alnum (char_before (text, start, i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_closing_mark (
    MarkKind kind, const char *text, guint32 start, guint32 at, guint32 end, guint32 *out_length)
{
  gunichar c = syn_char_at (text + at);

  *out_length = g_utf8_next_char (text + at) - (text + at);
  switch (kind)
    {
    case MARK_NONE:
      return FALSE;
    case MARK_DOUBLE:
      if (c == '\'' && at + 1 < end && text[at + 1] == '\'')
        {
          *out_length = 2;
          return TRUE;
        }
      /* Some wires close with the mark they open with. */
      if (c == '`' && at + 1 < end && text[at + 1] == '`')
        {
          *out_length = 2;
          return TRUE;
        }
      return c == '"' || c == 0x201d;
    case MARK_CURLY:
      return c == 0x201d || c == '"';
    case MARK_LOW:
      return c == 0x201c || c == 0x201d;
    case MARK_GUILLEMET:
      return c == 0xbb;
    case MARK_INWARD:
      return c == 0xab;
    case MARK_LOW_SINGLE:
      return c == 0x2018 || (c == 0x2019 && closes_single (text, start, at, end));
    case MARK_SINGLE:
      if ((c != 0x2019 && c != '\'') || !closes_single (text, start, at, end))
        return FALSE;
      return !(c == 0x2019 && char_before (text, start, at) == 's'
               && syn_char_is_space (char_at (text, at + 3, end))
               && closes_later (text, start, at, end));
    }
  return FALSE;
}

/* French puts a space inside its marks: it belongs to them. */
static void
add_quote (const char *text, GArray *found, guint32 start, guint32 end)
{
  SynQuote quote;

  while (start < end && syn_char_is_space (syn_char_at (text + start)))
    start = g_utf8_next_char (text + start) - text;
  while (end > start && syn_char_is_space (syn_char_at (g_utf8_prev_char (text + end))))
    end = g_utf8_prev_char (text + end) - text;
  quote = (SynQuote){ .span = { start, end } };

  if (end > start)
    g_array_append_val (found, quote);
}

/* The first byte at or after @at that a quotation mark may begin with: all marks are ASCII or begin with one of two
 * bytes, and most bytes are neither. */
static guint32
next_mark (const char *text, guint32 at, guint32 end)
{
  static const guint8 begins_mark[256]
      = { ['"'] = 1, ['\''] = 1, ['`'] = 1, [0xc2] = 1, [0xe2] = 1 };

  while (at < end && !begins_mark[(guchar)text[at]])
    at++;
  return at;
}

/* The quotations of one paragraph.  One that does not end runs on if the next paragraph opens
 * again. */
static void
scan_paragraph (const char *text, SynSpan span, OpenQuote *open, GArray *found)
{
  guint32 length;

  if (open->kind != MARK_NONE)
    {
      MarkKind again = opening_mark (text, span.start, span.start, span.end, &length);

      if (again == open->kind)
        open->start = span.start + length;
      else
        open->kind = MARK_NONE;
    }
  for (guint32 at = open->kind != MARK_NONE ? open->start : span.start;
       (at = next_mark (text, at, span.end)) < span.end;)
    {
      length = g_utf8_next_char (text + at) - (text + at);
      if (open->kind == MARK_NONE)
        {
          open->kind = opening_mark (text, span.start, at, span.end, &length);
          open->start = at + length;
        }
      else if (is_closing_mark (open->kind, text, span.start, at, span.end, &length))
        {
          add_quote (text, found, open->start, at);
          open->kind = MARK_NONE;
        }
      at += length;
    }
  if (open->kind != MARK_NONE)
    add_quote (text, found, open->start, span.end);
}

/* Each statement gets the part of a quotation that lies in it. */
static void
share_out (SynDocument *self, const GArray *found, guint first, guint end)
{
  guint q = 0;

  for (guint i = first; i < end; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);
      guint t = statement->first_token, last = t + statement->n_tokens;

      statement->first_quote = self->quotes->len;
      while (q > 0 && g_array_index (found, SynQuote, q - 1).span.end > statement->span.start)
        q--;
      while (q < found->len && g_array_index (found, SynQuote, q).span.end <= statement->span.start)
        q++;
      for (guint k = q; k < found->len; k++)
        {
          SynQuote quote = g_array_index (found, SynQuote, k);

          if (quote.span.start >= statement->span.end)
            break;
          quote.span.start = MAX (quote.span.start, statement->span.start);
          quote.span.end = MIN (quote.span.end, statement->span.end);
          g_array_append_val (self->quotes, quote);
          for (; t < last; t++)
            {
              SynToken *token = &g_array_index (self->tokens, SynToken, t);

              if (token->span.start >= quote.span.end)
                break;
              if (token->span.start >= quote.span.start)
                token->flags |= SYN_TOKEN_QUOTED;
            }
        }
      statement->n_quotes = self->quotes->len - statement->first_quote;
    }
}

/**
 * syn_quotes_find:
 *
 * Finds what stands between quotation marks of any style.  The outermost pair counts; apostrophes
 * are told from single marks by what stands beside them; a quotation may run over several
 * statements and, where each begins with the mark again, over several paragraphs.
 */
void
syn_quotes_find (SynDocument *self)
{
  const char *text = syn_article_get_text (self->article);
  OpenQuote open = { MARK_NONE, 0 };

  for (guint i = 0; i < self->statements->len;)
    {
      const SynStatement *first = &g_array_index (self->statements, SynStatement, i);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SynQuote));
      guint end = i + 1;

      while (end < self->statements->len
             && g_array_index (self->statements, SynStatement, end).paragraph == first->paragraph)
        end++;
      scan_paragraph (text,
                      (SynSpan){ first->span.start,
                                 g_array_index (self->statements, SynStatement, end - 1).span.end },
                      &open, found);
      share_out (self, found, i, end);
      i = end;
    }
}
