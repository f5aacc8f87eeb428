/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-fixture.h"
#include "syn-read-words.h"
#include "syn-session-private.h"

static void
test_text (ReadFixture *self, gconstpointer data)
{
  for (guint i = 0; i < read_fixture_n_columns (self); i++)
    {
      SynReadText *text = syn_read_column_get_text (read_fixture_column_at (self, i));
      SynArticle *article = syn_read_text_get_article (text);
      g_autofree char *all = read_fixture_dup_slice (text, 0, G_MAXINT);
      GArray *statements = syn_read_text_get_statements (text);

      g_assert_cmpstr (all, ==, syn_article_get_text (article));
      g_assert_cmpuint (statements->len, >, 30);
      for (guint k = 0; k < statements->len; k++)
        {
          const SynReadSpan *span = &g_array_index (statements, SynReadSpan, k);
          g_autofree char *shown = read_fixture_dup_slice (text, span->start, span->end);
          g_autofree char *meant = syn_article_dup_span (
              article, syn_comparison_get_statement (read_fixture_comparison (self), span->statement)->span);

          g_assert_cmpstr (shown, ==, meant);
        }
    }
}

/* Every mark stands on words of its own statement, no two on the same, and boxes on the words in conflict. */
static void
test_marks (ReadFixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (read_fixture_column_at (self, 0));
  SynArticle *article = syn_read_text_get_article (text);
  GArray *marks = syn_read_text_get_marks (text);
  guint n, n_boxes = 0;
  const SynConflict *conflicts = syn_comparison_get_conflicts (read_fixture_comparison (self), &n);

  g_assert_cmpuint (marks->len, >, 10);
  for (guint i = 0; i < marks->len; i++)
    {
      const SynReadSpan *mark = &g_array_index (marks, SynReadSpan, i);
      const SynStatement *statement = syn_comparison_get_statement (read_fixture_comparison (self), mark->statement);

      g_assert_cmpuint (mark->start, <, mark->end);
      g_assert_cmpuint (mark->start, >=, syn_article_offset_to_chars (article, statement->span.start));
      g_assert_cmpuint (mark->end, <=, syn_article_offset_to_chars (article, statement->span.end));
      if (i > 0 && g_array_index (marks, SynReadSpan, i - 1).statement == mark->statement)
        g_assert_cmpuint (g_array_index (marks, SynReadSpan, i - 1).end, <=, mark->start);
      if (mark->kind == SYN_MARK_DIRECT || mark->kind == SYN_MARK_TENSION)
        {
          const SynConflict *conflict = &conflicts[mark->index];
          SynSpan span = conflict->a == mark->statement ? conflict->a_span : conflict->b_span;
          g_autofree char *boxed = read_fixture_dup_slice (text, mark->start, mark->end);
          g_autofree char *value = syn_article_dup_span (article, span);

          g_assert_cmpstr (boxed, ==, value);
          n_boxes++;
        }
    }
  g_assert_cmpuint (n_boxes, >, 0);
}

static void
test_boilerplate (void)
{
  static const char *const texts[] = { "Skip to content\n\nFerry collides with barge in fog\n\nThe ferry hit a barge.",
                                       NULL };
  static const SynBlock blocks[] = { { { 0, 15 }, SYN_ROLE_BOILERPLATE, 0 },
                                     { { 17, 49 }, SYN_ROLE_HEADLINE, 1 },
                                     { { 51, 73 }, SYN_ROLE_BODY, 2 } };
  ReadFixture self = { 0 };
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("Texts");
  g_autoptr (SynArticle) article = syn_article_new (NULL, texts[0], -1);
  GtkTextTagTable *tags;
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  syn_article_set_blocks (article, blocks, G_N_ELEMENTS (blocks));
  syn_corpus_add (corpus, article);
  read_fixture_set_up_texts (&self, (const char *const[]) { "x", NULL }, 1000);
  syn_session_set_corpus (self.base.session, corpus, NULL);
  read_fixture_settle (&self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (syn_read_column_get_text (read_fixture_column_at (&self, 0))));
  tags = gtk_text_buffer_get_tag_table (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 3);
  g_assert_true (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (tags, "faded")));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 20);
  g_assert_true (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (tags, "headline")));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 60);
  g_assert_false (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (tags, "faded")));
  read_fixture_tear_down (&self, NULL);
}

static void
test_hover (ReadFixture *self, gconstpointer data)
{
  guint statement = read_fixture_find_shared (self, syn_read_column_get_article (read_fixture_column_at (self, 0)), 0);

  syn_session_set_hover_statement (self->base.session, (gint) statement);
  for (guint i = 0; i < read_fixture_n_columns (self); i++)
    {
      SynReadColumn *column = read_fixture_column_at (self, i);
      gint other = syn_read_counterpart (read_fixture_comparison (self), statement,
                                         syn_read_column_get_article (column), -1);

      g_assert_true (syn_read_text_is_lit (syn_read_column_get_text (column), (guint) other));
    }
  syn_session_set_hover_statement (self->base.session, -1);
  g_assert_false (syn_read_text_is_lit (syn_read_column_get_text (read_fixture_column_at (self, 0)), statement));
}

/* A point in the middle of a statement's first line finds that statement, and one in the rail the same. */
static void
test_pointer (ReadFixture *self, gconstpointer data)
{
  SynReadColumn *column = read_fixture_column_at (self, 0);
  SynReadText *text = syn_read_column_get_text (column);
  guint from, end, tried = 0;

  g_assert_true (syn_read_text_get_visible_statements (text, &from, &end));
  for (guint statement = from; statement < end; statement++)
    {
      double top, bottom, line, x, y;

      g_assert_true (syn_read_column_get_statement (column, statement, &top, &bottom, &line));
      if (top < 0 || bottom > gtk_widget_get_height (GTK_WIDGET (column)))
        continue;
      gtk_widget_translate_coordinates (GTK_WIDGET (column), GTK_WIDGET (text), 40, bottom - line / 2, &x, &y);
      g_assert_cmpint (syn_read_text_find_statement_at (text, x, y), ==, (gint) statement);
      tried++;
    }
  g_assert_cmpuint (tried, >, 3);
}

/* What the marks say is said in words as well, of the statement the reader stands on. */
static void
test_accessible (ReadFixture *self, gconstpointer data)
{
  SynReadColumn *column = read_fixture_column_at (self, 1);
  GtkAccessible *text = GTK_ACCESSIBLE (syn_read_column_get_text (column));
  guint statement = read_fixture_find_shared (self, syn_read_column_get_article (column), 3);
  g_autofree char *words = NULL;

  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       syn_source_get_name (syn_read_column_get_source (column)));
  g_assert_false (gtk_test_accessible_has_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  syn_session_activate (self->base.session, (gint) statement);
  words = syn_read_words_describe (self->base.session, statement);
  g_assert_true (g_str_has_prefix (words, "Statement "));
  g_assert_nonnull (strstr (words, syn_source_get_name (syn_read_column_get_source (read_fixture_column_at (self, 0)))));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

static void
test_selection (ReadFixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (read_fixture_column_at (self, 1));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GArray *statements = syn_read_text_get_statements (text);
  const SynReadSpan *from = &g_array_index (statements, SynReadSpan, 3);
  const SynReadSpan *to = &g_array_index (statements, SynReadSpan, 5);
  g_autoptr (GArray) none = syn_read_view_dup_selection_statements (read_fixture_view (self));
  g_autoptr (GArray) three = NULL;
  GtkTextIter start, end;

  g_assert_cmpuint (none->len, ==, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (gint) from->start + 4);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (gint) to->start + 4);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (text));
  three = syn_read_view_dup_selection_statements (read_fixture_view (self));
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpuint (g_array_index (three, guint, 0), ==, from->statement);
  g_assert_cmpuint (g_array_index (three, guint, 2), ==, to->statement);
}

static void
test_before_comparison (void)
{
  static const char *const texts[] = { "One headline\n\nA sentence of the first.", "Another headline\n\nMore of it.",
                                       "", NULL };
  ReadFixture self = { 0 };

  read_fixture_set_up_texts (&self, texts, 1400);
  read_fixture_settle (&self);
  g_assert_null (read_fixture_comparison (&self));
  g_assert_cmpuint (read_fixture_n_columns (&self), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      SynReadText *text = syn_read_column_get_text (read_fixture_column_at (&self, i));
      g_autofree char *all = read_fixture_dup_slice (text, 0, G_MAXINT);

      g_assert_cmpstr (all, ==, syn_article_get_text (syn_read_text_get_article (text)));
      g_assert_null (syn_read_text_get_statements (text));
      g_assert_cmpint (syn_read_text_find_statement_at (text, 50, 50), ==, -1);
    }
  g_assert_false (syn_read_view_move_statement (read_fixture_view (&self), 1));
  g_assert_cmpuint (syn_read_view_find (read_fixture_view (&self), "headline"), ==, 2);
  read_fixture_settle (&self);
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
    { "/read-text/text", test_text },
    { "/read-text/marks", test_marks },
    { "/read-text/hover", test_hover },
    { "/read-text/pointer", test_pointer },
    { "/read-text/accessible", test_accessible },
    { "/read-text/selection", test_selection },
  };

  view_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReadFixture, NULL, read_fixture_set_up, tests[i].test, read_fixture_tear_down);
  g_test_add_func ("/read-text/boilerplate", test_boilerplate);
  g_test_add_func ("/read-text/before-comparison", test_before_comparison);
  return g_test_run ();
}
