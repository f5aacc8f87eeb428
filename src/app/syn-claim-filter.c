/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-filter.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name; /* in saved filters */
  const char *label;
  const char *any;
} facets[SYN_N_FACETS] = {
  [SYN_FACET_VERDICT] = { "verdict", N_ ("Verdict"), N_ ("Any verdict") },
  [SYN_FACET_CONFLICT] = { "conflict", N_ ("Conflict"), N_ ("Conflict or not") },
  [SYN_FACET_SOURCE] = { "source", N_ ("Source"), N_ ("Any source") },
  [SYN_FACET_ORIGINS] = { "origins", N_ ("Origins"), N_ ("Any origins") },
  [SYN_FACET_WHOSE] = { "whose", N_ ("Whose verdict"), N_ ("By anyone") },
  [SYN_FACET_TAG] = { "tag", N_ ("Own tag"), N_ ("Any own tag") },
};

typedef struct
{
  const char *key;
  const char *label;
} FixedValue;

static const FixedValue verdict_values[] = {
  { "open", N_ ("Open") },
  { "ruled", N_ ("Not open") },
  { "confirmed", N_ ("Confirmed") },
  { "disputed", N_ ("Disputed") },
  { "unverified", N_ ("Unverified") },
  { "settled", N_ ("Nothing to decide") },
};

static const FixedValue conflict_values[] = {
  { "yes", N_ ("In conflict") },
  { "direct", N_ ("In direct conflict") },
  { "no", N_ ("Without conflict") },
};

static const FixedValue origins_values[] = {
  { "alone", N_ ("One source") },
  { "one", N_ ("Several sources, one origin") },
  { "several", N_ ("Several origins") },
};

static const FixedValue whose_values[] = {
  { "mine", N_ ("By me") },
  { "others", N_ ("By others") },
};

static const FixedValue tag_values[] = {
  { "none", N_ ("Without own tag") },
};

const char *
syn_claim_facet_label (SynClaimFacet facet)
{
  return _ (facets[facet].label);
}

const char *
syn_claim_facet_any (SynClaimFacet facet)
{
  return _ (facets[facet].any);
}

void
syn_facet_value_free (SynFacetValue *self)
{
  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

static void
add_value (GPtrArray *values, const char *key, const char *label)
{
  SynFacetValue *value = g_new0 (SynFacetValue, 1);

  value->key = g_strdup (key);
  value->label = g_strdup (label);
  g_ptr_array_add (values, value);
}

static void
add_fixed (GPtrArray *values, const FixedValue *fixed, guint n)
{
  for (guint i = 0; i < n; i++)
    add_value (values, fixed[i].key, _ (fixed[i].label));
}

/* Only the types that occur: eleven would bury the three that matter here. */
static void
add_conflict_types (GPtrArray *values, SynSession *session)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  gboolean seen[SYN_N_CONFLICT_TYPES] = { FALSE };
  guint n = 0;
  const SynConflict *conflicts = comparison != NULL ? syn_comparison_get_conflicts (comparison, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (conflicts[i].claim >= 0 && conflicts[i].tier <= SYN_TIER_LIKELY)
      seen[conflicts[i].type] = TRUE;
  for (guint type = 0; type < SYN_N_CONFLICT_TYPES; type++)
    if (seen[type])
      add_value (values, syn_conflict_type_to_string (type), syn_conflict_type_label (type));
}

static void
add_sources (GPtrArray *values, SynSession *session)
{
  GListModel *sources = syn_session_get_sources (session);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      add_value (values, syn_source_get_name (source), syn_source_get_name (source));
    }
}

static void
add_tags (GPtrArray *values, SynSession *session)
{
  GPtrArray *tags = syn_session_get_tags (session);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];
      g_autofree char *label
          = tag->scale != NULL ? g_strdup_printf ("%s: %s", tag->scale, tag->name) : g_strdup (tag->name);

      add_value (values, tag->id, label);
    }
}

GPtrArray *
syn_claim_facet_list_values (SynClaimFacet facet, SynSession *session)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_facet_value_free);

  switch (facet)
    {
    case SYN_FACET_VERDICT:
      add_fixed (values, verdict_values, G_N_ELEMENTS (verdict_values));
      break;
    case SYN_FACET_CONFLICT:
      add_fixed (values, conflict_values, G_N_ELEMENTS (conflict_values));
      add_conflict_types (values, session);
      break;
    case SYN_FACET_SOURCE:
      add_sources (values, session);
      break;
    case SYN_FACET_ORIGINS:
      add_fixed (values, origins_values, G_N_ELEMENTS (origins_values));
      break;
    case SYN_FACET_WHOSE:
      add_fixed (values, whose_values, G_N_ELEMENTS (whose_values));
      break;
    case SYN_FACET_TAG:
      add_fixed (values, tag_values, G_N_ELEMENTS (tag_values));
      add_tags (values, session);
      break;
    }
  return values;
}

static gboolean
has_verdict (const SynClaimRecord *record, const char *key)
{
  SynVerdict verdict;

  if (g_str_equal (key, "open"))
    return syn_claim_record_is_open (record);
  if (g_str_equal (key, "ruled"))
    return !syn_claim_record_is_open (record);
  if (g_str_equal (key, "settled"))
    return record != NULL && record->settled;
  return syn_verdict_from_string (key, &verdict) && record != NULL && record->verdict == verdict;
}

static gboolean
has_conflict (SynSession *session, const SynClaim *claim, const char *key)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (syn_session_get_comparison (session), &n);
  gboolean any = FALSE;

  for (guint i = 0; i < claim->conflicts->len; i++)
    {
      const SynConflict *conflict = &conflicts[g_array_index (claim->conflicts, guint, i)];

      if (conflict->tier > SYN_TIER_LIKELY)
        continue;
      any = TRUE;
      if (g_str_equal (key, "yes") || g_str_equal (key, syn_conflict_type_to_string (conflict->type))
          || (g_str_equal (key, "direct") && conflict->strength == SYN_STRENGTH_DIRECT))
        return TRUE;
    }
  return !any && g_str_equal (key, "no");
}

static gboolean
is_made_by (SynSession *session, const SynClaim *claim, const char *name)
{
  for (guint i = 0; i < claim->stances->len; i++)
    {
      SynSource *source = syn_session_find_source (session, i);

      if (g_array_index (claim->stances, SynStance, i) != SYN_STANCE_SILENT && source != NULL
          && g_strcmp0 (syn_source_get_name (source), name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_origins (const SynClaim *claim, const char *key)
{
  if (claim->n_sources < 2)
    return g_str_equal (key, "alone");
  return g_str_equal (key, claim->n_origins < 2 ? "one" : "several");
}

static gboolean
is_ruled_by (SynSession *session, const SynClaimRecord *record, const char *key)
{
  g_autofree char *me = NULL;

  if (record == NULL || record->annotator == NULL)
    return FALSE;
  me = syn_workspace_dup_annotator (syn_session_get_workspace (session));
  return (g_strcmp0 (record->annotator, me) == 0) == g_str_equal (key, "mine");
}

gboolean
syn_claim_facet_has (SynClaimFacet facet, SynSession *session, guint claim, const char *key)
{
  const SynClaimRecord *record = syn_session_get_record (session, claim);
  const SynClaim *of = &syn_comparison_get_claims (syn_session_get_comparison (session), NULL)[claim];

  switch (facet)
    {
    case SYN_FACET_VERDICT:
      return has_verdict (record, key);
    case SYN_FACET_CONFLICT:
      return has_conflict (session, of, key);
    case SYN_FACET_SOURCE:
      return is_made_by (session, of, key);
    case SYN_FACET_ORIGINS:
      return has_origins (of, key);
    case SYN_FACET_WHOSE:
      return is_ruled_by (session, record, key);
    case SYN_FACET_TAG:
      return g_str_equal (key, "none") ? record == NULL || record->tags->len == 0
                                       : syn_claim_record_has_tag (record, key);
    }
  g_return_val_if_reached (FALSE);
}

void
syn_claim_filter_clear (SynClaimFilter *self)
{
  for (guint i = 0; i < SYN_N_FACETS; i++)
    g_clear_pointer (&self->keys[i], g_free);
  g_clear_pointer (&self->words, g_free);
}

gboolean
syn_claim_filter_is_empty (const SynClaimFilter *self)
{
  for (guint i = 0; i < SYN_N_FACETS; i++)
    if (self->keys[i] != NULL)
      return FALSE;
  return self->words == NULL;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
}

void
syn_claim_filter_set_words (SynClaimFilter *self, const char *words)
{
  g_autofree char *stripped = words != NULL ? g_strstrip (g_strdup (words)) : NULL;

  g_clear_pointer (&self->words, g_free);
  if (stripped != NULL && *stripped != '\0')
    self->words = fold (stripped);
}

guint
syn_claim_filter_miss (const SynClaimFilter *self, SynSession *session, guint claim, const char *text)
{
  guint miss = 0;

  for (guint i = 0; i < SYN_N_FACETS; i++)
    if (self->keys[i] != NULL && !syn_claim_facet_has (i, session, claim, self->keys[i]))
      miss |= 1u << i;
  if (self->words != NULL && (text == NULL || strstr (text, self->words) == NULL))
    miss |= 1u << SYN_N_FACETS;
  return miss;
}

char *
syn_claim_dup_words (SynSession *session, guint claim)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const SynClaim *of = &syn_comparison_get_claims (comparison, NULL)[claim];
  g_autoptr (GString) text = g_string_new (syn_session_get_wording (session, claim));
  char *folded;

  for (guint i = 0; i < of->statements->len; i++)
    {
      g_autofree char *words
          = syn_comparison_dup_statement_text (comparison, g_array_index (of->statements, guint, i));

      g_string_append_printf (text, "\n%s", words);
    }
  folded = fold (text->str);
  return folded;
}

GVariant *
syn_claim_filter_to_variant (const SynClaimFilter *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < SYN_N_FACETS; i++)
    if (self->keys[i] != NULL)
      g_variant_builder_add (&builder, "{ss}", facets[i].name, self->keys[i]);
  if (self->words != NULL)
    g_variant_builder_add (&builder, "{ss}", "words", self->words);
  return g_variant_builder_end (&builder);
}

void
syn_claim_filter_from_variant (SynClaimFilter *self, GVariant *variant)
{
  syn_claim_filter_clear (self);
  for (guint i = 0; i < SYN_N_FACETS; i++)
    g_variant_lookup (variant, facets[i].name, "s", &self->keys[i]);
  g_variant_lookup (variant, "words", "s", &self->words);
}
