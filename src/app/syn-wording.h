/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands over it stands as far from the edge as its words. */
#define SYN_WORDING_AIR 4
/* No less and no more: the height that a scrolled window wants is the one at the least width. */
#define SYN_WORDING_CHARS 42

#define SYN_TYPE_WORDING (syn_wording_get_type ())
/* The words of one statement, marked as in the views. */
G_DECLARE_FINAL_TYPE (SynWording, syn_wording, SYN, WORDING, GtkWidget)

GtkWidget *syn_wording_new (void);
/* @marks: (element-type SynTextMark): taken */
void syn_wording_set_text (SynWording *self, const char *text, GArray *marks, const char *language);

G_END_DECLS
