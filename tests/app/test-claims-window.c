/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the claim panel and the explanations say of articles that a test makes up. */
#include "config.h"

#include "syn-claim-panel.h"
#include "syn-disputes.h"
#include "syn-explain.h"
#include "syn-format.h"
#include "view-fixture.h"

/* ── Names ───────────────────────────────────────────────────────────────── */

/* Two articles of one outlet, and one that names neither outlet nor author. */
static const char *const reports[] = {
  "Ferry hits the pier\n\nThe ferry hit the northern pier of Velm at nine in the evening and 14 passengers were "
  "injured in the collision.\n\nThe harbour master closed the northern pier for a week.\n",
  "Collision at Velm\n\nThe ferry hit the northern pier of Velm at nine in the evening and 17 passengers were injured "
  "in the collision.\n\nBakers in the old town sold out of bread.\n",
  NULL,
};

static const SynConflict *
find_conflict (SynSession *session, SynConflictType type)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (syn_session_get_comparison (session), &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].type == type && conflicts[i].tier <= SYN_TIER_LIKELY)
      return &conflicts[i];
  g_assert_not_reached ();
}

/* Until the articles have been compared anew. */
static void
compare (SynSession *session)
{
  SynComparison *before = syn_session_get_comparison (session);
  const gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  syn_session_compare (session);
  while (syn_session_get_comparison (session) == before || syn_session_get_comparison (session) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_names (void)
{
  ViewFixture self = { 0 };
  g_autofree char *reason = NULL, *quoted = NULL;
  SynSource *first, *second;

  view_fixture_open (&self, reports);
  first = syn_session_find_source (self.session, 0);
  second = syn_session_find_source (self.session, 1);
  g_object_set (syn_source_get_article (first), "outlet", "Velm Wire", NULL);
  g_object_set (syn_source_get_article (second), "outlet", "Velm Wire", NULL);
  g_assert_cmpstr (syn_source_get_name (first), ==, "Velm Wire");
  g_assert_cmpstr (syn_source_get_name (second), ==, "Velm Wire (2)");
  g_assert_cmpstr (syn_source_get_initials (first), !=, syn_source_get_initials (second));
  /* The program has compared them under the names of their files. */
  reason = syn_explain_conflict (self.session, find_conflict (self.session, SYN_CONFLICT_FIGURE));
  g_assert_nonnull (strstr (reason, "(Velm Wire)"));
  g_assert_nonnull (strstr (reason, "(Velm Wire (2))"));

  /* In the order in which they are named; not in the words of a quotation, nor inside other words. */
  compare (self.session);
  quoted = syn_explain_dup_named (self.session,
                                  "“Velm Wire” (Velm Wire) against Velm Wires (Velm Wire)",
                                  (const guint[]) { 0, 1 }, 2);
  g_assert_cmpstr (quoted, ==, "“Velm Wire” (Velm Wire) against Velm Wires (Velm Wire (2))");

  g_free (reason);
  reason = syn_explain_conflict (self.session, find_conflict (self.session, SYN_CONFLICT_FIGURE));
  g_test_message ("%s", reason);
  g_assert_nonnull (strstr (reason, "(Velm Wire)"));
  g_assert_nonnull (strstr (reason, "(Velm Wire (2))"));
  view_fixture_close (&self);
}

/* ── Several questions in one claim ──────────────────────────────────────── */

static const char *const questions[] = {
  "Ferry hits the pier\n\nThe ferry Anna hit the northern pier of Velm at 9 p.m. on Monday and 14 passengers were "
  "injured, the harbour master Ilse Quend said.\n\nThe harbour master closed the fish market for a week.\n",
  "Collision at Velm\n\nThe ferry Anna hit the northern pier of Velm at 6 a.m. on Monday and 17 passengers were "
  "injured, the harbour master Ilse Quend said.\n\nBakers in the old town sold out of bread.\n",
  NULL,
};

static const char *
get_text (GtkWidget *panel, const char *name)
{
  SynClaimDetail *detail = syn_claim_panel_get_detail (SYN_CLAIM_PANEL (panel));

  return gtk_label_get_text (
      GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (detail), SYN_TYPE_CLAIM_DETAIL, name)));
}

static gboolean
is_shown (GtkWidget *panel, const char *name)
{
  SynClaimDetail *detail = syn_claim_panel_get_detail (SYN_CLAIM_PANEL (panel));

  return gtk_widget_get_visible (
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (detail), SYN_TYPE_CLAIM_DETAIL, name)));
}

/* Panel, heading and the step from conflict to conflict speak of one and the same question. */
static void
test_questions (void)
{
  ViewFixture self = { 0 };
  GtkWidget *panel;
  SynComparison *comparison;
  const SynConflict *figures;
  g_autoptr (GPtrArray) disputes = NULL;
  SynConflictType seen = SYN_N_CONFLICT_TYPES;

  view_fixture_open (&self, questions);
  panel = syn_claim_panel_new (self.session);
  view_fixture_show (&self, panel, 340, 900);
  comparison = syn_session_get_comparison (self.session);
  figures = find_conflict (self.session, SYN_CONFLICT_FIGURE);
  g_assert_cmpint (figures->claim, >=, 0);
  disputes = syn_disputes_list (comparison, (guint) figures->claim);
  g_assert_cmpuint (disputes->len, ==, 2);
  for (guint i = 0; i < disputes->len; i++)
    {
      const SynDispute *dispute = disputes->pdata[i];
      const SynConflict *conflict = syn_get_conflict (comparison, dispute->lead);
      g_autofree char *type = syn_format_conflict (conflict);
      g_autofree char *values = syn_describe_values (self.session, dispute->lead);

      g_assert_cmpint (conflict->type, !=, seen);
      seen = conflict->type;
      syn_session_select_conflict (self.session, dispute->lead);
      g_assert_cmpint (syn_session_get_selected_claim (self.session), ==, figures->claim);
      g_assert_cmpint (syn_session_get_selected_conflict (self.session), ==, dispute->lead);
      g_assert_cmpstr (get_text (panel, "conflict_type"), ==, type);
      g_assert_true (is_shown (panel, "disputes_hint"));
      /* Each names its own values. */
      g_assert_true ((strstr (values, "14") != NULL) == (conflict->type == SYN_CONFLICT_FIGURE));
    }
  /* Going to the claim once more does not change the question. */
  syn_session_activate (self.session, (gint) figures->a);
  g_assert_cmpint (syn_get_conflict (comparison, (guint) syn_session_get_selected_conflict (self.session))->type, ==,
                   seen);
  view_fixture_close (&self);
}

int
main (int argc, char **argv)
{
  view_fixture_init (&argc, &argv);
  g_test_add_func ("/claims-window/names", test_names);
  g_test_add_func ("/claims-window/questions", test_questions);
  return g_test_run ();
}
