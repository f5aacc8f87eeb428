/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SynArena:
 *
 * Many small things that live and end together, side by side in a few large blocks: nothing is freed by itself.
 */
typedef struct _SynArena SynArena;

SynArena *syn_arena_new (void);
void      syn_arena_free (SynArena *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynArena, syn_arena_free)

/* (transfer none): @size bytes, all zero, aligned for pointers. */
gpointer    syn_arena_alloc (SynArena *self, gsize size);
/* (transfer none): a copy of @length bytes, and a zero byte behind them. */
const char *syn_arena_dup (SynArena *self, const char *text, gsize length);

G_END_DECLS
