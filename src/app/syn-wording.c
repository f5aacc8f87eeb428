/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-wording.h"

#include "syn-mark-painter.h"
#include "syn-palette.h"
#include "syn-statement-view.h"

#define AIR SYN_WORDING_AIR

struct _SynWording
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GArray *marks; /* SynTextMark */
};

G_DEFINE_FINAL_TYPE (SynWording, syn_wording, GTK_TYPE_WIDGET)

static void
syn_wording_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynWording *self = SYN_WORDING (widget);

  if (self->marks != NULL)
    syn_paint_marks (widget, snapshot, GTK_LABEL (self->label), self->marks, TRUE);
  GTK_WIDGET_CLASS (syn_wording_parent_class)->snapshot (widget, snapshot);
}

static void
syn_wording_dispose (GObject *object)
{
  SynWording *self = SYN_WORDING (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (syn_wording_parent_class)->dispose (object);
}

static void
syn_wording_class_init (SynWordingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_wording_dispose;
  widget_class->snapshot = syn_wording_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "wording");
}

static void
syn_wording_init (SynWording *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                              "max-width-chars", SYN_WORDING_CHARS, "width-chars", SYN_WORDING_CHARS, NULL);
  gtk_widget_add_css_class (self->label, "reading");
  gtk_widget_add_css_class (self->label, "statement");
  gtk_widget_set_margin_start (self->label, AIR);
  gtk_widget_set_margin_end (self->label, AIR);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  syn_palette_watch (GTK_WIDGET (self));
}

GtkWidget *
syn_wording_new (void)
{
  return g_object_new (SYN_TYPE_WORDING, NULL);
}

void
syn_wording_set_text (SynWording *self, const char *text, GArray *marks, const char *language)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (SYN_IS_WORDING (self));
  g_return_if_fail (marks != NULL);

  attributes = syn_text_marks_new_attributes (marks, text, language);
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  gtk_widget_set_direction (self->label, syn_language_direction (language));
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
