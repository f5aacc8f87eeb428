/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-read-marks.h"
#include "syn-session.h"

G_BEGIN_DECLS

/* What the marks say, in words: for assistive technology and tooltips.  All translated, (transfer full). */

/* "Statement 3 of 12, same statement in Harbour Post; conflict of figures; open" */
char *syn_read_words_describe (SynSession *session, guint statement);
/* Why a mark stands here, or NULL. */
char *syn_read_words_explain (SynSession *session, const SynReadSpan *mark);
/* Quoted words with where they are from: “…” (Harbour Post, 3 March 2024, https://…) */
char *syn_read_words_cite (SynArticle *article, const char *quote);

G_END_DECLS
