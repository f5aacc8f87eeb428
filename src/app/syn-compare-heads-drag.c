/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-heads-private.h"

/* A column is dragged by its head; the keyboard has "Move towards Start" and "Move towards End". */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer article)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, GPOINTER_TO_UINT (article));
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer article)
{
  GtkWidget *head = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (head);

  gtk_drag_source_set_icon (source, picture, 16, 16);
}

void
syn_compare_heads_add_drag (GtkWidget *head, guint article)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  /* Before the button takes the press for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), GUINT_TO_POINTER (article));
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), GUINT_TO_POINTER (article));
  gtk_widget_add_controller (head, GTK_EVENT_CONTROLLER (source));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, SynCompareHeads *self)
{
  syn_compare_heads_drop (self, g_value_get_uint (value), x);
  return TRUE;
}

void
syn_compare_heads_accept_drops (SynCompareHeads *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
