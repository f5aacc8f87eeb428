/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/* Measures of two sentences, one column each of `synoptic-cli judge --features`. */
#define SYN_JUDGE_N_FEATURES 38

/**
 * SynJudgement: what can be said of two sentences without a story around them.
 * @score: probability that both say the same
 * @relation: "copied", "same", "related" or "unrelated"; static
 * @conflict: name of the likeliest conflict's type, or "-"; static
 * @conflict_score: its probability, 0 without one
 * @reason: one sentence, translated
 * @features: what the score was made of, in the order of syn_judge_list_features(); 0 when one
 *   sentence is empty
 */
typedef struct
{
  double score;
  const char *relation;
  const char *conflict;
  double conflict_score;
  char *reason;
  double features[SYN_JUDGE_N_FEATURES];
} SynJudgement;

/**
 * syn_judge:
 * @s1, @s2: sentences, valid UTF-8
 *
 * Compares two sentences as a story of their own.  With so small a story no word is rarer than another,
 * so words weigh by their kind, and shared letters and order count beside shared words.
 *
 * Returns: (transfer full): the judgement
 */
SynJudgement *syn_judge (const char *s1, const char *s2);
void          syn_judgement_free (SynJudgement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynJudgement, syn_judgement_free)

/**
 * syn_judge_list_features:
 *
 * Returns: (transfer none): names of the features, %NULL-terminated
 */
const char *const *syn_judge_list_features (void);

G_END_DECLS
