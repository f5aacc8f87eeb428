/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-tour.h"

#include <glib/gi18n-lib.h>

struct _SynTour
{
  GtkWidget parent_instance;
  GtkLabel *title;
  GtkLabel *body;
  GtkLabel *count;
  GtkButton *back;
  GtkButton *next;
  guint step;
  guint n_steps;
};

enum
{
  STEP,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynTour, syn_tour, GTK_TYPE_WIDGET)

static void
back_cb (GtkButton *button, SynTour *self)
{
  g_signal_emit (self, signals[STEP], 0, self->step - 1);
}

static void
next_cb (GtkButton *button, SynTour *self)
{
  if (self->step + 1 < self->n_steps)
    g_signal_emit (self, signals[STEP], 0, self->step + 1);
  else
    g_signal_emit (self, signals[ENDED], 0);
}

static void
close_cb (GtkButton *button, SynTour *self)
{
  g_signal_emit (self, signals[ENDED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit (widget, signals[ENDED], 0);
  return GDK_EVENT_STOP;
}

static void
syn_tour_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_tour_parent_class)->dispose (object);
}

static void
syn_tour_class_init (SynTourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_tour_dispose;
  signals[STEP] = g_signal_new ("step", SYN_TYPE_TOUR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ENDED] = g_signal_new ("ended", SYN_TYPE_TOUR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tour");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/tour.ui");
  gtk_widget_class_bind_template_child (widget_class, SynTour, title);
  gtk_widget_class_bind_template_child (widget_class, SynTour, body);
  gtk_widget_class_bind_template_child (widget_class, SynTour, count);
  gtk_widget_class_bind_template_child (widget_class, SynTour, back);
  gtk_widget_class_bind_template_child (widget_class, SynTour, next);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
syn_tour_init (SynTour *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_tour_new (void)
{
  return g_object_new (SYN_TYPE_TOUR, NULL);
}

void
syn_tour_show (SynTour *self, guint step, guint n_steps, const char *title, const char *body)
{
  /* Translators: which step of the tour, of how many */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), step + 1, n_steps);
  g_autofree char *name = g_strdup_printf ("%s. %s", title, body);

  g_return_if_fail (SYN_IS_TOUR (self) && step < n_steps);
  self->step = step;
  self->n_steps = n_steps;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->body, body);
  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), step > 0);
  gtk_button_set_label (self->next, step + 1 < n_steps ? _ ("_Next") : _ ("_Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
