/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-words.h"

G_BEGIN_DECLS

/**
 * syn_number_words_parse:
 * @language: primary language of the text
 * @at: index of the first word
 * @out_value: (out): the number
 *
 * Reads a number spelled out ("two hundred and fifty", "vingt-trois"), by ICU's rules of the language.
 *
 * Returns: how many words it has, 0 if none begins at @at
 */
guint syn_number_words_parse (const char *language, const SynWords *words, guint at, double *out_value);

/* The value of a power word ("hundred", "million", "bn"), or 0. */
double syn_number_words_power (const char *language, const char *word);

G_END_DECLS
