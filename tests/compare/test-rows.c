/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-rows.h"

#include "test-corpus.h"

static gboolean
claim_has (const SynClaim *claim, guint statement)
{
  for (guint i = 0; i < claim->statements->len; i++)
    if (g_array_index (claim->statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

static SynRows *
arrange (SynComparison *comparison, guint pivot, SynRowOrder order, gboolean pack)
{
  return syn_rows_new_arranged (comparison, pivot, order, NULL, pack);
}

/* A cell holds statements of its column's article and of its row's claim, in their order; how often each
 * statement stands somewhere is added to @seen. */
static void
check_cell (SynComparison *comparison, SynRows *rows, guint row, guint column, guint *seen)
{
  const SynRow *of = syn_rows_get_row (rows, row);
  guint n_cell, n_claims;
  const guint *cell = syn_rows_get_cell (rows, row, column, &n_cell);
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n_claims);

  for (guint k = 0; k < n_cell; k++)
    {
      const SynStatement *statement = syn_comparison_get_statement (comparison, cell[k]);

      g_assert_cmpuint (statement->article, ==, column);
      g_assert_cmpuint (syn_rows_find_statement (rows, cell[k]), ==, row);
      seen[cell[k]]++;
      if (k > 0)
        g_assert_cmpuint (cell[k], >, cell[k - 1]);
      if (of->claim >= 0)
        g_assert_true (claim_has (&claims[of->claim], cell[k]));
      if (of->headline)
        g_assert_cmpint (statement->role, ==, SYN_ROLE_HEADLINE);
    }
}

/* The invariants of syn-rows.h. */
static void
check_rows (SynComparison *comparison, guint pivot, SynRowOrder order, gboolean pack)
{
  g_autoptr (SynRows) rows = arrange (comparison, pivot, order, pack);
  guint n = syn_comparison_get_n_statements (comparison), n_claims, n_conflicts;
  g_autofree guint *seen = g_new0 (guint, n + 1);
  g_autoptr (GHashTable) headings = g_hash_table_new (NULL, NULL);
  gint last_of_pivot = -1;

  syn_comparison_get_claims (comparison, &n_claims);
  syn_comparison_get_conflicts (comparison, &n_conflicts);
  g_assert_cmpuint (syn_rows_get_pivot (rows), ==, pivot);
  g_assert_cmpuint (syn_rows_get_n_columns (rows), ==, syn_comparison_get_n_articles (comparison));
  for (guint row = 0; row < syn_rows_get_n_rows (rows); row++)
    {
      const SynRow *of = syn_rows_get_row (rows, row);
      guint filled = 0;

      if (of->conflict >= 0)
        {
          g_assert_cmpint (of->conflict, <, n_conflicts);
          g_assert_true (g_hash_table_add (headings, GINT_TO_POINTER (of->conflict + 1)));
        }
      for (guint column = 0; column < syn_rows_get_n_columns (rows); column++)
        {
          guint n_cell;
          const guint *cell = syn_rows_get_cell (rows, row, column, &n_cell);

          filled += n_cell > 0;
          check_cell (comparison, rows, row, column, seen);
          for (guint k = 0; k < n_cell && column == pivot && order == SYN_ROW_ORDER_PIVOT; k++)
            {
              g_assert_cmpint (cell[k], >, last_of_pivot);
              last_of_pivot = cell[k];
            }
        }
      g_assert_cmpuint (filled, >, 0);
      if (filled > 1 && !of->headline && !of->set_aside && !of->apart)
        g_assert_cmpint (of->claim, >=, 0);
      if (of->apart)
        {
          g_assert_true (pack);
          g_assert_cmpint (of->claim, ==, -1);
          g_assert_cmpint (of->conflict, ==, -1);
        }
    }
  for (guint s = 0; s < n; s++)
    g_assert_cmpuint (seen[s], ==, 1);
  for (guint c = 0; c < n_claims; c++)
    if (syn_rows_find_claim (rows, c) >= 0)
      g_assert_cmpint (syn_rows_get_row (rows, syn_rows_find_claim (rows, c))->claim, ==, c);
}

/* In every column but the pivot's, what is not moved ascends. */
static void
check_order (SynComparison *comparison, guint pivot, gboolean pack)
{
  g_autoptr (SynRows) rows = arrange (comparison, pivot, SYN_ROW_ORDER_PIVOT, pack);

  for (guint article = 0; article < syn_comparison_get_n_articles (comparison); article++)
    {
      guint n, first = syn_comparison_get_first_statement (comparison, article, &n), last = 0;

      for (guint s = first; s < first + n; s++)
        {
          if (syn_rows_is_moved (rows, s))
            {
              g_assert_cmpuint (article, !=, pivot);
              continue;
            }
          g_assert_cmpuint (syn_rows_find_statement (rows, s), >=, last);
          last = syn_rows_find_statement (rows, s);
        }
    }
}

static guint
count_sources (SynRows *rows, guint row)
{
  guint n_sources = 0;

  for (guint column = 0; column < syn_rows_get_n_columns (rows); column++)
    {
      guint n = 0;

      syn_rows_get_cell (rows, row, column, &n);
      n_sources += n > 0;
    }
  return n_sources;
}

/* What most say stands first, and nothing is moved. */
static void
check_by_claim (SynComparison *comparison)
{
  g_autoptr (SynRows) rows = arrange (comparison, 0, SYN_ROW_ORDER_CLAIM, FALSE);
  guint last = G_MAXUINT;

  for (guint row = 0; row < syn_rows_get_n_rows (rows); row++)
    {
      const SynRow *of = syn_rows_get_row (rows, row);

      if (of->headline || of->set_aside)
        continue;
      g_assert_cmpuint (count_sources (rows, row), <=, last);
      last = count_sources (rows, row);
    }
  for (guint s = 0; s < syn_comparison_get_n_statements (comparison); s++)
    g_assert_false (syn_rows_is_moved (rows, s));
}

/* The first article reads top to bottom, then what the second adds does, and so on. */
static void
check_by_time (SynComparison *comparison)
{
  g_autoptr (SynRows) rows = arrange (comparison, 0, SYN_ROW_ORDER_TIME, FALSE);
  gint64 last = -1;

  for (guint row = 0; row < syn_rows_get_n_rows (rows); row++)
    {
      const SynRow *of = syn_rows_get_row (rows, row);

      for (guint column = 0; column < syn_rows_get_n_columns (rows); column++)
        {
          guint n = 0;
          const guint *cell = syn_rows_get_cell (rows, row, column, &n);

          if (n == 0 || of->headline || of->set_aside)
            continue;
          g_assert_cmpint (cell[0], >, last);
          last = cell[0];
          break;
        }
    }
}

/* A claim without a row could not bring two sources together: their statements stand in other
 * claims' rows. */
static void
check_claims_without_row (SynComparison *comparison)
{
  g_autoptr (SynRows) rows = syn_rows_new (comparison, 0);
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  for (guint c = 0; c < n; c++)
    {
      guint alone = 0, last = G_MAXUINT;

      if (syn_rows_find_claim (rows, c) >= 0)
        continue;
      for (guint i = 0; i < claims[c].statements->len; i++)
        {
          guint s = g_array_index (claims[c].statements, guint, i);
          const SynStatement *statement = syn_comparison_get_statement (comparison, s);
          const SynRow *row = syn_rows_get_row (rows, syn_rows_find_statement (rows, s));

          if (row->claim >= 0 || statement->role == SYN_ROLE_HEADLINE || statement->article == last)
            continue;
          last = statement->article;
          alone++;
        }
      g_assert_cmpuint (alone, <, 2);
    }
}

static void
check_all (SynComparison *comparison)
{
  check_claims_without_row (comparison);
  check_by_claim (comparison);
  check_by_time (comparison);
  for (guint pivot = 0; pivot < syn_comparison_get_n_articles (comparison); pivot++)
    for (guint pack = 0; pack < 2; pack++)
      {
        for (guint order = 0; order <= SYN_ROW_ORDER_CLAIM; order++)
          check_rows (comparison, pivot, order, pack);
        check_order (comparison, pivot, pack);
      }
}

static void
test_reports (void)
{
  const char *const texts[] = { TEST_REPORT_A, TEST_REPORT_B, TEST_REPORT_C, NULL };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  g_autoptr (SynRows) rows = syn_rows_new (comparison, 0);
  guint closed_a = test_find (comparison, "for at least three weeks, the city council");
  guint closed_b = test_find (comparison, "The city council announced that");
  guint steering = test_find (comparison, "Divers found");

  check_all (comparison);
  g_assert_true (syn_rows_get_row (rows, 0)->headline);
  g_assert_cmpuint (syn_rows_find_statement (rows, closed_a), ==,
                    syn_rows_find_statement (rows, closed_b));
  g_assert_cmpint (syn_rows_get_row (rows, syn_rows_find_statement (rows, steering))->claim, ==,
                   -1);
}

/* What only one source says stands in fewer rows than it has statements, and still in order. */
static void
test_pack (void)
{
  const char *const texts[]
      = { "The bridge over the Drask was closed on Monday.\nA baker lost his oven.\n"
          "Four swans were counted on the lake.\n",
          "The bridge over the Drask was closed on Monday.\nThe choir sings again in May.\n"
          "Apples cost two crowns.\n",
          NULL };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  g_autoptr (SynRows) loose = arrange (comparison, 0, SYN_ROW_ORDER_PIVOT, FALSE);
  g_autoptr (SynRows) rows = arrange (comparison, 0, SYN_ROW_ORDER_PIVOT, TRUE);
  guint swans = syn_rows_find_statement (rows, test_find (comparison, "Four swans"));

  g_assert_cmpuint (syn_rows_find_statement (rows, test_find (comparison, "Apples")), ==, swans);
  g_assert_cmpuint (syn_rows_find_statement (rows, test_find (comparison, "A baker")), ==, swans);
  g_assert_true (syn_rows_get_row (rows, swans)->apart);
  g_assert_cmpuint (syn_rows_get_n_rows (rows), <, syn_rows_get_n_rows (loose));
}

/* Random articles from a small stock of sentences: much is shared, in every order. */
static SynCorpus *
random_corpus (GRand *random)
{
  static const char *const stock[] = {
    "The river rose above the old wall on Monday night.",
    "Four families left their houses in Kelmoor.",
    "Mayor Osta Vellin said the pumps had failed twice.",
    "A bakery lost its oven and two tonnes of flour.",
    "The pumps failed twice, said mayor Osta Vellin.",
    "Above the old wall the river rose on Monday.",
    "Trains between Kelmoor and Drask were cancelled.",
    "No trains ran from Drask to Kelmoor after the flood.",
    "Insurance agents expect claims of 12 million crowns.",
    "# Read more on our site",
    "Twelve soldiers helped to fill sandbags.",
    "Some 12 soldiers filled sandbags near the school.",
  };
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("random");
  guint articles = g_rand_int_range (random, 1, 6);

  for (guint a = 0; a < articles; a++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint lines = g_rand_int_range (random, 0, 14);
      g_autoptr (SynArticle) article = NULL;

      if (g_rand_boolean (random))
        g_string_append (text, "Flood in Kelmoor\n");
      for (guint i = 0; i < lines; i++)
        g_string_append_printf (text, "%s\n",
                                stock[g_rand_int_range (random, 0, G_N_ELEMENTS (stock))]);
      for (guint i = g_rand_int_range (random, 0, 4) == 0 ? 7 : 0; i > 0; i--)
        g_string_append (text, "# Read more on our site\n");
      if (text->len == 0)
        g_string_append (text, "Nothing.");
      article = test_article_new ("X", text->str);
      syn_corpus_add (corpus, article);
    }
  return g_steal_pointer (&corpus);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (SynCorpus) corpus = random_corpus (random);
      g_autoptr (SynComparison) comparison = test_compare (corpus);

      check_all (comparison);
    }
}

/* Headlines that only disagree among themselves have a heading as all rows have; where a text says it, that has it. */
static void
test_headlines (void)
{
  const char *const apart[] = {
    "Fourteen people injured as ferry hits the Velm pier\nBakers in the old town sold out of bread on Monday.\n",
    "Seventeen people injured as ferry hits the Velm pier\nThe council chose a new colour for its buses.\n",
    NULL,
  };
  g_autoptr (SynCorpus) corpus = test_corpus_new (apart);
  g_autoptr (SynComparison) comparison = test_compare (corpus);
  g_autoptr (SynRows) rows = syn_rows_new (comparison, 0);
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);
  const SynRow *row;

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (conflicts[0].tier, <=, SYN_TIER_LIKELY);
  row = syn_rows_get_row (rows, syn_rows_find_statement (rows, conflicts[0].a));
  g_assert_true (row->headline);
  g_assert_cmpint (row->conflict, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/reports", test_reports);
  g_test_add_func ("/rows/pack", test_pack);
  g_test_add_func ("/rows/headlines", test_headlines);
  g_test_add_func ("/rows/random", test_random);
  return g_test_run ();
}
