/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-differences.h"
#include "test-corpus.h"

static const struct
{
  const char *a, *b;
  const char *in_b; /* the words of @b that @a does not have, each in brackets */
} cases[] = {
  /* Nothing differs. */
  { "The cargo plane came down in a field near Arlen.", "The cargo plane came down in a field near Arlen.",
    "The cargo plane came down in a field near Arlen." },
  { "The cargo plane came down in a field near Arlen.", "The cargo plane came down in a meadow near Arlen.",
    "The cargo plane came down in a [meadow] near Arlen." },
  /* Forms of one word are the same word; function words alone say nothing. */
  { "The cargo planes come down in the field near Arlen.", "A cargo plane comes down on a field near Arlen.",
    "A cargo plane comes down on a field near Arlen." },
  /* What only stands elsewhere is there. */
  { "At dawn the cargo plane came down in a field near Arlen.",
    "The cargo plane came down in a field near Arlen at dawn.",
    "The cargo plane came down in a field near Arlen at dawn." },
  /* A figure counts by what it comes to. */
  { "The pilot saw 14 trees burning behind the field near Arlen.",
    "The pilot saw fourteen trees burning behind the field near Arlen.",
    "The pilot saw fourteen trees burning behind the field near Arlen." },
  { "The pilot saw 14 trees burning behind the field near Arlen.",
    "The pilot saw 17 trees burning behind the field near Arlen.",
    "The pilot saw [17] trees burning behind the field near Arlen." },
  /* How the paper puts that somebody spoke is its style. */
  { "The field near Arlen was burning behind the plane, the pilot said.",
    "The field near Arlen was burning behind the plane, the pilot reported.",
    "The field near Arlen was burning behind the plane, the pilot reported." },
  /* “Not” is a small word that is no function word. */
  { "The pilot did see the field near Arlen burning.", "The pilot did not see the field near Arlen burning.",
    "The pilot did [not] see the field near Arlen burning." },
  /* Small words between two differing ones are no hole, those around them no part. */
  { "The pilot saw the field near Arlen burning behind the plane on Monday.",
    "The pilot saw the meadow of the mill burning behind the plane on Monday.",
    "The pilot saw the [meadow of the mill] burning behind the plane on Monday." },
  /* A whole passage more is no differing word. */
  { "The cargo plane of the northern line came down near Arlen.",
    "The cargo plane of the northern line came down near Arlen while children from two villages were skating on "
    "frozen ponds.",
    "The cargo plane of the northern line came down near Arlen while children from two villages were skating on "
    "frozen ponds." },
  /* Where little is the same everything would be marked. */
  { "The cargo plane came down near Arlen.", "Burning debris of some cargo plane rained upon Arlen.",
    "Burning debris of some cargo plane rained upon Arlen." },
  { "The cargo plane came down near Arlen.", "Nobody was hurt.", "Nobody was hurt." },
};

static SynComparison *
compare (const char *a, const char *b)
{
  g_autofree char *first = g_strconcat ("Plane comes down\n", a, "\n", NULL);
  g_autofree char *second = g_strconcat ("Fall of a plane\n", b, "\n", NULL);
  const char *const texts[] = { first, second, NULL };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);

  return test_compare (corpus);
}

static guint
last_statement (SynComparison *comparison, guint article)
{
  guint n;
  guint first = syn_comparison_get_first_statement (comparison, article, &n);

  return first + n - 1;
}

/* The words of @statement, with brackets around each of @spans. */
static char *
show (SynComparison *comparison, guint statement, const GArray *spans)
{
  const SynStatement *entry = syn_comparison_get_statement (comparison, statement);
  SynArticle *article = syn_comparison_get_article (comparison, entry->article);
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 at = entry->span.start;

  for (guint i = 0; i < spans->len; i++)
    {
      SynSpan span = g_array_index (spans, SynSpan, i);
      g_autofree char *before = syn_article_dup_span (article, (SynSpan) { at, span.start });
      g_autofree char *words = syn_article_dup_span (article, span);

      g_assert_cmpuint (span.start, >=, at);
      g_assert_cmpuint (span.start, <, span.end);
      g_string_append_printf (text, "%s[%s]", before, words);
      at = span.end;
    }
  {
    g_autofree char *rest = syn_article_dup_span (article, (SynSpan) { at, entry->span.end });

    g_string_append (text, rest);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SynComparison) comparison = compare (cases[i].a, cases[i].b);
      guint a = last_statement (comparison, 0), b = last_statement (comparison, 1);
      g_autoptr (GArray) spans = syn_differences_list (comparison, b, a, NULL);
      g_autofree char *shown = show (comparison, b, spans);

      g_assert_cmpstr (shown, ==, cases[i].in_b);
    }
}

/* What is boxed as a conflict needs no second mark. */
static void
test_taken (void)
{
  g_autoptr (SynComparison) comparison = compare ("The pilot saw 14 trees burning behind the field near Arlen.",
                                                  "The pilot saw 17 trees burning behind the meadow near Arlen.");
  guint a = last_statement (comparison, 0), b = last_statement (comparison, 1);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  SynSpan all = syn_comparison_get_statement (comparison, b)->span;
  SynSpan value = { all.start + strlen ("The pilot saw "), all.start + strlen ("The pilot saw 17") };
  g_autoptr (GArray) spans = NULL;
  g_autofree char *shown = NULL;

  g_array_append_val (taken, value);
  spans = syn_differences_list (comparison, b, a, taken);
  shown = show (comparison, b, spans);
  g_assert_cmpstr (shown, ==, "The pilot saw 17 trees burning behind the [meadow] near Arlen.");
}

/* Everybody is held against the pivot, who has no match in it against the earliest, and the first against nobody. */
static void
test_reference (void)
{
  const char *const texts[]
      = { "Plane comes down\nThe cargo plane came down in a field near the village of Arlen at dawn.\n",
          "Fall of a plane\nThe cargo plane came down in a meadow near the village of Arlen at dawn.\n",
          "A field burns\nThe cargo plane came down in a pasture near the village of Arlen at dawn.\n", NULL };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  guint a = last_statement (comparison, 0), b = last_statement (comparison, 1), c = last_statement (comparison, 2);

  g_assert_cmpint (syn_differences_reference (comparison, a, 1), ==, (gint) b);
  g_assert_cmpint (syn_differences_reference (comparison, b, 1), ==, -1);
  g_assert_cmpint (syn_differences_reference (comparison, c, 1), ==, (gint) b);
  g_assert_cmpint (syn_differences_reference (comparison, a, 9), ==, -1);
  g_assert_cmpint (syn_differences_reference (comparison, b, 9), ==, (gint) a);
  g_assert_cmpint (syn_differences_reference (comparison, c, 9), ==, (gint) a);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/differences/words", test_words);
  g_test_add_func ("/differences/taken", test_taken);
  g_test_add_func ("/differences/reference", test_reference);
  return g_test_run ();
}
