/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-decode.h"
#include "syn-error.h"
#include "syn-html-meta.h"
#include "syn-html-text.h"
#include "syn-roles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The declaration of the encoding stands among so many bytes. */
#define HEAD_BYTES 4096
/* A page whose text is made by a script says it in its JSON-LD: taken when so much longer. */
#define LD_FACTOR 2

/* The encoding that the page names, or NULL. */
static char *
dup_declared_encoding (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GRegex) regex = g_regex_new ("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_.:-]+)",
                                          G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (gsize i = 0; i < MIN (size, HEAD_BYTES); i++)
    if (data[i] > 0)
      g_string_append_c (head, data[i]);
  return g_regex_match (regex, head->str, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static char *
join_blocks (GPtrArray *blocks)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\n\n" : "",
                            ((SynHtmlBlock *) blocks->pdata[i])->text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What the elements say of their text outranks what its words look like. */
static void
apply_roles (SynArticle *article, GPtrArray *html_blocks)
{
  g_autoptr (GHashTable) roles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) copy = g_array_new (FALSE, FALSE, sizeof (SynBlock));
  const SynBlock *blocks;
  guint n_blocks;

  for (guint i = 0; i < html_blocks->len; i++)
    {
      SynHtmlBlock *block = html_blocks->pdata[i];

      if (block->role != SYN_ROLE_BODY)
        g_hash_table_insert (roles, block->text, GINT_TO_POINTER (block->role));
    }
  syn_roles_guess (article);
  blocks = syn_article_get_blocks (article, &n_blocks);
  if (n_blocks == 0)
    return;
  g_array_append_vals (copy, blocks, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      SynBlock *block = &g_array_index (copy, SynBlock, i);
      g_autofree char *words = syn_article_dup_span (article, block->span);
      SynRole role = GPOINTER_TO_INT (g_hash_table_lookup (roles, words));

      if (role == SYN_ROLE_CAPTION || (role != SYN_ROLE_BODY && block->role == SYN_ROLE_BODY))
        block->role = role;
    }
  syn_article_set_blocks (article, (SynBlock *) (void *) copy->data, copy->len);
}

static gboolean
read_html (SynImport *import, GError **error)
{
  g_autofree char *declared = dup_declared_encoding (import->bytes);
  g_autofree char *encoding = NULL;
  g_autofree char *page = syn_decode (import, declared, &encoding, error);
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (SynFields) fields = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;
  SynArticle *article;

  if (page == NULL)
    return FALSE;
  doc = syn_html_parse (page, strlen (page));
  if (doc != NULL)
    {
      fields = syn_html_read_meta (doc);
      blocks = syn_html_main_text (doc);
      text = join_blocks (blocks);
    }
  if (fields == NULL || (*text == '\0' && fields->text == NULL))
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("No text was found in the page."));
      return FALSE;
    }
  if (fields->text == NULL || strlen (fields->text) < LD_FACTOR * strlen (text))
    {
      g_free (fields->text);
      fields->text = g_steal_pointer (&text);
    }
  article = syn_fields_add_article (fields, import, encoding);
  apply_roles (article, blocks);
  return TRUE;
}

const SynImporter syn_importer_html = {
  .name = N_ ("HTML"),
  .suffixes = (const char *const[]){ ".html", ".htm", ".xhtml", NULL },
  .read = read_html,
};
