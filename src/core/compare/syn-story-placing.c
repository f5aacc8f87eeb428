/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-index.h"

#include "compare/syn-story-copies.h"
#include "compare/syn-story-measure.h"

/* What one article shares with each group. */
typedef struct
{
  SynStoryIndex *index;
  const gint *days;
  float *weights; /* per term: in the article */
  double *sums;   /* per group: what its articles share with it */
  guint *sizes, *same;
  SynStoryTime *times;
} Placing;

static void
placing_init (Placing *self, SynStoryIndex *index, const gint *days)
{
  guint n = index->ids->len + 1;

  *self = (Placing){ index, days };
  self->weights = g_new0 (float, index->words->stems->len + 1);
  self->sums = g_new0 (double, n);
  self->sizes = g_new0 (guint, n);
  self->same = g_new0 (guint, n);
  self->times = g_new0 (SynStoryTime, n);
}

static void
placing_clear (Placing *self)
{
  g_free (self->weights);
  g_free (self->sums);
  g_free (self->sizes);
  g_free (self->same);
  g_free (self->times);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placing, placing_clear)

static void
sum_groups (Placing *self, guint place)
{
  const SynStoryWords *words = self->index->words;
  guint language = g_array_index (words->languages, guint, place);

  for (guint i = 0; i < words->vectors->len; i++)
    {
      guint g = g_array_index (self->index->groups, guint, i);
      SynStoryTime time;

      if (g == SYN_STORY_NO_GROUP)
        continue;
      self->sums[g] += syn_story_words_dot_spread (self->weights, words->vectors->pdata[i]);
      self->sizes[g]++;
      self->same[g] += g_array_index (words->languages, guint, i) == language;
      syn_story_time_init (&time, self->days[i], g_array_index (words->years, gint, i));
      syn_story_time_extend (&self->times[g], &time);
    }
}

/* The group whose articles are, on the mean, nearest to the one at @place, if they are near enough. */
static guint
find_nearest (const Placing *self, guint place)
{
  double best = syn_story_threshold (self->index->words->vectors->len);
  guint nearest = SYN_STORY_NO_GROUP;
  SynStoryTime time;

  syn_story_time_init (&time, self->days[place],
                       g_array_index (self->index->words->years, gint, place));
  for (guint g = 0; g < self->index->ids->len; g++)
    {
      double near;

      if (self->sizes[g] == 0)
        continue;
      near = self->sums[g] / syn_story_weigh_pairs (self->sizes[g], self->same[g])
             * syn_story_damp_by_time (&self->times[g], &time);
      if (near > best || (nearest == SYN_STORY_NO_GROUP && near >= best))
        {
          best = near;
          nearest = g;
        }
    }
  return nearest;
}

static guint
find_copied (const SynStoryIndex *self, guint place)
{
  guint copy = syn_story_copies_find_one (self->words, place);

  return copy != place ? g_array_index (self->groups, guint, copy) : SYN_STORY_NO_GROUP;
}

void
syn_story_index_place (SynStoryIndex *self, guint place, SynArticle *article, const gint *days)
{
  g_auto (Placing) placing = { 0 };
  const GArray *vector;
  guint group;

  syn_story_words_read (self->words, place, article);
  placing_init (&placing, self, days);
  vector = syn_story_words_get (self->words, place);
  for (guint i = 0; i < vector->len; i++)
    placing.weights[g_array_index (vector, SynStoryWord, i).term]
        = g_array_index (vector, SynStoryWord, i).weight;
  sum_groups (&placing, place);
  group = find_copied (self, place);
  if (group == SYN_STORY_NO_GROUP)
    group = find_nearest (&placing, place);
  if (group == SYN_STORY_NO_GROUP)
    {
      group = self->ids->len;
      g_ptr_array_add (self->ids, NULL);
    }
  g_array_index (self->groups, guint, place) = group;
}
