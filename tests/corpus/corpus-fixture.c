/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

char *
fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("synoptic-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_remove (path);
}

void
fixture_remove_folder (char *folder)
{
  remove_all (folder);
  g_free (folder);
}

void
fixture_write (const char *folder, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

SynCorpus *
fixture_load (const char *folder)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  SynCorpus *corpus;

  g_ptr_array_add (files, g_file_new_for_path (folder));
  corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (corpus);
  return corpus;
}

char *
fixture_report (SynCorpus *corpus)
{
  static const char *const names[] = { "read", "partial", "skipped" };
  GListModel *report = syn_corpus_get_report (corpus);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (report); i++)
    {
      g_autoptr (SynImportEntry) entry = g_list_model_get_item (report, i);
      const char *message = syn_import_entry_get_message (entry);
      guint n = syn_import_entry_get_n_articles (entry);

      g_string_append_printf (out, "%s %s", names[syn_import_entry_get_status (entry)],
                              syn_import_entry_get_path (entry));
      if (n != (syn_import_entry_get_status (entry) != SYN_IMPORT_SKIPPED))
        g_string_append_printf (out, " (%u)", n);
      g_string_append_printf (out, "%s%s\n", message != NULL ? ": " : "", message != NULL ? message : "");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

SynArticle *
fixture_article (SynCorpus *corpus, const char *path)
{
  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    {
      SynArticle *article = syn_corpus_get_article (corpus, i);

      if (strcmp (syn_article_get_path (article), path) == 0)
        return article;
    }
  g_error ("no article of %s", path);
}

char *
fixture_roles (SynArticle *article)
{
  guint n_blocks;
  const SynBlock *blocks = syn_article_get_blocks (article, &n_blocks);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n_blocks; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", syn_role_to_string (blocks[i].role));
  return g_string_free (g_steal_pointer (&out), FALSE);
}
