/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-words.h"

#include "compare/syn-parallel.h"
#include "compare/syn-story-batch.h"
#include "corpus/syn-language.h"
#include "text/syn-document-private.h"

#include <math.h>
#include <string.h>

/* So many articles share one table of words already stemmed: the more, the fewer words are stemmed twice, but all
 * cores are to have work. */
#define LEAST_PER_BATCH 16
#define MOST_PER_BATCH 512
#define BATCHES 8
/* So many batches are read before they are joined: enough for all cores, few enough for memory. */
#define BATCHES_PER_WAVE 16
/* The idf of a word is that of the corpus and of so many articles about anything else, of which the
 * given share have the word.  In a corpus of one story the story's own words would weigh nothing
 * otherwise. */
#define OTHER_ARTICLES 100.0
#define OTHER_SHARE_OF_WORD 0.02
#define OTHER_SHARE_OF_NAME 0.002
/* Names tell two events of one kind apart. */
#define NAME_BONUS 1.5
/* A sum of many articles keeps its heaviest words. */
#define MOST_WORDS 4096

typedef struct
{
  SynCorpus *corpus;
  SynStoryBatch *batches;    /* of this wave */
  guint first_batch; /* its first one */
  guint per_batch;   /* articles */
  gboolean mixed;
} Reading;

static void
count_batches (guint first, guint end, gpointer data)
{
  Reading *reading = data;
  guint n = syn_corpus_get_n_articles (reading->corpus);

  for (guint b = first; b < end; b++)
    {
      SynStoryBatch *batch = &reading->batches[b];
      guint start = (reading->first_batch + b) * reading->per_batch;
      guint last = MIN (start + reading->per_batch, n);

      syn_story_batch_init (batch, reading->mixed);
      for (guint i = start; i < last; i++)
        syn_story_batch_read (batch, syn_corpus_get_article (reading->corpus, i));
      syn_story_batch_finish (batch);
    }
}

/* The corpus as a whole: in how many articles a word stands, and how often as a name. */
typedef struct
{
  GHashTable *index;
  GPtrArray *stems;         /* the words' own */
  GArray *df, *n, *n_names; /* guint, per term */
} Totals;

static guint32
total_intern (Totals *self, const char *stem)
{
  gpointer found;
  guint none = 0;
  char *copy;

  if (g_hash_table_lookup_extended (self->index, stem, NULL, &found))
    return GPOINTER_TO_UINT (found);
  copy = g_strdup (stem);
  g_ptr_array_add (self->stems, copy);
  g_hash_table_insert (self->index, copy, GUINT_TO_POINTER (self->df->len));
  g_array_append_val (self->df, none);
  g_array_append_val (self->n, none);
  g_array_append_val (self->n_names, none);
  return self->df->len - 1;
}

/* Batches join in their order: what comes out does not depend on threads. */
static void
join_batch (Totals *self, SynStoryBatch *batch, GPtrArray *all)
{
  g_autofree guint32 *terms = g_new (guint32, batch->stems->len + 1);

  for (guint i = 0; i < batch->stems->len; i++)
    terms[i] = total_intern (self, g_ptr_array_index (batch->stems, i));
  for (guint a = 0; a < batch->counts->len; a++)
    {
      GArray *counts = g_ptr_array_index (batch->counts, a);

      for (guint i = 0; i < counts->len; i++)
        {
          SynStoryCount *count = &g_array_index (counts, SynStoryCount, i);

          count->stem = terms[count->stem];
          g_array_index (self->df, guint, count->stem)++;
          g_array_index (self->n, guint, count->stem) += count->n;
          g_array_index (self->n_names, guint, count->stem) += count->n_names;
        }
      g_array_sort (counts, syn_story_count_compare);
      g_ptr_array_add (all, g_array_ref (counts));
    }
}

/* Of @n articles, or groups of them, @df have the word.  Never zero. */
static float
rarity (gboolean name, guint df, guint n)
{
  double share = name ? OTHER_SHARE_OF_NAME : OTHER_SHARE_OF_WORD;

  return log ((n + OTHER_ARTICLES) / (df + OTHER_ARTICLES * share)) * (name ? NAME_BONUS : 1);
}

static void
normalise (GArray *vector)
{
  double length = 0;

  for (guint i = 0; i < vector->len; i++)
    {
      const SynStoryWord *word = &g_array_index (vector, SynStoryWord, i);

      length += (double)word->weight * word->weight;
    }
  for (guint i = 0; length > 0 && i < vector->len; i++)
    g_array_index (vector, SynStoryWord, i).weight /= sqrt (length);
}

static GArray *
vector_of (const SynStoryWords *self, GArray *counts)
{
  GArray *vector = g_array_sized_new (FALSE, FALSE, sizeof (SynStoryWord), counts->len);

  for (guint i = 0; i < counts->len; i++)
    {
      const SynStoryCount *count = &g_array_index (counts, SynStoryCount, i);
      SynStoryWord word = { .term = count->stem };

      word.weight = g_array_index (self->idf, float, word.term) * (1 + log (count->count));
      g_array_append_val (vector, word);
    }
  normalise (vector);
  return vector;
}

static void
set_terms (SynStoryWords *self, const Totals *totals, guint n_articles)
{
  for (guint t = 0; t < totals->df->len; t++)
    {
      gboolean name = 2 * g_array_index (totals->n_names, guint, t)
                      >= g_array_index (totals->n, guint, t);
      float idf;

      g_array_append_val (self->is_name, name);
      idf = rarity (name, g_array_index (totals->df, guint, t), n_articles);
      g_array_append_val (self->idf, idf);
    }
}

guint
syn_story_words_number_language (SynStoryWords *self, SynArticle *article)
{
  SynLexicon *lexicon = syn_lexicon_get (syn_language_of_article (article));
  const char *language = g_intern_string (syn_lexicon_get_language (lexicon));
  guint number;

  if (!g_ptr_array_find (self->language_names, language, &number))
    {
      number = self->language_names->len;
      g_ptr_array_add (self->language_names, (gpointer)language);
    }
  return number;
}

static void
number_languages (SynStoryWords *self, SynCorpus *corpus)
{
  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    {
      guint number
          = syn_story_words_number_language (self, syn_corpus_get_article (corpus, i));

      g_array_append_val (self->languages, number);
    }
}

static void
totals_init (Totals *self, GPtrArray *stems)
{
  self->stems = stems;
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->df = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_names = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
totals_clear (Totals *self)
{
  g_hash_table_unref (self->index);
  g_array_unref (self->df);
  g_array_unref (self->n);
  g_array_unref (self->n_names);
}

/* Wave by wave; FALSE when cancelled. */
static gboolean
read_all (Reading *reading,
          Totals *totals,
          SynStoryWords *words,
          GPtrArray *counts,
          GCancellable *cancellable)
{
  guint n = syn_corpus_get_n_articles (reading->corpus);
  guint n_batches;
  SynStoryBatch batches[BATCHES_PER_WAVE];
  gboolean done = TRUE;

  reading->batches = batches;
  reading->per_batch = CLAMP (n / BATCHES, LEAST_PER_BATCH, MOST_PER_BATCH);
  n_batches = (n + reading->per_batch - 1) / reading->per_batch;
  for (; done && reading->first_batch < n_batches; reading->first_batch += BATCHES_PER_WAVE)
    {
      guint n_wave = MIN (n_batches - reading->first_batch, BATCHES_PER_WAVE);

      memset (batches, 0, sizeof batches);
      done = syn_parallel_run (n_wave, 1, count_batches, reading, cancellable);
      for (guint b = 0; b < n_wave; b++)
        {
          if (done)
            {
              join_batch (totals, &batches[b], counts);
              g_array_append_vals (words->years, batches[b].years->data, batches[b].years->len);
              g_ptr_array_extend_and_steal (words->sketches, g_steal_pointer (&batches[b].sketches));
            }
          syn_story_batch_clear (&batches[b]);
        }
    }
  reading->batches = NULL;
  return done;
}

/* Each article's counts give way to its vector. */
static void
make_vectors (SynStoryWords *self, const Totals *totals, GPtrArray *counts)
{
  set_terms (self, totals, counts->len);
  self->n_weighed = counts->len;
  for (guint i = 0; i < counts->len; i++)
    {
      g_ptr_array_add (self->vectors, vector_of (self, counts->pdata[i]));
      g_clear_pointer (&counts->pdata[i], g_array_unref);
    }
}

static void
array_free (gpointer array)
{
  if (array != NULL)
    g_array_unref (array);
}

SynStoryWords *
syn_story_words_alloc (void)
{
  SynStoryWords *self = g_new0 (SynStoryWords, 1);

  self->vectors = g_ptr_array_new_with_free_func (array_free);
  self->sketches = g_ptr_array_new_with_free_func (array_free);
  self->stems = g_ptr_array_new_with_free_func (g_free);
  self->languages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->language_names = g_ptr_array_new ();
  self->years = g_array_new (FALSE, TRUE, sizeof (gint));
  self->idf = g_array_new (FALSE, FALSE, sizeof (float));
  self->is_name = g_array_new (FALSE, FALSE, sizeof (gboolean));
  return self;
}

SynStoryWords *
syn_story_words_new (SynCorpus *corpus, GCancellable *cancellable)
{
  g_autoptr (SynStoryWords) self = syn_story_words_alloc ();
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (array_free);
  Reading reading = { .corpus = corpus };
  Totals totals;
  gboolean done;

  number_languages (self, corpus);
  reading.mixed = self->language_names->len > 1;
  totals_init (&totals, self->stems);
  done = read_all (&reading, &totals, self, counts, cancellable);
  if (done)
    make_vectors (self, &totals, counts);
  totals_clear (&totals);
  return done ? g_steal_pointer (&self) : NULL;
}

void
syn_story_words_free (SynStoryWords *self)
{
  g_ptr_array_unref (self->vectors);
  g_ptr_array_unref (self->sketches);
  g_array_unref (self->languages);
  g_array_unref (self->years);
  g_array_unref (self->idf);
  g_array_unref (self->is_name);
  g_ptr_array_unref (self->stems);
  g_ptr_array_unref (self->language_names);
  g_free (self);
}

/* Term of each stem of @batch; what the words do not know yet they know then, as something that one
 * article has. */
static guint32 *
list_terms (SynStoryWords *self, const SynStoryBatch *batch)
{
  guint32 *terms = g_new (guint32, batch->stems->len + 1);

  for (guint i = 0; i < batch->stems->len; i++)
    terms[i] = G_MAXUINT32;
  for (guint t = 0; t < self->stems->len; t++)
    {
      gpointer found;

      if (g_hash_table_lookup_extended (batch->stem_index, self->stems->pdata[t], NULL, &found))
        terms[GPOINTER_TO_UINT (found)] = t;
    }
  for (guint i = 0; i < batch->stems->len; i++)
    if (terms[i] == G_MAXUINT32)
      {
        terms[i] = self->stems->len;
        g_ptr_array_add (self->stems, g_strdup (batch->stems->pdata[i]));
      }
  return terms;
}

void
syn_story_words_read (SynStoryWords *self, guint place, SynArticle *article)
{
  g_auto (SynStoryBatch) batch = { 0 };
  g_autofree guint32 *terms = NULL;
  guint n_known = self->stems->len;
  GArray *counts;

  syn_story_batch_init (&batch, self->language_names->len > 1);
  syn_story_batch_read (&batch, article);
  terms = list_terms (self, &batch);
  counts = batch.counts->pdata[0];
  g_array_set_size (self->is_name, self->stems->len);
  g_array_set_size (self->idf, self->stems->len);
  for (guint i = 0; i < counts->len; i++)
    {
      SynStoryCount *count = &g_array_index (counts, SynStoryCount, i);
      gboolean name = 2 * count->n_names >= count->n;

      count->stem = terms[count->stem];
      if (count->stem < n_known)
        continue;
      g_array_index (self->is_name, gboolean, count->stem) = name;
      g_array_index (self->idf, float, count->stem) = rarity (name, 1, self->n_weighed);
    }
  g_array_sort (counts, syn_story_count_compare);
  self->vectors->pdata[place] = vector_of (self, counts);
  g_array_index (self->years, gint, place) = g_array_index (batch.years, gint, 0);
  self->sketches->pdata[place] = g_array_ref (batch.sketches->pdata[0]);
}

const GArray *
syn_story_words_get (const SynStoryWords *self, guint article)
{
  return g_ptr_array_index (self->vectors, article);
}

/* In how many groups each word stands. */
static guint *
count_groups (const SynStoryWords *self, const guint *groups, guint n_groups)
{
  guint *df = g_new0 (guint, self->stems->len + 1);
  g_autofree guint *last = g_new0 (guint, self->stems->len + 1);
  g_autoptr (GPtrArray) members
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint g = 0; g < n_groups; g++)
    g_ptr_array_add (members, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->vectors->len; i++)
    g_array_append_val ((GArray *)members->pdata[groups[i]], i);
  for (guint g = 0; g < n_groups; g++)
    for (guint m = 0; m < ((GArray *)members->pdata[g])->len; m++)
      {
        const GArray *vector
            = syn_story_words_get (self, g_array_index ((GArray *)members->pdata[g], guint, m));

        for (guint i = 0; i < vector->len; i++)
          {
            guint32 term = g_array_index (vector, SynStoryWord, i).term;

            df[term] += last[term] != g + 1;
            last[term] = g + 1;
          }
      }
  return df;
}

void
syn_story_words_reweigh (SynStoryWords *self, const guint *groups, guint n_groups)
{
  g_autofree guint *df = count_groups (self, groups, n_groups);
  g_autofree float *change = g_new (float, self->stems->len + 1);

  self->n_weighed = n_groups;
  for (guint t = 0; t < self->stems->len; t++)
    {
      float idf = rarity (g_array_index (self->is_name, gboolean, t), df[t], n_groups);

      change[t] = idf / g_array_index (self->idf, float, t);
      g_array_index (self->idf, float, t) = idf;
    }
  for (guint i = 0; i < self->vectors->len; i++)
    {
      GArray *vector = self->vectors->pdata[i];

      for (guint k = 0; k < vector->len; k++)
        g_array_index (vector, SynStoryWord, k).weight
            *= change[g_array_index (vector, SynStoryWord, k).term];
      normalise (vector);
    }
}

/* First entry from @low on whose term is not below @term. */
static guint
seek (const GArray *words, guint low, guint32 term)
{
  guint high, step = 1;

  /* Gallop: terms that follow each other are near each other. */
  while (low + step < words->len && g_array_index (words, SynStoryWord, low + step).term < term)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, words->len);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (words, SynStoryWord, middle).term < term)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

double
syn_story_words_dot (const GArray *a, const GArray *b)
{
  const GArray *shorter = a->len <= b->len ? a : b;
  const GArray *longer = shorter == a ? b : a;
  double sum = 0;
  guint at = 0;

  for (guint i = 0; i < shorter->len && at < longer->len; i++)
    {
      const SynStoryWord *word = &g_array_index (shorter, SynStoryWord, i);

      at = seek (longer, at, word->term);
      if (at < longer->len && g_array_index (longer, SynStoryWord, at).term == word->term)
        sum += (double)word->weight * g_array_index (longer, SynStoryWord, at).weight;
    }
  return sum;
}

double
syn_story_words_dot_spread (const float *a, const GArray *b)
{
  const SynStoryWord *words = (const SynStoryWord *)b->data;
  double sum = 0;

  for (guint i = 0; i < b->len; i++)
    sum += (double)a[words[i].term] * words[i].weight;
  return sum;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const SynStoryWord *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return (x->term > y->term) - (x->term < y->term);
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const SynStoryWord *x = a, *y = b;

  return (x->term > y->term) - (x->term < y->term);
}

GArray *
syn_story_words_add (const GArray *a, const GArray *b)
{
  GArray *sum = g_array_sized_new (FALSE, FALSE, sizeof (SynStoryWord), a->len + b->len);
  guint i = 0, k = 0;

  while (i < a->len || k < b->len)
    {
      const SynStoryWord *x = i < a->len ? &g_array_index (a, SynStoryWord, i) : NULL;
      const SynStoryWord *y = k < b->len ? &g_array_index (b, SynStoryWord, k) : NULL;
      SynStoryWord word;

      if (y == NULL || (x != NULL && x->term < y->term))
        word = g_array_index (a, SynStoryWord, i++);
      else if (x == NULL || y->term < x->term)
        word = g_array_index (b, SynStoryWord, k++);
      else
        {
          word = (SynStoryWord){ x->term, x->weight + y->weight };
          i++;
          k++;
        }
      g_array_append_val (sum, word);
    }
  if (sum->len > 2 * MOST_WORDS)
    {
      g_array_sort (sum, compare_weights);
      g_array_set_size (sum, MOST_WORDS);
      g_array_sort (sum, compare_terms);
    }
  return sum;
}
