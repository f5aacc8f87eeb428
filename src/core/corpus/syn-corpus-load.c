/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-corpus.h"

#include "corpus/syn-language.h"
#include "syn-corpus-walk.h"
#include "syn-error.h"
#include "syn-importer.h"
#include "syn-roles.h"
#include "text/syn-lexicon.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256 * 1024)
#define FIRST_CHUNK (16 * 1024)
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

typedef struct
{
  SynCorpus *corpus;
  GHashTable *seen;   /* SHA-256 → path of the first file with these bytes */
  GHashTable *stated; /* articles whose file names their outlet */
  SynProgressFunc progress;
  gpointer user_data;
  gint64 last_progress;
  GCancellable *cancellable;
} Loader;

static SynImportEntry *
report (Loader *self, SynImportStatus status, const char *path, guint n_articles,
        const char *message)
{
  g_autoptr (SynImportEntry) entry = syn_import_entry_new (status, path, n_articles, message);

  g_list_store_append (G_LIST_STORE (syn_corpus_get_report (self->corpus)), entry);
  return entry; /* kept by the list */
}

static void
tell_progress (Loader *self, guint done, guint n, const char *path)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *message = NULL;

  if (self->progress == NULL || (done < n && now - self->last_progress < PROGRESS_INTERVAL))
    return;
  self->last_progress = now;
  if (path != NULL)
    message = g_strdup_printf (_ ("Reading %s"), path);
  self->progress (n == 0 ? 1.0 : (double) done / n, message, self->user_data);
}

/* The whole file, with a zero byte behind its end. */
static GBytes *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  gsize size = FIRST_CHUNK, length = 0;
  g_autofree char *data = NULL;
  gssize n;

  if (stream == NULL)
    return NULL;
  data = g_malloc (size);
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), data + length, MIN (size - length, CHUNK),
                                   cancellable, error)) > 0)
    {
      length += n;
      if (length > SYN_IMPORT_MAX_BYTES)
        {
          g_set_error (error, SYN_ERROR, SYN_ERROR_TOO_LARGE,
                       _ ("It is larger than 100 MB, the most that is read of one file."));
          return NULL;
        }
      if (length == size)
        data = g_realloc (data, size *= 2);
    }
  if (n < 0)
    return NULL;
  data = g_realloc (data, length + 1);
  data[length] = '\0';
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static void
finish_articles (Loader *self, SynImport *import)
{
  for (guint i = 0; i < import->articles->len; i++)
    {
      SynArticle *article = import->articles->pdata[i];
      guint n_blocks;

      if (g_cancellable_is_cancelled (self->cancellable))
        return;
      /* An exported set brings the bytes of each article along. */
      if (syn_article_get_bytes (article) == NULL)
        syn_article_set_hashed_bytes (article, import->bytes, import->sha256, i);
      if (syn_article_get_outlet (article) != NULL)
        g_hash_table_add (self->stated, article);
      syn_language_settle (article);
      syn_article_get_blocks (article, &n_blocks);
      if (n_blocks == 0)
        syn_roles_guess (article);
      syn_metadata_guess (article);
    }
}

static gboolean
import_bytes (Loader *self, SynImport *import, GError **error)
{
  const SynImporter *importer;

  if (g_bytes_get_size (import->bytes) == 0)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("The file is empty."));
      return FALSE;
    }
  importer = syn_importer_find (import->path, import->bytes, error);
  if (importer == NULL || !importer->read (import, error))
    return FALSE;
  if (import->articles->len == 0)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("There is no text in it."));
      return FALSE;
    }
  finish_articles (self, import);
  return TRUE;
}

/* Whether the bytes are new; otherwise says in the report where they were met before. */
static gboolean
check_new (Loader *self, const char *path, GBytes *bytes, const char *hash)
{
  const char *first = g_hash_table_lookup (self->seen, hash);
  g_autofree char *message = NULL;

  if (first == NULL || g_bytes_get_size (bytes) == 0)
    {
      g_hash_table_insert (self->seen, g_strdup (hash), g_strdup (path));
      return TRUE;
    }
  message = g_strdup_printf (_ ("The same file as “%s”, which was kept."), first);
  syn_import_entry_set_intended (report (self, SYN_IMPORT_SKIPPED, path, 0, message), TRUE);
  return FALSE;
}

/* What will not be found in the articles of a file for want of word lists, once a language. */
static void
remark_languages (SynImport *import)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < import->articles->len; i++)
    {
      SynLexicon *lexicon = syn_lexicon_get (syn_language_of_article (import->articles->pdata[i]));
      g_autofree char *remark = NULL;

      if (!g_hash_table_add (seen, lexicon))
        continue;
      remark = syn_lexicon_dup_remark (lexicon);
      if (remark != NULL)
        syn_import_remark (import, FALSE, "%s", remark);
    }
}

static void
load_file (Loader *self, SynFoundFile *found)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) remarks = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  SynImport import = { .path = found->path,
                       .cancellable = self->cancellable,
                       .articles = articles,
                       .remarks = remarks };

  if (found->problem != NULL)
    {
      syn_import_entry_set_intended (
          report (self, SYN_IMPORT_SKIPPED, found->path, 0, found->problem), found->intended);
      return;
    }
  bytes = read_bytes (found->file, self->cancellable, &error);
  if (bytes != NULL)
    hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (bytes != NULL && !check_new (self, found->path, bytes, hash))
    return;
  import.bytes = bytes;
  import.sha256 = hash;
  if (bytes == NULL || !import_bytes (self, &import, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        report (self, SYN_IMPORT_SKIPPED, found->path, 0, error->message);
      return;
    }
  for (guint i = 0; i < articles->len; i++)
    syn_corpus_add (self->corpus, articles->pdata[i]);
  remark_languages (&import);
  report (self, import.partial ? SYN_IMPORT_PARTIAL : SYN_IMPORT_READ, found->path, articles->len,
          remarks->str);
}

/* The path without its suffix; @whole: with its folders. */
static char *
dup_stem (SynArticle *article, gboolean whole)
{
  const char *path = syn_article_get_path (article);
  g_autofree char *stem = whole ? g_strdup (path) : g_path_get_basename (path);
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem && strchr (dot, G_DIR_SEPARATOR) == NULL)
    *dot = '\0';
  return g_steal_pointer (&stem);
}

/* The first of these names that no other column has.  @next: the number to begin with, by name: a file may hold
 * thousands of articles. */
static char *
dup_free_name (GHashTable *names, GHashTable *next, SynArticle *article)
{
  const char *outlet = syn_article_get_outlet (article);
  g_autofree char *stem = dup_stem (article, FALSE);
  g_autofree char *whole = dup_stem (article, TRUE);
  g_autofree char *name = outlet != NULL ? g_strdup (outlet) : g_strdup (stem);

  if (!g_hash_table_contains (names, name))
    return g_steal_pointer (&name);
  g_free (name);
  name = outlet != NULL ? g_strdup_printf ("%s (%s)", outlet, stem) : g_steal_pointer (&whole);
  if (g_hash_table_contains (names, name))
    {
      const char *base = outlet != NULL ? outlet : stem;
      guint n = MAX (2, GPOINTER_TO_UINT (g_hash_table_lookup (next, base)));

      do
        {
          g_free (name);
          name = g_strdup_printf ("%s (%u)", base, n++);
        }
      while (g_hash_table_contains (names, name));
      g_hash_table_insert (next, g_strdup (base), GUINT_TO_POINTER (n));
    }
  return g_steal_pointer (&name);
}

/* A column must be told from the next one: what names no outlet is headed with its file's name, and a guess
 * that another article shares gets it added.  What a file states about itself is left alone. */
static void
name_outlets (Loader *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) next = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < syn_corpus_get_n_articles (self->corpus); i++)
    {
      SynArticle *article = syn_corpus_get_article (self->corpus, i);

      if (g_hash_table_contains (self->stated, article))
        g_hash_table_add (names, g_strdup (syn_article_get_outlet (article)));
    }
  for (guint i = 0; i < syn_corpus_get_n_articles (self->corpus); i++)
    {
      SynArticle *article = syn_corpus_get_article (self->corpus, i);
      g_autofree char *name = NULL;

      if (g_hash_table_contains (self->stated, article))
        continue;
      name = dup_free_name (names, next, article);
      g_object_set (article, "outlet", name, NULL);
      g_hash_table_add (names, g_steal_pointer (&name));
    }
}

static void
take_title_and_uris (SynCorpus *corpus, GPtrArray *files)
{
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *base = g_file_get_basename (files->pdata[0]);
  g_autofree char *title = base != NULL ? g_filename_display_name (base) : NULL;

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);

      g_strv_builder_add (uris, uri);
    }
  list = g_strv_builder_end (uris);
  syn_corpus_set_uris (corpus, (const char *const *) list);
  syn_corpus_set_title (corpus, title);
}

SynCorpus *
syn_corpus_load (GPtrArray *files, SynProgressFunc progress, gpointer user_data,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new (NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GHashTable) stated = g_hash_table_new (NULL, NULL);
  Loader self = { .corpus = corpus,
                  .stated = stated,
                  .progress = progress,
                  .user_data = user_data,
                  .cancellable = cancellable };

  g_return_val_if_fail (files != NULL, NULL);
  if (files->len == 0)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_USAGE, _ ("No file was given to open."));
      return NULL;
    }
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.seen = seen;
  take_title_and_uris (corpus, files);
  found = syn_corpus_walk (files, cancellable);
  for (guint i = 0; i < found->len; i++)
    {
      SynFoundFile *file = found->pdata[i];

      tell_progress (&self, i, found->len, file->path);
      if (g_cancellable_is_cancelled (cancellable))
        break;
      load_file (&self, file);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  name_outlets (&self);
  tell_progress (&self, found->len, found->len, NULL);
  return g_steal_pointer (&corpus);
}
