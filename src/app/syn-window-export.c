/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-window-private.h"

void
syn_window_show_export (SynWindow *self)
{
}
