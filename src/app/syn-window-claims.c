/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-statements-dialog.h"
#include "syn-window-private.h"

/* The claims that the reader makes: a new one, or one that more statements belong to. */

static gboolean
is_reading (SynWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "read") == 0;
}

/* What the next claim is made of; @out_words: (nullable): what of it the reader selected, word for word. */
static GArray *
dup_selection (SynWindow *self, char **out_words)
{
  *out_words = NULL;
  if (is_reading (self))
    return syn_read_view_dup_selection_statements (self->read_view);
  return syn_compare_view_dup_selection (self->compare_view, out_words);
}

static void
new_claim_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autofree char *words = NULL;
  g_autoptr (GArray) statements = dup_selection (self, &words);

  if (syn_session_get_comparison (self->session) != NULL && statements->len > 0)
    gtk_window_present (
        syn_statements_dialog_new_claim (GTK_WINDOW (self), self->session, statements, words));
}

static gboolean
contains (const GArray *statements, guint statement)
{
  for (guint i = 0; i < statements->len; i++)
    if (g_array_index (statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Marks are gathered for the claim that was selected when the first one was set, and words can be selected without
 * leaving the claim; but going to a statement leaves it, and then it is added to the claim the reader came from. */
static gint
claim_to_add_to (SynWindow *self, const GArray *selection)
{
  gint active = syn_session_get_active_statement (self->session);

  if (syn_session_get_n_marked (self->session) > 0 && self->claim_marked >= 0)
    return self->claim_marked;
  if (selection->len == 1 && active >= 0 && g_array_index (selection, guint, 0) != (guint) active)
    return self->claim_now;
  return self->claim_before;
}

static void
add_to_claim_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autofree char *words = NULL;
  g_autoptr (GArray) selection = dup_selection (self, &words);
  g_autoptr (GArray) statements = NULL;
  gint claim = claim_to_add_to (self, selection);
  guint n;
  const SynClaim *claims;

  if (syn_session_get_comparison (self->session) == NULL || selection->len == 0 || claim < 0)
    {
      syn_window_toast (self, _ ("First choose the claim, then the statement to add to it."));
      return;
    }
  claims = syn_comparison_get_claims (syn_session_get_comparison (self->session), &n);
  if ((guint) claim >= n)
    return;
  statements = g_array_copy (claims[claim].statements);
  for (guint i = 0; i < selection->len; i++)
    if (!contains (statements, g_array_index (selection, guint, i)))
      g_array_append_val (statements, g_array_index (selection, guint, i));
  if (statements->len == claims[claim].statements->len)
    {
      syn_window_toast (self, _ ("It belongs to that claim already."));
      return;
    }
  g_array_sort (statements, compare_indices);
  syn_session_set_statements (self->session, claim, statements);
  syn_session_clear_marked (self->session);
}

static void
marked_cb (SynWindow *self)
{
  guint n = syn_session_get_n_marked (self->session);

  if (n == 0)
    self->claim_marked = -1;
  else if (n == 1 && self->claim_marked < 0)
    self->claim_marked = syn_session_get_selected_claim (self->session);
}

/* Marks are seen in Compare only; what cannot be seen must not be acted on. */
static void
view_cb (SynWindow *self)
{
  if (is_reading (self))
    syn_session_clear_marked (self->session);
}

static void
mark_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (!is_reading (self))
    syn_compare_view_extend_marks (self->compare_view, g_str_has_suffix (name, "next") ? 1 : -1);
}

static void
clear_marks_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_session_clear_marked (SYN_WINDOW (user_data)->session);
}

static const GActionEntry entries[] = {
  { .name = "add-to-claim", .activate = add_to_claim_cb },
  { .name = "clear-marks", .activate = clear_marks_cb },
  { .name = "mark-next", .activate = mark_cb },
  { .name = "mark-previous", .activate = mark_cb },
  { .name = "new-claim", .activate = new_claim_cb },
};

void
syn_window_install_claims (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::n-marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
}
