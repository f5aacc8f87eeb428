/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-mark-sample.h"

#include "syn-mark-painter.h"
#include "syn-palette.h"
#include "syn-read-paint.h"
#include "syn-ribbon.h"
#include "syn-statement-view.h"

/* Boxes stand out from the words by so much. */
#define AIR 4
#define RIBBON_HEIGHT 22
#define RIBBON_RUN 104
#define ASCENT 0.76

struct _SynMarkSample
{
  GtkWidget parent_instance;

  GtkWidget *label; /* NULL for a ribbon */
  SynMarkKind kind;
  gboolean own;
};

G_DEFINE_FINAL_TYPE (SynMarkSample, syn_mark_sample, GTK_TYPE_WIDGET)

static void
snapshot_line (SynMarkSample *self, GtkSnapshot *snapshot, const graphene_rect_t *words)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  const SynReadSpan span = { .kind = self->kind, .segments = segments };

  g_array_append_vals (segments, words, 1);
  syn_read_paint_underline (GTK_WIDGET (self), snapshot, &span, 0, ASCENT, SYN_EMPHASIS_PLAIN);
}

static void
snapshot_mark (SynMarkSample *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SynTextMark));
  const SynTextMark mark = { 0, (guint) strlen (gtk_label_get_text (GTK_LABEL (self->label))), self->kind, NULL, 0 };

  g_array_append_val (marks, mark);
  syn_paint_marks (GTK_WIDGET (self), snapshot, GTK_LABEL (self->label), marks, TRUE);
}

static void
syn_mark_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynMarkSample *self = SYN_MARK_SAMPLE (widget);
  graphene_rect_t words;

  if (self->label == NULL)
    {
      syn_ribbon_paint_curve (widget, snapshot, self->own, 4, gtk_widget_get_height (widget) - 4);
      return;
    }
  if (!gtk_widget_compute_bounds (self->label, widget, &words))
    return;
  if (self->kind <= SYN_MARK_RELATED)
    snapshot_line (self, snapshot, &words);
  else
    snapshot_mark (self, snapshot);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
syn_mark_sample_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SynMarkSample *self = SYN_MARK_SAMPLE (widget);

  if (self->label == NULL)
    {
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? RIBBON_RUN : RIBBON_HEIGHT;
      return;
    }
  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
  *minimum += 2 * AIR;
  *natural += 2 * AIR;
}

static void
syn_mark_sample_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynMarkSample *self = SYN_MARK_SAMPLE (widget);
  int least, wanted;

  if (self->label == NULL)
    return;
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  wanted = CLAMP (wanted, least, MAX (width - 2 * AIR, least));
  gtk_widget_size_allocate (
      self->label,
      &(GtkAllocation) { gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - AIR - wanted : AIR, AIR,
                         wanted, height - 2 * AIR },
      -1);
}

static void
syn_mark_sample_dispose (GObject *object)
{
  g_clear_pointer (&SYN_MARK_SAMPLE (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (syn_mark_sample_parent_class)->dispose (object);
}

static void
syn_mark_sample_class_init (SynMarkSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_mark_sample_dispose;
  widget_class->snapshot = syn_mark_sample_snapshot;
  widget_class->measure = syn_mark_sample_measure;
  widget_class->size_allocate = syn_mark_sample_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "marksample");
  /* What it shows is said beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
syn_mark_sample_init (SynMarkSample *self)
{
  syn_palette_watch (GTK_WIDGET (self));
}

GtkWidget *
syn_mark_sample_new (SynMarkKind kind, const char *words)
{
  SynMarkSample *self = g_object_new (SYN_TYPE_MARK_SAMPLE, NULL);

  g_return_val_if_fail (words != NULL, NULL);

  self->kind = kind;
  self->label = g_object_new (GTK_TYPE_LABEL, "label", words, "ellipsize", PANGO_ELLIPSIZE_END,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->label, "reading");
  gtk_widget_add_css_class (self->label, "statement");
  if (kind == SYN_MARK_DIRECT)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
    }
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkWidget *
syn_mark_sample_new_ribbon (gboolean own)
{
  SynMarkSample *self = g_object_new (SYN_TYPE_MARK_SAMPLE, NULL);

  self->own = own;
  return GTK_WIDGET (self);
}
