/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_grapheme_floor:
 * @text: UTF-8
 * @length: its bytes
 * @at: where it is to be cut, in bytes
 *
 * Finds the last place up to @at between two characters as readers see them (Unicode annex 29): an accent stays with
 * its letter, the members of a family with each other.  Costs as much as a look at the bytes around @at.
 *
 * Returns: a place, in bytes; 0 when there is none near
 */
gsize syn_grapheme_floor (const char *text, gsize length, gsize at);

G_END_DECLS
