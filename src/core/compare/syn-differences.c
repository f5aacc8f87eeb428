/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-differences.h"

/* Statements longer than this are not aligned: no sentence of prose is. */
#define WORDS_MOST 400
/* A run of differing words that is longer is a passage of its own. */
#define RUN_MOST 6
/* The part of its content words that may differ, and how many must be the same. */
#define SHARE_MOST 0.4
#define SAME_LEAST 2

/* A word, or several that stand for one thing: a figure, a form of a variant. */
typedef struct
{
  SynSpan span;
  guint key;        /* equal for equal words of both statements */
  gboolean content; /* says something by itself */
  gboolean differs;
  gboolean taken;
} Word;

/* What makes words equal, as numbers. */
typedef struct
{
  SynComparison *comparison;
  GHashTable *keys; /* char* → guint */
} Keys;

static guint
key_of (Keys *keys, const char *text)
{
  gpointer known = g_hash_table_lookup (keys->keys, text);

  if (known == NULL)
    {
      known = GUINT_TO_POINTER (g_hash_table_size (keys->keys) + 1);
      g_hash_table_insert (keys->keys, g_strdup (text), known);
    }
  return GPOINTER_TO_UINT (known);
}

static void
add_group (GArray *groups, Keys *keys, SynSpan span, const char *name)
{
  Word group = { .span = span, .key = key_of (keys, name), .content = TRUE };

  g_array_append_val (groups, group);
}

/* Figures count by what they come to, however they are written. */
static void
add_numbers (GArray *groups, Keys *keys, SynDocument *document, const SynStatement *statement)
{
  guint n;
  const SynNumber *numbers = syn_document_get_numbers (document, &n);

  for (guint i = 0; i < statement->n_numbers; i++)
    {
      const SynNumber *number = &numbers[statement->first_number + i];
      gboolean whole = number->unit != NULL && number->qualifier == SYN_QUALIFIER_EXACT;
      /* No word holds this character. */
      g_autofree char *name = g_strdup_printf ("\001%d %g %s", (int) number->kind, number->value,
                                               number->unit != NULL ? number->unit : "");

      if (number->kind != SYN_NUMBER_VAGUE && number->kind != SYN_NUMBER_SHARE)
        add_group (groups, keys, whole ? number->span : number->value_span, name);
    }
}

static void
add_variants (GArray *groups, Keys *keys, guint statement)
{
  guint n;
  const SynVariant *variants = syn_comparison_get_variants (keys->comparison, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < variants[i].occurrences->len; k++)
      {
        const SynOccurrence *occurrence = &g_array_index (variants[i].occurrences, SynOccurrence, k);
        g_autofree char *name = g_strdup_printf ("\002%u", i);

        if (occurrence->statement == statement)
          add_group (groups, keys, occurrence->span, name);
      }
}

static const Word *
find_group (const GArray *groups, SynSpan span)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Word *group = &g_array_index (groups, Word, i);

      if (syn_span_overlaps (group->span, span))
        return group;
    }
  return NULL;
}

/* (element-type Word): the words of @statement in order. */
static GArray *
list_words (Keys *keys, guint index, gboolean variants)
{
  const SynStatement *statement = syn_comparison_get_statement (keys->comparison, index);
  SynDocument *document = syn_comparison_get_document (keys->comparison, statement->article);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Word));
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const Word *last = NULL;
  guint n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  add_numbers (groups, keys, document, statement);
  if (variants)
    add_variants (groups, keys, index);
  for (guint i = 0; i < statement->n_tokens; i++)
    {
      const SynToken *token = &tokens[statement->first_token + i];
      const Word *group = find_group (groups, token->span);
      Word word = { .span = token->span };

      if ((token->flags & SYN_TOKEN_WORD) == 0 || (group != NULL && group == last))
        continue;
      last = group;
      if (group != NULL)
        word = *group;
      else
        {
          word.key = key_of (keys, syn_document_get_term (document, token->term));
          /* Whether it "said" or "reported" is the outlet's style. */
          word.content = (token->flags & (SYN_TOKEN_STOP | SYN_TOKEN_REPORTING)) == 0
                         || (token->flags & SYN_TOKEN_NEGATION) != 0;
        }
      word.differs = TRUE;
      g_array_append_val (words, word);
    }
  return words;
}

/* Clears "differs" of the words of a longest common subsequence, in both. */
static void
align (GArray *a, GArray *b)
{
  guint width = b->len + 1;
  g_autofree guint16 *best = g_new0 (guint16, (a->len + 1) * width);
  guint i, k;

  for (i = a->len; i-- > 0;)
    for (k = b->len; k-- > 0;)
      best[i * width + k] = g_array_index (a, Word, i).key == g_array_index (b, Word, k).key
                                ? best[(i + 1) * width + k + 1] + 1
                                : MAX (best[(i + 1) * width + k], best[i * width + k + 1]);
  for (i = 0, k = 0; i < a->len && k < b->len;)
    if (g_array_index (a, Word, i).key == g_array_index (b, Word, k).key)
      {
        g_array_index (a, Word, i++).differs = FALSE;
        g_array_index (b, Word, k++).differs = FALSE;
      }
    else if (best[(i + 1) * width + k] >= best[i * width + k + 1])
      i++;
    else
      k++;
}

/* A word that the other has in another place is the same word. */
static void
forgive_moved (GArray *a, GArray *b)
{
  for (guint i = 0; i < a->len; i++)
    for (guint k = 0; k < b->len && g_array_index (a, Word, i).differs; k++)
      {
        Word *word = &g_array_index (a, Word, i), *same = &g_array_index (b, Word, k);

        if (!same->differs || word->key != same->key)
          continue;
        word->differs = FALSE;
        same->differs = FALSE;
      }
}

static gboolean
says_enough (const GArray *words)
{
  guint same = 0, all = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      all += word->content;
      same += word->content && !word->differs;
    }
  return same >= SAME_LEAST && all - same <= all * SHARE_MOST;
}

/* What of the words @from to @end is to be marked: from the first that says something to the last. */
static void
add_run (const GArray *words, guint from, guint end, GArray *out)
{
  SynSpan span;

  while (from < end && !g_array_index (words, Word, from).content)
    from++;
  while (from < end && !g_array_index (words, Word, end - 1).content)
    end--;
  if (from >= end || end - from > RUN_MOST)
    return;
  span.start = g_array_index (words, Word, from).span.start;
  span.end = g_array_index (words, Word, end - 1).span.end;
  g_array_append_val (out, span);
}

static void
note_taken (GArray *words, const GArray *taken)
{
  for (guint i = 0; taken != NULL && i < words->len; i++)
    for (guint k = 0; k < taken->len; k++)
      if (syn_span_overlaps (g_array_index (words, Word, i).span, g_array_index (taken, SynSpan, k)))
        g_array_index (words, Word, i).taken = TRUE;
}

static gboolean
any_differs (const GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, Word, i).differs && g_array_index (words, Word, i).content)
      return TRUE;
  return FALSE;
}

/* (nullable): the words of @statement, those that @other does not have marked.  Variants are many, and looked for only
 * where they could make a difference. */
static GArray *
compare_words (Keys *keys, guint statement, guint other, gboolean variants)
{
  g_autoptr (GArray) words = list_words (keys, statement, variants);
  g_autoptr (GArray) others = list_words (keys, other, variants);

  if (words->len > WORDS_MOST || others->len > WORDS_MOST)
    return NULL;
  align (words, others);
  forgive_moved (words, others);
  if (!variants && any_differs (words))
    return compare_words (keys, statement, other, TRUE);
  return g_steal_pointer (&words);
}

GArray *
syn_differences_list (SynComparison *comparison, guint statement, guint other, const GArray *taken)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) words = NULL;
  Keys keys = { comparison, table };

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), spans);

  words = compare_words (&keys, statement, other, FALSE);
  if (words == NULL || !says_enough (words))
    return spans;
  note_taken (words, taken);
  for (guint i = 0; i < words->len;)
    {
      guint end = i;

      while (end < words->len && g_array_index (words, Word, end).differs && !g_array_index (words, Word, end).taken)
        end++;
      add_run (words, i, end, spans);
      i = end + 1;
    }
  return spans;
}

gint
syn_differences_reference (SynComparison *comparison, guint statement, guint pivot)
{
  guint own, n, n_all, nearest = G_MAXUINT;
  const SynMatch *matches;
  const guint *of;
  gint found = -1;

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), -1);

  own = syn_comparison_get_statement (comparison, statement)->article;
  if (own == pivot)
    return -1;
  matches = syn_comparison_get_matches (comparison, &n_all);
  of = syn_comparison_matches_of (comparison, statement, &n);
  /* Best first: of one article the first is taken. */
  for (guint i = 0; i < n; i++)
    {
      const SynMatch *match = &matches[of[i]];
      guint candidate = match->a == statement ? match->b : match->a;
      guint article = syn_comparison_get_statement (comparison, candidate)->article;

      if (match->tier > SYN_TIER_LIKELY)
        continue;
      if (article == pivot)
        return (gint) candidate;
      if (article < own && article < nearest)
        {
          nearest = article;
          found = (gint) candidate;
        }
    }
  return found;
}
