/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syn-finder.h"

G_BEGIN_DECLS

#define SYN_TYPE_FIND_BAR (syn_find_bar_get_type ())
/* Where words are looked for in the articles: Enter goes on, Shift+Enter goes back, Escape ends the search. */
G_DECLARE_FINAL_TYPE (SynFindBar, syn_find_bar, SYN, FIND_BAR, GtkWidget)

GtkWidget *syn_find_bar_new (SynFinder *finder);
/* Shows the bar and puts the focus into it; looks for @text at once unless it is %NULL or empty. */
void       syn_find_bar_open (SynFindBar *self, const char *text);
void       syn_find_bar_close (SynFindBar *self);
gboolean   syn_find_bar_is_open (SynFindBar *self);

G_END_DECLS
