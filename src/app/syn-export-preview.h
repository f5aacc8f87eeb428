/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_export_preview:
 * @text: what an exporter wrote
 * @extension: of its files
 *
 * Returns: (transfer full): the first lines of it as a reader of such a file sees them: of a page its
 *   words without style and tags, of anything else what stands there; none of them longer than anybody reads
 */
char *syn_export_preview (const char *text, const char *extension);

G_END_DECLS
