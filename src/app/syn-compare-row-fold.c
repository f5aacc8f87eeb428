/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-row-private.h"

/* The line that stands for the rows of a fold, and above them while it is open. */

static GtkWidget *
make_fold (SynCompareRow *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fold");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (syn_compare_row_emit_fold_toggled),
                            self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

void
syn_compare_row_bind_fold (SynCompareRow *self)
{
  const SynFold *fold = syn_row_folds_get (self->frame->folds, self->index);
  gboolean begins = fold != NULL && fold->first == self->index;
  g_autofree char *words = NULL;
  GtkWidget *box;

  self->shut = fold != NULL && !fold->open;
  self->card = self->frame->narrow || (fold != NULL && fold->open && fold->kind == SYN_FOLD_SPINES);
  if (begins && self->fold == NULL)
    self->fold = make_fold (self);
  if (self->fold != NULL)
    gtk_widget_set_visible (self->fold, begins);
  if (!begins)
    return;
  words = syn_row_folds_describe (fold, self->session);
  box = gtk_button_get_child (GTK_BUTTON (self->fold));
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)),
                                fold->open ? "pan-down-symbolic"
                                : gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                                    ? "pan-end-symbolic-rtl"
                                    : "pan-end-symbolic");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED,
                               fold->open, -1);
}

void
syn_compare_row_focus_fold (SynCompareRow *self)
{
  g_return_if_fail (SYN_IS_COMPARE_ROW (self));

  if (syn_widget_is_shown (self->fold))
    gtk_widget_grab_focus (self->fold);
}
