/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "exchange/syn-exporter.h"
#include "syn-compat.h"
#include "syn-export-preview.h"

struct _SynExportDialog
{
  AdwWindow parent_instance;
  SynSession *session;
  const SynExporter *exporter;
  GCancellable *preview_cancellable;
  GtkListBox *formats;
  AdwActionRow *tagged_row;
  GtkSwitch *tagged_switch;
  GtkWidget *losses_box;
  GtkLabel *losses;
  GtkLabel *preview_title;
  GtkTextView *preview;
  GtkWidget *save_button;
};

/* A copy of what is exported: the session may move on while a thread writes. */
typedef struct
{
  const SynExporter *exporter;
  SynExportSet set;
  SynWorkspace *workspace; /* or NULL */
  SynKept *kept;
  char *title;
  char *generated;
  GFile *file;
} Job;

static guint saved_signal;

G_DEFINE_FINAL_TYPE (SynExportDialog, syn_export_dialog, ADW_TYPE_WINDOW)

static Job *
job_new (SynExportDialog *self)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  job->exporter = self->exporter;
  job->title = g_strdup (syn_session_get_title (self->session));
  job->generated = g_date_time_format_iso8601 (now);
  job->set.title = job->title;
  job->set.generated = job->generated;
  job->set.comparison = g_object_ref (syn_session_get_comparison (self->session));
  job->set.records = g_ptr_array_ref (syn_session_get_records (self->session));
  g_set_object (&job->workspace, syn_session_get_workspace (self->session));
  job->set.tagged_only = gtk_switch_get_active (self->tagged_switch);
  job->set.columns = syn_session_list_columns (self->session);
  job->set.pivot = syn_session_get_pivot (self->session);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->set.comparison);
  g_ptr_array_unref (job->set.records);
  g_array_unref (job->set.columns);
  g_clear_object (&job->file);
  g_clear_object (&job->workspace);
  g_clear_pointer (&job->kept, syn_kept_free);
  g_free (job->title);
  g_free (job->generated);
  g_free (job);
}

/* On the thread of the job, which may wait for the disk. */
static gboolean
job_collect (Job *job, GError **error)
{
  if (job->workspace == NULL)
    return TRUE;
  job->kept = syn_workspace_list_kept (job->workspace, job->set.comparison, error);
  job->set.kept = job->kept;
  return job->kept != NULL;
}

static void
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!job_collect (job, NULL))
    g_debug ("a preview without links, dismissals and moved articles");
  job->exporter->write (&job->set, text);
  g_task_return_pointer (task, syn_export_preview (text->str, job->exporter->extension), g_free);
}

static void
previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SynExportDialog *self = SYN_EXPORT_DIALOG (object);
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  if (text != NULL && self->session != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->preview), text, -1);
}

static void
start_preview (SynExportDialog *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->preview_cancellable != NULL)
    g_cancellable_cancel (self->preview_cancellable);
  g_clear_object (&self->preview_cancellable);
  self->preview_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->preview_cancellable, previewed_cb, NULL);
  g_task_set_source_tag (task, start_preview);
  g_task_set_task_data (task, job_new (self), job_free);
  g_task_run_in_thread (task, preview_thread);
}

static guint
count_tagged (SynExportDialog *self)
{
  guint n, tagged = 0;

  syn_comparison_get_claims (syn_session_get_comparison (self->session), &n);
  for (guint i = 0; i < n; i++)
    tagged += !syn_session_is_open (self->session, i);
  return tagged;
}

static void
changed_cb (SynExportDialog *self)
{
  g_autofree char *title = NULL;
  gboolean is_page;

  if (self->exporter == NULL || self->session == NULL)
    return;
  is_page = g_str_equal (self->exporter->extension, "html");
  gtk_text_view_set_monospace (self->preview, !is_page);
  gtk_text_view_set_wrap_mode (self->preview, is_page ? GTK_WRAP_WORD_CHAR : GTK_WRAP_NONE);
  title = g_strdup_printf (_ ("%s begins like this"), _ (self->exporter->label));
  gtk_label_set_text (self->preview_title, title);
  gtk_widget_set_visible (self->losses_box, self->exporter->losses != NULL);
  gtk_label_set_text (self->losses,
                      self->exporter->losses != NULL ? _ (self->exporter->losses) : "");
  start_preview (self);
}

static void
format_toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  SynExportDialog *self = user_data;

  if (!gtk_check_button_get_active (button))
    return;
  self->exporter = g_object_get_data (G_OBJECT (button), "exporter");
  changed_cb (self);
}

static void
add_format (SynExportDialog *self, const SynExporter *exporter, GtkCheckButton **group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *subtitle = g_strdup_printf (".%s", exporter->extension);

  g_object_set_data (G_OBJECT (check), "exporter", (gpointer) exporter);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), *group);
  *group = GTK_CHECK_BUTTON (check);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (exporter->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (exporter->label), -1);
  g_signal_connect (check, "toggled", G_CALLBACK (format_toggled_cb), self);
  gtk_list_box_append (self->formats, row);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job_collect (job, &error) && syn_exporter_save (job->exporter, &job->set, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SynExportDialog *self = SYN_EXPORT_DIALOG (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      syn_compat_alert (GTK_WINDOW (self), _ ("The export was not written"), error->message);
      return;
    }
  g_signal_emit (self, saved_signal, 0, job->file);
  gtk_window_close (GTK_WINDOW (self));
}

static void
chosen_cb (GPtrArray *files, gpointer user_data)
{
  syn_export_dialog_save_to (user_data, g_ptr_array_index (files, 0));
}

static void
save_cb (SynExportDialog *self)
{
  g_autofree char *title = g_strdelimit (g_strdup (syn_session_get_title (self->session)), "/", '-');
  g_autofree char *name = g_strdup_printf ("%s.%s", title, self->exporter->extension);

  syn_compat_choose_files (GTK_WINDOW (self), SYN_CHOOSE_SAVE, _ ("Save Export"), name, chosen_cb,
                           self);
}

static void
syn_export_dialog_dispose (GObject *object)
{
  SynExportDialog *self = SYN_EXPORT_DIALOG (object);

  if (self->preview_cancellable != NULL)
    g_cancellable_cancel (self->preview_cancellable);
  g_clear_object (&self->preview_cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_export_dialog_parent_class)->dispose (object);
}

static void
syn_export_dialog_class_init (SynExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_export_dialog_dispose;
  saved_signal = g_signal_new ("saved", SYN_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SynExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, SynExportDialog, tagged_row);
  gtk_widget_class_bind_template_child (widget_class, SynExportDialog, tagged_switch);
  gtk_widget_class_bind_template_child (widget_class, SynExportDialog, losses_box);
  gtk_widget_class_bind_template_child (widget_class, SynExportDialog, losses);
  gtk_widget_class_bind_template_child (widget_class, SynExportDialog, preview_title);
  gtk_widget_class_bind_template_child (widget_class, SynExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SynExportDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_export_dialog_init (SynExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
syn_export_dialog_new (GtkWindow *parent, SynSession *session)
{
  SynExportDialog *self = g_object_new (SYN_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  const SynExporter *const *exporters = syn_exporter_list ();
  GtkCheckButton *group = NULL;
  guint tagged;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (syn_session_get_comparison (session) != NULL, GTK_WINDOW (self));
  self->session = g_object_ref (session);
  for (guint i = 0; exporters[i] != NULL; i++)
    add_format (self, exporters[i], &group);
  tagged = count_tagged (self);
  subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u claim has a verdict", "%u claims have a verdict", tagged),
      tagged);
  adw_action_row_set_subtitle (self->tagged_row, subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tagged_row), tagged > 0);
  syn_export_dialog_set_format (self, exporters[0]->id);
  return GTK_WINDOW (self);
}

void
syn_export_dialog_set_format (SynExportDialog *self, const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->formats)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
      const SynExporter *exporter = g_object_get_data (G_OBJECT (check), "exporter");

      if (g_str_equal (exporter->id, id))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    }
}

void
syn_export_dialog_save_to (SynExportDialog *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  Job *job = job_new (self);

  job->file = g_object_ref (file);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  g_task_set_source_tag (task, syn_export_dialog_save_to);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_thread);
}
