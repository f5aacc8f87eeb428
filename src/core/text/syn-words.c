/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-text-hash.h"
#include "text/syn-text-script.h"
#include "text/syn-words.h"

#include <string.h>

static const SynWord no_word = { .text = "", .kind = SYN_WORD_MARK };

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* Most text is ASCII, and GLib's tables are far away. */
static inline gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static inline gboolean
is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit (c) : g_unichar_isdigit (c);
}

static inline gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c);
}

static inline gunichar
peek (const char *p, const char *end)
{
  if (p >= end)
    return 0;
  return (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);
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

      if (is_digit (c))
        p = g_utf8_next_char (p);
      else if ((c == '.' || c == ',') && is_digit (peek (p + 1, end)))
        p++;
      else
        break;
    }
  return p;
}

/* Appends what @start is in lower case, apostrophes straightened, and a zero byte; where ASCII ends
 * GLib goes on. */
static void
append_folded (GString *out, const char *start, const char *end)
{
  gsize length = end - start, at = out->len;
  g_autofree char *lower = NULL;

  g_string_set_size (out, at + length + 1);
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar)start[i] >= 0x80)
        {
          lower = g_utf8_strdown (start, length);
          break;
        }
      out->str[at + i] = g_ascii_tolower (start[i]);
    }
  out->str[at + length] = '\0';
  if (lower == NULL)
    return;
  g_string_truncate (out, at);
  for (const char *p = lower; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_apostrophe (c))
        g_string_append_c (out, '\'');
      else if (!syn_text_is_joiner (c))
        g_string_append_len (out, p, next - p);
      p = next;
    }
  g_string_append_c (out, '\0');
}

/* The texts have moved while they were collected: points each word at its own, in their order. */
static void
place_texts (SynWords *self)
{
  const char *text = self->texts->str;

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

  if (!is_apostrophe (peek (p, end)) || self->array->len == 0)
    return FALSE;
  before = &g_array_index (self->array, SynWord, self->array->len - 1);
  if (before->kind != SYN_WORD_LETTERS || text + before->span.end != p)
    return FALSE;
  p = g_utf8_next_char (p);
  s = peek (p, end);
  return (s == 's' || s == 'S') && !is_letter (peek (p + 1, end));
}

SynWords *
syn_words_new (const char *text, SynSpan span)
{
  SynWords *self = g_new0 (SynWords, 1);
  const char *end = text + span.end;
  gboolean spaced = TRUE;

  self->array = g_array_sized_new (FALSE, FALSE, sizeof (SynWord), (span.end - span.start) / 5 + 4);
  self->texts = g_string_sized_new (span.end - span.start + (span.end - span.start) / 4 + 8);

  for (const char *p = text + span.start; p < end;)
    {
      gunichar c = peek (p, end);
      const char *next = g_utf8_next_char (p);
      gsize before = self->texts->len;
      SynWord word = { .kind = SYN_WORD_MARK, .spaced = spaced };

      if (is_space (c))
        {
          spaced = TRUE;
          p = next;
          continue;
        }
      if (is_digit (c))
        word.kind = SYN_WORD_DIGITS, next = scan_digits (p, end);
      else if (is_letter (c))
        word.kind = SYN_WORD_LETTERS, next = scan_letters (p, end);
      else if (is_possessive (self, text, p, end))
        word.kind = SYN_WORD_LETTERS, next = g_utf8_next_char (next);

      word.capital = c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
      word.span = (SynSpan) { p - text, MIN (next, end) - text };
      append_folded (self->texts, p, MIN (next, end));
      word.length = self->texts->len - before - 1;
      g_array_append_val (self->array, word);
      spaced = FALSE;
      p = next;
    }

  self->words = (SynWord *) (void *) self->array->data;
  self->n = self->array->len;
  place_texts (self);
  return self;
}

void
syn_words_free (SynWords *self)
{
  g_array_unref (self->array);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

const SynWord *
syn_words_get (const SynWords *self, gint index)
{
  return index >= 0 && (guint) index < self->n ? &self->words[index] : &no_word;
}

gboolean
syn_words_is (const SynWords *self, gint index, const char *text)
{
  const char *word = syn_words_get (self, index)->text;

  return word[0] == text[0] && strcmp (word, text) == 0;
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
