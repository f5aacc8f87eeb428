/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SynGradualModel:
 *
 * A list that hands over another one little by little: what stands first at once, the rest a few at a time whenever
 * the window has nothing else to do.  A list view makes a widget for each item it is told of, also for those far out
 * of sight; hundreds at once would keep the window from being drawn.
 */
#define SYN_TYPE_GRADUAL_MODEL (syn_gradual_model_get_type ())
G_DECLARE_FINAL_TYPE (SynGradualModel, syn_gradual_model, SYN, GRADUAL_MODEL, GObject)

/* How many items are handed over at a time. */
#define SYN_GRADUAL_STEP 12

/**
 * syn_gradual_model_new:
 * @model: (transfer full): of which it is the first part, and soon all
 */
SynGradualModel *syn_gradual_model_new (GListModel *model);
/* Hands over what stands up to @position now: it is going to be selected, or shown. */
void             syn_gradual_model_reach (SynGradualModel *self, guint position);

G_END_DECLS
