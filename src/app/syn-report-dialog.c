/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-report-dialog.h"

#include <glib/gi18n-lib.h>

#include "corpus/syn-import-report.h"
#include "store/syn-workspace.h"
#include "syn-compat.h"

struct _SynReportDialog
{
  AdwWindow parent_instance;
  AdwWindowTitle *heading;
  GtkListView *view;
  GtkWidget *orphans;
  GtkLabel *orphan_list;
};

G_DEFINE_FINAL_TYPE (SynReportDialog, syn_report_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *icon;
  const char *label;
} statuses[] = {
  [SYN_IMPORT_READ] = { "object-select-symbolic", N_ ("Read") },
  [SYN_IMPORT_PARTIAL] = { "dialog-information-symbolic", N_ ("Read in part") },
  [SYN_IMPORT_SKIPPED] = { "dialog-warning-symbolic", N_ ("Skipped") },
};

static GtkWidget *
make_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new ();

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), make_label ("source-name"));
  gtk_box_append (GTK_BOX (texts), make_label ("second"));
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_add_css_class (row, "report-row");
  gtk_list_item_set_child (item, row);
}

static char *
describe (SynImportEntry *entry)
{
  const char *label = _ (statuses[syn_import_entry_get_status (entry)].label);
  guint n = syn_import_entry_get_n_articles (entry);
  const char *message = syn_import_entry_get_message (entry);
  g_autofree char *articles = NULL;

  if (syn_import_entry_get_status (entry) == SYN_IMPORT_SKIPPED)
    return g_strdup_printf ("%s — %s", label, message != NULL ? message : "");
  articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n), n);
  if (message == NULL)
    return g_strdup_printf ("%s: %s", label, articles);
  return g_strdup_printf ("%s: %s — %s", label, articles, message);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  SynImportEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *path = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  GtkWidget *second = gtk_widget_get_next_sibling (path);
  SynImportStatus status = syn_import_entry_get_status (entry);
  g_autofree char *text = describe (entry);
  g_autofree char *name = NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), statuses[status].icon);
  syn_compat_set_tooltip (icon, _ (statuses[status].label));
  gtk_label_set_text (GTK_LABEL (path), syn_import_entry_get_path (entry));
  gtk_label_set_text (GTK_LABEL (second), text);
  name = g_strdup_printf ("%s, %s", syn_import_entry_get_path (entry), text);
  syn_compat_name_row (gtk_list_item_get_child (item), name);
}

static void
syn_report_dialog_class_init (SynReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SynReportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, SynReportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SynReportDialog, orphans);
  gtk_widget_class_bind_template_child (widget_class, SynReportDialog, orphan_list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_report_dialog_init (SynReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Nothing disappears in silence: what hung on words that are gone is named with them. */
static void
list_orphans (SynReportDialog *self, GPtrArray *orphans)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; orphans != NULL && i < orphans->len; i++)
    {
      const SynOrphan *orphan = g_ptr_array_index (orphans, i);

      g_string_append_printf (lines, "%s“%s” — %s", i > 0 ? "\n" : "",
                              orphan->anchor->quote != NULL ? orphan->anchor->quote : "",
                              orphan->text != NULL ? orphan->text : "");
    }
  gtk_label_set_text (self->orphan_list, lines->str);
  gtk_widget_set_visible (self->orphans, lines->len > 0);
}

GtkWindow *
syn_report_dialog_new (GtkWindow *parent, GListModel *report, GPtrArray *orphans)
{
  SynReportDialog *self = g_object_new (SYN_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (report));
  g_autofree char *summary = syn_import_report_summary (report);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  adw_window_title_set_subtitle (self->heading, summary);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  list_orphans (self, orphans);
  return GTK_WINDOW (self);
}
