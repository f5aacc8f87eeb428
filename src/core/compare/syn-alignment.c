/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-sort.h"

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

/* A term, and behind it where it stands: sorted by both. */
static inline guint32
place_term (GArray *places, guint i)
{
  return g_array_index (places, guint64, i) >> 32;
}

static inline guint
place_at (GArray *places, guint i)
{
  return (guint32)g_array_index (places, guint64, i);
}

/* Where each of @n terms stands, sorted: to look at all words for each word takes too long in long statements. */
static GArray *
list_places (const guint32 *terms, guint n)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (guint64), n + 1);
  guint n_places = 0;

  g_array_set_size (places, n);
  for (guint i = 0; i < n; i++)
    if (terms[i] != 0)
      g_array_index (places, guint64, n_places++) = (guint64)terms[i] << 32 | i;
  g_array_set_size (places, n_places);
  syn_sort_numbers ((guint64 *)places->data, places->len);
  return places;
}

static guint
first_place (GArray *places, guint32 term)
{
  guint low = 0, high = places->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (place_term (places, middle) < term)
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
      guint j = place_at (self->places, p), near = 1;

      if (place_term (self->places, p) != term)
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
  g_autoptr (GArray) places = list_places (b->content, b->n);

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

/* The words of @side without punctuation, so that a comma more does not break a run, and where they stand. */
static guint
list_words (const Side *side, guint32 *words, guint *at)
{
  guint n = 0;

  for (guint i = 0; i < side->n; i++)
    if (side->words[i] != 0)
      {
        words[n] = side->words[i];
        at[n++] = i;
      }
  return n;
}

/* The longest run of equal words that ends at word @i of a.  @length: of the runs that end at each word of b, of the
 * row of a in @row; only the places of that word are looked at, from behind, so that the row above is still there. */
static guint
extend_runs (GArray *places, guint i, guint32 word, guint *length, guint *row)
{
  const guint first = first_place (places, word);
  guint end = first, longest = 0;

  while (end < places->len && place_term (places, end) == word)
    end++;
  for (guint p = end; p-- > first;)
    {
      const guint j = place_at (places, p);

      length[j] = i > 0 && j > 0 && row[j - 1] == i ? length[j - 1] + 1 : 1;
      row[j] = i + 1;
      longest = MAX (longest, length[j]);
    }
  return longest;
}

/* Words in a row that are equal; a word of the shorter side counts once however many runs it is in. */
static void
find_runs (SynAlignment *self, const Side *a, const Side *b)
{
  g_autofree guint32 *words_a = g_new (guint32, a->n + 1), *words_b = g_new (guint32, b->n + 1);
  g_autofree guint *at_a = g_new (guint, a->n + 1), *at_b = g_new (guint, b->n + 1);
  const guint n_a = list_words (a, words_a, at_a), n_b = list_words (b, words_b, at_b);
  g_autofree guint *length = g_new0 (guint, n_b + 1), *row = g_new0 (guint, n_b + 1);
  g_autofree guint *run = g_new0 (guint, n_a + 1);
  g_autoptr (GArray) places = list_places (words_b, n_b);
  guint copied = 0, left = 0;

  for (guint i = 0; i < n_a; i++)
    {
      run[i] = extend_runs (places, i, words_a[i], length, row);
      if (run[i] >= MIN_RUN && run[i] > self->run)
        {
          self->run = run[i];
          self->run_start = at_a[i + 1 - run[i]];
        }
    }
  for (guint i = n_a; i-- > 0;)
    {
      left = MAX (left > 0 ? left - 1 : 0, run[i] >= MIN_RUN ? run[i] : 0);
      copied += left > 0;
    }
  self->share = MIN (n_a, n_b) > 0 ? MIN (1.0, (double)copied / MIN (n_a, n_b)) : 0;
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
