/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-disputes.h"
#include "syn-session-private.h"

static gboolean
is_drawn (const SynConflict *conflict)
{
  return conflict->tier <= SYN_TIER_LIKELY;
}

const SynConflict *
syn_session_get_conflict (SynSession *self, guint claim)
{
  guint n_claims, n_conflicts;
  const SynClaim *claims;
  const SynConflict *conflicts;

  if (self->comparison == NULL)
    return NULL;
  claims = syn_comparison_get_claims (self->comparison, &n_claims);
  conflicts = syn_comparison_get_conflicts (self->comparison, &n_conflicts);
  g_return_val_if_fail (claim < n_claims, NULL);
  for (guint i = 0; i < claims[claim].conflicts->len; i++)
    {
      const SynConflict *conflict
          = &conflicts[g_array_index (claims[claim].conflicts, guint, i)];

      if (is_drawn (conflict))
        return conflict;
    }
  return NULL;
}

/* One question is one conflict, however many pairs of statements show it: so they are gone through, too. */
static void
count_disputes (SynSession *self, guint *n_conflicts, guint n_articles)
{
  g_autoptr (GPtrArray) disputes = syn_disputes_list_all (self->comparison);
  g_autofree guint *seen = g_new0 (guint, n_articles + 1); /* the last dispute that it took part in, plus 1 */
  const SynConflict *conflicts = syn_comparison_get_conflicts (self->comparison, NULL);

  for (guint i = 0; i < disputes->len; i++)
    {
      const GArray *of = ((SynDispute *) disputes->pdata[i])->conflicts;

      for (guint k = 0; k < of->len; k++)
        {
          const SynConflict *conflict = &conflicts[g_array_index (of, guint, k)];
          const guint sides[2] = { syn_comparison_get_statement (self->comparison, conflict->a)->article,
                                   syn_comparison_get_statement (self->comparison, conflict->b)->article };

          for (guint side = 0; side < 2; side++)
            {
              n_conflicts[sides[side]] += seen[sides[side]] != i + 1;
              seen[sides[side]] = i + 1;
            }
        }
    }
}

/* The other article that most of @article's matched statements are copied with, if it came first. */
static gint
find_copied (SynSession *self, guint article, guint n_articles)
{
  g_autofree guint *copied = g_new0 (guint, n_articles);
  g_autofree guint *seen = g_new0 (guint, n_articles); /* the last statement that was copied from it, plus 1 */
  guint n, n_matched = 0, first = syn_comparison_get_first_statement (self->comparison, article, &n);
  guint best = 0, n_all;
  const SynMatch *matches = syn_comparison_get_matches (self->comparison, &n_all);

  for (guint s = first; s < first + n; s++)
    {
      guint n_of;
      const guint *of = syn_comparison_matches_of (self->comparison, s, &n_of);
      gboolean matched = FALSE;

      for (guint i = 0; i < n_of; i++)
        {
          const SynMatch *match = &matches[of[i]];
          guint other = match->a == s ? match->b : match->a;
          guint of_article = syn_comparison_get_statement (self->comparison, other)->article;

          matched = matched || match->tier <= SYN_TIER_LIKELY;
          if (match->kind == SYN_MATCH_COPIED && match->tier <= SYN_TIER_LIKELY && seen[of_article] != s + 1)
            {
              seen[of_article] = s + 1;
              copied[of_article]++;
            }
        }
      n_matched += matched;
    }
  for (guint i = 1; i < n_articles; i++)
    if (copied[i] > copied[best])
      best = i;
  return copied[best] >= 3 && copied[best] * 2 > n_matched ? (gint) best : -1;
}

static guint
position_of (SynSession *self, SynSource *source)
{
  guint position = 0;

  g_list_store_find (self->sources, source, &position);
  return position;
}

static void
update_copies (SynSession *self, SynSource *source, guint n_articles)
{
  gint from = find_copied (self, syn_source_get_index (source), n_articles);
  SynSource *original = from >= 0 ? syn_session_find_source (self, (guint) from) : NULL;

  /* Two that print the same text: the later one copies. */
  if (original != NULL && position_of (self, original) > position_of (self, source))
    {
      g_autoptr (GDateTime) own = syn_article_dup_published_time (syn_source_get_article (source));
      g_autoptr (GDateTime) other
          = syn_article_dup_published_time (syn_source_get_article (original));

      if (own == NULL || other == NULL || g_date_time_compare (own, other) <= 0)
        original = NULL;
    }
  syn_source_set_copies (source, original != NULL ? syn_source_get_name (original) : NULL);
}

void
syn_session_update_counts (SynSession *self)
{
  guint n_sources = g_list_model_get_n_items (G_LIST_MODEL (self->sources));
  g_autofree guint *n_conflicts = g_new0 (guint, n_sources + 1);
  g_autofree guint *n_open = g_new0 (guint, n_sources + 1);
  const SynClaim *claims;
  guint n;

  if (self->comparison == NULL || syn_comparison_get_n_articles (self->comparison) != n_sources)
    return;
  claims = syn_comparison_get_claims (self->comparison, &n);
  count_disputes (self, n_conflicts, n_sources);
  for (guint i = 0; i < n; i++)
    {
      if (!syn_session_is_open (self, i))
        continue;
      for (guint j = 0; j < claims[i].stances->len && j < n_sources; j++)
        n_open[j] += g_array_index (claims[i].stances, SynStance, j) != SYN_STANCE_SILENT;
    }
  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);
      guint index = syn_source_get_index (source);

      syn_source_set_counts (source, n_conflicts[index], n_open[index]);
      update_copies (self, source, n_sources);
    }
}
