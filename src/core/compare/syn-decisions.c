/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-decisions.h"

SynDecisions *
syn_decisions_new (void)
{
  SynDecisions *self = g_new0 (SynDecisions, 1);

  self->links = g_array_new (FALSE, FALSE, sizeof (SynDecisionPair));
  self->unlinks = g_array_new (FALSE, FALSE, sizeof (SynDecisionPair));
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify)syn_own_claim_free);
  self->not_claims = g_ptr_array_new_with_free_func ((GDestroyNotify)syn_own_claim_free);
  return self;
}

void
syn_decisions_free (SynDecisions *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->links);
  g_array_unref (self->unlinks);
  g_hash_table_unref (self->dismissed);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->not_claims);
  g_free (self);
}

SynOwnClaim *
syn_own_claim_new (const char *id, const char *wording, gboolean exact)
{
  SynOwnClaim *self = g_new0 (SynOwnClaim, 1);

  self->id = g_strdup (id);
  self->wording = g_strdup (wording);
  self->statements = g_array_new (FALSE, FALSE, sizeof (guint));
  self->exact = exact;
  self->stances = g_array_new (FALSE, FALSE, sizeof (SynDecisionStance));
  return self;
}

void
syn_own_claim_free (SynOwnClaim *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->wording);
  g_array_unref (self->statements);
  g_array_unref (self->stances);
  g_free (self);
}

gboolean
syn_decisions_is_empty (const SynDecisions *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->links->len == 0 && self->unlinks->len == 0
         && g_hash_table_size (self->dismissed) == 0 && self->claims->len == 0
         && self->not_claims->len == 0;
}
