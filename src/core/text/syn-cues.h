/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-lexicon.h"
#include "text/syn-words.h"

G_BEGIN_DECLS

/**
 * SynCues: phrases of a word list, ready to be found in #SynWords.
 *
 * A line is one phrase, words parted by spaces; "*" at the end of a word stands for any ending.
 * "phrase = value" gives the phrase a value.
 */
typedef struct _SynCues SynCues;

/* (transfer none): the cues of @list in the language of @lexicon, kept for ever. */
const SynCues *syn_cues_get (SynLexicon *lexicon, const char *list);

/**
 * syn_cues_match:
 * @at: index of a word
 * @out_value: (out) (optional): the value of the phrase, "" if it has none
 *
 * Returns: how many words the longest phrase that begins at @at has, 0 if none begins there
 */
guint syn_cues_match (const SynCues *self, const SynWords *words, guint at, const char **out_value);
/* The longest phrase that ends right before @at. */
guint syn_cues_match_before (const SynCues *self, const SynWords *words, guint at, const char **out_value);
/* The first phrase between @from and @to. */
gboolean syn_cues_find (const SynCues *self, const SynWords *words, guint from, guint to, guint *out_at, guint *out_n);

/**
 * SynCueFilter:
 *
 * Tells of each word which of several lists of cues may have a phrase that begins with it: none, for most words of a
 * text.  A bit too many only costs a look into that list.
 */
typedef struct
{
  guint32 by_hash[1024];
  guint32 by_letter[256];  /* wild words of one or two bytes */
  guint32 by_letters[256]; /* longer ones, by three */
} SynCueFilter;

/* (transfer full): bit i stands for @cues[i]. */
SynCueFilter *syn_cue_filter_new (const SynCues *const *cues, guint n_cues);

#define SYN_CUE_WILD_BYTES 3

/* Of the first three bytes of a word. */
static inline guint8
syn_cue_hash_letters (const char *text)
{
  guint32 letters = (guchar)text[0] | (guchar)text[1] << 8 | (guchar)text[2] << 16;

  return letters * 0x9e3779b1u >> 24;
}

static inline guint32
syn_cue_filter_look_up (const SynCueFilter *self, const SynWord *word)
{
  guint32 bits = self->by_hash[word->hash % G_N_ELEMENTS (self->by_hash)]
                 | self->by_letter[(guchar)word->text[0]];

  return word->length < SYN_CUE_WILD_BYTES
             ? bits
             : bits | self->by_letters[syn_cue_hash_letters (word->text)];
}

G_END_DECLS
