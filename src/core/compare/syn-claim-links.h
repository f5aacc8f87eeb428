/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison-private.h"

G_BEGIN_DECLS

/**
 * SynClaimLinks: what ties statements together in claims: shown matches that share more than who
 * speaks, and figures that disagree about one thing.
 */
typedef struct _SynClaimLinks SynClaimLinks;

/* A statement beside another one, and how strongly the two hang together. */
typedef struct
{
  guint statement;
  double strength;
} SynClaimNear;

/* @matches: (element-type SynMatch), must outlive the links; @vetoes: (nullable): pair keys of
 * statements that never stand together. */
SynClaimLinks *syn_claim_links_new (SynEngine *engine, GArray *matches, GHashTable *vetoes);
void syn_claim_links_free (SynClaimLinks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynClaimLinks, syn_claim_links_free)

/* (nullable) (element-type guint): statements tied to @statement. */
GArray *syn_claim_links_get_partners (const SynClaimLinks *self, guint statement);
/* (nullable) (element-type SynClaimNear): statements of other articles that are known to hang together
 * with @statement, or not to; all others do not at all. */
const GArray *syn_claim_links_get_near (const SynClaimLinks *self, guint statement);
/* Whether it has more near statements than were kept. */
gboolean      syn_claim_links_is_full (const SynClaimLinks *self, guint statement);
/* Whether a shown match or a disagreement ties the two. */
gboolean syn_claim_links_ties (const SynClaimLinks *self, guint a, guint b);
/* Whether they are shown to give different figures for one thing. */
gboolean syn_claim_links_disputes (const SynClaimLinks *self, guint a, guint b);
/* How strongly the two hang together: 0 to 1, very negative when they must not.  %FALSE when nobody
 * knows: both have more near statements than were kept. */
gboolean syn_claim_links_get_strength (const SynClaimLinks *self, guint a, guint b,
                                       double *strength);

G_END_DECLS
