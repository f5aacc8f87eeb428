/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-fixture.h"

#include "syn-session-private.h"

SynReadView *
read_fixture_view (ReadFixture *self)
{
  return SYN_READ_VIEW (self->view);
}

SynComparison *
read_fixture_comparison (ReadFixture *self)
{
  return syn_session_get_comparison (self->base.session);
}

void
read_fixture_show (ReadFixture *self, int width, int height)
{
  self->view = syn_read_view_new (self->base.session);
  view_fixture_show (&self->base, self->view, width, height);
}

void
read_fixture_set_up (ReadFixture *self, gconstpointer data)
{
  view_fixture_open_invented (&self->base, 4, 40);
  read_fixture_show (self, 1400, 700);
}

void
read_fixture_set_up_texts (ReadFixture *self, const char *const *texts, int width)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, &error);
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("Texts");

  g_assert_no_error (error);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (SynArticle) article = syn_article_new (NULL, texts[i], -1);

      syn_corpus_add (corpus, article);
    }
  self->base.session = syn_session_new (workspace);
  syn_session_set_corpus (self->base.session, corpus, NULL);
  read_fixture_show (self, width, 700);
}

void
read_fixture_tear_down (ReadFixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  view_fixture_close (&self->base);
  for (guint i = 0; i < 200 && self->view != NULL; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (self->view);
}

SynReadColumn *
read_fixture_column_at (ReadFixture *self, guint i)
{
  g_autoptr (GPtrArray) columns = syn_read_view_list_columns (read_fixture_view (self));

  g_assert_cmpuint (i, <, columns->len);
  return g_ptr_array_index (columns, i);
}

guint
read_fixture_n_columns (ReadFixture *self)
{
  g_autoptr (GPtrArray) columns = syn_read_view_list_columns (read_fixture_view (self));

  return columns->len;
}

char *
read_fixture_dup_slice (SynReadText *text, guint start, guint end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (gint) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (gint) end);
  return gtk_text_buffer_get_slice (buffer, &from, &to, TRUE);
}

guint
read_fixture_find_shared (ReadFixture *self, guint article, guint from)
{
  guint n;
  guint first = syn_comparison_get_first_statement (read_fixture_comparison (self), article, &n);

  for (guint s = first + from; s < first + n; s++)
    {
      guint shared = 0;

      for (guint i = 0; i < read_fixture_n_columns (self); i++)
        {
          guint article = syn_read_column_get_article (read_fixture_column_at (self, i));

          shared += syn_read_counterpart (read_fixture_comparison (self), s, article, -1) >= 0;
        }
      if (shared == read_fixture_n_columns (self))
        return s;
    }
  g_assert_not_reached ();
}

void
read_fixture_assert_level (ReadFixture *self, guint statement)
{
  gint claim = syn_session_get_selected_claim (self->base.session);
  double height = G_MAXDOUBLE;

  for (guint i = 0; i < read_fixture_n_columns (self); i++)
    {
      SynReadColumn *column = read_fixture_column_at (self, i);
      gint other = syn_read_counterpart (read_fixture_comparison (self), statement,
                                         syn_read_column_get_article (column), claim);
      double top, bottom;

      g_assert_cmpint (other, >=, 0);
      g_assert_true (syn_read_column_get_statement (column, (guint) other, &top, &bottom, NULL));
      if (height == G_MAXDOUBLE)
        height = top;
      g_assert_cmpfloat (ABS (top - height), <=, 2.0);
      g_assert_cmpfloat (top, >=, 0);
      g_assert_cmpfloat (top, <, gtk_widget_get_height (GTK_WIDGET (column)));
    }
}

void
read_fixture_settle (ReadFixture *self)
{
  view_fixture_settle (self->view);
  view_fixture_settle (self->view);
}

void
read_fixture_scroll_to (ReadFixture *self, SynReadColumn *column, double position)
{
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (column));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), position);
  read_fixture_settle (self);
}
