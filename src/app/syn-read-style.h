/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "corpus/syn-article.h"

G_BEGIN_DECLS

/**
 * syn_read_style_install:
 * @buffer: a buffer that holds the text of @article as it is
 *
 * Makes the tags and lays them over the text: a face for each role, and the space between paragraphs,
 * which is put into the blank lines that are there or below the line where there is none.
 */
void syn_read_style_install (GtkTextBuffer *buffer, SynArticle *article);

/**
 * syn_read_style_update:
 * @view: shows a buffer that was styled by syn_read_style_install()
 *
 * Sets the colours and the line heights of the tags again, after the theme or the font has changed.
 */
void syn_read_style_update (GtkTextView *view);

/* The part of a line's height that stands above its base line, 0 to 1. */
double syn_read_style_get_ascent (GtkTextView *view);

/**
 * syn_read_style_emphasise:
 * @start, @end: code points
 * @bold: a value in direct conflict
 *
 * Gives a boxed value or a pill air: the characters beside it are spaced by an attribute, never by
 * characters.
 */
void syn_read_style_emphasise (GtkTextBuffer *buffer, guint start, guint end, gboolean bold);

/**
 * syn_read_style_clear_emphasis:
 *
 * Takes back all of the above.
 */
void syn_read_style_clear_emphasis (GtkTextBuffer *buffer);

G_END_DECLS
