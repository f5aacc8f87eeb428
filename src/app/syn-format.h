/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-describe.h"
#include "syn-session.h"

G_BEGIN_DECLS

/* How the window puts things in words.  All strings are for people, translated. */

/* "09:12", or "24 Nov, 09:12" where the corpus spans several days, or the date as far as it is known, or NULL.
 * @brief: without the time, where there is a date. */
char *syn_format_published (SynSession *session, SynArticle *article, gboolean brief);
/* "22 May 2023", or "22 May – 24 May 2023"; NULL where there is no date. */
char *syn_format_days (GDateTime *first, GDateTime *last);
/* A moment of the past, seconds since the epoch: "11:21" today, "24 Nov, 11:21" before, and without the time in other years. */
char *syn_format_moment (gint64 time);
/* "5 sources, 3 origins" */
char *syn_format_sources (const SynClaim *claim);
/* "14 · at least 12 · 17": each group's values once, or NULL */
char *syn_format_values (const SynClaim *claim);
/* "Figures, direct" */
char *syn_format_conflict (const SynConflict *conflict);

/* How the reader has ruled on a claim, also in ways of her own: icon, words and style class of its verdict, of the
 * value of a scale, or that there is nothing to decide.  @record: (nullable) */
const char *syn_state_icon (const SynClaimRecord *record);
const char *syn_state_label (const SynClaimRecord *record);
const char *syn_state_class (const SynClaimRecord *record);
/* "31 claims: 9 confirmed, 6 disputed, 4 unverified, 12 open" */
char *syn_format_progress (SynSession *session);
/* The style class that gives its colour. */
const char *syn_verdict_class (SynVerdict verdict);
const char *syn_conflict_icon (const SynConflict *conflict);

G_END_DECLS
