/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the text of one outlet is set in Read, where it is not as the preferences have it; kept by the outlet's name. */

/**
 * SynColumnStyle:
 * @zoom: per cent of the size of the preferences
 * @face: "serif", "sans", or "" for that of the preferences
 */
typedef struct
{
  int zoom;
  const char *face; /* static */
} SynColumnStyle;

SynColumnStyle syn_column_style_get (const char *outlet);
void           syn_column_style_set (const char *outlet, SynColumnStyle style);
/* The next larger (@step 1) or smaller (-1) size. */
int            syn_column_style_step (int zoom, int step);
/* (transfer full): the style class that sets it: "zoom-120", or NULL for 100 %. */
char          *syn_column_style_dup_class (int zoom);
/* The rules for all of these classes. @font: size in rem of the text at 100 %; @serif: the family. */
void           syn_column_style_append_css (GString *css, double font, const char *serif);

#define SYN_COLUMN_STYLE_KEY "column-styles"

G_END_DECLS
