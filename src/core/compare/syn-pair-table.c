/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-pair-table.h"

#define LEAST_BITS 4

/* Open addressing with linear probing, at most half full: a look-up mostly reads one place of memory, and no
 * pair is an allocation of its own. */
struct _SynPairTable
{
  guint64 *keys; /* 0: free; no pair of different numbers has that key */
  guint *values;
  guint bits, n;
};

static void
alloc_places (SynPairTable *self, guint bits)
{
  self->bits = bits;
  self->keys = g_new0 (guint64, (gsize)1 << bits);
  self->values = g_new0 (guint, (gsize)1 << bits);
}

SynPairTable *
syn_pair_table_new (guint n_expected)
{
  SynPairTable *self = g_new0 (SynPairTable, 1);
  guint bits = LEAST_BITS;

  while (((guint64)1 << bits) < 2 * (guint64)n_expected)
    bits++;
  alloc_places (self, bits);
  return self;
}

void
syn_pair_table_free (SynPairTable *self)
{
  g_free (self->keys);
  g_free (self->values);
  g_free (self);
}

static guint64
key_of (guint a, guint b)
{
  return (guint64)MIN (a, b) << 32 | MAX (a, b);
}

/* Where @key stands, or where it would. */
static gsize
find_place (const SynPairTable *self, guint64 key)
{
  gsize mask = ((gsize)1 << self->bits) - 1;
  gsize place = (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - self->bits);

  while (self->keys[place] != 0 && self->keys[place] != key)
    place = (place + 1) & mask;
  return place;
}

static void
grow (SynPairTable *self)
{
  g_autofree guint64 *keys = self->keys;
  g_autofree guint *values = self->values;
  gsize n_places = (gsize)1 << self->bits;

  alloc_places (self, self->bits + 1);
  for (gsize i = 0; i < n_places; i++)
    if (keys[i] != 0)
      {
        gsize place = find_place (self, keys[i]);

        self->keys[place] = keys[i];
        self->values[place] = values[i];
      }
}

guint *
syn_pair_table_get_slot (SynPairTable *self, guint a, guint b)
{
  guint64 key = key_of (a, b);
  gsize place;

  if (2 * (gsize)self->n >= (gsize)1 << self->bits)
    grow (self);
  place = find_place (self, key);
  if (self->keys[place] == 0)
    {
      self->keys[place] = key;
      self->n++;
    }
  return &self->values[place];
}

gboolean
syn_pair_table_add (SynPairTable *self, guint a, guint b, guint value)
{
  guint n = self->n;
  guint *slot = syn_pair_table_get_slot (self, a, b);

  if (self->n == n)
    return FALSE;
  *slot = value;
  return TRUE;
}

gboolean
syn_pair_table_lookup (const SynPairTable *self, guint a, guint b, guint *value)
{
  guint64 key = key_of (a, b);
  gsize place = find_place (self, key);

  if (self->keys[place] != key)
    return FALSE;
  *value = self->values[place];
  return TRUE;
}

void
syn_pair_table_foreach (const SynPairTable *self, void (*func) (guint a, guint b, guint value, gpointer data),
                        gpointer data)
{
  for (gsize i = 0; i < (gsize)1 << self->bits; i++)
    if (self->keys[i] != 0)
      func (self->keys[i] >> 32, (guint32)self->keys[i], self->values[i], data);
}
