/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole window, through its actions: what a menu, a key or an assistive tool does. */
#include "config.h"

#include <glib/gstdio.h>

#include "store/syn-database.h"
#include "syn-export-dialog.h"
#include "syn-settings.h"
#include "syn-statements-dialog.h"
#include "syn-window-private.h"
#include "view-fixture.h"
#include "window-fixture.h"

static void
test_first_run (WindowFixture *self, gconstpointer data)
{
  static const char *const off[] = { "tag", "export", "next-conflict", "undo", "dismiss", "rename",
                                     "import-report", "cancel" };

  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->main_stack), ==, "start");
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    g_assert_false (window_fixture_is_enabled (self, off[i]));
  g_assert_true (window_fixture_is_enabled (self, "open-files"));
  g_assert_true (window_fixture_is_enabled (self, "open-sample"));
}

static void
test_open (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  guint n;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->main_stack), ==, "corpus");
  g_assert_cmpstr (syn_session_get_title (session), ==, "Ferry collision off Port Velm");
  g_assert_cmpuint (g_list_model_get_n_items (syn_session_get_sources (session)), ==, 6);
  syn_comparison_get_claims (syn_session_get_comparison (session), &n);
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (syn_claim_list_get_n_shown (syn_claim_panel_get_list (self->window->claim_panel)),
                    ==, n);
  g_assert_true (window_fixture_is_enabled (self, "export"));
  g_assert_true (window_fixture_is_enabled (self, "import-report"));
  g_assert_false (window_fixture_is_enabled (self, "tag"));
}

static void
test_order (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  GListModel *sources = syn_session_get_sources (session);
  g_autoptr (SynSource) first = g_list_model_get_item (sources, 0);
  g_autoptr (SynSource) moved = NULL;

  /* Who published first stands first and gives the rows their order. */
  g_assert_cmpstr (syn_source_get_name (first), ==, "Coastal Wire");
  g_assert_true (syn_source_get_pivot (first));
  g_assert_cmpuint (syn_session_get_pivot (session), ==, syn_source_get_index (first));
  syn_session_move_source (session, 0, 2);
  moved = g_list_model_get_item (sources, 2);
  g_assert_true (moved == first);
  window_fixture_do (self, "next-conflict");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "pivot", g_variant_new_uint32 (3));
  g_assert_cmpuint (syn_session_get_pivot (session), ==, 3);
  g_assert_cmpuint (syn_rows_get_pivot (syn_session_get_rows (session)), ==, 3);
}

static void
test_tag_undo (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  gint claim;

  window_fixture_do (self, "next-conflict");
  claim = syn_session_get_selected_claim (session);
  g_assert_cmpint (claim, >=, 0);
  g_assert_nonnull (syn_session_get_conflict (session, (guint) claim));
  window_fixture_tag (self, "disputed");
  window_fixture_wait_done (self, 1);
  claim = syn_session_get_selected_claim (session);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) claim), ==, SYN_VERDICT_DISPUTED);
  g_assert_nonnull (syn_session_get_record (session, (guint) claim));
  window_fixture_do (self, "undo");
  window_fixture_wait_done (self, 2);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) claim), ==, SYN_VERDICT_OPEN);
  window_fixture_do (self, "redo");
  window_fixture_wait_done (self, 3);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) claim), ==, SYN_VERDICT_DISPUTED);
}

/* The claims that the filter keeps: each is a stop of its own. */
static guint
count_in_conflict (SynSession *session)
{
  guint n, n_in = 0;

  syn_comparison_get_claims (syn_session_get_comparison (session), &n);
  for (guint i = 0; i < n; i++)
    n_in += syn_session_get_conflict (session, i) != NULL;
  return n_in;
}

/* Down the conflicts and around the end: every one is stopped at once, also one that stands over a
   statement which makes no claim. */
static void
test_conflict_steps (WindowFixture *self, gconstpointer data)
{
  guint n, current;
  gint claim;
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  SynSession *session = window_fixture_open_sample (self);

  /* Without its claim, a statement keeps its conflict. */
  window_fixture_do (self, "next-conflict");
  claim = syn_session_get_selected_claim (session);
  g_assert_cmpint (claim, >=, 0);
  g_array_append_val (claims, claim);
  syn_session_remove_claims (session, claims);
  window_fixture_wait_done (self, 1);
  n = syn_window_count_conflicts (self->window, NULL);
  g_assert_cmpuint (n, >, 3);
  syn_session_activate (session, -1);
  for (guint i = 1; i <= n + 1; i++)
    {
      window_fixture_do (self, "next-conflict");
      syn_window_count_conflicts (self->window, &current);
      g_assert_cmpuint (current, ==, i <= n ? i : 1);
    }
  window_fixture_do (self, "previous-conflict");
  syn_window_count_conflicts (self->window, &current);
  g_assert_cmpuint (current, ==, n);
  g_assert_cmpuint (count_in_conflict (session), <=, n);
}

/* Two keys pressed faster than the disk is: both are kept, on the claims they were meant for. */
static void
test_fast_keys (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  gint first, second;

  window_fixture_do (self, "next-open");
  first = syn_session_get_selected_claim (session);
  window_fixture_tag (self, "confirmed");
  window_fixture_do (self, "next-open");
  second = syn_session_get_selected_claim (session);
  g_assert_cmpint (first, !=, second);
  window_fixture_tag (self, "unverified");
  window_fixture_wait_done (self, 2);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) first), ==, SYN_VERDICT_CONFIRMED);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) second), ==, SYN_VERDICT_UNVERIFIED);
  /* Undo would take back the second: that one is named. */
  g_assert_cmpstr (adw_toast_get_title (self->window->done_toast), ==, "Tagged: Unverified");
}

static guint
count_drawn (SynSession *session)
{
  guint n, drawn = 0;
  const SynConflict *conflicts
      = syn_comparison_get_conflicts (syn_session_get_comparison (session), &n);

  for (guint i = 0; i < n; i++)
    drawn += conflicts[i].tier <= SYN_TIER_LIKELY;
  return drawn;
}

static void
test_dismissed_stays (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  guint before = count_drawn (session);
  const SynConflict *conflict;
  g_autofree char *key = NULL;
  guint n;

  window_fixture_do (self, "next-conflict");
  conflict = syn_session_get_conflict (
      session, (guint) syn_session_get_selected_claim (session));
  key = syn_conflict_dup_key (syn_session_get_comparison (session), conflict);
  syn_session_dismiss (session,
                       (guint) (conflict
                                - syn_comparison_get_conflicts (
                                    syn_session_get_comparison (session), &n)),
                       "counts other people");
  window_fixture_wait_done (self, 1);
  g_assert_cmpuint (count_drawn (session), <, before);

  window_fixture_close (self);
  window_fixture_open (self);
  syn_window_continue (self->window);
  window_fixture_wait_ready (self);
  session = syn_window_get_session (self->window);
  g_assert_cmpuint (count_drawn (session), <, before);
  for (guint i = 0; i < count_drawn (session); i++)
    {
      const SynConflict *other
          = &syn_comparison_get_conflicts (syn_session_get_comparison (session), &n)[i];
      g_autofree char *other_key
          = syn_conflict_dup_key (syn_session_get_comparison (session), other);

      g_assert_cmpstr (other_key, !=, key);
    }
}

static void
open_texts (WindowFixture *self, const char *first, const char *second)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *texts[] = { first, second };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  syn_window_open (self->window, files);
  window_fixture_wait_ready (self);
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

/* A decision on words that are gone is said and listed, not dropped. */
static void
test_orphans_listed (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GListModel) toplevels = NULL;
  gboolean listed = FALSE;

  open_texts (self, "Bridge falls\n\nThe old bridge at Oster fell into the river on Monday night.\n",
              "Oster bridge falls\n\nThe old bridge at Oster fell into the river on Monday night.\n");
  syn_session_select_claim (syn_window_get_session (self->window), 0);
  window_fixture_tag (self, "confirmed");
  window_fixture_wait_done (self, 1);
  open_texts (self, "Cheese prize\n\nA dairy in Kelm won the prize for its blue cheese.\n",
              "Dairy wins\n\nThe prize for blue cheese went to a dairy in Kelm.\n");
  g_assert_cmpuint (syn_session_get_orphans (syn_window_get_session (self->window))->len, >, 0);
  g_assert_true (shows_text (GTK_WIDGET (self->window), "not found again"));
  window_fixture_do (self, "import-report");
  view_fixture_settle (GTK_WIDGET (self->window));
  toplevels = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (window == GTK_WIDGET (self->window))
        continue;
      listed |= shows_text (window, "bridge");
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_assert_true (listed);
}

static void
test_search (WindowFixture *self, gconstpointer data)
{
  window_fixture_open_sample (self);
  window_fixture_do (self, "find-everywhere");
  syn_search_panel_search (self->window->search_panel, "MARGUERITE");
  g_assert_cmpuint (syn_search_panel_get_n_hits (self->window->search_panel), >, 3);
  syn_search_panel_search (self->window->search_panel, "no such words anywhere");
  g_assert_cmpuint (syn_search_panel_get_n_hits (self->window->search_panel), ==, 0);
}

static void
saved_cb (SynExportDialog *dialog, GFile *file, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
test_export (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  g_autofree char *path = g_build_filename (self->folder, "out.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;
  gboolean saved = FALSE;

  window_fixture_do (self, "next-conflict");
  window_fixture_tag (self, "confirmed");
  window_fixture_wait_done (self, 1);
  dialog = syn_export_dialog_new (GTK_WINDOW (self->window), session);
  gtk_window_present (dialog);
  syn_export_dialog_set_format (SYN_EXPORT_DIALOG (dialog), "csv");
  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &saved);
  syn_export_dialog_save_to (SYN_EXPORT_DIALOG (dialog), file);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "confirmed"));
  view_fixture_settle (GTK_WIDGET (self->window));
}

static void
test_filter (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  SynClaimList *list = syn_claim_panel_get_list (self->window->claim_panel);
  guint all = syn_claim_list_get_n_shown (list);
  GtkWidget *entry;

  window_fixture_do (self, "filter-claims");
  entry = view_fixture_find (GTK_WIDGET (list), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "mail and medicine");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (syn_claim_list_get_n_shown (list), <, all);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpuint (syn_claim_list_get_n_shown (list), ==, all);
  syn_claim_list_step (list, 1);
  g_assert_cmpint (syn_session_get_selected_claim (session), >=, 0);
  g_assert_cmpuint (syn_claim_list_get_position (list), ==, 1);
}

static void
test_edit_source (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  SynSource *source = syn_session_find_source (session, 0);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  syn_session_edit_article (session, syn_source_get_article (source), "outlet", "The Other Paper");
  while (g_strcmp0 (syn_source_get_name (source), "The Other Paper") != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (syn_source_get_initials (source), ==, "TO");
}

static void
test_toast_turns (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);

  syn_session_set_note (session, 0, "seen");
  window_fixture_wait_done (self, 1);
  g_assert_cmpstr (adw_toast_get_action_name (self->window->done_toast), ==, "win.undo");
  window_fixture_do (self, "undo");
  window_fixture_wait_done (self, 2);
  g_assert_cmpstr (adw_toast_get_action_name (self->window->done_toast), ==, "win.redo");
  window_fixture_do (self, "redo");
  window_fixture_wait_done (self, 3);
  g_assert_cmpstr (adw_toast_get_action_name (self->window->done_toast), ==, "win.undo");
}

static void
test_widths (WindowFixture *self, gconstpointer data)
{
  static const int widths[] = { 1400, 800, 600, 1000 };

  window_fixture_open_sample (self);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), widths[i], 880);
      view_fixture_settle (GTK_WIDGET (self->window));
      view_fixture_settle (GTK_WIDGET (self->window));
      /* The decoration takes a few pixels of it. */
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), >, widths[i] - 30);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), <=, widths[i]);
      g_assert_cmpint (adw_view_switcher_bar_get_reveal (self->window->switcher_bar), ==,
                       widths[i] < 700);
      /* Panels give way below 900 px and come back above. */
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (self->window->claims_slot)), ==,
                       widths[i] >= 900);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->views)));
    }
}

static void
test_views (WindowFixture *self, gconstpointer data)
{
  window_fixture_open_sample (self);
  for (guint i = 0; i < 3; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (self->window), "view",
                                      g_variant_new_string ("read"));
      view_fixture_settle (GTK_WIDGET (self->window));
      window_fixture_do (self, "next-conflict");
      view_fixture_settle (GTK_WIDGET (self->window));
      g_action_group_activate_action (G_ACTION_GROUP (self->window), "view",
                                      g_variant_new_string ("compare"));
      view_fixture_settle (GTK_WIDGET (self->window));
      window_fixture_do (self, "next-row");
      window_fixture_do (self, "next-column");
      view_fixture_settle (GTK_WIDGET (self->window));
    }
}

/* A folder without an article leaves what was open as it is, and says so. */
static void
error_cb (SynSession *session, GError *error, gpointer user_data)
{
  g_assert_nonnull (error->message);
  *(gboolean *) user_data = TRUE;
}

static SynSource *
source_at (SynSession *session, guint place)
{
  g_autoptr (SynSource) source = g_list_model_get_item (syn_session_get_sources (session), place);

  return source; /* the list keeps it */
}

/* Name, order, pivot and hidden columns are there again the next time, also when the window is closed at once. */
static void
test_arrangement_stays (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const guint first = syn_source_get_index (source_at (session, 0));
  const guint second = syn_source_get_index (source_at (session, 1));

  g_assert_true (syn_source_get_pivot (source_at (session, 0)));
  syn_session_move_source (session, 0, 2);
  syn_session_set_pivot (session, second);
  syn_source_set_visible (source_at (session, 4), FALSE);
  view_fixture_settle (GTK_WIDGET (self->window));
  syn_session_set_title (session, "Two ships, one story");

  window_fixture_close (self);
  window_fixture_open (self);
  syn_window_continue (self->window);
  window_fixture_wait_ready (self);
  session = syn_window_get_session (self->window);
  g_assert_cmpstr (syn_session_get_title (session), ==, "Two ships, one story");
  g_assert_cmpuint (syn_session_get_pivot (session), ==, second);
  g_assert_cmpuint (syn_rows_get_pivot (syn_session_get_rows (session)), ==, second);
  g_assert_cmpuint (syn_source_get_index (source_at (session, 2)), ==, first);
  g_assert_false (syn_source_get_visible (source_at (session, 4)));
  g_assert_true (syn_source_get_visible (source_at (session, 3)));

  /* Read again from the files it is the same corpus, with the reader's name. */
  window_fixture_open_sample (self);
  g_assert_cmpstr (syn_session_get_title (session), ==, "Two ships, one story");
  g_assert_cmpuint (syn_source_get_index (source_at (session, 2)), ==, first);
}

static void
keep_takeover (const char *path)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (files, g_file_new_for_uri ("resource://" SYN_RESOURCE_PATH "/sample/takeover"));
  corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  syn_corpus_set_title (corpus, "The other workspace");
  workspace = syn_workspace_open (path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (syn_workspace_put_corpus (workspace, corpus, &error));
}

/* The dialog that tells of a failure is answered; returns what it said. */
static char *
take_alert (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  for (;;)
    {
      GListModel *toplevels = gtk_window_get_toplevels ();

      for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);
          char *body;

          if (!ADW_IS_MESSAGE_DIALOG (window))
            continue;
          body = g_strdup (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (window)));
          gtk_window_destroy (window);
          return body;
        }
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_workspace_refused (WindowFixture *self, const char *path)
{
  SynSession *session = syn_window_get_session (self->window);
  SynWorkspace *before = syn_session_get_workspace (session);
  SynComparison *comparison = syn_session_get_comparison (session);
  g_autofree char *body = NULL;
  g_autofree char *kept = syn_settings_get_string ("workspace");
  g_autofree char *now = NULL;

  syn_window_open_workspace (self->window, path);
  g_assert_false (window_fixture_is_enabled (self, "open-workspace"));
  body = take_alert ();
  g_assert_true (window_fixture_is_enabled (self, "open-workspace"));
  g_assert_nonnull (strstr (body, path));
  g_assert_nonnull (strstr (body, "stays open"));
  g_assert_true (syn_session_get_workspace (session) == before);
  g_assert_true (syn_session_get_comparison (session) == comparison);
  now = syn_settings_get_string ("workspace");
  g_assert_cmpstr (now, ==, kept);
}

static void
test_workspace_refused (WindowFixture *self, gconstpointer data)
{
  static const char newer[] = "PRAGMA application_id = 1398361679; PRAGMA user_version = 99";
  g_autofree char *garbage = g_build_filename (self->folder, "garbage.db", NULL);
  g_autofree char *future = g_build_filename (self->folder, "future.db", NULL);
  g_autofree char *locked = g_build_filename (self->folder, "locked.db", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "missing.db", NULL);
  g_autoptr (SynDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  window_fixture_open_sample (self);
  g_file_set_contents (garbage, "No database at all, but a text as long as anybody likes.", -1, &error);
  g_assert_no_error (error);
  assert_workspace_refused (self, garbage);
  assert_workspace_refused (self, missing);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  database = syn_database_open (future, FALSE, &error);
  g_assert_true (syn_database_exec (database, newer, &error));
  g_clear_pointer (&database, syn_database_close);
  assert_workspace_refused (self, future);
  keep_takeover (locked);
  database = syn_database_open (locked, FALSE, &error);
  g_assert_true (syn_database_exec (database, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", &error));
  assert_workspace_refused (self, locked);
}

/* A new claim is made of what was selected, without what is proposed besides. */
static char *
answer_claim_dialog (GtkWindow *window, const char *text)
{
  GtkWidget *widget = GTK_WIDGET (window);
  GtkEditable *wording
      = GTK_EDITABLE (gtk_widget_get_template_child (widget, SYN_TYPE_STATEMENTS_DIALOG, "wording"));
  char *before = g_strdup (gtk_editable_get_text (wording));

  if (text != NULL)
    gtk_editable_set_text (wording, text);
  g_signal_emit_by_name (gtk_widget_get_template_child (widget, SYN_TYPE_STATEMENTS_DIALOG, "answer"), "clicked");
  return before;
}

/* The dialog that asks for a line is answered with @text, or with what stands there; returns what stood there. */
static char *
answer_dialog (const char *text)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);
      GtkEditable *entry;
      char *before;

      if (SYN_IS_STATEMENTS_DIALOG (window))
        return answer_claim_dialog (window, text);
      if (!ADW_IS_MESSAGE_DIALOG (window))
        continue;
      entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (window)));
      before = g_strdup (gtk_editable_get_text (entry));
      if (text != NULL)
        gtk_editable_set_text (entry, text);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "answer");
      gtk_window_destroy (window);
      return before;
    }
  g_assert_not_reached ();
}

static gint
common_claim (SynSession *session, guint a, guint b)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  guint n, m;
  const guint *of_a = syn_comparison_claims_of (comparison, a, &n);
  const guint *of_b = syn_comparison_claims_of (comparison, b, &m);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      if (of_a[i] == of_b[j])
        return (gint) of_a[i];
  return -1;
}

/* A claim is made of the marked statements, in the reader's words. */
static void
test_marks_make_claim (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  g_autofree char *proposed = NULL;
  g_autofree char *first = NULL;
  gint a, b, claim;

  window_fixture_do (self, "next-conflict");
  view_fixture_settle (GTK_WIDGET (self->window));
  window_fixture_do (self, "next-row");
  a = syn_session_get_active_statement (session);
  window_fixture_do (self, "mark-next");
  b = syn_session_get_active_statement (session);
  g_assert_cmpint (a, !=, b);
  g_assert_cmpuint (syn_session_get_n_marked (session), ==, 2);
  g_assert_true (syn_session_is_marked (session, (guint) a) && syn_session_is_marked (session, (guint) b));
  window_fixture_do (self, "mark-next");
  g_assert_cmpuint (syn_session_get_n_marked (session), ==, 3);
  window_fixture_do (self, "mark-previous");
  g_assert_cmpuint (syn_session_get_n_marked (session), ==, 2);
  g_assert_cmpint (syn_session_get_active_statement (session), ==, b);
  g_assert_cmpint (common_claim (session, (guint) a, (guint) b), ==, -1);

  window_fixture_do (self, "new-claim");
  proposed = answer_dialog ("Both of these");
  first = syn_comparison_dup_statement_text (syn_session_get_comparison (session), (guint) MIN (a, b));
  g_assert_cmpstr (proposed, ==, first);
  window_fixture_wait_done (self, 1);
  claim = common_claim (session, (guint) a, (guint) b);
  g_assert_cmpint (claim, >=, 0);
  g_assert_cmpstr (syn_session_get_wording (session, (guint) claim), ==, "Both of these");
  g_assert_cmpuint (syn_session_get_n_marked (session), ==, 0);
}

/* What is marked beside the selected claim is added to it. */
static void
test_marks_add_to_claim (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  guint n = syn_comparison_get_n_statements (syn_session_get_comparison (session));
  gint active, other = -1;

  window_fixture_do (self, "next-conflict");
  active = syn_session_get_active_statement (session);
  for (guint i = 0; i < n && other < 0; i++)
    {
      guint n_claims;

      syn_comparison_claims_of (syn_session_get_comparison (session), i, &n_claims);
      if (n_claims > 0 && common_claim (session, (guint) active, i) < 0)
        other = (gint) i;
    }
  g_assert_cmpint (other, >=, 0);
  syn_session_toggle_marked (session, (guint) other);
  g_assert_cmpuint (syn_session_get_n_marked (session), ==, 2);
  g_assert_cmpint (syn_session_get_active_statement (session), ==, active);
  window_fixture_do (self, "add-to-claim");
  window_fixture_wait_done (self, 1);
  g_assert_cmpint (common_claim (session, (guint) active, (guint) other), >=, 0);
  g_assert_cmpuint (syn_session_get_n_marked (session), ==, 0);

  syn_session_toggle_marked (session, (guint) other);
  window_fixture_do (self, "clear-marks");
  g_assert_cmpuint (syn_session_get_n_marked (session), ==, 0);
}

/* Another file of verdicts in place of this one: its last corpus opens, and it is opened the next time too. */
static void
test_workspace_opened (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  g_autofree char *own = g_strdup (syn_workspace_get_path (self->workspace));
  g_autofree char *other = g_build_filename (self->folder, "other.db", NULL);
  g_autofree char *kept = NULL;

  window_fixture_do (self, "next-conflict");
  window_fixture_tag (self, "disputed");
  window_fixture_wait_done (self, 1);
  keep_takeover (other);
  syn_window_open_workspace (self->window, other);
  while (syn_session_get_workspace (session) == self->workspace)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (syn_session_get_corpus (session));
  g_assert_cmpint (syn_session_get_selected_claim (session), ==, -1);
  window_fixture_wait_ready (self);
  g_assert_cmpstr (syn_session_get_title (session), ==, "The other workspace");
  g_assert_cmpuint (g_list_model_get_n_items (syn_session_get_sources (session)), ==, 6);
  g_assert_false (window_fixture_is_enabled (self, "undo"));
  kept = syn_settings_get_string ("workspace");
  g_assert_cmpstr (kept, ==, other);

  syn_window_open_workspace (self->window, own);
  while (g_strcmp0 (syn_session_get_title (session), "Ferry collision off Port Velm") != 0)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_wait_ready (self);
  g_assert_true (window_fixture_is_enabled (self, "undo"));
  syn_settings_set_string ("workspace", "");
}

static void
test_empty_folder (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *empty = g_build_filename (self->folder, "empty", NULL);
  gboolean failed = FALSE;

  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_ptr_array_add (files, g_file_new_for_path (empty));
  g_signal_connect (session, "error", G_CALLBACK (error_cb), &failed);
  syn_window_open (self->window, files);
  while (!failed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (syn_session_get_busy (session));
  g_assert_cmpuint (syn_corpus_get_n_articles (syn_session_get_corpus (session)), ==, 6);
  g_rmdir (empty);
  view_fixture_settle (GTK_WIDGET (self->window));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (WindowFixture *self, gconstpointer data);
  } tests[] = {
    { "/window/first-run", test_first_run },
    { "/window/open", test_open },
    { "/window/order", test_order },
    { "/window/tag-undo", test_tag_undo },
    { "/window/conflict-steps", test_conflict_steps },
    { "/window/fast-keys", test_fast_keys },
    { "/window/dismissed-stays", test_dismissed_stays },
    { "/window/orphans-listed", test_orphans_listed },
    { "/window/search", test_search },
    { "/window/export", test_export },
    { "/window/filter", test_filter },
    { "/window/edit-source", test_edit_source },
    { "/window/toast-turns", test_toast_turns },
    { "/window/widths", test_widths },
    { "/window/views", test_views },
    { "/window/arrangement-stays", test_arrangement_stays },
    { "/window/marks-make-claim", test_marks_make_claim },
    { "/window/marks-add-to-claim", test_marks_add_to_claim },
    { "/window/workspace-opened", test_workspace_opened },
    { "/window/workspace-refused", test_workspace_refused },
    { "/window/empty-folder", test_empty_folder },
  };

  view_fixture_init (&argc, &argv);
  syn_application_load_styles (gdk_display_get_default ());
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WindowFixture, NULL, window_fixture_set_up, tests[i].test, window_fixture_tear_down);
  return g_test_run ();
}
