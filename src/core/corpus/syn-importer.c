/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-importer.h"

#include "syn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Add a format here. */
static const SynImporter *const importers[] = {
  &syn_importer_text,
  &syn_importer_json,
  &syn_importer_html,
};

typedef struct
{
  const char *bytes;
  gsize length;
  const char *what;
} Magic;

/* What the first bytes say, whatever the file is called. */
static const Magic magics[] = {
  { "\x89PNG\r\n\x1a\n", 8, N_ ("a PNG picture") },
  { "\xff\xd8\xff", 3, N_ ("a JPEG picture") },
  { "GIF87a", 6, N_ ("a GIF picture") },
  { "GIF89a", 6, N_ ("a GIF picture") },
  { "II*\0", 4, N_ ("a TIFF picture") },
  { "MM\0*", 4, N_ ("a TIFF picture") },
  { "%PDF-", 5, N_ ("a PDF document") },
  { "PK\x03\x04", 4, N_ ("a ZIP archive or office document") },
  { "\x1f\x8b", 2, N_ ("a gzip archive") },
  { "7z\xbc\xaf\x27\x1c", 6, N_ ("a 7-Zip archive") },
  { "\xfd" "7zXZ\0", 6, N_ ("an XZ archive") },
  { "BZh", 3, N_ ("a bzip2 archive") },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, N_ ("an old office document") },
  { "{\\rtf", 5, N_ ("an RTF document") },
  { "\x7f" "ELF", 4, N_ ("a program") },
  { "SQLite format 3\0", 16, N_ ("an SQLite database") },
  { "RIFF", 4, N_ ("a sound, film or WebP file") },
  { "OggS", 4, N_ ("a sound or film file") },
  { "ID3", 3, N_ ("a sound file") },
};

/**
 * syn_import_remark:
 * @import: a file on its way
 * @partial: whether something was lost
 * @format: a whole sentence, translated
 * @...: its parts
 */
void
syn_import_remark (SynImport *import, gboolean partial, const char *format, ...)
{
  va_list args;

  if (import->remarks->len > 0)
    g_string_append_c (import->remarks, ' ');
  va_start (args, format);
  g_string_append_vprintf (import->remarks, format, args);
  va_end (args);
  import->partial |= partial;
}

static const char *
magic_of (const char *data, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (size >= magics[i].length && memcmp (data, magics[i].bytes, magics[i].length) == 0)
      return magics[i].what;
  if (size >= 12 && memcmp (data + 4, "ftyp", 4) == 0)
    return N_ ("a film file");
  return NULL;
}

static char *
dup_suffix (const char *path)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (slash != NULL ? slash + 1 : path, '.');

  return dot != NULL ? g_ascii_strdown (dot, -1) : g_strdup ("");
}

/* Whether it begins like a page: "<!doctype html" or "<html", a mark and white space aside. */
static gboolean
looks_html (const char *data, gsize size)
{
  g_autofree char *head = g_ascii_strdown (data, MIN (size, 256));
  const char *p = head;

  if (g_str_has_prefix (p, "\xef\xbb\xbf"))
    p += 3;
  p += strspn (p, " \t\r\n");
  return g_str_has_prefix (p, "<!doctype html") || g_str_has_prefix (p, "<html");
}

const SynImporter *
syn_importer_find (const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *what = magic_of (data, size);
  g_autofree char *suffix = dup_suffix (path);

  if (what != NULL)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("This is %s, not text."), _ (what));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    if (g_strv_contains (importers[i]->suffixes, suffix))
      return importers[i] == &syn_importer_text && looks_html (data, size) ? &syn_importer_html
                                                                           : importers[i];
  if (*suffix == '\0')
    return looks_html (data, size) ? &syn_importer_html : &syn_importer_text;
  g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT,
               _ ("“%s” files are not read; save it as text, HTML or JSON."), suffix);
  return NULL;
}
