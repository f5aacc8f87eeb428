/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-engine.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-function-words.h"
#include "compare/syn-parallel.h"
#include "compare/syn-sort.h"
#include "compare/syn-twins.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static guint32
intern (SynEngine *self, const char *term)
{
  gpointer found;
  char *copy;

  if (g_hash_table_lookup_extended (self->term_index, term, NULL, &found))
    return GPOINTER_TO_UINT (found);
  copy = g_strdup (term);
  g_ptr_array_add (self->terms, copy);
  g_hash_table_insert (self->term_index, copy, GUINT_TO_POINTER (self->terms->len - 1));
  return self->terms->len - 1;
}

static void
analyse (guint first, guint end, gpointer data)
{
  gpointer *context = data;
  SynCorpus *corpus = context[0];
  SynDocument **documents = context[1];

  for (guint i = first; i < end; i++)
    documents[i] = syn_document_new (syn_corpus_get_article (corpus, i), i);
}

/* Documents are made in parallel, but joined in their order: what comes out does not depend on
 * threads. */
static void
join_documents (SynEngine *self)
{
  guint first = 0;

  intern (self, "");
  for (guint d = 0; d < self->documents->len; d++)
    {
      SynDocument *document = g_ptr_array_index (self->documents, d);
      GArray *map = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint n;
      const SynStatement *statements = syn_document_get_statements (document, &n);

      g_array_append_val (self->first, first);
      g_array_append_vals (self->statements, statements, n);
      first += n;
      for (guint32 t = 0; t < syn_document_get_n_terms (document); t++)
        {
          guint32 term = intern (self, syn_document_get_term (document, t));

          g_array_append_val (map, term);
        }
      g_ptr_array_add (self->term_of, map);
    }
  g_array_append_val (self->first, first);
  for (guint32 t = 0; t < self->terms->len; t++)
    g_array_append_val (self->merged, t);
}

/* 1.5 ln((n + 1) / (df + ½)) over the matched statements of the comparison, after spellings are
 * merged: the story's own words are common in it and weigh little. */
static void
weigh_terms (SynEngine *self)
{
  g_autofree guint *df = g_new0 (guint, self->terms->len);
  guint n = 0;

  g_array_set_size (self->weight, self->terms->len);
  for (guint i = 0; i < self->statements->len; i++)
    {
      g_autoptr (GArray) uses = NULL;

      if (!syn_engine_is_matched (self, i))
        continue;
      n++;
      uses = syn_engine_list_terms (self, i, -1);
      for (guint k = 0; k < uses->len; k++)
        df[g_array_index (uses, SynTermUse, k).term]++;
    }
  for (guint t = 0; t < self->terms->len; t++)
    g_array_index (self->weight, float, t) = MAX (0.0, 1.5 * log ((n + 1.0) / (df[t] + 0.5)));
  self->function_weight = syn_function_words_weigh (self, df);
}

static void
remark_languages (SynEngine *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint d = 0; d < self->documents->len; d++)
    {
      SynLexicon *lexicon = syn_document_get_lexicon (g_ptr_array_index (self->documents, d));
      g_autofree char *remark = NULL;

      if (!g_hash_table_add (seen, (gpointer)syn_lexicon_get_language (lexicon)))
        continue;
      remark = syn_lexicon_dup_remark (lexicon);
      if (remark != NULL)
        g_ptr_array_add (self->remarks, g_steal_pointer (&remark));
    }
}

/* Where cancelling left a gap there is no document. */
static void
document_free (gpointer data)
{
  if (data != NULL)
    syn_document_unref (data);
}

static SynEngine *
engine_alloc (void)
{
  SynEngine *self = g_new0 (SynEngine, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->documents = g_ptr_array_new_with_free_func (document_free);
  self->first = g_array_new (FALSE, FALSE, sizeof (guint));
  self->statements = g_array_new (FALSE, FALSE, sizeof (SynStatement));
  self->term_of = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->terms = g_ptr_array_new_with_free_func (g_free);
  self->term_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->merged = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->weight = g_array_new (FALSE, TRUE, sizeof (float));
  self->neighbours = g_ptr_array_new ();
  self->pairs = g_array_new (FALSE, FALSE, sizeof (SynPair));
  self->conflicts = g_array_new (FALSE, TRUE, sizeof (SynConflict));
  self->variants = g_array_new (FALSE, TRUE, sizeof (SynVariant));
  g_array_set_clear_func (self->conflicts, (GDestroyNotify)syn_conflict_clear);
  g_array_set_clear_func (self->variants, (GDestroyNotify)syn_variant_clear);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->languages = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

SynEngine *
syn_engine_new (SynCorpus *corpus, double level, GCancellable *cancellable)
{
  g_autoptr (SynEngine) self = engine_alloc ();
  guint n = syn_corpus_get_n_articles (corpus);
  gpointer context[2];

  self->level = level;
  g_ptr_array_set_size (self->documents, n);
  context[0] = corpus;
  context[1] = self->documents->pdata;
  if (!syn_parallel_run (n, 1, analyse, context, cancellable))
    return NULL;
  join_documents (self);
  self->twin_of = syn_twins_find (self);
  syn_engine_merge_names (self);
  syn_engine_join_languages (self);
  weigh_terms (self);
  syn_engine_find_neighbours (self);
  remark_languages (self);
  return g_steal_pointer (&self);
}

SynEngine *
syn_engine_ref (SynEngine *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
syn_engine_unref (SynEngine *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->neighbours->len; i++)
    g_clear_pointer (&self->neighbours->pdata[i], g_array_unref);
  g_ptr_array_unref (self->documents);
  g_array_unref (self->first);
  g_array_unref (self->statements);
  g_ptr_array_unref (self->term_of);
  g_hash_table_unref (self->term_index);
  g_ptr_array_unref (self->terms);
  g_array_unref (self->merged);
  g_array_unref (self->weight);
  g_clear_pointer (&self->function_weight, g_array_unref);
  g_ptr_array_unref (self->neighbours);
  g_clear_pointer (&self->twin_of, g_array_unref);
  g_array_unref (self->pairs);
  g_clear_pointer (&self->pair_index, syn_pair_table_free);
  g_array_unref (self->conflicts);
  g_array_unref (self->variants);
  g_ptr_array_unref (self->remarks);
  g_array_unref (self->languages);
  g_clear_pointer (&self->pivots, g_ptr_array_unref);
  g_clear_pointer (&self->common, g_array_unref);
  g_free (self);
}

gboolean
syn_engine_is_matched (SynEngine *self, guint statement)
{
  return syn_role_is_matched (syn_engine_get_statement (self, statement)->role);
}

/* What a statement says in no language, see syn-languages.c. */
static void
add_pivots (SynEngine *self, guint statement, GArray *terms)
{
  const GArray *pivots = g_ptr_array_index (self->pivots, statement);

  for (guint i = 0; i < pivots->len; i++)
    {
      guint64 term = g_array_index (pivots, guint32, i);

      g_array_append_val (terms, term);
    }
}

/* (element-type guint64): ascending, perhaps several times the same */
static GArray *
sort_terms (SynEngine *self, guint statement, gint clause)
{
  const SynStatement *of = syn_engine_get_statement (self, statement);
  guint n;
  const SynToken *tokens = syn_document_get_tokens (syn_engine_get_document (self, statement), &n);
  GArray *terms = g_array_sized_new (FALSE, FALSE, sizeof (guint64), of->n_tokens + 1);
  guint n_terms = 0;

  g_array_set_size (terms, of->n_tokens);
  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    if (syn_token_is_content (&tokens[t]) && (clause < 0 || tokens[t].clause == clause))
      g_array_index (terms, guint64, n_terms++) = syn_engine_map_term (self, statement, tokens[t].term);
  g_array_set_size (terms, n_terms);
  if (self->pivots != NULL && clause < 0)
    add_pivots (self, statement, terms);
  syn_sort_numbers ((guint64 *)terms->data, terms->len);
  return terms;
}

GArray *
syn_engine_list_terms (SynEngine *self, guint statement, gint clause)
{
  g_autoptr (GArray) terms = sort_terms (self, statement, clause);
  GArray *uses = g_array_sized_new (FALSE, FALSE, sizeof (SynTermUse), terms->len + 1);
  guint kept = 0;

  g_array_set_size (uses, terms->len);
  for (guint i = 0; i < terms->len; i++)
    {
      guint32 term = g_array_index (terms, guint64, i);

      if (i > 0 && term == g_array_index (terms, guint64, i - 1))
        continue;
      g_array_index (uses, SynTermUse, kept++) = (SynTermUse){
        .term = term,
        .weight = self->weight->len > term ? g_array_index (self->weight, float, term) : 0,
      };
    }
  g_array_set_size (uses, kept);
  return uses;
}

const SynPair *
syn_engine_find_pair (SynEngine *self, guint a, guint b)
{
  guint found;

  if (self->pair_index == NULL)
    {
      self->pair_index = syn_pair_table_new (self->pairs->len);
      for (guint i = 0; i < self->pairs->len; i++)
        {
          const SynPair *pair = &g_array_index (self->pairs, SynPair, i);

          syn_pair_table_add (self->pair_index, pair->a, pair->b, i);
        }
    }
  return syn_pair_table_lookup (self->pair_index, a, b, &found)
             ? &g_array_index (self->pairs, SynPair, found)
             : NULL;
}
