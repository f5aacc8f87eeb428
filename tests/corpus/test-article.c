/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/syn-corpus.h"

#include <string.h>

static void
test_offsets (void)
{
  /* Characters of one to four bytes, past the step of the index. */
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SynArticle) article = NULL;
  const char *p;
  guint32 chars = 0;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, i % 3 == 0 ? "aé" : i % 3 == 1 ? "—ж" : "😀 ");
  article = syn_article_new ("a.txt", text->str, -1);
  for (p = text->str; *p != '\0'; p = g_utf8_next_char (p), chars++)
    {
      guint32 byte = p - text->str;

      g_assert_cmpuint (syn_article_offset_to_chars (article, byte), ==, chars);
      g_assert_cmpuint (syn_article_chars_to_offset (article, chars), ==, byte);
    }
  g_assert_cmpuint (syn_article_offset_to_chars (article, text->len), ==, chars);
  g_assert_cmpuint (syn_article_chars_to_offset (article, chars), ==, text->len);
  g_assert_cmpuint (syn_article_offset_to_chars (article, G_MAXUINT32), ==, chars);
  g_assert_cmpuint (syn_article_chars_to_offset (article, G_MAXUINT32), ==, text->len);
}

static void
test_offsets_of_empty_text (void)
{
  g_autoptr (SynArticle) article = syn_article_new (NULL, "", -1);

  g_assert_cmpuint (syn_article_offset_to_chars (article, 5), ==, 0);
  g_assert_cmpuint (syn_article_chars_to_offset (article, 5), ==, 0);
  g_assert_cmpstr (syn_article_get_path (article), ==, "");
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_properties_notify_on_change (void)
{
  g_autoptr (SynArticle) article = syn_article_new ("a.txt", "Text.", -1);
  guint count = 0;

  g_signal_connect (article, "notify::outlet", G_CALLBACK (count_cb), &count);
  g_object_set (article, "outlet", "Harbour Post", NULL);
  g_object_set (article, "outlet", "Harbour Post", NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (article, "outlet", "", NULL);
  g_assert_cmpuint (count, ==, 2);
  g_assert_null (syn_article_get_outlet (article));
}

static void
test_source_name (void)
{
  g_autoptr (SynArticle) article = syn_article_new ("folder/a.txt", "Text.", -1);
  static const struct
  {
    const char *property, *value, *expected;
  } steps[] = {
    { "title", "Ferry aground", "Ferry aground" },
    { "url", "https://www.harbour.example/x", "harbour.example" },
    { "outlet", "Harbour Post", "Harbour Post" },
  };
  g_autofree char *first = syn_article_dup_source_name (article);

  g_assert_cmpstr (first, ==, "a.txt");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *name = NULL;

      g_object_set (article, steps[i].property, steps[i].value, NULL);
      name = syn_article_dup_source_name (article);
      g_assert_cmpstr (name, ==, steps[i].expected);
    }
}

static void
test_published_time (void)
{
  g_autoptr (SynArticle) article = syn_article_new ("a.txt", "Text.", -1);
  g_autoptr (GDateTime) time = NULL;

  g_assert_null (syn_article_dup_published_time (article));
  g_object_set (article, "published", "2024-03-05", NULL);
  g_assert_null (syn_article_dup_published_time (article));
  g_object_set (article, "published", "2024-03-05T10:00:00+01:00", NULL);
  time = syn_article_dup_published_time (article);
  g_assert_nonnull (time);
  g_assert_cmpint (g_date_time_to_unix (time), ==, 1709629200);
}

static void
test_hash_of_bytes_or_text (void)
{
  g_autoptr (SynArticle) article = syn_article_new ("a.txt", "abc", -1);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);

  g_assert_cmpstr (syn_article_get_sha256 (article), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  syn_article_set_bytes (article, bytes, 3);
  g_assert_cmpstr (syn_article_get_sha256 (article), ==,
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpuint (syn_article_get_index_in_file (article), ==, 3);
}

static void
test_roles_have_names (void)
{
  SynRole role;

  for (guint i = SYN_ROLE_BODY; i <= SYN_ROLE_BOILERPLATE; i++)
    {
      g_assert_true (syn_role_from_string (syn_role_to_string (i), &role));
      g_assert_cmpuint (role, ==, i);
    }
  g_assert_false (syn_role_from_string ("nonsense", &role));
  g_assert_false (syn_role_from_string (NULL, &role));
  g_assert_true (syn_role_is_matched (SYN_ROLE_SUBHEAD));
  g_assert_false (syn_role_is_matched (SYN_ROLE_CAPTION));
}

static void
test_corpus_is_a_list (void)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("Event");
  g_autoptr (SynArticle) first = syn_article_new ("a.txt", "A.", -1);
  g_autoptr (SynArticle) second = syn_article_new ("b.txt", "B.", -1);
  g_autoptr (SynArticle) item = NULL;

  syn_corpus_add (corpus, first);
  syn_corpus_add (corpus, second);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (corpus)), ==, 2);
  g_assert_cmpstr (syn_article_get_id (second), ==, "a2");
  item = g_list_model_get_item (G_LIST_MODEL (corpus), 1);
  g_assert_true (item == second);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (corpus), 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/offsets", test_offsets);
  g_test_add_func ("/article/offsets-of-empty-text", test_offsets_of_empty_text);
  g_test_add_func ("/article/properties", test_properties_notify_on_change);
  g_test_add_func ("/article/source-name", test_source_name);
  g_test_add_func ("/article/published-time", test_published_time);
  g_test_add_func ("/article/hash", test_hash_of_bytes_or_text);
  g_test_add_func ("/article/roles", test_roles_have_names);
  g_test_add_func ("/corpus/list", test_corpus_is_a_list);
  return g_test_run ();
}
