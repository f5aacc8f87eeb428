/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-arena.h"

#include <string.h>

#define BLOCK_BYTES (16 * 1024)

typedef struct _Block Block;
struct _Block
{
  Block *next;
  gsize used, size; /* of @data */
  char data[];
};

struct _SynArena
{
  Block *first; /* the one that is being filled */
};

SynArena *
syn_arena_new (void)
{
  return g_new0 (SynArena, 1);
}

void
syn_arena_free (SynArena *self)
{
  for (Block *block = self->first, *next; block != NULL; block = next)
    {
      next = block->next;
      g_free (block);
    }
  g_free (self);
}

/* @size bytes behind what is used, from a multiple of @align on. */
static char *
take (SynArena *self, gsize size, gsize align)
{
  Block *block = self->first;
  gsize at = block != NULL ? (block->used + align - 1) / align * align : 0;

  if (block == NULL || at > block->size || size > block->size - at)
    {
      gsize wanted = MAX (size, BLOCK_BYTES - sizeof (Block));

      block = g_malloc (sizeof (Block) + wanted);
      *block = (Block){ .next = self->first, .size = wanted };
      self->first = block;
      at = 0;
    }
  block->used = at + size;
  return block->data + at;
}

gpointer
syn_arena_alloc (SynArena *self, gsize size)
{
  return memset (take (self, size, sizeof (gpointer)), 0, size);
}

const char *
syn_arena_dup (SynArena *self, const char *text, gsize length)
{
  char *copy = take (self, length + 1, 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}
