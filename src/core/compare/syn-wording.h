/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * syn_wording_denies:
 * @text: the wording of a claim
 * @language: (nullable): BCP 47
 *
 * Whether @text is phrased as a denial: then "confirmed" would mean that something did not happen, which a reader of
 * the verdict easily takes for the opposite.  A language without lists gives %FALSE.
 */
gboolean syn_wording_denies (const char *text, const char *language);

G_END_DECLS
