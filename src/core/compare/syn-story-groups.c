/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-groups.h"

#include "compare/syn-parallel.h"
#include "compare/syn-story-copies.h"
#include "compare/syn-story-measure.h"

#include <stdlib.h>

/* An article is looked up by so many of its heaviest words … */
#define KEYS 40
/* … among so many articles that come before it in the list of each, … */
#define NEAR_IN_LIST 128
/* … and joined to so many of those that share most. */
#define LINKS 32
/* Articles so much alike are one report, printed twice. */
#define THRESHOLD_COPY 0.8
/* So often it is looked what is near what has been joined. */
#define MOST_ROUNDS 8
/* Two articles are opened to be compared. */
#define NEVER_PARTED 2

typedef struct
{
  guint a, b;
  guint version_a, version_b;
  float similarity;
} Link;

typedef struct
{
  GArray *sum;       /* SynStoryWord; NULL when joined to another */
  guint *by_language;
  guint size;
  guint version;
  guint parent; /* itself, or towards the group it was joined to */
  SynStoryTime time;
} Group;

typedef struct
{
  SynStoryWords *words;
  guint n;
  double threshold;
  Group *groups;
  GArray *heap;     /* Link */
  GArray *active;   /* guint: groups that are not joined to others, at the begin of the round */
  GPtrArray *lists; /* per term, NULL or a GArray of guint: the active ones that have it as a key */
  GPtrArray *keys;  /* per active group a GArray of SynStoryWord */
  GPtrArray *links; /* per active group a GArray of Link */
} Finder;

static const GArray *
words_of (const Finder *self, guint place)
{
  return self->groups[g_array_index (self->active, guint, place)].sum;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const SynStoryWord *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return (x->term > y->term) - (x->term < y->term);
}

/* Puts @item where it belongs among the best ones so far, which are at most @most, best first. */
static void
note_best (GArray *best, gconstpointer item, gsize size, guint most, GCompareFunc compare)
{
  guint place = best->len;

  if (place == most)
    {
      if (compare (item, best->data + (place - 1) * size) >= 0)
        return;
      g_array_set_size (best, --place);
    }
  while (place > 0 && compare (item, best->data + (place - 1) * size) < 0)
    place--;
  g_array_insert_vals (best, place, item, 1);
}

/* The heaviest words that another group has too. */
static void
find_keys (guint first, guint end, gpointer data)
{
  Finder *self = ((gpointer *)data)[0];
  const guint *df = ((gpointer *)data)[1];

  for (guint i = first; i < end; i++)
    {
      const GArray *words = words_of (self, i);
      GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (SynStoryWord), KEYS);

      for (guint k = 0; k < words->len; k++)
        if (df[g_array_index (words, SynStoryWord, k).term] > 1)
          note_best (keys, &g_array_index (words, SynStoryWord, k), sizeof (SynStoryWord), KEYS,
                     compare_weights);
      self->keys->pdata[i] = keys;
    }
}

static void
fill_lists (Finder *self)
{
  for (guint i = 0; i < self->active->len; i++)
    {
      const GArray *keys = self->keys->pdata[i];

      for (guint k = 0; k < keys->len; k++)
        {
          GArray **list = (GArray **)&self->lists
                              ->pdata[g_array_index (keys, SynStoryWord, k).term];

          if (*list == NULL)
            *list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_val (*list, i);
        }
    }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const Link *x = a, *y = b;

  if (x->similarity != y->similarity)
    return x->similarity > y->similarity ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static guint
find_in_list (const GArray *list, guint place)
{
  guint low = 0, high = list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (list, guint, middle) < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Places of groups before the one at @place that share keys with it, with what they share by those;
 * @shared is all zero before and after. */
static GArray *
list_near (Finder *self, guint place, float *shared)
{
  const GArray *keys = self->keys->pdata[place];
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));

  for (guint k = 0; k < keys->len; k++)
    {
      const SynStoryWord *key = &g_array_index (keys, SynStoryWord, k);
      const GArray *list = self->lists->pdata[key->term];
      guint end = find_in_list (list, place);

      for (guint i = end > NEAR_IN_LIST ? end - NEAR_IN_LIST : 0; i < end; i++)
        {
          guint other = g_array_index (list, guint, i);

          if (shared[other] == 0)
            g_array_append_val (met, other);
          shared[other] += key->weight;
        }
    }
  for (guint i = 0; i < met->len; i++)
    {
      guint other = g_array_index (met, guint, i);
      Link link = { .a = other, .b = place, .similarity = shared[other] };

      note_best (links, &link, sizeof link, LINKS, compare_links);
      shared[other] = 0;
    }
  return links;
}

static double
share_of_one_language (const Finder *self, const Group *a, const Group *b)
{
  double pairs = 0;

  if (self->words->language_names->len < 2)
    return 1;
  for (guint l = 0; l < self->words->language_names->len; l++)
    pairs += (double)a->by_language[l] * b->by_language[l];
  return pairs / ((double)a->size * b->size);
}

/* The mean over all pairs of an article of @a and one of @b.
 * @shared: what their words have in common */
static double
similarity (const Finder *self, const Group *a, const Group *b, double shared)
{
  double pairs = (double)a->size * b->size;

  return shared
         / syn_story_weigh_pairs (pairs, pairs * share_of_one_language (self, a, b))
         * syn_story_damp_by_time (&a->time, &b->time);
}

/* Puts the words of @words into @spread, or takes them out again. */
static void
spread_words (const GArray *words, float *spread, gboolean out)
{
  for (guint i = 0; i < words->len; i++)
    spread[g_array_index (words, SynStoryWord, i).term]
        = out ? 0 : g_array_index (words, SynStoryWord, i).weight;
}

static void
find_links (guint first, guint end, gpointer data)
{
  Finder *self = data;
  g_autofree float *shared = g_new0 (float, self->active->len);
  g_autofree float *spread = g_new0 (float, self->words->stems->len + 1);

  for (guint i = first; i < end; i++)
    {
      GArray *links = list_near (self, i, shared);
      guint kept = 0;

      spread_words (words_of (self, i), spread, FALSE);
      for (guint k = 0; k < links->len; k++)
        {
          Link near = g_array_index (links, Link, k);
          Link link = { .a = g_array_index (self->active, guint, near.a),
                        .b = g_array_index (self->active, guint, near.b) };

          link.version_a = self->groups[link.a].version;
          link.version_b = self->groups[link.b].version;
          link.similarity
              = similarity (self, &self->groups[link.a], &self->groups[link.b],
                            syn_story_words_dot_spread (spread, self->groups[link.a].sum));
          if (link.similarity >= self->threshold)
            g_array_index (links, Link, kept++) = link;
        }
      g_array_set_size (links, kept);
      self->links->pdata[i] = links;
      spread_words (words_of (self, i), spread, TRUE);
    }
}

/* A binary heap, best first; ties by the articles, so that the order is always the same. */
static void
heap_sift_down (GArray *heap, guint i)
{
  for (;;)
    {
      guint best = i;

      for (guint child = 2 * i + 1; child <= 2 * i + 2 && child < heap->len; child++)
        if (compare_links (&g_array_index (heap, Link, child), &g_array_index (heap, Link, best))
            < 0)
          best = child;
      if (best == i)
        return;
      {
        Link swap = g_array_index (heap, Link, i);

        g_array_index (heap, Link, i) = g_array_index (heap, Link, best);
        g_array_index (heap, Link, best) = swap;
      }
      i = best;
    }
}

static Link
heap_pop (GArray *heap)
{
  Link top = g_array_index (heap, Link, 0);

  g_array_index (heap, Link, 0) = g_array_index (heap, Link, heap->len - 1);
  g_array_set_size (heap, heap->len - 1);
  heap_sift_down (heap, 0);
  return top;
}

static void
heap_push (GArray *heap, const Link *link)
{
  g_array_append_val (heap, *link);
  for (guint i = heap->len - 1; i > 0;)
    {
      guint parent = (i - 1) / 2;
      Link swap = g_array_index (heap, Link, parent);

      if (compare_links (&g_array_index (heap, Link, i), &swap) >= 0)
        return;
      g_array_index (heap, Link, parent) = g_array_index (heap, Link, i);
      g_array_index (heap, Link, i) = swap;
      i = parent;
    }
}

static guint
find_root (Finder *self, guint group)
{
  while (self->groups[group].parent != group)
    {
      self->groups[group].parent = self->groups[self->groups[group].parent].parent;
      group = self->groups[group].parent;
    }
  return group;
}

static void
join (Finder *self, guint a, guint b)
{
  Group *to = &self->groups[MIN (a, b)], *from = &self->groups[MAX (a, b)];
  GArray *sum = syn_story_words_add (to->sum, from->sum);

  g_array_unref (to->sum);
  to->sum = sum;
  g_clear_pointer (&from->sum, g_array_unref);
  to->size += from->size;
  for (guint l = 0; l < self->words->language_names->len; l++)
    to->by_language[l] += from->by_language[l];
  syn_story_time_extend (&to->time, &from->time);
  to->version++;
  from->parent = MIN (a, b);
}

/* Nearest first.  A link between groups that have grown since is measured again when its turn
 * comes: the mean of a grown group is never above the better of its parts, so nothing is missed. */
static gboolean
join_all (Finder *self, GCancellable *cancellable)
{
  for (guint turn = 0; self->heap->len > 0; turn++)
    {
      Link link = heap_pop (self->heap);
      guint a = find_root (self, link.a), b = find_root (self, link.b);
      const Group *group_a = &self->groups[MIN (a, b)], *group_b = &self->groups[MAX (a, b)];

      if (turn % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (a == b)
        continue;
      if (link.a == MIN (a, b) && link.b == MAX (a, b) && link.version_a == group_a->version
          && link.version_b == group_b->version)
        {
          join (self, a, b);
          continue;
        }
      link = (Link){ MIN (a, b), MAX (a, b), group_a->version, group_b->version,
                     similarity (self, group_a, group_b,
                                 syn_story_words_dot (group_a->sum, group_b->sum)) };
      if (link.similarity >= self->threshold)
        heap_push (self->heap, &link);
    }
  return TRUE;
}

static void
finder_init (Finder *self, SynStoryWords *words, const gint *days)
{
  *self = (Finder){ .words = words, .n = words->vectors->len };
  self->groups = g_new0 (Group, self->n + 1);
  self->heap = g_array_new (FALSE, FALSE, sizeof (Link));
  self->active = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->n; i++)
    {
      Group *group = &self->groups[i];

      group->sum = g_array_ref (words->vectors->pdata[i]);
      group->by_language = g_new0 (guint, words->language_names->len);
      group->by_language[g_array_index (words->languages, guint, i)] = 1;
      group->size = 1;
      group->parent = i;
      syn_story_time_init (&group->time, days[i], g_array_index (words->years, gint, i));
    }
}

static void
finder_clear (Finder *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_clear_pointer (&self->groups[i].sum, g_array_unref);
      g_free (self->groups[i].by_language);
    }
  g_free (self->groups);
  g_array_unref (self->heap);
  g_array_unref (self->active);
}

static void
arrays_free (GPtrArray *arrays)
{
  for (guint i = 0; i < arrays->len; i++)
    g_clear_pointer (&arrays->pdata[i], g_array_unref);
  g_ptr_array_unref (arrays);
}

static GPtrArray *
arrays_new (guint n)
{
  GPtrArray *arrays = g_ptr_array_new ();

  g_ptr_array_set_size (arrays, n);
  return arrays;
}

static void
set_active (Finder *self)
{
  g_array_set_size (self->active, 0);
  for (guint i = 0; i < self->n; i++)
    if (self->groups[i].parent == i)
      g_array_append_val (self->active, i);
}

/* Fills the heap with the links of this round. */
static gboolean
link_groups (Finder *self, GCancellable *cancellable)
{
  guint n = self->active->len;
  g_autofree guint *df = g_new0 (guint, self->words->stems->len + 1);
  gpointer context[] = { self, df };

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < words_of (self, i)->len; k++)
      df[g_array_index (words_of (self, i), SynStoryWord, k).term]++;
  if (!syn_parallel_run (n, 64, find_keys, context, cancellable))
    return FALSE;
  fill_lists (self);
  if (!syn_parallel_run (n, 64, find_links, self, cancellable))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const GArray *links = self->links->pdata[i];

      for (guint k = 0; k < links->len; k++)
        heap_push (self->heap, &g_array_index (links, Link, k));
    }
  return TRUE;
}

/* An article is linked to its nearest only; what is near to the group it has come into is met in the
 * next round. */
static gboolean
run_rounds (Finder *self, double threshold, GCancellable *cancellable)
{
  guint before = 0;
  gboolean done = TRUE;

  self->threshold = threshold;
  set_active (self);
  for (guint round = 0; done && round < MOST_ROUNDS && self->active->len != before; round++)
    {
      before = self->active->len;
      self->lists = arrays_new (self->words->stems->len);
      self->keys = arrays_new (before);
      self->links = arrays_new (before);
      done = link_groups (self, cancellable) && join_all (self, cancellable);
      arrays_free (self->lists);
      arrays_free (self->keys);
      arrays_free (self->links);
      set_active (self);
    }
  return done;
}

/* Words are weighed as if of all copies of a report there was one. */
static void
reweigh (Finder *self)
{
  g_autofree guint *place = g_new0 (guint, self->n + 1);
  g_autofree guint *groups = g_new0 (guint, self->n + 1);

  for (guint i = 0; i < self->active->len; i++)
    place[g_array_index (self->active, guint, i)] = i;
  for (guint i = 0; i < self->n; i++)
    groups[i] = place[find_root (self, i)];
  syn_story_words_reweigh (self->words, groups, self->active->len);
  for (guint i = 0; i < self->active->len; i++)
    g_clear_pointer (&self->groups[g_array_index (self->active, guint, i)].sum, g_array_unref);
  for (guint i = 0; i < self->n; i++)
    {
      GArray **sum = &self->groups[find_root (self, i)].sum;
      g_autoptr (GArray) before = *sum;
      const GArray *own = syn_story_words_get (self->words, i);

      *sum = before != NULL ? syn_story_words_add (before, own) : g_array_ref ((GArray *)own);
    }
}

/* Copies first, whatever their dates: they may be all there is, and then no word would tell that they
 * are one report. */
static void
join_copies (Finder *self)
{
  g_autofree guint *first = syn_story_copies_find (self->words);

  for (guint i = 0; i < self->n; i++)
    if (first[i] != i)
      join (self, first[i], i);
  set_active (self);
  if (self->active->len < self->n)
    reweigh (self);
}

static gboolean
find_groups (Finder *self, GCancellable *cancellable)
{
  guint n_reports;

  join_copies (self);
  n_reports = self->active->len;
  if (!run_rounds (self, THRESHOLD_COPY, cancellable))
    return FALSE;
  if (self->active->len < n_reports)
    reweigh (self);
  return run_rounds (self, syn_story_threshold (self->n), cancellable);
}

static GPtrArray *
collect (Finder *self, float *centrality)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree GArray **by_root = g_new0 (GArray *, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      guint root = find_root (self, i);

      if (by_root[root] == NULL)
        {
          by_root[root] = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (groups, by_root[root]);
        }
      g_array_append_val (by_root[root], i);
      centrality[i] = syn_story_words_dot (syn_story_words_get (self->words, i),
                                           self->groups[root].sum)
                      / self->groups[root].size;
    }
  return groups;
}

GPtrArray *
syn_story_groups_find (SynStoryWords *words,
                       const gint *days,
                       float *out_centrality,
                       GCancellable *cancellable)
{
  Finder self;
  GPtrArray *groups = NULL;

  finder_init (&self, words, days);
  if (self.n <= NEVER_PARTED)
    {
      if (self.n == 2)
        join (&self, 0, 1);
    }
  else if (!find_groups (&self, cancellable))
    {
      finder_clear (&self);
      return NULL;
    }
  groups = collect (&self, out_centrality);
  finder_clear (&self);
  return groups;
}
