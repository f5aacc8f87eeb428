/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "corpus-fixture.h"

/* Files that were cut, mixed and turned over by lot: whatever they are, each is in the report, and what was read of them
 * is text in which every block has its place.  A sanitizer build sees what else goes wrong. */

#define N_ROUNDS 60
#define N_FILES 20

static const struct
{
  const char *suffix, *text;
} seeds[] = {
  { "txt", "Bridge falls at Oster\nPost, 3 March 2026\n\nThe old bridge fell on Monday. “Nobody was hurt,” the mayor said.\n" },
  { "html", "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Bridge &amp; river</title>"
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-03-03T09:12:00Z\"}"
            "</script></head><body><nav>Home</nav><article><h1>Bridge</h1><p>It fell&nbsp;on <b>Monday</b>.</p>"
            "<figure><figcaption>The bridge</figcaption></figure><!-- end --></article></body></html>" },
  { "json", "[{\"title\":\"Bridge\",\"outlet\":{\"name\":\"Post\"},\"published\":1772529120,\"lang\":\"en\","
            "\"text\":\"It fell on Monday.\\n\\nNobody was \\u201churt\\u201d.\"},{\"title\":\"Again\",\"body\":\"It fell.\"}]" },
  { "jsonl", "{\"title\":\"Bridge\",\"text\":\"It fell.\"}\n{\"title\":\"River\",\"text\":\"It rose.\"}\n" },
  { "xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss><channel><item><title>Bridge</title><description>It fell."
           "</description><pubDate>Tue, 03 Mar 2026 09:12:00 GMT</pubDate></item></channel></rss>" },
};

static const char *const scraps[] = {
  "<div>", "</p>", "<script>", "<!--", "<![CDATA[", "]]>", "&#x10ffff;", "&#0;", "\"", "\\u0000", "\\ud800", "{", "]",
  "null", "1e999", "\xff\xfe", "\xef\xbb\xbf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "<meta charset=utf-16>",
  "<?xml encoding=\"UTF-16\"?>", "\n\n", "\r", "\u202e", "\"text\":", "-99:99",
};

static void
mutate (GRand *lots, GString *text)
{
  const gsize at = (gsize) g_rand_int_range (lots, 0, (gint32) text->len + 1);
  const gsize left = text->len - at;
  const gsize drawn = (gsize) g_rand_int_range (lots, 1, 60), n = MIN (left, drawn);
  g_autofree char *piece = g_strndup (text->str + at, n);

  switch (g_rand_int_range (lots, 0, 6))
    {
    case 0:
      if (left > 0)
        text->str[at] = (char) g_rand_int (lots);
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) n);
      break;
    case 2:
      g_string_truncate (text, at);
      break;
    case 3:
      g_string_insert (text, (gssize) at, piece);
      break;
    case 4:
      for (gint32 i = g_rand_int_range (lots, 1, 200); i > 0; i--)
        g_string_insert (text, (gssize) at, scraps[at % G_N_ELEMENTS (scraps)]);
      break;
    default:
      g_string_insert (text, (gssize) at, scraps[g_rand_int_range (lots, 0, G_N_ELEMENTS (scraps))]);
    }
}

static void
check_article (SynArticle *article)
{
  const char *text = syn_article_get_text (article);
  guint n;
  const SynBlock *blocks = syn_article_get_blocks (article, &n);

  g_assert_true (g_utf8_validate (text, (gssize) syn_article_get_length (article), NULL));
  for (guint i = 0; i < n; i++)
    {
      const SynSpan span = blocks[i].span;

      g_assert_cmpuint (span.start, <=, span.end);
      g_assert_cmpuint (span.end, <=, syn_article_get_length (article));
      g_assert_true (g_utf8_validate (text + span.start, (gssize) (span.end - span.start), NULL));
    }
}

static void
test_mutations (void)
{
  g_autoptr (GRand) lots = g_rand_new_with_seed (20261125);
  char *folder = fixture_make_folder ();

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (SynCorpus) corpus = NULL;

      for (guint i = 0; i < N_FILES; i++)
        {
          const guint seed = (guint) g_rand_int_range (lots, 0, G_N_ELEMENTS (seeds));
          g_autofree char *name = g_strdup_printf ("%02u/a.%s", i, seeds[seed].suffix);
          g_autoptr (GString) text = g_string_new (seeds[seed].text);

          for (gint32 k = g_rand_int_range (lots, 1, 9); k > 0; k--)
            mutate (lots, text);
          fixture_write (folder, name, text->str, (gssize) text->len);
        }
      corpus = fixture_load (folder);
      g_assert_cmpuint (g_list_model_get_n_items (syn_corpus_get_report (corpus)), >=, N_FILES);
      for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
        check_article (syn_corpus_get_article (corpus, i));
    }
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutations", test_mutations);
  return g_test_run ();
}
