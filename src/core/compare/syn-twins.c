/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-twins.h"

/* So many times a statement has to be printed.  A few copies are compared like all others. */
#define MIN_TWINS 16

/* Its language and words, whatever space is between them. */
static char *
dup_text (SynEngine *engine, guint statement)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  SynDocument *document = syn_engine_get_document (engine, statement);
  const char *text = syn_article_get_text (syn_document_get_article (document));
  GString *out = g_string_new (syn_lexicon_get_language (syn_document_get_lexicon (document)));
  gboolean space = TRUE;

  for (guint i = of->span.start; i < of->span.end; i++)
    if (g_ascii_isspace (text[i]))
      space = TRUE;
    else
      {
        if (space)
          g_string_append_c (out, ' ');
        g_string_append_c (out, text[i]);
        space = FALSE;
      }
  return g_string_free (out, FALSE);
}

GArray *
syn_twins_find (SynEngine *engine)
{
  guint n = engine->statements->len, n_matched = 0, n_twins = 0;
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) twin_of = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autofree guint *size = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    n_matched += syn_engine_is_matched (engine, i);
  if (n_matched <= SYN_DENSE_STATEMENTS)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = syn_engine_is_matched (engine, i) ? dup_text (engine, i) : NULL;
      gpointer found;
      guint twin = i;

      if (text != NULL && g_hash_table_lookup_extended (first, text, NULL, &found))
        twin = GPOINTER_TO_UINT (found);
      else if (text != NULL)
        g_hash_table_insert (first, g_steal_pointer (&text), GUINT_TO_POINTER (i));
      size[twin]++;
      g_array_append_val (twin_of, twin);
    }
  for (guint i = 0; i < n; i++)
    {
      guint *twin = &g_array_index (twin_of, guint, i);

      if (size[*twin] < MIN_TWINS)
        *twin = i;
      n_twins += *twin != i;
    }
  return n_twins > 0 ? g_steal_pointer (&twin_of) : NULL;
}

void
syn_twins_link (SynEngine *engine, const GArray *statements,
                void (*func) (guint statement, guint to, gpointer data), gpointer data)
{
  guint first = g_array_index (statements, guint, 0), other = first;
  guint article = syn_engine_get_statement (engine, first)->article;

  for (guint i = 1; i < statements->len; i++)
    {
      guint statement = g_array_index (statements, guint, i);

      if (syn_engine_get_statement (engine, statement)->article != article)
        {
          other = other == first ? statement : other;
          func (statement, first, data);
        }
    }
  for (guint i = 1; other != first && i < statements->len; i++)
    {
      guint statement = g_array_index (statements, guint, i);

      if (syn_engine_get_statement (engine, statement)->article == article)
        func (statement, other, data);
    }
}

static void
list_free (gpointer list)
{
  if (list != NULL)
    g_array_unref (list);
}

GPtrArray *
syn_twins_list (SynEngine *engine)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (list_free);

  g_ptr_array_set_size (lists, engine->statements->len);
  for (guint i = 0; i < engine->statements->len; i++)
    {
      guint twin = syn_engine_twin_of (engine, i);
      GArray **list = (GArray **)&lists->pdata[twin];

      if (twin == i)
        continue;
      if (*list == NULL)
        {
          *list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_val (*list, twin);
        }
      g_array_append_val (*list, i);
    }
  return lists;
}
