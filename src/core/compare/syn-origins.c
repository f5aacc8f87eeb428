/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Articles of one claim that print the same words or name the same agency have one origin: a
 * union-find over its sources. */
typedef struct
{
  GArray *articles; /* guint, ascending */
  guint *parent;
} Origins;

static guint
find_root (Origins *self, guint i)
{
  while (self->parent[i] != i)
    i = self->parent[i] = self->parent[self->parent[i]];
  return i;
}

static gint
index_of (Origins *self, guint article)
{
  guint low = 0, high = self->articles->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->articles, guint, middle) < article)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->articles->len && g_array_index (self->articles, guint, low) == article ? (gint)low
                                                                                           : -1;
}

/* The agency that @statement names, or that its article is credited to; static in the lexicon, or
 * NULL. */
static const char *
find_agency (SynEngine *engine, guint statement)
{
  SynDocument *document = syn_engine_get_document (engine, statement);
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  const char *const *agencies
      = syn_lexicon_get_list (syn_document_get_lexicon (document), "agencies");
  const char *text = syn_article_get_text (syn_document_get_article (document));
  g_autofree char *words = g_strndup (text + of->span.start, of->span.end - of->span.start);

  for (guint i = 0; agencies[i] != NULL; i++)
    {
      const char *at = strstr (words, agencies[i]);

      if (at != NULL && (at == words || !g_ascii_isalnum (at[-1]))
          && !g_ascii_isalnum (at[strlen (agencies[i])]))
        return agencies[i];
    }
  return NULL;
}

static char *
source_name (SynEngine *engine, guint article)
{
  return syn_article_dup_source_name (
      syn_document_get_article (g_ptr_array_index (engine->documents, article)));
}

static char *
describe (SynEngine *engine, guint a, guint b, const char *agency)
{
  g_autofree char *name_a = source_name (engine, a);
  g_autofree char *name_b = source_name (engine, b);

  if (agency != NULL)
    return g_strdup_printf (_ ("%s and %s both name %s"), name_a, name_b, agency);
  return g_strdup_printf (_ ("%s and %s print the same words"), name_a, name_b);
}

static void
unite (Origins *self, SynClaim *claim, SynEngine *engine, guint a, guint b, const char *agency)
{
  gint i = index_of (self, a), j = index_of (self, b);

  if (i < 0 || j < 0 || find_root (self, i) == find_root (self, j))
    return;
  self->parent[MAX (find_root (self, i), find_root (self, j))]
      = MIN (find_root (self, i), find_root (self, j));
  claim->n_origins--;
  if (claim->origin_reason == NULL)
    claim->origin_reason = describe (engine, a, b, agency);
}

/* Per statement whether @claim has it: a claim is small, but all copied matches are asked about it. */
static guint8 *
mark_members (const SynClaim *claim, SynEngine *engine)
{
  guint8 *members = g_new0 (guint8, engine->statements->len + 1);

  for (guint i = 0; i < claim->statements->len; i++)
    members[g_array_index (claim->statements, guint, i)] = TRUE;
  return members;
}

void
syn_claim_count_origins (SynClaim *claim, SynEngine *engine, GArray *copied)
{
  Origins origins = { .articles = g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autoptr (GHashTable) agencies = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint8 *members = mark_members (claim, engine);

  g_clear_pointer (&claim->origin_reason, g_free);
  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint article
          = syn_engine_get_statement (engine, g_array_index (claim->statements, guint, i))->article;

      if (index_of (&origins, article) < 0)
        g_array_append_val (origins.articles, article);
    }
  claim->n_sources = claim->n_origins = origins.articles->len;
  origins.parent = g_new (guint, origins.articles->len + 1);
  for (guint i = 0; i < origins.articles->len; i++)
    origins.parent[i] = i;
  for (guint i = 0; i < copied->len; i++)
    {
      const SynMatch *match = g_array_index (copied, SynMatch *, i);

      if (members[match->a] && members[match->b])
        unite (&origins, claim, engine, syn_engine_get_statement (engine, match->a)->article,
               syn_engine_get_statement (engine, match->b)->article, NULL);
    }
  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint statement = g_array_index (claim->statements, guint, i);
      guint article = syn_engine_get_statement (engine, statement)->article;
      const char *agency = find_agency (engine, statement);
      gpointer first;

      if (agency == NULL)
        continue;
      if (g_hash_table_lookup_extended (agencies, agency, NULL, &first))
        unite (&origins, claim, engine, GPOINTER_TO_UINT (first), article, agency);
      else
        g_hash_table_insert (agencies, (gpointer)agency, GUINT_TO_POINTER (article));
    }
  g_free (origins.parent);
  g_array_unref (origins.articles);
}
