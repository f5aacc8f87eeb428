/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-rows-private.h"

/* In which order the rows stand once it is known what stands in them, and which of them are one. */

/* More of one source beneath each other would make a row higher than a page. */
#define CELL_MOST 4

/* ── Order ───────────────────────────────────────────────────────────────── */

typedef struct
{
  SynRowSlot *slot;
  guint part;      /* headlines, the text, what is set aside */
  guint n_sources; /* that speak in the row */
  guint rank;      /* of the one that said it first */
  guint statement; /* that it said it with */
  guint place;     /* in the pivot's order */
} Key;

static Key
make_key (SynRowSlot *slot, SynComparison *comparison, const guint *ranks, guint place)
{
  Key key = { .slot = slot, .place = place, .rank = G_MAXUINT };
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);

  key.part = slot->headline ? 0 : slot->set_aside ? 2 : 1;
  for (guint i = 0; i < slot->statements->len; i++)
    {
      guint statement = g_array_index (slot->statements, guint, i);
      guint article = syn_comparison_get_statement (comparison, statement)->article;
      guint rank = ranks != NULL ? ranks[article] : article;

      g_hash_table_add (sources, GUINT_TO_POINTER (article));
      if (rank < key.rank || (rank == key.rank && statement < key.statement))
        {
          key.rank = rank;
          key.statement = statement;
        }
    }
  key.n_sources = g_hash_table_size (sources);
  return key;
}

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

/* Who said it first. */
static int
compare_by_time (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;
  int order = compare_numbers (x->part, y->part);

  order = order != 0 ? order : compare_numbers (x->rank, y->rank);
  return order != 0 ? order : compare_numbers (x->statement, y->statement);
}

/* What most say first; among as many sources, what they disagree about. */
static int
compare_by_claim (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;
  int order = compare_numbers (x->part, y->part);

  order = order != 0 ? order : compare_numbers (y->n_sources, x->n_sources);
  order = order != 0 ? order : (y->slot->conflict >= 0) - (x->slot->conflict >= 0);
  if (order == 0 && x->n_sources == 1)
    return compare_by_time (a, b);
  return order != 0 ? order : compare_numbers (x->place, y->place);
}

SynRowSlot *
syn_row_slots_sort (SynRowSlot *head,
                    SynComparison *comparison,
                    SynRowOrder order,
                    const guint *ranks)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));

  if (order == SYN_ROW_ORDER_PIVOT || head == NULL)
    return head;
  for (SynRowSlot *slot = head; slot != NULL; slot = slot->next)
    {
      Key key = make_key (slot, comparison, ranks, keys->len);

      g_array_append_val (keys, key);
    }
  g_array_sort (keys, order == SYN_ROW_ORDER_TIME ? compare_by_time : compare_by_claim);
  for (guint i = 0; i < keys->len; i++)
    g_array_index (keys, Key, i).slot->next
        = i + 1 < keys->len ? g_array_index (keys, Key, i + 1).slot : NULL;
  return g_array_index (keys, Key, 0).slot;
}

/* ── Side by side ────────────────────────────────────────────────────────── */

/* Rows in which nothing stands for the same thing as what is beside it. */
static gboolean
is_loose (const SynRowSlot *slot)
{
  return slot->claim < 0 && slot->conflict < 0 && !slot->headline;
}

/* Where the run of loose rows ends that begins with @slot: the text and what is set aside are not mixed. */
static SynRowSlot *
find_end (SynRowSlot *slot)
{
  SynRowSlot *last = slot;

  while (last->next != NULL && is_loose (last->next) && last->next->set_aside == slot->set_aside)
    last = last->next;
  return last;
}

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  return compare_numbers (*(const guint *)a, *(const guint *)b);
}

/* Statements ascend, so those of one article stand together; returns how many rows they need, with
 * @cell_most of them in a cell. */
static guint
share_out (const GArray *statements, SynComparison *comparison, guint cell_most, guint *row_of)
{
  guint article = G_MAXUINT;
  guint n = 0;
  guint most = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      guint of = syn_comparison_get_statement (comparison, g_array_index (statements, guint, i))
                     ->article;

      n = of == article ? n + 1 : 0;
      article = of;
      row_of[i] = n / cell_most;
      most = MAX (most, row_of[i] + 1);
    }
  return most;
}

/* The rows from @first to @last become as few as can be. */
static void
pack_run (SynRowSlot *first, SynRowSlot *last, SynComparison *comparison)
{
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *row_of = NULL;
  SynRowSlot *end = last->next;
  SynRowSlot *slot = first;
  guint n_rows;

  for (SynRowSlot *at = first; at != end; at = at->next)
    {
      g_array_append_vals (statements, at->statements->data, at->statements->len);
      g_array_set_size (at->statements, 0);
    }
  g_array_sort (statements, compare_statements);
  row_of = g_new (guint, statements->len);
  /* What is set aside fills cells of any height already. */
  n_rows = share_out (statements, comparison, first->set_aside ? G_MAXUINT : CELL_MOST, row_of);
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < statements->len; i++)
        if (row_of[i] == row)
          g_array_append_val (slot->statements, g_array_index (statements, guint, i));
      slot->apart = !slot->set_aside;
      last = slot;
      slot = slot->next;
    }
  while (slot != end)
    {
      SynRowSlot *next = slot->next;

      g_array_unref (slot->statements);
      g_free (slot);
      slot = next;
    }
  last->next = end;
}

void
syn_row_slots_pack (SynRowSlot *head, SynComparison *comparison)
{
  for (SynRowSlot *slot = head; slot != NULL; slot = slot->next)
    if (is_loose (slot))
      {
        pack_run (slot, find_end (slot), comparison);
        slot = find_end (slot);
      }
}
