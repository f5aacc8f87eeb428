/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"

G_BEGIN_DECLS

/* What is larger is not read.  Decimal, as file managers count. */
#define SYN_IMPORT_MAX_BYTES (100 * 1000 * 1000)

/**
 * SynImport:
 * @path: the file, as shown to people
 * @bytes: the whole file, with a zero byte behind its end
 * @sha256: their SHA-256 in lower-case hex
 * @cancellable: (nullable): asked between the articles of a file
 * @articles: (element-type SynArticle): what came of it
 * @remarks: whole sentences about what was left out, replaced or assumed
 * @partial: whether something was left out or replaced
 *
 * One file on its way through an importer.
 */
typedef struct
{
  const char *path;
  GBytes *bytes;
  const char *sha256;
  GCancellable *cancellable;
  GPtrArray *articles;
  GString *remarks;
  gboolean partial;
} SynImport;

/**
 * SynImporter:
 * @name: for the report, translatable
 * @suffixes: lower case, with the dot, %NULL-terminated
 * @read: makes articles of the bytes.  Must not touch the network, other files or global state; is
 *   called from any thread.
 *
 * One importer per format, one file each, one line in the table of syn-importer.c.
 */
typedef struct
{
  const char        *name;
  const char *const *suffixes;
  gboolean (*read) (SynImport *import, GError **error);
} SynImporter;

extern const SynImporter syn_importer_text;
extern const SynImporter syn_importer_json;
extern const SynImporter syn_importer_html;

/* (nullable): the importer for a file of this name and first bytes; otherwise @error says what it is instead. */
const SynImporter *syn_importer_find (const char *path, GBytes *bytes, GError **error);

/* Adds a whole sentence to the remarks; @partial: it tells of a loss. */
void syn_import_remark (SynImport *import, gboolean partial, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
