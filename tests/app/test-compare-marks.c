/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks of Compare: which are shown, and what each says when it is asked. */
#include "config.h"

#include "syn-compare-describe.h"
#include "syn-compare-grid.h"
#include "syn-compare-view.h"
#include "syn-mark-choice.h"
#include "syn-mark-popover.h"
#include "view-fixture.h"

typedef struct
{
  ViewFixture base;
  GtkWidget *view;
} Fixture;

static const char *const texts[]
    = { "Plane comes down\n\nThe cargo plane came down in a field near the village of Arlen at dawn.\n\nFourteen "
        "people on the ground were injured in Arlen, the mayor said.",
        "Fall of a plane\n\nThe cargo plane came down in a meadow near the village of Arlen at dawn.\n\nSeventeen "
        "people on the ground were injured in Arlen, the mayor said.",
        NULL };

static void
set_up (Fixture *self, gconstpointer data)
{
  view_fixture_open (&self->base, texts);
  self->view = syn_compare_view_new (self->base.session);
  view_fixture_show (&self->base, self->view, 1000, 700);
  view_fixture_settle (self->view);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  view_fixture_close (&self->base);
  for (guint i = 0; i < 200 && self->view != NULL; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (self->view);
}

/* The statement of the second source that says @words. */
static guint
find_statement (Fixture *self, const char *words)
{
  SynComparison *comparison = syn_session_get_comparison (self->base.session);

  for (guint i = 0; i < syn_comparison_get_n_statements (comparison); i++)
    {
      g_autofree char *text = syn_comparison_dup_statement_text (comparison, i);

      if (strstr (text, words) != NULL)
        return i;
    }
  g_assert_not_reached ();
}

static SynStatementView *
find_view (Fixture *self, guint statement)
{
  SynCompareGrid *grid = SYN_COMPARE_GRID (view_fixture_find (self->view, SYN_TYPE_COMPARE_GRID));
  SynCompareRow *row = syn_compare_grid_find_row (
      grid, syn_rows_find_statement (syn_session_get_rows (self->base.session), statement));

  g_assert_nonnull (row);
  return syn_compare_row_find (row, statement);
}

static guint
count_kind (Fixture *self, const char *words, SynMarkKind kind)
{
  const SynStatementCell *cell = syn_statement_view_get_cell (find_view (self, find_statement (self, words)));
  guint n = 0;

  for (guint i = 0; i < cell->marks->len; i++)
    n += g_array_index (cell->marks, SynTextMark, i).kind == kind;
  return n;
}

/* Switched off a kind goes from the cells that are shown, and comes back. */
static void
test_switches (Fixture *self, gconstpointer data)
{
  guint meadow = find_statement (self, "in a meadow");
  guint pivot = syn_session_get_pivot (self->base.session);
  const char *other = syn_comparison_get_statement (syn_session_get_comparison (self->base.session), meadow)->article
                              == pivot
                          ? "in a field"
                          : "in a meadow";

  g_assert_cmpuint (count_kind (self, other, SYN_MARK_DIFFERENCE), ==, 1);
  g_assert_cmpuint (count_kind (self, "Seventeen", SYN_MARK_DIRECT), ==, 1);
  syn_mark_choice_set_kind (SYN_MARK_DIFFERENCE, FALSE);
  syn_mark_choice_set_kind (SYN_MARK_DIRECT, FALSE);
  view_fixture_settle (self->view);
  g_assert_cmpuint (count_kind (self, other, SYN_MARK_DIFFERENCE), ==, 0);
  g_assert_cmpuint (count_kind (self, "Seventeen", SYN_MARK_DIRECT), ==, 0);
  syn_mark_choice_set_kind (SYN_MARK_DIFFERENCE, TRUE);
  syn_mark_choice_set_kind (SYN_MARK_DIRECT, TRUE);
  view_fixture_settle (self->view);
  g_assert_cmpuint (count_kind (self, other, SYN_MARK_DIFFERENCE), ==, 1);
}

/* The glyph of a match goes with its kind. */
static void
test_glyph (Fixture *self, gconstpointer data)
{
  const SynStatementCell *cell = NULL;
  guint statement = 0;
  SynMarkKind kind;
  gint found;
  guint index;

  for (guint i = 0; cell == NULL || !cell->has_relation; i++)
    {
      statement = find_statement (self, i == 0 ? "in a meadow" : "in a field");
      cell = syn_statement_view_get_cell (find_view (self, statement));
      g_assert_cmpuint (i, <, 2);
    }
  kind = syn_mark_kind_of_match (cell->relation);
  g_assert_true (syn_statement_view_find_mark (find_view (self, statement), 6, 8, &found, &index));
  g_assert_cmpint (found, ==, -1);
  syn_mark_choice_set_kind (kind, FALSE);
  view_fixture_settle (self->view);
  g_assert_false (syn_statement_view_get_cell (find_view (self, statement))->has_relation);
  g_assert_false (syn_statement_view_find_mark (find_view (self, statement), 6, 8, &found, &index));
  syn_mark_choice_set_kind (kind, TRUE);
}

/* From the keyboard, on the statement the reader stands on. */
static void
test_explain (Fixture *self, gconstpointer data)
{
  SynMarkPopover *popover;
  guint statement = find_statement (self, "Seventeen");

  syn_session_activate (self->base.session, (gint) statement);
  view_fixture_settle (self->view);
  syn_compare_view_explain (SYN_COMPARE_VIEW (self->view));
  view_fixture_settle (self->view);
  popover = SYN_MARK_POPOVER (view_fixture_find (self->view, SYN_TYPE_MARK_POPOVER));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  g_assert_cmpint (syn_mark_popover_get_item (popover)->kind, ==, SYN_MARK_DIRECT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, "Figures, direct");
  gtk_popover_popdown (GTK_POPOVER (popover));
  view_fixture_settle (self->view);
  g_assert_true (gtk_widget_has_focus (syn_statement_view_get_label (find_view (self, statement))));
}

int
main (int argc, char **argv)
{
  view_fixture_init (&argc, &argv);
  g_test_add ("/compare-marks/switches", Fixture, NULL, set_up, test_switches, tear_down);
  g_test_add ("/compare-marks/glyph", Fixture, NULL, set_up, test_glyph, tear_down);
  g_test_add ("/compare-marks/explain", Fixture, NULL, set_up, test_explain, tear_down);
  return g_test_run ();
}
