/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"

/* Runs of words with a capital that do not begin their statement, or do so but are no function word. */
void
syn_names_find (SynDocument *self)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);
      guint end = statement->first_token + statement->n_tokens;

      statement->first_name = self->names->len;
      for (guint t = statement->first_token; t < end; t++)
        {
          SynToken *token = &g_array_index (self->tokens, SynToken, t);
          SynName name = { .span = token->span, .first_token = t };

          while (t < end)
            {
              token = &g_array_index (self->tokens, SynToken, t);
              if (!(token->flags & SYN_TOKEN_CAPITAL) || (token->flags & (SYN_TOKEN_STOP | SYN_TOKEN_FIRST)))
                break;
              token->flags |= SYN_TOKEN_NAME;
              name.span.end = token->span.end;
              name.term = token->term;
              name.n_tokens++;
              t++;
            }
          if (name.n_tokens > 0)
            g_array_append_val (self->names, name);
        }
      statement->n_names = self->names->len - statement->first_name;
    }
}
