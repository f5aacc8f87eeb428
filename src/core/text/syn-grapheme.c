/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-grapheme.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Nothing that anybody wrote as one character is longer. */
#define MAX_BYTES 256

static gboolean
continues (const char *text, gsize at)
{
  return ((guchar) text[at] & 0xc0) == 0x80;
}

gsize
syn_grapheme_floor (const char *text, gsize length, gsize at)
{
  gsize from = at > MAX_BYTES ? at - MAX_BYTES : 0, to = MIN (length, at + MAX_BYTES);
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  UBreakIterator *iterator;
  int32_t found = UBRK_DONE;

  g_return_val_if_fail (at <= length, 0);

  if (at == 0 || at == length)
    return at;
  while (from < at && continues (text, from))
    from++;
  while (to < length && continues (text, to))
    to++;
  utext_openUTF8 (&utext, text + from, (int64_t) (to - from), &status);
  iterator = ubrk_open (UBRK_CHARACTER, "en", NULL, 0, &status);
  ubrk_setUText (iterator, &utext, &status);
  if (U_SUCCESS (status))
    found = ubrk_isBoundary (iterator, (int32_t) (at - from)) ? (int32_t) (at - from)
                                                              : ubrk_preceding (iterator, (int32_t) (at - from));
  ubrk_close (iterator);
  utext_close (&utext);
  /* The beginning of what was looked at is a boundary only because nothing before it was. */
  return found > 0 ? from + (gsize) found : 0;
}
