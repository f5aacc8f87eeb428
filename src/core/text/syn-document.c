/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document.h"

#include "corpus/syn-language.h"
#include "text/syn-document-private.h"

#include <string.h>

guint32
syn_document_intern (SynDocument *self, SynNormalForm *form)
{
  if (form->document != self->number)
    {
      form->document = self->number;
      form->term = self->n_terms++;
      g_ptr_array_add (self->forms, form);
    }
  return form->term;
}

const SynWords *
syn_document_get_words (SynDocument *self, guint statement)
{
  gpointer *words;

  if (self->words->len < self->statements->len)
    g_ptr_array_set_size (self->words, self->statements->len);
  words = &self->words->pdata[statement];
  if (*words == NULL)
    *words = syn_words_new (syn_article_get_text (self->article),
                            g_array_index (self->statements, SynStatement, statement).span);
  return *words;
}

static guint32
intern_text (SynDocument *self, const char *text)
{
  return syn_document_intern (self, syn_vocabulary_find_form (self->vocabulary, text, strlen (text)));
}

/* "9/11", "24/7": digits beside a stroke are part of a label, and count nothing. */
static gboolean
is_in_label (const char *text, SynSpan span)
{
  return (span.start > 1 && text[span.start - 1] == '/' && g_ascii_isdigit (text[span.start - 2]))
         || (text[span.end] == '/' && g_ascii_isdigit (text[span.end + 1]));
}

/* "8", "eight" and "8.0" are one term: a figure that stands alone in its words is named by its
 * value. */
static void
name_figures (SynDocument *self)
{
  const char *text = syn_article_get_text (self->article);
  guint token = 0;

  for (guint i = 0; i < self->numbers->len; i++)
    {
      const SynNumber *number = &g_array_index (self->numbers, SynNumber, i);
      g_autofree char *form = NULL;
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      if (number->kind == SYN_NUMBER_DATE || number->kind == SYN_NUMBER_VAGUE
          || number->kind == SYN_NUMBER_SHARE || is_in_label (text, number->value_span))
        continue;
      form
          = g_strconcat ("#", g_ascii_formatd (digits, sizeof digits, "%.6g", number->value), NULL);
      while (token < self->tokens->len
             && g_array_index (self->tokens, SynToken, token).span.end <= number->value_span.start)
        token++;
      if (token < self->tokens->len)
        {
          SynToken *word = &g_array_index (self->tokens, SynToken, token);

          if (word->span.start >= number->value_span.start
              && word->span.end <= number->value_span.end && (word->flags & SYN_TOKEN_WORD))
            word->term = intern_text (self, form);
        }
    }
}

SynDocument *
syn_document_begin (SynArticle *article, guint index)
{
  SynDocument *self = g_new0 (SynDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->article = g_object_ref (article);
  self->lexicon = syn_lexicon_get (syn_language_of_article (article));
  self->index = index;
  self->statements = g_array_new (FALSE, TRUE, sizeof (SynStatement));
  self->tokens = g_array_new (FALSE, TRUE, sizeof (SynToken));
  self->numbers = g_array_new (FALSE, TRUE, sizeof (SynNumber));
  self->names = g_array_new (FALSE, TRUE, sizeof (SynName));
  self->quotes = g_array_new (FALSE, TRUE, sizeof (SynQuote));
  self->forms = g_ptr_array_new ();
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify)syn_words_free);
  self->vocabulary = syn_vocabulary_get (self->lexicon);
  self->number = syn_vocabulary_begin (self->vocabulary);
  intern_text (self, "");
  return self;
}

void
syn_document_finish (SynDocument *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->n_terms; i++)
    size += ((SynNormalForm *)self->forms->pdata[i])->length + 1;
  self->texts = g_malloc (size);
  self->term_at = g_new (guint32, self->n_terms);
  size = 0;
  for (guint i = 0; i < self->n_terms; i++)
    {
      const SynNormalForm *form = self->forms->pdata[i];

      memcpy (self->texts + size, form->text, form->length + 1);
      self->term_at[i] = size;
      size += form->length + 1;
    }
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  self->vocabulary = NULL;
}

SynDocument *
syn_document_new (SynArticle *article, guint index)
{
  SynDocument *self;

  g_return_val_if_fail (SYN_IS_ARTICLE (article), NULL);

  self = syn_document_begin (article, index);
  syn_sentences_find (self);
  syn_tokens_find (self);
  syn_numbers_find (self);
  syn_names_find (self);
  syn_quotes_find (self);
  syn_attribution_find (self);
  name_figures (self);
  syn_document_finish (self);
  return self;
}

SynDocument *
syn_document_ref (SynDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
syn_document_unref (SynDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->article);
  g_array_unref (self->statements);
  g_array_unref (self->tokens);
  g_array_unref (self->numbers);
  g_array_unref (self->names);
  g_array_unref (self->quotes);
  g_free (self->texts);
  g_free (self->term_at);
  g_free (self);
}

SynArticle *
syn_document_get_article (SynDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->article;
}

SynLexicon *
syn_document_get_lexicon (SynDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lexicon;
}

const SynStatement *
syn_document_get_statements (SynDocument *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->statements->len;
  return (const SynStatement *)self->statements->data;
}

const SynToken *
syn_document_get_tokens (SynDocument *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->tokens->len;
  return (const SynToken *)self->tokens->data;
}

const SynNumber *
syn_document_get_numbers (SynDocument *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->numbers->len;
  return (const SynNumber *)self->numbers->data;
}

const SynName *
syn_document_get_names (SynDocument *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->names->len;
  return (const SynName *)self->names->data;
}

const SynQuote *
syn_document_get_quotes (SynDocument *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->quotes->len;
  return (const SynQuote *)self->quotes->data;
}

const char *
syn_document_get_term (SynDocument *self, guint32 term)
{
  g_return_val_if_fail (self != NULL && term < self->n_terms, "");

  return self->texts + self->term_at[term];
}

guint
syn_document_get_n_terms (SynDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_terms;
}
