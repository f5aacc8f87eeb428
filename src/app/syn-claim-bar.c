/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-bar.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-format.h"
#include "syn-verdict-bar.h"

struct _SynClaimBar
{
  GtkWidget parent_instance;
  SynSession *session;
  GtkImage *verdict;
  GtkLabel *wording;
  GtkImage *conflict_icon;
  GtkLabel *detail;
  GtkWidget *inline_verdicts;
  GtkWidget *stacked_verdicts;
  GtkWidget *panel_button;
  GtkWidget *sheet_button;
  const char *verdict_class;
};

G_DEFINE_FINAL_TYPE (SynClaimBar, syn_claim_bar, GTK_TYPE_WIDGET)

static void
show_verdict (SynClaimBar *self, const SynClaimRecord *record)
{
  if (self->verdict_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), self->verdict_class);
  self->verdict_class = syn_state_class (record);
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict), self->verdict_class);
  gtk_image_set_from_icon_name (self->verdict, syn_state_icon (record));
  syn_compat_set_tooltip (GTK_WIDGET (self->verdict), syn_state_label (record));
}

static char *
describe (SynClaimBar *self, const SynClaim *claim, const SynConflict *conflict, gint index)
{
  g_autofree char *sources = syn_format_sources (claim);
  g_autofree char *values
      = index >= 0 ? syn_describe_values (self->session, (guint) index) : syn_format_values (claim);
  g_autofree char *type = conflict != NULL ? syn_format_conflict (conflict) : NULL;

  if (type != NULL && values != NULL)
    return g_strdup_printf ("%s  %s — %s", type, values, sources);
  if (type != NULL)
    return g_strdup_printf ("%s — %s", type, sources);
  return g_steal_pointer (&sources);
}

static void
update (SynClaimBar *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint claim = syn_session_get_selected_claim (self->session);
  gint selected;
  const SynConflict *conflict = NULL;
  g_autofree char *detail = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->verdict), claim >= 0);
  if (claim < 0 || comparison == NULL)
    {
      gtk_label_set_text (self->wording, _ ("No claim selected"));
      gtk_label_set_text (self->detail, _ ("Choose a statement to see who else says it."));
      gtk_widget_set_visible (GTK_WIDGET (self->conflict_icon), FALSE);
      return;
    }
  selected = syn_session_get_selected_conflict (self->session);
  conflict = selected >= 0 ? syn_get_conflict (comparison, (guint) selected)
                           : syn_session_get_conflict (self->session, (guint) claim);
  detail = describe (self, &syn_comparison_get_claims (comparison, NULL)[claim], conflict, selected);
  show_verdict (self, syn_session_get_record (self->session, (guint) claim));
  gtk_label_set_text (self->wording, syn_session_get_wording (self->session, (guint) claim));
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_icon), conflict != NULL);
  if (conflict != NULL)
    gtk_image_set_from_icon_name (self->conflict_icon, syn_conflict_icon (conflict));
}

static void
syn_claim_bar_dispose (GObject *object)
{
  SynClaimBar *self = SYN_CLAIM_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_claim_bar_parent_class)->dispose (object);
}

static void
syn_claim_bar_class_init (SynClaimBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_bar_dispose;
  g_type_ensure (SYN_TYPE_VERDICT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SynClaimBar, verdict);
  gtk_widget_class_bind_template_child (widget_class, SynClaimBar, wording);
  gtk_widget_class_bind_template_child (widget_class, SynClaimBar, conflict_icon);
  gtk_widget_class_bind_template_child (widget_class, SynClaimBar, detail);
  gtk_widget_class_bind_template_child (widget_class, SynClaimBar, inline_verdicts);
  gtk_widget_class_bind_template_child (widget_class, SynClaimBar, stacked_verdicts);
  gtk_widget_class_bind_template_child (widget_class, SynClaimBar, panel_button);
  gtk_widget_class_bind_template_child (widget_class, SynClaimBar, sheet_button);
}

static void
syn_claim_bar_init (SynClaimBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_claim_bar_new (SynSession *session)
{
  SynClaimBar *self = g_object_new (SYN_TYPE_CLAIM_BAR, NULL);
  static const char *const signals[]
      = { "notify::comparison", "notify::selected-claim", "notify::selected-conflict", "notify::revision" };

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
syn_claim_bar_set_narrow (SynClaimBar *self, gboolean narrow)
{
  gtk_widget_set_visible (self->inline_verdicts, !narrow);
  gtk_widget_set_visible (self->stacked_verdicts, narrow);
  gtk_widget_set_visible (self->panel_button, !narrow);
  gtk_widget_set_visible (self->sheet_button, narrow);
}
