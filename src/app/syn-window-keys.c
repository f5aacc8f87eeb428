/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-window-private.h"

/* Keys with a modifier are accelerators of the application, so that menus show them. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "win.add-files", { "<Control><Alt>o" } },
  { "win.compare-again", { "F5" } },
  { "win.corrections", { "<Control><Alt>z" } },
  { "win.edit-tags", { "<Control><Shift>t" } },
  { "win.explain", { "<Alt>Return" } },
  { "win.export", { "<Control>e" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Control><Shift>g" } },
  { "win.copy-citation", { "<Control><Shift>c" } },
  { "win.find-everywhere", { "<Control><Shift>f" } },
  { "win.help::", { "F1" } },
  { "win.go-back", { "<Alt>Left" } },
  { "win.go-forward", { "<Alt>Right" } },
  { "win.legend", { "<Control>m" } },
  { "win.link", { "<Control>l" } },
  { "win.next-story", { "<Control><Alt>Page_Down" } },
  { "win.previous-story", { "<Control><Alt>Page_Up" } },
  { "win.show-stories", { "<Control><Alt>s" } },
  { "win.move-down", { "<Alt><Shift>Down", "<Alt><Shift>Right" } },
  { "win.move-up", { "<Alt><Shift>Up", "<Alt><Shift>Left" } },
  { "win.next-conflict", { "<Control>Page_Down" } },
  { "win.next-row", { "<Alt>Down" } },
  { "win.open-files", { "<Control>o" } },
  { "win.open-folder", { "<Control><Shift>o" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.previous-conflict", { "<Control>Page_Up" } },
  { "win.previous-row", { "<Alt>Up" } },
  { "win.print::compare", { "<Control>p" } },
  { "win.print-preview::compare", { "<Control><Shift>p" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.reword", { "F2" } },
  { "win.show-claims", { "<Control>F9" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-sources", { "F9" } },
  { "win.row-order::claim", { "<Control><Alt>3" } },
  { "win.row-order::pivot", { "<Control><Alt>1" } },
  { "win.row-order::time", { "<Control><Alt>2" } },
  { "win.save-filter", { "<Control><Shift>s" } },
  { "win.teach", { "<Control>t" } },
  { "win.undo", { "<Control>z" } },
  { "win.unlink", { "<Control><Shift>l" } },
  { "win.view::compare", { "<Control>1" } },
  { "win.view::read", { "<Control>2" } },
  { "window.close", { "<Control>w" } },
};

/* Keys without a modifier, which must never fire while somebody types. */
static const struct
{
  guint keyval;
  const char *action;
} plain_keys[] = {
  { GDK_KEY_0, "win.tag::open" },         { GDK_KEY_KP_0, "win.tag::open" },
  { GDK_KEY_1, "win.tag::confirmed" },    { GDK_KEY_KP_1, "win.tag::confirmed" },
  { GDK_KEY_2, "win.tag::disputed" },     { GDK_KEY_KP_2, "win.tag::disputed" },
  { GDK_KEY_3, "win.tag::unverified" },   { GDK_KEY_KP_3, "win.tag::unverified" },
  { GDK_KEY_a, "win.add-to-claim" },      { GDK_KEY_b, "win.pivot-here" },
  { GDK_KEY_c, "win.new-claim" },         { GDK_KEY_e, "win.add-evidence" },
  { GDK_KEY_m, "win.edit-note" },         { GDK_KEY_n, "win.next-open" },
  { GDK_KEY_p, "win.previous-open" },     { GDK_KEY_slash, "win.filter-claims" },
  { GDK_KEY_h, "win.bring-others" },      { GDK_KEY_l, "win.lock-column" },
  { GDK_KEY_w, "win.explain" },           { GDK_KEY_x, "win.dismiss" },           { GDK_KEY_s, "win.settle" },
  { GDK_KEY_Delete, "win.remove-claim" }, { GDK_KEY_KP_Delete, "win.remove-claim" },
  { GDK_KEY_t, "win.tag-lock" },          { GDK_KEY_g, "win.auto-advance" },
  { GDK_KEY_r, "win.add-comment" },       { GDK_KEY_d, "win.split-claim" },
  { GDK_KEY_j, "win.merge-claims" },      { GDK_KEY_o, "win.show-claim" },      { GDK_KEY_f, "win.toggle-fold" },
};

/* (transfer full): in a mirrored window an arrow key still goes where it points: back is to the right there. */
static char *
mirror (const char *key)
{
  if (g_str_has_suffix (key, "Left"))
    return g_strdup_printf ("%.*sRight", (int) (strlen (key) - strlen ("Left")), key);
  if (g_str_has_suffix (key, "Right"))
    return g_strdup_printf ("%.*sLeft", (int) (strlen (key) - strlen ("Right")), key);
  return g_strdup (key);
}

void
syn_window_install_accels (GtkApplication *app)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

      for (guint k = 0; accels[i].keys[k] != NULL; k++)
        g_ptr_array_add (keys, rtl ? mirror (accels[i].keys[k]) : g_strdup (accels[i].keys[k]));
      g_ptr_array_add (keys, NULL);
      gtk_application_set_accels_for_action (app, accels[i].action, (const char *const *) keys->pdata);
    }
}

static gboolean
is_typing (SynWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL)
    return FALSE;
  /* Menus and popovers have keys of their own. */
  if (gtk_widget_get_native (focus) != GTK_NATIVE (self))
    return TRUE;
  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
  return GTK_IS_EDITABLE (focus);
}

static gboolean
activate (SynWindow *self, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return FALSE;
  return gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static gboolean
plain_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
              GdkModifierType state, gpointer user_data)
{
  SynWindow *self = user_data;
  /* Shift is needed for “/” on many keyboards. */
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;

  if ((state & others) != 0 || is_typing (self))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && syn_session_get_n_marked (self->session) > 0)
    {
      syn_session_clear_marked (self->session);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && syn_window_stop_ruling (self))
    return GDK_EVENT_STOP;
  if ((keyval >= GDK_KEY_4 && keyval <= GDK_KEY_9) || (keyval >= GDK_KEY_KP_4 && keyval <= GDK_KEY_KP_9))
    {
      guint digit = keyval - (keyval >= GDK_KEY_KP_0 ? GDK_KEY_KP_0 : GDK_KEY_0);

      return gtk_widget_activate_action (GTK_WIDGET (self), "win.label-key", "u", digit) ? GDK_EVENT_STOP
                                                                                        : GDK_EVENT_PROPAGATE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (plain_keys); i++)
    if (plain_keys[i].keyval == keyval)
      return activate (self, plain_keys[i].action) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  return GDK_EVENT_PROPAGATE;
}

/* Arrows come last: a list, an entry or a view that uses them itself keeps them. */
static gboolean
arrow_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
          gpointer user_data)
{
  SynWindow *self = user_data;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  const GdkModifierType held = state & GDK_MODIFIER_MASK & ~GDK_LOCK_MASK;

  if (is_typing (self))
    return GDK_EVENT_PROPAGATE;
  if (held == GDK_SHIFT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    return activate (self, keyval == GDK_KEY_Down ? "win.mark-next" : "win.mark-previous");
  if (held != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_Left)
    return activate (self, (keyval == GDK_KEY_Right) != rtl ? "win.next-column"
                                                            : "win.previous-column");
  return GDK_EVENT_PROPAGATE;
}

void
syn_window_install_keys (SynWindow *self)
{
  GtkEventController *plain = gtk_event_controller_key_new ();
  GtkEventController *arrows = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (plain, GTK_PHASE_CAPTURE);
  g_signal_connect (plain, "key-pressed", G_CALLBACK (plain_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), plain);
  gtk_event_controller_set_propagation_phase (arrows, GTK_PHASE_BUBBLE);
  g_signal_connect (arrows, "key-pressed", G_CALLBACK (arrow_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), arrows);
}
