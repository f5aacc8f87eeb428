/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The named colours of style.css, for code that draws. */
typedef enum
{
  SYN_COLOR_VIEW,
  SYN_COLOR_WINDOW,
  SYN_COLOR_HEADER,
  SYN_COLOR_INK,
  SYN_COLOR_INK2,
  SYN_COLOR_INK3,
  SYN_COLOR_ACCENT,
  SYN_COLOR_CONFLICT,
  SYN_COLOR_CONFLICT_FILL,
  SYN_COLOR_CONFIRMED,
  SYN_COLOR_DISPUTED,
  SYN_COLOR_UNVERIFIED,
  SYN_COLOR_ON_VERDICT,
  SYN_COLOR_MATCH,
  SYN_COLOR_TINT,
  SYN_COLOR_TINT2,
  SYN_COLOR_VARIANT_FILL,
  SYN_COLOR_RULE,
  SYN_COLOR_RULE2,
  SYN_COLOR_HATCH,
  SYN_COLOR_FIND,
  SYN_COLOR_FIND_CURRENT,
} SynColor;
#define SYN_N_COLORS (SYN_COLOR_FIND_CURRENT + 1)

/**
 * syn_palette_get:
 * @widget: any widget of the window
 *
 * Returns: (transfer none): @color as the style sheets define it now; valid until the next call after the
 *   appearance has changed, so fetch it in snapshot and do not keep it
 */
const GdkRGBA *syn_palette_get (GtkWidget *widget, SynColor color);
/* Whether boxes and rings are to be drawn stronger. */
gboolean       syn_palette_is_high_contrast (void);
/* Draws @widget again whenever dark or high contrast is switched. */
void           syn_palette_watch (GtkWidget *widget);

/**
 * syn_palette_snapshot_icon:
 * @name: a symbolic icon
 * @x, @y: where its top left corner comes, in @widget's coordinates
 * @size: its width and height in pixels
 *
 * Draws a symbolic icon in one colour.
 */
void syn_palette_snapshot_icon (GtkWidget   *widget,
                                GtkSnapshot *snapshot,
                                const char  *name,
                                double       x,
                                double       y,
                                int          size,
                                SynColor     color);

G_END_DECLS
