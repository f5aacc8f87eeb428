/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-statement-text.h"

struct _SynStatementText
{
  SynSpan span;
  GString *text;
  guint32 *shown; /* for each byte of the span, and the one after it: the byte of the shown text */
};

SynStatementText *
syn_statement_text_new (const char *article_text, SynSpan span)
{
  SynStatementText *self = g_new0 (SynStatementText, 1);
  gboolean space = FALSE;

  self->span = span;
  self->text = g_string_sized_new (span.end - span.start + 1);
  self->shown = g_new0 (guint32, span.end - span.start + 1);
  for (guint32 i = span.start; i < span.end;)
    {
      const char *p = article_text + i;
      guint32 length = (guint32)(g_utf8_next_char (p) - p);
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) && c != 0xa0)
        {
          space = self->text->len > 0;
          for (guint32 k = 0; k < length; k++)
            self->shown[i - span.start + k] = (guint32)self->text->len;
        }
      else
        {
          if (space)
            g_string_append_c (self->text, ' ');
          space = FALSE;
          for (guint32 k = 0; k < length; k++)
            self->shown[i - span.start + k] = (guint32)self->text->len + k;
          g_string_append_len (self->text, p, length);
        }
      i += length;
    }
  self->shown[span.end - span.start] = (guint32)self->text->len;
  return self;
}

void
syn_statement_text_free (SynStatementText *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->shown);
  g_free (self);
}

const char *
syn_statement_text_get (const SynStatementText *self)
{
  return self->text->str;
}

SynSpan
syn_statement_text_map (const SynStatementText *self, SynSpan span)
{
  guint32 start = CLAMP (span.start, self->span.start, self->span.end) - self->span.start;
  guint32 end = CLAMP (span.end, self->span.start, self->span.end) - self->span.start;
  SynSpan mapped = { self->shown[start], self->shown[end] };

  /* A span that ends before a space would otherwise reach over the space that stands for it. */
  if (mapped.end > mapped.start && self->text->str[mapped.end - 1] == ' ')
    mapped.end--;
  if (mapped.start < mapped.end && self->text->str[mapped.start] == ' ')
    mapped.start++;
  return mapped;
}
