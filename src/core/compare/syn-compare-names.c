/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison.h"

#include <glib/gi18n-lib.h>

static const char *const conflict_names[SYN_N_CONFLICT_TYPES] = {
  [SYN_CONFLICT_FIGURE] = "figure",       [SYN_CONFLICT_AGENT] = "agent",
  [SYN_CONFLICT_DENIAL] = "denial",       [SYN_CONFLICT_STATUS] = "status",
  [SYN_CONFLICT_TIME] = "time",           [SYN_CONFLICT_PLACE] = "place",
  [SYN_CONFLICT_CERTAINTY] = "certainty", [SYN_CONFLICT_SCOPE] = "scope",
  [SYN_CONFLICT_WORDING] = "wording",     [SYN_CONFLICT_CAUSE] = "cause",
  [SYN_CONFLICT_IDENTITY] = "identity",
};

const char *
syn_tier_to_string (SynTier tier)
{
  switch (tier)
    {
    case SYN_TIER_SURE:
      return "sure";
    case SYN_TIER_LIKELY:
      return "likely";
    case SYN_TIER_POSSIBLE:
      return "possible";
    case SYN_TIER_NONE:
      return "none";
    }
  g_return_val_if_reached ("none");
}

const char *
syn_match_kind_to_string (SynMatchKind kind)
{
  switch (kind)
    {
    case SYN_MATCH_COPIED:
      return "copied";
    case SYN_MATCH_SAME:
      return "same";
    case SYN_MATCH_RELATED:
      return "related";
    }
  g_return_val_if_reached ("related");
}

const char *
syn_conflict_type_to_string (SynConflictType type)
{
  g_return_val_if_fail ((guint)type < SYN_N_CONFLICT_TYPES, "figure");

  return conflict_names[type];
}

const char *
syn_strength_to_string (SynStrength strength)
{
  return strength == SYN_STRENGTH_DIRECT ? "direct" : "tension";
}

const char *
syn_conflict_type_label (SynConflictType type)
{
  switch (type)
    {
    case SYN_CONFLICT_FIGURE:
      return _ ("Figures");
    case SYN_CONFLICT_AGENT:
      return _ ("Who did it");
    case SYN_CONFLICT_DENIAL:
      return _ ("Denial");
    case SYN_CONFLICT_STATUS:
      return _ ("State of things");
    case SYN_CONFLICT_TIME:
      return _ ("Time");
    case SYN_CONFLICT_PLACE:
      return _ ("Place");
    case SYN_CONFLICT_CERTAINTY:
      return _ ("Certainty");
    case SYN_CONFLICT_SCOPE:
      return _ ("Extent");
    case SYN_CONFLICT_WORDING:
      return _ ("Wording");
    case SYN_CONFLICT_CAUSE:
      return _ ("Cause");
    case SYN_CONFLICT_IDENTITY:
      return _ ("Identity");
    }
  g_return_val_if_reached ("");
}

const char *
syn_variant_kind_to_string (SynVariantKind kind)
{
  switch (kind)
    {
    case SYN_VARIANT_SPELLING:
      return "spelling";
    case SYN_VARIANT_TRANSLATION:
      return "translation";
    case SYN_VARIANT_UNIT:
      return "unit";
    case SYN_VARIANT_ALIAS:
      return "alias";
    }
  g_return_val_if_reached ("spelling");
}
