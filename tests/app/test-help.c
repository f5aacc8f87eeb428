/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help, preferences and printing, in a real window. */
#include "config.h"

#include <glib/gstdio.h>

#include "syn-compare-describe.h"
#include "syn-help-topics.h"
#include "syn-reading-style.h"
#include "syn-settings.h"
#include "syn-window.h"
#include "view-fixture.h"

#define PATIENCE_US (60 * G_USEC_PER_SEC)

typedef struct
{
  SynWorkspace *workspace;
  SynWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->workspace = syn_workspace_open (":memory:", FALSE, &error);
  g_assert_no_error (error);
  self->window = syn_window_new (NULL, self->workspace);
  gtk_window_present (GTK_WINDOW (self->window));
  view_fixture_settle (GTK_WIDGET (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  syn_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
}

static void
open_sample (Fixture *self)
{
  SynSession *session = syn_window_get_session (self->window);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-sample", "s", "ferry");
  while (syn_session_get_busy (session) || syn_session_get_rows (session) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* The window that came last. */
static GtkWidget *
find_newest (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) newest = g_list_model_get_item (windows, g_list_model_get_n_items (windows) - 1);

  return newest;
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static void
test_markup (void)
{
  guint n;
  const SynHelpTopic *topics = syn_help_get_topics (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; topics[i].paragraphs[j] != NULL; j++)
      {
        g_autoptr (GError) error = NULL;

        pango_parse_markup (topics[i].paragraphs[j], -1, 0, NULL, NULL, NULL, &error);
        g_assert_no_error (error);
      }
}

static void
test_help (Fixture *self, gconstpointer data)
{
  GtkWidget *help;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.help", "s", "marks");
  help = find_newest ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (help), ==, "SynHelpWindow");
  g_assert_true (shows_text (help, "a direct conflict"));
  g_assert_false (shows_text (help, "The pivot"));
  gtk_window_destroy (GTK_WINDOW (help));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.help", "s", "");
  help = find_newest ();
  g_assert_true (shows_text (help, "It works offline"));
  gtk_window_destroy (GTK_WINDOW (help));
}

static void
test_preferences (Fixture *self, gconstpointer data)
{
  GtkWidget *preferences;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.preferences", NULL);
  preferences = find_newest ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (preferences), ==, "SynPreferences");
  view_fixture_settle (preferences);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static int
measure_line (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  return pango_font_description_get_size (pango_context_get_font_description (context));
}

static void
test_reading_size (Fixture *self, gconstpointer data)
{
  GtkWidget *label = gtk_label_new ("Words");
  GtkWidget *window = gtk_window_new ();
  int usual;

  gtk_widget_add_css_class (label, "reading");
  gtk_widget_add_css_class (label, "statement");
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  view_fixture_settle (label);
  usual = measure_line (label);
  syn_settings_set_int ("reading-size", 150);
  view_fixture_settle (label);
  g_assert_cmpint (measure_line (label), >=, usual * 149 / 100);
  g_assert_cmpint (measure_line (label), <=, usual * 151 / 100);
  syn_settings_set_int ("reading-size", 100);
  view_fixture_settle (label);
  g_assert_cmpint (measure_line (label), ==, usual);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
print_to (Fixture *self, SynPrintWhat what, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = syn_window_new_print (self->window, what);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  int pages;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (self->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &pages, NULL);
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  return (guint) pages;
}

static void
test_print (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("synoptic-print-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);

  g_assert_no_error (error);
  open_sample (self);
  g_assert_cmpuint (print_to (self, SYN_PRINT_COMPARISON, path), >=, 3);
  g_assert_cmpuint (print_to (self, SYN_PRINT_CLAIMS, path), >=, 2);
  g_unlink (path);
  g_rmdir (folder);
}

/* Every statement of a visible source is on paper, once. */
static void
test_print_complete (Fixture *self, gconstpointer data)
{
  SynSession *session = syn_window_get_session (self->window);
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  SynComparison *comparison;

  open_sample (self);
  comparison = syn_session_get_comparison (session);
  blocks = syn_print_content_new (session, SYN_PRINT_COMPARISON, SYN_PRINT_IN_FULL, &heads);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SynPrintBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < block->cells->len; j++)
        if (g_ptr_array_index (block->cells, j) != NULL)
          {
            g_autofree char *plain = NULL;

            g_assert_true (pango_parse_markup (g_ptr_array_index (block->cells, j), -1, 0, NULL, &plain,
                                               NULL, NULL));
            g_string_append (all, plain);
          }
    }
  for (guint i = 0; i < syn_comparison_get_n_statements (comparison); i++)
    {
      g_autoptr (SynStatementCell) cell = syn_describe_cell (session, i, -1);

      g_assert_nonnull (strstr (all->str, cell->text));
    }
}

/* What is folded is one line that says how much it stands for, and all else is as it was. */
static void
test_print_folded (Fixture *self, gconstpointer data)
{
  SynSession *session = syn_window_get_session (self->window);
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GPtrArray) heads_folded = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) folded = NULL;
  guint n_lines = 0;

  open_sample (self);
  blocks = syn_print_content_new (session, SYN_PRINT_COMPARISON, SYN_PRINT_IN_FULL, &heads);
  folded = syn_print_content_new (session, SYN_PRINT_COMPARISON, SYN_PRINT_FOLD_ALONE | SYN_PRINT_FOLD_COPIED,
                                  &heads_folded);
  g_assert_cmpuint (folded->len, <, blocks->len);
  for (guint i = 0; i < folded->len; i++)
    {
      const SynPrintBlock *block = g_ptr_array_index (folded, i);
      guint n_cells = 0;

      for (guint j = 0; j < block->cells->len; j++)
        n_cells += g_ptr_array_index (block->cells, j) != NULL;
      n_lines += n_cells == 0;
      g_assert_true (n_cells > 0 || block->heading != NULL);
    }
  g_assert_cmpuint (n_lines, >, 0);
  g_assert_cmpuint (n_lines, <, folded->len);
}

static GtkWidget *
find_type (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_tour (Fixture *self, gconstpointer data)
{
  SynSession *session = syn_window_get_session (self->window);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  GtkWidget *tour;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.tour", NULL);
  while ((tour = find_type (GTK_WIDGET (self->window), "SynTour")) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (shows_text (tour, "1 of 5"));
  g_assert_cmpint (syn_session_get_selected_claim (session), ==, -1);
  g_signal_emit_by_name (tour, "step", 1);
  g_assert_true (shows_text (tour, "2 of 5"));
  g_assert_cmpint (syn_session_get_selected_claim (session), >=, 0);
  for (guint i = 2; i < 5; i++)
    g_signal_emit_by_name (tour, "step", i);
  g_assert_true (shows_text (tour, "5 of 5"));
  g_signal_emit_by_name (tour, "ended");
  g_assert_null (find_type (GTK_WIDGET (self->window), "SynTour"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/help/pages", test_help },
    { "/help/preferences", test_preferences },
    { "/help/reading-size", test_reading_size },
    { "/help/tour", test_tour },
    { "/print/to-file", test_print },
    { "/print/complete", test_print_complete },
    { "/print/folded", test_print_folded },
  };

  view_fixture_init (&argc, &argv);
  syn_application_load_styles (gdk_display_get_default ());
  g_test_add_func ("/help/markup", test_markup);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
