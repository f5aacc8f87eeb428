/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-conflict-private.h"

/* "The tug, not the lifeboat, took them off": what a sentence expressly rules out, and another
 * says. */

#define MIN_Z 0.25
#define MAX_WORDS 6    /* of what is ruled out */
#define MIN_WEIGHT 1.5 /* of its words */
#define MIN_REST 3.0   /* … and of the others that both say */

static gboolean
begins_place (const char *text)
{
  static const char *const words[]
      = { "off", "in", "at", "near", "inside", "outside", "from", "under", "beside" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "…, not X," "… and not X." */
static gboolean
find_ruled_out (SynConflictFinder *finder, guint statement, guint *out_first, guint *out_end)
{
  const SynWords *words = syn_conflict_words (finder, statement);

  for (guint i = 2; i + 1 < words->n; i++)
    {
      guint end = i + 1;

      if (!syn_words_is (words, i, "not")
          || !(syn_words_is (words, i - 1, ",")
               || (syn_words_is (words, i - 1, "and") && syn_words_is (words, i - 2, ","))))
        continue;
      while (end < words->n && end < i + 1 + MAX_WORDS && words->words[end].kind != SYN_WORD_MARK
             && !syn_words_is (words, end, "that") && !syn_words_is (words, end, "who")
             && !syn_words_is (words, end, "as"))
        end++;
      if (end == i + 1 || end == i + 1 + MAX_WORDS || syn_words_is (words, i + 1, "to")
          || syn_words_is (words, i + 1, "only"))
        continue;
      *out_first = i + 1;
      *out_end = end;
      return TRUE;
    }
  return FALSE;
}

/* Whether @other says all words of weight among words[first, end), and rules nothing out itself. */
static gboolean
says_it (SynConflictFinder *finder,
         guint statement,
         guint first,
         guint end,
         guint other,
         SynSpan *out_span)
{
  const SynWords *words = syn_conflict_words (finder, statement),
                 *theirs = syn_conflict_words (finder, other);
  double weight = 0;
  gboolean found = FALSE;
  guint x, y;

  if (find_ruled_out (finder, other, &x, &y))
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      guint32 term = syn_conflict_term_at (finder, statement, words->words[i].span);

      if (term == 0 || !syn_conflict_has_term (finder, statement, term))
        continue;
      if (!syn_conflict_has_term (finder, other, term))
        return FALSE;
      weight += g_array_index (finder->engine->weight, float, term);
      for (guint k = 0; k < theirs->n && !found; k++)
        if (syn_conflict_term_at (finder, other, theirs->words[k].span) == term)
          {
            *out_span = theirs->words[k].span;
            found = TRUE;
          }
    }
  /* Of one thing: something else is said of it on both sides. */
  return found && weight >= MIN_WEIGHT
         && syn_conflict_shared_weight (finder, statement, other) >= weight + MIN_REST;
}

static gpointer
read_rules_out (SynConflictFinder *finder, guint statement)
{
  guint first, end;

  return GINT_TO_POINTER (find_ruled_out (finder, statement, &first, &end));
}

static const SynConflictFact rules_out_fact = { read_rules_out, NULL };

static void
compare (SynConflictFinder *finder, SynConflictType type, guint ruling, guint other, double z)
{
  const SynWords *words = syn_conflict_words (finder, ruling);
  g_autofree char *sides = NULL;
  guint first, end;
  SynSpan span_a, span_b;

  if (!syn_conflict_recall (finder, &rules_out_fact, ruling)
      || !find_ruled_out (finder, ruling, &first, &end)
      || begins_place (words->words[first].text) != (type == SYN_CONFLICT_PLACE)
      || !says_it (finder, ruling, first, end, other, &span_b)
      || !syn_conflict_same_time (finder, ruling, other))
    return;
  span_a = syn_words_span (words, first - 1, end - first + 1);
  sides = syn_conflict_dup_sides (finder, ruling, span_a, other, span_b);
  syn_conflict_report (
      finder, type, SYN_STRENGTH_DIRECT, 0.6 + 0.2 * MIN (z, 0.6), ruling, span_a, other, span_b,
      NULL,
      /* Translators: %s is two wordings with their sources. */
      g_strdup_printf (_ ("One says what the other expressly rules out: %s."), sides));
}

void
syn_conflict_ruled_out_detect (SynConflictFinder *finder, SynConflictType type)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z || syn_conflict_stops (finder))
        break;
      compare (finder, type, pair->a, pair->b, pair->z);
      compare (finder, type, pair->b, pair->a, pair->z);
    }
}
