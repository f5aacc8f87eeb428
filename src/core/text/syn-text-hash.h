/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* One step of the hash below: eight bytes of a word. */
static inline guint64
syn_text_hash_mix (guint64 hash, guint64 bytes)
{
  hash = (hash ^ bytes) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 32);
}

/* Up to seven bytes in one number, by two looks that may overlap. */
static inline guint64
syn_text_hash_rest (const char *text, gsize length)
{
  guint32 first, last;
  guint16 head, tail;

  if (length >= 4)
    {
      memcpy (&first, text, sizeof first);
      memcpy (&last, text + length - sizeof last, sizeof last);
      return (guint64) last << 32 | first;
    }
  if (length >= 2)
    {
      memcpy (&head, text, sizeof head);
      memcpy (&tail, text + length - sizeof tail, sizeof tail);
      return (guint32) tail << 16 | head;
    }
  return length > 0 ? (guchar) *text : 0;
}

/**
 * syn_text_hash:
 * @text: bytes, of any content
 * @length: how many
 *
 * A hash for tables of words inside one process: words are short, so eight bytes are taken at once
 * (multiplicative hashing, Knuth 6.4).  Never stored: it depends on the byte order.
 */
static inline guint32
syn_text_hash (const char *text, gsize length)
{
  guint64 hash = length, bytes = 0;

  for (; length >= sizeof bytes; text += sizeof bytes, length -= sizeof bytes)
    {
      memcpy (&bytes, text, sizeof bytes);
      hash = syn_text_hash_mix (hash, bytes);
    }
  return (guint32) syn_text_hash_mix (hash, syn_text_hash_rest (text, length));
}

G_END_DECLS
