/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-export-dialog.h"
#include "syn-window-private.h"

static void
saved_cb (SynExportDialog *dialog, GFile *file, gpointer user_data)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf (_ ("Exported as “%s”"), name);

  syn_window_toast (SYN_WINDOW (user_data), text);
}

void
syn_window_show_export (SynWindow *self)
{
  GtkWindow *dialog;

  if (syn_session_get_comparison (self->session) == NULL)
    return;
  dialog = syn_export_dialog_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, 0);
  gtk_window_present (dialog);
}
