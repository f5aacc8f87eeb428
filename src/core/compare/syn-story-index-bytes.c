/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-index.h"

#include <string.h>

/*
 * Arrays of 32-bit numbers one after another, each with its length in front; texts as one such array of bytes, each
 * with a zero at its end.  It never leaves the machine, and what was cut short or does not fit together is not
 * read: it can be computed anew.
 */
#define MAGIC 0x53494458U

static void
put_array (GByteArray *out, gconstpointer data, guint n, guint size)
{
  static const guint8 padding[4] = { 0 };

  g_byte_array_append (out, (const guint8 *)&n, sizeof n);
  if (n > 0)
    g_byte_array_append (out, data, n * size);
  g_byte_array_append (out, padding, (4 - out->len % 4) % 4);
}

static void
put_numbers (GByteArray *out, const GArray *numbers)
{
  put_array (out, numbers->data, numbers->len, sizeof (guint32));
}

static void
put_texts (GByteArray *out, GPtrArray *texts)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = texts->pdata[i] != NULL ? texts->pdata[i] : "";

      g_string_append_len (all, text, strlen (text) + 1);
    }
  put_array (out, all->str, all->len, 1);
}

GBytes *
syn_story_index_to_bytes (SynStoryIndex *self)
{
  const SynStoryWords *words = self->words;
  guint32 head[] = { MAGIC, words->n_weighed, self->n_changed };
  GByteArray *out = g_byte_array_new ();

  put_array (out, head, G_N_ELEMENTS (head), sizeof *head);
  put_texts (out, self->keys);
  put_texts (out, self->ids);
  put_numbers (out, self->groups);
  put_numbers (out, self->centrality);
  put_texts (out, words->stems);
  put_texts (out, words->language_names);
  put_numbers (out, words->idf);
  put_numbers (out, words->is_name);
  put_numbers (out, words->languages);
  put_numbers (out, words->years);
  for (guint i = 0; i < words->vectors->len; i++)
    {
      const GArray *vector = words->vectors->pdata[i];

      put_array (out, vector->data, vector->len, sizeof (SynStoryWord));
      put_numbers (out, words->sketches->pdata[i]);
    }
  return g_byte_array_free_to_bytes (out);
}

typedef struct
{
  const guint8 *p, *end;
} Reader;

/* The next array of @n things, or NULL. */
static gconstpointer
get_array (Reader *self, guint size, guint *n)
{
  const guint8 *data;
  gsize length;

  if ((gsize)(self->end - self->p) < sizeof *n)
    return NULL;
  memcpy (n, self->p, sizeof *n);
  data = self->p + sizeof *n;
  length = (gsize)*n * size;
  length += (4 - length % 4) % 4;
  if ((gsize)(self->end - data) < length)
    return NULL;
  self->p = data + length;
  return data;
}

static GArray *
get_items (Reader *self, guint size)
{
  guint n;
  gconstpointer data = get_array (self, size, &n);
  GArray *items;

  if (data == NULL)
    return NULL;
  items = g_array_sized_new (FALSE, TRUE, size, n);
  return g_array_append_vals (items, data, n);
}

static gboolean
get_numbers (Reader *self, GArray *out)
{
  g_autoptr (GArray) numbers = get_items (self, sizeof (guint32));

  if (numbers == NULL)
    return FALSE;
  g_array_append_vals (out, numbers->data, numbers->len);
  return TRUE;
}

static gboolean
get_texts (Reader *self, GPtrArray *out, gboolean intern)
{
  guint n;
  const char *data = get_array (self, 1, &n);

  if (data == NULL || (n > 0 && data[n - 1] != '\0'))
    return FALSE;
  for (const char *p = data; p < data + n; p += strlen (p) + 1)
    g_ptr_array_add (out, intern ? (gpointer)g_intern_string (p) : g_strdup (p));
  return TRUE;
}

static gboolean
get_head (Reader *self, SynStoryIndex *index)
{
  g_autoptr (GArray) items = get_items (self, sizeof (guint32));
  const guint32 *head = items != NULL ? (const guint32 *)items->data : NULL;

  if (head == NULL || items->len != 3 || head[0] != MAGIC)
    return FALSE;
  index->words->n_weighed = head[1];
  index->n_changed = head[2];
  return TRUE;
}

static gboolean
are_below (const GArray *numbers, guint limit)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) >= limit)
      return FALSE;
  return TRUE;
}

static gboolean
get_vectors (Reader *self, SynStoryWords *words, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GArray *vector = get_items (self, sizeof (SynStoryWord)), *sketch;

      if (vector == NULL)
        return FALSE;
      g_ptr_array_add (words->vectors, vector);
      for (guint k = 0; k < vector->len; k++)
        if (g_array_index (vector, SynStoryWord, k).term >= words->stems->len)
          return FALSE;
      if ((sketch = get_items (self, sizeof (guint32))) == NULL)
        return FALSE;
      g_ptr_array_add (words->sketches, sketch);
    }
  return TRUE;
}

SynStoryIndex *
syn_story_index_new_from_bytes (GBytes *bytes)
{
  g_autoptr (SynStoryIndex) self = syn_story_index_new (NULL);
  SynStoryWords *words = self->words;
  gsize size;
  Reader reader = { .p = g_bytes_get_data (bytes, &size) };
  guint n;

  reader.end = reader.p + size;
  if (!get_head (&reader, self) || !get_texts (&reader, self->keys, FALSE)
      || !get_texts (&reader, self->ids, FALSE) || !get_numbers (&reader, self->groups)
      || !get_numbers (&reader, self->centrality) || !get_texts (&reader, words->stems, FALSE)
      || !get_texts (&reader, words->language_names, TRUE) || !get_numbers (&reader, words->idf)
      || !get_numbers (&reader, words->is_name) || !get_numbers (&reader, words->languages)
      || !get_numbers (&reader, words->years))
    return NULL;
  n = self->keys->len;
  if (self->groups->len != n || self->centrality->len != n || words->languages->len != n
      || words->years->len != n
      || words->idf->len != words->stems->len || words->is_name->len != words->stems->len
      || !are_below (self->groups, self->ids->len)
      || !are_below (words->languages, words->language_names->len)
      || !get_vectors (&reader, words, n) || reader.p != reader.end)
    return NULL;
  return g_steal_pointer (&self);
}
