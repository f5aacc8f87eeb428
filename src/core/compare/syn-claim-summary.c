/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <math.h>
#include <string.h>

#include "text/syn-grapheme.h"

#define MAX_SUMMARY_CHARS 110

char *
syn_engine_dup_words (SynEngine *self, guint statement)
{
  return syn_article_dup_words (
      syn_document_get_article (syn_engine_get_document (self, statement)),
      syn_engine_get_statement (self, statement)->span);
}

/* In how many statements of @claim each term stands; by term. */
static GHashTable *
count_terms (const SynClaim *claim, SynEngine *engine)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < claim->statements->len; i++)
    {
      g_autoptr (GArray) uses
          = syn_engine_list_terms (engine, g_array_index (claim->statements, guint, i), -1);

      for (guint k = 0; k < uses->len; k++)
        {
          gpointer key = GUINT_TO_POINTER (g_array_index (uses, SynTermUse, k).term);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
        }
    }
  return counts;
}

/* Weight that @statement, which is among those counted, shares with the others, for its length: what
 * most of them say, briefly. */
static double
representativeness (GHashTable *counts, SynEngine *engine, guint statement)
{
  g_autoptr (GArray) own = syn_engine_list_terms (engine, statement, -1);
  double shared = 0;

  for (guint i = 0; i < own->len; i++)
    {
      const SynTermUse *use = &g_array_index (own, SynTermUse, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (use->term)));

      shared += (double)use->weight * (n - 1);
    }
  return shared / sqrt (MAX (own->len, 8));
}

static gboolean
ends_with (const char *words, const char *marks)
{
  gsize n = strlen (words);

  return n > 0 && strchr (marks, words[n - 1]) != NULL;
}

/* “He said so”: who reads it alone does not know who. */
static gboolean
begins_with_pronoun (SynEngine *engine, guint statement, const char *words)
{
  SynLexicon *lexicon = syn_document_get_lexicon (syn_engine_get_document (engine, statement));
  g_autofree char *first = g_strndup (words, strcspn (words, " ,.:;"));
  g_autofree char *folded = g_utf8_strdown (first, -1);

  return syn_lexicon_has (lexicon, "pronouns", folded);
}

/* How plain a wording is, 0 to 1: the paper's own sentence, told as a report, rather than
 * somebody's words, a denial, a headline, a question or a cry. */
static double
plainness (SynEngine *engine, guint statement, const char *words)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  double plain = 1;

  if (of->n_quotes > 0)
    plain *= 0.8;
  if (of->certainty == SYN_CERTAINTY_DENIED)
    plain *= 0.6;
  if (of->role != SYN_ROLE_BODY)
    plain *= 0.8;
  if (ends_with (words, "?!"))
    plain *= 0.4;
  if (begins_with_pronoun (engine, statement, words))
    plain *= 0.7;
  return plain;
}

/* Cuts after a word, the first clause that fills the space if there is one. */
static char *
shorten (char *words)
{
  const char *limit, *cut = NULL;

  if (g_utf8_strlen (words, -1) <= MAX_SUMMARY_CHARS)
    return words;
  limit = g_utf8_offset_to_pointer (words, MAX_SUMMARY_CHARS);
  for (const char *p = words; p < limit; p++)
    if (*p == ' ')
      cut = p;
  if (cut == NULL)
    {
      const gsize whole = syn_grapheme_floor (words, strlen (words), (gsize) (limit - words));

      cut = whole > 0 ? words + whole : limit;
    }
  while (cut > words && strchr (",;:-", cut[-1]) != NULL)
    cut--;
  words[cut - words] = '\0';
  {
    char *out = g_strconcat (words, "…", NULL);

    g_free (words);
    return out;
  }
}

char *
syn_claim_dup_summary (SynClaim *claim, SynEngine *engine, GHashTable *used)
{
  g_autoptr (GHashTable) counts = count_terms (claim, engine);
  g_autofree char *best = NULL;
  gboolean best_used = TRUE;
  double best_value = -1;

  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint statement = g_array_index (claim->statements, guint, i);
      double value = representativeness (counts, engine, statement);
      g_autofree char *words = NULL;
      gboolean is_used;

      /* However plain it is. */
      if (best != NULL && !best_used && value <= best_value)
        continue;
      words = syn_engine_dup_words (engine, statement);
      value *= plainness (engine, statement, words);
      words = shorten (g_steal_pointer (&words));
      is_used = g_hash_table_contains (used, words);
      if (best != NULL && (is_used > best_used || (is_used == best_used && value <= best_value)))
        continue;
      g_free (best);
      best = g_steal_pointer (&words);
      best_used = is_used;
      best_value = value;
    }
  g_hash_table_add (used, g_strdup (best));
  return g_steal_pointer (&best);
}
