/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-explain.h"
#include "syn-settings.h"
#include "syn-window-private.h"

/* How the reader rules: on the selected claim, on several that she chose, on what she clicks while the tag lock is on;
 * and what comes next. */

static gint
next_open (SynWindow *self, gint claim)
{
  return syn_claim_list_find_open (syn_claim_panel_get_list (self->claim_panel), claim, 1);
}

/* Found before the verdict is kept: after it the claim may have left the list, and its place with it. */
static void
advance (SynWindow *self)
{
  gint claim = syn_session_get_selected_claim (self->session);
  guint n_chosen;
  gint next;

  g_object_get (self->session, "n-chosen", &n_chosen, NULL);
  if (n_chosen > 0 || !syn_window_get_action_state (self, "auto-advance")
      || syn_window_get_action_state (self, "tag-lock"))
    return;
  next = next_open (self, claim);
  if (next >= 0)
    syn_session_select_claim (self->session, next);
}

static void
rule (SynWindow *self, const GArray *claims, SynVerdict verdict)
{
  syn_session_tag_claims (self->session, claims, verdict);
  if (verdict != SYN_VERDICT_OPEN)
    advance (self);
}

/* Several sources that go back to one: to call that confirmed by all of them is the error that this program is for. */
static guint
count_one_origin (SynWindow *self, const GArray *claims)
{
  guint n, count = 0;
  const SynClaim *all = syn_comparison_get_claims (syn_session_get_comparison (self->session), &n);

  for (guint i = 0; i < claims->len; i++)
    {
      const SynClaim *claim = &all[g_array_index (claims, guint, i)];

      count += claim->n_sources > 1 && claim->n_origins < 2;
    }
  return count;
}

typedef struct
{
  SynWindow *window;
  SynComparison *comparison; /* whose claims they are; only compared */
  GArray *claims;
  char *corpus;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->window);
  g_array_unref (question->claims);
  g_free (question->corpus);
  g_free (question);
}

/* What names the story in the settings. */
static char *
dup_corpus_name (SynWindow *self)
{
  SynCorpus *corpus = syn_session_get_corpus (self->session);
  const char *const *uris = syn_corpus_get_uris (corpus);

  if (uris != NULL && uris[0] != NULL)
    return g_strjoinv ("\n", (char **) uris);
  return g_strdup (syn_corpus_get_title (corpus));
}

static gboolean
is_quiet (const char *corpus)
{
  g_autoptr (GVariant) quiet = syn_settings_get ("trusted-origins");
  g_autofree const char **names = g_variant_get_strv (quiet, NULL);

  return corpus == NULL || g_strv_contains (names, corpus);
}

#define MAX_QUIET 50

static void
make_quiet (const char *corpus)
{
  g_autoptr (GVariant) quiet = syn_settings_get ("trusted-origins");
  g_autofree const char **names = g_variant_get_strv (quiet, NULL);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  g_variant_builder_add (&builder, "s", corpus);
  for (guint i = 0; names[i] != NULL && i < MAX_QUIET - 1; i++)
    g_variant_builder_add (&builder, "s", names[i]);
  syn_settings_set ("trusted-origins", g_variant_builder_end (&builder));
}

static void
confirmed_cb (gboolean checked, gpointer user_data)
{
  Question *question = user_data;
  SynSession *session = question->window->session;

  if (session == NULL || syn_session_get_comparison (session) != question->comparison)
    return;
  if (checked)
    make_quiet (question->corpus);
  rule (question->window, question->claims, SYN_VERDICT_CONFIRMED);
}

static void
ask_origin (SynWindow *self, GArray *claims, guint n)
{
  Question *question = g_new0 (Question, 1);
  const SynClaim *claim = &syn_comparison_get_claims (syn_session_get_comparison (self->session),
                                                      NULL)[g_array_index (claims, guint, 0)];
  g_autofree char *origins = syn_explain_origins (self->session, claim);
  g_autofree char *body = NULL;

  if (claims->len == 1)
    body = g_strdup_printf (_ ("%s\n\nThat several print it does not make it more certain. Confirm it only if you have "
                               "checked it yourself."),
                            origins != NULL ? origins : _ ("All sources of this claim go back to one."));
  else
    body = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "The sources of %u of these claims all go back to one. That several print it "
                                         "does not make it more certain.",
                                         "The sources of %u of these claims all go back to one each. That several "
                                         "print it does not make it more certain.",
                                         n),
                            n);
  question->window = g_object_ref (self);
  question->comparison = syn_session_get_comparison (self->session);
  question->claims = g_array_ref (claims);
  question->corpus = dup_corpus_name (self);
  syn_compat_confirm_once (GTK_WINDOW (self), _ ("One Origin Only"), body, _ ("Do not ask again for this story"),
                           _ ("_Confirm All the Same"), confirmed_cb, question, question_free);
}

/* What a ruling is about; where that is nothing, the reader is told why nothing happens. */
static GArray *
dup_targets (SynWindow *self)
{
  GArray *claims = syn_session_dup_targets (self->session);

  if (claims->len == 0 && syn_session_get_comparison (self->session) != NULL)
    syn_window_toast (
        self, syn_session_get_active_statement (self->session) < 0
                  ? _ ("First choose a claim.")
                  : _ ("This statement makes no claim of several sources; press C to make one of it."));
  return claims;
}

static void
tag_targets (SynWindow *self, SynVerdict verdict)
{
  g_autoptr (GArray) claims = dup_targets (self);
  g_autofree char *corpus = NULL;
  guint n = 0;

  if (claims->len == 0 || syn_session_get_comparison (self->session) == NULL)
    return;
  if (verdict == SYN_VERDICT_CONFIRMED)
    n = count_one_origin (self, claims);
  corpus = n > 0 ? dup_corpus_name (self) : NULL;
  if (n > 0 && !is_quiet (corpus))
    ask_origin (self, claims, n);
  else
    rule (self, claims, verdict);
}

static void
update_lock (SynWindow *self)
{
  const gboolean on = syn_window_get_action_state (self, "tag-lock");

  syn_claim_panel_set_held (self->claim_panel, on ? (gint) self->held : -1);
}

static void
tag_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  SynVerdict verdict;

  if (!syn_verdict_from_string (g_variant_get_string (parameter, NULL), &verdict))
    return;
  self->held = verdict;
  update_lock (self);
  tag_targets (self, verdict);
}

static void
tag_lock_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SynWindow *self = user_data;
  gint claim = syn_session_get_selected_claim (self->session);

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state) && claim >= 0
      && syn_session_get_verdict (self->session, (guint) claim) != SYN_VERDICT_OPEN)
    self->held = syn_session_get_verdict (self->session, (guint) claim);
  update_lock (self);
  if (g_variant_get_boolean (state))
    {
      g_autofree char *text = g_strdup_printf (_ ("Each click tags “%s” now; 1, 2 and 3 change that, Escape ends it."),
                                               syn_verdict_label (self->held));

      syn_window_toast (self, text);
    }
}

/* With the lock on, going to a claim by the pointer tags it; going there by keys does not, or nobody could pass by. */
static void
selected_cb (SynWindow *self)
{
  gint claim = syn_session_get_selected_claim (self->session);

  if (!self->pointing || claim < 0 || !syn_window_get_action_state (self, "tag-lock")
      || syn_session_get_verdict (self->session, (guint) claim) == self->held)
    return;
  self->pointing = FALSE;
  tag_targets (self, self->held);
}

static gboolean
stop_pointing_cb (gpointer user_data)
{
  SynWindow *self = user_data;

  self->pointing = FALSE;
  self->pointing_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
pointer_cb (GtkEventControllerLegacy *controller, GdkEvent *event, SynWindow *self)
{
  const GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    {
      g_clear_handle_id (&self->pointing_source, g_source_remove);
      self->pointing = TRUE;
    }
  /* What was clicked is gone to while the release is handled, which happens after this. */
  else if ((type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END) && self->pointing && self->pointing_source == 0)
    self->pointing_source = g_idle_add (stop_pointing_cb, self);
  return GDK_EVENT_PROPAGATE;
}

static void
auto_advance_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  if (syn_settings_get_boolean ("auto-advance") != g_variant_get_boolean (state))
    syn_settings_set_boolean ("auto-advance", g_variant_get_boolean (state));
}

/* Set in the preferences, or in another window. */
static void
advance_setting_cb (gpointer object, const char *key)
{
  syn_window_set_action_state (object, "auto-advance", syn_settings_get_boolean (key));
}

static void
remove_claim_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autoptr (GArray) claims = syn_session_dup_targets (self->session);

  if (claims->len == 0)
    return;
  syn_session_remove_claims (self->session, claims);
  advance (self);
}

static void
settle_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autoptr (GArray) claims = dup_targets (self);
  gboolean all = TRUE;

  for (guint i = 0; i < claims->len; i++)
    {
      const SynClaimRecord *record = syn_session_get_record (self->session, g_array_index (claims, guint, i));

      all = all && record != NULL && record->settled;
    }
  if (claims->len == 0)
    return;
  syn_session_settle_claims (self->session, claims, !all);
  if (!all)
    advance (self);
}

/* A tag that all have is taken away, else all get it. */
static void
label_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autoptr (GArray) claims = syn_session_dup_targets (self->session);
  const SynTag *tag = syn_session_find_tag (self->session, g_variant_get_string (parameter, NULL));
  gboolean all = claims->len > 0;

  if (tag == NULL || claims->len == 0)
    return;
  for (guint i = 0; i < claims->len; i++)
    all = all
          && syn_claim_record_has_tag (syn_session_get_record (self->session, g_array_index (claims, guint, i)),
                                       tag->id);
  syn_session_label_claims (self->session, claims, tag->id, !all);
  if (!all && tag->scale != NULL)
    advance (self);
}

static void
label_key_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  GPtrArray *tags = syn_session_get_tags (self->session);
  const guint key = g_variant_get_uint32 (parameter);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];

      if (tag->key == key && !tag->retired)
        {
          g_action_group_activate_action (G_ACTION_GROUP (self), "label", g_variant_new_string (tag->id));
          return;
        }
    }
}

static void
stop_choosing_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  gint claim = syn_session_get_selected_claim (self->session);

  syn_session_set_chosen (self->session, NULL);
  syn_session_select_claim (self->session, claim);
}

gboolean
syn_window_stop_ruling (SynWindow *self)
{
  guint n_chosen;

  g_object_get (self->session, "n-chosen", &n_chosen, NULL);
  if (n_chosen > 0)
    g_action_group_activate_action (G_ACTION_GROUP (self), "stop-choosing", NULL);
  else if (syn_window_get_action_state (self, "tag-lock"))
    syn_window_set_action_state (self, "tag-lock", FALSE);
  else if (self->pages && syn_window_get_action_state (self, "show-claims"))
    syn_window_set_action_state (self, "show-claims", FALSE);
  else
    return FALSE;
  return TRUE;
}

static const GActionEntry entries[] = {
  { .name = "auto-advance", .state = "false", .change_state = auto_advance_cb },
  { .name = "label", .activate = label_cb, .parameter_type = "s" },
  { .name = "label-key", .activate = label_key_cb, .parameter_type = "u" },
  { .name = "remove-claim", .activate = remove_claim_cb },
  { .name = "settle", .activate = settle_cb },
  { .name = "stop-choosing", .activate = stop_choosing_cb },
  { .name = "tag", .activate = tag_cb, .parameter_type = "s", .state = "'open'" },
  { .name = "tag-lock", .state = "false", .change_state = tag_lock_cb },
};

void
syn_window_install_rulings (SynWindow *self)
{
  GtkEventController *pointer = gtk_event_controller_legacy_new ();

  self->held = SYN_VERDICT_CONFIRMED;
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  syn_window_set_action_state (self, "auto-advance", syn_settings_get_boolean ("auto-advance"));
  syn_settings_watch ("auto-advance", advance_setting_cb, G_OBJECT (self));
  gtk_event_controller_set_propagation_phase (pointer, GTK_PHASE_CAPTURE);
  g_signal_connect (pointer, "event", G_CALLBACK (pointer_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
  g_signal_connect_object (self->session, "notify::selected-claim", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}
