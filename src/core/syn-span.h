/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SynSpan:
 * @start: first byte
 * @end: one past the last byte
 *
 * A half-open range of UTF-8 bytes in an article's text.  Inside the engine all offsets are bytes;
 * what leaves the program is converted to code points (see syn_article_offset_to_chars()).
 */
typedef struct
{
  guint32 start;
  guint32 end;
} SynSpan;

static inline gboolean
syn_span_is_empty (SynSpan span)
{
  return span.end <= span.start;
}

static inline gboolean
syn_span_overlaps (SynSpan a, SynSpan b)
{
  return a.start < b.end && b.start < a.end;
}

G_END_DECLS
