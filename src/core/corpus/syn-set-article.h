/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "corpus/syn-article.h"

G_BEGIN_DECLS

/* The "format" of an exported annotated set, see exchange/syn-exporter-json.c. */
#define SYN_ANNOTATED_SET_FORMAT "synoptic-annotated-set"
#define SYN_ANNOTATED_SET_VERSION 1

gboolean    syn_set_is_annotated (JsonNode *root);
SynArticle *syn_set_article_new (JsonObject *object);

G_END_DECLS
