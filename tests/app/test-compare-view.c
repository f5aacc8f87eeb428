/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-grid.h"
#include "syn-compare-view.h"
#include "syn-overview-strip.h"
#include "syn-settings.h"
#include "view-fixture.h"

typedef struct
{
  ViewFixture base;
  GtkWidget *view;
  SynCompareGrid *grid;
  GtkAdjustment *adjustment;
} Fixture;

static void
set_up_sized (Fixture *self, guint n_sources, guint n_paragraphs, int width)
{
  view_fixture_open_invented (&self->base, n_sources, n_paragraphs);
  self->view = syn_compare_view_new (self->base.session);
  view_fixture_show (&self->base, self->view, width, 700);
  self->grid = SYN_COMPARE_GRID (view_fixture_find (self->view, SYN_TYPE_COMPARE_GRID));
  g_object_get (self->grid, "vadjustment", &self->adjustment, NULL);
  g_object_unref (self->adjustment);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  set_up_sized (self, 4, 60, 1100);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *)&self->view);
  g_object_add_weak_pointer (G_OBJECT (self->grid), (gpointer *)&self->grid);
  view_fixture_close (&self->base);
  /* Nothing may hold on to a closed view, its grid included. */
  for (guint i = 0; i < 200 && (self->view != NULL || self->grid != NULL); i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (self->view);
  g_assert_null (self->grid);
}

static void
assert_aligned (Fixture *self)
{
  g_autofree char *wrong = syn_compare_grid_check (self->grid);

  g_assert_cmpstr (wrong, ==, NULL);
}

static guint
n_rows (Fixture *self)
{
  return syn_rows_get_n_rows (syn_session_get_rows (self->base.session));
}

static void
refine_all (Fixture *self)
{
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (syn_row_heights_get_n_exact (heights) < n_rows (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static int
row_y (Fixture *self, guint row)
{
  return (int)(syn_row_heights_before (syn_compare_grid_get_heights (self->grid), row)
               - syn_compare_grid_get_top (self->grid));
}

static void
test_scroll (Fixture *self, gconstpointer data)
{
  assert_aligned (self);
  for (guint i = 0; i < 120; i++)
    {
      const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
      guint kept = syn_row_heights_at (heights, syn_compare_grid_get_top (self->grid) + 200);
      int before = row_y (self, kept);
      double step = i < 80 ? 37 : -41;

      gtk_adjustment_set_value (self->adjustment,
                                gtk_adjustment_get_value (self->adjustment) + step);
      /* What was on the screen moved by exactly the step, whatever was learned about rows that came
       * in. */
      g_assert_cmpint (row_y (self, kept), ==, before - (int)step);
      if (i % 10 == 0)
        {
          view_fixture_settle (self->view);
          assert_aligned (self);
        }
    }
}

static void
test_refinement_moves_nothing (Fixture *self, gconstpointer data)
{
  syn_compare_grid_scroll_to (self->grid, n_rows (self) / 2, 0.3);
  view_fixture_settle (self->view);
  {
    int before = row_y (self, n_rows (self) / 2);

    refine_all (self);
    view_fixture_settle (self->view);
    g_assert_cmpint (row_y (self, n_rows (self) / 2), ==, before);
    assert_aligned (self);
  }
}

/* Rows that were measured out of sight have that height when they come into sight. */
static void
test_measured_heights_hold (Fixture *self, gconstpointer data)
{
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  g_autofree int *learned = NULL;

  refine_all (self);
  learned = g_new0 (int, n_rows (self));
  for (guint i = 0; i < n_rows (self); i++)
    learned[i] = syn_row_heights_get (heights, i);
  for (guint i = 0; i < n_rows (self); i += 3)
    syn_compare_grid_scroll_to (self->grid, i, 0);
  for (guint i = 0; i < n_rows (self); i++)
    g_assert_cmpint (syn_row_heights_get (heights, i), ==, learned[i]);
}

static void
test_jumps (Fixture *self, gconstpointer data)
{
  guint most = 0;

  for (guint i = 0; i < 500; i++)
    {
      guint row = (guint)g_test_rand_int_range (0, (gint32)n_rows (self));

      if (i % 2 == 0)
        syn_compare_grid_scroll_to (self->grid, row, g_test_rand_double_range (0, 1));
      else
        gtk_adjustment_set_value (
            self->adjustment,
            g_test_rand_double_range (0, gtk_adjustment_get_upper (self->adjustment)));
      if (i % 25 == 0)
        {
          view_fixture_settle (self->view);
          assert_aligned (self);
        }
      if (i == 100)
        most = syn_compare_grid_get_n_widgets (self->grid);
    }
  /* The same widgets serve for every place: a few more may be wanted where rows are short. */
  g_assert_cmpuint (syn_compare_grid_get_n_widgets (self->grid), <=, most + 12);
  g_assert_cmpuint (syn_compare_grid_get_n_widgets (self->grid), <, n_rows (self) / 2);
}

static void
test_resize (Fixture *self, gconstpointer data)
{
  static const int widths[] = { 800, 1300, 640, 480, 1000, 1420, 720, 1100 };
  guint row = n_rows (self) / 2;

  syn_compare_grid_scroll_to (self->grid, row, 0);
  view_fixture_settle (self->view);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->base.window), widths[i], 700);
      for (guint k = 0; k < 3; k++)
        view_fixture_settle (self->view);
      assert_aligned (self);
      g_assert_cmpint (gtk_widget_get_width (self->base.window), ==, widths[i]);
      g_assert_true (syn_compare_grid_get_frame (self->grid)->narrow == (widths[i] < 700));
      g_assert_cmpint (row_y (self, row), ==, 0);
    }
}

static void
test_font (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;
  guint row = n_rows (self) / 2;
  double scale;

  syn_compare_grid_scroll_to (self->grid, row, 0);
  view_fixture_settle (self->view);
  scale = syn_compare_grid_get_frame (self->grid)->scale;
  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 13", NULL);
  view_fixture_settle (self->view);
  view_fixture_settle (self->view);
  assert_aligned (self);
  g_assert_cmpfloat_with_epsilon (syn_compare_grid_get_frame (self->grid)->scale, scale * 1.3,
                                  0.02);
  g_assert_false (syn_compare_grid_get_frame (self->grid)->narrow);
  g_assert_cmpint (row_y (self, row), ==, 0);
  g_object_set (settings, "gtk-font-name", font, NULL);
  view_fixture_settle (self->view);
  view_fixture_settle (self->view);
  assert_aligned (self);
}

static gint
focused (Fixture *self)
{
  return syn_compare_grid_get_focus_statement (self->grid);
}

static void
test_keyboard (Fixture *self, gconstpointer data)
{
  SynRows *rows = syn_session_get_rows (self->base.session);
  SynComparison *comparison = syn_session_get_comparison (self->base.session);
  gint last = -1;

  g_assert_true (gtk_widget_grab_focus (self->view));
  g_assert_cmpint (focused (self), >=, 0);
  for (guint i = 0; i < 60; i++)
    {
      gint before = focused (self);

      syn_compare_view_move (SYN_COMPARE_VIEW (self->view), 1, 0);
      /* Ever downwards, the focus and the active statement together, and in sight. */
      g_assert_cmpint (focused (self), ==, syn_session_get_active_statement (self->base.session));
      g_assert_cmpuint (syn_rows_find_statement (rows, (guint)focused (self)), >=,
                        syn_rows_find_statement (rows, (guint)before));
      g_assert_cmpint (focused (self), !=, before);
      g_assert_cmpint (row_y (self, syn_rows_find_statement (rows, (guint)focused (self))), >=, 0);
    }
  view_fixture_settle (self->view);
  assert_aligned (self);
  for (guint i = 0; i < 3; i++)
    {
      last = focused (self);
      syn_compare_view_move (SYN_COMPARE_VIEW (self->view), 0, 1);
      if (focused (self) != last)
        {
          g_assert_cmpuint (syn_rows_find_statement (rows, (guint)focused (self)), ==,
                            syn_rows_find_statement (rows, (guint)last));
          g_assert_cmpuint (
              syn_comparison_get_statement (comparison, (guint)focused (self))->article, !=,
              syn_comparison_get_statement (comparison, (guint)last)->article);
        }
    }
  syn_compare_view_move (SYN_COMPARE_VIEW (self->view), 1000000, 0);
  last = focused (self);
  g_assert_cmpuint (syn_rows_find_statement (rows, (guint)last), >=, n_rows (self) - 2);
  syn_compare_view_move (SYN_COMPARE_VIEW (self->view), 1, 0);
  g_assert_cmpint (focused (self), ==, last);
  syn_compare_view_move (SYN_COMPARE_VIEW (self->view), -1000000, 0);
  g_assert_cmpuint (syn_rows_find_statement (rows, (guint)focused (self)), ==, 0);
}

static void
test_focus_stays (Fixture *self, gconstpointer data)
{
  gint statement;

  g_assert_true (gtk_widget_grab_focus (self->view));
  syn_compare_view_move (SYN_COMPARE_VIEW (self->view), 3, 0);
  statement = focused (self);
  for (guint i = 0; i < 30; i++)
    syn_compare_grid_scroll_to (self->grid, (guint)g_test_rand_int_range (0, (gint32)n_rows (self)),
                                0);
  view_fixture_settle (self->view);
  g_assert_cmpint (focused (self), ==, statement);
  assert_aligned (self);
}

static GtkLabel *
label_of (Fixture *self, guint statement)
{
  guint row = syn_rows_find_statement (syn_session_get_rows (self->base.session), statement);
  SynCompareRow *widget = syn_compare_grid_find_row (self->grid, row);

  g_assert_nonnull (widget);
  g_assert_nonnull (syn_compare_row_find (widget, statement));
  return GTK_LABEL (syn_statement_view_get_label (syn_compare_row_find (widget, statement)));
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  GtkLabel *label;
  g_autofree char *text = NULL;
  int start = 0;
  int end = 0;
  gint statement;

  g_assert_true (gtk_widget_grab_focus (self->view));
  syn_compare_view_move (SYN_COMPARE_VIEW (self->view), 2, 0);
  statement = focused (self);
  label = label_of (self, (guint)statement);
  /* Reaching a statement by key selects none of its words. */
  g_assert_false (gtk_label_get_selection_bounds (label, &start, &end) && end > start);
  g_assert_true (gtk_label_get_selectable (label));
  gtk_label_select_region (label, 0, 12);
  /* Neither marks nor verdicts may cost the reader her selection, nor scrolling away and back. */
  syn_session_set_hover_statement (self->base.session, statement);
  syn_compare_grid_scroll_to (self->grid, n_rows (self) - 1, 0);
  syn_compare_grid_scroll_to (self->grid, 0, 0);
  view_fixture_settle (self->view);
  g_assert_true (gtk_label_get_selection_bounds (label, &start, &end));
  g_assert_cmpint (start, ==, 0);
  g_assert_cmpint (end, ==, 12);
  /* The words are the article's and nothing else. */
  text = syn_comparison_dup_statement_text (syn_session_get_comparison (self->base.session),
                                            (guint)statement);
  g_assert_cmpstr (gtk_label_get_text (label), ==, text);
}

static void
test_marks_change_no_height (Fixture *self, gconstpointer data)
{
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  g_autofree int *before = NULL;
  guint n_claims;

  refine_all (self);
  before = g_new0 (int, n_rows (self));
  for (guint i = 0; i < n_rows (self); i++)
    before[i] = syn_row_heights_get (heights, i);
  syn_comparison_get_claims (syn_session_get_comparison (self->base.session), &n_claims);
  g_assert_cmpuint (n_claims, >, 4);
  for (guint i = 0; i < n_claims; i++)
    {
      syn_session_select_claim (self->base.session, (gint)i);
      syn_session_set_hover_statement (self->base.session,
                                       syn_session_get_active_statement (self->base.session));
      if (i % 6 == 0)
        {
          view_fixture_settle (self->view);
          assert_aligned (self);
        }
    }
  for (guint i = 0; i < n_rows (self); i++)
    g_assert_cmpint (syn_row_heights_get (heights, i), ==, before[i]);
}

static void
test_pivot (Fixture *self, gconstpointer data)
{
  const SynCompareFrame *frame = syn_compare_grid_get_frame (self->grid);
  guint second = g_array_index (frame->columns, SynCompareColumn, 1).article;
  guint n = 0;
  guint statement = syn_comparison_get_first_statement (
                        syn_session_get_comparison (self->base.session), second, &n)
                    + n / 2;
  guint row;
  int y;

  syn_session_activate (self->base.session, (gint)statement);
  row = syn_rows_find_statement (syn_session_get_rows (self->base.session), statement);
  syn_compare_grid_scroll_to (self->grid, row, 0.3);
  view_fixture_settle (self->view);
  y = row_y (self, row);
  syn_compare_view_make_pivot (SYN_COMPARE_VIEW (self->view));
  view_fixture_settle (self->view);
  g_assert_cmpuint (syn_session_get_pivot (self->base.session), ==, second);
  frame = syn_compare_grid_get_frame (self->grid);
  g_assert_cmpuint (g_array_index (frame->columns, SynCompareColumn, 0).article, ==, second);
  /* What the reader was looking at stays where it is. */
  row = syn_rows_find_statement (syn_session_get_rows (self->base.session), statement);
  g_assert_cmpint (row_y (self, row), ==, y);
  assert_aligned (self);
}

static void
test_fold (Fixture *self, gconstpointer data)
{
  const SynCompareFrame *frame = syn_compare_grid_get_frame (self->grid);
  guint article = g_array_index (frame->columns, SynCompareColumn, 1).article;
  SynSource *source = syn_session_find_source (self->base.session, article);

  g_assert_true (g_array_index (frame->columns, SynCompareColumn, 1).open);
  syn_source_set_visible (source, FALSE);
  view_fixture_settle (self->view);
  frame = syn_compare_grid_get_frame (self->grid);
  g_assert_cmpuint (
      g_array_index (frame->columns, SynCompareColumn, frame->columns->len - 1).article, ==,
      article);
  g_assert_false (g_array_index (frame->columns, SynCompareColumn, frame->columns->len - 1).open);
  assert_aligned (self);
  syn_source_set_visible (source, TRUE);
  view_fixture_settle (self->view);
  frame = syn_compare_grid_get_frame (self->grid);
  g_assert_true (g_array_index (frame->columns, SynCompareColumn, 1).open);
  assert_aligned (self);
}

/* Two that share a sentence, and say what the other does not. */
static void
set_up_apart (Fixture *self, gconstpointer data)
{
  const char *const texts[]
      = { "The bridge at Orvel closes for repairs on Monday.\n\nA baker in the old town lost his oven.\n\n"
          "Four swans were seen on the lake.\n\nThe library bought a piano.\n",
          "The bridge at Orvel closes for repairs on Monday.\n\nThe choir sings again in May.\n\n"
          "Apples cost two crowns at the market.\n\nA painter showed her last pictures.\n\n"
          "Rain fell on the vineyards for a week.\n\nThe mayor planted a lime tree.\n\n"
          "Nobody won the lottery this time.\n",
          NULL };

  view_fixture_open (&self->base, texts);
  self->view = syn_compare_view_new (self->base.session);
  view_fixture_show (&self->base, self->view, 1100, 700);
  self->grid = SYN_COMPARE_GRID (view_fixture_find (self->view, SYN_TYPE_COMPARE_GRID));
}

static gint
find_shut (Fixture *self)
{
  for (guint row = 0; row < n_rows (self); row++)
    if (syn_compare_grid_is_shut (self->grid, row))
      return (gint)row;
  return -1;
}

/* What only one source says is a line that opens, for a reader and for whoever is sent there. */
static void
test_fold_alone (Fixture *self, gconstpointer data)
{
  const SynRowHeights *heights = syn_compare_grid_get_heights (self->grid);
  gint64 whole;
  gint row;
  guint statement;

  refine_all (self);
  whole = syn_row_heights_before (heights, n_rows (self));
  g_assert_cmpint (find_shut (self), ==, -1);
  syn_settings_set_boolean ("fold-alone", TRUE);
  view_fixture_settle (self->view);
  refine_all (self);
  assert_aligned (self);
  row = find_shut (self);
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (syn_row_heights_before (heights, n_rows (self)), <, whole);

  g_assert_true (syn_compare_grid_toggle_fold (self->grid, (guint)row));
  view_fixture_settle (self->view);
  g_assert_false (syn_compare_grid_is_shut (self->grid, (guint)row));
  assert_aligned (self);
  g_assert_true (syn_compare_grid_toggle_fold (self->grid, (guint)row));
  view_fixture_settle (self->view);
  g_assert_true (syn_compare_grid_is_shut (self->grid, (guint)row));
  assert_aligned (self);

  for (statement = 0;
       syn_rows_find_statement (syn_session_get_rows (self->base.session), statement) != (guint)row;)
    statement++;
  syn_session_reveal (self->base.session, statement);
  view_fixture_settle (self->view);
  g_assert_false (syn_compare_grid_is_shut (self->grid, (guint)row));
  assert_aligned (self);
  syn_settings_set_boolean ("fold-alone", FALSE);
  view_fixture_settle (self->view);
  g_assert_cmpint (find_shut (self), ==, -1);
}

/* Rows of which only spines speak are a line, and cards when it is opened. */
static void
test_fold_spines (Fixture *self, gconstpointer data)
{
  guint pivot = syn_session_get_pivot (self->base.session);
  GListModel *sources = syn_session_get_sources (self->base.session);
  gint row;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      syn_source_set_visible (source, syn_source_get_index (source) == pivot);
    }
  view_fixture_settle (self->view);
  assert_aligned (self);
  row = find_shut (self);
  g_assert_cmpint (row, >=, 0);
  syn_compare_grid_scroll_to (self->grid, (guint)row, 0.3);
  view_fixture_settle (self->view);
  g_assert_true (syn_compare_grid_is_card (self->grid, (guint)row));
  assert_aligned (self);
}

/* The order of the rows is another one, and what the reader chose stays in sight. */
static void
test_order (Fixture *self, gconstpointer data)
{
  SynSession *session = self->base.session;
  guint statement = syn_comparison_get_first_statement (syn_session_get_comparison (session), 1, NULL);

  for (guint order = SYN_ROW_ORDER_PIVOT; order <= SYN_ROW_ORDER_CLAIM; order++)
    {
      syn_session_reveal (session, statement + 20 * order);
      view_fixture_settle (self->view);
      syn_session_set_row_order (session, (SynRowOrder)((order + 1) % 3));
      view_fixture_settle (self->view);
      g_assert_cmpint (syn_rows_get_order (syn_session_get_rows (session)), ==, (order + 1) % 3);
      g_assert_cmpint (
          row_y (self, syn_rows_find_statement (syn_session_get_rows (session), statement + 20 * order)),
          >=, 0);
      g_assert_cmpint (
          row_y (self, syn_rows_find_statement (syn_session_get_rows (session), statement + 20 * order)),
          <, syn_compare_grid_get_page (self->grid));
      assert_aligned (self);
    }
}

/* Gives a claim a verdict, both at random. */
static void
tag_something (SynSession *session, guint n_claims)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  guint claim = (guint)g_test_rand_int_range (0, (gint32)n_claims);

  g_array_append_val (claims, claim);
  syn_session_tag_claims (session, claims, g_test_rand_int_range (0, SYN_N_VERDICTS));
}

/* One thing that a reader may do, at random. */
static void
do_something (Fixture *self)
{
  SynSession *session = self->base.session;
  SynComparison *comparison = syn_session_get_comparison (session);
  GListModel *sources = syn_session_get_sources (session);
  guint n_sources = g_list_model_get_n_items (sources);
  g_autoptr (SynSource) source
      = g_list_model_get_item (sources, (guint)g_test_rand_int_range (0, (gint32)n_sources));
  gint statement = g_test_rand_int_range (0, (gint32)syn_comparison_get_n_statements (comparison));
  guint n_claims;

  syn_comparison_get_claims (comparison, &n_claims);
  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      syn_session_activate (session, statement);
      break;
    case 1:
      syn_session_set_hover_statement (session, statement);
      break;
    case 2:
      syn_session_select_claim (session, g_test_rand_int_range (-1, (gint32)n_claims));
      break;
    case 3:
      tag_something (session, n_claims);
      break;
    case 4:
      syn_session_set_pivot (session, syn_source_get_index (source));
      break;
    case 5:
      syn_source_set_visible (source, !syn_source_get_visible (source));
      break;
    case 6:
      syn_session_move_source (session, (guint)g_test_rand_int_range (0, (gint32)n_sources),
                               (guint)g_test_rand_int_range (0, (gint32)n_sources));
      break;
    case 7:
      syn_compare_view_move (SYN_COMPARE_VIEW (self->view), g_test_rand_int_range (-9, 10), 0);
      break;
    case 8:
      syn_compare_view_move (SYN_COMPARE_VIEW (self->view), 0, g_test_rand_int_range (-2, 3));
      break;
    case 9:
      gtk_adjustment_set_value (
          self->adjustment,
          g_test_rand_double_range (-50, gtk_adjustment_get_upper (self->adjustment)));
      break;
    case 10:
      gtk_window_set_default_size (GTK_WINDOW (self->base.window),
                                   g_test_rand_int_range (400, 1400), 700);
      break;
    default:
      syn_compare_view_make_pivot (SYN_COMPARE_VIEW (self->view));
    }
}

static void
test_anything (Fixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (self->view);
  for (guint i = 0; i < 400; i++)
    {
      do_something (self);
      while (g_main_context_pending (NULL) && g_test_rand_bit ())
        g_main_context_iteration (NULL, FALSE);
      if (i % 40 == 39)
        {
          view_fixture_settle (self->view);
          view_fixture_settle (self->view);
          assert_aligned (self);
        }
    }
}

static void
test_rtl (Fixture *self, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (self, data);
  assert_aligned (self);
  syn_compare_grid_scroll_to (self->grid, n_rows (self) / 3, 0);
  view_fixture_settle (self->view);
  assert_aligned (self);
  /* English words keep their direction in a mirrored window. */
  g_assert_true (gtk_widget_grab_focus (self->view));
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label_of (self, (guint)focused (self)))),
                   ==, GTK_TEXT_DIR_LTR);
  tear_down (self, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  SynCompareRow *row = syn_compare_grid_find_row (self->grid, 0);

  gtk_test_accessible_assert_role (self->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Row 1, headlines");
  g_assert_true (gtk_widget_grab_focus (self->view));
  gtk_test_accessible_assert_role (label_of (self, (guint)focused (self)),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
test_strip (Fixture *self, gconstpointer data)
{
  GtkWidget *strip = view_fixture_find (self->view, SYN_TYPE_OVERVIEW_STRIP);

  gtk_test_accessible_assert_role (strip, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  g_assert_true (gtk_widget_get_child_visible (strip));
  refine_all (self);
  g_assert_cmpfloat (
      gtk_adjustment_get_upper (self->adjustment), ==,
      (double)syn_row_heights_before (syn_compare_grid_get_heights (self->grid), n_rows (self)));
  gtk_window_set_default_size (GTK_WINDOW (self->base.window), 600, 700);
  for (guint k = 0; k < 3; k++)
    view_fixture_settle (self->view);
  g_assert_false (gtk_widget_get_child_visible (strip));
}

int
main (int argc, char *argv[])
{
  view_fixture_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/compare-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("scroll", test_scroll);
  ADD ("refinement-moves-nothing", test_refinement_moves_nothing);
  ADD ("measured-heights-hold", test_measured_heights_hold);
  ADD ("jumps", test_jumps);
  ADD ("resize", test_resize);
  ADD ("font", test_font);
  ADD ("keyboard", test_keyboard);
  ADD ("focus-stays", test_focus_stays);
  ADD ("selection", test_selection);
  ADD ("marks-change-no-height", test_marks_change_no_height);
  ADD ("pivot", test_pivot);
  ADD ("fold", test_fold);
  ADD ("order", test_order);
  ADD ("names", test_names);
  ADD ("strip", test_strip);
  ADD ("anything", test_anything);
#undef ADD
  g_test_add ("/compare-view/fold-alone", Fixture, NULL, set_up_apart, test_fold_alone, tear_down);
  g_test_add ("/compare-view/fold-spines", Fixture, NULL, set_up_apart, test_fold_spines, tear_down);
  g_test_add ("/compare-view/rtl", Fixture, NULL, NULL, test_rtl, NULL);
  return g_test_run ();
}
