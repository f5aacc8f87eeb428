/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-fixture.h"
#include "syn-column-style.h"

#include "syn-read-spine.h"

static void
assert_nothing_overflows (ReadFixture *self)
{
  int width = gtk_widget_get_width (self->view);

  for (guint i = 0; i < read_fixture_n_columns (self); i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (read_fixture_column_at (self, i)), self->view, &bounds));
      g_assert_cmpfloat (bounds.size.width, >=, 320);
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, width);
    }
}

static void
test_many (void)
{
  ReadFixture self = { 0 };
  SynReadColumn *last;
  guint article, first;

  view_fixture_open_invented (&self.base, 12, 8);
  read_fixture_show (&self, 1440, 700);
  read_fixture_settle (&self);
  g_assert_cmpuint (read_fixture_n_columns (&self), >=, 2);
  g_assert_cmpuint (read_fixture_n_columns (&self), <, 12);
  assert_nothing_overflows (&self);
  /* A folded one comes in; the pivot stays. */
  article = syn_comparison_get_n_articles (read_fixture_comparison (&self)) - 1;
  syn_read_view_open_column (read_fixture_view (&self), article);
  read_fixture_settle (&self);
  g_assert_cmpuint (syn_read_column_get_article (read_fixture_column_at (&self, 0)), ==,
                    syn_session_get_pivot (self.base.session));
  last = read_fixture_column_at (&self, read_fixture_n_columns (&self) - 1);
  g_assert_cmpuint (syn_read_column_get_article (last), ==, article);
  assert_nothing_overflows (&self);
  /* Activating a statement of a folded article opens it as well. */
  first = syn_comparison_get_first_statement (read_fixture_comparison (&self), 6, NULL);
  syn_session_activate (self.base.session, (gint) first);
  read_fixture_settle (&self);
  {
    gboolean open = FALSE;

    for (guint i = 0; i < read_fixture_n_columns (&self); i++)
      open = open || syn_read_column_get_article (read_fixture_column_at (&self, i)) == 6;
    g_assert_true (open);
  }
  read_fixture_tear_down (&self, NULL);
}

static void
test_narrow (void)
{
  ReadFixture self = { 0 };

  view_fixture_open_invented (&self.base, 4, 8);
  read_fixture_show (&self, 500, 700);
  read_fixture_settle (&self);
  g_assert_cmpuint (read_fixture_n_columns (&self), ==, 1);
  assert_nothing_overflows (&self);
  syn_read_view_open_column (read_fixture_view (&self), 3);
  read_fixture_settle (&self);
  g_assert_cmpuint (read_fixture_n_columns (&self), ==, 1);
  g_assert_cmpuint (syn_read_column_get_article (read_fixture_column_at (&self, 0)), ==, 3);
  read_fixture_tear_down (&self, NULL);
}

static void
test_hidden_source (ReadFixture *self, gconstpointer data)
{
  guint n = read_fixture_n_columns (self);
  guint article = syn_read_column_get_article (read_fixture_column_at (self, 1));

  syn_source_set_visible (syn_session_find_source (self->base.session, article), FALSE);
  read_fixture_settle (self);
  for (guint i = 0; i < read_fixture_n_columns (self); i++)
    g_assert_cmpuint (syn_read_column_get_article (read_fixture_column_at (self, i)), !=, article);
  syn_source_set_visible (syn_session_find_source (self->base.session, article), TRUE);
  read_fixture_settle (self);
  g_assert_cmpuint (read_fixture_n_columns (self), ==, n);
}

/* As in the window: on a page that is not seen at first, beside a panel. */
static void
test_in_window (void)
{
  ReadFixture self = { 0 };
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
    read_fixture_settle (&self);
  g_assert_cmpuint (read_fixture_n_columns (&self), >=, 2);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "compare");
  view_fixture_settle (outer);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "read");
  read_fixture_settle (&self);
  read_fixture_tear_down (&self, NULL);
}

static void
test_no_corpus (void)
{
  static const char *const texts[] = { NULL };
  ReadFixture self = { 0 };

  read_fixture_set_up_texts (&self, texts, 800);
  g_assert_cmpuint (read_fixture_n_columns (&self), ==, 0);
  g_assert_null (syn_read_view_get_current_column (read_fixture_view (&self)));
  g_assert_false (syn_read_view_move_column (read_fixture_view (&self), 1));
  syn_read_view_copy_citation (read_fixture_view (&self));
  read_fixture_tear_down (&self, NULL);
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
test_spine_rtl (ReadFixture *self, gconstpointer data)
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

static int
font_height (SynReadText *text)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (text));

  return pango_font_description_get_size (pango_context_get_font_description (context));
}

/* Size and face of one outlet, which it keeps; the others stay as they are. */
static void
test_style (ReadFixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (read_fixture_column_at (self, 0));
  SynReadText *other = syn_read_column_get_text (read_fixture_column_at (self, 1));
  const char *name = syn_source_get_name (syn_read_text_get_source (text));
  int before = font_height (text);

  syn_column_style_set (name, (SynColumnStyle) { syn_column_style_step (100, 1), "sans" });
  read_fixture_settle (self);
  g_assert_cmpint (syn_column_style_get (name).zoom, ==, 110);
  g_assert_cmpstr (syn_column_style_get (name).face, ==, "sans");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (text), "face-sans"));
  g_assert_cmpfloat_with_epsilon (font_height (text), before * 1.1, before * 0.02);
  g_assert_cmpint (font_height (other), ==, before);
  syn_column_style_set (name, (SynColumnStyle) { 100, "" });
  read_fixture_settle (self);
  g_assert_cmpint (font_height (text), ==, before);
}

/* Words run as their language does, whatever the window does; the rail is where lines begin. */
static void
test_right_to_left (ReadFixture *self, gconstpointer data)
{
  SynReadText *text = syn_read_column_get_text (read_fixture_column_at (self, 0));
  guint from, end;
  double top, bottom, line;
  gint x, y;

  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (text)), ==, GTK_TEXT_DIR_LTR);
  g_object_set (syn_read_text_get_article (text), "language", "he", NULL);
  read_fixture_settle (self);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (text)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_text_view_get_right_margin (GTK_TEXT_VIEW (text)), >,
                   gtk_text_view_get_left_margin (GTK_TEXT_VIEW (text)));
  g_assert_true (syn_read_text_get_visible_statements (text, &from, &end));
  g_assert_true (syn_read_text_get_statement_lines (text, from + 1, &top, &bottom, &line));
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (text), GTK_TEXT_WINDOW_WIDGET, 0, (gint) (top + line / 2), &x,
                                         &y);
  g_assert_cmpint (
      syn_read_text_find_statement_at (text, gtk_widget_get_width (GTK_WIDGET (text)) - 12, y), ==, (gint) from + 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReadFixture *self, gconstpointer data);
  } tests[] = {
    { "/read-columns/hidden-source", test_hidden_source },
    { "/read-columns/spine-rtl", test_spine_rtl },
    { "/read-columns/style", test_style },
    { "/read-columns/right-to-left", test_right_to_left },
  };

  view_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReadFixture, NULL, read_fixture_set_up, tests[i].test, read_fixture_tear_down);
  g_test_add_func ("/read-columns/many", test_many);
  g_test_add_func ("/read-columns/narrow", test_narrow);
  g_test_add_func ("/read-columns/in-window", test_in_window);
  g_test_add_func ("/read-columns/no-corpus", test_no_corpus);
  return g_test_run ();
}
