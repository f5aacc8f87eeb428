/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-article.h"
#include "corpus/syn-page-cues.h"

G_BEGIN_DECLS

/**
 * SynLine:
 * @text: the words, white space collapsed
 * @key: as syn_page_cue_key() makes it
 * @n_words: what stands between spaces
 * @n_letters: of them
 * @ends_sentence: whether it ends with a full stop or the like, quotes and brackets aside
 * @capitalized: whether all its words but small ones ("and", "of") begin with a capital
 * @upper: whether all its letters are capitals
 * @question: whether it ends with "?" or "!"
 *
 * What the role of a block is guessed from.
 */
typedef struct
{
  char *text;
  char *key;
  guint n_words;
  guint n_letters;
  gboolean ends_sentence;
  gboolean capitalized;
  gboolean upper;
  gboolean question;
} SynLine;

SynLine *syn_line_new (const char *text, gsize length);
void     syn_line_free (SynLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynLine, syn_line_free)

/* What a line is by its own words, wherever it stands. */
gboolean syn_line_is_boilerplate (const SynLine *self, SynPageCues *cues, gboolean *out_heading);
gboolean syn_line_is_caption (const SynLine *self, SynPageCues *cues);
gboolean syn_line_is_byline (const SynLine *self, SynPageCues *cues);
/* "Jane Doe, Harbour News": only asked at the top of an article. */
gboolean syn_line_is_name_and_outlet (const SynLine *self, SynPageCues *cues);

G_END_DECLS
