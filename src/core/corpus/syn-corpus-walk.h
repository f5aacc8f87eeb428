/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SynFoundFile:
 * @file: the file
 * @path: as shown to people: relative to the folder that was opened, valid UTF-8
 * @problem: (nullable): why it cannot be read, a whole sentence
 * @intended: whether it is left out on purpose
 */
typedef struct
{
  GFile *file;
  char *path;
  char *problem;
  gboolean intended;
} SynFoundFile;

/**
 * syn_corpus_walk:
 * @roots: (element-type GFile): files and folders
 *
 * Finds all files below @roots.  Links are followed, but no folder is read twice; hidden files and
 * folders are named with a problem and not entered.  Stops early when cancelled.
 *
 * Returns: (transfer full) (element-type SynFoundFile): sorted by path
 */
GPtrArray *syn_corpus_walk (GPtrArray *roots, GCancellable *cancellable);

G_END_DECLS
