/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "syn-span.h"

G_BEGIN_DECLS

/**
 * SynRole:
 *
 * What a block of an article is.  The numbers are stored in workspaces: append only.
 */
typedef enum
{
  SYN_ROLE_BODY = 0,
  SYN_ROLE_HEADLINE = 1,
  SYN_ROLE_SUBHEAD = 2,
  SYN_ROLE_CAPTION = 3,
  SYN_ROLE_BYLINE = 4,
  SYN_ROLE_DATELINE = 5,
  SYN_ROLE_BOILERPLATE = 6,
} SynRole;

/* "body", "headline", …: the names used in JSON and the database. */
const char *syn_role_to_string (SynRole role);
gboolean    syn_role_from_string (const char *name, SynRole *out_role);
/* Whether statements of this role are compared at all (body, headline, subhead). */
gboolean    syn_role_is_matched (SynRole role);

/**
 * SynBlock:
 * @span: bytes of the article's text; blocks are sorted, disjoint, and cover all that is not white space
 * @role: what it is
 * @paragraph: index of the paragraph, from 0
 */
typedef struct
{
  SynSpan span;
  SynRole role;
  guint32 paragraph;
} SynBlock;

#define SYN_TYPE_ARTICLE (syn_article_get_type ())
G_DECLARE_FINAL_TYPE (SynArticle, syn_article, SYN, ARTICLE, GObject)

/**
 * syn_article_new:
 * @path: (nullable): where it came from, relative to the corpus, as shown to people
 * @text: valid UTF-8 without NUL, copied
 * @length: bytes of @text, or -1
 *
 * The text never changes after this.  The properties "title", "outlet", "byline", "published"
 * (ISO 8601, or %NULL), "url" and "language" (BCP 47, or %NULL) can be set and are notified.
 */
SynArticle *syn_article_new (const char *path, const char *text, gssize length);

/**
 * syn_article_new_from_bytes:
 * @path: as above
 * @text: valid UTF-8 without NUL, with a zero byte behind its end; a reference is kept and nothing copied
 *
 * For files whose bytes are their text.
 */
SynArticle *syn_article_new_from_bytes (const char *path, GBytes *text);

const char *syn_article_get_path (SynArticle *self);
const char *syn_article_get_text (SynArticle *self);
gsize       syn_article_get_length (SynArticle *self);

/* "a1", "a2", …: the article's name inside its corpus, set when it is added; %NULL before. */
const char *syn_article_get_id (SynArticle *self);
void        syn_article_set_id (SynArticle *self, const char *id);

/* Original bytes as read, with SHA-256 in lower-case hex.  Without bytes the hash is that of the text. */
void        syn_article_set_bytes (SynArticle *self, GBytes *bytes, guint index_in_file);
/* The same where the hash of @bytes is known: a dump of many articles is hashed once. */
void        syn_article_set_hashed_bytes (SynArticle *self, GBytes *bytes, const char *sha256, guint index_in_file);
GBytes     *syn_article_get_bytes (SynArticle *self);
const char *syn_article_get_sha256 (SynArticle *self);
/* Position among the articles of one file (an array in a .json has several); 0 for most. */
guint       syn_article_get_index_in_file (SynArticle *self);
/* Encoding the bytes were read as, e.g. "UTF-8", "windows-1251". */
const char *syn_article_get_encoding (SynArticle *self);
void        syn_article_set_encoding (SynArticle *self, const char *encoding);

const char *syn_article_get_title (SynArticle *self);
const char *syn_article_get_outlet (SynArticle *self);
const char *syn_article_get_byline (SynArticle *self);
const char *syn_article_get_published (SynArticle *self);
const char *syn_article_get_url (SynArticle *self);
const char *syn_article_get_language (SynArticle *self);
/* Outlet, else host of the URL, else title, else file name: never empty; what a column is headed with. */
char       *syn_article_dup_source_name (SynArticle *self);
/* The published time, or %NULL where there is none or only part of one. */
GDateTime  *syn_article_dup_published_time (SynArticle *self);

/* Blocks: set by the importer or by syn_roles_guess(); a copy is taken. */
void            syn_article_set_blocks (SynArticle *self, const SynBlock *blocks, guint n_blocks);
const SynBlock *syn_article_get_blocks (SynArticle *self, guint *n_blocks);

/* Between bytes and code points, O(log n) after an O(n) index made on first use; thread-safe. */
guint32 syn_article_offset_to_chars (SynArticle *self, guint32 byte);
guint32 syn_article_chars_to_offset (SynArticle *self, guint32 chars);
char   *syn_article_dup_span (SynArticle *self, SynSpan span);
/* The same on one line: white space folded. */
char   *syn_article_dup_words (SynArticle *self, SynSpan span);

G_END_DECLS
