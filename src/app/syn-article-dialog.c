/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-article-dialog.h"

#include <glib/gi18n-lib.h>

enum
{
  FIELD_TITLE,
  FIELD_OUTLET,
  FIELD_BYLINE,
  FIELD_PUBLISHED,
  FIELD_URL,
  FIELD_LANGUAGE,
  N_FIELDS
};

static const char *const field_names[N_FIELDS]
    = { "title", "outlet", "byline", "published", "url", "language" };

struct _SynArticleDialog
{
  AdwWindow parent_instance;
  SynSession *session;
  SynArticle *article;
  GtkWidget *keep_button;
  GtkEditable *title_row;
  GtkEditable *outlet_row;
  GtkEditable *byline_row;
  GtkEditable *published_row;
  GtkEditable *url_row;
  GtkEditable *language_row;
};

G_DEFINE_FINAL_TYPE (SynArticleDialog, syn_article_dialog, ADW_TYPE_WINDOW)

static GtkEditable *
get_row (SynArticleDialog *self, guint field)
{
  GtkEditable *rows[N_FIELDS] = { self->title_row,     self->outlet_row, self->byline_row,
                                  self->published_row, self->url_row,    self->language_row };

  return rows[field];
}

/* ISO 8601 or the beginning of it: a year, a month, a day, a minute. */
static gboolean
is_date (const char *text)
{
  return *text == '\0'
         || g_regex_match_simple ("^\\d{4}(-\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?"
                                  "(Z|[+-]\\d{2}(:?\\d{2})?)?)?)?)?$",
                                  text, 0, 0);
}

static void
published_cb (SynArticleDialog *self)
{
  gboolean valid = is_date (gtk_editable_get_text (self->published_row));

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->published_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->published_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->published_row), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_widget_set_sensitive (self->keep_button, valid);
}

static void
keep_cb (SynArticleDialog *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *text = g_strdup (gtk_editable_get_text (get_row (self, i)));

      g_object_get (self->article, field_names[i], &before, NULL);
      g_strstrip (text);
      if (g_strcmp0 (before != NULL ? before : "", text) != 0)
        syn_session_edit_article (self->session, self->article, field_names[i], text);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
syn_article_dialog_dispose (GObject *object)
{
  SynArticleDialog *self = SYN_ARTICLE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->article);
  G_OBJECT_CLASS (syn_article_dialog_parent_class)->dispose (object);
}

static void
syn_article_dialog_class_init (SynArticleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_article_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SYN_RESOURCE_PATH "/article-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SynArticleDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, SynArticleDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SynArticleDialog, outlet_row);
  gtk_widget_class_bind_template_child (widget_class, SynArticleDialog, byline_row);
  gtk_widget_class_bind_template_child (widget_class, SynArticleDialog, published_row);
  gtk_widget_class_bind_template_child (widget_class, SynArticleDialog, url_row);
  gtk_widget_class_bind_template_child (widget_class, SynArticleDialog, language_row);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, published_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_article_dialog_init (SynArticleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
syn_article_dialog_new (GtkWindow *parent, SynSession *session, SynArticle *article)
{
  SynArticleDialog *self
      = g_object_new (SYN_TYPE_ARTICLE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->article = g_object_ref (article);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *value = NULL;

      g_object_get (article, field_names[i], &value, NULL);
      gtk_editable_set_text (get_row (self, i), value != NULL ? value : "");
    }
  return GTK_WINDOW (self);
}
