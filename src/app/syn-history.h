/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_HISTORY (syn_history_get_type ())
/**
 * SynHistory: where the reader was before each jump.
 *
 * A step to a neighbour, or across to another source of the same claim, is no jump.  Properties, notified: "can-back",
 * "can-forward" (boolean).
 */
G_DECLARE_FINAL_TYPE (SynHistory, syn_history, SYN, HISTORY, GObject)

SynHistory *syn_history_new (SynSession *session);
/* Goes to where the reader was @step jumps ago, forward where it is positive; FALSE when there is nothing. */
gboolean    syn_history_go (SynHistory *self, gint step);
gboolean    syn_history_can_go (SynHistory *self, gint step);

G_END_DECLS
