/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-function-words.h"

#include <math.h>

/* They weigh so much of what others would, in as many statements … */
#define SHARE 0.45
/* … and nothing in more of all statements than this. */
#define MOST_STATEMENTS 0.5

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const SynTermUse *x = a, *y = b;

  return (x->term > y->term) - (x->term < y->term);
}

static gboolean
is_function_word (const SynToken *token)
{
  return (token->flags & SYN_TOKEN_WORD) != 0 && (token->flags & SYN_TOKEN_STOP) != 0;
}

GArray *
syn_function_words_list (SynEngine *engine, guint statement)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint n, kept = 0;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (engine, statement), &n);
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (SynTermUse));

  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    {
      SynTermUse use;

      if (!is_function_word (&tokens[t]))
        continue;
      use.term = syn_engine_map_term (engine, statement, tokens[t].term);
      use.weight = g_array_index (engine->function_weight, float, use.term);
      if (use.weight > 0)
        g_array_append_val (uses, use);
    }
  g_array_sort (uses, compare_uses);
  for (guint i = 0; i < uses->len; i++)
    if (i == 0
        || g_array_index (uses, SynTermUse, i).term
               != g_array_index (uses, SynTermUse, kept - 1).term)
      g_array_index (uses, SynTermUse, kept++) = g_array_index (uses, SynTermUse, i);
  g_array_set_size (uses, kept);
  return uses;
}

/* Counts the function words of a statement, each once.  @last: per term the last statement that
 * had it, plus one */
static void
count_words (SynEngine *engine, guint statement, guint *last, guint *df)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (engine, statement), &n);

  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    {
      guint32 term;

      if (!is_function_word (&tokens[t]))
        continue;
      term = syn_engine_map_term (engine, statement, tokens[t].term);
      df[term] += last[term] != statement + 1;
      last[term] = statement + 1;
    }
}

GArray *
syn_function_words_weigh (SynEngine *engine, const guint *df)
{
  guint n_terms = engine->terms->len, n = 0;
  GArray *weight = g_array_sized_new (FALSE, TRUE, sizeof (float), n_terms);
  g_autofree guint *own = g_new0 (guint, n_terms);
  g_autofree guint *last = g_new0 (guint, n_terms);

  g_array_set_size (weight, n_terms);
  for (guint i = 0; i < engine->statements->len; i++)
    if (syn_engine_is_matched (engine, i))
      {
        n++;
        count_words (engine, i, last, own);
      }
  for (guint t = 0; t < n_terms; t++)
    if (n >= SYN_FEW_STATEMENTS && own[t] > 0 && own[t] <= MOST_STATEMENTS * n && df[t] == 0)
      g_array_index (weight, float, t) = SHARE * 1.5 * log ((n + 1.0) / (own[t] + 0.5));
  return weight;
}
