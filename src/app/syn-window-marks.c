/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-legend.h"
#include "syn-mark-choice.h"
#include "syn-settings.h"
#include "syn-window-private.h"

/* Which marks are shown: an action for each kind, so that the legend, a key and assistive tools take one path. */

static char *
action_name (SynMarkKind kind)
{
  return g_strconcat ("marks-", syn_mark_kind_to_string (kind), NULL);
}

/* The settings are the truth; the states follow. */
static void
update_states_cb (gpointer object, const char *key)
{
  SynMarkKinds kinds = syn_mark_choice_get_kinds ();
  g_autoptr (GVariant) ribbons = syn_settings_get ("ribbons");
  g_autoptr (GVariant) citation = syn_settings_get ("copy-with-citation");

  for (guint kind = 0; kind < SYN_N_MARK_KINDS; kind++)
    {
      g_autofree char *name = action_name (kind);
      GAction *action = g_action_map_lookup_action (object, name);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (syn_mark_kinds_has (kinds, kind)));
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (object, "ribbons")), ribbons);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (object, "copy-with-citation")), citation);
}

static void
kind_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  for (guint kind = 0; kind < SYN_N_MARK_KINDS; kind++)
    {
      g_autofree char *name = action_name (kind);

      if (g_str_equal (name, g_action_get_name (G_ACTION (action))))
        syn_mark_choice_set_kind (kind, g_variant_get_boolean (state));
    }
}

static void
ribbons_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  static const char *const values[] = { "all", "active", "off", NULL };

  if (g_strv_contains (values, g_variant_get_string (state, NULL)))
    syn_settings_set ("ribbons", state);
}

static void
citation_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  syn_settings_set ("copy-with-citation", state);
}

static void
explain_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  gboolean reading = g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "read") == 0;

  if (reading ? syn_read_view_explain (self->read_view) : syn_compare_view_explain (self->compare_view))
    return;
  if (syn_session_get_comparison (self->session) != NULL)
    syn_window_toast (self, syn_session_get_active_statement (self->session) < 0
                                ? _ ("First choose a statement.")
                                : _ ("Nothing is marked in this statement."));
}

/* Two statements of different articles, by their numbers. */
static gboolean
get_pair (SynWindow *self, GVariant *parameter, guint *out_a, guint *out_b)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  guint n = comparison != NULL ? syn_comparison_get_n_statements (comparison) : 0;

  g_variant_get (parameter, "(uu)", out_a, out_b);
  return *out_a < n && *out_b < n
         && syn_comparison_get_statement (comparison, *out_a)->article
                != syn_comparison_get_statement (comparison, *out_b)->article;
}

static void
link_pair_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  guint a, b;

  if (get_pair (user_data, parameter, &a, &b))
    syn_session_link (SYN_WINDOW (user_data)->session, a, b);
}

static void
unlink_pair_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  guint a, b;

  if (get_pair (user_data, parameter, &a, &b))
    syn_session_unlink (SYN_WINDOW (user_data)->session, a, b);
}

/* In the view of that name. */
static void
show_statement_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const char *view;
  guint statement;

  g_variant_get (parameter, "(&su)", &view, &statement);
  if (comparison == NULL || statement >= syn_comparison_get_n_statements (comparison)
      || adw_view_stack_get_child_by_name (self->views, view) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->views, view);
  syn_session_reveal (self->session, statement);
}

/* In a narrow window the button of its own has no room. */
static void
legend_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  GtkWidget *anchor = gtk_widget_get_mapped (self->view_button) ? self->view_button : GTK_WIDGET (self->menu_button);

  if (self->legend == NULL)
    self->legend = g_object_ref_sink (syn_legend_new ());
  if (gtk_widget_get_parent (self->legend) != anchor)
    {
      if (gtk_widget_get_parent (self->legend) != NULL)
        gtk_widget_unparent (self->legend);
      gtk_widget_set_parent (self->legend, anchor);
    }
  if (gtk_widget_get_visible (self->legend))
    gtk_popover_popdown (GTK_POPOVER (self->legend));
  else if (gtk_widget_get_mapped (anchor))
    gtk_popover_popup (GTK_POPOVER (self->legend));
}

void
syn_window_drop_legend (SynWindow *self)
{
  if (self->legend != NULL && gtk_widget_get_parent (self->legend) != NULL)
    gtk_widget_unparent (self->legend);
  g_clear_object (&self->legend);
}

void
syn_window_install_marks (SynWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "copy-with-citation", .state = "false", .change_state = citation_cb },
    { .name = "explain", .activate = explain_cb },
    { .name = "legend", .activate = legend_cb },
    { .name = "link-pair", .activate = link_pair_cb, .parameter_type = "(uu)" },
    { .name = "show-statement", .activate = show_statement_cb, .parameter_type = "(su)" },
    { .name = "unlink-pair", .activate = unlink_pair_cb, .parameter_type = "(uu)" },
    { .name = "ribbons", .parameter_type = "s", .state = "'all'", .change_state = ribbons_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint kind = 0; kind < SYN_N_MARK_KINDS; kind++)
    {
      g_autofree char *name = action_name (kind);
      const GActionEntry entry = { .name = name, .state = "true", .change_state = kind_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
  update_states_cb (self, NULL);
  syn_mark_choice_watch (update_states_cb, G_OBJECT (self));
  syn_settings_watch ("copy-with-citation", update_states_cb, G_OBJECT (self));
}
