/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-article.h"

G_BEGIN_DECLS

/**
 * syn_blocks_cut:
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Cuts @text into blocks of role body: a line is a block and a paragraph, unless the text is wrapped
 * at a fixed width; then blank lines part the paragraphs.  The "#" of a Markdown heading is a block of
 * boilerplate of its own.
 *
 * Returns: (transfer full) (element-type SynBlock): sorted, disjoint, covering all but white space
 */
GArray *syn_blocks_cut (const char *text, gsize length);

G_END_DECLS
