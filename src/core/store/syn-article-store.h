/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"
#include "store/syn-database.h"

G_BEGIN_DECLS

/* The fields that a reader can edit; %NULL-terminated, names of properties of SynArticle. */
extern const char *const syn_article_fields[];
#define SYN_N_ARTICLE_FIELDS 6

/* (transfer full): what an article is known by: the hash of its bytes, and "#n" for a later one of a file. */
char       *syn_article_store_dup_key (SynArticle *article);
/* Keeps @article if it is not there yet; @out_id is its row. */
gboolean    syn_article_store_put (SynDatabase *database, SynArticle *article, gint64 *out_id, GError **error);
/* The row of @article, or 0. */
gboolean    syn_article_store_find (SynDatabase *database, SynArticle *article, gint64 *out_id, GError **error);
/* The row of @corpus, by where it came from, or 0. */
gboolean    syn_article_store_find_corpus (SynDatabase *database, SynCorpus *corpus, gint64 *out_id,
                                           GError **error);
/* @current: make it the one that is opened next. */
gboolean    syn_article_store_put_corpus (SynDatabase *database, SynCorpus *corpus, gboolean current,
                                          GError **error);
/* Some articles of a corpus as one of its own; those that are not kept are passed over. */
gboolean    syn_article_store_keep_part (SynDatabase *database, SynCorpus *part, GError **error);
SynCorpus  *syn_article_store_load_corpus (SynDatabase *database, GError **error);
/* (transfer full): SYN_N_ARTICLE_FIELDS strings or NULLs, as kept and as edited; NULL without @error when
 * the workspace does not know @article. */
char      **syn_article_store_load_fields (SynDatabase *database, SynArticle *article, GError **error);
void        syn_article_fields_free (char **fields);
/* Sets @fields on @article, on the calling thread. */
void        syn_article_fields_apply (char **fields, SynArticle *article);

G_END_DECLS
