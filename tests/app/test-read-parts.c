/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-finder.h"
#include "syn-initials.h"
#include "syn-read-marks.h"
#include "syn-read-words.h"

/* ── Finding in a text ───────────────────────────────────────────────────── */

static const struct
{
  const char *text;
  const char *needle;
  guint n;
  guint32 start, end; /* of the first hit, code points */
} find_cases[] = {
  { "The ferry left. The FERRY came back.", "ferry", 2, 4, 9 },
  { "Nothing here", "ferry", 0, 0, 0 },
  { "aaaa", "aa", 2, 0, 2 },                     /* never overlapping */
  { "Zürich and ZURICH", "zurich", 2, 0, 6 },    /* without accents */
  { "He said “no lights”.", "\"no lights\"", 1, 8, 19 },
  { "the captain’s log", "captain's", 1, 4, 13 },
  { "two\n  words", "two words", 1, 0, 11 },     /* any white space */
  { "1990–91", "1990-91", 1, 0, 7 },
  { "\xd0\x9f\xd1\x83\xd1\x82\xd1\x8c", "\xd0\xbf\xd1\x83\xd1\x82\xd1\x8c", 1, 0, 4 }, /* not only Latin */
  { "e\xcc\x81t\xc3\xa9", "ete", 1, 0, 4 },      /* composed or not */
  { "text", "", 0, 0, 0 },
  { "", "text", 0, 0, 0 },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      g_autoptr (GArray) hits = syn_find_in_text (find_cases[i].text, find_cases[i].needle);

      g_test_message ("“%s” in “%s”", find_cases[i].needle, find_cases[i].text);
      g_assert_cmpuint (hits->len, ==, find_cases[i].n);
      if (hits->len == 0)
        continue;
      g_assert_cmpuint (g_array_index (hits, SynSpan, 0).start, ==, find_cases[i].start);
      g_assert_cmpuint (g_array_index (hits, SynSpan, 0).end, ==, find_cases[i].end);
    }
}

/* ── The chain that a proportional scroll follows ────────────────────────── */

static guint
longest_by_trying (const GArray *pairs)
{
  g_autofree guint *best = g_new0 (guint, pairs->len + 1);
  guint longest = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynReadPair *pair = &g_array_index (pairs, SynReadPair, i);

      best[i] = 1;
      for (guint j = 0; j < i; j++)
        {
          const SynReadPair *before = &g_array_index (pairs, SynReadPair, j);

          if (before->a < pair->a && before->b < pair->b)
            best[i] = MAX (best[i], best[j] + 1);
        }
      longest = MAX (longest, best[i]);
    }
  return longest;
}

static void
test_chain (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (SynReadPair));
      g_autoptr (GArray) chain = NULL;
      guint n = g_test_rand_int_range (0, 40);

      for (guint a = 0; a < n; a++)
        for (gint k = g_test_rand_int_range (0, 3), b = 100; k > 0; k--)
          {
            SynReadPair pair = { .a = a, .b = (guint) (b += g_test_rand_int_range (1, 20)), .conflict = -1 };

            g_array_append_val (pairs, pair);
          }
      chain = syn_read_chain (pairs);
      g_assert_cmpuint (chain->len, ==, longest_by_trying (pairs));
      for (guint i = 1; i < chain->len; i++)
        {
          g_assert_cmpuint (g_array_index (chain, SynReadPair, i - 1).a, <, g_array_index (chain, SynReadPair, i).a);
          g_assert_cmpuint (g_array_index (chain, SynReadPair, i - 1).b, <, g_array_index (chain, SynReadPair, i).b);
        }
    }
}

static void
test_spans_find (void)
{
  g_autoptr (GArray) spans = syn_read_spans_new ();

  g_assert_cmpuint (syn_read_spans_find (spans, 0), ==, 0);
  for (guint i = 0; i < 10; i++)
    {
      SynReadSpan span = { .start = 10 * i, .end = 10 * i + 5 };

      g_array_append_val (spans, span);
    }
  g_assert_cmpuint (syn_read_spans_find (spans, 0), ==, 0);
  g_assert_cmpuint (syn_read_spans_find (spans, 4), ==, 0);
  g_assert_cmpuint (syn_read_spans_find (spans, 5), ==, 1);
  g_assert_cmpuint (syn_read_spans_find (spans, 94), ==, 9);
  g_assert_cmpuint (syn_read_spans_find (spans, 95), ==, 10);
}

static void
test_cite (void)
{
  g_autoptr (SynArticle) article = syn_article_new ("a.txt", "Text", -1);
  g_autofree char *bare = NULL;
  g_autofree char *full = NULL;

  g_object_set (article, "outlet", "Harbour Post", NULL);
  bare = syn_read_words_cite (article, "All lights were on");
  g_assert_cmpstr (bare, ==, "“All lights were on” (Harbour Post)");
  g_object_set (article, "published", "2024-03-05T10:20:00Z", "url", "https://post.example/ferry", NULL);
  full = syn_read_words_cite (article, "All lights were on");
  g_assert_cmpstr (full, ==, "“All lights were on” (Harbour Post, 5 Mar 2024, 10:20, https://post.example/ferry)");
}

/* ── Initials ────────────────────────────────────────────────────────────── */

static const struct
{
  const char *names[6];
  const char *initials[6];
} initials_cases[] = {
  { { "Coastal Wire", "Velm Courier", "Sound" }, { "CW", "VC", "So" } },
  { { "The Sun’s Day" }, { "TS" } },
  { { "Reuters", "Reuters (2)", "Reuters (3)" }, { "Re", "R2", "R3" } },
  /* A number counts as a whole. */
  { { "30_10ecb", "30_14ecb", "30_1ecb", "30_11ecb", "30_11ecbplus" }, { "10", "14", "1", "11", "Pl" } },
  { { "Daily News North", "Daily News South" }, { "No", "So" } },
  /* Nothing that could be seen tells these apart. */
  { { "…", "!" }, { "?", "?2" } },
};

static void
test_initials (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (initials_cases); i++)
    {
      g_auto (GStrv) initials = syn_initials_list (initials_cases[i].names);

      g_test_message ("%s …", initials_cases[i].names[0]);
      g_assert_cmpstrv (initials, initials_cases[i].initials);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read/find-in-text", test_find);
  g_test_add_func ("/read/chain", test_chain);
  g_test_add_func ("/read/spans", test_spans_find);
  g_test_add_func ("/read/cite", test_cite);
  g_test_add_func ("/names/initials", test_initials);
  return g_test_run ();
}
