/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-text-char.h"
#include "text/syn-text-hash.h"
#include "text/syn-text-lower.h"
#include "text/syn-text-script.h"
#include "text/syn-words.h"

#include <string.h>

const SynWord syn_words_none = { .text = "", .kind = SYN_WORD_MARK };

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* What may stand inside a word of letters. */
static inline gboolean
is_letter (gunichar c)
{
  return syn_char_is_alpha (c) || (c >= 0x80 && g_unichar_ismark (c));
}

static inline gunichar
peek (const char *p, const char *end)
{
  if (p >= end)
    return 0;
  return syn_char_at (p);
}

/* Dots belong to a run of single letters: "U.S.", "a.m." */
static const char *
scan_acronym (const char *p, const char *end)
{
  const char *last = NULL;

  while (p < end && is_letter (peek (p, end)))
    {
      const char *dot = g_utf8_next_char (p);

      if (peek (dot, end) != '.')
        break;
      p = dot + 1;
      last = last == NULL && !is_letter (peek (p, end)) ? NULL : p;
      if (last == NULL)
        break;
    }
  return last;
}

/* What French and Italian leave of a small word before a vowel; no English word begins so but
 * names ("d'Arcy"). */
static gboolean
is_elision (const char *start, const char *end)
{
  static const char *const words[]
      = { "l",    "d",    "j",    "m",    "n",  "s",     "t",     "c",    "qu",
          "dell", "nell", "sull", "dall", "un", "quest", "quell", "jusqu" };
  gsize length = end - start;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], start, length) == 0)
      return TRUE;
  return FALSE;
}

static const char *
scan_letters (const char *p, const char *end)
{
  const char *acronym = scan_acronym (p, end), *start = p;

  if (acronym != NULL)
    return acronym;

  while (p < end)
    {
      gunichar c = peek (p, end);

      if (is_letter (c) || (c >= 0x80 && syn_text_is_joiner (c)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (is_apostrophe (c))
        {
          const char *next = g_utf8_next_char (p);
          const char *after = is_letter (peek (next, end)) ? g_utf8_next_char (next) : next;

          if (is_elision (start, p))
            return next;
          if (after == next)
            break;
          /* "'s" at the end of a word is a possessive and stands by itself. */
          if (g_unichar_tolower (peek (next, end)) == 's' && !is_letter (peek (after, end)))
            break;
          p = next;
          continue;
        }
      break;
    }
  return p;
}

static const char *
scan_digits (const char *p, const char *end)
{
  while (p < end)
    {
      gunichar c = peek (p, end);

      if (syn_char_is_digit (c))
        p = g_utf8_next_char (p);
      else if ((c == '.' || c == ',') && syn_char_is_digit (peek (p + 1, end)))
        p++;
      else
        break;
    }
  return p;
}

/* Room for @length more bytes of text. */
static char *
reserve_text (SynWords *self, gsize length)
{
  if (self->texts_size - self->texts_length < length)
    {
      self->texts_size = 2 * self->texts_size + length;
      self->texts = g_realloc (self->texts, self->texts_size);
    }
  return self->texts + self->texts_length;
}

/* Straight apostrophes for any, joiners dropped, in place; returns the new end. */
static char *
tidy_marks (char *text, const char *end)
{
  char *out = text;

  for (const char *p = text; p < end;)
    {
      gunichar c = syn_char_at (p);
      const char *next = g_utf8_next_char (p);

      if (is_apostrophe (c))
        *out++ = '\'';
      else if (c < 0x80 || !syn_text_is_joiner (c))
        while (p < next)
          *out++ = *p++;
      p = next;
    }
  return out;
}

/* Appends what @start is in lower case, apostrophes straightened, and a zero byte: how many bytes. */
static gsize
append_folded (SynWords *self, const char *start, const char *end)
{
  gsize length = end - start, done = 0;
  char *to = reserve_text (self, length + 1);

  while (done < length && (guchar)start[done] < 0x80)
    {
      to[done] = syn_char_lower_ascii (start[done]);
      done++;
    }
  if (done < length)
    {
      g_autofree char *lower = syn_text_dup_lower (start, length);

      length = strlen (lower);
      to = reserve_text (self, length + 1);
      memcpy (to, lower, length);
      length = tidy_marks (to, to + length) - to;
    }
  to[length] = '\0';
  self->texts_length += length + 1;
  return length;
}

/* An empty word behind the last one, without a text. */
static SynWord *
add_word (SynWords *self)
{
  if (self->n == self->size)
    {
      self->size *= 2;
      self->words = g_renew (SynWord, self->words, self->size);
    }
  return &self->words[self->n++];
}

/* The texts have moved while they were collected: points each word at its own, in their order. */
static void
place_texts (SynWords *self)
{
  const char *text = self->texts;

  for (guint i = 0; i < self->n; i++)
    {
      self->words[i].text = text;
      self->words[i].hash = syn_text_hash (text, self->words[i].length);
      text += self->words[i].length + 1;
    }
}

static gboolean
is_possessive (const SynWords *self, const char *text, const char *p, const char *end)
{
  const SynWord *before;
  gunichar s;

  if (!is_apostrophe (peek (p, end)) || self->n == 0)
    return FALSE;
  before = &self->words[self->n - 1];
  if (before->kind != SYN_WORD_LETTERS || text + before->span.end != p)
    return FALSE;
  p = g_utf8_next_char (p);
  s = peek (p, end);
  return (s == 's' || s == 'S') && !is_letter (peek (p + 1, end));
}

/* The end of the word of ASCII letters at @p; NULL where it may hold or lead to something else. */
static inline const char *
scan_plain (const char *p, const char *end)
{
  const char *stop = p;

  while (stop < end && g_ascii_isalpha (*stop))
    stop++;
  if (stop == end)
    return stop;
  if ((guchar)*stop >= 0x80 || *stop == '\'' || (*stop == '.' && stop == p + 1))
    return NULL;
  return stop;
}

/* The kind of the word at @p, which is no space; @out_next: where it ends. */
static SynWordKind
scan_word (const SynWords *self, const char *text, const char *p, const char *end,
           const char **out_next)
{
  gunichar c = syn_char_at (p);
  const char *next = g_ascii_isalpha (*p) ? scan_plain (p, end) : NULL;
  SynWordKind kind = SYN_WORD_LETTERS;

  if (next == NULL && syn_char_is_digit (c))
    kind = SYN_WORD_DIGITS, next = scan_digits (p, end);
  else if (next == NULL && is_letter (c))
    next = scan_letters (p, end);
  else if (next == NULL)
    {
      next = g_utf8_next_char (p);
      if (is_possessive (self, text, p, end))
        next = g_utf8_next_char (next);
      else
        kind = SYN_WORD_MARK;
    }
  *out_next = MIN (next, end);
  return kind;
}

SynWords *
syn_words_new (const char *text, SynSpan span)
{
  SynWords *self = g_new0 (SynWords, 1);
  const char *end = text + span.end;
  gboolean spaced = TRUE;

  self->size = (span.end - span.start) / 5 + 4;
  self->words = g_new (SynWord, self->size);
  self->texts_size = span.end - span.start + (span.end - span.start) / 4 + 8;
  self->texts = g_malloc (self->texts_size);

  for (const char *p = text + span.start; p < end;)
    {
      gunichar c = syn_char_at (p);
      const char *next;
      SynWordKind kind;
      SynWord *word;

      if (syn_char_is_space (c))
        {
          spaced = TRUE;
          p = g_utf8_next_char (p);
          continue;
        }
      kind = scan_word (self, text, p, end, &next);
      word = add_word (self);
      *word = (SynWord){ .span = { p - text, next - text }, .kind = kind, .spaced = spaced };
      word->capital = syn_char_is_upper (c);
      word->length = append_folded (self, p, next);
      spaced = FALSE;
      p = next;
    }
  place_texts (self);
  return self;
}

void
syn_words_free (SynWords *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self->texts);
  g_free (self);
}

SynSpan
syn_words_span (const SynWords *self, guint first, guint n)
{
  if (n == 0 || first + n > self->n)
    return (SynSpan) { 0, 0 };
  return (SynSpan) { self->words[first].span.start, self->words[first + n - 1].span.end };
}

guint
syn_words_find (const SynWords *self, guint32 byte)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->words[middle].span.start < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
