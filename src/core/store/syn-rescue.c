/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-rescue.h"

#include <errno.h>
#include <glib/gstdio.h>

/* A name that is not taken. */
static char *
dup_name (const char *path)
{
  char *name = g_strdup_printf ("%s.rescued.db", path);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.rescued-%u.db", path, i);
    }
  return name;
}

char *
syn_rescue (SynDatabase *database, GError **error)
{
  const char *path = syn_database_get_path (database);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = dup_name (path);
  g_autoptr (SynDatabase) copy = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      const int code = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
      return NULL;
    }
  copy = syn_database_open (name, FALSE, error);
  if (copy != NULL && syn_database_backup (database, copy, error)
      && syn_database_exec (copy, "PRAGMA journal_mode = DELETE", error))
    return g_steal_pointer (&name);
  g_clear_pointer (&copy, syn_database_close);
  g_unlink (name);
  return NULL;
}
