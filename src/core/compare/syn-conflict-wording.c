/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-private.h"
#include "text/syn-names.h"
#include "text/syn-text-hash.h"

/* One quotation, two wordings: quoted words that are nearly but not quite the same. */

#define MIN_Z 0.15
#define MIN_Z_LOOSE 0.1
#define MAX_COPIED 0.75
#define MIN_SHARE_LOOSE 0.3 /* of the content words of one side */
#define SAME_WORD 0.7
#define MIN_WORDS 5
#define MIN_Z_SHORT 0.35 /* a few words only count where the rest says the same */
#define MIN_WORDS_SHORT 3
#define MIN_SHARE 0.6 /* of the words in the same order */
#define MAX_WORDS 120

/* The words of all quotations of a statement, in one row. */
typedef struct
{
  const char *text;
  SynSpan span;
  guint32 hash;
  gboolean capital;
  gboolean cut; /* an ellipsis or a bracket stands before it: somebody left out or put in words */
} QuotedWord;

typedef struct
{
  guint n;
  QuotedWord words[MAX_WORDS];
} Quoted;

/* Words that change nothing when they are missing. */
static gboolean
is_filler (const char *text)
{
  static const char *const words[]
      = { "that", "and", "but", "so", "well", "just", "the", "a", "an", "this", "these", "those" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
append_word (Quoted *out, const char *text, const SynWord *word, gboolean cut)
{
  if (out->n < MAX_WORDS && !is_filler (text))
    out->words[out->n++]
        = (QuotedWord){ text, word->span, syn_text_hash (text, strlen (text)), word->capital, cut };
}

/* A contraction is the two words it stands for: "I'm" and "I am" are one wording. */
static void
append_contraction (Quoted *out, const SynWord *word, gboolean cut)
{
  static const struct
  {
    const char *ending, *word;
  } endings[] = { { "n't", "not" },  { "'m", "am" },    { "'re", "are" },
                  { "'ve", "have" }, { "'ll", "will" }, { "'d", "had" } };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word->text, endings[i].ending)
        && strlen (word->text) > strlen (endings[i].ending))
      {
        g_autofree char *stem
            = g_strndup (word->text, strlen (word->text) - strlen (endings[i].ending));

        append_word (out, g_intern_string (stem), word, cut);
        append_word (out, endings[i].word, word, FALSE);
        return;
      }
  if (g_str_has_suffix (word->text, "'s") && strlen (word->text) > 2)
    {
      g_autofree char *stem = g_strndup (word->text, strlen (word->text) - 2);

      append_word (out, g_intern_string (stem), word, cut);
      append_word (out, "'s", word, FALSE);
      return;
    }
  append_word (out, word->text, word, cut);
}

static gboolean
is_cut_mark (const SynWord *word)
{
  return strcmp (word->text, "[") == 0 || strcmp (word->text, "]") == 0
         || strcmp (word->text, "…") == 0 || strcmp (word->text, "(") == 0
         || strcmp (word->text, ")") == 0;
}

static void
collect (SynConflictFinder *finder, guint statement, Quoted *out)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  guint n;
  const SynQuote *quotes
      = syn_document_get_quotes (syn_engine_get_document (finder->engine, statement), &n);

  out->n = 0;
  for (guint q = s->first_quote; q < s->first_quote + s->n_quotes; q++)
    {
      /* Two quotations of one sentence may be of two utterances. */
      gboolean cut = q > s->first_quote;

      for (guint i = syn_words_find (words, quotes[q].span.start);
           i < words->n && words->words[i].span.end <= quotes[q].span.end; i++)
        {
          if (words->words[i].kind == SYN_WORD_MARK)
            {
              /* "Corp.'s" */
              if (syn_words_is (words, i + 1, "s") && !words->words[i + 1].spaced
                  && (syn_words_is (words, i, "'") || syn_words_is (words, i, "’")))
                {
                  append_word (out, "'s", &words->words[++i], FALSE);
                  continue;
                }
              cut |= is_cut_mark (&words->words[i])
                     || (syn_words_is (words, i, ".") && syn_words_is (words, i + 1, ".")
                         && syn_words_is (words, i + 2, "."));
              continue;
            }
          append_contraction (out, &words->words[i], cut);
          cut = FALSE;
        }
    }
}

static gpointer
read_quoted (SynConflictFinder *finder, guint statement)
{
  Quoted *quoted = g_new (Quoted, 1);

  collect (finder, statement, quoted);
  /* Most of it is not used: quotations are short. */
  return g_realloc (quoted, G_STRUCT_OFFSET (Quoted, words[MAX (quoted->n, 1)]));
}

static const SynConflictFact quoted_fact = { read_quoted, g_free };

static gboolean
words_equal (const QuotedWord *a, const QuotedWord *b)
{
  /* "it's" may be "it is" */
  if ((strcmp (a->text, "'s") == 0 && (strcmp (b->text, "is") == 0 || strcmp (b->text, "has") == 0))
      || (strcmp (b->text, "'s") == 0
          && (strcmp (a->text, "is") == 0 || strcmp (a->text, "has") == 0)))
    return TRUE;
  return (a->hash == b->hash && strcmp (a->text, b->text) == 0)
         || (a->capital && b->capital && syn_names_are_variants (a->text, b->text));
}

/* At least as many as are in the longest common subsequence, for far less work: words of @a that @b
 * has anywhere, a name counting wherever the other has any. */
static guint
most_in_common (const Quoted *a, const Quoted *b)
{
  gboolean names = FALSE;
  guint common = 0;

  for (guint j = 0; j < b->n; j++)
    names |= b->words[j].capital;
  for (guint i = 0; i < a->n; i++)
    {
      gboolean found = names && a->words[i].capital;

      for (guint j = 0; j < b->n && !found; j++)
        found = a->words[i].hash == b->words[j].hash;
      common += found;
    }
  return common;
}

/* Whether so many common words can be one quotation in two wordings. */
static gboolean
is_enough (const Quoted *a, const Quoted *b, guint common, guint least)
{
  return common >= MIN (least, MIN_WORDS - 1) && (double)common / MIN (a->n, b->n) >= MIN_SHARE
         && (double)common / MAX (a->n, b->n) >= 0.4;
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

        length[at] = words_equal (&a->words[i - 1], &b->words[j - 1])
                         ? length[at + width + 1] + 1
                         : MAX (length[at + width], length[at + 1]);
      }
  for (i = 0, j = 0; i < a->n && j < b->n;)
    {
      if (words_equal (&a->words[i], &b->words[j]))
        in_a[i++] = in_b[j++] = TRUE;
      else if (length[(i + 1) * width + j] >= length[i * width + j + 1])
        i++;
      else
        j++;
    }
  return length[0];
}

/* Where the common part begins: one or two lone words before a gap are there by chance. */
static guint
common_start (const Quoted *quoted, const gboolean *in)
{
  guint first = 0;

  while (first < quoted->n)
    {
      guint run = 0, gap = 0;

      while (first < quoted->n && !in[first])
        first++;
      while (first + run < quoted->n && in[first + run])
        run++;
      while (first + run + gap < quoted->n && !in[first + run + gap])
        gap++;
      if (run > 2 || gap < 3)
        break;
      first += run;
    }
  return first;
}

static guint
common_end (const Quoted *quoted, const gboolean *in)
{
  guint last = quoted->n;

  while (last > 0)
    {
      guint run = 0, gap = 0;

      while (last > 0 && !in[last - 1])
        last--;
      while (run < last && in[last - run - 1])
        run++;
      while (run + gap < last && !in[last - run - gap - 1])
        gap++;
      if (run > 2 || gap < 3)
        break;
      last -= run;
    }
  return last;
}

/* The first stretch of words inside the common part that differs; FALSE where one only ends
 * earlier, or somebody marked that words were left out or put in there. */
static gboolean
find_difference (
    const Quoted *quoted, const gboolean *in, guint *out_first, guint *out_end, gboolean *out_cut)
{
  guint last = common_end (quoted, in);

  for (guint i = common_start (quoted, in); i < last; i++)
    {
      *out_cut |= in[i] && quoted->words[i].cut;
      if (in[i])
        continue;
      *out_first = i;
      while (i < last && !in[i])
        *out_cut |= quoted->words[i++].cut;
      *out_cut |= i < last && quoted->words[i].cut;
      *out_end = i;
      return TRUE;
    }
  return FALSE;
}

/* With one word on each side, so that what differs can be read. */
static SynSpan
span_around (const Quoted *quoted, guint first, guint end)
{
  return (SynSpan){ quoted->words[first > 0 ? first - 1 : 0].span.start,
                    quoted->words[MIN (end, quoted->n - 1)].span.end };
}

static guint
count_common (const gboolean *in, guint end)
{
  guint n = 0;

  for (guint i = 0; i < end; i++)
    n += in[i];
  return n;
}

/* The stretch behind the first @n common words, up to the next one: what stands there for a stretch
 * of the other side. */
static void
find_gap (const Quoted *quoted, const gboolean *in, guint n, guint *out_first, guint *out_end)
{
  guint i = 0;

  for (guint seen = 0; i < quoted->n && seen < n; i++)
    seen += in[i];
  *out_first = i;
  while (i < quoted->n && !in[i])
    i++;
  *out_end = i;
}

/* "cleaning of the …" against "cleansing of the …": one or two words at the same end of both. */
static gboolean
find_edge (
    const Quoted *a, const gboolean *in_a, const Quoted *b, const gboolean *in_b, guint out[4])
{
  guint start_a = common_start (a, in_a), start_b = common_start (b, in_b);
  guint end_a = common_end (a, in_a), end_b = common_end (b, in_b);

  if (start_a >= 1 && start_a <= 2 && start_a == start_b)
    {
      out[0] = out[2] = 0;
      out[1] = start_a;
      out[3] = start_b;
      return TRUE;
    }
  if (a->n - end_a >= 1 && a->n - end_a <= 2 && a->n - end_a == b->n - end_b)
    {
      out[0] = end_a;
      out[1] = a->n;
      out[2] = end_b;
      out[3] = b->n;
      return TRUE;
    }
  return FALSE;
}

/* Both sides of the first difference: the same place of the quotation on either side, even where
 * one has nothing there. */
static void
place_difference (const Quoted *a,
                  const gboolean *in_a,
                  gboolean differs_a,
                  guint *first_a,
                  guint *end_a,
                  const Quoted *b,
                  const gboolean *in_b,
                  gboolean differs_b,
                  guint *first_b,
                  guint *end_b)
{
  guint n_a = differs_a ? count_common (in_a, *first_a) : G_MAXUINT;
  guint n_b = differs_b ? count_common (in_b, *first_b) : G_MAXUINT;

  if (n_a < n_b)
    find_gap (b, in_b, n_a, first_b, end_b);
  else if (n_b < n_a)
    find_gap (a, in_a, n_b, first_a, end_a);
}

static void
compare (SynConflictFinder *finder, const SynPair *pair)
{
  const Quoted *a = syn_conflict_recall (finder, &quoted_fact, pair->a),
               *b = syn_conflict_recall (finder, &quoted_fact, pair->b);
  gboolean in_a[MAX_WORDS] = { FALSE }, in_b[MAX_WORDS] = { FALSE };
  guint edge[4], least;
  guint common, first_a = 0, end_a = 0, first_b = 0, end_b = 0;
  gboolean differs_a, differs_b, cut = FALSE;
  SynSpan span_a, span_b;
  g_autofree char *sides = NULL;
  double share;

  least = pair->z >= MIN_Z_SHORT ? MIN_WORDS_SHORT : MIN_WORDS;
  if (a->n < least || b->n < least || !is_enough (a, b, most_in_common (a, b), least))
    return;
  common = align (a, b, in_a, in_b);
  share = (double)common / MIN (a->n, b->n);
  if (!is_enough (a, b, common, least))
    return;
  differs_a = find_difference (a, in_a, &first_a, &end_a, &cut);
  differs_b = find_difference (b, in_b, &first_b, &end_b, &cut);
  if (!differs_a && !differs_b && find_edge (a, in_a, b, in_b, edge))
    {
      first_a = edge[0];
      end_a = edge[1];
      first_b = edge[2];
      end_b = edge[3];
      differs_a = differs_b = TRUE;
    }
  if ((!differs_a && !differs_b) || cut)
    return;
  place_difference (a, in_a, differs_a, &first_a, &end_a, b, in_b, differs_b, &first_b, &end_b);
  span_a = span_around (a, first_a, end_a);
  span_b = span_around (b, first_b, end_b);
  sides = syn_conflict_dup_sides (finder, pair->a, span_a, pair->b, span_b);
  syn_conflict_report (finder, SYN_CONFLICT_WORDING, SYN_STRENGTH_TENSION, 0.55 + 0.3 * share,
                       pair->a, span_a, pair->b, span_b, g_strdup (_ ("words of the quotation")),
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("One quotation in two wordings: %s."), sides));
}

/* Content words of @quoted that stand in @other's quotation too, as a share of them. */
static double
share_of_content (
    SynConflictFinder *finder, guint a, const Quoted *quoted, guint b, const Quoted *other)
{
  guint n = 0, shared = 0;

  for (guint i = 0; i < quoted->n; i++)
    {
      guint32 term = syn_conflict_term_at (finder, a, quoted->words[i].span);
      gboolean found = FALSE;

      if (term == 0 || !syn_conflict_has_term (finder, a, term))
        continue;
      n++;
      for (guint j = 0; j < other->n && !found; j++)
        found = syn_engine_similarity (finder->engine, term,
                                       syn_conflict_term_at (finder, b, other->words[j].span))
                >= SAME_WORD;
      shared += found;
    }
  return n >= 2 ? (double)shared / n : 0;
}

/* Words from the first common one to the last. */
static guint
stretch_of (const Quoted *quoted, const gboolean *in)
{
  guint first = 0, end = quoted->n;

  while (first < end && !in[first])
    first++;
  while (end > first && !in[end - 1])
    end--;
  return end - first;
}

/* Whether the shorter quotation stands in the longer one nearly word for word. */
static gboolean
is_same_wording (const Quoted *a, const Quoted *b)
{
  gboolean in_a[MAX_WORDS] = { FALSE }, in_b[MAX_WORDS] = { FALSE };
  guint common = align (a, b, in_a, in_b);

  return common >= MAX_COPIED * MIN (a->n, b->n) && common >= MAX_COPIED * stretch_of (a, in_a)
         && common >= MAX_COPIED * stretch_of (b, in_b);
}

/* One speaker, quoted with some of the same words: perhaps one utterance, told in two ways. */
static void
compare_loosely (SynConflictFinder *finder, const SynPair *pair)
{
  Quoted a, b;
  double share;
  SynSpan span_a, span_b;
  g_autofree char *sides = NULL;

  if (pair->p < 0.5 && !syn_conflict_same_speaker (finder, pair->a, pair->b))
    return;
  collect (finder, pair->a, &a);
  collect (finder, pair->b, &b);
  share = MAX (share_of_content (finder, pair->a, &a, pair->b, &b),
               share_of_content (finder, pair->b, &b, pair->a, &a));
  if (share < MIN_SHARE_LOOSE || is_same_wording (&a, &b))
    return;
  span_a = (SynSpan){ a.words[0].span.start, a.words[a.n - 1].span.end };
  span_b = (SynSpan){ b.words[0].span.start, b.words[b.n - 1].span.end };
  sides = syn_conflict_dup_sides (finder, pair->a, span_a, pair->b, span_b);
  syn_conflict_report (finder, SYN_CONFLICT_WORDING, SYN_STRENGTH_TENSION,
                       0.1 + 0.2 * share + 0.15 * pair->p, pair->a, span_a, pair->b, span_b,
                       g_strdup (_ ("words of the quotation")),
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("One quotation in two wordings: %s."), sides));
}

static const SynConflictCuePair leanings = {
  .type = SYN_CONFLICT_WORDING,
  .list = "leanings",
  .min_z = 0.06,
  .base = 0.08,
  .gain = 0.3,
  .min_share = 0.0,
  .most = 0.4,
  .topic = N_ ("for or against"),
  .reason = N_ ("One speaks well of it, the other ill: %s."),
};

void
syn_conflict_wording_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z_LOOSE || syn_conflict_stops (finder))
        break;
      if (syn_engine_get_statement (finder->engine, pair->a)->n_quotes > 0
          && syn_engine_get_statement (finder->engine, pair->b)->n_quotes > 0)
        {
          if (pair->z >= MIN_Z)
            compare (finder, pair);
          compare_loosely (finder, pair);
        }
    }
  syn_conflict_cue_pairs_detect (finder, &leanings);
}
