/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-mark-choice.h"

#include "syn-settings.h"

/* What is hidden is kept, not what is shown: a kind that a later version knows is seen at once. */
#define KEY_HIDDEN "hidden-marks"
#define KEY_RIBBONS "ribbons"

static const char *const names[SYN_N_MARK_KINDS] = {
  [SYN_MARK_COPIED] = "copied",   [SYN_MARK_SAME] = "same",       [SYN_MARK_RELATED] = "related",
  [SYN_MARK_VARIANT] = "variant", [SYN_MARK_DIRECT] = "direct",   [SYN_MARK_TENSION] = "tension",
  [SYN_MARK_DIFFERENCE] = "difference",
};

const char *
syn_mark_kind_to_string (SynMarkKind kind)
{
  return names[kind];
}

SynMarkKinds
syn_mark_choice_get_kinds (void)
{
  g_autoptr (GVariant) value = syn_settings_get (KEY_HIDDEN);
  g_autofree const char **hidden = g_variant_get_strv (value, NULL);
  SynMarkKinds kinds = 0;

  for (guint kind = 0; kind < SYN_N_MARK_KINDS; kind++)
    if (!g_strv_contains (hidden, names[kind]))
      kinds |= 1u << kind;
  return kinds;
}

void
syn_mark_choice_set_kind (SynMarkKind kind, gboolean shown)
{
  SynMarkKinds kinds = syn_mark_choice_get_kinds ();
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  kinds = shown ? kinds | (1u << kind) : kinds & ~(1u << kind);
  for (guint i = 0; i < SYN_N_MARK_KINDS; i++)
    if (!syn_mark_kinds_has (kinds, i))
      g_strv_builder_add (hidden, names[i]);
  list = g_strv_builder_end (hidden);
  syn_settings_set (KEY_HIDDEN, g_variant_new_strv ((const char *const *) list, -1));
}

SynRibbons
syn_mark_choice_get_ribbons (void)
{
  g_autofree char *ribbons = syn_settings_get_string (KEY_RIBBONS);

  if (g_str_equal (ribbons, "active"))
    return SYN_RIBBONS_ACTIVE;
  return g_str_equal (ribbons, "off") ? SYN_RIBBONS_OFF : SYN_RIBBONS_ALL;
}

void
syn_mark_choice_watch (void (*func) (gpointer object, const char *key), GObject *object)
{
  syn_settings_watch (KEY_HIDDEN, func, object);
  syn_settings_watch (KEY_RIBBONS, func, object);
}
