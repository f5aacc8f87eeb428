/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus-fixture.h"

#include <string.h>

/* A file, its line in the report, and the texts in it, parted by "¦". */
static const struct
{
  const char *name, *json, *report, *texts;
} files[] = {
  { "one.json", "{\"text\": \"One.\"}", "read one.json\n", "One." },
  { "title.json", "{\"headline\": \"Ferry aground\", \"body\": \"One.\"}", "read title.json\n", "Ferry aground\n\nOne." },
  { "same-title.json", "{\"title\": \"One\", \"content\": \"One.\\nTwo.\"}", "read same-title.json\n", "One.\nTwo." },
  { "array.json", "[{\"text\": \"One.\"}, {\"Article_Body\": \"Two.\"}]", "read array.json (2)\n", "One.¦Two." },
  { "object.json", "{\"status\": \"ok\", \"articles\": [{\"text\": \"One.\"}]}", "read object.json\n", "One." },
  { "parts.json", "{\"text\": [\"One.\", \"Two.\"]}", "read parts.json\n", "One.\n\nTwo." },
  { "html.json", "{\"content\": \"<p>One &amp; two.</p><p>Three.</p>\"}", "read html.json\n", "One & two.\n\nThree." },
  { "types.json", "[{\"text\": 42}, {\"text\": null}, {\"text\": {\"a\": 1}}, \"x\", null, 1.5, [], {\"text\": \"One.\"}]",
    "partial types.json: Entries 1, 2, 3, 4, 5 and 2 more have no text and were left out.\n", "One." },
  { "other-types.json", "{\"text\": \"One.\", \"title\": 3, \"source\": [], \"author\": false, \"date\": {}, \"url\": [1]}",
    "read other-types.json\n", "One." },
  { "none.json", "{\"x\": 1}", "skipped none.json: No article is in it: none has a field “text”, “body” or “content”.\n", "" },
  { "number.json", "12", "skipped number.json: No article is in it: none has a field “text”, “body” or “content”.\n", "" },
  { "spaces.json", "{\"text\": \" \\n\"}",
    "skipped spaces.json: No article is in it: none has a field “text”, “body” or “content”.\n", "" },
  { "nul.json", "{\"text\": \"A\\u0000B \\ud83d\\ude00 \\ud83d C \\\\u0000\"}",
    "partial nul.json: 2 escapes stand for no character and were replaced.\n", "AB 😀 � C \\u0000" },
  { "lines.jsonl", "{\"text\": \"One.\"}\nnonsense\n\n{\"text\": \"Two.\"}\n{\"x\": 1}\n[",
    "partial lines.jsonl (2): Lines 2, 6 are no JSON and were left out. Entry 3 has no text and was left out.\n",
    "One.¦Two." },
  { "crlf.ndjson", "{\"text\": \"One.\"}\r\n{\"text\": \"Two.\"}\r\n",
    "read crlf.ndjson (2): Its line ends were made plain line feeds.\n", "One.¦Two." },
  { "lines.json", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", "read lines.json (2)\n", "One.¦Two." },
  { "mark.json", "\xef\xbb\xbf{\"text\": \"One.\"}", "read mark.json\n", "One." },
};

static void
test_file (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autofree char *report = NULL;
  g_autoptr (GString) texts = g_string_new (NULL);

  fixture_write (folder, files[i].name, files[i].json, -1);
  corpus = fixture_load (folder);
  report = fixture_report (corpus);
  g_assert_cmpstr (report, ==, files[i].report);
  for (guint j = 0; j < syn_corpus_get_n_articles (corpus); j++)
    {
      SynArticle *article = syn_corpus_get_article (corpus, j);

      g_assert_cmpuint (syn_article_get_index_in_file (article), ==, j);
      g_string_append_printf (texts, "%s%s", j > 0 ? "¦" : "", syn_article_get_text (article));
    }
  g_assert_cmpstr (texts->str, ==, files[i].texts);
  fixture_remove_folder (folder);
}

/* A file that is no JSON is named with the place of the mistake. */
static void
test_broken (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autofree char *report = NULL;

  fixture_write (folder, "broken.json", "{\"text\": \"One", -1);
  corpus = fixture_load (folder);
  report = fixture_report (corpus);
  g_assert_true (g_str_has_prefix (report, "skipped broken.json: It is no valid JSON (1:"));
  fixture_remove_folder (folder);
}

/* The parser's message ends after so many bytes of the text; at each it stays fit to be shown. */
static void
test_broken_between_characters (void)
{
  for (guint n = 0; n < 8; n++)
    {
      char *folder = fixture_make_folder ();
      g_autoptr (GString) json = g_string_new ("{\"");
      g_autoptr (SynCorpus) corpus = NULL;
      g_autofree char *report = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_c (json, 'x');
      for (guint i = 0; i < 40; i++)
        g_string_append (json, "😀");
      g_string_append (json, "\" h}");
      fixture_write (folder, "broken.json", json->str, -1);
      corpus = fixture_load (folder);
      report = fixture_report (corpus);
      g_assert_true (g_str_has_prefix (report, "skipped broken.json: It is no valid JSON (1:"));
      g_assert_true (g_utf8_validate (report, -1, NULL));
      fixture_remove_folder (folder);
    }
}

static void
test_nested_beyond_reason (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autofree char *report = NULL;
  g_autofree char *deep = g_strnfill (100000, '[');

  fixture_write (folder, "deep.json", deep, -1);
  corpus = fixture_load (folder);
  report = fixture_report (corpus);
  g_assert_cmpstr (report, ==,
                   "skipped deep.json: It nests more than 200 levels deep, which is no list of articles.\n");
  fixture_remove_folder (folder);
}

static void
test_fields (void)
{
  static const struct
  {
    const char *json, *title, *outlet, *byline, *published, *url, *language;
  } rows[] = {
    { "\"title\": \"T\", \"source\": {\"id\": \"x\", \"name\": \"Post\"}, \"author\": \"Jane Doe\", "
      "\"publishedAt\": \"2023-05-23T10:05:00Z\", \"url\": \"https://a.example/1\", \"lang\": \"en\"",
      "T", "Post", "Jane Doe", "2023-05-23T10:05:00Z", "https://a.example/1", "en" },
    { "\"headline\": \"T\", \"publisher\": \"Post\", \"authors\": [\"Jane Doe\", {\"name\": \"John Roe\"}], "
      "\"date\": \"May 23, 2023\", \"link\": \"https://a.example/1\", \"language\": \"en_GB.UTF-8\"",
      "T", "Post", "Jane Doe, John Roe", "2023-05-23", "https://a.example/1", "en-GB" },
    { "\"Title\": \" T \", \"outlet\": \"Post\", \"byline\": \"B\", \"date\": 1684836300, \"language\": \"en\"", "T", "Post",
      "B", "2023-05-23T10:05:00Z", NULL, "en" },
    { "\"title\": \"T\", \"source\": \"Post\", \"timestamp\": 1684836300000, \"lang\": \"EN\"", "T", "Post", NULL,
      "2023-05-23T10:05:00Z", NULL, "en" },
    { "\"title\": \"T\", \"source\": \"Post\", \"date\": \"some day\", \"lang\": \"en\"", "T", "Post", NULL, NULL, NULL, "en" },
    { "\"title\": \"T\", \"source\": \"Post\", \"date\": \"2023-05-23T10:05:00-99:99\", \"lang\": \"en\"", "T",
      "Post", NULL, "2023-05-23", NULL, "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *folder = fixture_make_folder ();
      g_autofree char *json = g_strdup_printf ("{%s, \"text\": \"The ferry ran aground.\"}", rows[i].json);
      g_autoptr (SynCorpus) corpus = NULL;
      SynArticle *article;

      fixture_write (folder, "a.json", json, -1);
      corpus = fixture_load (folder);
      article = syn_corpus_get_article (corpus, 0);
      g_assert_cmpstr (syn_article_get_title (article), ==, rows[i].title);
      g_assert_cmpstr (syn_article_get_outlet (article), ==, rows[i].outlet);
      g_assert_cmpstr (syn_article_get_byline (article), ==, rows[i].byline);
      g_assert_cmpstr (syn_article_get_published (article), ==, rows[i].published);
      g_assert_cmpstr (syn_article_get_url (article), ==, rows[i].url);
      g_assert_cmpstr (syn_article_get_language (article), ==, rows[i].language);
      fixture_remove_folder (folder);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* All rows of a table that fail are worth knowing. */
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/json/file/", files[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_file);
    }
  g_test_add_func ("/json/broken", test_broken);
  g_test_add_func ("/json/broken-between-characters", test_broken_between_characters);
  g_test_add_func ("/json/deep", test_nested_beyond_reason);
  g_test_add_func ("/json/fields", test_fields);
  return g_test_run ();
}
