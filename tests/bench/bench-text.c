/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "compare/syn-result-cache.h"
#include "compare/syn-stories.h"
#include "text/syn-document-private.h"

/* Parts of the engine by themselves, for bench-engine.py.  Files stand on standard input, one a line.
 *
 *   tokens     reads each file and cuts its lines into words
 *   documents  reads the files as the program does and analyses their text
 *   add        compares all files but the last, keeps the results, then adds the last one and compares again;
 *              prints the CPU seconds of both
 */

static GPtrArray *
read_list (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  char line[4096];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_strchomp (line);
      if (*line != '\0')
        g_ptr_array_add (files, g_strdup (line));
    }
  return files;
}

static SynArticle *
read_lines (const char *path)
{
  g_autofree char *text = NULL;
  SynArticle *article;
  SynBlock block = { 0 };
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL) || !g_utf8_validate (text, length, NULL))
    return NULL;
  article = syn_article_new (path, text, length);
  g_object_set (article, "language", "en", NULL);
  block.span = (SynSpan){ 0, length };
  syn_article_set_blocks (article, &block, 1);
  return article;
}

/* A line is a statement: cutting sentences is not measured. */
static guint
count_tokens (SynArticle *article)
{
  SynDocument *document = syn_document_begin (article, 0);
  const char *text = syn_article_get_text (article);
  guint n;

  for (const char *p = text; *p != '\0';)
    {
      const char *end = strchrnul (p, '\n');
      SynStatement statement = { .span = { p - text, end - text }, .n_clauses = 1 };

      g_array_append_val (document->statements, statement);
      p = *end != '\0' ? end + 1 : end;
    }
  syn_tokens_find (document);
  syn_document_finish (document);
  n = document->tokens->len;
  syn_document_unref (document);
  return n;
}

static void
run_tokens (GPtrArray *files)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (SynArticle) article = read_lines (files->pdata[i]);

      n += article != NULL ? count_tokens (article) : 0;
    }
  printf ("%u\n", n);
}

static SynCorpus *
load (GPtrArray *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  SynCorpus *corpus;

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths->pdata[i]));
  corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  if (corpus == NULL)
    g_error ("%s", error->message);
  return corpus;
}

static void
run_documents (GPtrArray *files)
{
  g_autoptr (SynCorpus) corpus = load (files);
  guint n = 0;

  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    {
      g_autoptr (SynDocument) document = syn_document_new (syn_corpus_get_article (corpus, i), i);
      guint n_tokens;

      syn_document_get_tokens (document, &n_tokens);
      n += n_tokens;
    }
  printf ("%u\n", n);
}

static GMutex lock;

static GBytes *
get (const char *key, gpointer data)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lock);
  GBytes *bytes = g_hash_table_lookup (data, key);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static void
put (const char *key, GBytes *bytes, gpointer data)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lock);

  g_hash_table_insert (data, g_strdup (key), g_bytes_ref (bytes));
}

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* The window reads and keeps the new file, groups the corpus and opens the story that the article is in. */
static void
run_add (GPtrArray *files)
{
  g_autoptr (GHashTable) kept
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  SynResultCache cache = { get, put, kept };
  g_autofree char *last = g_ptr_array_steal_index (files, files->len - 1);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (SynCorpus) corpus = NULL, added = NULL, story = NULL;
  g_autoptr (SynStories) stories = NULL;
  g_autoptr (SynComparison) full = NULL, again = NULL;
  double start = cpu_seconds (), middle;

  corpus = load (files);
  full = syn_comparison_new_cached (corpus, 0, SYN_COMPARE_RESULT_ONLY, &cache, NULL, NULL, NULL, NULL);
  middle = cpu_seconds ();
  g_ptr_array_add (one, last);
  added = load (one);
  syn_corpus_add (corpus, syn_corpus_get_article (added, 0));
  stories = syn_stories_new_cached (corpus, &cache, NULL, NULL, NULL, NULL);
  story = syn_stories_dup_corpus (
      stories, syn_stories_find (stories, syn_corpus_get_n_articles (corpus) - 1));
  again = syn_comparison_new_story_cached (story, 0, 0, &cache, NULL, NULL, NULL, NULL);
  printf ("%.4f %.4f\n", middle - start, cpu_seconds () - middle);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (GPtrArray *files);
  } modes[] = { { "tokens", run_tokens }, { "documents", run_documents }, { "add", run_add } };
  g_autoptr (GPtrArray) files = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (modes) && argc == 2; i++)
    if (strcmp (argv[1], modes[i].name) == 0)
      {
        files = read_list ();
        modes[i].run (files);
        return 0;
      }
  fprintf (stderr, "usage: bench-text tokens|documents|add < LIST\n");
  return 2;
}
