/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <glib/gi18n-lib.h>

#define MAX_WORDS 5

typedef struct
{
  guint token;
  float weight;
  guint32 term;
} SharedWord;

static int
compare_weight (gconstpointer a, gconstpointer b)
{
  const SharedWord *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return (x->token > y->token) - (x->token < y->token);
}

static int
compare_token (gconstpointer a, gconstpointer b)
{
  const SharedWord *x = a, *y = b;

  return (x->token > y->token) - (x->token < y->token);
}

/* The heaviest aligned words of @a, each once, in reading order. */
static GArray *
list_shared (SynEngine *engine, guint a, const SynAlignment *alignment)
{
  const SynStatement *of = syn_engine_get_statement (engine, a);
  guint n, kept = 0;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (engine, a), &n) + of->first_token;
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SharedWord));

  for (guint i = 0; i < alignment->n_a; i++)
    {
      SharedWord word = { .token = i };

      if (alignment->a[i] < 0)
        continue;
      word.term = syn_engine_map_term (engine, a, tokens[i].term);
      word.weight = g_array_index (engine->weight, float, word.term) * alignment->similarity[i];
      g_array_append_val (words, word);
    }
  g_array_sort (words, compare_weight);
  for (guint i = 0; i < words->len && kept < MAX_WORDS; i++)
    {
      SharedWord word = g_array_index (words, SharedWord, i);
      gboolean known = FALSE;

      for (guint k = 0; k < kept; k++)
        known |= g_array_index (words, SharedWord, k).term == word.term;
      if (!known)
        g_array_index (words, SharedWord, kept++) = word;
    }
  g_array_set_size (words, kept);
  g_array_sort (words, compare_token);
  return words;
}

static char *
join_words (SynEngine *engine, guint a, GArray *words)
{
  const SynStatement *of = syn_engine_get_statement (engine, a);
  SynDocument *document = syn_engine_get_document (engine, a);
  guint n;
  const SynToken *tokens = syn_document_get_tokens (document, &n) + of->first_token;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *word
          = syn_article_dup_span (syn_document_get_article (document),
                                  tokens[g_array_index (words, SharedWord, i).token].span);

      if (out->len > 0)
        g_string_append (out, ", ");
      g_string_append (out, word);
    }
  return g_string_free (out, FALSE);
}

char *
syn_reason_of_match (SynEngine *engine, const SynMatch *match, const SynAlignment *alignment)
{
  g_autoptr (GArray) words = list_shared (engine, match->a, alignment);
  g_autofree char *shared = join_words (engine, match->a, words);

  if (match->kind == SYN_MATCH_COPIED)
    return g_strdup_printf (
        ngettext ("Same words: %u in a row", "Same words: %u in a row", alignment->run),
        alignment->run);
  if (words->len == 0)
    return g_strdup (_ ("Related: both stand close to the same third statement"));
  if (match->kind == SYN_MATCH_SAME)
    return g_strdup_printf (_ ("Same statement — shared: %s"), shared);
  return g_strdup_printf (_ ("Related statement — shared: %s"), shared);
}
