/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-reasons.h"

#include <glib/gi18n-lib.h>

#include "syn-claim-parts.h"
#include "syn-compat.h"
#include "syn-explain.h"
#include "syn-format.h"

/* Fifty sources have more than a thousand pairs. */
#define REASONS_MOST 30

/* "Coastal Wire: “Fourteen people”": who says what, as a way to go there. */
static GtkWidget *
make_quote (const SynClaimContext *context, guint statement, SynSpan span, const char *style_class)
{
  const SynStatement *of = syn_comparison_get_statement (context->comparison, statement);
  SynArticle *article = syn_comparison_get_article (context->comparison, of->article);
  SynSource *source = syn_session_find_source (context->session, of->article);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *words = syn_span_is_empty (span)
                               ? syn_comparison_dup_statement_text (context->comparison, statement)
                               : syn_article_dup_span (article, span);
  GtkWidget *quote = syn_claim_label_new (g_strstrip (words), style_class, TRUE);

  gtk_label_set_lines (GTK_LABEL (quote), 3);
  gtk_label_set_ellipsize (GTK_LABEL (quote), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), quote);
  gtk_box_append (GTK_BOX (box), syn_claim_label_new (syn_source_get_name (source), "second", FALSE));
  return syn_claim_jump_new (context, statement, box);
}

static GtkWidget *
make_conflict (const SynClaimContext *context, guint index, const SynConflict *conflict)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dismiss = gtk_button_new_with_label (_ ("Dismiss…"));
  const char *style = conflict->strength == SYN_STRENGTH_DIRECT ? "direct" : "tension";
  g_autofree char *type = syn_format_conflict (conflict);
  g_autofree char *reason = syn_explain_conflict (context->session, conflict);
  GtkWidget *quotes[2] = { make_quote (context, conflict->a, conflict->a_span, "value-box"),
                           make_quote (context, conflict->b, conflict->b_span, "value-box") };
  GtkWidget *icon = syn_claim_icon_new (syn_conflict_icon (conflict), 12, NULL);

  gtk_widget_add_css_class (icon, "syn-conflict");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), syn_claim_label_new (type, "conflict-type", FALSE));
  gtk_widget_add_css_class (dismiss, "flat");
  gtk_widget_add_css_class (dismiss, "small-button");
  gtk_widget_set_hexpand (dismiss, TRUE);
  gtk_widget_set_halign (dismiss, GTK_ALIGN_END);
  syn_compat_set_tooltip (dismiss, _ ("This is not a conflict (x)"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (dismiss), "win.dismiss-conflict(-1)");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (dismiss), "i", (int) index);
  gtk_box_append (GTK_BOX (head), dismiss);
  gtk_box_append (GTK_BOX (box), head);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *quote = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (quotes[i])));

      gtk_widget_add_css_class (quote, style);
      gtk_box_append (GTK_BOX (box), quotes[i]);
    }
  if (reason != NULL)
    gtk_box_append (GTK_BOX (box), syn_claim_label_new (reason, "second", TRUE));
  return box;
}

void
syn_claim_conflicts_fill (GtkBox *box, SynSession *session, guint claim)
{
  SynClaimContext context = syn_claim_context_init (session, claim);
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (context.comparison, &n);

  syn_claim_box_clear (box);
  for (guint i = 0; i < context.claim->conflicts->len; i++)
    {
      guint index = g_array_index (context.claim->conflicts, guint, i);

      if (conflicts[index].tier <= SYN_TIER_LIKELY)
        gtk_box_append (box, make_conflict (&context, index, &conflicts[index]));
    }
  for (guint i = 0; i < n; i++)
    if (conflicts[i].claim != (gint) claim && conflicts[i].tier <= SYN_TIER_LIKELY
        && syn_claim_context_reaches (&context, &conflicts[i]))
      gtk_box_append (box, make_conflict (&context, i, &conflicts[i]));
}

static GtkWidget *
make_reason (const SynClaimContext *context, const SynMatch *match)
{
  static const char *const icons[]
      = { "syn-copied-symbolic", "syn-same-symbolic", "syn-related-symbolic" };
  guint article_a = syn_comparison_get_statement (context->comparison, match->a)->article;
  guint article_b = syn_comparison_get_statement (context->comparison, match->b)->article;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = syn_claim_icon_new (icons[match->kind], 14, NULL);
  g_autofree char *names = g_strdup_printf (
      "%s – %s", syn_source_get_name (syn_session_find_source (context->session, article_a)),
      syn_source_get_name (syn_session_find_source (context->session, article_b)));
  g_autofree char *reason
      = match->own ? g_strdup (_ ("You linked these two.")) : syn_explain_match (context->session, match);

  if (match->own)
    gtk_widget_add_css_class (icon, "own-link");
  gtk_box_append (GTK_BOX (texts), syn_claim_label_new (names, "source-name", FALSE));
  gtk_box_append (GTK_BOX (texts), syn_claim_label_new (reason, "second", TRUE));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  return syn_claim_jump_new (context, match->b, box);
}

void
syn_claim_reasons_fill (GtkBox *box, SynSession *session, guint claim)
{
  SynClaimContext context = syn_claim_context_init (session, claim);
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (context.comparison, &n);
  guint n_shown = 0;
  guint n_more = 0;

  syn_claim_box_clear (box);
  /* Best first. */
  for (guint i = 0; i < n; i++)
    if (matches[i].tier <= SYN_TIER_LIKELY && syn_claim_context_holds (&context, matches[i].a)
        && syn_claim_context_holds (&context, matches[i].b))
      {
        if (n_shown++ < REASONS_MOST)
          gtk_box_append (box, make_reason (&context, &matches[i]));
        else
          n_more++;
      }
  if (n_more > 0)
    {
      g_autofree char *more
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more), n_more);

      gtk_box_append (box, syn_claim_label_new (more, "second", FALSE));
    }
}
