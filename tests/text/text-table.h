/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-roles.h"
#include "text/syn-document.h"

/* A text, and what is to be found in it, written as one string. */
typedef struct
{
  const char *text, *expected;
} TextRow;

/* Goes through a whole table before it fails, so that one run shows every row that is wrong. */
static inline void
check_text_rows (const TextRow *rows, guint n_rows, char *(*list) (SynDocument *document))
{
  guint failed = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SynArticle) article = syn_article_new ("a.txt", rows[i].text, -1);
      g_autoptr (SynDocument) document = NULL;
      g_autofree char *found = NULL;

      syn_roles_guess (article);
      document = syn_document_new (article, 0);
      found = list (document);
      if (g_strcmp0 (found, rows[i].expected) != 0)
        {
          g_printerr ("%s\n  expected %s\n  found    %s\n", rows[i].text, rows[i].expected, found);
          failed++;
        }
    }
  g_assert_cmpuint (failed, ==, 0);
}
