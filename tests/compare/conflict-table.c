/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

#include "corpus/syn-roles.h"

#include <string.h>

/* Sentences that share no word of weight with each other or with a table: they give the words of a row
 * the weight that they would have in a real story. */
static const char *const fillers[2][8] = {
  {
    "Gulls wheeled above a quiet lagoon.",
    "My uncle repairs violins beside an orchard.",
    "Copper kettles gleamed along a pantry shelf.",
    "Snow covered vineyards across Tuscany.",
    "Curious foxes explore hedgerows at dusk.",
    "Weavers favour indigo thread.",
    "Old maps smell faintly of vanilla.",
    "Penguins waddle over pebbles.",
  },
  {
    "Bakers knead rye dough before sunrise.",
    "A violet kite drifted toward chimneys.",
    "Chess clubs attract patient teenagers.",
    "Lanterns flickered under bamboo eaves.",
    "Geologists admire basalt columns.",
    "Marble statues crumble slowly.",
    "Otters juggle smooth stones.",
    "Cinnamon spiced cocoa delights toddlers.",
  },
};

static SynArticle *
make_article (guint which, const char *sentence)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SynArticle *article;

  for (guint i = 0; i < 8; i++)
    {
      if (i == 4)
        g_string_append_printf (text, "%s\n\n", sentence);
      g_string_append_printf (text, "%s\n\n", fillers[which][i]);
    }
  article = syn_article_new (which == 0 ? "first.txt" : "second.txt", text->str, text->len);
  g_object_set (article, "language", "en", "published", "2023-05-23T10:00:00Z", NULL);
  syn_roles_guess (article);
  return article;
}

/* Shown beats listed. */
static gint
rate (const SynConflict *conflict)
{
  return conflict->tier >= SYN_TIER_POSSIBLE ? EXPECT_LISTED
         : conflict->strength == SYN_STRENGTH_DIRECT ? EXPECT_DIRECT
                                                     : EXPECT_TENSION;
}

static Expectation
find (SynComparison *comparison, SynConflictType type)
{
  Expectation found = EXPECT_HIDDEN;
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

  for (guint i = 0; i < n && found == EXPECT_HIDDEN; i++)
    if (conflicts[i].type == type)
      {
        g_assert_false (syn_span_is_empty (conflicts[i].a_span));
        g_assert_false (syn_span_is_empty (conflicts[i].b_span));
        /* A topic stands in a heading, or is left out; it is never empty. */
        g_assert_true (conflicts[i].topic == NULL
                       || (*conflicts[i].topic != '\0'
                           && !g_unichar_islower (g_utf8_get_char (conflicts[i].topic))));
        g_assert_true (g_str_has_suffix (conflicts[i].reason, "."));
        found = rate (&conflicts[i]);
      }
  return found;
}

void
conflict_table_check (SynConflictType type, const ConflictRow *rows, guint n_rows)
{
  static const char *const names[] = { "hidden", "direct", "tension", "listed" };
  guint failed = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SynCorpus) corpus = syn_corpus_new ("table");
      g_autoptr (SynArticle) first = make_article (0, rows[i].a);
      g_autoptr (SynArticle) second = make_article (1, rows[i].b);
      g_autoptr (SynComparison) comparison = NULL;
      g_autoptr (GError) error = NULL;
      Expectation found;

      syn_corpus_add (corpus, first);
      syn_corpus_add (corpus, second);
      comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_ALL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      found = find (comparison, type);
      if (found == rows[i].expected || (found == EXPECT_LISTED && rows[i].expected == EXPECT_HIDDEN))
        continue;
      g_printerr ("%s\n%s\n  expected %s, found %s\n", rows[i].a, rows[i].b, names[rows[i].expected], names[found]);
      failed++;
    }
  g_assert_cmpuint (failed, ==, 0);
}
