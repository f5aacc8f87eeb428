/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-parallel.h"
#include "compare/syn-result-cache.h"

#include <string.h>

/* A story of so many articles is worth all cores by itself; smaller ones share them. */
#define BIG_STORY 12

/* A part while its result is copied: indices of its own become those of the whole. */
typedef struct
{
  SynComparisonUnion *whole;
  SynComparison *part;
  const SynStory *story;
  guint first_conflict, first_claim, first_group;
} Copier;

static guint
map_article (const Copier *self, guint article)
{
  return g_array_index (self->story->articles, guint, article);
}

static guint
map_statement (const Copier *self, guint statement)
{
  guint article = syn_comparison_get_statement (self->part, statement)->article;

  return statement - syn_comparison_get_first_statement (self->part, article, NULL)
         + g_array_index (self->whole->first, guint, map_article (self, article));
}

static void
copy_statements (const Copier *self)
{
  guint n = syn_comparison_get_n_statements (self->part);

  for (guint i = 0; i < n; i++)
    {
      SynStatement statement = *syn_comparison_get_statement (self->part, i);

      statement.article = map_article (self, statement.article);
      g_array_index (self->whole->statements, SynStatement, map_statement (self, i)) = statement;
    }
}

static void
copy_matches (const Copier *self)
{
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (self->part, &n);

  for (guint i = 0; i < n; i++)
    {
      SynMatch match = matches[i];

      match.a = map_statement (self, match.a);
      match.b = map_statement (self, match.b);
      match.a_spans = g_array_ref (match.a_spans);
      match.b_spans = g_array_ref (match.b_spans);
      match.reason = g_strdup (match.reason);
      g_array_append_val (self->whole->matches, match);
    }
}

static guint
copy_conflicts (const Copier *self)
{
  guint n, n_groups = 0;
  const SynConflict *conflicts = syn_comparison_get_conflicts (self->part, &n);

  for (guint i = 0; i < n; i++)
    {
      SynConflict conflict = conflicts[i];

      n_groups = MAX (n_groups, conflict.group + 1);
      conflict.a = map_statement (self, conflict.a);
      conflict.b = map_statement (self, conflict.b);
      conflict.claim += conflict.claim >= 0 ? self->first_claim : 0;
      conflict.group += self->first_group;
      conflict.topic = g_strdup (conflict.topic);
      conflict.reason = g_strdup (conflict.reason);
      g_array_append_val (self->whole->conflicts, conflict);
    }
  return n_groups;
}

static GArray *
copy_values (const Copier *self, const GArray *values)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (SynValue), values->len);

  g_array_set_clear_func (copy, (GDestroyNotify)syn_value_clear);
  for (guint i = 0; i < values->len; i++)
    {
      SynValue value = g_array_index (values, SynValue, i);

      value.statement = map_statement (self, value.statement);
      value.conflict += value.conflict >= 0 ? self->first_conflict : 0;
      value.text = g_strdup (value.text);
      g_array_append_val (copy, value);
    }
  return copy;
}

static void
copy_claim (const Copier *self, const SynClaim *from)
{
  SynClaim claim = *from;

  claim.statements = g_array_copy (from->statements);
  for (guint i = 0; i < claim.statements->len; i++)
    g_array_index (claim.statements, guint, i)
        = map_statement (self, g_array_index (from->statements, guint, i));
  claim.conflicts = g_array_copy (from->conflicts);
  for (guint i = 0; i < claim.conflicts->len; i++)
    g_array_index (claim.conflicts, guint, i) += self->first_conflict;
  claim.values = copy_values (self, from->values);
  claim.stances = g_array_ref (from->stances);
  if (from->own_stances != NULL)
    {
      claim.own_stances = g_array_copy (from->own_stances);
      for (guint i = 0; i < claim.own_stances->len; i++)
        g_array_index (claim.own_stances, guint, i)
            = map_article (self, g_array_index (from->own_stances, guint, i));
    }
  claim.summary = g_strdup (from->summary);
  claim.origin_reason = g_strdup (from->origin_reason);
  claim.id = g_strdup (from->id);
  g_array_append_val (self->whole->claims, claim);
}

static void
copy_variant (const Copier *self, const SynVariant *from)
{
  SynVariant variant = { from->kind, g_strdupv (from->forms), g_array_copy (from->occurrences) };

  for (guint i = 0; i < variant.occurrences->len; i++)
    {
      SynOccurrence *one = &g_array_index (variant.occurrences, SynOccurrence, i);

      one->statement = map_statement (self, one->statement);
    }
  g_array_append_val (self->whole->variants, variant);
}

static void
copy_remarks (const Copier *self)
{
  const char *const *remarks = syn_comparison_get_remarks (self->part);

  for (guint i = 0; remarks[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (self->whole->remarks, remarks[i], g_str_equal, NULL))
      g_ptr_array_add (self->whole->remarks, g_strdup (remarks[i]));
}

static void
copy_part (Copier *self)
{
  guint n_claims, n_variants, n_groups;
  const SynClaim *claims = syn_comparison_get_claims (self->part, &n_claims);
  const SynVariant *variants = syn_comparison_get_variants (self->part, &n_variants);

  self->first_conflict = self->whole->conflicts->len;
  self->first_claim = self->whole->claims->len;
  copy_statements (self);
  copy_matches (self);
  n_groups = copy_conflicts (self);
  for (guint i = 0; i < n_claims; i++)
    copy_claim (self, &claims[i]);
  for (guint i = 0; i < n_variants; i++)
    copy_variant (self, &variants[i]);
  copy_remarks (self);
  self->first_group += n_groups;
}

typedef struct
{
  const GArray *items;
  guint size;
  GCompareFunc compare;
} Order;

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const char *items = order->items->data;

  return order->compare (items + (gsize) * (const guint *)a * order->size,
                         items + (gsize) * (const guint *)b * order->size);
}

/* Sorts @items; the place each has come to. */
static guint *
sort_items (GArray *items, guint size, GCompareFunc compare)
{
  Order order = { items, size, compare };
  guint n = items->len;
  g_autofree guint *from = g_new (guint, n + 1);
  guint *to = g_new (guint, n + 1);
  g_autofree char *copy = g_memdup2 (items->data, (gsize)n * size);

  for (guint i = 0; i < n; i++)
    from[i] = i;
  g_qsort_with_data (from, n, sizeof *from, compare_places, &order);
  for (guint i = 0; i < n; i++)
    {
      memcpy (items->data + (gsize)i * size, copy + (gsize)from[i] * size, size);
      to[from[i]] = i;
    }
  return to;
}

/* Groups are numbered from 0, best first. */
static void
number_groups (GArray *conflicts)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      SynConflict *conflict = &g_array_index (conflicts, SynConflict, i);
      gpointer key = GUINT_TO_POINTER (conflict->group), found;

      if (!g_hash_table_lookup_extended (numbers, key, NULL, &found))
        {
          found = GUINT_TO_POINTER (g_hash_table_size (numbers));
          g_hash_table_insert (numbers, key, found);
        }
      conflict->group = GPOINTER_TO_UINT (found);
    }
}

/* The parts one after another become the whole, best first. */
static void
sort_whole (SynComparisonUnion *whole)
{
  g_autofree guint *conflicts
      = sort_items (whole->conflicts, sizeof (SynConflict), syn_conflict_compare);
  g_autofree guint *claims = sort_items (whole->claims, sizeof (SynClaim), syn_claim_compare);

  /* Nothing names a match by its place. */
  g_free (sort_items (whole->matches, sizeof (SynMatch), syn_match_compare));
  for (guint i = 0; i < whole->conflicts->len; i++)
    {
      SynConflict *conflict = &g_array_index (whole->conflicts, SynConflict, i);

      if (conflict->claim >= 0)
        conflict->claim = claims[conflict->claim];
    }
  number_groups (whole->conflicts);
  for (guint i = 0; i < whole->claims->len; i++)
    {
      SynClaim *claim = &g_array_index (whole->claims, SynClaim, i);

      for (guint k = 0; k < claim->conflicts->len; k++)
        g_array_index (claim->conflicts, guint, k)
            = conflicts[g_array_index (claim->conflicts, guint, k)];
      for (guint k = 0; k < claim->values->len; k++)
        {
          SynValue *value = &g_array_index (claim->values, SynValue, k);

          if (value->conflict >= 0)
            value->conflict = conflicts[value->conflict];
        }
    }
}

static GArray *
new_items (guint size, GDestroyNotify clear)
{
  GArray *items = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (items, clear);
  return items;
}

/* Where the statements of each article begin in the whole. */
static void
count_statements (SynComparisonUnion *whole, GPtrArray *parts)
{
  guint n = syn_corpus_get_n_articles (syn_stories_get_corpus (whole->stories)), sum = 0;

  g_array_set_size (whole->first, n + 1);
  for (guint s = 0; s < parts->len; s++)
    {
      const GArray *articles = syn_stories_get (whole->stories, s)->articles;

      for (guint i = 0; i < articles->len; i++)
        syn_comparison_get_first_statement (
            parts->pdata[s], i,
            &g_array_index (whole->first, guint, g_array_index (articles, guint, i)));
    }
  for (guint i = 0; i <= n; i++)
    {
      guint own = i < n ? g_array_index (whole->first, guint, i) : 0;

      g_array_index (whole->first, guint, i) = sum;
      sum += own;
    }
  g_array_set_size (whole->statements, sum);
}

/* Takes @parts; frees each when it is copied, unless they are kept. */
static SynComparison *
unite (SynStories *stories, GPtrArray *parts, gboolean keep)
{
  SynComparisonUnion whole = {
    .stories = syn_stories_ref (stories),
    .statements = g_array_new (FALSE, TRUE, sizeof (SynStatement)),
    .first = g_array_new (FALSE, TRUE, sizeof (guint)),
    .matches = new_items (sizeof (SynMatch), (GDestroyNotify)syn_match_clear),
    .conflicts = new_items (sizeof (SynConflict), (GDestroyNotify)syn_conflict_clear),
    .claims = new_items (sizeof (SynClaim), (GDestroyNotify)syn_claim_clear),
    .variants = new_items (sizeof (SynVariant), (GDestroyNotify)syn_variant_clear),
    .remarks = g_ptr_array_new_with_free_func (g_free),
  };
  Copier copier = { .whole = &whole };

  count_statements (&whole, parts);
  for (guint s = 0; s < parts->len; s++)
    {
      copier.part = parts->pdata[s];
      copier.story = syn_stories_get (stories, s);
      copy_part (&copier);
      if (!keep)
        g_clear_object (&parts->pdata[s]);
    }
  g_ptr_array_add (whole.remarks, NULL);
  sort_whole (&whole);
  if (keep)
    whole.parts = parts;
  else
    g_ptr_array_unref (parts);
  return syn_comparison_new_union (&whole);
}

static void
part_free (gpointer part)
{
  if (part != NULL)
    g_object_unref (part);
}

static GPtrArray *
new_parts (guint n)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  g_ptr_array_set_size (parts, n);
  return parts;
}

SynComparison *
syn_comparison_apply_parts (SynComparison *self, const SynDecisions *const *decisions)
{
  GPtrArray *parts = syn_comparison_get_parts (self);
  GPtrArray *applied = new_parts (parts->len);

  for (guint s = 0; s < parts->len; s++)
    applied->pdata[s] = syn_comparison_apply (parts->pdata[s], decisions[s]);
  return unite (syn_comparison_get_stories (self), applied, TRUE);
}

typedef struct
{
  SynStories *stories;
  double level;
  SynCompareFlags flags;
  const SynResultCache *cache;
  GPtrArray *parts;
  guint first_small; /* stories come with the biggest first */
  gint n_done;       /* atomic: articles */
  GThread *thread;   /* the one that may report */
  SynProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Maker;

static void
make_part (Maker *self, guint s)
{
  g_autoptr (SynCorpus) story = syn_stories_dup_corpus (self->stories, s);
  guint total = syn_corpus_get_n_articles (syn_stories_get_corpus (self->stories));
  SynComparison *part;
  gint done;

  part = syn_comparison_new_story_cached (story, self->level, self->flags, self->cache, NULL, NULL,
                                          self->cancellable, NULL);
  if (part == NULL)
    return;
  if (self->flags & SYN_COMPARE_RESULT_ONLY)
    syn_comparison_drop_engine (part);
  self->parts->pdata[s] = part;
  done = syn_corpus_get_n_articles (story);
  done += g_atomic_int_add (&self->n_done, done);
  if (self->progress != NULL && g_thread_self () == self->thread)
    self->progress ((double)done / total, NULL, self->user_data);
}

static void
make_small (guint first, guint end, gpointer data)
{
  Maker *self = data;

  for (guint i = first; i < end; i++)
    make_part (self, self->first_small + i);
}

static gboolean
make_parts (Maker *self)
{
  guint n = syn_stories_get_n (self->stories);

  while (self->first_small < n
         && syn_stories_get (self->stories, self->first_small)->articles->len >= BIG_STORY)
    {
      make_part (self, self->first_small++);
      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
    }
  return syn_parallel_run (n - self->first_small, 1, make_small, self, self->cancellable);
}

SynComparison *
syn_comparison_new_stories_cached (SynStories *stories,
                                   double level,
                                   SynCompareFlags flags,
                                   const SynResultCache *cache,
                                   SynProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error)
{
  Maker maker = { stories,       level,    flags,     cache, NULL, 0, 0,
                  g_thread_self (), progress, user_data, cancellable };

  g_return_val_if_fail (stories != NULL && syn_stories_get_n (stories) > 0, NULL);

  if (syn_stories_get_n (stories) == 1)
    return syn_comparison_new_story_cached (syn_stories_get_corpus (stories), level, flags, cache,
                                            progress, user_data, cancellable, error);
  maker.parts = new_parts (syn_stories_get_n (stories));
  if (!make_parts (&maker))
    {
      g_ptr_array_unref (maker.parts);
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  return unite (stories, maker.parts, (flags & SYN_COMPARE_RESULT_ONLY) == 0);
}

SynComparison *
syn_comparison_new_stories (SynStories *stories,
                            double level,
                            SynCompareFlags flags,
                            SynProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error)
{
  return syn_comparison_new_stories_cached (stories, level, flags, NULL, progress, user_data,
                                            cancellable, error);
}

SynComparison *
syn_comparison_new_cached (SynCorpus *corpus,
                           double level,
                           SynCompareFlags flags,
                           const SynResultCache *cache,
                           SynProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (SynStories) stories = NULL;

  g_return_val_if_fail (SYN_IS_CORPUS (corpus) && syn_corpus_get_n_articles (corpus) > 0, NULL);

  stories = syn_stories_new_cached (corpus, cache, NULL, NULL, cancellable, error);
  if (stories == NULL)
    return NULL;
  return syn_comparison_new_stories_cached (stories, level, flags, cache, progress, user_data,
                                            cancellable, error);
}

SynComparison *
syn_comparison_new (SynCorpus *corpus,
                    double level,
                    SynCompareFlags flags,
                    SynProgressFunc progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  return syn_comparison_new_cached (corpus, level, flags, NULL, progress, user_data, cancellable,
                                    error);
}
