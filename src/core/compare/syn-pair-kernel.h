/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"

G_BEGIN_DECLS

/**
 * SynPairKernel: how far what holds for one pair of statements holds for another: 0 to 1, the
 * product of how near their ends are, the better way round.
 * @pairs: (element-type SynDecisionPair)
 * @statements: (element-type guint): those of the pairs, ascending, each once
 * @places: two per pair: where its statements stand in @statements
 * @similar: per statement, (element-type SynSimilar)
 * @nearness: between any two of @statements
 */
typedef struct
{
  GArray *pairs;
  GArray *statements;
  guint *places;
  GArray **similar;
  float *nearness;
} SynPairKernel;

SynPairKernel *syn_pair_kernel_new (SynEngine *engine, GArray *pairs);
void syn_pair_kernel_free (SynPairKernel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPairKernel, syn_pair_kernel_free)

/* Of two of its pairs. */
float syn_pair_kernel_compare (const SynPairKernel *self, guint i, guint j);
/* Writes how near each statement is to the two of pair @i into @to_a and @to_b, which hold zero;
 * with @clear writes zero back. */
void syn_pair_kernel_spread (
    const SynPairKernel *self, guint i, float *to_a, float *to_b, gboolean clear);

G_END_DECLS
