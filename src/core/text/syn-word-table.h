/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-words.h"

G_BEGIN_DECLS

/**
 * SynWordTable:
 *
 * Values of single words, looked up by the hash that each #SynWord has already: most words of a text are in none,
 * and one look tells.
 */
typedef struct _SynWordTable SynWordTable;

SynWordTable *syn_word_table_new (void);
void          syn_word_table_free (SynWordTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynWordTable, syn_word_table_free)

/* Sets the value of @word, which is copied. */
void          syn_word_table_set (SynWordTable *self, const char *word, double value);
/* (transfer none) (nullable): the value of @word. */
const double *syn_word_table_find (const SynWordTable *self, const SynWord *word);
const double *syn_word_table_find_text (const SynWordTable *self, const char *word);

G_END_DECLS
