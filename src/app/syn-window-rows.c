/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-settings.h"
#include "syn-window-private.h"

/* How the rows of Compare are ordered and folded. */

static const char *const orders[] = {
  [SYN_ROW_ORDER_PIVOT] = "pivot",
  [SYN_ROW_ORDER_TIME] = "time",
  [SYN_ROW_ORDER_CLAIM] = "claim",
};

static void
order_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SynWindow *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (g_variant_get_string (state, NULL), orders[i]))
      {
        g_simple_action_set_state (action, state);
        syn_settings_set_string ("row-order", orders[i]);
        syn_session_set_row_order (self->session, (SynRowOrder) i);
      }
}

static void
fold_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  syn_settings_set_boolean (g_action_get_name (G_ACTION (action)), g_variant_get_boolean (state));
}

static void
toggle_fold_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_compare_view_toggle_fold (((SynWindow *) user_data)->compare_view);
}

static const GActionEntry entries[] = {
  { .name = "fold-alone", .state = "false", .change_state = fold_cb },
  { .name = "fold-copied", .state = "false", .change_state = fold_cb },
  { .name = "row-order", .parameter_type = "s", .state = "'pivot'", .change_state = order_cb },
  { .name = "toggle-fold", .activate = toggle_fold_cb },
};

static void
restore (SynWindow *self, const char *key)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), key, syn_settings_get (key));
}

void
syn_window_install_rows (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  restore (self, "fold-alone");
  restore (self, "fold-copied");
  restore (self, "row-order");
}
