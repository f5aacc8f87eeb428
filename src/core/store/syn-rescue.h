/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syn-database.h"

G_BEGIN_DECLS

/**
 * syn_rescue:
 * @database: open, while its file was deleted or another put in its place
 *
 * Writes everything that is in @database, as long as it is open, into a new file beside the place where it was.
 *
 * Returns: (transfer full): the name of the new file, or %NULL and an error
 */
char *syn_rescue (SynDatabase *database, GError **error);

G_END_DECLS
