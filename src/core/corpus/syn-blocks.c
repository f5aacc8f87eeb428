/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-blocks.h"

#include <string.h>

/* A text is taken as wrapped when so many of its lines, and so large a share of those of this length,
 * break off in the middle of a sentence. */
#define MIN_WRAPPED 3
#define MIN_WRAPPED_SHARE 0.3
#define MIN_WIDTH 40
#define MAX_WIDTH 100

typedef struct
{
  SynSpan span;      /* trimmed; empty for a blank line */
  gboolean heading;  /* begins with the "#" of Markdown */
} Line;

static SynSpan
trim (const char *text, SynSpan span)
{
  while (span.start < span.end && g_unichar_isspace (g_utf8_get_char (text + span.start)))
    span.start = g_utf8_next_char (text + span.start) - text;
  while (span.end > span.start)
    {
      guint32 previous = g_utf8_prev_char (text + span.end) - text;

      if (!g_unichar_isspace (g_utf8_get_char (text + previous)))
        break;
      span.end = previous;
    }
  return span;
}

static guint
heading_mark (const char *line, gsize length)
{
  guint n = 0;

  while (n < length && n < 7 && line[n] == '#')
    n++;
  return n > 0 && n < 7 && n < length && line[n] == ' ' ? n : 0;
}

static GArray *
read_lines (const char *text, guint32 length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint32 start = 0; start < length;)
    {
      const char *end = memchr (text + start, '\n', length - start);
      guint32 stop = end != NULL ? (guint32) (end - text) : length;
      Line line = { .span = trim (text, (SynSpan){ start, stop }) };

      line.heading
          = heading_mark (text + line.span.start, line.span.end - line.span.start) > 0;
      g_array_append_val (lines, line);
      start = stop + 1;
    }
  return lines;
}

static gboolean
ends_sentence (const char *text, SynSpan span)
{
  while (span.end > span.start)
    {
      const char *p = g_utf8_prev_char (text + span.end);
      gunichar c = g_utf8_get_char (p);

      if (strchr (".?!:;", (int) MIN (c, 127)) != NULL && c < 127)
        return TRUE;
      if (c == 0x2026 || c == 0x3002)
        return TRUE;
      if (g_unichar_type (c) != G_UNICODE_FINAL_PUNCTUATION
          && g_unichar_type (c) != G_UNICODE_CLOSE_PUNCTUATION && c != '"' && c != '\'')
        return FALSE;
      span.end = p - text;
    }
  return TRUE;
}

static gboolean
is_wrapped (const char *text, GArray *lines)
{
  guint n_wide = 0, n_broken = 0;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      SynSpan span = g_array_index (lines, Line, i).span;
      SynSpan next = g_array_index (lines, Line, i + 1).span;
      glong width = g_utf8_strlen (text + span.start, span.end - span.start);

      if (width < MIN_WIDTH || width > MAX_WIDTH || syn_span_is_empty (next))
        continue;
      n_wide++;
      n_broken += !ends_sentence (text, span)
                  && g_unichar_islower (g_utf8_get_char (text + next.start));
    }
  return n_broken >= MIN_WRAPPED && n_broken >= MIN_WRAPPED_SHARE * n_wide;
}

static void
add_line (GArray *blocks, const char *text, const Line *line, guint paragraph)
{
  SynBlock block = { .span = line->span, .paragraph = paragraph };
  guint mark = line->heading
                   ? heading_mark (text + line->span.start, line->span.end - line->span.start)
                   : 0;

  if (mark > 0)
    {
      SynBlock sign = { .span = { line->span.start, line->span.start + mark },
                        .role = SYN_ROLE_BOILERPLATE,
                        .paragraph = paragraph };

      g_array_append_val (blocks, sign);
      block.span = trim (text, (SynSpan){ sign.span.end, block.span.end });
      block.role = SYN_ROLE_SUBHEAD;
    }
  g_array_append_val (blocks, block);
}

GArray *
syn_blocks_cut (const char *text, gsize length)
{
  g_autoptr (GArray) lines = read_lines (text, length);
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (SynBlock));
  gboolean wrapped = is_wrapped (text, lines);
  gboolean joins = FALSE;
  guint paragraph = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (syn_span_is_empty (line->span))
        {
          joins = FALSE;
          continue;
        }
      if (joins && !line->heading)
        {
          g_array_index (blocks, SynBlock, blocks->len - 1).span.end = line->span.end;
          continue;
        }
      add_line (blocks, text, line, paragraph++);
      joins = wrapped && !line->heading;
    }
  return blocks;
}
