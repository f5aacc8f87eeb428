/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-fixture.h"
#include "syn-history.h"

#include <math.h>

static void
test_align (ReadFixture *self, gconstpointer data)
{
  guint article = syn_read_column_get_article (read_fixture_column_at (self, 0));
  guint n;

  syn_comparison_get_first_statement (read_fixture_comparison (self), article, &n);
  g_assert_cmpuint (read_fixture_n_columns (self), >=, 3);
  /* From the first lines, where the others would have to be scrolled below 0, to the last ones. */
  for (guint from = 0; from + 6 < n; from += 6)
    {
      guint statement = read_fixture_find_shared (self, article, from);

      syn_session_activate (self->base.session, (gint) statement);
      read_fixture_settle (self);
      read_fixture_assert_level (self, statement);
    }
}

static void
test_align_animated (ReadFixture *self, gconstpointer data)
{
  guint statement = read_fixture_find_shared (self, syn_read_column_get_article (read_fixture_column_at (self, 0)), 20);
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  syn_session_activate (self->base.session, (gint) statement);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  read_fixture_assert_level (self, statement);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* What was brought to one height stays there when the window gets narrower and all lines break anew. */
static void
test_align_resized (ReadFixture *self, gconstpointer data)
{
  guint statement = read_fixture_find_shared (self, syn_read_column_get_article (read_fixture_column_at (self, 0)), 12);

  syn_session_activate (self->base.session, (gint) statement);
  read_fixture_settle (self);
  gtk_window_set_default_size (GTK_WINDOW (self->base.window), 1200, 700);
  for (guint i = 0; i < 4; i++)
    read_fixture_settle (self);
  read_fixture_assert_level (self, statement);
}

static void
test_reveal (ReadFixture *self, gconstpointer data)
{
  guint statement = read_fixture_find_shared (self, syn_read_column_get_article (read_fixture_column_at (self, 1)), 24);

  syn_session_reveal (self->base.session, statement);
  read_fixture_settle (self);
  read_fixture_assert_level (self, statement);
}

static void
test_keys (ReadFixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (read_fixture_column_at (self, 0));
  gint before, after;

  gtk_widget_grab_focus (GTK_WIDGET (text));
  g_assert_true (syn_read_view_move_statement (read_fixture_view (self), 1));
  before = syn_session_get_active_statement (self->base.session);
  g_assert_true (syn_read_view_move_statement (read_fixture_view (self), 1));
  g_assert_cmpint (syn_session_get_active_statement (self->base.session), ==, before + 1);
  g_assert_true (syn_read_view_move_statement (read_fixture_view (self), -1));
  g_assert_false (syn_read_view_move_statement (read_fixture_view (self), -1));
  g_assert_true (syn_read_view_move_column (read_fixture_view (self), 1));
  after = syn_session_get_active_statement (self->base.session);
  g_assert_cmpuint (syn_comparison_get_statement (read_fixture_comparison (self), (guint) after)->article, ==,
                    syn_read_column_get_article (read_fixture_column_at (self, 1)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (syn_read_column_get_text (read_fixture_column_at (self, 1)))));
  g_assert_true (syn_read_view_move_column (read_fixture_view (self), -1));
  g_assert_false (syn_read_view_move_column (read_fixture_view (self), -1));
}

static void
test_sync (ReadFixture *self, gconstpointer data)
{
  SynReadColumn *first = read_fixture_column_at (self, 0), *second = read_fixture_column_at (self, 1);
  double before = 0;

  for (guint i = 1; i <= 20; i++)
    {
      read_fixture_scroll_to (self, first, syn_read_column_get_end (first) * i / 20);
      g_assert_cmpfloat (syn_read_column_get_position (second), >=, before - 1);
      before = syn_read_column_get_position (second);
    }
  g_assert_cmpfloat (ABS (before - syn_read_column_get_end (second)), <=, 2);
  read_fixture_scroll_to (self, first, 0);
  g_assert_cmpfloat (ABS (syn_read_column_get_position (second)), <=, 2);
  g_object_set (self->view, "sync-scroll", FALSE, NULL);
  read_fixture_scroll_to (self, first, syn_read_column_get_end (first));
  g_assert_cmpfloat (ABS (syn_read_column_get_position (second)), <=, 2);
}

/* A text learns its height bit by bit, on a busy machine for many frames; until then scrolling is not the reader's. */
static void
settle_height (ReadFixture *self, SynReadColumn *column)
{
  double before;

  do
    {
      before = syn_read_column_get_end (column);
      for (guint i = 0; i < 4; i++)
        read_fixture_settle (self);
    }
  while (syn_read_column_get_end (column) != before);
}

/* Scrolling takes up the blank space of a column that was moved beyond its start before it moves the text. */
static void
test_blank_space (ReadFixture *self, gconstpointer data)
{
  SynReadColumn *column = read_fixture_column_at (self, 0);

  g_object_set (self->view, "sync-scroll", FALSE, NULL);
  settle_height (self, column);
  syn_read_column_set_position (column, -120);
  read_fixture_settle (self);
  g_assert_cmpfloat (syn_read_column_get_position (column), ==, -120);
  read_fixture_scroll_to (self, column, 50);
  g_assert_cmpfloat (syn_read_column_get_position (column), ==, -70);
  read_fixture_scroll_to (self, column, 100);
  g_assert_cmpfloat (syn_read_column_get_position (column), ==, 30);
  syn_read_column_set_position (column, syn_read_column_get_end (column) + 90);
  read_fixture_settle (self);
  g_assert_cmpfloat (syn_read_column_get_position (column), ==, floor (syn_read_column_get_end (column)) + 90);
}

/* A word that no other number gives. */
static void
append_word (GString *text, guint number)
{
  static const char *const syllables[] = { "ba", "den", "fir", "gol", "kur", "lem", "mos", "nat",
                                           "per", "rud", "sel", "tav", "vin", "wos", "zam", "hul" };

  g_string_append_c (text, ' ');
  for (guint i = 0; i < 4; i++, number /= 16)
    g_string_append (text, syllables[number % 16]);
}

/* Every tenth of @n statements is shared, the others are the source's own. */
static char *
make_long_text (guint source, guint n)
{
  GString *text = g_string_new ("A long text\n\n");

  for (guint i = 0; i < n; i++)
    {
      guint number = i % 10 == 0 ? i : i + 20000 * (source + 1);

      g_string_append (text, "The");
      for (guint k = 0; k < 6; k++)
        append_word (text, number * 7 + k * 9973);
      g_string_append (text, ".\n\n");
    }
  return g_string_free (text, FALSE);
}

/* The reader says that the last statements but some of both texts are the same; returns that of the first. */
static guint
link_last (ReadFixture *self)
{
  guint n;
  guint a = syn_comparison_get_first_statement (read_fixture_comparison (self), 0, &n) + 2900;
  guint b = syn_comparison_get_first_statement (read_fixture_comparison (self), 1, &n) + 2910;
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  syn_session_link (self->base.session, a, b);
  while (syn_read_counterpart (read_fixture_comparison (self), a, 1, -1) != (gint) b)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  return a;
}

/* What is drawn does not grow with the article. */
static void
test_long (void)
{
  g_autofree char *first = make_long_text (0, 3000);
  g_autofree char *second = make_long_text (1, 3000);
  const char *const texts[] = { first, second, NULL };
  ReadFixture self = { 0 };
  guint from, end, statement;
  SynReadColumn *column;

  view_fixture_open (&self.base, texts);
  read_fixture_show (&self, 1000, 700);
  read_fixture_settle (&self);
  column = read_fixture_column_at (&self, 0);
  g_assert_cmpuint (syn_read_text_get_statements (syn_read_column_get_text (column))->len, >=, 3000);
  g_assert_true (syn_read_text_get_visible_statements (syn_read_column_get_text (column), &from, &end));
  g_assert_cmpuint (end - from, <, 60);
  statement = link_last (&self);
  syn_session_activate (self.base.session, (gint) statement);
  for (guint i = 0; i < 5; i++)
    read_fixture_settle (&self);
  read_fixture_assert_level (&self, statement);
  read_fixture_tear_down (&self, NULL);
}

/* A locked column stays while others are scrolled and called, and the others while it is. */
static void
test_lock (ReadFixture *self, gconstpointer data)
{
  SynReadColumn *first = read_fixture_column_at (self, 0), *second = read_fixture_column_at (self, 1);
  guint statement = read_fixture_find_shared (self, syn_read_column_get_article (first), 12);
  double before;

  settle_height (self, first);
  syn_source_set_scroll_locked (syn_read_column_get_source (second), TRUE);
  before = syn_read_column_get_position (second);
  read_fixture_scroll_to (self, first, 400);
  g_assert_cmpfloat (syn_read_column_get_position (second), ==, before);
  syn_session_activate (self->base.session, (gint) statement);
  read_fixture_settle (self);
  g_assert_cmpfloat (syn_read_column_get_position (second), ==, before);
  before = syn_read_column_get_position (first);
  read_fixture_scroll_to (self, second, 300);
  g_assert_cmpfloat (syn_read_column_get_position (first), ==, before);
  syn_source_set_scroll_locked (syn_read_column_get_source (second), FALSE);
  syn_read_view_activate_statement (read_fixture_view (self));
  read_fixture_settle (self);
  read_fixture_assert_level (self, statement);
}

/* Steps are no jumps; jumps are gone back over, and forward again, until another way is taken. */
static void
test_history (ReadFixture *self, gconstpointer data)
{
  SynSession *session = self->base.session;
  g_autoptr (SynHistory) history = syn_history_new (session);
  guint n;
  gint first = (gint) syn_comparison_get_first_statement (
      read_fixture_comparison (self), syn_read_column_get_article (read_fixture_column_at (self, 0)), &n);

  g_assert_false (syn_history_go (history, -1));
  syn_session_activate (session, first + 1);
  syn_session_activate (session, first + 2);
  g_assert_false (syn_history_can_go (history, -1));
  syn_session_activate (session, first + 12);
  syn_session_activate (session, first + 24);
  g_assert_true (syn_history_go (history, -1));
  g_assert_cmpint (syn_session_get_active_statement (session), ==, first + 12);
  g_assert_true (syn_history_go (history, -1));
  g_assert_cmpint (syn_session_get_active_statement (session), ==, first + 2);
  g_assert_false (syn_history_go (history, -1));
  g_assert_true (syn_history_go (history, 1));
  g_assert_cmpint (syn_session_get_active_statement (session), ==, first + 12);
  syn_session_activate (session, first + 30);
  g_assert_false (syn_history_can_go (history, 1));
  g_assert_true (syn_history_go (history, -1));
  g_assert_cmpint (syn_session_get_active_statement (session), ==, first + 12);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReadFixture *self, gconstpointer data);
  } tests[] = {
    { "/read-scroll/align", test_align },
    { "/read-scroll/align-animated", test_align_animated },
    { "/read-scroll/align-resized", test_align_resized },
    { "/read-scroll/reveal", test_reveal },
    { "/read-scroll/keys", test_keys },
    { "/read-scroll/sync", test_sync },
    { "/read-scroll/blank-space", test_blank_space },
    { "/read-scroll/lock", test_lock },
    { "/read-scroll/history", test_history },
  };

  view_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReadFixture, NULL, read_fixture_set_up, tests[i].test, read_fixture_tear_down);
  g_test_add_func ("/read-scroll/long", test_long);
  return g_test_run ();
}
