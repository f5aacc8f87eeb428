/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * syn_reading_style_install:
 *
 * Sets what articles say in the face and size that the reader prefers, on every window of @display, and
 * follows the preferences from then on.  Calling it again does nothing.
 */
void syn_reading_style_install (GdkDisplay *display);

G_END_DECLS
