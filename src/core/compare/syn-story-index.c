/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-index.h"

#include "corpus/syn-language.h"

/* So few articles are grouped anew within some hundredths of a second, and better. */
#define FEW_ARTICLES 64
/* When more than one in so many has changed, all are grouped anew: the weights are those of another corpus. */
#define MOST_CHANGED 8

SynStoryIndex *
syn_story_index_new (SynStoryWords *words)
{
  SynStoryIndex *self = g_new0 (SynStoryIndex, 1);

  self->words = words != NULL ? words : syn_story_words_alloc ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_array_new (FALSE, TRUE, sizeof (guint));
  self->centrality = g_array_new (FALSE, TRUE, sizeof (float));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
syn_story_index_free (SynStoryIndex *self)
{
  syn_story_words_free (self->words);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->groups);
  g_array_unref (self->centrality);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

/* FNV-1a, 64 bits. */
static guint64
mix (guint64 hash, guint32 value)
{
  for (guint i = 0; i < 4; i++, value >>= 8)
    hash = (hash ^ (value & 0xff)) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/* Names all that the words of an article depend on.  The same bytes may be read otherwise by a later
 * importer, or after a correction: where the text is cut into blocks shows it, and so does its length. */
static char *
dup_key (SynArticle *article)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  const char *title = syn_article_get_title (article);
  guint n;
  const SynBlock *blocks = syn_article_get_blocks (article, &n);

  hash = mix (hash, syn_article_get_length (article));
  hash = mix (hash, title != NULL ? g_str_hash (title) : 0);
  for (guint i = 0; i < n; i++)
    {
      hash = mix (hash, blocks[i].span.start);
      hash = mix (hash, blocks[i].span.end);
      hash = mix (hash, blocks[i].role);
    }
  return g_strdup_printf ("%s:%u:%s:%016" G_GINT64_MODIFIER "x", syn_article_get_sha256 (article),
                          syn_article_get_index_in_file (article), syn_language_of_article (article),
                          hash);
}

static gboolean
has_changed_much (guint n_changed, guint n)
{
  return n_changed > 0 && (n < FEW_ARTICLES || n_changed > n / MOST_CHANGED);
}

/* Per key the places it stands at, plus one; the last one first, so that the first one is found last. */
static GHashTable *
index_keys (const SynStoryIndex *self, guint *next)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->keys->len; i-- > 0;)
    {
      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, self->keys->pdata[i]));
      g_hash_table_insert (places, self->keys->pdata[i], GUINT_TO_POINTER (i + 1));
    }
  return places;
}

/* Per article of @keys the place it has in @self plus one, or 0; equal articles in their order. */
static guint *
find_known (const SynStoryIndex *self, GPtrArray *keys, guint *n_known)
{
  g_autofree guint *next = g_new0 (guint, self->keys->len + 1);
  g_autoptr (GHashTable) places = index_keys (self, next);
  guint *known = g_new0 (guint, keys->len + 1);

  *n_known = 0;
  for (guint i = 0; i < keys->len; i++)
    {
      known[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, keys->pdata[i]));
      if (known[i] == 0)
        continue;
      (*n_known)++;
      g_hash_table_insert (places, keys->pdata[i], GUINT_TO_POINTER (next[known[i] - 1]));
    }
  return known;
}

/* New articles have none yet. */
static void
replace_arrays (GPtrArray *arrays, const guint *known, guint n)
{
  g_autoptr (GPtrArray) picked = g_ptr_array_new ();

  g_ptr_array_set_size (picked, n);
  for (guint i = 0; i < n; i++)
    if (known[i] > 0)
      picked->pdata[i] = g_steal_pointer (&arrays->pdata[known[i] - 1]);
  g_ptr_array_set_size (arrays, 0);
  g_ptr_array_extend (arrays, picked, NULL, NULL);
}

static void
replace_numbers (GArray *numbers, const guint *known, guint n, guint32 otherwise)
{
  g_autofree guint32 *old = g_memdup2 (numbers->data, numbers->len * sizeof (guint32));

  g_array_set_size (numbers, n);
  for (guint i = 0; i < n; i++)
    g_array_index (numbers, guint32, i) = known[i] > 0 ? old[known[i] - 1] : otherwise;
}

/* Of the groups that have other articles than before. */
static void
measure_centrality (SynStoryIndex *self, const gboolean *changed)
{
  g_autofree guint *sizes = g_new0 (guint, self->ids->len + 1);
  g_autofree GArray **sums = g_new0 (GArray *, self->ids->len + 1);

  for (guint i = 0; i < self->groups->len; i++)
    {
      guint g = g_array_index (self->groups, guint, i);
      g_autoptr (GArray) before = sums[g];
      GArray *own = self->words->vectors->pdata[i];

      sizes[g]++;
      if (changed[g])
        sums[g] = before != NULL ? syn_story_words_add (before, own) : g_array_ref (own);
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      guint g = g_array_index (self->groups, guint, i);

      if (changed[g])
        g_array_index (self->centrality, float, i)
            = syn_story_words_dot (syn_story_words_get (self->words, i), sums[g]) / sizes[g];
    }
  for (guint g = 0; g < self->ids->len; g++)
    g_clear_pointer (&sums[g], g_array_unref);
}

/* Which groups lose an article: per old group. */
static void
mark_losers (const SynStoryIndex *self, const guint *known, guint n, gboolean *changed)
{
  g_autofree gboolean *stays = g_new0 (gboolean, self->groups->len + 1);

  for (guint i = 0; i < n; i++)
    if (known[i] > 0)
      stays[known[i] - 1] = TRUE;
  for (guint i = 0; i < self->groups->len; i++)
    if (!stays[i])
      changed[g_array_index (self->groups, guint, i)] = TRUE;
}

/* Takes @keys. */
static void
pick_known (SynStoryIndex *self, GPtrArray *keys, const guint *known)
{
  replace_arrays (self->words->vectors, known, keys->len);
  replace_arrays (self->words->sketches, known, keys->len);
  replace_numbers (self->words->languages, known, keys->len, 0);
  replace_numbers (self->words->years, known, keys->len, 0);
  replace_numbers (self->groups, known, keys->len, SYN_STORY_NO_GROUP);
  replace_numbers (self->centrality, known, keys->len, 0);
  g_ptr_array_unref (self->keys);
  self->keys = keys;
}

/* FALSE where one is in a language that no article was in: then words count otherwise. */
static gboolean
number_languages (SynStoryIndex *self, SynCorpus *corpus, const guint *known)
{
  guint n_before = self->words->language_names->len;

  for (guint i = 0; i < self->keys->len; i++)
    if (known[i] == 0)
      g_array_index (self->words->languages, guint, i)
          = syn_story_words_number_language (self->words, syn_corpus_get_article (corpus, i));
  return self->words->language_names->len == n_before;
}

static GPtrArray *
list_keys (SynCorpus *corpus)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    g_ptr_array_add (keys, dup_key (syn_corpus_get_article (corpus, i)));
  return keys;
}

gboolean
syn_story_index_follow (SynStoryIndex *self, SynCorpus *corpus, const gint *days)
{
  GPtrArray *keys = list_keys (corpus);
  guint n = keys->len, n_known, n_before = self->keys->len;
  g_autofree guint *known = find_known (self, keys, &n_known);
  g_autofree gboolean *changed = g_new0 (gboolean, self->ids->len + n + 1);

  mark_losers (self, known, n, changed);
  pick_known (self, keys, known);
  self->n_changed += n - n_known + n_before - n_known;
  if (has_changed_much (self->n_changed, n) || !number_languages (self, corpus, known))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (known[i] == 0)
      {
        syn_story_index_place (self, i, syn_corpus_get_article (corpus, i), days);
        changed[g_array_index (self->groups, guint, i)] = TRUE;
      }
  measure_centrality (self, changed);
  return TRUE;
}

void
syn_story_index_set_keys (SynStoryIndex *self, SynCorpus *corpus)
{
  g_ptr_array_unref (self->keys);
  self->keys = list_keys (corpus);
}
