/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"

G_BEGIN_DECLS

/**
 * SynImporter:
 * @name: for the report, translatable
 * @suffixes: lower case, with the dot, %NULL-terminated
 * @read: makes articles of @bytes and appends them to @articles (element-type SynArticle).  What it had
 *   to leave out or replace is appended to @remarks as whole sentences.  Must not touch the network,
 *   other files or global state; is called from any thread.
 *
 * One importer per format, one file each, one line in the table of syn-importer.c.
 */
typedef struct
{
  const char        *name;
  const char *const *suffixes;
  gboolean (*read) (GBytes *bytes, const char *path, GPtrArray *articles, GString *remarks, GError **error);
} SynImporter;

extern const SynImporter syn_importer_text;
extern const SynImporter syn_importer_json;
extern const SynImporter syn_importer_html;

/* (nullable): the importer for a file of this name and first bytes. */
const SynImporter *syn_importer_find (const char *path, GBytes *bytes);

G_END_DECLS
