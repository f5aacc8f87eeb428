/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"

/* The name nearest to a verb of saying is the speaker; a statement with one is reported. */
void
syn_attribution_find (SynDocument *self)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);

      for (guint t = statement->first_token; t < statement->first_token + statement->n_tokens; t++)
        {
          const SynToken *token = &g_array_index (self->tokens, SynToken, t);
          guint best = G_MAXUINT;

          if (!(token->flags & SYN_TOKEN_REPORTING))
            continue;
          statement->certainty = SYN_CERTAINTY_REPORTED;
          for (guint k = 0; k < statement->n_names; k++)
            {
              const SynName *name = &g_array_index (self->names, SynName, statement->first_name + k);
              guint distance = name->first_token > t ? name->first_token - t : t - name->first_token;

              if (distance < best && distance < 8)
                {
                  best = distance;
                  statement->speaker = name->span;
                }
            }
        }
    }
}
