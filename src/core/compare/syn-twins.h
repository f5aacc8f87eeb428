/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"

G_BEGIN_DECLS

/**
 * syn_twins_find:
 * @engine: an engine whose statements are joined
 *
 * Finds statements that many articles of a big story print word for word.  One of them, the first, is
 * compared for them all: pairs of the others would say what its pairs say, and there would be as many
 * as the square of the copies.
 *
 * Returns: (transfer full) (nullable) (element-type guint): per statement the one that is compared for
 *   it, mostly itself; %NULL where no statement stands for others
 */
GArray *syn_twins_find (SynEngine *engine);

/* The statement that is compared for @statement. */
static inline guint
syn_engine_twin_of (const SynEngine *engine, guint statement)
{
  return engine->twin_of != NULL ? g_array_index (engine->twin_of, guint, statement) : statement;
}

/**
 * syn_twins_link:
 * @statements: (element-type guint): statements that are compared by their first, ascending
 * @func: called with every other one and the one to which it is linked
 *
 * Links each to the first, or where that stands in the same article, to the first of another: so many
 * links as statements, and all hang together.
 */
void syn_twins_link (SynEngine *engine, const GArray *statements,
                     void (*func) (guint statement, guint to, gpointer data), gpointer data);

/* (transfer full) (element-type GArray of guint): per statement NULL, or all that it is compared for. */
GPtrArray *syn_twins_list (SynEngine *engine);

G_END_DECLS
