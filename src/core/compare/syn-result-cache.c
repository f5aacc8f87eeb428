/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-result-cache.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-result-bytes.h"
#include "syn-engine-version.h"

#include <glib/gi18n-lib.h>
#include <unicode/uvernum.h>

/* With its length in front, so that no two lists of values give the same bytes. */
static void
add_bytes (GChecksum *sum, const char *bytes, gsize length)
{
  guint64 size = GUINT64_TO_LE ((guint64)length);

  g_checksum_update (sum, (const guchar *)&size, sizeof size);
  g_checksum_update (sum, (const guchar *)bytes, length);
}

static void
add_text (GChecksum *sum, const char *text)
{
  add_bytes (sum, text != NULL ? text : "", text != NULL ? strlen (text) : 0);
}

static void
add_article (GChecksum *sum, SynArticle *article)
{
  g_autofree char *source = syn_article_dup_source_name (article);
  g_autoptr (GString) places = g_string_new (NULL);
  guint n;
  const SynBlock *blocks = syn_article_get_blocks (article, &n);

  add_text (sum, source);
  add_text (sum, syn_article_get_published (article));
  add_text (sum, syn_article_get_language (article));
  add_bytes (sum, syn_article_get_text (article), syn_article_get_length (article));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (places, "%u %u %d %u\n", blocks[i].span.start, blocks[i].span.end,
                            blocks[i].role, blocks[i].paragraph);
  add_bytes (sum, places->str, places->len);
}

char *
syn_result_cache_dup_key (SynCorpus *corpus, double level, SynCompareFlags flags)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *settings = NULL;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  guint n;

  g_return_val_if_fail (SYN_IS_CORPUS (corpus), NULL);

  n = syn_corpus_get_n_articles (corpus);
  settings = g_strdup_printf ("%s %d %d %u", g_ascii_dtostr (digits, sizeof digits, level),
                              flags & SYN_COMPARE_ALL, G_BYTE_ORDER, n);
  add_text (sum, SYN_ENGINE_VERSION);
  add_text (sum, U_ICU_VERSION);
  add_text (sum, settings);
  /* Reasons are sentences in the reader's language. */
  add_text (sum, g_get_language_names ()[0]);
  for (guint i = 0; i < n; i++)
    add_article (sum, syn_corpus_get_article (corpus, i));
  return g_strdup (g_checksum_get_string (sum));
}

char *
syn_result_cache_dup_stories_key (SynCorpus *corpus)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *const *uris;

  g_return_val_if_fail (SYN_IS_CORPUS (corpus), NULL);

  uris = syn_corpus_get_uris (corpus);
  add_text (sum, SYN_ENGINE_VERSION);
  add_text (sum, "stories");
  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    add_text (sum, uris[i]);
  return g_strdup (g_checksum_get_string (sum));
}

static void
report (SynProgressFunc progress, gpointer user_data, double fraction, const char *message)
{
  if (progress != NULL)
    progress (fraction, message, user_data);
}

/* Takes @engine. */
static SynComparison *
restore (SynEngine *engine, SynCompareFlags flags, GBytes *bytes)
{
  GArray *matches = bytes != NULL ? syn_result_read_bytes (engine, flags, bytes) : NULL;

  if (matches != NULL)
    return syn_comparison_assemble_claims (engine, matches);
  syn_engine_unref (engine);
  return NULL;
}

static SynComparison *
compare (SynEngine            *engine,
         SynCompareFlags       flags,
         const SynResultCache *cache,
         const char           *key,
         SynProgressFunc       progress,
         gpointer              user_data,
         GCancellable         *cancellable)
{
  GArray *matches;

  report (progress, user_data, 0.4, _ ("Comparing statements"));
  if (!syn_engine_score (engine, cancellable))
    return NULL;
  report (progress, user_data, 0.8, _ ("Looking for conflicts"));
  matches = syn_comparison_assemble_matches (engine, flags);
  if (cache != NULL && !syn_engine_stops (engine))
    {
      g_autoptr (GBytes) bytes = syn_result_write_bytes (engine, matches);

      cache->put (key, bytes, cache->data);
    }
  return syn_comparison_assemble_claims (syn_engine_ref (engine), matches);
}

SynComparison *
syn_comparison_new_story_cached (SynCorpus            *story,
                                 double                level,
                                 SynCompareFlags       flags,
                                 const SynResultCache *cache,
                                 SynProgressFunc       progress,
                                 gpointer              user_data,
                                 GCancellable         *cancellable,
                                 GError              **error)
{
  g_autofree char *key = NULL;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (GBytes) kept = NULL;
  SynComparison *self = NULL;

  g_return_val_if_fail (SYN_IS_CORPUS (story), NULL);

  report (progress, user_data, 0, _ ("Reading the articles"));
  /* One article by itself is compared with nothing. */
  if (syn_corpus_get_n_articles (story) < 2)
    cache = NULL;
  if (cache != NULL)
    {
      key = syn_result_cache_dup_key (story, level, flags);
      kept = cache->get (key, cache->data);
    }
  engine = syn_engine_new (story, level, cancellable);
  if (engine != NULL)
    engine->cancellable = cancellable;
  if (engine != NULL && kept != NULL)
    self = restore (syn_engine_ref (engine), flags, kept);
  if (engine != NULL && self == NULL)
    self = compare (engine, flags, cache, key, progress, user_data, cancellable);
  if (engine != NULL)
    engine->cancellable = NULL;
  if (self != NULL)
    report (progress, user_data, 1, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_object (&self);
  return self;
}

SynComparison *
syn_comparison_new_story (SynCorpus       *story,
                          double           level,
                          SynCompareFlags  flags,
                          SynProgressFunc  progress,
                          gpointer         user_data,
                          GCancellable    *cancellable,
                          GError         **error)
{
  return syn_comparison_new_story_cached (story, level, flags, NULL, progress, user_data,
                                          cancellable, error);
}
