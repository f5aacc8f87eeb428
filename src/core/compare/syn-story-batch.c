/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-story-batch.h"

#include "compare/syn-languages.h"
#include "compare/syn-story-copies.h"
#include "corpus/syn-language.h"
#include "text/syn-document-private.h"
#include "text/syn-text-char.h"
#include "text/syn-text-hash.h"
#include "text/syn-text-script.h"

#include <string.h>

/* No word is longer than this; a run of letters without end is debris. */
#define MAX_LETTERS 64
/* Headline and lead say what happened: so many first words count more, and so much. */
#define LEAD_WORDS 60
#define LEAD_COUNT 2
/* What is taken for a year. */
#define LEAST_YEAR 1900
#define END_OF_YEARS 2100

/* What one batch knows of a word as it stands in the text, lower case, with its language. */
typedef struct
{
  const char *key;
  guint32 length, key_hash;
  guint32 stem; /* index into the batch's stems */
  guint32 hash; /* the same in all batches */
  gint year;    /* that it may stand for, or 0 */
  gboolean skip;
} KnownWord;

static guint
known_hash (gconstpointer known)
{
  return ((const KnownWord *)known)->key_hash;
}

static gboolean
known_equal (gconstpointer a, gconstpointer b)
{
  const KnownWord *x = a, *y = b;

  return x->length == y->length && memcmp (x->key, y->key, x->length) == 0;
}

void
syn_story_batch_init (SynStoryBatch *self, gboolean mixed)
{
  self->mixed = mixed;
  self->known = g_hash_table_new (known_hash, known_equal);
  self->arena = syn_arena_new ();
  self->stems = g_ptr_array_new_with_free_func (g_free);
  self->stem_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_array_new (FALSE, TRUE, sizeof (guint));
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->years = g_array_new (FALSE, FALSE, sizeof (gint));
  self->sketches = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
}

void
syn_story_batch_finish (SynStoryBatch *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->arena, syn_arena_free);
  g_clear_pointer (&self->places, g_array_unref);
}

void
syn_story_batch_clear (SynStoryBatch *self)
{
  syn_story_batch_finish (self);
  g_clear_pointer (&self->stem_index, g_hash_table_unref);
  g_clear_pointer (&self->stems, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->sketches, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
}

/* The words of one article as they are counted. */
typedef struct
{
  SynStoryBatch *batch;
  SynLexicon *lexicon;
  SynVocabulary *vocabulary;
  const SynWordList *stop, *reporting;
  GString *key; /* "en:word" */
  gsize prefix; /* bytes of "en:" */
  GArray *counts;
  SynStorySketcher sketcher;
  guint n_read;
  gint latest_year;
} Counter;

static guint32
intern_stem (SynStoryBatch *self, const char *stem)
{
  gpointer found;
  char *copy;

  if (g_hash_table_lookup_extended (self->stem_index, stem, NULL, &found))
    return GPOINTER_TO_UINT (found);
  copy = g_strdup (stem);
  g_ptr_array_add (self->stems, copy);
  g_array_set_size (self->places, self->stems->len);
  g_hash_table_insert (self->stem_index, copy, GUINT_TO_POINTER (self->stems->len - 1));
  return self->stems->len - 1;
}

/* One letter or digit says nothing; two letters rarely do, but EU and 42 may. */
static gboolean
is_telling (const Counter *self, const char *word)
{
  return g_utf8_strlen (word, -1) > 1 && !syn_word_list_has (self->stop, word)
         && !syn_word_list_has (self->reporting, word);
}

/* The stem of @word, in the batch. */
static guint32
find_stem (Counter *self, const char *word)
{
  const char *stem
      = syn_vocabulary_look_up (self->vocabulary, word, strlen (word))->normal->text;
  g_autofree char *common = NULL;

  if (self->batch->mixed)
    stem = common = syn_language_dup_common (self->lexicon, word, stem);
  return intern_stem (self->batch, stem);
}

/* Four digits of this age, or 0: a wrong one counts for little. */
static gint
read_year (const char *word)
{
  gint year = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (word[i]))
        return 0;
      year = 10 * year + g_ascii_digit_value (word[i]);
    }
  return word[4] == '\0' && year >= LEAST_YEAR && year < END_OF_YEARS ? year : 0;
}

/* What the word in the key means. */
static void
learn (Counter *self, KnownWord *known)
{
  const char *word = self->key->str + self->prefix;
  gsize length = self->key->len - self->prefix;
  g_autofree char *bare = NULL;

  known->hash = g_str_hash (self->key->str);
  known->year = read_year (word);
  if (g_str_has_suffix (word, "'s"))
    length -= 2;
  else if (g_str_has_suffix (word, "’s"))
    length -= strlen ("’s");
  bare = g_strndup (word, length);
  known->skip = !is_telling (self, bare);
  if (!known->skip)
    known->stem = find_stem (self, bare);
}

static const KnownWord *
know (Counter *self)
{
  const GString *key = self->key;
  KnownWord wanted = { key->str, key->len, syn_text_hash (key->str, key->len), 0, 0, 0, FALSE };
  KnownWord *known = g_hash_table_lookup (self->batch->known, &wanted);

  if (known != NULL)
    return known;
  known = syn_arena_alloc (self->batch->arena, sizeof *known);
  *known = wanted;
  known->key = syn_arena_dup (self->batch->arena, key->str, key->len);
  learn (self, known);
  g_hash_table_add (self->batch->known, known);
  return known;
}

static void
count_word (Counter *self, gboolean is_name)
{
  const KnownWord *known = know (self);
  guint *place;
  SynStoryCount *count;

  self->n_read++;
  self->latest_year = MAX (self->latest_year, known->year);
  syn_story_sketcher_add (&self->sketcher, known->hash);
  if (known->skip)
    return;
  place = &g_array_index (self->batch->places, guint, known->stem);
  if (*place == 0)
    {
      SynStoryCount fresh = { .stem = known->stem };

      g_array_append_val (self->counts, fresh);
      *place = self->counts->len;
    }
  count = &g_array_index (self->counts, SynStoryCount, *place - 1);
  count->count += self->n_read <= LEAD_WORDS ? LEAD_COUNT : 1;
  count->n++;
  count->n_names += is_name;
}

static inline gboolean
is_in_word (gunichar c)
{
  return syn_char_is_alnum (c) || (c >= 0x80 && g_unichar_ismark (c));
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
  gunichar c = syn_char_at (p);
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
  for (; p < end && g_ascii_isalnum (*p); p++)
    if (n++ < MAX_LETTERS)
      g_string_append_c (self->key, syn_char_lower_ascii (*p));
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
      gunichar c = syn_char_at (p);

      if (is_in_word (c))
        {
          gboolean capital = syn_char_is_upper (c) || (c >= 0x80 && g_unichar_istitle (c));

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

int
syn_story_count_compare (gconstpointer a, gconstpointer b)
{
  const SynStoryCount *x = a, *y = b;

  return (x->stem > y->stem) - (x->stem < y->stem);
}

void
syn_story_batch_read (SynStoryBatch *batch, SynArticle *article)
{
  const char *text = syn_article_get_text (article);
  guint n_blocks;
  const SynBlock *blocks = syn_article_get_blocks (article, &n_blocks);
  g_autoptr (GString) key = NULL;
  Counter self = { .batch = batch };

  self.lexicon = syn_lexicon_get (syn_language_of_article (article));
  self.stop = syn_lexicon_get_words (self.lexicon, "stop");
  self.reporting = syn_lexicon_get_words (self.lexicon, "reporting");
  self.vocabulary = syn_vocabulary_get (self.lexicon);
  syn_vocabulary_begin (self.vocabulary);
  key = g_string_new (syn_lexicon_get_language (self.lexicon));
  g_string_append_c (key, ':');
  self.key = key;
  self.prefix = key->len;
  self.counts = g_array_new (FALSE, FALSE, sizeof (SynStoryCount));
  syn_story_sketcher_init (&self.sketcher);
  read_title (&self, article);
  for (guint i = 0; i < n_blocks; i++)
    if (syn_role_is_matched (blocks[i].role) || blocks[i].role == SYN_ROLE_CAPTION)
      read_words (&self, text + blocks[i].span.start, text + blocks[i].span.end);
  for (guint i = 0; i < self.counts->len; i++)
    g_array_index (batch->places, guint, g_array_index (self.counts, SynStoryCount, i).stem) = 0;
  g_array_sort (self.counts, syn_story_count_compare);
  g_ptr_array_add (batch->counts, self.counts);
  g_array_append_val (batch->years, self.latest_year);
  g_ptr_array_add (batch->sketches, syn_story_sketcher_finish (&self.sketcher));
}
