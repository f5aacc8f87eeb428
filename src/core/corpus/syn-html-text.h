/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/HTMLparser.h>

#include "corpus/syn-article.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/**
 * SynHtmlBlock:
 * @text: its words, white space collapsed
 * @role: what the element says of it; body where it says nothing
 *
 * One paragraph, heading, list item or caption of a page.
 */
typedef struct
{
  char *text;
  SynRole role;
} SynHtmlBlock;

/* Never touches the network or another file, knows no entity but those of HTML. (nullable) */
xmlDoc *syn_html_parse (const char *text, gsize length);

/**
 * syn_html_main_text:
 * @doc: a page
 *
 * Finds the element that holds most of the running text, by the length of its paragraphs and the share of
 * links in them (after the idea of Readability; the deepest element with 70 % of all text is taken instead
 * of the best of a scored list).  Scripts, menus, comments, forms and footers are dropped.  O(size).
 *
 * Returns: (transfer full) (element-type SynHtmlBlock): in the order of the page, perhaps empty
 */
GPtrArray *syn_html_main_text (xmlDoc *doc);

/* Whether @text, a field of a JSON file, is HTML; and its paragraphs, parted by blank lines. */
gboolean syn_html_looks_marked_up (const char *text);
char    *syn_html_fragment_to_text (const char *text);

/* The text of @node and all in it, white space collapsed: (transfer full). */
char *syn_html_node_text (xmlNode *node);
/* The attribute @name, or %NULL: (transfer full). */
char *syn_html_attribute (xmlNode *node, const char *name);
/* The node after @node in document order, inside @top; @skip: not its children. */
xmlNode *syn_html_next_node (xmlNode *node, xmlNode *top, gboolean skip);

G_END_DECLS
