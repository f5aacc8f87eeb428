/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-word-table.h"

#include "text/syn-text-hash.h"

typedef struct
{
  char *word;
  guint32 length, hash;
  double value;
} Entry;

struct _SynWordTable
{
  Entry *entries; /* open addressing */
  guint32 mask;
  guint n;
};

SynWordTable *
syn_word_table_new (void)
{
  SynWordTable *self = g_new0 (SynWordTable, 1);

  self->mask = 63;
  self->entries = g_new0 (Entry, self->mask + 1);
  return self;
}

void
syn_word_table_free (SynWordTable *self)
{
  for (guint32 i = 0; i <= self->mask; i++)
    g_free (self->entries[i].word);
  g_free (self->entries);
  g_free (self);
}

static inline Entry *
find_entry (const SynWordTable *self, const char *word, gsize length, guint32 hash)
{
  guint32 i = hash & self->mask;

  while (self->entries[i].word != NULL
         && (self->entries[i].hash != hash || self->entries[i].length != length
             || memcmp (self->entries[i].word, word, length) != 0))
    i = (i + 1) & self->mask;
  return &self->entries[i];
}

static void
grow (SynWordTable *self)
{
  g_autofree Entry *old = self->entries;
  guint32 n = self->mask + 1;

  self->mask = 2 * n - 1;
  self->entries = g_new0 (Entry, self->mask + 1);
  for (guint32 i = 0; i < n; i++)
    if (old[i].word != NULL)
      *find_entry (self, old[i].word, old[i].length, old[i].hash) = old[i];
}

void
syn_word_table_set (SynWordTable *self, const char *word, double value)
{
  gsize length = strlen (word);
  guint32 hash = syn_text_hash (word, length);
  Entry *entry = find_entry (self, word, length, hash);

  if (entry->word != NULL)
    {
      entry->value = value;
      return;
    }
  *entry = (Entry){ g_strdup (word), length, hash, value };
  if (++self->n > self->mask / 2)
    grow (self);
}

const double *
syn_word_table_find (const SynWordTable *self, const SynWord *word)
{
  const Entry *entry = find_entry (self, word->text, word->length, word->hash);

  return entry->word != NULL ? &entry->value : NULL;
}

const double *
syn_word_table_find_text (const SynWordTable *self, const char *word)
{
  gsize length = strlen (word);
  const Entry *entry = find_entry (self, word, length, syn_text_hash (word, length));

  return entry->word != NULL ? &entry->value : NULL;
}
