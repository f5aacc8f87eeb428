/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-fixture.h"

#include "store-fixture.h"
#include "store/syn-schema.h"

void
file_fixture_set_up (FileFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("synoptic-database-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "workspace.db", NULL);
}

void
file_fixture_tear_down (FileFixture *self, gconstpointer data)
{
  store_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
file_write (const char *path, const char *data, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

void
file_make_database (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDatabase) database = syn_database_open (path, FALSE, &error);

  g_assert_no_error (error);
  syn_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

void
file_make_workspace (const char *path)
{
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autoptr (SynDatabase) database = syn_schema_open (path, FALSE, &error);

  g_assert_no_error (error);
}

void
file_make_version (const char *path, guint version)
{
  g_autofree char *name = g_strdup_printf ("workspace-v%u.sql", version);
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "store", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture, &sql, NULL, &error);
  g_assert_no_error (error);
  file_make_database (path, sql);
}

gint64
file_get_int (SynDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  syn_database_get_int (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}
