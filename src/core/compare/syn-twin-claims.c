/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-twin-claims.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-twins.h"

/* Statements that the reader parted from another one; they are few. */
static GHashTable *
list_parted (GHashTable *vetoes)
{
  GHashTable *parted = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, vetoes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint64 pair = *(const guint64 *)key;

      g_hash_table_add (parted, GUINT_TO_POINTER ((guint)(pair >> 32)));
      g_hash_table_add (parted, GUINT_TO_POINTER ((guint)pair));
    }
  return parted;
}

static gboolean
fits (const SynClaim *claim, guint statement, GHashTable *vetoes, GHashTable *parted)
{
  if (parted == NULL || !g_hash_table_contains (parted, GUINT_TO_POINTER (statement)))
    return TRUE;
  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint64 key = syn_pair_key (statement, g_array_index (claim->statements, guint, i));

      if (g_hash_table_contains (vetoes, &key))
        return FALSE;
    }
  return TRUE;
}

static int
compare_guint (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

/* @last: per statement the last claim that holds it, plus one */
static void
add_twins (SynClaim *claim, guint number, GPtrArray *twins, guint *last, GHashTable *vetoes,
           GHashTable *parted)
{
  guint n = claim->statements->len;

  for (guint i = 0; i < n; i++)
    last[g_array_index (claim->statements, guint, i)] = number + 1;
  for (guint i = 0; i < n; i++)
    {
      const GArray *list = twins->pdata[g_array_index (claim->statements, guint, i)];

      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          guint statement = g_array_index (list, guint, k);

          if (last[statement] == number + 1 || !fits (claim, statement, vetoes, parted))
            continue;
          last[statement] = number + 1;
          g_array_append_val (claim->statements, statement);
        }
    }
  g_array_sort (claim->statements, compare_guint);
}

void
syn_claims_add_twins (GArray *claims, SynEngine *engine, GHashTable *vetoes)
{
  g_autoptr (GPtrArray) twins = NULL;
  g_autoptr (GHashTable) parted = NULL;
  g_autofree guint *last = NULL;

  if (engine->twin_of == NULL)
    return;
  twins = syn_twins_list (engine);
  parted = vetoes != NULL && g_hash_table_size (vetoes) > 0 ? list_parted (vetoes) : NULL;
  last = g_new0 (guint, engine->statements->len + 1);
  for (guint i = 0; i < claims->len; i++)
    add_twins (&g_array_index (claims, SynClaim, i), i, twins, last, vetoes, parted);
}
