/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"

G_BEGIN_DECLS

/* Three columns for words that refute, doubt and negate (in the first sentence, in the second, and
 * by how much they differ), and whether figures clash. */
#define SYN_JUDGE_N_STANCE 10
void syn_judge_measure_stance (SynEngine *engine, double *features);
/* The probability of the likeliest conflict of each type, after syn_conflicts_find(). */
void syn_judge_measure_conflicts (SynEngine *engine, double *features);

G_END_DECLS
