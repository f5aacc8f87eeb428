/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-import-report.h"

#include <glib/gi18n-lib.h>

struct _SynImportEntry
{
  GObject parent_instance;

  SynImportStatus status;
  char *path;
  guint n_articles;
  char *message;
  gboolean intended;
};

enum
{
  PROP_0,
  PROP_STATUS,
  PROP_PATH,
  PROP_N_ARTICLES,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynImportEntry, syn_import_entry, G_TYPE_OBJECT)

static void
syn_import_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SynImportEntry *self = SYN_IMPORT_ENTRY (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_uint (value, self->status);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
syn_import_entry_finalize (GObject *object)
{
  SynImportEntry *self = SYN_IMPORT_ENTRY (object);

  g_free (self->path);
  g_free (self->message);

  G_OBJECT_CLASS (syn_import_entry_parent_class)->finalize (object);
}

static void
syn_import_entry_class_init (SynImportEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = syn_import_entry_finalize;
  object_class->get_property = syn_import_entry_get_property;

  properties[PROP_STATUS]
      = g_param_spec_uint ("status", NULL, NULL, 0, SYN_IMPORT_SKIPPED, SYN_IMPORT_READ, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_N_ARTICLES]
      = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_import_entry_init (SynImportEntry *self)
{
}

/**
 * syn_import_entry_new:
 * @status: what became of the file
 * @path: the file, as shown to people
 * @n_articles: how many articles were kept
 * @message: (nullable): whole sentences that say why and what
 *
 * Returns: (transfer full): one line of a report
 */
SynImportEntry *
syn_import_entry_new (SynImportStatus status, const char *path, guint n_articles,
                      const char *message)
{
  SynImportEntry *self = g_object_new (SYN_TYPE_IMPORT_ENTRY, NULL);

  self->status = status;
  self->path = g_strdup (path);
  self->n_articles = n_articles;
  self->message = message != NULL && *message != '\0' ? g_strdup (message) : NULL;
  return self;
}

/**
 * syn_import_entry_get_status:
 * @self: a line of a report
 *
 * Returns: what became of the file
 */
SynImportStatus
syn_import_entry_get_status (SynImportEntry *self)
{
  g_return_val_if_fail (SYN_IS_IMPORT_ENTRY (self), SYN_IMPORT_SKIPPED);
  return self->status;
}

/**
 * syn_import_entry_get_path:
 * @self: a line of a report
 *
 * Returns: (transfer none): the file
 */
const char *
syn_import_entry_get_path (SynImportEntry *self)
{
  g_return_val_if_fail (SYN_IS_IMPORT_ENTRY (self), NULL);
  return self->path;
}

/**
 * syn_import_entry_get_n_articles:
 * @self: a line of a report
 *
 * Returns: how many articles of the file were kept
 */
guint
syn_import_entry_get_n_articles (SynImportEntry *self)
{
  g_return_val_if_fail (SYN_IS_IMPORT_ENTRY (self), 0);
  return self->n_articles;
}

/**
 * syn_import_entry_get_message:
 * @self: a line of a report
 *
 * Returns: (transfer none) (nullable): what there is to say about it
 */
const char *
syn_import_entry_get_message (SynImportEntry *self)
{
  g_return_val_if_fail (SYN_IS_IMPORT_ENTRY (self), NULL);
  return self->message;
}

/**
 * syn_import_entry_is_intended:
 * @self: a line of a report
 *
 * Returns: whether the file was skipped on purpose, with nothing lost
 */
gboolean
syn_import_entry_is_intended (SynImportEntry *self)
{
  g_return_val_if_fail (SYN_IS_IMPORT_ENTRY (self), FALSE);
  return self->intended;
}

/**
 * syn_import_entry_set_intended:
 * @self: a line of a report
 * @intended: whether the file was skipped on purpose
 */
void
syn_import_entry_set_intended (SynImportEntry *self, gboolean intended)
{
  g_return_if_fail (SYN_IS_IMPORT_ENTRY (self));
  self->intended = intended;
}

/**
 * syn_import_report_count:
 * @report: a list of #SynImportEntry
 * @status: what to count
 *
 * Returns: how many files ended so
 */
guint
syn_import_report_count (GListModel *report, SynImportStatus status)
{
  guint count = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (report), 0);
  for (guint i = 0; i < g_list_model_get_n_items (report); i++)
    {
      g_autoptr (SynImportEntry) entry = g_list_model_get_item (report, i);

      count += entry->status == status;
    }
  return count;
}

/**
 * syn_import_report_count_losses:
 * @report: a list of #SynImportEntry
 *
 * Returns: how many files were read in part, or skipped without intention
 */
guint
syn_import_report_count_losses (GListModel *report)
{
  guint count = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (report), 0);
  for (guint i = 0; i < g_list_model_get_n_items (report); i++)
    {
      g_autoptr (SynImportEntry) entry = g_list_model_get_item (report, i);

      count += entry->status != SYN_IMPORT_READ && !entry->intended;
    }
  return count;
}

/**
 * syn_import_report_summary:
 * @report: a list of #SynImportEntry
 *
 * Returns: (transfer full): "5 articles from 5 files; 1 file read in part; 2 files skipped"
 */
char *
syn_import_report_summary (GListModel *report)
{
  GString *text = g_string_new (NULL);
  guint n_articles = 0;
  guint n_partial = syn_import_report_count (report, SYN_IMPORT_PARTIAL);
  guint n_skipped = syn_import_report_count (report, SYN_IMPORT_SKIPPED);
  guint n_read = syn_import_report_count (report, SYN_IMPORT_READ) + n_partial;

  for (guint i = 0; i < g_list_model_get_n_items (report); i++)
    {
      g_autoptr (SynImportEntry) entry = g_list_model_get_item (report, i);

      n_articles += entry->n_articles;
    }
  g_string_append_printf (text, ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, ngettext ("from %u file", "from %u files", n_read), n_read);
  if (n_partial > 0)
    g_string_append_printf (
        text, ngettext ("; %u file read in part", "; %u files read in part", n_partial), n_partial);
  if (n_skipped > 0)
    g_string_append_printf (text, ngettext ("; %u file skipped", "; %u files skipped", n_skipped),
                            n_skipped);
  return g_string_free (text, FALSE);
}
