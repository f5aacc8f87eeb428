/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-cues.h"

#include "text/syn-lexicon-private.h"
#include "text/syn-text-hash.h"

#include <string.h>

/* One word of a phrase; @wild: any word that begins with it. */
typedef struct
{
  char *text;
  guint32 hash;
  guint16 length;
  gboolean wild;
} Pattern;

/* @next: index of the next phrase that may begin with the same word, -1 for none */
typedef struct
{
  Pattern *words;
  guint n;
  char *value;
  gint next;
} Phrase;

/* Phrases by the hash of their first word, each slot a chain in file order; those that begin with a
 * wild word by its first letters.  Most words of a text begin no phrase: two looks tell. */
struct _SynCues
{
  GArray *phrases; /* Phrase */
  gint *by_hash;
  guint32 mask;
  gint by_letter[256];  /* wild words of one or two bytes */
  gint by_letters[256]; /* longer ones, by three */
  guint8 begins[256];   /* whether a phrase begins with that byte; in most lists few do */
  guint longest;
};

static void
phrase_clear (gpointer data)
{
  Phrase *phrase = data;

  for (guint i = 0; i < phrase->n; i++)
    g_free (phrase->words[i].text);
  g_free (phrase->words);
  g_free (phrase->value);
}

static inline gboolean
word_matches (const Pattern *pattern, const SynWord *word)
{
  if (pattern->wild)
    return word->length >= pattern->length
           && memcmp (pattern->text, word->text, pattern->length) == 0;
  return pattern->hash == word->hash && pattern->length == word->length
         && memcmp (pattern->text, word->text, word->length) == 0;
}

/* Cut as text is cut, so that a hyphen in a list meets a hyphen in an article; "*" rejoins its
 * word. */
static void
split_phrase (Phrase *phrase, const char *line, gsize length)
{
  g_autoptr (SynWords) words = syn_words_new (line, (SynSpan) { 0, length });

  phrase->words = g_new0 (Pattern, words->n + 1);
  for (guint i = 0; i < words->n; i++)
    {
      const SynWord *word = &words->words[i];
      Pattern *pattern = &phrase->words[phrase->n++];

      *pattern = (Pattern) { g_strndup (word->text, word->length), word->hash, word->length, FALSE };
      if (i + 1 < words->n && syn_words_is (words, i + 1, "*") && !words->words[i + 1].spaced)
        {
          pattern->wild = TRUE;
          i++;
        }
    }
}

/* Chains are filled from behind, so that they run in file order. */
static void
index_phrases (SynCues *self)
{
  for (self->mask = 4; self->mask < 2 * self->phrases->len;)
    self->mask *= 2;
  self->mask--;
  self->by_hash = g_new (gint, self->mask + 1);
  memset (self->by_hash, 0xff, (self->mask + 1) * sizeof (gint));
  memset (self->by_letter, 0xff, sizeof self->by_letter);
  memset (self->by_letters, 0xff, sizeof self->by_letters);
  for (gint i = (gint)self->phrases->len - 1; i >= 0; i--)
    {
      Phrase *phrase = &g_array_index (self->phrases, Phrase, i);
      const Pattern *first = &phrase->words[0];
      gint *slot = &self->by_hash[first->hash & self->mask];

      if (first->wild && first->length >= SYN_CUE_WILD_BYTES)
        slot = &self->by_letters[syn_cue_hash_letters (first->text)];
      else if (first->wild)
        slot = &self->by_letter[(guchar)first->text[0]];

      self->begins[(guchar)first->text[0]] = TRUE;
      phrase->next = *slot;
      *slot = i;
    }
}

static gpointer
make_cues (const char *const *lines)
{
  SynCues *self = g_new0 (SynCues, 1);

  self->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  g_array_set_clear_func (self->phrases, phrase_clear);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *equal = strstr (lines[i], " = ");
      gsize length = equal != NULL ? (gsize) (equal - lines[i]) : strlen (lines[i]);
      Phrase phrase = { .next = -1 };

      split_phrase (&phrase, lines[i], length);
      phrase.value = g_strstrip (g_strdup (equal != NULL ? equal + 3 : ""));
      if (phrase.n == 0)
        {
          phrase_clear (&phrase);
          continue;
        }
      g_array_append_val (self->phrases, phrase);
      self->longest = MAX (self->longest, phrase.n);
    }
  index_phrases (self);
  return self;
}

const SynCues *
syn_cues_get (SynLexicon *lexicon, const char *list)
{
  return syn_lexicon_make (lexicon, list, make_cues);
}

static gboolean
phrase_is_at (const Phrase *phrase, const SynWords *words, guint at)
{
  if (at + phrase->n > words->n)
    return FALSE;
  for (guint i = 0; i < phrase->n; i++)
    if (!word_matches (&phrase->words[i], &words->words[at + i]))
      return FALSE;
  return TRUE;
}

/* The longest phrase of the chain from @i that begins at @at and is longer than @best; of equal ones
 * the one that stands first in the file, which a shorter index tells. */
static inline gint
find_longest (const SynCues *self, const SynWords *words, guint at, gint i, gint best)
{
  while (i >= 0)
    {
      const Phrase *phrase = &g_array_index (self->phrases, Phrase, i);
      guint n = best >= 0 ? g_array_index (self->phrases, Phrase, best).n : 0;

      if ((phrase->n > n || (phrase->n == n && i < best)) && phrase_is_at (phrase, words, at))
        best = i;
      i = phrase->next;
    }
  return best;
}

guint
syn_cues_match (const SynCues *self, const SynWords *words, guint at, const char **out_value)
{
  const SynWord *word;
  gint best;

  if (at >= words->n)
    return 0;
  word = &words->words[at];
  if (!self->begins[(guchar)word->text[0]])
    return 0;
  best = find_longest (self, words, at, self->by_hash[word->hash & self->mask], -1);
  best = find_longest (self, words, at, self->by_letter[(guchar)word->text[0]], best);
  if (word->length >= SYN_CUE_WILD_BYTES)
    best = find_longest (self, words, at, self->by_letters[syn_cue_hash_letters (word->text)], best);
  if (best < 0)
    return 0;
  if (out_value != NULL)
    *out_value = g_array_index (self->phrases, Phrase, best).value;
  return g_array_index (self->phrases, Phrase, best).n;
}

guint
syn_cues_match_before (const SynCues *self, const SynWords *words, guint at, const char **out_value)
{
  for (guint n = MIN (self->longest, at); n > 0; n--)
    {
      const char *value = NULL;

      /* The longest phrase there may run on past @at: only one that ends there counts. */
      if (syn_cues_match (self, words, at - n, &value) == n)
        {
          if (out_value != NULL)
            *out_value = value;
          return n;
        }
    }
  return 0;
}

gboolean
syn_cues_find (
    const SynCues *self, const SynWords *words, guint from, guint to, guint *out_at, guint *out_n)
{
  for (guint i = from; i < MIN (to, words->n); i++)
    {
      guint n = syn_cues_match (self, words, i, NULL);

      if (n > 0)
        {
          if (out_at != NULL)
            *out_at = i;
          if (out_n != NULL)
            *out_n = n;
          return TRUE;
        }
    }
  return FALSE;
}

SynCueFilter *
syn_cue_filter_new (const SynCues *const *cues, guint n_cues)
{
  SynCueFilter *self = g_new0 (SynCueFilter, 1);

  for (guint i = 0; i < n_cues; i++)
    for (guint k = 0; k < cues[i]->phrases->len; k++)
      {
        const Pattern *first = &g_array_index (cues[i]->phrases, Phrase, k).words[0];

        if (!first->wild)
          self->by_hash[first->hash % G_N_ELEMENTS (self->by_hash)] |= 1u << i;
        else if (first->length < SYN_CUE_WILD_BYTES)
          self->by_letter[(guchar)first->text[0]] |= 1u << i;
        else
          self->by_letters[syn_cue_hash_letters (first->text)] |= 1u << i;
      }
  return self;
}
