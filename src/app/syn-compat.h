/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Everything that GTK and libadwaita do otherwise in another version stands here, and nowhere else. */

/* Before the display is opened. */
void syn_compat_prepare_display (void);

typedef enum
{
  SYN_CHOOSE_FILES,
  SYN_CHOOSE_FOLDER,
  SYN_CHOOSE_SAVE,
  SYN_CHOOSE_WORKSPACE,
} SynChooseKind;

/* @files: (element-type GFile) (transfer none): never empty; not called when the reader cancels */
typedef void (*SynChooseFunc) (GPtrArray *files, gpointer user_data);

void syn_compat_choose_files (GtkWindow *parent, SynChooseKind kind, const char *title,
                              const char *name, SynChooseFunc func, gpointer user_data);

/* A question with one answer besides "Cancel", and a box to tick, @check; @func is called only for that
 * answer, and told whether the box was ticked. */
typedef void (*SynConfirmOnceFunc) (gboolean checked, gpointer user_data);
void syn_compat_confirm_once (GtkWindow *parent, const char *heading, const char *body, const char *check,
                              const char *answer, SynConfirmOnceFunc func, gpointer user_data,
                              GDestroyNotify destroy);
/* Asks for one line of text; @func is called with it, perhaps empty, unless the reader cancels. */
typedef void (*SynAskFunc) (const char *text, gpointer user_data);
void syn_compat_ask (GtkWindow *parent, const char *heading, const char *body, const char *label,
                     const char *text, const char *answer, SynAskFunc func, gpointer user_data,
                     GDestroyNotify destroy);
/* Gives the row of a list view, of which @child is the content, the name that a screen reader says. */
void syn_compat_name_row (GtkWidget *child, const char *name);
/* Names a drop-down or menu button, and the button inside it that takes the focus. */
void syn_compat_name_button (GtkWidget *widget, const char *name);
/* As gtk_menu_button_set_menu_model(), but the menu is made when it is opened. */
void syn_compat_set_menu (GtkMenuButton *button, GMenuModel *menu);
/* A menu for the secondary button at @widget, which is made when it is opened; point it, then pop it up.  @menu:
 * (transfer none).  Returns *@popover, which is NULL at first. */
GtkPopover *syn_compat_ensure_menu (GtkWidget *widget, GtkWidget **popover, GMenuModel *menu);
/* As gtk_widget_set_tooltip_text(), without asking the display for the pointer when nothing changes or nothing is seen. */
void syn_compat_set_tooltip (GtkWidget *widget, const char *text);
/* Shows @uri in the reader's browser; nothing is fetched here. */
void syn_compat_open_uri (GtkWindow *parent, const char *uri);
void syn_compat_alert (GtkWindow *parent, const char *heading, const char *body);

G_END_DECLS
