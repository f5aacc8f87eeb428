/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "watchdog.h"

#include <stdio.h>
#include <time.h>

/* Waiting for something to do is no fault, so it is subtracted: the main context tells when it waits. */
static double waited;

static double
now_ms (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

/* The time that this thread was ready to run and did not: the fault of other programs. */
static double
get_delay_ms (void)
{
  unsigned long long run = 0;
  unsigned long long delay = 0;
  FILE *file = fopen ("/proc/thread-self/schedstat", "r");

  if (file == NULL)
    return 0;
  if (fscanf (file, "%llu %llu", &run, &delay) != 2)
    delay = 0;
  fclose (file);
  return (double)delay / 1e6;
}

static int
poll_cb (GPollFD *fds, guint n, int timeout)
{
  double begin = now_ms ();
  double delay = get_delay_ms ();
  int result = g_poll (fds, n, timeout);

  /* What was delayed in here is subtracted here, not twice. */
  waited += now_ms () - begin - (get_delay_ms () - delay);
  return result;
}

/* So that a turn ends although nothing happens. */
static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
watchdog_start (Watchdog *self)
{
  static guint tick;

  *self = (Watchdog){ 0 };
  g_main_context_set_poll_func (NULL, poll_cb);
  if (tick == 0)
    tick = g_timeout_add (20, tick_cb, NULL);
}

void
watchdog_turn (Watchdog *self)
{
  double begin = now_ms ();
  double delay = get_delay_ms ();
  double took;

  waited = 0;
  g_main_context_iteration (NULL, TRUE);
  took = now_ms () - begin - waited - (get_delay_ms () - delay);
  self->longest = MAX (self->longest, took);
  self->total += MAX (took, 0);
  self->n_turns++;
}
