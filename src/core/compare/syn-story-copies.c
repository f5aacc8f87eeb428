/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-copies.h"

/* A sketch keeps so many hashes. */
#define SKETCH 64
/* Least share of the runs of words that two copies have in common: a report of which a quarter was cut,
 * or in which every tenth word is another. */
#define LEAST_SHARED 0.5
/* Least share of the names of the one with fewer that the other one has too. */
#define LEAST_NAMES 0.5
/* A hash that so many reports have is that of a phrase of the trade, and finds no more of them. */
#define MOST_REPORTS 64

void
syn_story_sketcher_init (SynStorySketcher *self)
{
  *self = (SynStorySketcher){ .least = g_array_sized_new (FALSE, FALSE, sizeof (guint32), SKETCH) };
}

/* Spreads near hashes over the whole range: the least ones are to be a fair sample. */
static guint32
scatter (guint32 hash)
{
  hash ^= hash >> 16;
  hash *= 0x7feb352dU;
  hash ^= hash >> 15;
  hash *= 0x846ca68bU;
  return hash ^ hash >> 16;
}

/* Most hashes are too big to be among the least. */
static void
note_hash (GArray *least, guint32 hash)
{
  guint place = least->len;

  if (place == SKETCH && hash >= g_array_index (least, guint32, SKETCH - 1))
    return;
  while (place > 0 && g_array_index (least, guint32, place - 1) > hash)
    place--;
  if (place > 0 && g_array_index (least, guint32, place - 1) == hash)
    return;
  if (least->len == SKETCH)
    g_array_set_size (least, SKETCH - 1);
  g_array_insert_val (least, place, hash);
}

void
syn_story_sketcher_add (SynStorySketcher *self, guint32 hash)
{
  guint32 run = scatter (scatter (scatter (self->recent[0]) + self->recent[1]) + hash);

  if (++self->n_words > G_N_ELEMENTS (self->recent))
    note_hash (self->least, run);
  self->recent[0] = self->recent[1];
  self->recent[1] = hash;
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return (x > y) - (x < y);
}

GArray *
syn_story_sketcher_finish (SynStorySketcher *self)
{
  return g_steal_pointer (&self->least);
}

/* The share of what two articles have that both have, by the least hashes of both together. */
static double
measure_shared (const GArray *a, const GArray *b)
{
  guint i = 0, k = 0, n = 0, shared = 0;

  for (; n < SKETCH && (i < a->len || k < b->len); n++)
    {
      gint order = i == a->len   ? 1
                   : k == b->len ? -1
                                 : compare_hashes (&g_array_index (a, guint32, i),
                                                   &g_array_index (b, guint32, k));

      shared += order == 0;
      i += order <= 0;
      k += order >= 0;
    }
  return n > 0 ? (double)shared / n : 0;
}

static guint
count_names (const SynStoryWords *words, const GArray *vector)
{
  guint n = 0;

  for (guint i = 0; i < vector->len; i++)
    n += g_array_index (words->is_name, gboolean, g_array_index (vector, SynStoryWord, i).term);
  return n;
}

static gboolean
names_agree (const SynStoryWords *words, guint article, guint other)
{
  const GArray *a = syn_story_words_get (words, article), *b = syn_story_words_get (words, other);
  guint least = MIN (count_names (words, a), count_names (words, b)), shared = 0;

  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      guint32 x = g_array_index (a, SynStoryWord, i).term,
              y = g_array_index (b, SynStoryWord, k).term;

      shared += x == y && g_array_index (words->is_name, gboolean, x);
      i += x <= y;
      k += y <= x;
    }
  return shared >= LEAST_NAMES * least;
}

/* Lists of articles, each the first of its report, by hash. */
static void
note_report (GHashTable *reports, const GArray *sketch, guint article)
{
  for (guint i = 0; i < sketch->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (g_array_index (sketch, guint32, i));
      GArray *list = g_hash_table_lookup (reports, key);

      if (list == NULL)
        g_hash_table_insert (reports, key, list = g_array_new (FALSE, FALSE, sizeof (guint)));
      if (list->len < MOST_REPORTS)
        g_array_append_val (list, article);
    }
}

/* The report that @article is most like, or @article; the first of equal ones.
 * @met: per article the last one that it was held against, plus one */
static guint
find_report (const SynStoryWords *words, GHashTable *reports, guint article, guint *met)
{
  const GArray *sketch = words->sketches->pdata[article];
  guint best = article;
  double most = 0;

  for (guint i = 0; i < sketch->len; i++)
    {
      const GArray *list = g_hash_table_lookup (
          reports, GUINT_TO_POINTER (g_array_index (sketch, guint32, i)));

      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          guint other = g_array_index (list, guint, k);
          double shared;

          if (met[other] == article + 1)
            continue;
          met[other] = article + 1;
          shared = measure_shared (sketch, words->sketches->pdata[other]);
          if (shared >= LEAST_SHARED && (shared > most || (shared == most && other < best))
              && names_agree (words, article, other))
            {
              most = shared;
              best = other;
            }
        }
    }
  return best;
}

guint *
syn_story_copies_find (const SynStoryWords *words)
{
  guint n = words->vectors->len;
  guint *first = g_new0 (guint, n + 1);
  g_autofree guint *met = g_new0 (guint, n + 1);
  g_autoptr (GHashTable) reports
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < n; i++)
    {
      first[i] = find_report (words, reports, i, met);
      if (first[i] == i)
        note_report (reports, words->sketches->pdata[i], i);
    }
  return first;
}

guint
syn_story_copies_find_one (const SynStoryWords *words, guint article)
{
  const GArray *sketch = words->sketches->pdata[article];
  guint best = article;
  double most = 0;

  for (guint i = 0; i < words->sketches->len; i++)
    {
      const GArray *other = words->sketches->pdata[i];
      double shared = i != article && other != NULL ? measure_shared (sketch, other) : 0;

      if (shared >= LEAST_SHARED && shared > most && names_agree (words, article, i))
        {
          most = shared;
          best = i;
        }
    }
  return best;
}
