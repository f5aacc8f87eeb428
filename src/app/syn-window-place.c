/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-settings.h"
#include "syn-window-private.h"

/* Where the reader stood in each corpus, so that she goes on there when she opens it again. */

/* Of how many corpora the place is remembered. */
#define MOST 50
/* What she has gone on from within this time is not remembered. */
#define KEEP_AFTER_MS 500

/* What names the corpus in the settings. */
static char *
dup_corpus_name (SynWindow *self)
{
  SynCorpus *corpus = syn_session_get_whole (self->session);
  const char *const *uris = corpus != NULL ? syn_corpus_get_uris (corpus) : NULL;

  return uris != NULL && uris[0] != NULL ? g_strjoinv ("\n", (char **) uris) : NULL;
}

static char *
dup_article_name (SynArticle *article)
{
  return g_strdup_printf ("%s#%u", syn_article_get_path (article), syn_article_get_index_in_file (article));
}

static void
keep (const char *corpus, const char *article, guint offset)
{
  g_autoptr (GVariant) places = syn_settings_get ("places");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_article;
  guint other_offset, n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssu)"));
  g_variant_builder_add (&builder, "(ssu)", corpus, article, offset);
  g_variant_iter_init (&iter, places);
  while (n < MOST && g_variant_iter_next (&iter, "(&s&su)", &other, &other_article, &other_offset))
    if (!g_str_equal (other, corpus))
      {
        g_variant_builder_add (&builder, "(ssu)", other, other_article, other_offset);
        n++;
      }
  syn_settings_set ("places", g_variant_builder_end (&builder));
}

void
syn_window_keep_place (SynWindow *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const gint statement = syn_session_get_active_statement (self->session);
  g_autofree char *corpus = NULL, *name = NULL;
  const SynStatement *of;
  SynArticle *article;

  g_clear_handle_id (&self->place_source, g_source_remove);
  if (comparison == NULL || statement < 0)
    return;
  corpus = dup_corpus_name (self);
  if (corpus == NULL)
    return;
  of = syn_comparison_get_statement (comparison, (guint) statement);
  article = syn_comparison_get_article (comparison, of->article);
  name = dup_article_name (article);
  keep (corpus, name, syn_article_offset_to_chars (article, of->span.start));
}

static gboolean
keep_cb (gpointer user_data)
{
  SynWindow *self = user_data;

  self->place_source = 0;
  syn_window_keep_place (self);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (SynWindow *self)
{
  if (self->place_source == 0 && syn_session_get_active_statement (self->session) >= 0)
    self->place_source = g_timeout_add (KEEP_AFTER_MS, keep_cb, self);
}

/* The statement at @offset of the article that is called so, or -1. */
static gint
find_statement (SynWindow *self, const char *name, guint offset)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);

  for (guint i = 0; i < syn_comparison_get_n_articles (comparison); i++)
    {
      SynArticle *article = syn_comparison_get_article (comparison, i);
      g_autofree char *own = dup_article_name (article);

      if (g_str_equal (own, name))
        return syn_comparison_find_statement (comparison, i, syn_article_chars_to_offset (article, offset));
    }
  return -1;
}

static void
restore (SynWindow *self)
{
  g_autoptr (GVariant) places = syn_settings_get ("places");
  g_autofree char *corpus = dup_corpus_name (self);
  GVariantIter iter;
  const char *other, *article;
  guint offset;

  g_variant_iter_init (&iter, places);
  while (corpus != NULL && g_variant_iter_next (&iter, "(&s&su)", &other, &article, &offset))
    {
      gint statement = g_str_equal (other, corpus) ? find_statement (self, article, offset) : -1;

      if (statement >= 0)
        syn_session_reveal (self->session, (guint) statement);
    }
}

/* Once for a corpus, and only as long as the reader has not gone anywhere herself. */
static void
rows_cb (SynWindow *self)
{
  gconstpointer corpus = syn_session_get_corpus (self->session);

  if (syn_session_get_rows (self->session) == NULL || self->placed_in == corpus)
    return;
  self->placed_in = corpus;
  if (syn_session_get_active_statement (self->session) < 0)
    restore (self);
}

void
syn_window_install_place (SynWindow *self)
{
  g_signal_connect_object (self->session, "notify::rows", G_CALLBACK (rows_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->session, "notify::active-statement", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}
