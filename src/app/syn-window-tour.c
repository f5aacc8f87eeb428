/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-tour.h"
#include "syn-window-private.h"

/* The tour on the sample event: each step shows something that is really there, and does what it talks of. */

typedef enum
{
  TARGET_VIEWS,
  TARGET_CONFLICTS,
  TARGET_CLAIMS,
} Target;

static const struct
{
  const char *title;
  const char *body;
  const char *action; /* what is done when the step begins */
  Target target;      /* what is framed */
} steps[] = {
  { N_ ("The same statement stands on the same line"),
    N_ ("Six sources tell of one ferry. Each column is a source; read along a row to see who says it in which words, "
        "and who is silent."),
    "win.view::compare", TARGET_VIEWS },
  { N_ ("A heading over a row is a conflict"),
    N_ ("These arrows, or Ctrl+Page Down, go from one to the next. The boxes stand around the words that disagree."),
    "win.next-conflict", TARGET_CONFLICTS },
  { N_ ("Every claim says why"),
    N_ ("The panel shows who gives which value, what each source does with the claim, and how many of them are "
        "independent."),
    NULL, TARGET_CLAIMS },
  { N_ ("The verdict is yours"),
    N_ ("Press 1 for confirmed, 2 for disputed, 3 for unverified; Ctrl+Z takes it back. Add a note or evidence. "
        "All is saved at once, on this computer."),
    NULL, TARGET_CLAIMS },
  { N_ ("Read, and take it along"),
    N_ ("Read shows each article whole, with ribbons between them. Ctrl+E exports what you ruled, and F1 tells more. "
        "Open your own articles with Ctrl+O."),
    "win.view::read", TARGET_VIEWS },
};

static GtkWidget *
find_target (SynWindow *self, Target target)
{
  switch (target)
    {
    case TARGET_VIEWS:
      return GTK_WIDGET (self->views);
    case TARGET_CONFLICTS:
      return gtk_widget_get_visible (GTK_WIDGET (self->conflict_box)) ? GTK_WIDGET (self->conflict_box)
                                                                      : self->narrow_bar;
    case TARGET_CLAIMS:
      return gtk_widget_get_visible (GTK_WIDGET (self->claims_slot)) ? GTK_WIDGET (self->claims_slot)
                                                                     : GTK_WIDGET (self->claim_bar_slot);
    }
  g_return_val_if_reached (NULL);
}

static void
frame (SynWindow *self, GtkWidget *target)
{
  if (self->tour_target != NULL)
    gtk_widget_remove_css_class (self->tour_target, "tour-target");
  g_set_weak_pointer (&self->tour_target, target);
  if (target != NULL)
    gtk_widget_add_css_class (target, "tour-target");
}

static void
step_cb (SynTour *tour, guint step, SynWindow *self)
{
  if (steps[step].action != NULL)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (g_action_parse_detailed_name (steps[step].action, &name, &target, NULL))
        gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
    }
  syn_tour_show (tour, step, G_N_ELEMENTS (steps), _ (steps[step].title), _ (steps[step].body));
  frame (self, find_target (self, steps[step].target));
}

static void
ended_cb (SynTour *tour, SynWindow *self)
{
  frame (self, NULL);
  adw_bin_set_child (self->tour_slot, NULL);
}

static void
begin (SynWindow *self)
{
  GtkWidget *tour = syn_tour_new ();

  g_signal_connect (tour, "step", G_CALLBACK (step_cb), self);
  g_signal_connect (tour, "ended", G_CALLBACK (ended_cb), self);
  adw_bin_set_child (self->tour_slot, tour);
  step_cb (SYN_TOUR (tour), 0, self);
  gtk_widget_child_focus (tour, GTK_DIR_TAB_FORWARD);
}

static void
rows_cb (SynSession *session, GParamSpec *pspec, SynWindow *self)
{
  if (syn_session_get_rows (session) == NULL || syn_session_get_busy (session))
    return;
  g_signal_handlers_disconnect_by_func (session, rows_cb, self);
  begin (self);
}

static void
tour_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  g_signal_handlers_disconnect_by_func (self->session, rows_cb, self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-sample", "s", "ferry");
  g_signal_connect_object (self->session, "notify::rows", G_CALLBACK (rows_cb), self, 0);
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (rows_cb), self, 0);
}

static const GActionEntry entries[] = {
  { .name = "tour", .activate = tour_cb },
};

void
syn_window_install_tour (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
