/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-words.h"
#include "syn-explain.h"
#include "syn-format.h"

#include <glib/gi18n-lib.h>

/* The names of the other sources that make the claims of @statement, one of each. */
static char *
list_sources (SynSession *session, SynComparison *comparison, guint statement)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint own = syn_comparison_get_statement (comparison, statement)->article;

  for (guint article = 0; article < syn_comparison_get_n_articles (comparison); article++)
    {
      SynSource *source;

      if (article == own || syn_read_counterpart (comparison, statement, article, -1) < 0)
        continue;
      source = syn_session_find_source (session, article);
      if (source == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, _ (", "));
      g_string_append (names, syn_source_get_name (source));
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static char *
describe_match (SynSession *session, SynComparison *comparison, guint statement)
{
  SynMatchKind kind;
  gboolean own;
  g_autofree char *names = list_sources (session, comparison, statement);

  if (names == NULL || !syn_marks_best_match (comparison, statement, &kind, &own))
    return NULL;
  switch (kind)
    {
    case SYN_MATCH_COPIED:
      return g_strdup_printf (_ ("same words in %s"), names);
    case SYN_MATCH_SAME:
      return g_strdup_printf (_ ("same statement in %s"), names);
    case SYN_MATCH_RELATED:
      break;
    }
  return g_strdup_printf (_ ("related statement in %s"), names);
}

static void
append (GString *words, const char *part)
{
  if (part == NULL)
    return;
  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append (words, part);
}

char *
syn_read_words_describe (SynSession *session, guint statement)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *place = NULL;
  g_autofree char *match = NULL;
  const SynConflict *conflicts;
  const guint *of;
  guint n, n_all, first, seen = 0;

  if (comparison == NULL || statement >= syn_comparison_get_n_statements (comparison))
    return NULL;
  first = syn_comparison_get_first_statement (
      comparison, syn_comparison_get_statement (comparison, statement)->article, &n);
  place = g_strdup_printf (_ ("Statement %u of %u"), statement - first + 1, n);
  append (words, place);
  match = describe_match (session, comparison, statement);
  append (words, match);
  conflicts = syn_comparison_get_conflicts (comparison, &n_all);
  of = syn_comparison_conflicts_of (comparison, statement, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *conflict = NULL;

      if (conflicts[of[i]].tier > SYN_TIER_LIKELY || (seen & (1u << conflicts[of[i]].type)) != 0)
        continue;
      seen |= 1u << conflicts[of[i]].type;
      /* Translators: the placeholder is a type of conflict: “Figures”, “Time”. */
      conflict = g_strdup_printf (_ ("conflict: %s"), syn_conflict_type_label (conflicts[of[i]].type));
      append (words, conflict);
    }
  of = syn_comparison_claims_of (comparison, statement, &n);
  if (n > 0)
    append (words, syn_state_label (syn_session_get_record (session, of[0])));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
syn_read_words_explain (SynSession *session, const SynReadSpan *mark)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  guint n;

  switch (mark->kind)
    {
    case SYN_MARK_COPIED:
    case SYN_MARK_SAME:
    case SYN_MARK_RELATED:
      {
        const SynMatch *matches = syn_comparison_get_matches (comparison, &n);

        return mark->index < n ? syn_explain_match (session, &matches[mark->index]) : NULL;
      }
    case SYN_MARK_DIRECT:
    case SYN_MARK_TENSION:
      {
        const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

        return mark->index < n ? syn_explain_conflict (session, &conflicts[mark->index]) : NULL;
      }
    case SYN_MARK_DIFFERENCE:
      return NULL;
    case SYN_MARK_VARIANT:
      {
        const SynVariant *variants = syn_comparison_get_variants (comparison, &n);
        g_autofree char *forms = mark->index < n ? g_strjoinv (" · ", variants[mark->index].forms) : NULL;

        return forms != NULL ? g_strdup_printf (_ ("Also written: %s"), forms) : NULL;
      }
    }
  return NULL;
}

char *
syn_read_words_cite (SynArticle *article, const char *quote)
{
  g_autofree char *name = syn_article_dup_source_name (article);
  g_autoptr (GDateTime) published = syn_article_dup_published_time (article);
  g_autofree char *date = NULL;
  g_autoptr (GString) cite = g_string_new (NULL);
  const char *url = syn_article_get_url (article);

  if (published != NULL)
    date = g_date_time_format (published, _ ("%-d %b %Y, %H:%M"));
  else
    date = g_strdup (syn_article_get_published (article));
  g_string_append_printf (cite, _ ("“%s”"), quote);
  g_string_append_printf (cite, " (%s", name);
  if (date != NULL && *date != '\0')
    g_string_append_printf (cite, ", %s", date);
  if (url != NULL && *url != '\0')
    g_string_append_printf (cite, ", %s", url);
  g_string_append_c (cite, ')');
  return g_string_free (g_steal_pointer (&cite), FALSE);
}
