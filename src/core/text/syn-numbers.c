/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"

/* Figures written in digits, as plain counts. */
void
syn_numbers_find (SynDocument *self)
{
  const char *text = syn_article_get_text (self->article);

  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);

      statement->first_number = self->numbers->len;
      for (guint t = statement->first_token; t < statement->first_token + statement->n_tokens; t++)
        {
          SynToken *token = &g_array_index (self->tokens, SynToken, t);
          g_autofree char *digits = NULL;
          g_auto (GStrv) groups = NULL;
          SynNumber number = { .kind = SYN_NUMBER_CARDINAL };
          char *end;

          if (!g_ascii_isdigit (text[token->span.start]))
            continue;
          digits = g_strndup (text + token->span.start, token->span.end - token->span.start);
          groups = g_strsplit (digits, ",", -1);
          g_free (digits);
          digits = g_strjoinv ("", groups);
          number.value = g_ascii_strtod (digits, &end);
          if (*end != '\0')
            continue;
          number.lo = number.hi = number.value;
          number.span = number.value_span = token->span;
          token->flags |= SYN_TOKEN_NUMBER;
          g_array_append_val (self->numbers, number);
        }
      statement->n_numbers = self->numbers->len - statement->first_number;
    }
}
