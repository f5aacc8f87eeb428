/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-evidence-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/syn-anchor.h"
#include "syn-compat.h"

/* A workspace travels by mail; a film does not belong in it. */
#define MAX_FILE_BYTES (32 * 1024 * 1024)

struct _SynEvidenceDialog
{
  AdwWindow parent_instance;
  SynSession *session;
  gint claim;
  GtkWidget *add_button;
  GtkEditable *target_row;
  GtkEditable *label_row;
  GtkWidget *file_row;
  AdwActionRow *statement_row;
};

G_DEFINE_FINAL_TYPE (SynEvidenceDialog, syn_evidence_dialog, ADW_TYPE_WINDOW)

static void
add (SynEvidenceDialog *self, const char *kind, const char *target, GBytes *file, SynAnchor *anchor)
{
  const char *label = gtk_editable_get_text (self->label_row);
  SynEvidence evidence = {
    .kind = (char *) kind,
    .target = (char *) target,
    .label = *label != '\0' ? (char *) label : NULL,
    .time = g_get_real_time () / G_USEC_PER_SEC,
    .anchor = anchor,
  };

  syn_session_add_evidence (self->session, self->claim, &evidence, file);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
is_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "http")
                         || g_str_equal (g_uri_get_scheme (uri), "https"));
}

static void
changed_cb (SynEvidenceDialog *self)
{
  gtk_widget_set_sensitive (self->add_button,
                            is_address (gtk_editable_get_text (self->target_row)));
}

static void
add_cb (SynEvidenceDialog *self)
{
  const char *target = gtk_editable_get_text (self->target_row);

  if (is_address (target))
    add (self, "url", target, NULL, NULL);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynEvidenceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (object));

  if (bytes == NULL)
    syn_compat_alert (GTK_WINDOW (self), _ ("That file cannot be read"), error->message);
  else if (self->session != NULL)
    add (self, "file", name, bytes, NULL);
}

static void
measured_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynEvidenceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);

  if (info == NULL)
    syn_compat_alert (GTK_WINDOW (self), _ ("That file cannot be read"), error->message);
  else if (g_file_info_get_size (info) > MAX_FILE_BYTES)
    syn_compat_alert (GTK_WINDOW (self), _ ("That file is too large"),
                      _ ("A file kept as evidence may have 32 MB at most. Write down where it is "
                         "instead."));
  else
    g_file_load_bytes_async (G_FILE (object), NULL, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (GPtrArray *files, gpointer user_data)
{
  GFile *file = g_ptr_array_index (files, 0);

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, measured_cb, g_object_ref (user_data));
}

static void
file_cb (SynEvidenceDialog *self)
{
  syn_compat_choose_files (GTK_WINDOW (self), SYN_CHOOSE_FILES, _ ("Choose a File"), NULL,
                           chosen_cb, self);
}

static char *
dup_statement (SynEvidenceDialog *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint statement = syn_session_get_active_statement (self->session);
  g_autofree char *words = NULL;
  SynSource *source;

  if (comparison == NULL || statement < 0)
    return NULL;
  words = syn_comparison_dup_statement_text (comparison, (guint) statement);
  source = syn_session_find_source (
      self->session, syn_comparison_get_statement (comparison, (guint) statement)->article);
  return g_strdup_printf (_ ("%s, “%s”"), syn_source_get_name (source), words);
}

static void
statement_cb (SynEvidenceDialog *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint statement = syn_session_get_active_statement (self->session);
  g_autofree char *text = dup_statement (self);
  g_autoptr (SynAnchor) anchor = NULL;
  const SynStatement *of;

  if (text == NULL)
    return;
  of = syn_comparison_get_statement (comparison, (guint) statement);
  anchor = syn_anchor_new (syn_comparison_get_article (comparison, of->article), of->span);
  add (self, "statement", text, NULL, anchor);
}

static void
syn_evidence_dialog_dispose (GObject *object)
{
  g_clear_object (&SYN_EVIDENCE_DIALOG (object)->session);
  G_OBJECT_CLASS (syn_evidence_dialog_parent_class)->dispose (object);
}

static void
syn_evidence_dialog_class_init (SynEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_evidence_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SYN_RESOURCE_PATH "/evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SynEvidenceDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, SynEvidenceDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, SynEvidenceDialog, label_row);
  gtk_widget_class_bind_template_child (widget_class, SynEvidenceDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, SynEvidenceDialog, statement_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
  gtk_widget_class_bind_template_callback (widget_class, statement_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_evidence_dialog_init (SynEvidenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
syn_evidence_dialog_new (GtkWindow *parent, SynSession *session, gint claim)
{
  SynEvidenceDialog *self
      = g_object_new (SYN_TYPE_EVIDENCE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *statement = NULL;

  self->session = g_object_ref (session);
  self->claim = claim;
  statement = dup_statement (self);
  gtk_widget_set_visible (GTK_WIDGET (self->statement_row), statement != NULL);
  if (statement != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (statement, -1);

      adw_action_row_set_subtitle (self->statement_row, escaped);
    }
  return GTK_WINDOW (self);
}
