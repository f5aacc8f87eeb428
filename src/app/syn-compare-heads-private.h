/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-heads.h"

G_BEGIN_DECLS

/* syn-compare-heads.c */
/* Puts the column of @article where @x is. */
void syn_compare_heads_drop (SynCompareHeads *self, guint article, double x);

/* syn-compare-heads-drag.c */
void syn_compare_heads_add_drag (GtkWidget *head, guint article);
void syn_compare_heads_accept_drops (SynCompareHeads *self);

G_END_DECLS
