/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-roles.h"

#include <string.h>

/* Trims white space at both ends of @span. */
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

static GArray *
cut_lines (const char *text, guint32 length)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (SynBlock));

  for (guint32 start = 0; start < length;)
    {
      const char *end = memchr (text + start, '\n', length - start);
      guint32 stop = end != NULL ? (guint32) (end - text) : length;
      SynBlock block = { .span = trim (text, (SynSpan){ start, stop }), .paragraph = blocks->len };

      if (!syn_span_is_empty (block.span))
        g_array_append_val (blocks, block);
      start = stop + 1;
    }
  return blocks;
}

void
syn_roles_guess (SynArticle *article)
{
  g_autoptr (GArray) blocks = NULL;

  g_return_if_fail (SYN_IS_ARTICLE (article));
  blocks = cut_lines (syn_article_get_text (article), syn_article_get_length (article));
  syn_article_set_blocks (article, (SynBlock *) (void *) blocks->data, blocks->len);
}
