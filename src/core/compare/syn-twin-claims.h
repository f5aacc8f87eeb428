/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-engine.h"

G_BEGIN_DECLS

/**
 * syn_claims_add_twins:
 * @claims: (element-type SynClaim): made of the statements that were compared
 * @vetoes: (nullable): keys of pairs that never stand together
 *
 * Adds to each claim what is compared by one of its statements, so that it holds all who print it.
 */
void syn_claims_add_twins (GArray *claims, SynEngine *engine, GHashTable *vetoes);

G_END_DECLS
