/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-compare-layout.h"
#include "syn-session.h"

G_BEGIN_DECLS

typedef enum
{
  SYN_FOLD_NONE,
  SYN_FOLD_SPINES, /* only columns speak that are spines */
  SYN_FOLD_ALONE,  /* only one source says it */
  SYN_FOLD_COPIED, /* every other source copies it */
} SynFoldKind;

/**
 * SynFold: rows that follow each other and are one line until the reader opens it.
 * @first, @last: the rows; the first stands for all of them while it is shut
 */
typedef struct
{
  SynFoldKind kind;
  guint first, last;
  gboolean open;
} SynFold;

/* Which rows of a synopsis are folded. */
typedef struct _SynRowFolds SynRowFolds;

SynRowFolds *syn_row_folds_new (void);
void syn_row_folds_free (SynRowFolds *self);
/**
 * syn_row_folds_update:
 * @columns: (element-type SynCompareColumn)
 * @narrow: a row is a card: there are no spines, but there are sources that nobody asked for
 * @alone, @copied: whether what only one source says is folded, and what is copied
 *
 * Folds the session's rows anew.  What the reader opened stays open as long as it begins with the
 * same statement.
 */
void syn_row_folds_update (SynRowFolds *self,
                           SynSession *session,
                           const GArray *columns,
                           gboolean narrow,
                           gboolean alone,
                           gboolean copied);
/* Forgets what was opened. */
void syn_row_folds_forget (SynRowFolds *self);
/* The fold that @row belongs to, or %NULL. */
const SynFold *syn_row_folds_get (const SynRowFolds *self, guint row);
/* Whether nothing of @row is to be seen. */
gboolean syn_row_folds_is_hidden (const SynRowFolds *self, guint row);
/* Whether the statements of @row are to be seen. */
gboolean syn_row_folds_is_shut (const SynRowFolds *self, guint row);
void syn_row_folds_set_open (SynRowFolds *self, SynSession *session, guint row, gboolean open);
/* (transfer full): "12 statements only in Harbour Post" */
char *syn_row_folds_describe (const SynFold *fold, SynSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynRowFolds, syn_row_folds_free)

G_END_DECLS
