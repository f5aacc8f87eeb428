/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-words.h"

G_BEGIN_DECLS

/* The words of numbers in one language. */
typedef struct _SynSpeller SynSpeller;

/* (transfer none): those of @language (primary), made on first use and kept for ever. */
SynSpeller *syn_speller_get (const char *language);

/**
 * syn_number_words_parse:
 * @at: index of the first word
 * @out_value: (out): the number
 *
 * Reads a number spelled out ("two hundred and fifty", "vingt-trois"), by ICU's rules of the language.
 *
 * Returns: how many words it has, 0 if none begins at @at
 */
guint syn_number_words_parse (SynSpeller *speller, const SynWords *words, guint at, double *out_value);

/* The value of a power word ("hundred", "million", "bn"), or 0. */
double syn_number_words_power (SynSpeller *speller, const SynWord *word);

G_END_DECLS
