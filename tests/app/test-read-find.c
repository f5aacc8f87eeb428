/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-fixture.h"

#include "syn-find-bar.h"
#include "syn-settings.h"

static void
test_find (ReadFixture *self, gconstpointer data)
{
  SynFinder *finder = syn_read_view_get_finder (read_fixture_view (self));
  guint n = syn_read_view_find (read_fixture_view (self), "gravel on the Northern pier"), sum = 0;
  gint first;

  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i < syn_comparison_get_n_articles (read_fixture_comparison (self)); i++)
    sum += syn_finder_count_in (finder, i);
  g_assert_cmpuint (sum, ==, n);
  first = syn_finder_get_current (finder);
  g_assert_cmpint (first, >=, 0);
  syn_read_view_find_next (read_fixture_view (self), -1);
  syn_read_view_find_next (read_fixture_view (self), 1);
  g_assert_cmpint (syn_finder_get_current (finder), ==, first);
  for (guint i = 0; i < n; i++)
    {
      const SynFindHit *hit = syn_finder_get_hit (finder, (guint) syn_finder_get_current (finder));
      gboolean open = FALSE;

      read_fixture_settle (self);
      /* Its column is open, and the place in sight. */
      for (guint k = 0; k < read_fixture_n_columns (self); k++)
        {
          SynReadColumn *column = read_fixture_column_at (self, k);
          GtkTextView *view = GTK_TEXT_VIEW (syn_read_column_get_text (column));
          GtkTextIter iter;
          GdkRectangle place, visible;

          if (syn_read_column_get_article (column) != hit->article)
            continue;
          open = TRUE;
          gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (gint) hit->span.start);
          gtk_text_view_get_iter_location (view, &iter, &place);
          gtk_text_view_get_visible_rect (view, &visible);
          g_assert_cmpint (place.y, >=, visible.y);
          g_assert_cmpint (place.y + place.height, <=, visible.y + visible.height);
        }
      g_assert_true (open);
      syn_read_view_find_next (read_fixture_view (self), 1);
    }
  g_assert_cmpint (syn_finder_get_current (finder), ==, first);
  g_assert_cmpuint (syn_read_view_find (read_fixture_view (self), NULL), ==, 0);
}

static void
test_find_bar (ReadFixture *self, gconstpointer data)
{
  SynFinder *finder = syn_read_view_get_finder (read_fixture_view (self));
  GtkWidget *bar = syn_find_bar_new (finder);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_ref (self->view);
  gtk_window_set_child (GTK_WINDOW (self->base.window), box);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_widget_set_vexpand (self->view, TRUE);
  g_object_unref (self->view);
  read_fixture_settle (self);
  g_assert_false (syn_find_bar_is_open (SYN_FIND_BAR (bar)));
  syn_find_bar_open (SYN_FIND_BAR (bar), "northern pier");
  g_assert_true (syn_find_bar_is_open (SYN_FIND_BAR (bar)));
  g_assert_cmpuint (syn_finder_get_n_hits (finder), >, 0);
  read_fixture_settle (self);
  syn_find_bar_close (SYN_FIND_BAR (bar));
  g_assert_cmpstr (syn_finder_get_text (finder), ==, "");
  g_assert_cmpuint (syn_finder_get_n_hits (finder), ==, 0);
}

/* Each source has its count, and leads to its own places, one after the other. */
static void
test_sources (ReadFixture *self, gconstpointer data)
{
  SynFinder *finder = syn_read_view_get_finder (read_fixture_view (self));

  g_assert_cmpuint (syn_read_view_find (read_fixture_view (self), "northern pier"), >, 4);
  for (guint article = 0; article < syn_comparison_get_n_articles (read_fixture_comparison (self)); article++)
    {
      guint n = syn_finder_count_in (finder, article), base = 0;

      g_assert_cmpuint (n, >, 0);
      while (syn_finder_get_hit (finder, base)->article != article)
        base++;
      syn_finder_move_to_article (finder, article);
      for (guint i = 0; i < n; i++)
        {
          guint before = (guint) syn_finder_get_current (finder);

          g_assert_cmpuint (syn_finder_get_hit (finder, before)->article, ==, article);
          syn_finder_move_to_article (finder, article);
          /* Those of one article follow each other, and after the last comes the first. */
          g_assert_cmpint (syn_finder_get_current (finder), ==, (gint) (base + (before - base + 1) % n));
        }
    }
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
read_clipboard (ReadFixture *self)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->view), NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

/* What is copied over several statements is what was selected; with a citation where the reader wants one. */
static void
test_copy (ReadFixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (read_fixture_column_at (self, 1));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  const SynReadSpan *from = &g_array_index (syn_read_text_get_statements (text), SynReadSpan, 3);
  const SynReadSpan *to = &g_array_index (syn_read_text_get_statements (text), SynReadSpan, 5);
  g_autofree char *words = read_fixture_dup_slice (text, from->start, to->end);
  g_autofree char *plain = NULL;
  g_autofree char *cited = NULL;
  GtkTextIter start, end;

  g_object_set (syn_read_text_get_article (text), "url", "https://example.org/7", NULL);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (gint) from->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (gint) to->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (text));
  g_signal_emit_by_name (text, "copy-clipboard");
  plain = read_clipboard (self);
  g_assert_cmpstr (plain, ==, words);
  syn_settings_set_boolean ("copy-with-citation", TRUE);
  g_signal_emit_by_name (text, "copy-clipboard");
  cited = read_clipboard (self);
  syn_settings_set_boolean ("copy-with-citation", FALSE);
  g_assert_nonnull (strstr (cited, words));
  g_assert_nonnull (strstr (cited, syn_source_get_name (syn_read_text_get_source (text))));
  g_assert_nonnull (strstr (cited, "https://example.org/7"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReadFixture *self, gconstpointer data);
  } tests[] = {
    { "/read-find/find", test_find },
    { "/read-find/find-bar", test_find_bar },
    { "/read-find/sources", test_sources },
    { "/read-find/copy", test_copy },
  };

  view_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReadFixture, NULL, read_fixture_set_up, tests[i].test, read_fixture_tear_down);
  return g_test_run ();
}
