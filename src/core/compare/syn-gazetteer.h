/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_gazetteer_list:
 * @language: primary language
 *
 * Names of countries and great cities in @language, as ICU knows them, of one word each, lower case.
 * Made once for a language and kept for ever.
 *
 * Returns: (transfer none) (element-type utf8 utf8): name → what it is of, the same in all languages
 */
GHashTable *syn_gazetteer_list (const char *language);

G_END_DECLS
