/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-panel.h"

#include <glib/gi18n-lib.h>

#include "syn-format.h"
#include "syn-verdict-bar.h"

struct _SynClaimPanel
{
  GtkWidget parent_instance;
  SynSession *session;
  GtkWidget *detail_head;
  GtkLabel *position;
  GtkPaned *paned;
  SynClaimList *list;
  SynClaimDetail *detail;
  GtkWidget *ruled;
  GtkLabel *ruled_label;
};

G_DEFINE_FINAL_TYPE (SynClaimPanel, syn_claim_panel, GTK_TYPE_WIDGET)

static void
update (SynClaimPanel *self)
{
  gint claim = syn_session_get_selected_claim (self->session);
  const SynClaimRecord *record
      = claim >= 0 ? syn_session_get_record (self->session, (guint) claim) : NULL;
  gboolean ruled = record != NULL && record->verdict != SYN_VERDICT_OPEN;
  g_autofree char *position
      = g_strdup_printf (_ ("Claim %u of %u"), syn_claim_list_get_position (self->list),
                         syn_claim_list_get_n_shown (self->list));

  gtk_label_set_text (self->position, position);
  gtk_widget_set_visible (self->ruled, ruled);
  if (ruled)
    {
      g_autofree char *time = syn_format_moment (record->time);
      g_autofree char *text = g_strdup_printf (
          "%s, %s", record->annotator != NULL ? record->annotator : _ ("You"), time);

      gtk_label_set_text (self->ruled_label, text);
    }
}

static void
show_list_cb (SynClaimPanel *self)
{
  syn_claim_panel_show_list (self, TRUE);
}

static void
show_detail (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  syn_claim_panel_show_list (SYN_CLAIM_PANEL (widget), FALSE);
}

static void
previous_cb (SynClaimPanel *self)
{
  syn_claim_list_step (self->list, -1);
}

static void
next_cb (SynClaimPanel *self)
{
  syn_claim_list_step (self->list, 1);
}

static void
syn_claim_panel_dispose (GObject *object)
{
  SynClaimPanel *self = SYN_CLAIM_PANEL (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_claim_panel_parent_class)->dispose (object);
}

static void
syn_claim_panel_class_init (SynClaimPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_panel_dispose;
  g_type_ensure (SYN_TYPE_CLAIM_LIST);
  g_type_ensure (SYN_TYPE_CLAIM_DETAIL);
  g_type_ensure (SYN_TYPE_VERDICT_BAR);
  gtk_widget_class_install_action (widget_class, "claim-panel.show-detail", NULL, show_detail);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, detail_head);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, position);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, paned);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, list);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, detail);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, ruled);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, ruled_label);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
syn_claim_panel_init (SynClaimPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_claim_panel_new (SynSession *session)
{
  SynClaimPanel *self = g_object_new (SYN_TYPE_CLAIM_PANEL, NULL);

  self->session = g_object_ref (session);
  syn_claim_list_set_session (self->list, session);
  syn_claim_detail_set_session (self->detail, session);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

SynClaimList *
syn_claim_panel_get_list (SynClaimPanel *self)
{
  return self->list;
}

SynClaimDetail *
syn_claim_panel_get_detail (SynClaimPanel *self)
{
  return self->detail;
}

void
syn_claim_panel_show_list (SynClaimPanel *self, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), show);
  gtk_widget_set_visible (self->detail_head, !show);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "claim-panel.show-detail", show);
}
