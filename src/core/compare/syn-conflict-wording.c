/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-conflict-private.h"
#include "text/syn-names.h"

/* One quotation, two wordings: quoted words that are nearly but not quite the same. */

#define MIN_Z 0.25
#define MIN_WORDS 5
#define MIN_SHARE 0.6   /* of the words in the same order */
#define MAX_WORDS 120

/* The words of all quotations of a statement, in one row. */
typedef struct
{
  const SynWord *words[MAX_WORDS];
  guint n;
} Quoted;

static void
collect (SynConflictFinder *finder, guint statement, Quoted *out)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  guint n;
  const SynQuote *quotes = syn_document_get_quotes (syn_engine_get_document (finder->engine, statement), &n);

  out->n = 0;
  for (guint q = s->first_quote; q < s->first_quote + s->n_quotes; q++)
    for (guint i = syn_words_find (words, quotes[q].span.start); i < words->n && words->words[i].span.end <= quotes[q].span.end; i++)
      if (words->words[i].kind != SYN_WORD_MARK && out->n < MAX_WORDS)
        out->words[out->n++] = &words->words[i];
}

static gboolean
words_equal (const SynWord *a, const SynWord *b)
{
  return strcmp (a->text, b->text) == 0 || (a->capital && b->capital && syn_names_are_variants (a->text, b->text));
}

/* Longest common subsequence; marks which words of @a and @b are in it. */
static guint
align (const Quoted *a, const Quoted *b, gboolean *in_a, gboolean *in_b)
{
  static const guint width = MAX_WORDS + 1;
  g_autofree guint8 *length = g_new0 (guint8, width * width);
  guint i, j;

  for (i = a->n; i > 0; i--)
    for (j = b->n; j > 0; j--)
      {
        guint at = (i - 1) * width + j - 1;

        length[at] = words_equal (a->words[i - 1], b->words[j - 1]) ? length[at + width + 1] + 1
                                                                    : MAX (length[at + width], length[at + 1]);
      }
  for (i = 0, j = 0; i < a->n && j < b->n;)
    {
      if (words_equal (a->words[i], b->words[j]))
        in_a[i++] = in_b[j++] = TRUE;
      else if (length[(i + 1) * width + j] >= length[i * width + j + 1])
        i++;
      else
        j++;
    }
  return length[0];
}

/* The first stretch of words between two shared ones that differs; FALSE where one only ends earlier. */
static gboolean
find_difference (const Quoted *quoted, const gboolean *in, guint *out_first, guint *out_end)
{
  guint first = 0, last = quoted->n;

  while (first < quoted->n && !in[first])
    first++;
  while (last > first && !in[last - 1])
    last--;
  for (guint i = first; i < last; i++)
    if (!in[i])
      {
        *out_first = i;
        while (i < last && !in[i])
          i++;
        *out_end = i;
        return TRUE;
      }
  return FALSE;
}

/* With one word on each side, so that what differs can be read. */
static SynSpan
span_around (const Quoted *quoted, guint first, guint end)
{
  return (SynSpan) { quoted->words[first > 0 ? first - 1 : 0]->span.start, quoted->words[MIN (end, quoted->n - 1)]->span.end };
}

static void
compare (SynConflictFinder *finder, const SynPair *pair)
{
  Quoted a, b;
  gboolean in_a[MAX_WORDS] = { FALSE }, in_b[MAX_WORDS] = { FALSE };
  guint common, first_a = 0, end_a = 0, first_b = 0, end_b = 0;
  gboolean differs_a, differs_b;
  SynSpan span_a, span_b;
  g_autofree char *sides = NULL;
  double share;

  collect (finder, pair->a, &a);
  collect (finder, pair->b, &b);
  if (a.n < MIN_WORDS || b.n < MIN_WORDS)
    return;
  common = align (&a, &b, in_a, in_b);
  share = (double) common / MIN (a.n, b.n);
  if (common < MIN_WORDS - 1 || share < MIN_SHARE || (double) common / MAX (a.n, b.n) < 0.4)
    return;
  differs_a = find_difference (&a, in_a, &first_a, &end_a);
  differs_b = find_difference (&b, in_b, &first_b, &end_b);
  if (!differs_a && !differs_b)
    return;
  span_a = differs_a ? span_around (&a, first_a, end_a) : (SynSpan) { a.words[0]->span.start, a.words[a.n - 1]->span.end };
  span_b = differs_b ? span_around (&b, first_b, end_b) : (SynSpan) { b.words[0]->span.start, b.words[b.n - 1]->span.end };
  sides = syn_conflict_dup_sides (finder, pair->a, span_a, pair->b, span_b);
  syn_conflict_report (finder, SYN_CONFLICT_WORDING, SYN_STRENGTH_TENSION, 0.55 + 0.3 * share, pair->a, span_a, pair->b,
                       span_b, g_strdup (_ ("words of the quotation")),
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("One quotation in two wordings: %s."), sides));
}

void
syn_conflict_wording_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z)
        break;
      if (syn_engine_get_statement (finder->engine, pair->a)->n_quotes > 0
          && syn_engine_get_statement (finder->engine, pair->b)->n_quotes > 0)
        compare (finder, pair);
    }
}
