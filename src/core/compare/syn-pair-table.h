/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number for each of many pairs of different numbers, whichever comes first: of statements, or of
 * articles.  Nothing is ever taken out.  Not for several threads, unless all only look up. */
typedef struct _SynPairTable SynPairTable;

/* @n_expected: so many pairs go in without growing */
SynPairTable *syn_pair_table_new (guint n_expected);
void          syn_pair_table_free (SynPairTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPairTable, syn_pair_table_free)

/* %FALSE where the pair is there already; it keeps its number then. */
gboolean syn_pair_table_add (SynPairTable *self, guint a, guint b, guint value);
/* Where the number of a pair stands, 0 where it is new; until the next pair is added. */
guint   *syn_pair_table_get_slot (SynPairTable *self, guint a, guint b);
gboolean syn_pair_table_lookup (const SynPairTable *self, guint a, guint b, guint *value);
/* Calls @func with each pair, the smaller number first, and its number; in no order. */
void     syn_pair_table_foreach (const SynPairTable *self, void (*func) (guint a, guint b, guint value, gpointer data),
                                 gpointer data);

G_END_DECLS
