/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store-fixture.h"
#include "store/syn-anchor.h"

#define OLD                                                                                            \
  "Harbour closed\n\nThe harbour was closed on Monday. He said so.\n\nTwelve people were hurt when the ferry "  \
  "struck the rocks near the lighthouse. He said so.\n"

/* An anchor made on @quote in OLD (its @nth occurrence), looked for in @text: @found is what it has to find. */
static const struct
{
  const char *name;
  const char *quote;
  guint nth;
  const char *text;
  const char *found; /* NULL: lost */
  guint found_nth;
} rows[] = {
  { "unchanged", "The harbour was closed on Monday.", 0, OLD, "The harbour was closed on Monday.", 0 },
  { "first of two", "He said so.", 0, OLD, "He said so.", 0 },
  { "second of two", "He said so.", 1, OLD, "He said so.", 1 },
  { "insertion before", "Twelve people were hurt when the ferry struck the rocks near the lighthouse.", 0,
    "Update – 20:15 – été\n\n" OLD,
    "Twelve people were hurt when the ferry struck the rocks near the lighthouse.", 0 },
  { "second of two, the first gone", "He said so.", 1,
    "Harbour closed\n\nThe harbour was closed on Monday.\n\nTwelve people were hurt when the ferry struck the "
    "rocks near the lighthouse. He said so.\n",
    "He said so.", 0 },
  { "same words at the same place, other surroundings", "He said so.", 0,
    "Harbour opened\n\nThe harbour was opened on Friday. He said so.\n\nAnd more. "
    "The harbour was closed on Monday. He said so.\n\nTwelve people were hurt.\n",
    "He said so.", 1 },
  { "other line breaks", "Twelve people were hurt when the ferry struck the rocks near the lighthouse.", 0,
    "Twelve people were hurt\nwhen the ferry struck\nthe rocks near the lighthouse.\n",
    "Twelve people were hurt\nwhen the ferry struck\nthe rocks near the lighthouse", 0 },
  { "a figure corrected", "Twelve people were hurt when the ferry struck the rocks near the lighthouse.", 0,
    "Harbour closed\n\nThirteen people were hurt when the ferry struck the rocks near the lighthouse.\n",
    "Thirteen people were hurt when the ferry struck the rocks near the lighthouse", 0 },
  { "two words more, one less", "Twelve people were hurt when the ferry struck the rocks near the lighthouse.", 0,
    "Twelve people were badly hurt when the old ferry struck rocks near the lighthouse.",
    "Twelve people were badly hurt when the old ferry struck rocks near the lighthouse", 0 },
  { "cut in two", "Twelve people were hurt when the ferry struck the rocks near the lighthouse.", 0,
    "Late news. Twelve people were hurt. The ferry struck the rocks near the lighthouse. Fog was thick.",
    "Twelve people were hurt. The ferry struck the rocks near the lighthouse", 0 },
  { "deleted", "Twelve people were hurt when the ferry struck the rocks near the lighthouse.", 0,
    "Harbour closed\n\nThe harbour was closed on Monday. He said so.\n", NULL, 0 },
  { "half of it deleted", "Twelve people were hurt when the ferry struck the rocks near the lighthouse.", 0,
    "Harbour closed\n\nTwelve people were hurt.\n", NULL, 0 },
  { "only its words in another order", "Twelve people were hurt when the ferry struck the rocks near the lighthouse.",
    0, "Near the rocks the people of the lighthouse were twelve when ferry hurt struck.\n", NULL, 0 },
  { "an empty text", "The harbour was closed on Monday.", 0, "", NULL, 0 },
};

static const char *
find_nth (const char *text, const char *words, guint nth)
{
  const char *at = strstr (text, words);

  for (; nth > 0 && at != NULL; nth--)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);
  return at;
}

static void
test_row (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SynArticle) old = store_article_new ("a.txt", NULL, OLD);
  g_autoptr (SynArticle) new = store_article_new ("a.txt", NULL, rows[i].text);
  const guint32 start = (guint32) (find_nth (OLD, rows[i].quote, rows[i].nth) - OLD);
  const SynSpan span = { start, start + (guint32) strlen (rows[i].quote) };
  g_autoptr (SynAnchor) anchor = syn_anchor_new (old, span);
  SynSpan found;
  double score;

  g_assert_cmpstr (anchor->quote, ==, rows[i].quote);
  if (rows[i].found == NULL)
    {
      g_assert_false (syn_anchor_find (anchor, new, &found, &score));
      g_assert_cmpfloat (score, ==, 0);
      return;
    }
  g_assert_true (syn_anchor_find (anchor, new, &found, &score));
  g_assert_cmpfloat (score, >=, SYN_ANCHOR_LEAST_SCORE);
  g_assert_cmpfloat (score, <=, 1);
  g_assert_cmpuint (found.start, ==, find_nth (rows[i].text, rows[i].found, rows[i].found_nth) - rows[i].text);
  g_assert_cmpuint (found.end, ==, found.start + strlen (rows[i].found));
}

/* Offsets are code points, the surroundings at most 32 of them. */
static void
test_new (void)
{
  g_autoptr (SynArticle) article
      = store_article_new ("a.txt", NULL, "Ünïcödé – öffentlich. «Ja», sagte er. Ende, aus, Schluss mit dem Lärm.");
  const char *text = syn_article_get_text (article);
  const guint32 start = (guint32) (strstr (text, "«Ja»") - text);
  const SynSpan span = { start, start + (guint32) strlen ("«Ja», sagte er.") };
  g_autoptr (SynAnchor) anchor = syn_anchor_new (article, span);

  g_assert_cmpuint (anchor->start, ==, 22);
  g_assert_cmpuint (anchor->end, ==, 37);
  g_assert_cmpstr (anchor->quote, ==, "«Ja», sagte er.");
  g_assert_cmpstr (anchor->prefix, ==, "Ünïcödé – öffentlich. ");
  g_assert_cmpint (g_utf8_strlen (anchor->suffix, -1), ==, SYN_ANCHOR_CONTEXT);
  g_assert_cmpuint (strlen (anchor->article_key), ==, 64);
}

/* Scripts without spaces have their characters as words. */
static void
test_without_spaces (void)
{
  g_autoptr (SynArticle) old = store_article_new ("a.txt", NULL, "渡船星期二晚上在港口附近搁浅。十二人受伤。");
  g_autoptr (SynArticle) new = store_article_new ("a.txt", NULL, "更新:渡船星期三晚上在港口附近搁浅。");
  const SynSpan span = { 0, (guint32) strlen ("渡船星期二晚上在港口附近搁浅。") };
  g_autoptr (SynAnchor) anchor = syn_anchor_new (old, span);
  g_autofree char *words = NULL;
  SynSpan found;

  g_assert_true (syn_anchor_find (anchor, new, &found, NULL));
  words = syn_article_dup_span (new, found);
  g_assert_cmpstr (words, ==, "渡船星期三晚上在港口附近搁浅");
}

/* An article that was changed on disk takes the place of the old one, and what was deleted waits. */
static void
test_changed_article (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GString) reworded = g_string_new (store_text_post), cut = g_string_new (store_text_post);
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint a = store_find_statement (f->comparison, "promised a full inquiry");
  const guint b = store_find_statement (f->comparison, "Divers will look");
  struct
  {
    const char *post;
    guint n_found, n_orphans;
  } versions[] = { { NULL, 2, 0 }, { NULL, 1, 1 }, { store_text_post, 2, 0 } };

  g_array_append_val (statements, a);
  g_array_append_val (statements, b);
  record = syn_workspace_new_claim (f->workspace, f->comparison, statements, "There will be an inquiry", NULL);
  g_assert_nonnull (record);
  g_string_replace (reworded, "The company promised a full inquiry.",
                    "On Wednesday the ferry company promised a full inquiry.", 0);
  g_string_prepend (reworded, "Updated at noon\n\n");
  g_string_replace (cut, " The company promised a full inquiry.", "", 0);
  versions[0].post = reworded->str;
  versions[1].post = cut->str;

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (SynCorpus) corpus
          = store_corpus_new (versions[i].post, store_text_daily, store_text_wire);
      g_autoptr (SynComparison) raw = store_compare (corpus);
      g_autoptr (SynDecisions) decisions = NULL;
      g_autoptr (GPtrArray) records = NULL, orphans = NULL;
      const SynOwnClaim *own;

      g_assert_true (syn_workspace_put_corpus (f->workspace, corpus, NULL));
      store_fixture_reopen (f);
      decisions = syn_workspace_resolve (f->workspace, raw, &records, &orphans, NULL);
      g_assert_cmpuint (records->len, ==, 1);
      g_assert_cmpuint (decisions->claims->len, ==, 1);
      own = decisions->claims->pdata[0];
      g_assert_cmpuint (own->statements->len, ==, versions[i].n_found);
      g_assert_cmpuint (orphans->len, ==, versions[i].n_orphans);
      if (orphans->len > 0)
        {
          const SynOrphan *orphan = orphans->pdata[0];

          g_assert_cmpstr (orphan->text, ==, "There will be an inquiry");
          g_assert_cmpstr (orphan->claim_id, ==, record->id);
          g_assert_cmpstr (orphan->anchor->quote, ==, "The company promised a full inquiry.");
        }
    }
}

/* The article was left out of the folder: said, not lost; another name with the same address is the same article. */
static void
test_missing_and_moved_article (StoreFixture *f, gconstpointer data)
{
  const guint a = store_find_statement (f->comparison, "Fog was reported");
  const guint b = store_find_statement (f->comparison, "promised a full inquiry");
  SynArticle *wire = syn_corpus_get_article (f->corpus, 2);
  g_autoptr (SynCorpus) two = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (SynCorpus) moved = store_corpus_new (store_text_post, store_text_daily, NULL);
  g_autoptr (GString) text = g_string_new (store_text_wire);
  g_autoptr (SynArticle) other = NULL;
  g_autoptr (SynComparison) raw_two = store_compare (two), raw_moved = NULL;
  g_autoptr (SynDecisions) before = NULL, after = NULL;
  g_autoptr (GPtrArray) lost = NULL, found = NULL;

  g_object_set (wire, "url", "https://coast.example/fog", NULL);
  g_assert_true (syn_workspace_put_corpus (f->workspace, f->corpus, NULL));
  g_assert_true (syn_workspace_link (f->workspace, f->comparison, a, b, NULL));
  g_assert_true (syn_workspace_put_corpus (f->workspace, two, NULL));
  before = syn_workspace_resolve (f->workspace, raw_two, NULL, &lost, NULL);
  g_assert_cmpuint (before->links->len, ==, 0);
  g_assert_cmpuint (lost->len, ==, 1);

  g_string_prepend (text, "Correction: an earlier version gave another time.\n\n");
  other = store_article_new ("2026-11-wire-final.txt", "Coast Wire", text->str);
  g_object_set (other, "url", "https://coast.example/fog", NULL);
  syn_corpus_add (moved, other);
  raw_moved = store_compare (moved);
  g_assert_true (syn_workspace_put_corpus (f->workspace, moved, NULL));
  after = syn_workspace_resolve (f->workspace, raw_moved, NULL, &found, NULL);
  g_assert_cmpuint (after->links->len, ==, 1);
  g_assert_cmpuint (found->len, ==, 0);
}

#define ADD(name, function)                                                                           \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/anchor/find/", rows[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/anchor/new", test_new);
  g_test_add_func ("/anchor/without-spaces", test_without_spaces);
  ADD ("/anchor/changed-article", test_changed_article);
  ADD ("/anchor/missing-and-moved-article", test_missing_and_moved_article);
  return g_test_run ();
}
