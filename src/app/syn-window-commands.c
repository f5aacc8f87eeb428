/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-article-dialog.h"
#include "syn-compat.h"
#include "syn-disputes.h"
#include "syn-evidence-dialog.h"
#include "syn-explain.h"
#include "syn-report-dialog.h"
#include "syn-window-private.h"

/* The commands that change a claim or open a dialog; those that only move the reader stand in
 * syn-window-actions.c. */

/* Of the question that the panel names, the pair that the reader stands on; she may stand on a conflict that no
 * claim holds. */
static gint
find_conflict_at (SynWindow *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const gint statement = syn_session_get_active_statement (self->session);
  const gint selected = syn_session_get_selected_conflict (self->session);
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].tier <= SYN_TIER_LIKELY
        && ((gint) conflicts[i].a == statement || (gint) conflicts[i].b == statement)
        && (selected < 0 || syn_disputes_are_same (comparison, i, (guint) selected)))
      return (gint) i;
  return selected;
}

typedef struct
{
  SynWindow *window;
  SynComparison *comparison; /* whose conflict it is */
  guint conflict;
} Dismissal;

static void
dismiss_cb (const char *text, gpointer user_data)
{
  Dismissal *dismissal = user_data;
  SynSession *session = dismissal->window->session;

  /* Numbers of another comparison name other conflicts. */
  if (session != NULL && syn_session_get_comparison (session) == dismissal->comparison)
    syn_session_dismiss (session, dismissal->conflict, text);
}

static void
dismissal_free (gpointer data)
{
  Dismissal *dismissal = data;

  g_object_unref (dismissal->window);
  g_object_unref (dismissal->comparison);
  g_free (dismissal);
}

static void
ask_dismiss (SynWindow *self, gint index)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  Dismissal *dismissal;
  guint n;
  const SynConflict *conflicts;
  g_autofree char *reason = NULL;

  if (comparison == NULL || index < 0)
    return;
  conflicts = syn_comparison_get_conflicts (comparison, &n);
  if ((guint) index >= n)
    return;
  reason = syn_explain_conflict (self->session, &conflicts[index]);
  dismissal = g_new0 (Dismissal, 1);
  dismissal->window = g_object_ref (self);
  dismissal->comparison = g_object_ref (comparison);
  dismissal->conflict = (guint) index;
  syn_compat_ask (GTK_WINDOW (self), _ ("Not a conflict?"),
                  reason != NULL ? reason : syn_conflict_type_label (conflicts[index].type),
                  _ ("Why (optional)"), NULL, _ ("_Dismiss"), dismiss_cb, dismissal,
                  dismissal_free);
}

static void
dismiss_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (syn_session_get_comparison (self->session) != NULL)
    ask_dismiss (self, find_conflict_at (self));
}

static void
dismiss_conflict_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_dismiss (user_data, g_variant_get_int32 (parameter));
}

static void
show_claims (SynWindow *self)
{
  syn_window_set_action_state (self, "show-claims", TRUE);
  syn_window_adapt (self);
}

static void
reword_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  show_claims (self);
  syn_claim_detail_edit_wording (syn_claim_panel_get_detail (self->claim_panel));
}

static void
edit_note_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  show_claims (self);
  syn_claim_detail_edit_note (syn_claim_panel_get_detail (self->claim_panel));
}

static void
filter_claims_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  show_claims (self);
  syn_claim_panel_show_list (self->claim_panel, TRUE);
  syn_claim_list_filter (syn_claim_panel_get_list (self->claim_panel));
}

static void
add_evidence_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  gint claim = syn_session_get_selected_claim (self->session);

  if (claim >= 0)
    gtk_window_present (syn_evidence_dialog_new (GTK_WINDOW (self), self->session, claim));
}

static void
link_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint statement = syn_session_get_active_statement (self->session);
  gint from = self->link_from;

  if (comparison == NULL || statement < 0)
    return;
  if (from < 0 || from == statement)
    {
      self->link_from = statement;
      syn_window_toast (self, _ ("Go to the statement in another source, then press Ctrl+L again."));
      return;
    }
  if (syn_comparison_get_statement (comparison, (guint) from)->article
      == syn_comparison_get_statement (comparison, (guint) statement)->article)
    {
      syn_window_toast (self, _ ("Both stand in the same article; link it with another source."));
      return;
    }
  self->link_from = -1;
  syn_session_link (self->session, (guint) from, (guint) statement);
}

static void
unlink_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint statement = syn_session_get_active_statement (self->session);
  gint claim = syn_session_get_selected_claim (self->session);
  g_autoptr (GArray) others = NULL;
  guint n;
  const SynClaim *claims;

  if (comparison == NULL || statement < 0 || claim < 0)
    return;
  claims = syn_comparison_get_claims (comparison, &n);
  others = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < claims[claim].statements->len; i++)
    if ((gint) g_array_index (claims[claim].statements, guint, i) != statement)
      g_array_append_val (others, g_array_index (claims[claim].statements, guint, i));
  if (others->len == claims[claim].statements->len || others->len == 0)
    return;
  if (others->len == 1)
    syn_session_unlink (self->session, (guint) statement, g_array_index (others, guint, 0));
  else
    syn_session_set_statements (self->session, claim, others);
}

static void
pivot_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (syn_session_find_source (self->session, g_variant_get_uint32 (parameter)) != NULL)
    syn_session_set_pivot (self->session, g_variant_get_uint32 (parameter));
}

static void
move_source (SynWindow *self, guint article, int step)
{
  GListModel *sources = syn_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);
      int to = (int) i + step;

      if (syn_source_get_index (source) != article)
        continue;
      if (to >= 0 && to < (int) n)
        syn_session_move_source (self->session, i, (guint) to);
      return;
    }
}

static void
move_source_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_source (user_data, g_variant_get_uint32 (parameter), -1);
}

static void
move_source_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_source (user_data, g_variant_get_uint32 (parameter), 1);
}

/* Alt+Shift+Up and Down move the source that is selected in the panel, else the one the reader stands in. */
static guint
current_article (SynWindow *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint statement = syn_session_get_active_statement (self->session);
  SynSource *source = syn_sources_panel_get_selected (self->sources_panel);

  if (source != NULL && gtk_widget_get_visible (GTK_WIDGET (self->sources_slot)))
    return syn_source_get_index (source);
  if (comparison != NULL && statement >= 0)
    return syn_comparison_get_statement (comparison, (guint) statement)->article;
  return syn_session_get_pivot (self->session);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_source (user_data, current_article (user_data), -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_source (user_data, current_article (user_data), 1);
}

static void
edit_source_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  SynSource *source
      = syn_session_find_source (self->session, g_variant_get_uint32 (parameter));

  if (source != NULL)
    gtk_window_present (syn_article_dialog_new (GTK_WINDOW (self), self->session,
                                                syn_source_get_article (source)));
}

static void
import_report_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  GListModel *report = syn_session_get_report (self->session);

  if (report != NULL)
    gtk_window_present (
        syn_report_dialog_new (GTK_WINDOW (self), report, syn_session_get_orphans (self->session)));
}

static void
rename_to_cb (const char *text, gpointer user_data)
{
  SynWindow *self = user_data;

  if (self->session != NULL && *text != '\0')
    syn_session_set_title (self->session, text);
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  syn_compat_ask (GTK_WINDOW (self), _ ("Rename"), _ ("The name stands in the header and in what you export."),
                  _ ("Name"), syn_session_get_title (self->session), _ ("_Rename"), rename_to_cb,
                  g_object_ref (self), g_object_unref);
}

static void
find_everywhere_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (syn_session_get_corpus (self->session) != NULL)
    syn_search_panel_open (self->search_panel);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (
      GTK_WINDOW (user_data), "application-name", _ ("Synoptic"), "application-icon", SYN_APP_ID,
      "version", SYN_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "developer-name",
      _ ("The Synoptic authors"), "comments",
      _ ("Reads several sources about one event side by side: shows where they agree, copy, "
         "contradict or stay silent, and keeps your verdict on every claim."),
      /* Translators: your name, one translator a line. */
      "translator-credits", _ ("translator-credits"), NULL);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_window_show_export (user_data);
}

static void
added_cb (GPtrArray *files, gpointer user_data)
{
  SynWindow *self = user_data;
  SynCorpus *corpus = syn_session_get_whole (self->session);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const *uris = corpus != NULL ? syn_corpus_get_uris (corpus) : NULL;

  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    g_ptr_array_add (all, g_file_new_for_uri (uris[i]));
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (files, i)));
  syn_window_open (self, all);
}

static void
add_files_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_compat_choose_files (user_data, SYN_CHOOSE_FILES, _ ("Add Articles"), NULL, added_cb,
                           user_data);
}

static const GActionEntry entries[] = {
  { .name = "about", .activate = about_cb },
  { .name = "add-evidence", .activate = add_evidence_cb },
  { .name = "add-files", .activate = add_files_cb },
  { .name = "dismiss", .activate = dismiss_action_cb },
  { .name = "dismiss-conflict", .activate = dismiss_conflict_cb, .parameter_type = "i" },
  { .name = "edit-note", .activate = edit_note_cb },
  { .name = "edit-source", .activate = edit_source_cb, .parameter_type = "u" },
  { .name = "export", .activate = export_cb },
  { .name = "filter-claims", .activate = filter_claims_cb },
  { .name = "find-everywhere", .activate = find_everywhere_cb },
  { .name = "import-report", .activate = import_report_cb },
  { .name = "link", .activate = link_cb },
  { .name = "move-down", .activate = move_down_cb },
  { .name = "move-source-down", .activate = move_source_down_cb, .parameter_type = "u" },
  { .name = "move-source-up", .activate = move_source_up_cb, .parameter_type = "u" },
  { .name = "move-up", .activate = move_up_cb },
  { .name = "pivot", .activate = pivot_cb, .parameter_type = "u" },
  { .name = "rename", .activate = rename_cb },
  { .name = "reword", .activate = reword_cb },
  { .name = "unlink", .activate = unlink_cb },
};

void
syn_window_install_commands (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
