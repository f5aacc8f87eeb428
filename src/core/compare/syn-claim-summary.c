/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <math.h>
#include <string.h>

#define MAX_SUMMARY_CHARS 110

char *
syn_engine_dup_words (SynEngine *self, guint statement)
{
  return syn_article_dup_words (
      syn_document_get_article (syn_engine_get_document (self, statement)),
      syn_engine_get_statement (self, statement)->span);
}

/* Weight that @statement shares with the other members, for its length: what most of them say,
 * briefly. */
static double
representativeness (const SynClaim *claim, SynEngine *engine, guint statement)
{
  g_autoptr (GArray) own = syn_engine_list_terms (engine, statement, -1);
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  double shared = 0;

  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint other = g_array_index (claim->statements, guint, i);
      g_autoptr (GArray) theirs = NULL;

      if (other == statement)
        continue;
      theirs = syn_engine_list_terms (engine, other, -1);
      for (guint a = 0, b = 0; a < own->len && b < theirs->len;)
        {
          const SynTermUse *x = &g_array_index (own, SynTermUse, a),
                           *y = &g_array_index (theirs, SynTermUse, b);

          if (x->term == y->term)
            shared += x->weight;
          a += x->term <= y->term;
          b += y->term <= x->term;
        }
    }
  shared /= sqrt (MAX (own->len, 8));
  /* Somebody's words are less neutral than the paper's. */
  if (of->n_quotes > 0)
    shared *= 0.8;
  if (of->certainty == SYN_CERTAINTY_DENIED)
    shared *= 0.8;
  return shared;
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
    cut = limit;
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
syn_claim_dup_summary (SynClaim *claim, SynEngine *engine)
{
  guint best = g_array_index (claim->statements, guint, 0);
  double best_value = -1;

  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint statement = g_array_index (claim->statements, guint, i);
      double value = representativeness (claim, engine, statement);

      if (value > best_value)
        {
          best = statement;
          best_value = value;
        }
    }
  return shorten (syn_engine_dup_words (engine, best));
}
