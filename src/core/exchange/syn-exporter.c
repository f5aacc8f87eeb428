/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-exporter.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "syn-error.h"

extern const SynExporter syn_exporter_html;
extern const SynExporter syn_exporter_csv;
extern const SynExporter syn_exporter_json;
extern const SynExporter syn_exporter_web_annotation;

static const SynExporter *const exporters[] = {
  &syn_exporter_html,
  &syn_exporter_csv,
  &syn_exporter_json,
  &syn_exporter_web_annotation,
  NULL,
};

/**
 * syn_exporter_list:
 *
 * Returns: (transfer none): every format, in the order of the dialog, %NULL-terminated
 */
const SynExporter *const *
syn_exporter_list (void)
{
  return exporters;
}

/**
 * syn_exporter_find:
 * @id: as in #SynExporter
 *
 * Returns: (nullable) (transfer none): the format of that name
 */
const SynExporter *
syn_exporter_find (const char *id)
{
  for (guint i = 0; exporters[i] != NULL; i++)
    if (g_strcmp0 (exporters[i]->id, id) == 0)
      return exporters[i];
  return NULL;
}

static gboolean
fail (GError **error, GFile *file, GError *cause)
{
  g_autofree char *name = g_file_get_parse_name (file);
  gboolean full = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
                  || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_set_error (error, SYN_ERROR, full ? SYN_ERROR_FULL : SYN_ERROR_FAILED,
               _ ("“%s” was not written: %s. What was there before is untouched."), name, cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
same_bytes (GFile *file, const GString *expected, GCancellable *cancellable, GBytes **out, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  gsize size;
  const void *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (size != expected->len || (size > 0 && memcmp (data, expected->str, size) != 0))
    {
      g_set_error_literal (error, SYN_ERROR, SYN_ERROR_FAILED, _ ("the file does not hold what was written"));
      return FALSE;
    }
  *out = g_steal_pointer (&bytes);
  return TRUE;
}

/* g_file_replace() is not used: it keeps the old inode where it can, and a crash would leave half a file. */
static gboolean
write_beside (GFile *beside, const GString *content, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autofree char *path = g_file_get_path (beside);

  if (path != NULL)
    return g_file_set_contents_full (path, content->str, content->len,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
  stream = g_file_replace (beside, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  return stream != NULL
         && g_output_stream_write_all (G_OUTPUT_STREAM (stream), content->str, content->len, NULL, cancellable, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/* The file itself where @file is a link to it, so that the link stays one.  NULL when what stands there is no file
 * to be replaced: a device, a pipe. */
static GFile *
resolve_target (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                                                  NULL, NULL);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = NULL;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, SYN_ERROR, SYN_ERROR_FAILED, _ ("it is no regular file"));
      return NULL;
    }
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    real = realpath (path, NULL);
  return real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
}

/**
 * syn_exporter_save:
 * @exporter: the format
 * @set: what to write
 * @file: where to
 *
 * Writes a temporary file beside @file, syncs it, reads it back, checks it with the format's own reader and only
 * then renames it over @file.
 *
 * Returns: %TRUE, or %FALSE with @error naming the file; then whatever stood there before is untouched
 */
gboolean
syn_exporter_save (const SynExporter *exporter, const SynExportSet *set, GFile *file, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GFile) target = NULL;
  g_autoptr (GFile) parent = NULL;
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *temporary = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (exporter != NULL && set != NULL, FALSE);

  target = resolve_target (file, &cause);
  if (target == NULL)
    return fail (error, file, cause);
  parent = g_file_get_parent (target);
  g_return_val_if_fail (parent != NULL, FALSE);
  temporary = g_strdup_printf (".synoptic-%08x.part", g_random_int ());
  beside = g_file_get_child (parent, temporary);
  exporter->write (set, content);
  if (!write_beside (beside, content, cancellable, &cause)
      || !same_bytes (beside, content, cancellable, &bytes, &cause) || !exporter->check (set, bytes, &cause)
      || g_cancellable_set_error_if_cancelled (cancellable, &cause)
      || !g_file_move (beside, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &cause))
    {
      g_file_delete (beside, NULL, NULL);
      return fail (error, file, cause);
    }
  return TRUE;
}
