/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-palette.h"
#include "syn-session.h"
#include "syn-statement-view.h"

G_BEGIN_DECLS

static inline const SynClaim *
syn_get_claim (SynComparison *comparison, guint claim)
{
  guint n;

  return &syn_comparison_get_claims (comparison, &n)[claim];
}

static inline const SynConflict *
syn_get_conflict (SynComparison *comparison, guint conflict)
{
  guint n;

  return &syn_comparison_get_conflicts (comparison, &n)[conflict];
}

/* A glyph and what it means. */
typedef struct
{
  const char *icon; /* static */
  SynColor color;
  char *name;
} SynGlyph;

void syn_glyph_clear (SynGlyph *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SynGlyph, syn_glyph_clear)

/* The verdict's icon and colour. */
const char *syn_verdict_icon (SynVerdict verdict);
SynColor syn_verdict_color (SynVerdict verdict);
/* ≠ or ≉. */
const char *syn_strength_icon (SynStrength strength);

/* What @row says about itself to those who do not see it:
 * "Row 3, people injured, conflict of figures, open, 5 sources, 3 origins". */
char *syn_describe_row (SynSession *session, guint row);
/* Whether more than one source makes the claim of @row, and the row is no headline. */
gboolean syn_describe_is_shared (SynSession *session, guint row);
/* Whether the claim of @row is shared and @article has no word on it, in this row or elsewhere. */
gboolean syn_describe_is_silent (SynSession *session, guint row, guint article);
/* "14 · at least 12 · 17": what a conflict is between. */
char *syn_describe_values (SynSession *session, guint conflict);
/* The same for the heading of @row, with how many more questions its claim holds there. */
char *syn_describe_heading_values (SynSession *session, guint conflict, guint row);
/* "09:12", or "14 Oct, 09:12" where the corpus spans several days: when @article was published;
 * where it is to be
 * @brief, only the day of these.  NULL if not known. */
char *syn_describe_time (SynSession *session, guint article, gboolean brief);

/**
 * syn_describe_reference:
 * @articles: (element-type guint): the columns, in order
 *
 * Returns: the first article of the columns that speaks in @row, to which the glyphs of the others
 * relate, or -1
 */
gint syn_describe_reference (SynSession *session, guint row, const GArray *articles);

/* (transfer full): what the cell of @statement shows; @reference as above. */
SynStatementCell *syn_describe_cell (SynSession *session, guint statement, gint reference);
/* Fills @glyph for the cell of @article in @row where there is no room for words; icon NULL for
 * nothing. */
void
syn_describe_spine (SynSession *session, guint row, guint article, gint reference, SynGlyph *glyph);
/* How @reference, which a word was held against, puts it: "Harbour Post: “Seventeen people …”"; or NULL. */
char *syn_describe_difference (SynSession *session, guint reference);
/* Whether the statements of @article in @row are all copies of @reference's. */
gboolean syn_describe_is_copy (SynSession *session, guint row, guint article, gint reference);

G_END_DECLS
