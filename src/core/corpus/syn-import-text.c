/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-decode.h"
#include "syn-importer.h"

static gboolean
read_text (SynImport *import, GError **error)
{
  g_autofree char *encoding = NULL;
  g_autofree char *text = syn_decode (import, NULL, &encoding, error);
  g_autoptr (SynArticle) article = NULL;

  if (text == NULL)
    return FALSE;
  article = syn_article_new (import->path, text, -1);
  syn_article_set_encoding (article, encoding);
  g_ptr_array_add (import->articles, g_steal_pointer (&article));
  return TRUE;
}

const SynImporter syn_importer_text = {
  .name = "text",
  .suffixes = (const char *const[]){ ".txt", ".text", ".md", ".markdown", NULL },
  .read = read_text,
};
