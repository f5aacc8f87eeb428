/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SynPageCues:
 *
 * The word lists that tell what a line is, of one language with English beside it: most pages of any
 * language carry some English debris.  Immutable and shared between threads.
 */
typedef struct _SynPageCues SynPageCues;

typedef enum
{
  SYN_PAGE_CUE_NONE,
  SYN_PAGE_CUE_LINE,    /* the line is boilerplate */
  SYN_PAGE_CUE_HEADING, /* so are the links that follow */
} SynPageCue;

/* (transfer none): made on first use, kept for ever. */
SynPageCues *syn_page_cues_get (const char *language);

/* Whether @word, lower case, stands in @list of the language or of English. */
gboolean    syn_page_cues_has (SynPageCues *self, const char *list, const char *word);
/* The value of @word in a two-column list, or %NULL. */
const char *syn_page_cues_lookup (SynPageCues *self, const char *list, const char *word);
/* What the boilerplate list says of a line with this @key (see syn_page_cue_key()). */
SynPageCue      syn_page_cues_boilerplate (SynPageCues *self, const char *key);
/* Whether @key begins with an entry of @list; @out_length: bytes of the longest one. */
gboolean    syn_page_cues_prefix (SynPageCues *self, const char *list, const char *key, gsize *out_length);
/* Whether @key holds an entry of @list of at least @min_letters letters as whole words, followed by
 * @mark ('\0': by anything); @out_end: where the last of them ends. */
gboolean    syn_page_cues_contains (SynPageCues *self, const char *list, guint min_letters, char mark,
                               const char *key, gsize *out_end);

/**
 * syn_page_cue_key:
 * @line: a line of text
 *
 * Returns: (transfer full): @line in lower case, white space collapsed, apostrophes straight, without
 *   the punctuation around it
 */
char *syn_page_cue_key (const char *line);

G_END_DECLS
