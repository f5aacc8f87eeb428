/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_transliterate:
 * @name: one word, in Latin or Cyrillic letters
 * @language: primary language it is written in
 *
 * A spelling in which names of different languages can be compared: ASCII, one letter for what each of
 * them writes in its own way ("Tschernow", "Chernov", "Чернов": "sernov").
 *
 * Returns: (transfer full) (nullable): %NULL where a letter is of another script
 */
char *syn_transliterate (const char *name, const char *language);

/* Whether two such spellings are of one name; @a and @b may be inflected. */
gboolean syn_transliterations_agree (const char *a, const char *b);

/* The consonants of such a spelling: only names of one skeleton need be compared.  (transfer full) */
char *syn_transliteration_dup_skeleton (const char *name);

G_END_DECLS
