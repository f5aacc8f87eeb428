/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-vocabulary.h"

#include "text/syn-document-private.h"
#include "text/syn-text-hash.h"

#include <string.h>

/* So many words are kept from one document to the next: about two megabytes. */
#define MAX_WORDS 20000
/* A longer word joins no clause, whatever it means. */
#define MAX_CUT_WORD 9

struct _SynVocabulary
{
  SynLexicon *lexicon;
  const SynWordList *stop, *reporting, *negation, *clause;
  SynKnownWord **table; /* open addressing */
  guint32 mask;
  guint n;
  guint32 document;
  GStringChunk *texts;
};

static void
forget_all (SynVocabulary *self)
{
  for (guint32 i = 0; self->table != NULL && i <= self->mask; i++)
    g_free (self->table[i]);
  g_free (self->table);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  self->n = 0;
}

static void
reset (SynVocabulary *self)
{
  forget_all (self);
  self->mask = 1023;
  self->table = g_new0 (SynKnownWord *, self->mask + 1);
  self->texts = g_string_chunk_new (8192);
}

static void
vocabulary_free (gpointer data)
{
  SynVocabulary *self = data;

  forget_all (self);
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

  if (self->n > MAX_WORDS)
    reset (self);
  return ++self->document;
}

static gboolean
is_short_cut (SynVocabulary *self, const SynKnownWord *known, const char *word)
{
  g_autofree char *lower = NULL;

  if (!(known->flags & SYN_TOKEN_STOP) && known->normal[0] != '\0' && known->length > MAX_CUT_WORD)
    return FALSE;
  lower = g_utf8_strdown (word, known->length);
  return syn_word_list_has (self->clause, lower);
}

/* The word as the lists have it: lower case, without a possessive, without what is shortened behind
 * it ("they're"); "n't" tells of itself. */
static char *
dup_bare (const char *word, gboolean *out_negation)
{
  char *lower = g_utf8_strdown (word, -1), *apostrophe;

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
  g_autofree char *bare = dup_bare (known->word, &negation);
  g_autofree char *normal = syn_lexicon_normalize (self->lexicon, known->word, known->length);

  if (negation)
    known->flags |= SYN_TOKEN_NEGATION | SYN_TOKEN_STOP;
  if (syn_word_list_has (self->stop, bare))
    known->flags |= SYN_TOKEN_STOP;
  if (syn_word_list_has (self->reporting, bare))
    known->flags |= SYN_TOKEN_REPORTING;
  if (syn_word_list_has (self->negation, bare))
    known->flags |= SYN_TOKEN_NEGATION;
  if (g_unichar_isupper (g_utf8_get_char (known->word)))
    known->flags |= SYN_TOKEN_CAPITAL;
  known->normal = g_string_chunk_insert (self->texts, normal);
  if (is_short_cut (self, known, known->word))
    known->flags |= SYN_TOKEN_CUT;
}

static SynKnownWord **
find_slot (SynKnownWord **table, guint32 mask, const char *word, gsize length, guint32 hash)
{
  guint32 i = hash & mask;

  while (table[i] != NULL
         && (table[i]->hash != hash || table[i]->length != length
             || memcmp (table[i]->word, word, length) != 0))
    i = (i + 1) & mask;
  return &table[i];
}

static void
grow (SynVocabulary *self)
{
  guint32 mask = 2 * self->mask + 1;
  SynKnownWord **table = g_new0 (SynKnownWord *, mask + 1);

  for (guint32 i = 0; i <= self->mask; i++)
    if (self->table[i] != NULL)
      *find_slot (table, mask, self->table[i]->word, self->table[i]->length, self->table[i]->hash)
          = self->table[i];
  g_free (self->table);
  self->table = table;
  self->mask = mask;
}

SynKnownWord *
syn_vocabulary_look_up (SynVocabulary *self, const char *start, gsize length)
{
  guint32 hash = syn_text_hash (start, length);
  SynKnownWord **slot = find_slot (self->table, self->mask, start, length, hash);
  SynKnownWord *known = *slot;

  if (known != NULL)
    return known;
  known = *slot = g_new0 (SynKnownWord, 1);
  known->word = g_string_chunk_insert_len (self->texts, start, length);
  known->length = length;
  known->hash = hash;
  learn (self, known);
  if (++self->n > self->mask / 2)
    grow (self);
  return known;
}
