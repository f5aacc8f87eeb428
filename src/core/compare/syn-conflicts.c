/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-private.h"

/* A new type is one file, one function and one line here. */
static const SynConflictDetector detectors[] = {
  { SYN_CONFLICT_FIGURE, syn_conflict_figure_detect },
  { SYN_CONFLICT_AGENT, syn_conflict_agent_detect },
  { SYN_CONFLICT_DENIAL, syn_conflict_denial_detect },
  { SYN_CONFLICT_DENIAL, syn_conflict_polarity_detect },
  { SYN_CONFLICT_DENIAL, syn_conflict_denied_content_detect },
  { SYN_CONFLICT_STATUS, syn_conflict_status_detect },
  { SYN_CONFLICT_CERTAINTY, syn_conflict_certainty_detect },
  { SYN_CONFLICT_SCOPE, syn_conflict_scope_detect },
  { SYN_CONFLICT_WORDING, syn_conflict_wording_detect },
  { SYN_CONFLICT_TIME, syn_conflict_time_detect },
  { SYN_CONFLICT_PLACE, syn_conflict_place_detect },
  { SYN_CONFLICT_CAUSE, syn_conflict_cause_detect },
  { SYN_CONFLICT_IDENTITY, syn_conflict_identity_detect },
};

int
syn_conflict_compare (gconstpointer a, gconstpointer b)
{
  const SynConflict *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  if (x->b != y->b)
    return x->b < y->b ? -1 : 1;
  if (x->type != y->type)
    return x->type < y->type ? -1 : 1;
  if (x->a_span.start != y->a_span.start)
    return x->a_span.start < y->a_span.start ? -1 : 1;
  return (x->b_span.start > y->b_span.start) - (x->b_span.start < y->b_span.start);
}

/* Which of the conflicts seen so far says something of two statements in its type; hashed as pairs
 * are, since a list sorted by score has the doubles anywhere. */
static guint
hash_topic (gconstpointer key)
{
  const SynConflict *conflict = key;
  guint64 pair = syn_pair_key (conflict->a, conflict->b);

  return syn_pair_hash (&pair) + conflict->type;
}

static gboolean
same_topic (gconstpointer a, gconstpointer b)
{
  const SynConflict *x = a, *y = b;

  return x->a == y->a && x->b == y->b && x->type == y->type;
}

/* One type says a thing about two statements once: the best one stays. */
static void
drop_doubles (GArray *conflicts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_topic, same_topic);
  guint kept = 0;

  for (guint i = 0; i < conflicts->len; i++)
    {
      SynConflict *conflict = &g_array_index (conflicts, SynConflict, i);

      if (g_hash_table_contains (seen, conflict))
        {
          syn_conflict_clear (conflict);
          continue;
        }
      if (kept < i)
        {
          g_array_index (conflicts, SynConflict, kept) = *conflict;
          *conflict = (SynConflict){ 0 };
        }
      g_hash_table_add (seen, &g_array_index (conflicts, SynConflict, kept++));
    }
  g_array_set_size (conflicts, kept);
}

static void
free_words (gpointer data)
{
  if (data != NULL)
    syn_words_free (data);
}

static void
free_terms (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

void
syn_conflicts_find (SynEngine *engine)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (free_words);
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (free_terms);
  g_autoptr (GHashTable) facts
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) phrases
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  SynConflictFinder finder = { engine, words, terms, facts, phrases };

  /* Nothing contradicts one article by itself. */
  if (engine->documents->len < 2)
    return;
  g_ptr_array_set_size (words, engine->statements->len);
  g_ptr_array_set_size (terms, engine->statements->len);
  for (guint i = 0; i < G_N_ELEMENTS (detectors) && !syn_engine_stops (engine); i++)
    detectors[i].detect (&finder);

  g_array_sort (engine->conflicts, syn_conflict_compare);
  drop_doubles (engine->conflicts);
  syn_conflict_groups_form (&finder);
  g_array_sort (engine->conflicts, syn_conflict_compare);
}
