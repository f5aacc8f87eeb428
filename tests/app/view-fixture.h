/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syn-session.h"

G_BEGIN_DECLS

/**
 * ViewFixture: a session on articles that the test makes up, and a window to put a view in.
 */
typedef struct
{
  char *folder;
  SynSession *session;
  GtkWidget *window;
} ViewFixture;

/* GTK, libadwaita and the style sheets, once for the whole test program. */
void view_fixture_init (int *argc, char ***argv);
/* Writes @texts as articles and opens and compares them; returns when the rows are there. */
void view_fixture_open (ViewFixture *self, const char *const *texts);
/* As above: @n articles of @n_paragraphs, of which every second statement is told by several in
 * other words. */
void view_fixture_open_invented (ViewFixture *self, guint n, guint n_paragraphs);
/* Shows @view in a window of this size and waits until it is drawn. */
void view_fixture_show (ViewFixture *self, GtkWidget *view, int width, int height);
void view_fixture_close (ViewFixture *self);
/* Until nothing is left to do and a frame was drawn. */
void view_fixture_settle (GtkWidget *widget);
/* The first descendant of @type, or NULL. */
GtkWidget *view_fixture_find (GtkWidget *widget, GType type);

G_END_DECLS
