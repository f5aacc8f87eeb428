/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-spine.h"

#include <glib/gi18n-lib.h>

#include "syn-column-head.h"
#include "syn-compat.h"
#include "syn-palette.h"

#define GLYPH 12

struct _SynReadSpine
{
  GtkButton parent_instance;

  SynSource *source;
};

G_DEFINE_FINAL_TYPE (SynReadSpine, syn_read_spine, GTK_TYPE_BUTTON)

static PangoLayout *
make_layout (GtkWidget *widget, const char *text, double scale, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Draws @text in the middle of the spine from @y on; returns where it ends. */
static double
snapshot_centred (GtkWidget *widget, GtkSnapshot *snapshot, const char *text, double y, double scale,
                  gboolean bold, SynColor color)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, scale, bold);
  gint width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - width) / 2, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, syn_palette_get (widget, color));
  gtk_snapshot_restore (snapshot);
  return y + height;
}

/* The name reads upwards, as on the back of a book. */
static double
snapshot_turned (GtkWidget *widget, GtkSnapshot *snapshot, const char *text, double y, double room)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, 0.86, FALSE);
  PangoRectangle words;

  pango_layout_set_width (layout, (gint) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  /* From right to left the words stand at the end of the room. */
  pango_layout_get_pixel_extents (layout, NULL, &words);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - words.height) / 2,
                                                          (float) y + words.width));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-words.x, 0));
  gtk_snapshot_append_layout (snapshot, layout, syn_palette_get (widget, SYN_COLOR_INK2));
  gtk_snapshot_restore (snapshot);
  return y + words.width;
}

static double
snapshot_count (GtkWidget *widget, GtkSnapshot *snapshot, const char *icon, SynColor color, guint n, double y)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  if (n == 0)
    return y;
  syn_palette_snapshot_icon (widget, snapshot, icon, (gtk_widget_get_width (widget) - GLYPH) / 2, y, GLYPH, color);
  return snapshot_centred (widget, snapshot, text, y + GLYPH + 2, 0.82, FALSE, SYN_COLOR_INK) + 6;
}

static void
syn_read_spine_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynReadSpine *self = SYN_READ_SPINE (widget);
  double scale, y;

  GTK_WIDGET_CLASS (syn_read_spine_parent_class)->snapshot (widget, snapshot);
  if (self->source == NULL)
    return;
  scale = gtk_widget_get_width (widget) / (double) SYN_READ_SPINE_WIDTH;
  snapshot_centred (widget, snapshot, syn_source_get_initials (self->source), 10, 0.95, TRUE, SYN_COLOR_INK);
  y = snapshot_turned (widget, snapshot, syn_source_get_name (self->source),
                       SYN_COLUMN_HEAD_HEIGHT * scale + 14, 160 * scale) + 12;
  y = snapshot_count (widget, snapshot, "syn-conflict-symbolic", SYN_COLOR_CONFLICT,
                      syn_source_get_n_conflicts (self->source), y);
  snapshot_count (widget, snapshot, "syn-open-symbolic", SYN_COLOR_INK2, syn_source_get_n_open (self->source), y);
}

static void
syn_read_spine_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        gint           for_size,
                        gint          *minimum,
                        gint          *natural,
                        gint          *minimum_baseline,
                        gint          *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SYN_READ_SPINE_WIDTH : 0;
}

static void
update (SynReadSpine *self)
{
  guint n_conflicts = syn_source_get_n_conflicts (self->source), n_open = syn_source_get_n_open (self->source);
  g_autofree char *conflicts = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u conflict", "%u conflicts", n_conflicts), n_conflicts);
  g_autofree char *open = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u open claim", "%u open claims", n_open), n_open);
  g_autofree char *words = g_strdup_printf (_ ("%s, folded, %s, %s"), syn_source_get_name (self->source),
                                            conflicts, open);

  syn_compat_set_tooltip (GTK_WIDGET (self), syn_source_get_name (self->source));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
syn_read_spine_dispose (GObject *object)
{
  g_clear_object (&SYN_READ_SPINE (object)->source);
  G_OBJECT_CLASS (syn_read_spine_parent_class)->dispose (object);
}

static void
syn_read_spine_class_init (SynReadSpineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_read_spine_dispose;
  widget_class->measure = syn_read_spine_measure;
  widget_class->snapshot = syn_read_spine_snapshot;
}

static void
syn_read_spine_init (SynReadSpine *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "read-spine");
  syn_palette_watch (GTK_WIDGET (self));
}

GtkWidget *
syn_read_spine_new (SynSource *source)
{
  SynReadSpine *self = g_object_new (SYN_TYPE_READ_SPINE, NULL);

  self->source = g_object_ref (source);
  g_signal_connect_object (source, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

SynSource *
syn_read_spine_get_source (SynReadSpine *self)
{
  g_return_val_if_fail (SYN_IS_READ_SPINE (self), NULL);
  return self->source;
}
