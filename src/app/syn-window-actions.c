/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-compare-describe.h"
#include "syn-compat.h"
#include "syn-disputes.h"
#include "syn-settings.h"
#include "syn-window-private.h"

/* Every command is an action here, so that menu, key, button, test and assistive tool take one path. */

/* The row the reader stands on, or -1. */
static gint
current_row (SynWindow *self)
{
  SynRows *rows = syn_session_get_rows (self->session);
  gint statement = syn_session_get_active_statement (self->session);

  return rows != NULL && statement >= 0 ? (gint) syn_rows_find_statement (rows, (guint) statement)
                                        : -1;
}

/* Where one stops going through the conflicts: at each question on which the sources disagree, where it is headed. */
typedef struct
{
  gint row;
  guint conflict; /* that leads the question */
} Stop;

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const Stop *x = a, *y = b;

  return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
                          : (x->conflict > y->conflict) - (x->conflict < y->conflict);
}

/* In reading order. */
static GArray *
list_stops (SynWindow *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  SynRows *rows = syn_session_get_rows (self->session);
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  g_autoptr (GPtrArray) disputes = NULL;

  if (comparison == NULL || rows == NULL)
    return stops;
  disputes = syn_disputes_list_all (comparison);
  for (guint i = 0; i < disputes->len; i++)
    {
      const guint lead = ((SynDispute *) disputes->pdata[i])->lead;
      const gint statement = syn_session_find_dispute_statement (self->session, lead);
      Stop stop = { (gint) syn_rows_find_statement (rows, (guint) statement), lead };

      g_array_append_val (stops, stop);
    }
  g_array_sort (stops, compare_stops);
  return stops;
}

/* The index of the stop the reader stands at, or -1. */
static gint
find_stop (SynWindow *self, const GArray *stops)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const gint selected = syn_session_get_selected_conflict (self->session);
  const gint active = syn_session_get_active_statement (self->session);

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      const gboolean loose = syn_get_conflict (comparison, stop->conflict)->claim < 0;

      if (selected >= 0 ? syn_disputes_are_same (comparison, stop->conflict, (guint) selected)
                        : loose && active == syn_session_find_dispute_statement (self->session, stop->conflict))
        return (gint) i;
    }
  return -1;
}

guint
syn_window_count_conflicts (SynWindow *self, guint *out_current)
{
  g_autoptr (GArray) stops = list_stops (self);

  if (out_current != NULL)
    *out_current = (guint) (find_stop (self, stops) + 1);
  return stops->len;
}

/* The columns that disagree are opened, and the reader is put on what disagrees. */
static void
show_stop (SynWindow *self, guint index)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const SynConflict *conflict = syn_get_conflict (comparison, index);
  guint pivot = syn_session_get_pivot (self->session);
  guint a = syn_comparison_get_statement (comparison, conflict->a)->article;
  guint b = syn_comparison_get_statement (comparison, conflict->b)->article;

  /* The one called last is the last to give way. */
  if (b != pivot)
    syn_session_call_source (self->session, b);
  if (a != pivot)
    syn_session_call_source (self->session, a);
  syn_session_select_conflict (self->session, index);
}

/* From where the reader stands, whether that is a stop or between two. */
static void
go_to_conflict (SynWindow *self, int step)
{
  g_autoptr (GArray) stops = list_stops (self);
  int n = (int) stops->len, at = find_stop (self, stops), row = current_row (self);

  if (n == 0)
    return;
  if (at < 0)
    {
      int behind = 0;

      while (row >= 0 && behind < n && g_array_index (stops, Stop, behind).row <= row)
        behind++;
      at = step > 0 ? behind - 1 : behind;
    }
  show_stop (self, g_array_index (stops, Stop, ((at + step) % n + n) % n).conflict);
}

static gboolean
is_open_claim (SynWindow *self, const SynRow *row)
{
  return row->claim >= 0
         && syn_session_is_open (self->session, (guint) row->claim);
}

/* Goes to the next row that @wanted accepts, around the end, in reading order. */
static void
go_to_row (SynWindow *self, int step, gboolean (*wanted) (SynWindow *self, const SynRow *row))
{
  SynRows *rows = syn_session_get_rows (self->session);
  int n = rows != NULL ? (int) syn_rows_get_n_rows (rows) : 0;
  int at = current_row (self);

  if (at < 0)
    at = step > 0 ? -1 : n;
  for (int i = 1; i <= n; i++)
    {
      int row = ((at + step * i) % n + n) % n;
      const SynRow *candidate = syn_rows_get_row (rows, (guint) row);

      if (row == at || !wanted (self, candidate))
        continue;
      syn_session_select_claim (self->session, candidate->claim);
      return;
    }
}

static void
next_conflict_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_to_conflict (user_data, 1);
}

static void
previous_conflict_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_to_conflict (user_data, -1);
}

static void
next_open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_to_row (user_data, 1, is_open_claim);
}

static void
previous_open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_to_row (user_data, -1, is_open_claim);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_session_undo (SYN_WINDOW (user_data)->session);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_session_redo (SYN_WINDOW (user_data)->session);
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_session_cancel (SYN_WINDOW (user_data)->session);
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_session_compare (SYN_WINDOW (user_data)->session);
}

static void
chosen_cb (GPtrArray *files, gpointer user_data)
{
  syn_window_open (user_data, files);
}

static void
open_files_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_compat_choose_files (user_data, SYN_CHOOSE_FILES, _ ("Open Articles"), NULL, chosen_cb,
                           user_data);
}

static void
open_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_compat_choose_files (user_data, SYN_CHOOSE_FOLDER, _ ("Open Folder"), NULL, chosen_cb,
                           user_data);
}

static void
open_workspace_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_window_choose_workspace (user_data);
}

static void
open_uris_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree const char **uris = g_variant_get_strv (parameter, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));
  if (files->len > 0)
    syn_window_open (user_data, files);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *uri = g_strconcat ("resource://" SYN_RESOURCE_PATH "/sample/",
                                      g_variant_get_string (parameter, NULL), NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_uri (uri));
  syn_session_open_as (SYN_WINDOW (user_data)->session, files,
                       g_str_has_suffix (uri, "/ferry") ? _ ("Ferry collision off Port Velm")
                                                        : _ ("A contested takeover"));
}

static gboolean
is_reading (SynWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "read") == 0;
}

static void
move (SynWindow *self, int rows, int columns)
{
  if (!is_reading (self))
    syn_compare_view_move (self->compare_view, rows, columns);
  else if (rows != 0)
    syn_read_view_move_statement (self->read_view, rows);
  else
    syn_read_view_move_column (self->read_view, columns);
}

static void
next_row_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, 1, 0);
}

static void
previous_row_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, -1, 0);
}

static void
next_column_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, 0, 1);
}

static void
previous_column_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, 0, -1);
}

static void
pivot_here_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint statement = syn_session_get_active_statement (self->session);

  if (comparison != NULL && statement >= 0)
    syn_session_set_pivot (self->session,
                           syn_comparison_get_statement (comparison, (guint) statement)->article);
}

static void
show_panel_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SynWindow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *other = g_str_equal (name, "show-claims") ? "show-sources" : "show-claims";

  g_simple_action_set_state (action, state);
  if (self->installed && !self->pages)
    syn_settings_set_boolean (name, g_variant_get_boolean (state));
  if (self->beside < 2 && g_variant_get_boolean (state) && syn_window_get_action_state (self, other))
    syn_window_set_action_state (self, other, FALSE);
  syn_window_adapt (self);
}

static void
view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->views, name) != NULL)
    adw_view_stack_set_visible_child_name (self->views, name);
}

static const GActionEntry entries[] = {
  { .name = "cancel", .activate = cancel_cb },
  { .name = "compare-again", .activate = compare_cb },
  { .name = "next-column", .activate = next_column_cb },
  { .name = "next-conflict", .activate = next_conflict_cb },
  { .name = "next-open", .activate = next_open_cb },
  { .name = "next-row", .activate = next_row_cb },
  { .name = "open-files", .activate = open_files_cb },
  { .name = "open-folder", .activate = open_folder_cb },
  { .name = "open-sample", .activate = open_sample_cb, .parameter_type = "s" },
  { .name = "open-uris", .activate = open_uris_cb, .parameter_type = "as" },
  { .name = "open-workspace", .activate = open_workspace_cb },
  { .name = "pivot-here", .activate = pivot_here_cb },
  { .name = "previous-column", .activate = previous_column_cb },
  { .name = "previous-conflict", .activate = previous_conflict_cb },
  { .name = "previous-open", .activate = previous_open_cb },
  { .name = "previous-row", .activate = previous_row_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "show-claims", .state = "true", .change_state = show_panel_cb },
  { .name = "show-sources", .state = "false", .change_state = show_panel_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "view", .activate = view_cb, .parameter_type = "s" },
};

static void
set_enabled (SynWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The pressed button is the verdict that holds. */
static void
show_verdict (SynWindow *self, gboolean selected)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "tag");
  SynVerdict verdict = SYN_VERDICT_OPEN;

  if (selected)
    verdict = syn_session_get_verdict (
        self->session, (guint) syn_session_get_selected_claim (self->session));
  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action),
                               g_variant_new_string (syn_verdict_to_string (verdict)));
}

void
syn_window_update_actions (SynWindow *self)
{
  gboolean compared = syn_session_get_comparison (self->session) != NULL;
  gboolean selected = compared && syn_session_get_selected_claim (self->session) >= 0;
  gboolean busy = syn_session_get_busy (self->session);
  gboolean conflicts = compared && syn_window_count_conflicts (self, NULL) > 0;

  static const char *const for_claim[]
      = { "tag", "reword", "edit-note", "add-evidence", "remove-claim", "unlink", "settle", "label", "add-comment",
          "split-claim", "merge-claims", "show-claim", "stance" };
  static const char *const for_comparison[]
      = { "next-open", "previous-open", "next-row",  "previous-row",  "next-column",
          "previous-column", "pivot-here", "link", "new-claim", "add-to-claim", "dismiss", "mark-next", "mark-previous",
          "filter-claims", "export", "explain", "bring-others", "print", "print-preview" };

  for (guint i = 0; i < G_N_ELEMENTS (for_claim); i++)
    set_enabled (self, for_claim[i], selected);
  for (guint i = 0; i < G_N_ELEMENTS (for_comparison); i++)
    set_enabled (self, for_comparison[i], compared);
  show_verdict (self, selected);
  set_enabled (self, "next-conflict", conflicts);
  set_enabled (self, "previous-conflict", conflicts);
  set_enabled (self, "undo", syn_session_get_undo_label (self->session) != NULL);
  set_enabled (self, "redo", syn_session_get_redo_label (self->session) != NULL);
  set_enabled (self, "cancel", busy);
  set_enabled (self, "import-report", syn_session_get_report (self->session) != NULL);
  set_enabled (self, "rename", syn_session_get_corpus (self->session) != NULL);
  set_enabled (self, "add-files", syn_session_get_corpus (self->session) != NULL);
  set_enabled (self, "compare-again", !busy && syn_session_get_corpus (self->session) != NULL);
}

gboolean
syn_window_get_action_state (SynWindow *self, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), name);

  return state != NULL && g_variant_get_boolean (state);
}

void
syn_window_set_action_state (SynWindow *self, const char *name, gboolean state)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), name, g_variant_new_boolean (state));
}

void
syn_window_install_actions (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  syn_window_set_action_state (self, "show-claims", syn_settings_get_boolean ("show-claims"));
  syn_window_set_action_state (self, "show-sources", syn_settings_get_boolean ("show-sources"));
  self->installed = TRUE;
}
