/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-evidence.h"

#include <glib/gi18n-lib.h>

#include "store/syn-anchor.h"
#include "store/syn-article-store.h"
#include "syn-claim-parts.h"
#include "syn-compat.h"

/* The statement that @anchor stands for now, or -1. */
static gint
find_statement (SynComparison *comparison, const SynAnchor *anchor)
{
  for (guint i = 0; i < syn_comparison_get_n_articles (comparison); i++)
    {
      SynArticle *article = syn_comparison_get_article (comparison, i);
      g_autofree char *key = syn_article_store_dup_key (article);
      SynSpan span;

      if ((g_strcmp0 (key, anchor->article_key) == 0 || g_strcmp0 (syn_article_get_path (article), anchor->path) == 0)
          && syn_anchor_find (anchor, article, &span, NULL))
        return syn_comparison_find_statement (comparison, i, span.start);
    }
  return -1;
}

static void
go_cb (GtkButton *button, SynSession *session)
{
  const SynAnchor *anchor = g_object_get_data (G_OBJECT (button), "anchor");
  SynComparison *comparison = syn_session_get_comparison (session);
  gint statement = comparison != NULL ? find_statement (comparison, anchor) : -1;

  if (statement >= 0)
    syn_session_reveal (session, (guint) statement);
}

static void
open_cb (GtkButton *button, gpointer user_data)
{
  syn_compat_open_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))),
                       g_object_get_data (G_OBJECT (button), "address"));
}

/* A kept file on its way out of the workspace. */
typedef struct
{
  SynWorkspace *workspace;
  GtkWindow *window;
  char *sha256;
  GFile *to;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->workspace);
  g_object_unref (copy->window);
  g_clear_object (&copy->to);
  g_free (copy->sha256);
  g_free (copy);
}

static gboolean
run_copy (SynWorkspace *workspace, gpointer data, GError **error)
{
  Copy *copy = data;
  g_autoptr (GBytes) bytes = syn_workspace_dup_file (workspace, copy->sha256, error);

  return bytes != NULL
         && g_file_replace_contents (copy->to, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                     G_FILE_CREATE_NONE, NULL, NULL, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Copy *copy = syn_workspace_run_get_data (result);

  if (!syn_workspace_run_finish (SYN_WORKSPACE (source), result, &error))
    syn_compat_alert (copy->window, _ ("That did not work"),
                      error != NULL ? error->message : _ ("The file is not in the workspace."));
}

static void
chosen_cb (GPtrArray *files, gpointer user_data)
{
  Copy *copy = user_data;

  copy->to = g_object_ref (files->pdata[0]);
  syn_workspace_run_async (copy->workspace, run_copy, copy, copy_free, NULL, copied_cb, NULL);
}

static void
save_cb (GtkButton *button, SynSession *session)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->workspace = g_object_ref (syn_session_get_workspace (session));
  copy->window = g_object_ref (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
  copy->sha256 = g_strdup (g_object_get_data (G_OBJECT (button), "sha256"));
  syn_compat_choose_files (copy->window, SYN_CHOOSE_SAVE, _ ("Save a Copy"),
                           g_object_get_data (G_OBJECT (button), "name"), chosen_cb, copy);
}

static GtkWidget *
make_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static char *
describe (const SynEvidence *evidence)
{
  if (g_strcmp0 (evidence->kind, "statement") == 0)
    return g_strdup (_ ("statement in this comparison"));
  if (g_strcmp0 (evidence->kind, "file") == 0 && evidence->sha256 != NULL)
    return g_strdup_printf (_ ("%s · kept in the workspace"), evidence->target);
  return g_strdup (evidence->target);
}

static GtkWidget *
make_content (const SynEvidence *evidence, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const gboolean is_url = g_strcmp0 (evidence->kind, "url") == 0;
  const gboolean is_statement = g_strcmp0 (evidence->kind, "statement") == 0;
  GtkWidget *icon = gtk_image_new_from_icon_name (is_url         ? "web-browser-symbolic"
                                                  : is_statement ? "syn-attributes-symbolic"
                                                                 : "text-x-generic-symbolic");
  g_autofree char *second = describe (evidence);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), make_label (label, "source-name"));
  if (g_strcmp0 (second, label) != 0)
    gtk_box_append (GTK_BOX (texts), make_label (second, "second"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  return box;
}

/* What activating it does, if anything. */
static const char *
connect_line (GtkWidget *button, SynSession *session, const SynEvidence *evidence)
{
  if (g_strcmp0 (evidence->kind, "statement") == 0 && evidence->anchor != NULL)
    {
      g_object_set_data_full (G_OBJECT (button), "anchor", syn_anchor_copy (evidence->anchor),
                              (GDestroyNotify) syn_anchor_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (go_cb), session, 0);
      return _ ("Go to the Statement");
    }
  if (g_strcmp0 (evidence->kind, "url") == 0)
    {
      g_object_set_data_full (G_OBJECT (button), "address", g_strdup (evidence->target), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (open_cb), NULL);
      return _ ("Open in the Browser");
    }
  if (g_strcmp0 (evidence->kind, "file") == 0 && evidence->sha256 != NULL)
    {
      g_object_set_data_full (G_OBJECT (button), "sha256", g_strdup (evidence->sha256), g_free);
      g_object_set_data_full (G_OBJECT (button), "name", g_strdup (evidence->target), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (save_cb), session, 0);
      return _ ("Save a Copy…");
    }
  return NULL;
}

static GtkWidget *
make_line (SynSession *session, const SynEvidence *evidence)
{
  const char *label
      = evidence->label != NULL && *evidence->label != '\0' ? evidence->label : evidence->target;
  GtkWidget *button = gtk_button_new ();
  const char *what = connect_line (button, session, evidence);
  g_autofree char *name = what != NULL ? g_strdup_printf ("%s: %s", label, what) : g_strdup (label);

  gtk_button_set_child (GTK_BUTTON (button), make_content (evidence, label));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "source-line");
  syn_compat_set_tooltip (button, what);
  gtk_widget_set_can_target (button, what != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

void
syn_claim_evidence_fill (GtkBox *box, SynSession *session, const SynClaimRecord *record)
{
  syn_claim_box_clear (box);
  if (record == NULL || record->evidence->len == 0)
    {
      gtk_box_append (box, make_label (_ ("None yet."), "second"));
      return;
    }
  for (guint i = 0; i < record->evidence->len; i++)
    gtk_box_append (box, make_line (session, record->evidence->pdata[i]));
}
