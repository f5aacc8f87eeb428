/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "corpus/syn-importer.h"

G_BEGIN_DECLS

/**
 * SynFields:
 *
 * What a structured file says about an article, before it is one.  Every member may be %NULL.
 */
typedef struct
{
  char *title;
  char *text;
  char *outlet;
  char *byline;
  char *published; /* as stated; made ISO 8601 when the article is made */
  char *url;
  char *language;
} SynFields;

void syn_fields_free (SynFields *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynFields, syn_fields_free)

/* Puts @value in @member when nothing is there yet and @value is more than white space. */
void syn_fields_set (char **member, const char *value);

/* Reads the usual names, in any of their spellings, from an object: (transfer full). */
SynFields *syn_fields_new_from_json (JsonObject *object);

/**
 * syn_fields_add_article:
 * @self: what is known
 * @import: where the article goes
 * @encoding: what the bytes were read as
 *
 * Makes the article.  Its text begins with the headline, because a headline makes claims too.
 *
 * Returns: (transfer none) (nullable): the article, or %NULL if there is no text
 */
SynArticle *syn_fields_add_article (SynFields *self, SynImport *import, const char *encoding);

/**
 * syn_json_parse:
 * @text: JSON
 * @out_repaired: (out): escapes that stand for no character and were replaced
 *
 * A parser fed with files of strangers: nesting beyond reason is an error instead of a crash.
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *syn_json_parse (const char *text, gsize length, guint *out_repaired, GError **error);

G_END_DECLS
