/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_names_are_variants:
 * @a, @b: two names as written, one word or several
 *
 * Whether both are spellings of one name: word by word equal, or with the same consonant skeleton and
 * at most two letters apart ("Grigoriy", "Grigorii"; "Mohammed", "Muhammad").  Names that merely look
 * alike ("Slovakia", "Slovenia") differ in a consonant and are refused.  Equal names are no variants.
 */
gboolean syn_names_are_variants (const char *a, const char *b);

/* The consonants that all spellings of one word share: only words with equal skeletons need be compared.
 * (transfer full) (nullable): %NULL where the word is too short to have variants. */
char *syn_name_dup_skeleton (const char *word);

G_END_DECLS
