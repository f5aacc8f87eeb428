/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-fields.h"

#include "syn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib descends by recursion; no article nests so deep. */
#define MAX_DEPTH 200

static gboolean
read_hex (const char *p, const char *end, guint *value)
{
  *value = 0;
  if (end - p < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return FALSE;
      *value = *value << 4 | (guint) digit;
    }
  return TRUE;
}

/* Copies one "\uXXXX", or the pair it begins.  NUL is dropped and half a pair replaced: neither can stand in
 * a text.  @p is behind the "\u"; returns what was consumed behind it. */
static gsize
copy_unicode_escape (GString *out, const char *p, const char *end, guint *n_repaired)
{
  guint first, second;

  if (!read_hex (p, end, &first))
    {
      g_string_append (out, "\\u");
      return 0;
    }
  if (first >= 0xd800 && first < 0xdc00 && end - p >= 10 && p[4] == '\\' && p[5] == 'u'
      && read_hex (p + 6, end, &second) && second >= 0xdc00 && second < 0xe000)
    {
      g_string_append_len (out, p - 2, 12);
      return 10;
    }
  if (first == 0)
    (*n_repaired)++;
  else if (first >= 0xd800 && first < 0xe000)
    {
      (*n_repaired)++;
      g_string_append (out, "\\ufffd");
    }
  else
    g_string_append_len (out, p - 2, 6);
  return 4;
}

/* A copy of @text without escapes that are no characters; NULL when it nests too deep. */
static char *
clean (const char *text, gsize length, guint *n_repaired)
{
  g_autoptr (GString) out = g_string_sized_new (length);
  const char *end = text + length;
  gboolean in_string = FALSE;
  guint depth = 0;

  for (const char *p = text; p < end; p++)
    {
      if (in_string && *p == '\\' && p + 1 < end)
        {
          p++;
          if (*p == 'u')
            p += copy_unicode_escape (out, p + 1, end, n_repaired);
          else
            g_string_append_len (out, p - 1, 2);
          continue;
        }
      if (*p == '"')
        in_string = !in_string;
      if (!in_string && (*p == '[' || *p == '{') && ++depth > MAX_DEPTH)
        return NULL;
      if (!in_string && (*p == ']' || *p == '}') && depth > 0)
        depth--;
      g_string_append_c (out, *p);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

JsonNode *
syn_json_parse (const char *text, gsize length, guint *out_repaired, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *cleaned = clean (text, length, out_repaired);
  g_autoptr (JsonNode) root = NULL;

  if (cleaned == NULL)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT,
                   _ ("It nests more than %d levels deep, which is no list of articles."),
                   MAX_DEPTH);
      return NULL;
    }
  if (!json_parser_load_from_data (parser, cleaned, -1, error))
    return NULL;
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("There is nothing in it."));
  return g_steal_pointer (&root);
}
