/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-marks.h"

#include "compare/syn-differences.h"

/* Bytes between two shared parts of related statements that are underlined as one. */
#define RELATED_GAP 12

static void
clear_span (gpointer data)
{
  SynReadSpan *span = data;

  g_clear_pointer (&span->segments, g_array_unref);
}

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const SynReadSpan *first = a;
  const SynReadSpan *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* The closer the match, the earlier it is placed; what comes later only gets the words that are left. */
static gint
rank_of (SynMarkKind kind)
{
  switch (kind)
    {
    case SYN_MARK_DIRECT:
      return 0;
    case SYN_MARK_TENSION:
      return 1;
    case SYN_MARK_VARIANT:
      return 2;
    case SYN_MARK_COPIED:
      return 3;
    case SYN_MARK_SAME:
      return 4;
    case SYN_MARK_RELATED:
      return 5;
    case SYN_MARK_DIFFERENCE:
      break;
    }
  return 6;
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const SynMark *first = a;
  const SynMark *second = b;
  gint by_rank = rank_of (first->kind) - rank_of (second->kind);

  if (by_rank != 0)
    return by_rank;
  if (first->index != second->index && first->kind <= SYN_MARK_RELATED)
    return first->index < second->index ? -1 : 1;
  return first->span.start < second->span.start ? -1 : first->span.start > second->span.start;
}

/* @piece of @article if it holds more than space, without the space around it. */
static void
add_piece (SynArticle *article, SynReadSpan piece, GArray *out)
{
  const char *text = syn_article_get_text (article);
  const char *start = text + syn_article_chars_to_offset (article, piece.start);
  const char *end = text + syn_article_chars_to_offset (article, piece.end);

  for (; start < end && g_unichar_isspace (g_utf8_get_char (start)); start = g_utf8_next_char (start))
    piece.start++;
  for (; end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))); end = g_utf8_prev_char (end))
    piece.end--;
  if (piece.start < piece.end)
    g_array_append_val (out, piece);
}

/* Adds to @out what of @span none of the spans from @from on covers yet. */
static void
add_uncovered (SynArticle *article, GArray *out, guint from, SynReadSpan span)
{
  guint n = out->len;
  guint32 at = span.start;

  while (at < span.end)
    {
      guint32 next = span.end, resume = span.end;

      for (guint i = from; i < n; i++)
        {
          const SynReadSpan *taken = &g_array_index (out, SynReadSpan, i);

          if (taken->end <= at || taken->start >= next)
            continue;
          next = MAX (taken->start, at);
          resume = taken->end;
        }
      if (next > at)
        {
          SynReadSpan piece = span;

          piece.start = at;
          piece.end = next;
          add_piece (article, piece, out);
        }
      at = MAX (resume, at + 1);
    }
}

/* Lines that break off at every small word are noise: what is the same is underlined from the first shared
 * word to the last, what is related only across short gaps.  @marks: sorted by start among their kind. */
static void
join_matches (GArray *marks)
{
  guint kept = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      SynMark mark = g_array_index (marks, SynMark, i);
      SynMark *last = kept > 0 ? &g_array_index (marks, SynMark, kept - 1) : NULL;
      guint32 gap = mark.kind == SYN_MARK_RELATED ? RELATED_GAP : G_MAXUINT32;

      if (last != NULL && mark.kind <= SYN_MARK_RELATED && last->kind == mark.kind && last->index == mark.index
          && (mark.span.start <= last->span.end || mark.span.start - last->span.end <= gap))
        last->span.end = MAX (last->span.end, mark.span.end);
      else
        g_array_index (marks, SynMark, kept++) = mark;
    }
  g_array_set_size (marks, kept);
}

static void
add_statement_marks (SynComparison *comparison, SynArticle *article, guint statement, SynMarkKinds kinds, GArray *out)
{
  g_autoptr (GArray) marks = syn_marks_list (comparison, statement);
  guint from = out->len;

  if (marks == NULL)
    return;
  g_array_sort (marks, compare_marks);
  join_matches (marks);
  for (guint i = 0; i < marks->len; i++)
    {
      const SynMark *mark = &g_array_index (marks, SynMark, i);
      SynReadSpan span = {
        .start = syn_article_offset_to_chars (article, mark->span.start),
        .end = syn_article_offset_to_chars (article, mark->span.end),
        .statement = statement,
        .kind = mark->kind,
        .index = mark->index,
        .own = mark->own,
      };

      /* What lies under a mark that is hidden is underlined through. */
      if (syn_mark_kinds_has (kinds, mark->kind))
        add_uncovered (article, out, from, span);
    }
  if (out->len > from)
    qsort (&g_array_index (out, SynReadSpan, from), out->len - from, sizeof (SynReadSpan),
           compare_spans);
}

GArray *
syn_read_spans_new (void)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (SynReadSpan));

  g_array_set_clear_func (spans, clear_span);
  return spans;
}

GArray *
syn_read_marks_build (SynComparison *comparison, guint article, SynMarkKinds kinds)
{
  SynArticle *text = syn_comparison_get_article (comparison, article);
  GArray *marks = syn_read_spans_new ();
  guint n;
  guint first = syn_comparison_get_first_statement (comparison, article, &n);

  for (guint i = 0; i < n; i++)
    add_statement_marks (comparison, text, first + i, kinds, marks);
  return marks;
}

/* What is boxed needs no second mark. */
static GArray *
list_boxes (SynComparison *comparison, guint statement, SynMarkKinds kinds)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  guint n, n_all;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n_all);
  const guint *of = syn_comparison_conflicts_of (comparison, statement, &n);

  for (guint i = 0; i < n; i++)
    {
      const SynConflict *conflict = &conflicts[of[i]];
      SynMarkKind kind = conflict->strength == SYN_STRENGTH_DIRECT ? SYN_MARK_DIRECT : SYN_MARK_TENSION;
      SynSpan span = conflict->a == statement ? conflict->a_span : conflict->b_span;

      if (conflict->tier <= SYN_TIER_LIKELY && syn_mark_kinds_has (kinds, kind))
        g_array_append_val (boxes, span);
    }
  return boxes;
}

static void
add_differences (SynComparison *comparison, SynArticle *article, guint statement, guint pivot, SynMarkKinds kinds,
                 GArray *out)
{
  gint reference = syn_differences_reference (comparison, statement, pivot);
  g_autoptr (GArray) boxes = NULL;
  g_autoptr (GArray) spans = NULL;

  if (reference < 0)
    return;
  boxes = list_boxes (comparison, statement, kinds);
  spans = syn_differences_list (comparison, statement, (guint) reference, boxes);
  for (guint i = 0; i < spans->len; i++)
    {
      SynSpan found = g_array_index (spans, SynSpan, i);
      SynReadSpan span = {
        .start = syn_article_offset_to_chars (article, found.start),
        .end = syn_article_offset_to_chars (article, found.end),
        .statement = statement,
        .kind = SYN_MARK_DIFFERENCE,
        .index = (guint) reference,
      };

      g_array_append_val (out, span);
    }
}

GArray *
syn_read_differences_build (SynComparison *comparison, guint article, guint pivot, SynMarkKinds kinds)
{
  SynArticle *text = syn_comparison_get_article (comparison, article);
  GArray *spans = syn_read_spans_new ();
  guint n;
  guint first = syn_comparison_get_first_statement (comparison, article, &n);

  for (guint i = 0; i < n && syn_mark_kinds_has (kinds, SYN_MARK_DIFFERENCE); i++)
    add_differences (comparison, text, first + i, pivot, kinds, spans);
  return spans;
}

GArray *
syn_read_statements_build (SynComparison *comparison, guint article)
{
  SynArticle *text = syn_comparison_get_article (comparison, article);
  GArray *statements = syn_read_spans_new ();
  guint n;
  guint first = syn_comparison_get_first_statement (comparison, article, &n);

  for (guint i = 0; i < n; i++)
    {
      const SynStatement *statement = syn_comparison_get_statement (comparison, first + i);
      SynReadSpan span = {
        .start = syn_article_offset_to_chars (text, statement->span.start),
        .end = syn_article_offset_to_chars (text, statement->span.end),
        .statement = first + i,
      };

      g_array_append_val (statements, span);
    }
  return statements;
}

guint
syn_read_spans_find (const GArray *spans, guint32 offset)
{
  guint low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (spans, SynReadSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The statement of @article in @claim that matches @statement best; its first one where none matches. */
static gint
find_in_claim (SynComparison *comparison, const SynClaim *claim, guint statement, guint article)
{
  gint best = -1;
  double best_score = -1.0;

  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint other = g_array_index (claim->statements, guint, i);
      const SynMatch *match;
      double score;

      if (syn_comparison_get_statement (comparison, other)->article != article)
        continue;
      match = syn_comparison_find_match (comparison, statement, other);
      score = match != NULL ? match->score : 0.0;
      if (score > best_score)
        {
          best = (gint) other;
          best_score = score;
        }
    }
  return best;
}

static gboolean
claim_has_statement (const SynClaim *claim, guint statement)
{
  for (guint i = 0; i < claim->statements->len; i++)
    if (g_array_index (claim->statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

gint
syn_read_counterpart (SynComparison *comparison, guint statement, guint article, gint claim)
{
  guint n_claims, n_matches, n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n_claims);
  const SynMatch *matches = syn_comparison_get_matches (comparison, &n_matches);
  const guint *of;
  gint found;

  if (syn_comparison_get_statement (comparison, statement)->article == article)
    return (gint) statement;
  if (claim >= 0 && (guint) claim < n_claims && claim_has_statement (&claims[claim], statement))
    {
      found = find_in_claim (comparison, &claims[claim], statement, article);
      if (found >= 0)
        return found;
    }
  of = syn_comparison_claims_of (comparison, statement, &n);
  for (guint i = 0; i < n; i++)
    {
      found = find_in_claim (comparison, &claims[of[i]], statement, article);
      if (found >= 0)
        return found;
    }
  of = syn_comparison_matches_of (comparison, statement, &n);
  for (guint i = 0; i < n; i++)
    {
      const SynMatch *match = &matches[of[i]];
      guint other = match->a == statement ? match->b : match->a;

      if (match->tier <= SYN_TIER_LIKELY
          && syn_comparison_get_statement (comparison, other)->article == article)
        return (gint) other;
    }
  return -1;
}

/* A conflict that is shown (sure or likely) between two statements, or -1. */
static gint
find_conflict (SynComparison *comparison, guint a, guint b)
{
  guint n_conflicts, n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n_conflicts);
  const guint *of = syn_comparison_conflicts_of (comparison, a, &n);

  for (guint i = 0; i < n; i++)
    {
      const SynConflict *conflict = &conflicts[of[i]];
      guint other = conflict->a == a ? conflict->b : conflict->a;

      if (other == b && conflict->tier <= SYN_TIER_LIKELY)
        return (gint) of[i];
    }
  return -1;
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const SynReadPair *first = a;
  const SynReadPair *second = b;

  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;
  return first->b < second->b ? -1 : first->b > second->b;
}

/* Of the pairs that share a statement only the best is drawn, or the ribbons would be a thicket. */
static void
choose_mutual (GArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      SynReadPair *pair = &g_array_index (pairs, SynReadPair, i);

      pair->mutual = TRUE;
      for (guint k = 0; k < pairs->len && pair->mutual && !pair->own && pair->conflict < 0; k++)
        {
          const SynReadPair *other = &g_array_index (pairs, SynReadPair, k);

          /* Pairs are sorted: the earlier one wins among equals. */
          if ((other->a == pair->a || other->b == pair->b)
              && (other->score > pair->score || (other->score == pair->score && k < i)))
            pair->mutual = FALSE;
        }
    }
}

GArray *
syn_read_pairs (SynComparison *comparison, guint article_a, guint article_b)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (SynReadPair));
  guint n_matches, n;
  const SynMatch *matches = syn_comparison_get_matches (comparison, &n_matches);
  guint first = syn_comparison_get_first_statement (comparison, article_a, &n);

  for (guint s = first; s < first + n; s++)
    {
      guint n_of;
      const guint *of = syn_comparison_matches_of (comparison, s, &n_of);

      for (guint i = 0; i < n_of; i++)
        {
          const SynMatch *match = &matches[of[i]];
          guint other = match->a == s ? match->b : match->a;
          SynReadPair pair = { s, other, match->own, -1, match->score, FALSE };

          if (match->tier > SYN_TIER_LIKELY
              || syn_comparison_get_statement (comparison, other)->article != article_b)
            continue;
          pair.conflict = find_conflict (comparison, s, other);
          g_array_append_val (pairs, pair);
        }
    }
  g_array_sort (pairs, compare_pairs);
  choose_mutual (pairs);
  return pairs;
}

GArray *
syn_read_chain (const GArray *pairs)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (SynReadPair));
  g_autofree guint *tails = g_new (guint, pairs->len + 1); /* tails[k]: last pair of the best chain of k + 1 */
  g_autofree gint *before = g_new (gint, pairs->len + 1);
  guint length = 0;

  /* Of the pairs that share a statement of the first column only one can be in the chain: walking them
   * backwards lets none of them follow another. */
  for (guint from = 0; from < pairs->len;)
    {
      guint to = from;
      guint a = g_array_index (pairs, SynReadPair, from).a;

      while (to < pairs->len && g_array_index (pairs, SynReadPair, to).a == a)
        to++;
      for (guint i = to; i-- > from;)
        {
          guint b = g_array_index (pairs, SynReadPair, i).b;
          guint low = 0, high = length;

          while (low < high)
            {
              guint middle = (low + high) / 2;

              if (g_array_index (pairs, SynReadPair, tails[middle]).b < b)
                low = middle + 1;
              else
                high = middle;
            }
          before[i] = low > 0 ? (gint) tails[low - 1] : -1;
          tails[low] = i;
          length = MAX (length, low + 1);
        }
      from = to;
    }
  g_array_set_size (chain, length);
  for (gint i = length > 0 ? (gint) tails[length - 1] : -1; i >= 0; i = before[i])
    g_array_index (chain, SynReadPair, --length) = g_array_index (pairs, SynReadPair, i);
  return chain;
}
