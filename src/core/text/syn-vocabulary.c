/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-vocabulary.h"

#include "text/syn-arena.h"
#include "text/syn-document-private.h"
#include "text/syn-text-char.h"
#include "text/syn-text-hash.h"
#include "text/syn-text-lower.h"

#include <string.h>

/* So many words are kept from one document to the next: about three megabytes. */
#define MAX_WORDS 32000
/* A longer word joins no clause, whatever it means. */
#define MAX_CUT_WORD 9

/* A table with open addressing; entries begin as #Key does. */
typedef struct
{
  gpointer *slots;
  guint32 mask;
  guint n;
} Table;

/* What #SynKnownWord and #SynNormalForm have in common. */
typedef struct
{
  const char *text;
  guint32 length, hash;
} Key;

G_STATIC_ASSERT (G_STRUCT_OFFSET (SynKnownWord, hash) == G_STRUCT_OFFSET (Key, hash));
G_STATIC_ASSERT (G_STRUCT_OFFSET (SynNormalForm, hash) == G_STRUCT_OFFSET (Key, hash));

struct _SynVocabulary
{
  SynLexicon *lexicon;
  const SynWordList *stop, *reporting, *negation, *clause;
  Table words; /* SynKnownWord */
  Table forms; /* SynNormalForm */
  guint32 document;
  SynArena *arena; /* all of them and their texts */
};

static void
table_reset (Table *self)
{
  g_free (self->slots);
  *self = (Table){ .slots = g_new0 (gpointer, 1024), .mask = 1023 };
}

static inline gpointer *
find_slot (const Table *self, const char *text, gsize length, guint32 hash)
{
  for (guint32 i = hash & self->mask;; i = (i + 1) & self->mask)
    {
      const Key *key = self->slots[i];

      if (key == NULL
          || (key->hash == hash && key->length == length && memcmp (key->text, text, length) == 0))
        return &self->slots[i];
    }
}

static void
table_grow (Table *self)
{
  Table larger = { .mask = 2 * self->mask + 1, .n = self->n };

  larger.slots = g_new0 (gpointer, larger.mask + 1);
  for (guint32 i = 0; i <= self->mask; i++)
    if (self->slots[i] != NULL)
      {
        const Key *key = self->slots[i];

        *find_slot (&larger, key->text, key->length, key->hash) = self->slots[i];
      }
  g_free (self->slots);
  *self = larger;
}

/* Puts a new entry of @size bytes into the empty @slot. */
static gpointer
table_add (Table *self, gpointer *slot, SynArena *arena, gsize size, Key key)
{
  gpointer entry = *slot = syn_arena_alloc (arena, size);

  key.text = syn_arena_dup (arena, key.text, key.length);
  *(Key *)entry = key;
  if (++self->n > self->mask / 2)
    table_grow (self);
  return entry;
}

static void
reset (SynVocabulary *self)
{
  table_reset (&self->words);
  table_reset (&self->forms);
  g_clear_pointer (&self->arena, syn_arena_free);
  self->arena = syn_arena_new ();
}

static void
vocabulary_free (gpointer data)
{
  SynVocabulary *self = data;

  g_free (self->words.slots);
  g_free (self->forms.slots);
  syn_arena_free (self->arena);
  g_free (self);
}

static void
vocabularies_free (gpointer data)
{
  g_ptr_array_unref (data);
}

/* Few languages are met in one run. */
static GPrivate vocabularies = G_PRIVATE_INIT (vocabularies_free);

SynVocabulary *
syn_vocabulary_get (SynLexicon *lexicon)
{
  GPtrArray *all = g_private_get (&vocabularies);
  SynVocabulary *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  if (all == NULL)
    {
      all = g_ptr_array_new_with_free_func (vocabulary_free);
      g_private_set (&vocabularies, all);
    }
  for (guint i = 0; i < all->len; i++)
    if (((SynVocabulary *)all->pdata[i])->lexicon == lexicon)
      return all->pdata[i];
  self = g_new0 (SynVocabulary, 1);
  self->lexicon = lexicon;
  self->stop = syn_lexicon_get_words (lexicon, "stop");
  self->reporting = syn_lexicon_get_words (lexicon, "reporting");
  self->negation = syn_lexicon_get_words (lexicon, "negation");
  self->clause = syn_lexicon_get_words (lexicon, "clause");
  reset (self);
  g_ptr_array_add (all, self);
  return self;
}

guint32
syn_vocabulary_begin (SynVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->words.n > MAX_WORDS || self->forms.n > MAX_WORDS)
    reset (self);
  return ++self->document;
}

static gboolean
is_short_cut (SynVocabulary *self, const SynKnownWord *known)
{
  g_autofree char *lower = NULL;

  if (!(known->flags & SYN_TOKEN_STOP) && known->normal->length > 0 && known->length > MAX_CUT_WORD)
    return FALSE;
  lower = syn_text_dup_lower (known->word, known->length);
  return syn_word_list_has (self->clause, lower);
}

/* The word as the lists have it: lower case, without a possessive, without what is shortened behind
 * it ("they're"); "n't" tells of itself. */
static char *
dup_bare (const char *word, gsize length, gboolean *out_negation)
{
  char *lower = syn_text_dup_lower (word, length), *apostrophe;

  if ((apostrophe = strstr (lower, "\u2019")) != NULL)
    {
      *apostrophe = '\'';
      memmove (apostrophe + 1, apostrophe + 3, strlen (apostrophe + 3) + 1);
    }
  *out_negation = g_str_has_suffix (lower, "n't") && strlen (lower) > 3;
  if (*out_negation)
    lower[strlen (lower) - 3] = '\0';
  else if (strchr (lower, '\'') != NULL && !g_str_has_suffix (lower, "'s")
           && strchr (lower, '\'') - lower > 1)
    *strchr (lower, '\'') = '\0';
  else if (g_str_has_suffix (lower, "'s"))
    lower[strlen (lower) - 2] = '\0';
  return lower;
}

static void
learn (SynVocabulary *self, SynKnownWord *known)
{
  gboolean negation;
  g_autofree char *bare = dup_bare (known->word, known->length, &negation);
  g_autofree char *normal = syn_lexicon_normalize (self->lexicon, known->word, known->length);

  if (negation)
    known->flags |= SYN_TOKEN_NEGATION | SYN_TOKEN_STOP;
  if (syn_word_list_has (self->stop, bare))
    known->flags |= SYN_TOKEN_STOP;
  if (syn_word_list_has (self->reporting, bare))
    known->flags |= SYN_TOKEN_REPORTING;
  if (syn_word_list_has (self->negation, bare))
    known->flags |= SYN_TOKEN_NEGATION;
  if (syn_char_is_upper (syn_char_at (known->word)))
    known->flags |= SYN_TOKEN_CAPITAL;
  known->normal = syn_vocabulary_find_form (self, normal, strlen (normal));
  if (is_short_cut (self, known))
    known->flags |= SYN_TOKEN_CUT;
}

const SynKnownWord *
syn_vocabulary_look_up (SynVocabulary *self, const char *start, gsize length)
{
  guint32 hash = syn_text_hash (start, length);
  gpointer *slot = find_slot (&self->words, start, length, hash);
  SynKnownWord *known = *slot;

  if (known == NULL)
    {
      known = table_add (&self->words, slot, self->arena, sizeof (SynKnownWord),
                         (Key){ start, length, hash });
      learn (self, known);
    }
  return known;
}

SynNormalForm *
syn_vocabulary_find_form (SynVocabulary *self, const char *text, gsize length)
{
  guint32 hash = syn_text_hash (text, length);
  gpointer *slot = find_slot (&self->forms, text, length, hash);

  return *slot != NULL ? *slot
                       : table_add (&self->forms, slot, self->arena, sizeof (SynNormalForm),
                                    (Key){ text, length, hash });
}
