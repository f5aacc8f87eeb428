/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-comments.h"

#include <glib/gi18n-lib.h>

#include "syn-claim-parts.h"
#include "syn-format.h"

#define INDENT 16
/* A narrow panel has no room for more; what lies deeper stands under the same edge. */
#define MAX_DEPTH 3

struct _SynClaimComments
{
  GtkWidget parent_instance;
  SynSession *session;
  gint claim;
  char *parent; /* id of the comment that is being answered, or NULL */
  GtkBox *list;
  GtkWidget *answering;
  GtkLabel *answering_label;
  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (SynClaimComments, syn_claim_comments, GTK_TYPE_WIDGET)

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

static void
answer (SynClaimComments *self, const char *parent, const char *who)
{
  g_autofree char *text = who != NULL ? g_strdup_printf (_ ("Answer to %s"), who) : NULL;

  g_free (self->parent);
  self->parent = g_strdup (parent);
  gtk_widget_set_visible (self->answering, parent != NULL);
  gtk_label_set_text (self->answering_label, text != NULL ? text : "");
}

static void
answer_cb (GtkButton *button, SynClaimComments *self)
{
  answer (self, g_object_get_data (G_OBJECT (button), "comment"), g_object_get_data (G_OBJECT (button), "who"));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
stop_answering_cb (SynClaimComments *self)
{
  answer (self, NULL, NULL);
}

static void
send_cb (SynClaimComments *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (*text == '\0' || self->claim < 0)
    return;
  syn_session_add_comment (self->session, self->claim, self->parent, text);
  gtk_editable_set_text (self->entry, "");
  answer (self, NULL, NULL);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        SynClaimComments *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (self->parent != NULL)
    answer (self, NULL, NULL);
  else
    {
      gtk_editable_set_text (self->entry, "");
      gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_BACKWARD);
    }
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_head (SynClaimComments *self, const SynComment *comment)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Answer"));
  g_autofree char *me = syn_workspace_dup_annotator (syn_session_get_workspace (self->session));
  g_autofree char *time = syn_format_moment (comment->time);
  const char *who = g_strcmp0 (comment->annotator, me) == 0 || comment->annotator == NULL ? _ ("You")
                                                                                           : comment->annotator;
  GtkWidget *when = make_label (time, "second");
  g_autofree char *name = g_strdup_printf (_ ("Answer %s: %s"), who, comment->text);

  gtk_widget_set_hexpand (when, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "comment", g_strdup (comment->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "who", g_strdup (who), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (answer_cb), self);
  gtk_box_append (GTK_BOX (head), make_label (who, "comment-name"));
  gtk_box_append (GTK_BOX (head), when);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

static void
append_comment (SynClaimComments *self, const SynComment *comment, guint depth)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = make_label (comment->text, "source-name");

  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (box), make_head (self, comment));
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_margin_start (box, (int) MIN (depth, MAX_DEPTH) * INDENT);
  gtk_box_append (self->list, box);
}

/* Each with the answers to it, oldest first. */
static void
append_thread (SynClaimComments *self, GPtrArray *comments, const char *parent, guint depth)
{
  for (guint i = 0; i < comments->len; i++)
    {
      const SynComment *comment = comments->pdata[i];

      if (g_strcmp0 (comment->parent, parent) != 0)
        continue;
      append_comment (self, comment, depth);
      if (depth < comments->len)
        append_thread (self, comments, comment->id, depth + 1);
    }
}

static void
syn_claim_comments_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&SYN_CLAIM_COMMENTS (object)->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_claim_comments_parent_class)->dispose (object);
}

static void
syn_claim_comments_finalize (GObject *object)
{
  g_free (SYN_CLAIM_COMMENTS (object)->parent);
  G_OBJECT_CLASS (syn_claim_comments_parent_class)->finalize (object);
}

static void
syn_claim_comments_class_init (SynClaimCommentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_comments_dispose;
  G_OBJECT_CLASS (klass)->finalize = syn_claim_comments_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-comments.ui");
  gtk_widget_class_bind_template_child (widget_class, SynClaimComments, list);
  gtk_widget_class_bind_template_child (widget_class, SynClaimComments, answering);
  gtk_widget_class_bind_template_child (widget_class, SynClaimComments, answering_label);
  gtk_widget_class_bind_template_child (widget_class, SynClaimComments, entry);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_answering_cb);
}

static void
syn_claim_comments_init (SynClaimComments *self)
{
  self->claim = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
syn_claim_comments_set_session (SynClaimComments *self, SynSession *session)
{
  g_set_object (&self->session, session);
}

void
syn_claim_comments_show (SynClaimComments *self, gint claim, const SynClaimRecord *record)
{
  if (claim != self->claim)
    answer (self, NULL, NULL);
  self->claim = claim;
  syn_claim_box_clear (self->list);
  if (record != NULL)
    append_thread (self, record->comments, NULL, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), record != NULL && record->comments->len > 0);
}

void
syn_claim_comments_focus (SynClaimComments *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
