/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus-fixture.h"

#include <string.h>

#define P1 "The ferry ran aground off the cape on Monday, and the port board sent two tugs to it."
#define P2 "Nobody was hurt, said the captain, who had been asleep when it struck the rock at noon."
#define P3 "The timber on its deck was lost, and the owner wants to be paid for all of it by the board."

/* Bodies of pages, and the text that must come of them. */
static const struct
{
  const char *name, *body, *text;
} pages[] = {
  { "paragraphs", "<p>" P1 "</p><p>" P2 "</p>", P1 "\n\n" P2 },
  { "inline", "<p>The <b>ferry</b> ran <a href=x>aground</a>,\n  said&nbsp;the &lsquo;board&rsquo; &amp; the &#99;aptain.</p>",
    "The ferry ran aground, said the ‘board’ & the captain." },
  { "breaks", "<div>" P1 "<br><br>" P2 "</div>", P1 "\n\n" P2 },
  { "script", "<script>var a = '<p>" P3 "</p>';</script><style>p {}</style><noscript>" P3 "</noscript><p>" P1 "</p>", P1 },
  { "comment-node", "<!-- <p>" P3 "</p> --><p>" P1 "</p>", P1 },
  { "menus",
    "<header><nav><a href=1>Home</a></nav></header><ul class=\"main-menu\"><li>World</li></ul><article><p>" P1 "</p><p>" P2
    "</p></article><aside>" P3 "</aside><footer><p>" P3 "</p></footer>",
    P1 "\n\n" P2 },
  { "comments", "<article><p>" P1 "</p><p>" P2 "</p></article><section id=\"comments\"><p>" P3 "</p><p>" P3 "</p></section>",
    P1 "\n\n" P2 },
  { "share-buttons", "<article><p>" P1 "</p><div class=\"social-share\">Share this</div><p>" P2 "</p></article>", P1 "\n\n" P2 },
  { "own-class", "<div class=\"article-body related-content\"><p>" P1 "</p><p>" P2 "</p></div>", P1 "\n\n" P2 },
  { "links-below", "<div><p>" P1 "</p><p>" P2 "</p><ul><li><a href=1>Another story of the islands</a></li></ul></div>",
    P1 "\n\n" P2 },
  { "hidden", "<p>" P1 "</p><p hidden>" P3 "</p><p style=\"color: red; display : none\">" P3 "</p><p aria-hidden=true>" P3 "</p>",
    P1 },
  { "form", "<form><p>" P3 "</p></form><p>" P1 "</p>", P1 },
  { "sidebar-outside",
    "<div><div><p>" P1 "</p><p>" P2 "</p></div><div><h3>Weather</h3><p>Rain in the west.</p></div></div>", P1 "\n\n" P2 },
  { "unclosed", "<p>" P1 "<p>" P2 "<div><b>" P3, P1 "\n\n" P2 "\n\n" P3 },
  { "table", "<table><tr><td>" P1 "<td>" P2 "</table>", P1 "\n\n" P2 },
  { "short", "<p>Hi.</p>", "Hi." },
};

static SynCorpus *
load_page (const char *page)
{
  char *folder = fixture_make_folder ();
  SynCorpus *corpus;

  fixture_write (folder, "a.html", page, -1);
  corpus = fixture_load (folder);
  fixture_remove_folder (folder);
  return corpus;
}

static void
test_main_text (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *page = g_strdup_printf ("<html><body>%s</body></html>", pages[i].body);
  g_autoptr (SynCorpus) corpus = load_page (page);

  g_assert_cmpuint (syn_corpus_get_n_articles (corpus), ==, 1);
  g_assert_cmpstr (syn_article_get_text (syn_corpus_get_article (corpus, 0)), ==, pages[i].text);
}

static void
test_roles_from_elements (void)
{
  g_autoptr (SynCorpus) corpus
      = load_page ("<body><article><h1>Ferry aground</h1><p>By Jane Doe</p><figure><img src=x><figcaption>The ferry lies on "
                   "its side.</figcaption></figure><p>" P1 "</p><h2>Is it lost?</h2><p>" P2 "</p></article></body>");
  SynArticle *article = syn_corpus_get_article (corpus, 0);
  g_autofree char *roles = fixture_roles (article);

  g_assert_cmpstr (roles, ==, "headline|byline|caption|body|subhead|body");
  g_assert_cmpstr (syn_article_get_title (article), ==, "Ferry aground");
  g_assert_cmpstr (syn_article_get_byline (article), ==, "Jane Doe");
}

/* Heads of pages, and what is known of the article. */
static void
test_metadata (void)
{
  static const struct
  {
    const char *head, *title, *outlet, *byline, *published, *url;
  } rows[] = {
    { "<title>Ferry aground off the cape | Harbour Post</title>", "Ferry aground off the cape", "Harbour Post", NULL, NULL,
      NULL },
    { "<title>Ferry aground - and nobody is to blame for it at all</title>",
      "Ferry aground - and nobody is to blame for it at all", "a", NULL, NULL, NULL },
    { "<meta property=\"og:title\" content=\"Ferry &amp; cape\"><meta property=og:site_name content=Post><title>x - y</title>"
      "<meta property=article:author content=\"https://social.example/jane\"><meta name=author content=\"Jane Doe\">"
      "<meta property=article:published_time content=2023-05-23T10:05:00Z><meta property=og:url content=https://a.example/1>",
      "Ferry & cape", "Post", "Jane Doe", "2023-05-23T10:05:00Z", "https://a.example/1" },
    { "<link rel=canonical href=https://a.example/2><title>Ferry</title><meta name=date content=\"23 May 2023\">", "Ferry",
      "a.example", NULL, "2023-05-23", "https://a.example/2" },
    { "<script type=application/ld+json>{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebSite\", \"name\": "
      "\"W\"}, {\"@type\": [\"NewsArticle\"], \"headline\": \"Ferry\", \"datePublished\": \"2023-05-23\", \"author\": "
      "[{\"@type\": \"Person\", \"name\": \"Jane Doe\"}], \"publisher\": {\"name\": \"Post\"}, \"mainEntityOfPage\": {\"@id\": "
      "\"https://a.example/3\"}}]}</script><meta property=og:title content=\"Other\">",
      "Ferry", "Post", "Jane Doe", "2023-05-23", "https://a.example/3" },
    { "<script type=application/ld+json>{broken</script><script type=application/ld+json>[[[[[[[[[[1]]]]]]]]]]</script>"
      "<title>Ferry</title>",
      "Ferry", "a", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strdup_printf ("<html lang=en><head>%s</head><body><p>" P1 "</p></body></html>", rows[i].head);
      g_autoptr (SynCorpus) corpus = load_page (page);
      SynArticle *article = syn_corpus_get_article (corpus, 0);

      g_test_message ("%u", i);
      g_assert_cmpstr (syn_article_get_title (article), ==, rows[i].title);
      g_assert_cmpstr (syn_article_get_outlet (article), ==, rows[i].outlet);
      g_assert_cmpstr (syn_article_get_byline (article), ==, rows[i].byline);
      g_assert_cmpstr (syn_article_get_published (article), ==, rows[i].published);
      g_assert_cmpstr (syn_article_get_url (article), ==, rows[i].url);
      g_assert_cmpstr (syn_article_get_language (article), ==, "en");
    }
}

/* A page whose text is put in by a script has it in its JSON-LD only. */
static void
test_text_from_json_ld (void)
{
  g_autoptr (SynCorpus) corpus
      = load_page ("<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"articleBody\": \"" P1 "\\n" P2
                   "\"}</script><div id=app>Loading</div>");

  g_assert_cmpstr (syn_article_get_text (syn_corpus_get_article (corpus, 0)), ==, P1 "\n" P2);
}

static void
test_declared_encoding (void)
{
  g_autofree char *page = g_convert ("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><p>Паром сел на "
                                     "мель.</p>",
                                     -1, "windows-1251", "UTF-8", NULL, NULL, NULL);
  g_autoptr (SynCorpus) corpus = load_page (page);
  g_autofree char *report = fixture_report (corpus);

  g_assert_cmpstr (report, ==, "read a.html: Read as windows-1251, as the file declares.\n");
  g_assert_cmpstr (syn_article_get_text (syn_corpus_get_article (corpus, 0)), ==, "Паром сел на мель.");
}

/* Neither a file of this machine nor more text than was written comes out of a document type. */
static void
test_entities_are_inert (void)
{
  static const char *const types[] = {
    "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
    "<!DOCTYPE html [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE c SYSTEM \"http://127.0.0.1:1/x.dtd\">",
    "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *page = g_strdup_printf ("%s<html><body><p>One &c; two.</p></body></html>", types[i]);
      g_autoptr (SynCorpus) corpus = load_page (page);

      g_assert_cmpstr (syn_article_get_text (syn_corpus_get_article (corpus, 0)), ==, "One &c; two.");
    }
}

static void
test_deep (void)
{
  static const char *const tags[] = { "<div>", "<b>", "<ul><li>", "<table><tr><td>", "<a href=x>" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (GString) page = g_string_new (NULL);
      g_autoptr (SynCorpus) corpus = NULL;

      for (guint level = 0; level < 10000; level++)
        g_string_append (page, tags[i]);
      g_string_append (page, "</a><p>" P1);
      corpus = load_page (page->str);
      g_assert_cmpuint (syn_corpus_get_n_articles (corpus), ==, 1);
      g_assert_cmpstr (syn_article_get_text (syn_corpus_get_article (corpus, 0)), ==, P1);
    }
}

static void
test_no_text (void)
{
  g_autoptr (SynCorpus) corpus = load_page ("<html><body><script>1</script><!-- x --></body></html>");
  g_autofree char *report = fixture_report (corpus);

  g_assert_cmpstr (report, ==, "skipped a.html: No text was found in the page.\n");
}

/* Any bytes that begin like a page are survived, and every file gets its line. */
static void
test_noise (void)
{
  static const char *const pieces[]
      = { "<", ">", "</", "<p", "<!--", "-->", "<![CDATA[", "]]>", "&#x", "&#0;", "&amp", "\"", "'", "=", "<script>",
          "<a href=", "<table>", "<td>", "</p>", "text and more text ", "é", "<?", "<!DOCTYPE [", "\n", "<title>", "<meta content=" };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) page = g_string_new ("<html>");
      g_autoptr (SynCorpus) corpus = NULL;

      for (int i = g_test_rand_int_range (0, 80); i > 0; i--)
        g_string_append (page, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      corpus = load_page (page->str);
      g_assert_cmpuint (g_list_model_get_n_items (syn_corpus_get_report (corpus)), ==, 1);
      for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
        g_assert_true (g_utf8_validate (syn_article_get_text (syn_corpus_get_article (corpus, i)), -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* All rows of a table that fail are worth knowing. */
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/html/text/", pages[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_main_text);
    }
  g_test_add_func ("/html/roles", test_roles_from_elements);
  g_test_add_func ("/html/metadata", test_metadata);
  g_test_add_func ("/html/json-ld-text", test_text_from_json_ld);
  g_test_add_func ("/html/declared-encoding", test_declared_encoding);
  g_test_add_func ("/html/entities", test_entities_are_inert);
  g_test_add_func ("/html/deep", test_deep);
  g_test_add_func ("/html/no-text", test_no_text);
  g_test_add_func ("/html/noise", test_noise);
  return g_test_run ();
}
