/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <string.h>

/* Fewer equal words in a row are common phrases, not copying. */
#define MIN_RUN 4
#define SIMILARITY_PIVOT 0.75f

float
syn_engine_similarity (SynEngine *self, guint32 a, guint32 b)
{
  const GArray *near;

  if (a == b)
    return a != 0;
  near = a < self->neighbours->len ? g_ptr_array_index (self->neighbours, a) : NULL;
  for (guint i = 0; near != NULL && i < near->len; i++)
    if (g_array_index (near, SynNeighbour, i).term == b)
      return g_array_index (near, SynNeighbour, i).similarity;
  return 0;
}

/* The words of a statement as the comparison's terms; 0 where a token cannot carry anything. */
typedef struct
{
  const SynToken *tokens;
  guint n;
  guint32 *content;
  guint32 *words;
} Side;

static void
side_init (Side *side, SynEngine *engine, guint statement)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint n;

  side->tokens
      = syn_document_get_tokens (syn_engine_get_document (engine, statement), &n) + of->first_token;
  side->n = of->n_tokens;
  side->content = g_new0 (guint32, side->n + 1);
  side->words = g_new0 (guint32, side->n + 1);
  for (guint i = 0; i < side->n; i++)
    {
      if (side->tokens[i].flags & SYN_TOKEN_WORD)
        side->words[i] = syn_engine_map_term (engine, statement, side->tokens[i].term);
      if (syn_token_is_content (&side->tokens[i]))
        side->content[i] = side->words[i];
    }
}

static void
side_clear (Side *side)
{
  g_free (side->content);
  g_free (side->words);
}

static void
pair_up (SynAlignment *self, guint i, guint j, float similarity)
{
  self->a[i] = j;
  self->b[j] = i;
  self->similarity[i] = similarity;
}

typedef struct
{
  guint32 term;
  guint at;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->term != y->term)
    return x->term < y->term ? -1 : 1;
  return (x->at > y->at) - (x->at < y->at);
}

/* Where each term stands, sorted: to look at all words for each word takes too long in long statements. */
static GArray *
list_places (const Side *side)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < side->n; i++)
    if (side->content[i] != 0)
      {
        Place place = { side->content[i], i };

        g_array_append_val (places, place);
      }
  g_array_sort (places, compare_places);
  return places;
}

static guint
first_place (GArray *places, guint32 term)
{
  guint low = 0, high = places->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (places, Place, middle).term < term)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The words of @b that a word of @a may be aligned with, and the best so far. */
typedef struct
{
  const SynAlignment *alignment;
  const Side *a, *b;
  GArray *places;
  gint best;
  guint best_near;
} Choice;

/* Looks at every free @term in b for the word @i of a; of equal ones the first is taken. */
static void
look_at (Choice *self, guint i, guint32 term)
{
  const SynAlignment *alignment = self->alignment;
  const Side *a = self->a, *b = self->b;

  for (guint p = first_place (self->places, term); p < self->places->len; p++)
    {
      const Place *place = &g_array_index (self->places, Place, p);
      guint j = place->at, near = 1;

      if (place->term != term)
        break;
      if (alignment->b[j] >= 0)
        continue;
      near += i > 0 && j > 0 && alignment->a[i - 1] == (gint)j - 1;
      near += i + 1 < a->n && j + 1 < b->n && a->words[i + 1] != 0
              && a->words[i + 1] == b->words[j + 1];
      if (near > self->best_near || (near == self->best_near && (gint)j < self->best))
        {
          self->best = j;
          self->best_near = near;
        }
    }
}

/* Greedy, the nearest words first and among these the ones whose neighbours are aligned already:
 * only underlines and reasons depend on it, the score does not. */
static void
align_words (SynAlignment *self, SynEngine *engine, const Side *a, const Side *b)
{
  static const float steps[] = { 1.0f, 0.8f, 0.75f, 0.7f };
  g_autoptr (GArray) places = list_places (b);

  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    for (guint i = 0; i < a->n; i++)
      {
        Choice choice = { self, a, b, places, -1, 0 };
        guint32 term = a->content[i];
        const GArray *near;

        if (term == 0 || self->a[i] >= 0)
          continue;
        look_at (&choice, i, term);
        near = term < engine->neighbours->len ? g_ptr_array_index (engine->neighbours, term) : NULL;
        for (guint k = 0; near != NULL && k < near->len; k++)
          {
            const SynNeighbour *other = &g_array_index (near, SynNeighbour, k);

            if (other->similarity >= steps[s] && other->term != term)
              look_at (&choice, i, other->term);
          }
        if (choice.best >= 0)
          pair_up (self, i, choice.best, steps[s]);
      }
}

/* Between two languages, words that stand for the same thing in both. */
static void
align_pivots (SynAlignment *self, SynEngine *engine, guint a, guint b, const Side *side_a,
              const Side *side_b)
{
  for (guint i = 0; i < side_a->n; i++)
    {
      guint32 pivot = self->a[i] < 0 ? syn_engine_find_pivot (engine, a, &side_a->tokens[i]) : 0;

      for (guint j = 0; pivot != 0 && self->a[i] < 0 && j < side_b->n; j++)
        if (self->b[j] < 0 && syn_engine_find_pivot (engine, b, &side_b->tokens[j]) == pivot)
          pair_up (self, i, j, SIMILARITY_PIVOT);
    }
}

/* Words in a row that are equal; a word of the shorter side counts once however many runs it is in.
 */
static void
find_runs (SynAlignment *self, const Side *a, const Side *b)
{
  g_autofree guint *above = g_new0 (guint, b->n + 1);
  g_autofree gboolean *in_run = g_new0 (gboolean, a->n + 1);
  guint words_a = 0, words_b = 0, copied = 0;

  /* Punctuation is left out, so that a comma more does not break a run. */
  for (guint i = 0; i < a->n; i++)
    words_a += a->words[i] != 0;
  for (guint j = 0; j < b->n; j++)
    words_b += b->words[j] != 0;
  for (guint i = 0; i < a->n; i++)
    {
      guint diagonal = 0;

      if (a->words[i] == 0)
        continue;
      for (guint j = 0; j < b->n; j++)
        {
          guint next;

          if (b->words[j] == 0)
            continue;
          next = above[j];
          above[j] = a->words[i] == b->words[j] ? diagonal + 1 : 0;
          diagonal = next;
          if (above[j] >= MIN_RUN)
            {
              guint left = above[j];

              for (guint k = i + 1; left > 0 && k-- > 0;)
                if (a->words[k] != 0)
                  {
                    in_run[k] = TRUE;
                    left--;
                    if (left == 0 && above[j] > self->run)
                      {
                        self->run = above[j];
                        self->run_start = k;
                      }
                  }
            }
        }
    }
  for (guint i = 0; i < a->n; i++)
    copied += in_run[i];
  self->share = MIN (words_a, words_b) > 0 ? MIN (1.0, (double)copied / MIN (words_a, words_b)) : 0;
}

SynAlignment *
syn_alignment_new (SynEngine *engine, guint a, guint b)
{
  SynAlignment *self = g_new0 (SynAlignment, 1);
  Side side_a, side_b;

  side_init (&side_a, engine, a);
  side_init (&side_b, engine, b);
  self->n_a = side_a.n;
  self->n_b = side_b.n;
  self->a = g_new (gint, self->n_a + 1);
  self->b = g_new (gint, self->n_b + 1);
  self->similarity = g_new0 (float, self->n_a + 1);
  memset (self->a, 0xff, (self->n_a + 1) * sizeof (gint));
  memset (self->b, 0xff, (self->n_b + 1) * sizeof (gint));
  align_words (self, engine, &side_a, &side_b);
  if (!syn_engine_same_language (engine, a, b))
    align_pivots (self, engine, a, b, &side_a, &side_b);
  find_runs (self, &side_a, &side_b);
  side_clear (&side_a);
  side_clear (&side_b);
  return self;
}

void
syn_alignment_free (SynAlignment *self)
{
  g_free (self->a);
  g_free (self->b);
  g_free (self->similarity);
  g_free (self);
}
