/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/syn-exporter.h"

G_BEGIN_DECLS

/* What the exporters share.  Private to exchange/. */

/* A place in an article as the world outside counts it: code points, with the words around it. */
typedef struct
{
  guint32 start, end;
  char *quote, *prefix, *suffix;
} SynQuotePlace;

void syn_quote_place_clear (SynQuotePlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SynQuotePlace, syn_quote_place_clear)

void syn_quote_place_init (SynQuotePlace *place, SynArticle *article, SynSpan span);

/* Whether @claim goes into the export (see tagged_only). */
gboolean    syn_export_set_includes (const SynExportSet *set, guint claim);
guint       syn_export_set_count (const SynExportSet *set);
/* The reader's wording, else the engine's. */
const char *syn_export_set_get_wording (const SynExportSet *set, guint claim);
SynVerdict  syn_export_set_get_verdict (const SynExportSet *set, guint claim);
/* "open", "ruled" or "nothing-to-decide". */
const char *syn_export_set_get_status (const SynExportSet *set, guint claim);
/* What the reader struck out as no claim: (transfer container) (element-type SynClaimRecord), those of the set's
 * articles. */
GPtrArray  *syn_export_set_list_struck (const SynExportSet *set);
/* The same of claims that became part of another one. */
GPtrArray  *syn_export_set_list_merged (const SynExportSet *set);
/* (transfer none) (nullable): the article of the set that @key and @path name, as in SynAnchor */
SynArticle *syn_export_set_find_article (const SynExportSet *set, const char *key, const char *path);
/* (nullable): "Legal; Meter: Half true" */
char       *syn_export_dup_tags (const SynClaimRecord *record);
gboolean    syn_export_is_own_stance (const SynClaim *claim, guint article);
/* The record's id, else one made of the claim's words: the same claim has the same id in every export. */
char       *syn_export_set_dup_claim_id (const SynExportSet *set, guint claim);
/* "2026-05-23T09:12:00Z"; NULL for 0. */
char       *syn_export_dup_time (gint64 seconds);
const char *syn_stance_to_string (SynStance stance);

G_END_DECLS
