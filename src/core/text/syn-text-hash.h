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
  bytes = 0;
  for (gsize i = 0; i < length; i++)
    bytes |= (guint64) (guchar) text[i] << (8 * i);
  return (guint32) syn_text_hash_mix (hash, bytes);
}

G_END_DECLS
