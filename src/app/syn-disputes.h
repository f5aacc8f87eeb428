/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/**
 * SynDispute: one question on which the sources disagree.
 * @claim: the claim it belongs to, or -1
 * @lead: index of its best conflict, which gives it type and topic
 * @conflicts: (element-type guint): the conflicts that show it, best first
 *
 * A claim may hold several: how many, and where.  A heading, a step from conflict to conflict and a table of values
 * are about one of them; the verdict is on the claim.
 */
typedef struct
{
  gint claim;
  guint lead;
  GArray *conflicts;
} SynDispute;

void syn_dispute_free (SynDispute *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynDispute, syn_dispute_free)

/* (transfer full) (element-type SynDispute): those of @claim that are sure or likely, best first */
GPtrArray *syn_disputes_list (SynComparison *comparison, guint claim);
/* (transfer full) (element-type SynDispute): those of all claims, then those that no claim holds */
GPtrArray *syn_disputes_list_all (SynComparison *comparison);
/* (transfer full): the one that @conflict shows */
SynDispute *syn_dispute_new (SynComparison *comparison, guint conflict);
/* Whether both conflicts show one question. */
gboolean syn_disputes_are_same (SynComparison *comparison, guint a, guint b);
/* Whether @statement stands on one of the sides. */
gboolean syn_dispute_touches (const SynDispute *self, SynComparison *comparison, guint statement);
/* Whether @value of the claim, or one that is compatible with it, is what it is about. */
gboolean syn_dispute_has_value (const SynDispute *self, SynComparison *comparison, const SynValue *value);

G_END_DECLS
