/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-sentence-breaks.h"

#include "text/syn-text-char.h"

#include <unicode/uchar.h>

/* The property Sentence_Break of ASCII, and which of it may end a sentence. */
typedef struct
{
  guint8 property[128];
  guint8 may_end[128];
} Ascii;

static gboolean
is_paragraph_end (int property)
{
  return property == U_SB_SEP || property == U_SB_CR || property == U_SB_LF;
}

static gboolean
is_terminator (int property)
{
  return property == U_SB_ATERM || property == U_SB_STERM;
}

static const Ascii *
get_ascii (void)
{
  static Ascii ascii;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint c = 0; c < 128; c++)
        {
          int property = u_getIntPropertyValue (c, UCHAR_SENTENCE_BREAK);

          ascii.property[c] = property;
          ascii.may_end[c] = is_paragraph_end (property) || is_terminator (property);
        }
      g_once_init_leave (&ready, 1);
    }
  return &ascii;
}

typedef struct
{
  const char *start, *end;
  const Ascii *ascii;
} Text;

/* U_SB_OTHER at the end. */
static int
property_at (const Text *self, const char *p)
{
  if (p >= self->end)
    return U_SB_OTHER;
  return (guchar)*p < 0x80 ? self->ascii->property[(guchar)*p]
                           : u_getIntPropertyValue (g_utf8_get_char (p), UCHAR_SENTENCE_BREAK);
}

static gboolean
is_attached (int property)
{
  return property == U_SB_EXTEND || property == U_SB_FORMAT;
}

/* The character behind the one at @p and what is attached to it (SB5). */
static const char *
next_char (const Text *self, const char *p)
{
  p = g_utf8_next_char (p);
  while (p < self->end && is_attached (property_at (self, p)))
    p = g_utf8_next_char (p);
  return p;
}

/* The property of the character before @p. */
static int
property_before (const Text *self, const char *p)
{
  while (p > self->start)
    {
      int property;

      p = g_utf8_prev_char (p);
      property = property_at (self, p);
      if (!is_attached (property))
        return property;
    }
  return U_SB_OTHER;
}

static const char *
skip (const Text *self, const char *p, int property)
{
  while (p < self->end && property_at (self, p) == property)
    p = next_char (self, p);
  return p;
}

/* SB8: after a full stop the sentence goes on if the next letter is a small one. */
static gboolean
goes_on_small (const Text *self, const char *p)
{
  for (; p < self->end; p = next_char (self, p))
    {
      int property = property_at (self, p);

      if (property == U_SB_LOWER)
        return TRUE;
      if (property == U_SB_OLETTER || property == U_SB_UPPER || is_paragraph_end (property)
          || is_terminator (property))
        return FALSE;
    }
  return FALSE;
}

/* Behind the end of a paragraph: "\r\n" is one (SB3). */
static const char *
behind_paragraph (const Text *self, const char *p)
{
  const char *next = g_utf8_next_char (p);

  return property_at (self, p) == U_SB_CR && property_at (self, next) == U_SB_LF ? next + 1 : next;
}

/* What follows the terminator at @p: the boundary, or NULL and in @out_next where to go on. */
static const char *
break_behind (const Text *self, const char *p, const char **out_next)
{
  gboolean stop = property_at (self, p) == U_SB_ATERM;
  const char *next = *out_next = next_char (self, p);
  int property = property_at (self, next);

  if (stop && property == U_SB_NUMERIC) /* SB6 */
    return NULL;
  if (stop && property == U_SB_UPPER) /* SB7 */
    {
      int before = property_before (self, p);

      if (before == U_SB_UPPER || before == U_SB_LOWER)
        return NULL;
    }
  next = *out_next = skip (self, skip (self, next, U_SB_CLOSE), U_SB_SP); /* SB9, SB10 */
  property = property_at (self, next);
  if (property == U_SB_SCONTINUE || is_terminator (property)) /* SB8a */
    return NULL;
  if (stop && goes_on_small (self, next))
    return NULL;
  return next < self->end && is_paragraph_end (property) ? behind_paragraph (self, next) : next;
}

const char *
syn_sentence_break_next (const char *start, const char *end)
{
  Text text = { start, end, get_ascii () };
  const char *p = start;

  while (p < end)
    {
      const char *boundary;
      int property;

      if ((guchar)*p < 0x80 && !text.ascii->may_end[(guchar)*p])
        {
          p++;
          continue;
        }
      property = property_at (&text, p);
      if (is_paragraph_end (property)) /* SB4 */
        return behind_paragraph (&text, p);
      if (!is_terminator (property))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      boundary = break_behind (&text, p, &p);
      if (boundary != NULL)
        return boundary;
    }
  return end;
}
