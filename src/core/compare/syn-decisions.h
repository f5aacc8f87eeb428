/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SynDecisionPair: two statements (global indices of one comparison) that the reader linked or parted.
 */
typedef struct
{
  guint a, b;
} SynDecisionPair;

/**
 * SynDecisionStance: what the reader says the source @article does with a claim; @stance is a SynStance.
 */
typedef struct
{
  guint article;
  guint stance;
} SynDecisionStance;

/**
 * SynOwnClaim: a claim that the reader made, or changed, or ruled on.
 * @id: the workspace's name of it
 * @wording: (nullable): the reader's wording; %NULL keeps the engine's
 * @statements: (element-type guint): what it was given on, as far as it could be found
 * @exact: the reader chose these statements one by one (new claim, split, merge, add): they replace what
 *   the engine groups.  Otherwise the claim was only ruled on: the engine's claim that shares most of
 *   the statements carries it, and only where there is none it stands by itself.
 * @stances: (element-type SynDecisionStance): in place of what the engine found, one per article at most
 */
typedef struct
{
  char *id;
  char *wording;
  GArray *statements;
  gboolean exact;
  GArray *stances;
} SynOwnClaim;

/**
 * SynDecisions:
 *
 * What the reader decided, resolved to statements of one comparison.  The workspace makes it, the
 * comparison applies it; neither knows the other.
 */
typedef struct
{
  GArray *links;        /* SynDecisionPair */
  GArray *unlinks;      /* SynDecisionPair */
  GHashTable *dismissed; /* set of conflict keys, see syn_conflict_dup_key() */
  GPtrArray *claims;    /* SynOwnClaim */
  GPtrArray *not_claims; /* SynOwnClaim that the reader struck out: the engine's claim it resolves to goes */
} SynDecisions;

SynDecisions *syn_decisions_new (void);
void          syn_decisions_free (SynDecisions *self);
SynOwnClaim  *syn_own_claim_new (const char *id, const char *wording, gboolean exact);
void          syn_own_claim_free (SynOwnClaim *self);
gboolean      syn_decisions_is_empty (const SynDecisions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynDecisions, syn_decisions_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynOwnClaim, syn_own_claim_free)

G_END_DECLS
