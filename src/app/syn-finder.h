/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

/**
 * SynFindHit:
 * @article: index in the comparison
 * @span: code points of the article's text
 */
typedef struct
{
  guint article;
  SynSpan span;
} SynFindHit;

/**
 * syn_find_in_text:
 * @text: where to look
 * @needle: what for; letters match without case and accents, any white space matches any other,
 *   typographic quotes and dashes match the plain ones
 *
 * Returns: (transfer full) (element-type SynSpan): code points of @text, ascending, never overlapping
 */
GArray *syn_find_in_text (const char *text, const char *needle);

#define SYN_TYPE_FINDER (syn_finder_get_type ())
/**
 * SynFinder:
 *
 * One search in all articles that are shown, in the order of the columns.  Properties, all notified: "text"
 * (string), "n-hits" (uint), "current" (int, or -1).
 */
G_DECLARE_FINAL_TYPE (SynFinder, syn_finder, SYN, FINDER, GObject)

SynFinder  *syn_finder_new (SynSession *session);
SynSession *syn_finder_get_session (SynFinder *self);
const char *syn_finder_get_text (SynFinder *self);
/* Looks for @text; the current hit becomes the first one at or after the active statement. */
void        syn_finder_set_text (SynFinder *self, const char *text);
guint       syn_finder_get_n_hits (SynFinder *self);
/* (transfer none) (nullable) */
const SynFindHit *syn_finder_get_hit (SynFinder *self, guint index);
gint        syn_finder_get_current (SynFinder *self);
/* Goes on by @step, around the end. */
void        syn_finder_move (SynFinder *self, gint step);
/* Goes to the first hit of @article, or to the next one when it is there already. */
void        syn_finder_move_to_article (SynFinder *self, guint article);
/* How many of the hits stand in @article. */
guint       syn_finder_count_in (SynFinder *self, guint article);
/* Hits of @article (element-type SynSpan, transfer full) and which is the current one, or -1. */
GArray     *syn_finder_list_in (SynFinder *self, guint article, gint *out_current);

G_END_DECLS
