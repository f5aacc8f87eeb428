/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-corrections-dialog.h"

#include <glib/gi18n-lib.h>

#include "syn-claim-history.h"
#include "syn-format.h"

#define MAX_QUOTES 3
#define QUOTE_CHARS 90

struct _SynCorrectionsDialog
{
  AdwWindow parent_instance;
  SynSession *session;
  GCancellable *cancellable;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SynCorrectionsDialog, syn_corrections_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  SynComparison *comparison;
  GPtrArray *list;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->comparison);
  g_clear_pointer (&reading->list, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_list (SynWorkspace *workspace, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->list = syn_workspace_list_corrections (workspace, reading->comparison, error);
  return reading->list != NULL;
}

static void
revert_cb (GtkButton *button, SynCorrectionsDialog *self)
{
  const gint64 *history = g_object_get_data (G_OBJECT (button), "history");

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  syn_session_revert (self->session, *history);
}

/* “Fourteen people were injured” — Coastal Wire */
static char *
dup_quote (SynCorrectionsDialog *self, const SynAnchor *anchor)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autofree char *words = g_strdup (anchor->quote != NULL ? anchor->quote : "");
  g_autofree char *name = NULL;

  for (guint i = 0; i < syn_comparison_get_n_articles (comparison) && name == NULL; i++)
    {
      SynArticle *article = syn_comparison_get_article (comparison, i);

      if (g_str_equal (syn_article_get_path (article), anchor->path)
          && g_str_has_prefix (anchor->article_key, syn_article_get_sha256 (article)))
        name = syn_article_dup_source_name (article);
    }
  g_strdelimit (words, "\n\r\t", ' ');
  if (g_utf8_strlen (words, -1) > QUOTE_CHARS)
    {
      g_autofree char *head = g_utf8_substring (words, 0, QUOTE_CHARS);

      g_free (words);
      words = g_strconcat (g_strchomp (head), "…", NULL);
    }
  return name != NULL ? g_strdup_printf ("“%s” — %s", words, name) : g_strdup_printf ("“%s”", words);
}

static GtkWidget *
make_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
make_texts (SynCorrectionsDialog *self, const SynCorrection *correction)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *what = syn_claim_history_dup_line (syn_session_get_workspace (self->session),
                                                      correction->annotator, correction->text);
  g_autofree char *when = syn_format_moment (correction->time);
  g_autofree char *title = g_strdup_printf ("%s · %s", what, when);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  if (correction->reason != NULL)
    {
      g_autofree char *reason = g_strdup_printf (_ ("Reason: %s"), correction->reason);

      gtk_box_append (GTK_BOX (box), make_label (reason, "second"));
    }
  for (guint i = 0; i < MIN (correction->anchors->len, MAX_QUOTES); i++)
    {
      g_autofree char *quote = dup_quote (self, correction->anchors->pdata[i]);

      gtk_box_append (GTK_BOX (box), make_label (quote, "second"));
    }
  if (correction->anchors->len > MAX_QUOTES)
    {
      const guint n = correction->anchors->len - MAX_QUOTES;
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more statement", "and %u more statements", n), n);

      gtk_box_append (GTK_BOX (box), make_label (more, "second"));
    }
  return box;
}

static GtkWidget *
make_row (SynCorrectionsDialog *self, const SynCorrection *correction)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (syn_claim_history_icon (correction->verb));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Take _Back"));
  g_autofree char *name = g_strdup_printf (_ ("Take back: %s"), correction->text);

  gtk_widget_add_css_class (box, "tag-line");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "history",
                          g_memdup2 (&correction->history, sizeof correction->history), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (revert_cb), self);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_texts (self, correction));
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, correction->text, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynCorrectionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading;
  GtkWidget *row;

  if (!syn_workspace_run_finish (SYN_WORKSPACE (source), result, &error))
    {
      g_debug ("%s", error->message);
      return;
    }
  reading = syn_workspace_run_get_data (result);
  if (self->session == NULL || reading->comparison != syn_session_get_comparison (self->session))
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < reading->list->len; i++)
    gtk_list_box_append (self->list, make_row (self, reading->list->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, reading->list->len > 0 ? "list" : "empty");
}

static void
reload (SynCorrectionsDialog *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  Reading *reading;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (comparison == NULL)
    return;
  reading = g_new0 (Reading, 1);
  reading->comparison = g_object_ref (comparison);
  self->cancellable = g_cancellable_new ();
  syn_workspace_run_async (syn_session_get_workspace (self->session), read_list, reading, reading_free,
                           self->cancellable, read_cb, g_object_ref (self));
}

static void
syn_corrections_dialog_dispose (GObject *object)
{
  SynCorrectionsDialog *self = SYN_CORRECTIONS_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_corrections_dialog_parent_class)->dispose (object);
}

static void
syn_corrections_dialog_class_init (SynCorrectionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_corrections_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/corrections-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SynCorrectionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SynCorrectionsDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_corrections_dialog_init (SynCorrectionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
syn_corrections_dialog_new (GtkWindow *parent, SynSession *session)
{
  SynCorrectionsDialog *self = g_object_new (SYN_TYPE_CORRECTIONS_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WINDOW (self);
}
