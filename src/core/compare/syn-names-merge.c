/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-engine.h"
#include "text/syn-names.h"

/* One word that occurs as a name: how it is written, and where. */
typedef struct
{
  char *form; /* as first written */
  guint32 term;
  guint count;
  GArray *occurrences; /* SynOccurrence */
} NameWord;

static void
name_word_free (gpointer data)
{
  NameWord *word = data;

  g_free (word->form);
  g_array_unref (word->occurrences);
  g_free (word);
}

/* Terms that anywhere stand in lower case are ordinary words. */
static GHashTable *
list_lower_case_terms (SynEngine *self)
{
  GHashTable *lower = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (self, i);
      guint n;
      const SynToken *tokens = syn_document_get_tokens (syn_engine_get_document (self, i), &n);

      for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
        if ((tokens[t].flags & SYN_TOKEN_WORD) && !(tokens[t].flags & SYN_TOKEN_CAPITAL))
          g_hash_table_add (lower,
                            GUINT_TO_POINTER (syn_engine_map_term (self, i, tokens[t].term)));
    }
  return lower;
}

/* (element-type NameWord) in the order first met. */
static GPtrArray *
list_name_words (SynEngine *self)
{
  g_autoptr (GHashTable) lower = list_lower_case_terms (self);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func (name_word_free);

  for (guint i = 0; i < self->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (self, i);
      SynDocument *document = syn_engine_get_document (self, i);
      guint n;
      const SynToken *tokens = syn_document_get_tokens (document, &n);

      for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
        {
          gpointer key = GUINT_TO_POINTER (syn_engine_map_term (self, i, tokens[t].term));
          SynOccurrence occurrence = { i, tokens[t].span };
          NameWord *word;

          if (!(tokens[t].flags & SYN_TOKEN_CAPITAL) || (tokens[t].flags & SYN_TOKEN_STOP)
              || g_hash_table_contains (lower, key))
            continue;
          word = g_hash_table_lookup (known, key);
          if (word == NULL)
            {
              word = g_new0 (NameWord, 1);
              word->form
                  = syn_article_dup_span (syn_document_get_article (document), tokens[t].span);
              word->term = GPOINTER_TO_UINT (key);
              word->occurrences = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
              g_hash_table_insert (known, key, word);
              g_ptr_array_add (words, word);
            }
          word->count++;
          g_array_append_val (word->occurrences, occurrence);
        }
    }
  return words;
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const SynOccurrence *x = a, *y = b;

  if (x->statement != y->statement)
    return x->statement < y->statement ? -1 : 1;
  return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

static void
add_variant (SynEngine *self, GPtrArray *forms)
{
  SynVariant variant = { .kind = SYN_VARIANT_SPELLING };
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  variant.occurrences = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
  for (guint i = 0; i < forms->len; i++)
    {
      NameWord *word = g_ptr_array_index (forms, i);

      g_ptr_array_add (texts, g_strdup (word->form));
      g_array_append_vals (variant.occurrences, word->occurrences->data, word->occurrences->len);
    }
  g_ptr_array_add (texts, NULL);
  variant.forms = (char **)g_ptr_array_steal (texts, NULL);
  g_array_sort (variant.occurrences, compare_occurrences);
  g_array_append_val (self->variants, variant);
}

/* Groups the words of one bucket; the first form met stands for its group. */
static void
merge_bucket (SynEngine *self, GPtrArray *bucket)
{
  g_autofree gboolean *taken = g_new0 (gboolean, bucket->len);

  for (guint i = 0; i < bucket->len; i++)
    {
      NameWord *head = g_ptr_array_index (bucket, i);
      g_autoptr (GPtrArray) forms = g_ptr_array_new ();

      if (taken[i])
        continue;
      g_ptr_array_add (forms, head);
      for (guint j = i + 1; j < bucket->len; j++)
        {
          NameWord *word = g_ptr_array_index (bucket, j);

          if (taken[j] || !syn_names_are_variants (head->form, word->form))
            continue;
          taken[j] = TRUE;
          g_array_index (self->merged, guint32, word->term) = head->term;
          g_ptr_array_add (forms, word);
        }
      if (forms->len > 1)
        add_variant (self, forms);
    }
}

void
syn_engine_merge_names (SynEngine *self)
{
  g_autoptr (GPtrArray) words = list_name_words (self);
  g_autoptr (GHashTable) buckets
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < words->len; i++)
    {
      NameWord *word = g_ptr_array_index (words, i);
      char *skeleton = syn_name_dup_skeleton (word->form);
      GPtrArray *bucket;

      if (skeleton == NULL)
        continue;
      bucket = g_hash_table_lookup (buckets, skeleton);
      if (bucket == NULL)
        {
          bucket = g_ptr_array_new ();
          g_hash_table_insert (buckets, g_steal_pointer (&skeleton), bucket);
          g_ptr_array_add (order, bucket);
        }
      g_free (skeleton);
      g_ptr_array_add (bucket, word);
    }
  for (guint i = 0; i < order->len; i++)
    merge_bucket (self, g_ptr_array_index (order, i));
}
