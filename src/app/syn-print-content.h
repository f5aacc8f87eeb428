/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-print-pages.h"
#include "syn-session.h"

G_BEGIN_DECLS

typedef enum
{
  SYN_PRINT_COMPARISON, /* rows and columns as in Compare; more columns than fit stand beneath each other */
  SYN_PRINT_CLAIMS,     /* every claim with its verdict, values, sources and note */
} SynPrintWhat;

/* Which rows of a comparison are one line on paper, as they can be in Compare. */
typedef enum
{
  SYN_PRINT_IN_FULL = 0,
  SYN_PRINT_FOLD_ALONE = 1 << 0,  /* what only one source says */
  SYN_PRINT_FOLD_COPIED = 1 << 1, /* what all others copy */
} SynPrintFolds;

/**
 * syn_print_content_new:
 * @session: with a comparison
 * @folds: of a comparison
 * @heads: (out) (element-type utf8): heads of the columns, Pango markup
 *
 * Returns: (transfer full) (element-type SynPrintBlock): what to print.  Marks and verdicts are signs and
 *   words, never colour alone.
 */
GPtrArray *syn_print_content_new (SynSession *session, SynPrintWhat what, SynPrintFolds folds, GPtrArray **heads);

G_END_DECLS
