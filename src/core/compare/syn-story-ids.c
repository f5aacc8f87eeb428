/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-ids.h"

#include <string.h>

/* Some articles of an old story are in a story now. */
typedef struct
{
  guint story, n_articles;
  const char *old;
  gboolean own; /* it would have that name anyway */
} Heritage;

static int
compare_heritages (gconstpointer a, gconstpointer b)
{
  const Heritage *x = a, *y = b;

  if (x->n_articles != y->n_articles)
    return x->n_articles > y->n_articles ? -1 : 1;
  if (x->own != y->own)
    return x->own ? -1 : 1;
  if (x->story != y->story)
    return x->story < y->story ? -1 : 1;
  return strcmp (x->old, y->old);
}

/* How many articles of each old story @story has. */
static void
list_heritages (GArray *heritages, guint number, const SynStory *story, const GPtrArray *old)
{
  guint first = heritages->len;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < story->articles->len; i++)
    {
      char *name = old->pdata[g_array_index (story->articles, guint, i)];
      gpointer place = NULL;

      if (name == NULL)
        continue;
      if (!g_hash_table_lookup_extended (places, name, NULL, &place))
        {
          Heritage heritage = { number, 0, name, g_str_equal (name, story->id) };

          place = GUINT_TO_POINTER (heritages->len - first);
          g_hash_table_insert (places, name, place);
          g_array_append_val (heritages, heritage);
        }
      g_array_index (heritages, Heritage, first + GPOINTER_TO_UINT (place)).n_articles++;
    }
}

void
syn_story_ids_inherit (GArray *stories, const GPtrArray *old)
{
  g_autoptr (GArray) heritages = g_array_new (FALSE, FALSE, sizeof (Heritage));
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *named = g_new0 (gboolean, stories->len + 1);

  for (guint s = 0; s < stories->len; s++)
    list_heritages (heritages, s, &g_array_index (stories, SynStory, s), old);
  g_array_sort (heritages, compare_heritages);
  for (guint i = 0; i < heritages->len; i++)
    {
      const Heritage *heritage = &g_array_index (heritages, Heritage, i);
      SynStory *story = &g_array_index (stories, SynStory, heritage->story);

      if (named[heritage->story] || !g_hash_table_add (taken, (gpointer)heritage->old))
        continue;
      named[heritage->story] = TRUE;
      g_free (story->id);
      story->id = g_strdup (heritage->old);
    }
}
