/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-row.h"

#include "syn-compat.h"
#include "syn-format.h"

struct _SynClaimRow
{
  GtkWidget parent_instance;
  SynClaimItem *item;
  GtkImage *verdict;
  GtkLabel *title;
  GtkImage *conflict_icon;
  GtkLabel *detail;
  const char *verdict_class;
};

G_DEFINE_FINAL_TYPE (SynClaimRow, syn_claim_row, GTK_TYPE_WIDGET)

static void
show_verdict (SynClaimRow *self)
{
  const SynVerdict verdict = syn_claim_item_get_verdict (self->item);

  if (self->verdict_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), self->verdict_class);
  self->verdict_class = syn_verdict_class (verdict);
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict), self->verdict_class);
  gtk_image_set_from_icon_name (self->verdict, syn_claim_item_get_state_icon (self->item));
  syn_compat_set_tooltip (GTK_WIDGET (self->verdict), syn_claim_item_get_state_label (self->item));
  if (syn_claim_item_is_open (self->item))
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "open");
}

static void
update (SynClaimRow *self)
{
  g_autofree char *detail = NULL;
  g_autofree char *label = NULL;
  g_autofree char *icon = NULL;

  g_object_get (self->item, "detail", &detail, "accessible-label", &label, "conflict-icon", &icon,
                NULL);
  show_verdict (self);
  gtk_label_set_text (self->title, syn_claim_item_get_title (self->item));
  syn_compat_set_tooltip (GTK_WIDGET (self->title), syn_claim_item_get_title (self->item));
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_icon), icon != NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (self->conflict_icon, icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  syn_compat_name_row (GTK_WIDGET (self), label);
}

static void
syn_claim_row_dispose (GObject *object)
{
  SynClaimRow *self = SYN_CLAIM_ROW (object);
  GtkWidget *child;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_claim_row_parent_class)->dispose (object);
}

static void
syn_claim_row_class_init (SynClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_row_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SynClaimRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, SynClaimRow, title);
  gtk_widget_class_bind_template_child (widget_class, SynClaimRow, conflict_icon);
  gtk_widget_class_bind_template_child (widget_class, SynClaimRow, detail);
}

static void
syn_claim_row_init (SynClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_claim_row_new (void)
{
  return g_object_new (SYN_TYPE_CLAIM_ROW, NULL);
}

void
syn_claim_row_set_item (SynClaimRow *self, SynClaimItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

SynClaimItem *
syn_claim_row_get_item (SynClaimRow *self)
{
  return self->item;
}
