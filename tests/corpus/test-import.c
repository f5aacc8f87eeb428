/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "corpus-fixture.h"

#include "syn-error.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SENTENCE "The governor said eight people were wounded in the night.\n"
#define RUSSIAN                                                                                    \
  "Губернатор сообщил, что пострадали восемь человек. В городе слышны взрывы, жители покидают "    \
  "дома.\nВторая строка текста.\n"

/* Bytes of a file and the one line of the report about it. */
static const struct
{
  const char *name;
  const char *bytes;
  gssize length;
  const char *report;
  const char *text; /* NULL: nothing is kept */
} files[] = {
  { "plain.txt", SENTENCE, -1, "read plain.txt\n", SENTENCE },
  { "upper.TXT", SENTENCE, -1, "read upper.TXT\n", SENTENCE },
  { "README", SENTENCE, -1, "read README\n", SENTENCE },
  { "empty.txt", "", 0, "skipped empty.txt: The file is empty.\n", NULL },
  { "blank.txt", " \n\t\n\xc2\xa0", -1,
    "skipped blank.txt: There is nothing but white space in it.\n", NULL },
  { "mark.txt", "\xef\xbb\xbf" SENTENCE, -1, "read mark.txt\n", SENTENCE },
  { "crlf.txt", "One.\r\nTwo.\rThree.\r\n", -1,
    "read crlf.txt: Its line ends were made plain line feeds.\n", "One.\nTwo.\nThree.\n" },
  { "nul.txt", "One sentence with a N\0UL in it.", 31,
    "partial nul.txt: 1 NUL was left out.\n", "One sentence with a NUL in it." },
  { "nul-space.txt", "One sentence\0 with NULs, and\0 more of it follows here.", 54,
    "partial nul-space.txt: 2 NULs were left out.\n", "One sentence with NULs, and more of it follows here." },
  { "halves.txt", "Two lone \xed\xa0\x80 halves of one \xed\xb0\x80 character.", -1,
    "partial halves.txt: 2 places are no valid UTF-8 and show as “�”.\n",
    "Two lone � halves of one � character." },
  { "lone.txt", "A lone \xed\xa0\x80 surrogate — é.", -1,
    "partial lone.txt: 1 place is no valid UTF-8 and shows as “�”.\n",
    "A lone � surrogate — é." },
  { "cut.txt", "Ünïcode text cut hére: \xc3", -1,
    "partial cut.txt: 1 place is no valid UTF-8 and shows as “�”.\n", "Ünïcode text cut hére: �" },
  { "picture.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16,
    "skipped picture.txt: This is a PNG picture, not text.\n", NULL },
  { "photo.md", "\xff\xd8\xff\xe0\0\x10JFIF", 10,
    "skipped photo.md: This is a JPEG picture, not text.\n", NULL },
  { "paper.pdf", "%PDF-1.7\n", -1, "skipped paper.pdf: This is a PDF document, not text.\n", NULL },
  { "paper.docx", "PK\x03\x04", 4,
    "skipped paper.docx: This is a ZIP archive or office document, not text.\n", NULL },
  { "table.csv", "a,b\n", -1,
    "skipped table.csv: “.csv” files are not read; save it as text, HTML or JSON.\n", NULL },
  { "noise.txt", "\1\2\3\4\5\6\7\x0e\x0f\x10\x11\x12 abc \x13\x14\x15\x16\x17\x18\x19\x1a\x1c\xfe", 27,
    "skipped noise.txt: This is no text but binary data.\n", NULL },
  { "utf16le.txt", "\xff\xfe" "H\0i\0.\0", 8, "read utf16le.txt: Read as UTF-16LE.\n", "Hi." },
  { "utf16be.txt", "\xfe\xff" "\0H\0i\0.", 8, "read utf16be.txt: Read as UTF-16BE.\n", "Hi." },
  { "utf32.txt", "\xff\xfe\0\0H\0\0\0i\0\0\0", 12, "read utf32.txt: Read as UTF-32LE.\n", "Hi" },
  { "unmarked.txt", "H\0i\0 \0y\0o\0u\0.\0\n\0", 16,
    "read unmarked.txt: It has no byte-order mark; read as UTF-16LE.\n", "Hi you.\n" },
  { "half.txt", "\xff\xfe" "H\0\0\xd8i\0 \0", 10,
    "partial half.txt: Read as UTF-16LE. 1 place is no valid UTF-16LE and shows as “�”.\n", "H�i " },
  { "latin.txt", "Le pr\xe9sident a d\xe9" "clar\xe9 que la situation \xe9tait grave \xe0 l\x92h\xf4tel.\n", -1,
    "read latin.txt: It is not UTF-8; read as windows-1252, the likeliest encoding.\n",
    "Le président a déclaré que la situation était grave à l’hôtel.\n" },
  { "page.txt", "<!DOCTYPE html><html><body><p>A page called text.</p></body></html>", -1,
    "read page.txt\n", "A page called text." },
};

static void
test_one_line_for_each_file (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autofree char *report = NULL;

  fixture_write (folder, files[i].name, files[i].bytes, files[i].length);
  corpus = fixture_load (folder);
  report = fixture_report (corpus);
  g_assert_cmpstr (report, ==, files[i].report);
  g_assert_cmpuint (syn_corpus_get_n_articles (corpus), ==, files[i].text != NULL);
  if (files[i].text != NULL)
    g_assert_cmpstr (syn_article_get_text (syn_corpus_get_article (corpus, 0)), ==, files[i].text);
  fixture_remove_folder (folder);
}

static void
test_legacy_encodings (void)
{
  static const char *const encodings[] = { "windows-1251", "KOI8-R" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      char *folder = fixture_make_folder ();
      g_autoptr (SynCorpus) corpus = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *bytes = g_convert (RUSSIAN, -1, encodings[i], "UTF-8", NULL, &length, &error);
      SynArticle *article;

      g_assert_no_error (error);
      fixture_write (folder, "a.txt", bytes, length);
      corpus = fixture_load (folder);
      article = syn_corpus_get_article (corpus, 0);
      g_assert_cmpstr (syn_article_get_text (article), ==, RUSSIAN);
      g_assert_cmpstr (syn_article_get_encoding (article), ==, encodings[i]);
      g_assert_cmpstr (syn_article_get_language (article), ==, "ru");
      fixture_remove_folder (folder);
    }
}

static void
link_in (const char *folder, const char *target, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
test_links_hidden_and_special_files (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autofree char *report = NULL;
  g_autofree char *pipe = g_build_filename (folder, "pipe.txt", NULL);

  fixture_write (folder, "b/one.txt", "One.", -1);
  fixture_write (folder, "b/c/two.txt", "Two.", -1);
  fixture_write (folder, ".git/config.txt", "Hidden.", -1);
  fixture_write (folder, ".note.txt", "Hidden.", -1);
  link_in (folder, "..", "b/up");
  link_in (folder, "b", "a-link");
  link_in (folder, "nowhere", "broken.txt");
  link_in (folder, "self.txt", "self.txt");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  corpus = fixture_load (folder);
  report = fixture_report (corpus);
  g_assert_cmpstr (report, ==,
                   "skipped .git: Hidden folders are not opened.\n"
                   "skipped .note.txt: Hidden files are not read.\n"
                   "skipped a-link: This leads to a folder that was read already.\n"
                   "read b/c/two.txt\n"
                   "read b/one.txt\n"
                   "skipped b/up: This leads to a folder that was read already.\n"
                   "skipped broken.txt: The link leads nowhere.\n"
                   "skipped pipe.txt: This is no regular file.\n"
                   "skipped self.txt: The link leads nowhere.\n");
  /* The two broken links and the pipe; the hidden ones and the links back are meant to be left out. */
  g_assert_cmpuint (syn_import_report_count_losses (syn_corpus_get_report (corpus)), ==, 3);
  fixture_remove_folder (folder);
}

/* The superuser may read everything: then the folder's own removal stands for what cannot be opened. */
static void
test_what_cannot_be_opened (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *locked = g_build_filename (folder, "locked.txt", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *report;
  guint expected = geteuid () == 0 ? 1 : 2;

  fixture_write (folder, "locked.txt", "Text.", -1);
  g_assert_cmpint (chmod (locked, 0), ==, 0);
  g_ptr_array_add (roots, g_file_new_for_path (locked));
  g_ptr_array_add (roots, g_file_new_for_path (missing));
  corpus = syn_corpus_load (roots, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  report = syn_corpus_get_report (corpus);
  g_assert_cmpuint (g_list_model_get_n_items (report), ==, 2);
  g_assert_cmpuint (syn_import_report_count (report, SYN_IMPORT_SKIPPED), ==, expected);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SynImportEntry) entry = g_list_model_get_item (report, i);

      if (syn_import_entry_get_status (entry) == SYN_IMPORT_SKIPPED)
        g_assert_nonnull (syn_import_entry_get_message (entry));
    }
  fixture_remove_folder (folder);
}

static void
test_too_large (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "large.txt", NULL);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autofree char *report = NULL;

  /* A hole in a file takes no room on the disk. */
  fixture_write (folder, "large.txt", "", 0);
  g_assert_cmpint (truncate (path, 100000001), ==, 0);
  corpus = fixture_load (folder);
  report = fixture_report (corpus);
  g_assert_true (g_str_has_prefix (report, "skipped large.txt: It has 100.0"));
  g_assert_true (g_str_has_suffix (report, "more than 100 MB of one file are not read.\n"));
  fixture_remove_folder (folder);
}

static void
test_same_file_twice (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autofree char *report = NULL;

  fixture_write (folder, "a.txt", SENTENCE, -1);
  fixture_write (folder, "b.txt", SENTENCE, -1);
  corpus = fixture_load (folder);
  report = fixture_report (corpus);
  g_assert_cmpstr (report, ==, "read a.txt\nskipped b.txt: The same file as “a.txt”, which was kept.\n");
  g_assert_cmpuint (syn_import_report_count_losses (syn_corpus_get_report (corpus)), ==, 0);
  fixture_remove_folder (folder);
}

static void
test_columns_have_names_of_their_own (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  fixture_write (folder, "x/story.txt", "First text.\n", -1);
  fixture_write (folder, "y/story.txt", "Second text.\n", -1);
  fixture_write (folder, "y/other.txt", "Jane Doe, Harbour News\nA ferry ran aground.\n", -1);
  fixture_write (folder, "y/third.txt", "Jane Doe, Harbour News\nThe ferry is afloat.\n", -1);
  corpus = fixture_load (folder);
  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    {
      const char *outlet = syn_article_get_outlet (syn_corpus_get_article (corpus, i));

      g_assert_nonnull (outlet);
      g_assert_true (g_hash_table_add (names, (gpointer) outlet));
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, 4);
  g_assert_true (g_hash_table_contains (names, "Harbour News"));
  g_assert_true (g_hash_table_contains (names, "story"));
  fixture_remove_folder (folder);
}

static void
test_bytes_and_uris_are_kept (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autofree char *uri = g_file_get_uri (file);
  SynArticle *article;

  fixture_write (folder, "a.txt", "A\r\n", -1);
  corpus = fixture_load (folder);
  article = syn_corpus_get_article (corpus, 0);
  g_assert_cmpmem (g_bytes_get_data (syn_article_get_bytes (article), NULL),
                   g_bytes_get_size (syn_article_get_bytes (article)), "A\r\n", 3);
  g_assert_cmpstr (syn_article_get_text (article), ==, "A\n");
  g_assert_cmpstr (syn_corpus_get_uris (corpus)[0], ==, uri);
  fixture_remove_folder (folder);
}

static void
test_cancelled (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture_write (folder, "a.txt", "A.", -1);
  g_ptr_array_add (roots, g_file_new_for_path (folder));
  g_cancellable_cancel (cancellable);
  g_assert_null (syn_corpus_load (roots, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_remove_folder (folder);
}

static void
cancel_half_way (double fraction, const char *message, gpointer user_data)
{
  /* Progress is told ten times a second at most: however fast the files are read, this lets the next be told too. */
  if (fraction == 0)
    g_usleep (G_USEC_PER_SEC / 5);
  else if (fraction < 1)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled_half_way (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  SynCorpus *corpus;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, SENTENCE);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      g_string_append_printf (text, "%u\n", i);
      fixture_write (folder, name, text->str, -1);
    }
  g_ptr_array_add (roots, g_file_new_for_path (folder));
  corpus = syn_corpus_load (roots, cancel_half_way, cancellable, cancellable, &error);
  g_assert_null (corpus);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_remove_folder (folder);
}

static void
test_nothing_given (void)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (syn_corpus_load (roots, NULL, NULL, NULL, &error));
  g_assert_error (error, SYN_ERROR, SYN_ERROR_USAGE);
}

static void
test_from_resource (void)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (roots, g_file_new_for_uri ("resource://" SYN_RESOURCE_PATH "/lexicon/en"));
  corpus = syn_corpus_load (roots, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (syn_corpus_get_n_articles (corpus), >, 5);
  g_assert_nonnull (strstr (syn_article_get_text (fixture_article (corpus, "stop.txt")), "about"));
}

static void
test_summary (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (SynCorpus) corpus = NULL;
  g_autofree char *summary = NULL;

  fixture_write (folder, "a.txt", "A.", -1);
  fixture_write (folder, "b.json", "[{\"text\": \"B.\"}, {\"text\": \"C.\"}, 1]", -1);
  fixture_write (folder, "c.pdf", "%PDF-", -1);
  corpus = fixture_load (folder);
  summary = syn_import_report_summary (syn_corpus_get_report (corpus));
  g_assert_cmpstr (summary, ==, "3 articles from 2 files; 1 file read in part; 1 file skipped");
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/import/file/", files[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_one_line_for_each_file);
    }
  g_test_add_func ("/import/legacy-encodings", test_legacy_encodings);
  g_test_add_func ("/import/links", test_links_hidden_and_special_files);
  g_test_add_func ("/import/cannot-be-opened", test_what_cannot_be_opened);
  g_test_add_func ("/import/too-large", test_too_large);
  g_test_add_func ("/import/same-file-twice", test_same_file_twice);
  g_test_add_func ("/import/names", test_columns_have_names_of_their_own);
  g_test_add_func ("/import/bytes", test_bytes_and_uris_are_kept);
  g_test_add_func ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/cancelled-half-way", test_cancelled_half_way);
  g_test_add_func ("/import/nothing", test_nothing_given);
  g_test_add_func ("/import/resource", test_from_resource);
  g_test_add_func ("/import/summary", test_summary);
  return g_test_run ();
}
