/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  SYN_IMPORT_READ,    /* whole, nothing to say but perhaps a remark (encoding, repaired line ends) */
  SYN_IMPORT_PARTIAL, /* read, but something was left out or replaced: the message says what */
  SYN_IMPORT_SKIPPED, /* nothing of it was kept: the message says why */
} SynImportStatus;

#define SYN_TYPE_IMPORT_ENTRY (syn_import_entry_get_type ())
G_DECLARE_FINAL_TYPE (SynImportEntry, syn_import_entry, SYN, IMPORT_ENTRY, GObject)

SynImportEntry *syn_import_entry_new (SynImportStatus status,
                                      const char     *path,
                                      guint           n_articles,
                                      const char     *message);
/* Also readable as properties "status" (uint), "path", "n-articles", "message". */
SynImportStatus syn_import_entry_get_status (SynImportEntry *self);
const char     *syn_import_entry_get_path (SynImportEntry *self);
guint           syn_import_entry_get_n_articles (SynImportEntry *self);
/* One sentence for people, or %NULL. */
const char     *syn_import_entry_get_message (SynImportEntry *self);

/* Skipped on purpose and nothing is lost: a hidden file, the same file again. */
gboolean        syn_import_entry_is_intended (SynImportEntry *self);
void            syn_import_entry_set_intended (SynImportEntry *self, gboolean intended);

/* The report is a GListStore of SynImportEntry, one per file met, in the order met. */
guint syn_import_report_count (GListModel *report, SynImportStatus status);
/* How many files were read in part or skipped without intention: what a caller should warn about. */
guint syn_import_report_count_losses (GListModel *report);
/* "5 articles from 5 files; 2 files skipped": (transfer full). */
char *syn_import_report_summary (GListModel *report);

G_END_DECLS
