/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which marks are drawn, and what each says when it is asked. */
#include "config.h"

#include "read-fixture.h"
#include "syn-mark-popover.h"
#include "syn-read-text-private.h"
#include "syn-ribbon.h"
#include "syn-settings.h"

static SynReadText *
text_at (ReadFixture *self, guint i)
{
  return syn_read_column_get_text (read_fixture_column_at (self, i));
}

static guint
count_kind (SynReadText *text, SynMarkKind kind)
{
  GArray *marks = syn_read_text_get_marks (text);
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    n += g_array_index (marks, SynReadSpan, i).kind == kind;
  return n;
}

static void
show_all (void)
{
  for (guint kind = 0; kind < SYN_N_MARK_KINDS; kind++)
    syn_mark_choice_set_kind (kind, TRUE);
}

/* A kind that is switched off goes at once, and comes back as it was. */
static void
test_switches (ReadFixture *self, gconstpointer data)
{
  SynReadText *text = text_at (self, 0);
  guint before[SYN_N_MARK_KINDS];

  for (guint kind = 0; kind < SYN_N_MARK_KINDS; kind++)
    before[kind] = count_kind (text, kind);
  g_assert_cmpuint (before[SYN_MARK_DIRECT] + before[SYN_MARK_TENSION], >, 0);
  g_assert_cmpuint (before[SYN_MARK_SAME] + before[SYN_MARK_COPIED] + before[SYN_MARK_RELATED], >, 0);
  for (guint kind = 0; kind < SYN_MARK_DIFFERENCE; kind++)
    {
      syn_mark_choice_set_kind (kind, FALSE);
      g_assert_cmpuint (count_kind (text, kind), ==, 0);
      g_assert_false (syn_mark_kinds_has (syn_mark_choice_get_kinds (), kind));
      syn_mark_choice_set_kind (kind, TRUE);
      for (guint other = 0; other < SYN_N_MARK_KINDS; other++)
        g_assert_cmpuint (count_kind (text, other), ==, before[other]);
    }
}

static GskRenderNode *
draw (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
draws_ribbons (ReadFixture *self)
{
  GtkWidget *ribbon = view_fixture_find (self->view, SYN_TYPE_RIBBON);
  GskRenderNode *node = draw (ribbon);
  gboolean some = node != NULL;

  g_clear_pointer (&node, gsk_render_node_unref);
  return some;
}

static void
test_ribbons (ReadFixture *self, gconstpointer data)
{
  syn_settings_set_string ("ribbons", "off");
  g_assert_false (draws_ribbons (self));
  syn_settings_set_string ("ribbons", "active");
  read_fixture_settle (self);
  syn_session_activate (self->base.session,
                        (gint) read_fixture_find_shared (
                            self, syn_read_column_get_article (read_fixture_column_at (self, 0)), 4));
  read_fixture_settle (self);
  g_assert_true (draws_ribbons (self));
  syn_settings_set_string ("ribbons", "all");
  g_assert_true (draws_ribbons (self));
}

/* Or NULL, before anything was explained. */
static SynMarkPopover *
get_popover (ReadFixture *self)
{
  return (SynMarkPopover *) view_fixture_find (self->view, SYN_TYPE_MARK_POPOVER);
}

/* What is not marked has nothing to say. */
static void
assert_unexplained (ReadFixture *self, const char *words)
{
  SynComparison *comparison = read_fixture_comparison (self);

  for (guint statement = 0; statement < syn_comparison_get_n_statements (comparison); statement++)
    {
      g_autofree char *text = syn_comparison_dup_statement_text (comparison, statement);

      if (!g_str_has_prefix (text, words))
        continue;
      syn_session_activate (self->base.session, (gint) statement);
      read_fixture_settle (self);
      g_assert_false (syn_read_view_explain (read_fixture_view (self)));
      g_assert_true (get_popover (self) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (get_popover (self))));
      return;
    }
  g_assert_not_reached ();
}

/* The words that one of two has are marked there, in the article that is not the pivot. */
static void
test_differences (void)
{
  static const char *const texts[]
      = { "Plane comes down\n\nThe cargo plane came down in a field near the village of Arlen at dawn.\n\nNobody else was there.",
          "Fall of a plane\n\nThe cargo plane came down in a meadow near the village of Arlen at dawn.\n\nRain fell all day long.",
          NULL };
  ReadFixture self = { 0 };
  const SynReadSpan *span;
  g_autofree char *words = NULL;
  SynReadText *other;

  view_fixture_open (&self.base, texts);
  read_fixture_show (&self, 1000, 700);
  read_fixture_settle (&self);
  g_assert_cmpuint (text_at (&self, 0)->differences->len, ==, 0);
  other = text_at (&self, 1);
  g_assert_cmpuint (other->differences->len, ==, 1);
  span = &g_array_index (other->differences, SynReadSpan, 0);
  words = read_fixture_dup_slice (other, span->start, span->end);
  g_assert_true (g_str_equal (words, "meadow") || g_str_equal (words, "field"));
  syn_mark_choice_set_kind (SYN_MARK_DIFFERENCE, FALSE);
  g_assert_cmpuint (other->differences->len, ==, 0);
  syn_mark_choice_set_kind (SYN_MARK_DIFFERENCE, TRUE);
  g_assert_cmpuint (other->differences->len, ==, 1);
  assert_unexplained (&self, "Nobody else");
  read_fixture_tear_down (&self, NULL);
}

/* The middle of the first line of @mark, in the text's coordinates. */
static void
get_middle (SynReadText *text, SynReadSpan *mark, double *out_x, double *out_y)
{
  double origin = syn_read_text_measure (text, mark);
  const graphene_rect_t *line = &g_array_index (mark->segments, graphene_rect_t, 0);
  gint x, y;

  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (text), GTK_TEXT_WINDOW_WIDGET,
                                         (gint) (line->origin.x + line->size.width / 2),
                                         (gint) (origin + line->origin.y + line->size.height / 2), &x, &y);
  *out_x = x;
  *out_y = y;
}

/* A box is clickable as a whole, a line only beside the words, so that a click on the text stays one. */
static void
test_hit (ReadFixture *self, gconstpointer data)
{
  SynReadText *text = text_at (self, 0);
  GArray *marks = syn_read_text_get_marks (text);
  guint n_boxes = 0, n_lines = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      SynReadSpan *mark = &g_array_index (marks, SynReadSpan, i);
      double x, y;

      get_middle (text, mark, &x, &y);
      if (y < 0 || y > gtk_widget_get_height (GTK_WIDGET (text)) - 40 || mark->kind == SYN_MARK_VARIANT)
        continue;
      if (mark->kind <= SYN_MARK_RELATED)
        {
          g_assert_null (syn_read_text_find_mark_at (text, x, y));
          g_assert_true (syn_read_text_find_mark_at (text, x, y + 10) == mark);
          n_lines++;
        }
      else
        {
          g_assert_true (syn_read_text_find_mark_at (text, x, y) == mark);
          n_boxes++;
        }
    }
  g_assert_cmpuint (n_boxes, >, 0);
  g_assert_cmpuint (n_lines, >, 0);
}

static guint
find_conflicting (ReadFixture *self)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (read_fixture_comparison (self), &n);
  guint article = syn_read_column_get_article (read_fixture_column_at (self, 0));

  for (guint i = 0; i < n; i++)
    if (conflicts[i].tier <= SYN_TIER_LIKELY
        && syn_comparison_get_statement (read_fixture_comparison (self), conflicts[i].a)->article == article)
      return conflicts[i].a;
  g_assert_not_reached ();
}

/* The label that shows @text, or NULL. */
static GtkWidget *
find_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* From the keyboard: reason, both wordings and what can be done; Escape gives the focus back. */
static void
test_explain (ReadFixture *self, gconstpointer data)
{
  SynMarkPopover *popover;
  guint statement = find_conflicting (self), n;
  const SynMarkItem *item;
  const SynConflict *conflict;
  g_autofree char *own = syn_comparison_dup_statement_text (read_fixture_comparison (self), statement);
  g_autofree char *other = NULL;
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (text_at (self, 0)));
  syn_session_activate (self->base.session, (gint) statement);
  read_fixture_settle (self);
  g_assert_true (syn_read_view_explain (read_fixture_view (self)));
  read_fixture_settle (self);
  popover = get_popover (self);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  item = syn_mark_popover_get_item (popover);
  g_assert_cmpint (item->kind, >=, SYN_MARK_DIRECT);
  conflict = &syn_comparison_get_conflicts (read_fixture_comparison (self), &n)[item->index];
  other = syn_comparison_dup_statement_text (read_fixture_comparison (self), (guint) item->other);
  g_assert_nonnull (find_text (GTK_WIDGET (popover), conflict->reason));
  g_assert_nonnull (find_text (GTK_WIDGET (popover), own));
  g_assert_nonnull (find_text (GTK_WIDGET (popover), other));
  g_assert_nonnull (find_text (GTK_WIDGET (popover), "Dismiss"));
  g_assert_nonnull (find_text (GTK_WIDGET (popover), "Open in Compare"));
  focus = gtk_root_get_focus (gtk_widget_get_root (self->view));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  read_fixture_settle (self);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (text_at (self, 0))));
}

/* The buttons name the pair and the conflict that is shown. */
static void
test_targets (ReadFixture *self, gconstpointer data)
{
  SynMarkPopover *popover;
  guint statement = find_conflicting (self), a, b;
  GtkWidget *button;
  GVariant *target;

  syn_session_activate (self->base.session, (gint) statement);
  read_fixture_settle (self);
  g_assert_true (syn_read_view_explain (read_fixture_view (self)));
  read_fixture_settle (self);
  popover = get_popover (self);
  button = gtk_widget_get_ancestor (find_text (GTK_WIDGET (popover), "Dismiss"), GTK_TYPE_BUTTON);
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
  g_assert_cmpint (g_variant_get_int32 (target), ==, (gint) syn_mark_popover_get_item (popover)->index);
  button = gtk_widget_get_ancestor (find_text (GTK_WIDGET (popover), "ink"), GTK_TYPE_BUTTON);
  g_variant_get (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), "(uu)", &a, &b);
  g_assert_cmpuint (a, ==, statement);
  g_assert_cmpint ((gint) b, ==, syn_mark_popover_get_item (popover)->other);
  /* Another statement: what is said there is of no use any more. */
  syn_session_activate (self->base.session, (gint) statement + 1);
  read_fixture_settle (self);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (popover)));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReadFixture *self, gconstpointer data);
  } tests[] = {
    { "/read-marks/switches", test_switches }, { "/read-marks/ribbons", test_ribbons },
    { "/read-marks/hit", test_hit },           { "/read-marks/explain", test_explain },
    { "/read-marks/targets", test_targets },
  };

  view_fixture_init (&argc, &argv);
  show_all ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReadFixture, NULL, read_fixture_set_up, tests[i].test, read_fixture_tear_down);
  g_test_add_func ("/read-marks/differences", test_differences);
  return g_test_run ();
}
