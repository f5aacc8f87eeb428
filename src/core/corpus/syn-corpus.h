/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "corpus/syn-article.h"
#include "corpus/syn-import-report.h"

G_BEGIN_DECLS

#define SYN_TYPE_CORPUS (syn_corpus_get_type ())
/* A GListModel of SynArticle, in the order of their paths (or as added). */
G_DECLARE_FINAL_TYPE (SynCorpus, syn_corpus, SYN, CORPUS, GObject)

SynCorpus  *syn_corpus_new (const char *title);
const char *syn_corpus_get_title (SynCorpus *self);
void        syn_corpus_set_title (SynCorpus *self, const char *title);
/* Adds @article and names it "a<n>". */
void        syn_corpus_add (SynCorpus *self, SynArticle *article);
/* Adds an article of another corpus, which keeps the name it has there. */
void        syn_corpus_add_named (SynCorpus *self, SynArticle *article);
guint       syn_corpus_get_n_articles (SynCorpus *self);
/* (transfer none) */
SynArticle *syn_corpus_get_article (SynCorpus *self, guint index);
/* (transfer none): GListModel of SynImportEntry */
GListModel *syn_corpus_get_report (SynCorpus *self);
/* The URIs it was opened from; %NULL-terminated, (transfer none). */
const char *const *syn_corpus_get_uris (SynCorpus *self);
void               syn_corpus_set_uris (SynCorpus *self, const char *const *uris);

/**
 * SynProgressFunc:
 * @fraction: 0 to 1
 * @message: (nullable): what is being done, translated
 *
 * Called from the thread that does the work, at most some ten times a second.
 */
typedef void (*SynProgressFunc) (double fraction, const char *message, gpointer user_data);

/**
 * syn_corpus_load:
 * @files: (element-type GFile): files and folders; folders are read recursively, links once
 *
 * Reads everything that an importer knows, on the calling thread.  A file that cannot be read never
 * fails the whole: it gets a line in the report.  Fails only when cancelled or when @files is empty.
 *
 * Returns: (transfer full): the corpus, perhaps without articles
 */
SynCorpus *syn_corpus_load (GPtrArray       *files,
                            SynProgressFunc  progress,
                            gpointer         user_data,
                            GCancellable    *cancellable,
                            GError         **error);

G_END_DECLS
