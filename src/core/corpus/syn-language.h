/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_language_guess:
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Counts the function words of each language there is a stop list for, in the beginning of @text.
 *
 * Returns: (transfer none) (nullable): "en", "de" …, or %NULL where none is clearly ahead
 */
const char *syn_language_guess (const char *text, gsize length);

G_END_DECLS
