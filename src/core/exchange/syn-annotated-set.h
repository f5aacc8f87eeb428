/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

#define SYN_ANNOTATED_SET_FORMAT "synoptic-annotated-set"
#define SYN_ANNOTATED_SET_VERSION 1

/**
 * SynAnnotatedSet: what an exported JSON holds.
 * @corpus: the articles with their original bytes
 * @records: (element-type SynClaimRecord): one per claim, also of those without a verdict
 */
typedef struct
{
  SynCorpus *corpus;
  GPtrArray *records;
} SynAnnotatedSet;

/**
 * syn_annotated_set_parse:
 * @bytes: a file written by the "json" exporter
 *
 * Returns: (transfer full): the set, or %NULL with %SYN_ERROR_FORMAT or %SYN_ERROR_NEWER
 */
SynAnnotatedSet *syn_annotated_set_parse (GBytes *bytes, GError **error);
/* Whether @bytes look like such a file; cheap. */
gboolean         syn_annotated_set_sniff (GBytes *bytes);
void             syn_annotated_set_free (SynAnnotatedSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynAnnotatedSet, syn_annotated_set_free)

G_END_DECLS
