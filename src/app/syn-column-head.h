/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_COLUMN_HEAD_HEIGHT 54

#define SYN_TYPE_COLUMN_HEAD (syn_column_head_get_type ())
/* What stands over a column: outlet, pin of the pivot, time, counts; pressing it opens the column's menu. */
G_DECLARE_FINAL_TYPE (SynColumnHead, syn_column_head, SYN, COLUMN_HEAD, GtkWidget)

GtkWidget *syn_column_head_new (SynSession *session, SynSource *source);

G_END_DECLS
