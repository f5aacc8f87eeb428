/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-row.h"

G_BEGIN_DECLS

#define SYN_TYPE_COMPARE_HEADS (syn_compare_heads_get_type ())
/* The heads of the columns and spines, in the places that the frame gives them. */
G_DECLARE_FINAL_TYPE (SynCompareHeads, syn_compare_heads, SYN, COMPARE_HEADS, GtkWidget)

/* @frame must outlive the heads. */
GtkWidget *syn_compare_heads_new (SynSession *session, const SynCompareFrame *frame);
/* Makes the heads anew after the frame's columns changed. */
void syn_compare_heads_rebuild (SynCompareHeads *self);
/* Takes names, times and counts over again. */
void syn_compare_heads_update (SynCompareHeads *self);
/* A folded column opens beside the pivot; if there is no room for one more, the last one folds. */
void syn_compare_heads_open (SynCompareHeads *self, guint article);

G_END_DECLS
