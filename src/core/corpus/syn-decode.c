/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-decode.h"

#include <string.h>

static char *
normalize_line_ends (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (text[i] != '\r')
      g_string_append_c (out, text[i]);
    else if (i + 1 == length || text[i + 1] != '\n')
      g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

char *
syn_decode (SynImport *import, const char *declared, char **out_encoding, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (import->bytes, &size);
  g_autofree char *valid = NULL;

  *out_encoding = g_strdup ("UTF-8");
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  valid = g_utf8_make_valid (data, size);
  return normalize_line_ends (valid, strlen (valid));
}
