/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

/* What a list of claims can be narrowed by, besides words. */
typedef enum
{
  SYN_FACET_VERDICT,
  SYN_FACET_CONFLICT,
  SYN_FACET_SOURCE,
  SYN_FACET_ORIGINS,
  SYN_FACET_WHOSE,
  SYN_FACET_TAG,
} SynClaimFacet;
#define SYN_N_FACETS 6

/* "Verdict" */
const char *syn_claim_facet_label (SynClaimFacet facet);
/* "Any verdict" */
const char *syn_claim_facet_any (SynClaimFacet facet);

typedef struct
{
  char *key;   /* kept in saved filters */
  char *label; /* for people */
} SynFacetValue;

void syn_facet_value_free (SynFacetValue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynFacetValue, syn_facet_value_free)

/* (transfer full) (element-type SynFacetValue): what can be chosen in the corpus that is open. */
GPtrArray *syn_claim_facet_list_values (SynClaimFacet facet, SynSession *session);
gboolean   syn_claim_facet_has (SynClaimFacet facet, SynSession *session, guint claim, const char *key);

/**
 * SynClaimFilter:
 * @keys: a value for each facet, or %NULL for any
 * @words: (nullable): folded words that must stand in the claim
 */
typedef struct
{
  char *keys[SYN_N_FACETS];
  char *words;
} SynClaimFilter;

void     syn_claim_filter_clear (SynClaimFilter *self);
gboolean syn_claim_filter_is_empty (const SynClaimFilter *self);
/* @words as the reader typed them. */
void     syn_claim_filter_set_words (SynClaimFilter *self, const char *words);
/* Which conditions @claim does not meet, a bit for each facet and the next one for the words; 0 is shown.
 * @text: the claim's words, folded, see syn_claim_dup_words(). */
guint    syn_claim_filter_miss (const SynClaimFilter *self, SynSession *session, guint claim, const char *text);
/* The words of a claim and of all its statements, folded: what is searched. */
char    *syn_claim_dup_words (SynSession *session, guint claim);

/* (transfer floating): "a{ss}", for the settings; and back. */
GVariant *syn_claim_filter_to_variant (const SynClaimFilter *self);
void      syn_claim_filter_from_variant (SynClaimFilter *self, GVariant *variant);

G_END_DECLS
