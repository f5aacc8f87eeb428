/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-history.h"

#include <glib/gi18n-lib.h>

#include "syn-claim-parts.h"
#include "syn-format.h"

const char *
syn_claim_history_icon (const char *verb)
{
  static const struct
  {
    const char *verb;
    const char *icon;
  } icons[] = {
    { "link", "syn-same-symbolic" },           { "unlink", "syn-related-symbolic" },
    { "dismiss", "syn-conflict-symbolic" },    { "note", "document-edit-symbolic" },
    { "wording", "document-edit-symbolic" },   { "evidence", "mail-attachment-symbolic" },
    { "undo", "edit-undo-symbolic" },          { "redo", "edit-redo-symbolic" },
    { "revert", "edit-undo-symbolic" },        { "tag", "object-select-symbolic" },
    { "settle", "syn-settled-symbolic" },      { "unsettle", "syn-open-symbolic" },
    { "label", "syn-value-symbolic" },         { "unlabel", "syn-value-symbolic" },
    { "stance", "syn-says-symbolic" },         { "comment", "syn-attributes-symbolic" },
    { "remove", "edit-delete-symbolic" },      { "split", "edit-cut-symbolic" },
    { "merge", "list-add-symbolic" },          { "new-claim", "list-add-symbolic" },
    { "statements", "view-list-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (verb, icons[i].verb) == 0)
      return icons[i].icon;
  return "document-open-recent-symbolic";
}

char *
syn_claim_history_dup_line (SynWorkspace *workspace, const char *annotator, const char *text)
{
  g_autofree char *me = syn_workspace_dup_annotator (workspace);

  if (annotator == NULL || *annotator == '\0' || g_strcmp0 (annotator, me) == 0)
    /* Translators: what the reader did, after "You": "You linked Harbour Post – Tide Daily". */
    return g_strdup_printf (_ ("You %s"), text);
  return g_strdup_printf ("%s %s", annotator, text);
}

static GtkWidget *
make_label (const char *text, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "second");
  return label;
}

void
syn_claim_history_append (GtkBox *history, const char *icon_name, const char *text, const char *time)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = make_label (text, TRUE);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  if (time != NULL)
    gtk_box_append (GTK_BOX (box), make_label (time, FALSE));
  gtk_box_append (history, box);
}

void
syn_claim_history_fill (GtkBox *box, SynWorkspace *workspace, GPtrArray *entries)
{
  syn_claim_box_clear (box);
  for (guint i = 0; i < entries->len; i++)
    {
      const SynHistoryEntry *entry = entries->pdata[i];
      g_autofree char *time = syn_format_moment (entry->time);
      g_autofree char *text = syn_claim_history_dup_line (workspace, entry->annotator, entry->text);

      syn_claim_history_append (box, syn_claim_history_icon (entry->verb), text, time);
    }
}
