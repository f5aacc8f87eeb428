/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-find-bar.h"
#include "syn-read-spine.h"
#include "syn-read-view.h"
#include "syn-read-words.h"
#include "syn-ribbon.h"
#include "syn-session-private.h"
#include "view-fixture.h"

#include <math.h>

typedef struct
{
  ViewFixture base;
  GtkWidget *view;
} Fixture;

static SynReadView *
read_view (Fixture *self)
{
  return SYN_READ_VIEW (self->view);
}

static SynComparison *
comparison (Fixture *self)
{
  return syn_session_get_comparison (self->base.session);
}

static void
show (Fixture *self, int width, int height)
{
  self->view = syn_read_view_new (self->base.session);
  view_fixture_show (&self->base, self->view, width, height);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  view_fixture_open_invented (&self->base, 4, 40);
  show (self, 1400, 700);
}

/* Without a comparison: what is shown while the engine runs. */
static void
set_up_texts (Fixture *self, const char *const *texts, int width)
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
  show (self, width, 700);
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

static SynReadColumn *
column_at (Fixture *self, guint i)
{
  g_autoptr (GPtrArray) columns = syn_read_view_list_columns (read_view (self));

  g_assert_cmpuint (i, <, columns->len);
  return g_ptr_array_index (columns, i);
}

static guint
n_columns (Fixture *self)
{
  g_autoptr (GPtrArray) columns = syn_read_view_list_columns (read_view (self));

  return columns->len;
}

static char *
dup_slice (SynReadText *text, guint start, guint end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (gint) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (gint) end);
  return gtk_text_buffer_get_slice (buffer, &from, &to, TRUE);
}

/* A statement of @article in a claim of all open columns, at or after @from; fails when there is none. */
static guint
find_shared (Fixture *self, guint article, guint from)
{
  guint n;
  guint first = syn_comparison_get_first_statement (comparison (self), article, &n);

  for (guint s = first + from; s < first + n; s++)
    {
      guint shared = 0;

      for (guint i = 0; i < n_columns (self); i++)
        shared += syn_read_counterpart (comparison (self), s, syn_read_column_get_article (column_at (self, i)), -1) >= 0;
      if (shared == n_columns (self))
        return s;
    }
  g_assert_not_reached ();
}

/* The counterparts of @statement stand at its height in every open column. */
static void
assert_level (Fixture *self, guint statement)
{
  gint claim = syn_session_get_selected_claim (self->base.session);
  double height = G_MAXDOUBLE;

  for (guint i = 0; i < n_columns (self); i++)
    {
      SynReadColumn *column = column_at (self, i);
      gint other = syn_read_counterpart (comparison (self), statement, syn_read_column_get_article (column), claim);
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

static void
settle (Fixture *self)
{
  view_fixture_settle (self->view);
  view_fixture_settle (self->view);
}

/* ── Texts and marks ─────────────────────────────────────────────────────── */

static void
test_text (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < n_columns (self); i++)
    {
      SynReadText *text = syn_read_column_get_text (column_at (self, i));
      SynArticle *article = syn_read_text_get_article (text);
      g_autofree char *all = dup_slice (text, 0, G_MAXINT);
      GArray *statements = syn_read_text_get_statements (text);

      g_assert_cmpstr (all, ==, syn_article_get_text (article));
      g_assert_cmpuint (statements->len, >, 30);
      for (guint k = 0; k < statements->len; k++)
        {
          const SynReadSpan *span = &g_array_index (statements, SynReadSpan, k);
          g_autofree char *shown = dup_slice (text, span->start, span->end);
          g_autofree char *meant = syn_article_dup_span (
              article, syn_comparison_get_statement (comparison (self), span->statement)->span);

          g_assert_cmpstr (shown, ==, meant);
        }
    }
}

/* Every mark stands on words of its own statement, no two on the same, and boxes on the words in conflict. */
static void
test_marks (Fixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (column_at (self, 0));
  SynArticle *article = syn_read_text_get_article (text);
  GArray *marks = syn_read_text_get_marks (text);
  guint n, n_boxes = 0;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison (self), &n);

  g_assert_cmpuint (marks->len, >, 10);
  for (guint i = 0; i < marks->len; i++)
    {
      const SynReadSpan *mark = &g_array_index (marks, SynReadSpan, i);
      const SynStatement *statement = syn_comparison_get_statement (comparison (self), mark->statement);

      g_assert_cmpuint (mark->start, <, mark->end);
      g_assert_cmpuint (mark->start, >=, syn_article_offset_to_chars (article, statement->span.start));
      g_assert_cmpuint (mark->end, <=, syn_article_offset_to_chars (article, statement->span.end));
      if (i > 0 && g_array_index (marks, SynReadSpan, i - 1).statement == mark->statement)
        g_assert_cmpuint (g_array_index (marks, SynReadSpan, i - 1).end, <=, mark->start);
      if (mark->kind == SYN_MARK_DIRECT || mark->kind == SYN_MARK_TENSION)
        {
          const SynConflict *conflict = &conflicts[mark->index];
          SynSpan span = conflict->a == mark->statement ? conflict->a_span : conflict->b_span;
          g_autofree char *boxed = dup_slice (text, mark->start, mark->end);
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
  Fixture self = { 0 };
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("Texts");
  g_autoptr (SynArticle) article = syn_article_new (NULL, texts[0], -1);
  GtkTextTagTable *tags;
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  syn_article_set_blocks (article, blocks, G_N_ELEMENTS (blocks));
  syn_corpus_add (corpus, article);
  set_up_texts (&self, (const char *const[]) { "x", NULL }, 1000);
  syn_session_set_corpus (self.base.session, corpus, NULL);
  settle (&self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (syn_read_column_get_text (column_at (&self, 0))));
  tags = gtk_text_buffer_get_tag_table (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 3);
  g_assert_true (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (tags, "faded")));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 20);
  g_assert_true (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (tags, "headline")));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 60);
  g_assert_false (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (tags, "faded")));
  tear_down (&self, NULL);
}

/* ── Going about ─────────────────────────────────────────────────────────── */

static void
test_align (Fixture *self, gconstpointer data)
{
  guint article = syn_read_column_get_article (column_at (self, 0));
  guint n;

  syn_comparison_get_first_statement (comparison (self), article, &n);
  g_assert_cmpuint (n_columns (self), >=, 3);
  /* From the first lines, where the others would have to be scrolled below 0, to the last ones. */
  for (guint from = 0; from + 6 < n; from += 6)
    {
      guint statement = find_shared (self, article, from);

      syn_session_activate (self->base.session, (gint) statement);
      settle (self);
      assert_level (self, statement);
    }
}

static void
test_align_animated (Fixture *self, gconstpointer data)
{
  guint statement = find_shared (self, syn_read_column_get_article (column_at (self, 0)), 20);
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  syn_session_activate (self->base.session, (gint) statement);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  assert_level (self, statement);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* What was brought to one height stays there when the window gets narrower and all lines break anew. */
static void
test_align_resized (Fixture *self, gconstpointer data)
{
  guint statement = find_shared (self, syn_read_column_get_article (column_at (self, 0)), 12);

  syn_session_activate (self->base.session, (gint) statement);
  settle (self);
  gtk_window_set_default_size (GTK_WINDOW (self->base.window), 1200, 700);
  for (guint i = 0; i < 4; i++)
    settle (self);
  assert_level (self, statement);
}

static void
test_reveal (Fixture *self, gconstpointer data)
{
  guint statement = find_shared (self, syn_read_column_get_article (column_at (self, 1)), 24);

  syn_session_reveal (self->base.session, statement);
  settle (self);
  assert_level (self, statement);
}

static void
test_hover (Fixture *self, gconstpointer data)
{
  guint statement = find_shared (self, syn_read_column_get_article (column_at (self, 0)), 0);

  syn_session_set_hover_statement (self->base.session, (gint) statement);
  for (guint i = 0; i < n_columns (self); i++)
    {
      SynReadColumn *column = column_at (self, i);
      gint other = syn_read_counterpart (comparison (self), statement, syn_read_column_get_article (column), -1);

      g_assert_true (syn_read_text_is_lit (syn_read_column_get_text (column), (guint) other));
    }
  syn_session_set_hover_statement (self->base.session, -1);
  g_assert_false (syn_read_text_is_lit (syn_read_column_get_text (column_at (self, 0)), statement));
}

/* A point in the middle of a statement's first line finds that statement, and one in the rail the same. */
static void
test_pointer (Fixture *self, gconstpointer data)
{
  SynReadColumn *column = column_at (self, 0);
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

static void
test_keys (Fixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (column_at (self, 0));
  gint before, after;

  gtk_widget_grab_focus (GTK_WIDGET (text));
  g_assert_true (syn_read_view_move_statement (read_view (self), 1));
  before = syn_session_get_active_statement (self->base.session);
  g_assert_true (syn_read_view_move_statement (read_view (self), 1));
  g_assert_cmpint (syn_session_get_active_statement (self->base.session), ==, before + 1);
  g_assert_true (syn_read_view_move_statement (read_view (self), -1));
  g_assert_false (syn_read_view_move_statement (read_view (self), -1));
  g_assert_true (syn_read_view_move_column (read_view (self), 1));
  after = syn_session_get_active_statement (self->base.session);
  g_assert_cmpuint (syn_comparison_get_statement (comparison (self), (guint) after)->article, ==,
                    syn_read_column_get_article (column_at (self, 1)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (syn_read_column_get_text (column_at (self, 1)))));
  g_assert_true (syn_read_view_move_column (read_view (self), -1));
  g_assert_false (syn_read_view_move_column (read_view (self), -1));
}

/* What the marks say is said in words as well, of the statement the reader stands on. */
static void
test_accessible (Fixture *self, gconstpointer data)
{
  SynReadColumn *column = column_at (self, 1);
  GtkAccessible *text = GTK_ACCESSIBLE (syn_read_column_get_text (column));
  guint statement = find_shared (self, syn_read_column_get_article (column), 3);
  g_autofree char *words = NULL;

  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       syn_source_get_name (syn_read_column_get_source (column)));
  g_assert_false (gtk_test_accessible_has_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  syn_session_activate (self->base.session, (gint) statement);
  words = syn_read_words_describe (self->base.session, statement);
  g_assert_true (g_str_has_prefix (words, "Statement "));
  g_assert_nonnull (strstr (words, syn_source_get_name (syn_read_column_get_source (column_at (self, 0)))));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

static void
scroll_to (Fixture *self, SynReadColumn *column, double position)
{
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (column));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), position);
  settle (self);
}

static void
test_sync (Fixture *self, gconstpointer data)
{
  SynReadColumn *first = column_at (self, 0), *second = column_at (self, 1);
  double before = 0;

  for (guint i = 1; i <= 20; i++)
    {
      scroll_to (self, first, syn_read_column_get_end (first) * i / 20);
      g_assert_cmpfloat (syn_read_column_get_position (second), >=, before - 1);
      before = syn_read_column_get_position (second);
    }
  g_assert_cmpfloat (ABS (before - syn_read_column_get_end (second)), <=, 2);
  scroll_to (self, first, 0);
  g_assert_cmpfloat (ABS (syn_read_column_get_position (second)), <=, 2);
  g_object_set (self->view, "sync-scroll", FALSE, NULL);
  scroll_to (self, first, syn_read_column_get_end (first));
  g_assert_cmpfloat (ABS (syn_read_column_get_position (second)), <=, 2);
}

/* A text learns its height bit by bit, on a busy machine for many frames; until then scrolling is not the reader's. */
static void
settle_height (Fixture *self, SynReadColumn *column)
{
  double before;

  do
    {
      before = syn_read_column_get_end (column);
      for (guint i = 0; i < 4; i++)
        settle (self);
    }
  while (syn_read_column_get_end (column) != before);
}

/* Scrolling takes up the blank space of a column that was moved beyond its start before it moves the text. */
static void
test_blank_space (Fixture *self, gconstpointer data)
{
  SynReadColumn *column = column_at (self, 0);

  g_object_set (self->view, "sync-scroll", FALSE, NULL);
  settle_height (self, column);
  syn_read_column_set_position (column, -120);
  settle (self);
  g_assert_cmpfloat (syn_read_column_get_position (column), ==, -120);
  scroll_to (self, column, 50);
  g_assert_cmpfloat (syn_read_column_get_position (column), ==, -70);
  scroll_to (self, column, 100);
  g_assert_cmpfloat (syn_read_column_get_position (column), ==, 30);
  syn_read_column_set_position (column, syn_read_column_get_end (column) + 90);
  settle (self);
  g_assert_cmpfloat (syn_read_column_get_position (column), ==, floor (syn_read_column_get_end (column)) + 90);
}

/* ── Finding and selecting ───────────────────────────────────────────────── */

static void
test_find (Fixture *self, gconstpointer data)
{
  SynFinder *finder = syn_read_view_get_finder (read_view (self));
  guint n = syn_read_view_find (read_view (self), "gravel on the Northern pier"), sum = 0;
  gint first;

  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i < syn_comparison_get_n_articles (comparison (self)); i++)
    sum += syn_finder_count_in (finder, i);
  g_assert_cmpuint (sum, ==, n);
  first = syn_finder_get_current (finder);
  g_assert_cmpint (first, >=, 0);
  syn_read_view_find_next (read_view (self), -1);
  syn_read_view_find_next (read_view (self), 1);
  g_assert_cmpint (syn_finder_get_current (finder), ==, first);
  for (guint i = 0; i < n; i++)
    {
      const SynFindHit *hit = syn_finder_get_hit (finder, (guint) syn_finder_get_current (finder));
      gboolean open = FALSE;

      settle (self);
      /* Its column is open, and the place in sight. */
      for (guint k = 0; k < n_columns (self); k++)
        {
          SynReadColumn *column = column_at (self, k);
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
      syn_read_view_find_next (read_view (self), 1);
    }
  g_assert_cmpint (syn_finder_get_current (finder), ==, first);
  g_assert_cmpuint (syn_read_view_find (read_view (self), NULL), ==, 0);
}

static void
test_find_bar (Fixture *self, gconstpointer data)
{
  SynFinder *finder = syn_read_view_get_finder (read_view (self));
  GtkWidget *bar = syn_find_bar_new (finder);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_ref (self->view);
  gtk_window_set_child (GTK_WINDOW (self->base.window), box);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_widget_set_vexpand (self->view, TRUE);
  g_object_unref (self->view);
  settle (self);
  g_assert_false (syn_find_bar_is_open (SYN_FIND_BAR (bar)));
  syn_find_bar_open (SYN_FIND_BAR (bar), "northern pier");
  g_assert_true (syn_find_bar_is_open (SYN_FIND_BAR (bar)));
  g_assert_cmpuint (syn_finder_get_n_hits (finder), >, 0);
  settle (self);
  syn_find_bar_close (SYN_FIND_BAR (bar));
  g_assert_cmpstr (syn_finder_get_text (finder), ==, "");
  g_assert_cmpuint (syn_finder_get_n_hits (finder), ==, 0);
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (column_at (self, 1));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GArray *statements = syn_read_text_get_statements (text);
  const SynReadSpan *from = &g_array_index (statements, SynReadSpan, 3);
  const SynReadSpan *to = &g_array_index (statements, SynReadSpan, 5);
  g_autoptr (GArray) none = syn_read_view_dup_selection_statements (read_view (self));
  g_autoptr (GArray) three = NULL;
  GtkTextIter start, end;

  g_assert_cmpuint (none->len, ==, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (gint) from->start + 4);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (gint) to->start + 4);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (text));
  three = syn_read_view_dup_selection_statements (read_view (self));
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpuint (g_array_index (three, guint, 0), ==, from->statement);
  g_assert_cmpuint (g_array_index (three, guint, 2), ==, to->statement);
}

/* ── Columns ─────────────────────────────────────────────────────────────── */

static void
assert_nothing_overflows (Fixture *self)
{
  int width = gtk_widget_get_width (self->view);

  for (guint i = 0; i < n_columns (self); i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (column_at (self, i)), self->view, &bounds));
      g_assert_cmpfloat (bounds.size.width, >=, 320);
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, width);
    }
}

static void
test_many (void)
{
  Fixture self = { 0 };
  guint article;

  view_fixture_open_invented (&self.base, 12, 8);
  show (&self, 1440, 700);
  settle (&self);
  g_assert_cmpuint (n_columns (&self), >=, 2);
  g_assert_cmpuint (n_columns (&self), <, 12);
  assert_nothing_overflows (&self);
  /* A folded one comes in; the pivot stays. */
  article = syn_comparison_get_n_articles (comparison (&self)) - 1;
  syn_read_view_open_column (read_view (&self), article);
  settle (&self);
  g_assert_cmpuint (syn_read_column_get_article (column_at (&self, 0)), ==, syn_session_get_pivot (self.base.session));
  g_assert_cmpuint (syn_read_column_get_article (column_at (&self, n_columns (&self) - 1)), ==, article);
  assert_nothing_overflows (&self);
  /* Activating a statement of a folded article opens it as well. */
  syn_session_activate (self.base.session, (gint) syn_comparison_get_first_statement (comparison (&self), 6, NULL));
  settle (&self);
  {
    gboolean open = FALSE;

    for (guint i = 0; i < n_columns (&self); i++)
      open = open || syn_read_column_get_article (column_at (&self, i)) == 6;
    g_assert_true (open);
  }
  tear_down (&self, NULL);
}

static void
test_narrow (void)
{
  Fixture self = { 0 };

  view_fixture_open_invented (&self.base, 4, 8);
  show (&self, 500, 700);
  settle (&self);
  g_assert_cmpuint (n_columns (&self), ==, 1);
  assert_nothing_overflows (&self);
  syn_read_view_open_column (read_view (&self), 3);
  settle (&self);
  g_assert_cmpuint (n_columns (&self), ==, 1);
  g_assert_cmpuint (syn_read_column_get_article (column_at (&self, 0)), ==, 3);
  tear_down (&self, NULL);
}

static void
test_hidden_source (Fixture *self, gconstpointer data)
{
  guint n = n_columns (self);
  guint article = syn_read_column_get_article (column_at (self, 1));

  syn_source_set_visible (syn_session_find_source (self->base.session, article), FALSE);
  settle (self);
  for (guint i = 0; i < n_columns (self); i++)
    g_assert_cmpuint (syn_read_column_get_article (column_at (self, i)), !=, article);
  syn_source_set_visible (syn_session_find_source (self->base.session, article), TRUE);
  settle (self);
  g_assert_cmpuint (n_columns (self), ==, n);
}

static void
test_before_comparison (void)
{
  static const char *const texts[] = { "One headline\n\nA sentence of the first.", "Another headline\n\nMore of it.",
                                       "", NULL };
  Fixture self = { 0 };

  set_up_texts (&self, texts, 1400);
  settle (&self);
  g_assert_null (comparison (&self));
  g_assert_cmpuint (n_columns (&self), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      SynReadText *text = syn_read_column_get_text (column_at (&self, i));
      g_autofree char *all = dup_slice (text, 0, G_MAXINT);

      g_assert_cmpstr (all, ==, syn_article_get_text (syn_read_text_get_article (text)));
      g_assert_null (syn_read_text_get_statements (text));
      g_assert_cmpint (syn_read_text_find_statement_at (text, 50, 50), ==, -1);
    }
  g_assert_false (syn_read_view_move_statement (read_view (&self), 1));
  g_assert_cmpuint (syn_read_view_find (read_view (&self), "headline"), ==, 2);
  settle (&self);
  tear_down (&self, NULL);
}

/* As in the window: on a page that is not seen at first, beside a panel. */
static void
test_in_window (void)
{
  Fixture self = { 0 };
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *outer = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *sources = gtk_label_new ("Sources");
  GtkWidget *stack = adw_view_stack_new ();

  view_fixture_open_invented (&self.base, 5, 30);
  self.view = syn_read_view_new (self.base.session);
  adw_view_stack_add_named (ADW_VIEW_STACK (stack), gtk_label_new ("Compare"), "compare");
  adw_view_stack_add_named (ADW_VIEW_STACK (stack), self.view, "read");
  gtk_paned_set_start_child (GTK_PANED (paned), stack);
  gtk_paned_set_end_child (GTK_PANED (paned), gtk_label_new ("Claims"));
  gtk_paned_set_resize_start_child (GTK_PANED (outer), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (outer), FALSE);
  gtk_widget_set_visible (sources, FALSE);
  gtk_paned_set_start_child (GTK_PANED (outer), sources);
  gtk_paned_set_end_child (GTK_PANED (outer), paned);
  view_fixture_show (&self.base, outer, 1440, 900);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "read");
  for (guint i = 0; i < 5; i++)
    settle (&self);
  g_assert_cmpuint (n_columns (&self), >=, 2);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "compare");
  view_fixture_settle (outer);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "read");
  settle (&self);
  tear_down (&self, NULL);
}

static void
test_no_corpus (void)
{
  static const char *const texts[] = { NULL };
  Fixture self = { 0 };

  set_up_texts (&self, texts, 800);
  g_assert_cmpuint (n_columns (&self), ==, 0);
  g_assert_null (syn_read_view_get_current_column (read_view (&self)));
  g_assert_false (syn_read_view_move_column (read_view (&self), 1));
  syn_read_view_copy_citation (read_view (&self));
  tear_down (&self, NULL);
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

/* What is drawn does not grow with the article. */
static void
test_long (void)
{
  g_autofree char *first = make_long_text (0, 3000);
  g_autofree char *second = make_long_text (1, 3000);
  const char *const texts[] = { first, second, NULL };
  Fixture self = { 0 };
  guint from, end;
  SynReadColumn *column;

  view_fixture_open (&self.base, texts);
  show (&self, 1000, 700);
  settle (&self);
  column = column_at (&self, 0);
  g_assert_cmpuint (syn_read_text_get_statements (syn_read_column_get_text (column))->len, >=, 3000);
  g_assert_true (syn_read_text_get_visible_statements (syn_read_column_get_text (column), &from, &end));
  g_assert_cmpuint (end - from, <, 60);
  syn_session_activate (self.base.session,
                        (gint) find_shared (&self, syn_read_column_get_article (column), 2900));
  for (guint i = 0; i < 5; i++)
    settle (&self);
  assert_level (&self, (guint) syn_session_get_active_statement (self.base.session));
  tear_down (&self, NULL);
}

static void
get_bounds (GtkWidget *spine, GtkTextDirection direction, graphene_rect_t *out_bounds)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gtk_widget_set_direction (spine, direction);
  GTK_WIDGET_GET_CLASS (spine)->snapshot (spine, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, out_bounds);
  gsk_render_node_unref (node);
}

/* The turned name stands where it stands, whichever way the window is read. */
static void
test_spine_rtl (Fixture *self, gconstpointer data)
{
  GtkWidget *spine = gtk_widget_get_first_child (self->view);
  graphene_rect_t ltr, rtl;

  while (spine != NULL && !(SYN_IS_READ_SPINE (spine) && gtk_widget_get_mapped (spine)))
    spine = gtk_widget_get_next_sibling (spine);
  g_assert_nonnull (spine);
  g_object_set (syn_source_get_article (syn_read_spine_get_source (SYN_READ_SPINE (spine))), "outlet", "Post", NULL);
  get_bounds (spine, GTK_TEXT_DIR_LTR, &ltr);
  get_bounds (spine, GTK_TEXT_DIR_RTL, &rtl);
  g_assert_cmpfloat_with_epsilon (ltr.origin.y, rtl.origin.y, 2);
  g_assert_cmpfloat_with_epsilon (ltr.size.height, rtl.size.height, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/read/text", test_text },
    { "/read/marks", test_marks },
    { "/read/align", test_align },
    { "/read/align-animated", test_align_animated },
    { "/read/align-resized", test_align_resized },
    { "/read/reveal", test_reveal },
    { "/read/hover", test_hover },
    { "/read/pointer", test_pointer },
    { "/read/keys", test_keys },
    { "/read/accessible", test_accessible },
    { "/read/sync", test_sync },
    { "/read/blank-space", test_blank_space },
    { "/read/find", test_find },
    { "/read/find-bar", test_find_bar },
    { "/read/selection", test_selection },
    { "/read/hidden-source", test_hidden_source },
  };

  view_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/read/boilerplate", test_boilerplate);
  g_test_add_func ("/read/many", test_many);
  g_test_add_func ("/read/narrow", test_narrow);
  g_test_add_func ("/read/before-comparison", test_before_comparison);
  g_test_add_func ("/read/in-window", test_in_window);
  g_test_add_func ("/read/no-corpus", test_no_corpus);
  g_test_add ("/read/spine-rtl", Fixture, NULL, set_up, test_spine_rtl, tear_down);
  g_test_add_func ("/read/long", test_long);
  return g_test_run ();
}
