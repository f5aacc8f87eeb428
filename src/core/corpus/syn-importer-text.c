/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-decode.h"
#include "syn-error.h"
#include "syn-importer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c))
        return FALSE;
    }
  return TRUE;
}

/* Most files are plain UTF-8: their text is not kept twice. */
static gboolean
is_the_file (const char *text, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return strlen (text) == size && memcmp (text, data, size) == 0;
}

static gboolean
read_text (SynImport *import, GError **error)
{
  g_autofree char *encoding = NULL;
  g_autofree char *text = syn_decode (import, NULL, &encoding, error);
  g_autoptr (SynArticle) article = NULL;

  if (text == NULL)
    return FALSE;
  if (is_blank (text))
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("There is nothing but white space in it."));
      return FALSE;
    }
  article = is_the_file (text, import->bytes) ? syn_article_new_from_bytes (import->path, import->bytes)
                                              : syn_article_new (import->path, text, -1);
  syn_article_set_encoding (article, encoding);
  g_ptr_array_add (import->articles, g_steal_pointer (&article));
  return TRUE;
}

const SynImporter syn_importer_text = {
  .name = N_ ("text"),
  .suffixes = (const char *const[]){ ".txt", ".text", ".md", ".markdown", NULL },
  .read = read_text,
};
