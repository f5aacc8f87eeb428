/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WORDS 5
/* Of the statement between two others, to find it by. */
#define MAX_BRIDGE_WORDS 8

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

static float
score_between (SynEngine *engine, guint a, guint b)
{
  const SynPair *pair = syn_engine_find_pair (engine, a, b);

  return pair != NULL ? pair->z : 0;
}

/* The third statement that is nearest to both, or -1. */
static gint
find_bridge (SynEngine *engine, guint a, guint b)
{
  gint best = -1;
  float best_score = 0;

  for (guint c = 0; c < engine->statements->len; c++)
    {
      float to_a = c != a && c != b ? score_between (engine, a, c) : 0;
      float score = to_a > best_score ? MIN (to_a, score_between (engine, c, b)) : 0;

      if (score > best_score)
        {
          best = c;
          best_score = score;
        }
    }
  return best;
}

/* “Related: both match “The first words of the bridge…” (Outlet)”. */
static char *
name_bridge (SynEngine *engine, const SynMatch *match)
{
  /* Nobody reads why a pair that is not shown scored; there are many. */
  gint bridge = match->tier != SYN_TIER_NONE ? find_bridge (engine, match->a, match->b) : -1;
  g_autofree char *words = bridge >= 0 ? syn_engine_dup_words (engine, bridge) : NULL;
  g_autofree char *source = NULL;
  const char *end = words;

  if (words == NULL)
    return g_strdup (_ ("Related: both stand close to the same third statement"));
  source = syn_article_dup_source_name (
      syn_document_get_article (syn_engine_get_document (engine, bridge)));
  for (guint n = 0; n < MAX_BRIDGE_WORDS && *end != '\0'; n++)
    end += strspn (end, " ") + strcspn (end + strspn (end, " "), " ");
  return g_strdup_printf (_ ("Related: both match “%.*s%s” (%s)"), (int)(end - words), words,
                          *end != '\0' ? "…" : "", source);
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
    return name_bridge (engine, match);
  if (match->kind == SYN_MATCH_SAME)
    return g_strdup_printf (_ ("Same statement — shared: %s"), shared);
  return g_strdup_printf (_ ("Related statement — shared: %s"), shared);
}
