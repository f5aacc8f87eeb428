/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-describe.h"
#include "syn-session.h"

G_BEGIN_DECLS

/* How the window puts things in words.  All strings are for people, translated. */

/* "09:12", or "24 Nov 09:12" where the corpus spans several days, or the date as far as it is known, or NULL. */
char *syn_format_published (SynSession *session, SynArticle *article);
/* A moment of the past, seconds since the epoch: "11:21" today, "24 Nov" before. */
char *syn_format_moment (gint64 time);
/* "5 sources, 3 origins" */
char *syn_format_sources (const SynClaim *claim);
/* "14 · at least 12 · 17": each group's values once, or NULL */
char *syn_format_values (const SynClaim *claim);
/* "Figures, direct" */
char *syn_format_conflict (const SynConflict *conflict);

/* The style class that gives its colour. */
const char *syn_verdict_class (SynVerdict verdict);
const char *syn_conflict_icon (const SynConflict *conflict);

G_END_DECLS
