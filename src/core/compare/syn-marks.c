/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-marks.h"

SynMarkKind
syn_mark_kind_of_match (SynMatchKind kind)
{
  switch (kind)
    {
    case SYN_MATCH_COPIED:
      return SYN_MARK_COPIED;
    case SYN_MATCH_SAME:
      return SYN_MARK_SAME;
    case SYN_MATCH_RELATED:
      return SYN_MARK_RELATED;
    }
  g_return_val_if_reached (SYN_MARK_RELATED);
}

static gboolean
is_better (const SynMatch *match, const SynMatch *than)
{
  if (than == NULL || match->own != than->own)
    return than == NULL || match->own;
  if (match->kind != than->kind)
    return match->kind < than->kind;
  return match->score > than->score;
}

/* The match to draw: the reader's own before the engine's, then the nearest kind, then the most
 * probable. */
static const SynMatch *
find_best (SynComparison *self, guint statement, guint *out_index)
{
  guint n, n_all;
  const guint *indices = syn_comparison_matches_of (self, statement, &n);
  const SynMatch *all = syn_comparison_get_matches (self, &n_all), *best = NULL;

  for (guint i = 0; i < n; i++)
    if (all[indices[i]].tier <= SYN_TIER_LIKELY && is_better (&all[indices[i]], best))
      {
        best = &all[indices[i]];
        *out_index = indices[i];
      }
  return best;
}

static void
add_match_marks (GArray *marks, SynComparison *self, guint statement)
{
  guint index = 0;
  const SynMatch *match = find_best (self, statement, &index);
  GArray *spans;

  if (match == NULL)
    return;
  spans = match->a == statement ? match->a_spans : match->b_spans;
  for (guint i = 0; i < spans->len; i++)
    {
      SynMark mark
          = { g_array_index (spans, SynSpan, i), syn_mark_kind_of_match (match->kind), index, match->own };

      g_array_append_val (marks, mark);
    }
  if (spans->len == 0)
    {
      SynMark mark = { syn_comparison_get_statement (self, statement)->span,
                       syn_mark_kind_of_match (match->kind), index, match->own };

      g_array_append_val (marks, mark);
    }
}

static gboolean
is_taken (GArray *marks, SynSpan span)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const SynMark *mark = &g_array_index (marks, SynMark, i);

      if (mark->kind >= SYN_MARK_VARIANT && syn_span_overlaps (mark->span, span))
        return TRUE;
    }
  return FALSE;
}

static void
add_conflict_marks (GArray *marks, SynComparison *self, guint statement, SynStrength strength)
{
  guint n, n_all;
  const guint *indices = syn_comparison_conflicts_of (self, statement, &n);
  const SynConflict *all = syn_comparison_get_conflicts (self, &n_all);

  for (guint i = 0; i < n; i++)
    {
      const SynConflict *conflict = &all[indices[i]];
      SynMark mark = { conflict->a == statement ? conflict->a_span : conflict->b_span,
                       strength == SYN_STRENGTH_DIRECT ? SYN_MARK_DIRECT : SYN_MARK_TENSION,
                       indices[i], FALSE };

      if (conflict->tier > SYN_TIER_LIKELY || conflict->strength != strength
          || syn_span_is_empty (mark.span) || is_taken (marks, mark.span))
        continue;
      g_array_append_val (marks, mark);
    }
}

static void
add_variant_marks (GArray *marks, SynComparison *self, guint statement)
{
  guint n;
  const SynVariant *variants = syn_comparison_get_variants (self, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < variants[i].occurrences->len; k++)
      {
        const SynOccurrence *occurrence
            = &g_array_index (variants[i].occurrences, SynOccurrence, k);
        SynMark mark = { occurrence->span, SYN_MARK_VARIANT, i, FALSE };

        if (occurrence->statement == statement && !is_taken (marks, mark.span))
          g_array_append_val (marks, mark);
      }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const SynMark *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

GArray *
syn_marks_list (SynComparison *comparison, guint statement)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SynMark));

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), marks);

  add_match_marks (marks, comparison, statement);
  add_conflict_marks (marks, comparison, statement, SYN_STRENGTH_DIRECT);
  add_conflict_marks (marks, comparison, statement, SYN_STRENGTH_TENSION);
  add_variant_marks (marks, comparison, statement);
  g_array_sort (marks, compare_marks);
  return marks;
}

gboolean
syn_marks_best_match (SynComparison *comparison,
                      guint statement,
                      SynMatchKind *out_kind,
                      gboolean *out_own)
{
  guint index = 0;
  const SynMatch *match;

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), FALSE);

  match = find_best (comparison, statement, &index);
  if (match == NULL)
    return FALSE;
  if (out_kind != NULL)
    *out_kind = match->kind;
  if (out_own != NULL)
    *out_own = match->own;
  return TRUE;
}

static gboolean
share_claim (SynComparison *self, guint a, guint b)
{
  guint n_a, n_b;
  const guint *of_a = syn_comparison_claims_of (self, a, &n_a),
              *of_b = syn_comparison_claims_of (self, b, &n_b);

  for (guint i = 0; i < n_a; i++)
    for (guint k = 0; k < n_b; k++)
      if (of_a[i] == of_b[k])
        return TRUE;
  return FALSE;
}

gboolean
syn_marks_match_with (SynComparison *comparison,
                      guint statement,
                      guint article,
                      SynMatchKind *out_kind,
                      gboolean *out_own)
{
  guint n, n_all;
  const guint *indices;
  const SynMatch *all, *best = NULL;

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), FALSE);

  indices = syn_comparison_matches_of (comparison, statement, &n);
  all = syn_comparison_get_matches (comparison, &n_all);
  for (guint i = 0; i < n; i++)
    {
      const SynMatch *match = &all[indices[i]];
      guint other = match->a == statement ? match->b : match->a;

      if (syn_comparison_get_statement (comparison, other)->article == article
          && match->tier != SYN_TIER_NONE && share_claim (comparison, statement, other)
          && is_better (match, best))
        best = match;
    }
  if (best == NULL)
    return FALSE;
  if (out_kind != NULL)
    *out_kind = best->kind;
  if (out_own != NULL)
    *out_own = best->own;
  return TRUE;
}
