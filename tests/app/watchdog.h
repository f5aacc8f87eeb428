/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How long the thread that draws was kept from drawing: the longest that one turn of the main loop
 * took, in milliseconds, without the time that it waited for something to do and, where the kernel
 * tells, without the time that it was ready and others had the processor. */
typedef struct
{
  double longest;
  double total;
  guint n_turns;
} Watchdog;

/* From now on; the main loop of this thread is turned by watchdog_turn() only. */
void watchdog_start (Watchdog *self);
/* One turn of the main loop; waits for something to do. */
void watchdog_turn (Watchdog *self);

G_END_DECLS
