/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-conflict-private.h"

G_BEGIN_DECLS

/**
 * SynConflictCuePair: phrases of one word list that turn linked statements different ways.
 * @type: of what it finds
 * @list: the phrases; their values name a scale and a side of it ("extent +")
 * @lacks: the other side has no such phrase, rather than one of the other side of the scale
 * @also_lacks: lists that the other side must not have a phrase of either
 * @min_z: score from which pairs are looked at
 * @base, @gain: probability of a finding: @base + @gain · probability of the match · share of the
 * words around the phrase that the other side says
 * @min_share: the least such share
 * @most: its upper bound
 * @one_speaker: probability where one person says both and the statements surely match: then one
 * paper left the word out; 0 for what such words do not tell
 * @topic, @reason: for people, marked for translation; "%s" in @reason stands for the two sides
 */
typedef struct
{
  SynConflictType type;
  const char *list;
  gboolean lacks;
  const char *also_lacks[3];
  double min_z, base, gain, min_share, most, one_speaker;
  const char *topic, *reason;
} SynConflictCuePair;

void syn_conflict_cue_pairs_detect (SynConflictFinder *finder, const SynConflictCuePair *what);

/* Share, by weight, of the words around words[first, first + n_words) of @statement that @other
 * says;
 * @out_span: the word of @other that stands for the nearest of them, empty where none does. */
double syn_conflict_share_around (SynConflictFinder *finder,
                                  guint statement,
                                  guint first,
                                  guint n_words,
                                  guint other,
                                  SynSpan *out_span);

/* The same around the words of @span. */
double
syn_conflict_share_at (SynConflictFinder *finder, guint statement, SynSpan span, guint other);

G_END_DECLS
