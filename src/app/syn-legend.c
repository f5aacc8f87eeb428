/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-legend.h"

#include <glib/gi18n-lib.h>

#include "syn-mark-choice.h"
#include "syn-mark-sample.h"

#define HEIGHT_MOST 640

struct _SynLegend
{
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (SynLegend, syn_legend, GTK_TYPE_POPOVER)

typedef struct
{
  SynMarkKind kind;
  const char *icon; /* NULL where the mark has none */
  const char *name;
  const char *meaning;
  const char *words; /* of the sample */
} Entry;

static const Entry matches[] = {
  { SYN_MARK_COPIED, "syn-copied-symbolic", N_ ("Copied"), N_ ("the same words"), N_ ("collided in thick fog") },
  { SYN_MARK_SAME, "syn-same-symbolic", N_ ("Same"), N_ ("the same in other words"), N_ ("ran into a barge") },
  { SYN_MARK_RELATED, "syn-related-symbolic", N_ ("Related"), N_ ("part of it"), N_ ("a ferry has collided") },
  { SYN_MARK_DIFFERENCE, NULL, N_ ("Differing words"), N_ ("what the text beside it has not"),
    N_ ("a loaded gravel barge") },
  { SYN_MARK_VARIANT, "syn-variant-symbolic", N_ ("Variant"), N_ ("written otherwise; under the pointer"),
    N_ ("nine knots") },
};

static const Entry conflicts[] = {
  { SYN_MARK_DIRECT, "syn-conflict-symbolic", N_ ("Direct conflict"), N_ ("both cannot be true"), N_ ("Fourteen") },
  { SYN_MARK_TENSION, "syn-tension-symbolic", N_ ("Tension"), N_ ("hedged, dated or put otherwise"),
    N_ ("At least twelve") },
};

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_heading (GtkGrid *grid, int *row, const char *text)
{
  GtkWidget *label = make_label (text, "legend-heading");

  gtk_grid_attach (grid, label, 0, (*row)++, 4, 1);
}

static void
add_names (GtkGrid *grid, int row, const char *icon, const char *name, const char *meaning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (icon != NULL)
    gtk_grid_attach (grid,
                     g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL),
                     0, row, 1, 1);
  gtk_box_append (GTK_BOX (box), make_label (name, "legend-name"));
  gtk_box_append (GTK_BOX (box), make_label (meaning, "second"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_grid_attach (grid, box, 1, row, 1, 1);
}

static void
add_sample (GtkGrid *grid, int row, GtkWidget *sample)
{
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_grid_attach (grid, sample, 2, row, 1, 1);
}

static void
add_mark (GtkGrid *grid, int *row, const Entry *entry)
{
  GtkWidget *toggle = gtk_switch_new ();
  g_autofree char *action = g_strconcat ("win.marks-", syn_mark_kind_to_string (entry->kind), NULL);

  add_names (grid, *row, entry->icon, _ (entry->name), _ (entry->meaning));
  add_sample (grid, *row, syn_mark_sample_new (entry->kind, _ (entry->words)));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (toggle, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (entry->name),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (entry->meaning), -1);
  gtk_grid_attach (grid, toggle, 3, (*row)++, 1, 1);
}

static void
add_ribbons (GtkGrid *grid, int *row)
{
  static const struct
  {
    const char *target;
    const char *name;
  } choices[] = {
    { "all", N_ ("All") },
    { "active", N_ ("Only of the selected claim") },
    { "off", N_ ("None") },
  };
  GtkWidget *group = NULL;

  add_names (grid, *row, NULL, _ ("Proposed"), _ ("by the program"));
  add_sample (grid, (*row)++, syn_mark_sample_new_ribbon (FALSE));
  add_names (grid, *row, NULL, _ ("Your own"), _ ("linked by you"));
  add_sample (grid, (*row)++, syn_mark_sample_new_ribbon (TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_ (choices[i].name));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.ribbons");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", choices[i].target);
      if (group == NULL)
        group = button;
      else
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
      gtk_grid_attach (grid, button, 1, (*row)++, 3, 1);
    }
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "legend");
  add_heading (GTK_GRID (grid), &row, _ ("Matches"));
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    add_mark (GTK_GRID (grid), &row, &matches[i]);
  add_heading (GTK_GRID (grid), &row, _ ("Conflicts"));
  for (guint i = 0; i < G_N_ELEMENTS (conflicts); i++)
    add_mark (GTK_GRID (grid), &row, &conflicts[i]);
  add_heading (GTK_GRID (grid), &row, _ ("Lines and Ribbons in Read"));
  add_ribbons (GTK_GRID (grid), &row);
  return grid;
}

/* A switch leaves Space to its window, but before the window the button that the legend hangs on would take it. */
static gboolean
activate_focus_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) && gtk_widget_activate (focus);
}

static void
syn_legend_class_init (SynLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_focus_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, activate_focus_cb, NULL);
}

static void
syn_legend_init (SynLegend *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), HEIGHT_MOST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), make_grid ());
  gtk_popover_set_child (GTK_POPOVER (self), window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Marks"), -1);
}

GtkWidget *
syn_legend_new (void)
{
  return g_object_new (SYN_TYPE_LEGEND, NULL);
}
