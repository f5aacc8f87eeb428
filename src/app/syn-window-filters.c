/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-settings.h"
#include "syn-window-private.h"

/* The order of the list of claims, and the filters that the reader gave a name.  Both go from corpus to corpus with
 * her, so they are settings. */

static SynClaimList *
get_list (SynWindow *self)
{
  return syn_claim_panel_get_list (self->claim_panel);
}

/* The filters that are kept, without @name; @filter: (nullable): the one that goes by it now, in the first place. */
static void
keep_filters (const char *name, GVariant *filter)
{
  g_autoptr (GVariant) saved = syn_settings_get ("claim-filters");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  GVariant *of_other;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa{ss})"));
  if (filter != NULL)
    g_variant_builder_add (&builder, "(s@a{ss})", name, filter);
  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "(&s@a{ss})", &other, &of_other))
    {
      if (!g_str_equal (other, name))
        g_variant_builder_add (&builder, "(s@a{ss})", other, of_other);
      g_variant_unref (of_other);
    }
  syn_settings_set ("claim-filters", g_variant_builder_end (&builder));
}

static void
append_filters (GMenu *menu, const char *action)
{
  g_autoptr (GVariant) saved = syn_settings_get ("claim-filters");
  GVariantIter iter;
  const char *name;
  GVariant *filter;

  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "(&s@a{ss})", &name, &filter))
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, action, "s", name);
      g_menu_append_item (menu, item);
      g_variant_unref (filter);
    }
}

/* The reader's own tags as commands on claims, with their keys. */
static void
append_tags (SynWindow *self, GMenu *menu)
{
  GPtrArray *tags = syn_session_get_tags (self->session);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];
      g_autofree char *label
          = tag->scale != NULL ? g_strdup_printf ("%s: %s", tag->scale, tag->name) : g_strdup (tag->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (tag->retired)
        continue;
      g_menu_item_set_action_and_target (item, "win.label", "s", tag->id);
      g_menu_append_item (menu, item);
    }
}

static void
update_menus (SynWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SYN_RESOURCE_PATH "/claim-menu.ui");

  append_filters (G_MENU (gtk_builder_get_object (builder, "saved_filters")), "win.use-filter");
  append_filters (G_MENU (gtk_builder_get_object (builder, "forget_filters")), "win.forget-filter");
  append_tags (self, G_MENU (gtk_builder_get_object (builder, "own_tags")));
  syn_claim_panel_set_menus (self->claim_panel, G_MENU_MODEL (gtk_builder_get_object (builder, "claims_menu")),
                             G_MENU_MODEL (gtk_builder_get_object (builder, "claim_menu")));
}

static void
name_filter_cb (const char *text, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autofree char *name = g_strstrip (g_strdup (text));

  if (self->session == NULL || *name == '\0')
    return;
  keep_filters (name, syn_claim_filter_to_variant (syn_claim_list_get_filter (get_list (self))));
  update_menus (self);
}

static void
save_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (syn_claim_filter_is_empty (syn_claim_list_get_filter (get_list (self))))
    {
      syn_window_toast (self, _ ("First narrow the list, then save how."));
      return;
    }
  syn_compat_ask (GTK_WINDOW (self), _ ("Save Filter"), _ ("It is offered in the menu of the claims from now on."),
                  _ ("Name"), NULL, _ ("_Save"), name_filter_cb, g_object_ref (self), g_object_unref);
}

static void
use_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autoptr (GVariant) saved = syn_settings_get ("claim-filters");
  GVariantIter iter;
  const char *name;
  GVariant *of_name;

  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "(&s@a{ss})", &name, &of_name))
    {
      g_autoptr (GVariant) variant = of_name;
      SynClaimFilter filter = { 0 };

      if (!g_str_equal (name, g_variant_get_string (parameter, NULL)))
        continue;
      syn_claim_filter_from_variant (&filter, variant);
      syn_claim_list_set_filter (get_list (self), &filter);
      syn_claim_filter_clear (&filter);
      return;
    }
}

static void
forget_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  keep_filters (g_variant_get_string (parameter, NULL), NULL);
  update_menus (user_data);
}

static void
sort_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SynWindow *self = user_data;
  const char *sort = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  syn_settings_set_string ("claims-sort", sort);
  syn_claim_list_set_sort (get_list (self), sort);
}

static const GActionEntry entries[] = {
  { .name = "forget-filter", .activate = forget_filter_cb, .parameter_type = "s" },
  { .name = "save-filter", .activate = save_filter_cb },
  { .name = "sort-claims", .parameter_type = "s", .state = "'conflict'", .change_state = sort_cb },
  { .name = "use-filter", .activate = use_filter_cb, .parameter_type = "s" },
};

void
syn_window_install_filters (SynWindow *self)
{
  g_autofree char *sort = syn_settings_get_string ("claims-sort");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "sort-claims", g_variant_new_string (sort));
  g_signal_connect_object (get_list (self), "counted", G_CALLBACK (syn_status_bar_set_shown), self->status_bar,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::tags", G_CALLBACK (update_menus), self, G_CONNECT_SWAPPED);
  update_menus (self);
}
