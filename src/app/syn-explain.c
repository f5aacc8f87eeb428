/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-explain.h"

#include <string.h>

/* An article that an explanation may name. */
typedef struct
{
  const char *plain;  /* as the program calls it */
  const char *column; /* as it is headed */
  gboolean named;     /* was found already */
} Name;

static void
append_name (GArray *names, SynSource *source)
{
  Name name = { syn_source_get_compared_name (source), syn_source_get_name (source), FALSE };

  g_array_append_val (names, name);
}

static gboolean
is_listed (const guint *articles, guint n, guint article)
{
  for (guint i = 0; i < n; i++)
    if (articles[i] == article)
      return TRUE;
  return FALSE;
}

/* Those that are known to be named come first: of several articles with one name they are meant. */
static GArray *
list_names (SynSession *session, const guint *articles, guint n)
{
  GListModel *sources = syn_session_get_sources (session);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  for (guint i = 0; i < n; i++)
    {
      SynSource *source = syn_session_find_source (session, articles[i]);

      if (source != NULL)
        append_name (names, source);
    }
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      if (!is_listed (articles, n, syn_source_get_index (source)))
        append_name (names, source);
    }
  return names;
}

static gboolean
is_word_at (const char *text, const char *at, const char *word)
{
  const char *end = at + strlen (word);
  const char *before = at > text ? g_utf8_prev_char (at) : NULL;

  return g_str_has_prefix (at, word) && *word != '\0'
         && (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
         && (*end == '\0' || !g_unichar_isalnum (g_utf8_get_char (end)));
}

/* The longest name that stands at @at; of equal ones the first that was not found before. */
static Name *
find_name (GArray *names, const char *text, const char *at)
{
  Name *best = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);

      if (!is_word_at (text, at, name->plain))
        continue;
      if (best == NULL || strlen (name->plain) > strlen (best->plain)
          || (best->named && !name->named && g_str_equal (name->plain, best->plain)))
        best = name;
    }
  return best;
}

char *
syn_explain_dup_named (SynSession *session, const char *text, const guint *articles, guint n)
{
  g_autoptr (GArray) names = NULL;
  g_autoptr (GString) out = NULL;
  gboolean quoted = FALSE;

  if (text == NULL)
    return NULL;
  names = list_names (session, articles, n);
  out = g_string_new (NULL);
  for (const char *at = text; *at != '\0';)
    {
      const gunichar c = g_utf8_get_char (at);
      Name *name = quoted ? NULL : find_name (names, text, at);

      if (c == 0x201c || c == 0x201e || c == 0xab) /* “ „ « */
        quoted = c != 0x201c || !quoted;           /* German closes with “ */
      else if (c == 0x201d || c == 0xbb)           /* ” » */
        quoted = FALSE;
      if (name != NULL)
        {
          g_string_append (out, name->column);
          name->named = TRUE;
          at += strlen (name->plain);
          continue;
        }
      g_string_append_unichar (out, c);
      at = g_utf8_next_char (at);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Of a side that quotes somebody the explanation names that person, and not the article. */
char *
syn_explain_conflict (SynSession *session, const SynConflict *conflict)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const SynStatement *a = syn_comparison_get_statement (comparison, conflict->a);
  const SynStatement *b = syn_comparison_get_statement (comparison, conflict->b);
  const gboolean b_alone = !syn_span_is_empty (a->speaker) && syn_span_is_empty (b->speaker);
  const guint articles[2] = { b_alone ? b->article : a->article, b_alone ? a->article : b->article };

  return syn_explain_dup_named (session, conflict->reason, articles, 2);
}

char *
syn_explain_match (SynSession *session, const SynMatch *match)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const guint articles[2] = { syn_comparison_get_statement (comparison, match->a)->article,
                              syn_comparison_get_statement (comparison, match->b)->article };

  return syn_explain_dup_named (session, match->reason, articles, 2);
}

char *
syn_explain_origins (SynSession *session, const SynClaim *claim)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint article
          = syn_comparison_get_statement (comparison, g_array_index (claim->statements, guint, i))->article;

      if (!is_listed ((const guint *) (gpointer) articles->data, articles->len, article))
        g_array_append_val (articles, article);
    }
  return syn_explain_dup_named (session, claim->origin_reason, (const guint *) (gpointer) articles->data,
                                articles->len);
}
