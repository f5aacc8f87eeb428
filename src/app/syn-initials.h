/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_initials_list:
 * @names: what the columns are called, %NULL-terminated
 *
 * One or two letters for each, as a column has that is too narrow for its name: of the first two words, or of the only
 * one; where names begin alike, from where they part.
 *
 * Returns: (transfer full) (array zero-terminated=1): as many as there are names, all different
 */
char **syn_initials_list (const char *const *names);

G_END_DECLS
