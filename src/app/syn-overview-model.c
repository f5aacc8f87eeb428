/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-overview-model.h"

#include <glib/gi18n-lib.h>

#include "syn-compare-describe.h"

enum
{
  CHANGED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (SynOverviewModel, syn_overview_model, G_TYPE_OBJECT)

static void
syn_overview_model_default_init (SynOverviewModelInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", SYN_TYPE_OVERVIEW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", SYN_TYPE_OVERVIEW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

void
syn_overview_model_changed (SynOverviewModel *self)
{
  g_return_if_fail (SYN_IS_OVERVIEW_MODEL (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

void
syn_overview_model_moved (SynOverviewModel *self)
{
  g_return_if_fail (SYN_IS_OVERVIEW_MODEL (self));

  g_signal_emit (self, signals[MOVED], 0);
}

static SynOverviewKind
kind_of_claim (SynSession *session, guint claim)
{
  gboolean open = syn_session_is_open (session, claim);

  if (!open)
    return SYN_OVERVIEW_TAGGED;
  return syn_get_claim (syn_session_get_comparison (session), claim)->n_sources < 2 ? SYN_OVERVIEW_PLAIN
                                                                                    : SYN_OVERVIEW_OPEN;
}

static gboolean
is_in_conflict (SynComparison *comparison, guint statement, gint claim)
{
  guint n = 0;
  const guint *of = syn_comparison_conflicts_of (comparison, statement, &n);

  for (guint i = 0; i < n; i++)
    {
      const SynConflict *conflict = syn_get_conflict (comparison, of[i]);

      if ((claim < 0 || conflict->claim == claim) && conflict->tier <= SYN_TIER_LIKELY)
        return TRUE;
    }
  return FALSE;
}

SynOverviewKind
syn_overview_kind_of (SynSession *session, guint statement, gint claim)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  SynOverviewKind kind = SYN_OVERVIEW_PLAIN;
  const guint *claims;
  guint n = 0;

  if (is_in_conflict (comparison, statement, claim))
    return SYN_OVERVIEW_CONFLICT;
  if (claim >= 0)
    return kind_of_claim (session, (guint) claim);
  claims = syn_comparison_claims_of (comparison, statement, &n);
  for (guint i = 0; i < n; i++)
    kind = MAX (kind, kind_of_claim (session, claims[i]));
  return kind;
}

const char *
syn_overview_kind_label (SynOverviewKind kind)
{
  static const char *const labels[] = {
    [SYN_OVERVIEW_SILENT] = N_ ("silent here"), [SYN_OVERVIEW_PLAIN] = N_ ("a statement of its own"),
    [SYN_OVERVIEW_TAGGED] = N_ ("ruled"),       [SYN_OVERVIEW_OPEN] = N_ ("open claim"),
    [SYN_OVERVIEW_CONFLICT] = N_ ("conflict"),
  };

  return _ (labels[kind]);
}
