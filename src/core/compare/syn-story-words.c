/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-words.h"

#include "compare/syn-languages.h"
#include "compare/syn-parallel.h"
#include "compare/syn-story-copies.h"
#include "corpus/syn-language.h"
#include "text/syn-document-private.h"
#include "text/syn-text-script.h"

#include <math.h>
#include <string.h>

/* Articles that share one table of words already stemmed. */
#define ARTICLES_PER_BATCH 64
/* So many batches are read before they are joined: enough for all cores, few enough for memory. */
#define BATCHES_PER_WAVE 32
/* No word is longer than this; a run of letters without end is debris. */
#define MAX_LETTERS 64
/* Headline and lead say what happened: so many first words count more, and so much. */
#define LEAD_WORDS 60
#define LEAD_COUNT 2
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

/* What one batch knows of a word as it stands in the text, lower case. */
typedef struct
{
  guint32 stem; /* index into the batch's stems */
  guint32 hash; /* the same in all batches */
  gboolean skip;
} KnownWord;

typedef struct
{
  guint32 stem;
  float count;
  guint n, n_names;
} Count;

typedef struct
{
  GHashTable *known; /* language + word → KnownWord */
  GHashTable *stem_index;
  GPtrArray *stems;
  GPtrArray *counts; /* per article a GArray of Count, by stem */
  GPtrArray *sketches; /* per article */
  gboolean mixed;    /* the corpus has several languages */
} Batch;

typedef struct
{
  SynCorpus *corpus;
  Batch *batches;    /* of this wave */
  guint first_batch; /* its first one */
  gboolean mixed;
} Reading;

static void
batch_init (Batch *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stems = g_ptr_array_new_with_free_func (g_free);
  self->stem_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->sketches = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
}

static void
batch_clear (Batch *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->stem_index, g_hash_table_unref);
  g_clear_pointer (&self->stems, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->sketches, g_ptr_array_unref);
}

/* The words of one article as they are counted. */
typedef struct
{
  Batch *batch;
  SynLexicon *lexicon;
  GString *key;         /* "en:word" */
  gsize prefix;         /* bytes of "en:" */
  GHashTable *position; /* stem → index into counts + 1 */
  GArray *counts;
  SynStorySketcher sketcher;
  guint n_read;
} Counter;

static guint32
intern_stem (Batch *self, char *stem)
{
  gpointer found;

  if (g_hash_table_lookup_extended (self->stem_index, stem, NULL, &found))
    {
      g_free (stem);
      return GPOINTER_TO_UINT (found);
    }
  g_ptr_array_add (self->stems, stem);
  g_hash_table_insert (self->stem_index, stem, GUINT_TO_POINTER (self->stems->len - 1));
  return self->stems->len - 1;
}

/* One letter or digit says nothing; two letters rarely do, but EU and 42 may. */
static gboolean
is_telling (SynLexicon *lexicon, const char *word)
{
  return g_utf8_strlen (word, -1) > 1 && !syn_lexicon_has (lexicon, "stop", word)
         && !syn_lexicon_has (lexicon, "reporting", word);
}

static char *
dup_stem (Counter *self, const char *word)
{
  char *stem = syn_lexicon_normalize (self->lexicon, word, -1);
  g_autofree char *own = NULL;

  if (!self->batch->mixed)
    return stem;
  own = stem;
  return syn_language_dup_common (self->lexicon, word, own);
}

static const KnownWord *
know (Counter *self)
{
  const char *word = self->key->str + self->prefix;
  KnownWord *known = g_hash_table_lookup (self->batch->known, self->key->str);
  gsize length;

  if (known != NULL)
    return known;
  known = g_new0 (KnownWord, 1);
  known->hash = g_str_hash (self->key->str);
  length = self->key->len - self->prefix;
  if (g_str_has_suffix (word, "'s"))
    length -= 2;
  else if (g_str_has_suffix (word, "’s"))
    length -= strlen ("’s");
  {
    g_autofree char *bare = g_strndup (word, length);

    known->skip = !is_telling (self->lexicon, bare);
    if (!known->skip)
      known->stem = intern_stem (self->batch, dup_stem (self, bare));
  }
  g_hash_table_insert (self->batch->known, g_strdup (self->key->str), known);
  return known;
}

static void
count_word (Counter *self, gboolean is_name)
{
  const KnownWord *known = know (self);
  guint position;
  Count *count;

  self->n_read++;
  syn_story_sketcher_add (&self->sketcher, known->hash);
  if (known->skip)
    return;
  position
      = GPOINTER_TO_UINT (g_hash_table_lookup (self->position, GUINT_TO_POINTER (known->stem)));
  if (position == 0)
    {
      Count fresh = { .stem = known->stem };

      g_array_append_val (self->counts, fresh);
      position = self->counts->len;
      g_hash_table_insert (self->position, GUINT_TO_POINTER (known->stem),
                           GUINT_TO_POINTER (position));
    }
  count = &g_array_index (self->counts, Count, position - 1);
  count->count += self->n_read <= LEAD_WORDS ? LEAD_COUNT : 1;
  count->n++;
  count->n_names += is_name;
}

static gboolean
is_in_word (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_joint (gunichar c, const char *next, const char *end)
{
  return (c == '\'' || c == 0x2019) && next < end && g_unichar_isalpha (g_utf8_get_char (next));
}

/* Puts the word at @p into the key, lower case; its end. */
static const char *
read_word (Counter *self, const char *p, const char *end)
{
  gunichar c = g_utf8_get_char (p);
  guint n = 0;

  g_string_truncate (self->key, self->prefix);
  if (syn_text_is_unspaced (c))
    {
      const char *next = g_utf8_next_char (p);

      g_string_append_unichar (self->key, c);
      if (next < end && syn_text_is_unspaced (g_utf8_get_char (next)))
        g_string_append_unichar (self->key, g_utf8_get_char (next));
      return next;
    }
  for (; p < end; p = g_utf8_next_char (p))
    {
      c = g_utf8_get_char (p);
      if (!is_in_word (c) && !is_joint (c, g_utf8_next_char (p), end))
        break;
      if (n++ < MAX_LETTERS)
        g_string_append_unichar (self->key, c < 0x80 ? (gunichar)g_ascii_tolower (c)
                                                     : g_unichar_tolower (c));
    }
  return p;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '"' || c == 0x201c
         || c == 0x00ab || c == 0x2026 || c == 0x2014;
}

static void
read_words (Counter *self, const char *p, const char *end)
{
  gboolean first = TRUE;

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_in_word (c))
        {
          gboolean capital = g_unichar_isupper (c) || g_unichar_istitle (c);

          p = read_word (self, p, end);
          count_word (self, capital && !first);
          first = FALSE;
          continue;
        }
      first = first || ends_sentence (c);
      p = g_utf8_next_char (p);
    }
}

/* A title that stands in no block of the text, as where a feed gives it apart. */
static void
read_title (Counter *self, SynArticle *article)
{
  const char *title = syn_article_get_title (article);

  if (title != NULL && strstr (syn_article_get_text (article), title) == NULL)
    read_words (self, title, title + strlen (title));
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *x = a, *y = b;

  return (x->stem > y->stem) - (x->stem < y->stem);
}

static void
count_article (Batch *batch, SynArticle *article)
{
  const char *text = syn_article_get_text (article);
  guint n_blocks;
  const SynBlock *blocks = syn_article_get_blocks (article, &n_blocks);
  g_autoptr (GString) key = NULL;
  g_autoptr (GHashTable) position = g_hash_table_new (NULL, NULL);
  Counter self = { .batch = batch, .position = position };

  self.lexicon = syn_lexicon_get (syn_language_of_article (article));
  key = g_string_new (syn_lexicon_get_language (self.lexicon));
  g_string_append_c (key, ':');
  self.key = key;
  self.prefix = key->len;
  self.counts = g_array_new (FALSE, FALSE, sizeof (Count));
  syn_story_sketcher_init (&self.sketcher);
  read_title (&self, article);
  for (guint i = 0; i < n_blocks; i++)
    if (syn_role_is_matched (blocks[i].role) || blocks[i].role == SYN_ROLE_CAPTION)
      read_words (&self, text + blocks[i].span.start, text + blocks[i].span.end);
  g_array_sort (self.counts, compare_counts);
  g_ptr_array_add (batch->counts, self.counts);
  g_ptr_array_add (batch->sketches, syn_story_sketcher_finish (&self.sketcher));
}

static void
count_batches (guint first, guint end, gpointer data)
{
  Reading *reading = data;
  guint n = syn_corpus_get_n_articles (reading->corpus);

  for (guint b = first; b < end; b++)
    {
      Batch *batch = &reading->batches[b];
      guint start = (reading->first_batch + b) * ARTICLES_PER_BATCH;
      guint last = MIN (start + ARTICLES_PER_BATCH, n);

      batch_init (batch);
      batch->mixed = reading->mixed;
      for (guint i = start; i < last; i++)
        count_article (batch, syn_corpus_get_article (reading->corpus, i));
      g_clear_pointer (&batch->known, g_hash_table_unref);
    }
}

/* The corpus as a whole: in how many articles a word stands, and how often as a name. */
typedef struct
{
  GHashTable *index;
  GStringChunk *names;
  GArray *df, *n, *n_names; /* guint, per term */
} Totals;

static guint32
total_intern (Totals *self, const char *stem)
{
  gpointer found;
  guint none = 0;

  if (g_hash_table_lookup_extended (self->index, stem, NULL, &found))
    return GPOINTER_TO_UINT (found);
  g_hash_table_insert (self->index, g_string_chunk_insert (self->names, stem),
                       GUINT_TO_POINTER (self->df->len));
  g_array_append_val (self->df, none);
  g_array_append_val (self->n, none);
  g_array_append_val (self->n_names, none);
  return self->df->len - 1;
}

/* Batches join in their order: what comes out does not depend on threads. */
static void
join_batch (Totals *self, Batch *batch, GPtrArray *all)
{
  g_autofree guint32 *terms = g_new (guint32, batch->stems->len + 1);

  for (guint i = 0; i < batch->stems->len; i++)
    terms[i] = total_intern (self, g_ptr_array_index (batch->stems, i));
  for (guint a = 0; a < batch->counts->len; a++)
    {
      GArray *counts = g_ptr_array_index (batch->counts, a);

      for (guint i = 0; i < counts->len; i++)
        {
          Count *count = &g_array_index (counts, Count, i);

          count->stem = terms[count->stem];
          g_array_index (self->df, guint, count->stem)++;
          g_array_index (self->n, guint, count->stem) += count->n;
          g_array_index (self->n_names, guint, count->stem) += count->n_names;
        }
      g_array_sort (counts, compare_counts);
      g_ptr_array_add (all, g_array_ref (counts));
    }
}

/* Of @n articles, or groups of them, @df have the word.  Never zero. */
static float
rarity (const SynStoryWords *self, guint32 term, guint df, guint n)
{
  gboolean name = g_array_index (self->is_name, gboolean, term);
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
      const Count *count = &g_array_index (counts, Count, i);
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
  self->n_terms = totals->df->len;
  for (guint t = 0; t < self->n_terms; t++)
    {
      gboolean name = 2 * g_array_index (totals->n_names, guint, t)
                      >= g_array_index (totals->n, guint, t);
      float idf;

      g_array_append_val (self->is_name, name);
      idf = rarity (self, t, g_array_index (totals->df, guint, t), n_articles);
      g_array_append_val (self->idf, idf);
    }
}

static void
number_languages (SynStoryWords *self, SynCorpus *corpus)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    {
      SynLexicon *lexicon
          = syn_lexicon_get (syn_language_of_article (syn_corpus_get_article (corpus, i)));
      char *language = (char *)syn_lexicon_get_language (lexicon);
      gpointer found;
      guint number;

      if (!g_hash_table_lookup_extended (seen, language, NULL, &found))
        {
          found = GUINT_TO_POINTER (g_hash_table_size (seen));
          g_hash_table_insert (seen, language, found);
        }
      number = GPOINTER_TO_UINT (found);
      g_array_append_val (self->languages, number);
    }
  self->n_languages = g_hash_table_size (seen);
}

static void
totals_init (Totals *self)
{
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_string_chunk_new (64 * 1024);
  self->df = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_names = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
totals_clear (Totals *self)
{
  g_hash_table_unref (self->index);
  g_string_chunk_free (self->names);
  g_array_unref (self->df);
  g_array_unref (self->n);
  g_array_unref (self->n_names);
}

/* Wave by wave; FALSE when cancelled. */
static gboolean
read_all (Reading *reading,
          Totals *totals,
          GPtrArray *counts,
          GPtrArray *sketches,
          GCancellable *cancellable)
{
  guint n = syn_corpus_get_n_articles (reading->corpus);
  guint n_batches = (n + ARTICLES_PER_BATCH - 1) / ARTICLES_PER_BATCH;
  Batch batches[BATCHES_PER_WAVE];
  gboolean done = TRUE;

  reading->batches = batches;
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
              g_ptr_array_extend_and_steal (sketches, g_steal_pointer (&batches[b].sketches));
            }
          batch_clear (&batches[b]);
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
syn_story_words_new (SynCorpus *corpus, GCancellable *cancellable)
{
  g_autoptr (SynStoryWords) self = g_new0 (SynStoryWords, 1);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (array_free);
  Reading reading = { .corpus = corpus };
  Totals totals;
  gboolean done;

  self->vectors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->sketches = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->languages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->idf = g_array_new (FALSE, FALSE, sizeof (float));
  self->is_name = g_array_new (FALSE, FALSE, sizeof (gboolean));
  number_languages (self, corpus);
  reading.mixed = self->n_languages > 1;
  totals_init (&totals);
  done = read_all (&reading, &totals, counts, self->sketches, cancellable);
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
  g_array_unref (self->idf);
  g_array_unref (self->is_name);
  g_free (self);
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
  guint *df = g_new0 (guint, self->n_terms + 1);
  g_autofree guint *last = g_new0 (guint, self->n_terms + 1);
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
  g_autofree float *change = g_new (float, self->n_terms + 1);

  for (guint t = 0; t < self->n_terms; t++)
    {
      float idf = rarity (self, t, df[t], n_groups);

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
