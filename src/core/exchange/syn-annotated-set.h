/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"
#include "corpus/syn-set-article.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

/**
 * SynAnnotatedSet: what an exported JSON holds.
 * @corpus: the articles with their original bytes
 * @records: (element-type SynClaimRecord): one per claim, also of those without a verdict
 * @kept: links, dismissals, moved articles and tags
 */
typedef struct
{
  SynCorpus *corpus;
  GPtrArray *records;
  SynKept *kept;
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
/**
 * syn_annotated_set_import:
 * @workspace: where to
 * @files: (element-type GFile): what was opened; folders and other files are passed over
 * @out_n: (out): how many claims were taken or renewed
 *
 * Takes the verdicts, notes, wordings and evidence of the exported sets among @files.  A newer verdict of the
 * workspace is kept.  One step of undo a file.
 */
gboolean         syn_annotated_set_import (SynWorkspace *workspace, GPtrArray *files, guint *out_n, GError **error);
void             syn_annotated_set_free (SynAnnotatedSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynAnnotatedSet, syn_annotated_set_free)

G_END_DECLS
