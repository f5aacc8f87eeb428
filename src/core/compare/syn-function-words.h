/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"

G_BEGIN_DECLS

/**
 * syn_function_words_weigh:
 * @df: per term of @engine, in how many of its statements it is a word that says something by itself
 *
 * Words like "after", "their" or "never" bring no two statements together.  Beside words that two
 * share, they tell whether both say it the same way: the same tense, the same persons, the same
 * order of things.  So they weigh, but less than other words do, and nothing where most statements
 * have them.
 *
 * Returns: (transfer full) (element-type float): the weight of each term of @engine as a function
 *   word; 0 for all others
 */
GArray *syn_function_words_weigh (SynEngine *engine, const guint *df);

/**
 * syn_function_words_list:
 *
 * Returns: (transfer full) (element-type SynTermUse): those of @statement that weigh anything, each
 *   once, by term
 */
GArray *syn_function_words_list (SynEngine *engine, guint statement);

G_END_DECLS
