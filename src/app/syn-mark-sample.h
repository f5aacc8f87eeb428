/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/syn-marks.h"

G_BEGIN_DECLS

#define SYN_TYPE_MARK_SAMPLE (syn_mark_sample_get_type ())
/* Some words, or a ribbon, marked as the views mark them. */
G_DECLARE_FINAL_TYPE (SynMarkSample, syn_mark_sample, SYN, MARK_SAMPLE, GtkWidget)

GtkWidget *syn_mark_sample_new (SynMarkKind kind, const char *words);
/* @own: a link of the reader's, otherwise one that the program proposes. */
GtkWidget *syn_mark_sample_new_ribbon (gboolean own);

G_END_DECLS
