/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/syn-comparison.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

/**
 * SynExportSet:
 * @title: of the corpus
 * @comparison: with the reader's decisions applied
 * @records: (element-type SynClaimRecord): all of the corpus; a claim's record has the claim's id
 * @kept: (nullable): what the workspace keeps besides, see syn_workspace_list_kept()
 * @generated: ISO 8601 in UTC, set by the caller so that the same input gives the same bytes
 * @tagged_only: leave out claims without a verdict
 * @columns: (nullable) (element-type guint): the articles that stand side by side, in order; %NULL for all
 * @pivot: the article that reads from top to bottom
 */
typedef struct
{
  const char *title;
  SynComparison *comparison;
  GPtrArray *records;
  const SynKept *kept;
  const char *generated;
  gboolean tagged_only;
  GArray *columns;
  guint pivot;
} SynExportSet;

/* (nullable): the record of a claim */
const SynClaimRecord *syn_export_set_find_record (const SynExportSet *set, guint claim);

/**
 * SynExporter:
 * @id: "csv", "json", "web-annotation", "html"
 * @label: for the dialog, translatable
 * @extension, @mime: as usual
 * @losses: what this format cannot hold, one translatable sentence, or %NULL
 * @write: appends the whole export to @out
 * @check: reads @bytes back and compares with @set; an error says what is missing
 *
 * One format, one file, one line in the table of syn-exporter.c.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *extension;
  const char *mime;
  const char *losses;
  void (*write) (const SynExportSet *set, GString *out);
  gboolean (*check) (const SynExportSet *set, GBytes *bytes, GError **error);
} SynExporter;

const SynExporter *const *syn_exporter_list (void); /* NULL-terminated */
const SynExporter *syn_exporter_find (const char *id);

/* Writes atomically (temporary file beside it, fsync, rename) and reads back; on failure the old file is intact. */
gboolean syn_exporter_save (const SynExporter *exporter, const SynExportSet *set, GFile *file,
                            GCancellable *cancellable, GError **error);

G_END_DECLS
