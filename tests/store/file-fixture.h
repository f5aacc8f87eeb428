/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syn-database.h"

/* A folder of its own and the path of a workspace in it, where nothing is yet. */
typedef struct
{
  char *folder;
  char *path;
} FileFixture;

void   file_fixture_set_up (FileFixture *self, gconstpointer data);
void   file_fixture_tear_down (FileFixture *self, gconstpointer data);

/* @length: bytes of @data, or -1 for a string */
void   file_write (const char *path, const char *data, gssize length);
/* A SQLite file made by @sql, closed. */
void   file_make_database (const char *path, const char *sql);
/* A workspace with nothing in it, or the migrated one that is there, closed. */
void   file_make_workspace (const char *path);
/* A workspace as a program of schema @version left it. */
void   file_make_version (const char *path, guint version);

gint64 file_get_int (SynDatabase *database, const char *sql);
