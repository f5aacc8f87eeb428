/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ruling on claims and correcting the program, through the actions of a window. */
#include "config.h"

#include "syn-claim-filter.h"
#include "syn-corrections-dialog.h"
#include "syn-settings.h"
#include "syn-statements-dialog.h"
#include "syn-tags-dialog.h"
#include "syn-teach-dialog.h"
#include "view-fixture.h"
#include "window-fixture.h"

static SynClaimList *
get_list (WindowFixture *self)
{
  return syn_claim_panel_get_list (self->window->claim_panel);
}

static guint
count_claims (SynSession *session)
{
  guint n;

  syn_comparison_get_claims (syn_session_get_comparison (session), &n);
  return n;
}

static guint
count_open (SynSession *session)
{
  guint open = 0;

  for (guint i = 0; i < count_claims (session); i++)
    open += syn_session_is_open (session, i);
  return open;
}

static GArray *
choose (SynSession *session, guint n)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (claims, i);
  syn_session_set_chosen (session, claims);
  return claims;
}

/* The window of type @type that is open, or NULL. */
static GtkWindow *
find_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static GtkWidget *
get_part (GtkWindow *dialog, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), name));
}

static void
settle_for (WindowFixture *self, gboolean (*done) (WindowFixture *self))
{
  const gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!done (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_filter (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const guint n = count_claims (session);
  SynClaimFilter filter = { 0 };
  guint n_conflicts = 0, shown;

  for (guint i = 0; i < n; i++)
    n_conflicts += syn_session_get_conflict (session, i) != NULL;
  filter.keys[SYN_FACET_CONFLICT] = g_strdup ("yes");
  syn_claim_list_set_filter (get_list (self), &filter);
  g_assert_cmpuint (syn_claim_list_get_n_shown (get_list (self)), ==, n_conflicts);
  window_fixture_do (self, "next-conflict");
  window_fixture_tag (self, "disputed");
  window_fixture_wait_done (self, 1);

  /* A verdict counts at once. */
  filter.keys[SYN_FACET_VERDICT] = g_strdup ("open");
  syn_claim_list_set_filter (get_list (self), &filter);
  shown = syn_claim_list_get_n_shown (get_list (self));
  g_assert_cmpuint (shown, ==, n_conflicts - 1);
  syn_session_select_claim (session, syn_claim_list_find_open (get_list (self), -1, 1));
  window_fixture_tag (self, "disputed");
  window_fixture_wait_done (self, 2);
  g_assert_cmpuint (syn_claim_list_get_n_shown (get_list (self)), ==, shown - 1);

  /* Every condition by itself and its opposite leave all between them. */
  syn_claim_filter_clear (&filter);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (syn_claim_facet_has (SYN_FACET_VERDICT, session, i, "open")
                     != syn_claim_facet_has (SYN_FACET_VERDICT, session, i, "ruled"));
      g_assert_true (syn_claim_facet_has (SYN_FACET_CONFLICT, session, i, "yes")
                     != syn_claim_facet_has (SYN_FACET_CONFLICT, session, i, "no"));
      g_assert_cmpint (syn_claim_facet_has (SYN_FACET_ORIGINS, session, i, "alone")
                           + syn_claim_facet_has (SYN_FACET_ORIGINS, session, i, "one")
                           + syn_claim_facet_has (SYN_FACET_ORIGINS, session, i, "several"),
                       ==, 1);
      g_assert_true (syn_claim_facet_has (SYN_FACET_WHOSE, session, i, "mine")
                     == syn_claim_facet_has (SYN_FACET_VERDICT, session, i, "ruled"));
      g_assert_false (syn_claim_facet_has (SYN_FACET_WHOSE, session, i, "others"));
    }
  syn_claim_filter_set_words (&filter, "  INJURED ");
  syn_claim_list_set_filter (get_list (self), &filter);
  shown = syn_claim_list_get_n_shown (get_list (self));
  g_assert_cmpuint (shown, >, 0);
  g_assert_cmpuint (shown, <, n);
  syn_claim_filter_clear (&filter);
}

static void
test_saved_filter (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const SynClaimFilter none = { 0 };
  SynClaimFilter filter = { 0 };
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder builder;

  filter.keys[SYN_FACET_CONFLICT] = g_strdup ("no");
  filter.words = g_strdup ("ferry");
  variant = g_variant_ref_sink (syn_claim_filter_to_variant (&filter));
  syn_claim_filter_clear (&filter);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa{ss})"));
  g_variant_builder_add (&builder, "(s@a{ss})", "Quiet ferry", variant);
  syn_settings_set ("claim-filters", g_variant_builder_end (&builder));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "use-filter",
                                  g_variant_new_string ("Quiet ferry"));
  g_assert_cmpstr (syn_claim_list_get_filter (get_list (self))->words, ==, "ferry");
  g_assert_cmpstr (syn_claim_list_get_filter (get_list (self))->keys[SYN_FACET_CONFLICT], ==, "no");
  g_assert_cmpuint (syn_claim_list_get_n_shown (get_list (self)), <, count_claims (session));
  syn_claim_list_set_filter (get_list (self), &none);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "forget-filter",
                                  g_variant_new_string ("Quiet ferry"));
  variant = (g_variant_unref (variant), syn_settings_get ("claim-filters"));
  g_assert_cmpuint (g_variant_n_children (variant), ==, 0);
}

/* The order goes by what it says, and of equal ones the first in the text comes first. */
static void
test_sort (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const SynClaim *claims = syn_comparison_get_claims (syn_session_get_comparison (session), NULL);
  guint before = G_MAXUINT;

  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "sort-claims",
                                      g_variant_new_string ("sources"));
  syn_session_select_claim (session, -1);
  for (guint i = 0; i < count_claims (session); i++)
    {
      guint n;

      syn_claim_list_step (get_list (self), 1);
      g_assert_cmpuint (syn_claim_list_get_position (get_list (self)), ==, i + 1);
      n = claims[syn_session_get_selected_claim (session)].n_sources;
      g_assert_cmpuint (n, <=, before);
      before = n;
    }
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "sort-claims",
                                      g_variant_new_string ("conflict"));
}

static void
test_tag_many (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const guint open = count_open (session);
  g_autoptr (GArray) chosen = NULL;

  syn_session_select_claim (session, 0);
  chosen = choose (session, 5);
  window_fixture_tag (self, "unverified");
  window_fixture_wait_done (self, 1);
  g_assert_cmpuint (count_open (session), ==, open - 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (syn_session_get_verdict (session, i), ==, SYN_VERDICT_UNVERIFIED);
  g_assert_cmpstr (syn_session_get_undo_label (session), ==, "tag unverified (5 claims)");
  window_fixture_do (self, "undo");
  window_fixture_wait_done (self, 2);
  g_assert_cmpuint (count_open (session), ==, open);
}

/* Nothing to decide and not a claim: the list gets to nothing open, and back. */
static void
test_to_zero (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const guint n = count_claims (session);
  g_autoptr (GArray) some = NULL, rest = NULL;

  syn_session_select_claim (session, 0);
  some = choose (session, 3);
  window_fixture_do (self, "remove-claim");
  window_fixture_wait_done (self, 1);
  g_assert_cmpuint (count_claims (session), ==, n - 3);
  syn_session_select_claim (session, 0);
  rest = choose (session, n - 3);
  window_fixture_do (self, "settle");
  window_fixture_wait_done (self, 2);
  g_assert_cmpuint (count_open (session), ==, 0);
  g_assert_cmpint (syn_claim_list_find_open (get_list (self), 0, 1), ==, -1);
  window_fixture_close (self);
  window_fixture_open (self);
  session = window_fixture_open_sample (self);
  g_assert_cmpuint (count_claims (session), ==, n - 3);
  g_assert_cmpuint (count_open (session), ==, 0);
  window_fixture_do (self, "undo");
  window_fixture_wait_done (self, 3);
  window_fixture_do (self, "undo");
  window_fixture_wait_done (self, 4);
  g_assert_cmpuint (count_open (session), ==, n);
}

static void
test_advance (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  gint first, second;

  syn_settings_set_boolean ("auto-advance", TRUE);
  g_assert_true (syn_window_get_action_state (self->window, "auto-advance"));
  window_fixture_do (self, "next-conflict");
  first = syn_session_get_selected_claim (session);
  second = syn_claim_list_find_open (get_list (self), first, 1);
  window_fixture_tag (self, "disputed");
  /* At once, not when it is kept. */
  g_assert_cmpint (syn_session_get_selected_claim (session), ==, second);
  window_fixture_wait_done (self, 1);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) first), ==, SYN_VERDICT_DISPUTED);
  g_assert_true (syn_session_is_open (session, (guint) second));
  syn_window_set_action_state (self->window, "auto-advance", FALSE);
  g_assert_false (syn_settings_get_boolean ("auto-advance"));
}

/* With the lock on a claim that is gone to by the pointer gets the verdict, one that is gone to by keys does not. */
static void
test_lock (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  gint claim;

  window_fixture_do (self, "next-conflict");
  window_fixture_tag (self, "unverified");
  window_fixture_wait_done (self, 1);
  syn_window_set_action_state (self->window, "tag-lock", TRUE);
  window_fixture_do (self, "next-open");
  claim = syn_session_get_selected_claim (session);
  g_assert_true (syn_session_is_open (session, (guint) claim));
  claim = syn_claim_list_find_open (get_list (self), claim, 1);
  self->window->pointing = TRUE;
  syn_session_select_claim (session, claim);
  window_fixture_wait_done (self, 2);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) claim), ==, SYN_VERDICT_UNVERIFIED);
  g_assert_true (syn_window_stop_ruling (self->window));
  g_assert_false (syn_window_get_action_state (self->window, "tag-lock"));
  g_assert_false (syn_window_stop_ruling (self->window));
}

/* A claim of the reader's own from two statements that are copies, and nothing else. */
static gint
make_one_origin (WindowFixture *self, SynSession *session)
{
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (syn_session_get_comparison (session), &n);
  const SynClaim *claims;
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n && statements->len == 0; i++)
    if (matches[i].kind == SYN_MATCH_COPIED && matches[i].tier == SYN_TIER_SURE)
      {
        g_array_append_val (statements, matches[i].a);
        g_array_append_val (statements, matches[i].b);
      }
  g_assert_cmpuint (statements->len, ==, 2);
  syn_session_new_claim (session, statements, "One voice");
  window_fixture_wait_done (self, 1);
  claims = syn_comparison_get_claims (syn_session_get_comparison (session), &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (syn_session_get_wording (session, i), "One voice") == 0)
      {
        g_assert_cmpuint (claims[i].n_sources, ==, 2);
        g_assert_cmpuint (claims[i].n_origins, ==, 1);
        return (gint) i;
      }
  g_assert_not_reached ();
}

/* Confirming what goes back to one source is asked about, until the reader has said that she knows. */
static void
test_one_origin (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const gint claim = make_one_origin (self, session);
  GtkWindow *question;

  syn_session_select_claim (session, claim);
  window_fixture_tag (self, "disputed");
  window_fixture_wait_done (self, 2);
  g_assert_null (find_dialog (ADW_TYPE_MESSAGE_DIALOG));
  window_fixture_tag (self, "confirmed");
  question = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  gtk_window_destroy (question);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) claim), ==, SYN_VERDICT_DISPUTED);

  window_fixture_tag (self, "confirmed");
  question = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (question))), TRUE);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "answer");
  gtk_window_destroy (question);
  window_fixture_wait_done (self, 3);
  g_assert_cmpint (syn_session_get_verdict (session, (guint) claim), ==, SYN_VERDICT_CONFIRMED);
  window_fixture_tag (self, "open");
  window_fixture_wait_done (self, 4);
  window_fixture_tag (self, "confirmed");
  g_assert_null (find_dialog (ADW_TYPE_MESSAGE_DIALOG));
  window_fixture_wait_done (self, 5);
}

static void
test_own_tags (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);
  GtkWindow *dialog;

  g_ptr_array_add (tags, syn_tag_new ("t-one", "Legal", NULL, 4));
  g_ptr_array_add (tags, syn_tag_new ("t-two", "Half true", "Meter", 5));
  syn_session_set_tags (session, tags);
  window_fixture_wait_done (self, 1);
  window_fixture_do (self, "next-conflict");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "label-key", g_variant_new_uint32 (4));
  window_fixture_wait_done (self, 2);
  g_assert_true (syn_session_is_open (session, (guint) syn_session_get_selected_claim (session)));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "label-key", g_variant_new_uint32 (5));
  window_fixture_wait_done (self, 3);
  g_assert_false (syn_session_is_open (session, (guint) syn_session_get_selected_claim (session)));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "label-key", g_variant_new_uint32 (5));
  window_fixture_wait_done (self, 4);
  g_assert_true (syn_session_is_open (session, (guint) syn_session_get_selected_claim (session)));

  window_fixture_do (self, "edit-tags");
  dialog = find_dialog (SYN_TYPE_TAGS_DIALOG);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_part (dialog, "list")), 1));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_part (dialog, "list")), 2));
  gtk_window_destroy (dialog);
}

static gboolean
corrections_are_listed (WindowFixture *self)
{
  GtkWindow *dialog = find_dialog (SYN_TYPE_CORRECTIONS_DIALOG);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (get_part (dialog, "stack"))), "list") == 0;
}

static gboolean
corrections_are_gone (WindowFixture *self)
{
  GtkWindow *dialog = find_dialog (SYN_TYPE_CORRECTIONS_DIALOG);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (get_part (dialog, "stack"))), "empty") == 0;
}

/* Merged, split, listed, and taken back from the list. */
static void
test_regroup (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const guint n = count_claims (session);
  g_autoptr (GArray) chosen = NULL;
  GtkWidget *row, *button;
  GtkWindow *dialog;
  gboolean found = FALSE;

  syn_session_select_claim (session, 0);
  chosen = choose (session, 2);
  window_fixture_do (self, "merge-claims");
  window_fixture_wait_done (self, 1);
  g_assert_cmpuint (count_claims (session), <, n);

  window_fixture_do (self, "corrections");
  settle_for (self, corrections_are_listed);
  dialog = find_dialog (SYN_TYPE_CORRECTIONS_DIALOG);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_part (dialog, "list")), 0));
  button = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  g_signal_emit_by_name (button, "clicked");
  window_fixture_wait_done (self, 2);
  g_assert_cmpuint (count_claims (session), ==, n);
  settle_for (self, corrections_are_gone);
  gtk_window_destroy (dialog);

  window_fixture_do (self, "next-conflict");
  window_fixture_do (self, "split-claim");
  dialog = find_dialog (SYN_TYPE_STATEMENTS_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (get_part (dialog, "wording")), "The other part");
  g_signal_emit_by_name (get_part (dialog, "answer"), "clicked");
  window_fixture_wait_done (self, 3);
  for (guint i = 0; i < count_claims (session); i++)
    found = found || g_strcmp0 (syn_session_get_wording (session, i), "The other part") == 0;
  g_assert_true (found);
}

/* Whichever article a proposal stands in, the reader's selection is part of the claim, and so is what is ticked. */
static void
test_new_claim (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const SynClaim *claims;
  GtkWindow *dialog;
  guint n, sources = 0;

  window_fixture_do (self, "next-conflict");
  window_fixture_do (self, "new-claim");
  dialog = find_dialog (SYN_TYPE_STATEMENTS_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (get_part (dialog, "wording")), "Made by hand");
  g_signal_emit_by_name (get_part (dialog, "answer"), "clicked");
  window_fixture_wait_done (self, 1);
  claims = syn_comparison_get_claims (syn_session_get_comparison (session), &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (syn_session_get_wording (session, i), "Made by hand") == 0)
      sources = claims[i].n_sources;
  g_assert_cmpuint (sources, >, 1);
}

static void
test_stance_and_comment (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  const SynClaim *claim;
  const SynClaimRecord *record;

  window_fixture_do (self, "next-conflict");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "stance", g_variant_new_string ("1 3"));
  window_fixture_wait_done (self, 1);
  claim = &syn_comparison_get_claims (syn_session_get_comparison (session),
                                      NULL)[syn_session_get_selected_claim (session)];
  g_assert_cmpint (g_array_index (claim->stances, SynStance, 1), ==, SYN_STANCE_DENIES);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "stance", g_variant_new_string ("nonsense"));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "stance", g_variant_new_string ("77 1"));
  syn_session_add_comment (session, -1, NULL, "Who counted?");
  window_fixture_wait_done (self, 2);
  record = syn_session_get_record (session, (guint) syn_session_get_selected_claim (session));
  syn_session_add_comment (session, -1, ((SynComment *) record->comments->pdata[0])->id, "The port.");
  window_fixture_wait_done (self, 3);
  record = syn_session_get_record (session, (guint) syn_session_get_selected_claim (session));
  g_assert_cmpuint (record->comments->len, ==, 2);
  g_assert_cmpstr (((SynComment *) record->comments->pdata[1])->parent, ==,
                   ((SynComment *) record->comments->pdata[0])->id);
}

static gboolean
question_is_shown (WindowFixture *self)
{
  GtkWindow *dialog = find_dialog (SYN_TYPE_TEACH_DIALOG);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (get_part (dialog, "stack"))), "question") == 0;
}

/* Each answer is kept as the reader's own, and all of them can be taken back. */
static void
test_teach (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  GtkWindow *dialog;
  GtkStack *stack;
  guint answers = 0;

  window_fixture_do (self, "teach");
  dialog = find_dialog (SYN_TYPE_TEACH_DIALOG);
  stack = GTK_STACK (get_part (dialog, "stack"));
  settle_for (self, question_is_shown);
  while (g_str_equal (gtk_stack_get_visible_child_name (stack), "question"))
    {
      g_signal_emit_by_name (get_part (dialog, "yes_button"), "clicked");
      answers++;
      g_assert_cmpuint (answers, <=, 10);
    }
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "result");
  window_fixture_wait_done (self, answers);
  g_assert_true (g_str_has_prefix (syn_session_get_undo_label (session), "link "));
  g_signal_emit_by_name (get_part (dialog, "undo_button"), "clicked");
  window_fixture_wait_done (self, 2 * answers);
  g_assert_null (syn_session_get_undo_label (session));
  gtk_window_destroy (dialog);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/rulings/" name, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)

/* Who comes back stands where she left, with the same claim. */
static void
test_place_stays (WindowFixture *self, gconstpointer data)
{
  SynSession *session = window_fixture_open_sample (self);
  gint claim, statement;

  g_assert_cmpint (syn_session_get_active_statement (session), ==, -1);
  for (guint i = 0; i < 3; i++)
    window_fixture_do (self, "next-conflict");
  claim = syn_session_get_selected_claim (session);
  statement = syn_session_get_active_statement (session);
  g_assert_cmpint (claim, >=, 0);
  gtk_window_close (GTK_WINDOW (self->window));
  g_object_ref (self->workspace);
  self->window = syn_window_new (NULL, self->workspace);
  gtk_window_present (GTK_WINDOW (self->window));
  session = window_fixture_open_sample (self);
  g_object_unref (self->workspace);
  g_assert_cmpint (syn_session_get_active_statement (session), ==, statement);
  g_assert_cmpint (syn_session_get_selected_claim (session), ==, claim);
  g_assert_cmpuint (syn_claim_list_get_position (get_list (self)), >, 0);
}

/* The list has room for eight claims where the window is 900 pixels high. */
static void
test_list_height (WindowFixture *self, gconstpointer data)
{
  GtkWidget *view, *row;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1440, 900);
  window_fixture_open_sample (self);
  view_fixture_settle (GTK_WIDGET (self->window));
  view = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_list (self)), SYN_TYPE_CLAIM_LIST, "view"));
  row = gtk_widget_get_first_child (view);
  g_assert_nonnull (row);
  g_test_message ("%d px for rows of %d px", gtk_widget_get_height (view), gtk_widget_get_height (row));
  g_assert_cmpint (gtk_widget_get_height (row), >, 30);
  g_assert_cmpint (gtk_widget_get_height (view), >=, 8 * gtk_widget_get_height (row));
}

int
main (int argc, char *argv[])
{
  view_fixture_init (&argc, &argv);
  ADD ("filter", test_filter);
  ADD ("saved-filter", test_saved_filter);
  ADD ("sort", test_sort);
  ADD ("tag-many", test_tag_many);
  ADD ("to-zero", test_to_zero);
  ADD ("advance", test_advance);
  ADD ("lock", test_lock);
  ADD ("one-origin", test_one_origin);
  ADD ("own-tags", test_own_tags);
  ADD ("regroup", test_regroup);
  ADD ("new-claim", test_new_claim);
  ADD ("stance-and-comment", test_stance_and_comment);
  ADD ("teach", test_teach);
  ADD ("list-height", test_list_height);
  ADD ("place-stays", test_place_stays);
  return g_test_run ();
}
