/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-corrections-dialog.h"
#include "syn-statements-dialog.h"
#include "syn-tags-dialog.h"
#include "syn-teach-dialog.h"
#include "syn-window-private.h"

/* Where the reader overrules the program about what belongs together, and what she says of a claim besides. */

static const SynClaim *
get_selected (SynWindow *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const gint claim = syn_session_get_selected_claim (self->session);

  return comparison != NULL && claim >= 0 ? &syn_comparison_get_claims (comparison, NULL)[claim] : NULL;
}

static void
split_claim_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  const SynClaim *claim = get_selected (self);

  if (claim == NULL)
    return;
  if (claim->statements->len < 2)
    {
      syn_window_toast (self, _ ("It has one statement only; there is nothing to split."));
      return;
    }
  gtk_window_present (syn_statements_dialog_new_split (
      GTK_WINDOW (self), self->session, (guint) syn_session_get_selected_claim (self->session)));
}

/* The one that the reader is at comes first: it keeps its wording and verdict. */
static void
merge_claims_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autoptr (GArray) chosen = syn_session_dup_chosen (self->session);
  const guint selected = (guint) syn_session_get_selected_claim (self->session);

  if (chosen->len < 2)
    {
      syn_window_toast (self, _ ("First choose two claims or more in the list, with Ctrl and a click."));
      return;
    }
  for (guint i = 1; i < chosen->len; i++)
    if (g_array_index (chosen, guint, i) == selected)
      {
        g_array_remove_index (chosen, i);
        g_array_insert_val (chosen, 0, selected);
      }
  syn_session_merge_claims (self->session, chosen);
}

static void
add_comment_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  syn_window_set_action_state (self, "show-claims", TRUE);
  syn_window_adapt (self);
  syn_claim_detail_add_comment (syn_claim_panel_get_detail (self->claim_panel));
}

/* The details alone; in a narrow window they come up over the rows, and Escape or the bar goes back to those. */
static void
show_claim_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (get_selected (self) == NULL)
    return;
  syn_window_set_action_state (self, "show-claims", TRUE);
  syn_claim_panel_show_list (self->claim_panel, FALSE);
  syn_window_adapt (self);
}

/* "2 3": the article, and its stance; -1 is what the program found. */
static void
stance_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  const SynClaim *claim = get_selected (self);
  guint article;
  int stance;

  if (claim == NULL || sscanf (g_variant_get_string (parameter, NULL), "%u %d", &article, &stance) != 2
      || article >= claim->stances->len || stance < -1 || stance > SYN_STANCE_DENIES)
    return;
  syn_session_set_stance (self->session, -1, article, stance);
}

static void
corrections_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (syn_session_get_comparison (self->session) != NULL)
    gtk_window_present (syn_corrections_dialog_new (GTK_WINDOW (self), self->session));
}

static void
teach_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  if (syn_session_get_comparison (self->session) != NULL)
    gtk_window_present (syn_teach_dialog_new (GTK_WINDOW (self), self->session));
}

static void
edit_tags_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;

  gtk_window_present (syn_tags_dialog_new (GTK_WINDOW (self), self->session));
}

static const GActionEntry entries[] = {
  { .name = "add-comment", .activate = add_comment_cb },
  { .name = "corrections", .activate = corrections_cb },
  { .name = "edit-tags", .activate = edit_tags_cb },
  { .name = "merge-claims", .activate = merge_claims_cb },
  { .name = "show-claim", .activate = show_claim_cb },
  { .name = "split-claim", .activate = split_claim_cb },
  { .name = "stance", .activate = stance_cb, .parameter_type = "s" },
  { .name = "teach", .activate = teach_cb },
};

void
syn_window_install_corrections (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
