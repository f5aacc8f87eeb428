/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"

/* What stands between a pair of double quotation marks inside one statement. */
void
syn_quotes_find (SynDocument *self)
{
  const char *text = syn_article_get_text (self->article);

  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);
      SynQuote quote = { 0 };
      gboolean open = FALSE;

      statement->first_quote = self->quotes->len;
      for (guint t = statement->first_token; t < statement->first_token + statement->n_tokens; t++)
        {
          SynToken *token = &g_array_index (self->tokens, SynToken, t);
          gunichar c = g_utf8_get_char (text + token->span.start);

          if (c != '"' && c != 0x201c && c != 0x201d)
            {
              if (open)
                token->flags |= SYN_TOKEN_QUOTED;
              continue;
            }
          if (open)
            {
              quote.span.end = token->span.start;
              g_array_append_val (self->quotes, quote);
            }
          else
            quote = (SynQuote) { .span = { token->span.end, token->span.end } };
          open = !open;
        }
      statement->n_quotes = self->quotes->len - statement->first_quote;
    }
}
