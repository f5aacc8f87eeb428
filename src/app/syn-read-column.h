/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-read-text.h"

G_BEGIN_DECLS

#define SYN_TYPE_READ_COLUMN (syn_read_column_get_type ())
/**
 * SynReadColumn:
 *
 * An article in its scrolled window, without the head.  It can be moved further than a scrolled window goes:
 * a statement of the first paragraph can stand at the bottom, one of the last at the top, so that any two
 * statements can be brought to the same height.
 *
 * Signal "moved": the text stands elsewhere, for whatever reason.  Signal "scrolled": the reader did it.
 * Signal "laid-out": heights changed, what was brought to a height may not be there any more.
 */
G_DECLARE_FINAL_TYPE (SynReadColumn, syn_read_column, SYN, READ_COLUMN, GtkWidget)

GtkWidget   *syn_read_column_new (SynSession *session, SynSource *source);
SynReadText *syn_read_column_get_text (SynReadColumn *self);
SynSource   *syn_read_column_get_source (SynReadColumn *self);
/* Index of its article in the comparison. */
guint        syn_read_column_get_article (SynReadColumn *self);

/* How far the text is scrolled, in pixels; below 0 and beyond the end there is blank space. */
double syn_read_column_get_position (SynReadColumn *self);
void   syn_read_column_set_position (SynReadColumn *self, double position);
/* The same as the reader does it: the others follow. */
void   syn_read_column_scroll (SynReadColumn *self, double position);
/* The code points of the article that are in sight, parts of a line included; @offset comes to the upper edge. */
void   syn_read_column_get_visible (SynReadColumn *self, double *out_from, double *out_to);
void   syn_read_column_scroll_to (SynReadColumn *self, double offset);
/* The last position a scrolled window would go to, and the height that is seen. */
double syn_read_column_get_end (SynReadColumn *self);
double syn_read_column_get_page (SynReadColumn *self);

/**
 * syn_read_column_get_statement:
 * @out_top, @out_bottom: (out): in the column's coordinates
 * @out_line: (out) (optional): height of its first line
 *
 * Returns: %FALSE when @statement does not stand in this column
 */
gboolean syn_read_column_get_statement (SynReadColumn *self,
                                        guint          statement,
                                        double        *out_top,
                                        double        *out_bottom,
                                        double        *out_line);

G_END_DECLS
