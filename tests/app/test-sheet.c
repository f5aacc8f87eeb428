/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-sheet.h"
#include "syn-window-private.h"
#include "view-fixture.h"
#include "window-fixture.h"

/* The claim in a narrow window: it comes up over the one column, and goes again. */

#define WIDTH 360
#define HEIGHT 760

static void
narrow (WindowFixture *self)
{
  SynSession *session = window_fixture_open_sample (self);
  GtkWidget *window = GTK_WIDGET (self->window);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  while (syn_sheet_get_card (self->window->sheet) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  view_fixture_settle (window);
  window_fixture_do (self, "next-conflict");
  view_fixture_settle (window);
  window_fixture_do (self, "next-row");
  view_fixture_settle (window);
  g_assert_cmpint (syn_session_get_selected_claim (session), >=, 0);
}

static gboolean
has_focus_in (WindowFixture *self, gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
test_keys (WindowFixture *self, gconstpointer data)
{
  GtkWidget *statement;
  SynSheet *sheet;
  graphene_rect_t card;

  narrow (self);
  sheet = self->window->sheet;
  statement = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (has_focus_in (self, self->window->compare_view));
  g_assert_false (syn_sheet_get_open (sheet));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window->claim_bar)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->window->claim_panel)));

  window_fixture_do (self, "show-claim");
  view_fixture_settle (GTK_WIDGET (self->window));
  g_assert_true (syn_sheet_get_open (sheet));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window->claim_panel)));
  /* The rows stay in sight above it, and the keyboard is on the sheet. */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window->compare_view)));
  g_assert_true (has_focus_in (self, self->window->claim_panel));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (self->window->claim_panel), GTK_WIDGET (sheet), &card));
  g_assert_cmpfloat (card.origin.y, >=, 48);
  g_assert_cmpfloat_with_epsilon (card.origin.y + card.size.height, gtk_widget_get_height (GTK_WIDGET (sheet)), 1);
  g_assert_cmpfloat (card.size.width, <=, WIDTH);
  /* Tab stays on it. */
  for (guint i = 0; i < 60; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (sheet), GTK_DIR_TAB_FORWARD);
      g_assert_false (has_focus_in (self, self->window->compare_view));
    }

  g_assert_true (syn_window_stop_ruling (self->window)); /* Escape */
  view_fixture_settle (GTK_WIDGET (self->window));
  g_assert_false (syn_sheet_get_open (sheet));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->window->claim_panel)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == statement);
  g_assert_false (syn_window_stop_ruling (self->window));
}

/* Made wide, the claims stand beside the texts again; made narrow, the sheet is shut until it is asked for. */
static void
test_widths (WindowFixture *self, gconstpointer data)
{
  narrow (self);
  window_fixture_do (self, "show-claim");
  view_fixture_settle (GTK_WIDGET (self->window));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1300, HEIGHT);
  while (syn_sheet_get_card (self->window->sheet) != NULL)
    g_main_context_iteration (NULL, TRUE);
  view_fixture_settle (GTK_WIDGET (self->window));
  g_assert_false (syn_sheet_get_open (self->window->sheet));
  g_assert_true (gtk_widget_get_can_focus (GTK_WIDGET (self->window->compare_view)));
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (self->window->claim_panel), GTK_WIDGET (self->window->claims_slot)));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  while (syn_sheet_get_card (self->window->sheet) == NULL)
    g_main_context_iteration (NULL, TRUE);
  view_fixture_settle (GTK_WIDGET (self->window));
  g_assert_false (syn_sheet_get_open (self->window->sheet));
}

/* Ruling goes on with the sheet open, and the claim on it is the one that is ruled on. */
static void
test_rule (WindowFixture *self, gconstpointer data)
{
  SynSession *session = syn_window_get_session (self->window);
  gint claim;

  narrow (self);
  window_fixture_do (self, "show-claim");
  claim = syn_session_get_selected_claim (session);
  window_fixture_tag (self, "disputed");
  window_fixture_wait_done (self, 1);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) claim), ==, SYN_VERDICT_DISPUTED);
  g_assert_true (syn_sheet_get_open (self->window->sheet));
  window_fixture_do (self, "next-open");
  g_assert_cmpint (syn_session_get_selected_claim (session), !=, claim);
  g_assert_true (syn_sheet_get_open (self->window->sheet));
}

int
main (int argc, char **argv)
{
  view_fixture_init (&argc, &argv);
  g_test_add ("/sheet/keys", WindowFixture, NULL, window_fixture_set_up, test_keys, window_fixture_tear_down);
  g_test_add ("/sheet/widths", WindowFixture, NULL, window_fixture_set_up, test_widths, window_fixture_tear_down);
  g_test_add ("/sheet/rule", WindowFixture, NULL, window_fixture_set_up, test_rule, window_fixture_tear_down);
  return g_test_run ();
}
