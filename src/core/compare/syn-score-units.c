/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-score-units.h"

/* In a big corpus a word in more units than this finds no candidates: it would only find everybody.
 */
#define MAX_POSTINGS 1500

void
syn_units_init (SynUnits *units)
{
  guint zero = 0;

  units->owner = g_array_new (FALSE, FALSE, sizeof (guint));
  units->first = g_array_new (FALSE, FALSE, sizeof (guint));
  units->uses = g_array_new (FALSE, FALSE, sizeof (SynTermUse));
  units->total = g_array_new (FALSE, FALSE, sizeof (float));
  units->common = g_array_new (FALSE, FALSE, sizeof (float));
  g_array_append_val (units->first, zero);
}

void
syn_units_clear (SynUnits *units)
{
  g_array_unref (units->owner);
  g_array_unref (units->first);
  g_array_unref (units->uses);
  g_array_unref (units->total);
  g_array_unref (units->common);
  g_free (units->post_first);
  g_free (units->postings);
}

void
syn_units_add (SynUnits *units, const SynEngine *engine, guint owner, GArray *uses)
{
  float total = 0, common = 0;

  for (guint i = 0; i < uses->len; i++)
    {
      const SynTermUse *use = &g_array_index (uses, SynTermUse, i);

      total += use->weight;
      if (engine->common != NULL && g_array_index (engine->common, gboolean, use->term))
        common += use->weight;
    }
  g_array_append_val (units->common, common);
  g_array_append_val (units->owner, owner);
  g_array_append_vals (units->uses, uses->data, uses->len);
  g_array_append_val (units->first, units->uses->len);
  g_array_append_val (units->total, total);
  units->n++;
}

void
syn_units_index (SynUnits *units, guint n_terms)
{
  g_autofree guint *fill = NULL;

  units->post_first = g_new0 (guint, n_terms + 1);
  units->postings = g_new (guint, MAX (units->uses->len, 1));
  for (guint i = 0; i < units->uses->len; i++)
    units->post_first[g_array_index (units->uses, SynTermUse, i).term + 1]++;
  for (guint t = 0; t < n_terms; t++)
    units->post_first[t + 1] += units->post_first[t];
  fill = g_memdup2 (units->post_first, (n_terms + 1) * sizeof (guint));
  for (guint u = 0; u < units->n; u++)
    for (guint i = g_array_index (units->first, guint, u);
         i < g_array_index (units->first, guint, u + 1); i++)
      units->postings[fill[g_array_index (units->uses, SynTermUse, i).term]++] = u;
}

void
syn_unit_row_init (SynUnitRow *row, guint n_units, guint n_terms)
{
  row->of_a = g_new0 (float, n_units);
  row->of_b = g_new0 (float, n_units);
  row->figure = g_new0 (float, n_units);
  row->stamp = g_new0 (guint, n_units);
  row->best = g_new0 (float, n_terms);
  row->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  row->near = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
syn_unit_row_clear (SynUnitRow *row)
{
  g_free (row->of_a);
  g_free (row->of_b);
  g_free (row->figure);
  g_free (row->stamp);
  g_free (row->best);
  g_array_unref (row->touched);
  g_array_unref (row->near);
}

void
syn_unit_row_reset (SynUnitRow *row)
{
  for (guint i = 0; i < row->touched->len; i++)
    {
      guint u = g_array_index (row->touched, guint, i);

      row->of_a[u] = row->of_b[u] = row->figure[u] = 0;
      row->stamp[u] = 0;
    }
  for (guint i = 0; i < row->near->len; i++)
    row->best[g_array_index (row->near, guint32, i)] = 0;
  g_array_set_size (row->touched, 0);
  g_array_set_size (row->near, 0);
}

static void
note_nearest (SynUnitRow *row, guint32 term, float similarity)
{
  if (row->best[term] == 0)
    g_array_append_val (row->near, term);
  row->best[term] = MAX (row->best[term], similarity);
}

/* Adds, to every unit with @term, @weight · @similarity of what the row's unit says. */
static void
add_own (const SynUnits *units, SynUnitRow *row, guint32 term, float gain, guint mark)
{
  guint first = units->post_first[term], end = units->post_first[term + 1];

  if (units->capped && end - first > MAX_POSTINGS)
    return;
  for (guint i = first; i < end; i++)
    {
      guint u = units->postings[i];

      if (row->stamp[u] == mark)
        continue;
      if (row->stamp[u] == 0)
        g_array_append_val (row->touched, u);
      row->stamp[u] = mark;
      row->of_a[u] += gain;
    }
}

/* By insertion: they are few, and come nearly in order. */
static void
sort_terms (GArray *terms)
{
  guint32 *list = (guint32 *)(void *)terms->data;

  for (guint i = 1; i < terms->len; i++)
    {
      guint32 term = list[i];
      guint k = i;

      for (; k > 0 && list[k - 1] > term; k--)
        list[k] = list[k - 1];
      list[k] = term;
    }
}

/* Fills the row of unit @a: how much of it every other unit says (of_a), and the reverse (of_b). */
void
syn_unit_row_fill (SynUnitRow *row, SynEngine *engine, const SynUnits *units, guint a)
{
  guint first = g_array_index (units->first, guint, a),
        end = g_array_index (units->first, guint, a + 1);

  for (guint i = first; i < end; i++)
    {
      const SynTermUse *use = &g_array_index (units->uses, SynTermUse, i);
      const GArray *near = g_ptr_array_index (engine->neighbours, use->term);
      guint mark = i - first + 1;

      add_own (units, row, use->term, use->weight, mark);
      note_nearest (row, use->term, 1);
      for (guint k = 0; near != NULL && k < near->len; k++)
        {
          const SynNeighbour *other = &g_array_index (near, SynNeighbour, k);

          add_own (units, row, other->term, use->weight * other->similarity, mark);
          note_nearest (row, other->term, other->similarity);
        }
    }
  sort_terms (row->near);
  for (guint i = 0; i < row->near->len; i++)
    {
      guint32 term = g_array_index (row->near, guint32, i);
      float gain = g_array_index (engine->weight, float, term) * row->best[term];
      guint from = units->post_first[term], to = units->post_first[term + 1];

      if (units->capped && to - from > MAX_POSTINGS)
        continue;
      for (guint k = from; k < to; k++)
        row->of_b[units->postings[k]] += gain;
    }
}

void
syn_unit_row_add (SynUnitRow *row, SynEngine *engine, const SynUnits *units, guint a)
{
  guint owner = g_array_index (units->owner, guint, a);

  for (guint i = g_array_index (units->first, guint, a);
       i < g_array_index (units->first, guint, a + 1); i++)
    {
      const SynTermUse *use = &g_array_index (units->uses, SynTermUse, i);
      guint first = units->post_first[use->term], end = units->post_first[use->term + 1];

      if (units->capped && end - first > MAX_POSTINGS)
        continue;
      for (guint k = first; k < end; k++)
        {
          guint u = units->postings[k];

          if (row->stamp[u] == 0
              || !syn_engine_same_language (engine, owner, g_array_index (units->owner, guint, u)))
            continue;
          row->of_a[u] += use->weight;
          row->of_b[u] += use->weight;
        }
    }
}

float
syn_unit_row_score (const SynUnits *units, SynEngine *engine, const SynUnitRow *row, guint a,
                    guint b, float full_mass)
{
  gboolean same = syn_engine_same_language (engine, g_array_index (units->owner, guint, a),
                                            g_array_index (units->owner, guint, b));
  const GArray *totals = same ? units->total : units->common;
  float total_a = g_array_index (totals, float, a), total_b = g_array_index (totals, float, b);
  float of_a = row->of_a[b], of_b = row->of_b[b];
  float shared = same ? of_a + of_b : MIN (of_a, total_a) + MIN (of_b, total_b);
  float full = MIN (1, shared / 2 / full_mass);

  if (total_a <= 0 || total_b <= 0)
    return 0;
  return shared / (total_a + total_b) * (same ? full : full * full);
}
