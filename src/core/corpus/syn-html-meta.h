/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-fields.h"
#include "corpus/syn-html-text.h"

G_BEGIN_DECLS

/**
 * syn_html_read_meta:
 * @doc: a page
 *
 * What the page says of itself: JSON-LD of an article first, then OpenGraph and other meta tags, then
 * <time>, <link rel=canonical>, <html lang> and <title>.  The text of JSON-LD, where there is one, is in
 * @text of the result.
 *
 * Returns: (transfer full): what was found
 */
SynFields *syn_html_read_meta (xmlDoc *doc);

G_END_DECLS
