/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-fixture.h"
#include "syn-overview-strip.h"
#include "syn-read-overview.h"

static SynOverviewModel *
new_model (ReadFixture *self)
{
  return syn_read_overview_new (self->base.session, read_fixture_view (self));
}

static SynOverviewModelInterface *
iface_of (SynOverviewModel *model)
{
  return SYN_OVERVIEW_MODEL_GET_IFACE (model);
}

/* Every statement of every article has its place, also where the column is folded. */
static void
test_lanes (ReadFixture *self, gconstpointer data)
{
  g_autoptr (SynOverviewModel) model = new_model (self);
  SynComparison *comparison = read_fixture_comparison (self);
  guint n_open = read_fixture_n_columns (self), n_conflicts = 0, n_opens = 0;

  g_assert_cmpuint (iface_of (model)->get_n_lanes (model), ==, syn_comparison_get_n_articles (comparison));
  g_assert_cmpuint (n_open, <, syn_comparison_get_n_articles (comparison));
  for (guint lane = 0; lane < syn_comparison_get_n_articles (comparison); lane++)
    {
      guint article = syn_source_get_index (iface_of (model)->get_source (model, lane)), n;
      double from, to, before = 0;

      syn_comparison_get_first_statement (comparison, article, &n);
      g_assert_cmpuint (iface_of (model)->get_n_items (model, lane), ==, n);
      g_assert_cmpint (iface_of (model)->get_visible (model, lane, &from, &to), ==, lane < n_open);
      for (guint i = 0; i < n; i++)
        {
          SynOverviewItem item;

          iface_of (model)->get_item (model, lane, i, &item);
          g_assert_cmpfloat (item.start, >=, before);
          g_assert_cmpfloat (item.end, <=, iface_of (model)->get_length (model));
          before = item.end;
          n_conflicts += item.kind == SYN_OVERVIEW_CONFLICT;
          n_opens += item.kind == SYN_OVERVIEW_OPEN;
        }
    }
  g_assert_cmpuint (n_conflicts, >, 0);
  g_assert_cmpuint (n_opens, >, 0);
}

/* What is scrolled to stands at the upper edge, in the lane's own column; the others follow. */
static void
test_scroll (ReadFixture *self, gconstpointer data)
{
  g_autoptr (SynOverviewModel) model = new_model (self);
  SynReadColumn *second = read_fixture_column_at (self, 1), *first = read_fixture_column_at (self, 0);
  double from, to, length = iface_of (model)->get_length (model);

  for (guint i = 0; i < 6; i++)
    read_fixture_settle (self);
  iface_of (model)->scroll (model, 1, length / 3);
  read_fixture_settle (self);
  g_assert_true (iface_of (model)->get_visible (model, 1, &from, &to));
  g_assert_cmpfloat_with_epsilon (from, length / 3, 40);
  g_assert_cmpfloat (to, >, from);
  g_assert_cmpfloat (syn_read_column_get_position (first), >, 100);
  /* Keys go through the column that the reader is in. */
  gtk_widget_grab_focus (GTK_WIDGET (syn_read_column_get_text (second)));
  iface_of (model)->move (model, SYN_OVERVIEW_ENDS, 1);
  read_fixture_settle (self);
  g_assert_cmpfloat_with_epsilon (syn_read_column_get_position (second), syn_read_column_get_end (second), 1);
  iface_of (model)->move (model, SYN_OVERVIEW_ENDS, -1);
  read_fixture_settle (self);
  g_assert_cmpfloat (syn_read_column_get_position (second), ==, 0);
  iface_of (model)->move (model, SYN_OVERVIEW_PAGE, 1);
  read_fixture_settle (self);
  g_assert_cmpfloat (syn_read_column_get_position (second), >, syn_read_column_get_page (second) / 2);
}

/* A lane of a folded column brings the column in, at the place that was pointed at. */
static void
test_folded (ReadFixture *self, gconstpointer data)
{
  g_autoptr (SynOverviewModel) model = new_model (self);
  guint lane = read_fixture_n_columns (self);
  guint article = syn_source_get_index (iface_of (model)->get_source (model, lane));
  double from = 0, to;
  gboolean found = FALSE;

  iface_of (model)->scroll (model, lane, iface_of (model)->get_length (model) / 2);
  for (guint i = 0; i < 8; i++)
    read_fixture_settle (self);
  for (guint i = 0; i < read_fixture_n_columns (self); i++)
    if (syn_read_column_get_article (read_fixture_column_at (self, i)) == article)
      {
        found = TRUE;
        g_assert_true (iface_of (model)->get_visible (model, i, &from, &to));
      }
  g_assert_true (found);
  g_assert_cmpfloat (from, >, iface_of (model)->get_length (model) / 4);
}

/* A ruling changes what the lane shows, and the words of the tooltip say the same. */
static void
test_words (ReadFixture *self, gconstpointer data)
{
  g_autoptr (SynOverviewModel) model = new_model (self);
  guint changed = 0;
  SynOverviewItem item;
  g_autofree char *words = NULL;
  g_autofree char *expected = NULL;

  g_signal_connect_swapped (model, "changed", G_CALLBACK (g_atomic_int_inc), &changed);
  iface_of (model)->get_item (model, 0, 2, &item);
  words = iface_of (model)->dup_words_at (model, 0, (item.start + item.end) / 2);
  expected = g_strdup_printf ("%s, statement 3: %s", syn_source_get_name (iface_of (model)->get_source (model, 0)),
                              syn_overview_kind_label (item.kind));
  g_assert_cmpstr (words, ==, expected);
  g_object_notify (G_OBJECT (self->base.session), "revision");
  g_assert_cmpuint (changed, ==, 1);
}

/* To assistive tools it is a scroll bar that says what is in sight. */
static void
test_accessible (ReadFixture *self, gconstpointer data)
{
  GtkWidget *strip = view_fixture_find (self->view, SYN_TYPE_OVERVIEW_STRIP);
  g_autoptr (SynOverviewModel) model = new_model (self);
  g_autofree char *place = NULL;

  g_assert_nonnull (strip);
  g_assert_true (gtk_widget_get_focusable (strip));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  read_fixture_scroll_to (self, read_fixture_column_at (self, 0), 300);
  place = iface_of (model)->dup_place (model);
  g_assert_nonnull (strstr (place, ", statements "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, place);
}

/* In a narrow window there is no room for it. */
static void
test_narrow (void)
{
  ReadFixture self = { 0 };

  view_fixture_open_invented (&self.base, 3, 8);
  read_fixture_show (&self, 500, 700);
  read_fixture_settle (&self);
  g_assert_false (gtk_widget_get_mapped (view_fixture_find (self.view, SYN_TYPE_OVERVIEW_STRIP)));
  read_fixture_tear_down (&self, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReadFixture *self, gconstpointer data);
  } tests[] = {
    { "/read-overview/lanes", test_lanes },   { "/read-overview/scroll", test_scroll },
    { "/read-overview/folded", test_folded }, { "/read-overview/words", test_words },
    { "/read-overview/accessible", test_accessible },
  };

  view_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReadFixture, NULL, read_fixture_set_up, tests[i].test, read_fixture_tear_down);
  g_test_add_func ("/read-overview/narrow", test_narrow);
  return g_test_run ();
}
