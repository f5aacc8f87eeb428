/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/* What is expected of two sentences by two papers. */
typedef enum
{
  EXPECT_HIDDEN,  /* a trap: nothing of this type is shown, though it may wait in the review list */
  EXPECT_DIRECT,  /* shown, both cannot be true */
  EXPECT_TENSION, /* shown, worded or framed otherwise */
  EXPECT_LISTED,  /* only in the review list */
} Expectation;

typedef struct
{
  const char *a, *b;
  Expectation expected;
} ConflictRow;

/* Compares each pair of sentences inside two articles that share nothing else, and checks that the
 * best conflict of @type between them is as expected. */
void conflict_table_check (SynConflictType type, const ConflictRow *rows, guint n_rows);

G_END_DECLS
