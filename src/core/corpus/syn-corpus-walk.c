/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-corpus-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-importer.h"

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE                                \
                                 "," G_FILE_ATTRIBUTE_STANDARD_SIZE                                \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK                          \
                                 "," G_FILE_ATTRIBUTE_ID_FILE

/* A folder still to be read. */
typedef struct
{
  GFile *file;
  char *path;
  char *id;
} Folder;

typedef struct
{
  GPtrArray *found;
  GHashTable *entered; /* ids of the folders read so far */
  GQueue folders;
  GQueue links; /* read last, so that a folder is known by its own path where it has one here */
  GCancellable *cancellable;
} Walk;

static void
syn_found_file_free (gpointer data)
{
  SynFoundFile *self = data;

  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->problem);
  g_free (self);
}

static void
folder_free (gpointer data)
{
  Folder *self = data;

  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

static SynFoundFile *
add_found (Walk *self, GFile *file, const char *path, char *problem)
{
  SynFoundFile *found = g_new0 (SynFoundFile, 1);

  found->file = g_object_ref (file);
  found->path = g_strdup (path);
  found->problem = problem;
  g_ptr_array_add (self->found, found);
  return found;
}

/* Why a file of this kind is not read, or NULL. */
static char *
dup_problem (GFileInfo *info)
{
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_SYMBOLIC_LINK)
    return g_strdup (_ ("The link leads nowhere."));
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return g_strdup (_ ("This is no regular file."));
  if (g_file_info_get_size (info) > SYN_IMPORT_MAX_BYTES)
    {
      g_autofree char *size = g_format_size (g_file_info_get_size (info));

      /* Translators: the first %s is a size such as “2.3 GB” */
      return g_strdup_printf (
          _ ("It has %s; more than 100 MB of one file are not read."), size);
    }
  return NULL;
}

static void
visit (Walk *self, GFile *file, const char *path, GFileInfo *info)
{
  Folder *folder;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    {
      add_found (self, file, path, dup_problem (info));
      return;
    }
  folder = g_new0 (Folder, 1);
  folder->file = g_object_ref (file);
  folder->path = g_strdup (path);
  folder->id = g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE));
  g_queue_push_tail (g_file_info_get_is_symlink (info) ? &self->links : &self->folders, folder);
}

static void
visit_child (Walk *self, const Folder *folder, GFile *file, GFileInfo *info)
{
  g_autofree char *name = g_filename_display_name (g_file_info_get_name (info));
  g_autofree char *path = *folder->path != '\0' ? g_build_filename (folder->path, name, NULL)
                                                : g_strdup (name);

  if (*name != '.')
    visit (self, file, path, info);
  else
    add_found (self, file, path,
               g_strdup (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                             ? _ ("Hidden folders are not opened.")
                             : _ ("Hidden files are not read.")))
        ->intended = TRUE;
}

static void
read_folder (Walk *self, const Folder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) children = NULL;
  const char *path = *folder->path != '\0' ? folder->path : ".";

  if (folder->id != NULL && !g_hash_table_add (self->entered, g_strdup (folder->id)))
    {
      add_found (self, folder->file, path,
                 g_strdup (_ ("This leads to a folder that was read already.")))
          ->intended = TRUE;
      return;
    }
  children = g_file_enumerate_children (folder->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                        self->cancellable, &error);
  while (error == NULL)
    {
      GFileInfo *info;
      GFile *file;

      if (!g_file_enumerator_iterate (children, &info, &file, self->cancellable, &error)
          || info == NULL)
        break;
      visit_child (self, folder, file, info);
    }
  if (error != NULL)
    add_found (self, folder->file, path, g_strdup (error->message));
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const SynFoundFile *left = *(SynFoundFile *const *) a;
  const SynFoundFile *right = *(SynFoundFile *const *) b;

  return strcmp (left->path, right->path);
}

static int
compare_folders (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return strcmp (((const Folder *) a)->path, ((const Folder *) b)->path);
}

static void
visit_root (Walk *self, GFile *root, gboolean alone)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (root);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (GFileInfo) info = g_file_query_info (root, ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                                  self->cancellable, &error);

  if (info == NULL)
    add_found (self, root, name, g_strdup (error->message));
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && alone)
    visit (self, root, "", info);
  else
    visit (self, root, name, info);
}

GPtrArray *
syn_corpus_walk (GPtrArray *roots, GCancellable *cancellable)
{
  g_autoptr (GHashTable) entered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk self = { .entered = entered, .cancellable = cancellable };

  g_return_val_if_fail (roots != NULL, NULL);
  self.found = g_ptr_array_new_with_free_func (syn_found_file_free);
  g_queue_init (&self.folders);
  g_queue_init (&self.links);
  for (guint i = 0; i < roots->len; i++)
    visit_root (&self, roots->pdata[i], roots->len == 1);
  while (!g_queue_is_empty (&self.folders) || !g_queue_is_empty (&self.links))
    {
      g_autoptr (Folder) folder = NULL;

      if (g_queue_is_empty (&self.folders))
        g_queue_sort (&self.links, compare_folders, NULL);
      folder = g_queue_pop_head (g_queue_is_empty (&self.folders) ? &self.links : &self.folders);
      if (!g_cancellable_is_cancelled (cancellable))
        read_folder (&self, folder);
    }
  g_ptr_array_sort (self.found, compare_found);
  return self.found;
}
