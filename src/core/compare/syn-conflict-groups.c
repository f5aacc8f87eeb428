/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-private.h"

/* Two sides of one disagreement meet in many pairs of statements.  The reader wants it once at
 * every statement: a further pair is shown only where it brings in a statement, and, of a
 * disagreement that the whole story is about, an article that does not show it yet.  The others end
 * the review list. */

#define SURE 0.9
#define LIKELY 0.6
#define SHOWN_AGAIN                                                                                \
  0.2 /* of its probability: what adds an article or a statement to a disagreement */
#define REPEATED 0.05   /* … and what adds nothing */
#define SAME_TYPE 0.985 /* per earlier group of the type: the list is to begin with all of them */
#define SAME_PLACE 0.8  /* per earlier conflict at one of the statements */
#define MANY 8          /* pairs of one group from which on only a new article counts */
#define SHORT_LIST 150
#define MAX_LISTED 300 /* nobody reviews more */

SynTier
syn_conflict_tier_of (double probability)
{
  return probability >= SURE     ? SYN_TIER_SURE
         : probability >= LIKELY ? SYN_TIER_LIKELY
                                 : SYN_TIER_POSSIBLE;
}

/* The conflicts of a group, best first, and what shows it so far. */
typedef struct
{
  GArray *members;               /* guint: indices */
  GArray *statements, *articles; /* guint */
} Group;

static void
group_init (Group *self)
{
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->statements = g_array_new (FALSE, FALSE, sizeof (guint));
  self->articles = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
group_clear (Group *self)
{
  g_array_unref (self->members);
  g_array_unref (self->statements);
  g_array_unref (self->articles);
}

/* One side of a conflict. */
typedef struct
{
  guint statement;
  SynSpan span;
  GQuark key;
} Side;

/* Whether words of weight stand in both spans. */
static gboolean
share_words (SynConflictFinder *finder, const Side *x, const Side *y)
{
  const SynWords *words = syn_conflict_words (finder, x->statement),
                 *theirs = syn_conflict_words (finder, y->statement);
  guint first = syn_words_find (words, x->span.start),
        other = syn_words_find (theirs, y->span.start);

  for (guint i = first; i < words->n && words->words[i].span.end <= x->span.end; i++)
    {
      guint32 term = syn_conflict_term_at (finder, x->statement, words->words[i].span);

      for (guint j = other; term != 0 && j < theirs->n && theirs->words[j].span.end <= y->span.end;
           j++)
        if (syn_conflict_term_at (finder, y->statement, theirs->words[j].span) == term)
          return TRUE;
    }
  return FALSE;
}

static gboolean
same_words (const Side *x, const Side *y)
{
  return x->statement == y->statement && syn_span_overlaps (x->span, y->span);
}

static gboolean
same_side (SynConflictFinder *finder, const Side *x, const Side *y)
{
  const SynPair *pair;

  if (x->key != 0 && y->key != 0)
    return x->key == y->key;
  if (x->statement == y->statement)
    return same_words (x, y);
  pair = syn_engine_find_pair (finder->engine, MIN (x->statement, y->statement),
                               MAX (x->statement, y->statement));
  return pair != NULL && pair->tier <= SYN_TIER_LIKELY && share_words (finder, x, y);
}

/* Whether both sides have the same keys, either way round. */
static gboolean
same_keys (const SynConflict *x, const SynConflict *y)
{
  return x->a_side != 0
         && ((x->a_side == y->a_side && x->b_side == y->b_side)
             || (x->a_side == y->b_side && x->b_side == y->a_side));
}

/* The same words that are contradicted twice are contradicted once; else both sides have to be the
 * same.  Two values of one count are one disagreement, but a value may be written in two ways. */
static gboolean
same_disagreement (SynConflictFinder *finder, const SynConflict *x, const SynConflict *y)
{
  Side xa = { x->a, x->a_span, x->a_side }, xb = { x->b, x->b_span, x->b_side };
  Side ya = { y->a, y->a_span, y->a_side }, yb = { y->b, y->b_span, y->b_side };

  if (x->type != y->type)
    return FALSE;
  if (same_keys (x, y))
    return TRUE;
  if (x->type == SYN_CONFLICT_FIGURE)
    xa.key = xb.key = ya.key = yb.key = 0;
  if (xa.key == 0
      && (same_words (&xa, &ya) || same_words (&xa, &yb) || same_words (&xb, &ya)
          || same_words (&xb, &yb)))
    return TRUE;
  return (same_side (finder, &xa, &ya) && same_side (finder, &xb, &yb))
         || (same_side (finder, &xa, &yb) && same_side (finder, &xb, &ya));
}

static gboolean
add (GArray *set, guint item)
{
  for (guint i = 0; i < set->len; i++)
    if (g_array_index (set, guint, i) == item)
      return FALSE;
  g_array_append_val (set, item);
  return TRUE;
}

/* Whether a statement, or where there are many an article, did not show the disagreement yet. */
static gboolean
brings_something (SynEngine *engine, Group *group, const SynConflict *conflict)
{
  guint article_a = syn_engine_get_statement (engine, conflict->a)->article,
        article_b = syn_engine_get_statement (engine, conflict->b)->article;
  gboolean statement = add (group->statements, conflict->a);
  gboolean article = add (group->articles, article_a);

  statement |= add (group->statements, conflict->b);
  article |= add (group->articles, article_b);
  return group->members->len < MANY ? statement : article;
}

/* What is likely is compared with all that is likely in a group, the rest with its best one only:
 * in chains of what is merely possible everything hangs together. */
static Group *
find_group (GArray *groups, SynConflictFinder *finder, const SynConflict *conflict)
{
  for (guint g = 0; g < groups->len; g++)
    {
      Group *group = &g_array_index (groups, Group, g);
      guint n = conflict->score >= LIKELY ? group->members->len : 1;

      for (guint i = 0; i < n; i++)
        if (same_disagreement (finder, conflict,
                               &g_array_index (finder->engine->conflicts, SynConflict,
                                               g_array_index (group->members, guint, i))))
          return group;
    }
  return NULL;
}

/* What is not shown steps back behind other kinds and other places: the list is to begin with
 * different disagreements. */
static void
spread (SynConflict *conflict, guint rank_of_type, const guint *seen_at)
{
  if (conflict->score < LIKELY)
    conflict->score *= pow (SAME_TYPE, rank_of_type)
                       * pow (SAME_PLACE, seen_at[conflict->a] + seen_at[conflict->b]);
}

/* Best first, so that a group is numbered by its best conflict; (element-type Group). */
static GArray *
sort_into_groups (SynConflictFinder *finder)
{
  GArray *conflicts = finder->engine->conflicts;
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));

  g_array_set_clear_func (groups, (GDestroyNotify)group_clear);
  for (guint i = 0; i < conflicts->len; i++)
    {
      SynConflict *conflict = &g_array_index (conflicts, SynConflict, i);
      Group *group = groups->len < MAX_LISTED ? find_group (groups, finder, conflict) : NULL;

      if (groups->len == MAX_LISTED || syn_conflict_stops (finder))
        {
          g_array_set_size (conflicts, i);
          break;
        }
      if (group == NULL)
        {
          Group new_group;

          group_init (&new_group);
          g_array_append_val (groups, new_group);
          group = &g_array_index (groups, Group, groups->len - 1);
        }
      g_array_append_val (group->members, i);
      conflict->group = group - (Group *)groups->data;
    }
  return groups;
}

/* What only repeats something that is itself no more than possible is not worth a line in a long
 * list. */
static void
drop_repeats (GArray *conflicts, GArray *groups)
{
  SynConflict *all = (SynConflict *)conflicts->data;
  guint n = 0;

  if (conflicts->len <= SHORT_LIST)
    return;
  for (guint i = 0; i < conflicts->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, all[i].group);
      SynConflict kept = all[i];

      if (g_array_index (group->members, guint, 0) != i && kept.probability < LIKELY)
        continue;
      all[i] = all[n];
      all[n++] = kept;
    }
  g_array_set_size (conflicts, n);
}

void
syn_conflict_groups_form (SynConflictFinder *finder)
{
  SynEngine *engine = finder->engine;
  g_autoptr (GArray) groups = sort_into_groups (finder);
  g_autofree guint *seen_at = g_new0 (guint, engine->statements->len);
  guint n_of_type[SYN_N_CONFLICT_TYPES] = { 0 };

  for (guint i = 0; i < engine->conflicts->len; i++)
    {
      SynConflict *conflict = &g_array_index (engine->conflicts, SynConflict, i);
      Group *group = &g_array_index (groups, Group, conflict->group);
      gboolean repeats = g_array_index (group->members, guint, 0) != i, brings;

      conflict->probability = conflict->score;
      brings = brings_something (engine, group, conflict);
      conflict->tier = brings ? syn_conflict_tier_of (conflict->probability) : SYN_TIER_POSSIBLE;
      if (repeats)
        conflict->score *= conflict->tier <= SYN_TIER_LIKELY ? SHOWN_AGAIN : REPEATED;
      else
        {
          spread (conflict, n_of_type[conflict->type]++, seen_at);
          seen_at[conflict->a]++;
          seen_at[conflict->b]++;
        }
    }
  drop_repeats (engine->conflicts, groups);
}
