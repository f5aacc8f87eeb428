/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-item.h"

#include <glib/gi18n-lib.h>

#include "syn-format.h"

struct _SynClaimItem
{
  GObject parent_instance;
  guint claim;
  SynVerdict verdict;
  char *title;
  char *detail;
  const char *conflict_icon;
  char *accessible_label;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_VERDICT,
  PROP_OPEN,
  PROP_CONFLICT_ICON,
  PROP_ACCESSIBLE_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynClaimItem, syn_claim_item, G_TYPE_OBJECT)

static void
syn_claim_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynClaimItem *self = SYN_CLAIM_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_VERDICT:
      g_value_set_uint (value, self->verdict);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->verdict == SYN_VERDICT_OPEN);
      break;
    case PROP_CONFLICT_ICON:
      g_value_set_string (value, self->conflict_icon);
      break;
    case PROP_ACCESSIBLE_LABEL:
      g_value_set_string (value, self->accessible_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_claim_item_finalize (GObject *object)
{
  SynClaimItem *self = SYN_CLAIM_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->accessible_label);
  G_OBJECT_CLASS (syn_claim_item_parent_class)->finalize (object);
}

static void
syn_claim_item_class_init (SynClaimItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = syn_claim_item_get_property;
  object_class->finalize = syn_claim_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_VERDICT]
      = g_param_spec_uint ("verdict", NULL, NULL, 0, SYN_N_VERDICTS - 1, 0, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, TRUE, flags);
  properties[PROP_CONFLICT_ICON] = g_param_spec_string ("conflict-icon", NULL, NULL, NULL, flags);
  properties[PROP_ACCESSIBLE_LABEL]
      = g_param_spec_string ("accessible-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_claim_item_init (SynClaimItem *self)
{
}

SynClaimItem *
syn_claim_item_new (SynSession *session, guint claim)
{
  SynClaimItem *self = g_object_new (SYN_TYPE_CLAIM_ITEM, NULL);

  self->claim = claim;
  syn_claim_item_update (self, session);
  return self;
}

static void
set_string (SynClaimItem *self, char **place, char *taken, guint property)
{
  g_autofree char *value = taken;

  if (g_strcmp0 (*place, value) == 0)
    return;
  g_free (*place);
  *place = g_steal_pointer (&value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
syn_claim_item_update (SynClaimItem *self, SynSession *session)
{
  SynVerdict verdict = syn_session_get_verdict (session, self->claim);
  const SynConflict *conflict = syn_session_get_conflict (session, self->claim);
  guint n;
  const SynClaim *claims
      = syn_comparison_get_claims (syn_session_get_comparison (session), &n);
  g_autofree char *sources = syn_format_sources (&claims[self->claim]);

  if (verdict != self->verdict)
    {
      self->verdict = verdict;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
    }
  set_string (self, &self->title, g_strdup (syn_session_get_wording (session, self->claim)),
              PROP_TITLE);
  set_string (self, &self->detail,
              conflict != NULL ? g_strdup_printf ("%s · %s",
                                                  syn_conflict_type_label (conflict->type), sources)
                               : g_strdup (sources),
              PROP_DETAIL);
  self->conflict_icon = conflict != NULL ? syn_conflict_icon (conflict) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFLICT_ICON]);
  /* Translators: what a screen reader says of a claim: wording, verdict, then conflict and sources. */
  set_string (self, &self->accessible_label,
              conflict != NULL
                  ? g_strdup_printf (_ ("%s, %s, conflict: %s, %s"), self->title,
                                     syn_verdict_label (verdict),
                                     syn_conflict_type_label (conflict->type), sources)
                  : g_strdup_printf (_ ("%s, %s, %s"), self->title, syn_verdict_label (verdict),
                                     sources),
              PROP_ACCESSIBLE_LABEL);
}

guint
syn_claim_item_get_claim (SynClaimItem *self)
{
  return self->claim;
}

SynVerdict
syn_claim_item_get_verdict (SynClaimItem *self)
{
  return self->verdict;
}

const char *
syn_claim_item_get_title (SynClaimItem *self)
{
  return self->title;
}
