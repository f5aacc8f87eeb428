/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-verdict-bar.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-format.h"

/* Letters that fit into a third of the panel. */
#define LONG_LABEL 10

struct _SynVerdictBar
{
  GtkWidget parent_instance;
  gboolean stacked;
};

enum
{
  PROP_0,
  PROP_STACKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynVerdictBar, syn_verdict_bar, GTK_TYPE_WIDGET)

static GtkWidget *
make_keycap (SynVerdict verdict)
{
  char digit[] = { (char) ('0' + verdict), '\0' };
  GtkWidget *keycap = gtk_label_new (digit);

  gtk_widget_add_css_class (keycap, "keycap");
  gtk_widget_set_valign (keycap, GTK_ALIGN_CENTER);
  return keycap;
}

static GtkWidget *
make_content (SynVerdictBar *self, SynVerdict verdict)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (syn_verdict_icon (verdict));
  GtkWidget *label = gtk_label_new (syn_verdict_label (verdict));
  GtkWidget *box = gtk_box_new (
      self->stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, self->stacked ? 4 : 8);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_widget_add_css_class (icon, syn_verdict_class (verdict));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (top, GTK_ALIGN_CENTER);
  if (self->stacked)
    {
      gtk_box_append (GTK_BOX (top), icon);
      gtk_box_append (GTK_BOX (top), make_keycap (verdict));
      gtk_box_append (GTK_BOX (box), top);
      gtk_box_append (GTK_BOX (box), label);
      return box;
    }
  g_object_ref_sink (top);
  g_object_unref (top);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_keycap (verdict));
  return box;
}

static void
add_button (SynVerdictBar *self, SynVerdict verdict)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *class = g_strconcat (syn_verdict_class (verdict), "-button", NULL);
  g_autofree char *tooltip = g_strdup_printf ("%s (%u)", syn_verdict_label (verdict), verdict);

  gtk_button_set_child (GTK_BUTTON (button), make_content (self, verdict));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.tag");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", syn_verdict_to_string (verdict));
  gtk_widget_add_css_class (button, "verdict-button");
  gtk_widget_add_css_class (button, class);
  syn_compat_set_tooltip (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  syn_verdict_label (verdict), -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/* In some languages a third of a panel is less than a word. */
static gboolean
has_long_label (void)
{
  for (guint verdict = SYN_VERDICT_CONFIRMED; verdict < SYN_N_VERDICTS; verdict++)
    if (g_utf8_strlen (syn_verdict_label (verdict), -1) > LONG_LABEL)
      return TRUE;
  return FALSE;
}

/* Each as wide as its word needs. */
static void
tighten (SynVerdictBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), FALSE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
}

static void
syn_verdict_bar_constructed (GObject *object)
{
  SynVerdictBar *self = SYN_VERDICT_BAR (object);

  G_OBJECT_CLASS (syn_verdict_bar_parent_class)->constructed (object);
  for (guint verdict = SYN_VERDICT_CONFIRMED; verdict < SYN_N_VERDICTS; verdict++)
    add_button (self, verdict);
  if (self->stacked && has_long_label ())
    tighten (self);
}

static void
syn_verdict_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STACKED)
    SYN_VERDICT_BAR (object)->stacked = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
syn_verdict_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_verdict_bar_parent_class)->dispose (object);
}

static void
syn_verdict_bar_class_init (SynVerdictBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = syn_verdict_bar_constructed;
  object_class->set_property = syn_verdict_bar_set_property;
  object_class->dispose = syn_verdict_bar_dispose;
  properties[PROP_STACKED] = g_param_spec_boolean (
      "stacked", NULL, NULL, FALSE,
      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "verdictbar");
}

static void
syn_verdict_bar_init (SynVerdictBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}
