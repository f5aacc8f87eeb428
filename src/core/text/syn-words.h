/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-span.h"

#include <stdbool.h>
#include <string.h>

G_BEGIN_DECLS

typedef enum
{
  SYN_WORD_LETTERS,
  SYN_WORD_DIGITS, /* with inner separators: "1,250.5" */
  SYN_WORD_MARK,   /* one punctuation mark */
} SynWordKind;

/**
 * SynWord:
 * @span: bytes of the text
 * @text: lower case, apostrophes straightened; an acronym keeps its dots ("u.s."), a possessive
 *   ending is a word of its own ("'s")
 * @hash: of @text, see syn-text-hash.h
 * @length: bytes of @text
 * @kind: as named
 * @capital: begins with an upper-case letter
 * @spaced: white space stands before it
 */
typedef struct
{
  SynSpan span;
  const char *text;
  guint32 hash;
  guint16 length;
  SynWordKind kind : 8;
  bool capital : 1;
  bool spaced : 1;
} SynWord;

/**
 * SynWords:
 *
 * A stretch of text as the fact finders read it: unstemmed, glued units parted ("3km" is "3" and
 * "km"), marks kept.  Made where needed and thrown away; what lasts is in #SynDocument.
 */
typedef struct
{
  SynWord *words;
  guint n;
  /*< private >*/
  guint size;
  char *texts; /* of all words, each with a zero byte */
  gsize texts_length, texts_size;
} SynWords;

SynWords *syn_words_new (const char *text, SynSpan span);
void      syn_words_free (SynWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynWords, syn_words_free)

extern const SynWord syn_words_none;

/* The word at @index, or one with empty text and span beyond either end. */
static inline const SynWord *
syn_words_get (const SynWords *self, gint index)
{
  return (guint)index < self->n ? &self->words[index] : &syn_words_none;
}

/* Most words differ in the first byte. */
static inline gboolean
syn_word_is (const SynWord *word, const char *text)
{
  return word->text[0] == text[0] && strcmp (word->text, text) == 0;
}

static inline gboolean
syn_words_is (const SynWords *self, gint index, const char *text)
{
  return syn_word_is (syn_words_get (self, index), text);
}

/* The span from the first to the last of @n words from @first. */
SynSpan        syn_words_span (const SynWords *self, guint first, guint n);
/* Index of the first word that begins at or after @byte; n where there is none. */
guint          syn_words_find (const SynWords *self, guint32 byte);

G_END_DECLS
