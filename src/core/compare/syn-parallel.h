/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Does items [first, end).  Must write only what belongs to these items: then the number of threads
 * cannot change the result. */
typedef void (*SynParallelFunc) (guint first, guint end, gpointer data);

/**
 * syn_parallel_run:
 * @n: items
 * @chunk: items handed to a thread at a time
 *
 * Runs @func over all items on as many threads as there are cores, and waits.
 *
 * Returns: %FALSE when cancelled; some items have not been done then
 */
gboolean syn_parallel_run (guint n, guint chunk, SynParallelFunc func, gpointer data, GCancellable *cancellable);

/* 0: as many as cores (the default). */
void syn_parallel_set_threads (guint threads);

G_END_DECLS
