/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-rows.h"

G_BEGIN_DECLS

/* A row that is being laid. */
typedef struct _SynRowSlot SynRowSlot;
struct _SynRowSlot
{
  SynRowSlot *next;
  gint claim;
  gint conflict;
  gboolean headline;
  gboolean set_aside; /* holds only what is never matched */
  gboolean apart;     /* each cell stands for itself */
  guint order;
  GArray *statements; /* guint */
};

/* syn-rows-arrange.c */

/* Brings the rows from @head on into @order; @ranks: (nullable): per article, 0 for the one that
 * was published first.  Returns the first. */
SynRowSlot *syn_row_slots_sort (SynRowSlot *head,
                                SynComparison *comparison,
                                SynRowOrder order,
                                const guint *ranks);
/* Sets what stands alone in rows that follow each other side by side. */
void syn_row_slots_pack (SynRowSlot *head, SynComparison *comparison);

G_END_DECLS
