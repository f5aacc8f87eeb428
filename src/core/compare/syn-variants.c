/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "compare/syn-comparison-private.h"

/* Figures of matched statements that are one measure in two units: "9 knots" and "17 km/h". */

/* Rounding that a paper allows itself when it converts: one part in thirty. */
#define TOLERANCE 0.033

static const SynNumber *
list_numbers (SynEngine *engine, guint statement, guint *n)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint total;
  const SynNumber *numbers = syn_document_get_numbers (syn_engine_get_document (engine, statement), &total);

  *n = of->n_numbers;
  return numbers + of->first_number;
}

/* The same base unit and nearly the same value, but not the same: equal ones were stated in one unit. */
static gboolean
is_converted (const SynNumber *a, const SynNumber *b)
{
  double larger = MAX (fabs (a->value), fabs (b->value)), difference = fabs (a->value - b->value);

  return a->kind == SYN_NUMBER_MEASURE && b->kind == SYN_NUMBER_MEASURE && a->unit != NULL
         && g_strcmp0 (a->unit, b->unit) == 0 && difference > 1e-6 * larger && difference <= TOLERANCE * larger;
}

static char *
dup_form (SynEngine *engine, guint statement, const SynNumber *number)
{
  SynArticle *article = syn_document_get_article (syn_engine_get_document (engine, statement));

  return syn_article_dup_span (article, (SynSpan){ number->value_span.start, number->span.end });
}

/* "km/h" of "17 km/h": two figures in one unit differ because they are different figures. */
static gboolean
same_unit_word (const char *a, const char *b)
{
  const char *space_a = strrchr (a, ' '), *space_b = strrchr (b, ' ');

  return space_a == NULL || space_b == NULL || g_ascii_strcasecmp (space_a, space_b) == 0;
}

static SynVariant *
get_variant (SynEngine *engine, GHashTable *known, const char *a, const char *b)
{
  gboolean swap = g_strcmp0 (a, b) > 0;
  g_autofree char *key = g_strjoin ("\t", swap ? b : a, swap ? a : b, NULL);
  gpointer index;

  if (!g_hash_table_lookup_extended (known, key, NULL, &index))
    {
      SynVariant variant = { .kind = SYN_VARIANT_UNIT };

      variant.forms = g_strsplit (key, "\t", 2);
      variant.occurrences = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
      index = GUINT_TO_POINTER (engine->variants->len);
      g_array_append_val (engine->variants, variant);
      g_hash_table_insert (known, g_steal_pointer (&key), index);
    }
  return &g_array_index (engine->variants, SynVariant, GPOINTER_TO_UINT (index));
}

static void
add_occurrence (SynVariant *variant, guint statement, const SynNumber *number)
{
  SynOccurrence occurrence = { statement, { number->value_span.start, number->span.end } };

  for (guint i = 0; i < variant->occurrences->len; i++)
    {
      const SynOccurrence *other = &g_array_index (variant->occurrences, SynOccurrence, i);

      if (other->statement == statement && other->span.start == occurrence.span.start)
        return;
    }
  g_array_append_val (variant->occurrences, occurrence);
}

static void
compare_numbers (SynEngine *engine, GHashTable *known, const SynMatch *match)
{
  guint n_a, n_b;
  const SynNumber *a = list_numbers (engine, match->a, &n_a), *b = list_numbers (engine, match->b, &n_b);

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      {
        g_autofree char *form_a = NULL;
        g_autofree char *form_b = NULL;
        SynVariant *variant;

        if (!is_converted (&a[i], &b[j]))
          continue;
        form_a = dup_form (engine, match->a, &a[i]);
        form_b = dup_form (engine, match->b, &b[j]);
        if (same_unit_word (form_a, form_b))
          continue;
        variant = get_variant (engine, known, form_a, form_b);
        add_occurrence (variant, match->a, &a[i]);
        add_occurrence (variant, match->b, &b[j]);
      }
}

/* Adds to the engine's variants what shown @matches (element-type SynMatch) say in two units. */
void
syn_variants_find_units (SynEngine *engine, GArray *matches)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const SynMatch *match = &g_array_index (matches, SynMatch, i);

      if (match->tier <= SYN_TIER_LIKELY)
        compare_numbers (engine, known, match);
    }
}
