/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-roles.h"

/* Longer than this, the first line is a sentence of the text rather than its headline. */
#define MAX_TITLE 140

static void
guess_title (SynArticle *article)
{
  guint n_blocks;
  const SynBlock *blocks = syn_article_get_blocks (article, &n_blocks);
  g_autofree char *line = NULL;

  if (syn_article_get_title (article) != NULL || n_blocks == 0)
    return;
  line = syn_article_dup_span (article, blocks[0].span);
  if (g_utf8_strlen (line, -1) <= MAX_TITLE)
    g_object_set (article, "title", line, NULL);
}

void
syn_metadata_guess (SynArticle *article)
{
  g_return_if_fail (SYN_IS_ARTICLE (article));
  guess_title (article);
}
